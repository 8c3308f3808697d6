"""Bluesky's Jetstream (/subscribe, a WebSocket that replays from `cursor`) and its search."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.feeds.serving import FakeServer, json_answer

COLLECTION = "app.bsky.feed.post"


class BlueskyServer(FakeServer):
    """`post` and `delete` are events; `drop_after` breaks each connection after that many events."""

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.events: list[dict[str, Any]] = []
        self.posts: list[dict[str, Any]] = []
        self.drop_after: int | None = None
        self.connections: list[int | None] = []  # the cursor of each
        self.spacing_us = 0  # microseconds between two events; 0: they happen as they are posted
        self._more = asyncio.Event()

    @property
    def stream(self) -> str:
        return f"ws://{self.host}:{self.port}/subscribe"

    def post(self, text: str, *, rkey: str | None = None, did: str = "did:plc:fake", **record: Any) -> str:
        """A new post; its record key."""
        key = rkey or f"k{len(self.events):06d}"
        record = {"$type": COLLECTION, "text": text, "createdAt": "2026-08-08T09:00:00Z", **record}
        commit = {"rev": "1", "operation": "create", "collection": COLLECTION, "rkey": key, "record": record}
        self._event(did, commit)
        uri = f"at://{did}/{COLLECTION}/{key}"
        self.posts.insert(0, {"uri": uri, "author": {"did": did, "handle": "fake.example"}, "record": record})
        return key

    def delete(self, rkey: str, did: str = "did:plc:fake") -> None:
        self._event(did, {"rev": "2", "operation": "delete", "collection": COLLECTION, "rkey": rkey})

    def _event(self, did: str, commit: dict[str, Any]) -> None:
        last = self.events[-1]["time_us"] if self.events else 0
        now = last + self.spacing_us if self.spacing_us and last else max(time.time_ns() // 1000, last + 1)
        self.events.append({"did": did, "time_us": now, "kind": "commit", "commit": commit})
        self._more.set()
        self._more = asyncio.Event()

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/subscribe", self._subscribe)
        app.router.add_get("/xrpc/app.bsky.feed.searchPosts", self._search)

    async def _subscribe(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        cursor = int(request.query["cursor"]) if "cursor" in request.query else None
        self.connections.append(cursor)
        position = 0 if cursor is None else next(
            (n for n, event in enumerate(self.events) if event["time_us"] >= cursor), len(self.events)
        )  # fmt: skip
        closed = asyncio.create_task(self._until_closed(socket))
        sent = 0
        try:
            while not closed.done() and (self.drop_after is None or sent < self.drop_after):
                if position < len(self.events):
                    await socket.send_str(json.dumps(self.events[position], ensure_ascii=False))
                    position, sent = position + 1, sent + 1
                    continue
                more = asyncio.create_task(self._more.wait())
                await asyncio.wait({more, closed}, return_when=asyncio.FIRST_COMPLETED)
                more.cancel()
            await socket.close()
        except ConnectionError:
            pass
        finally:
            closed.cancel()
        return socket

    async def _until_closed(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.ERROR:
                return

    async def _search(self, request: web.Request) -> web.Response:
        query = request.query["q"].lower()
        return json_answer({"posts": [p for p in self.posts if query in p["record"]["text"].lower()]})
