"""One person on Discord and on Telegram, served by one process: accounts linked, alerts where they choose."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.names import Invented
from tests.e2e.program import PATIENCE, eventually
from tests.e2e.world import COMMANDS, World, running_world
from tests.e2e.world import says as discord_says
from tests.e2e_telegram.world import label, reference, says
from tests.fakes.discord import Answer
from tests.fakes.telegram import Account, FakeTelegram, Message


@dataclass
class Both:
    """A Discord world whose program serves a Telegram, too."""

    discord: World
    telegram: FakeTelegram

    async def opened(self, name: str) -> Account:
        """An account on Telegram that has opened the private chat."""
        account = self.telegram.user(name)
        account.start()
        await account.private.next_message()
        return account

    async def ask(self, who: Account, text: str, key: str, **arguments: str | int) -> Message:
        """Writes on Telegram; -> the answer with that text."""
        who.write(who.private, text)
        return await who.private.next_message(lambda each: says(each, key, **arguments))

    async def post_again(self, person: Invented) -> None:
        """Somebody asks for the person once more, in other words."""
        words = f"{person.request} Still wanted, {'again ' * len(self.discord.forum.entries)}."
        self.discord.forum.add(person.title, words)
        await self.discord.poll("Forum")

    async def note(self, who: Account) -> Message:
        """The neutral message on Telegram."""
        return await who.private.next_message(lambda each: "Show details" in each.buttons)


@contextlib.asynccontextmanager
async def both_platforms(folder: Path) -> AsyncIterator[Both]:
    """One process on both, with a Discord server that is set up."""
    async with FakeTelegram(patience=PATIENCE) as telegram:
        extra = f'[telegram]\napi_url = "{telegram.api_url}"\nmessages_per_second = 1000\n'
        async with running_world(folder, extra=extra, started=False) as discord:
            discord.program.variables["HEADSUP_TELEGRAM__TOKEN"] = telegram.token
            await discord.program.start()
            await discord.fake.ready(*COMMANDS)
            await telegram.ready()
            await discord.set_up(discord.town)
            await discord.program.feed_is_known("Forum")
            yield Both(discord, telegram)
            assert [*discord.complaints(), *await discord.leaks()] == []
            assert telegram.violations == []


def code_of(shown: Answer) -> str:
    """The code that `/watch link` shows on Discord."""
    fields = {field["name"]: field["value"] for field in shown.embeds[0]["fields"]}
    return str(fields[label("link-code")]).strip("`")


async def two_watchlists_are_not_joined(both: Both) -> None:
    """Both accounts keep one: neither is given up silently."""
    world = both.discord
    jane, hers = await world.watcher(), await both.opened("Jane")
    await both.ask(hers, "/watch add self", "watch-field-names")
    own = world.somebody()
    question = await both.ask(hers, own.name, "watch-field-aliases")
    for _ in range(4):
        await hers.press(question, "Skip")
        question = await hers.private.next_message()
    code = code_of(await jane.who.slash(jane.who.dm, "watch link"))
    await both.ask(hers, f"/watch link {code}", "refused-link-both")


async def a_report_reaches_the_home_on_the_other_platform(both: Both) -> None:
    """Made on Telegram, where no group is home; decided on Discord."""
    world = both.discord
    member, link = await both.opened("Member"), f"https://forum.example.org/{next(world.numbers)}"
    world.secrets.add(link)
    member.write(member.private, f"/report {link}")
    taken = await member.private.next_message(lambda each: "Thank you" in each.text)
    card = await world.town.alerts.next_message(lambda each: reference(taken) in each.text)
    await world.town.moderator.press(card, "Confirm")
    await member.private.next_message(
        lambda each: says(each, "reporter-confirmed", reference=reference(taken))
    )
    assert str(member.id) not in str(card.payload())


async def test_two_accounts_one_watchlist_and_alerts_where_they_are_wanted(tmp_path: Path) -> None:
    async with both_platforms(tmp_path / "headsup") as both:
        world = both.discord
        await two_watchlists_are_not_joined(both)
        await a_report_reaches_the_home_on_the_other_platform(both)
        jane = await world.proved()
        hers = await both.opened("Jane")
        await both.ask(hers, "/watch link ABCDEFGHJK", "refused-link-code")
        code = code_of(await jane.who.slash(jane.who.dm, "watch link"))
        panel = await both.ask(hers, f"/watch link {code.lower()}", "link-ask")
        await hers.press(panel, label("button-link"))
        await both.telegram.until(lambda: says(panel, "link-linked-body"), "the accounts")
        told = await jane.who.next_dm(
            lambda each: discord_says(each, "notice-account-linked", platform="Telegram")
        )
        assert jane.person.name not in told.text
        stranger = await both.opened("Stranger")
        await both.ask(stranger, f"/watch link {code}", "refused-link-code")
        hers.write(hers.private, "/watch list")
        await hers.private.next_message(lambda each: jane.person.name in each.text)

        await world.post(jane.person)
        note = await world.note(jane.who)
        before = len(hers.inbox)
        assert panel.buttons == ["✓ Discord", "Telegram", label("button-unlink")]
        await hers.press(panel, "Telegram")
        await both.telegram.until(lambda: "✓ Telegram" in panel.buttons, "the choice")
        await world.post(jane.person, mild=True)
        here = await both.note(hers)
        assert len(hers.inbox) == before + 1
        assert len([each for each in jane.who.inbox if "Show details" in each.buttons]) == 1

        await hers.press(here, "Show details")
        details = await hers.private.next_message(lambda each: says(each, "details-title"))
        assert jane.person.name in details.text, "what was proved on Discord counts here"
        opened = await jane.who.press(note, "Show details")
        assert jane.person.name in opened.text, "and the earlier note still opens there"

        hers.block()
        await both.post_again(jane.person)

        async def waits() -> bool:
            return await world.program.alerts("person", "waiting") == 1

        await eventually(waits, "the note to wait")
        chosen = await jane.who.slash(jane.who.dm, "watch link")
        await jane.who.select(chosen, label("link-where"), "discord")
        await world.note(jane.who)
        hers.unblock()

        await jane.who.press(told, label("button-unlink"))
        await both.ask(hers, "/watch list", "refused-no-watchlist")
        await both.post_again(jane.person)
        await world.note(jane.who)
