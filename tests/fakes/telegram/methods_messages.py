"""Bot API methods about messages: sending, editing, deleting, files, and the answers to pressed buttons."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.fakes.telegram import markup
from tests.fakes.telegram.calls import Call, bad, message_of, method, writable
from tests.fakes.telegram.world import Json, Message, entities, utf16


def put_text(message: Message, text: str, fields: Json, limit: int) -> None:
    """Sets a message's text under its parse mode."""
    try:
        shown, marks = markup.plain(text, fields.get("parse_mode"))
    except markup.MarkupError as error:
        raise bad(f"can't parse entities: {error}", violation=True) from error
    if utf16(shown) > limit:
        raise bad("message is too long" if limit > 1024 else "message caption is too long", violation=True)
    message.text, message.raw, message.parse_mode = shown.strip(), text, fields.get("parse_mode")
    given = [*marks, *fields.get("entities", [])]
    found = [each for each in entities(shown) if not _in_code(each, given)]
    message.marks = sorted([*given, *found], key=lambda e: int(e["offset"]))
    preview = fields.get("link_preview_options") or {}
    message.previewed = not (preview.get("is_disabled") or fields.get("disable_web_page_preview"))


def _in_code(mark: Json, given: list[Json]) -> bool:
    """Whether a mark stands within code, in which Telegram finds no links, names or commands."""
    begin, end = mark["offset"], mark["offset"] + mark["length"]
    spans = [(e["offset"], e["offset"] + e["length"]) for e in given if e["type"] in ("code", "pre")]
    return any(first <= begin and end <= last for first, last in spans)


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
    topic = call.fields.get("message_thread_id")
    if topic is not None and topic not in writable(call).topics:
        raise bad("message thread not found")
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
