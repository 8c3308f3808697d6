"""The front door: every command, button, menu and form, the role that each needs, and what answers it.

Called by the platforms with an `Actor` and plain values; gives a `Reply`. Roles are checked here, for everything, on our
side; a test walks the whole matrix of (action × role). Errors become replies that say what was wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

import structlog

from feeds import Item
from handlers import (
    cases,
    communities,
    feed_commands,
    guide,
    linking,
    person_alerts,
    privacy,
    proving,
    reports,
    subscribers,
    vouching,
    watching,
)
from handlers.actors import Actor, Role
from handlers.cards import Card, Option, Reply, Upload, Values
from handlers.errors import Refused
from handlers.house import House
from handlers.texts import texts
from storage import schema as tables

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that an actor does: the argument of a button, the values of a command, form or menu."""

    house: House
    actor: Actor
    argument: str
    values: Values
    community: tables.Community | None
    item: Item | None = None

    @property
    def id(self) -> int:
        """The argument as a row's id. Raises Refused."""
        if not self.argument.isdecimal() or len(self.argument) > 18:
            raise Refused("refused-action")
        return int(self.argument)

    @property
    def here(self) -> tables.Community:
        """The community. Raises Refused outside of one."""
        if self.community is None:
            raise Refused("refused-not-here")
        return self.community

    def text(self, name: str) -> str:
        """A text value, empty if it was not given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def chosen(self) -> list[str]:
        """What was chosen in a menu."""
        value = self.values.get("values")
        return [str(each) for each in value] if isinstance(value, list) else []

    def choice(self) -> str:
        """The one thing chosen in a menu. Raises Refused."""
        chosen = self.chosen()
        if len(chosen) != 1:
            raise Refused("refused-action")
        return chosen[0]

    def many(self, name: str) -> list[str] | None:
        """A list value; None if it was not given."""
        value = self.values.get(name)
        if isinstance(value, str):
            return [value]
        return [str(each) for each in value] if isinstance(value, list) else None


Answer = Callable[[Call], Awaitable[Reply]]


async def _report(call: Call) -> Reply:
    status = call.text("status")
    if status:
        return await reports.status(call.house, call.actor, status)
    attachment = call.values.get("attachment")
    upload = attachment if isinstance(attachment, Upload) else None
    link, text, reason = call.text("link"), call.text("text"), call.text("reason")
    if call.item is None and not any((link, text, reason, upload)):
        return reports.form(call.actor)
    return await reports.report(
        call.house, call.actor, link=link, text=text, reason=reason, attachment=upload, item=call.item
    )


async def _report_form(call: Call) -> Reply:
    """The answers of the form; an empty one is refused, since a form cannot be answered with a form."""
    link, text, reason = call.text("link"), call.text("text"), call.text("reason")
    return await reports.report(call.house, call.actor, link=link, text=text, reason=reason)


async def _setup(call: Call) -> Reply:
    feeds = call.values.get("feeds")
    return await communities.setup(
        call.house,
        call.actor,
        channel=call.text("channel") or None,
        moderators=call.many("moderators"),
        escalation=call.text("escalation") or None,
        child_safety=call.many("child_safety"),
        severity=call.text("severity") or None,
        language=call.text("language") or None,
        feeds=feeds.split(",") if isinstance(feeds, str) and feeds else None,
    )


async def _feed_add(call: Call) -> Reply:
    return await feed_commands.add(
        call.house,
        call.actor,
        call.here,
        address=call.text("address"),
        kind=call.text("kind"),
        name=call.text("name"),
        severity=call.text("severity"),
        keywords=call.text("keywords"),
        channel=call.text("channel"),
    )


async def _feed_state(call: Call, state: str) -> Reply:
    return await feed_commands.set_state(call.house, call.actor, call.here, call.text("feed"), state)


async def _case_page(call: Call) -> Reply:
    state, _, page = call.argument.partition(".")
    number = int(page) if page.isdecimal() and len(page) < 6 else 0
    return replace(await cases.show_list(call.house, call.actor, call.here, state, number), update=True)


async def _begin_bio(call: Call) -> Reply:
    choice = call.choice()
    return await proving.begin_bio(
        call.house, call.actor, call.argument, int(choice) if choice.isdecimal() and len(choice) < 4 else -1
    )


async def _prove(call: Call) -> Reply:
    if call.text("method") == "vouch":
        return await vouching.ask(call.house, call.actor, call.text("person"))
    return await proving.choose_profile(call.house, call.actor, call.text("person"))


COMMANDS: Mapping[str, tuple[Role, Answer]] = {
    "report": (Role.ANYONE, _report),
    "help": (Role.ANYONE, lambda c: guide.show(c.house, c.actor, c.community)),
    "watch add": (Role.ANYONE, lambda c: watching.add_form(c.house, c.actor, c.text("standing") or "self")),
    "watch list": (Role.ANYONE, lambda c: watching.show(c.house, c.actor)),
    "watch edit": (Role.ANYONE, lambda c: watching.edit_form(c.house, c.actor, c.text("person"))),
    "watch pause": (Role.ANYONE, lambda c: watching.set_state(c.house, c.actor, c.text("person"), "paused")),
    "watch resume": (Role.ANYONE, lambda c: watching.set_state(c.house, c.actor, c.text("person"), "active")),
    "watch remove": (Role.ANYONE, lambda c: watching.ask_remove(c.house, c.actor, c.text("person"))),
    "watch prove": (Role.ANYONE, _prove),
    "watch preferences": (Role.ANYONE, lambda c: subscribers.preferences(c.house, c.actor)),
    "watch link": (Role.ANYONE, lambda c: linking.link(c.house, c.actor, c.text("code"))),
    "watch export": (Role.ANYONE, lambda c: privacy.export(c.house, c.actor)),
    "watch forget-me": (Role.ANYONE, lambda c: watching.ask_forget(c.house, c.actor)),
    "watch stop": (Role.ANYONE, lambda c: person_alerts.stop(c.house, c.actor)),
    "setup": (Role.ADMINISTRATOR, _setup),
    "feed add": (Role.MODERATOR, _feed_add),
    "feed test": (
        Role.MODERATOR,
        lambda c: feed_commands.try_address(c.house, c.actor, address=c.text("address"), kind=c.text("kind")),
    ),
    "feed list": (Role.MODERATOR, lambda c: feed_commands.show(c.house, c.actor, c.here)),
    "feed pause": (Role.MODERATOR, lambda c: _feed_state(c, "paused")),
    "feed resume": (Role.MODERATOR, lambda c: _feed_state(c, "active")),
    "feed remove": (
        Role.MODERATOR,
        lambda c: feed_commands.remove(c.house, c.actor, c.here, c.text("feed")),
    ),
    "case list": (
        Role.MODERATOR,
        lambda c: cases.show_list(c.house, c.actor, c.here, c.text("state") or "open", 0),
    ),
    "case show": (Role.MODERATOR, lambda c: cases.show(c.house, c.actor, c.here, c.text("reference"))),
    "case note": (
        Role.MODERATOR,
        lambda c: cases.note(c.house, c.actor, c.here, c.text("reference"), c.text("text")),
    ),
}
"""Commands by name."""

ACTIONS: Mapping[str, tuple[Role, Answer]] = {
    # forms
    "report.send": (Role.ANYONE, _report_form),
    "watch.added": (Role.ANYONE, lambda c: watching.add(c.house, c.actor, c.argument, c.values)),
    "watch.edited": (Role.ANYONE, lambda c: watching.edit(c.house, c.actor, c.argument, c.values)),
    "preferences.times_set": (
        Role.ANYONE,
        lambda c: subscribers.set_times(
            c.house, c.actor, c.text("quiet"), c.text("timezone"), c.text("digest")
        ),
    ),
    "preferences.contact_set": (
        Role.ANYONE,
        lambda c: subscribers.set_contact(c.house, c.actor, c.text("contact")),
    ),
    # a person's alert
    "alert.details": (Role.ANYONE, lambda c: person_alerts.details(c.house, c.actor, c.id)),
    "alert.one": (Role.ANYONE, lambda c: person_alerts.one(c.house, c.actor, c.id)),
    "alert.ask_words": (Role.ANYONE, lambda c: person_alerts.ask_words(c.house, c.actor, c.id)),
    "alert.words": (Role.ANYONE, lambda c: person_alerts.words(c.house, c.actor, c.id)),
    "alert.keep": (Role.ANYONE, lambda c: person_alerts.keep(c.house, c.actor, c.id)),
    "alert.contact": (Role.ANYONE, lambda c: person_alerts.tell_contact(c.house, c.actor, c.id)),
    "alert.not_me": (Role.ANYONE, lambda c: person_alerts.not_me(c.house, c.actor, c.id)),
    "alert.help": (Role.ANYONE, lambda c: person_alerts.what_can_i_do(c.house, c.actor, c.id)),
    "alert.snooze": (Role.ANYONE, lambda c: person_alerts.ask_snooze(c.house, c.actor, c.id)),
    "alert.snoozed": (Role.ANYONE, lambda c: person_alerts.snooze(c.house, c.actor, c.id, c.choice())),
    "alert.stop": (Role.ANYONE, lambda c: person_alerts.stop(c.house, c.actor, c.id or None)),
    # the watchlist
    "watch.start": (Role.ANYONE, lambda c: watching.start_again(c.house, c.actor)),
    "watch.removed": (Role.ANYONE, lambda c: watching.remove(c.house, c.actor, c.argument)),
    "watch.forgotten": (Role.ANYONE, lambda c: privacy.forget(c.house, c.actor)),
    "preferences.show": (Role.ANYONE, lambda c: subscribers.preferences(c.house, c.actor)),
    "preferences.detail": (Role.ANYONE, lambda c: subscribers.choose(c.house, c.actor, "detail", c.choice())),
    "preferences.digest": (Role.ANYONE, lambda c: subscribers.choose(c.house, c.actor, "digest", c.choice())),
    "preferences.severity": (
        Role.ANYONE,
        lambda c: subscribers.choose(c.house, c.actor, "severity", c.choice()),
    ),
    "preferences.language": (
        Role.ANYONE,
        lambda c: subscribers.choose(c.house, c.actor, "language", c.choice()),
    ),
    "preferences.times": (Role.ANYONE, lambda c: subscribers.times_form(c.house, c.actor)),
    "preferences.contact": (Role.ANYONE, lambda c: subscribers.contact_form(c.house, c.actor)),
    "contact.refuse": (Role.ANYONE, lambda c: subscribers.refuse_contact(c.house, c.actor)),
    "preferences.link": (Role.ANYONE, lambda c: linking.link(c.house, c.actor, "")),
    "link.join": (Role.ANYONE, lambda c: linking.join(c.house, c.actor, c.argument)),
    "link.to": (Role.ANYONE, lambda c: linking.send_to(c.house, c.actor, c.choice())),
    "link.end": (Role.ANYONE, lambda c: linking.end(c.house, c.actor, c.id)),
    # proofs
    "proof.bio": (Role.ANYONE, lambda c: proving.choose_profile(c.house, c.actor, c.argument)),
    "proof.profile": (Role.ANYONE, _begin_bio),
    "proof.check": (Role.ANYONE, lambda c: proving.check_bio(c.house, c.actor, c.id)),
    "proof.vouch": (Role.ANYONE, lambda c: vouching.ask(c.house, c.actor, c.argument)),
    "proof.ask_vouch": (Role.ANYONE, lambda c: vouching.begin(c.house, c.actor, c.argument)),
    "proof.vouched": (Role.MODERATOR, lambda c: vouching.answer(c.house, c.actor, c.id, agree=True)),
    "proof.declined": (Role.MODERATOR, lambda c: vouching.answer(c.house, c.actor, c.id, agree=False)),
    "proof.revoked": (Role.MODERATOR, lambda c: vouching.take_back(c.house, c.actor, c.id)),
    # cases
    "case.claim": (Role.MODERATOR, lambda c: cases.claim(c.house, c.actor, c.id)),
    "case.confirm": (Role.MODERATOR, lambda c: cases.confirm(c.house, c.actor, c.id)),
    "case.dismiss": (Role.MODERATOR, lambda c: cases.choose_reason(c.house, c.actor, c.id)),
    "case.dismissed": (Role.MODERATOR, lambda c: cases.dismiss(c.house, c.actor, c.id, c.choice())),
    "case.escalate": (Role.MODERATOR, lambda c: cases.escalate(c.house, c.actor, c.id)),
    "case.reopen": (Role.MODERATOR, lambda c: cases.reopen(c.house, c.actor, c.id)),
    "case.sensitive": (Role.CHILD_SAFETY, lambda c: cases.sensitive(c.house, c.actor, c.id)),
    "case.list": (Role.MODERATOR, _case_page),
    "case.mute": (Role.MODERATOR, lambda c: reports.mute(c.house, c.actor, c.id)),
    # feeds
    "feed.added": (
        Role.MODERATOR,
        lambda c: feed_commands.added(c.house, c.actor, c.here, c.argument),
    ),
    # setup
    "setup.channel": (
        Role.ADMINISTRATOR,
        lambda c: communities.setup(c.house, c.actor, channel=c.choice()),
    ),
    "setup.moderators": (
        Role.ADMINISTRATOR,
        lambda c: communities.setup(c.house, c.actor, moderators=c.chosen()),
    ),
    "setup.escalation": (
        Role.ADMINISTRATOR,
        lambda c: communities.setup(c.house, c.actor, escalation=c.choice() if c.chosen() else ""),
    ),
    "setup.feeds": (
        Role.ADMINISTRATOR,
        lambda c: communities.setup(c.house, c.actor, feeds=c.chosen()),
    ),
    "setup.test": (Role.ADMINISTRATOR, lambda c: communities.test(c.house, c.actor)),
}
"""Buttons, menus and forms by the first part of their action id."""


async def command(
    house: House, actor: Actor, name: str, values: Values, *, item: Item | None = None
) -> Reply:
    """Carry out a command. Never raises for what people do; `item` is set where a message itself is meant."""
    role, answer = COMMANDS[name]
    return await _guarded(house, actor, role, answer, "", values, item)


async def act(house: House, actor: Actor, action: str, values: Values) -> Reply:
    """Carry out a button, a menu or a form by its action id (`case.confirm:41`)."""
    name, _, argument = action.partition(":")
    if name not in ACTIONS:
        return await _refusal(house, actor, Refused("refused-action"))
    role, answer = ACTIONS[name]
    return await _guarded(house, actor, role, answer, argument, values, None)


async def complete(house: House, actor: Actor, name: str, option: str, text: str) -> list[Option]:
    """Suggestions for an option that is being typed; the actor's own persons, or the community's feeds."""
    if name.startswith("watch ") and option == "person":
        return await watching.suggestions(house, actor, text)
    if name.startswith("feed "):
        async with house.database.read() as session:
            community = await communities.community_of(session, actor)
        if _may(actor, Role.MODERATOR, community):
            return await feed_commands.suggestions(house, community, option, text)
    return []


async def _guarded(
    house: House,
    actor: Actor,
    role: Role,
    answer: Answer,
    argument: str,
    values: Values,
    item: Item | None,
) -> Reply:
    try:
        async with house.database.read() as session:
            community = await communities.community_of(session, actor)
        if role is not Role.ANYONE and not _may(actor, role, community):
            raise Refused(f"refused-role-{role}")
        reply = await answer(Call(house, actor, argument, values, community, item))
        hint = await subscribers.greet(house, actor)
    except Refused as refused:
        return await _refusal(house, actor, refused)
    if hint and reply.card is not None and not reply.update:
        reply = replace(reply, card=replace(reply.card, footer=hint))
    return reply


def _may(actor: Actor, role: Role, community: tables.Community | None) -> bool:
    if role is Role.ADMINISTRATOR and community is None:
        return actor.administrator and actor.place is not None  # before the first /setup there is no row
    return actor.has(role, community)


async def _refusal(house: House, actor: Actor, refused: Refused) -> Reply:
    t = texts(await subscribers.language_of(house, actor))
    return Reply(Card(body=t(refused.key, **refused.arguments)), refused=True)
