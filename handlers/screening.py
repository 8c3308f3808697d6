"""From an item to what is owed: match, classify, give a severity, open cases, write alerts. Called by `handlers.work`.

The finding, the cases and the alerts are written in one transaction with the item's new state: after a crash an item is
either still new, and screened again, or has all that it owes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers import casebook, owed, traces, watchlist
from handlers.house import House
from handlers.settings import LEASE
from intent import Intent, Severity, Signals, Verdict, compose
from storage import schema as tables
from watchlists import Match, Text, Tier
from watchlists.sealing import Damaged

BATCH = 64
HARMLESS = Item(source="probe", body="The weather is fine today.")
SETTLING = timedelta(days=1)
"""How long the posts of a baseline stay part of it, however they change."""
GIVE_UP = 5
"""Attempts after which an item that cannot be screened is set aside, visible in `headsup doctor` and the metrics."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Screened:
    """One item with what the engines said of it."""

    item: Item
    intent: Intent
    matches: tuple[Match, ...]


def to_text(item: Item) -> Text:
    """What the matching engine sees of an item."""
    return Text(
        title=item.title,
        body=item.body,
        author=item.author,
        url=item.url,
        tags=item.tags,
        links=tuple((link.text, link.url) for link in item.links),
    )


def place_and_time(item: Item) -> Item:
    """All that is kept of an item that may concern a young person."""
    return Item(
        source=item.source,
        url=item.url,
        native_id=item.native_id,
        guid=item.guid,
        posted_at=item.posted_at,
    )


async def examine(house: House, items: Sequence[Item]) -> list[Screened]:
    """Match and classify; stores nothing."""
    texts = [to_text(item) for item in items]
    matches, intents = await asyncio.gather(
        asyncio.to_thread(house.screener.matches, texts),
        house.classifier.classify([compose(item.title, item.body, item.tags) for item in items]),
    )
    return [
        Screened(item, intent, tuple(found))
        for item, intent, found in zip(items, intents, matches, strict=True)
    ]


async def screen_new(house: House) -> int:
    """Screen up to a batch of new items; -> how many were recorded or set aside. Call again until it gives 0.

    A batch is taken by a lease, so that several processes screen different items.
    """
    async with house.screening:
        await watchlist.catch_up(house)
        rows = await _take(house)
        if not rows:
            return 0
        try:
            due = await _screen(house, rows)
        finally:
            await _let_go(house, [row.id for row in rows])
    for alert_id in due:
        await house.queue.deliver(alert_id)
    return len(rows)


def _free(house: House) -> Select[tables.Item]:
    """New items that nobody screens, the oldest first."""
    item = tables.Item
    nobody = or_(item.lease_until.is_(None), item.lease_until < house.clock())
    return select(item).where(item.state == "new", nobody).order_by(item.id)


async def _take(house: House) -> Sequence[tables.Item]:
    async with (
        house.database.read() as session
    ):  # the usual answer, for which nobody need wait: nothing is new
        if (await session.scalars(_free(house).limit(1))).first() is None:
            return ()
    async with house.database.write() as session:
        query = _free(house).limit(BATCH).with_for_update(skip_locked=True)
        rows = (await session.scalars(query)).all()
        for row in rows:
            row.lease_owner, row.lease_until = house.owner, house.clock() + LEASE
    return rows


async def _let_go(house: House, ids: Sequence[int]) -> None:
    """Whatever is new still (it could not be screened, or was edited meanwhile) is free for anybody."""
    async with house.database.write() as session:
        await session.execute(
            update(tables.Item)
            .where(tables.Item.id.in_(ids), tables.Item.lease_owner == house.owner)
            .values(lease_owner=None, lease_until=None)
        )


async def _screen(house: House, rows: Sequence[tables.Item]) -> list[int]:
    opened: list[tuple[tables.Item, Item]] = []
    unreadable: list[int] = []
    for row in rows:
        try:
            item = house.vault.open_item(row)
        except Damaged:
            item = None
        if item is None:
            unreadable.append(row.id)
        else:
            opened.append((row, item))
    if unreadable:
        await _set_aside(house, unreadable)
    wordless = await _without_words(house, opened)
    due: list[int] = []
    for row, item in opened:
        if row.id in wordless:
            with traces.of(house, row.id):
                due += await _record_again(house, row, item)
    for row, result in await _examined(house, [each for each in opened if each[0].id not in wordless]):
        with traces.of(house, row.id):
            due += await _record(house, row, result)
    return due


async def _without_words(house: House, opened: Sequence[tuple[tables.Item, Item]]) -> set[int]:
    """Items that were screened before and may concern a young person: their words were not kept, so the finding stands."""
    ids = [row.id for row, item in opened if not item.title and not item.body]
    if not ids:
        return set()
    async with house.database.read() as session:
        query = select(tables.Finding).where(tables.Finding.item_id.in_(ids))
        return {each.item_id for each in (await session.scalars(query)).all() if "minor" in each.labels}


async def _record_again(house: House, seen: tables.Item, item: Item) -> list[int]:
    """Such an item was seen in one more place: what was found holds there, too; -> ids of alerts that are due now."""
    async with house.database.write() as session:
        query = select(tables.Item).where(tables.Item.id == seen.id).with_for_update()
        row = (await session.scalars(query)).one_or_none()
        if row is None or row.state != "new" or row.revision != seen.revision:
            return []
        found = await session.get_one(tables.Finding, row.id)
        verdict = Verdict(Severity(found.severity), found.row, tuple(found.raised_by), tuple(found.labels))
        row.state = "screened"
        return [] if row.quiet else await casebook.open_cases(house, session, row, item, verdict, verdict)


async def _examined(
    house: House, opened: Sequence[tuple[tables.Item, Item]]
) -> list[tuple[tables.Item, Screened]]:
    """The batch, examined. If one item breaks an engine, the others go on, and after some attempts it is set aside.

    Raises what the engine raises if it fails on a harmless item, too: then it is the engine, and every item waits.
    """
    try:
        screened = await examine(house, [item for _, item in opened])
        return [(row, result) for (row, _), result in zip(opened, screened, strict=True)]
    except Exception as error:
        if len(opened) > 1:
            halves = opened[: len(opened) // 2], opened[len(opened) // 2 :]
            return [pair for half in halves for pair in await _examined(house, half)]
        await examine(house, [HARMLESS])
        row = opened[0][0]
        log.error("an item cannot be screened", item=row.id, error=type(error).__name__, exc_info=error)
        async with house.database.write() as session:
            broken = await session.get_one(tables.Item, row.id)
            broken.attempts += 1
            if broken.attempts >= GIVE_UP:
                broken.state = "failed"
        return []


async def _set_aside(house: House, ids: Sequence[int]) -> None:
    log.error("items cannot be opened and were set aside", count=len(ids))
    async with house.database.write() as session:
        for row in (await session.scalars(select(tables.Item).where(tables.Item.id.in_(ids)))).all():
            row.state = "purged"


async def _record(house: House, seen: tables.Item, result: Screened) -> list[int]:
    """Write what one item owes; -> ids of alerts that are due now."""
    async with house.database.write() as session:
        query = select(tables.Item).where(tables.Item.id == seen.id).with_for_update()
        row = (await session.scalars(query)).one_or_none()
        if row is None or row.state != "new" or row.revision != seen.revision:
            return []
        matches = [match for match in result.matches if await session.get(tables.Person, match.person)]
        signals = await _signals(session, row, result)
        verdict = house.policy.judge(result.intent, signals, house.classifier.thresholds)
        asked_before = await _asked_before(session, row, matches)
        again = house.policy.judge(
            result.intent, replace(signals, earlier_about_person=True), house.classifier.thresholds
        )
        graded = [
            (match, again.severity if match.person in asked_before else verdict.severity) for match in matches
        ]
        raised = await casebook.below(session, row, verdict.severity) if row.revision else ()
        edited_since = await _edited_since(house, session, row)
        put_in = await _put_in(session, row, graded) if edited_since is not None else []
        row.quiet = row.quiet and (edited_since is None or int(verdict.severity) <= edited_since)
        await _store_finding(house, session, row, result.intent, verdict, graded)
        row.state = "screened"
        if "minor" in verdict.labels:
            row.sealed = house.vault.seal_item(place_and_time(result.item), row.scope, row.dedupe_hash)
        if (
            row.quiet
        ):  # whoever an edit put into it is told; moderators are not, since cards depend on no watchlist
            due = await owed.owe_persons(house, session, row, put_in)
        else:
            confirmed = house.policy.judge(
                result.intent, replace(signals, earlier_by_requester=True), house.classifier.thresholds
            )
            due = await casebook.open_cases(house, session, row, result.item, verdict, confirmed)
            due += await owed.owe_persons(house, session, row, graded)
            due += await casebook.owe_raised(session, house.clock(), raised, verdict.severity)
        await _raise_older_cases(session, row, verdict)
    log.info(
        "item screened",
        item=row.id,
        source=row.source,
        severity=str(verdict.severity),
        matches=len(matches),
        alerts=len(due),
    )
    return due


async def _edited_since(house: House, session: AsyncSession, row: tables.Item) -> int | None:
    """The severity before an edit of a feed's baseline that may be news after all; None if it is not one.

    Not within a post's first day: sources whose list and text come apart are still being read then.
    """
    before = await session.get(tables.Finding, row.id)
    if not row.quiet or row.revision == 0 or before is None:
        return None
    return before.severity if house.clock() - row.first_seen_at >= SETTLING else None


async def _put_in(
    session: AsyncSession, row: tables.Item, graded: Sequence[tuple[Match, Severity]]
) -> list[tuple[Match, Severity]]:
    """Those who were not found in the item before."""
    query = select(tables.FindingPerson.person_id).where(tables.FindingPerson.item_id == row.id)
    known = set((await session.scalars(query)).all())
    return [each for each in graded if each[0].person not in known]


async def _signals(session: AsyncSession, row: tables.Item, result: Screened) -> Signals:
    """What is known around the item (INTENT.md, "Combining"), and nothing that depends on a watchlist.

    What a community confirmed raises its own cases alone (`casebook.open_cases`): nobody's word counts elsewhere.
    """
    earlier = False
    if row.requester_hash is not None:
        query = (
            select(tables.Finding.labels)
            .join(tables.Item, tables.Item.id == tables.Finding.item_id)
            .where(tables.Item.requester_hash == row.requester_hash, tables.Item.id < row.id)
            .order_by(tables.Item.id.desc())
            .limit(200)
        )
        earlier = any({"likeness", "sexual"} <= set(each) for each in (await session.scalars(query)).all())
    return Signals(earlier_by_requester=earlier, adult_context=result.item.adult)


async def _asked_before(session: AsyncSession, row: tables.Item, matches: Sequence[Match]) -> set[str]:
    """Which of the matched persons an earlier item with other words asked for."""
    sure = [match.person for match in matches if match.tier is Tier.ALERT]
    if not sure:
        return set()
    found = tables.FindingPerson
    query = (
        select(found.person_id)
        .join(tables.Finding, tables.Finding.item_id == found.item_id)
        .join(tables.Item, tables.Item.id == found.item_id)
        .where(found.person_id.in_(sure), found.tier == str(Tier.ALERT))
        .where(tables.Finding.severity >= int(Severity.LOW))
        .where(tables.Item.id < row.id, tables.Item.content_hash != row.content_hash)
    )
    return set((await session.scalars(query)).all())


async def _store_finding(
    house: House,
    session: AsyncSession,
    row: tables.Item,
    intent: Intent,
    verdict: Verdict,
    graded: Sequence[tuple[Match, Severity]],
) -> None:
    await session.merge(
        tables.Finding(
            item_id=row.id,
            intent={name: round(p, 4) for name, p in intent.as_dict().items()},
            labels=list(verdict.labels),
            severity=int(verdict.severity),
            row=verdict.row or "",
            raised_by=list(verdict.raised_by),
            model=house.classifier.version,
            screened_at=house.clock(),
        )
    )
    await session.execute(delete(tables.FindingPerson).where(tables.FindingPerson.item_id == row.id))
    for match, severity in graded:
        person = await session.get_one(tables.Person, match.person)
        session.add(
            tables.FindingPerson(
                item_id=row.id,
                person_id=match.person,
                tier=str(match.tier),
                severity=int(severity),
                score=match.score,
                sealed_evidence=watchlist.seal_evidence(house, person, row.id, match),
            )
        )
    await session.flush()


async def _raise_older_cases(session: AsyncSession, row: tables.Item, verdict: Verdict) -> None:
    """An edit that made an item graver shows on the cases that it is in."""
    query = (
        select(tables.Case)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .where(tables.CaseItem.item_id == row.id, tables.Case.severity < int(verdict.severity))
    )
    for case in (await session.scalars(query)).all():
        case.severity = int(verdict.severity)
        case.revision += 1
