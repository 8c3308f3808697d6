"""The fake Telegram with an unmodified python-telegram-bot: polling, webhook, messages, buttons, errors users meet."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update, error
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from tests.fakes.telegram import FakeTelegram, RefusedError
from tests.fakes.telegram.fixtures import checked

Context = ContextTypes.DEFAULT_TYPE
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Confirm", callback_data="confirm:7")]])


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with checked() as fake:
        yield fake


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.api_url, base_file_url=telegram.file_url) as made:
        yield made


async def report(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text(
        f"Thank you: {' '.join(context.args or [])}", reply_markup=KEYBOARD
    )


async def confirm(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Noted")
    await update.callback_query.edit_message_text(f"Confirmed {update.callback_query.data}")


@contextlib.asynccontextmanager
async def polling(fake: FakeTelegram) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    app = Application.builder().token(fake.token).base_url(fake.api_url).base_file_url(fake.file_url).build()
    app.add_handler(CommandHandler("report", report))
    app.add_handler(CallbackQueryHandler(confirm))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(timeout=1)
        await fake.ready()
        try:
            yield app
        finally:
            await app.updater.stop()
            await app.stop()


async def test_a_command_is_answered_and_its_button_changes_the_answer(telegram: FakeTelegram) -> None:
    alice = telegram.user("Alice")
    async with polling(telegram):
        receipt = await alice.ask(alice.private, "/report https://example.org/1")
        assert receipt.text == "Thank you: https://example.org/1"
        assert receipt.buttons == ["Confirm"]
        pressed = await alice.press(receipt, "Confirm")
        assert pressed.text == "Noted"
        await telegram.until(lambda: receipt.edits, "the edit")
        assert receipt.text == "Confirmed confirm:7"
        with pytest.raises(RefusedError):
            await alice.press(receipt, "Confirm")


async def test_in_groups_the_bot_reads_commands_and_replies_alone(telegram: FakeTelegram) -> None:
    group = telegram.group("Harbour")
    alice = group.member("Alice")
    async with polling(telegram):
        alice.write(group, "hello everybody")
        assert telegram.updates == []
        answer = await alice.ask(group, f"/report@{telegram.bot.username} x")
        assert answer.text == "Thank you: x"
        outsider = telegram.user("Olga")
        with pytest.raises(RefusedError):
            outsider.write(group, "hello")


async def test_a_second_poller_ends_the_first(telegram: FakeTelegram, bot: Bot) -> None:
    async with polling(telegram):
        await telegram.until(lambda: telegram._poller, "the poller")
        await bot.get_updates(timeout=0)
        await telegram.until(lambda: [r for r in telegram.requests if r.status == 409], "the conflict")


async def test_updates_come_to_a_webhook_with_its_secret_until_it_takes_them(
    telegram: FakeTelegram, bot: Bot
) -> None:
    got: list[tuple[str | None, Any]] = []

    async def hook(request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        got.append((secret, await request.json()))
        return web.Response(status=403 if secret != "s3cret" else 500 if len(got) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
        alice = telegram.user("Alice")
        alice.start("code")
        await telegram.until(lambda: not telegram.updates, "the update to be taken")
        assert [secret for secret, _ in got] == ["s3cret", "s3cret"]
        assert got[1][1]["message"]["text"] == "/start code"
        assert await telegram.post_update(got[1][1], "wrong") == 403
        assert await telegram.post_update(got[1][1], None) == 403
        with pytest.raises(error.Conflict):
            await bot.get_updates(timeout=0)
    finally:
        await runner.cleanup()


async def test_the_bot_writes_only_to_people_who_let_it(telegram: FakeTelegram, bot: Bot) -> None:
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    with pytest.raises(error.Forbidden, match=r"(?i)can't initiate conversation"):
        await bot.send_message(alice.id, "hello")
    alice.start()
    await bot.send_message(alice.id, "hello")
    alice.block()
    with pytest.raises(error.Forbidden, match=r"(?i)blocked by the user"):
        await bot.send_message(alice.id, "hello")
    alice.unblock()
    await bot.send_message(alice.id, "again")
    assert [m.text for m in alice.inbox] == ["hello", "again"]
    with pytest.raises(error.BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(bob.id + 99, "hello")


async def test_the_errors_that_edits_and_deletions_meet(telegram: FakeTelegram, bot: Bot) -> None:
    group = telegram.group("Harbour")
    sent = await bot.send_message(group.id, "card", reply_markup=KEYBOARD)
    with pytest.raises(error.BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_text("card", group.id, sent.message_id, reply_markup=KEYBOARD)
    await bot.edit_message_reply_markup(group.id, sent.message_id, reply_markup=None)
    assert group.messages[0].buttons == []
    await bot.delete_message(group.id, sent.message_id)
    with pytest.raises(error.BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("x", group.id, sent.message_id)
    with pytest.raises(error.BadRequest, match=r"(?i)message to delete not found"):
        await bot.delete_message(group.id, sent.message_id)
    with pytest.raises(error.BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query("77")


async def test_topics_replies_and_rights_in_groups(telegram: FakeTelegram, bot: Bot) -> None:
    forum = telegram.group("Harbour", forum=True, bot_status="administrator")
    topic = await bot.create_forum_topic(forum.id, "Alerts")
    sent = await bot.send_message(forum.id, "card", message_thread_id=topic.message_thread_id)
    assert (sent.message_thread_id, forum.messages[0].topic) == (
        topic.message_thread_id,
        topic.message_thread_id,
    )
    with pytest.raises(error.BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=9)
    with pytest.raises(error.BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(forum.id, "x", reply_to_message_id=9)
    await bot.send_message(forum.id, "x", reply_to_message_id=9, allow_sending_without_reply=True)
    mo = forum.member("Mo", "creator")
    assert {m.status for m in await bot.get_chat_administrators(forum.id)} == {"administrator", "creator"}
    assert (await bot.get_chat_member(forum.id, mo.id)).status == "creator"
    assert (await bot.get_chat(forum.id)).title == "Harbour"
    quiet = telegram.group("Quiet")
    quiet.bot_may_write = False
    with pytest.raises(error.BadRequest, match=r"(?i)not enough rights"):
        await bot.send_message(quiet.id, "x")
    quiet.member(telegram.bot, "kicked")
    with pytest.raises(error.Forbidden, match=r"(?i)kicked from the supergroup"):
        await bot.send_message(quiet.id, "x")


async def test_a_group_that_became_a_supergroup_says_its_new_id(telegram: FakeTelegram, bot: Bot) -> None:
    old = telegram.group("Harbour", type="group")
    await bot.send_message(old.id, "before")
    new = old.upgrade()
    with pytest.raises(error.ChatMigrated) as moved:
        await bot.send_message(old.id, "after")
    assert moved.value.new_chat_id == new.id
    await bot.send_message(new.id, "after")


async def test_rate_limits_and_server_errors_on_demand(telegram: FakeTelegram, bot: Bot) -> None:
    group = telegram.group("Harbour")
    telegram.rate_limit_next("sendMessage", retry_after=3)
    with pytest.raises(error.RetryAfter):
        await bot.send_message(group.id, "x")
    telegram.fail_next("sendMessage", 502)
    with pytest.raises(error.NetworkError):
        await bot.send_message(group.id, "x")
    telegram.fail_next("sendMessage", 0, performed=True)
    with pytest.raises(error.NetworkError):
        await bot.send_message(group.id, "arrived, but the answer was lost")
    assert len(group.messages) == 1


async def test_html_files_and_the_command_menu(telegram: FakeTelegram, bot: Bot) -> None:
    alice = telegram.user("Alice")
    alice.start()
    await bot.send_message(
        alice.id,
        "<b>H-7K3F</b> &lt;3 <tg-spoiler>text</tg-spoiler>",
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    seen = alice.inbox[0]
    assert seen.text == "H-7K3F <3 text"
    assert [e["type"] for e in seen.marks] == ["bold", "spoiler"]
    assert not seen.previewed
    await bot.send_document(alice.id, b"{}", filename="export.json", caption="Yours")
    assert alice.inbox[1].file is not None
    assert (alice.inbox[1].file.name, alice.inbox[1].file.content, alice.inbox[1].text) == (
        "export.json",
        b"{}",
        "Yours",
    )
    await bot.send_message(alice.id, r"H\-7K3F *asks for*", parse_mode="MarkdownV2")
    assert alice.inbox[2].text == "H-7K3F asks for"
    await bot.set_my_commands([("report", "Report a request")])
    assert [c.command for c in await bot.get_my_commands()] == ["report"]


@pytest.mark.parametrize(
    ("text", "options", "why"),
    [
        ("x" * 4097, {}, "too long"),
        ("a <b>b", {"parse_mode": "HTML"}, "can't find end tag"),
        ("a.b", {"parse_mode": "MarkdownV2"}, "reserved"),
        (
            "x",
            {"reply_markup": InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="y" * 65)]])},
            "BUTTON_DATA",
        ),
    ],
)
async def test_what_telegram_would_refuse_is_a_violation(
    text: str, options: dict[str, Any], why: str
) -> None:
    async with FakeTelegram() as fake, Bot(fake.token, base_url=fake.api_url) as bot:
        group = fake.group("Harbour")
        with pytest.raises(error.BadRequest, match=f"(?i){why}"):
            await bot.send_message(group.id, text, **options)
        assert len(fake.violations) == 1
        assert group.messages == []


async def test_a_wrong_token_is_refused(telegram: FakeTelegram) -> None:
    with pytest.raises(error.InvalidToken):
        await Bot("1:wrong", base_url=telegram.api_url).get_me()
