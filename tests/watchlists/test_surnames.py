"""A rare surname alone, as communities speak of people they know: whom it means is told by the person's context."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.watchlists.people import named, tier
from watchlists import Screener, Text, Tier

ASTRID = named("Astrid Lyngkrogh", context=("midwife", "Odense"))


@pytest.mark.parametrize(
    "body",
    [
        "that midwife lyngkrogh, anyone has more pics",
        "hvad hedder hende jordemoderen fra odense, lyngkrogh et eller andet",
        "Lyngkrogh from Odense. The midwife, you know her",
        "#lyngkrogh #midwife lora",
        "L y n g k r o g h? No, just Lyngkrogh, midwife",
        "A. Lyngkrogh, midwife",
        "mrs Lyngkrogh (midwife, Odense, you know)",
        "Lyngkrogh (Odense, babies). Her first name is Astrid, midwife",
    ],
)
def test_a_rare_surname_with_the_profession_or_two_context_words_is_an_alert(body: str) -> None:
    assert tier(ASTRID, body) is Tier.ALERT


@pytest.mark.parametrize(
    ("context", "body"),
    [
        (("midwife", "Odense"), "Lyngkrogh from Odense"),
        (("Vejle",), "Lyngkrogh from Vejle"),
        (("Köln", "Cologne"), "Lyngkrogh aus Köln"),
        (("Odense", "Denmark"), "Lyngkrogh of Odense, Denmark"),
        (("midwife",), "in Lyngkrogh lives a midwife"),
        (("midwife",), "his brother Lyngkrogh, midwife"),
        (("midwife",), "Lyngkrogh senior, midwife"),
        (("midwife",), "Lyngkrogh, midwife in 1871"),
        (("midwife", "Odense"), "Lyngkrogh the plumber, in Odense"),
    ],
)
def test_what_may_be_any_of_the_family_is_left_to_a_moderator(context: tuple[str, ...], body: str) -> None:
    assert tier(named("Astrid Lyngkrogh", context=context), body) is not Tier.ALERT


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("Hannah Wuppertal", "teacher", "teacher from Wuppertal wanted"),
        ("Ella Steinway", "pianist", "the pianist played a Steinway"),
        ("Ann Dirndl", "singer", "singer in a Dirndl"),
    ],
)
def test_a_surname_that_is_a_town_or_a_thing_is_no_alert(name: str, context: str, body: str) -> None:
    assert tier(named(name, context=(context,)), body) is not Tier.ALERT


@pytest.mark.parametrize(
    "body",
    [
        "Lyngkrogh again, who is that",
        "Peter Lyngkrogh, midwife in Odense",
        "Peter Lyngkrogh speaks. Lyngkrogh is a midwife in Odense",
        "Tom Lyngkrogh, midwife in Odense",
        "Jean-Luc Lyngkrogh is a midwife",
        "P. Lyngkrogh, midwife in Odense",
        "Kirsten L. Lyngkrogh midwife",
        "Lyngkrogh, Peter - midwife, Odense",
        "Lyngkrogh P., midwife",
        f"Lyngkrogh {'and so on ' * 20} midwife in Odense",
        "Kirsten Holm - midwife\nPia Krag - cook\nLyngkrogh - referee",
        "Kirsten Holm is a midwife. Lyngkrogh is her dog",
    ],
)
def test_a_surname_alone_or_of_another_is_nobody(body: str) -> None:
    assert tier(ASTRID, body) is None


@pytest.mark.parametrize(
    ("context", "word"),
    [("teacher", "profesor"), ("doctor", "doctora"), ("Kuopio", "Kuopiossa"), ("DJ", "DJ")],
)
def test_what_is_context_beside_a_name_is_context_beside_a_surname(context: str, word: str) -> None:
    assert tier(named("Astrid Lyngkrogh", context=(context,)), f"Lyngkrogh, {word}") is not None


def test_both_halves_of_a_double_surname_count() -> None:
    person = named("Ana Thibeaudiere Lopez", context=("profesora", "Lyon"))
    assert tier(person, "la profesora Thibeaudiere, de Lyon") is Tier.ALERT


def test_a_text_full_of_one_surname_is_read_in_linear_time() -> None:
    few, many = (Text(body="Lyngkrogh midwife " * times) for times in (20, 4000))
    screener = Screener([ASTRID])
    assert [match.tier for match in screener.matches([few])[0]] == [Tier.ALERT]
    assert [match.tier for match in screener.matches([many])[0]] == [Tier.ALERT]


def test_a_common_surname_is_never_looked_for_alone() -> None:
    assert tier(named("Astrid Nielsen", context=("midwife", "Odense")), "Nielsen, midwife in Odense") is None


@pytest.mark.parametrize(
    ("name", "context", "body"),
    [
        ("Милутин Стојковац", ("хармоника",), "Stojkovac, ona harmonika"),
        ("Милутин Стојковац", ("accordionist",), "Стојковац, хармоникаш"),
        ("Hirvikorpi Ville", ("game developer", "Oulu"), "uusi Hirvikorpi, game developer"),
        ("Marguerite Thibeaudière", ("hockey coach",), "madame thibeaudiere la coach de hockey"),
    ],
)
def test_it_is_found_in_other_letters_orders_and_languages(
    name: str, context: tuple[str, ...], body: str
) -> None:
    assert tier(named(name, context=context), body) is Tier.ALERT


def test_a_dismissed_namesake_with_the_same_surname_stays_quiet() -> None:
    text = Text(body="who films Lyngkrogh, the midwife from Odense")
    [[first]] = Screener([ASTRID]).matches([text])
    wiser = replace(ASTRID, not_me=frozenset(first.fingerprints))
    other = Text(body="need pics of that midwife lyngkrogh")
    assert Screener([wiser]).matches([text])[0] == []
    assert Screener([wiser]).matches([other])[0] != []


def test_a_changed_context_counts_at_once_and_a_removed_person_is_gone() -> None:
    screener = Screener([ASTRID])
    text = Text(body="Lyngkrogh, the florist from Vejle")
    assert screener.matches([text]) == [[]]
    screener.put(named("Astrid Lyngkrogh", context=("florist", "Vejle")))
    [[match]] = screener.matches([text])
    assert {each.text for each in match.evidence} == {"Lyngkrogh", "florist", "Vejle"}
    screener.remove("p")
    assert screener.matches([text]) == [[]]


def test_a_pursuit_among_the_tags_speaks_for_a_surname() -> None:
    screener = Screener([named("Astrid Lyngkrogh", context=("biathlon", "Odense"))])
    tagged, other, town = screener.matches(
        [
            Text(body="Lyngkrogh hit them all!", tags=("sport", "skidskytte")),
            Text(body="Lyngkrogh hit them all!", tags=("sport", "lora")),
            Text(body="Lyngkrogh hit them all!", tags=("odense",)),
        ]
    )
    assert [match.tier for match in tagged] == [Tier.ALERT]
    assert not other
    assert [match.tier for match in town] == [Tier.REVIEW]


def test_tags_speak_for_title_and_body_alone() -> None:
    screener = Screener([named("Astrid Lyngkrogh", context=("actress",))])
    texts = [
        Text(author="lyngkrogh", body="a lora", tags=("actress",)),
        Text(url="https://x.example/lyngkrogh", body="a lora", tags=("actress",)),
    ]
    assert screener.matches(texts) == [[], []]


def test_any_place_of_a_context_word_speaks_for_a_surname() -> None:
    [matches] = Screener([ASTRID]).matches(
        [Text(body="My sister is a midwife.\n\nA post about Lyngkrogh", tags=("midwife",))]
    )
    assert [match.tier for match in matches] == [Tier.ALERT]


def test_many_links_and_tags_are_read_in_linear_time() -> None:
    screener = Screener([ASTRID])
    links = tuple(("Lyngkrogh", f"https://x.example/{number}") for number in range(6000))
    tags = tuple("midwife word " * 40 for _ in range(24))
    for text in (Text(links=links), Text(body="Lyngkrogh. Lyngkrogh! " * 3000, tags=tags)):
        assert len(screener.matches([text])[0]) < 2


@pytest.mark.parametrize("body", ["Szentgyörgyvári Á. az egri pólós", "Szentgyörgyvári K. Egerből"])
def test_an_initial_may_follow_the_surname_where_names_are_said_so(body: str) -> None:
    akos = named("Szentgyörgyvári Ákos", context=("Eger",))
    katalin = named("Szentgyörgyvári Katalin", context=("Eger",))
    assert [tier(person, body) is not None for person in (akos, katalin)] == ["Á." in body, "K." in body]
