"""Reddit's OAuth API for one subreddit: the token, /r/<name>/new and /api/info."""

from __future__ import annotations

import base64
from typing import Any

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, json_answer


class RedditServer(FakeServer):
    """`submit` posts; set a post's "author" to "[deleted]" to delete it."""

    def __init__(self, port: int = 0, name: str = "requests") -> None:
        super().__init__(port)
        self.name = name
        self.posts: list[dict[str, Any]] = []
        self.credentials = ("client", "hidden-secret")

    def submit(self, title: str, selftext: str = "", **more: Any) -> dict[str, Any]:
        """A new post (Markdown)."""
        number = f"t3_{len(self.posts):04d}"
        post = {
            "name": number,
            "title": title,
            "selftext": selftext,
            "author": "asker",
            "is_self": True,
            "permalink": f"/r/{self.name}/comments/{number}/",
            "created_utc": 1_785_000_000.0,
            "over_18": False,
            **more,
        }
        self.posts.insert(0, post)
        return post

    def routes(self, app: web.Application) -> None:
        app.router.add_post("/api/v1/access_token", self._token)
        app.router.add_get(f"/r/{self.name}/new", self._new)
        app.router.add_get("/api/info", self._info)

    async def _token(self, request: web.Request) -> web.Response:
        wanted = base64.b64encode(":".join(self.credentials).encode()).decode()
        if request.headers.get("Authorization") != f"Basic {wanted}":
            return web.Response(status=401)
        return json_answer({"access_token": "fake-token", "token_type": "bearer", "expires_in": 86400})

    def _listing(self, request: web.Request, posts: list[dict[str, Any]]) -> web.Response:
        if request.headers.get("Authorization") != "Bearer fake-token":
            return web.Response(status=403)
        return json_answer(
            {"kind": "Listing", "data": {"children": [{"kind": "t3", "data": p} for p in posts]}}
        )

    async def _new(self, request: web.Request) -> web.Response:
        return self._listing(request, [p for p in self.posts if p["author"] != "[deleted]"])

    async def _info(self, request: web.Request) -> web.Response:
        wanted = request.query["id"].split(",")
        return self._listing(request, [p for p in self.posts if p["name"] in wanted])
