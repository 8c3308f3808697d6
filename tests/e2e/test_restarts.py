"""Killed, restarted, and months later: nothing is lost, nothing comes twice, and the buttons still work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio

from tests.conftest import own_postgres
from tests.e2e.conftest import NewWorld
from tests.e2e.program import eventually
from tests.e2e.traces import traces
from tests.e2e.world import World, label, reference, says


async def restart(world: World) -> None:
    """SIGTERM and a new start on the same database."""
    assert await world.program.stop() == 0
    await world.program.start()


async def test_buttons_of_before_a_restart_work_after_it(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        jane = await world.proved()
        await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        begun = await jane.who.slash(jane.who.dm, "watch edit")
        await restart(world)
        await world.town.moderator.press(card, "Claim")
        assert world.town.moderator.mention in card.text
        details = await jane.who.press(note, "Show details")
        assert jane.person.name in details.text
        changed = await jane.who.submit(begun, {label("watch-field-context"): "painter"})
        assert "painter" in changed.text, "a form opened before the restart is taken after it"
        await restart(world)
        await world.town.moderator.press(card, "Confirm")
        assert says(card, "short-confirmed")
        assert len(jane.who.inbox) == 1, "nothing came twice"
        again = world.somebody()
        await world.post(again)
        await world.card(again)


async def test_killed_between_finding_and_delivery_it_delivers_once(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        jane = await world.watcher()
        gates = [
            world.fake.hold_next("POST", f"/channels/{channel.id}/messages")
            for channel in (world.town.alerts, jane.who.dm)
        ]
        await world.post(jane.person)
        for gate in gates:
            await gate.reached()
        await world.program.kill()
        await world.program.leases_run_out()
        await world.program.start()
        card, note = await world.card(jane.person), await world.note(jane.who)
        for gate in gates:  # what had been under way arrives after all
            gate.release()
        await world.town.moderator.press(card, "Confirm")
        await jane.who.press(note, "Show details")
        assert len([m for m in world.town.alerts.messages if jane.person.name in m.text]) == 1
        assert len(jane.who.inbox) == 1


async def test_killed_between_discords_answer_and_the_commit_it_still_delivers_once(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world() as world:
        jane = await world.watcher()
        gate = world.fake.hold_next("POST", f"/channels/{jane.who.dm.id}/messages", performed=True)
        await world.post(jane.person)
        await gate.reached()
        await world.program.kill()
        gate.release()
        await world.program.leases_run_out()
        await world.program.start()

        async def settled() -> bool:
            return await world.program.alerts("person", "sent") == 1

        await eventually(settled, "the alert to be marked as sent")
        assert len(jane.who.inbox) == 1
        assert says(await jane.who.press(jane.who.inbox[0], "Show details"), "unproved-title")


async def test_what_was_acknowledged_before_a_kill_is_there_after_it(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        jane = await world.watcher()
        gate = world.fake.hold_next("POST", f"/channels/{world.town.alerts.id}/messages")
        member = world.town.member()
        receipt = await member.slash(world.town.general, "report", link="https://forum.example.org/1")
        await gate.reached()
        await world.program.kill()
        await world.program.leases_run_out()
        entry = world.forum.add(jane.person.title, jane.person.request)
        await world.program.start()
        gate.release()
        card = await world.town.alerts.next_message(lambda m: bool(m.buttons))
        assert reference(card) == reference(receipt)
        assert jane.person.name in (await jane.who.slash(jane.who.dm, "watch list")).text
        await world.poll("Forum")
        await world.note(jane.who)
        assert jane.person.name in (await world.card(jane.person)).text
        assert entry.title == jane.person.title
        pressing = world.fake.hold_next("POST", "/interactions/*/callback", performed=True)
        waiting = asyncio.create_task(world.town.moderator.press(card, "Confirm"))
        await pressing.reached()
        await world.program.kill()
        pressing.release()
        await waiting
        await world.program.leases_run_out()
        await world.program.start()
        told = await member.next_dm()
        assert says(told, "reporter-confirmed", reference=reference(receipt))
        assert len(member.inbox) == 1


async def test_buttons_on_messages_that_are_months_old(fresh_world: NewWorld) -> None:
    async with fresh_world(days_ago=200) as world:
        jane = await world.proved()
        await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        world.fake.pass_time(200 * 86_400)
        await world.town.moderator.press(card, "Confirm")
        assert says(card, "short-confirmed")
        details = await jane.who.press(note, "Show details")
        assert jane.person.name in details.text


async def test_nothing_watched_can_be_read_where_it_is_kept_or_logged(fresh_world: NewWorld) -> None:
    """The world's own checks look in log, metrics and database; here with everything that a person can leave behind."""
    async with fresh_world() as world:
        jane = await world.proved()
        await jane.who.submit(
            await jane.who.slash(jane.who.dm, "watch edit"),
            {
                label("watch-field-aliases"): "Quennelia Skarsbrook",
                label("watch-field-context"): "Vlindermere",
            },
        )
        world.secrets |= {"Quennelia", "Skarsbrook", "Vlindermere"}
        link = await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        await jane.who.press(note, "Show details")
        await jane.who.press(note, "Not me")
        world.secrets |= {"Asked the platform about it", "It names my sister"}
        await world.town.moderator.slash(
            world.town.alerts, "case note", reference=reference(card), text="Asked the platform about it"
        )
        await world.town.member().slash(world.town.general, "report", link=link, reason="It names my sister")
        await world.town.moderator.press(card, "Confirm")
        bad = world.fake.user("hasty", installed=True)
        world.secrets.add("Ulvendahlia")
        form = await bad.slash(bad.dm, "watch add")
        await bad.submit(
            form, {label("watch-field-names"): "Ulvendahlia", label("watch-field-urls"): "::/Ulvendahlia"}
        )
        code, output = await world.program.command("feed", "list")
        assert code == 0, output
        assert traces(output.encode(), world.secrets) == []
        assert await world.leaks() == []
        await world.program.kill()
        assert await world.leaks() == []
        await world.program.start()
        assert traces(f"{jane.person.name}".encode(), world.secrets), "the search itself finds what is there"


@pytest_asyncio.fixture(loop_scope="package")
async def postgresql() -> AsyncIterator[str]:
    """An empty database on the PostgreSQL of this machine."""
    async with own_postgres() as url:
        yield url


async def test_the_whole_way_on_postgresql(fresh_world: NewWorld, postgresql: str) -> None:
    async with fresh_world(database_url=postgresql) as world:
        jane = await world.proved()
        await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        await world.program.kill()
        await world.program.leases_run_out()
        await world.program.start()
        await world.town.moderator.press(card, "Confirm")
        assert says(card, "short-confirmed")
        assert jane.person.name in (await jane.who.press(note, "Show details")).text
        member = world.town.member()
        again = await world.reported(by=member)
        await world.town.moderator.press(again, "Confirm")
        await member.next_dm()
        done = await jane.who.press(
            await jane.who.slash(jane.who.dm, "watch forget-me"), label("button-forget")
        )
        assert says(done, "done-forgotten")
