"""Upgrades with data in every table: from each schema that ever was to today's, on both engines, nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage import Database, migrating
from storage import schema as tables
from storage.database import SchemaMismatch
from storage.schema import Base
from tests.handlers.harness import JORUNN, MODERATOR, item, open_world, said
from tests.storage.filled import ROWS, content, copy_into, fill, lost, make_empty

REVISIONS = migrating.revisions()


def filled(connection: Connection, revision: str) -> dict[str, list[dict[str, object]]]:
    make_empty(connection, revision)
    fill(connection)
    return content(connection)


@pytest.mark.parametrize("revision", REVISIONS)
async def test_an_upgrade_keeps_every_row_of_every_table(database_url: str, revision: str) -> None:
    database = Database(database_url)
    async with database._writer.connect() as connection, connection.begin():
        before = await connection.run_sync(filled, revision)
    assert len(before) >= 20
    assert {len(rows) for rows in before.values()} == {ROWS}
    assert await database.upgrade() == (revision, REVISIONS[-1])
    async with database._engine.connect() as connection:
        assert lost(before, await connection.run_sync(content)) == []
        assert await connection.run_sync(migrating.orphans) == []
        names = await connection.run_sync(lambda c: set(inspect(c).get_table_names()))
    assert names == {*Base.metadata.tables, "alembic_version"}
    async with database.read() as session:  # and the program can read all of it
        for mapper in Base.registry.mappers:
            rows: Sequence[Base] = (await session.scalars(select(mapper.class_))).all()
            assert len(rows) == (ROWS if mapper.class_.__tablename__ in before else 0)
    await database.close()


@pytest.mark.parametrize("revision", REVISIONS[:-1])
async def test_what_an_older_version_sealed_opens_and_works_after_the_upgrade(
    database_url: str, tmp_path: Path, revision: str
) -> None:
    today = f"sqlite+aiosqlite:///{tmp_path}/today.sqlite3"
    await _upgrade(today)
    async with open_world(today) as world:
        await world.feed("board")
        await world.setup()
        await world.watch()
        await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug"))
        keys = world.keys
        async with world.house.database._engine.connect() as connection:
            rows = await connection.run_sync(content)

    def as_it_was(connection: Connection) -> None:
        make_empty(connection, revision)
        copy_into(connection, rows)

    older = Database(database_url)
    async with older._writer.connect() as connection, connection.begin():
        await connection.run_sync(as_it_was)
    assert await older.upgrade() == (revision, REVISIONS[-1])
    await older.close()
    async with open_world(database_url, keys) as world:
        assert "Jorunn Valderhaug" in said((await world.command(JORUNN, "watch list")).card)
        (found,) = await world.rows(tables.FindingPerson)
        assert (found.labels, found.likeness) == (["likeness"], 0.95)
        (case,) = await world.rows(tables.Case)
        await world.press(MODERATOR, f"case.confirm:{case.id}")
        assert [row.state for row in await world.rows(tables.Case)] == ["confirmed"]
        await world.feed("board")
        await world.arrives("board", item("[likeness] another model of Jorunn Valderhaug"))
        assert len(world.direct(JORUNN)) == 1


async def _upgrade(url: str) -> None:
    database = Database(url)
    await database.upgrade()
    await database.close()


STEP = '''"""A step of a later version: a column that SQLite can only get with a table made anew."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("communities", "subscribers", "persons", "cases", "items", "alerts"):
        with op.batch_alter_table(name, recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as batch:
            batch.add_column(sa.Column("later", sa.Integer(), nullable=False, server_default="7"))
    {then}
'''


def _later(folder: Path, then: str = "pass") -> Path:
    shutil.copytree(migrating.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(STEP.format(head=REVISIONS[-1], then=then))
    return folder


async def test_a_step_that_makes_a_table_anew_deletes_nothing_that_refers_to_it(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(database_url)
    async with database._writer.connect() as connection, connection.begin():
        before = await connection.run_sync(filled, REVISIONS[-1])
    monkeypatch.setattr(migrating, "MIGRATIONS", _later(tmp_path / "later"))
    assert await database.upgrade() == (REVISIONS[-1], "9999")
    async with database._engine.connect() as connection:
        after = await connection.run_sync(content)
        assert lost(before, after) == []
        assert {row["later"] for row in after["persons"]} == {7}
        if database.is_sqlite:
            assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1
    await database.close()


async def test_a_step_that_fails_changes_nothing(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DBAPIError, match="no_such_table"):
        await _fails(
            database_url, _later(tmp_path / "later", "op.execute('DELETE FROM no_such_table')"), monkeypatch
        )


async def test_a_step_that_leaves_rows_pointing_at_nothing_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SchemaMismatch, match=r"cases.*point at nothing|point at nothing.*cases"):
        await _fails(
            f"sqlite+aiosqlite:///{tmp_path}/headsup.sqlite3",
            _later(tmp_path / "later", "op.execute('DELETE FROM communities')"),
            monkeypatch,
        )


async def _fails(url: str, migrations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upgrade with these migrations, which raises; before that, look whether everything is as it was."""
    database = Database(url)
    async with database._writer.connect() as connection, connection.begin():
        before = await connection.run_sync(filled, REVISIONS[-1])
    monkeypatch.setattr(migrating, "MIGRATIONS", migrations)
    try:
        await database.upgrade()
    finally:
        async with database._engine.connect() as connection:
            assert await connection.run_sync(content) == before
            assert await connection.run_sync(migrating.current) == REVISIONS[-1]
        await database.close()
