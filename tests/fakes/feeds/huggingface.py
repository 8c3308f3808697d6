"""Hugging Face's /api/models and the discussions of a repository."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, json_answer


class HuggingFaceServer(FakeServer):
    """`models` newest first; `discuss` opens a discussion of `repository`."""

    repository = "org/model"

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.models: list[dict[str, Any]] = []
        self.discussions: list[dict[str, Any]] = []

    def model(self, name: str, *, tags: tuple[str, ...] = ("lora",), **card: Any) -> None:
        """A new model."""
        self.models.insert(
            0,
            {
                "_id": f"{len(self.models):024d}",
                "id": name,
                "author": name.partition("/")[0],
                "createdAt": "2026-08-08T09:00:00.000Z",
                "tags": list(tags),
                "cardData": card,
                "siblings": [{"rfilename": "model.safetensors"}],
            },
        )

    def discuss(self, title: str, raw: str) -> None:
        """A new discussion (Markdown)."""
        self.discussions.insert(
            0,
            {
                "num": len(self.discussions) + 1,
                "title": title,
                "author": {"name": "asker"},
                "createdAt": "2026-08-08T09:00:00.000Z",
                "events": [{"type": "comment", "data": {"latest": {"raw": raw}}}],
            },
        )

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/api/models", self._models)
        app.router.add_get(f"/api/models/{self.repository}/discussions", self._list)
        app.router.add_get(f"/api/models/{self.repository}/discussions/{{num}}", self._one)

    async def _models(self, request: web.Request) -> web.Response:
        wanted = request.query.get("filter", "")
        return json_answer([m for m in self.models if not wanted or wanted in m["tags"]])

    async def _list(self, request: web.Request) -> web.Response:
        listed = [{k: v for k, v in d.items() if k != "events"} for d in self.discussions]
        return json_answer({"discussions": listed, "count": len(listed), "start": 0})

    async def _one(self, request: web.Request) -> web.Response:
        found = [d for d in self.discussions if d["num"] == int(request.match_info["num"])]
        return json_answer(found[0]) if found else web.Response(status=404)
