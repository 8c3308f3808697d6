"""`plain`: what the classifier reads is what a person sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text import plain


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Jane Roe", "Jane Roe"),
        ("J\u200bane R\u00adoe", "Jane Roe"),
        ("𝓙𝓪𝓷𝓮 ⓡⓞⓔ", "Jane roe"),
        ("Jаnе", "Jane"),
        ("ɴᴜᴅᴇ", "nude"),
        ("🅽🆄🅳🅴", "NUDE"),
        ("Привет, Иван", "Привет, Иван"),
        ("żółć, ŁUKASZ, ışık", "żółć, ŁUKASZ, ışık"),
        ("王小明 สมชาย", "王小明 สมชาย"),
    ],
)
def test_disguises_come_off_and_languages_stay(raw: str, seen: str) -> None:
    assert plain(raw) == seen


@given(st.text())
def test_plain_text_stays_as_it_is(raw: str) -> None:
    assert plain(plain(raw)) == plain(raw)


def test_long_runs_of_combining_marks_are_cut() -> None:
    assert len(plain("a" + "\u0301\u0327" * 100_000)) < 20
