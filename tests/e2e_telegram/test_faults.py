"""What users and operators meet: kills, restarts, lost answers, limits, blocks, vanished topics, other ids, webhooks."""

from __future__ import annotations

import aiohttp

from tests.e2e_telegram.conftest import NewWorld
from tests.e2e_telegram.world import World, reference
from tests.fakes.telegram import Account


async def test_a_kill_in_the_middle_of_everything_loses_nothing(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        jane = await world.watcher()
        half = await world.opened("Half")
        someone = world.somebody()
        await world.ask(half, "/watch add self", "Names")
        question = await world.ask(half, someone.name, "Aliases")
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        card = await world.card_of(link)
        await member.private.next_message(lambda each: "Thank you" in each.text)
        await world.post(jane.person)
        note = await world.note(jane.who)
        await world.program.kill()
        late = world.link()
        member.write(world.group, f"/report {late}")
        await world.program.start()
        await world.card_of(late)
        await world.moderator.press(card, "Confirm")
        await world.fake.until(lambda: "confirmed by Moderator" in card.text, "an old button to work")
        await world.press(jane.who, note, "Show details", "A possible request")
        for label in ("Handles", "Profile links", "Context"):
            question = await world.press(half, question, "Skip", label)
        await world.press(half, question, "Skip", "Watching")
        assert await world.program.stop() == 0


async def test_a_report_in_hand_when_the_process_dies_is_taken_after_the_restart(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world() as world:
        member, link = await world.member(), world.link()
        gate = world.fake.hold_next("getChatMember")
        member.write(world.group, f"/report {link}")
        await gate.reached()
        await world.program.kill()
        gate.release()
        await world.program.start()
        await world.card_of(link)
        await member.private.next_message(lambda each: "Thank you" in each.text)


async def test_limits_and_server_errors_delay_and_lose_nothing(world: World) -> None:
    jane = await world.watcher()
    world.fake.rate_limit_next("sendMessage", retry_after=1, times=2)
    world.fake.fail_next("sendMessage", 502, times=2)
    await world.post(jane.person)
    await world.card(jane.person)
    await world.note(jane.who)


async def test_a_blocked_bot_waits_and_says_so_by_coming_back(world: World) -> None:
    jane = await world.watcher()
    jane.who.block()
    await world.post(jane.person)
    await world.card(jane.person)
    jane.who.unblock()
    jane.who.start()
    await world.note(jane.who)


async def test_a_deleted_topic_is_told_and_cards_wait_for_another(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        del world.group.topics[world.alerts]
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        told = await world.boss.private.next_message(lambda each: "gone" in each.text)
        assert "Nothing is lost" in told.text
        world.boss.write(world.group, "/setup here")
        card = await world.card_of(link)
        assert card.topic is None
        await world.boss.private.next_message(lambda each: "works again" in each.text)


async def test_a_group_that_forbids_writing_is_told_and_mended(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        world.group.member(world.fake.bot, "member")
        world.group.bot_may_write = False
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        told = await world.boss.private.next_message(lambda each: "cannot post cards" in each.text)
        assert "Nothing is lost" in told.text
        world.group.bot_may_write = True
        world.boss.write(world.group, "/setup here", topic=world.alerts)
        await world.card_of(link)


async def test_a_group_that_gets_another_id_stays_set_up(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        small = world.fake.group("Small", type="group", bot_status="administrator")
        boss = small.member(world.boss, "creator")
        world.fake.bot_moved(small, boss, "left", "administrator")
        boss.write(small, "/setup here")
        await small.next_message(lambda each: "This is where cards will arrive" in each.text)
        await world.program.kill()
        large = small.upgrade()
        member, link = large.member(_member(world)), world.link()
        member.write(large, f"/report {link}")
        await world.program.start()
        card = await large.next_message(lambda each: "Confirm" in each.buttons)
        await boss.press(card, "Confirm")
        await world.fake.until(lambda: "confirmed by Boss" in card.text, "the new face")


def _member(world: World) -> Account:
    """Somebody who has opened the private chat, while the program is down."""
    account = world.fake.user("Rae")
    account.private.started = True
    return account


async def test_a_webhook_brings_the_same_and_refuses_a_wrong_secret(fresh_world: NewWorld) -> None:
    extra = (
        'webhook_url = "http://127.0.0.1:PORT/telegram"\nwebhook_secret = "an-invented-secret-of-this-test"'
    )
    async with fresh_world(extra=extra) as world:
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        card = await world.card_of(link)
        await world.moderator.press(card, "Claim")
        await world.fake.until(lambda: "Moderator is looking" in card.text, "the new face")
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{world.program.url}/telegram", json={"update_id": 1}) as answer,
        ):
            assert answer.status == 403
        assert reference(card)


async def test_a_second_poller_ends_with_a_clear_word(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        world.errors_expected = True
        world.fake.fail_next(
            "getUpdates", 409, times=6, message="Conflict: terminated by other getUpdates request"
        )
        world.boss.write(world.boss.private, "/help")
        assert world.program.process is not None
        await world.program.process.wait()
        assert "Another program receives with this Telegram token" in world.program.log_text()
