"""The one way out: every request that leaves the machine for a feed, a page or an identity proof passes here.

Called by the adapters, `feeds.discovery`, and handlers (proofs, feed previews). A test proves that no
other code of this project opens outgoing HTTP, chat platforms aside. Imports only its own package:
addresses, decoding, politeness, errors.

What holds for every request: http or https on the usual ports; the IP address of every socket is checked
as it connects, so literals, rebinding names and redirects cannot lead inward; redirects are followed by
hand, at most five, each checked again and never from https to http; a secret header goes to the origin it
was given for and nowhere else; no cookies, no proxy from the environment; bytes are counted after
decompression; total, connect and idle time are limited; one request in flight per host, with a pause
between two.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import SimpleNamespace, TracebackType
from typing import Any, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from multidict import CIMultiDict, CIMultiDictProxy
from pydantic import BaseModel, ConfigDict, Field
from yarl import URL

from feeds.addresses import AllowList, checked_url, refusal
from feeds.decoding import ACCEPT_ENCODING, LimitedBody
from feeds.errors import FetchFailed, FetchRefused, Kind
from feeds.parsing import Parsers
from feeds.politeness import Politeness
from feeds.response import Response, http_failure, retry_after

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
_SAFE_ACROSS_ORIGINS = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
_ERROR_BODY = 64 * 1024


class FetchSettings(BaseModel):
    """How the fetcher behaves. `allow_private`: "host:port", "host" or an address block, each the
    operator's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    allow_private: tuple[str, ...] = ()
    user_agent: str = "Headsup/0.1"
    contact: str = ""
    total_timeout: float = Field(30.0, gt=0)
    connect_timeout: float = Field(10.0, gt=0)
    idle_timeout: float = Field(10.0, gt=0)
    gap: float = Field(2.0, ge=0, description="seconds between two requests to one host")
    in_flight: int = Field(8, ge=1, description="requests at once, all hosts together")
    max_bytes: int = Field(5_000_000, ge=1, description="of one answer, after decompression")
    max_redirects: int = Field(5, ge=0)
    parser_processes: int = Field(1, ge=0, description="0: parse in a thread of this process")

    @property
    def identity(self) -> str:
        """The User-Agent: who this is, and whom to write to."""
        return f"{self.user_agent} (+{self.contact})" if self.contact else self.user_agent


class _AddressRefused(OSError):
    """Raised to aiohttp for one candidate address, so that it may try the next."""


@dataclass(slots=True)
class _Target:
    """The host a request is for, and the addresses that were refused on its behalf."""

    host: str
    port: int
    refused: list[str] = field(default_factory=list)


_target: ContextVar[_Target | None] = ContextVar("feeds_fetch_target", default=None)


class Fetcher:
    """An async context manager. Safe to share between tasks of one event loop; `parsers` is the worker
    they share."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        resolver: AbstractResolver | None = None,
        parsers: Parsers | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self.parsers = parsers or Parsers(processes=self.settings.parser_processes)
        self._owns_parsers = parsers is None
        self._allow = AllowList.parse(self.settings.allow_private)
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None
        self._politeness: Politeness | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            limit=0,
            use_dns_cache=False,
            resolver=self._resolver,
            socket_factory=self._guarded_socket,
            keepalive_timeout=15,
        )
        tracing = aiohttp.TraceConfig()
        tracing.on_request_redirect.append(_no_automatic_redirect)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            trace_configs=[tracing],
            skip_auto_headers=("User-Agent", "Accept-Encoding", "Accept"),
            max_line_size=16_384,
            max_field_size=16_384,
        )
        self._politeness = Politeness(gap=self.settings.gap, in_flight=self.settings.in_flight)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes connections and, if it is this fetcher's own, the parser process."""
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._owns_parsers:
            await self.parsers.close()

    def check(self, url: str) -> str:
        """The address in the form that would be contacted. Raises FetchRefused if it never would be."""
        return str(checked_url(url, self._allow))

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        max_bytes: int | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Response:
        """GET. `secrets` are headers for this URL's origin alone. Raises FetchRefused, FetchFailed or
        HttpFailed."""
        sent = dict(headers or {})
        if etag:
            sent["If-None-Match"] = etag
        if last_modified:
            sent["If-Modified-Since"] = last_modified
        return await self._follow("GET", url, sent, secrets or {}, None, max_bytes)

    async def post(
        self,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        json: object | None = None,
        headers: Mapping[str, str] | None = None,
        max_bytes: int | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Response:
        """POST a form or JSON (OAuth tokens, WebSub). A redirect is an error: a body is never sent a
        second time."""
        body: dict[str, Any] = {"json": json} if json is not None else {"data": dict(form or {})}
        return await self._follow("POST", url, dict(headers or {}), secrets or {}, body, max_bytes)

    @asynccontextmanager
    async def stream(
        self, url: str, *, idle_timeout: float = 60.0, max_message: int = 1_000_000
    ) -> AsyncIterator[AsyncIterator[str]]:
        """A WebSocket (ws or wss) as an iterator of its text messages; ends when the other side closes it."""
        session, politeness = self._running()
        target = checked_url(url, self._allow, schemes=("ws", "wss"))
        host = target.host or ""
        self._refuse_while_held(politeness, host)
        token = _target.set(_Target(target.raw_host or "", target.port or 0))
        try:
            async with politeness.turn(host), asyncio.timeout(self.settings.total_timeout):
                connection = await session.ws_connect(
                    target,
                    headers={"User-Agent": self.settings.identity},
                    heartbeat=20.0,
                    max_msg_size=max_message,
                    compress=0,
                )
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise self._translated(error, host) from None  # its text may hold the whole address
        finally:
            _target.reset(token)
        try:
            yield _messages(connection, host, idle_timeout)
        finally:
            await connection.close()

    async def _follow(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        secrets: Mapping[str, str],
        body: dict[str, Any] | None,
        max_bytes: int | None,
    ) -> Response:
        here = checked_url(url, self._allow)
        home = here.origin()
        seen = {str(here)}
        permanent_so_far, permanent_url = True, None
        budget = self.settings.total_timeout
        limit = self.settings.max_bytes if max_bytes is None else max_bytes
        for _ in range(self.settings.max_redirects + 1):
            at_home = here.origin() == home
            sent = {k: v for k, v in headers.items() if at_home or k.lower() in _SAFE_ACROSS_ORIGINS}
            if at_home:
                sent.update(secrets)
            response, budget = await self._once(method, here, sent, body, limit, budget)
            location = response.headers.get("Location", "")
            if response.status not in REDIRECTS or not location:
                return self._accepted(response, here.host or "", permanent_url)
            if method != "GET":
                raise FetchFailed(
                    Kind.MALFORMED,
                    f"{here.host} redirects where an answer was expected.",
                    http_status=response.status,
                )
            onward = self._next_hop(here, location)
            if str(onward) in seen:
                raise FetchFailed(
                    Kind.MALFORMED, f"{here.host} redirects in a circle.", http_status=response.status
                )
            seen.add(str(onward))
            permanent_so_far = permanent_so_far and response.status in PERMANENT
            if permanent_so_far:
                permanent_url = str(onward)
            here = onward
        raise FetchFailed(
            Kind.MALFORMED, f"{home.host} redirects more than {self.settings.max_redirects} times."
        )

    def _next_hop(self, here: URL, location: str) -> URL:
        if "\\" in location:
            raise FetchRefused(
                "backslash", "A redirect holds a backslash, which programs read in different ways."
            )
        try:
            joined = str(here.join(URL(location, encoded=True)))
        except ValueError as error:
            raise FetchRefused("syntax", "A redirect leads to something that is not a URL.") from error
        onward = checked_url(joined, self._allow)
        if here.scheme == "https" and onward.scheme == "http":
            raise FetchRefused("downgrade", "A redirect leads from https to unprotected http.")
        return onward

    def _accepted(self, response: Response, host: str, permanent_url: str | None) -> Response:
        if response.status == 304 or 200 <= response.status < 300:
            if "RateLimit" in response.headers and self._politeness:
                self._politeness.hold(
                    host, retry_after(response.headers) or 0.0
                )  # that was the last one allowed
            return Response(response.status, response.url, response.headers, response.body, permanent_url)
        failure = http_failure(host, response.status, response.headers, response.body)
        if failure.kind is Kind.RATE_LIMITED and failure.retry_after and self._politeness:
            self._politeness.hold(host, failure.retry_after)
        raise failure

    async def _once(
        self,
        method: str,
        url: URL,
        headers: dict[str, str],
        body: dict[str, Any] | None,
        limit: int,
        budget: float,
    ) -> tuple[Response, float]:
        """One request without redirects; returns the answer and what is left of the time. Waiting for a
        turn is free."""
        session, politeness = self._running()
        host = url.host or ""
        self._refuse_while_held(politeness, host)
        async with politeness.turn(host):
            self._refuse_while_held(politeness, host)
            loop = asyncio.get_running_loop()
            started = loop.time()
            token = _target.set(_Target(url.raw_host or "", url.port or 0))
            try:
                async with asyncio.timeout(budget):
                    response = await self._send(session, method, url, headers, body, limit)
            except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
                raise self._translated(error, host) from None  # its text may hold the whole address
            finally:
                _target.reset(token)
        return response, max(0.001, budget - (loop.time() - started))

    async def _send(
        self,
        session: aiohttp.ClientSession,
        method: str,
        url: URL,
        headers: dict[str, str],
        body: dict[str, Any] | None,
        limit: int,
    ) -> Response:
        sent: CIMultiDict[str] = CIMultiDict({"Accept": "*/*", "Accept-Encoding": ACCEPT_ENCODING})
        sent.update(headers)
        sent["User-Agent"] = self.settings.identity
        timeout = aiohttp.ClientTimeout(
            total=None, sock_connect=self.settings.connect_timeout, sock_read=self.settings.idle_timeout
        )
        async with session.request(
            method, url, headers=sent, allow_redirects=False, timeout=timeout, **(body or {})
        ) as answer:
            received = CIMultiDictProxy(CIMultiDict(answer.headers))
            if answer.status in REDIRECTS or answer.status == 304:
                answer.close()  # whatever body there is, nobody reads it
                return Response(answer.status, str(url), received, b"")
            good = 200 <= answer.status < 300
            declared = answer.headers.get("Content-Length", "")
            if good and declared.isdigit() and int(declared) > limit:
                raise FetchFailed(Kind.MALFORMED, f"The answer is larger than {limit:,} bytes.")
            collected = LimitedBody(
                answer.headers.get("Content-Encoding", ""), limit if good else _ERROR_BODY
            )
            try:
                async for piece in answer.content.iter_any():
                    collected.add(piece)
                content = collected.finish()
            except (FetchFailed, aiohttp.ClientError):
                if good:
                    raise
                content = b""  # the status says enough; the rest of a broken error page is not needed
            return Response(answer.status, str(url), received, content)

    def _guarded_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Makes the socket for one candidate address, or refuses: the authoritative check."""
        family, kind, protocol, _, address = info
        ip, port = str(address[0]), int(address[1])
        target = _target.get()
        why = refusal(ip)
        if why and not self._permitted(ip, port, target):
            if target is not None:
                target.refused.append(f"{ip} ({why})")
            raise _AddressRefused(f"refused: {why}")
        return socket.socket(family=family, type=kind, proto=protocol)

    def _permitted(self, ip: str, port: int, target: _Target | None) -> bool:
        if self._allow.permits(ip, port):
            return True
        return target is not None and target.port == port and self._allow.permits(target.host, port)

    def _translated(self, error: BaseException, host: str) -> FetchFailed | FetchRefused:
        target = _target.get()
        if isinstance(error, TimeoutError):
            return FetchFailed(Kind.TRANSIENT, f"{host} took too long to answer.")
        if isinstance(error, aiohttp.ClientConnectorDNSError):
            return FetchFailed(Kind.TRANSIENT, f"The name {host} could not be found.")
        if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
            return FetchFailed(Kind.TRANSIENT, f"{host} has no valid certificate.")
        if isinstance(error, aiohttp.ClientConnectorError) and target is not None and target.refused:
            return FetchRefused("address", f"{host} leads to {target.refused[0]}, which is not public.")
        if isinstance(error, aiohttp.WSServerHandshakeError):
            return http_failure(host, error.status, error.headers or {}, b"")
        if isinstance(error, aiohttp.ClientPayloadError):
            return FetchFailed(Kind.TRANSIENT, f"The answer of {host} ended too early.")
        if isinstance(error, aiohttp.ClientResponseError | ValueError):
            return FetchFailed(Kind.MALFORMED, f"{host} does not answer in proper HTTP.")
        return FetchFailed(Kind.TRANSIENT, f"{host} could not be reached.")

    def _running(self) -> tuple[aiohttp.ClientSession, Politeness]:
        if self._session is None or self._politeness is None:
            raise RuntimeError("the fetcher is not open: use it as `async with Fetcher(...) as fetch`")
        return self._session, self._politeness

    def _refuse_while_held(self, politeness: Politeness, host: str) -> None:
        wait = politeness.held_for(host)
        if wait > 0:
            raise FetchFailed(
                Kind.RATE_LIMITED, f"{host} asked for a pause.", http_status=429, retry_after=wait
            )


async def _no_automatic_redirect(
    session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestRedirectParams
) -> None:
    """aiohttp must never follow a redirect by itself: it would skip the checks of the next address."""
    raise FetchRefused("redirect", "A stream redirects elsewhere.")


async def _messages(
    connection: aiohttp.ClientWebSocketResponse, host: str, idle_timeout: float
) -> AsyncIterator[str]:
    while True:
        try:
            message = await connection.receive(timeout=idle_timeout)
        except TimeoutError as error:
            raise FetchFailed(
                Kind.TRANSIENT, f"{host} has sent nothing for {idle_timeout:.0f} seconds."
            ) from error
        if message.type is aiohttp.WSMsgType.TEXT:
            yield message.data
        elif message.type is aiohttp.WSMsgType.ERROR:
            raise FetchFailed(Kind.TRANSIENT, f"The stream of {host} broke off.")
        elif message.type is not aiohttp.WSMsgType.BINARY:
            return
