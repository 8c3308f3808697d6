"""Labelled texts: the JSONL format, its checks, and the splits by scenario.

A line is {"title", "body", "labels", "lang", "kind", "scenario"}; `headsup eval export` writes the same form. Lines to
evaluate on need a text ("text", or "title" and "body") and "labels". Used by training, evaluation and the tests. Imports
of Headsup only `intent`.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from intent.errors import TrainingDataError
from intent.reading import as_read
from intent.taxonomy import LABELS, compose

DATA = Path(__file__).resolve().parent / "data"
_KEYS = ("title", "body", "labels", "lang", "kind", "scenario")

Split = Literal["train", "validation", "test"]
# Whoever belongs to two is kept out of training first, then out of choices.
_STRICTEST: tuple[Split, ...] = ("test", "validation", "train")
NEAR_DUPLICATE = 85.0


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text. `text` is as the model reads it."""

    text: str
    labels: frozenset[str]
    lang: str
    kind: str
    scenario: str

    @property
    def target(self) -> tuple[float, ...]:
        """1.0 or 0.0 a label, in the order of LABELS."""
        return tuple(float(label in self.labels) for label in LABELS)


def read_examples(paths: Iterable[Path], *, training: bool = False) -> list[Example]:
    """The examples of the JSONL files. Raises TrainingDataError with file and line for whatever breaks the
    format.

    training: every key must be there, and nothing sexual near a minor; to evaluate, a text and its labels will do.
    """
    found = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise TrainingDataError(f"{path} cannot be read: {error}") from None
        for number, line in enumerate(lines, 1):
            if line.strip():
                found.append(_example(line, f"{path}, line {number}", training))
    return found


def shipped_examples() -> list[Example]:
    """The training set in the repository."""
    return read_examples(sorted(DATA.glob("*.jsonl")), training=True)


def _example(line: str, where: str, training: bool) -> Example:
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise TrainingDataError(f"{where}: not JSON ({error})") from None
    if not isinstance(raw, dict):
        raise TrainingDataError(f"{where}: not an object")
    if training and not raw.keys() >= set(_KEYS):
        raise TrainingDataError(f"{where}: needs the keys {', '.join(_KEYS)}")
    labels = raw.get("labels")
    if not isinstance(labels, list) or any(label not in LABELS for label in labels):
        raise TrainingDataError(f"{where}: labels must be a list of {', '.join(LABELS)}")
    held = frozenset(labels)
    if held & {"private", "minor"} and "likeness" not in held:
        raise TrainingDataError(f"{where}: private and minor only go with likeness")
    if {"sexual", "veiled"} <= held:
        raise TrainingDataError(f"{where}: sexual and veiled exclude each other")
    if training and "minor" in held and held & {"sexual", "veiled"}:
        raise TrainingDataError(f"{where}: this set holds nothing sexual near a minor")
    parts = [raw.get(key, "") for key in ("title", "body", "text")]
    about = [raw.get(key, "unknown") for key in ("lang", "kind", "scenario")]
    if not all(isinstance(each, str) for each in (*parts, *about)):
        raise TrainingDataError(f"{where}: title, body, text, lang, kind and scenario must be texts")
    title, body, whole = parts
    text = whole.strip() or compose(title, body)
    if not text:
        raise TrainingDataError(f"{where}: title, body or text must be there and not empty")
    lang, kind, scenario = about
    return Example(as_read(text), held, lang, kind, scenario)


def split_of(scenario: str) -> Split:
    """70 % train, 15 % validation, 15 % test: by the scenario's hash alone, so a growing set never moves one."""
    draw = int.from_bytes(hashlib.sha256(f"headsup-intent:{scenario}".encode()).digest()[:4], "big") % 100
    return "train" if draw < 70 else "validation" if draw < 85 else "test"


def near_duplicates(texts: Sequence[str], least: float = NEAR_DUPLICATE) -> list[tuple[int, int, float]]:
    """Pairs of texts that are at least `least` % similar (rapidfuzz ratio, case ignored), with the
    similarity.

    Compared are texts of similar length only; the ratio bounds what that can miss. The last answer is remembered: the
    whole set takes a minute.
    """
    return _near_duplicates(tuple(texts), least)


@lru_cache(maxsize=1)
def _near_duplicates(texts: tuple[str, ...], least: float) -> list[tuple[int, int, float]]:
    small = [text.lower() for text in texts]
    order = sorted(range(len(small)), key=lambda i: len(small[i]))
    lowered = [small[i] for i in order]
    lengths = np.fromiter(map(len, lowered), np.int32, len(lowered))
    letters = _letters(lowered)
    pairs = []
    for at, query in enumerate(lowered):
        # ratio >= r needs the longer text to be at most (2/r - 1) times as long, and letters in common.
        end = int(np.searchsorted(lengths, lengths[at] * (200.0 / least - 1), "right"))
        apart = np.abs(letters[:, at + 1 : end] - letters[:, at : at + 1]).sum(axis=0)
        allowed = (1 - least / 100) * (lengths[at + 1 : end] + lengths[at]) + 1e-6
        near = (np.flatnonzero(apart <= allowed) + at + 1).tolist()
        for _, score, offset in process.extract(
            query, [lowered[other] for other in near], scorer=fuzz.ratio, score_cutoff=least, limit=None
        ):
            pairs.append((order[at], order[near[offset]], score))
    return pairs


def _letters(texts: Sequence[str]) -> NDArray[np.int32]:
    """How often each of 32 groups of letters stands in each text: (32, texts). The sum of the differences between two is no
    more than the letters that must be left out or put in to make one text of the other."""
    counts = np.zeros((32, len(texts)), np.int32)
    for at, text in enumerate(texts):
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        counts[:, at] = np.bincount(codes & 31, minlength=32)
    return counts


def split(shipped: Sequence[Example], extra: Sequence[Example] = ()) -> Mapping[Split, list[Example]]:
    """The three splits. Scenarios with near-duplicate texts move together, to the split of the first by name.

    extra: an operator's own examples. They never move a shipped one: what is near to one goes where that is.
    """
    examples = [*shipped, *extra]
    pairs = [(a, b) if a < b else (b, a) for a, b, _ in near_duplicates([each.text for each in examples])]
    first = _first_scenarios(shipped, [(a, b) for a, b in pairs if b < len(shipped)])
    place = {scenario: split_of(name) for scenario, name in first.items()}
    joined = _first_scenarios(examples, pairs)
    held: dict[str, set[Split]] = defaultdict(set)
    for scenario in first:
        held[joined[scenario]].add(place[scenario])
    parts: dict[Split, list[Example]] = {"train": [], "validation": [], "test": []}
    for each in shipped:
        parts[place[each.scenario]].append(each)
    for each in extra:
        near = held[joined[each.scenario]]
        strictest = next((name for name in _STRICTEST if name in near), split_of(joined[each.scenario]))
        parts[strictest].append(each)
    return parts


def _first_scenarios(examples: Sequence[Example], pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Each scenario's group, called by the first of its names; `pairs` join the scenarios of two examples."""
    parent: dict[str, str] = {each.scenario: each.scenario for each in examples}

    def root(scenario: str) -> str:
        while parent[scenario] != scenario:
            parent[scenario] = parent[parent[scenario]]
            scenario = parent[scenario]
        return scenario

    for a, b in pairs:
        first, second = sorted((root(examples[a].scenario), root(examples[b].scenario)))
        parent[second] = first
    return {scenario: root(scenario) for scenario in parent}
