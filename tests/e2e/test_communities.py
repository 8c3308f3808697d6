"""`/setup`, `/case` and `/help`; and what happens when a community's channel is closed to the bot."""

from __future__ import annotations

import pytest

from tests.e2e.world import World, label, reference, says
from tests.fakes.discord import RefusedError


async def test_setup_names_what_is_missing_and_then_sends_a_test_card(world: World) -> None:
    town = world.new_town()
    town.alerts.deny("embed_links", "read_message_history")
    answer = await town.owner.slash(town.general, "setup", channel=town.alerts)
    assert answer.ephemeral
    assert says(answer, "missing-embed")
    assert says(answer, "missing-history")
    assert not says(answer, "missing-send")
    assert town.alerts.messages == []
    town.alerts.allow("embed_links", "read_message_history")
    again = await town.owner.press(answer, label("button-test"))
    assert says(again, "setup-ready")
    card = await town.alerts.next_message()
    assert says(card, "test-card")
    assert card.pinged == frozenset()


async def test_setup_by_its_menus(world: World) -> None:
    town = world.new_town()
    panel = await town.owner.slash(town.general, "setup")
    assert says(panel, "missing-channel")
    panel = await town.owner.select(panel, label("setup-channel-prompt"), town.alerts)
    await town.alerts.next_message(lambda m: says(m, "test-card"))
    panel = await town.owner.select(panel, label("setup-moderators-prompt"), town.moderators)
    assert town.moderators.mention in panel.text
    panel = await town.owner.select(panel, label("setup-escalation-prompt"), town.helpers)
    world.may_be_pinged.add(town.helpers.id)
    panel = await town.owner.select(panel, label("setup-feeds-prompt"), "Forum", "Market")
    assert "Forum" in panel.text
    assert "Market" in panel.text
    someone = world.somebody()
    await world.post(someone)
    card = await world.card(someone, town.alerts)
    await town.moderator.press(card, "Confirm")
    assert town.moderator.mention in card.text


async def test_setup_into_a_thread(world: World) -> None:
    town = world.new_town()
    thread = town.alerts.thread("cards")
    answer = await town.owner.slash(town.general, "setup", channel=thread, feeds="all")
    assert says(answer, "setup-ready")
    someone = world.somebody()
    await world.post(someone)
    await world.card(someone, thread)


async def test_setup_refuses_what_there_is_not_and_changes_nothing(world: World) -> None:
    town = world.new_town()
    refused = await town.owner.slash(town.general, "setup", channel=town.alerts, feeds="Nowhere")
    assert "Forum" in refused.text
    assert "Market" in refused.text
    panel = await town.owner.slash(town.general, "setup")
    assert says(panel, "missing-channel")


async def test_setup_is_for_administrators(world: World) -> None:
    town = world.new_town()
    member = town.member()
    with pytest.raises(RefusedError):
        await member.slash(town.general, "setup")
    town.guild.permit_command("setup", member)
    assert says(await member.slash(town.general, "setup", channel=town.general), "refused-role-administrator")


async def test_only_what_is_severe_enough_becomes_a_card(world: World) -> None:
    town = world.new_town()
    await world.set_up(town)
    await town.owner.slash(town.general, "setup", severity="high")
    mild, grave = world.somebody(), world.somebody()
    await world.post(mild, mild=True)
    await world.post(grave)
    await world.card(grave, town.alerts)
    assert not [m for m in town.alerts.messages if mild.name in m.text]


async def test_a_server_without_feeds_gets_reports_alone(world: World) -> None:
    town = world.new_town()
    await world.set_up(town, feeds="none")
    someone = world.somebody()
    await world.post(someone)
    await world.card(someone)
    receipt = await town.member().slash(town.general, "report", text=f"A LoRA of {someone.name} please")
    card = await town.alerts.next_message()
    assert reference(card) == reference(receipt)


async def test_case_list_show_and_note(world: World) -> None:
    town = world.new_town()
    await world.set_up(town)
    empty = await town.moderator.slash(town.alerts, "case list")
    assert says(empty, "list-empty")
    mild, grave = world.somebody(), world.somebody()
    await world.post(mild, mild=True)
    await world.post(grave)
    first, second = await world.card(mild, town.alerts), await world.card(grave, town.alerts)
    listed = await town.moderator.slash(town.alerts, "case list")
    assert listed.ephemeral
    assert listed.text.index(reference(second)) < listed.text.index(reference(first)), "the gravest first"
    noted = await town.moderator.slash(
        town.alerts, "case note", reference=reference(second), text="Asked the platform"
    )
    assert says(noted, "done-note", reference=reference(second))
    shown = await town.owner.slash(town.alerts, "case show", reference=reference(second).lower())
    assert shown.ephemeral
    assert "Asked the platform" in shown.text
    assert town.moderator.mention in shown.text
    assert says(shown, "case-why")
    assert "Asked the platform" not in second.text
    await town.moderator.press(second, "Confirm")
    decided = await town.moderator.slash(town.alerts, "case list", state="confirmed")
    assert reference(second) in decided.text
    assert reference(first) not in decided.text
    unknown = await town.moderator.slash(town.alerts, "case show", reference="H-0000")
    assert says(unknown, "refused-no-reference", reference="H-0000")


async def test_a_long_queue_has_pages(world: World) -> None:
    town = world.new_town()
    await world.set_up(town, feeds="none")
    for reporter in (town.member(), town.member()):
        for _ in range(6):
            await reporter.slash(
                town.general, "report", link=f"https://forum.example.org/{next(world.numbers)}"
            )
    await world.fake.until(lambda: len(town.alerts.messages) == 13, "the test card and twelve cases")
    first = await town.moderator.slash(town.alerts, "case list")
    assert first.text.count("H-") == 10
    later = await town.moderator.press(first, label("button-later"))
    assert later.kind == "update"
    assert later.text.count("H-") == 2
    back = await town.moderator.press(later, label("button-earlier"))
    assert back.text.count("H-") == 10


@pytest.mark.parametrize("command", ["case list", "case show", "case note"])
async def test_cases_are_for_moderators(world: World, command: str) -> None:
    options = {"case list": {}, "case show": {"reference": "H-7K3F"}}.get(
        command, {"reference": "H-7K3F", "text": "x"}
    )
    answer = await world.town.member().slash(world.town.general, command, **options)
    assert says(answer, "refused-role-moderator")


async def test_help_shows_each_what_they_may_do(world: World) -> None:
    town = world.town
    member = await town.member().slash(town.general, "help")
    moderator = await town.moderator.slash(town.general, "help")
    owner = await town.owner.slash(town.general, "help")
    far = world.fake.user("far", installed=True)
    alone = await far.slash(far.dm, "help")
    for answer in (member, moderator, owner, alone):
        assert answer.ephemeral
        assert says(answer, "guide-report")
        assert says(answer, "guide-watch-add")
    assert not says(member, "guide-case")
    assert not says(alone, "guide-case")
    assert says(moderator, "guide-case")
    assert not says(moderator, "guide-setup")
    assert says(owner, "guide-setup")


async def test_escalation_without_a_role_says_how_to_set_one(world: World) -> None:
    town = world.new_town()
    await town.owner.slash(town.general, "setup", channel=town.alerts, moderators=town.moderators)
    await town.alerts.next_message()
    await town.member().slash(town.general, "report", link="https://forum.example.org/none")
    card = await town.alerts.next_message()
    assert says(await town.moderator.press(card, "Escalate"), "refused-no-escalation-role")


async def test_a_lost_permission_is_told_the_owner_once_and_again_when_it_works(world: World) -> None:
    town = world.new_town()
    await world.set_up(town, feeds="none")
    town.alerts.deny("send_messages")
    for _ in range(2):
        await town.member().slash(
            town.general, "report", link=f"https://forum.example.org/{next(world.numbers)}"
        )
    told = await town.owner.next_dm()
    assert says(told, "notice-channel-forbidden")
    await world.program.alerts_become_due("case")
    await world.post(world.somebody())
    assert len(town.owner.inbox) == 1
    town.alerts.allow("send_messages")
    await world.program.alerts_become_due("case")
    cards = [await town.alerts.next_message(timeout=30) for _ in range(2)]
    assert len({reference(card) for card in cards}) == 2
    assert says(await town.owner.next_dm(), "notice-channel-mended")
    assert len(town.owner.inbox) == 2


async def test_a_deleted_channel_is_told_the_owner_and_another_one_gets_what_waited(world: World) -> None:
    town = world.new_town()
    await world.set_up(town, feeds="none")
    town.alerts.delete()
    assert says(await town.owner.next_dm(), "notice-channel-missing")
    receipt = await town.member().slash(
        town.general, "report", link=f"https://forum.example.org/{next(world.numbers)}"
    )
    fresh = town.guild.channel("new alerts")
    answer = await town.owner.slash(town.general, "setup", channel=fresh)
    assert says(answer, "setup-ready")
    card = await fresh.next_message(lambda m: bool(m.buttons), timeout=30)
    assert reference(card) == reference(receipt)
    assert says(await town.owner.next_dm(), "notice-channel-mended")


async def test_the_bot_is_removed_and_invited_again(world: World) -> None:
    town = world.new_town()
    await world.set_up(town)
    town.guild.leave(world.fake.bot)
    await world.case()
    before = len(town.alerts.messages)
    world.fake.invite_bot(town.guild)
    someone = world.somebody()
    await world.post(someone)
    await world.card(someone, town.alerts)
    assert len(town.alerts.messages) > before


async def test_a_feed_that_stops_is_told_and_told_again_when_it_works(world: World) -> None:
    town = world.new_town()
    await world.set_up(town)
    world.errors_expected = True
    world.forum.fail(401)
    await world.poll("Forum")
    told = await town.alerts.next_message(lambda m: says(m, "notice-feed-stopped-title"))
    assert "Forum" in told.text
    world.forum.faults.clear()
    code, output = await world.program.command("feed", "resume", "Forum")
    assert code == 0, output
    back = await town.alerts.next_message(lambda m: says(m, "notice-feed-back-title"))
    assert "Forum" in back.text
    await world.case()
