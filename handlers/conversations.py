"""Forms asked question by question, where a platform has none. Called by such a platform (`bot/platforms/telegram`).

The form and its answers are a sealed row, one an account: a restart loses none, `/cancel` leaves it at any step, and an
hour of silence ends it. What a form is for is carried out by `handlers.front.act`, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from sqlalchemy import delete, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import subscribers
from handlers.actors import Actor, Place
from handlers.cards import Button, Card, Form, FormField, Line, Look, Style
from handlers.errors import Refused
from handlers.house import House
from handlers.texts import texts
from storage import schema as tables

SILENCE = timedelta(hours=1)
"""After this without an answer a form is over."""
PREFIX = "form."
"""Actions of a question's buttons: `form.keep:2`, `form.clear:2`, `form.skip:2`, `form.cancel:2`."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A form that is being filled in. `seen`: the number of the last message that answered."""

    form: Form
    language: str
    place: Place | None = None
    answers: tuple[str, ...] = ()
    seen: int = 0

    @property
    def finished(self) -> bool:
        """Whether every question is answered."""
        return len(self.answers) >= len(self.form.fields)


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: another question, or (`card` None) the form's action with its answers."""

    card: Card | None
    action: str = ""
    values: dict[str, str] | None = None
    place: Place | None = None


async def begin(house: House, actor: Actor, form: Form) -> Card:
    """The first question. A form that was begun before is left."""
    talk = Talk(form, actor.language, actor.place)
    async with house.database.write() as session:
        await _keep(house, session, actor, talk)
    return _question(talk)


async def pending(house: House, actor: Actor) -> bool:
    """Whether the account is in the middle of a form, be it one that is over by now."""
    async with house.database.read() as session:
        return await session.get(tables.Conversation, _key(house, actor)) is not None


async def answer(house: House, actor: Actor, text: str, number: int) -> Step:
    """Take what was written in message `number`. A message that comes twice counts once. Raises Refused."""
    async with house.database.write() as session:
        talk = await _open(house, session, actor)
        if number > talk.seen and not talk.finished:
            field = talk.form.fields[len(talk.answers)]
            given = text.strip()
            if len(given) > field.most:
                raise Refused("refused-answer-long", most=field.most)
            if field.required and not given:
                raise Refused("refused-answer-needed")
            talk = replace(talk, answers=(*talk.answers, given), seen=number)
            await _keep(house, session, actor, talk)
    return _step(talk)


async def press(house: House, actor: Actor, what: str, number: int) -> Step:
    """A button of question `number`: keep, clear, skip. Raises Refused for a question that is answered already."""
    async with house.database.write() as session:
        talk = await _open(house, session, actor)
        if number != len(talk.answers) or talk.finished:
            raise Refused("refused-question")
        field = talk.form.fields[number]
        given = field.value if what == "keep" else ""
        if field.required and not given:
            raise Refused("refused-answer-needed")
        talk = replace(talk, answers=(*talk.answers, given))
        await _keep(house, session, actor, talk)
    return _step(talk)


async def skip(house: House, actor: Actor) -> Step:
    """`/skip`: what stands there stays."""
    async with house.database.read() as session:
        row = await session.get(tables.Conversation, _key(house, actor))
    if row is None:
        raise Refused("conversation-nothing")
    return await press(house, actor, "keep", len(_read(house, row).answers))


async def leave(house: House, actor: Actor) -> bool:
    """`/cancel`, or the form is done: its answers are gone; -> whether there was one."""
    async with house.database.write() as session:
        platform, account = _key(house, actor)
        gone = (
            delete(tables.Conversation)
            .where(tables.Conversation.platform == platform, tables.Conversation.account_hash == account)
            .returning(tables.Conversation.platform)
        )
        return (await session.scalars(gone)).first() is not None


async def again(house: House, actor: Actor) -> Card:
    """The action refused what was answered: the same questions once more, each with its answer to keep or change."""
    async with house.database.write() as session:
        talk = await _open(house, session, actor)
        fields = zip(talk.form.fields, talk.answers, strict=False)
        filled = tuple(replace(field, value=given) for field, given in fields)
        talk = replace(talk, form=replace(talk.form, fields=filled), answers=())
        await _keep(house, session, actor, talk)
    return _question(talk)


async def exported(house: House, session: AsyncSession, actor: Actor) -> dict[str, str] | None:
    """What has been answered so far, for an export."""
    row = await session.get(tables.Conversation, _key(house, actor))
    if row is None:
        return None
    talk = _read(house, row)
    return {field.label: given for field, given in zip(talk.form.fields, talk.answers, strict=False)}


async def forget(house: House, session: AsyncSession, actor: Actor) -> None:
    """Erase it, as part of forgetting the account."""
    await _erase(session, [_key(house, actor)])


async def forget_names(session: AsyncSession, subscriber: tables.Subscriber) -> None:
    """Erase those of all the subscriber's accounts: a form may be filled with the names of a person who is removed."""
    keys = [(each.platform, each.account_hash) for each in await subscribers.linked(session, subscriber)]
    await _erase(session, [(subscriber.platform, subscriber.account_hash), *keys])


async def _erase(session: AsyncSession, keys: Sequence[tuple[str, str]]) -> None:
    key = tuple_(tables.Conversation.platform, tables.Conversation.account_hash)
    await session.execute(delete(tables.Conversation).where(key.in_(keys)))


def _key(house: House, actor: Actor) -> tuple[str, str]:
    return actor.platform, house.vault.account_hash(actor.platform, actor.account)


async def _keep(house: House, session: AsyncSession, actor: Actor, talk: Talk) -> None:
    platform, account = _key(house, actor)
    sealed = house.vault.seal_note(json.dumps(asdict(talk)), "conversation")
    await session.merge(
        tables.Conversation(
            platform=platform, account_hash=account, sealed=sealed, expires_at=house.clock() + SILENCE
        )
    )


async def _open(house: House, session: AsyncSession, actor: Actor) -> Talk:
    row = await session.get(tables.Conversation, _key(house, actor), with_for_update=True)
    if row is None:
        raise Refused("conversation-nothing")
    if row.expires_at <= house.clock():
        raise Refused("conversation-over")
    return _read(house, row)


def _read(house: House, row: tables.Conversation) -> Talk:
    told = json.loads(house.vault.open_note(row.sealed, "conversation"))
    form = told["form"]
    return Talk(
        Form(form["action"], form["title"], tuple(FormField(**field) for field in form["fields"])),
        told["language"],
        Place(**told["place"]) if told["place"] else None,
        tuple(told["answers"]),
        told["seen"],
    )


def _step(talk: Talk) -> Step:
    if not talk.finished:
        return Step(_question(talk))
    fields = talk.form.fields
    values = {field.key: given for field, given in zip(fields, talk.answers, strict=False)}
    return Step(None, talk.form.action, values, talk.place)


def _question(talk: Talk) -> Card:
    t = texts(talk.language)
    number, fields = len(talk.answers), talk.form.fields
    field = fields[number]
    lines = []
    if field.placeholder:
        lines.append(Line(t("question-example"), field.placeholder, Style.CODE))
    buttons = []
    if field.value:
        lines.append(Line(t("question-so-far"), field.value))
        buttons.append(Button(t("button-keep-answer"), f"{PREFIX}keep:{number}", Look.MAIN))
        if not field.required:
            buttons.append(Button(t("button-clear-answer"), f"{PREFIX}clear:{number}"))
    elif not field.required:
        buttons.append(Button(t("button-skip"), f"{PREFIX}skip:{number}"))
    buttons.append(Button(t("button-cancel"), f"{PREFIX}cancel:{number}"))
    return Card(
        title=talk.form.title,
        body=field.label,
        lines=tuple(lines),
        buttons=tuple(buttons),
        footer=t("question", number=number + 1, count=len(fields)),
    )
