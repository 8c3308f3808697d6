"""Backups: whole, of one moment, closed to whoever has not the key, and restored on either engine or not at all."""

from __future__ import annotations

import asyncio
import gzip
import json
import shutil
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from handlers import watchlist, work
from storage import Database, migrating
from storage import schema as tables
from storage.backup import ID_GAP, NotEmpty, last, make, restore, verify
from storage.database import DatabaseInUse, SchemaMismatch
from storage.snapshot import BackupDamaged, BackupError, NotABackup
from tests.conftest import own_postgres
from tests.e2e.traces import traces
from tests.handlers.harness import JORUNN, MEMBER, MODERATOR, World, item, open_world, said
from tests.storage.filled import content, fill, lost, make_empty

REVISIONS = migrating.revisions()


@pytest.fixture(params=["sqlite", "postgresql"])
async def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Another empty database, on each engine: every backup is restored on both."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/other.sqlite3"
        return
    async with own_postgres() as url:
        yield url


@pytest.fixture
async def filled(database_url: str) -> AsyncIterator[Database]:
    """A database with rows in every table."""
    database = Database(database_url)
    async with database._writer.connect() as connection, connection.begin():
        await connection.run_sync(make_empty, REVISIONS[-1])
        await connection.run_sync(fill)
    yield database
    await database.close()


@pytest.fixture
async def small(tmp_path: Path) -> AsyncIterator[Database]:
    """The same on the embedded engine alone, for what the engine has no part in."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/small.sqlite3")
    async with database._writer.connect() as connection, connection.begin():
        await connection.run_sync(make_empty, REVISIONS[-1])
        await connection.run_sync(fill)
    yield database
    await database.close()


async def _content(database: Database) -> dict[str, list[dict[str, object]]]:
    async with database._engine.connect() as connection:
        found: dict[str, list[dict[str, object]]] = await connection.run_sync(content)
        return found


async def _backup(database: Database, path: Path) -> Path:
    await make(database, path, version="1")
    return path


async def test_a_backup_restores_every_row_on_either_engine(
    filled: Database, other_url: str, tmp_path: Path
) -> None:
    before = await _content(filled)
    path = await _backup(filled, tmp_path / "b.backup")
    other = Database(other_url)
    assert await restore(other, path) == 0
    after = await _content(other)
    for rows in (before, after):  # the numbers of changes go on from a higher one; see the index's test
        for name in ("persons", "person_removals"):
            for row in rows[name]:
                del row["revision"]
        rows["counters"] = [row for row in rows["counters"] if row["name"] not in ("watchlist", "backup")]
    for name in ("processes", "holds", "paces"):
        assert after.pop(name) == [], "what was running then is not running now"
        del before[name]
    assert lost(before, after) == []
    assert await other.upgrade() == (REVISIONS[-1], REVISIONS[-1])
    await other.close()


@pytest.mark.parametrize("revision", REVISIONS)
async def test_a_backup_of_an_older_version_is_upgraded_on_the_way(
    database_url: str, tmp_path: Path, revision: str
) -> None:
    old = Database(f"sqlite+aiosqlite:///{tmp_path}/old.sqlite3")
    async with old._writer.connect() as connection, connection.begin():
        await connection.run_sync(make_empty, revision)
        await connection.run_sync(fill)
    before = await _content(old)
    path = await _backup(old, tmp_path / "b.backup")
    assert verify(path).revision == revision
    database = Database(database_url)
    await restore(database, path)
    assert await database.revision() == (REVISIONS[-1], REVISIONS[-1])
    after = await _content(database)
    for name in set(before) - {"counters", "processes", "holds", "paces"}:
        assert len(after[name]) == len(before[name]), name
    for each in (old, database):
        await each.close()


async def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(
    ready_url: str, tmp_path: Path
) -> None:
    """Two tables are always written together; in the backup they agree, though it was taken in the middle of it."""
    database, writer = Database(ready_url), Database(ready_url)
    going = True

    async def write(name: str) -> None:
        number = 0
        while going:
            number += 1
            async with writer.write() as session:
                session.add(tables.Counter(name=f"{name}{number}", value=number))
                session.add(
                    tables.PersonRemoval(person_id=f"{name}{number}", revision=1, at=datetime.now(UTC))
                )
            await asyncio.sleep(0)

    writing = [asyncio.create_task(write("a")), asyncio.create_task(write("b"))]
    try:
        for number in range(5):
            await asyncio.sleep(0.05)
            path = await _backup(database, tmp_path / f"{number}.backup")
            seen: dict[str, set[str]] = {"counters": set(), "person_removals": set()}
            verify(path, look=lambda table, row: seen[table].add(row.get("name") or row["person_id"]))  # noqa: B023
            assert seen["counters"] - {"watchlist", "backup"} == seen["person_removals"]
            assert not writing[0].done()
    finally:
        going = False
        await asyncio.gather(*writing)
    assert len(seen["person_removals"]) > 5, "writing went on meanwhile"
    for each in (database, writer):
        await each.close()


async def test_a_backup_is_for_its_owner_and_replaces_nothing_unless_told_to(
    small: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    path = await _backup(small, folder / "b.backup")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    written = path.read_bytes()
    with pytest.raises(BackupError, match=r"exists already.*--force"):
        await make(small, path, version="1")
    assert path.read_bytes() == written
    await make(small, path, version="2", replace=True)
    assert verify(path).version == "2"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="cannot be written"):
        await make(small, folder / "nowhere" / "b.backup", version="1")
    assert [each.name for each in folder.iterdir()] == ["b.backup"], "no drafts are left"


async def test_a_backup_that_breaks_off_leaves_nothing(filled: Database, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def stop(table: str, _: object) -> None:
        if table == "persons":
            raise Stop

    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(Stop):
        await make(filled, folder / "b.backup", version="1", look=stop)
    assert list(folder.iterdir()) == []
    assert await last(filled) is None


async def test_an_empty_database_is_no_backup(database_url: str, tmp_path: Path) -> None:
    database = Database(database_url)
    with pytest.raises(BackupError, match=r"database\.url"):
        await make(database, tmp_path / "b.backup", version="1")
    await database.close()


async def test_nothing_can_be_read_in_a_backup(world: World, tmp_path: Path) -> None:
    secrets = await _lived(world)
    path = await _backup(world.house.database, tmp_path / "b.backup")
    inside = gzip.decompress(path.read_bytes())
    assert traces(path.read_bytes(), secrets) == []
    assert traces(inside, secrets) == []
    assert b"case_events" in inside, "it is not empty"
    assert traces(inside + b"Jorunn Valderhaug", secrets), "the search itself finds what is there"
    raw = world.keys.keys[0].raw
    assert raw not in inside
    assert raw.hex().encode() not in inside


async def _lived(world: World) -> set[str]:
    """Persons, a report, cases, a decision, sent and owed alerts; -> what nobody may read."""
    await world.feed("board")
    await world.setup()
    await world.watch()
    await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug", author="poster-of-it"))
    await world.command(MEMBER, "report", text="[likeness] words of a member", reason="it names my sister")
    (case, *_) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    world.queue.held = True
    await world.arrives("board", item("[likeness] another model of Jorunn Valderhaug"))
    return {"Jorunn", "Valderhaug", "jorunnval", "poster-of-it", "words of a member", "it names my sister"}


async def test_what_is_owed_is_delivered_after_a_restoration_and_what_was_sent_is_not_again(
    ready_url: str, other_url: str, tmp_path: Path
) -> None:
    async with open_world(ready_url) as world:
        await _lived(world)
        await work.screen(world.house)  # its alerts are owed, and the queue forgets them
        path = await _backup(world.house.database, tmp_path / "b.backup")
        keys = world.keys
        assert len(world.direct(JORUNN)) == 1
    other = Database(other_url)
    await restore(other, path)
    await other.close()
    async with open_world(other_url, keys) as world:
        await watchlist.catch_up(world.house)
        await work.sweep(world.house)
        assert len(world.direct(JORUNN)) == 1, "the one that was owed"
        assert len(world.cards) == 1
        await work.sweep(world.house)
        assert len(world.console.messages) == 2
        assert "Jorunn Valderhaug" in said((await world.command(JORUNN, "watch list")).card)
        states = {row.state for row in await world.rows(tables.Alert)}
        assert "owed" not in states


async def test_persons_who_were_removed_since_stay_removed(world: World, tmp_path: Path) -> None:
    await _lived(world)
    kept = await world.watch(JORUNN, names="Ragnvi Solstrand")
    path = await _backup(world.house.database, tmp_path / "b.backup")
    gone = next(row.id for row in await world.rows(tables.Person) if row.id != kept)
    await world.press(JORUNN, f"watch.removed:{gone}")
    await world.house.database.close()
    assert await restore(world.house.database, path, replace=True) == 1
    assert [row.id for row in await world.rows(tables.Person)] == [kept]
    assert await world.rows(tables.FindingPerson) == []
    assert gone not in {row.person_id for row in await world.rows(tables.Alert)}
    async with world.house.database._engine.connect() as connection:
        assert await connection.run_sync(migrating.orphans) == []


async def test_no_index_from_before_passes_for_up_to_date(world: World, tmp_path: Path) -> None:
    """Somebody changed a watchlist after the backup: the process that knows the change takes in what is restored."""
    await world.watch(names="Jorunn Valderhaug")
    path = await _backup(world.house.database, tmp_path / "b.backup")
    (row,) = await world.rows(tables.Person)
    await world.press(JORUNN, f"watch.edited:{row.id}", {"names": "Ragnvi Solstrand"})
    known = world.house.watchlist_revision
    await world.house.database.close()
    await restore(world.house.database, path, replace=True)
    assert world.house.watchlist_revision == known
    await watchlist.catch_up(world.house)
    await world.feed("board")
    await world.arrives("board", item("[likeness] a model of Ragnvi Solstrand"))
    assert world.direct(JORUNN) == []
    await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug"))
    assert len(world.direct(JORUNN)) == 1


async def test_new_rows_take_ids_that_no_message_carries(
    small: Database, other_url: str, tmp_path: Path
) -> None:
    """Cards posted after the backup are still in the channels; their buttons carry ids that it does not know."""
    path = await _backup(small, tmp_path / "b.backup")
    other = Database(other_url)
    await restore(other, path)
    for table in (tables.Case, tables.Alert, tables.Proof, tables.Report):
        async with other.write() as session:
            row = (await session.scalars(select(table).limit(1))).one()
            values = {
                name: value
                for name in table.__table__.columns.keys()  # noqa: SIM118
                if name != "id" and (value := getattr(row, name)) is not None
            }
            values |= {"reference": "H-NEW", "dedupe": "new", "claim": "new", "reporter_hash": "new"}
            values = {name: value for name, value in values.items() if name in table.__table__.columns}
            (made,) = (await session.scalars(insert(table).values(**values).returning(table.id))).all()
            assert made > ID_GAP, table.__tablename__
    await other.close()


async def test_a_database_that_holds_something_is_not_replaced_unless_told_to(
    small: Database, other_url: str, tmp_path: Path
) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    other = Database(other_url)
    async with other._writer.connect() as connection, connection.begin():
        await connection.run_sync(make_empty, REVISIONS[-1])
        await connection.execute(
            insert(tables.PersonRemoval).values(person_id="x", revision=1, at=datetime.now(UTC))
        )
    before = await _content(other)
    with pytest.raises(NotEmpty, match=r"1 person removals.*--force"):
        await restore(other, path)
    assert await _content(other) == before
    await restore(other, path, replace=True)
    assert len((await _content(other))["persons"]) == 4
    await other.close()


async def test_a_database_that_a_new_bot_has_only_opened_may_be_restored_into(
    small: Database, ready_url: str, tmp_path: Path
) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    async with open_world(await _upgraded(ready_url)) as world:
        await world.feed("board")
    database = Database(ready_url)
    await restore(database, path)
    assert len((await _content(database))["persons"]) == 4
    await database.close()


async def _upgraded(url: str) -> str:
    database = Database(url)
    await database.upgrade()
    await database.close()
    return url


async def test_nothing_is_restored_while_a_bot_has_the_database_open(
    small: Database, other_url: str, tmp_path: Path
) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    bot = Database(await _upgraded(other_url))
    await bot.ping()
    before = await _content(bot)
    other = Database(other_url)
    with pytest.raises(DatabaseInUse, match="Stop the bot"):
        await restore(other, path, replace=True)
    assert await _content(bot) == before
    async with bot.write() as session:
        session.add(tables.Counter(name="still writes", value=1))
    await bot.close()
    await restore(other, path, replace=True)
    await other.close()


@pytest.mark.parametrize("damage", ["cut", "cut late", "flipped", "a row less", "a row more", "a table less"])
async def test_a_damaged_backup_changes_nothing(small: Database, tmp_path: Path, damage: str) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    _damage(path, damage)
    with pytest.raises(BackupDamaged, match=r"b\.backup"):
        verify(path)
    other = Database(await _upgraded(f"sqlite+aiosqlite:///{tmp_path}/other.sqlite3"))
    before = await _content(other)
    await other.close()
    with pytest.raises(BackupError):
        await restore(other, path)
    assert await _content(other) == before
    await other.close()


def _damage(path: Path, damage: str) -> None:
    raw = path.read_bytes()
    lines = gzip.decompress(raw).splitlines(keepends=True)
    if damage in ("cut", "cut late"):
        path.write_bytes(raw[: len(raw) // 2 if damage == "cut" else -3])
    elif damage == "flipped":
        lines[5] = lines[5].replace(b"4", b"5")
        path.write_bytes(gzip.compress(b"".join(lines)))
    elif damage == "a row less":
        path.write_bytes(gzip.compress(b"".join(lines[:5] + lines[6:])))
    elif damage == "a row more":
        path.write_bytes(gzip.compress(b"".join([*lines[:5], lines[5], *lines[5:]])))
    else:
        head = json.loads(lines[0])
        rows = head["tables"].pop(0)["rows"]
        path.write_bytes(gzip.compress(b"".join([json.dumps(head).encode() + b"\n", *lines[1 + rows :]])))


@pytest.mark.parametrize("kind", ["text", "gzip", "sqlite", "empty", "nothing", "folder"])
async def test_a_file_that_is_no_backup_is_a_clear_error(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "other.backup"
    if kind == "text":
        path.write_text("hello")
    elif kind == "gzip":
        path.write_bytes(gzip.compress(b'{"a": 1}\n'))
    elif kind == "sqlite":
        await _upgraded(f"sqlite+aiosqlite:///{path}")
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(BackupError, match=r"other\.backup"):
        verify(path)


async def test_a_backup_of_a_newer_version_is_refused(small: Database, tmp_path: Path) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    head = json.loads(lines[0])
    newer = tmp_path / "newer.backup"
    newer.write_bytes(
        gzip.compress(b"".join([json.dumps(head | {"revision": "f00d"}).encode(), b"\n", *lines[1:]]))
    )
    with pytest.raises(SchemaMismatch, match=r"newer Headsup.*f00d"):
        verify(newer)
    newer.write_bytes(
        gzip.compress(b"".join([json.dumps(head | {"headsup-backup": 2}).encode(), b"\n", *lines[1:]]))
    )
    with pytest.raises(NotABackup, match="another version"):
        verify(newer)


async def test_a_failed_restoration_makes_no_file(small: Database, tmp_path: Path) -> None:
    path = await _backup(small, tmp_path / "b.backup")
    shutil.copy(path, tmp_path / "damaged.backup")
    _damage(tmp_path / "damaged.backup", "a row less")
    other = Database(f"sqlite+aiosqlite:///{tmp_path}/new/other.sqlite3")
    with pytest.raises(BackupDamaged):
        await restore(other, tmp_path / "damaged.backup")
    assert [each.name for each in (tmp_path / "new").iterdir()] == []


async def test_the_database_remembers_when_the_last_backup_was_made(filled: Database, tmp_path: Path) -> None:
    assert await last(filled) is None
    head = await make(filled, tmp_path / "b.backup", version="1")
    found = await last(filled)
    assert found is not None
    assert found == head.made_at.replace(microsecond=0)
    async with filled.read() as session:
        count = select(func.count()).select_from(tables.Counter).where(tables.Counter.name == "backup")
        await make(filled, tmp_path / "c.backup", version="1")
        assert await session.scalar(count) == 1
