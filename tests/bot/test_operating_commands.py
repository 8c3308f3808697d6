"""Backups, restorations, rotations and the doctor's look at upkeep, from the command line."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.bot.test_commands import Run, run

__all__ = ["run"]


@pytest.fixture
def house(run: Run) -> Run:
    """A key and an empty database."""
    assert run("keys", "new")[0] == 0
    assert run("db", "upgrade")[0] == 0
    return run


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _note(path: Path, number: int) -> None:
    database = _open(path)
    database.execute(
        "INSERT INTO person_removals (person_id, revision, at) VALUES (?, 1, '2026-03-02 00:00:00')",
        (str(number),),
    )
    database.close()


def _count(path: Path) -> int:
    database = _open(path)
    found = database.execute("SELECT count(*) FROM person_removals").fetchone()[0]
    database.close()
    return int(found)


def test_a_backup_is_written_and_restored_and_the_key_is_not_in_it(house: Run, tmp_path: Path) -> None:
    database = tmp_path / "headsup.sqlite3"
    _note(database, 1)
    status, out, err = house("db", "backup", "b.backup")
    assert status == 0, err
    assert "rows" in out
    assert stat.S_IMODE((tmp_path / "b.backup").stat().st_mode) == 0o600
    _note(database, 2)
    status, _, err = house("db", "restore", "b.backup")
    assert status == 2
    assert "2 person removals" in err
    assert "--force" in err
    assert _count(database) == 2
    status, out, err = house("db", "restore", "b.backup", "--force")
    assert status == 0, err
    assert "headsup db check" in out
    assert _count(database) == 2, "removals that the replaced database knew of are kept"
    assert house("db", "check")[0] == 0


def test_a_backup_replaces_no_file_and_a_folder_keeps_the_newest(house: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    status, _, err = house("db", "backup", "mine.txt")
    assert status == 2
    assert "exists already" in err
    assert (tmp_path / "mine.txt").read_text() == "mine"
    status, _, err = house("db", "backup", "new.backup", "--keep", "2")
    assert status == 2
    assert "--keep is for a folder" in err
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "notes.txt").touch()
    for day in (1, 2, 3):
        (folder / f"headsup-2026010{day}T030000Z.backup").touch()
    status, out, err = house("db", "backup", "backups", "--keep", "2")
    assert status == 0, err
    assert "Removed 2 old" in out
    names = sorted(each.name for each in folder.iterdir())
    assert names[0] == "headsup-20260103T030000Z.backup"
    assert len(names) == 3
    assert "notes.txt" in names


@pytest.mark.parametrize("arguments", [("backup", "b.backup"), ("restore", "b.backup")])
def test_without_a_database_or_a_backup_the_error_says_what_to_do(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    run("keys", "new")
    status, out, err = run("db", *arguments)
    assert status == 2
    assert out == ""
    assert "database.url" in err or "b.backup cannot be read" in err
    assert not (tmp_path / "headsup.sqlite3").exists()


def test_a_restoration_without_the_right_key_touches_nothing(house: Run, tmp_path: Path) -> None:
    database = _open(tmp_path / "headsup.sqlite3")
    database.execute(
        "INSERT INTO secrets VALUES ('data', ?, '2026-03-02 00:00:00')",
        (b"\x01" + bytes(range(8)) + bytes(60),),
    )
    database.close()
    assert house("db", "backup", "b.backup")[1].count("0001020304050607") == 1
    (tmp_path / "headsup.sqlite3").unlink()
    status, _, err = house("db", "restore", "b.backup")
    assert status == 2
    assert "needs master key 0001020304050607" in err
    (tmp_path / "headsup.key").unlink()
    status, _, err = house("db", "restore", "b.backup")
    assert status == 2
    assert "0001020304050607" in err
    assert "headsup keys new" in err
    assert not (tmp_path / "headsup.sqlite3").exists()


def test_a_rotation_that_was_cut_short_makes_no_third_key(house: Run, tmp_path: Path) -> None:
    from watchlists.sealing import Key, load_master_keys, new_key_text, write_key_file

    path = tmp_path / "headsup.key"
    old = load_master_keys(None, path)
    database = _open(tmp_path / "headsup.sqlite3")
    for name in ("data", "lookup"):
        database.execute(
            "INSERT INTO secrets VALUES (?, ?, '2026-03-02 00:00:00')", (name, old.wrap(Key.new()))
        )
    database.close()
    text = path.read_text().splitlines()[-1]
    write_key_file(path, [new_key_text(), text])  # as far as it came
    both = load_master_keys(None, path).ids
    status, out, _ = house("keys", "rotate")
    assert status == 0
    assert "cut short" in out
    assert load_master_keys(None, path).ids == both
    assert "cut short" not in house("keys", "rotate")[1]
    assert len(load_master_keys(None, path).ids) == 3
    assert house("keys", "rotate", "--finish")[0] == 0
    assert len(load_master_keys(None, path).ids) == 1
    assert house("db", "check")[0] == 0


def test_the_doctor_sees_a_key_that_others_can_read(house: Run, tmp_path: Path) -> None:
    assert "readable by its owner alone" in house("doctor")[1]
    (tmp_path / "headsup.key").chmod(0o644)
    status, out, _ = house("doctor")
    assert status == 1
    assert "mode 0644" in out
    assert "chmod 600" in out


def test_the_doctor_sees_a_full_disk(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "free in" in house("doctor")[1]
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 10**6))
    status, out, _ = house("doctor")
    assert status == 1
    assert "Make room" in out


def test_the_doctor_sees_that_backups_have_stopped(house: Run, tmp_path: Path) -> None:
    assert "none was made" in house("doctor")[1]
    assert house("db", "backup", "b.backup")[0] == 0
    assert "today" in house("doctor")[1]
    old = int((datetime.now(UTC) - timedelta(days=9)).timestamp())
    database = _open(tmp_path / "headsup.sqlite3")
    database.execute("UPDATE counters SET value = ? WHERE name = 'backup'", (old,))
    database.close()
    out = house("doctor")[1]
    assert "9 days ago" in out
    assert "--keep 14" in out


def test_the_doctor_names_a_community_whose_cards_do_not_arrive(house: Run, tmp_path: Path) -> None:
    assert "cards arrive in 0 communities" in house("doctor")[1]
    database = _open(tmp_path / "headsup.sqlite3")
    database.execute(
        "INSERT INTO communities (platform, native_id, state, moderator_roles, child_safety_roles, min_severity, language,"
        " episode, created_at, trouble, trouble_since) VALUES ('discord', '4711', 'active', '[]', '[]', 1, 'en', 1,"
        " '2026-03-02 00:00:00', 'forbidden', '2026-03-03 00:00:00')"
    )
    database.close()
    out = house("doctor")[1]
    assert "permissions in discord 4711" in out
    assert "forbidden" in out
    assert "/setup" in out


def _community(path: Path, platform: str, native_id: str, state: str, former_id: str | None = None) -> None:
    database = _open(path)
    database.execute(
        "INSERT INTO communities (platform, native_id, former_id, state, moderator_roles, child_safety_roles,"
        " min_severity, language, episode, created_at)"
        " VALUES (?, ?, ?, ?, '[]', '[]', 1, 'en', 1, '2026-03-02 00:00:00')",
        (platform, native_id, former_id, state),
    )
    database.close()


def test_the_doctor_says_when_the_configuration_names_a_community_that_there_is_not(
    house: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "headsup.sqlite3"
    monkeypatch.setenv("HEADSUP_TELEGRAM__HOME", "-471")
    monkeypatch.setenv("HEADSUP_ALERTING__VOUCHING", '["815", "*"]')
    out = house("doctor")[1]
    assert "✘ telegram.home: -471 is no group" in out
    assert "✘ alerting.vouching: 815 is no group" in out
    assert "discord.home" not in out
    _community(path, "telegram", "-100471", "active", former_id="-471")
    _community(path, "discord", "815", "left")
    out = house("doctor")[1]
    assert "✔ telegram.home: -471 has another id now" in out
    assert "Write -100471 into telegram.home" in out
    assert "✘ alerting.vouching: 815 is no group" in out
    monkeypatch.setenv("HEADSUP_TELEGRAM__HOME", "-100471")
    assert "✔ telegram.home: -100471 is known" in house("doctor")[1]


def test_the_check_of_a_database_is_about_the_database_and_what_is_owed_is_the_doctors(
    house: Run, tmp_path: Path
) -> None:
    database = _open(tmp_path / "headsup.sqlite3")
    database.execute(
        "INSERT INTO alerts (id, kind, dedupe, severity, detail, state, kept, due_at, attempts, nonce, created_at) "
        "VALUES (1, 'notice', 'n', 2, '{}', 'dead', 0, '2026-03-02', 12, 'n', '2026-03-02')"
    )
    database.close()
    status, out, _ = house("db", "check")
    assert (status, "BAD" in out) == (0, False)
    assert "1 dead" in house("doctor")[1]
