"""REST: channels, their messages, and threads, with the permissions that each takes."""

from __future__ import annotations

from tests.fakes.discord.messages import REPLY, Message
from tests.fakes.discord.places import CATEGORY, DM, FORUM, PRIVATE_THREAD, PUBLIC_THREAD, THREADS, Channel
from tests.fakes.discord.routes import Call, Result, route
from tests.fakes.discord.wire import (
    CANNOT_EDIT_OTHERS,
    CANNOT_SEND_TO_USER,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    ApiError,
    invalid,
    unknown,
)

NONCE_LIFE = 300.0


def channel_of(call: Call, *needed: str) -> Channel:
    """The channel of the path, in which the bot has the needed permissions."""
    channel = call.fake.channels.get(call.params["channel"])
    if channel is None:
        raise unknown("Channel")
    bot = call.fake.bot
    if channel.guild is not None and not channel.guild.has_bot:
        raise MISSING_ACCESS
    if channel.guild is None and bot not in channel.recipients:
        raise MISSING_ACCESS
    if not channel.can(bot, "view_channel"):
        raise MISSING_ACCESS
    if needed and not channel.can(bot, *needed):
        raise MISSING_PERMISSIONS
    return channel


def message_of(call: Call, channel: Channel) -> Message:
    """The message of the path; ephemeral and deleted ones are unknown here."""
    for message in channel.everything:
        if message.id == call.params["message"] and not message.deleted and not message.ephemeral:
            return message
    raise unknown("Message")


@route("GET", "/channels/{channel}")
async def get_channel(call: Call) -> Result:
    """A channel, thread or conversation."""
    channel = channel_of(call)
    body = channel.payload()
    if channel.type == DM:
        body["recipients"] = [p.payload() for p in channel.recipients if p is not call.fake.bot]
    return 200, body


@route("PATCH", "/channels/{channel}")
async def edit_channel(call: Call) -> Result:
    """Renames a channel, or archives, locks or renames a thread."""
    channel = channel_of(call)
    if channel.type in THREADS:
        own = channel.owner_id == call.fake.bot.id
        if not own and not channel.can(call.fake.bot, "manage_threads"):
            raise MISSING_PERMISSIONS
    elif not channel.can(call.fake.bot, "manage_channels"):
        raise MISSING_PERMISSIONS
    channel.name = call.body.get("name") or channel.name
    if "topic" in call.body:
        channel.topic = call.body["topic"]
    channel.archived = bool(call.body.get("archived", channel.archived))
    channel.locked = bool(call.body.get("locked", channel.locked))
    event = "THREAD_UPDATE" if channel.type in THREADS else "CHANNEL_UPDATE"
    call.fake.dispatch(event, channel.payload(), channel.guild)
    return 200, channel.payload()


@route("DELETE", "/channels/{channel}")
async def delete_channel(call: Call) -> Result:
    """Deletes a channel or thread; of direct messages only the view is closed."""
    channel = channel_of(call)
    if channel.guild is not None:
        needed = "manage_threads" if channel.type in THREADS else "manage_channels"
        if not channel.can(call.fake.bot, needed):
            raise MISSING_PERMISSIONS
        channel.delete()
    return 200, channel.payload()


@route("POST", "/channels/{channel}/typing")
async def typing(call: Call) -> Result:
    """ "… is typing"."""
    channel_of(call, "send_messages")
    return 204, None


@route("GET", "/channels/{channel}/messages")
async def list_messages(call: Call) -> Result:
    """The newest messages first; without the right to read the history there are none."""
    channel = channel_of(call)
    if not channel.can(call.fake.bot, "read_message_history"):
        return 200, []
    found = list(reversed(channel.messages))
    if "before" in call.query:
        found = [m for m in found if int(m.id) < int(call.query["before"])]
    limit = int(call.query.get("limit", "50"))
    if "after" in call.query:
        newer = [m for m in found if int(m.id) > int(call.query["after"])]
        found = newer[-limit:]
    return 200, [m.payload() for m in found[:limit]]


@route("GET", "/channels/{channel}/messages/{message}")
async def get_message(call: Call) -> Result:
    """One message."""
    return 200, message_of(call, channel_of(call, "read_message_history")).payload()


@route("POST", "/channels/{channel}/messages")
async def send_message(call: Call) -> Result:
    """A message of the bot; `nonce` with `enforce_nonce` gives the earlier one back instead."""
    fake, channel, body = call.fake, channel_of(call), call.body or {}
    if channel.type in (CATEGORY, FORUM):
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    sending = "send_messages_in_threads" if channel.type in THREADS else "send_messages"
    if (
        channel.type in THREADS
        and channel.archived
        and channel.locked
        and not channel.can(fake.bot, "manage_threads")
    ):
        raise ApiError(400, 50083, "Thread is archived")
    if not channel.can(fake.bot, sending):
        raise MISSING_PERMISSIONS
    if (body.get("embeds") and not channel.can(fake.bot, "embed_links")) or (
        call.files and not channel.can(fake.bot, "attach_files")
    ):
        raise MISSING_PERMISSIONS
    if channel.type == DM and not all(p.reachable() for p in channel.recipients if p is not fake.bot):
        raise CANNOT_SEND_TO_USER
    nonce = body.get("nonce")
    if nonce is not None and body.get("enforce_nonce"):
        sent, earlier = fake.nonces.get(str(nonce), (0.0, None))
        if earlier is not None and fake.now() - sent < NONCE_LIFE:
            if earlier.deleted:  # the real API does not write it again either
                raise unknown("Message")
            return 200, earlier.payload()
    message = Message(fake.ids.next(), channel, fake.bot, nonce=nonce)
    reference = body.get("message_reference")
    if reference:
        message.type, message.reference = REPLY, fake.message(str(reference["message_id"]))
        if message.reference is None or message.reference.deleted:
            if reference.get("fail_if_not_exists", True):
                raise invalid("message_reference: Unknown message")
            message.type, message.reference = 0, None
    message.apply(body, call.files)
    channel.add(message)
    if nonce is not None:
        fake.nonces[str(nonce)] = (fake.now(), message)
    return 200, message.payload()


@route("PATCH", "/channels/{channel}/messages/{message}")
async def edit_message(call: Call) -> Result:
    """Edits a message of the bot."""
    channel = channel_of(call)
    message = message_of(call, channel)
    if message.author is not call.fake.bot:
        raise CANNOT_EDIT_OTHERS
    if channel.archived:
        raise ApiError(400, 50083, "Thread is archived")
    message.apply(call.body or {}, call.files)
    message.edited, message.edits = call.fake.clock.moment(), message.edits + 1
    call.fake.dispatch_message("MESSAGE_UPDATE", message)
    return 200, message.payload()


@route("DELETE", "/channels/{channel}/messages/{message}")
async def delete_message(call: Call) -> Result:
    """Deletes an own message, or any with the permission."""
    channel = channel_of(call)
    message = message_of(call, channel)
    if message.author is not call.fake.bot and (
        channel.guild is None or not channel.can(call.fake.bot, "manage_messages")
    ):
        raise MISSING_PERMISSIONS
    call.fake.delete_message(message)
    return 204, None


@route("POST", "/channels/{channel}/messages/bulk-delete")
async def bulk_delete(call: Call) -> Result:
    """Deletes several messages."""
    channel = channel_of(call, "manage_messages")
    wanted = {str(one) for one in call.body["messages"]}
    for message in channel.messages:
        if message.id in wanted:
            call.fake.delete_message(message)
    return 204, None


@route("PUT", "/channels/{channel}/messages/pins/{message}")
async def pin(call: Call) -> Result:
    """Pins a message."""
    message_of(call, channel_of(call, "manage_messages")).pinned = True
    return 204, None


@route("DELETE", "/channels/{channel}/messages/pins/{message}")
async def unpin(call: Call) -> Result:
    """Takes a pin away."""
    message_of(call, channel_of(call, "manage_messages")).pinned = False
    return 204, None


@route("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me")
async def react(call: Call) -> Result:
    """The bot reacts; taken and not kept."""
    message_of(call, channel_of(call, "read_message_history", "add_reactions"))
    return 204, None


# --- threads ------------------------------------------------------------------------------------------------


def _opened(call: Call, parent: Channel, kind: int) -> Channel:
    guild = parent.guild
    if guild is None or parent.type in THREADS:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    thread = Channel(
        call.fake, call.fake.ids.next(), kind, call.body["name"], guild, parent, owner_id=call.fake.bot.id
    )
    thread.thread_people.add(call.fake.bot.id)
    return guild.add_channel(thread)


@route("POST", "/channels/{channel}/threads")
async def open_thread(call: Call) -> Result:
    """A thread without a first message; private unless `type` says otherwise."""
    if channel_of(call).type == FORUM:
        return await _open_post(call)
    kind = call.body.get("type") or PRIVATE_THREAD
    needed = "create_private_threads" if kind == PRIVATE_THREAD else "create_public_threads"
    return 201, _opened(call, channel_of(call, needed), kind).payload()


async def _open_post(call: Call) -> Result:
    forum = channel_of(call, "send_messages")
    message = Message(call.fake.ids.next(), forum, call.fake.bot)
    message.apply(call.body["message"], call.files)
    message.channel = thread = _opened(call, forum, PUBLIC_THREAD)
    thread.add(message)
    return 201, thread.payload() | {"message": message.payload()}


@route("POST", "/channels/{channel}/messages/{message}/threads")
async def open_thread_on_message(call: Call) -> Result:
    """A public thread on a message."""
    channel = channel_of(call, "create_public_threads")
    message = message_of(call, channel)
    if message.thread is not None:
        raise ApiError(400, 160004, "A thread has already been created for this message")
    message.thread = _opened(call, channel, PUBLIC_THREAD)
    return 201, message.thread.payload()


@route("PUT", "/channels/{channel}/thread-members/@me")
async def join_thread(call: Call) -> Result:
    """The bot joins a thread."""
    channel_of(call).thread_people.add(call.fake.bot.id)
    return 204, None


@route("PUT", "/channels/{channel}/thread-members/{user}")
async def add_to_thread(call: Call) -> Result:
    """The bot adds somebody to a thread."""
    channel_of(call, "send_messages_in_threads").thread_people.add(call.params["user"])
    return 204, None
