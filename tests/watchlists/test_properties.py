"""What must hold for any text and any list."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from text.fold import disguise_key, fold, sound, stem
from text.words import cut
from watchlists import Person, Screener, Text

PEOPLE = [
    Person("jane", names=("Jane Roebling",), handles=("@janeroebling",), context=("Leeds",)),
    Person("olga", names=("Ольга Берестова",)),
    Person("wang", names=("王晓彤",)),
    Person("thai", names=("ปาริฉัตร วงศ์สวัสดิ์วงค์",)),
    Person("fatima", names=("فاطمة الزهراني",)),
]
SCREENER = Screener(PEOPLE)
NAMES = st.sampled_from(
    [name for person in PEOPLE for name in person.names] + ["@janeroebling", "J a n e", "R0ebling"]
)
GLUE = st.text(max_size=8) | st.sampled_from([" ", "\n", ".", "\u200b", "\u0301", "👩‍🚀", "😀 ", "﷽"])
TEXTS = st.lists(NAMES | GLUE | st.text(max_size=20), max_size=12).map("".join)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_cut_the_text_they_claim(title: str, body: str, tag: str) -> None:
    [matches] = SCREENER.matches([Text(title=title, body=body, tags=(tag,), links=((body, title),))])
    fields = {"title": title, "body": body, "tags[0]": tag, "links[0].text": body, "links[0].url": title}
    for match in matches:
        assert match.evidence
        for evidence in match.evidence:
            assert fields[evidence.field][evidence.start : evidence.end] == evidence.text
            assert evidence.text
        assert 0 <= match.probability <= 1


@given(st.text())
def test_folding_is_idempotent(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(st.text(alphabet=string.ascii_lowercase, min_size=1))
def test_the_disguise_key_of_plain_letters_is_a_fixed_point(word: str) -> None:
    key = disguise_key(word)
    assert disguise_key(key) == key or "rn" in key or "vv" in key


@given(st.text(max_size=60))
@settings(deadline=None)
def test_words_lie_inside_their_chunk_in_order(raw: str) -> None:
    for chunk in raw.split():
        for word in cut(chunk):
            assert 0 <= word.start < word.end <= len(chunk)
            assert word.bare
            assert sound(word.bare) is not None
            assert stem(word.bare)


def test_long_and_hostile_texts_are_read_in_one_go() -> None:
    hostile = [
        "a " * 20_000, "a" * 50_000, "J a n e " * 5_000, "王" * 5_000, "ส" * 5_000, "@" * 20_000, "." * 20_000,
        "\u0301" * 20_000, "Jane " * 5_000, "https://" * 3_000, "x.y." * 5_000, "🇯🇦" * 3_000, "%25" * 5_000, "'" * 9_000,
        "A'" * 5_000, "-a" * 9_000, "Jane Roebling " * 1_000,
    ]  # fmt: skip
    assert len(SCREENER.matches([Text(title=text[:300], body=text) for text in hostile])) == len(hostile)


def test_broken_characters_in_a_text_are_no_error() -> None:
    [matches] = SCREENER.matches([Text(body="\ud800 Jane Roebling \udfff\ud800")])
    assert [match.person for match in matches] == ["jane"]
