"""Chunks cut into words: letters that stand apart, CamelCase, signs between and around words."""

from __future__ import annotations

import pytest

from text.words import Shape, cut


def words(chunk: str) -> list[str]:
    """The words of a chunk, without those that it comes whole in."""
    return [word.bare for word in cut(chunk) if not word.shape & (Shape.WHOLE | Shape.HYPHENED)]


@pytest.mark.parametrize(
    ("chunk", "said"),
    [
        ("Roebling(1.0.0)", ["roebling", "1", "0", "0"]),
        ("jane-roebling-v-1-0", ["jane", "roebling", "v10"]),
        ("/a/b/c/jane.jpg", ["abc", "jane", "jpg"]),
        ("jane_x_y_z.png", ["jane", "xyz", "png"]),
        ("J.a.n.e_Roebling", ["jane", "roebling"]),
        ("n.u.d.e_Jane", ["nude", "jane"]),
        ("(J-a-n-e)", ["jane"]),
        ("/1/2/3/zorblatts", ["1", "2", "3", "zorblatts"]),
    ],
)
def test_letters_that_stand_apart_are_one_word_among_others(chunk: str, said: list[str]) -> None:
    assert words(chunk) == said


@pytest.mark.parametrize(
    ("chunk", "said"),
    [
        ("JaneRoebling2024Lora", ["jane", "roebling", "lora"]),
        ("JaneRoeblingV2LoRA", ["jane", "roebling", "v", "lo", "ra"]),
        ("SD15JaneRoebling", ["sd", "jane", "roebling"]),
        ("Flux1JaneRoebling", ["flux", "jane", "roebling"]),
        ("LoraOfJaneRoeblingForFluxDevV2", ["lora", "of", "jane", "roebling", "for", "flux", "dev", "v"]),
        ("#NewLoraOfTheGreatJaneRoebling", ["new", "lora", "of", "the", "great", "jane", "roebling"]),
        ("J4neR03bling", ["j4ner03bling"]),
        ("JAN3RO3BLING", ["jan3ro3bling"]),
    ],
)
def test_camel_case_is_cut_around_numbers_and_not_at_digits_for_letters(chunk: str, said: list[str]) -> None:
    assert words(chunk) == said


@pytest.mark.parametrize(
    ("chunk", "said"),
    [
        ("Roebling|actress|", ["roebling", "actress"]),
        ("Roebling@home,", ["roebling", "home"]),
        ("wow!Roebling", ["wow", "roebling"]),
        ("$$Roebling$$", ["roebling"]),
        ("€Roebling", ["roebling"]),
        ("P!nk", ["p!nk"]),
        ("Ke$ha", ["ke$ha"]),
        ("Roebl|ng", ["roebl|ng"]),
        ("$AP", ["$ap"]),
    ],
)
def test_a_sign_parts_two_words_and_none_that_it_is_a_letter_of(chunk: str, said: list[str]) -> None:
    assert words(chunk) == said
