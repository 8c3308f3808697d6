"""Off the event loop: everybody gets their own answer, the queue is bounded, a failure stays with who asked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping, Sequence

import pytest

from intent import LABELS, AsyncClassifier, BusyError, Intent, Span


class Counting:
    """Stands in for a classifier: the likeness of a text is its length; waits for the gate."""

    version = "counting"
    thresholds: Mapping[str, float] = dict.fromkeys(LABELS, 0.5)

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.started = threading.Event()
        self.batches: list[int] = []

    def classify(self, texts: Sequence[str]) -> list[Intent]:
        self.started.set()
        self.gate.wait(10)
        if "broken" in texts:
            raise RuntimeError("broken")
        self.batches.append(len(texts))
        return [Intent(likeness=float(len(text))) for text in texts]

    def explain(self, text: str) -> list[Span]:
        if text == "broken":
            raise RuntimeError("broken")
        return [Span(0, len(text), "likeness", 1.0)]


async def test_many_askers_at_once_each_get_their_own_answers_in_order() -> None:
    async with AsyncClassifier(Counting()) as front:
        asked = [["x" * (n + k) for k in range(n % 3 + 1)] for n in range(50)]
        answers = await asyncio.gather(*(front.classify(texts) for texts in asked))
    assert [[round(i.likeness) for i in each] for each in answers] == [
        [len(t) for t in texts] for texts in asked
    ]


async def test_requests_that_wait_are_judged_together() -> None:
    judge = Counting()
    judge.gate.clear()
    async with AsyncClassifier(judge) as front:
        first = asyncio.create_task(front.classify(["first"]))
        await asyncio.to_thread(judge.started.wait, 5)
        rest = [asyncio.create_task(front.classify(["rest"])) for _ in range(10)]
        await asyncio.sleep(0)
        judge.gate.set()
        await asyncio.gather(first, *rest)
    assert judge.batches == [1, 10]


async def test_a_full_queue_refuses_who_does_not_want_to_wait_and_serves_who_does() -> None:
    judge = Counting()
    judge.gate.clear()
    async with AsyncClassifier(judge, queue=1) as front:
        in_hand = asyncio.create_task(front.classify(["a"]))
        await asyncio.to_thread(judge.started.wait, 5)
        waiting = asyncio.create_task(front.classify(["bb"]))
        await asyncio.sleep(0)
        assert front.waiting == 1
        with pytest.raises(BusyError, match="try again"):
            await front.classify(["ccc"], patience=0.01)
        patient = asyncio.create_task(front.classify(["dddd"]))
        judge.gate.set()
        found = await asyncio.gather(in_hand, waiting, patient)
    assert [each[0].likeness for each in found] == [1.0, 2.0, 4.0]


async def test_who_asks_for_an_explanation_waits_in_the_same_queue() -> None:
    judge = Counting()
    judge.gate.clear()
    async with AsyncClassifier(judge, queue=2) as front:
        in_hand = asyncio.create_task(front.classify(["a"]))
        await asyncio.to_thread(judge.started.wait, 5)
        explained = asyncio.create_task(front.explain("text"))
        judged = asyncio.create_task(front.classify(["bb"]))
        await asyncio.sleep(0)
        assert front.waiting == 2
        with pytest.raises(BusyError, match="try again"):
            await front.explain("more", patience=0.01)
        judge.gate.set()
        assert await explained == [Span(0, 4, "likeness", 1.0)]
        assert [each[0].likeness for each in await asyncio.gather(in_hand, judged)] == [1.0, 2.0]


async def test_a_failed_explanation_reaches_who_asked_and_the_next_is_served() -> None:
    async with AsyncClassifier(Counting()) as front:
        with pytest.raises(RuntimeError, match="broken"):
            await front.explain("broken")
        assert (await front.classify(["fine"]))[0].likeness == 4.0


async def test_a_failure_reaches_who_asked_and_the_next_is_served() -> None:
    async with AsyncClassifier(Counting()) as front:
        with pytest.raises(RuntimeError, match="broken"):
            await front.classify(["broken"])
        assert (await front.classify(["fine"]))[0].likeness == 4.0


async def test_a_failure_does_not_reach_who_asked_beside_it() -> None:
    counting = Counting()
    async with AsyncClassifier(counting) as front:
        counting.gate.clear()
        first = asyncio.create_task(front.classify(["first"]))
        await asyncio.to_thread(counting.started.wait, 10)
        asked = [asyncio.create_task(front.classify([text])) for text in ("fine", "broken", "well")]
        await asyncio.sleep(0)
        counting.gate.set()
        answers = await asyncio.gather(first, *asked, return_exceptions=True)
    assert isinstance(answers[2], RuntimeError)
    assert [each[0].likeness for each in answers if isinstance(each, list)] == [5.0, 4.0, 4.0]


async def test_an_asker_that_gave_up_does_not_disturb_the_others() -> None:
    judge = Counting()
    judge.gate.clear()
    async with AsyncClassifier(judge) as front:
        gone = asyncio.create_task(front.classify(["gone"]))
        await asyncio.to_thread(judge.started.wait, 5)
        stays = asyncio.create_task(front.classify(["stays"]))
        await asyncio.sleep(0)
        gone.cancel()
        judge.gate.set()
        assert (await stays)[0].likeness == 5.0


async def test_after_closing_nobody_waits_for_ever() -> None:
    judge = Counting()
    judge.gate.clear()
    front = AsyncClassifier(judge)
    await front.__aenter__()
    in_hand = asyncio.create_task(front.classify(["a"]))
    await asyncio.to_thread(judge.started.wait, 5)
    waiting = asyncio.create_task(front.classify(["b"]))
    explained = asyncio.create_task(front.explain("c"))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.05, judge.gate.set)
    await front.close()
    outcomes = await asyncio.gather(in_hand, waiting, explained, return_exceptions=True)
    assert all(isinstance(each, BusyError) for each in outcomes)
    with pytest.raises(BusyError):
        await front.classify(["late"])


async def test_nothing_to_judge_is_answered_at_once() -> None:
    async with AsyncClassifier(Counting()) as front:
        assert await front.classify([]) == []
        assert front.version == "counting"
        assert await front.explain("text") == [Span(0, 4, "likeness", 1.0)]
