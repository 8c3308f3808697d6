"""The table of Bot API methods, the call that each gets, and the errors about chats that most share.

server.py calls `answer()`. To add a method: write a function with `@method("name")` in the module of its
subject (methods_messages.py, methods_chats.py); it returns the result or raises BotApiError.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.world import Account, Chat, Json, Message

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


MODERATING = ("can_delete_messages", "can_restrict_members")
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
    """The wire form of a membership (one of the ChatMember types). An administrator may be one who only "moderates", or
    one with a title and no rights ("titled")."""
    rights_of = {"administrator": 2, "moderates": 1, "titled": 0}
    body: Json = {"user": account.payload(), "status": "administrator" if status in rights_of else status}
    if status == "creator":
        body["is_anonymous"] = False
    elif status in rights_of:
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
        most = rights_of[status]
        body |= {right: most == 2 or (most == 1 and right in MODERATING) for right in rights}
        body |= {"can_be_edited": False, "is_anonymous": False}
    elif status == "kicked":
        body["until_date"] = 0
    return body


def chat_of(call: Call) -> Chat:
    """The chat of `chat_id`, which the bot may see."""
    wanted = call.fields["chat_id"]
    chat = call.fake.chats.get(int(wanted)) if str(wanted).lstrip("-").isdigit() else None
    if chat is None and str(wanted).startswith("@"):
        chat = next((each for each in call.fake.chats.values() if f"@{each.username}" == wanted), None)
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
