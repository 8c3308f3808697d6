"""Civitai's bounty calls as the site answers them, in superjson or devalue, and its documented models
endpoint.

/api/trpc/bounty.getInfinite, bounty.getById, commentv2.getInfinite, /api/v1/models. Set `bounties` with
`add`, hide one (`hidden`: its picture is not scanned yet), drop its pictures (it vanishes from pages),
`delete` it, `comment` on it. Checks what the site checks: the key, the host's permission, the shape of
`input`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, json_answer
from tests.fakes.feeds.trpc_wire import UNDEFINED, devalue, superjson

CODES = {400: ("BAD_REQUEST", -32600), 401: ("UNAUTHORIZED", -32001), 403: ("FORBIDDEN", -32003)}
CODES |= {404: ("NOT_FOUND", -32004), 429: ("TOO_MANY_REQUESTS", -32029)}


@dataclass
class Bounty:
    """One bounty; `description` is HTML."""

    id: int
    name: str
    description: str = ""
    user: str = "constructed_user"
    user_id: int = 900001
    created: datetime = field(default_factory=lambda: datetime(2026, 8, 8, 9, tzinfo=UTC))
    nsfw: bool = False
    level: int = 1
    poi: bool = False
    base_model: str = "Flux.1 D"
    reward: int = 5000
    currency: str = "BUZZ"
    tags: tuple[str, ...] = ("lora",)
    hidden: bool = False
    pictures: int = 1
    prompt: str = ""
    hide_prompt: bool = False


class CivitaiServer(FakeServer):
    """See the module. `encoding`: "superjson" or "devalue"."""

    def __init__(self, port: int = 0, *, key: str = "fake-key", encoding: str = "superjson") -> None:
        super().__init__(port)
        self.key = key
        self.encoding = encoding
        self.right_host = True
        self.scoped = True
        self.bounties: dict[int, Bounty] = {}
        self.comments: dict[int, list[dict[str, Any]]] = {}
        self.models: list[dict[str, Any]] = []

    def configured(self, name: str) -> dict[str, Any]:
        """The keys of a `[[feeds]]` table that follows this server."""
        return {
            "kind": "civitai_bounties",
            "name": name,
            "url": self.url,
            "api_key": self.key,
            "permission_confirmed": True,
        }

    def add(self, name: str, description: str = "", *, id: int | None = None, **more: Any) -> Bounty:
        """A new bounty, with the next id unless one is given."""
        number = id if id is not None else max(self.bounties, default=9100) + 1
        bounty = Bounty(number, name, description, **more)
        self.bounties[number] = bounty
        return bounty

    def delete(self, number: int) -> None:
        del self.bounties[number]

    def comment(self, bounty: int, content: str, user: str = "constructed_commenter") -> None:
        """Somebody writes under a bounty (HTML)."""
        thread = self.comments.setdefault(bounty, [])
        thread.append(
            {
                "id": 8000 + sum(map(len, self.comments.values())),
                "createdAt": datetime(2026, 8, 8, 12, 30, tzinfo=UTC),
                "nsfw": False,
                "content": content,
                "hidden": False,
                "user": {"id": 900006, "username": user, "deletedAt": None},
            }
        )

    def control(self, order: dict[str, Any]) -> None:
        super().control(order)
        for bounty in order.get("add", ()):
            self.add(**{**bounty, "tags": tuple(bounty.get("tags", ("lora",)))})

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/api/trpc/{procedure}", self._trpc)
        app.router.add_get("/api/v1/models", self._models)

    def _error(self, status: int, message: str, path: str) -> web.Response:
        code, number = CODES[status]
        error = {
            "message": message,
            "code": number,
            "data": {"code": code, "httpStatus": status, "path": path},
        }
        body: Any = devalue(error) if self.encoding == "devalue" else {"json": error}
        return json_answer({"error": body}, status)

    def _result(self, value: Any) -> web.Response:
        data: Any = devalue(value) if self.encoding == "devalue" else superjson(value)
        return json_answer({"result": {"data": data}})

    async def _trpc(self, request: web.Request) -> web.Response:
        path = request.match_info["procedure"]
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            return self._error(401, "Please use the public API instead: https://developer.civitai.com/", path)
        if not self.right_host:
            return self._error(403, "FORBIDDEN", path)
        if not self.scoped:
            return self._error(403, "Your API key does not have the required scope for this action", path)
        try:
            given = json.loads(request.query["input"])["json"]
        except (KeyError, ValueError, TypeError):
            return self._error(400, "Invalid input", path)
        if path == "bounty.getInfinite":
            return self._page(given, path)
        if path == "bounty.getById":
            bounty = self.bounties.get(given.get("id"))
            if bounty is None:
                return self._error(404, f"No bounty with id {given.get('id')}", path)
            return self._result(self._detail(bounty))
        if path == "commentv2.getInfinite":
            thread = self.comments.get(given.get("entityId"))
            if thread is None:
                return self._result(None)
            return self._result({"comments": thread, "nextCursor": UNDEFINED})
        return self._error(404, f'No procedure found on path "{path}"', path)

    def _page(self, given: dict[str, Any], path: str) -> web.Response:
        limit = given.get("limit", 60)
        if not 1 <= limit <= 200:
            return self._error(400, "Too big: expected number to be <=200", path)
        cursor = given.get("cursor")
        order = sorted((b for b in self.bounties.values() if not b.hidden), key=lambda b: -b.id)
        rows = [b for b in order if cursor is None or b.id <= cursor]
        page, following = rows[:limit], rows[limit].id if len(rows) > limit else UNDEFINED
        return self._result({"nextCursor": following, "items": [self._listed(b) for b in page if b.pictures]})

    def _user(self, bounty: Bounty) -> dict[str, Any]:
        return {
            "id": bounty.user_id,
            "username": bounty.user,
            "deletedAt": None,
            "image": None,
            "cosmetics": [],
        }

    def _images(self, bounty: Bounty) -> list[dict[str, Any]]:
        return [
            {
                "id": bounty.id * 10 + n,
                "name": f"reference-{bounty.id * 10 + n}.jpeg",
                "url": f"00000000-0000-4000-8000-{bounty.id * 10 + n:012d}",
                "meta": {"prompt": bounty.prompt} if bounty.prompt else None,
                "hideMeta": bounty.hide_prompt,
                "scannedAt": bounty.created,
                "tags": [{"id": 111, "name": "portrait"}],
            }
            for n in range(bounty.pictures)
        ]

    def _listed(self, bounty: Bounty) -> dict[str, Any]:
        return {
            "id": bounty.id,
            "name": bounty.name,
            "createdAt": bounty.created,
            "expiresAt": bounty.created + timedelta(days=14),
            "type": "LoraCreation",
            "complete": False,
            "user": self._user(bounty),
            "nsfw": bounty.nsfw,
            "nsfwLevel": 16 if bounty.nsfw else bounty.level,
            "tags": [5000 + n for n, _ in enumerate(bounty.tags)],
            "stats": None,
            "images": self._images(bounty),
        }

    def _detail(self, bounty: Bounty) -> dict[str, Any]:
        return {
            **self._listed(bounty),
            "nsfwLevel": bounty.level,
            "description": bounty.description,
            "details": {"baseModel": bounty.base_model, "modelSize": "full", "modelFormat": "SafeTensor"},
            "startsAt": bounty.created,
            "poi": bounty.poi,
            "availability": "Public",
            "_count": {"entries": 0},
            "benefactors": [
                {"user": self._user(bounty), "awardedToId": None, "unitAmount": bounty.reward,
                 "currency": bounty.currency}
            ],
            "tags": [{"id": 5000 + n, "name": tag} for n, tag in enumerate(bounty.tags)],
            "files": [],
        }  # fmt: skip

    async def _models(self, request: web.Request) -> web.Response:
        limit = int(request.query.get("limit", "100"))
        if limit > 100:
            return json_answer({"error": "limit too large"}, 400)
        return json_answer({"items": self.models[:limit], "metadata": {"nextCursor": None}})
