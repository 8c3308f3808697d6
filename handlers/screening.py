"""From an item to what is owed: match, classify, give a severity, open cases, write alerts. Called by `handlers.work`.

The finding, the cases and the alerts are written in one transaction with the item's new state: after a crash an item is
either still new, and screened again, or has all that it owes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy import ColumnElement, Select, or_, select, update

from feeds import Item
from handlers import recording, traces, watchlist
from handlers.asked_of import likelier, to_judge_again
from handlers.house import House
from handlers.recording import Screened
from handlers.settings import LEASE
from intent import Intent, compose
from storage import schema as tables
from watchlists import Text
from watchlists.sealing import Damaged

BATCH = 64
HARMLESS = Item(source="probe", body="The weather is fine today.")

log = structlog.get_logger(__name__)


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


async def examine(house: House, items: Sequence[Item]) -> list[Screened]:
    """Match and classify; stores nothing."""
    texts = [to_text(item) for item in items]
    composed = [compose(item.title, item.body, item.tags) for item in items]
    matches, intents = await asyncio.gather(
        asyncio.to_thread(house.screener.matches, texts), house.classifier.classify(composed)
    )
    asked: list[dict[str, Intent]] = [{} for _ in items]
    again = to_judge_again(composed, matches)
    others = list(dict.fromkeys(again.values()))  # one for all who watch for the same name
    judged = dict(zip(others, await house.classifier.classify(others), strict=True))
    for (number, person), other in again.items():
        asked[number][person] = likelier(intents[number], judged[other])
    return [
        Screened(item, intent, tuple(found), of_them)
        for item, intent, found, of_them in zip(items, intents, matches, asked, strict=True)
    ]


async def screen_new(house: House) -> int:
    """Screen up to a batch of new items; -> how many were recorded or set aside. Call again until it gives 0.

    A batch is taken by a lease, so that several processes screen different items.
    """
    async with house.screening:
        await watchlist.catch_up(house)
        try:
            rows = await _take(house)
            due = await _screen(house, rows)
        except BaseException:  # cancelled, too, and while the lease was being taken
            await asyncio.shield(_let_go(house, tables.Item.state == "new"))
            raise
        if rows:
            await _let_go(house, tables.Item.id.in_([row.id for row in rows]))
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


async def _let_go(house: House, those: ColumnElement[bool]) -> None:
    """Whatever is new still (it could not be screened, or was edited meanwhile) is free for anybody."""
    async with house.database.write() as session:
        await session.execute(
            update(tables.Item)
            .where(those, tables.Item.lease_owner == house.owner)
            .values(lease_owner=None, lease_until=None)
        )


async def _screen(house: House, rows: Sequence[tables.Item]) -> list[int]:
    if not rows:
        return []
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
                due += await recording.record_again(house, row, item)
    screened = await _examined(house, [each for each in opened if each[0].id not in wordless])
    return due + await recording.record(house, screened)


async def _without_words(house: House, opened: Sequence[tuple[tables.Item, Item]]) -> set[int]:
    """Items that were screened before and may concern a young person: their words were not kept, so the finding stands."""
    ids = [row.id for row, item in opened if not item.title and not item.body]
    if not ids:
        return set()
    async with house.database.read() as session:
        query = select(tables.Finding).where(tables.Finding.item_id.in_(ids))
        return {each.item_id for each in (await session.scalars(query)).all() if "minor" in each.labels}


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
        await recording.count_failure(house, row, error)
        return []


async def _set_aside(house: House, ids: Sequence[int]) -> None:
    log.error("items cannot be opened and were set aside", count=len(ids))
    async with house.database.write() as session:
        for row in (await session.scalars(select(tables.Item).where(tables.Item.id.in_(ids)))).all():
            row.state = "purged"
