"""Decisions leave as labelled lines that point at nobody, and come back as training texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from intent import TrainingDataError
from intent.training.decisions import anonymised, training_line
from intent.training.examples import read_examples


def test_what_points_at_somebody_is_taken_out() -> None:
    text = (
        "LoRA of Petra Oduya (@petra.oduya, https://photos.test/petra?id=1, petra@mail.test, +49 170 1234567),"
        " see <@123456789> or PETRA ODUYA's page www.petra.test"
    )
    clean = anonymised(text, ["Petra Oduya"])
    assert "petra" not in clean.lower()
    assert "1234567" not in clean
    assert "123456789" not in clean
    assert clean.startswith("LoRA of Arlen Voss")


def test_prices_sizes_and_years_stay() -> None:
    text = "512x768, 1,500 steps, 2026, 30 EUR"
    assert anonymised(text) == text


def test_a_line_can_be_trained_with(tmp_path: Path) -> None:
    path = tmp_path / "decided.jsonl"
    lines = [
        training_line(
            "Bounty", "LoRA of @someone_real", ["likeness", "private"], lang="en", kind="bounty", scenario="a"
        ),
        training_line("", "just a boat", [], lang="en", kind="chat", scenario="b"),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    first, second = read_examples([path])
    assert first.labels == {"likeness", "private"}
    assert first.text == "Bounty\nLoRA of @someone"
    assert second.labels == frozenset()


@pytest.mark.parametrize("labels", [["private"], ["sexual", "veiled"], ["spam"]])
def test_labels_that_do_not_go_together_are_refused(labels: list[str]) -> None:
    with pytest.raises(TrainingDataError):
        training_line("", "text", labels, lang="en", kind="chat", scenario="s")
