"""The other end of `feeds.parsing`: a child process that runs readers, one at a time, under a memory limit.

Started as `python -m feeds.parse_worker BYTES` by `feeds.parsing` alone. Reads requests from standard
input, answers on standard output, and ends when its input does. Runs readers of the `feeds` package and
nothing else.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from typing import BinaryIO

import orjson

from feeds.errors import FeedError, ParseError
from feeds.parsing import Reader, guarded


def _reader(call: str) -> Reader:
    module, _, name = call.partition(":")
    if not module.startswith("feeds.") or not name.isidentifier():
        raise ParseError("There is no such reader.")
    reader: Reader = getattr(importlib.import_module(module), name)
    return reader


def answer(head: bytes, body: bytes) -> bytes:
    """The JSON answer to one request."""
    try:
        request = orjson.loads(head)
        reader = _reader(request["call"])
        return guarded(reader, body, request["arguments"]).to_json() if "arguments" in request else b"{}"
    except FeedError as error:
        return _failure(error)
    except (TypeError, ValueError, RecursionError, MemoryError) as error:
        return _failure(ParseError(f"The answer could not be passed on ({type(error).__name__})."))


def _failure(error: FeedError) -> bytes:
    return orjson.dumps({"error": {"kind": error.kind, "message": error.message, "remedy": error.remedy}})


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests until the other end closes."""
    while len(sizes := requests.read(12)) == 12:
        head = requests.read(int.from_bytes(sizes[:4], "big"))
        body = requests.read(int.from_bytes(sizes[4:], "big"))
        data = answer(head, body)
        answers.write(len(data).to_bytes(8, "big") + data)
        answers.flush()


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes our input
    with contextlib.suppress(
        ImportError, ValueError, OSError
    ):  # not every system has limits; time still holds
        import resource

        limit = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(2000)
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # nothing that a library prints may slip between two answers
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
