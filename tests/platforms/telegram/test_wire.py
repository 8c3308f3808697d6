"""How it talks to Telegram: webhook and polling, limits, errors, command menus, and what cards become."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from bot import http
from bot.config import HttpSettings, TelegramSettings
from bot.platforms.base import PlatformError
from bot.platforms.telegram.addresses import (
    Press,
    deep_link,
    read_payload,
    read_press,
    write_press,
)
from bot.platforms.telegram.client import TelegramPlatform
from bot.platforms.telegram.commands import Meant, Said, linked, meant, read
from bot.platforms.telegram.messenger import Pace
from bot.platforms.telegram.render import Surroundings, dead, render
from handlers import front
from handlers.actors import Place
from handlers.cards import Button, Card, Line, Menu, Option, Style, mention
from handlers.errors import Refused
from handlers.ports import DirectClosed, Gone, NotAllowed, RateLimited, Unavailable
from handlers.settings import LEASE
from tests.e2e.program import free_port
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.markup import plain
from tests.handlers.harness import World
from tests.platforms.telegram.conftest import Town, serving, settings

NOBODY = Surroundings({})


# --- webhook and polling ------------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def called(world: World, fake: FakeTelegram) -> AsyncIterator[TelegramPlatform]:
    port = free_port()
    table = settings(fake, webhook_url=f"http://127.0.0.1:{port}/telegram")
    platform = TelegramPlatform(world.house, table)
    await platform.login()
    listener = await http.start(HttpSettings(port=port), world.house, {}, platform.routes)
    task = asyncio.create_task(platform.serve())
    try:
        await fake.ready()
        yield platform
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await listener.cleanup()
        await platform.close()


async def test_updates_come_by_webhook_and_a_wrong_secret_is_refused(
    world: World, fake_telegram: FakeTelegram
) -> None:
    alice = fake_telegram.user("Alice")
    async with called(world, fake_telegram):
        assert "Headsup" in (await alice.ask(alice.private, "/help")).text
        update = {"update_id": 1}
        assert await fake_telegram.post_update(update, "wrong") == 403
        assert await fake_telegram.post_update(update, None) == 403
        secret = {"X-Telegram-Bot-Api-Secret-Token": fake_telegram.webhook["secret_token"]}
        async with aiohttp.ClientSession(headers=secret) as session:
            for body in (b"{", b"[]", b'{"update_id": "x", "message": 5}', b"{}"):
                async with session.post(fake_telegram.webhook["url"], data=body) as answer:
                    assert answer.status == 400
        before = len(alice.inbox)
        sent = {
            "update_id": 77,
            "message": alice.private.messages[0].payload(),
        }
        for _ in range(2):
            assert await fake_telegram.post_update(sent, fake_telegram.webhook["secret_token"]) == 200
        assert len(alice.inbox) == before + 1, "an update that comes twice is carried out once"


async def test_a_second_program_with_the_same_token_is_refused_clearly(
    world: World, fake_telegram: FakeTelegram
) -> None:
    platform = TelegramPlatform(world.house, settings(fake_telegram))
    await platform.login()
    fake_telegram.fail_next(
        "getUpdates", 409, times=6, message="Conflict: terminated by other getUpdates request"
    )
    with pytest.raises(PlatformError, match="Another program receives"):
        await platform.serve()
    await platform.close()


async def test_a_wrong_token_is_refused_clearly(world: World, fake_telegram: FakeTelegram) -> None:
    table = TelegramSettings(token=SecretStr("1:wrong"), api_url=fake_telegram.api_url)
    with pytest.raises(PlatformError, match="BotFather"):
        await TelegramPlatform(world.house, table).login()


async def test_what_was_written_while_telegram_failed_is_answered_later(
    world: World, fake_telegram: FakeTelegram
) -> None:
    alice = fake_telegram.user("Alice")
    async with serving(world, fake_telegram) as platform:
        fake_telegram.fail_next("getUpdates", 502, times=2)
        alice.start()
        assert "Headsup" in (await alice.private.next_message()).text
        await fake_telegram.until(lambda: platform.ready, "readiness")


async def test_menus_of_commands_fit_the_kind_of_chat_and_the_language(
    world: World, fake_telegram: FakeTelegram
) -> None:
    async with serving(world, fake_telegram):
        await fake_telegram.until(
            lambda: "all_chat_administrators::de" in fake_telegram.commands, "the commands"
        )
    names = {key: [each["command"] for each in commands] for key, commands in fake_telegram.commands.items()}
    assert "watch" in names["all_private_chats::"]
    assert "watch" not in names["all_group_chats::"]
    assert "setup" in names["all_chat_administrators::de"]
    assert "setup" not in names["all_group_chats::de"]


@pytest.mark.parametrize("url", ["telegram", "https://x.example", "https://x.example/", "ftp://x/y"])
def test_a_webhook_address_needs_a_path(url: str) -> None:
    with pytest.raises(ValidationError, match="path of its own"):
        TelegramSettings(webhook_url=url)


def test_a_short_webhook_secret_is_refused() -> None:
    with pytest.raises(ValidationError, match="16 to 256"):
        TelegramSettings(webhook_secret=SecretStr("short"))


# --- sending --------------------------------------------------------------------------------------------------------


async def test_errors_become_states(town: Town) -> None:
    messenger, fake = town.platform.messenger, town.fake
    channel, card = str(town.group.id), Card(body="hello")
    fake.rate_limit_next("sendMessage", retry_after=7)
    with pytest.raises(RateLimited) as late:
        await messenger.send_channel(channel, card, "n1")
    assert late.value.retry_after == 7
    fake.fail_next("sendMessage", 502)
    with pytest.raises(Unavailable):
        await messenger.send_channel(channel, card, "n2")
    with pytest.raises(Gone):
        await messenger.send_channel(f"{channel}_999", card, "n3")
    with pytest.raises(Gone):
        await messenger.send_channel("-1005", card, "n4")
    with pytest.raises(DirectClosed):
        await messenger.send_direct(str(town.fake.user("Ulf").id), card, "n5")
    with pytest.raises(Gone):
        await messenger.missing_permissions(channel, f"{channel}_999")
    quiet = fake.group("Quiet")
    quiet.bot_may_write = False
    with pytest.raises(NotAllowed):
        await messenger.send_channel(str(quiet.id), card, "n6")
    assert await messenger.missing_permissions(str(quiet.id), str(quiet.id)) == ["send"]
    quiet.member(fake.bot, "kicked")
    assert await messenger.missing_permissions(str(quiet.id), str(quiet.id)) == ["see"]
    assert await messenger.missing_permissions(channel, channel) == []


async def test_an_answer_waits_out_a_limit(town: Town) -> None:
    town.alice.start()
    await town.alice.private.next_message()
    town.fake.rate_limit_next("sendMessage", retry_after=1)
    town.alice.write(town.alice.private, "/help")
    assert "Headsup" in (await town.alice.private.next_message()).text


async def test_a_slow_answer_is_waited_for_as_long_as_the_lease_of_a_delivery_allows(town: Town) -> None:
    """A message whose answer nobody waited for goes out again, and Telegram has no nonce that would stop it."""
    waits = town.platform.bot.request.read_timeout
    assert waits is not None
    assert 30 <= waits < LEASE.total_seconds()


async def test_an_edit_that_changes_nothing_or_comes_too_late_harms_nobody(town: Town) -> None:
    messenger = town.platform.messenger
    sent = await messenger.send_channel(str(town.group.id), Card(body="hello"), "n1")
    await messenger.edit(sent, Card(body="hello"))
    town.group.messages[-1].deleted = True
    with pytest.raises(Gone):
        await messenger.edit(sent, Card(body="other"))


async def test_the_same_nonce_is_sent_once(town: Town) -> None:
    messenger = town.platform.messenger
    first = await messenger.send_channel(str(town.group.id), Card(body="hello"), "same")
    assert await messenger.send_channel(str(town.group.id), Card(body="hello"), "same") == first
    assert [each.text for each in town.by_bot()].count("hello") == 1


async def test_the_steward_is_somebody_whom_the_bot_can_write_to(town: Town) -> None:
    group = town.fake.group("Other", bot_status="administrator")
    group.member("Silent", "creator")
    ada = group.member("Ada", "administrator")
    ada.start()
    assert await town.platform.messenger.steward(str(group.id)) == str(ada.id)


def test_deliveries_leave_room_in_a_group_and_do_not_hold_up_others() -> None:
    now = [0.0]
    pace = Pace(30, 20, clock=lambda: now[0])
    assert [pace.book(-5) for _ in range(15)] == [0.0] * 15
    assert pace.book(-5) > 50
    assert pace.book(-6) == 0
    now[0] = 61
    assert pace.book(-5) == 0


# --- what is written into buttons and links ----------------------------------------------------------------------------


@given(
    action=st.from_regex(r"[a-z_.]{1,12}:[0-9a-zA-Z_.-]{0,20}", fullmatch=True),
    value=st.none() | st.from_regex(r"[a-z0-9_.-]{0,8}", fullmatch=True),
    chat=st.none() | st.integers(-(2**52), -1),
)
def test_presses_are_read_as_they_were_written(action: str, value: str | None, chat: int | None) -> None:
    place = Place(str(chat), str(chat)) if chat is not None else None
    assert read_press(write_press(action, value, place)) == Press(action, value, place)


@given(st.text(max_size=80))
def test_any_data_and_any_payload_is_read_without_an_error(text: str) -> None:
    assert isinstance(read_press(text), Press)
    read_payload(text)


@pytest.mark.parametrize("name", [*front.ACTIONS])
def test_every_action_fits_into_a_button_with_its_place(name: str) -> None:
    longest = f"{name}:{'f' * 32}"[:52]
    write_press(longest, None, Place("-1009999999999"))


def test_links_do_nothing_but_show() -> None:
    for harmless in ("/report", "/watch add self", "/case H-7K3F", "/setup", "case.dismiss:41"):
        assert linked(harmless) == harmless
        assert read_payload(deep_link("b", harmless).partition("start=")[2]) == Press(harmless)
    for harmful in (
        "/setup moderators 12",
        "/watch stop",
        "/watch forget-me",
        "/report text",
        "case.confirm:4",
    ):
        assert linked(harmful) != harmful


# --- commands --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/report@headsup_bot https://x.example", Said("report", "https://x.example")),
        ("/report@other_bot x", None),
        ("/Case list\nopen", Said("case", "list\nopen")),
        ("/feed pause #\u20602", Said("feed", "pause #2")),
        ("hello /report", None),
        ("/", None),
    ],
)
def test_commands_are_read_where_they_are_ours(text: str, said: Said | None) -> None:
    assert read(text, "headsup_bot") == said


def test_every_command_that_is_meant_is_one_of_the_front_door() -> None:
    for text in (
        "report x", "report status all", "case", "case list open", "case show H-1", "case note H-1 x", "case H-7K3F",
        "watch list", "watch edit 2", "watch prove vouch", "watch stop", "watch forget-me", "setup here",
        "setup language de", "stop", "help", "feed list", "feed add x", "feed pause x",
    ):  # fmt: skip
        name, _, rest = text.partition(" ")
        found = meant(Said(name, rest))
        assert found is not None
        assert found.command in front.COMMANDS
    for wrong in ("watch dance", "case list strange", "setup dance", "feed dance", "watch add me"):
        name, _, rest = wrong.partition(" ")
        with pytest.raises(Refused):
            meant(Said(name, rest))


def test_a_feed_is_added_with_name_severity_and_words() -> None:
    written = "add https://a.example/feed name=Old castles Severity=high keywords= castle, /hil+/"
    assert meant(Said("feed", written)) == Meant(
        "feed add",
        {
            "address": "https://a.example/feed",
            "name": "Old castles",
            "severity": "high",
            "keywords": "castle, /hil+/",
        },
    )
    assert meant(Said("feed", "add here severity=low")) == Meant("feed add", {"severity": "low"}, here=True)
    assert meant(Said("feed", "add https://a.example/?name=x")) == Meant(
        "feed add", {"address": "https://a.example/?name=x"}
    )


# --- cards ----------------------------------------------------------------------------------------------------------


@given(st.text(max_size=300))
def test_any_text_is_shown_as_it_is_and_without_a_link(text: str) -> None:
    card = Card(
        title=text or "x", body=text, lines=(Line("n", text), Line("c", text, Style.CODE)), footer=text
    )
    shown, marks = plain(render(card, NOBODY).text, "HTML")
    assert not any(each["type"] == "text_link" for each in marks)
    assert not {"\u202e", "\u2066"} & set(shown)


@pytest.mark.parametrize(
    "text", ["evil.example", "@everybody", "#tag", "/stop", "https://x", "a@b.example", "$TAG"]
)
def test_what_telegram_would_make_a_link_of_is_broken(text: str) -> None:
    assert dead(text) != text
    assert dead(text).replace("\u2060", "") == text


def test_our_own_words_keep_their_links_and_commands_stand_out() -> None:
    card = Card(body="`/watch list` shows it", lines=(Line("Help", "https://stopncii.org", Style.OWN),))
    text = render(card, NOBODY).text
    assert "<code>/watch list</code>" in text
    assert "https://stopncii.org" in text


def test_cards_stay_within_telegrams_limit() -> None:
    lines = tuple(Line("n" * 300, "<&😀" * 900) for _ in range(30))
    card = Card(title="t" * 999, body="b" * 9999, lines=lines, footer="f" * 999, copyable="H-7K3F")
    shown, _ = plain(render(card, NOBODY).text, "HTML")
    assert len(shown.encode("utf-16-le")) // 2 <= 4096
    file = Card(title="t" * 999, body="b" * 9999, file=("x.json", b"{}"))
    shown, _ = plain(render(file, NOBODY).text, "HTML")
    assert len(shown.encode("utf-16-le")) // 2 <= 1024


def test_an_account_is_a_link_in_private_and_a_name_in_a_group() -> None:
    card = Card(body=f"{mention('42')} asks")
    assert render(card, Surroundings({"42": "<Mo>"})).text == "&lt;Mo&gt; asks"
    assert render(card, Surroundings({"42": "Mo"}, private=True)).text.startswith(
        '<a href="tg://user?id=42">Mo</a>'
    )


def test_menus_are_keyboards() -> None:
    menu = Menu(
        "preferences.language",
        "Language",
        options=(Option("Deutsch", "de", chosen=True), Option("English", "en")),
    )
    several = Menu("setup.feeds", "Feeds", options=(Option("Forum", "1"),), least=0, most=3)
    drawn = render(Card(body="x", menus=(menu, several), buttons=(Button("Test", "setup.test"),)), NOBODY)
    assert drawn.keyboard is not None
    rows = [[(key.text, key.callback_data) for key in row] for row in drawn.keyboard.inline_keyboard]
    assert rows == [
        [("— Language —", "-")],
        [("✓ Deutsch", "preferences.language=de"), ("English", "preferences.language=en")],
        [("— Feeds —", "-")],
        [("Forum", "setup.feeds+1")],
        [("Test", "setup.test")],
    ]
