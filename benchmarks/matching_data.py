"""Invented people and posts for `benchmarks/matching.py`, from the shipped name table and wordfreq's word list.

Every bend of a name that the target table asks about is a function here; `posts` hides one watched name in some of the
posts and two names of nobody in all of them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

import wordfreq

from text.letters import word_set
from text.romanise import _table
from watchlists import Person, Text
from watchlists.nicknames import nicknames_of
from watchlists.rarity import names
from watchlists.specificity import name_bits

CITIES = sorted(
    word_set(
        "Leeds Bergen Lagos Porto Tulsa Graz Brno Denver Osaka Lyon Rabat Kumasi Galway Oulu Chennai Seattle"
    )
)
FONT = {c: chr(0x1D4D0 + i) for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}
CYRILLIC = dict(zip("aceopxyiABCEHKMOPTXsj", "асеорхуіАВСЕНКМОРТХѕј", strict=True))
LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7", "l": "1"}
ACCENTS = {"a": "á", "e": "ë", "i": "í", "o": "ö", "u": "ü", "n": "ñ", "c": "ç", "s": "š"}
RUSSIAN = (
    ("shch", "щ"), ("sch", "ш"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("th", "т"), ("ph", "ф"),
    ("ck", "к"), ("ya", "я"), ("yu", "ю"), ("ee", "и"), ("oo", "у"), ("ce", "се"), ("ci", "си"),
    ("x", "кс"), ("a", "а"), ("b", "б"), ("c", "к"),
    ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"),
    ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"),
    ("y", "и"), ("z", "з"),
)  # fmt: skip


class People:
    """Draws invented people; given names and surnames come about as often as the background has them, flattened."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        table = {n: b for n, b in names().items() if n.isascii() and len(n) > 2}
        self.given = [n for n, b in table.items() if b[0] < 14.4]
        self.surnames = [n for n, b in table.items() if b[1] < 16.4]
        self._given_weights = list(accumulate(2 ** (-table[n][0] * 0.6) for n in self.given))
        self._surname_weights = list(accumulate(2 ** (-table[n][1] * 0.6) for n in self.surnames))

    def name(self) -> tuple[str, str]:
        """A given name and a surname."""
        given = self.random.choices(self.given, cum_weights=self._given_weights)[0]
        surname = self.random.choices(self.surnames, cum_weights=self._surname_weights)[0]
        return given.title(), surname.title()

    def person(self, number: int) -> Person:
        """One watched person: a name, a handle, a city; one in three with a second name."""
        given, surname = self.name()
        aliases = (f"{self.name()[0]} {surname}",) if number % 3 == 0 else ()
        handle = f"{given}{self.random.choice('._')}{surname}{self.random.randrange(99)}".lower()
        return Person(
            f"p{number}", (f"{given} {surname}",), aliases, (f"@{handle}",), (), (self.random.choice(CITIES),)
        )


@dataclass(frozen=True)
class Post:
    """A post, who is in it, and how the name was bent."""

    text: Text
    person: str | None
    bend: str


def _spread(word: str, sep: str) -> str:
    return sep.join(word)


def _typo(word: str, rnd: random.Random) -> str:
    at = rnd.randrange(1, len(word) - 1)
    kind = rnd.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    letter = rnd.choice("abcdefghijklmnopqrstuvwxyz")
    return word[:at] + letter + word[at + (kind == 2) :]


def _russian(word: str) -> str:
    word = word.lower()
    out = ""
    while word:
        for latin, letter in RUSSIAN:
            if word.startswith(latin):
                out, word = out + letter, word[len(latin) :]
                break
        else:
            word = word[1:]
    return out.title()


def _reverse_table() -> dict[str, dict[str, str]]:
    by_script: dict[str, dict[str, str]] = {"arabic": {}, "chinese": {}}
    for form, latin in _table().items():
        kind = (
            "arabic"
            if "\u0600" <= form[0] < "\u0700"
            else "chinese"
            if "\u4e00" <= form[0] < "\ua000"
            else ""
        )
        if kind and len(form) > 1:
            by_script[kind].setdefault(latin[0], form)
    return by_script


def bends(rnd: random.Random) -> dict[str, Callable[[Person, str, str], str | None]]:
    """Every bend by name: (person, given, surname) -> the bent name, or None where it does not apply."""
    foreign = _reverse_table()

    def mapped(table: dict[str, str], share: float) -> Callable[[Person, str, str], str | None]:
        def bend(_: Person, g: str, s: str) -> str | None:
            text = "".join(table.get(c, c) if rnd.random() < share else c for c in f"{g} {s}")
            return text if text != f"{g} {s}" else None

        return bend

    def typo(low: float, high: float, both: bool = False) -> Callable[[Person, str, str], str | None]:
        def bend(_: Person, g: str, s: str) -> str | None:
            if not low <= name_bits((g.lower(), s.lower())) < high or min(len(g), len(s)) < 4:
                return None
            if both:
                return f"{_typo(g, rnd)} {_typo(s, rnd)}"
            return f"{_typo(g, rnd)} {s}" if rnd.random() < 0.5 else f"{g} {_typo(s, rnd)}"

        return bend

    def nickname(_: Person, g: str, s: str) -> str | None:
        near = sorted(nicknames_of(g.lower()))
        return f"{rnd.choice(near).title()} {s}" if near else None

    def script(kind: str) -> Callable[[Person, str, str], str | None]:
        def bend(_: Person, g: str, s: str) -> str | None:
            table = foreign[kind]
            parts = table.get(g.lower()), table.get(s.lower())
            joint = "·" if kind == "chinese" else " "
            return joint.join(p for p in parts if p) if all(parts) else None

        return bend

    return {
        "clean": lambda _, g, s: f"{g} {s}",
        "case": lambda _, g, s: rnd.choice([f"{g} {s}".lower(), f"{g} {s}".upper()]),
        "accents": mapped(ACCENTS, 0.7),
        "zero_width": lambda _, g, s: "\u200b".join(g) + " " + "\u200d".join(s),
        "fonts": lambda _, g, s: "".join(FONT.get(c, c) for c in f"{g} {s}"),
        "spaced": lambda _, g, s: f"{_spread(g, ' ')} {_spread(s, ' ')}",
        "dotted": lambda _, g, s: f"{_spread(g, '.')} {_spread(s, '.')}",
        "split": lambda _, g, s: f"{g[:2]} {g[2:]} {s}" if len(g) > 3 else f"{g} {s[:2]} {s[2:]}",
        "joined": lambda _, g, s: f"{g}{s}",
        "reordered": lambda _, g, s: f"{s}, {g}",
        "handle": lambda p, g, s: p.handles[0],
        "homoglyphs": mapped(CYRILLIC, 0.8),
        "leet": mapped(LEET, 0.6),
        "two_tricks": lambda _, g, s: "".join(
            LEET.get(c, c) if rnd.random() < 0.4 else CYRILLIC.get(c, c) for c in f"{g} {s}"
        ),
        "nickname": nickname,
        "middle_name": lambda _, g, s: f"{g} {rnd.choice(['Anne', 'Lee', 'M.', 'Maria', 'James'])} {s}",
        "initial_context": lambda p, g, s: f"{g[0]}. {s} from {p.context[0]}",
        "typo_26": typo(26, 99),
        "typo_22_26": typo(22, 26),
        "typos_both_30": typo(30, 99, both=True),
        "russian": lambda _, g, s: f"{_russian(g)} {_russian(s)}",
        "arabic": script("arabic"),
        "chinese": script("chinese"),
        "inflected": lambda _, g, s: rnd.choice(
            [f"{g}'s {s}'s", f"{g}a {s}a", f"{g} {s}'nin", f"{g}em {s}em", f"{g}s {s}s"]
        ),
    }  # fmt: skip


class Posts:
    """Draws posts of about 730 characters: common words, a few odd ones, two names of nobody."""

    def __init__(self, people: People, seed: int) -> None:
        self._random = random.Random(seed)
        self._people = people
        frequencies = wordfreq.get_frequency_dict("en", "small")
        self._words = list(frequencies)
        self._weights = list(accumulate(frequencies.values()))

    def post(self, person: Person | None, name: str, bend: str) -> Post:
        """A post; `name` stands somewhere in it unless there is no person."""
        rnd = self._random
        words = rnd.choices(self._words, cum_weights=self._weights, k=112)
        for _ in range(8):  # numbers, versions, odd words
            words[rnd.randrange(len(words))] = rnd.choice(
                (f"{rnd.randrange(9999)}", f"v{rnd.random():.2f}", self._odd())
            )
        for at in range(0, len(words), 14):
            words[at] = words[at].capitalize()
            words[at - 1] += "."
        inserts = [" ".join(self._people.name()) for _ in range(2)] + ([name] if person else [])
        for insert in inserts:
            words.insert(rnd.randrange(1, len(words)), insert)
        return Post(
            Text(title=" ".join(words[:6]), body=" ".join(words[6:])), person.id if person else None, bend
        )

    def _odd(self) -> str:
        return "".join(
            self._random.choice("abcdefghiklmnoprstuvz") for _ in range(self._random.randrange(4, 10))
        )
