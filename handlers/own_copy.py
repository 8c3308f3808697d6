"""What a person may see of an item that they are alerted of: a copy of their own in the alert, sealed with their key.

How long an item itself is kept, and what moderators and reporters see of it, must depend on no watchlist: else whoever posts
a name and looks a day later, or after ninety, would learn whether somebody watches for it. And what somebody needs as proof
must not change with the post. What is deleted where it was posted goes here, too, and of what may concern a young person
the copy holds no words. Called by `handlers.persons_owed`, `handlers.person_alerts`, `handlers.feed_news` and
`handlers.retention`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers import watchlist
from handlers.house import House
from intent import Intent, Severity, Verdict
from storage import schema as tables
from watchlists import Evidence, Match, Tier


@dataclass(frozen=True, slots=True)
class Named:
    """A person found in an item, and what it asks of them. Nothing that a moderator or reporter sees may depend on it."""

    person: str
    tier: str
    severity: Severity
    labels: Sequence[str]
    likeness: float
    """As judged for this person; a probability."""
    evidence: Sequence[Evidence]
    fingerprints: Sequence[str]

    @classmethod
    def by(cls, match: Match, intent: Intent, verdict: Verdict) -> Self:
        """From what the engines said."""
        return cls(
            match.person,
            str(match.tier),
            verdict.severity,
            verdict.labels,
            round(intent.likeness, 4),
            match.evidence,
            match.fingerprints,
        )

    @classmethod
    def stored(cls, house: House, person: tables.Person, found: tables.FindingPerson) -> Self:
        """From what was kept of an earlier screening. Raises SealingError."""
        evidence, fingerprints = watchlist.open_evidence(house, person, found)
        return cls(
            found.person_id,
            found.tier,
            Severity(found.severity),
            found.labels,
            found.likeness,
            evidence,
            fingerprints,
        )


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """`item`: None where nothing is left of it."""

    item: Item | None
    seen_at: datetime
    named: Named

    @property
    def may_be_young(self) -> bool:
        """Whether nothing of the post may be shown or kept."""
        return "minor" in self.named.labels

    @property
    def tentative(self) -> bool:
        return self.named.tier != str(Tier.ALERT)


def sealed(house: House, person: tables.Person, row: tables.Item, item: Item | None, named: Named) -> bytes:
    """The copy for an alert of `row` to a person."""
    if item is not None and "minor" in named.labels:
        item = item.place_and_time()
    value = {
        "item": item.to_dict() if item is not None else None,
        "seen_at": row.first_seen_at.isoformat(),
        "tier": named.tier,
        "severity": int(named.severity),
        "labels": list(named.labels),
        "likeness": named.likeness,
        "evidence": [asdict(each) for each in named.evidence],
        "fingerprints": list(named.fingerprints),
    }
    return house.vault.master.unwrap(person.wrapped_key).seal_json(value, _place(person.id, row.id))


async def of(
    house: House, session: AsyncSession, alert: tables.Alert, person: tables.Person
) -> OwnCopy | None:
    """The copy in an alert; None where it has had its time. Raises SealingError."""
    if alert.item_id is None:
        return None
    if alert.sealed_copy is None:
        return await _of_an_older_version(house, session, alert, person)
    key = house.vault.master.unwrap(person.wrapped_key)
    value: dict[str, Any] = key.open_json(alert.sealed_copy, _place(person.id, alert.item_id))
    named = Named(
        person.id,
        value["tier"],
        Severity(value["severity"]),
        value["labels"],
        value["likeness"],
        [Evidence(**each) for each in value["evidence"]],
        value["fingerprints"],
    )
    item = Item.from_dict(value["item"]) if value["item"] is not None else None
    return OwnCopy(item, datetime.fromisoformat(value["seen_at"]), named)


async def _of_an_older_version(
    house: House, session: AsyncSession, alert: tables.Alert, person: tables.Person
) -> OwnCopy | None:
    """What an alert without a copy is about, as it stands now: only of words that were judged."""
    row = await session.get_one(tables.Item, alert.item_id)
    found = await session.get(tables.FindingPerson, (row.id, person.id))
    if found is None:
        return None
    named = Named.stored(house, person, found)
    item = house.vault.open_item(row)
    if item is not None and (row.state != "screened" or "minor" in named.labels):
        item = item.place_and_time()
    return OwnCopy(item, row.first_seen_at, named)


async def purge(session: AsyncSession, those: ColumnElement[bool]) -> int:
    """Nothing is left to be seen, or kept, of the alerts that `those` selects; -> how many had a copy."""
    has_copy = tables.Alert.sealed_copy.is_not(None)
    gone = update(tables.Alert).where(those, has_copy).values(sealed_copy=None, kept=False)
    return len((await session.scalars(gone.returning(tables.Alert.id))).all())


async def make_for_kept(house: House) -> None:
    """Alerts of older versions whose words a person wants kept get their copies."""
    async with house.database.write() as session:
        query = select(tables.Alert).where(
            tables.Alert.kept.is_(True), tables.Alert.sealed_copy.is_(None), tables.Alert.item_id.is_not(None)
        )
        for alert in (await session.scalars(query)).all():
            row = await session.get_one(tables.Item, alert.item_id)
            if row.state == "new":
                continue  # nobody knows yet whether its words may be kept
            person = await session.get(tables.Person, alert.person_id)
            if person is None or watchlist.opened(house, person) is None:
                continue
            copy = await _of_an_older_version(house, session, alert, person)
            if copy is None:
                alert.kept = False  # there is nothing left to keep
                continue
            alert.sealed_copy = sealed(house, person, row, copy.item, copy.named)


def _place(person_id: str, item_id: int) -> str:
    return f"copy:{person_id}:{item_id}"
