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
from types import TracebackType
from typing import Protocol, Self

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


_Waiting = tuple[Sequence[str], "asyncio.Future[list[Intent]]"]


class AsyncClassifier:
    """Use as an async context manager, in one event loop.

    Holds: at most `queue` requests wait; each gets exactly its own texts' intents, in order; a failure in
    judging reaches those who asked and nobody else; after closing, every request is answered or refused.
    """

    def __init__(self, classifier: Judge, *, queue: int = 256, together: int = 64) -> None:
        """`queue`: most requests that wait. `together`: most texts judged in one go."""
        self._classifier = classifier
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue(maxsize=queue)
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
        if self._closed or self._worker is None:
            raise BusyError("the classifier is not running: use it inside `async with AsyncClassifier(...)`")
        if not texts:
            return []
        answer: asyncio.Future[list[Intent]] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience):
                await self._waiting.put((tuple(texts), answer))
        except TimeoutError:
            raise BusyError(
                f"{self._waiting.maxsize} requests wait for the classifier; try again later"
            ) from None
        if self._worker.done() and not answer.done():
            raise BusyError("the classifier is closing")
        return await answer

    async def explain(self, text: str) -> list[Span]:
        """The spans that carried the decision on `text`; takes its turn behind the batch in hand."""
        if self._closed:
            raise BusyError("the classifier is closing")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._classifier.explain, text)

    async def close(self) -> None:
        """Refuse what still waits, finish the batch in hand, stop the thread."""
        self._closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
        while not self._waiting.empty():
            _, answer = self._waiting.get_nowait()
            if not answer.done():
                answer.set_exception(BusyError("the classifier is closing"))
        await asyncio.to_thread(self._thread.shutdown)

    async def _work(self) -> None:
        while True:
            batch = [await self._waiting.get()]
            while sum(len(texts) for texts, _ in batch) < self._together and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            try:
                await self._answer(batch)
            except asyncio.CancelledError:
                for _, answer in batch:
                    if not answer.done():
                        answer.set_exception(BusyError("the classifier is closing"))
                raise

    async def _answer(self, batch: Sequence[_Waiting]) -> None:
        flat = [text for texts, _ in batch for text in texts]
        loop = asyncio.get_running_loop()
        try:
            intents = await loop.run_in_executor(self._thread, self._classifier.classify, flat)
        except Exception as error:
            for _, answer in batch:
                if not answer.done():
                    answer.set_exception(error)
            return
        start = 0
        for texts, answer in batch:
            if not answer.done():
                answer.set_result(intents[start : start + len(texts)])
            start += len(texts)
