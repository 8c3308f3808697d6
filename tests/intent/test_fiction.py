"""Characters and titles of fiction, as they are found and marked for the network."""

import random
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intent.fiction import CHARACTER, TITLE, as_somebody, marked, named, names_of, words_of
from intent.reading import as_read
from intent.training.casting import Casting


@pytest.mark.parametrize(
    "text",
    [
        "hatsune miku on a stage",
        "Miku Hatsune on a stage",
        "<lora:hatsune_miku_v3:0.8> twintails",
        "photo of (HatsuneMiku:1.1), smiling",
        "Hatsune-Miku",
        "初音ミクのLoRAください",
        "做一个初音未来的模型",
        "하츠네 미쿠의 로라",
        "LoRA с Мартой и Гермионой Грейнджер",
    ],
)
def test_a_character_is_marked_however_the_name_is_written(text: str) -> None:
    assert " (character)" in marked(as_read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mirella Hatsunari, photo of her on a stage",
        "the girl from the bakery, with you, so this is the world",
        "a grandmaster, a fireman and a witch",
        "miku, hatsune",
        "photo of my ex, Quillonda Verrane",
        "ナミレイコさん",
    ],
)
def test_people_and_ordinary_words_are_not(text: str) -> None:
    assert marked(text) == text


def test_a_title_is_marked_as_one() -> None:
    assert marked("Mona from Genshin Impact") == "Mona from Genshin Impact (series)"


def test_a_name_is_marked_where_it_first_stands() -> None:
    text = "hatsune miku, <lora:hatsune_miku>, Miku Hatsune"
    assert marked(text).count("(character)") == 1 + (marked("Miku Hatsune").count("(character)"))
    assert marked(text).startswith("hatsune miku (character), ")


def test_another_name_is_put_for_whole_names_alone() -> None:
    text = "nudes of Ellie Williams; Ellie Williamson from Leeds"
    assert as_somebody(text, ["Ellie Williams"]).endswith("; Ellie Williamson from Leeds")
    assert "Ellie Williams;" not in as_somebody(text, ["Ellie Williams"])
    assert "hatsune" not in as_somebody("<lora:hatsune_miku_v2:1>", ["hatsune_miku"])
    assert "Hatsune" not in as_somebody("NewHatsuneMikuLora", ["HatsuneMiku"])


def test_what_is_found_cuts_the_text() -> None:
    text = "初音ミクとhatsune miku"
    assert [text[name.start : name.end] for name in named(text)] == ["初音ミク", "hatsune miku"]


_PIECES = st.sampled_from(
    [
        "初音ミク",
        "유우키 아스나",
        "hatsune",
        "_",
        "miku",
        " ",
        "ア",
        "·",
        "(character)",
        "гермиона",
        "\n",
        "é",
    ]
)


@given(st.text(max_size=300) | st.lists(_PIECES).map("".join))
def test_marking_twice_marks_once(text: str) -> None:
    once = marked(text)
    assert marked(once) == once


@given(st.text(max_size=300) | st.lists(_PIECES).map("".join))
def test_names_lie_in_the_text_and_not_over_each_other(text: str) -> None:
    ends = [0]
    for name in named(text):
        assert ends[-1] <= name.start < name.end <= len(text)
        ends.append(name.end)


def test_other_characters_are_written_like_the_one_they_stand_for() -> None:
    casting = Casting()
    texts = {
        casting.recast("<lora:hatsune_miku_v3> hatsune miku, 1girl", random.Random(seed))
        for seed in range(20)
    }
    assert len(texts) > 5
    for text in texts:
        assert "(character)" in marked(text)
        assert text.startswith("<lora:")
        assert text.endswith(", 1girl")
        assert " " not in text.split(">")[0]


def test_a_text_without_fiction_is_not_recast() -> None:
    text = "LoRA of Quillonda Verrane, the newsreader"
    assert {Casting().recast(text, random.Random(seed)) for seed in range(5)} == {text}


def test_a_private_person_is_now_and_then_called_like_a_character() -> None:
    casting, text = Casting(), "LoRA of Quillonda Verrane, a girl from my gym"
    drawn = [
        casting.namesake([("Quillonda", "Verrane")], text, True, random.Random(seed)) for seed in range(60)
    ]
    others = set(drawn) - {text}
    assert 5 < len(others) < 30
    assert all("(character)" in marked(other) and other.endswith(", a girl from my gym") for other in others)


def test_the_table_holds_nobody_who_is_known_to_be_real() -> None:
    """Those that the picture board draws and a reader has struck out."""
    struck_out = files("intent.fiction").joinpath("not_fiction.txt").read_text(encoding="utf-8").splitlines()
    assert len(struck_out) > 1000
    for what in (CHARACTER, TITLE):
        known = {tuple(sorted(words_of(name))) for name in names_of(what)}
        assert not known & {tuple(sorted(words_of(name))) for name in struck_out}
