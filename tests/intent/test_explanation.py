"""Which words spoke for a label, found with little work however long the text is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from intent import Intent
from intent.explanation import explain

FILLER = "The village lies in a green valley and the train stops there twice a day. "


class Words:
    """Stands in for a classifier: a label holds where its word stands. Counts what it reads."""

    def __init__(self) -> None:
        self.characters = 0

    def __call__(self, texts: Sequence[str]) -> list[Intent]:
        self.characters += sum(map(len, texts))
        return [
            Intent(likeness=0.9 if "lora" in text else 0.1, sexual=0.8 if "nude" in text else 0.05)
            for text in texts
        ]


@pytest.mark.parametrize("place", [0, 200, 400])
def test_the_words_are_found_wherever_they_stand_in_a_long_text(place: int) -> None:
    text = FILLER * place + "a nude lora please. " + FILLER * (400 - place)
    spans = explain(text, ["likeness", "sexual"], Words())
    assert {(span.label, text[span.start : span.end]) for span in spans} == {
        ("likeness", "lora"),
        ("sexual", "nude"),
    }


def test_each_label_is_explained_where_it_is_likeliest() -> None:
    text = "one lora please. " + FILLER * 300 + "something nude."
    spans = explain(text, ["likeness", "sexual"], Words())
    assert {(span.label, text[span.start : span.end]) for span in spans} == {
        ("likeness", "lora"),
        ("sexual", "nude."),
    }


def test_the_work_on_a_long_text_is_a_few_readings_of_it() -> None:
    text = FILLER * 500 + "a nude lora please."
    judge = Words()
    explain(text, ["likeness", "sexual"], judge)
    assert judge.characters < 4 * len(text)


def test_a_second_label_in_the_same_place_costs_nothing() -> None:
    text = FILLER + "a nude lora please."
    one, two = Words(), Words()
    explain(text, ["likeness"], one)
    explain(text, ["likeness", "sexual"], two)
    assert two.characters == one.characters


def test_a_text_without_a_space_is_bounded_too() -> None:
    judge = Words()
    text = "x" * 30_000 + "lora"
    spans = explain(text, ["likeness"], judge)
    assert spans
    assert all(span.end - span.start < 1000 for span in spans)
    assert judge.characters < 4 * len(text)
