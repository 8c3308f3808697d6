"""Where an answer goes on Telegram, which has no private answers in groups. Called by `client`.

Nothing private is posted in a group: what a command or press is answered with goes to the private chat, a short word to
the small window over the pressed button. Who has not opened the private chat gets a link that opens it. Only what a
moderator's press does to the card in the group is shown there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import structlog
from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, User, error
from telegram.constants import ParseMode

from bot.platforms.telegram.addresses import deep_link, read_channel, write_press
from bot.platforms.telegram.messenger import NO_PREVIEW, TelegramMessenger, translated
from bot.platforms.telegram.render import escape, render
from handlers import conversations, front
from handlers.actors import Actor, Place, Role
from handlers.cards import MENTION, Button, Card, Reply
from handlers.house import House
from handlers.ports import DirectClosed, Gone, MessengerError, RateLimited, Unavailable
from handlers.texts import texts

log = structlog.get_logger(__name__)
T = TypeVar("T")
_TRIES, _LONGEST_WAIT = 3, 60.0
_ALERT = 200
"""Characters of the window over a button (answerCallbackQuery)."""


async def patiently(send: Callable[[], Awaitable[T]]) -> T:
    """Answer somebody who waits, once more after a limit or a passing fault. Raises MessengerError."""
    for _ in range(_TRIES - 1):
        try:
            return await send()
        except RateLimited as late:
            if late.retry_after > _LONGEST_WAIT:
                raise
            await asyncio.sleep(late.retry_after)
        except Unavailable:
            await asyncio.sleep(1.0)
    return await send()


async def told(ask: Callable[[], Awaitable[T]]) -> T | None:
    """What Telegram answers; None where it will not say. Raises MessengerError for a fault that does not pass."""

    async def once() -> T | None:
        try:
            return await ask()
        except (error.Forbidden, error.BadRequest, error.ChatMigrated):
            return None

    return await patiently(lambda: translated(once()))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being answered. `group`: where it was written or pressed, None in the private chat."""

    user: User
    actor: Actor
    group: Place | None = None
    action: str = ""
    query: CallbackQuery | None = None
    trigger: Message | None = None
    """The command's message."""
    link: str = ""
    """What a link into the private chat does after Start (see `addresses.write_press`)."""
    pointer: str = "private-open"
    """What stands above that link."""

    @property
    def place(self) -> Place | None:
        """The community that a private message is about."""
        return self.actor.place


class Answers:
    """Gives replies."""

    def __init__(self, house: House, messenger: TelegramMessenger) -> None:
        self._house = house
        self._messenger = messenger
        self._bot = messenger.bot

    async def give(self, asked: Asked, reply: Reply) -> None:
        """Answer with a card, a new face or the first question of a form."""
        card = reply.card
        if reply.form is not None:
            card = await conversations.begin(self._house, asked.actor, reply.form)
        if card is None:
            await self._close(asked)
        elif asked.query is not None and reply.form is None and self._redraws(asked, reply):
            await self._redraw(asked, asked.query, card)
        elif asked.query is not None and asked.group is not None and (short := await self._short(card)):
            await self._close(asked, short, alert=True)
        else:
            await self._privately(asked, card)
        if reply.after is not None:
            await reply.after()

    def _redraws(self, asked: Asked, reply: Reply) -> bool:
        """Whether the pressed message gets a new face: in a group only by what needs a role there."""
        name = asked.action.partition(":")[0]
        if asked.group is None:
            return reply.update or (name.startswith("setup.") and not reply.refused)
        return reply.update and name in front.ACTIONS and front.ACTIONS[name][0] is not Role.ANYONE

    async def _redraw(self, asked: Asked, query: CallbackQuery, card: Card) -> None:
        message = query.message
        if message is None:
            await self._privately(asked, card)
            return
        place = asked.place if asked.group is None else None
        around = await self._messenger.surroundings(card, message.chat.id, place, asked.actor.language)
        drawn = render(card, around)
        try:
            await patiently(lambda: self._messenger.edit_drawn(message.chat.id, message.message_id, drawn))
        except Gone:
            log.info("a pressed message is gone")
        await self._close(asked)

    async def _short(self, card: Card) -> str:
        """A card as the words of a small window; empty if it does not fit there."""
        if (
            card.title
            or card.lines
            or card.buttons
            or card.menus
            or card.file
            or card.severity
            or card.footer
        ):
            return ""
        found = list(MENTION.finditer(card.body))
        names = {match[2]: await self._messenger.name_of(match[2]) for match in found}
        words = MENTION.sub(lambda match: names[match[2]], card.body).replace("`", "")
        return words if len(words.encode("utf-16-le")) // 2 <= _ALERT else ""

    async def _privately(self, asked: Asked, card: Card) -> None:
        t = texts(asked.actor.language)
        try:
            around = await self._messenger.surroundings(
                card, asked.user.id, asked.place, asked.actor.language
            )
            drawn = render(card, around)
            await patiently(lambda: self._messenger.send_drawn(asked.user.id, drawn))
        except DirectClosed:
            await self._point(asked)
            return
        await self._close(asked, t("private-sent") if asked.group is not None else "")

    async def _point(self, asked: Asked) -> None:
        """The private chat is closed: a link that opens it."""
        t = texts(asked.actor.language)
        username = self._bot.username
        data = write_press(asked.link, None, asked.place) if asked.link else ""
        if asked.query is not None:
            try:
                await asked.query.answer(url=deep_link(username, data).replace("https://", ""))
            except error.BadRequest:
                await self._close(asked, t("private-first"), alert=True)
            return
        if asked.group is None:
            return  # they blocked the bot while it answered
        link = InlineKeyboardButton(t("button-open-private"), url=deep_link(username, data))
        await self.post(asked.group, t(asked.pointer), InlineKeyboardMarkup([[link]]))

    async def post(self, group: Place, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Say something in a group that is nobody's secret, quietly; a group where it cannot be said is left."""
        chat, topic = read_channel(group.channel or group.community)
        around = await self._messenger.surroundings(Card(), chat)
        call = self._bot.send_message(
            chat,
            escape(text, around),
            parse_mode=ParseMode.HTML,
            message_thread_id=topic,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard,
            disable_notification=True,
        )
        try:
            await call
        except (error.Forbidden, error.BadRequest) as refused:
            log.info("a group takes no messages", error=type(refused).__name__)

    async def offer(self, group: Place, text: str, label: str, data: str) -> None:
        """Say something in a group with one button."""
        card = Card(body=text, buttons=(Button(label, data),))
        around = await self._messenger.surroundings(card, int(group.community))
        await self.post(group, text, render(card, around).keyboard)

    async def remove(self, asked: Asked, *, tell: bool) -> None:
        """Take the command out of the group; where that fails, the one who wrote it is told (`tell`)."""
        if asked.trigger is None or asked.group is None or await self.taken_out(asked.trigger) or not tell:
            return
        note = Card(body=texts(asked.actor.language)("private-command-stays"))
        try:
            await patiently(lambda: self._messenger.send_private(asked.user.id, note))
        except MessengerError as fault:
            log.info("nobody was told that a command stays", error=type(fault).__name__)

    async def taken_out(self, message: Message) -> bool:
        """Take a message out of its group; -> whether it is gone."""
        try:
            gone = await told(partial(self._bot.delete_message, message.chat.id, message.message_id))
        except MessengerError:
            gone = None
        if not gone:
            log.info("a command stays in its group")
        return bool(gone)

    async def _close(self, asked: Asked, text: str = "", *, alert: bool = False) -> None:
        """End the waiting sign on a pressed button."""
        if asked.query is None:
            return
        try:
            await translated(asked.query.answer(text or None, show_alert=alert))
        except MessengerError as late:
            log.info("a press was answered too late", error=type(late).__name__)
