"""Writes lookalikes.txt: which letters of other scripts pass for an ASCII letter.

Run by hand when Unicode's confusables change: `pip install confusable-homoglyphs` (MIT; it carries Unicode's UTS #39
data, Unicode licence), then `python -m text.tables.make_lookalikes`. Nothing imports this module.

The official data ties letters to prototypes that are not always ASCII (Cyrillic small в to ʙ), and it ties digits of
living scripts to the letter o. So: only scripts that people use to dress up Latin letters are kept, and pairs that the
eye accepts but the data lacks are added by hand.
"""

import json
import string
import sys
import unicodedata
from pathlib import Path

SCRIPTS = (
    "LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "CANADIAN", "LISU", "DESERET", "MIAO", "OLD",
    "CARIAN", "LYCIAN", "LYDIAN", "OSAGE", "ELBASAN", "WARANG", "MODIFIER", "SET", "DIVIDES", "LOGICAL", "N-ARY",
)  # fmt: skip
BY_HAND = {
    "a": "ᴀ🅰ᥲɒλ", "b": "вʙВвьъɓβ🅱", "c": "ᴄ", "d": "ᴅɖɗ", "e": "ᴇєЄэԑεҽ", "f": "ғꜰ", "g": "ɢԌց", "h": "нʜӊһ", "i": "ɪіїꙇ¡",
    "j": "ᴊ", "k": "кᴋκқҝ", "l": "ʟ", "m": "мᴍӎ", "n": "пɴηиภ", "o": "ᴏ", "p": "ᴘ", "q": "ꞯ", "r": "ʀгя", "s": "ꜱѕ",
    "t": "тᴛτҭ", "u": "ᴜυ",
    "v": "ᴠν", "w": "ᴡωшԝѡ", "x": "хχ", "y": "ʏуүγ", "z": "ᴢ", "I": "ІΙӀ", "Y": "У", "K": "К", "M": "М",
    "H": "Н", "B": "В", "T": "Т", "N": "ИΝ", "E": "Є", "R": "ЯГ", "W": "Ш", "U": "Ц",
}  # fmt: skip
LETTERS_OF_A_LANGUAGE = set(
    "ɓɖɗɛɔəƙßſıŋʋƴꭓ"
)  # written in living Latin orthographies: never read as another letter


def pairs(confusables: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Look-alike -> ASCII letter, the hand-made pairs overriding the official ones."""
    table: dict[str, str] = {}
    for letter in string.ascii_letters:
        for other in (entry["c"] for entry in confusables.get(letter, [])):
            if len(other) != 1 or other.isascii() or unicodedata.normalize("NFKC", other) != other:
                continue
            if unicodedata.name(other, "?").split()[0] in SCRIPTS and not unicodedata.decomposition(other):
                table.setdefault(other, letter)
    for letter, others in BY_HAND.items():
        for other in others:
            table[other] = letter
    for number, letter in enumerate(string.ascii_uppercase):
        for block in (
            0x1F130,
            0x1F150,
            0x1F170,
            0x1F1E6,
        ):  # squared, negative circled, negative squared, regional
            table[chr(block + number)] = letter
    return {other: letter for other, letter in table.items() if other not in LETTERS_OF_A_LANGUAGE}


def main() -> None:
    """Write the table: one line an ASCII letter, its look-alikes after a space."""
    import confusable_homoglyphs  # type: ignore[import-not-found, unused-ignore]

    source = Path(confusable_homoglyphs.__file__).with_name("confusables.json")
    table = pairs(json.loads(source.read_text("utf-8")))
    lines = [
        f"{letter} {''.join(sorted(other for other, target in table.items() if target == letter))}"
        for letter in string.ascii_letters
    ]
    Path(__file__).with_name("lookalikes.txt").write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{len(table)} look-alikes\n")


if __name__ == "__main__":
    main()
