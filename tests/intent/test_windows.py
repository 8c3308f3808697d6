"""Long texts are cut into windows that lose nothing, each with the post's title and its line of tags."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intent.windows import cut, frame_lines

TITLE, TAGS = [1, 2, 3], [7, 8, 9, 10]


def test_a_text_that_fits_is_one_window() -> None:
    assert cut(range(40), TITLE, TAGS, size=40, overlap=10) == [list(range(40))]


def test_every_window_holds_title_and_tags() -> None:
    body = list(range(100, 300))
    windows = cut([*TITLE, *body, *TAGS], TITLE, TAGS, size=40, overlap=10)
    assert len(windows) > 5
    for window in windows:
        assert window[:3] == TITLE
        assert window[-4:] == TAGS
        assert len(window) <= 40
    for before, after in pairwise(windows):
        assert before[-14:-4] == after[3:13], "neighbours share what they overlap by"


@given(
    length=st.integers(0, 400),
    first=st.integers(0, 90),
    last=st.integers(0, 90),
    size=st.integers(16, 120),
    share=st.floats(0, 0.5),
)
def test_no_token_is_lost(length: int, first: int, last: int, size: int, share: float) -> None:
    ids = list(range(first + length + last))
    windows = cut(ids, ids[:first], ids[len(ids) - last :], size, overlap=int(size * share))
    assert set().union(*windows) == set(ids)
    assert all(len(window) <= size for window in windows)
    assert all(window == sorted(window) for window in windows), "in the order of the text"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one line", ("", "")),
        ("title\nbody", ("title", "")),
        ("title\nbody\nmore\na, b, c", ("title", "a, b, c")),
    ],
)
def test_the_lines_that_frame_a_text(text: str, lines: tuple[str, str]) -> None:
    assert frame_lines(text) == lines
