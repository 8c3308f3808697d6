"""`headsup feed`: list, test, pause, resume."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from babel.dates import format_timedelta
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands.engines import UNSURE
from bot.commands.lines import for_programs, write
from bot.commands.problems import ERR, ConfigOption, fail

if TYPE_CHECKING:
    from handlers.feed_health import Overview
    from handlers.feed_preview import Tried

app = typer.Typer(help="Feeds: the places that are watched.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines; so they are where stdout is no terminal.")]
Name = Annotated[str, typer.Argument(help="The feed's name or number, as `feed list` shows them.")]


@app.command("list")
def list_(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """How each feed is: state, last success, next poll, what it brought in the last week, last error and what to do.

    Example: headsup feed list
    """
    from bot.composition import open_house
    from bot.config import load
    from handlers import feed_health

    async def work() -> None:
        async with open_house(load(config)) as (house, _):
            seen = await feed_health.overviews(house)
        if for_programs(as_json):
            write([_record(each) for each in seen])
            return
        table = Table(
            "no", "name", "kind", "state", "last success", "next poll", "last week", "error", "what to do"
        )
        for each in seen:
            table.add_row(*map(Text, _row(each, datetime.now(UTC))))
        Console().print(table if seen else "No feeds. Add one to config.toml: see config.example.toml.")

    asyncio.run(work())


def _state(seen: Overview) -> str:
    held = ("paused", "held", "idle", "disabled")
    return seen.feed.state if seen.feed.state in held else str(seen.health)


def _record(seen: Overview) -> dict[str, Any]:
    feed = seen.feed
    return {
        "id": feed.id,
        "name": feed.name,
        "kind": feed.kind,
        "state": _state(seen),
        "last_ok_at": feed.last_ok_at,
        "next_poll_at": feed.next_poll_at,
        "items_week": seen.items,
        "findings_week": seen.findings,
        "error": feed.last_error,
    }


def _row(seen: Overview, now: datetime) -> list[str]:
    from handlers.feed_kinds import PUSHED

    feed, error = seen.feed, seen.feed.last_error or {}

    def ago(moment: datetime | None) -> str:
        return format_timedelta(moment - now, add_direction=True, locale="en") if moment else "never"

    polled = feed.state in ("active", "paused") and feed.kind not in PUSHED
    return [
        str(feed.id),
        feed.name,
        feed.kind,
        _state(seen),
        ago(feed.last_ok_at),
        ago(max(feed.next_poll_at, now)) if polled else "-",
        f"{seen.items} items, {seen.findings} findings",
        error.get("message", ""),
        error.get("remedy", ""),
    ]


@app.command("test")
def try_out(
    url: Annotated[str, typer.Argument(help="Address of a feed, or of a page that has one.")],
    kind: Annotated[str, typer.Option(help="Kind of feed; left out: find out.")] = "",
    config: ConfigOption = None,
    as_json: AsJson = False,
) -> None:
    """Show what a feed would deliver, as it would be screened; nothing is stored.

    Example: headsup feed test https://forum.example.org/latest.rss
    """
    from bot.composition import fetcher, load_classifier
    from bot.config import load
    from handlers import feed_preview
    from intent import AsyncClassifier

    async def work() -> None:
        loaded = load(config)
        async with fetcher(loaded) as fetch, AsyncClassifier(load_classifier(loaded)) as classifier:
            with ERR.status("fetching"):
                found = await feed_preview.find(url, kind, fetch)
                title, tried = await feed_preview.try_out(found, fetch, classifier, loaded.policy, count=10)
        if for_programs(as_json):
            write([_tried(each) for each in tried])
            return
        table = Table("posted", "severity", "labels", "title")
        for each in tried:
            record = _tried(each)
            when = record["posted_at"].strftime("%Y-%m-%d %H:%M") if record["posted_at"] else "unknown"
            shown = record["title"] or "(not shown)"
            table.add_row(when, record["severity"], ", ".join(record["labels"]), Text(shown))
        console = Console()
        console.print(
            f"{title or found.feed.name}: it works (kind {found.feed.kind}). The newest items:", markup=False
        )
        console.print(table if tried else "The feed is empty at the moment.")
        if unsure := sum(each.unsure for each in tried):
            console.print(
                f"{unsure} of these may be a request, not surely enough for {UNSURE}.", markup=False
            )
        for other in found.others:
            console.print(
                f"Also found there: {other.title} {other.values.get('url', '')}".strip(), markup=False
            )

    asyncio.run(work())


def _tried(seen: Tried) -> dict[str, Any]:
    """One item as it would be screened; of one that may concern a young person nothing is shown."""
    item, verdict = seen.item, seen.verdict
    return {
        "posted_at": item.posted_at,
        "severity": str(verdict.severity),
        "labels": list(verdict.labels),
        "unsure": seen.unsure,
        "title": None if "minor" in verdict.labels else item.title or item.body[:60],
    }


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
