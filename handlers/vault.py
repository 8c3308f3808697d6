"""Sealing and opening rows: items, persons, accounts. Between `watchlists.sealing` (keys) and `storage` (bytes).

Two keys live in the database, wrapped by the master key: `data` seals items, accounts and notes; `lookup` makes keyed
hashes. Every person has a key of its own; deleting the row destroys it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from feeds import Item, canonical_url, content_hash, dedupe_key
from storage import Database
from storage import schema as tables
from watchlists import Person
from watchlists.sealing import Key, MasterKeys

FORGOTTEN = "forgotten:"
"""How the hash of a reporter or voucher begins who was forgotten."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A row of `persons`, opened."""

    person: Person
    key: Key
    row: tables.Person

    @property
    def label(self) -> str:
        """The first thing the subscriber wrote: how they know which person it is."""
        terms = (*self.person.names, *self.person.aliases, *self.person.handles, *self.person.urls)
        return terms[0] if terms else "?"


class Vault:
    """Seals and opens. Make one with `open_vault`."""

    def __init__(self, master: MasterKeys, data: Key, lookup: Key) -> None:
        self.master = master
        self._data = data
        self._lookup = lookup

    def index_key(self) -> bytes:
        """The key of the matching engine's index file."""
        return self._data.derive("watchlist index")

    # Items

    def seal_item(self, item: Item, scope: str, dedupe_hash: str) -> bytes:
        """An item, bound to its place in the table."""
        return self._data.seal_json(item.to_dict(), f"item:{scope}:{dedupe_hash}")

    def open_item(self, row: tables.Item) -> Item | None:
        """The item of a row; None if its text was purged. Raises Damaged."""
        if row.sealed is None:
            return None
        return Item.from_dict(self._data.open_json(row.sealed, f"item:{row.scope}:{row.dedupe_hash}"))

    def dedupe_hash(self, scope: str, key: str) -> str:
        """Under which an item is one of its kind."""
        return self._lookup.hash("dedupe", f"{scope}\0{key}")

    def content_hash(self, item: Item) -> str:
        """The same for the same words, wherever they were posted; posts without words have nothing in common."""
        if item.title.strip() or item.body.strip():
            return self._lookup.hash("content", content_hash(item))
        return self._lookup.hash("wordless", dedupe_key(item))

    def link_hash(self, url: str) -> str | None:
        """The same for the same page."""
        return self._lookup.hash("link", canonical_url(url)) if url else None

    def message_hash(self, message: str) -> str:
        """What a message of a private chat goes by, whose own id would say whose chat it is."""
        return self._lookup.hash("message", message)

    def requester_hash(self, item: Item) -> str | None:
        """The same for the same author of one source."""
        name = item.author_id or item.author
        return self._lookup.hash("requester", f"{item.source}\0{name}") if name else None

    # Accounts and notes

    def account_hash(self, platform: str, account: str) -> str:
        """Under which a subscriber or reporter is found again."""
        return self._lookup.hash("account", f"{platform}\0{account}")

    def forgotten_hash(self, account_hash: str, item_id: int) -> str:
        """What stays of a reporter who was forgotten: good for one item alone, so that forgetting gives no second vote."""
        return FORGOTTEN + self._lookup.hash("forgotten", f"{account_hash}\0{item_id}")[:32]

    def forgotten_voucher(self, account_hash: str, proof_id: int) -> str:
        """What stays of a moderator who was forgotten: good for one request to vouch alone, so that nobody vouches twice."""
        return FORGOTTEN + self._lookup.hash("forgotten voucher", f"{account_hash}\0{proof_id}")[:32]

    def code_hash(self, code: str) -> str:
        """Under which a code that links two accounts is found again."""
        return self._lookup.hash("code", code)

    def trace(self, what: str) -> str:
        """An id for the log that says nothing without the key, and is the same in every process."""
        return self._lookup.hash("trace", what)[:12]

    def handle_hash(self, handle: str) -> str:
        """Under which a proved handle is claimed."""
        return self._lookup.hash("handle", handle)

    def seal_note(self, text: str, purpose: str) -> bytes:
        """A short text (an account id, a reason, a note)."""
        return self._data.seal(text.encode(), f"note:{purpose}")

    def open_note(self, sealed: bytes | None, purpose: str) -> str:
        """What `seal_note` was given; empty if there is none. Raises Damaged."""
        return "" if sealed is None else self._data.open(sealed, f"note:{purpose}").decode()

    # Persons

    def new_person_key(self) -> tuple[Key, bytes]:
        """A key for a new person, and the same wrapped."""
        key = Key.new()
        return key, self.master.wrap(key)

    def seal_person(self, person: Person, key: Key) -> bytes:
        """What identifies a person."""
        value = {
            "names": person.names,
            "aliases": person.aliases,
            "handles": person.handles,
            "urls": person.urls,
            "context": person.context,
            "not_me": sorted(person.not_me),
        }
        return key.seal_json(value, f"person:{person.id}")

    def open_person(self, row: tables.Person) -> Watched:
        """A person's row, opened. Raises KeyMissing or Damaged."""
        key = self.master.unwrap(row.wrapped_key)
        value = key.open_json(row.sealed, f"person:{row.id}")
        return Watched(
            Person(
                id=row.id,
                names=tuple(value["names"]),
                aliases=tuple(value["aliases"]),
                handles=tuple(value["handles"]),
                urls=tuple(value["urls"]),
                context=tuple(value["context"]),
                not_me=frozenset(value["not_me"]),
            ),
            key,
            row,
        )


async def open_vault(database: Database, master: MasterKeys, now: datetime) -> Vault:
    """The vault of a database; makes its keys the first time. Raises KeyMissing if the master key is another one."""
    async with database.write() as session:
        await database.keep_writers_out(session, "secrets")  # processes that start at once get the same keys
        rows = {row.name: row for row in (await session.scalars(select(tables.Secret))).all()}
        for name in ("data", "lookup"):
            if name not in rows:
                rows[name] = tables.Secret(name=name, wrapped=master.wrap(Key.new()), created_at=now)
                session.add(rows[name])
    return Vault(master, master.unwrap(rows["data"].wrapped), master.unwrap(rows["lookup"].wrapped))


async def rotate(
    database: Database, master: MasterKeys, progress: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Wrap every key again with the current master key; -> how many were. Safe while the bot runs and when cut short.

    At the end nothing is wrapped with another key, also not by a transaction that was under way: the old keys may go.
    """
    count = done = 0
    last = ""
    async with database.read() as session:
        total = await session.scalar(select(func.count()).select_from(tables.Person)) or 0
    while True:
        async with database.write() as session:
            query = select(tables.Person).where(tables.Person.id > last).order_by(tables.Person.id).limit(500)
            persons = (await session.scalars(query.with_for_update())).all()
            for person in persons:
                last = person.id
                count += _wrap_again(person, master)
        if not persons:
            break
        done += len(persons)
        progress(done, total)
    async with database.write() as session:
        await database.keep_writers_out(session, "persons", "secrets")
        for secret in (await session.scalars(select(tables.Secret))).all():
            if not master.is_current(secret.wrapped):
                secret.wrapped = master.wrap(master.unwrap(secret.wrapped))
                count += 1
        for person in (await session.scalars(_not_current(master))).all():
            count += _wrap_again(person, master)
    return count


async def waiting(database: Database, master: MasterKeys) -> int:
    """How many keys are not wrapped with the current master key: more than none after a rotation that was cut short."""
    async with database.read() as session:
        secrets = (await session.scalars(select(tables.Secret))).all()
        persons = await session.scalar(select(func.count()).select_from(_not_current(master).subquery()))
    return (persons or 0) + sum(not master.is_current(secret.wrapped) for secret in secrets)


def _wrap_again(person: tables.Person, master: MasterKeys) -> int:
    if master.is_current(person.wrapped_key):
        return 0
    person.wrapped_key = master.wrap(master.unwrap(person.wrapped_key))
    return 1


def _not_current(master: MasterKeys) -> Select[tables.Person]:
    """Persons whose key another master key wraps, found by the key id that a wrapped key begins with."""
    begin = func.substr(tables.Person.wrapped_key, 1, len(master.mark))
    return select(tables.Person).where(begin != master.mark)
