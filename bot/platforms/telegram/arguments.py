"""What a command's values mean where only Telegram knows: the chat in which it was written, the account replied to.

Used by `client`, before the command goes to `handlers.front`.
"""

from __future__ import annotations

from telegram import Message, MessageEntity

from bot.platforms.telegram import watching
from bot.platforms.telegram.answers import Asked
from bot.platforms.telegram.commands import Meant
from bot.platforms.telegram.messenger import TelegramMessenger
from handlers import communities
from handlers.cards import Values
from handlers.errors import Refused
from handlers.house import House


async def filled(
    house: House, messenger: TelegramMessenger, asked: Asked, meant: Meant, message: Message | None
) -> Values:
    """The values of a command, whole. Raises Refused."""
    values: Values = meant.values
    if meant.here:
        group = asked.group or asked.place
        values = {**values, "channel": group.channel if group is not None else ""}
    if meant.command == "feed add":
        values = await _chat_to_watch(messenger, asked, values)
    if meant.accounts:
        values = {meant.accounts: await _accounts(house, messenger, asked, meant, message)}
    return values


async def _chat_to_watch(messenger: TelegramMessenger, asked: Asked, values: Values) -> Values:
    """`/feed add here` and `/feed add @channel` mean a chat that the bot is in, other addresses a feed elsewhere."""
    channel, address = str(values.get("channel") or ""), str(values.get("address") or "")
    if watching.names_a_channel(address):
        channel = await watching.channel_named(messenger.bot, address, asked.user.id)
    if not channel:
        return values
    name = values.get("name") or await messenger.name_of(channel)
    return {**values, "address": "", "channel": channel, "name": name}


async def _accounts(
    house: House, messenger: TelegramMessenger, asked: Asked, meant: Meant, message: Message | None
) -> str | list[str]:
    """Whom `/setup moderators` names: added to those who are named already."""
    written = str(meant.values[meant.accounts])
    named = [each for each in written.replace(",", " ").split() if each.isdigit() and len(each) < 20]
    if message is not None:
        found = message.parse_entities([MessageEntity.TEXT_MENTION])
        people = [entity.user for entity in found if entity.user is not None]
        target = message.reply_to_message
        if target is not None and target.from_user is not None and target.sender_chat is None:
            people.append(target.from_user)
        for user in people:
            if not user.is_bot:
                messenger.remember(str(user.id), user.full_name)
                named.append(str(user.id))
    if not named and written.strip().lower() not in ("none", "-"):
        raise Refused("refused-account")
    if meant.accounts == "escalation":
        return named[-1] if named else ""
    row = None
    if asked.place is not None and named:
        row = await communities.known(house, asked.actor.platform, asked.place.community)
    before: list[str] = []
    if row is not None:
        before = row.moderator_roles if meant.accounts == "moderators" else row.child_safety_roles
    return list(dict.fromkeys([*before, *named]))
