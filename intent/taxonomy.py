"""The six labels, a text's probabilities for them, and the one way an item becomes the classifier's text.

Used by everything in `intent` and by the handlers. Imports nothing of Headsup. The labels' definitions are in
docs/intent/model-card.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Label = Literal["likeness", "sexual", "veiled", "private", "minor", "consent"]
LABELS: tuple[Label, ...] = ("likeness", "sexual", "veiled", "private", "minor", "consent")

# Used where a model brings none of its own (a foreign model through the transformers backend).
DEFAULT_THRESHOLDS: Mapping[str, float] = MappingProxyType(dict.fromkeys(LABELS, 0.5))

Confidence = Literal["unlikely", "possible", "likely", "very_likely"]

# Labels that qualify the real person who is asked for: without `likeness` there is nobody to qualify.
ONLY_WITH_LIKENESS = frozenset({"private", "minor"})


@dataclass(frozen=True, slots=True)
class Intent:
    """Calibrated probability of each label, 0 to 1."""

    likeness: float = 0.0
    sexual: float = 0.0
    veiled: float = 0.0
    private: float = 0.0
    minor: float = 0.0
    consent: float = 0.0

    def as_dict(self) -> dict[str, float]:
        """Label to probability, in the order of LABELS."""
        return {
            "likeness": self.likeness,
            "sexual": self.sexual,
            "veiled": self.veiled,
            "private": self.private,
            "minor": self.minor,
            "consent": self.consent,
        }

    def labels(self, thresholds: Mapping[str, float]) -> tuple[str, ...]:
        """The labels that hold, in the order of LABELS.

        A label holds when its probability reaches its threshold. Then the definitions: `private` and `minor`
        only with `likeness`; `sexual` and `veiled` exclude each other, outright wins.
        """
        probability = self.as_dict()
        held = {
            name for name in LABELS if probability[name] >= thresholds.get(name, DEFAULT_THRESHOLDS[name])
        }
        if "likeness" not in held:
            held -= ONLY_WITH_LIKENESS
        if "sexual" in held:
            held.discard("veiled")
        return tuple(name for name in LABELS if name in held)


def compose(title: str, body: str, tags: Sequence[str] = ()) -> str:
    """The classifier's text of an item: title, body and tags, a line each; a title that the body repeats goes
    once.
    """
    title, body = title.strip(), body.strip()
    parts = [body] if title and body.startswith(title) else [title, body]
    parts.append(", ".join(tag.strip() for tag in tags if tag.strip()))
    return "\n".join(part for part in parts if part)


def confidence_words(p: float) -> Confidence:
    """A probability in a word, for cards that people read."""
    if p < 0.3:
        return "unlikely"
    if p < 0.6:
        return "possible"
    if p < 0.9:
        return "likely"
    return "very_likely"
