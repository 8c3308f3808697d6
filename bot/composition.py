"""The composition root: from a configuration to a `House` with everything in it. Called by `bot.running` and the commands.

Nothing else makes these parts, so that a test or a command gets the same program as `headsup run`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Config
from bot.queue import Tasks
from feeds import Fetcher, FetchSettings, adapters
from handlers import index, polling
from handlers.house import House
from handlers.vault import open_vault
from intent import AsyncClassifier, Classifier
from storage import Database
from watchlists import Screener
from watchlists.sealing import MasterKeys, load_master_keys

Progress = Callable[[str], None]


def master_keys(config: Config) -> MasterKeys:
    """The master keys. Raises KeyMissing, which says how to make one."""
    return load_master_keys(os.environ.get("HEADSUP_MASTER_KEY"), config.keys.file)


def load_classifier(config: Config) -> Classifier:
    """The classifier. Raises ModelError."""
    chosen = config.intent
    return Classifier.load(
        chosen.model,
        threads=chosen.threads,
        device=chosen.device,
        label_map=chosen.label_map or None,
        thresholds=chosen.thresholds or None,
    )


def fetcher(config: Config) -> Fetcher:
    """The one way out."""
    return Fetcher(
        FetchSettings(
            user_agent=config.fetch.user_agent,
            contact=config.fetch.contact,
            allow_private=config.fetch.allow_private,
            gap=config.fetch.gap_seconds,
        )
    )


def _index_path(config: Config, database: Database) -> Path | None:
    """Where the index file is: beside the database's file, or the key's, unless the configuration says it all."""
    if config.watchlists.index is None:
        return None
    return (database.path or config.keys.file).absolute().parent / config.watchlists.index


async def _save_index(house: House) -> None:
    await index.save(house, now=True)


@contextlib.asynccontextmanager
async def open_house(
    config: Config, progress: Progress = lambda _: None
) -> AsyncIterator[tuple[House, Tasks]]:
    """All but platforms and queue, which need a start. Raises DatabaseError, SealingError, ModelError, ConfigError."""
    configured = config.configured_feeds()
    keys = master_keys(config)
    tasks = Tasks(config.queue.url, config.queue.prefix)
    database = Database(config.database.url)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        progress("database")
        await database.upgrade()
        vault = await open_vault(database, keys, datetime.now(UTC))
        progress("model")
        classifier = await stack.enter_async_context(AsyncClassifier(load_classifier(config)))
        fetch = await stack.enter_async_context(fetcher(config))
        house = House(
            database=database,
            vault=vault,
            screener=Screener(),
            classifier=classifier,
            policy=config.policy,
            fetch=fetch,
            adapters=adapters(),
            queue=tasks,
            limits=config.limits,
            retention=config.retention,
            alerting=config.alerting,
            configured_feeds={(feed.kind, feed.key): feed.settings for feed in configured},
            homes={
                name: home
                for name, home in (("discord", config.discord.home), ("telegram", config.telegram.home))
                if home
            },
            poll_floor=config.fetch.floor_seconds,
            watched_platforms=frozenset(
                ("telegram", "discord") if config.discord.watch_channels else ("telegram",)
            ),
            public_url=config.http.public_url,
            index_path=_index_path(config, database),
        )
        await polling.register(house, configured)
        progress("watchlists")
        await index.load(house, lambda count: progress(f"watchlists: {count:,} persons"))
        stack.push_async_callback(_save_index, house)
        yield house, tasks
