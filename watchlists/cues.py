"""What the words around a name say about whom it means: fiction, things, the past, professions.

Called by `watchlists.scoring`; reads tables/cues.toml, where words are added.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from text.fold import fold


class Cues(NamedTuple):
    """The cue words by what they say."""

    character: frozenset[str]
    fiction: frozenset[str]
    thing_after: frozenset[str]
    past: frozenset[str]
    profession: frozenset[str]
    trade: frozenset[str]
    other: frozenset[str]


@cache
def cues() -> Cues:
    """The table, folded."""
    table = tomllib.loads(files("watchlists.tables").joinpath("cues.toml").read_text("utf-8"))
    return Cues(**{kind: frozenset(fold(words).lower().split()) for kind, words in table.items()})


@cache
def telling() -> frozenset[str]:
    """Every word that says what somebody is: a character, dead, of a profession."""
    return cues().character | cues().past | cues().profession
