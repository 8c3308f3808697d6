"""Writing what screened items owe: finding, cases and alerts, with the item's new state. Called by `handlers.screening`.

A group of items shares a transaction, since most of what a transaction costs is the same for one and for sixteen; what is
asked of the database for each of them (persons, subscribers, cases, who follows its feeds) is asked once a group.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog
from sqlalchemy import delete, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers import asked_of, casebook, traces, watchlist
from handlers.casebook import Around
from handlers.house import House
from handlers.own_copy import Named
from handlers.persons_owed import owe_persons
from intent import Intent, Severity, Signals, Verdict
from storage import is_in_trouble
from storage import schema as tables
from watchlists import Match, Tier

GROUP = 16
"""Items that share a transaction: what waits for its locks (a report, an edit) waits a tenth of a second."""
GIVE_UP = 5
"""Attempts after which an item that cannot be screened is set aside, visible in `headsup doctor` and the metrics."""
SETTLING = timedelta(days=1)
"""How long the posts of a baseline stay part of it, however they change."""
_WORST = Signals(earlier_by_requester=True, earlier_about_person=True, adult_context=True)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Screened:
    """One item with what the engines said of it.

    asked: by person, the intent for those of the matches for whom the text was judged apart.
    """

    item: Item
    intent: Intent
    matches: tuple[Match, ...]
    asked: Mapping[str, Intent] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Group:
    """What the database knew of some items, and of the persons found in them, before anything is written."""

    rows: dict[int, tables.Item]
    findings: dict[int, tables.Finding]
    around: dict[int, Around]
    persons: dict[str, tables.Person]
    subscribers: Sequence[tables.Subscriber]  # held here, so that the session need not ask for each again
    unsure: frozenset[int]  # items that those who follow their feeds are not to hear of


async def record(house: House, screened: Sequence[tuple[tables.Item, Screened]]) -> list[int]:
    """Write what the items owe; -> ids of alerts that are due now. One that cannot be written holds up no other.

    Raises whatever the database raises while it is in trouble itself.
    """
    due: list[int] = []
    for start in range(0, len(screened), GROUP):
        due += await _record(house, screened[start : start + GROUP])
    return due


async def count_failure(house: House, row: tables.Item, error: Exception) -> None:
    """An item could not be screened; after some attempts it is set aside."""
    log.error("an item cannot be screened", item=row.id, error=type(error).__name__, exc_info=error)
    async with house.database.write() as session:
        broken = await session.get(tables.Item, row.id)
        if broken is not None and broken.state == "new":
            broken.attempts += 1
            if broken.attempts >= GIVE_UP:
                broken.state = "failed"


async def record_again(house: House, seen: tables.Item, item: Item) -> list[int]:
    """An item whose words were not kept was seen in one more place: what was found holds there, too; -> alert ids."""
    async with house.database.write() as session:
        query = select(tables.Item).where(tables.Item.id == seen.id).with_for_update()
        row = (await session.scalars(query)).one_or_none()
        if row is None or row.state != "new" or row.revision != seen.revision:
            return []
        found = await session.get_one(tables.Finding, row.id)
        verdict = Verdict(Severity(found.severity), found.row, tuple(found.raised_by), tuple(found.labels))
        row.state = "screened"
        if row.quiet:
            return []
        around = await casebook.around(session, [row.id], [row.id])
        due = await casebook.open_cases(house, session, row, item, verdict, verdict, around[row.id])
        matches = select(tables.FindingPerson).where(tables.FindingPerson.item_id == row.id)
        for match in (await session.scalars(matches)).all():
            person = await session.get_one(tables.Person, match.person_id)
            if watchlist.opened(house, person) is None:
                continue
            named = Named.stored(house, person, match)
            due += await owe_persons(house, session, row, item, [named])
        return due


async def _record(house: House, screened: Sequence[tuple[tables.Item, Screened]]) -> list[int]:
    """One transaction; if it fails, one for each half."""
    due: list[int] = []
    written: list[tuple[tables.Item, Screened, Verdict, int]] = []
    try:
        async with house.database.write() as session:
            group = await _group(house, session, screened)
            for seen, result in screened:
                row = group.rows.get(seen.id)
                if row is None or row.state != "new" or row.revision != seen.revision:
                    continue
                with traces.of(house, row.id):
                    verdict, alerts = await _record_one(house, session, group, row, result)
                due += alerts
                written.append((row, result, verdict, len(alerts)))
    except Exception as error:
        if is_in_trouble(error):
            raise
        if len(screened) == 1:
            await count_failure(house, screened[0][0], error)
            return []
        halves = screened[: len(screened) // 2], screened[len(screened) // 2 :]
        return [alert for half in halves for alert in await _record(house, half)]
    for row, result, verdict, count in written:
        with traces.of(house, row.id):
            log.info(
                "item screened",
                item=row.id,
                source=row.source,
                severity=str(verdict.severity),
                matches=len(result.matches),
                alerts=count,
            )
    return due


async def _group(
    house: House, session: AsyncSession, screened: Sequence[tuple[tables.Item, Screened]]
) -> _Group:
    ids = [seen.id for seen, _ in screened]
    rows = select(tables.Item).where(tables.Item.id.in_(ids)).order_by(tables.Item.id).with_for_update()
    found = {row.id: row for row in (await session.scalars(rows)).all()}
    findings = select(tables.Finding).where(tables.Finding.item_id.in_(ids))
    matched = {match.person for _, result in screened for match in result.matches}
    persons: Sequence[tables.Person] = []
    subscribers: Sequence[tables.Subscriber] = []
    if matched:
        query = select(tables.Person).where(tables.Person.id.in_(matched))
        persons = (await session.scalars(query)).all()
        theirs = {person.subscriber_id for person in persons}
        whose = select(tables.Subscriber).where(tables.Subscriber.id.in_(theirs))
        subscribers = (await session.scalars(whose)).all()
    thresholds = house.classifier.thresholds
    may_open = [
        seen.id
        for seen, result in screened
        if house.policy.judge(result.intent, _WORST, thresholds).severity is not Severity.NONE
    ]
    return _Group(
        found,
        {each.item_id: each for each in (await session.scalars(findings)).all()},
        await casebook.around(session, ids, may_open),
        {person.id: person for person in persons},
        subscribers,
        await _unsure(house, session, screened, may_open),
    )


async def _unsure(
    house: House,
    session: AsyncSession,
    screened: Sequence[tuple[tables.Item, Screened]],
    may_open: Collection[int],
) -> frozenset[int]:
    """Of those that may open cases, the items that their source alone does not make sure of, and that nobody reported."""
    thresholds = house.classifier.thresholds
    unsure = {
        seen.id
        for seen, result in screened
        if seen.id in may_open and not house.policy.is_sure(result.intent, thresholds, seen.source)
    }
    if not unsure:
        return frozenset()
    reported = select(tables.Report.item_id).where(tables.Report.item_id.in_(unsure))
    return frozenset(unsure.difference((await session.scalars(reported)).all()))


async def _record_one(
    house: House, session: AsyncSession, group: _Group, row: tables.Item, result: Screened
) -> tuple[Verdict, list[int]]:
    around, before = group.around[row.id], group.findings.get(row.id)
    if row.id in group.unsure:
        around = around.without_followers()
    matches = [match for match in result.matches if match.person in group.persons]
    signals = await _signals(session, row, result)
    verdict = house.policy.judge(result.intent, signals, house.classifier.thresholds)
    named = _judged_apart(house, result, matches, signals, await _asked_before(session, row, matches))
    raised = await casebook.below(session, row, verdict.severity) if row.revision else ()
    edited_since = _edited_since(house, row, before)
    put_in = await _put_in(session, row, named) if edited_since is not None else []
    row.quiet = row.quiet and (edited_since is None or int(verdict.severity) <= edited_since)
    shown = verdict.labels  # on every card: of the young also where the text as such asks for nobody real
    if house.policy.may_be_young(result.intent, house.classifier.thresholds) and "minor" not in shown:
        shown = (*shown, "minor")
    await _store_finding(
        house, session, group, row, result.intent, replace(verdict, labels=shown), named, matches
    )
    row.state = "screened"
    if "minor" in shown:
        row.sealed = house.vault.seal_item(result.item.place_and_time(), row.scope, row.dedupe_hash)
    if row.quiet:  # whoever an edit put into it is told; moderators are not: cards depend on no watchlist
        due = await owe_persons(house, session, row, result.item, put_in)
    else:
        confirmed = house.policy.judge(
            result.intent, replace(signals, earlier_by_requester=True), house.classifier.thresholds
        )
        due = await casebook.open_cases(house, session, row, result.item, verdict, confirmed, around)
        due += await owe_persons(house, session, row, result.item, named)
        due += await casebook.owe_raised(session, house.clock(), raised, verdict.severity)
    for case in around.cases:  # an edit that made an item graver shows on the cases that it is in
        if case.severity < int(verdict.severity):
            case.severity = int(verdict.severity)
            case.revision += 1
    return verdict, due


def _judged_apart(
    house: House,
    result: Screened,
    matches: Sequence[Match],
    signals: Signals,
    asked_before: Collection[str],
) -> list[Named]:
    named = []
    for match in matches:
        intent = result.asked.get(match.person, result.intent)
        theirs = replace(signals, earlier_about_person=match.person in asked_before)
        verdict = asked_of.judge(house.policy, intent, match, theirs, house.classifier.thresholds)
        named.append(Named.by(match, intent, verdict))
    return named


def _edited_since(house: House, row: tables.Item, before: tables.Finding | None) -> int | None:
    """The severity before an edit of a feed's baseline that may be news after all; None if it is not one.

    Not within a post's first day: sources whose list and text come apart are still being read then.
    """
    if not row.quiet or row.revision == 0 or before is None:
        return None
    return before.severity if house.clock() - row.first_seen_at >= SETTLING else None


async def _put_in(session: AsyncSession, row: tables.Item, named: Sequence[Named]) -> list[Named]:
    """Those who were not found in the item before, or of whom it asks more now."""
    found = tables.FindingPerson
    query = select(found).where(found.item_id == row.id)
    before = {each.person_id: each.severity for each in (await session.scalars(query)).all()}
    return [each for each in named if before.get(each.person, -1) < int(each.severity)]


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
    """Which of the matched persons an earlier item with other words asked for; an alert outlives what was found."""
    sure = [match.person for match in matches if match.tier is Tier.ALERT]
    if not sure:
        return set()
    found, alert = tables.FindingPerson, tables.Alert
    surely_found = (found.tier == str(Tier.ALERT)) & (found.severity >= int(Severity.LOW))
    stands = (alert.kind == "person") & alert.response.is_distinct_from("not_me")
    queries = [
        select(table.person_id)
        .join(tables.Item, tables.Item.id == table.item_id)
        .where(table.person_id.in_(sure), which)
        .where(tables.Item.id < row.id, tables.Item.content_hash != row.content_hash)
        for table, which in ((found, surely_found), (alert, stands))
    ]
    return set(filter(None, (await session.scalars(union(*queries))).all()))


async def _store_finding(
    house: House,
    session: AsyncSession,
    group: _Group,
    row: tables.Item,
    intent: Intent,
    verdict: Verdict,
    named: Sequence[Named],
    matches: Sequence[Match],
) -> None:
    finding = group.findings.get(row.id)
    if finding is None:
        finding = tables.Finding(item_id=row.id)
        session.add(finding)
    else:
        await session.execute(delete(tables.FindingPerson).where(tables.FindingPerson.item_id == row.id))
    finding.intent = {name: round(p, 4) for name, p in intent.as_dict().items()}
    finding.labels = list(verdict.labels)
    finding.severity = int(verdict.severity)
    finding.row = verdict.row or ""
    finding.raised_by = list(verdict.raised_by)
    finding.model = house.classifier.version
    finding.screened_at = house.clock()
    session.add_all(
        tables.FindingPerson(
            item_id=row.id,
            person_id=each.person,
            tier=each.tier,
            severity=int(each.severity),
            labels=list(each.labels),
            likeness=each.likeness,
            score=match.score,
            sealed_evidence=watchlist.seal_evidence(house, group.persons[each.person], row.id, match),
        )
        for each, match in zip(named, matches, strict=True)
    )
    await session.flush()
