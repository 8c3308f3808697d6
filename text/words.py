"""Cutting a text into words with offsets into the original, whatever was done to its letters.

Called by `watchlists` for lists and texts alike; imports `text.fold` and `text.letters`. The unit is the chunk: what
`str.split()` gives. Chunks repeat, so callers memoise `cut` by chunk; offsets are relative to the chunk.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from text.fold import base_letters, unmask
from text.letters import INVISIBLE_CODES


class Shape:
    """What a word looked like before folding: bits of `Word.shape` (plain ints: they are read millions of times)."""

    CAPITAL: Final = 1
    UPPER: Final = 2
    DIGIT: Final = 4
    FOREIGN: Final = 8  # still not ASCII after folding
    STOP_AFTER: Final = 16  # . ! ? ; : | & follows, other than the point of an initial
    COMMA_AFTER: Final = 32
    WHOLE: Final = 64  # the parts of this word follow as words of their own
    PART: Final = 128
    AT: Final = 256
    HASH: Final = 512
    SPELLED: Final = 1024  # its letters stood apart: J.a.n.e
    MASKED: Final = 2048  # look-alike letters of other scripts were read as Latin
    POSSESSIVE: Final = 4096
    HYPHENED: Final = 8192  # two parts read as one word; the parts follow
    CASELESS: Final = 16384  # in a script that has no capitals


class Word(NamedTuple):
    """One word of a chunk."""

    start: int
    end: int
    bare: str
    """Lower case, no accents, no apostrophes; leet signs kept."""
    shape: int


_LETTER = "(?:[^\\W_]|[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
_TOKEN = re.compile(rf"[$€£¢]?{_LETTER}+(?:[$€£¢@!|¡']+{_LETTER}+)*[$€@]*")
_PLAIN = re.compile(r"([(\[\"'*_]*)([A-Za-z]+)([,.!?:;)\]\"'*_…]*)")
_DIGITS_INSIDE = re.compile(r"[^\W\d_]\d+[^\W\d_]")
_DIGITS_AS_LETTERS = re.compile(r"[^\W\d_]\d+[^\W\d_A-Z]")
"""Digits inside a word of capitals and small letters: R03bling, but not Roebling2024Lora."""
_MOST_PARTS = 16
_SIGNS = re.compile("[|@!¡]+")
_CURRENCIES = "$€£¢@"
_LEAST_SIDE = 3
"""Letters that a word needs on either side of a sign to be one itself: Roebling|actress."""
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:([.\-_*·•~/+|])[^\W_])(?:\1[^\W_])+(?![^\W_])")
_CHARACTER = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]"
_PARTED = re.compile(rf"{_CHARACTER}(?:([.\-_*·•~/+|]){_CHARACTER})(?:\1{_CHARACTER})+")
"""Characters of a script without spaces, parted by one sign inside a sentence: 求欧*阳*瑾*澜的."""
_CENSORED = re.compile(r"(?<![^\W_])(?<!#)[A-Za-z][A-Za-z0-9!]*(?:[*∆•][A-Za-z0-9!]+|#[A-Za-z]+)+(?![^\W_])")
_CENSOR = re.compile("[*∆•#]")
_LONGEST_CENSORED = 20
_CYRILLIC_WITH_DIGITS = re.compile("[01346]?(?:[\u0400-\u04ff]+[01346!])*[\u0400-\u04ff]*")
_CYRILLIC = re.compile("[\u0400-\u052f']+")
_LATIN_AS_CYRILLIC = str.maketrans("aceopxyijskmABCEHIKMOPTXYSJ", "асеорхуіјѕкмАВСЕНІКМОРТХУЅЈ")
"""Latin letters that pass for Cyrillic ones among others that do not pass for Latin: Cвeтлaнa."""
_MOSTLY = 3
_CYRILLIC_DIGITS = str.maketrans("01346!", "оизчби")
_SCRIPTS = re.compile("[A-Za-z\u00c0-\u024f]+|[^A-Za-z\u00c0-\u024f]+")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\x00-\x7f]+")
_STOP = re.compile(r"[.!?;:|…。！？؟।]")
_COMMAS = (",", "،", "、", "，", "/")
_POSSESSIVE = re.compile(r"^(.{2,})'([a-z]{1,5})$", re.IGNORECASE)
_PARTS_SYLLABLES = re.compile(
    r"(?:[b-df-hj-np-tv-xz]+'(?!s$).*|.*n'(?:ichi|iti|y[aou]|ei|o)|.*'(?:an|ang|ao|en|er))", re.IGNORECASE
)
"""An apostrophe inside a name: Ch'ing, Jun'ichi, Xi'an; but Ng's."""
_ELISION = re.compile(r"^(?:[dlmnst]|qu|dell|dall|nell|sant)'(.{3,})$", re.IGNORECASE)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff]"
)
SERVANT = re.compile(
    r"(?:abd(?:[aeou]?(?:l|r(?=r)|s(?=s)|d(?=d)|n(?=n)))?(?=(?!l?l?ah?$)[^\W\d_]{4})"
    r"|abu(?=[b-df-hjkmnp-tv-z][^\W\d_]{3})|عبد(?=ال..)|ابو(?=..))",
    re.IGNORECASE,
)
"""Abdul, Abu and the like written as one word with what follows: Abdelaziz, Abubakr, عبدالعزيز."""
_ENCODED = re.compile("(?:%(?:25)*[0-9A-Fa-f]{2})+")
_BYTE = re.compile("%(?:25)*([0-9A-Fa-f]{2})")
"""Percent-encoding, once or again and again: %C3%B5, %2520."""
_HYPHENS = ("-", "\u2010", "\u2011")
_JOINERS = "-_·•・‧‐‑–=."


def unspaced(word: str) -> bool:
    """Whether the word is in a script that writes without spaces (or, like Korean, glues particles to names)."""
    return not word.isascii() and _UNSPACED.search(word) is not None


def spread(raw: str) -> tuple[str, list[int] | None]:
    """Letters of a chunk without accents, style and invisible characters, and where each came from (None: same place).

    Case is kept. A base letter's source is its own index; what follows it unseen belongs to it (see `end_of`).
    """
    decoded = _decoded(raw) if "%" in raw else None
    if raw.isascii() and decoded is None:
        return raw, None
    letters: list[str] = []
    sources: list[int] = []
    for index, char in decoded or enumerate(raw):
        base = base_letters(char)
        if base and letters and unicodedata.combining(base[0]) and len(base) == 1:
            joined = unicodedata.normalize("NFC", letters[-1] + base)
            if len(joined) == 1:
                letters[-1] = joined
                continue
        for letter in base:
            letters.append(letter)
            sources.append(index)
    return "".join(letters), sources


def _decoded(raw: str) -> list[tuple[int, str]] | None:
    """Where each letter of a percent-encoded chunk begins, and which it is; None if nothing in it is encoded.

    What is no UTF-8 stays as it stands.
    """
    found: list[tuple[int, str]] = []
    end = 0
    for run in _ENCODED.finditer(raw):
        octets = list(_BYTE.finditer(raw, *run.span()))
        found += enumerate(raw[end : run.start()], end)
        at = 0
        for char in bytes(int(octet[1], 16) for octet in octets).decode(errors="surrogateescape"):
            if "\udc80" <= char <= "\udcff":
                found += enumerate(octets[at].group(), octets[at].start())
                at += 1
            else:
                found.append((octets[at].start(), char))
                at += len(char.encode())
        end = run.end()
    return [*found, *enumerate(raw[end:], end)] if end else None


def _encoded(raw: str, at: int) -> tuple[str, int]:
    """The letter that is percent-encoded at a place, and where it ends; "" and the place if there is none."""
    octets: list[re.Match[str]] = []
    while octet := _BYTE.match(raw, octets[-1].end() if octets else at):
        octets.append(octet)
        head = int(octets[0][1], 16)
        if len(octets) == 1 + sum(head >= least for least in (0xC0, 0xE0, 0xF0)):
            break
    letter = bytes(int(each[1], 16) for each in octets).decode(errors="replace")
    return (letter, octets[-1].end()) if len(letter) == 1 and letter != "\ufffd" else ("", at)


def end_of(raw: str, last: int) -> int:
    """The end of the grapheme whose base letter stands at `last`: past marks, joiners and selectors."""
    _, end = _encoded(raw, last)
    end = max(end, last + 1)
    while end < len(raw):
        mark, after = _encoded(raw, end) if raw[end] == "%" else (raw[end], end + 1)
        if not mark or not (unicodedata.combining(mark) or ord(mark) in INVISIBLE_CODES):
            break
        end = after
    return end


def cut(raw: str) -> list[Word]:
    """The words of a chunk, in order. A CamelCase or #hashtag word comes whole, then in parts."""
    if raw.isalpha() and raw.isascii() and not SERVANT.match(raw):
        camel = _CAMEL.findall(raw) if not (raw.islower() or raw[1:].islower() or raw.isupper()) else ()
        if len(camel) < 2:
            return [Word(0, len(raw), raw.lower(), _case(raw))]
    simple = _PLAIN.fullmatch(raw)
    if simple and len(_CAMEL.findall(simple.group(2))) == 1 and not SERVANT.match(simple.group(2)):
        start, end = simple.span(2)
        return [Word(start, end, raw[start:end].lower(), _case(raw[start:end]) | _after(raw, end, len(raw)))]
    seen, sources = _without_parting(*spread(raw))
    spelled = [one for one in _SPELLED.finditer(seen) if any(map(str.isalpha, one.group()))]
    others = _blanked(seen, spelled)
    found = list(_TOKEN.finditer(others))
    if spelled:
        found = sorted([*spelled, *found], key=re.Match.start)
    words = []
    hidden = _censored(others)
    for number, token in enumerate(found):
        until = found[number + 1].start() if number + 1 < len(found) else len(seen)
        if token.re is _SPELLED:
            shape = Shape.SPELLED | _after(seen, token.end(), until)
            words.append(_word(raw, seen, sources, *token.span(), token.group()[::2], shape))
            continue
        # The point of an initial is no stop; but it tells that one with an accent is no word: Á. of Ákos.
        plain_initial = token.end() - token.start() == 1 and raw.isascii()
        shape = 0 if plain_initial else _after(seen, token.end(), until)
        before = seen[token.start() - 1] if token.start() else ""
        shape |= Shape.AT if before == "@" else Shape.HASH if before == "#" else 0
        if hidden and hidden.start() <= token.start() < hidden.end():
            if token.start() == hidden.start():
                letters = _CENSOR.sub("*", hidden.group())
                after = _after(seen, hidden.end(), len(seen))
                words.append(_word(raw, seen, sources, *hidden.span(), letters, Shape.WHOLE | after))
            shape |= Shape.PART
        joined = found[number + 1] if number + 1 < len(found) else None
        if joined and seen[token.end() : joined.start()] in _HYPHENS and joined.end() - token.start() <= 16:
            letters = token.group() + joined.group()
            if letters.isalpha():
                words.append(_word(raw, seen, sources, token.start(), joined.end(), letters, Shape.HYPHENED))
        words += _expand(raw, seen, sources, token.start(), token.end(), shape)
    return words


def _blanked(seen: str, spelled: list[re.Match[str]]) -> str:
    """A chunk with spaces in place of the words whose letters stand apart."""
    for one in spelled:
        seen = f"{seen[: one.start()]}{' ' * len(one.group())}{seen[one.end() :]}"
    return seen


def _without_parting(seen: str, sources: list[int] | None) -> tuple[str, list[int] | None]:
    """As `spread`, without the signs that part the characters of a script that writes no spaces."""
    if seen.isascii():
        return seen, sources
    signs = {at for found in _PARTED.finditer(seen) for at in range(found.start() + 1, found.end(), 2)}
    if not signs or len(signs) * 2 + 1 == len(seen):
        return seen, sources
    kept = [at for at in range(len(seen)) if at not in signs]
    return "".join(seen[at] for at in kept), [sources[at] if sources else at for at in kept]


def _censored(seen: str) -> re.Match[str] | None:
    """A word of a chunk some of whose letters a sign stands for: J∆ne, Ro*bling."""
    found = _CENSORED.search(seen)
    if found is None or len(found.group()) > _LONGEST_CENSORED:
        return None
    return found if found.group()[1:].islower() or found.group().isupper() else None


def _expand(raw: str, seen: str, sources: list[int] | None, start: int, end: int, shape: int) -> list[Word]:
    letters = seen[start:end]
    possessive = _POSSESSIVE.match(letters)
    if possessive and not _PARTS_SYLLABLES.fullmatch(letters) and not _ELISION.match(letters):
        end = start + len(possessive.group(1))
        letters = seen[start:end]
        shape |= Shape.POSSESSIVE
    elided = _ELISION.match(letters)
    apart = () if letters.isalnum() else _apart(letters)
    words = [_word(raw, seen, sources, start, end, letters.replace("'", ""), shape)]
    if elided:
        offset = end - len(elided.group(1))
        words.append(_word(raw, seen, sources, offset, end, elided.group(1).replace("'", ""), shape))
        return [words[0]._replace(shape=words[0].shape | Shape.WHOLE), words[1]]
    if apart:
        words[0] = words[0]._replace(shape=words[0].shape | Shape.WHOLE)
        for side, at in apart:
            last = start + at + len(side)
            after = shape if side is apart[-1][0] else shape & ~(Shape.STOP_AFTER | Shape.COMMA_AFTER)
            words += _expand(raw, seen, sources, start + at, last, after | Shape.PART)
        return words
    scripts = _SCRIPTS.findall(letters) if unspaced(letters) else ()
    if len(scripts) > 1:  # hinataの
        at = start
        words[0] = words[0]._replace(shape=words[0].shape | Shape.WHOLE)
        for script in scripts:
            for part in _CAMEL.findall(script) if script.isascii() and script.isalpha() else (script,):
                after = shape if at + len(part) == end else shape & ~(Shape.STOP_AFTER | Shape.COMMA_AFTER)
                words.append(_word(raw, seen, sources, at, at + len(part), part, after | Shape.PART))
                at += len(part)
        return words
    servant = SERVANT.match(letters)
    if servant:
        rest = _word(raw, seen, sources, start + servant.end(), end, letters[servant.end() :], shape)
        return [
            words[0]._replace(shape=words[0].shape | Shape.WHOLE),
            rest._replace(shape=rest.shape | Shape.PART),
        ]
    if not (letters.islower() or letters[1:].islower() or letters.isupper()) or any(
        c.isdigit() for c in letters
    ):
        parts = [m for m in _CAMEL.finditer(letters) if not m.group().isdigit()]
        if (
            0 < len(parts) <= _MOST_PARTS
            and not (_DIGITS_INSIDE if letters.isupper() else _DIGITS_AS_LETTERS).search(letters)
            and len(parts[0].group()) < len(letters)
            and "'" not in letters
        ):
            words[0] = words[0]._replace(shape=words[0].shape | Shape.WHOLE)
            for part in parts:
                a, b = start + part.start(), start + part.end()
                after = shape if part is parts[-1] else shape & ~(Shape.STOP_AFTER | Shape.COMMA_AFTER)
                words.append(_word(raw, seen, sources, a, b, part.group(), after | Shape.PART))
    return words


def _apart(letters: str) -> list[tuple[str, int]]:
    """(word, where it begins) of the words that a sign joins, or that has money's signs around it: Roebling|actress,
    Roebling$$$; none if the sign may stand for a letter."""
    bare = letters.strip(_CURRENCIES)
    first = letters.index(bare) if bare else 0
    sides = _SIGNS.split(bare)
    if min(map(len, sides)) < _LEAST_SIDE or (bare == letters and len(sides) == 1):
        return []
    found: list[tuple[str, int]] = []
    for side in sides:
        first = letters.index(side, first)
        found.append((side, first))
        first += len(side)
    return found


def _word(
    raw: str, seen: str, sources: list[int] | None, start: int, end: int, letters: str, shape: int
) -> Word:
    shape |= _case(letters)
    if not letters.isascii() and (shape & Shape.DIGIT or "!" in letters):
        cyrillic = letters.translate(_LATIN_AS_CYRILLIC)
        if _is_cyrillic_with_digits(cyrillic) and _is_rather_cyrillic(letters):
            letters, shape = cyrillic.translate(_CYRILLIC_DIGITS), shape & ~Shape.DIGIT | Shape.MASKED
    if not letters.isascii():
        plain = unmask(letters)
        latin = any(c.isascii() and c.isalpha() for c in letters)
        cyrillic = letters.translate(_LATIN_AS_CYRILLIC) if latin and not plain.isascii() else ""
        if latin and plain.isascii():
            letters, shape = plain, shape | Shape.MASKED
        elif _CYRILLIC.fullmatch(cyrillic):
            letters, shape = cyrillic, shape | Shape.FOREIGN | Shape.MASKED
        else:
            shape |= Shape.FOREIGN if letters.upper() != letters.lower() else Shape.FOREIGN | Shape.CASELESS
    if sources is None:
        return Word(start, end, letters.lower(), shape)
    return Word(sources[start], end_of(raw, sources[end - 1]), letters.lower(), shape)


def _is_cyrillic_with_digits(letters: str) -> bool:
    """Whether a few digits or exclamation marks pass for Cyrillic letters in a word: 0ксана, дес!слава, рем1зова."""
    few = sum(letter.isdigit() or letter == "!" for letter in letters) * 3 <= len(letters)
    return few and _CYRILLIC_WITH_DIGITS.fullmatch(letters) is not None


def _is_rather_cyrillic(letters: str) -> bool:
    """Whether a word of both scripts is Cyrillic with a Latin letter or two, and no Latin one in disguise: not К1m."""
    latin = sum(c.isascii() and c.isalpha() for c in letters)
    other = sum(not c.isascii() for c in letters)
    return other >= _MOSTLY * latin or not unmask(letters).isascii()


def _case(letters: str) -> int:
    shape = 0
    if letters[:1].isupper() or letters[:1] in "$€£":
        shape = Shape.CAPITAL
        if len(letters) > 1 and letters.isupper():
            shape |= Shape.UPPER
    if any(map(str.isdigit, letters)):
        shape |= Shape.DIGIT
    return shape


def _after(seen: str, start: int, until: int) -> int:
    between = seen[start:until]
    if not between or (between in _JOINERS and until < len(seen)):
        return 0
    if _STOP.search(between) or "&" in between:
        return Shape.STOP_AFTER
    return Shape.COMMA_AFTER if any(sign in between for sign in _COMMAS) else 0
