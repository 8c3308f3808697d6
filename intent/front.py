"""The classifier off the event loop: a bounded queue, one worker thread, neighbouring requests judged
together.

The handlers await `AsyncClassifier.classify`. Whoever comes while the queue is full waits for room
(back-pressure: a feed is polled later, nothing is dropped), or gets `BusyError` after `patience` seconds if they
ask for that. Imports of Headsup only `intent.errors`, `intent.explanation` and `intent.taxonomy`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from intent.errors import BusyError
from intent.explanation import Span
from intent.taxonomy import Intent


class Judge(Protocol):
    """What the front needs of a classifier."""

    @property
    def thresholds(self) -> Mapping[str, float]: ...

    @property
    def version(self) -> str: ...

    def classify(self, texts: Sequence[str]) -> list[Intent]: ...

    def explain(self, text: str) -> list[Span]: ...


@dataclass(frozen=True, slots=True)
class _Request:
    """`texts` to judge, or the one of them to explain."""

    texts: Sequence[str]
    explained: bool
    answer: asyncio.Future[Any]


class AsyncClassifier:
    """Use as an async context manager, in one event loop.

    Holds: at most `queue` requests wait; each gets exactly its own texts' intents, in order; a failure in
    judging reaches those who asked and nobody else; after closing, every request is answered or refused.
    """

    def __init__(self, classifier: Judge, *, queue: int = 256, together: int = 64) -> None:
        """`queue`: most requests that wait. `together`: most texts judged in one go."""
        self._classifier = classifier
        self._waiting: asyncio.Queue[_Request] = asyncio.Queue(maxsize=queue)
        self._together = together
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intent")
        self._worker: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def thresholds(self) -> Mapping[str, float]:
        return self._classifier.thresholds

    @property
    def version(self) -> str:
        return self._classifier.version

    @property
    def waiting(self) -> int:
        """Requests in the queue now."""
        return self._waiting.qsize()

    async def __aenter__(self) -> Self:
        self._worker = asyncio.create_task(self._work(), name="intent classifier")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def classify(self, texts: Sequence[str], *, patience: float | None = None) -> list[Intent]:
        """The intents of `texts`, in order. Waits for room; raises BusyError after `patience` seconds without
        room.
        """
        intents: list[Intent] = await self._asked(texts, False, patience) if texts else []
        return intents

    async def explain(self, text: str, *, patience: float | None = None) -> list[Span]:
        """The spans that carried the decision on `text`; waits its turn as `classify` does."""
        spans: list[Span] = await self._asked([text], True, patience)
        return spans

    async def _asked(self, texts: Sequence[str], explained: bool, patience: float | None) -> Any:
        if self._closed or self._worker is None:
            raise BusyError("the classifier is not running: use it inside `async with AsyncClassifier(...)`")
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience):
                await self._waiting.put(_Request(tuple(texts), explained, answer))
        except TimeoutError:
            raise BusyError(
                f"{self._waiting.maxsize} requests wait for the classifier; try again later"
            ) from None
        if self._worker.done() and not answer.done():
            raise BusyError("the classifier is closing")
        return await answer

    async def close(self) -> None:
        """Refuse what still waits, finish the batch in hand, stop the thread."""
        self._closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
        while not self._waiting.empty():
            _refuse(self._waiting.get_nowait(), BusyError("the classifier is closing"))
        await asyncio.to_thread(self._thread.shutdown)

    async def _work(self) -> None:
        while True:
            batch = [await self._waiting.get()]
            while sum(len(each.texts) for each in batch) < self._together and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            try:
                await self._judge([each for each in batch if not each.explained])
                for each in batch:
                    if each.explained:
                        await self._explain(each)
            except asyncio.CancelledError:
                for each in batch:
                    _refuse(each, BusyError("the classifier is closing"))
                raise

    async def _judge(self, batch: Sequence[_Request]) -> None:
        flat = [text for each in batch for text in each.texts]
        if not flat:
            return
        loop = asyncio.get_running_loop()
        try:
            intents = await loop.run_in_executor(self._thread, self._classifier.classify, flat)
        except Exception as error:
            if len(batch) > 1:  # one of them: the others are none the worse for it
                for each in batch:
                    await self._judge([each])
            else:
                _refuse(batch[0], error)
            return
        start = 0
        for each in batch:
            if not each.answer.done():
                each.answer.set_result(intents[start : start + len(each.texts)])
            start += len(each.texts)

    async def _explain(self, request: _Request) -> None:
        if request.answer.done():
            return
        loop = asyncio.get_running_loop()
        try:
            spans = await loop.run_in_executor(self._thread, self._classifier.explain, request.texts[0])
        except Exception as error:
            _refuse(request, error)
            return
        if not request.answer.done():
            request.answer.set_result(spans)


def _refuse(request: _Request, error: Exception) -> None:
    if not request.answer.done():
        request.answer.set_exception(error)
