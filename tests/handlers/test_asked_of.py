"""What an item asks of a watched person who was surely found in it."""

from __future__ import annotations

import pytest

from handlers.asked_of import judge, likelier, to_judge_again
from intent import Classifier, Intent, Policy, Severity, Signals
from watchlists import Match, Person, Screener, Text, Tier

TEXTS = ["lora of Rikka Takarada please", "lora of Orsolya Brandvik please", "nice weather, Rikka"]
SCREENER = Screener([Person("r", names=("Rikka Takarada",)), Person("o", names=("Orsolya Brandvik",))])
MATCHES = SCREENER.matches([Text(body=text) for text in TEXTS])
THRESHOLDS = {"likeness": 0.8, "sexual": 0.5}


def test_only_who_is_called_like_a_character_is_judged_again() -> None:
    again = to_judge_again(TEXTS, MATCHES)
    assert list(again) == [(0, "r")]
    assert "Rikka" not in again[0, "r"]


def test_each_of_several_is_judged_by_their_own_name_alone() -> None:
    text = "lora of Rikka Takarada and of Makise Kurisu"
    people = [Person("r", names=("Rikka Takarada",)), Person("k", names=("Makise Kurisu",))]
    again = to_judge_again([text], Screener(people).matches([Text(body=text)]))
    assert "Makise Kurisu" in again[0, "r"]
    assert "Rikka Takarada" in again[0, "k"]


def test_a_request_for_a_watched_person_is_one_whatever_character_has_their_name() -> None:
    classifier = Classifier.load(threads=1)
    again = to_judge_again(TEXTS, MATCHES)
    first, second = classifier.classify([TEXTS[0], again[0, "r"]])
    threshold = classifier.thresholds["likeness"]
    assert first.likeness < threshold <= likelier(first, second).likeness


def test_whether_it_may_be_a_young_person_is_said_by_the_text_as_it_is() -> None:
    first, second = Intent(likeness=0.2, minor=0.7), Intent(likeness=0.9, sexual=0.6, minor=0.1)
    assert likelier(first, second) == Intent(likeness=0.9, sexual=0.6, minor=0.7)
    assert likelier(second, first) == second


@pytest.mark.parametrize(
    ("tier", "likeness", "severity"),
    [
        (Tier.ALERT, 0.5, Severity.LOW),
        (Tier.ALERT, 0.49, Severity.NONE),
        (Tier.REVIEW, 0.79, Severity.NONE),
        (Tier.REVIEW, 0.8, Severity.LOW),
    ],
)
def test_a_doubtful_request_counts_for_whoever_is_surely_named(
    tier: Tier, likeness: float, severity: Severity
) -> None:
    match = Match("r", 20.0, 0.9, tier, (), ())
    verdict = judge(Policy(), Intent(likeness=likeness), match, Signals(), THRESHOLDS)
    assert verdict.severity is severity


def test_a_lower_threshold_of_the_operators_stays() -> None:
    assert Policy().for_watched({"likeness": 0.3}) == {"likeness": 0.3}
