"""Reading what came from outside, in a process of its own with a limit on time and memory.

Called by the adapters as `await fetch.parsers.run(read_feed, body, {...})`; `feeds.parse_worker` is the
other end. Imports only feeds.errors and feeds.item. A reader is a plain function of a module in `feeds`,
`(bytes, arguments) -> Parsed`; what crosses the pipe is JSON, so a reader that was led astray by its input
can return wrong data but never code.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson

from feeds.errors import FeedError, Kind, ParseError
from feeds.item import Item

TIME_LIMIT = 10.0  # seconds; feedparser needs 0.8 s for the worst 5 MB it accepts
START_LIMIT = 120.0  # seconds until a worker has its libraries, on a machine that does much else
_ROOT = str(Path(__file__).resolve().parent.parent)
MAX_ITEMS = 2000  # of one document; the first are the newest, and no honest feed sends as many
MEMORY_LIMIT = 1_500_000_000  # bytes of address space of one worker


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader found. `extra` holds what only its own adapter understands, JSON-able."""

    items: tuple[Item, ...] = ()
    title: str = ""
    ttl_seconds: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> bytes:
        return orjson.dumps(
            {
                "items": [item.to_dict() for item in self.items],
                "title": self.title,
                "ttl": self.ttl_seconds,
                "extra": self.extra,
            },
            option=orjson.OPT_NON_STR_KEYS,
        )

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Parsed:
        return cls(
            tuple(Item.from_dict(item) for item in data["items"]), data["title"], data["ttl"], data["extra"]
        )


Reader = Callable[[bytes, Mapping[str, Any]], Parsed]


def call_name(reader: Reader) -> str:
    """How the worker finds a reader: "feeds.rss:read_feed"."""
    return f"{reader.__module__}:{reader.__qualname__}"


def guarded(reader: Reader, body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """Runs a reader; whatever its input makes it stumble over becomes a ParseError that shows none of that
    input."""
    try:
        parsed = reader(body, arguments)
        return parsed if len(parsed.items) <= MAX_ITEMS else replace(parsed, items=parsed.items[:MAX_ITEMS])
    except FeedError:
        raise
    except RecursionError as error:
        raise ParseError("The answer is nested too deeply to be read.") from error
    except MemoryError as error:
        raise ParseError("The answer needs too much memory to be read.") from error
    except Exception as error:
        # The error's own text may quote the input, and so must not reach a traceback.
        raise ParseError(f"The answer could not be read ({type(error).__name__}).") from None


class _Worker:
    """One child process, one request at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._loaded: set[str] = set()

    @classmethod
    async def start(cls) -> _Worker:
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": _ROOT, "LC_ALL": "C.UTF-8"}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "feeds.parse_worker", str(MEMORY_LIMIT),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env=environment,
        )  # fmt: skip
        return cls(process)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def load(self, call: str) -> None:
        """Wait until it has started and can run this reader: what that takes is no fault of the input."""
        if call not in self._loaded:
            await self._exchange({"call": call}, b"")
            self._loaded.add(call)

    async def ask(self, call: str, arguments: Mapping[str, Any], body: bytes) -> dict[str, Any]:
        """Raises EOFError (IncompleteReadError) or OSError if the process has died."""
        return await self._exchange({"call": call, "arguments": dict(arguments)}, body)

    async def _exchange(self, request: Mapping[str, Any], body: bytes) -> dict[str, Any]:
        writer, reader = self._process.stdin, self._process.stdout
        if writer is None or reader is None:
            raise EOFError
        head = orjson.dumps(request)
        writer.write(len(head).to_bytes(4, "big") + len(body).to_bytes(8, "big") + head)
        writer.write(body)
        await writer.drain()
        length = int.from_bytes(await reader.readexactly(8), "big")
        answer: dict[str, Any] = orjson.loads(await reader.readexactly(length))
        return answer

    async def stop(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()


class Parsers:
    """A few worker processes, started when first needed and replaced when one overran its limit.

    With `processes=0` readers run in a thread of this process: less memory, but a reader that hangs cannot
    be stopped.
    """

    def __init__(self, *, processes: int = 1, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._in_thread = processes == 0
        self._slots = asyncio.Semaphore(max(1, processes))
        self._idle: list[_Worker] = []
        self._generation = 0

    async def run(self, reader: Reader, body: bytes, arguments: Mapping[str, Any] | None = None) -> Parsed:
        """What `reader` finds in `body`. Raises FeedError: the reader's own, or ParseError if it broke or
        overran."""
        async with self._slots:
            if self._in_thread:
                return await self._run_in_thread(reader, body, arguments or {})
            return await self._run_in_process(reader, body, arguments or {})

    async def _run_in_thread(self, reader: Reader, body: bytes, arguments: Mapping[str, Any]) -> Parsed:
        try:
            return await asyncio.wait_for(
                asyncio.to_thread(guarded, reader, body, arguments), self._time_limit
            )
        except TimeoutError as error:
            raise self._overrun() from error

    async def _run_in_process(self, reader: Reader, body: bytes, arguments: Mapping[str, Any]) -> Parsed:
        worker = self._idle.pop() if self._idle else await _Worker.start()
        healthy, generation = False, self._generation
        try:
            if not worker.alive:
                await worker.stop()
                worker = await _Worker.start()
            async with asyncio.timeout(START_LIMIT):
                await worker.load(call_name(reader))
            async with asyncio.timeout(self._time_limit):
                answer = await worker.ask(call_name(reader), arguments, body)
            healthy = True
        except TimeoutError as error:
            raise self._overrun() from error
        except (EOFError, OSError, orjson.JSONDecodeError) as error:
            raise ParseError("Reading the answer broke the parser; it has been restarted.") from error
        finally:
            if healthy and generation == self._generation:
                self._idle.append(worker)
            else:
                await worker.stop()
        if "error" in answer:
            problem = answer["error"]
            if problem["kind"] == Kind.MALFORMED:
                raise ParseError(problem["message"], remedy=problem["remedy"])
            raise FeedError(Kind(problem["kind"]), problem["message"], remedy=problem["remedy"])
        return Parsed.from_json(answer)

    def _overrun(self) -> ParseError:
        return ParseError(f"Reading the answer took more than {self._time_limit:g} seconds.")

    async def close(self) -> None:
        """Ends the worker processes. The object can be used again afterwards."""
        self._generation += 1  # whoever is reading now ends its worker when it is done
        while self._idle:
            await self._idle.pop().stop()
