"""Runs one fake feed server as a process: `python -m tests.fakes.feeds rss --port 8801`. Ends with Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping

from tests.fakes.feeds.bluesky import BlueskyServer
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.discourse import DiscourseServer
from tests.fakes.feeds.fediverse import LemmyServer, MastodonServer
from tests.fakes.feeds.fourchan import FourchanServer
from tests.fakes.feeds.huggingface import HuggingFaceServer
from tests.fakes.feeds.reddit import RedditServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer

SERVERS: Mapping[str, Callable[[int], FakeServer]] = {
    "rss": RssServer,
    "civitai": CivitaiServer,
    "bluesky": BlueskyServer,
    "discourse": DiscourseServer,
    "fourchan": FourchanServer,
    "huggingface": HuggingFaceServer,
    "lemmy": LemmyServer,
    "mastodon": MastodonServer,
    "reddit": RedditServer,
    "civitai-devalue": lambda port: CivitaiServer(port, encoding="devalue"),
}


async def serve(name: str, port: int) -> None:
    """Serves until cancelled; the first line printed is the address."""
    async with SERVERS[name](port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", choices=sorted(SERVERS))
    parser.add_argument("--port", type=int, default=0)
    chosen = parser.parse_args()
    try:
        asyncio.run(serve(chosen.server, chosen.port))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
