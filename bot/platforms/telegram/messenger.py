"""Sending to Telegram; works with or without receiving from it. Used by `handlers.delivery` and by `answers`.

Deliveries stay below Telegram's limits by themselves (`Pace`) and leave room for answers to people: a message that
would have to wait long is refused with RateLimited, so that it holds no worker and loses no lease.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from telegram import Bot, LinkPreviewOptions, error
from telegram.constants import ChatAction, ChatMemberStatus, ParseMode
from telegram.ext import AIORateLimiter
from telegram.warnings import PTBDeprecationWarning

from bot.platforms.telegram.addresses import channel_of, read_channel
from bot.platforms.telegram.render import Rendered, Surroundings, mentioned, place_name, render
from handlers.actors import Place
from handlers.cards import Card
from handlers.ports import (
    DirectClosed,
    Gone,
    Limit,
    MessengerError,
    NotAllowed,
    Pacing,
    RateLimited,
    Sent,
    Unavailable,
)

warnings.filterwarnings("ignore", ".*attribute `retry_after`", PTBDeprecationWarning)
logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)  # a limit is a delivery's state
log = structlog.get_logger(__name__)
T = TypeVar("T")
Answer = bool | dict[str, Any] | list[dict[str, Any]]
Moved = Callable[[str, str], Awaitable[None]]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_GONE = (
    "message thread not found",
    "topic_deleted",
    "topic_id_invalid",
    "chat not found",
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message_id_invalid",
)
_FORBIDDEN = (
    "not enough rights",
    "have no rights",
    "write_forbidden",
    "topic_closed",
    "administrator rights",
)
_REMEMBERED = 2000
_NAME_TIMEOUT = 5.0
"""Seconds. A message does not wait long for a name that it mentions."""


class Limiter(AIORateLimiter):
    """python-telegram-bot's limiter, for what counts as a message; questions such as getChatMember need not wait."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Answer:
        """Wait for a turn, or not."""
        if endpoint.startswith(("send", "edit")) and endpoint != "sendChatAction":
            return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
        return await callback(*args, **kwargs)


class Pace:
    """How fast deliveries may go: two thirds of what Telegram takes in a second, three in three seconds to an account,
    three quarters of what it takes in a group in a minute. The rest is for answers.

    Telegram's own limits (core.telegram.org/bots/faq) are 30, one a second with short bursts, and 20.
    """

    def __init__(
        self, overall: int = 30, group: int = 20, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._overall = max(1, overall * 2 // 3)
        self._group = max(1, group * 3 // 4)
        self._sent: OrderedDict[int, deque[float]] = OrderedDict()
        self._all: deque[float] = deque()
        self.shared = Pacing(Limit(self._overall, 1.0), Limit(self._group, 60.0), Limit(3, 3.0))

    def book(self, chat: int) -> float:
        """Seconds until one more message may go to the chat; 0: now, and it is counted."""
        now = self._clock()
        own = self._sent.setdefault(chat, deque())
        self._sent.move_to_end(chat)
        most, span = (self._group, 60.0) if chat < 0 else (3, 3.0)
        waits = (self._wait(self._all, self._overall, 1.0, now), self._wait(own, most, span, now))
        if max(waits) <= 0:
            self._all.append(now)
            own.append(now)
        while len(self._sent) > _REMEMBERED:
            self._sent.popitem(last=False)
        return max(waits)

    @staticmethod
    def _wait(sent: deque[float], most: int, span: float, now: float) -> float:
        while sent and sent[0] <= now - span:
            sent.popleft()
        return sent[0] + span - now if len(sent) >= most else 0.0


async def translated(call: Awaitable[T], *, direct: bool = False) -> T:
    """Await an API call; its errors as those of `handlers.ports`. Leaves ChatMigrated to the caller."""
    try:
        return await call
    except error.ChatMigrated:
        raise
    except error.RetryAfter as late:
        wait = late.retry_after
        raise RateLimited(wait.total_seconds() if isinstance(wait, timedelta) else float(wait)) from None
    except error.Forbidden:
        raise (DirectClosed("closed") if direct else NotAllowed("forbidden")) from None
    except error.InvalidToken:
        raise Unavailable("the token was refused") from None
    except error.BadRequest as refused:
        raise _refused(refused.message.lower(), direct=direct) from None
    except error.TelegramError as failed:
        raise Unavailable(type(failed).__name__) from None


def _refused(words: str, *, direct: bool) -> MessengerError:
    if any(each in words for each in _FORBIDDEN):
        return NotAllowed("forbidden")
    if any(each in words for each in _GONE):
        return DirectClosed("closed") if direct and "chat not found" in words else Gone("missing")
    return MessengerError("bad request")


class TelegramMessenger:
    """A `handlers.ports.Messenger`. `moved` is told of a group's new id."""

    def __init__(self, bot: Bot, moved: Moved, pace: Pace | None = None) -> None:
        self.bot = bot
        self._moved = moved
        self._pace = pace or Pace()
        self._names: OrderedDict[str, str] = OrderedDict()
        self._by_nonce: OrderedDict[str, Sent] = OrderedDict()

    @property
    def pacing(self) -> Pacing:
        """The same limits, for all processes together."""
        return self._pace.shared

    # --- what handlers ask for --------------------------------------------------------------------------------

    async def send_channel(self, channel: str, card: Card, nonce: str) -> Sent:
        """Post in a group or forum topic. Telegram knows no nonce: a second copy is only dropped by this process."""
        chat, topic = _chat(channel)
        return await self._once(nonce, chat, lambda: self._post(chat, topic, card))

    async def send_direct(self, account: str, card: Card, nonce: str) -> Sent:
        """Post to an account. Raises DirectClosed where it has not started the bot, or has blocked it."""
        if not account.isdigit():
            raise DirectClosed("closed")
        return await self._once(nonce, int(account), lambda: self.send_private(int(account), card))

    async def edit(self, sent: Sent, card: Card) -> None:
        """Change a message; one that says so already is left."""
        chat, _ = _chat(sent.channel)
        self._wait_for_turn(chat)
        drawn = render(card, await self.surroundings(card, chat))
        try:
            await self.edit_drawn(chat, int(sent.message), drawn)
        except error.ChatMigrated as moved:
            await self._moved(str(chat), str(moved.new_chat_id))
            raise Gone("the group has another id; its messages cannot be changed") from None

    async def missing_permissions(self, community: str, channel: str) -> Sequence[str]:
        """What the bot may not do in a group or topic. Raises Gone for one that is no more."""
        chat, topic = _chat(channel)
        try:
            try:
                own = await translated(self.bot.get_chat_member(chat, self.bot.id))
            except NotAllowed:
                return ["see"]
            if own.status in OUTSIDE:
                return ["see"]
            await translated(self.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=topic))
        except error.ChatMigrated as moved:
            await self._moved(str(chat), str(moved.new_chat_id))
            raise Unavailable("the group has another id") from None
        except NotAllowed:
            return ["send"]
        return []

    async def reads(self, channel: str) -> bool:
        """Whether the bot is shown all that is written in a group or channel (`handlers.ports.Reader`)."""
        chat, _ = _chat(channel)
        try:
            own = await translated(self.bot.get_chat_member(chat, self.bot.id))
        except error.ChatMigrated as moved:
            await self._moved(str(chat), str(moved.new_chat_id))
            raise Unavailable("the group has another id") from None
        return own.status == ChatMemberStatus.ADMINISTRATOR or bool(self.bot.can_read_all_group_messages)

    async def steward(self, community: str) -> str | None:
        """The group's creator, or else an administrator, whom the bot can write to."""
        try:
            found = await translated(self.bot.get_chat_administrators(int(community)))
        except (MessengerError, error.ChatMigrated):
            return None
        people = [each for each in found if not each.user.is_bot]
        people.sort(key=lambda each: each.status != ChatMemberStatus.OWNER)
        for each in people[:10]:
            try:
                await translated(self.bot.send_chat_action(each.user.id, ChatAction.TYPING), direct=True)
            except MessengerError:
                continue
            return str(each.user.id)
        return str(people[0].user.id) if people else None

    # --- what answers ask for ---------------------------------------------------------------------------------

    async def send_private(self, account: int, card: Card, place: Place | None = None) -> Sent:
        """Post in the private chat; `place`: the community that it is about. Raises DirectClosed."""
        around = await self.surroundings(card, account, place)
        return await self.send_drawn(account, render(card, around))

    async def send_drawn(self, account: int, drawn: Rendered) -> Sent:
        """Post in the private chat. Raises DirectClosed."""
        return await translated(self._send(account, None, drawn), direct=True)

    async def edit_drawn(self, chat: int, message: int, drawn: Rendered) -> None:
        """Change a message's text and keyboard."""
        call = self.bot.edit_message_text(
            drawn.text,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=drawn.keyboard,
        )
        try:
            await translated(_unless_same(call))
        except _Same:
            return

    async def surroundings(
        self, card: Card, chat: int, place: Place | None = None, language: str = "en"
    ) -> Surroundings:
        """What a card is drawn with in a chat: the names of those that it mentions are looked up once."""
        wanted = mentioned(card)
        if place is not None and any(menu.kind == "channels" for menu in card.menus):
            wanted.add(place.channel or place.community)
        names = {each: await self.name_of(each) for each in wanted}
        return Surroundings(names, place, private=chat > 0, language=language)

    async def name_of(self, native_id: str) -> str:
        """How an account, group or topic is called; its id where Telegram does not say."""
        if native_id in self._names:
            return self._names[native_id]
        try:
            chat = await self.bot.get_chat(read_channel(native_id)[0], read_timeout=_NAME_TIMEOUT)
            name = chat.title or " ".join(part for part in (chat.first_name, chat.last_name) if part)
        except (error.TelegramError, ValueError):
            return native_id
        return self.remember(native_id, place_name(native_id, name))

    def remember(self, native_id: str, name: str) -> str:
        """Keep a name that an update told, in this process alone."""
        self._names[native_id] = name
        while len(self._names) > _REMEMBERED:
            self._names.popitem(last=False)
        return name

    # --- how ----------------------------------------------------------------------------------------------------

    def _wait_for_turn(self, chat: int) -> None:
        wait = self._pace.book(chat)
        if wait > 0:
            raise RateLimited(wait)

    async def _once(self, nonce: str, chat: int, send: Callable[[], Awaitable[Sent]]) -> Sent:
        if nonce in self._by_nonce:
            return self._by_nonce[nonce]
        self._wait_for_turn(chat)
        sent = self._by_nonce[nonce] = await send()
        while len(self._by_nonce) > _REMEMBERED:
            self._by_nonce.popitem(last=False)
        return sent

    async def _post(self, chat: int, topic: int | None, card: Card) -> Sent:
        drawn = render(card, await self.surroundings(card, chat))
        try:
            return await translated(self._send(chat, topic, drawn))
        except error.ChatMigrated as moved:
            await self._moved(str(chat), str(moved.new_chat_id))
            try:
                return await translated(self._send(moved.new_chat_id, topic, drawn))
            except error.ChatMigrated:
                raise Gone("the group has another id") from None

    async def _send(self, chat: int, topic: int | None, drawn: Rendered) -> Sent:
        common: dict[str, Any] = {
            "message_thread_id": topic,
            "parse_mode": ParseMode.HTML,
            "reply_markup": drawn.keyboard,
        }
        if drawn.file is not None:
            name, content = drawn.file
            message = await self.bot.send_document(chat, content, filename=name, caption=drawn.text, **common)
        else:
            message = await self.bot.send_message(chat, drawn.text, link_preview_options=NO_PREVIEW, **common)
        return Sent(channel_of(message.chat.id, topic), str(message.message_id))


class _Same(Exception):
    """The message says this already."""


async def _unless_same(call: Awaitable[T]) -> T:
    try:
        return await call
    except error.BadRequest as refused:
        if "not modified" in refused.message.lower():
            raise _Same from None
        raise


def _chat(channel: str) -> tuple[int, int | None]:
    try:
        return read_channel(channel)
    except ValueError:
        raise Gone("no Telegram chat") from None
