"""Every command and every action by every kind of actor: what the server side allows, and what it refuses.

The table below names each entry of `handlers.front`; one that is missing here fails, so that nobody adds a button without
thinking of who may press it.
"""

from __future__ import annotations

from typing import Any

import pytest

from handlers import front
from handlers.actors import Actor, Role
from handlers.texts import texts
from storage import schema as tables
from tests.handlers.harness import (
    ADMINISTRATOR,
    GUARDIAN,
    MEMBER,
    MODERATOR,
    STRANGER,
    World,
    item,
    said,
    someone,
)

ANYONE, MODERATORS, CHILD_SAFETY, ADMINISTRATORS = (
    Role.ANYONE,
    Role.MODERATOR,
    Role.CHILD_SAFETY,
    Role.ADMINISTRATOR,
)

EXPECTED_COMMANDS: dict[str, Role] = {
    "report": ANYONE,
    "help": ANYONE,
    "watch add": ANYONE,
    "watch list": ANYONE,
    "watch edit": ANYONE,
    "watch pause": ANYONE,
    "watch resume": ANYONE,
    "watch remove": ANYONE,
    "watch prove": ANYONE,
    "watch preferences": ANYONE,
    "watch link": ANYONE,
    "watch export": ANYONE,
    "watch forget-me": ANYONE,
    "watch stop": ANYONE,
    "setup": ADMINISTRATORS,
    "feed add": MODERATORS,
    "feed list": MODERATORS,
    "feed pause": MODERATORS,
    "feed remove": MODERATORS,
    "feed resume": MODERATORS,
    "feed test": MODERATORS,
    "case list": MODERATORS,
    "case show": MODERATORS,
    "case note": MODERATORS,
}
EXPECTED_ACTIONS: dict[str, Role] = {
    "report.send": ANYONE,
    "watch.added": ANYONE,
    "watch.edited": ANYONE,
    "preferences.times_set": ANYONE,
    "preferences.contact_set": ANYONE,
    "alert.details": ANYONE,
    "alert.one": ANYONE,
    "alert.ask_words": ANYONE,
    "alert.words": ANYONE,
    "alert.contact": ANYONE,
    "alert.keep": ANYONE,
    "alert.not_me": ANYONE,
    "alert.help": ANYONE,
    "alert.snooze": ANYONE,
    "alert.snoozed": ANYONE,
    "alert.stop": ANYONE,
    "watch.start": ANYONE,
    "watch.removed": ANYONE,
    "watch.forgotten": ANYONE,
    "preferences.show": ANYONE,
    "preferences.detail": ANYONE,
    "preferences.digest": ANYONE,
    "preferences.severity": ANYONE,
    "preferences.language": ANYONE,
    "preferences.times": ANYONE,
    "preferences.contact": ANYONE,
    "contact.refuse": ANYONE,
    "preferences.link": ANYONE,
    "link.join": ANYONE,
    "link.to": ANYONE,
    "link.end": ANYONE,
    "proof.bio": ANYONE,
    "proof.profile": ANYONE,
    "proof.check": ANYONE,
    "proof.vouch": ANYONE,
    "proof.ask_vouch": ANYONE,
    "proof.vouched": MODERATORS,
    "proof.declined": MODERATORS,
    "proof.revoked": MODERATORS,
    "case.claim": MODERATORS,
    "case.confirm": MODERATORS,
    "case.dismiss": MODERATORS,
    "case.dismissed": MODERATORS,
    "case.escalate": MODERATORS,
    "case.reopen": MODERATORS,
    "case.sensitive": CHILD_SAFETY,
    "case.list": MODERATORS,
    "case.mute": MODERATORS,
    "feed.added": MODERATORS,
    "setup.channel": ADMINISTRATORS,
    "setup.moderators": ADMINISTRATORS,
    "setup.escalation": ADMINISTRATORS,
    "setup.feeds": ADMINISTRATORS,
    "setup.test": ADMINISTRATORS,
}
ACTORS: dict[str, tuple[Actor, frozenset[Role]]] = {
    "member": (MEMBER, frozenset({ANYONE})),
    "moderator": (MODERATOR, frozenset({ANYONE, MODERATORS})),
    "child safety": (GUARDIAN, frozenset({ANYONE, CHILD_SAFETY})),
    "administrator": (ADMINISTRATOR, frozenset(Role)),
    "moderator of another community": (STRANGER, frozenset({ANYONE})),
    "moderator's account in a direct message": (
        someone(MODERATOR.account, None, "mods"),
        frozenset({ANYONE}),
    ),
    "administrator's account in a direct message": (
        someone(ADMINISTRATOR.account, None, administrator=True),
        frozenset({ANYONE}),
    ),
    "moderator of a community without Headsup": (someone("19", "unknown", "mods"), frozenset({ANYONE})),
}
REFUSALS = {texts("en")(f"refused-role-{role}") for role in Role if role is not ANYONE}
VALUES: dict[str, Any] = {"reference": "H-2222", "text": "words", "person": "1", "values": ["no_request"]}


def test_every_entry_of_the_front_door_has_the_role_that_this_table_expects() -> None:
    assert {name: role for name, (role, _) in front.COMMANDS.items()} == EXPECTED_COMMANDS
    assert {name: role for name, (role, _) in front.ACTIONS.items()} == EXPECTED_ACTIONS


async def _case(world: World) -> int:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] [minor] a model of somebody"))
    (case,) = await world.rows(tables.Case)
    return case.id


@pytest.mark.parametrize("who", ACTORS)
async def test_each_actor_gets_exactly_what_the_roles_allow(small_world: World, who: str) -> None:
    world = small_world
    case_id = await _case(world)
    world.console.messages.clear()
    actor, allowed = ACTORS[who]
    wrong = []
    for name, role in EXPECTED_COMMANDS.items():
        reply = await world.command(actor, name, **VALUES)
        refused = reply.card is not None and reply.card.body in REFUSALS
        if refused is (role in allowed):
            wrong.append(name)
    for name, role in EXPECTED_ACTIONS.items():
        before = await world.rows(tables.CaseEvent)
        reply = await world.press(actor, f"{name}:{case_id}", VALUES)
        refused = reply.card is not None and reply.card.body in REFUSALS
        if refused is (role in allowed):
            wrong.append(name)
        if refused:
            assert await world.rows(tables.CaseEvent) == before or len(
                await world.rows(tables.CaseEvent)
            ) == len(before)
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in EXPECTED_ACTIONS if name.startswith("case.")])
async def test_a_moderator_cannot_touch_a_case_of_another_community(small_world: World, name: str) -> None:
    world = small_world
    case_id = await _case(world)
    await world.setup("elsewhere", feeds="none")
    before = [(row.state, row.revision) for row in await world.rows(tables.Case)]
    reply = await world.press(
        someone(STRANGER.account, "elsewhere", "mods", "guardians"), f"{name}:{case_id}", VALUES
    )
    assert [(row.state, row.revision) for row in await world.rows(tables.Case)] == before
    assert reply.card is not None
    assert "H-" not in reply.card.title


async def test_before_the_first_setup_only_administrators_of_that_place_may_set_it_up(
    small_world: World,
) -> None:
    world = small_world
    reply = await world.command(MODERATOR, "setup", channel="alerts")
    assert said(reply.card).strip() == texts("en")("refused-role-administrator")
    assert await world.rows(tables.Community) == []
    reply = await world.command(ADMINISTRATOR, "setup", channel="alerts")
    assert [row.alert_channel for row in await world.rows(tables.Community)] == ["alerts"]


@pytest.mark.parametrize(
    "action", ["case.confirm", "case.confirm:", "case.confirm:x", "case.confirm:" + "9" * 40, "x.y:1", ""]
)
async def test_an_action_that_means_nothing_is_refused_and_changes_nothing(
    small_world: World, action: str
) -> None:
    world = small_world
    await _case(world)
    reply = await world.press(MODERATOR, action)
    assert reply.card is not None
    assert reply.card.body in (texts("en")("refused-action"), texts("en")("refused-no-case"))
    assert [row.state for row in await world.rows(tables.Case)] == ["open"]


async def test_a_case_number_that_does_not_exist_reads_like_one_from_elsewhere(small_world: World) -> None:
    world = small_world
    case_id = await _case(world)
    await world.setup("elsewhere", feeds="none")
    theirs = await world.press(STRANGER, f"case.confirm:{case_id}")
    nobodys = await world.press(STRANGER, f"case.confirm:{case_id + 999}")
    assert theirs.card == nobodys.card
