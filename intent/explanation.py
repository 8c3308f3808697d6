"""Which parts of a text carried the decision: leave-one-part-out, in the original text's offsets.

`Classifier.explain` calls it; moderators see the spans behind a button. Gradient-free, so it works with any
backend: each part is taken out, the rest is judged again, and the fall in probability is the part's weight.
Two rounds (coarse parts, then the words of the best part) bound the work at about forty short judgements
whatever the length. Imports of Headsup only `intent.taxonomy`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intent.taxonomy import LABELS, Intent

_PARTS = 20
_WORDS = 20
_LEAST_WEIGHT = 0.05
_MOST_SPANS_A_LABEL = 3
# A word of a spaced script, or a run of up to three characters of a script written without spaces.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,3}"
    r"|[^\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)

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
    base = judge([text])[0].as_dict()
    parts = _grouped(words, _PARTS)
    falls = _falls(text, parts, base, wanted, judge)
    spans: list[Span] = []
    for label in wanted:
        weighted = list(zip(parts, falls[label], strict=True))
        best_part, best_fall = max(weighted, key=lambda pair: pair[1])
        inside = [word for word in words if best_part[0] <= word[0] and word[1] <= best_part[1]]
        if best_fall >= _LEAST_WEIGHT and len(inside) > 1:
            finer = _grouped(inside, _WORDS)
            finer_falls = _falls(text, finer, base, [label], judge)[label]
            rest = [pair for pair in weighted if pair[0] != best_part]
            refined = list(zip(finer, finer_falls, strict=True))
            # Where no single word matters, the part as a whole does.
            if max(finer_falls) >= best_fall / 2:
                weighted = rest + refined
        weighted.sort(key=lambda pair: -pair[1])
        spans += [
            Span(start, end, label, round(fall, 4))
            for (start, end), fall in weighted[:_MOST_SPANS_A_LABEL]
            if fall >= _LEAST_WEIGHT
        ]
    return sorted(spans, key=lambda span: (-span.weight, span.start, span.label))


def _grouped(words: Sequence[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """`words` as at most `most` neighbouring groups of nearly equal size, each from its first to its last
    word.
    """
    count = min(most, len(words))
    edges = [round(i * len(words) / count) for i in range(count + 1)]
    return [(words[a][0], words[b - 1][1]) for a, b in pairwise(edges)]


def _falls(
    text: str, parts: Sequence[tuple[int, int]], base: dict[str, float], labels: Sequence[str], judge: Judge
) -> dict[str, list[float]]:
    without = judge([text[:start] + " " + text[end:] for start, end in parts])
    found = [intent.as_dict() for intent in without]
    return {label: [max(0.0, base[label] - each[label]) for each in found] for label in labels}
