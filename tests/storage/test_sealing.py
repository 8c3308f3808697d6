"""What identifies somebody is sealed: it opens with its key, in its place, and nowhere else."""

from __future__ import annotations

import asyncio
import base64
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from feeds import settings
from handlers import polling
from handlers import vault as vaults
from handlers.polling import Configured
from handlers.vault import open_vault, rotate
from storage import Database
from storage import schema as tables
from tests.handlers.harness import JORUNN, START, World, item, open_world, said, someone
from watchlists.sealing import (
    Damaged,
    Key,
    KeyMissing,
    MasterKeys,
    SealingError,
    load_master_keys,
    new_key_text,
    parse_master_keys,
    write_key_file,
)

NAME = "Jorunn Valderhaug"


def _keys(*texts: str) -> MasterKeys:
    return parse_master_keys(texts or [new_key_text()], "test")


@given(st.binary(max_size=400), st.text(max_size=40))
def test_what_is_sealed_opens_again_and_never_looks_the_same(value: bytes, aad: str) -> None:
    key = Key.new()
    one, two = key.seal(value, aad), key.seal(value, aad)
    assert key.open(one, aad) == key.open(two, aad) == value
    assert one != two


@given(st.data())
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    key = Key.new()
    sealed = bytearray(key.seal(NAME.encode(), "person:1"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Damaged):
        key.open(bytes(sealed), "person:1")


@pytest.mark.parametrize("length", [0, 1, 5, 12, 13, 20])
def test_a_value_cut_short_is_damaged_and_nothing_worse(length: int) -> None:
    key = Key.new()
    with pytest.raises(Damaged):
        key.open(key.seal(NAME.encode(), "a")[:length], "a")


def test_another_key_or_another_place_does_not_open_it() -> None:
    key = Key.new()
    sealed = key.seal(NAME.encode(), "person:1")
    for other, place in ((Key.new(), "person:1"), (key, "person:2")):
        with pytest.raises(Damaged) as caught:
            other.open(sealed, place)
        assert NAME not in str(caught.value)


def test_a_wrapped_key_says_which_master_key_it_wants_and_no_key() -> None:
    texts = [new_key_text(), new_key_text()]
    wrapped = _keys(texts[0]).wrap(Key.new())
    with pytest.raises(KeyMissing) as caught:
        _keys(texts[1]).unwrap(wrapped)
    assert _keys(texts[0]).ids[0] in str(caught.value)
    assert all(text not in str(caught.value) for text in texts)


def test_keys_do_not_print() -> None:
    text = new_key_text()
    keys = _keys(text)
    shown = f"{keys!r} {keys} {keys.keys[0]!r} {keys.keys!r}"
    assert text not in shown
    assert base64.b64decode(text).hex() not in shown


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("not base64 at all!", "base64"),
        (base64.b64encode(b"short").decode(), "5 bytes"),
        (base64.b64encode(b"x" * 64).decode(), "64 bytes"),
    ],
)
def test_a_key_that_is_none_is_named_by_its_place_and_not_shown(text: str, problem: str) -> None:
    with pytest.raises(SealingError, match=problem) as caught:
        load_master_keys(f"{new_key_text()},{text}", None)
    assert "Key 2 in HEADSUP_MASTER_KEY" in str(caught.value)
    assert text not in str(caught.value)


def test_without_a_key_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing, match="headsup keys new"):
        load_master_keys(None, tmp_path / "none.key")


def test_an_empty_key_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.key").write_text("# nothing\n\n")
    with pytest.raises(KeyMissing):
        load_master_keys(None, tmp_path / "empty.key")


def test_a_key_file_is_for_its_owner_alone_also_when_it_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "headsup.key"
    texts = [new_key_text()]
    write_key_file(path, texts)
    left_over = path.with_name("headsup.key.new")
    left_over.write_text("left by a crash")
    left_over.chmod(0o644)
    path.chmod(0o644)
    write_key_file(path, [new_key_text(), *texts])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(load_master_keys(None, path).keys) == 2
    assert [each.name for each in path.parent.iterdir()] == ["headsup.key"]


async def test_a_database_opens_only_with_its_own_key(ready_url: str) -> None:
    keys = _keys()
    async with open_world(ready_url, keys) as world:
        await world.watch()
        with pytest.raises(KeyMissing):
            await open_vault(world.house.database, _keys(), world.clock())
        await open_vault(world.house.database, keys, world.clock())


async def test_processes_that_start_at_once_on_an_empty_database_get_the_same_keys_and_feeds(
    ready_url: str,
) -> None:
    keys = _keys()
    databases = [Database(ready_url) for _ in range(6)]
    vaults = await asyncio.gather(*(open_vault(each, keys, START) for each in databases))
    assert len({vault.account_hash("console", "1") for vault in vaults}) == 1
    for each in databases:
        await each.close()
    async with open_world(ready_url, keys) as world:
        configured = [
            Configured("rss", name, settings("rss", {"url": f"https://{name}.example/feed.xml"}))
            for name in ("board", "forum")
        ]
        others = [await world.another(str(number)) for number in range(5)]
        await asyncio.gather(*(polling.register(each.house, configured) for each in others))
        assert sorted(each.name for each in await world.rows(tables.Feed)) == ["board", "forum"]
        people = (someone(f"1000000000000001{number}", None) for number in range(6))
        form = {"names": NAME, "handles": "@jorunnval"}
        pairs = zip([world, *others], people, strict=True)
        await asyncio.gather(*(one.press(who, "watch.added:self", form) for one, who in pairs))
        assert len(await world.rows(tables.Person)) == 6


async def test_a_row_moved_to_another_place_does_not_open(world: World) -> None:
    await world.watch(names=NAME)
    await world.watch(names="Ragnvi Solstrand")
    one, two = await world.rows(tables.Person)
    async with world.house.database.write() as session:
        moved = update(tables.Person).where(tables.Person.id == two.id)
        await session.execute(moved.values(sealed=one.sealed, wrapped_key=one.wrapped_key))
    _, row = await world.rows(tables.Person)
    with pytest.raises(Damaged):
        world.house.vault.open_person(row)


async def test_an_item_that_was_tampered_with_is_set_aside_and_holds_up_no_other(world: World) -> None:
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] first"), item("[likeness] second"))
    first, second = await world.rows(tables.Item)
    async with world.house.database.write() as session:
        await session.execute(
            update(tables.Item).where(tables.Item.id == first.id).values(sealed=second.sealed)
        )
    world.queue.held = False
    await world.queue.screen()
    assert [row.state for row in await world.rows(tables.Item)] == ["purged", "screened"]
    assert len(world.cards) == 1


async def test_rotation_wraps_everything_and_the_old_key_can_go(ready_url: str) -> None:
    old, new = new_key_text(), new_key_text()
    async with open_world(ready_url, _keys(old)) as world:
        for number in range(3):
            await world.watch(names=f"Jorunn Valderhaug{'abc'[number]}")
        assert await rotate(world.house.database, _keys(new, old)) == 5
        assert await rotate(world.house.database, _keys(new, old)) == 0
        world.house.vault = await open_vault(world.house.database, _keys(new), world.clock())
        listed = await world.command(JORUNN, "watch list")
        assert f"{NAME}a" in said(listed.card)
        with pytest.raises(KeyMissing):
            await open_vault(world.house.database, _keys(old), world.clock())


async def test_a_rotation_that_was_cut_short_leaves_everything_readable_and_can_go_on(
    ready_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = new_key_text(), new_key_text()
    async with open_world(ready_url, _keys(old)) as world:
        for number in range(3):
            await world.watch(names=f"Jorunn Valderhaug{'abc'[number]}")
        wrapped = 0

        def cut(self: MasterKeys, key: Key) -> bytes:
            nonlocal wrapped
            wrapped += 1
            if wrapped > 2:
                raise KeyboardInterrupt
            return real(self, key)

        real = MasterKeys.wrap
        with monkeypatch.context() as patched:
            patched.setattr(MasterKeys, "wrap", cut)
            with pytest.raises(KeyboardInterrupt):
                await rotate(world.house.database, _keys(new, old))
        world.house.vault = await open_vault(world.house.database, _keys(new, old), world.clock())
        assert f"{NAME}a" in said((await world.command(JORUNN, "watch list")).card)
        assert await rotate(world.house.database, _keys(new, old)) >= 3
        world.house.vault = await open_vault(world.house.database, _keys(new), world.clock())
        assert f"{NAME}c" in said((await world.command(JORUNN, "watch list")).card)


async def test_the_bot_goes_on_while_its_keys_are_rotated(ready_url: str) -> None:
    old, new = new_key_text(), new_key_text()
    current = [_keys(old)]
    async with open_world(ready_url, MasterKeys(_keys(old).keys, lambda: current[0])) as world:
        await world.feed("board")
        await world.watch()
        current[0] = _keys(new, old)
        await rotate(world.house.database, current[0])
        await world.arrives("board", item(f"[likeness] {NAME}"))
        assert len(world.direct(JORUNN)) == 1
        assert NAME in said((await world.command(JORUNN, "watch list")).card)
        await world.watch(names="Ragnvi Solstrand")
        await rotate(world.house.database, current[0])
        world.house.vault = await open_vault(world.house.database, _keys(new), world.clock())
        assert "Ragnvi Solstrand" in said((await world.command(JORUNN, "watch list")).card)


def test_two_databases_never_share_a_hash() -> None:
    one, two = (vaults.Vault(_keys(), Key.new(), Key.new()) for _ in range(2))
    assert one.account_hash("console", "1") != two.account_hash("console", "1")
    assert one.account_hash("console", "1") != one.account_hash("discord", "1")
    assert one.account_hash("console", "1") != one.handle_hash("1")
