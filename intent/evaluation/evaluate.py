"""One evaluation: a classifier and its comparators on the same texts, by label, language and kind.

`headsup eval` calls `run`, and prints `Report.text` or `Report.as_dict`. Imports of Headsup only `intent`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intent.classifier import Classifier
from intent.errors import TrainingDataError
from intent.evaluation.comparators import (
    Comparator,
    KeywordRules,
    LibraryMissing,
    TfidfLogistic,
    ZeroShotEmbedding,
)
from intent.evaluation.metrics import Score, calibration_error, score
from intent.taxonomy import LABELS
from intent.training.examples import Example, read_examples, shipped_examples, split

# Share of bounties that asked for a real person on the marketplace that has been measured (arXiv 2601.09117).
BASE_RATE = 0.067


@dataclass(frozen=True, slots=True)
class Slice:
    """`likeness` on the texts of one language or kind."""

    name: str
    texts: int
    likeness: Score


@dataclass(frozen=True, slots=True)
class Result:
    """One method's decisions, scored. `sexual_or_veiled` counts a text with either."""

    name: str
    labels: Mapping[str, Score]
    sexual_or_veiled: Score


@dataclass(frozen=True, slots=True)
class Report:
    """What `run` found. `left_out`: a line for each comparator that could not run. `base_rate`: of `likeness`."""

    texts: int
    version: str
    base_rate: float
    model: Result
    comparators: tuple[Result, ...]
    left_out: tuple[str, ...]
    calibration_error: Mapping[str, float]
    languages: tuple[Slice, ...]
    kinds: tuple[Slice, ...]
    picture: Path | None
    wrong: tuple[tuple[Example, tuple[str, ...]], ...]

    def as_dict(self) -> dict[str, object]:
        """JSON-able."""
        return {
            "texts": self.texts,
            "version": self.version,
            "base_rate": self.base_rate,
            "model": _result_dict(self.model, self.base_rate),
            "comparators": [_result_dict(each, self.base_rate) for each in self.comparators],
            "left_out": list(self.left_out),
            "calibration_error": {label: round(value, 4) for label, value in self.calibration_error.items()},
            "languages": {each.name: _score_dict(each.likeness, self.base_rate) for each in self.languages},
            "kinds": {each.name: _score_dict(each.likeness, self.base_rate) for each in self.kinds},
        }

    def text(self) -> str:
        """Tables for a terminal."""
        lines = [f"{self.texts} texts, model {self.version}", ""]
        for result in (self.model, *self.comparators):
            lines += [f"{result.name}", f"  {'':18}    P     R    F1   n    P at {self.base_rate:.1%}"]
            rows = [*result.labels.items(), ("sexual or veiled", result.sexual_or_veiled)]
            lines += [
                f"  {name:18} {s.precision:5.3f} {s.recall:5.3f} {s.f1:5.3f} {s.positives:4d}"
                + (f"   {s.precision_at(self.base_rate):5.3f}" if name == "likeness" else "")
                for name, s in rows
            ]
            lines.append("")
        if self.left_out:
            lines += [*self.left_out, ""]
        errors = ", ".join(f"{label} {value:.3f}" for label, value in self.calibration_error.items())
        lines += [f"calibration error (ECE): {errors}", ""]
        for title, slices in (("language", self.languages), ("kind", self.kinds)):
            lines.append(f"  likeness by {title:8}     P     R    F1  false alarms")
            lines += [
                f"  {each.name:18}   {each.likeness.precision:5.3f} {each.likeness.recall:5.3f} {each.likeness.f1:5.3f}"
                f"  {each.likeness.false_alarm_rate:5.3f}  ({each.likeness.positives} of {each.texts})"
                for each in slices
            ]
            lines.append("")
        if self.picture:
            lines.append(f"threshold curves: {self.picture}")
        return "\n".join(lines)


def run(
    paths: Iterable[Path] = (),
    *,
    classifier: Classifier | None = None,
    examples: Sequence[Example] | None = None,
    comparators: bool = True,
    picture: Path | None = None,
    base_rate: float = BASE_RATE,
    report: Callable[[str], None] = lambda _: None,
) -> Report:
    """Evaluate on the JSONL files `paths` (or on `examples`; with neither, on the shipped set's test split).

    classifier: None loads the shipped one. picture: where to draw the threshold curves (PNG).
    A comparator whose library is not installed is left out, with a notice in the report.
    Raises TrainingDataError for a file that breaks the format or files without a text, ModelError for a missing
    model or a picture that cannot be drawn.
    """
    if picture is not None:
        from intent.evaluation import curves

        curves.check(picture)
    chosen = _chosen(list(paths), examples)
    judge = classifier or Classifier.load()
    report(f"judging {len(chosen)} texts")
    texts = [each.text for each in chosen]
    intents = judge.classify(texts)
    probabilities = np.array([list(intent.as_dict().values()) for intent in intents])
    decided = [frozenset(intent.labels(judge.thresholds)) for intent in intents]
    found = np.array([[label in labels for label in LABELS] for labels in decided])
    wanted = np.array([each.target for each in chosen], dtype=bool)
    if picture is not None:
        curves.draw(probabilities, wanted, judge.thresholds, picture)
    others: list[Result] = []
    absent: list[str] = []
    if comparators:
        ready, absent = _comparators(report)
        for comparator in ready:
            others.append(_result(comparator.name, comparator.decide(texts), wanted))
    return Report(
        texts=len(chosen),
        version=judge.version,
        base_rate=base_rate,
        model=_result("headsup", found, wanted),
        comparators=tuple(others),
        left_out=tuple(absent),
        calibration_error={
            label: calibration_error(probabilities[:, i], wanted[:, i]) for i, label in enumerate(LABELS)
        },
        languages=_slices([each.lang for each in chosen], found, wanted),
        kinds=_slices([each.kind for each in chosen], found, wanted),
        picture=picture,
        wrong=tuple(
            (each, tuple(sorted(labels)))
            for each, labels in zip(chosen, decided, strict=True)
            if labels != each.labels
        ),
    )


def _chosen(paths: Sequence[Path], examples: Sequence[Example] | None) -> list[Example]:
    if examples is None and not paths:
        return split(shipped_examples())["test"]
    chosen = list(examples) if examples is not None else read_examples(paths)
    if not chosen:
        where = ", ".join(str(each) for each in paths) or "the set"
        raise TrainingDataError(f"{where} holds no text to evaluate on")
    return chosen


def _comparators(report: Callable[[str], None]) -> tuple[list[Comparator], list[str]]:
    """The comparators whose libraries are installed, and a line for each one that is left out."""
    parts = cache(lambda: split(shipped_examples()))
    report("fitting the comparators on the shipped training texts")
    fits: tuple[Callable[[], Comparator], ...] = (
        KeywordRules,
        lambda: TfidfLogistic(parts, report),
        lambda: ZeroShotEmbedding(parts, report),
    )
    ready, absent = [], []
    for fit in fits:
        try:
            ready.append(fit())
        except LibraryMissing as missing:
            absent.append(str(missing))
    return ready, absent


def _result(name: str, found: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> Result:
    sexual, veiled = LABELS.index("sexual"), LABELS.index("veiled")
    return Result(
        name,
        {label: score(found[:, i], wanted[:, i]) for i, label in enumerate(LABELS)},
        score(found[:, sexual] | found[:, veiled], wanted[:, sexual] | wanted[:, veiled]),
    )


def _slices(names: Sequence[str], found: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> tuple[Slice, ...]:
    column = np.array(names)
    likeness = LABELS.index("likeness")
    return tuple(
        Slice(
            name,
            int((column == name).sum()),
            score(found[column == name, likeness], wanted[column == name, likeness]),
        )
        for name in sorted(set(names))
    )


def _result_dict(result: Result, base_rate: float) -> dict[str, object]:
    rows = {
        label: _score_dict(each, base_rate if label == "likeness" else None)
        for label, each in result.labels.items()
    }
    return {"name": result.name, **rows, "sexual_or_veiled": _score_dict(result.sexual_or_veiled)}


def _score_dict(each: Score, base_rate: float | None = None) -> dict[str, float]:
    """base_rate: the share of texts with the label in the wild, where it is known."""
    figures: dict[str, float] = {
        "precision": round(each.precision, 4),
        "recall": round(each.recall, 4),
        "f1": round(each.f1, 4),
        "false_alarm_rate": round(each.false_alarm_rate, 4),
        "positives": each.positives,
    }
    if base_rate is not None:
        figures["precision_at_base_rate"] = round(each.precision_at(base_rate), 4)
    return figures
