"""How long people wait: from a post to the moderators' card and the person's message, and from `/report` to its receipt.

    python -m benchmarks.latency [--items 60] [--reports 60] [--platform discord]

The running program as a process, against the Discord and Telegram of the tests on loopback. A post's clock starts when the
feed's server is asked for the page that holds it: how often a feed is polled is the operator's choice and not counted.
Posts come one at a time, so far apart that the platforms' limits for one channel do not matter; then, as `burst`, as many on
one page as a Discord channel takes at once. The servers run in this process and share the machine, so what they take counts.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from rich.console import Console
from rich.progress import track

from tests.e2e import world as discord
from tests.e2e.names import Invented
from tests.e2e.world import running_world as discord_world
from tests.e2e_telegram import world as telegram
from tests.e2e_telegram.world import running_world as telegram_world
from tests.fakes.feeds.rss import RssServer

RECEIPT_AIM, ALERT_AIM = 300.0, 1000.0
"""Milliseconds, 95th percentile (issue: how it is shown)."""
WATCHERS = 10
APART, BEFORE_BURST, BURST = 1.2, 6.0, 5
"""Seconds between posts, and before the burst; how many posts that is (Discord: five messages in five seconds a channel)."""
PATIENCE = 120.0
ERR = Console(stderr=True)
Figures = dict[str, float]


class Asked:
    """When a feed's server was last asked, seconds."""

    def __init__(self, server: RssServer) -> None:
        self.at = 0.0
        page = server.rss_text

        def timed() -> str:
            self.at = time.monotonic()
            return page()

        server.rss_text = timed  # type: ignore[method-assign]


def figures(milliseconds: Sequence[float]) -> Figures:
    """Count, 50th, 95th and 99th percentile, and the longest."""
    cuts = quantiles(milliseconds, n=100, method="inclusive")
    named = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(milliseconds)}
    return {"n": float(len(milliseconds))} | {name: round(value, 1) for name, value in named.items()}


async def since(start: Callable[[], float], event: Awaitable[object]) -> float:
    """Milliseconds from `start` to the event."""
    await event
    return (time.monotonic() - start()) * 1000


class Timed:
    """One platform's world, and what each platform does its own way."""

    def __init__(self, world: discord.World | telegram.World, asked: Asked) -> None:
        self.world = world
        self.asked = asked
        self._posts = 0

    async def watchers(self) -> list[Any]:
        """Accounts that watch for somebody each."""
        return [await self.world.watcher() for _ in range(WATCHERS)]

    def publish(self, person: Invented) -> None:
        """A post that asks for the person's likeness, in words that no earlier one had."""
        self._posts += 1
        entry = self.world.forum.add(f"{person.title}, offer {self._posts}", person.request)
        entry.link = f"{self.world.forum.url}/posts/offer-{self._posts}"

    async def posts(self, items: int, watchers: Sequence[Any]) -> tuple[list[float], list[float]]:
        """(milliseconds to the card, to the message) of posts that come one at a time."""
        cards: list[float] = []
        notes: list[float] = []
        for number in track(range(items), "posts", console=ERR):
            watcher = watchers[number % len(watchers)]
            self.publish(watcher.person)
            waiting = asyncio.gather(
                since(lambda: self.asked.at, self.world.card(watcher.person)),
                since(lambda: self.asked.at, self.world.note(watcher.who)),
            )
            await self.world.program.make_due("Forum")
            card, note = await waiting
            cards.append(card)
            notes.append(note)
            await self.world.program.feed_is_polled("Forum")
            await asyncio.sleep(APART)
        return cards, notes

    async def burst(self, items: int, watchers: Sequence[Any]) -> list[float]:
        """Milliseconds to each card and message of posts that all stand on one page."""
        waiting = []
        for number in range(items):
            watcher = watchers[number % len(watchers)]
            self.publish(watcher.person)
            waiting.append(since(lambda: self.asked.at, self.world.card(watcher.person)))
            waiting.append(since(lambda: self.asked.at, self.world.note(watcher.who)))
        together = asyncio.gather(*waiting)
        await self.world.program.make_due("Forum")
        return list(await together)

    async def reports(self, count: int) -> list[float]:
        """Milliseconds from `/report` to the receipt, each by somebody else."""
        taken = []
        for _ in track(range(count), "reports", console=ERR):
            report = await self._reporter()
            start = time.monotonic()
            await report()
            taken.append((time.monotonic() - start) * 1000)
        return taken

    async def _reporter(self) -> Callable[[], Awaitable[object]]:
        world = self.world
        if isinstance(world, telegram.World):
            account, link = await world.opened("Reporter"), world.link()
            return lambda: world.ask(account, f"/report {link}", "H-")
        member = world.town.member()
        link = f"https://forum.example.org/{next(world.numbers)}"

        async def slash() -> None:
            discord.reference(await member.slash(world.town.general, "report", link=link))

        return slash


async def measure(world: discord.World | telegram.World, options: argparse.Namespace) -> dict[str, Figures]:
    """All figures of one platform, in milliseconds."""
    world.fake.patience = PATIENCE
    timed = Timed(world, Asked(world.forum))
    watchers = await timed.watchers()
    await timed.posts(3, watchers)  # what is done once: the first words, the first connection
    await timed.reports(3)
    cards, notes = await timed.posts(options.items, watchers)
    receipts = await timed.reports(options.reports)
    await asyncio.sleep(BEFORE_BURST)
    burst = await timed.burst(BURST, watchers)
    wrong = world.complaints()
    if wrong:
        sys.exit("\n".join(wrong))
    return {
        "card": figures(cards),
        "message": figures(notes),
        "receipt": figures(receipts),
        f"burst of {BURST}": figures(burst),
    }


async def run(options: argparse.Namespace) -> dict[str, dict[str, Figures]]:
    """The figures by platform."""
    found: dict[str, dict[str, Figures]] = {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if options.platform != "telegram":
            async with discord_world(place / "discord") as world:
                found["discord"] = await measure(world, options)
        if options.platform != "discord":
            async with telegram_world(place / "telegram") as other:
                found["telegram"] = await measure(other, options)
    return found


def main() -> None:
    """Run what is asked for; a table, and the last line as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--items", type=int, default=60)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--platform", choices=("both", "discord", "telegram"), default="both")
    options = parser.parse_args()
    found = asyncio.run(run(options))
    print(f"{'milliseconds':<24}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}  aim (p95)")
    met = True
    for platform, measured in found.items():
        for what, cuts in measured.items():
            aim = RECEIPT_AIM if what == "receipt" else ALERT_AIM if what in ("card", "message") else None
            met = met and (aim is None or cuts["p95"] < aim)
            shown = "".join(f"{cuts[name]:>8.0f}" for name in ("p50", "p95", "p99", "max"))
            verdict = "" if aim is None else f"  < {aim:.0f}: {'met' if cuts['p95'] < aim else 'MISSED'}"
            print(f"{platform + ' ' + what:<24}{shown}{verdict}")
    print(json.dumps({"milliseconds": found, "aims_met": met, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
