"""From judged findings to a match: score, probability, tier, evidence, fingerprints.

Called by `watchlists.screener`. Thresholds are in bits and rise with the size of the watchlist, steeply for bent
spellings (chance finds them in proportion to the list) and gently for names as written.
"""

from collections.abc import Iterable
from hashlib import blake2b
from itertools import combinations
from math import exp, log2
from typing import NamedTuple

from text.words import Shape
from watchlists.candidates import Worth
from watchlists.context import concepts_of, context_words, is_place, is_profession, is_pursuit
from watchlists.finding import Finding
from watchlists.match import Evidence, How, Match, Tier
from watchlists.person import Person
from watchlists.reading import Reading
from watchlists.segment import MIXED_UP_TO
from watchlists.surname import means_more
from watchlists.surroundings import HIT_CAP, Around

ALERT = 18.5
REVIEW = 10.5
BENT = 2.0
"""From this price of its bends on, a finding counts as bent; with a lower one (a pet name, a sound), as half bent."""
MOST_SUPPORT = 6.0
"""Bits that another finding in the same text may add."""
CLEARLY = 3.0
"""Bits above the review threshold from which on no sign of a namesake hides a name altogether."""
_LONGEST_KEY = 64
"""Bytes that a fingerprint's key may have; of a longer id its hash is the key."""
_RIGHT_BESIDE = 2
_ACCOUNT = frozenset(("handle", "url"))
_SMALL = 1_000
_SMALL_ENOUGH = 20_000
_TWICE = 9.5
"""Bits more that a name must be worth for a typo in both of its words to be looked at."""
_SLOPE, _MIDDLE = 0.42, 15.4  # fitted on tests/watchlists' invented posts: probability 0.5 at 16.6 bits


class Verdict(NamedTuple):
    """What a text says of whoever is watched under the same terms with the same context."""

    score: float
    tier: Tier
    evidence: tuple[Evidence, ...]
    signs: tuple[str, ...]
    """What a namesake in this place could be recognised by."""
    bent: bool
    """Whether its best finding is bent or scattered."""
    may_be_dismissed: bool
    """Whether it stays quiet for whoever has said of such a namesake that it is not them."""

    def match_for(self, person: Person) -> Match | None:
        """The match of one of these people; None if it was dismissed."""
        prints = fingerprints(person.id, self.signs)
        if self.may_be_dismissed and person.not_me.intersection(prints):
            return None
        probability = round(min(1.0 / (1.0 + exp(-_SLOPE * (self.score - _MIDDLE))), 0.995), 4)
        return Match(person.id, round(self.score, 2), probability, self.tier, self.evidence, prints)


def thresholds(bends: float, size: int) -> tuple[float, float]:
    """(alert, review) thresholds in bits for a watchlist of `size` people."""
    growth = log2(max(size, _SMALL) / _SMALL)
    if bends >= BENT:
        return ALERT + 0.35 * growth, REVIEW + 3.0 + 0.4 * growth
    if bends > 0:
        return ALERT + 0.3 * growth, REVIEW + 0.5 + 0.2 * growth
    return ALERT + 0.2 * growth, REVIEW + 0.1 * growth


def worth(size: int) -> Worth:
    """What a name must be worth before bent spellings of it are looked for: nothing in small lists, where even context
    may lift them; in large ones what the review threshold asks without context."""
    if size <= _SMALL_ENOUGH:
        return Worth(mixed=size <= MIXED_UP_TO)
    (_, plain), (_, listed), (_, bent) = (thresholds(bends, size) for bends in (0.0, 1.0, BENT))
    twice = bent + _TWICE
    return Worth(
        small=False,
        mixed=False,
        heard=listed + 1.5,
        inflected=plain + 3.0,
        vowelless=bent + 1.5,
        romanised=plain + 2.0,
        standins=(
            (0.0, listed + 2.0, bent + 2.5),
            (listed + 2.0, listed + 5.0, twice),
            (bent + 2.5, twice, twice),
        ),
    )


def plausible(finding: Finding, helped: bool, alone: bool, size: int) -> bool:
    """Whether a finding could become a match at all, with everything that may speak for it: context, if the person may
    have it there, and other findings, if it is not alone."""
    best = finding.score + (0.0 if alone else MOST_SUPPORT) + (HIT_CAP if helped else 0.0)
    return best >= thresholds(finding.bends, size)[1]


def decide(judged: list[tuple[Finding, Around]], reading: Reading, size: int) -> Verdict | None:
    """What the findings come to; None if they are too weak."""
    judged = _as_written(judged)
    best, near = max(judged, key=lambda one: one[0].score + one[1].change)
    score = best.score + near.change
    support = max(
        (f.score + other.change for f, other in judged if _stands_apart(f, best, reading)), default=0.0
    )
    if support > 8.0:
        score += min(MOST_SUPPORT, support * 0.3)
    if best.initial and not near.context and not best.sure:
        score -= 6.0
    alert, review = thresholds(best.bends, size)
    scattered = best.anchor >= 0 and not best.initial_beside
    of_a_family = best.family and not _is_told(best, near)
    apart = best.apart or (best.surname_only and means_more(best, reading))
    doubtful = (
        best.words_only
        or best.mentioned
        or best.cut_into_words
        or apart
        or best.commonplace
        or best.famous
        or best.like_another
        or scattered
        or of_a_family
        or any(map(_speaks_of_another, near.against))
    )
    spoken_for = sum(map(_weight, {hit.term for hit in near.context})) + _has_work_beside(best, near)
    supported = spoken_for > (best.words_only and (best.lower or scattered))
    if doubtful and (apart or of_a_family or not supported) and not best.sure and support < 15.0:
        score = min(score, alert - 0.5)
    elif best.words_only and best.lower and len(best.parts) > 1 and supported and score >= review:
        # Two words of the person's own say who is meant: rose fields, hexham, choir.
        score = max(score, alert)
    if not best.words_only and best.score >= review + CLEARLY and "company" not in near.against:
        score = max(score, review)  # what speaks against a name as clear as this leaves it to a moderator
    if score < review:
        return None
    vouched = bool(near.context) and not best.surname_only  # beside a surname alone there is always context
    return Verdict(
        score,
        Tier.ALERT if score >= alert else Tier.REVIEW,
        _evidence(
            [one for one in judged if one[0].score + one[1].change >= review or one[0] is best], near, reading
        ),
        _signs(best, near, reading),
        bent=best.bends >= BENT or best.anchor >= 0,
        may_be_dismissed=not best.sure and not vouched,
    )


def _as_written(judged: list[tuple[Finding, Around]]) -> list[tuple[Finding, Around]]:
    """The findings without bent readings of what another of the person's names says exactly: Flo Hill, for Florence."""
    exact = {_rows(finding) for finding, _ in judged if _is_exact(finding)}
    return [one for one in judged if _is_exact(one[0]) or not one[0].bends or _rows(one[0]) not in exact]


def _is_exact(finding: Finding) -> bool:
    return finding.how == "exact" and finding.complete and not finding.bends


def _rows(finding: Finding) -> frozenset[int]:
    return frozenset(row for row, _, _ in finding.spans)


def _words_of(finding: Finding, reading: Reading) -> set[str]:
    return {reading.bare(row) for row in _rows(finding)}


def _stands_apart(finding: Finding, best: Finding, reading: Reading) -> bool:
    """Whether a finding is of another of the person's terms than the best one, in other words and another place."""
    if finding.term == best.term or not _words_of(best, reading).isdisjoint(_words_of(finding, reading)):
        return False
    if not _ACCOUNT.isdisjoint((finding.how, best.how)):
        return True  # the name in a handle is a second sign
    places, others = (
        [(piece.field, start, end) for piece, start, end in (reading.span(*span) for span in each.spans)]
        for each in (finding, best)
    )
    return not any(
        a == b and low < end and start < high for a, low, high in places for b, start, end in others
    )


def _weight(term: str) -> int:
    """How many words of context a term counts for: Hebden Bridge is hardly there by chance."""
    return min(2, len(context_words(term)))


def _is_told(finding: Finding, near: Around) -> bool:
    """Whether context tells which of a family is meant: the profession or pursuit, or two words of it. Beside a surname
    alone where they live does not, since families live in one place."""
    terms = [hit.term for hit in near.context]
    if any(is_profession(term) or is_pursuit(term) for term in terms):
        return True
    if not finding.surname_only:
        return len(terms) > 1
    elsewhere = [concepts_of(term) for term in terms if not is_place(term)]
    return any(set(one).isdisjoint(other) for one, other in combinations(elsewhere, 2))


def _has_work_beside(finding: Finding, near: Around) -> bool:
    """Whether the person's profession stands right beside the name: swimmer april frost."""
    rows = [row for row, _, _ in finding.spans]
    return any(
        hit.first <= max(rows) + _RIGHT_BESIDE
        and hit.last >= min(rows) - _RIGHT_BESIDE
        and is_profession(hit.term)
        for hit in near.context
    )


def _speaks_of_another(sign: str) -> bool:
    """Whether a sign against a name is enough to leave it to a moderator, however rare the name."""
    return sign in ("fiction", "thing", "company", "past") or sign.startswith(("work:", "place:"))


def explained_away(found: list[tuple[Match, bool]]) -> list[Match]:
    """Matches without the bent ones whose place is somebody else's name as written: that explains it better."""
    straight = {
        (e.field, e.start, e.end)
        for match, bent in found
        if not bent
        for e in match.evidence
        if e.how != "context"
    }
    if not straight:
        return [match for match, _ in found]
    return [
        match
        for match, bent in found
        if not bent or not any(_overlap(e, place) for e in match.evidence[:1] for place in straight)
    ]


def _overlap(evidence: Evidence, place: tuple[str, int, int]) -> bool:
    return evidence.field == place[0] and evidence.start < place[2] and place[1] < evidence.end


def _signs(finding: Finding, near: Around, reading: Reading) -> tuple[str, ...]:
    """What this namesake could be recognised by: the words at the name, another profession, place or handle."""
    number = reading.field_of(finding.first)
    first, end = reading.bounds(number)
    low = max(first, finding.first - 4)
    words = [reading.bare(p) for p in range(low, min(end, finding.last + 5))]
    signs = [f"{finding.term}|{sign}" for sign in near.against if ":" in sign]
    return (*signs, f"{finding.term}|words:{' '.join(words)}")


def fingerprints(person_id: str, signs: Iterable[str]) -> tuple[str, ...]:
    """Signs of a namesake as one person's own fingerprints, from which nobody reads them."""
    key = person_id.encode()
    key = key if len(key) <= _LONGEST_KEY else blake2b(key).digest()
    return tuple(
        blake2b(sign.encode("utf-8", "surrogatepass"), key=key, digest_size=12).hexdigest() for sign in signs
    )


def _evidence(judged: list[tuple[Finding, Around]], near: Around, reading: Reading) -> tuple[Evidence, ...]:
    found: dict[tuple[str, int, int], Evidence] = {}
    for finding, _ in sorted(judged, key=lambda one: (-one[0].sure, -one[0].score)):
        for evidence in _spans(finding, reading):
            overlaps = any(
                e.field == evidence.field and e.start < evidence.end and evidence.start < e.end
                for e in found.values()
            )
            if not overlaps:
                found[evidence.field, evidence.start, evidence.end] = evidence
    for first, last, term, _ in near.context:
        piece, start, end = reading.span(first)
        until, _, last_end = reading.span(last)
        end = last_end if until is piece else end
        key = (piece.field, start, end)
        found.setdefault(key, Evidence(piece.field, start, end, piece.value[start:end], term, "context"))
    return tuple(list(found.values())[:12])


def _spans(finding: Finding, reading: Reading) -> list[Evidence]:
    """One evidence for each field that the finding touches, from its first word to its last; where they stand far apart,
    one for each word.
    """
    ranges: dict[tuple[str, int], tuple[str, int, int]] = {}
    for position, a, b in finding.spans:
        piece, start, end = reading.span(position, a, b)
        key = (piece.field, position if finding.anchor >= 0 else -1)
        known = ranges.get(key)
        low, high = (min(known[1], start), max(known[2], end)) if known else (start, end)
        ranges[key] = (piece.value, low, high)
    return [
        Evidence(field, start, end, value[start:end], finding.term, _how(finding, value[start:end], reading))
        for (field, _), (value, start, end) in ranges.items()
    ]


def _how(finding: Finding, quoted: str, reading: Reading) -> How:
    if finding.how == "transliteration" and quoted == finding.term:
        return "exact"  # scripts without spaces are found by what they sound like, also as they were listed
    if finding.how != "exact" or finding.term in quoted or quoted in finding.term:
        return finding.how
    masked = any(reading.word(position).shape & Shape.MASKED for position, _, _ in finding.spans)
    return "homoglyph" if masked else "folded"
