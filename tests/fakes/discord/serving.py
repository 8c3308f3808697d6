"""The HTTP side: reads requests, applies planned faults, checks bodies, records, and writes answers.

server.py owns one `Front`; the handlers behind it are in the rest_*.py modules (routes.py).
"""

from __future__ import annotations

import json
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from aiohttp import web

from tests.fakes.discord import rest_application, rest_channels, rest_guilds, rest_interactions, routes
from tests.fakes.discord.messages import Upload
from tests.fakes.discord.wire import ApiError, Json
from tests.fakes.faults import Fault

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

BASE = "/api/v10"
#: Importing them puts their handlers into the table of routes.
HANDLERS = (rest_application, rest_channels, rest_guilds, rest_interactions)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One request and its answer. `status` 0: the connection was cut."""

    method: str
    path: str
    body: Any
    files: tuple[str, ...]
    status: int
    answer: Any
    at: float = field(default_factory=time.monotonic)


class Front:
    """Answers every HTTP request of one fake. A crash of a handler is a violation, not a 500, which clients retry."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake

    def application(self) -> web.Application:
        """The aiohttp application: REST, gateway, and the files of attachments."""
        app = web.Application(client_max_size=64 << 20)
        app.router.add_get("/gateway", self._fake.gateway.handle)
        app.router.add_get("/attachments/{id}/{name}", self._download)
        app.router.add_route("*", BASE + "/{tail:.*}", self._serve)
        return app

    async def _download(self, request: web.Request) -> web.Response:
        found = self._fake.attachments.get(request.match_info["id"])
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found.content, content_type=found.content_type)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        call = routes.Call(
            self._fake,
            request.method,
            request.raw_path.split("?", 1)[0].removeprefix(BASE),
            dict(request.query),
            headers=dict(request.headers),
        )
        await self._read(request, call)
        fault = self._fake.faults.take(call.method, call.path)
        if fault is not None and not fault.performed:
            if fault.gate is None:
                return self._faulty(request, call, fault)
            await fault.gate.wait()
        status, answer = await self._answer(call)
        if fault is not None and fault.performed:
            if fault.gate is None:
                return self._faulty(request, call, fault)
            await fault.gate.wait()
        return self._reply(call, status, answer)

    async def _read(self, request: web.Request, call: routes.Call) -> None:
        if request.content_type == "multipart/form-data":
            call.body = {}
            for key, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    call.files[key] = Upload(value.filename, value.file.read(), value.content_type)
                elif key == "payload_json":
                    call.body = json.loads(value if isinstance(value, str | bytes) else bytes(value))
            return
        raw = await request.read()
        if not raw:
            return
        if request.headers.get("Content-Type") != "application/json":
            self._complain(call, "the content type is not application/json")
        call.body = json.loads(raw)

    async def _answer(self, call: routes.Call) -> routes.Result:
        before = len(self._fake.violations)
        self._check_request(call)
        try:
            return await routes.answer(call)
        except ApiError as error:
            if error.code in (50035, 50006) and len(self._fake.violations) == before:
                self._complain(call, f"{error.message} {error.detail}".rstrip())
            return error.status, error.body()
        except Exception:
            self._complain(call, f"the fake crashed:\n{traceback.format_exc()}")
            return 400, {"message": "the fake crashed", "code": 0}

    def _check_request(self, call: routes.Call) -> None:
        description = self._fake.description
        if description is None or routes.find(call.method, call.path) is None:
            return
        errors, unknown_keys = description.request(call.method, unquote(call.path), call.body)
        call.errors = errors
        for one in errors + unknown_keys:
            self._complain(call, f"the request: {one}")

    def _faulty(self, request: web.Request, call: routes.Call, fault: Fault) -> web.StreamResponse:
        if fault.status == 0:
            self._fake.requests.append(
                Recorded(call.method, call.path, call.body, tuple(call.files), 0, None)
            )
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.status == 429:
            limited = fault.scope == "global"
            answer: Json = {
                "message": "You are being rate limited.",
                "retry_after": fault.retry_after,
                "global": limited,
                "code": fault.code,
            }
            headers = {"Retry-After": str(int(fault.retry_after + 1)), "X-RateLimit-Scope": fault.scope}
            return self._reply(
                call, 429, answer, headers | ({"X-RateLimit-Global": "true"} if limited else {})
            )
        message = fault.message or f"{fault.status}: fault on demand"
        return self._reply(call, fault.status, {"message": message, "code": fault.code})

    def _reply(
        self, call: routes.Call, status: int, answer: Any, headers: dict[str, str] | None = None
    ) -> web.Response:
        answer = None if answer is None else json.loads(json.dumps(answer))
        description = self._fake.description
        if description is not None and routes.find(call.method, call.path) is not None:
            for one in description.response(call.method, unquote(call.path), status, answer):
                self._complain(call, f"our answer {status}: {one}")
        self._fake.requests.append(
            Recorded(call.method, call.path, call.body, tuple(call.files), status, answer)
        )
        self._fake.pulse()
        usual = {
            "Via": "1.1 google",
            "X-RateLimit-Limit": "50",
            "X-RateLimit-Remaining": "49",
            "X-RateLimit-Reset-After": "1.0",
            "X-RateLimit-Reset": f"{time.time() + 1:.3f}",
            "X-RateLimit-Bucket": routes.bucket(call.method, call.path),
        } | (headers or {})
        if answer is None:
            return web.Response(status=status, headers=usual)
        # Exactly this content type: discord.py compares it without looking for a charset.
        usual["Content-Type"] = "application/json"
        return web.Response(status=status, body=json.dumps(answer).encode(), headers=usual)

    def _complain(self, call: routes.Call, what: str) -> None:
        found = routes.find(call.method, call.path)
        self._fake.violations.append(f"{call.method} {found[0].template if found else call.path}: {what}")
