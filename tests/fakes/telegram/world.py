"""Chats, messages and people of the fake Telegram, and what a person does in their client.

A test builds them (`fake.user("Alice")`, `fake.group("Harbour")`) and acts: `alice.write(chat, "/report …")`,
`await alice.press(message, "Confirm")`. Each act becomes an update for the bot.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

Json = dict[str, Any]
_ENTITY = re.compile(
    r"(?P<bot_command>(?<!\S)/\w{1,32}(?:@\w+)?)|(?P<url>https?://\S+)|(?P<mention>(?<!\w)@\w{5,})"
)

ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""As whom Telegram shows an administrator who writes as the group."""


def utf16(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def entities(text: str) -> list[Json]:
    """Commands, links and mentions that Telegram marks by itself."""
    return [
        {"type": match.lastgroup, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
        for match in _ENTITY.finditer(text)
    ]


class RefusedError(AssertionError):
    """The person's own client would not let them do this."""


@dataclass(eq=False)
class TelegramFile:
    """A document or photo: sent by the bot, or by a person."""

    id: str
    name: str
    content: bytes
    kind: str = "document"

    def payload(self) -> Any:
        """The wire form: a Document, or the sizes of a photo."""
        body: Json = {"file_id": self.id, "file_unique_id": self.id, "file_size": len(self.content)}
        return (
            [body | {"width": 90, "height": 90}] if self.kind == "photo" else body | {"file_name": self.name}
        )


@dataclass(eq=False)
class Message:
    """One message. `text` is as shown (the caption, with a file); `raw` as it was sent, with its markup."""

    chat: Chat
    id: int
    sender: Account | None
    text: str = ""
    raw: str = ""
    parse_mode: str | None = None
    marks: list[Json] = field(default_factory=list)
    markup: Json | None = None
    topic: int | None = None
    reply_to: Message | None = None
    file: TelegramFile | None = None
    date: int = field(default_factory=lambda: int(time.time()))
    edited: int | None = None
    edits: int = 0
    deleted: bool = False
    previewed: bool = True
    silent: bool = False
    service: Json = field(default_factory=dict)
    behind: Chat | None = None
    """The group or channel that it was written as."""
    origin: Json | None = None
    """Of a forwarded message: where it was written first (MessageOrigin)."""

    def rewrite(self, text: str) -> None:
        """Another text, by whoever wrote it."""
        self.text, self.raw, self.marks, self.edited = text, text, entities(text), int(time.time())

    @property
    def keys(self) -> list[Json]:
        """Its inline keyboard's buttons, in reading order."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [key for row in rows for key in row]

    @property
    def buttons(self) -> list[str]:
        """The labels of its inline keyboard."""
        return [key["text"] for key in self.keys]

    def payload(self, *, nested: bool = False) -> Json:
        """The wire form (Message)."""
        body: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.payload()} | self.service
        if self.behind is not None:
            body["sender_chat"] = self.behind.payload()
            if self.chat.type != "channel":
                body["from"] = ANONYMOUS
        elif self.sender is not None:
            body["from"] = self.sender.payload()
        if self.origin is not None:
            body["forward_origin"] = self.origin
        text_key, marks_key = ("text", "entities") if self.file is None else ("caption", "caption_entities")
        if self.text:
            body[text_key] = self.text
            if self.marks:
                body[marks_key] = self.marks
        if self.file is not None:
            body[self.file.kind] = self.file.payload()
        if self.markup is not None and "inline_keyboard" in self.markup:
            body["reply_markup"] = self.markup
        if self.topic is not None:
            body |= {"message_thread_id": self.topic, "is_topic_message": True}
        if self.reply_to is not None and not nested:
            body["reply_to_message"] = self.reply_to.payload(nested=True)
        if self.edited is not None:
            body["edit_date"] = self.edited
        return body


@dataclass(eq=False)
class Chat:
    """A private chat, group, supergroup (a forum, if it has topics) or channel. `roles`: account id ->
    status."""

    fake: FakeTelegram
    id: int
    type: str
    title: str = ""
    account: Account | None = None  # of a private chat: the person
    roles: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    everything: list[Message] = field(default_factory=list)
    is_forum: bool = False
    started: bool = False  # of a private chat: the person has written first
    bot_may_write: bool = True
    migrated_to: Chat | None = None
    username: str = ""  # of a public group or channel

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, deleted messages and service messages left out."""
        return [m for m in self.everything if not m.deleted and not m.service]

    def payload(self) -> Json:
        """The wire form (Chat)."""
        body: Json = {"id": self.id, "type": self.type}
        if self.account is not None:
            return body | {"first_name": self.account.name, "username": self.account.username}
        body["title"] = self.title
        if self.username:
            body["username"] = self.username
        return body | {"is_forum": True} if self.is_forum else body

    async def next_message(
        self, where: Callable[[Message], bool] = lambda _: True, *, timeout: float | None = None
    ) -> Message:
        """The first message by the bot that no earlier call of this returned and that fits; waits for it."""

        def fresh() -> Message | None:
            for message in self.messages:
                if (
                    message.sender is self.fake.bot
                    and (self.id, message.id) not in self.fake.seen
                    and where(message)
                ):
                    return message
            return None

        found = await self.fake.until(
            fresh, f"a message of the bot in {self.title or 'the private chat'}", timeout
        )
        self.fake.seen.add((self.id, found.id))
        return found

    def member(self, who: Account | str, status: str = "member") -> Account:
        """Makes an account (by name: a new one) a "member", "administrator", "creator", "left", "kicked", or an
        administrator who only "moderates" or is merely "titled"."""
        account = self.fake.user(who) if isinstance(who, str) else who
        old = self.roles.get(account.id, "left")
        self.roles[account.id] = status
        if account is self.fake.bot and old != status:
            self.fake.bot_moved(self, self.fake.developer, old, status)
        return account

    def post(self, text: str) -> Message:
        """Posts in a channel, as the channel."""
        message = Message(self, self.fake.next_id(), None, text, text, marks=entities(text), behind=self)
        self.everything.append(message)
        if self.fake.bot_reads(message):
            self.fake.push("channel_post", message.payload())
        return message

    def edit_post(self, message: Message, text: str) -> None:
        """Edits a post of a channel."""
        message.rewrite(text)
        if self.fake.bot_reads(message):
            self.fake.push("edited_channel_post", message.payload())

    def topic(self, name: str) -> int:
        """Opens a topic in a forum; gives its message_thread_id."""
        self.is_forum = True
        number = self.fake.next_id()
        self.topics[number] = name
        return number

    def upgrade(self, *, told: bool = True) -> Chat:
        """A group becomes a supergroup with another id; writing to the old one is refused with the new id. `told`:
        messages in both say so, too."""
        new = self.fake.group(
            self.title, type="supergroup", bot_status=self.roles.get(self.fake.bot.id, "member")
        )
        new.roles = dict(self.roles)
        self.migrated_to = new
        if told:
            self.fake.push("message", self._service(self, {"migrate_to_chat_id": new.id}).payload())
            self.fake.push("message", self._service(new, {"migrate_from_chat_id": self.id}).payload())
        return new

    def _service(self, chat: Chat, what: Json) -> Message:
        message = Message(chat, self.fake.next_id(), None, service=what)
        chat.everything.append(message)
        return message


@dataclass(eq=False)
class Pressed:
    """What a person sees at once after pressing a button: a short text (toast, or alert), or nothing."""

    id: str
    answered: bool = False
    text: str = ""
    alert: bool = False
    url: str = ""
    at: float = 0.0


@dataclass(eq=False)
class Account:
    """A Telegram account: a person, or the bot."""

    fake: FakeTelegram
    id: int
    name: str
    username: str
    is_bot: bool = False
    language: str = "en"
    blocked_bot: bool = False

    def payload(self) -> Json:
        """The wire form (User)."""
        body: Json = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.name,
            "username": self.username,
        }
        return body if self.is_bot else body | {"language_code": self.language}

    @property
    def private(self) -> Chat:
        """Their private chat with the bot."""
        return self.fake.private_chat(self)

    @property
    def inbox(self) -> list[Message]:
        """The bot's messages in the private chat."""
        return [m for m in self.private.messages if m.sender is self.fake.bot]

    def write(
        self,
        chat: Chat,
        text: str,
        *,
        topic: int | None = None,
        reply_to: Message | None = None,
        file: TelegramFile | None = None,
        hidden: bool = False,
    ) -> Message:
        """Writes a message or command; in private chats this also lets the bot write. `hidden`: an administrator who
        writes as the group."""
        self._check(chat)
        if hidden and chat.roles.get(self.id) not in ("creator", "administrator", "moderates"):
            raise RefusedError(f"{self.name} may not write as {chat.title}")
        chat.started = True
        message = Message(
            chat,
            self.fake.next_id(),
            self,
            text,
            text,
            marks=entities(text),
            topic=topic,
            reply_to=reply_to,
            file=file,
            behind=chat if hidden else None,
        )
        return self._sent(message)

    def _sent(self, message: Message) -> Message:
        message.chat.everything.append(message)
        if self.fake.bot_reads(message):
            self.fake.push("message", message.payload())
        return message

    def forward(self, message: Message, *, hides: bool = False) -> Message:
        """Forwards a message to the bot in private. `hides`: its author lets nobody see who they are."""
        origin: Json = {"type": "user", "date": message.date}
        if message.chat.type == "channel":
            origin |= {"type": "channel", "chat": message.chat.payload(), "message_id": message.id}
        elif hides or message.sender is None:
            origin |= {"type": "hidden_user", "sender_user_name": "somebody"}
        else:
            origin["sender_user"] = message.sender.payload()
        self.private.started = True
        copy = Message(
            self.private,
            self.fake.next_id(),
            self,
            message.text,
            message.raw,
            marks=message.marks,
            file=message.file,
            origin=origin,
        )
        return self._sent(copy)

    async def ask(self, chat: Chat, text: str, *, topic: int | None = None) -> Message:
        """Writes, and waits for the bot's next message there."""
        before = {m.id for m in chat.messages}
        self.write(chat, text, topic=topic)
        return await chat.next_message(lambda m: m.id not in before)

    def share(self, whom: Account) -> Message:
        """Sends the bot somebody's contact."""
        contact = {"phone_number": "+10000000000", "first_name": whom.name, "user_id": whom.id}
        return self._sent(Message(self.private, self.fake.next_id(), self, service={"contact": contact}))

    def edit(self, message: Message, text: str) -> None:
        """Edits an own message."""
        message.rewrite(text)
        if self.fake.bot_reads(message):
            self.fake.push("edited_message", message.payload())

    async def press(self, message: Message, wanted: str, *, faded: bool = False) -> Pressed:
        """Presses an inline button, by label or callback data; waits until the bot has answered the query. `faded`: the
        message is so old that Telegram tells the bot nothing of it but its place (InaccessibleMessage)."""
        self._check(message.chat)
        found = [k for k in message.keys if wanted in (k["text"], k.get("callback_data"))]
        if message.deleted or len(found) != 1:
            raise RefusedError(f"no (single) button {wanted!r}; there is: {message.buttons}")
        if "callback_data" not in found[0]:
            raise RefusedError(f"{wanted!r} sends nothing to the bot")
        on = message.payload()
        if faded:
            on = {"chat": message.chat.payload(), "message_id": message.id, "date": 0}
        return await self._press(on, found[0]["callback_data"])

    async def forge(self, on: Message, data: str) -> Pressed:
        """A press that no client offers: by anybody, on any message of the bot, with any data."""
        return await self._press(on.payload(), data)

    async def _press(self, on: Json, data: str) -> Pressed:
        pressed = Pressed(str(self.fake.next_id()), at=self.fake.now())
        self.fake.pressed[pressed.id] = pressed
        body = {
            "from": self.payload(),
            "message": on,
            "data": data,
            "chat_instance": str(abs(on["chat"]["id"])),
        }
        self.fake.push("callback_query", {"id": pressed.id, **body})
        await self.fake.until(lambda: pressed.answered, "answerCallbackQuery")
        return pressed

    def start(self, payload: str = "") -> Message:
        """Opens the bot (with a deep link's payload)."""
        return self.write(self.private, f"/start {payload}".strip())

    def block(self) -> None:
        """Blocks the bot: its messages are refused with 403."""
        self.blocked_bot = True
        self.fake.bot_moved(self.private, self, "member", "kicked")

    def unblock(self) -> None:
        """Lets the bot write again."""
        self.blocked_bot = False
        self.fake.bot_moved(self.private, self, "kicked", "member")

    def _check(self, chat: Chat) -> None:
        if chat.account not in (None, self):
            raise RefusedError(f"that is not {self.name}'s chat")
        if chat.account is None and chat.roles.get(self.id, "left") in ("left", "kicked"):
            raise RefusedError(f"{self.name} is not in {chat.title}")
