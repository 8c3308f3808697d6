"""`headsup feed`: list, test, pause, resume."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer
from babel.dates import format_timedelta
from rich.console import Console
from rich.table import Table

from bot.commands.problems import ERR, ConfigOption, fail

app = typer.Typer(help="Feeds: the places that are watched.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="The feed's name or number, as `feed list` shows them.")]


@app.command("list")
def list_(config: ConfigOption = None) -> None:
    """State, last success, next poll and last error of each feed.

    Example: headsup feed list
    """
    from bot.composition import open_house
    from bot.config import load
    from handlers import polling

    async def work() -> None:
        async with open_house(load(config)) as (house, _):
            feeds = await polling.all_feeds(house)
        table = Table("no", "name", "kind", "state", "last success", "next poll", "last error", "what to do")
        now = datetime.now(UTC)

        def ago(moment: datetime | None) -> str:
            return format_timedelta(moment - now, add_direction=True, locale="en") if moment else "never"

        for feed in feeds:
            error = feed.last_error or {}
            table.add_row(
                str(feed.id),
                feed.name,
                feed.kind,
                feed.state,
                ago(feed.last_ok_at),
                ago(feed.next_poll_at) if feed.state == "active" else "-",
                error.get("message", ""),
                error.get("remedy", ""),
            )
        Console().print(table if feeds else "No feeds. Add one to config.toml: see config.example.toml.")

    asyncio.run(work())


@app.command("test")
def try_out(
    url: Annotated[str, typer.Argument(help="Address of a feed, or of a page that has one.")],
    kind: Annotated[str, typer.Option(help="Kind of feed.")] = "rss",
    config: ConfigOption = None,
) -> None:
    """Show what a feed would deliver, as it would be screened; nothing is stored.

    Example: headsup feed test https://forum.example.org/latest.rss
    """
    from bot.composition import fetcher, load_classifier
    from bot.config import load
    from feeds import preview, settings
    from intent import Signals, compose

    async def work() -> None:
        loaded = load(config)
        async with fetcher(loaded) as fetch:
            with ERR.status("fetching"):
                poll = await preview(kind, settings(kind, {"url": url}), fetch)
            classifier = load_classifier(loaded)
        intents = classifier.classify([compose(item.title, item.body, item.tags) for item in poll.items])
        table = Table("posted", "severity", "labels", "title")
        for item, intent in zip(poll.items, intents, strict=True):
            verdict = loaded.policy.judge(intent, Signals(adult_context=item.adult), classifier.thresholds)
            when = item.posted_at.strftime("%Y-%m-%d %H:%M") if item.posted_at else "unknown"
            table.add_row(
                when, str(verdict.severity), ", ".join(verdict.labels), item.title or item.body[:60]
            )
        Console().print(f"{poll.title or url}: it works. The newest items:", markup=False)
        Console().print(table if poll.items else "The feed is empty at the moment.")

    asyncio.run(work())


def _set(name: str, state: str, config: ConfigOption) -> None:
    from bot.composition import open_house
    from bot.config import load
    from handlers import polling

    async def work() -> None:
        async with open_house(load(config)) as (house, _):
            feed = await polling.set_state(house, name, state)
            if feed is None:
                names = ", ".join(each.name for each in await polling.all_feeds(house))
                fail(f"There is no feed {name!r}. Feeds: {names or 'none'}.")
            else:
                typer.echo(f"{feed.name}: {feed.state}")

    asyncio.run(work())


@app.command()
def pause(name: Name, config: ConfigOption = None) -> None:
    """Stop polling a feed until it is resumed.

    Example: headsup feed pause 1
    """
    _set(name, "held", config)


@app.command()
def resume(name: Name, config: ConfigOption = None) -> None:
    """Poll a feed again, at once.

    Example: headsup feed resume 1
    """
    _set(name, "active", config)
