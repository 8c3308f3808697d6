"""What all the fake feed servers share: a port, a record of requests, and faults that can be ordered.

Used by the modules beside it and by tests; imports nothing of the product.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web


@dataclass
class Seen:
    """One request that arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Fault:
    """An answer given in place of the real one, `times` times (0: until it is cleared)."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    times: int = 0
    path: str = ""


class FakeServer:
    """An aiohttp server on 127.0.0.1. Subclasses add routes in `routes` and may take JSON at POST
    /_control."""

    def __init__(self, port: int = 0, host: str = "127.0.0.1") -> None:
        self.host = host
        self.port = port
        self.seen: list[Seen] = []
        self.faults: list[Fault] = []
        self._runner: web.AppRunner | None = None

    def routes(self, app: web.Application) -> None:
        """Adds this server's own addresses."""

    def control(self, order: dict[str, Any]) -> None:
        """Does what a test in another process asks for."""
        if "fault" in order:
            self.fail(**order["fault"])
        if order.get("clear"):
            self.faults.clear()

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def allowed(self) -> str:
        """What to put into allow_private."""
        return f"{self.host}:{self.port}"

    def fail(
        self,
        status: int,
        *,
        headers: dict[str, str] | None = None,
        body: bytes | str = b"",
        times: int = 0,
        path: str = "",
    ) -> None:
        """Answers with this from now on; `path`: only where the request path holds it."""
        data = body.encode() if isinstance(body, str) else body
        self.faults.append(Fault(status, headers or {}, data, times, path))

    def requests(self, path: str = "") -> list[Seen]:
        """What arrived, at paths that hold `path`."""
        return [seen for seen in self.seen if path in seen.path]

    @web.middleware
    async def _record(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path == "/_control":
            self.control(await request.json())
            return web.json_response({"ok": True})
        body = await request.read() if request.can_read_body else b""
        self.seen.append(
            Seen(request.method, request.path, dict(request.query), request.headers.copy(), body)
        )
        for fault in list(self.faults):
            if fault.path in request.path:
                if fault.times == 1:
                    self.faults.remove(fault)
                elif fault.times:
                    fault.times -= 1
                return web.Response(status=fault.status, headers=fault.headers, body=fault.body)
        answer: web.StreamResponse = await handler(request)
        return answer

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._record], client_max_size=16 * 2**20)
        app.router.add_post("/_control", self._no_content)
        self.routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def _no_content(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


def conditional(request: web.Request, body: bytes, content_type: str, **headers: str) -> web.Response:
    """A 200 with an ETag, or a 304 if the client has this body already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304, headers={"ETag": etag})
    return web.Response(body=body, headers={"Content-Type": content_type, "ETag": etag, **headers})


def json_answer(data: Any, status: int = 200, *, headers: dict[str, str] | None = None) -> web.Response:
    """JSON the way most services send it."""
    return web.Response(
        body=json.dumps(data).encode(),
        status=status,
        headers={"Content-Type": "application/json; charset=utf-8", **(headers or {})},
    )
