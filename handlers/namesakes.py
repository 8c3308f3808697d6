"""Watched people who are called like a character: the classifier must not take them for one.

It reads known characters' names with a mark, and "a LoRA of" such a name asks for nobody real (`intent.fiction`). Whoever
watches for that name is real: what the matcher is sure of is judged once more with another name in its place. Called by
`handlers.screening` and `headsup screen`.
"""

from __future__ import annotations

from collections.abc import Sequence

from intent.fiction import as_somebody
from intent.taxonomy import Intent
from watchlists import Match, Tier

_NO_NAMES = frozenset({"context", "handle", "url"})


def to_judge_again(texts: Sequence[str], matches: Sequence[Sequence[Match]]) -> dict[int, str]:
    """By number, the texts in which somebody was surely found under a character's name, with another name there."""
    again: dict[int, str] = {}
    for number, (text, found) in enumerate(zip(texts, matches, strict=True)):
        names = {
            each.text
            for match in found
            if match.tier is Tier.ALERT
            for each in match.evidence
            if each.how not in _NO_NAMES
        }
        other = as_somebody(text, sorted(names))
        if other != text:
            again[number] = other
    return again


def likelier(first: Intent, second: Intent) -> Intent:
    """Of two judgements of one text, the one that is surer that somebody real is meant."""
    return max(first, second, key=lambda intent: intent.likeness)
