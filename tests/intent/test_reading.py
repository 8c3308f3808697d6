"""What the model reads: disguises undone, everything that only looks like one left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intent import Classifier, Intent
from intent.reading import as_read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("n.u.d.e lora", "nude lora"),
        ("wanted: m o d e l of her", "wanted: model of her"),
        ("d-e-e-p-f-a-k-e, cheap", "deepfake, cheap"),
        ("m0del of my c0w0rk3r", "model of my coworker"),
        ("tw!tch streamer", "twitch streamer"),
        ("ca$h for a l1keness", "cash for a likeness"),
        ("n4ckt3 Nachbarin", "nackte Nachbarin"),
        ("m\u043edel", "model"),
        ("p\u200bh0to", "photo"),
        ("d\u0301\u00eb\u1ebdp\u0323 f\u030a\u0101k\u0301e", "deep fake"),
        ("cAn sOmEoNe mAkE My fAcE", "can someone make my face"),
        (
            "l00k1ng f0r s0me0ne t0 tr41n 4ctr3ss, th3 v3 0f 8k",
            "looking for someone to train actress, the v3 of 8k",
        ),
        ("R€QU€$T", "ReQUesT"),
        ("hey @s0me0ne, l00k at th1s", "hey @someone, look at this"),
        ("p\u0323한글", "p한글"),
    ],
)
def test_a_disguised_word_is_read_as_what_it_hides(written: str, read: str) -> None:
    assert as_read(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "SD1.5, SDXL1.0, wan2.2, flux1",
        "4x upscale, 3D render, 2B, 1girl",
        "1-2-3, 10/12/2025, 5 x 3 x 2",
        "Stop! Wow!! 50% off",
        "J. R. R. Tolkien and a U.S. stamp",
        "There's a 1.5 version",
        "weight 0.7~0.9, rank 32",
        "a b c",
        "Ünïcode straße, 彼女の写真, голос",
        "Nguyễn Thị Hương, Škoda, Ọlá",
        "LoRA, OnlyFans, JaneRoe, iPhone, PhD, McKay",
        "1girl, LongHair, BlueEyes, SoftLight",
    ],
)
def test_what_only_looks_like_a_disguise_stays(text: str) -> None:
    assert as_read(text) == text


@given(st.text(max_size=200) | st.text("aA1@€ ñ한がйİ\u0323\u0308", max_size=40))
def test_reading_twice_changes_nothing_more(text: str) -> None:
    assert as_read(as_read(text)) == as_read(text)


def test_half_a_character_hinders_nobody() -> None:
    classifier = Classifier.load(threads=1)
    whole, half = classifier.classify(["nude lora of my coworker", "nude lora of my coworker \ud83d"])
    assert half.likeness == pytest.approx(whole.likeness, abs=0.1)
    classifier.explain("nude lora of my coworker \ud83d")


@pytest.mark.parametrize("text", ["", "x" * 100, "aaa AAA", "https://a.example/1", "123 !!"])
def test_what_says_nothing_asks_for_nothing(text: str) -> None:
    assert Classifier.load(threads=1).classify([text]) == [Intent()]


def test_a_disguise_does_not_change_the_answer() -> None:
    plain, disguised = Classifier.load().classify(
        ["nude lora of my coworker, 20 photos", "n.u.d.e l0ra of my c0w0rker, 20 phot0s"]
    )
    assert disguised == plain


@pytest.mark.parametrize(
    ("prompt", "read"),
    [
        ("(nice hands:0.6), (((perfect face)))", "(nice hands), (perfect face)"),
        ("<lora:rilla_moss_v2:0.75>, {{sunset}}, [fog:-0.5]", "<lora:rilla_moss_v2>, {sunset}, [fog]"),
        ("((a lake:1.1):1.2)", "(a lake)"),
        ("ratio 16:9, at 12:30", "ratio 16:9, at 12:30"),
    ],
)
def test_the_weights_of_a_prompt_go(prompt: str, read: str) -> None:
    assert as_read(prompt) == read


@given(st.text("ab1.: ([{<>}])-", max_size=40))
def test_reading_twice_is_reading_once(text: str) -> None:
    once = as_read(text)
    assert as_read(once) == once
