"""What must hold for any text and any list."""

import string
import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text.fold import disguise_key, fold, sound, stem
from text.words import cut
from watchlists import Person, Screener, Text
from watchlists.keys import Hasher, Hashes
from watchlists.segment import Segment

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


@given(st.sampled_from(["", ".", "-", "·", "\u200b", "\u0301"]), st.sampled_from(["", "(", "【", "«", "#"]))
@settings(deadline=None)
def test_evidence_of_letters_that_stand_apart_folds_to_the_name(sign: str, before: str) -> None:
    [matches] = SCREENER.matches([Text(body=f"{before}{sign.join('王晓彤')} x")])
    quoted = [evidence.text for match in matches for evidence in match.evidence]
    assert ["".join(filter(str.isalpha, fold(text))) for text in quoted] == ["王晓彤"]


@given(st.text())
def test_folding_is_idempotent(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_disguise_key_is_a_fixed_point_and_joins_letter_by_letter(word: str, other: str) -> None:
    key = disguise_key(word)
    assert disguise_key(key) == key
    assert disguise_key(word + other) == key + disguise_key(other)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_hashes_of_joined_and_shortened_words_follow_from_their_parts(words: list[str]) -> None:
    hasher = Hasher(b"k" * 32)
    letters = hasher.letters(words)
    joined = letters.whole()[:1]
    for number in range(1, len(words)):
        size = letters.ends[number : number + 1] - letters.starts[number : number + 1]
        joined = hasher.joined(joined, letters.whole()[number : number + 1], size)
    assert joined.tolist() == hasher.letters(["".join(words)]).whole().tolist()
    shorter = [word[:at] + word[at + 1 :] for word in words for at in range(len(word))]
    assert hasher.shortened(letters)[0].tolist() == hasher.letters(shorter).whole().tolist()


@given(st.text(alphabet=string.printable + "éЖא王芳한かサაक्ส\u200b\u0301", max_size=60))
@settings(deadline=None)
def test_any_name_can_be_watched_and_found_as_written_or_not_at_all(raw: str) -> None:
    screener = Screener([Person("p", names=(raw,))]) if raw.strip() else SCREENER
    [matches] = screener.matches([Text(body=raw)])
    assert len(matches) <= len(PEOPLE)


_RUNS = [
    "a ", "J a n e ", "Jane ", "Jane Roebling ", "王晓彤", "ส", "@janeroebling ", "x.y.", "%25", "-a", "A'", "Ro eb ",
    "\u0301", "instagram.com/janeroebling ", "J. ", "abdul", "Ольга ", "Kim Min ", "🇯🇦",
    "a*b#", "а0", "x.yz/a", "Jane Roebling пианистка ", "Jane van ", "%D0%9E", "%FF", "コト ",
    "Jane%E9%20%26 ", "a%F0%41%42%43",
    "क्", "नि", "கா", "ευ", "https%3A%2F", "ааааааааааааааааааааааааааааааааа5 ",
]  # fmt: skip


@pytest.mark.parametrize("run", _RUNS, ids=range(len(_RUNS)))
def test_work_grows_with_the_length_of_a_hostile_text_and_no_faster(run: str) -> None:
    short, long = (_work(run * (size // len(run))) for size in (3_000, 12_000))
    assert long <= 5 * short + 20_000


def _work(body: str) -> int:
    """Calls made, and keys looked up, for one text that no screener has met before."""
    screener = Screener(PEOPLE)
    screener.matches([Text(body="warm")])
    count = 0

    def tally(_: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    asked = Segment.find

    def counted(self: Segment, wanted: Hashes, least: Any = None) -> Any:
        nonlocal count
        count += len(wanted)
        return asked(self, wanted, least)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Segment, "find", counted)
        sys.setprofile(tally)
        try:
            screener.matches([Text(body=body)])
        finally:
            sys.setprofile(None)
    return count


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


@pytest.mark.parametrize(
    "odd",
    ["\u0b97\u0b97", "\u0b80\u0b81", "AΣ佐藤美咲", "sΣ 王晓彤Σ", "\u0bd7\u0b9d", "\u0c00\u0d7f", "Σς" * 20],
)
def test_letters_that_no_table_knows_hide_no_post(odd: str) -> None:
    screener = Screener([*PEOPLE, Person("misaki", names=("佐藤美咲",))])
    [matches] = screener.matches([Text(body=f"{odd} lora of Jane Roebling {odd}の写真 王晓彤")])
    assert {"jane", "wang"} <= {match.person for match in matches}


@given(st.lists(st.one_of(st.integers(0, 255).map("%{:02X}".format), st.text(max_size=3))).map("".join))
def test_any_percent_encoding_is_read_and_words_lie_inside_in_order(raw: str) -> None:
    for chunk in raw.split():
        places = [(word.start, word.end) for word in cut(chunk)]
        assert all(0 <= start < end <= len(chunk) for start, end in places)
