"""Adding, changing and removing people, and the index file."""

import functools
import gc
import secrets
import threading
import types
from pathlib import Path

import pytest

from watchlists import Person, Screener, Text
from watchlists.index_file import DamagedError, IndexFileError

KEY = b"k" * 32
JANE = Person("jane", names=("Jane Roebling",), context=("Leeds",))
OLGA = Person("olga", names=("Olga Berestova",), handles=("vk:olberest",))


def who(screener: Screener, body: str) -> list[str]:
    [matches] = screener.matches([Text(body=body)])
    return [match.person for match in matches]


def crowd(count: int) -> list[Person]:
    return [Person(f"p{n}", names=(f"Quentin Zyxlow{n:05d}x",)) for n in range(count)]


def test_an_added_person_is_found_at_once_and_a_removed_one_no_more() -> None:
    screener = Screener(crowd(50))
    screener.put(JANE)
    assert who(screener, "Jane Roebling") == ["jane"]
    screener.remove("jane")
    screener.remove("nobody")
    assert who(screener, "Jane Roebling") == []
    assert len(screener) == 50
    assert "jane" not in screener


def test_putting_again_replaces() -> None:
    screener = Screener([JANE, JANE])
    screener.put(Person("jane", names=("Anna Vandermeer",)))
    assert who(screener, "Jane Roebling") == []
    assert who(screener, "Anna Vandermeer") == ["jane"]
    assert len(screener) == 1


def test_many_changes_one_after_the_other_keep_everybody() -> None:
    screener = Screener()
    for person in crowd(70):
        screener.put(person)
    assert len(screener) == 70
    assert who(screener, "Quentin Zyxlow00042x") == ["p42"]


def test_adding_then_removing_leaves_no_trace_in_memory_or_file(tmp_path: Path) -> None:
    with_jane, without = Screener(crowd(20), key=KEY), Screener(crowd(20), key=KEY)
    with_jane.put(JANE)
    with_jane.remove("jane")
    with_jane.compact()
    [left], [right] = with_jane._segments, without._segments
    assert left.keys.tolist() == right.keys.tolist()
    assert left.typo_keys.tolist() == right.typo_keys.tolist()
    assert list(left.people()) == list(right.people())


@pytest.mark.parametrize("replaced", [False, True])
def test_a_forgotten_name_is_nowhere_in_memory(replaced: bool) -> None:
    letters = [secrets.choice("bdfgklmnprst") + secrets.choice("aeiou") for _ in range(20)]
    given, surname, place, stage = ("".join(letters[at : at + 5]) for at in (0, 5, 10, 15))
    screener = Screener(crowd(20), key=KEY)
    screener.put(Person("z", names=(f"{given} {surname}".title(), stage.title()), context=(place.title(),)))
    assert who(screener, f"pics of {given} {surname} from {place}".title()) == ["z"]
    assert who(screener, f"pics of {stage.title()}") == ["z"]
    if replaced:
        screener.put(Person("z", names=("Somebody Else",)))
    else:
        screener.remove("z")
    screener.compact()
    mine = (given, surname, place, stage)
    left = [text for text in _strings() if any(word in text.lower() for word in mine)]
    assert [text for text in left if not any(text is word for word in mine)] == []


def _strings() -> list[str]:
    """Every string that something in memory refers to, also by way of tuples, but for the code's own."""
    gc.unfreeze()  # a bot that ran in this process has put what was there out of sight
    gc.collect()
    ignored = (types.CodeType, types.FrameType)
    holders = [holder for holder in gc.get_objects() if not isinstance(holder, ignored)]
    plain = [each for holder in holders for each in gc.get_referents(holder) if isinstance(each, str | tuple)]
    found: list[str] = []
    while plain:
        found += [each for each in plain if isinstance(each, str)]
        inside = (
            each for held in plain if isinstance(held, tuple) and not gc.is_tracked(held) for each in held
        )
        plain = [each for each in inside if isinstance(each, str | tuple)]
    return found


def test_every_memo_that_may_hold_a_word_of_a_name_is_emptied_when_somebody_is_forgotten() -> None:
    screener = Screener([JANE])
    who(screener, "pics of Jane Roebling from Leeds, @janeroebling")
    screener.remove("jane")
    gc.unfreeze()
    bounded = [
        memo
        for memo in gc.get_objects()
        if isinstance(memo, functools._lru_cache_wrapper)
        and memo.__module__.partition(".")[0] in ("text", "watchlists")
        and memo.cache_info().maxsize is not None
    ]
    assert len(bounded) > 10
    assert [memo.__name__ for memo in bounded if memo.cache_info().currsize] == []


def test_a_file_saved_after_somebody_left_is_as_long_as_one_that_never_had_them(tmp_path: Path) -> None:
    with_jane, without = Screener(crowd(20), key=KEY), Screener(crowd(20), key=KEY)
    with_jane.put(JANE)
    with_jane.remove("jane")
    with_jane.save(tmp_path / "a.index")
    without.save(tmp_path / "b.index")
    assert (tmp_path / "a.index").stat().st_size == (tmp_path / "b.index").stat().st_size
    opened = Screener.open(tmp_path / "a.index", KEY)
    assert [person.id for segment in opened._segments for person in segment.people()] == [
        person.id for person in crowd(20)
    ]


def test_a_person_removed_from_a_large_index_is_gone_after_background_compaction() -> None:
    screener = Screener([*crowd(4_200), JANE])
    screener.remove("jane")
    assert who(screener, "Jane Roebling") == []
    thread = screener._compaction
    assert thread is not None
    thread.join(600)
    assert "jane" not in [person.id for segment in screener._segments for person in segment.people()]
    assert sum(map(len, screener._segments)) == 4_200


def test_a_saved_index_opens_with_its_stamp_and_takes_changes(tmp_path: Path) -> None:
    path = tmp_path / "watch.index"
    Screener([JANE], key=KEY).save(path, stamp="change 17")
    screener = Screener.open(path, KEY)
    screener.put(OLGA)
    assert screener.stamp == "change 17"
    assert who(screener, "Jane Roebling and Olga Berestova") == ["jane", "olga"]
    screener.remove("jane")
    screener.save(path, stamp="change 18")
    assert who(Screener.open(path, KEY), "Jane Roebling and Olga Berestova") == ["olga"]


def test_the_file_holds_no_readable_name(tmp_path: Path) -> None:
    path = tmp_path / "watch.index"
    Screener([JANE, OLGA], key=KEY).save(path)
    raw = path.read_bytes().lower()
    assert not any(word in raw for word in (b"jane", b"roebling", b"olga", b"olberest", b"leeds"))


@pytest.mark.parametrize("at", [0, 20, 60, 5_000, -1])
def test_a_damaged_file_is_refused(tmp_path: Path, at: int) -> None:
    path = tmp_path / "watch.index"
    Screener([JANE], key=KEY).save(path)
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)
    with pytest.raises(IndexFileError, match="rebuil"):
        Screener.open(path, KEY)


def test_a_cut_file_and_another_key_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "watch.index"
    Screener([JANE], key=KEY).save(path)
    with pytest.raises(DamagedError):
        Screener.open(path, b"x" * 32)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedError):
        Screener.open(path, KEY)


def test_reads_go_on_while_people_come_and_go() -> None:
    screener = Screener([JANE, *crowd(200)])
    errors: list[Exception] = []

    def change() -> None:
        try:
            for person in crowd(60):
                screener.put(person)
                screener.remove(person.id)
        except Exception as error:
            errors.append(error)

    writer = threading.Thread(target=change)
    writer.start()
    while writer.is_alive():
        assert who(screener, "lora of Jane Roebling") == ["jane"]
    writer.join()
    assert not errors
    assert len(screener) == 141
