"""Taking items in, exactly once. Called by polling and by reports, inside the transaction that moves the cursor or
stores the report: whatever was acknowledged is in the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from feeds.identity import Keys, Verdict, keys, verdict
from handlers.house import House
from storage import schema as tables

_SHARED = ("id:", "url:")  # keys that mean the same thing on every feed


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document's items."""

    new: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    also_seen: tuple[int, ...] = ()
    """Known from another feed, and now seen on this one."""

    @property
    def to_screen(self) -> bool:
        """Whether there is something for the screening to do."""
        return bool(self.new or self.edited or self.also_seen)


def _scope(primary: str, feed_id: int | None) -> str:
    if primary.startswith(_SHARED):
        return "all"
    return f"feed:{feed_id}" if feed_id is not None else "report"


async def take_in(
    house: House, session: AsyncSession, items: Sequence[Item], *, feed_id: int | None, quiet: bool = False
) -> Taken:
    """Store what is new among one document's items; mark what was edited to be screened again.

    `quiet` items are a feed's baseline: they are screened and kept for comparison, and nobody is alerted of them.
    """
    if not items:
        return Taken()
    vault = house.vault
    described = []
    for item, key in zip(items, keys(items), strict=True):
        scope = _scope(key.primary, feed_id)
        described.append((item, key, scope, vault.dedupe_hash(scope, key.primary), vault.content_hash(item)))
    hashes = {each[3] for each in described}
    known = select(tables.Item).where(
        tables.Item.scope.in_({each[2] for each in described}), tables.Item.dedupe_hash.in_(hashes)
    )
    rows = {(row.scope, row.dedupe_hash): row for row in (await session.scalars(known)).all()}
    seen_here = await _seen_on(session, [row.id for row in rows.values()], feed_id)
    own_contents = await _contents(session, {each[4] for each in described}, feed_id)
    new: list[int] = []
    edited: list[int] = []
    also_seen: list[int] = []
    for item, key, scope, dedupe, content in described:
        row = rows.get((scope, dedupe))
        if row is not None and _says_otherwise(house, row, key, content, seen_here, feed_id):
            scope = f"feed:{feed_id}"
            dedupe = vault.dedupe_hash(scope, key.primary)
            row = await _stored(session, scope, dedupe)
            if row is not None:
                seen_here |= await _seen_on(session, [row.id], feed_id)
        stored = {key.primary: key.content if row.content_hash == content else ""} if row is not None else {}
        match verdict(key, stored, {key.content} if content in own_contents else ()):
            case Verdict.NEW:
                row = _row(house, item, scope, dedupe, content, quiet)
                try:
                    async with session.begin_nested():
                        session.add(row)
                except IntegrityError:  # another process stored it since we looked
                    row = await _stored(session, scope, dedupe)
                    assert row is not None  # noqa: S101 - it was in the way
                else:
                    new.append(row.id)
                rows[(scope, dedupe)] = row
                own_contents.add(content)
            case Verdict.EDITED if content in own_contents and scope != "all":
                pass  # two posts shared one guid for a while: this one is stored under its next key
            case Verdict.EDITED:
                assert row is not None  # noqa: S101 - EDITED means that it is stored
                row.sealed = vault.seal_item(item, scope, dedupe)
                row.content_hash = content
                row.requester_hash = vault.requester_hash(item)
                row.state = "new"
                row.revision += 1
                edited.append(row.id)
            case _:
                pass
        if row is None or feed_id is None or row.id in seen_here:
            continue
        seen_here.add(row.id)
        session.add(tables.ItemFeed(item_id=row.id, feed_id=feed_id))
        if row.id not in new and not quiet and row.state != "purged":
            row.state = "new"
            row.quiet = False
            also_seen.append(row.id)
    await session.flush()
    return Taken(tuple(new), tuple(edited), tuple(also_seen))


def _row(house: House, item: Item, scope: str, dedupe: str, content: str, quiet: bool) -> tables.Item:
    vault = house.vault
    return tables.Item(
        scope=scope,
        source=item.source,
        dedupe_hash=dedupe,
        content_hash=content,
        link_hash=vault.link_hash(item.url),
        requester_hash=vault.requester_hash(item),
        sealed=vault.seal_item(item, scope, dedupe),
        state="new",
        quiet=quiet,
        posted_at=item.posted_at,
        first_seen_at=house.clock(),
        revision=0,
        attempts=0,
    )


def _says_otherwise(
    house: House,
    row: tables.Item,
    key: Keys,
    content: str,
    seen_here: set[int],
    feed_id: int | None,
) -> bool:
    """Whether a feed gives an address that is known from elsewhere other words: then they are an item of their own.

    Anybody can put any address into a feed. The words that another place gave it stay, and these are screened beside them;
    the address joins both in one case. A report without words is no words.
    """
    if feed_id is None or row.id in seen_here or row.content_hash == content:
        return False
    if not key.primary.startswith("url:") or row.scope != "all":
        return False
    known = house.vault.open_item(row)
    return known is None or bool(known.title.strip() or known.body.strip())


async def _stored(session: AsyncSession, scope: str, dedupe: str) -> tables.Item | None:
    query = select(tables.Item).where(tables.Item.scope == scope, tables.Item.dedupe_hash == dedupe)
    return (await session.scalars(query)).one_or_none()


async def _contents(session: AsyncSession, hashes: set[str], feed_id: int | None) -> set[str]:
    if feed_id is None:
        return set()
    query = (
        select(tables.Item.content_hash)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.ItemFeed.feed_id == feed_id, tables.Item.content_hash.in_(hashes))
    )
    return set((await session.scalars(query)).all())


async def _seen_on(session: AsyncSession, item_ids: Sequence[int], feed_id: int | None) -> set[int]:
    """Which of these items were seen on this feed before."""
    query = select(tables.ItemFeed.item_id).where(
        tables.ItemFeed.feed_id == feed_id, tables.ItemFeed.item_id.in_(item_ids)
    )
    return set((await session.scalars(query)).all())
