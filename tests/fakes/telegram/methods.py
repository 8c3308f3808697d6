"""The Bot API's methods as the fake answers them.

server.py calls `answer()`. To add a method: write a function with `@method("name")` that returns the
result or raises BotApiError; its fields come decoded.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram import markup
from tests.fakes.telegram.world import Account, Chat, Json, Message, entities, utf16

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram


@dataclass(frozen=True)
class BotApiError(Exception):
    """An error answer; `violation`: only a mistake of the bot's programmer leads there."""

    status: int
    text: str
    parameters: Json | None = None
    violation: bool = False


@dataclass(eq=False)
class Call:
    """One call: its fields decoded, its files by form name."""

    fake: FakeTelegram
    method: str
    fields: Json
    files: dict[str, tuple[str, bytes]]


Handler = Callable[[Call], Awaitable[Any]]
_METHODS: dict[str, Handler] = {}


def method(name: str) -> Callable[[Handler], Handler]:
    """Registers the function that answers a method."""

    def register(handler: Handler) -> Handler:
        _METHODS[name.lower()] = handler
        return handler

    return register


async def answer(call: Call) -> Any:
    """The result of a call; the Bot API's method names are not case-sensitive."""
    handler = _METHODS.get(call.method.lower())
    if handler is None:
        raise BotApiError(404, f"Not Found: the fake has no method {call.method}", violation=True)
    return await handler(call)


def bad(text: str, *, violation: bool = False) -> BotApiError:
    """400 in the words of the Bot API."""
    return BotApiError(400, f"Bad Request: {text}", violation=violation)


def membership(account: Account, status: str) -> Json:
    """The wire form of a membership (one of the ChatMember types)."""
    body: Json = {"user": account.payload(), "status": status}
    if status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        rights = (
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
        )
        body |= dict.fromkeys(rights, True) | {"can_be_edited": False, "is_anonymous": False}
    elif status == "kicked":
        body["until_date"] = 0
    return body


def chat_of(call: Call) -> Chat:
    """The chat of `chat_id`, which the bot may see."""
    wanted = call.fields["chat_id"]
    chat = call.fake.chats.get(int(wanted)) if str(wanted).lstrip("-").isdigit() else None
    if chat is None and isinstance(wanted, int) and wanted in call.fake.accounts:
        chat = call.fake.private_chat(call.fake.accounts[wanted])
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise BotApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to.id},
        )
    return chat


def writable(call: Call) -> Chat:
    """The chat of `chat_id`, in which the bot may write now."""
    chat = chat_of(call)
    if chat.account is not None:
        if chat.account.is_bot:
            raise BotApiError(403, "Forbidden: bot can't send messages to bots")
        if chat.account.blocked_bot:
            raise BotApiError(403, "Forbidden: bot was blocked by the user")
        if not chat.started:
            raise BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return chat
    status = chat.roles.get(call.fake.bot.id, "left")
    if status in ("kicked", "left"):
        why = "was kicked from" if status == "kicked" else "is not a member of"
        raise BotApiError(403, f"Forbidden: bot {why} the {chat.type} chat")
    if not chat.bot_may_write and status != "administrator":
        raise bad("not enough rights to send text messages to the chat")
    return chat


def message_of(call: Call, what: str) -> Message:
    """The message of `message_id`, or an error that says what could not be done to it."""
    chat, wanted = chat_of(call), call.fields.get("message_id")
    for message in chat.everything:
        if message.id == wanted and not message.deleted:
            return message
    raise bad(f"message to {what} not found")


def put_text(message: Message, text: str, fields: Json, limit: int) -> None:
    """Sets a message's text under its parse mode."""
    try:
        shown, marks = markup.plain(text, fields.get("parse_mode"))
    except markup.MarkupError as error:
        raise bad(f"can't parse entities: {error}", violation=True) from error
    if utf16(shown) > limit:
        raise bad("message is too long" if limit > 1024 else "message caption is too long", violation=True)
    message.text, message.raw, message.parse_mode = shown.strip(), text, fields.get("parse_mode")
    message.marks = sorted(
        [*marks, *fields.get("entities", []), *entities(shown)], key=lambda e: int(e["offset"])
    )
    preview = fields.get("link_preview_options") or {}
    message.previewed = not (preview.get("is_disabled") or fields.get("disable_web_page_preview"))


def put_markup(message: Message, fields: Json) -> None:
    """Sets a message's keyboard."""
    wanted = fields.get("reply_markup")
    refused = markup.check_keyboard(wanted)
    if refused is not None:
        raise bad(refused, violation=True)
    message.markup = wanted


def _new_message(call: Call) -> Message:
    fields, chat = call.fields, writable(call)
    message = Message(
        chat, call.fake.next_id(), call.fake.bot, silent=bool(fields.get("disable_notification"))
    )
    topic = fields.get("message_thread_id")
    if topic is not None and topic not in chat.topics:
        raise bad("message thread not found")
    message.topic = topic
    reply = fields.get("reply_parameters") or {}
    wanted = reply.get("message_id", fields.get("reply_to_message_id"))
    if wanted is not None:
        message.reply_to = next((m for m in chat.everything if m.id == wanted and not m.deleted), None)
        without = reply.get("allow_sending_without_reply", fields.get("allow_sending_without_reply"))
        if message.reply_to is None and not without:
            raise bad("message to be replied not found")
    put_markup(message, fields)
    return message


@method("getMe")
async def get_me(call: Call) -> Json:
    """The bot's account."""
    return call.fake.bot.payload() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.fake.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Long polling."""
    return await call.fake.poll(call.fields)


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    """Updates by HTTP POST."""
    call.fake.set_webhook(call.fields)
    return True


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    """Back to polling."""
    call.fake.set_webhook({"drop_pending_updates": call.fields.get("drop_pending_updates")})
    return True


@method("getWebhookInfo")
async def webhook_info(call: Call) -> Json:
    """What setWebhook set."""
    return {
        "url": call.fake.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(call.fake.updates),
    }


@method("sendMessage")
async def send_message(call: Call) -> Json:
    """A text message."""
    message = _new_message(call)
    put_text(message, call.fields["text"], call.fields, 4096)
    if not message.text:
        raise bad("message text is empty", violation=True)
    message.chat.everything.append(message)
    return message.payload()


async def _send_file(call: Call, kind: str) -> Json:
    message = _new_message(call)
    given = call.fields.get(kind)
    if isinstance(given, str) and given.startswith("attach://"):
        name, content = call.files[given.removeprefix("attach://")]
    elif kind in call.files:
        name, content = call.files[kind]
    elif isinstance(given, str) and given in call.fake.files:
        name, content = call.fake.files[given].name, call.fake.files[given].content
    else:
        raise bad("there is no file in the request")
    if not content:
        raise bad("file must be non-empty")
    message.file = call.fake.file(name, content, kind)
    put_text(message, call.fields.get("caption") or "", call.fields, 1024)
    message.chat.everything.append(message)
    return message.payload()


@method("sendDocument")
async def send_document(call: Call) -> Json:
    """A file."""
    return await _send_file(call, "document")


@method("sendPhoto")
async def send_photo(call: Call) -> Json:
    """A picture."""
    return await _send_file(call, "photo")


@method("sendChatAction")
async def send_chat_action(call: Call) -> bool:
    """ "… is typing"."""
    writable(call)
    return True


async def _edited(call: Call, change: Callable[[Message], None], limit: str) -> Json:
    message = message_of(call, "edit")
    if message.sender is not call.fake.bot:
        raise bad("message can't be edited")
    before = (message.raw, message.parse_mode, message.markup)
    held = message.text, message.marks
    change(message)
    if (message.raw, message.parse_mode, message.markup) == before:
        message.text, message.marks = held
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            f"current content and reply markup of the message{limit}"
        )
    message.edited, message.edits = int(time.time()), message.edits + 1
    return message.payload()


@method("editMessageText")
async def edit_text(call: Call) -> Json:
    """Another text, and with it another keyboard (or none)."""

    def change(message: Message) -> None:
        put_markup(message, call.fields)
        put_text(message, call.fields["text"], call.fields, 4096)
        if not message.text:
            raise bad("message text is empty", violation=True)

    return await _edited(call, change, "")


@method("editMessageCaption")
async def edit_caption(call: Call) -> Json:
    """Another caption."""

    def change(message: Message) -> None:
        put_markup(message, call.fields)
        put_text(message, call.fields.get("caption") or "", call.fields, 1024)

    return await _edited(call, change, "")


@method("editMessageReplyMarkup")
async def edit_markup(call: Call) -> Json:
    """Another keyboard."""
    return await _edited(call, lambda message: put_markup(message, call.fields), "")


@method("deleteMessage")
async def delete_message(call: Call) -> bool:
    """Deletes an own message, or any where the bot is an administrator."""
    message = message_of(call, "delete")
    chat = message.chat
    foreign = message.sender is not call.fake.bot and chat.account is None
    if foreign and chat.roles.get(call.fake.bot.id) != "administrator":
        raise bad("message can't be deleted")
    message.deleted = True
    return True


@method("answerCallbackQuery")
async def answer_callback(call: Call) -> bool:
    """The end of a press; once, and not too late."""
    fake, fields = call.fake, call.fields
    pressed = fake.pressed.get(fields["callback_query_id"])
    if pressed is None or pressed.answered or fake.now() - pressed.at > 900.0:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(fields.get("text") or "") > 200:
        raise bad("MESSAGE_TOO_LONG", violation=True)
    pressed.answered, pressed.text = True, fields.get("text") or ""
    pressed.alert, pressed.url = bool(fields.get("show_alert")), fields.get("url") or ""
    return True


def _scope(call: Call) -> str:
    scope = call.fields.get("scope") or {"type": "default"}
    return f"{scope['type']}:{scope.get('chat_id', '')}:{call.fields.get('language_code') or ''}"


@method("setMyCommands")
async def set_commands(call: Call) -> bool:
    """The commands in the menu, for a scope and language."""
    for command in call.fields["commands"]:
        if not command["command"].islower() or len(command["command"]) > 32:
            raise bad("BOT_COMMAND_INVALID", violation=True)
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID", violation=True)
    call.fake.commands[_scope(call)] = call.fields["commands"]
    return True


@method("getMyCommands")
async def get_commands(call: Call) -> list[Json]:
    """The commands of a scope and language."""
    return call.fake.commands.get(_scope(call), [])


@method("deleteMyCommands")
async def delete_commands(call: Call) -> bool:
    """No commands for a scope and language."""
    call.fake.commands.pop(_scope(call), None)
    return True


@method("getChat")
async def get_chat(call: Call) -> Json:
    """A chat in full."""
    chat = chat_of(call)
    if chat.account is None and chat.roles.get(call.fake.bot.id, "left") == "kicked":
        raise BotApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    return chat.payload() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


@method("getChatMember")
async def get_member(call: Call) -> Json:
    """Somebody's standing in a chat."""
    chat, account = chat_of(call), call.fake.accounts.get(call.fields["user_id"])
    if account is None:
        raise bad("member not found")
    return membership(account, chat.roles.get(account.id, "left"))


@method("getChatAdministrators")
async def get_administrators(call: Call) -> list[Json]:
    """A group's administrators, other bots left out."""
    chat = chat_of(call)
    if chat.account is not None:
        raise bad("there are no administrators in the private chat")
    return [
        membership(call.fake.accounts[who], status)
        for who, status in chat.roles.items()
        if status in ("creator", "administrator")
    ]


@method("createForumTopic")
async def create_topic(call: Call) -> Json:
    """A topic in a forum, in which the bot is an administrator."""
    chat = chat_of(call)
    if not chat.is_forum:
        raise bad("the chat is not a forum")
    if chat.roles.get(call.fake.bot.id) != "administrator":
        raise bad("not enough rights to create a topic")
    number = chat.topic(call.fields["name"])
    return {"message_thread_id": number, "name": call.fields["name"], "icon_color": 7322096}


@method("getFile")
async def get_file(call: Call) -> Json:
    """Where a file can be downloaded."""
    found = call.fake.files.get(call.fields["file_id"])
    if found is None:
        raise bad("invalid file_id")
    return {
        "file_id": found.id,
        "file_unique_id": found.id,
        "file_size": len(found.content),
        "file_path": f"documents/{found.id}",
    }


@method("leaveChat")
async def leave(call: Call) -> bool:
    """The bot leaves."""
    chat_of(call).roles[call.fake.bot.id] = "left"
    return True
