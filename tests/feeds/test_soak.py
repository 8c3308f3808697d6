"""Simulated weeks with random faults, crashes and restarts: what was served while a feed was reachable is stored once.

The store is a dictionary that commits items and state together, as the database does. The short form runs always;
`HEADSUP_SOAK_WEEKS=8 make test` (or pytest -s on this file) runs longer ones.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from feeds import Adapter, FeedError, FeedState, Fetcher, Poll
from feeds.bluesky import JetstreamAdapter, JetstreamSettings
from feeds.civitai_bounties import CivitaiBountiesAdapter, CivitaiBountiesSettings
from feeds.identity import Verdict, keys, verdict
from feeds.mastodon import MastodonAdapter, MastodonSettings
from feeds.rss import RssAdapter, RssSettings
from feeds.schedule import after_error, next_interval
from tests.fakes.feeds.bluesky import BlueskyServer
from tests.fakes.feeds.civitai import Bounty, CivitaiServer
from tests.fakes.feeds.fediverse import MastodonServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer

WEEKS = float(os.environ.get("HEADSUP_SOAK_WEEKS", "0.4"))
START = 1_785_000_000.0


@dataclass
class Store:
    """Items by primary key, and the state, as text: what a restart finds."""

    items: dict[str, str] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    edits: int = 0
    state: str | None = None

    def commit(self, poll: Poll) -> int:
        news = 0
        contents = set(self.items.values())
        for key, item in zip(keys(poll.items), poll.items, strict=True):
            found = verdict(key, self.items, contents)
            if found is Verdict.NEW:
                self.titles[item.title or item.body] += 1
                news += 1
            self.edits += found is Verdict.EDITED
            if found in (Verdict.NEW, Verdict.EDITED):
                self.items[key.primary] = key.content
                contents.add(key.content)
        self.state = poll.state.to_json()
        return news


@dataclass
class Watch:
    """One feed under soak: `publish` makes the source change, `expected` is what must be stored in the end."""

    adapter: Adapter
    settings: Any
    server: FakeServer
    publish: Callable[[int], str | None]
    store: Store = field(default_factory=Store)
    expected: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    async def run(self, fetch: Fetcher, chance: random.Random, clock: list[float]) -> None:
        interval: float | None = None
        due, errors, since, number = START, 0, START, 0
        clock[0] = START
        while clock[0] < START + WEEKS * 7 * 86_400:
            clock[0] += 600
            if chance.random() < 0.15:
                number += 1
                title = self.publish(number)
                if title:
                    self.expected.add(title)
            if clock[0] < due:
                continue
            self._trouble(chance)
            try:
                poll = await self.adapter.poll(self.settings, FeedState.from_json(self.store.state), fetch)
            except FeedError as error:
                errors += 1
                self.counts[f"error: {error.kind}"] += 1
                since = clock[0] if errors == 1 else since
                reaction = after_error(
                    error.kind, errors, _moment(since), _moment(clock[0]), rng=chance.random
                )
                due = clock[0] + (reaction.delay or 0)
                continue
            finally:
                self.server.faults.clear()
            self.counts["polls"] += 1
            if chance.random() < 0.05:
                self.counts["crashes before the commit"] += 1
                continue  # polled again at once after the restart, from the state that was stored
            errors = 0
            interval, wait = next_interval(interval, self.store.commit(poll) > 0, rng=chance.random)
            due = clock[0] + wait

    def _trouble(self, chance: random.Random) -> None:
        dice = chance.random()
        if dice < 0.04:
            self.server.fail(chance.choice([500, 502, 503]))
        elif dice < 0.06:
            self.server.fail(200, body=b"<html>broken", headers={"Content-Type": "text/html"}, times=1)
        elif dice < 0.08:
            self.server.fail(200, body=b'{"cut":', headers={"Content-Type": "application/json"}, times=1)


def _moment(seconds: float) -> Any:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC)


async def test_weeks_of_faults_and_restarts_lose_nothing_and_store_nothing_twice(
    fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [START]
    monkeypatch.setattr("feeds.civitai_bounties.time.time", lambda: clock[0])
    chance = random.Random(20260808)
    async with RssServer() as rss, CivitaiServer(encoding="devalue") as civitai, MastodonServer() as mastodon:
        for watch in (_rss(rss, chance), _civitai(civitai, chance), _mastodon(mastodon)):
            await watch.run(fetch, chance, clock)
            last = await watch.adapter.poll(watch.settings, FeedState.from_json(watch.store.state), fetch)
            watch.store.commit(last)
            told = f"{len(watch.expected)} served, {sum(watch.store.titles.values())} stored, {watch.store.edits} edits"
            sys.stdout.write(f"{watch.adapter.kind}: {told}, {dict(watch.counts)}\n")
            assert watch.expected - set(watch.store.titles) == set()
            assert {t: n for t, n in watch.store.titles.items() if n > 1} == {}
            assert watch.counts["polls"] > 50 * WEEKS
            assert len(watch.expected) > 50 * WEEKS


def _rss(server: RssServer, chance: random.Random) -> Watch:
    def publish(number: int) -> str | None:
        entry = server.add(f"Rss request {number}", f"<p>text of {number}, {number} views</p>")
        del server.entries[400:]
        if chance.random() < 0.2:
            old = chance.choice(server.entries)
            old.guid = f"urn:renamed:{number}"
        if chance.random() < 0.2:
            chance.choice(server.entries).date = None
        if chance.random() < 0.2:
            chance.shuffle(server.entries)
        return entry.title

    return Watch(RssAdapter(), RssSettings(url=server.feed), server, publish)


def _civitai(server: CivitaiServer, chance: random.Random) -> Watch:
    hidden: list[Bounty] = []

    def publish(number: int) -> str | None:
        bounty = server.add(f"Bounty {number}", f"<p>text {number}</p>", hidden=chance.random() < 0.2)
        for waiting in list(hidden):
            if chance.random() < 0.5:
                waiting.hidden = False
                hidden.remove(waiting)
        if bounty.hidden and number < 100 * WEEKS:
            hidden.append(bounty)
        bounty.hidden = bounty in hidden
        if chance.random() < 0.2:
            chance.choice(list(server.bounties.values())).description = f"<p>edited {number}</p>"
        return bounty.name

    chosen = {"url": server.url, "api_key": server.key, "permission_confirmed": True, "page_size": 50}
    settings = CivitaiBountiesSettings.model_validate(chosen)
    return Watch(CivitaiBountiesAdapter(), settings, server, publish)


def _mastodon(server: MastodonServer) -> Watch:
    def publish(number: int) -> str | None:
        server.toot(f"<p>toot {number}</p>")
        return f"toot {number}"

    return Watch(MastodonAdapter(), MastodonSettings(url=server.url, tag="bounty"), server, publish)


async def test_a_stream_that_breaks_and_a_bot_that_dies_lose_nothing(fetch: Fetcher) -> None:
    chance = random.Random(7)
    store = Store()
    async with BlueskyServer() as server:
        settings = JetstreamSettings(url=server.stream, words=(), batch=20, batch_seconds=0.05)
        server.spacing_us = 1_000_000
        for number in range(300 + int(400 * WEEKS)):
            server.post(f"post {number}")
        rounds = 0
        while len(store.titles) < len(server.events) and rounds < 1000 + 400 * WEEKS:
            rounds += 1
            server.drop_after = chance.randrange(10, 60)
            with_crash = chance.random() < 0.3
            try:
                async with asyncio.timeout(0.5):
                    async for batch in JetstreamAdapter().stream(
                        settings, FeedState.from_json(store.state), fetch
                    ):
                        if with_crash and chance.random() < 0.2:
                            break
                        store.commit(batch)
            except (FeedError, TimeoutError):
                continue
    told = f"{len(server.events)} served, {len(store.titles)} stored, {len(server.connections)} connections"
    sys.stdout.write(f"stream: {told}\n")
    assert len(server.connections) > 5
    assert set(store.titles) == {f"post {number}" for number in range(len(server.events))}
    assert set(store.titles.values()) == {1}
