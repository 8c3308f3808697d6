"""Opening, upgrading, reading and writing, on both engines."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from storage import Database, DatabaseError
from storage.database import DatabaseUnreachable, SchemaMismatch
from storage.schema import Base, Community, Counter, PersonRemoval

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


async def test_an_empty_database_is_brought_up_to_date_and_stays_so(database_url: str) -> None:
    database = Database(database_url)
    assert (await database.revision())[0] is None
    before, now = await database.upgrade()
    assert before is None
    assert await database.revision() == (now, now)
    assert await database.upgrade() == (now, now)
    await database.close()


async def test_the_migrations_make_exactly_the_schema(database_url: str) -> None:
    database = Database(database_url)
    await database.upgrade()

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    async with database._engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(names) == {*Base.metadata.tables, "alembic_version"}
    await database.close()


async def test_two_upgrades_at_once_wait_for_each_other(database_url: str) -> None:
    databases = [Database(database_url) for _ in range(3)]
    results = await asyncio.gather(*(database.upgrade() for database in databases))
    assert sorted(before is None for before, _ in results) == [False, False, True]
    for database in databases:
        await database.close()


async def test_a_newer_schema_is_a_clear_error_and_stays_untouched(ready_url: str) -> None:
    database = Database(ready_url)
    _, head = await database.revision()
    async with database.write() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = 'f00d'"))
    try:
        with pytest.raises(SchemaMismatch, match=r"f00d.*newer"):
            await database.upgrade()
        assert await database.revision() == ("f00d", head)
    finally:
        async with database.write() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": head})
        await database.close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://headsup:hunter2secret@127.0.0.1:1/headsup",
        "postgresql://headsup:hunter2secret@127.0.0.1:5432/there_is_no_such_database",
        "postgresql://headsup:hunter2secret@127.0.0.1:notaport/headsup",
        "mysql://headsup:hunter2secret@127.0.0.1/headsup",
        "hunter2secret",
        "",
    ],
)
async def test_a_database_that_cannot_be_opened_is_a_clear_error_without_secrets(url: str) -> None:
    with pytest.raises(DatabaseUnreachable) as caught:
        await Database(url).upgrade()
    assert "hunter2" not in str(caught.value)
    assert "database.url" in str(caught.value)


async def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatabaseError, match=r"database\.url"):
        await Database(f"sqlite+aiosqlite:///{tmp_path}/file/headsup.sqlite3").upgrade()


async def test_a_file_that_is_no_database_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "headsup.sqlite3").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatabaseError, match=r"database\.url"):
        await Database(f"sqlite+aiosqlite:///{tmp_path}/headsup.sqlite3").upgrade()


async def test_what_a_block_wrote_is_taken_back_when_it_raises(ready_url: str) -> None:
    database = Database(ready_url)

    async def cut_off() -> None:
        async with database.write() as session:
            session.add(Counter(name="one", value=1))
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await cut_off()
    async with database.read() as session:
        assert await session.get(Counter, "one") is None
    await database.close()


async def test_writers_of_two_processes_lose_nothing(ready_url: str) -> None:
    databases = [Database(ready_url) for _ in range(2)]
    async with databases[0].write() as session:
        session.add(Counter(name="shared", value=0))

    async def rise(database: Database) -> None:
        async with database.write() as session:
            row = await session.get_one(Counter, "shared", with_for_update=True)
            row.value += 1

    await asyncio.gather(*(rise(databases[number % 2]) for number in range(40)))
    async with databases[1].read() as session:
        assert (await session.get_one(Counter, "shared")).value == 40
    for database in databases:
        await database.close()


async def test_reading_goes_on_while_somebody_writes(ready_url: str) -> None:
    database = Database(ready_url)
    async with database.write() as session:
        session.add(Counter(name="one", value=1))
        await session.flush()
        async with asyncio.timeout(5), database.read() as other:
            assert await other.get(Counter, "one") is None
    await database.close()


async def test_a_moment_comes_back_as_it_was_in_utc(ready_url: str) -> None:
    database = Database(ready_url)
    local = datetime(2026, 7, 1, 14, 30, 0, 123456, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    async with database.write() as session:
        session.add(PersonRemoval(person_id="a", revision=1, at=local))
    async with database.read() as session:
        row = await session.get_one(PersonRemoval, "a")
        assert row.at == local
        assert row.at.utcoffset() == timedelta(0)
        found = await session.scalar(select(PersonRemoval.person_id).where(PersonRemoval.at < local))
        assert found is None
    await database.close()


async def test_a_moment_without_a_zone_is_refused(ready_url: str) -> None:
    database = Database(ready_url)
    with pytest.raises(StatementError, match="time zone"):
        async with database.write() as session:
            session.add(PersonRemoval(person_id="a", revision=1, at=datetime(2026, 1, 1)))
    await database.close()


async def test_uniqueness_is_the_schemas_business(ready_url: str) -> None:
    database = Database(ready_url)

    def community() -> Community:
        return Community(
            platform="console",
            native_id="1",
            state="active",
            moderator_roles=[],
            child_safety_roles=[],
            min_severity=1,
            language="en",
            episode=0,
            created_at=NOW,
        )

    async with database.write() as session:
        session.add(community())
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(community())
    await database.close()


async def test_the_embedded_database_survives_a_power_cut_and_wipes_what_is_deleted(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.read() as session:
        found: dict[str, object] = {
            name: (await session.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    await database.close()
