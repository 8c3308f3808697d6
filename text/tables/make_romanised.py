"""Writes romanised.txt: person names of other scripts with the Latin forms people use, where rules do not give them.

Run by hand: `pip install 'rigour<1.3'` (MIT; its persons.txt groups the forms of name parts that Wikidata, CC0, lists),
then `python -m text.tables.make_romanised`. Nothing imports this module.

A line is `form latin latin…`, most common Latin form first. Kept: single-word forms whose Latin forms are known
names (watchlists' name table) and do not already sound like the romanisation by rule.
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import text
from text.fold import consonants, fold, sound
from text.romanise import by_rule

MOST_FORMS = 5
ROOT = Path(text.__file__).parent.parent


def _bare(form: str) -> str:
    return "".join(c for c in fold(form).lower() if unicodedata.category(c)[0] in "LMN")


def _letters(form: str) -> bool:
    return not any(map(str.isdigit, form)) and form[0].isalpha()


def _known_names() -> dict[str, int]:
    known: dict[str, int] = {}
    for line in (ROOT / "watchlists/tables/names.txt").read_text("utf-8").splitlines():
        name, given, surname = line.split()
        known[name] = min(int(bits) for bits in (given, surname) if bits != "-")
    return known


def main() -> None:
    """Write the table and say how large it is."""
    import rigour  # type: ignore[import-not-found, unused-ignore]

    known = _known_names()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (Path(rigour.__file__).parent / "data/names/persons.txt").read_text("utf-8").splitlines():
        forms = [
            form for form in line.partition(" => ")[0].split(", ") if " " not in form and "-" not in form
        ]
        bare = {_bare(form) for form in forms} - {""}
        latin = [form for form in bare if form.isascii() and form in known]
        for form in bare:
            if form.isascii() or not _letters(form) or ord(min(form)) < 0x370 or len(form) > 12:
                continue
            for name in latin:
                found[form][name] = found[form].get(name, 0) + 1
    lines = []
    for form, names in found.items():
        rule = by_rule(form)
        vowelless = "\u0590" <= form[0] < "\u0780"
        other = {name: count for name, count in names.items() if sound(rule) != sound(name)}
        if vowelless:
            other = {name: count for name, count in other.items() if consonants(rule) != consonants(name)}
        if not other:
            continue
        most = MOST_FORMS if len(other) == len(names) else 3
        best = sorted(other, key=lambda name: (-other[name], known[name], name))[:most]
        lines.append(f"{form} {' '.join(best)}")
    Path(__file__).with_name("romanised.txt").write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    sys.stdout.write(f"{len(lines)} forms\n")


if __name__ == "__main__":
    main()
