"""Where senders and hubs call: POST /hooks/<name> (webhooks), GET and POST /websub/<token>. Routes of `bot.http`'s listener.

Bodies are limited, answers are plain text, and nothing is answered before it is stored: `handlers.inbound` does that. An
operator who wants calls from outside lets a reverse proxy pass these two paths and no other.
"""

from __future__ import annotations

from aiohttp import web

from bot import metrics
from feeds.webhooks import MAX_BODY
from handlers import inbound
from handlers.house import House


def routes(house: House) -> list[web.RouteDef]:
    """The routes for a house."""

    async def hook(request: web.Request) -> web.Response:
        body = await _body(request)
        if body is None:
            return _answer(inbound.Answer(413, f"At most {MAX_BODY:,} bytes.\n", "refused"))
        return _answer(await inbound.webhook(house, request.match_info["name"], request.headers, body))

    async def asked(request: web.Request) -> web.Response:
        return _answer(await inbound.hub_asks(house, request.match_info["token"], request.query))

    async def brought(request: web.Request) -> web.Response:
        body = await _body(request)
        if body is None:
            return _answer(inbound.Answer(413, "", "refused"))
        return _answer(await inbound.hub_brings(house, request.match_info["token"], request.headers, body))

    return [
        web.post("/hooks/{name:[a-z0-9][a-z0-9-]{0,63}}", hook),
        web.get("/websub/{token:[0-9a-f]{64}}", asked, allow_head=False),
        web.post("/websub/{token:[0-9a-f]{64}}", brought),
    ]


async def _body(request: web.Request) -> bytes | None:
    """The body; None if it is too large."""
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        return None


def _answer(answer: inbound.Answer) -> web.Response:
    metrics.CALLS.labels(answer.outcome).inc()
    headers = {"Retry-After": "3600"} if answer.status == 503 else None
    return web.Response(status=answer.status, text=answer.text, headers=headers)
