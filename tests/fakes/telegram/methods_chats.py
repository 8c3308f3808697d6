"""Bot API methods about the bot itself, its updates and commands, chats and their members."""

from __future__ import annotations

from tests.fakes.telegram.calls import BotApiError, Call, bad, chat_of, membership, method
from tests.fakes.telegram.world import Json


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
        if status in ("creator", "administrator", "moderates", "titled")
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
