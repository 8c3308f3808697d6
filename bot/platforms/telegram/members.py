"""Who acts on Telegram, and what they may do there: asked of Telegram's server for every command and press.

The creator, and administrators who may change the group, are administrators; other administrators with a moderating
right are moderators (a mere title gives nothing). Accounts that an administrator named are roles of their own id.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import Bot, ChatMember, ChatMemberAdministrator, ChatMemberRestricted, User
from telegram.constants import ChatMemberStatus

from bot.platforms.telegram.answers import told
from bot.platforms.telegram.messenger import OUTSIDE
from handlers.actors import Actor, Place

ANONYMOUS = 1087968824
"""The account as which Telegram shows administrators who hide (core.telegram.org/bots/api#message)."""


def nobody(user: User) -> Actor:
    """The account alone, without a place or a role."""
    return Actor("telegram", str(user.id), user.language_code or "en")


async def actor_of(bot: Bot, user: User, place: Place | None = None, *, wrote_there: bool = False) -> Actor:
    """The actor; without a place where they are no member. `wrote_there`: Telegram itself says that they are in it.

    Raises MessengerError if Telegram does not answer.
    """
    if place is None:
        return nobody(user)
    member = await _member(bot, int(place.community), user.id)
    if member is None and not wrote_there:
        return nobody(user)
    if member is not None and (
        member.status in OUTSIDE or (isinstance(member, ChatMemberRestricted) and not member.is_member)
    ):
        return nobody(user)
    administrator, moderator = standing(member)
    roles = frozenset({str(user.id)})
    return replace(nobody(user), place=place, roles=roles, administrator=administrator, moderator=moderator)


def standing(member: ChatMember | None) -> tuple[bool, bool]:
    """(administrator, moderator)."""
    if member is None:
        return False, False
    if member.status == ChatMemberStatus.OWNER:
        return True, True
    if not isinstance(member, ChatMemberAdministrator):
        return False, False
    moderates = member.can_delete_messages or member.can_restrict_members
    return bool(member.can_change_info), bool(moderates or member.can_change_info)


async def _member(bot: Bot, chat: int, user: int) -> ChatMember | None:
    """Their membership. Telegram promises it for others only where the bot is an administrator; the list of
    administrators it always gives. Raises MessengerError."""
    found = await told(lambda: bot.get_chat_member(chat, user))
    if found is not None:
        return found
    administrators = await told(lambda: bot.get_chat_administrators(chat)) or ()
    return next((each for each in administrators if each.user.id == user), None)
