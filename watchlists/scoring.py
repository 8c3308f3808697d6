"""Judges a place: does it name this person, and does the text mean them and no namesake? Answers in bits.

Called by `watchlists.screener` for every spot that `watchlists.candidates` gathered. A name is worth the rarity of its
matched parts, minus the price of every bend (`watchlists.comparing`), plus or minus what stands around it
(`watchlists.surroundings`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from text.eastern import eastern
from text.fold import disguise_key, fold, sound
from text.romanise import by_rule, kana_spellings, unspaced_parts
from text.words import Shape
from watchlists.candidates import Spot
from watchlists.coherence import (
    STOPPED,
    Used,
    conflict,
    gap,
    has_other_half,
    is_another,
    is_given,
    is_other_generation,
    other_syllable,
)
from watchlists.comparing import OTHER_NAME, Likeness, compare
from watchlists.cues import famous
from watchlists.handles import Profile, find_urls
from watchlists.match import How
from watchlists.person import Person
from watchlists.rarity import bits, is_everyday, is_plain, is_word, names, wordiness, words
from watchlists.reading import Reading
from watchlists.specificity import MOST, distinctive, name_bits, native_bits, single_bits
from watchlists.terms import Name, addresses_of, names_of, profiles_of

_cost = itemgetter(0)
SYLLABLES = re.compile(r"\b[^\W\d_]{2,5}-[^\W\d_]{2,5}\b")
"""A given name of two syllables, as Koreans and Chinese write it: Min-seok."""
HANDLE_BITS = 27.0
_OTHER_LETTERS = 1.0
"""From this price on, a name is read from a script that writes no spaces."""
_USUAL_COST, _USUAL_GAP = 2.0, 0.5
_USUAL_LEAST = 10.6
"""Bits of the commonest name in other letters: in small lists one for a moderator, as it is in its own."""
_OTHER_CHARACTERS = 7.0
"""What it costs that a name sounds like the listed one and is written with other characters: 正明, 正昭."""
_EVERYDAY_LOWER = 7.0
"""What it costs that a name of one word that is also an ordinary one stands without a capital."""
_WELL_BENT = 3.0
"""The price of a bend from which on a word without the capital that the other has is more likely another word."""
_BY_KANA = 2.0
_SURELY_A_NAME = 4
"""So many words of one name are no sentence, even if each is an ordinary one: dang thuy khanh quynh."""
_SAME_CASE = 4.0
_HAN = re.compile("[\u3400-\u9fff]")
_SHOUTED = Shape.CAPITAL | Shape.CASELESS | Shape.HASH | Shape.AT | Shape.PART


@dataclass(slots=True)
class Finding:
    """One place that may name the person."""

    term: str
    how: How
    score: float
    bends: float
    spans: list[tuple[int, int, int]]
    """(row position, letter start, letter end); the letters are -1 for the whole word."""
    words_only: bool = False
    """Each of its words is first a word or a place."""
    lower: bool = False
    """No capital says that it is a name."""
    apart: bool = False
    """The words do not read as one name, or as this one: a sentence ends, a verb or conjunction stands between them, or
    one of them is more likely another given name: Michelle for Michel."""
    first: int = 0
    last: int = 0
    parts: tuple[str, ...] = ()
    initial: bool = False
    complete: bool = False
    """Every part of the name is there."""
    another: bool = False
    """The text says another name in place of a part: whatever else of the name is there, it is somebody else's."""
    famous: bool = False
    """A character, a place or somebody of long ago has this name."""
    usual: bool = False
    """All of the name as it stands or as other letters usually write it, in one piece."""
    sure: bool = False
    """A handle or address: needs no context."""


def without_others(found: list[Finding]) -> list[Finding]:
    """The findings of one person in one text without those that are part of somebody else's like name.

    A shorter name that the person has, too, is no more theirs there: Rosa Quint, in Rosa Olga Quint for Rosa Ida Quint.
    """
    kept = found
    for other in [each for each in found if each.another]:
        there = [each for each in kept if not each.sure and _overlap(each, other)]
        whole = any(each.complete and len(each.parts) >= len(other.parts) for each in there)
        if not whole and not any(each.complete and each.term == other.term for each in there):
            kept = [each for each in kept if each not in there and each is not other]
    return [each for each in kept if not each.another]


def _overlap(one: Finding, other: Finding) -> bool:
    rows, others = ([row for row, _, _ in each.spans] for each in (one, other))
    return min(rows) <= max(others) and min(others) <= max(rows)


class Judge:
    """One person, taken apart once, asked about many spots."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.names = names_of(person)
        natives = {name.term: native_bits(name) for name in self.names if name.native}
        self._excess = [_excess(name, natives.get(name.term)) for name in self.names]
        self._profiles: list[tuple[str, Profile]] | None = None

    def findings(self, reading: Reading, spot: Spot) -> list[Finding]:
        """Every way in which a spot names the person."""
        if spot.start < 0 and not spot.spelled and reading.is_link(spot.first):
            return self._handles(reading, spot.first)
        found: list[Finding] = []
        if spot.start < 0 and not spot.spelled and spot.first == spot.last:
            found += self._handles(reading, spot.first)
        for name, excess in zip(self.names, self._excess, strict=True):
            if spot.start >= 0:
                finding = _in_run(name, reading, spot)
            elif spot.spelled:
                finding = _spelled(name, reading, spot)
            elif len(name.parts) == 1 or spot.first == spot.last:
                finding = _single(name, reading, spot.first)
            else:
                finding = _several(name, reading, spot)
            if finding is not None and not (
                name.bend >= _OTHER_LETTERS and finding.how in ("typo", "inflection")
            ):
                finding.score -= name.bend + excess
                if finding.usual:
                    finding.score = max(finding.score, _USUAL_LEAST)
                finding.bends += 0.0 if finding.usual else name.bend
                finding.how = "transliteration" if name.bend >= _OTHER_LETTERS else finding.how
                if is_other_generation(name, reading, max(row for row, _, _ in finding.spans)):
                    finding.another, finding.complete = True, False
                if len(name.parts) == 1 and is_everyday(spot.spelled or reading.bare(spot.first)):
                    finding.words_only = True
                finding.first, finding.last, finding.parts = spot.first, spot.last, name.parts
                found.append(finding)
        return found

    def _handles(self, reading: Reading, position: int) -> list[Finding]:
        word = reading.word(position)
        if self._profiles is None:
            self._profiles = profiles_of(self.person)
        place = reading.place(position)
        found: list[Finding] = []
        for term, profile in self._profiles:
            if word.bare != profile.handle or _in_another_account(reading, position, profile.handle):
                continue
            site = place.profile.site if place and place.profile else ""
            rare = distinctive(profile.handle)
            if site and profile.site and site != profile.site:
                score = rare - 5.0
            elif site or word.shape & Shape.AT:
                score = max(HANDLE_BITS if site and site == profile.site else 23.0, rare) - (
                    0 if rare > 12 else 3.0
                )
            else:
                score = rare - 1.0
            how: How = "url" if "/" in term else "handle"
            found.append(Finding(term, how, score, 0.0, [(position, -1, -1)], sure=score > 18))
        for term, address in addresses_of(self.person):
            if word.bare == address:
                found.append(Finding(term, "url", HANDLE_BITS, 0.0, [(position, -1, -1)], sure=True))
        for finding in found:
            finding.first = finding.last = position
        return found


def _excess(name: Name, native: float | None) -> float:
    """By how many bits a reading in Latin letters seems rarer than the name is in its own script."""
    if native is None or name.native:
        return 0.0
    return max(0.0, name_bits(name.parts) - native)


def _single(name: Name, reading: Reading, position: int) -> Finding | None:
    word = reading.word(position)
    parts = name.parts
    if len(parts) == 1:
        like = compare(parts[0], word.bare, word.shape)
        if like is None or like.how in ("initial", "nickname", "typo"):
            return None
        score = single_bits(parts[0]) - like.cost * 1.5
        lower = not word.shape & (Shape.CAPITAL | Shape.CASELESS | Shape.HASH | Shape.AT)
        if is_word(parts[0]):
            score -= 12.0 if lower else 3.0
        elif everyday := is_everyday(parts[0]):
            score -= _EVERYDAY_LOWER if lower else 3.0
        return Finding(
            name.term, like.how, score, like.cost, [(position, -1, -1)], is_word(parts[0]) or everyday, lower
        )
    key = disguise_key(word.bare)
    for joined, price in _joined_forms(parts):
        if disguise_key(joined) == key and not (word.bare.isalpha() and word.bare in words()):
            changed = 0.0 if joined == word.bare else 1.0
            matched = [0, 1 if joined == parts[0] + parts[1] else len(parts) - 1]
            if len(joined) < 5:
                price += 5.0
            how: How = "joined" if not changed else "leet"
            return Finding(
                name.term,
                how,
                name_bits(parts, matched) - price - changed,
                changed,
                [(position, -1, -1)],
                words_only=all(map(is_plain, parts)),
                apart=_is_surname(reading, position),
            )
    return None


def _is_surname(reading: Reading, position: int) -> bool:
    """Whether a word with one capital follows a given name: Tove Lundbo is no Bo Lund."""
    first, _ = reading.bounds(reading.field_of(position))
    if position <= first or reading.shape(position) & (Shape.UPPER | Shape.DIGIT | Shape.HASH | Shape.AT):
        return False
    before = reading.word(position - 1)
    return (
        bool(before.shape & Shape.CAPITAL and reading.shape(position) & Shape.CAPITAL)
        and not before.shape & (Shape.STOP_AFTER | Shape.COMMA_AFTER)
        and is_given(before.bare)
        and not is_word(before.bare)
    )


def _is_usual(like: Likeness, name: Name) -> bool:
    """Whether a bend is how other letters usually write the word; East Asian names are written by ear."""
    if like.how == "folded":
        return True
    eastern_name = name.bend >= _OTHER_LETTERS
    usual_cost = _USUAL_COST + 1.0 * eastern_name
    return like.how == "transliteration" and like.cost <= usual_cost and (eastern_name or not like.by_ear)


def _joined_forms(parts: tuple[str, ...]) -> list[tuple[str, float]]:
    forms = [("".join(parts), 0.5), ("".join((*parts[1:], parts[0])), 1.0)]
    if len(parts) > 2:
        forms += [(parts[0] + parts[-1], 1.0), (parts[0] + parts[1], 2.0)]
    return forms


def _is_real(piece: str, single: bool) -> bool:
    """Whether a piece of what may be a name cut up is a word or name itself; of names of one word rare ones count, too."""
    if len(piece) < 3 and not (single and len(piece) > 1):
        return False
    return piece in words() or piece in names() or (single and is_everyday(piece))


def _spelled(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    positions = range(spot.first, spot.last + 1)
    pieces = [reading.bare(p) for p in positions if not reading.shape(p) & Shape.PART]
    spans = [(p, -1, -1) for p in positions]
    if not pieces or (len(pieces) > 1 and set(pieces) <= set(name.parts)):
        return None  # written plainly: found as such
    if any(reading.shape(p) & Shape.COMMA_AFTER for p in positions[:-1]):
        return None  # a list of names
    real = sum(_is_real(piece, len(name.parts) == 1) for piece in pieces)
    natural = [eastern(part) for part in name.parts] in (
        [*map(eastern, pieces)],
        [*map(eastern, pieces)][::-1],
    )
    price = 1.0 if natural else 1.0 + 4.0 * (real >= len(pieces)) + 1.0 * (real > 0)
    price += STOPPED * sum(bool(reading.shape(p) & Shape.STOP_AFTER) for p in positions[:-1])
    words_only = len(name.parts) > 1 and all(map(is_plain, name.parts))
    if " " not in spot.spelled:
        key = disguise_key(spot.spelled)
        for joined, cost in _joined_forms(name.parts) if len(name.parts) > 1 else [(name.parts[0], 0.0)]:
            if (disguise_key(joined) == key or eastern(joined) == eastern(spot.spelled)) and len(joined) > (
                4 if joined.isascii() else 1
            ):
                score = (native_bits(name) if name.native else name_bits(name.parts)) - cost - price
                capitals = all(reading.shape(p) & Shape.CAPITAL for p in (spot.first, spot.last))
                usual = name.bend >= _OTHER_LETTERS and (capitals or price <= 2.0)
                return Finding(name.term, "spaced", score, 0.0, spans, words_only, usual=usual)
        bare = [*([] if pieces[0] in spot.spelled else [pieces[0]]), spot.spelled]
        bare += [] if pieces[-1] in spot.spelled else [pieces[-1]]
    else:
        bare = spot.spelled.split()
    if len(name.parts) < 2 or len(bare) < 2:
        return None
    likes = {
        (i, j): compare(part, b, Shape.CAPITAL)
        for i, part in enumerate(name.parts)
        for j, b in enumerate(bare)
    }
    best: list[tuple[int, float]] = []
    for i in range(len(name.parts)):
        costs = [like.cost for j in range(len(bare)) if (like := likes[i, j]) and like.how != "initial"]
        if costs:
            best.append((i, min(costs)))
    left_out = set(range(len(name.parts))) - {i for i, _ in best}
    if len(best) < 2 or (SYLLABLES.search(name.term) and any(len(name.parts[i]) <= 5 for i in left_out)):
        return None
    cost = price + sum(c for _, c in best)
    score = name_bits(name.parts, [i for i, _ in best]) - cost
    return Finding(name.term, "spaced", score, cost - price, spans, words_only)


def _in_run(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    spans: list[tuple[int, int, int]] = []
    offset = 0
    for position in range(spot.first, spot.last + 1):
        size = len(reading.bare(position))
        a, b = max(spot.start - offset, 0), min(spot.end - offset, size)
        if a < b:
            spans.append((position, a, b))
        offset += size
    kana = kana_spellings(spot.spelled)
    if name.native:
        if name.native == spot.spelled:
            return Finding(name.term, "exact", native_bits(name), 0.0, spans)
        same = not set(kana).isdisjoint(kana_spellings(name.native))
        return Finding(name.term, "folded", native_bits(name), 0.0, spans) if same else None
    joined = ("".join(name.parts), "".join((*name.parts[1:], name.parts[0])))
    if not set(kana).isdisjoint(joined):
        return Finding(name.term, "transliteration", name_bits(name.parts) - _BY_KANA, 0.0, spans)
    forms = {s + g for surname, given in unspaced_parts(spot.spelled) for s in surname for g in given}
    for hear, price in ((sound, 2.0), (eastern, 3.0)):
        heard = {hear(form) for form in forms}
        if any(hear(form) in heard for form in joined):
            price += 0.0 if _is_same_writing(name.term, spot.spelled) else _OTHER_CHARACTERS
            return Finding(name.term, "transliteration", name_bits(name.parts) - price, 0.0, spans)
    return None


def _is_same_writing(term: str, spelled: str) -> bool:
    """Whether two names in Han characters are one, the other in simplified ones; true where a name is in other letters."""
    return not (_HAN.search(term) and _HAN.search(spelled)) or by_rule(fold(term)) == by_rule(spelled)


def _several(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    window: Iterable[int] = (spot.first, spot.last)
    if len(name.parts) > 2:
        low, high = reading.bounds(reading.field_of(spot.first))
        wide = range(max(low, spot.first - 3), min(high, spot.last + 4))
        window = [position for position in wide if not reading.is_link(position)]
    options: list[tuple[float, int, int, Likeness]] = []
    for position in window:
        bare, shape = reading.bare(position), reading.shape(position)
        for index, part in enumerate(name.parts):
            like = compare(part, bare, shape)
            if like is not None:
                far = 0.01 * min(abs(position - spot.first), abs(position - spot.last))
                options.append(
                    (like.cost + far + (6.0 if like.how == "initial" else 0.0), index, position, like)
                )
    if len(options) < 2:
        return None
    options.sort(key=_cost)
    used: Used = {}
    taken: set[int] = set()
    for _, index, position, like in options:
        if index not in used and position not in taken:
            used[index] = (position, like)
            taken.add(position)
    if spot.first not in taken or spot.last not in taken or len(used) < 2:
        return None
    return _whole(name, reading, used)


def _whole(name: Name, reading: Reading, used: Used) -> Finding | None:
    full = [index for index, (_, like) in sorted(used.items()) if like.how != "initial"]
    initial = len(full) < len(used)
    if len(full) < 1 or (len(full) == 1 and full[0] == 0):
        return None
    used = _in_one_case(used, reading)
    cost = _price([like for _, like in used.values()])
    if len(full) == 1:
        part = name.parts[full[0]]
        if is_word(part) or not reading.shape(used[full[0]][0]) & (Shape.CAPITAL | Shape.CASELESS):
            return None
        score = min(bits(part)[1], MOST) + 4.0
    else:
        score = name_bits(name.parts, full)
    parted, apart = gap(name, reading, used)
    bends = [like for _, like in used.values() if like.how not in ("exact", "initial")]
    how: How = (
        max(bends, key=lambda like: like.cost).how
        if bends
        else "initial"
        if initial and len(full) == 1
        else "exact"
    )
    if sum(like.how in ("typo",) for like in bends) > 1:
        cost += 1.0
    finding = Finding(
        name.term,
        how,
        score - cost - parted,
        sum(_chance(like) for _, like in used.values()),
        [(position, -1, -1) for position, _ in sorted(used.values())],
    )
    finding.initial = len(full) == 1
    finding.apart = apart or any(like.how == "inflection" and like.cost >= OTHER_NAME for like in bends)
    finding.lower = lower = reading.is_shouted(reading.field_of(min(used.values())[0])) or all(
        not reading.shape(position) & (Shape.CAPITAL | Shape.CASELESS | Shape.MASKED | Shape.HASH)
        for position, _ in used.values()
    )
    plain = [is_plain(name.parts[index]) for index in full]
    small = [] if lower else [index for index in full if not reading.shape(used[index][0]) & _SHOUTED]
    uncapitalised = {index: reading.bare(used[index][0]) for index in small}
    if any(is_word(name.parts[index]) and bare == name.parts[index] for index, bare in uncapitalised.items()):
        finding.score -= 8.0  # Jordan rivers: a name would have two capitals
        finding.apart = True
    elif any(bare in words() for bare in uncapitalised.values()):
        finding.apart = True  # Rose marsh
    elif any(used[index][1].cost >= _WELL_BENT for index in small):
        finding.score -= 8.0  # Любовь заречная
        finding.apart = True
    if SYLLABLES.search(name.term) and any(
        len(part) <= 5 for i, part in enumerate(name.parts) if i not in used
    ):
        if other_syllable(name, reading, used):
            return None
        finding.score -= 8.0  # Kim Min-seok is not Kim Min-ji
    if len(name.parts) > 2 and not name.native:
        if 0 not in used:
            finding.score -= 9.0  # two surnames without a given name
        elif len(name.parts) - 1 not in used and all(is_given(name.parts[index]) for index in full):
            finding.score -= 9.0  # two given names without a surname
    finding.another = is_another(name, reading, used)
    finding.apart |= has_other_half(name, reading, used)
    finding.complete = len(used) == len(name.parts) and not finding.another
    finding.score -= conflict(name, reading, used)
    written = frozenset(reading.bare(position) for position, _ in used.values())
    finding.famous = not famous().isdisjoint((frozenset(name.parts), written))
    whole = len(full) == len(name.parts) and parted <= _USUAL_GAP and not lower
    finding.usual = whole and all(_is_usual(like, name) for like in bends)
    finding.bends = 0.0 if finding.usual else finding.bends
    if lower and all(plain) and len(full) < _SURELY_A_NAME:
        finding.score -= 14.0
        finding.words_only = True
    elif lower and any(plain):
        finding.score -= 2.0
        # luz serena, dawn meadows, роман зимний
        finding.words_only = len(full) == 2 and all(
            wordiness(name.parts[index]) > 0.0 or is_everyday(name.parts[index]) for index in full
        )
    elif all(plain):
        finding.words_only = True
        finding.score -= 2.0
    return finding


def _in_one_case(used: Used, reading: Reading) -> Used:
    """A form that could be another given name is none where the surname has its ending, too: Jana Nowaka, of Jan Nowak."""
    endings = [
        reading.bare(row)[-1]
        for row, like in used.values()
        if like.how == "inflection" and like.cost < OTHER_NAME
    ]
    return {
        index: (row, like._replace(cost=_SAME_CASE))
        if like.how == "inflection" and like.cost >= OTHER_NAME and reading.bare(row)[-1] in endings
        else (row, like)
        for index, (row, like) in used.items()
    }


def _in_another_account(reading: Reading, position: int, handle: str) -> bool:
    """Whether a word is part of a longer handle, or of the address of another account: @jane.roe.fans, not @jane.roe."""
    around = reading.links_over(position)
    return bool(around) and not any(handle in _accounts(link) for link in around)


def _accounts(link: str) -> list[str]:
    """The whole names in a handle or an address: the handle, the parts of a path, the parts of a host."""
    host, *path = link.split("/")
    return [link, *path, *(host.split(".") if path or find_urls(link) else ())]


def _chance(like: Likeness) -> float:
    """What a bend counts where chance is weighed: other scripts' usual forms do not, pet names and sounds do a little."""
    if like.how == "typo":
        return max(like.cost, 2.0)
    if like.how == "nickname":
        return 1.0
    if like.how == "transliteration":
        return 0.0 if like.cost <= 2.0 and not like.by_ear else 1.0 if like.cost <= 2.5 else like.cost
    return 0.0


def _price(likes: list[Likeness]) -> float:
    """Bends of one kind come together (who inflects one word of a name inflects the other): the second is cheap."""
    price = 0.0
    for how in dict.fromkeys(like.how for like in likes):
        costs = sorted((like.cost for like in likes if like.how == how), reverse=True)
        price += costs[0] + sum(costs[1:]) * (
            0.3 if how in ("inflection", "transliteration", "homoglyph", "leet") else 1.0
        )
    return price
