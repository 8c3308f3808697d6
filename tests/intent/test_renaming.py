"""Renaming: people get other names, everything else and every known character stays as it is."""

from __future__ import annotations

import random

import pytest

from intent.training.examples import Example

pytest.importorskip("faker", reason="pip install 'headsup[torch]' runs the tests of training")

from intent.training.renaming import Renamer

PAST = "the lora and the voice of a friend, looking for flux and a stable release on discord"


def example(text: str, *labels: str, lang: str = "en") -> Example:
    return Example(text, frozenset(labels), lang, "chat", text)


TEXTS = [
    example(
        "Looking for a LoRA of Orsolya Brandvik\nOrsolya is a singer. Brandvik, not the brother.", "likeness"
    ),
    example("Voice of Tamsin Ockley please", "likeness"),
    example(PAST),
    example("Lara Croft LoRA"),
    example("Orsolya Brandvik, heroine of my novel"),
]


@pytest.fixture(scope="module")
def renamer() -> Renamer:
    return Renamer(TEXTS)


def test_names_are_told_from_other_capitalised_words(renamer: Renamer) -> None:
    assert renamer.names_in(TEXTS[0].text) == [("Orsolya", "Brandvik")]
    assert renamer.names_in("Looking For Voice Of somebody on Stable Diffusion") == []


def test_a_person_has_one_new_name_throughout(renamer: Renamer) -> None:
    for seed in range(60):
        text = renamer.renamed(TEXTS[0], random.Random(seed))
        if text != TEXTS[0].text:
            new = text.removeprefix("Looking for a LoRA of ").split("\n")[0]
            assert "Orsolya" not in text
            assert "Brandvik" not in text
            assert text.count(new.split()[0]) >= 2
            assert text.endswith("not the brother.")
            break
    else:
        raise AssertionError("nobody was ever renamed")


def test_what_is_asked_stays_and_who_is_not_said_to_be_invented_keeps_the_name(renamer: Renamer) -> None:
    rng = random.Random(4)
    drawn = {renamer.renamed(TEXTS[1], rng) for _ in range(200)}
    assert len(drawn) > 60
    assert TEXTS[1].text in drawn
    assert all(each.startswith("Voice of ") and each.endswith(" please") for each in drawn)
    assert {renamer.renamed(TEXTS[3], rng) for _ in range(50)} == {TEXTS[3].text}
    assert len({renamer.renamed(TEXTS[4], rng) for _ in range(50)}) > 10


def test_who_is_asked_for_elsewhere_in_the_scenario_is_real_and_gets_other_names(renamer: Renamer) -> None:
    rng, scenario = random.Random(5), TEXTS[1].scenario
    talk = Example("Tamsin Ockley scored twice", frozenset(), "en", "chat", scenario)
    of_another = Example(talk.text, frozenset(), "en", "chat", "another")
    assert len({renamer.renamed(talk, rng) for _ in range(50)}) > 10
    assert {renamer.renamed(of_another, rng) for _ in range(50)} == {talk.text}


def test_the_same_seed_draws_the_same_names(renamer: Renamer) -> None:
    def drawn() -> list[str]:
        rng = random.Random(9)
        return [renamer.renamed(TEXTS[1], rng) for _ in range(40)]

    assert drawn() == drawn()
