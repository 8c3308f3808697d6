"""Writes characters.txt and titles.txt: names of fiction, from a picture board's tags and from files written by hand.

Run by hand: `python -m intent.fiction.make_tables TAGS.csv watchlists/tables/names.txt`. Nothing imports this module.
TAGS.csv is `tags/danbooru.csv` of github.com/DominikDoom/a1111-sd-webui-tagcomplete (MIT): tag, kind (3 a title, 4 a
character), number of pictures, other tags for the same; the other file says what people are called. What the tags lack
stands in characters_by_hand.txt and titles_by_hand.txt; what must not be taken for fiction, most of all real people whom
the board draws, in not_fiction.txt. All are a name a line.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from wordfreq import zipf_frequency

from intent.fiction import words_of

_HERE = Path(__file__).resolve().parent
_TITLE, _CHARACTER = "3", "4"
# Pictures that a tag needs: a name of several words, one of one word.
_LEAST = {_CHARACTER: (60, 300), _TITLE: (80, 80)}
_SHORTEST, _SHORTEST_JOINED, _SHORTEST_WORD = 7, 6, 5
# Zipf frequencies from which a word is an ordinary one, if nobody is called so and if somebody is; and from which it cannot
# be a name of one word, nor the words of a name written in one.
_ORDINARY, _VERY_ORDINARY, _IN_USE = 3.3, 4.7, 2.2
_LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "ru", "tr", "id", "nl", "pl", "sv", "fi", "cs")
_HAN_OR_HANGUL = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_ROLES = frozenset(
    {
        "female", "male", "character", "player", "protagonist", "trainer", "admiral", "commander", "producer", "teacher",
        "mother", "father", "sister", "brother",
    }
)  # fmt: skip


def main() -> None:
    tags_file, names_file = map(Path, sys.argv[1:])
    tags = list(csv.reader(tags_file.read_text(encoding="utf-8").splitlines()))
    people = frozenset(
        line.split()[0] for line in names_file.read_text(encoding="utf-8").splitlines() if line
    )
    left_out = {tuple(sorted(words_of(line))) for line in _read("not_fiction.txt")}
    for kind, file in ((_TITLE, "titles"), (_CHARACTER, "characters")):
        by_hand = [name for name in _read(f"{file}_by_hand.txt") if _may_stand(words_of(name), people)]
        found = dict.fromkeys([*by_hand, *_of_tags(tags, kind, people)])
        by_words = {tuple(sorted(words_of(name))): name for name in reversed(found)}
        for words in (*left_out, ()):
            by_words.pop(words, None)
        lines = sorted(by_words.values(), key=lambda name: (name.lower(), name))
        (_HERE / f"{file}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{file}: {len(lines):,}")  # noqa: T201


def _read(file: str) -> list[str]:
    return [line.strip() for line in (_HERE / file).read_text(encoding="utf-8").splitlines() if line.strip()]


def _may_stand(words: list[str], people: frozenset[str]) -> bool:
    """Whether a name written by hand is not somebody's given name or surname either, an ordinary word or too short."""
    one = "".join(words)
    if _HAN_OR_HANGUL.search(one):
        return len(one) > 2
    if not one.isascii():
        return True
    if len(words) > 1:
        return len(one) >= _SHORTEST_JOINED
    return len(one) >= _SHORTEST_WORD - 1 and one not in people and not _is_in_use(one, _ORDINARY)


def _of_tags(tags: list[list[str]], kind: str, people: frozenset[str]) -> Iterator[str]:
    several, single = _LEAST[kind]
    for tag, its_kind, pictures, others in tags:
        if its_kind != kind or int(pictures) < several or "real_life" in tag:
            continue
        for each in (tag, *others.split(",")):
            words = _words(each)
            if len(words) > 1 and _says_enough(words, kind, people):
                yield " ".join(words)
            elif (
                len(words) == 1
                and int(pictures) >= single
                and "(" not in each
                and _is_unmistakable(words[0], people)
            ):
                yield words[0]


def _words(tag: str) -> list[str]:
    """The words of a tag without what stands in brackets: javelin_(azur_lane). None of a short form (/fgo)."""
    return [] if tag.startswith("/") else re.findall(r"[^\W_]+(?:'[^\W_]+)*", re.sub(r"\([^)]*\)", "", tag))


def _says_enough(words: list[str], kind: str, people: frozenset[str]) -> bool:
    ordinary = all(
        zipf_frequency(word, "en") >= (_VERY_ORDINARY if word in people else _ORDINARY) for word in words
    )
    one = "".join(words)
    few = len(words) < (4 if kind == _CHARACTER else 3)
    return (
        len(one) >= _SHORTEST and not (ordinary and few) and not _is_in_use(one) and _ROLES.isdisjoint(words)
    )


def _is_unmistakable(word: str, people: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha() and word not in people and not _is_in_use(word)


def _is_in_use(word: str, least: float = _IN_USE) -> bool:
    return max(zipf_frequency(word, language) for language in _LANGUAGES) >= least


if __name__ == "__main__":
    main()
