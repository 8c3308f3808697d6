"""Decompressing an answer piece by piece, so that a small bomb never becomes a large one in memory.

Called by `feeds.fetch` alone. aiohttp's own decompression is off, because the limit must count bytes after
it. Imports only feeds.errors.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from feeds.errors import FetchFailed, Kind

ACCEPT_ENCODING = "gzip, deflate, br"
_STEP = 64 * 1024


class _Decoder(Protocol):
    def feed(self, data: bytes, room: int) -> bytes: ...
    def finished(self) -> bool: ...


class _Identity:
    def feed(self, data: bytes, room: int) -> bytes:
        return data

    def finished(self) -> bool:
        return True


class _Zlib:
    """gzip, zlib and (what some servers call deflate) raw deflate; several gzip members in a row are one
    body."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inflate = zlib.decompressobj(wbits)
        self._started = False

    def feed(self, data: bytes, room: int) -> bytes:
        out = bytearray()
        while data and len(out) <= room:
            try:
                out += self._inflate.decompress(data, _STEP)
            except zlib.error:
                if self._started or self._wbits != zlib.MAX_WBITS:
                    raise
                self._wbits = -zlib.MAX_WBITS
                self._inflate = zlib.decompressobj(self._wbits)
                out += self._inflate.decompress(data, _STEP)
            self._started = True
            if self._inflate.eof:
                data = self._inflate.unused_data
                if not data.startswith(b"\x1f\x8b"):
                    break  # trailing bytes after the end: browsers ignore them too
                self._inflate = zlib.decompressobj(self._wbits)
            else:
                data = self._inflate.unconsumed_tail
        return bytes(out)

    def finished(self) -> bool:
        return self._inflate.eof or not self._started


class _Brotli:
    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()
        self._started = False

    def feed(self, data: bytes, room: int) -> bytes:
        self._started = self._started or bool(data)
        out = bytearray(self._decompressor.process(data, output_buffer_limit=_STEP))
        while len(out) <= room and not self._decompressor.can_accept_more_data():
            out += self._decompressor.process(b"", output_buffer_limit=_STEP)
        return bytes(out)

    def finished(self) -> bool:
        return bool(self._decompressor.is_finished()) or not self._started


class LimitedBody:
    """Collects a body; raises FetchFailed once it holds more than `limit` bytes after decompression."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._limit = limit
        self._body = bytearray()
        name = encoding.strip().lower()
        self._decoder: _Decoder
        if name in ("", "identity"):
            self._decoder = _Identity()
        elif name in ("gzip", "x-gzip"):
            self._decoder = _Zlib(zlib.MAX_WBITS | 16)
        elif name == "deflate":
            self._decoder = _Zlib(zlib.MAX_WBITS)
        elif name == "br":
            self._decoder = _Brotli()
        else:
            raise FetchFailed(Kind.MALFORMED, "The answer is compressed in a way that was not asked for.")

    def add(self, data: bytes) -> None:
        try:
            self._body += self._decoder.feed(data, self._limit - len(self._body))
        except (zlib.error, brotli.error) as error:
            raise FetchFailed(Kind.MALFORMED, "The compressed answer is damaged.") from error
        if len(self._body) > self._limit:
            raise FetchFailed(Kind.MALFORMED, f"The answer is larger than {self._limit:,} bytes.")

    def finish(self) -> bytes:
        if not self._decoder.finished():
            raise FetchFailed(Kind.TRANSIENT, "The compressed answer ended too early.")
        return bytes(self._body)
