"""Which parts of a text carried the decision: leave-one-part-out, in the original text's offsets.

`Classifier.explain` calls it; moderators see the spans behind a button. Gradient-free, so it works with any
backend: each part is taken out, the rest is judged again, and the fall in probability is the part's weight. Of a
long text only the stretch where a label is likeliest is taken apart, in two rounds (coarse parts, then the words of
the best one): some forty short judgements a stretch, whatever the length. Imports of Headsup only `intent.taxonomy`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intent.taxonomy import LABELS, Intent

# Characters that are taken apart at once, and those that neighbouring stretches of a long text share.
_STRETCH = 800
_SHARED = 200
_PARTS = 20
_WORDS = 20
_LEAST_WEIGHT = 0.05
_MOST_SPANS_A_LABEL = 3
# A word of a spaced script (of a very long one, a piece), or a run of up to three characters of a script written
# without spaces.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,3}"
    r"|[^\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,60}"
)

Stretch = tuple[int, int]
Judge = Callable[[Sequence[str]], list[Intent]]


@dataclass(frozen=True, slots=True)
class Span:
    """original[start:end] spoke for `label`; `weight` is how far its probability falls without the span, 0 to
    1.
    """

    start: int
    end: int
    label: str
    weight: float


def explain(text: str, labels: Sequence[str], judge: Judge) -> list[Span]:
    """The spans of `text` that spoke for each of `labels`, the heaviest first; at most three a label."""
    words = [match.span() for match in _WORD.finditer(text)]
    wanted = [label for label in LABELS if label in labels]
    if not words or not wanted:
        return []
    stretches = _stretches(words)
    found = [intent.as_dict() for intent in judge([text[start:end] for start, end in stretches])]
    likeliest: dict[int, list[str]] = defaultdict(list)
    for label in wanted:
        likeliest[max(range(len(found)), key=lambda n: found[n][label])].append(label)
    spans: list[Span] = []
    for n, there in likeliest.items():
        spans += _explained(text, stretches[n], words, there, found[n], judge)
    return sorted(spans, key=lambda span: (-span.weight, span.start, span.label))


def _explained(
    text: str,
    stretch: Stretch,
    words: Sequence[Stretch],
    labels: Sequence[str],
    base: dict[str, float],
    judge: Judge,
) -> list[Span]:
    """The spans inside `stretch` for `labels`, whose probabilities there are `base`."""
    parts = _grouped(_inside(words, stretch), _PARTS)
    falls = _falls(text, stretch, parts, base, judge)
    best = {label: max(range(len(parts)), key=lambda n: falls[n][label]) for label in labels}
    refined: dict[int, tuple[list[Stretch], list[dict[str, float]]]] = {}
    spans: list[Span] = []
    for label in labels:
        weighted = [(part, fall[label]) for part, fall in zip(parts, falls, strict=True)]
        part, most = weighted[best[label]]
        inside = _inside(words, part)
        if most >= _LEAST_WEIGHT and len(inside) > 1:
            if best[label] not in refined:
                finer = _grouped(inside, _WORDS)
                refined[best[label]] = finer, _falls(text, stretch, finer, base, judge)
            finer_weighted = [(piece, fall[label]) for piece, fall in zip(*refined[best[label]], strict=True)]
            # Where no single word matters, the part as a whole does.
            if max(fall for _, fall in finer_weighted) >= most / 2:
                del weighted[best[label]]
                weighted += finer_weighted
        weighted.sort(key=lambda pair: -pair[1])
        spans += [
            Span(start, end, label, round(fall, 4))
            for (start, end), fall in weighted[:_MOST_SPANS_A_LABEL]
            if fall >= _LEAST_WEIGHT
        ]
    return spans


def _stretches(words: Sequence[Stretch]) -> list[Stretch]:
    """Overlapping stretches of `words`, from the first to the last one; a short text is one."""
    found: list[Stretch] = []
    first = 0
    while True:
        start = words[first][0]
        last = first
        while last + 1 < len(words) and words[last + 1][1] - start <= _STRETCH:
            last += 1
        end = words[last][1]
        found.append((start, end))
        if last + 1 == len(words):
            return found
        following = first + 1
        while following < last and words[following][0] < end - _SHARED:
            following += 1
        first = following


def _inside(words: Sequence[Stretch], stretch: Stretch) -> list[Stretch]:
    return [word for word in words if stretch[0] <= word[0] and word[1] <= stretch[1]]


def _grouped(words: Sequence[Stretch], most: int) -> list[Stretch]:
    """`words` as at most `most` neighbouring groups of nearly equal size, each from its first to its last
    word.
    """
    count = min(most, len(words))
    edges = [round(i * len(words) / count) for i in range(count + 1)]
    return [(words[a][0], words[b - 1][1]) for a, b in pairwise(edges)]


def _falls(
    text: str, stretch: Stretch, parts: Sequence[Stretch], base: dict[str, float], judge: Judge
) -> list[dict[str, float]]:
    """By how much each label's probability falls in `stretch` without each part."""
    first, last = stretch
    without = judge([text[first:start] + " " + text[end:last] for start, end in parts])
    return [{label: max(0.0, base[label] - p) for label, p in intent.as_dict().items()} for intent in without]
