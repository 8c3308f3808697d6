"""The Telegram platform: turns messages and presses into `handlers.front` calls and replies into answers.

Groups show the bot commands and replies to it alone (privacy mode); private chats everything. Who acts, and what they may
do, is asked of Telegram each time (`members`); where an answer goes is `answers`' business.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

import structlog
from aiohttp import web
from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User, error
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.config import TelegramSettings
from bot.platforms.base import PlatformError, Unreachable
from bot.platforms.telegram import arguments, commands, items, members, watching
from bot.platforms.telegram.addresses import HEADING, Press, channel_of, read_payload, read_press
from bot.platforms.telegram.answers import Answers, Asked
from bot.platforms.telegram.messenger import OUTSIDE, Limiter, Pace, TelegramMessenger
from bot.platforms.telegram.receiving import Receiver
from bot.platforms.telegram.render import chosen
from feeds import Item
from feeds.channels import TELEGRAM
from handlers import channels, communities, conversations, front, person_alerts, subscribers
from handlers.actors import Actor, Place
from handlers.cards import Card, Reply, Values
from handlers.errors import Refused
from handlers.house import House
from handlers.ports import MessengerError
from handlers.texts import texts

log = structlog.get_logger(__name__)
Context = ContextTypes.DEFAULT_TYPE
_READ_TIMEOUT, _WRITE_TIMEOUT = 30.0, 20.0
"""Seconds. A message whose answer came too late goes out again, so Telegram may be slow; a call still ends before the lease
of the delivery that made it."""
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


class TelegramPlatform:
    """A `bot.platforms.base.Platform`."""

    name = "telegram"

    def __init__(self, house: House, settings: TelegramSettings) -> None:
        self.house = house
        token = settings.token.get_secret_value() if settings.token is not None else ""
        self._token = token
        builder = Application.builder().token(token or "0:none").updater(None).job_queue(None)
        overall, group = settings.messages_per_second, settings.group_messages_per_minute
        limiter: Any = Limiter(overall_max_rate=overall, group_max_rate=group, max_retries=0)
        builder = builder.rate_limiter(limiter).read_timeout(_READ_TIMEOUT).write_timeout(_WRITE_TIMEOUT)
        if settings.api_url:
            base = settings.api_url.rstrip("/").removesuffix("/bot")
            builder = builder.base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
        self.application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
        self.bot = self.application.bot
        self._messenger = TelegramMessenger(self.bot, self._moved, Pace(overall, group))
        self._answers = Answers(house, self._messenger)
        self._receiver = Receiver(self.bot, settings, self.application.process_update)
        self.application.add_handler(CallbackQueryHandler(self._pressed))
        self.application.add_handler(ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER))
        self.application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, self._migrated))
        self.application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self._wrote))
        elsewhere = filters.UpdateType.EDITED_MESSAGE | filters.UpdateType.CHANNEL_POSTS
        self.application.add_handler(MessageHandler(elsewhere, self._posted))
        self.application.add_error_handler(self._failed)

    # --- bot.platforms.base.Platform ----------------------------------------------------------------------------

    @property
    def messenger(self) -> TelegramMessenger:
        """How messages are sent."""
        return self._messenger

    @property
    def ready(self) -> bool:
        """Whether updates come."""
        return self._receiver.ready

    @property
    def routes(self) -> list[web.RouteDef]:
        """What the HTTP listener serves for Telegram."""
        return self._receiver.routes

    async def login(self) -> None:
        """Check the token. Raises PlatformError."""
        if not self._token:
            raise PlatformError(
                "There is no Telegram token: set `telegram.token` or HEADSUP_TELEGRAM__TOKEN."
            )
        try:
            await self.application.initialize()
        except error.InvalidToken:
            raise PlatformError("Telegram refused the token. Ask @BotFather for it (/token).") from None
        except error.TelegramError as fault:
            raise Unreachable(
                f"Telegram cannot be reached ({type(fault).__name__}). Check the network, or telegram.api_url."
            ) from None

    async def serve(self) -> None:
        """Receive until cancelled."""
        declaring = asyncio.create_task(self._declare())
        try:
            await self._receiver.serve()
        finally:
            declaring.cancel()

    async def close(self) -> None:
        """Let go of connections."""
        await self.application.shutdown()

    async def _declare(self) -> None:
        try:
            await commands.declare(self.bot)
        except error.TelegramError as refused:
            log.error(
                "Telegram did not take the commands; those known to it stay", error=type(refused).__name__
            )

    # --- what Telegram says of groups -----------------------------------------------------------------------------

    async def _moved(self, old: str, new: str) -> None:
        await communities.moved(self.house, self.name, old, new)
        await channels.moved(self.house, TELEGRAM, old, new)

    async def _migrated(self, update: Update, _: Context) -> None:
        """A group became a supergroup, and has another id."""
        message = update.effective_message
        if message is None:
            return
        if message.migrate_to_chat_id is not None:
            await self._moved(str(message.chat.id), str(message.migrate_to_chat_id))
        elif message.migrate_from_chat_id is not None:
            await self._moved(str(message.migrate_from_chat_id), str(message.chat.id))

    async def _membership(self, update: Update, _: Context) -> None:
        """The bot was added to a group or removed; an account blocked it, or lets it write again."""
        change: ChatMemberUpdated | None = update.my_chat_member
        if change is None:
            return
        gone = change.new_chat_member.status in OUTSIDE
        if change.chat.type in GROUPS:
            if gone:
                await communities.left(self.house, self.name, str(change.chat.id))
            else:
                await communities.joined(self.house, self.name, str(change.chat.id))
        elif (
            change.chat.type == ChatType.PRIVATE and change.new_chat_member.status == ChatMemberStatus.MEMBER
        ):
            await subscribers.greet(self.house, Actor(self.name, str(change.chat.id)))

    # --- what people write ----------------------------------------------------------------------------------------

    async def _wrote(self, update: Update, _: Context) -> None:
        message = update.message
        if message is None:
            return
        text = message.text or message.caption or ""
        said = commands.read(text, self.bot.username) if not message.is_automatic_forward else None
        if message.chat.type in GROUPS:
            if said is not None:
                await self._in_group(message, said)
            else:
                await watching.posted(self.house, message)
        elif message.chat.type == ChatType.PRIVATE and message.from_user is not None:
            await self._in_private(message, message.from_user, said)

    async def _posted(self, update: Update, _: Context) -> None:
        """A channel's post, or an edit anywhere: looked at where moderators chose to have it watched."""
        message = update.effective_message
        if message is not None and message.chat.type != ChatType.PRIVATE:
            edited = update.edited_message is not None or update.edited_channel_post is not None
            await watching.posted(self.house, message, edited=edited)

    async def _in_private(self, message: Message, user: User, said: commands.Said | None) -> None:
        press = read_payload(said.rest) if said is not None and said.name == "start" else None
        if press is not None and (not press.action or commands.linked(press.action) != press.action):
            press = None
        asked = await self._known(
            Asked(user, members.nobody(user)), press.place if press is not None else None
        )
        if asked is None:
            return
        if press is not None:
            await self._answer(asked, self._act(asked, press))
        elif said is not None and message.forward_origin is None:
            await self._answer(asked, self._privately_commanded(asked, message, said))
        else:
            await self._answer(asked, self._privately_wrote(asked, message))

    async def _in_group(self, message: Message, said: commands.Said) -> None:
        place = place_of(message.chat, message)
        if message.sender_chat is not None or message.from_user is None:
            await self._anonymously(message, place, said)
            return
        user = message.from_user
        self._messenger.remember(str(user.id), user.full_name)
        hidden = said.name in commands.HIDDEN
        link = commands.linked("/report" if said.name == "report" else f"/{said.name} {said.rest}".strip())
        written = Asked(user, members.nobody(user), place, trigger=message, link=link)
        if hidden:
            await self._answers.remove(written, tell=True)
        try:
            meant = commands.meant(said)
        except Refused as refused:
            asked = await self._known(written)
            if asked is not None:
                await self._answer(asked, _raised(refused))
            return
        if meant is None:
            return
        about_here = not hidden or meant.command == "watch prove"
        asked = await self._known(written, place if about_here else None, wrote_there=True)
        if asked is None:
            return
        if said.name == "report":
            await self._report_in_group(asked, message, meant)
            return
        reply = await self._guarded(asked, self._carry_out(asked, meant, message))
        if reply is not None and not hidden:
            await self._answers.remove(asked, tell=False)
        await self._give(asked, reply)

    async def _report_in_group(self, asked: Asked, message: Message, meant: commands.Meant) -> None:
        """The report is stored before its command disappears; the receipt, or the first question, is private."""
        item = items.quoted(message, self.bot.id, self.house.vault)
        values: dict[str, Any] = meant.values
        if item is not None and "status" not in values:
            values = {"reason": values.get("text", "")}
        else:
            item = None
        if not values.get("text") and item is None and message.effective_attachment is not None:
            native_id = f"{message.chat.id}:{message.message_id}"
            item = Item(source="report", native_id=native_id, media=items.media(message))
        reply = await self._guarded(
            asked, front.command(self.house, asked.actor, "report", values, item=item)
        )
        if reply is not None:
            await self._answers.remove(asked, tell=True)
            if reply.card is not None and reply.card.copyable:
                link = f"/report status {reply.card.copyable}"
                asked = replace(asked, link=link, pointer="private-thanks")
        await self._give(asked, reply)

    async def _anonymously(self, message: Message, place: Place, said: commands.Said) -> None:
        """An administrator who hides behind the group: whoever presses goes on as themselves."""
        hidden = said.name in commands.HIDDEN
        if hidden:
            await self._answers.taken_out(message)
        community = await communities.known(self.house, self.name, place.community)
        t = texts(community.language if community is not None else "en")
        data = f"/{said.name} {said.rest}".strip()
        if said.name == "report":
            await self._answers.post(place, t("anonymous-report"))
        elif hidden:
            await self._answers.post(place, t("anonymous-private"))
        elif message.sender_chat is None or message.sender_chat.id != message.chat.id:
            return
        elif said.name in (*commands.OF_A_GROUP, "help"):
            if len(data.encode()) <= 40:
                await self._answers.offer(place, t("anonymous"), t("button-go-on"), data)
            else:
                await self._answers.post(place, t("anonymous-long"))

    async def _privately_commanded(self, asked: Asked, message: Message, said: commands.Said) -> Reply:
        t = texts(asked.actor.language)
        if said.name == "cancel":
            left = await conversations.leave(self.house, asked.actor)
            return Reply(Card(body=t("conversation-left" if left else "conversation-nothing")))
        if said.name == "skip":
            return await self._stepped(asked, conversations.skip(self.house, asked.actor))
        meant = commands.meant(said)
        if meant is None:
            return await front.command(self.house, asked.actor, "help", {})
        if meant.command.partition(" ")[0] in commands.OF_A_GROUP:
            raise Refused("refused-in-private")
        left = await conversations.leave(self.house, asked.actor)
        item = None
        if meant.command == "report" and not meant.values:
            item = items.quoted(message, self.bot.id, self.house.vault)
        if item is not None:
            reply = await front.command(self.house, asked.actor, "report", {}, item=item)
        else:
            reply = await self._carry_out(asked, meant, message)
        if left and reply.card is not None:
            reply = replace(reply, card=replace(reply.card, notice=t("conversation-left-by")))
        return reply

    async def _privately_wrote(self, asked: Asked, message: Message) -> Reply:
        """A forward is a report, the stop word ends everything, an answer goes to its question."""
        if message.forward_origin is not None:
            item = items.forwarded(message, self.house.vault)
            if item.body or item.media or item.url:
                return await front.command(self.house, asked.actor, "report", {}, item=item)
        contact = message.contact.user_id if message.contact is not None else None
        text = message.text or message.caption or (str(contact) if contact is not None else "")
        if person_alerts.is_stop_word(text):
            await conversations.leave(self.house, asked.actor)
            return await front.command(self.house, asked.actor, "watch stop", {})
        if await conversations.pending(self.house, asked.actor):
            step = conversations.answer(self.house, asked.actor, text, message.message_id)
            return await self._stepped(asked, step)
        return await front.command(self.house, asked.actor, "help", {})

    async def _carry_out(self, asked: Asked, meant: commands.Meant, message: Message | None) -> Reply:
        """A command of `handlers.front`, with what only Telegram knows filled in. Raises Refused."""
        t = texts(asked.actor.language)
        if meant.command == "watch":
            return Reply(commands.watch_menu(t))
        if meant.command == "watch add" and not meant.values:
            return Reply(commands.standing_menu(t))
        if meant.command == "watch prove" and "method" not in meant.values:
            return Reply(commands.prove_menu(t, str(meant.values.get("person", ""))))
        values = await arguments.filled(self.house, self._messenger, asked, meant, message)
        return await front.command(self.house, asked.actor, meant.command, values)

    # --- what people press ----------------------------------------------------------------------------------------

    async def _pressed(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        if query.data is None or query.data == HEADING:
            await query.answer()
            return
        self._messenger.remember(str(query.from_user.id), query.from_user.full_name)
        press = read_press(query.data)
        chat = query.message.chat
        group = None
        if chat.type in GROUPS:
            whole = query.message if isinstance(query.message, Message) else None
            group = place_of(chat, whole)
            press = replace(press, place=group)
        pressed = Asked(
            query.from_user,
            members.nobody(query.from_user),
            group,
            press.action,
            query=query,
            link=commands.linked(press.action),
        )
        asked = await self._known(pressed, press.place)
        if asked is not None:
            await self._answer(asked, self._act(asked, press))

    async def _act(self, asked: Asked, press: Press) -> Reply:
        """A button or a menu's option. Raises Refused."""
        if press.action.startswith("/"):
            said = commands.read(press.action, self.bot.username)
            meant = commands.meant(said) if said is not None else None
            if meant is None:
                raise Refused("refused-action")
            return await self._carry_out(asked, meant, None)
        if press.action.startswith(conversations.PREFIX):
            return await self._stepped_by(asked, press.action)
        values: Values = {}
        if press.value is not None:
            values = {"values": self._values(asked.query, press)}
        return await front.act(self.house, asked.actor, press.action, values)

    @staticmethod
    def _values(query: CallbackQuery | None, press: Press) -> list[str]:
        if press.value == "here" and press.place is not None:
            return [press.place.channel or press.place.community]
        if press.many and query is not None and isinstance(query.message, Message):
            return chosen(query.message.reply_markup, press.action, press.value or "")
        return [press.value or ""]

    # --- forms ------------------------------------------------------------------------------------------------------

    async def _stepped_by(self, asked: Asked, action: str) -> Reply:
        what, _, number = action.removeprefix(conversations.PREFIX).partition(":")
        if what == "cancel":
            left = await conversations.leave(self.house, asked.actor)
            t = texts(asked.actor.language)
            key = "conversation-left" if left else "conversation-nothing"
            return Reply(Card(body=t(key)), update=True)
        if what not in ("keep", "clear", "skip") or not number.isdecimal() or len(number) > 3:
            raise Refused("refused-action")
        return await self._stepped(asked, conversations.press(self.house, asked.actor, what, int(number)))

    async def _stepped(self, asked: Asked, step: Awaitable[conversations.Step]) -> Reply:
        """The next question; after the last one what the form is for. Raises Refused."""
        try:
            done = await step
        except Refused as refused:
            if refused.key == "conversation-over":
                await conversations.leave(self.house, asked.actor)
            raise
        if done.card is not None:
            return Reply(done.card)
        actor = await self._actor(asked.user, done.place) if done.place else asked.actor
        reply = await front.act(self.house, actor, done.action, done.values or {})
        if not reply.refused:
            await conversations.leave(self.house, asked.actor)
            return reply
        again = await conversations.again(self.house, asked.actor)
        why = reply.card.body if reply.card is not None else ""
        said = texts(asked.actor.language)("conversation-again")
        return Reply(replace(again, body=f"{why}\n{said}\n\n{again.body}"))

    # --- answering ----------------------------------------------------------------------------------------------------

    async def _known(
        self, asked: Asked, place: Place | None = None, *, wrote_there: bool = False
    ) -> Asked | None:
        """The same with what is known of who acts; None where that cannot be found out, and they are told so."""
        try:
            return replace(asked, actor=await self._actor(asked.user, place, wrote_there=wrote_there))
        except MessengerError as fault:
            log.warning("Telegram did not say who acts", error=type(fault).__name__)
        except Exception as fault:
            log.error("who acts was not found out", error=type(fault).__name__, exc_info=fault)
        await self._give(asked, None)
        return None

    async def _actor(self, user: User, place: Place | None, *, wrote_there: bool = False) -> Actor:
        """Who acts, in the language that they chose. Raises MessengerError."""
        actor = await members.actor_of(self.bot, user, place, wrote_there=wrote_there)
        return replace(actor, language=await subscribers.language_of(self.house, actor))

    async def _answer(self, asked: Asked, work: Awaitable[Reply]) -> None:
        await self._give(asked, await self._guarded(asked, work))

    async def _guarded(self, asked: Asked, work: Awaitable[Reply]) -> Reply | None:
        """What it comes to, be it a refusal; None if it failed."""
        try:
            return await work
        except Refused as refused:
            t = texts(asked.actor.language)
            return Reply(Card(body=t(refused.key, **refused.arguments)), refused=True)
        except MessengerError as fault:
            log.warning("Telegram failed an action", error=type(fault).__name__)
        except Exception as fault:
            log.error("an action failed", error=type(fault).__name__, exc_info=fault)
        return None

    async def _give(self, asked: Asked, reply: Reply | None) -> None:
        """Answer; None: that it failed."""
        if reply is None:
            reply = Reply(Card(body=texts(asked.actor.language)("failed")), refused=True)
        try:
            await self._answers.give(asked, reply)
        except Exception as fault:
            log.warning("an answer did not arrive", error=type(fault).__name__)

    async def _failed(self, _: object, context: Context) -> None:
        fault = context.error
        log.error("an update failed", error=type(fault).__name__, exc_info=fault)


async def _raised(refused: Refused) -> Reply:
    raise refused


def place_of(chat: Chat, message: Message | None) -> Place:
    """A group, and the topic in it."""
    topic = message.message_thread_id if message is not None and message.is_topic_message else None
    return Place(str(chat.id), channel_of(chat.id, topic))
