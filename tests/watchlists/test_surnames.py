"""A rare surname alone, as communities speak of people they know: whom it means is told by the person's context."""

from __future__ import annotations

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
    ],
)
def test_a_rare_surname_with_the_profession_or_two_context_words_is_an_alert(body: str) -> None:
    assert tier(ASTRID, body) is Tier.ALERT


def test_a_rare_surname_with_only_the_town_may_be_any_of_the_family() -> None:
    assert tier(ASTRID, "Lyngkrogh in Odense") is Tier.REVIEW


@pytest.mark.parametrize(
    "body",
    [
        "Lyngkrogh again, who is that",
        "Peter Lyngkrogh, midwife in Odense",
        "Peter Lyngkrogh speaks. Lyngkrogh is a midwife in Odense",
        f"Lyngkrogh {'and so on ' * 20} midwife in Odense",
        "Lyngdal, the midwife from Odense",
    ],
)
def test_a_surname_alone_or_of_another_is_nobody(body: str) -> None:
    assert tier(ASTRID, body) is None


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


def test_a_changed_context_counts_at_once_and_a_removed_person_is_gone() -> None:
    screener = Screener([ASTRID])
    text = Text(body="Lyngkrogh, the florist from Vejle")
    assert screener.matches([text]) == [[]]
    screener.put(named("Astrid Lyngkrogh", context=("florist", "Vejle")))
    [[match]] = screener.matches([text])
    assert {each.text for each in match.evidence} == {"Lyngkrogh", "florist", "Vejle"}
    screener.remove("p")
    assert screener.matches([text]) == [[]]
