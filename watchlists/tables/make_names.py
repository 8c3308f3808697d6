"""Writes names.txt: how common given names and surnames are among people who post, in bits.

Run by hand: `pip install faker names`, then `python -m watchlists.tables.make_names`. Nothing imports this module.

Sources: the United States census of 1990 (public domain) as the package `names` (MIT) carries it, and the per-country
lists of Faker (MIT), some with counts, and registers.toml. Each list is weighted by the square root of its country's
share of posters: a given name and a surname of one country come together far more often than two independent draws
would, and with the root the product of the two is right for names of one country.

A line is `name given surname`; a number is −log2 of the probability in tenths of a bit, `-` means not seen.
"""

import importlib
import math
import re
import sys
import tomllib
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from text.fold import fold
from text.romanise import listed, romanised

SHARES = {
    "en_GB": 0.05, "en_IE": 0.01, "en_NZ": 0.02, "en_IN": 0.06, "hi_IN": 0.02, "en_PK": 0.015, "bn_BD": 0.01,
    "es_ES": 0.03, "es_MX": 0.04, "es_AR": 0.02, "es_CO": 0.02, "es_CL": 0.01, "pt_BR": 0.05, "pt_PT": 0.01,
    "fr_FR": 0.04, "de_DE": 0.045, "it_IT": 0.03, "ru_RU": 0.05, "uk_UA": 0.015, "bg_BG": 0.006, "tr_TR": 0.025,
    "nl_NL": 0.015, "sv_SE": 0.01, "no_NO": 0.006, "da_DK": 0.006, "fi_FI": 0.006, "cs_CZ": 0.008, "sk_SK": 0.004,
    "hu_HU": 0.006, "ro_RO": 0.01, "el_GR": 0.007, "hr_HR": 0.004, "lt_LT": 0.002, "lv_LV": 0.002, "et_EE": 0.002,
    "ar_AA": 0.04, "fa_IR": 0.02, "he_IL": 0.006, "az_AZ": 0.004, "uz_UZ": 0.004, "ka_GE": 0.003, "hy_AM": 0.003,
    "id_ID": 0.04, "vi_VN": 0.02, "th_TH": 0.015, "en_TH": 0.005, "ja_JP": 0.05, "ko_KR": 0.03, "zh_CN": 0.06,
    "zh_TW": 0.015, "en_NG": 0.01, "yo_NG": 0.01, "ig_NG": 0.005, "ha_NG": 0.005, "en_KE": 0.01, "zu_ZA": 0.006,
    "ta_IN": 0.01, "ne_NP": 0.004, "si_LK": 0.003, "tw_GH": 0.006, "is_IS": 0.001, "pl_PL": 0.02, "de_AT": 0.006,
}  # fmt: skip
UNITED_STATES = 0.27
COVERED = 0.7
"""The share of a population that an unweighted list of common names covers, about."""
FULL_LIST = 300
"""A list with fewer names covers so much less."""
_VOWELLESS = re.compile(
    "[\u0590-\u0e7f]"
)  # scripts whose romanisation by rule lacks vowels, or has wrong ones
_BY_HAND = {"ar_AA": re.compile("[\u0600-\u06ff]"), "he_IL": re.compile("[\u0590-\u05ff]")}
"""Locales whose common given names stand in `text/tables/given_names.txt`, and their letters."""


def _listed(locale: str, kind: str) -> dict[str, float]:
    """Name -> probability in one country, from Faker."""
    provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
    counts: dict[str, float] = {}
    for attribute in dir(provider):
        if not attribute.startswith(kind) or callable(getattr(provider, attribute)):
            continue
        entries = getattr(provider, attribute)
        if not isinstance(entries, dict | list | tuple | set | frozenset):
            continue
        for entry in entries:
            weight = float(entries[entry]) if isinstance(entries, dict) else 1.0
            for form in entry if isinstance(entry, tuple) else (entry,):
                counts[form] = max(counts.get(form, 0.0), weight)
    total = sum(counts.values()) or 1.0
    covered = COVERED * min(1.0, len(counts) / FULL_LIST)
    return {name: covered * count / total for name, count in counts.items()}


def _census(kind: str) -> dict[str, float]:
    import names  # type: ignore[import-not-found, unused-ignore]

    folder = Path(names.__file__).parent
    table: dict[str, float] = defaultdict(float)
    lists = ("dist.all.last",) if kind == "last_name" else ("dist.female.first", "dist.male.first")
    for file in lists:
        for line in (folder / file).read_text().splitlines():
            name, per_cent, _, _ = line.split()
            if float(per_cent) >= 0.001:
                table[name.title()] += float(per_cent) / 100 / len(lists)
    return table


def _more_given(locale: str) -> dict[str, float]:
    """Name -> probability in one country: common given names whose Latin forms were listed by hand and Faker lacks."""
    letters = _BY_HAND[locale]
    known = {fold(name) for name in _listed(locale, "first_name")}
    lines = files("text.tables").joinpath("given_names.txt").read_text("utf-8").splitlines()
    listed_by_hand = {fold(line.split()[0]) for line in lines if letters.match(line)}
    return dict.fromkeys(sorted(listed_by_hand - known), COVERED / FULL_LIST)


def _forms(name: str, many: int = 1) -> set[str]:
    """A name's folded words, and so many Latin forms of each."""
    forms: set[str] = set()
    for part in name.replace("-", " ").split():
        bare = "".join(c for c in fold(part).lower() if c.isalnum())
        if len(bare) >= 2 or (bare and not bare.isascii()):
            forms.add(bare)
            forms.update(listed(bare)[:2] if _VOWELLESS.match(bare) else romanised(bare)[:many])
    return forms


def main() -> None:
    """Write the table and say how large it is."""
    registers = tomllib.loads(Path(__file__).with_name("registers.toml").read_text("utf-8"))
    chances: dict[str, dict[str, float]] = {"first_name": defaultdict(float), "last_name": defaultdict(float)}
    for kind, table in chances.items():
        sources = [(UNITED_STATES, 1, _census(kind))] + [
            (share, 1, _listed(locale, kind)) for locale, share in SHARES.items()
        ]
        if kind == "first_name":
            sources += [(SHARES[locale], 1, _more_given(locale)) for locale in _BY_HAND]
        for locale, text in registers[kind].items():
            words = text.split()
            common = {words[i]: float(words[i + 1]) / 100 for i in range(0, len(words), 2)}
            sources.append((SHARES[locale], 6, common))
        for share, many, found in sources:
            for name, chance in found.items():
                for form in _forms(name, many):
                    table[form] += math.sqrt(share) * chance
    lines = []
    for form in sorted({*chances["first_name"], *chances["last_name"]}):
        bits = [
            f"{round(-10 * math.log2(chances[kind][form]))}" if chances[kind].get(form) else "-"
            for kind in ("first_name", "last_name")
        ]
        lines.append(f"{form} {' '.join(bits)}")
    Path(__file__).with_name("names.txt").write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{len(lines)} names\n")


if __name__ == "__main__":
    main()
