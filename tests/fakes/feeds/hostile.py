"""A server that misbehaves on purpose, on the level of bytes: for tests of the guarded fetcher.

Every path is one misdeed, see `HostileServer.misdeeds`. `release` counts connections; nothing is kept
between requests. Also `NameServer`, a resolver that answers as a test tells it to, differently each time
if need be.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import brotli
from aiohttp.abc import AbstractResolver, ResolveResult

Write = asyncio.StreamWriter
ZEROS = b"\x00" * 2**20


def head(status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """A response head."""
    lines = [f"HTTP/1.1 {status}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode()


def zipped_bomb(megabytes: int) -> bytes:
    """`megabytes` of zeros as gzip."""
    return gzip.compress(ZEROS * megabytes, compresslevel=9, mtime=0)


def brotli_bomb(megabytes: int) -> bytes:
    """`megabytes` of zeros as brotli."""
    return bytes(brotli.compress(ZEROS * megabytes, quality=5))


class HostileServer:
    """See the module."""

    def __init__(self) -> None:
        self.port = 0
        self.paths: list[str] = []
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.answers: dict[str, bytes] = {}
        self.misdeeds: Mapping[str, Callable[[Write], Awaitable[None]]] = {
            "/drip": self._drip,
            "/silence": self._silence,
            "/endless": self._endless,
            "/endless-chunks": self._endless_chunks,
            "/endless-header": self._endless_header,
            "/half": self._half,
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answer(self, path: str, data: bytes) -> str:
        """Sends `data` as it is for `path`; gives the address."""
        self.answers[path] = data
        return self.url + path

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
            for task in list(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: Write) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            path = request.split(b" ", 2)[1].decode().partition("?")[0]
            self.paths.append(path)
            if path in self.misdeeds:
                await self.misdeeds[path](writer)
            else:
                writer.write(self.answers.get(path, head("404 Not Found", 0)))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return
        finally:
            writer.close()

    async def _drip(self, writer: Write) -> None:
        writer.write(head(length=1000))
        for _ in range(1000):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async def _silence(self, writer: Write) -> None:
        await asyncio.sleep(60)

    async def _endless(self, writer: Write) -> None:
        writer.write(head())
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    async def _endless_chunks(self, writer: Write) -> None:
        writer.write(head(Transfer_Encoding="chunked"))
        while True:
            writer.write(b"10000\r\n" + b"x" * 65_536 + b"\r\n")
            await writer.drain()

    async def _endless_header(self, writer: Write) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    async def _half(self, writer: Write) -> None:
        writer.write(head(length=5000) + b"only this")
        await writer.drain()


class NameServer(AbstractResolver):
    """Resolves names as told: each call gives the next answer of the name's list, and the last one for
    ever."""

    def __init__(self, names: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._names = {name: list(answers) for name, answers in names.items()}
        self.names = tuple(names)
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self._names.get(host)
        if not answers:
            raise OSError(f"no such name: {host}")
        chosen = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            {
                "hostname": host,
                "host": ip,
                "port": port,
                "family": socket.AF_INET6 if ":" in ip else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for ip in chosen
        ]

    async def close(self) -> None:
        return
