"""Other names for the people in training texts, drawn anew each epoch, so that no name is what decides.

A model that has met few names takes an unfamiliar one for a character's. People are found as two capitalised words that
the training texts never write small, so in Latin script alone; the new names come from Faker's locales, from other
texts, or are coined. Labels never change: a text without `likeness` gets other names only if its names cannot be what
makes it harmless, for they may be a known character's: if it says in words that nobody real is meant, if it is of a kind
that asks for nothing, or if another text of its scenario asks for the same person.

Called by `intent.training.recipe`. Imports of Headsup only `intent`.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from intent.errors import ModelError
from intent.training.examples import Example

if TYPE_CHECKING:
    from faker import Faker

_LOCALES = (
    "en_US", "en_GB", "en_IN", "es_ES", "es_MX", "pt_BR", "fr_FR", "de_DE", "it_IT", "tr_TR", "pl_PL", "sv_SE", "nl_NL",
    "fi_FI", "cs_CZ", "hu_HU", "ro_RO", "hr_HR", "no_NO", "id_ID",
)  # fmt: skip
_OF_A_LANGUAGE = {
    "en": ("en_US", "en_US", "en_GB"), "es": ("es_ES", "es_MX"), "pt": ("pt_BR",), "fr": ("fr_FR",), "de": ("de_DE",),
    "it": ("it_IT",), "tr": ("tr_TR",),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_A-Z]+(?:-[^\W\d_]+)?"
_TWO_WORDS = re.compile(rf"(?<![\w'’-])({_CAPITALISED}) ({_CAPITALISED})(?![\w-])")
# Written with a capital always, and nobody's name.
_PRODUCTS = frozenset(
    {
        "flux",
        "pony",
        "illustrious",
        "lora",
        "loras",
        "sdxl",
        "wan",
        "hunyuan",
        "stable",
        "diffusion",
        "photoshop",
    }
    | {"discord", "telegram", "instagram", "tiktok", "onlyfans", "twitch", "youtube", "buzz", "civitai"}
    | {"english", "spanish", "french", "german", "italian", "russian", "turkish"}
)
# How much more often a name's word is written with a capital than without.
_NAME_LIKE = 12
# Words by which a text says that its person is somebody's invention, or that it is about something else.
_INVENTED = re.compile(
    r"\b(ocs?|original|character|charakter|figur|fictional|fan ?art|games?|spiel|anime|manga|novel|roman|comics?|webtoon"
    r"|manhwa|d&d|dnd|rpg|vn|visual novel|vtuber|series|serie|film|movie|cartoon|book|painter|style|stil|npc"
    r"|personaje|juego|novela|personagem|jogo|romance|personnage|jeu|bd|personaggio|gioco|romanzo|fumetto|karakter|oyun"
    r"|kitap|çizgi)\b",
    re.IGNORECASE,
)
_ASKS_NOTHING = frozenset(
    {"help", "report", "news", "rules", "research", "offtopic", "technical", "other_sense"}
)
_SHARE = 0.65


class Renamer:
    """Knows the names in a training set. Raises ModelError when Faker is not installed."""

    def __init__(self, examples: Sequence[Example]) -> None:
        try:
            from faker import Faker
        except ImportError:
            raise ModelError("training needs faker: pip install 'headsup[torch]'") from None
        self._by_locale: dict[str, Faker] = {locale: Faker(locale) for locale in _LOCALES}
        self._small, self._capital = Counter[str](), Counter[str]()
        for each in examples:
            for word in _WORD.findall(each.text):
                if word.islower():
                    self._small[word] += 1
                elif word[0].isupper():
                    self._capital[word.lower()] += 1
        self._wanted: dict[str, set[str]] = defaultdict(set)
        """By scenario, the names of real people that one of its texts asks for."""
        pairs = []
        for each in examples:
            if "likeness" in each.labels:
                pairs += (found := self.names_in(each.text))
                self._wanted[each.scenario].update(*found)
        self._firsts = sorted({first for first, _ in pairs}) or ["Ada"]
        self._lasts = sorted({last for _, last in pairs}) or ["Lindqvist"]

    def names_in(self, text: str) -> list[tuple[str, str]]:
        """First and last names of the people that the text names, as far as they can be told from other words."""
        found = dict.fromkeys(match.groups() for match in _TWO_WORDS.finditer(text))
        return [(first, last) for first, last in found if self._is_name(first) and self._is_name(last)]

    def renamed(self, example: Example, rng: random.Random) -> str:
        """The example's text, often with other names for its people."""
        if rng.random() >= _SHARE:
            return example.text
        free = (
            "likeness" in example.labels
            or example.kind in _ASKS_NOTHING
            or _INVENTED.search(example.text) is not None
        )
        wanted = self._wanted.get(example.scenario, set())
        other: dict[str, str] = {}
        for names in self.names_in(example.text):
            if free or wanted.issuperset(names):
                other |= zip(names, self._another(example.lang, rng), strict=True)
        if not other:
            return example.text
        words = "|".join(map(re.escape, other))
        return re.sub(rf"(?<![^\W_])({words})(?![^\W_])", lambda found: other[found[1]], example.text)

    def _is_name(self, word: str) -> bool:
        small = word.lower()
        return self._small[small] * _NAME_LIKE < self._capital[small] and small not in _PRODUCTS

    def _another(self, lang: str, rng: random.Random) -> tuple[str, str]:
        draw = rng.random()
        if draw < 0.6:
            locale = rng.choice(_OF_A_LANGUAGE.get(lang, _LOCALES) if rng.random() < 0.5 else _LOCALES)
            faker = self._by_locale[locale]
            faker.random = (
                rng  # nothing is drawn elsewhere, so a run that was stopped goes on as it would have
            )
            first = faker.first_name_female() if rng.random() < 0.8 else faker.first_name_male()
            return first, faker.last_name()
        if draw < 0.8:
            return rng.choice(self._firsts), rng.choice(self._lasts)
        return self._coined(self._firsts, rng), self._coined(self._lasts, rng)

    def _coined(self, names: Sequence[str], rng: random.Random) -> str:
        """A name nobody has met: the beginning of one and the end of another."""
        beginning, end = rng.choice(names), rng.choice(names)
        return beginning[: max(2, len(beginning) // 2)] + end[len(end) // 2 :].lower()
