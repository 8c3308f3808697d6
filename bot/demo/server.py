"""A small server on loopback with the demo's posts: Civitai's two bounty calls, and an RSS feed. For the demo alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from aiohttp import web

POSTS = Path(__file__).parent / "posts.json"


class DemoServer:
    """Serves the first `shown` bounties and posts; raising the numbers is how something new appears."""

    def __init__(self) -> None:
        self.posts: dict[str, Any] = json.loads(POSTS.read_text("utf-8"))
        self.bounties_shown = 1
        self.posts_shown = 1
        self.started = datetime.now(UTC)
        app = web.Application()
        app.add_routes(
            [
                web.get("/api/trpc/bounty.getInfinite", self._list),
                web.get("/api/trpc/bounty.getById", self._open),
                web.get("/latest.rss", self._rss),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None)
        self.port = 0

    async def start(self) -> None:
        """Listen on a free port of 127.0.0.1."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    def _bounty(self, each: dict[str, Any]) -> dict[str, Any]:
        moment = self.started.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {
            "id": each["id"],
            "name": each["name"],
            "createdAt": moment,
            "expiresAt": moment,
            "type": "LoraCreation",
            "complete": False,
            "user": {"id": each["id"] + 100000, "username": each["user"]},
            "nsfw": each["nsfw"],
            "nsfwLevel": 16 if each["nsfw"] else 1,
            "tags": [],
            "stats": None,
            "images": [],
        }

    async def _list(self, _: web.Request) -> web.Response:
        shown = self.posts["bounties"][: self.bounties_shown]
        items = [self._bounty(each) for each in reversed(shown)]
        return web.json_response({"result": {"data": {"json": {"items": items}}}})

    async def _open(self, request: web.Request) -> web.Response:
        wanted = json.loads(request.query["input"])["json"]["id"]
        each = next(bounty for bounty in self.posts["bounties"] if bounty["id"] == wanted)
        details = {
            **self._bounty(each),
            "description": each["description"],
            "details": {"baseModel": "Flux.1 D"},
            "poi": False,
            "benefactors": [
                {
                    "user": {"id": 1, "username": each["user"]},
                    "unitAmount": each["amount"],
                    "currency": "BUZZ",
                }
            ],
            "files": [],
        }
        return web.json_response({"result": {"data": {"json": details}}})

    async def _rss(self, _: web.Request) -> web.Response:
        entries = "".join(
            f"<item><guid isPermaLink='false'>{each['guid']}</guid><title>{escape(each['title'])}</title>"
            f"<description>{escape(each['body'])}</description><pubDate>{format_datetime(self.started)}</pubDate></item>"
            for each in reversed(self.posts["posts"][: self.posts_shown])
        )
        document = f"<rss version='2.0'><channel><title>Forum</title>{entries}</channel></rss>"
        return web.Response(text=document, content_type="application/rss+xml")
