"""4chan's read-only API for one board: catalog.json and thread/<no>.json, with If-Modified-Since."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, json_answer


class FourchanServer(FakeServer):
    """`post` opens a thread or answers in one; the catalogue shows the last two replies."""

    def __init__(self, port: int = 0, board: str = "g") -> None:
        super().__init__(port)
        self.board = board
        self.threads: dict[int, list[dict[str, Any]]] = {}
        self._last = 1000

    def post(self, com: str, *, sub: str = "", thread: int | None = None, **more: Any) -> int:
        """A new post (HTML); its number."""
        self._last += 1
        post = {
            "no": self._last,
            "resto": thread or 0,
            "time": 1_785_000_000 + self._last,
            "com": com,
            **more,
        }
        post |= {"name": "Anonymous"} | ({"sub": sub} if sub else {})
        self.threads.setdefault(thread or self._last, []).append(post)
        return self._last

    def routes(self, app: web.Application) -> None:
        app.router.add_get(f"/{self.board}/catalog.json", self._catalog)
        app.router.add_get(f"/{self.board}/thread/{{no}}.json", self._thread)

    async def _catalog(self, request: web.Request) -> web.Response:
        stamp = f"Sat, 01 Aug 2026 {self._last % 24:02d}:00:00 GMT"
        if request.headers.get("If-Modified-Since") == stamp:
            return web.Response(status=304)
        threads = [
            {
                **posts[0],
                "replies": len(posts) - 1,
                "last_modified": posts[-1]["time"],
                "last_replies": posts[1:][-2:],
            }
            for posts in self.threads.values()
        ]
        return json_answer([{"page": 1, "threads": threads}], headers={"Last-Modified": stamp})

    async def _thread(self, request: web.Request) -> web.Response:
        posts = self.threads.get(int(request.match_info["no"]))
        return json_answer({"posts": posts}) if posts else web.Response(status=404)
