"""Probabilities become labels by the definitions, and an item becomes one text."""

from __future__ import annotations

import pytest

from intent import LABELS, Intent, compose, confidence_words

HALF: dict[str, float] = dict.fromkeys(LABELS, 0.5)


def test_a_label_holds_from_its_own_threshold_on() -> None:
    intent = Intent(likeness=0.6, consent=0.6)
    assert intent.labels(HALF) == ("likeness", "consent")
    assert intent.labels({**HALF, "consent": 0.61}) == ("likeness",)
    assert intent.labels({**HALF, "likeness": 0.6}) == ("likeness", "consent")


@pytest.mark.parametrize("label", ["private", "minor"])
def test_nobody_is_private_or_a_minor_without_a_likeness(label: str) -> None:
    assert Intent(**{label: 0.99}).labels(HALF) == ()
    assert Intent(**{label: 0.99, "likeness": 0.9}).labels(HALF) == ("likeness", label)


def test_what_is_said_outright_is_not_veiled() -> None:
    assert Intent(likeness=0.9, sexual=0.8, veiled=0.9).labels(HALF) == ("likeness", "sexual")


def test_labels_come_in_the_taxonomys_order() -> None:
    assert tuple(Intent().as_dict()) == LABELS
    assert Intent(1, 1, 0, 1, 0, 1).labels(HALF) == ("likeness", "sexual", "private", "consent")


def test_an_item_becomes_title_body_and_tags_a_line_each() -> None:
    assert compose("Title", "Body", ["a", " b "]) == "Title\nBody\na, b"
    assert compose("", "  only a chat line ") == "only a chat line"
    assert compose("Only a title", "") == "Only a title"
    assert compose("", "", ["", " "]) == ""


def test_a_title_that_the_body_repeats_goes_once() -> None:
    assert compose("LoRA wanted", "LoRA wanted: see below") == "LoRA wanted: see below"


@pytest.mark.parametrize(
    ("p", "word"),
    [
        (0.0, "unlikely"),
        (0.29, "unlikely"),
        (0.3, "possible"),
        (0.6, "likely"),
        (0.9, "very_likely"),
        (1.0, "very_likely"),
    ],
)
def test_a_probability_has_a_word(p: float, word: str) -> None:
    assert confidence_words(p) == word
