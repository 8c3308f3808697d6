"""Which given names stand for the same person: formal names, pet names and their siblings, and other spellings.

Called by `watchlists.standins`, `watchlists.indexing` and `watchlists.comparing`; reads the package `nicknames` and
tables/petnames.txt, where pet names are added, and text/tables/given_names.txt.
"""

from functools import cache
from importlib.resources import files

from nicknames import NickNamer

from text.fold import sound
from text.romanise import arabic_spellings


@cache
def _formal_to_pet() -> dict[str, set[str]]:
    table = NickNamer().nickname_lookup
    for line in files("watchlists.tables").joinpath("petnames.txt").read_text("utf-8").splitlines():
        formal, *pets = line.split()
        if formal != "#":
            table.setdefault(formal, set()).update(pets)
    return table


@cache
def _near() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for formal, pets in _formal_to_pet().items():
        group = {formal, *pets}
        for name in group:
            near.setdefault(name, set()).update(group)
    return {
        name: frozenset(other for other in group if other.isalpha() and other != name)
        for name, group in near.items()
    }


@cache
def _by_sound() -> dict[str, str]:
    return {
        sound(name): name for name in sorted(_near(), key=lambda name: (-len(name), name)) if len(name) > 5
    }


@cache
def _variants() -> dict[str, frozenset[str]]:
    same: dict[str, set[str]] = {}
    for group in arabic_spellings():
        for name in group:
            same.setdefault(name, set()).update(group)
    return {name: frozenset(group - {name}) for name, group in same.items()}


def variants_of(bare: str) -> frozenset[str]:
    """Other Latin spellings of an Arabic or Persian given name: Yusuf, of Youssef."""
    return _variants().get(bare, frozenset())


def nicknames_of(bare: str) -> frozenset[str]:
    """Formal and pet forms that stand for the same given name, siblings (Kate, Katie) included.

    A name that is not listed is looked up by its sound: Anastasiya has Anastasia's pet names.
    """
    return _near().get(bare) or _near().get(sounding_like(bare), frozenset())


def sounding_like(bare: str) -> str:
    """The listed name that an unlisted one sounds like; empty if there is none."""
    return _by_sound().get(sound(bare), "") if len(bare) > 5 and bare not in _near() else ""
