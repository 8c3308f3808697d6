"""What an item asks of a watched person who was surely found in it: judged apart from what it asks of anybody.

A post that names somebody who is known to be real is likelier to ask for them than one of which only the words are known.
So for them a label counts from a lower probability on (`policy.watched`), and where a character has their name, too, which
the classifier reads as nobody's (`intent.fiction`), the text is judged once more with another name in its place.

Nothing of this reaches a case, a card or the answer to a report: those would tell whoever posts "a LoRA of" some name
whether anybody watches for it. Called by `handlers.screening`, `handlers.recording` and `headsup screen`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from intent import Intent, Policy, Signals, Verdict
from intent.fiction import as_somebody
from watchlists import Match, Tier

_NO_NAMES = frozenset({"context", "handle", "url"})


def to_judge_again(texts: Sequence[str], matches: Sequence[Sequence[Match]]) -> dict[tuple[int, str], str]:
    """By a text's number and a person: the text with another name, where they were surely found under a character's."""
    again: dict[tuple[int, str], str] = {}
    for number, (text, found) in enumerate(zip(texts, matches, strict=True)):
        for match in found:
            if match.tier is Tier.ALERT:
                names = {each.text for each in match.evidence if each.how not in _NO_NAMES}
                other = as_somebody(text, sorted(names))
                if other != text:
                    again[number, match.person] = other
    return again


def likelier(first: Intent, second: Intent) -> Intent:
    """Of two judgements of one text, the one that is surer that somebody real is meant.

    Whether that may be a young person is decided by the text as it is, as for everybody else.
    """
    return first if first.likeness >= second.likeness else replace(second, minor=first.minor)


def judge(
    policy: Policy, intent: Intent, match: Match, signals: Signals, thresholds: Mapping[str, float]
) -> Verdict:
    """The verdict for the person of `match`. intent: of the text as judged for them."""
    sure = match.tier is Tier.ALERT
    return policy.judge(intent, signals, policy.for_watched(thresholds) if sure else thresholds)
