"""Keeping the matching engine's people in step with the database. Called by screening, by `/watch` and at start.

Every change to a person takes the next number of the `watchlist` counter; each process takes in what is newer than what
it knows. The process that makes a change takes it in at once.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

import structlog
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.house import House
from handlers.vault import Watched
from storage import schema as tables
from watchlists import Evidence, Match, Person
from watchlists.sealing import SealingError

log = structlog.get_logger(__name__)
_PAGE = 2000


async def next_revision(session: AsyncSession, at_least: int = 0) -> int:
    """The number of a change to the watchlists; they are ordered as they are committed."""
    query = select(tables.Counter).where(tables.Counter.name == "watchlist").with_for_update()
    counter = (await session.scalars(query)).one_or_none()
    if counter is None:
        counter = tables.Counter(name="watchlist", value=at_least)
        try:
            async with session.begin_nested():
                session.add(counter)
        except IntegrityError:  # another process made it
            counter = (await session.scalars(query)).one()
    counter.value += 1
    await session.flush()
    return counter.value


async def catch_up(house: House, progress: Callable[[int], None] | None = None) -> int:
    """Take in every change since the last time; -> how many. Cheap when there is none."""
    async with house.watching:
        async with house.database.read() as session:
            query = select(tables.Counter.value).where(tables.Counter.name == "watchlist")
            newest = await session.scalar(query) or 0
        taken = 0
        while house.watchlist_revision < newest:
            taken += await _take_page(house, newest)
            if progress is not None:
                progress(taken)
        return taken


async def _take_page(house: House, newest: int) -> int:
    """Take in the next changes, at most up to `newest`; -> how many."""
    person, removal = tables.Person, tables.PersonRemoval
    known = house.watchlist_revision
    async with house.database.read() as session:
        changed = select(person).where(person.revision > known, person.revision <= newest)
        persons = (await session.scalars(changed.order_by(person.revision).limit(_PAGE))).all()
        until = persons[-1].revision if len(persons) == _PAGE else newest
        gone = select(removal.person_id).where(removal.revision > known, removal.revision <= until)
        removed = (await session.scalars(gone)).all()
    active = [opened(house, row) for row in persons if row.state == "active"]
    await asyncio.to_thread(_file, house, [each.person for each in active if each is not None])
    for person_id in [*removed, *(row.id for row in persons if row.state != "active")]:
        house.screener.remove(person_id)
        house.removed_since_save = True
    house.watchlist_revision = until
    return len(persons) + len(removed)


def _file(house: House, people: Sequence[Person]) -> None:
    """Make the matching engine know these people. One whom it cannot take in keeps nobody else from being watched."""
    try:
        house.screener.put_all(people)
    except Exception as error:
        if len(people) > 1:
            for person in people:
                _file(house, [person])
            return
        (person,) = people
        house.screener.remove(person.id)  # what they were known by before may be what they took off
        fault = {"error": type(error).__name__, "exc_info": error}
        log.error("a watched person cannot be filed; please report this", person=person.id, **fault)


def opened(house: House, row: tables.Person) -> Watched | None:
    """The person of a row; None, and a line in the log, if the row does not open."""
    try:
        return house.vault.open_person(row)
    except SealingError as error:
        log.error("a watched person cannot be opened", person=row.id, reason=type(error).__name__)
        return None


def learned(person: Person, fingerprints: Sequence[str]) -> Person:
    """The person, who said of these fingerprints "not me"; the memory keeps the newest thousand."""
    memory = sorted(person.not_me)[-(1000 - len(fingerprints)) :] if person.not_me else []
    return replace(person, not_me=frozenset([*memory, *fingerprints]))


def fresh_nonce() -> str:
    """For a message that is to be sent once more."""
    return secrets.token_hex(12)


def seal_evidence(house: House, row: tables.Person, item_id: int, match: Match) -> bytes:
    """Where a person was found in an item, sealed with that person's key."""
    key = house.vault.master.unwrap(row.wrapped_key)
    value = {
        "evidence": [asdict(each) for each in match.evidence],
        "probability": match.probability,
        "fingerprints": list(match.fingerprints),
    }
    return key.seal(json.dumps(value, ensure_ascii=False).encode(), f"evidence:{row.id}:{item_id}")


def open_evidence(
    house: House, row: tables.Person, found: tables.FindingPerson
) -> tuple[list[Evidence], list[str]]:
    """(evidence, fingerprints) of a match. Raises Damaged."""
    key = house.vault.master.unwrap(row.wrapped_key)
    value = json.loads(key.open(found.sealed_evidence, f"evidence:{row.id}:{found.item_id}"))
    return [Evidence(**each) for each in value["evidence"]], list(value["fingerprints"])
