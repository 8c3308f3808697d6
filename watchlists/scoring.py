"""Judges a place: does it name this person, and does the text mean them and no namesake? Answers in bits.

Called by `watchlists.screener` for every spot that `watchlists.candidates` gathered. A name is worth the rarity of its
matched parts, minus the price of every bend (`watchlists.comparing`), plus or minus what stands around it
(`watchlists.surroundings`).
"""

import re

from text.eastern import eastern
from text.fold import disguise_key, fold, sound
from text.romanise import by_rule, kana_spellings, unspaced_parts
from text.words import Shape
from watchlists.asking import is_mentioned
from watchlists.candidates import Spot
from watchlists.coherence import STOPPED
from watchlists.commonest import is_common
from watchlists.comparing import compare
from watchlists.cues import famous
from watchlists.finding import Finding
from watchlists.handles import Profile, find_urls
from watchlists.match import How
from watchlists.person import Person
from watchlists.rarity import is_everyday, is_in_use, is_plain, is_word, names, words
from watchlists.reading import Reading
from watchlists.relatives import is_other_generation
from watchlists.several_words import several
from watchlists.specificity import distinctive, name_bits, native_bits, single_bits
from watchlists.surname import surname_alone
from watchlists.terms import (
    OTHER_LETTERS,
    SYLLABLES,
    Name,
    addresses_of,
    is_given,
    joined_forms,
    names_of,
    profiles_of,
    without_surname,
)
from watchlists.twofold import is_twofold

HANDLE_BITS = 27.0
_USUAL_LEAST = 10.6
"""Bits of the commonest name in other letters: in small lists one for a moderator, as it is in its own."""
_OTHER_CHARACTERS = 7.0
"""What it costs that a name sounds like the listed one and is written with other characters: 正明, 正昭."""
_EVERYDAY_LOWER = 7.0
"""What it costs that a name of one word that is also an ordinary one stands without a capital."""
_BY_KANA = 2.0
"""What it costs that a name in Latin letters is written in kana."""
_MANY_LETTERS = 3
_JOINED = (0.5, 1.0, 1.0, 2.0)
"""The prices of `joined_forms`."""
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ADDED = re.compile(
    "이?(?:씨|님|양|군|선수|배우|가수)?(?:이?가|은|는|이?를|을|이?의|이?도|와|과|이?랑|하고|에게서?|한테서?|께서?|아|야|이|이?로|으로|만|까지|부터"
    "|처럼|보다|나|이?라고|이?라는|입니다|이?에요|예요|인데)?"
)
"""What Korean writes after a name as one word with it."""
_GOES_ON = re.compile(
    "(?!社長|本人|選手|店長|教授|部長|課長|監督|記者|議員|市長|知事|先輩|後輩|大先生)"
    "[\u3400-\u9fff]{1,2}(?:さん|ちゃん|くん|さま|君|氏|様|先生)"
)
"""More of a given name before a title: 佐藤美咲希さん for 佐藤美咲."""
_LONGER, _OF_OTHERS = 7.0, 9.0
"""What it costs that a name goes on, and that its letters end one word and begin another: 이은 정류장."""
_HAN = re.compile("[\u3400-\u9fff]")


class Judge:
    """One person, taken apart once, asked about many spots."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.names = names_of(person)
        self.words = frozenset(part for name in self.names for part in name.parts)
        natives = {name.term: native_bits(name) for name in self.names if name.native}
        self._excess = [_excess(name, natives.get(name.term)) for name in self.names]
        self._profiles: list[tuple[str, Profile]] | None = None

    def findings(self, reading: Reading, spot: Spot) -> list[Finding]:
        """Every way in which a spot names the person."""
        if spot.start < 0 and not spot.spelled and reading.is_link(spot.first):
            return self._handles(reading, spot.first)
        if spot.said:
            return self._spoken(spot)
        found: list[Finding] = []
        if spot.start < 0 and not spot.spelled and spot.first == spot.last and not spot.surname:
            found += self._handles(reading, spot.first)
        for name, excess in zip(self.names, self._excess, strict=True):
            if spot.surname:
                finding = surname_alone(name, reading, spot.first)
            elif spot.start >= 0:
                finding = _in_run(name, reading, spot)
            elif spot.spelled:
                finding = _spelled(name, reading, spot)
            elif len(name.parts) == 1 or spot.first == spot.last:
                finding = _single(name, reading, spot.first)
            else:
                finding = several(name, reading, spot)
            if finding is not None and (spot.spelled or spot.first == spot.last):
                finding.commonplace = is_common(name)
            if finding is not None and not (
                name.bend >= OTHER_LETTERS and finding.how in ("typo", "inflection")
            ):
                finding.score -= name.bend + excess
                if finding.usual:
                    finding.score = max(finding.score, _USUAL_LEAST)
                finding.bends += 0.0 if finding.usual else name.bend
                finding.how = "transliteration" if name.bend >= OTHER_LETTERS else finding.how
                if is_other_generation(name, reading, max(row for row, _, _ in finding.spans)):
                    finding.another, finding.complete = True, False
                finding.words_only |= _is_met_as_a_word(name, reading, spot)
                finding.famous |= frozenset(name.parts) in famous()
                finding.first, finding.last, finding.parts = spot.first, spot.last, name.parts
                found.append(finding)
        return found

    def _profiles_of(self) -> list[tuple[str, Profile]]:
        if self._profiles is None:
            self._profiles = profiles_of(self.person)
        return self._profiles

    def _spoken(self, spot: Spot) -> list[Finding]:
        """A handle whose sign is said in a word."""
        spans = [(row, -1, -1) for row in range(spot.first, spot.last + 1)]
        return [
            Finding(term, "handle", score, 0.0, spans, sure=score > 18, first=spot.first, last=spot.last)
            for term, profile in self._profiles_of()
            if profile.handle == spot.spelled and (score := distinctive(profile.handle) - 1.0)
        ]

    def _handles(self, reading: Reading, position: int) -> list[Finding]:
        word = reading.word(position)
        place = reading.place(position)
        found: list[Finding] = []
        for term, profile in self._profiles_of():
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


def _is_met_as_a_word(name: Name, reading: Reading, spot: Spot) -> bool:
    """Whether what stands for a name as one word is met in ordinary text, whatever it means there: 白云, and the airport."""
    said = spot.spelled or reading.bare(spot.first)
    if spot.start >= 0:
        return is_in_use(said) or is_twofold(said)
    return len(name.parts) == 1 and is_in_use(said)


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
        word_first = is_word(parts[0])
        ordinary = word_first or is_in_use(parts[0])
        if ordinary:
            score -= 3.0 if not lower else 12.0 if word_first else _EVERYDAY_LOWER
        spans = [(position, -1, -1)]
        ordinary |= lower and is_twofold(parts[0])
        mentioned = is_mentioned(reading, position)
        return Finding(
            name.term, like.how, score, like.cost, spans, ordinary, lower=lower, mentioned=mentioned
        )
    key = disguise_key(word.bare)
    for joined, price in zip(joined_forms(parts), _JOINED, strict=False):
        if disguise_key(joined) == key and not _is_a_word(word.bare, parts):
            changed = 0.0 if joined == word.bare else 1.0
            matched = [0, 1 if joined == parts[0] + parts[1] else len(parts) - 1]
            if len(joined) < 5:
                price += 5.0
            first_names = matched[1] < len(parts) - 1 and without_surname(parts, matched)  # Jean-Bosco
            price += 9.0 * first_names
            how: How = "joined" if not changed else "leet"
            return Finding(
                name.term,
                how,
                name_bits(parts, matched) - price - changed,
                changed,
                [(position, -1, -1)],
                words_only=all(map(is_plain, parts)),
                apart=_is_surname(reading, position),
                family=first_names,
            )
    return None


def _is_a_word(bare: str, parts: tuple[str, ...]) -> bool:
    """Whether what may be a name written as one is an ordinary word: markdowns, and no Mark Downs."""
    if not bare.isalpha() or bare in words():
        return bare.isalpha()
    of_words = any(map(is_plain, parts))
    return of_words and (is_everyday(bare) or is_everyday(bare.removesuffix("s")))


def _hyphens(term: str) -> tuple[str, str]:
    """A term as it is listed, and with the parts of its hyphened words as one: Tak Ha-eun, Tak Haeun."""
    return term, term.replace("-", "")


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


def _is_real(piece: str, single: bool) -> bool:
    """Whether a piece of what may be a name cut up is a word or name itself; of names of one word rare ones count, too."""
    if len(piece) < 3 and not (single and len(piece) > 1):
        return False
    return piece in words() or piece in names() or (single and is_everyday(piece))


def _are_words(pieces: list[str]) -> bool:
    """Whether what may be a name cut up is a row of words and names, not of letters that stand apart."""
    letters = sum(len(piece) == 1 for piece in pieces)
    return letters < _MANY_LETTERS and all(piece in words() or piece in names() for piece in pieces)


def _spelled(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    positions = range(spot.first, spot.last + 1)
    pieces = [reading.bare(p) for p in positions if not reading.shape(p) & Shape.PART]
    spans = [(p, -1, -1) for p in positions]
    plainly = {*name.parts, *(chunk for form in _hyphens(fold(name.term).lower()) for chunk in form.split())}
    if not pieces or (len(pieces) > 1 and set(pieces) <= plainly):
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
    cut_into_words = not natural and _are_words(pieces)
    if " " not in spot.spelled:
        key = disguise_key(spot.spelled)
        prices = _JOINED if len(name.parts) > 1 else (0.0,)
        for joined, cost in zip(joined_forms(name.parts), prices, strict=False):
            if (disguise_key(joined) == key or eastern(joined) == eastern(spot.spelled)) and len(joined) > (
                4 if joined.isascii() else 1
            ):
                score = (native_bits(name) if name.native else name_bits(name.parts)) - cost - price
                capitals = all(reading.shape(p) & Shape.CAPITAL for p in (spot.first, spot.last))
                usual = name.bend >= OTHER_LETTERS and (capitals or price <= 2.0)
                return Finding(
                    name.term, "spaced", score, 0.0, spans, words_only, cut_into_words, usual=usual
                )
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
    return Finding(name.term, "spaced", score, cost - price, spans, words_only, cut_into_words)


def _in_run(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    spans: list[tuple[int, int, int]] = []
    offset = 0
    for position in range(spot.first, spot.last + 1):
        size = len(reading.bare(position))
        a, b = max(spot.start - offset, 0), min(spot.end - offset, size)
        if a < b:
            spans.append((position, a, b))
        offset += size
    rest = reading.bare(spans[-1][0])[spans[-1][2] :]
    finding = _run(name, spot.spelled, spans)
    across = len(spans) > 1 and _HANGUL.match(spot.spelled)
    if finding is not None and across and (spans[0][1] or not _ADDED.fullmatch(rest)):
        finding.score -= _OF_OTHERS
    elif finding is not None and _GOES_ON.match(rest):
        finding.score -= _LONGER
    return finding


def _run(name: Name, spelled: str, spans: list[tuple[int, int, int]]) -> Finding | None:
    """What letters inside a run are to a name."""
    kana = kana_spellings(spelled)
    if name.native:
        if name.native == spelled:
            return Finding(name.term, "exact", native_bits(name), 0.0, spans)
        same = not set(kana).isdisjoint(kana_spellings(name.native))
        return Finding(name.term, "folded", native_bits(name), 0.0, spans) if same else None
    joined = ("".join(name.parts), "".join((*name.parts[1:], name.parts[0])))
    if not set(kana).isdisjoint(joined):
        return Finding(name.term, "transliteration", name_bits(name.parts) - _BY_KANA, 0.0, spans)
    forms = {s + g for surname, given in unspaced_parts(spelled) for s in surname for g in given}
    for hear, price in ((sound, 2.0), (eastern, 3.0)):
        heard = {hear(form) for form in forms}
        if any(hear(form) in heard for form in joined):
            price += 0.0 if _is_same_writing(name.term, spelled) else _OTHER_CHARACTERS
            return Finding(name.term, "transliteration", name_bits(name.parts) - price, 0.0, spans)
    return None


def _is_same_writing(term: str, spelled: str) -> bool:
    """Whether two names in Han characters are one, the other in simplified ones; true where a name is in other letters."""
    return not (_HAN.search(term) and _HAN.search(spelled)) or by_rule(fold(term)) == by_rule(spelled)


def _in_another_account(reading: Reading, position: int, handle: str) -> bool:
    """Whether a word is part of a longer handle, or of the address of another account: @jane.roe.fans, not @jane.roe."""
    around = reading.links_over(position)
    return bool(around) and not any(handle in _accounts(link) for link in around)


def _accounts(link: str) -> list[str]:
    """The whole names in a handle or an address: the handle, the parts of a path (/@janeroe), the parts of a host."""
    host, *path = link.split("/")
    return [link, *(part.lstrip("@") for part in path), *(host.split(".") if path or find_urls(link) else ())]
