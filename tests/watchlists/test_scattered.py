"""A rare surname in one place of a text and the given name in another: who is meant, and who is not."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Person, Screener, Text, Tier


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        (
            "Imogen Thackwray",
            "newsreader",
            "the thackwray model got pulled. the newsreader one, imogen. dm pls",
        ),
        (
            "Annegret Zwieselbauer",
            "Landrätin",
            "Frau Zwieselbauers Rede ist generiert. Die Landrätin, Annegret, sagt nein",
        ),
        ("Глеб Корзухин", "стример", "Корзухину шьют дело. Стример, сам Глеб, вроде спокоен"),
    ],
)
def test_a_rare_surname_with_the_given_name_further_on_alerts_with_context(
    name: str, context: str, body: str
) -> None:
    assert tier(named(name, context=(context,)), body) is Tier.ALERT
    assert tier(named(name), body) is Tier.REVIEW


def test_an_initial_says_whose_given_name_it_is_far_from_the_surname() -> None:
    person = named("Søren Kjærholt")
    assert tier(person, "kokken kjærholt: nogen der har trænet søren k. på wan?") is Tier.ALERT
    assert tier(person, "kokken kjærholt: nogen der har trænet søren på wan?") is Tier.REVIEW


@pytest.mark.parametrize(
    "body",
    [
        "Imogen Hart reads the news. Tom Thackwray edits it, the newsreader says",
        "Thackwray archive, compiled by Imogen Hart and others in Hull",
        "the thackwray model. thanks to imogen van der wiel for the scans",
    ],
)
def test_the_given_name_of_another_elsewhere_in_the_text_says_nothing(body: str) -> None:
    assert tier(named("Imogen Thackwray"), body) is None


def test_the_surname_beside_the_profession_counts_whoever_else_is_named() -> None:
    body = "the thackwray newsreader model. thanks to imogen van der wiel for the scans"
    assert tier(named("Imogen Thackwray", context=("newsreader",)), body) is Tier.ALERT


def test_words_that_stand_far_apart_are_quoted_one_by_one() -> None:
    body = "the thackwray model got pulled. the newsreader one, imogen. dm pls"
    [[match]] = Screener([named("Imogen Thackwray")]).matches([Text(body=body)])
    assert [evidence.text for evidence in match.evidence] == ["thackwray", "imogen"]


def test_one_persons_scattered_words_take_nothing_from_anothers_name() -> None:
    body = "zzyqworth! anyone? ok so who can do a lora of katherine roeblimg, paid"
    people = [
        Person("victim", names=("Katherine Roebling",)),
        Person("stranger", names=("Katherine Zzyqworth",)),
    ]
    [matches] = Screener(people).matches([Text(body=body)])
    assert ("victim", Tier.ALERT) in [(match.person, match.tier) for match in matches]


def test_a_nickname_is_found_however_often_the_words_stand_apart_before() -> None:
    body = "Thackwray about this thing, Robert. " * 7 + "please make a lora of Bob Thackwray"
    assert tier(named("Robert Thackwray"), body) is Tier.ALERT
