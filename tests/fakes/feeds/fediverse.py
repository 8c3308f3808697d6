"""A Mastodon server's hashtag timeline and a Lemmy server's lists, in both versions of Lemmy's API."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, json_answer


class MastodonServer(FakeServer):
    """`toot` posts under `tag`; pages run forward from `min_id`, as the real one's do."""

    def __init__(self, port: int = 0, tag: str = "bounty") -> None:
        super().__init__(port)
        self.tag = tag
        self.toots: list[dict[str, Any]] = []

    def toot(self, content: str, *, note: str = "", **more: Any) -> None:
        """A new post (HTML)."""
        number = 110_000_000_000_000_000 + len(self.toots)
        self.toots.append(
            {
                "id": str(number),
                "uri": f"https://social.example/users/a/statuses/{number}",
                "url": f"https://social.example/@a/{number}",
                "created_at": "2026-08-08T09:00:00.000Z",
                "content": content,
                "spoiler_text": "",
                "sensitive": False,
                "account": {
                    "acct": "a",
                    "display_name": "A",
                    "url": "https://social.example/@a",
                    "note": note,
                },
                "tags": [{"name": self.tag}],
                "media_attachments": [],
                **more,
            }
        )

    def routes(self, app: web.Application) -> None:
        app.router.add_get(f"/api/v1/timelines/tag/{self.tag}", self._timeline)
        app.router.add_get(f"/tags/{self.tag}", self._page)

    async def _timeline(self, request: web.Request) -> web.Response:
        limit = min(int(request.query.get("limit", "20")), 40)
        least = request.query.get("min_id")
        if least is None:
            return json_answer(self.toots[::-1][:limit])
        newer = [toot for toot in self.toots if int(toot["id"]) > int(least)]
        return json_answer(newer[:limit][::-1])

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(
            content_type="text/html", text="<!doctype html><html><body><div id='mastodon'></div></body>"
        )


class LemmyServer(FakeServer):
    """`posts` newest first."""

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.posts: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []

    def post(self, name: str, body: str = "", **more: Any) -> dict[str, Any]:
        """A new post (Markdown)."""
        number = len(self.posts) + 1
        own = {"id": number, "name": name, "body": body, "ap_id": f"https://lemmy.example/post/{number}"}
        own |= {
            "published": "2026-08-08T09:00:00.123456Z",
            "nsfw": False,
            "removed": False,
            "deleted": False,
            **more,
        }
        self.posts.insert(0, {"post": own, "creator": self._creator(), "community": {"name": "requests"}})
        return own

    def comment(self, content: str) -> None:
        """A new comment under the newest post."""
        number = len(self.comments) + 1
        own = {"id": number, "content": content, "ap_id": f"https://lemmy.example/comment/{number}"}
        self.comments.insert(
            0, {"comment": own, "post": self.posts[0]["post"], "creator": self._creator(), "community": {}}
        )

    def _creator(self) -> dict[str, Any]:
        return {"name": "asker", "actor_id": "https://lemmy.example/u/asker"}

    def routes(self, app: web.Application) -> None:
        for part in ("post", "comment"):
            app.router.add_get(f"/api/v3/{part}/list", self._v3)
            app.router.add_get(f"/api/v4/{part}/list", self._v4)

    async def _v3(self, request: web.Request) -> web.Response:
        comments = "comment" in request.path
        return json_answer({"comments": self.comments} if comments else {"posts": self.posts})

    async def _v4(self, request: web.Request) -> web.Response:
        return json_answer({"items": self.comments if "comment" in request.path else self.posts})
