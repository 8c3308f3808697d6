"""The shipped texts keep their promises: format, number, no near-duplicates, nothing sexual near a minor, fair splits."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from intent import TrainingDataError
from intent.training.examples import (
    Example,
    Split,
    near_duplicates,
    read_examples,
    shipped_examples,
    split,
    split_of,
)

pytestmark = pytest.mark.xdist_group("examples")  # one process finds the near-duplicates for all

LANGUAGES = {"es", "pt", "fr", "de", "it", "ru", "tr", "ja", "ko", "zh"}


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return shipped_examples()


@pytest.fixture(scope="module")
def near(examples: list[Example]) -> list[tuple[int, int]]:
    """Pairs of shipped texts that are near-duplicates."""
    return [(a, b) for a, b, _ in near_duplicates([each.text for each in examples])]


def line(**changes: object) -> str:
    whole = {"title": "", "body": "text", "labels": [], "lang": "en", "kind": "chat", "scenario": "s"}
    return json.dumps({**whole, **changes})


def drawn_for(part: Split, name: str = "scenario") -> str:
    """A scenario that the draw puts into this split."""
    return next(each for n in range(200) if split_of(each := f"{name} {n}") == part)


def test_there_are_enough_texts_in_every_language(examples: list[Example]) -> None:
    count = Counter(each.lang for each in examples)
    assert len(examples) >= 6000
    assert set(count) == LANGUAGES | {"en"}
    assert 0.4 <= count["en"] / len(examples) <= 0.62
    assert min(count[lang] for lang in LANGUAGES) >= 250


def test_half_of_the_texts_ask_for_nobody(examples: list[Example]) -> None:
    share = sum("likeness" not in each.labels for each in examples) / len(examples)
    assert 0.4 <= share <= 0.6


def test_nothing_sexual_stands_near_a_minor(examples: list[Example]) -> None:
    assert not [each for each in examples if "minor" in each.labels and each.labels & {"sexual", "veiled"}]


def test_no_text_is_there_twice(examples: list[Example]) -> None:
    count = Counter(each.text.casefold() for each in examples)
    assert [text for text, times in count.items() if times > 1] == []


def test_near_duplicates_are_rare(examples: list[Example], near: list[tuple[int, int]]) -> None:
    assert len(near) <= len(examples) // 200


def test_the_splits_share_no_scenario_and_no_near_duplicate(
    examples: list[Example], near: list[tuple[int, int]]
) -> None:
    parts = split(examples)
    assert sum(len(texts) for texts in parts.values()) == len(examples)
    scenarios = [{each.scenario for each in texts} for texts in parts.values()]
    assert not scenarios[0] & scenarios[1]
    assert not scenarios[0] & scenarios[2]
    assert not scenarios[1] & scenarios[2]
    part_of = {each.text: name for name, texts in parts.items() for each in texts}
    for a, b in near:
        assert part_of[examples[a].text] == part_of[examples[b].text]


def test_a_scenario_stays_in_its_split_as_the_set_grows() -> None:
    assert [split_of(f"scenario-{n}") for n in range(5)] == [split_of(f"scenario-{n}") for n in range(5)]
    share = Counter(split_of(f"scenario-{n}") for n in range(5000))
    assert 0.67 <= share["train"] / 5000 <= 0.73


def test_near_duplicates_are_found_whatever_the_case() -> None:
    texts = ["Looking for a LoRA of a lighthouse", "something else", "looking for a lora of the lighthouse"]
    assert [(min(a, b), max(a, b)) for a, b, _ in near_duplicates(texts)] == [(0, 2)]


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("{not json", "not JSON"),
        (line(labels=["likness"]), "labels must be"),
        (line(labels=["private"]), "only go with likeness"),
        (line(labels=["sexual", "veiled"]), "exclude each other"),
        (line(labels=["likeness", "minor", "veiled"]), "near a minor"),
        (line(body=" "), "not empty"),
        (json.dumps({"body": "x", "labels": []}), "needs the keys"),
        ("[]", "not an object"),
    ],
)
def test_a_line_that_breaks_the_format_is_named(tmp_path: Path, bad: str, complaint: str) -> None:
    path = tmp_path / "more.jsonl"
    path.write_text(f"{line()}\n{bad}\n", encoding="utf-8")
    with pytest.raises(TrainingDataError, match=f"more.jsonl, line 2: .*{complaint}"):
        read_examples([path], training=True)


def test_lines_to_evaluate_on_need_a_text_and_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    lines = [{"text": "LoRA of my ex", "labels": ["likeness"]}, {"title": "A", "body": "B", "labels": []}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = read_examples([path])
    assert [(each.text, sorted(each.labels)) for each in found] == [
        ("LoRA of my ex", ["likeness"]),
        ("A\nB", []),
    ]
    path.write_text(json.dumps({"text": "LoRA of my ex"}), encoding="utf-8")
    with pytest.raises(TrainingDataError, match="labels must be"):
        read_examples([path])


def test_what_must_not_be_trained_on_can_be_evaluated(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(line(labels=["likeness", "minor", "veiled"]), encoding="utf-8")
    (found,) = read_examples([path])
    assert found.labels == {"likeness", "minor", "veiled"}


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_a_line_ends_at_a_line_feed_and_nowhere_else(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "pasted.jsonl"
    path.write_text(f"{line().replace('text', f'two{separator}parts')}\r\n{line()}\n", encoding="utf-8")
    assert len(read_examples([path], training=True)) == 2


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "windows.jsonl"
    path.write_text(line(), encoding="utf-8-sig")
    assert len(read_examples([path], training=True)) == 1


def test_an_operators_texts_never_move_a_shipped_one() -> None:
    def text(words: str, scenario: str) -> Example:
        return Example(words, frozenset(), "en", "chat", scenario)

    words: dict[Split, str] = {
        "train": "Twelve grey herons by the sea",
        "validation": "My old accordion needs a new strap",
        "test": "Somebody lost a green umbrella",
    }
    shipped = {part: text(said, drawn_for(part)) for part, said in words.items()}
    before = split(list(shipped.values()))
    # Named so that each would be the first of its group, and drawn for training.
    near = {part: text(f"{each.text}!", drawn_for("train", f"a {part}")) for part, each in shipped.items()}
    after = split(list(shipped.values()), list(near.values()))
    for part, each in shipped.items():
        assert before[part] == [each]
        assert each in after[part]
        assert near[part] in after[part]


def test_a_text_that_is_near_to_two_splits_is_kept_out_of_training() -> None:
    shipped = [
        Example("A photograph of the harbour at night", frozenset(), "en", "chat", drawn_for("train")),
        Example("Ten cups of tea for the whole family", frozenset(), "en", "chat", drawn_for("test")),
    ]
    both = [Example(each.text.upper(), frozenset(), "en", "chat", "both") for each in shipped]
    parts = split(shipped, both)
    assert parts["train"] == shipped[:1]
    assert parts["test"] == [shipped[1], *both]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingDataError, match=r"absent\.jsonl cannot be read"):
        read_examples([tmp_path / "absent.jsonl"])
