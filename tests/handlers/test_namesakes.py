"""People who watch for a name that a character has, too."""

from __future__ import annotations

from handlers.namesakes import likelier, to_judge_again
from intent import Classifier
from watchlists import Person, Screener, Text

TEXTS = ["lora of Rikka Takarada please", "lora of Orsolya Brandvik please", "nice weather, Rikka"]
SCREENER = Screener([Person("r", names=("Rikka Takarada",)), Person("o", names=("Orsolya Brandvik",))])
MATCHES = SCREENER.matches([Text(body=text) for text in TEXTS])


def test_only_who_is_called_like_a_character_is_judged_again() -> None:
    again = to_judge_again(TEXTS, MATCHES)
    assert list(again) == [0]
    assert "Rikka" not in again[0]


def test_a_request_for_a_watched_person_is_one_whatever_character_has_their_name() -> None:
    classifier = Classifier.load(threads=1)
    again = to_judge_again(TEXTS, MATCHES)
    first, second = classifier.classify([TEXTS[0], again[0]])
    threshold = classifier.thresholds["likeness"]
    assert first.likeness < threshold <= likelier(first, second).likeness
