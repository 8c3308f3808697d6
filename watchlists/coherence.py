"""Whether the words at a place read as one name: what parts them, and what stands between them.

Called by `watchlists.several_words`; imports `watchlists.comparing`, `watchlists.rarity` and the reading. Prices are in
bits.
"""

from itertools import pairwise

from text.letters import word_set
from text.words import Shape
from watchlists.comparing import Likeness
from watchlists.cues import cues
from watchlists.rarity import is_everyday, is_plain, is_word, names, places, words
from watchlists.reading import Reading
from watchlists.terms import PARTICLES, SUFFIXES, Name, is_given

Used = dict[int, tuple[int, Likeness]]
"""The parts of a name that were found: number of the part -> (row position, how the word there stands for it)."""

CONJUNCTIONS = word_set(
    "and or & vs und et y e i a ve eta with feat x en og och ja és dan và aur και и та і й و और এবং ও და և"
)
_SPEAKERS = word_set("i me moi ich yo io eu ja я mi jeg jag ik ek mina én ben")
STREETS = word_set(
    "ul ulica str street strasse straße via viale calle rue rua av avenida avenue road rd ул улица вул cad cd sok lane "
    "drive close court square boulevard terrace crescent"
)
_TITLES = word_set(
    "mr mrs ms miss mx herr frau fräulein fru hr mevrouw meneer madame monsieur mme mlle signora signor señor señora sra sr "
    "senhor senhora dona doña pan pani paní gospođa gospodin bay bayan пан пані пани госпожа господин"
)
"""Before a name; between two words that stand in the other order it begins another's: Herr Sommer, Frau Luna ist krank."""
_BETWEEN = PARTICLES | word_set("ab ван ден")
"""Particles, also those that are names where they come first."""
STOPPED = 5.0
"""The price of a sentence that ends between two words."""
_ABBREVIATED = word_set("mohd muhd mhd md abd fco ma wm chas thos geo jos")
CLOSED = Shape.STOP_AFTER | Shape.COMMA_AFTER | Shape.POSSESSIVE
"""After a word of this shape no name goes on."""
PARTLY = Shape.WHOLE | Shape.PART | Shape.HYPHENED
"""Words that are parts of another row, or have their parts as rows of their own."""
_SURE = 12.0
"""Bits that part a name which is often met as a given name (or surname) from one that hardly is."""
_FAMILY = 3.0
"""Ann and Tom Berg: the price of a name whose surname stands with another's given name."""
_OTHER_ORDER = 6.0
_PARTING = ("-", "\u2013", "\u2014", "|", "/", "\u2022")
"""Signs between two words of a list, of which a name made of ordinary words or places is none: Autumn | Brooks."""
_AND = ("&", "+")
_GAPS = {"": 0.0, "piece": 1.0, "line": 3.0}


def gap(name: Name, reading: Reading, used: Used) -> tuple[float, bool]:
    """(the price of what stands between the words of a name, whether it parts them for good)."""
    spots = sorted((position, index) for index, (position, _) in used.items())
    price, apart = 0.0, False
    order = [index for _, index in spots]
    turned = _is_turned(order)
    if order[0] == 0 and order != sorted(order):
        price, apart = _OTHER_ORDER, True  # Leonor Nogueira de Sa is not Leonor Sa Nogueira
    for (a, i), (b, j) in pairwise(spots):
        shape = reading.shape(a)
        part_of_one = reading.shape(b) & Shape.PART and shape & Shape.PART
        sign = reading.sign_between(a, b) if a + 1 == b else ""
        if sign in _PARTING:
            apart |= is_plain(name.parts[i]) or is_plain(name.parts[j])
        apart |= sign in _AND
        if shape & Shape.STOP_AFTER and len(reading.bare(a)) > 1 and reading.bare(a) not in _ABBREVIATED:
            price += STOPPED
            apart = True
        apart |= bool(shape & Shape.POSSESSIVE)
        if shape & Shape.COMMA_AFTER and not part_of_one:
            listed = name.parts[i] in places() or name.parts[j] in places()  # Sydney, Vance and Harrisburg
            surname_first = (i > j and turned and not _is_in_a_list(reading, spots[0][0], spots[-1][0])) or (
                a + 1 == b and shape & Shape.UPPER and not reading.shape(b) & Shape.UPPER
            )
            in_small = not shape & (Shape.CAPITAL | Shape.CASELESS)
            of_words = in_small and is_everyday(reading.bare(a))  # мороз, надежда
            given_first = _are_given_and_surname(reading.bare(a), reading.bare(b))  # László, Nagy
            surname_first = surname_first and not of_words and not given_first
            apart |= not surname_first
            price += 0.0 if surname_first else 12.0 if listed else 5.0
        elif i > j and len(spots) == 2:
            price += 0.5
        more, parted = _between(reading, a, b, i < j)
        price += more
        apart |= parted
        price += _GAPS[reading.gap(a, b)]
    return price, apart


def _are_given_and_surname(one: str, other: str) -> bool:
    """Whether of two words the one is hardly but a given name, and the other hardly but a surname."""
    if one not in names() or other not in names():
        return False
    (given, as_surname), (as_given, surname) = names()[one], names()[other]
    return given < _SURE < as_surname and surname < _SURE < as_given


def _is_in_a_list(reading: Reading, first: int, last: int) -> bool:
    """Whether a name with a comma is of two in a list: Maël Le Floch, Gwenaëlle Kerdoncuff; Jean, Wideline and I."""
    low, high = reading.bounds(reading.field_of(first))
    before = first - 1
    while before > low and reading.bare(before) in PARTICLES:
        before -= 1
    open_before = before >= low and not reading.shape(before) & CLOSED
    if open_before and is_somebody(reading, before) and is_given(reading.bare(before)):
        return True
    after = reading.after_chunk(last, high)
    if after >= high or reading.shape(last) & CLOSED or reading.is_opened(after):
        return False
    bare = reading.bare(after)
    if bare in CONJUNCTIONS:
        beyond = reading.after_chunk(after, high)
        return beyond < high and (reading.bare(beyond) in _SPEAKERS or is_somebody(reading, beyond))
    return is_somebody(reading, after) and not is_given(bare)


def is_somebody(reading: Reading, row: int) -> bool:
    """Whether a word with a capital is a name, or nothing that is known."""
    bare, shape = reading.bare(row), reading.shape(row)
    if not shape & Shape.CAPITAL or shape & (Shape.DIGIT | PARTLY) or len(bare) < 2 or bare in cues().trade:
        return False
    return (bare in names() and not is_word(bare)) or bare not in words()


def _is_turned(order: list[int]) -> bool:
    """Whether the parts of a name stand in its order but for the last ones, which come first: Berg, Ann Marie."""
    falls = [at for at, (i, j) in enumerate(pairwise(order)) if i > j]
    return len(falls) == 1 and order[0] > order[-1]


def _between(reading: Reading, a: int, b: int, in_order: bool) -> tuple[float, bool]:
    """As `gap`, for the words between two words of a name."""
    price, apart, capitals, joined = 0.0, False, 0, False
    capital = bool(reading.shape(a) & Shape.CAPITAL)
    for position in range(a + 1, b):
        bare, looks = reading.bare(position), reading.shape(position)
        closed = looks & (Shape.COMMA_AFTER | Shape.STOP_AFTER) and len(bare) > 1 and not looks & PARTLY
        if closed and bare not in SUFFIXES and bare not in PARTICLES:
            price += STOPPED
            apart = True  # Luna Barreto, Teresa Campos
        if bare in CONJUNCTIONS and not looks & Shape.CAPITAL:
            price += 9.0
            joined = True
            apart |= len(bare) > 1 or not in_order
        elif bare in STREETS:
            price += 9.0
            apart = True
        elif bare in _TITLES and not in_order:
            price += STOPPED
            apart = True
        elif bare in _BETWEEN or bare in SUFFIXES or looks & PARTLY or reading.is_link(position):
            price += 0.3
        elif len(bare) == 1:
            price += 0.8
        elif looks & (Shape.CAPITAL | Shape.CASELESS):
            capitals += 1
            price += 1.5 if not is_word(bare) or bare in names() else 3.0
            apart |= bool(looks & Shape.CASELESS) and bare not in names()
        elif not is_word(bare):
            price += 3.0
            apart |= capital  # a name in capitals has no middle name without
        else:
            price += 7.0
            apart = True
    if joined and capitals == 1 and in_order and b - a == 3 and is_given(reading.bare(b - 1)):
        return _FAMILY, False
    return price, apart or (joined and capitals > 0)
