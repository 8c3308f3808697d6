"""A web site that takes its time. Used by world.py; nothing of it is timed."""

from __future__ import annotations

import asyncio

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer

SECONDS = 2.5
"""Longer than the product waits before it tells Discord that an answer will come."""


class SlowServer(FakeServer):
    """Every page is a word, and late."""

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/{tail:.*}", self._late)

    async def _late(self, _: web.Request) -> web.Response:
        await asyncio.sleep(SECONDS)
        return web.Response(text="hello", content_type="text/html")
