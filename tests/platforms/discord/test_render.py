"""Cards as Discord shows them: what others wrote is text, and nothing more."""

from __future__ import annotations

import pytest

from bot.platforms.discord.render import escape, render
from handlers.cards import Card, Line, Style


@pytest.mark.parametrize(
    "words",
    [
        "see https://board.example/7",
        "HTTPS://board.example/7",
        "<https://board.example/7>",
        "[here](https://board.example/7)",
        "discord://board.example/7",
    ],
)
def test_an_address_in_somebody_elses_words_cannot_be_pressed(words: str) -> None:
    card = Card(title=words, body=words, lines=(Line("a", words), Line("b", words, Style.SPOILER)))
    drawn = render(card).embed
    assert drawn is not None
    for text in (drawn.title, drawn.description, *(field.value for field in drawn.fields)):
        assert text is not None
        assert "://" not in text
        assert "board.example/7" in text


def test_the_address_of_a_place_that_helps_can_be_pressed() -> None:
    drawn = render(Card(title="t", lines=(Line("route", "https://stopncii.org", Style.OWN),))).embed
    assert drawn is not None
    assert drawn.fields[0].value == "https://stopncii.org"


def test_markup_and_mentions_are_shown_as_they_were_written() -> None:
    shown = escape("**a** ||b|| `c` @everyone <@100000000000000017>")
    assert shown.startswith(r"\*\*a\*\* \|\|b\|\| \`c\` @")
    assert "@everyone" not in shown
    assert "<@1" not in shown
