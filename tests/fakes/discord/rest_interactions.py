"""REST: the bot's answers to interactions, and the follow-ups through the interaction's token."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import components as ui
from tests.fakes.discord.interactions import (
    AUTOCOMPLETE,
    CHOICES,
    COMMAND,
    DEFER,
    DEFER_UPDATE,
    MODAL,
    PRESSED,
    SAY,
    SUBMITTED,
    UPDATE,
    Interaction,
    Modal,
)
from tests.fakes.discord.messages import COMMAND_ANSWER, DEFAULT, MENU_ANSWER, Message
from tests.fakes.discord.routes import Call, Result, route
from tests.fakes.discord.wire import (
    ALREADY_ACKNOWLEDGED,
    EPHEMERAL,
    INVALID_WEBHOOK_TOKEN,
    LOADING,
    Json,
    invalid,
    unknown,
)

#: Which first answers each type of interaction takes.
TAKES = {
    COMMAND: {SAY, DEFER, MODAL},
    PRESSED: {SAY, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMITTED: {SAY, DEFER, DEFER_UPDATE, UPDATE},
}


@route("POST", "/interactions/{interaction}/{token}/callback", by_token=False)
async def callback(call: Call) -> Result:
    """The first answer to an interaction."""
    did = call.fake.interactions.get(call.params["token"])
    if did is None or did.id != call.params["interaction"]:
        raise unknown("Interaction")
    if did.response:
        raise ALREADY_ACKNOWLEDGED
    if did.late or call.fake.now() - did.started > call.fake.answer_window:
        raise unknown("Interaction")
    kind, data = call.body["type"], call.body.get("data") or {}
    if kind not in TAKES[did.type] or (did.source is None and kind in (UPDATE, DEFER_UPDATE)):
        raise invalid(f"an interaction of type {did.type} does not take an answer of type {kind}")
    if kind in (SAY, DEFER):
        _say(call, did, kind, data)
    elif kind == UPDATE:
        _edit(call, did, _source(did), data)
    elif kind == CHOICES:
        did.choices = list(data.get("choices") or ())
    elif kind == MODAL:
        ui.check_modal(data)
        did.original = None
        did.modal = Modal(data["custom_id"], data["title"], ui.normalised(data["components"]), did)
    did.response = kind
    call.fake.pulse()
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return 204, None
    return 200, _callback_response(did, kind)


def _source(did: Interaction) -> Message:
    assert did.source is not None
    return did.source


def _message(call: Call, did: Interaction, flags: int) -> Message:
    kind = DEFAULT
    if did.type == COMMAND:
        kind = MENU_ANSWER if did.data.get("type") in (2, 3) else COMMAND_ANSWER
    message = Message(
        call.fake.ids.next(), did.channel, call.fake.bot, kind, flags=flags, interaction=did.metadata()
    )
    if flags & EPHEMERAL:
        message.ephemeral_to = did.person
    return message


def _say(call: Call, did: Interaction, kind: int, data: Json) -> None:
    flags = (data.get("flags") or 0) & EPHEMERAL
    message = _message(call, did, flags | (LOADING if kind == DEFER else 0))
    if kind == SAY:
        message.apply(data, call.files)
    did.original = did.channel.add(message)


def _edit(call: Call, did: Interaction, message: Message, data: Json) -> None:
    was_loading = message.loading
    message.apply(data, call.files)
    if not was_loading:
        message.edited = call.fake.clock.moment()
    message.edits += 1
    did.edits += 1
    if not message.ephemeral:
        call.fake.dispatch_message("MESSAGE_UPDATE", message)
    call.fake.pulse()


def _callback_response(did: Interaction, kind: int) -> Json:
    about: Json = {"id": did.id, "type": did.type, "channel_id": did.channel.id}
    if did.channel.guild is not None:
        about["guild_id"] = did.channel.guild.id
    body: Json = {"interaction": about}
    if did.original is not None and kind in (SAY, DEFER, UPDATE, DEFER_UPDATE):
        about |= {
            "response_message_id": did.original.id,
            "response_message_ephemeral": did.original.ephemeral,
            "response_message_loading": did.original.loading,
        }
        if kind in (SAY, UPDATE):
            body["resource"] = {"type": kind, "message": did.original.payload()}
    return body


# --- through the token --------------------------------------------------------------------------------------


def _interaction(call: Call) -> Interaction:
    if call.params["application"] != call.fake.application_id:
        raise unknown("Webhook")
    did = call.fake.interactions.get(call.params["token"])
    if did is None or not did.response:
        raise unknown("Webhook")
    if call.fake.now() - did.started > call.fake.token_life:
        raise INVALID_WEBHOOK_TOKEN
    return did


def _wanted(call: Call, did: Interaction) -> Message:
    wanted = call.params.get("message", "@original")
    mine: list[Any] = [did.original, *did.followups]
    for message in mine:
        if message is not None and not message.deleted and wanted in ("@original", message.id):
            found: Message = message
            return found
    raise unknown("Message")


@route("POST", "/webhooks/{application}/{token}", by_token=False)
async def follow_up(call: Call) -> Result:
    """A further message; the first one after "is thinking" takes that message's place."""
    did, body = _interaction(call), call.body or {}
    if (
        did.response == DEFER
        and did.original is not None
        and did.original.loading
        and not did.original.deleted
    ):
        _edit(call, did, did.original, body)
        return 200, did.original.payload()
    message = _message(call, did, (body.get("flags") or 0) & EPHEMERAL)
    message.type = DEFAULT
    message.apply(body, call.files)
    did.followups.append(did.channel.add(message))
    call.fake.pulse()
    return 200, message.payload()


_ANY_MESSAGE = (
    "/webhooks/{application}/{token}/messages/@original",
    "/webhooks/{application}/{token}/messages/{message}",
)


async def _get(call: Call) -> Result:
    did = _interaction(call)
    return 200, _wanted(call, did).payload()


async def _patch(call: Call) -> Result:
    did = _interaction(call)
    message = _wanted(call, did)
    _edit(call, did, message, call.body or {})
    return 200, message.payload()


async def _delete(call: Call) -> Result:
    did = _interaction(call)
    call.fake.delete_message(_wanted(call, did))
    return 204, None


for _path in _ANY_MESSAGE:
    route("GET", _path, by_token=False)(_get)
    route("PATCH", _path, by_token=False)(_patch)
    route("DELETE", _path, by_token=False)(_delete)
