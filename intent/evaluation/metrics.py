"""The figures: precision, recall, F1, calibration error, precision at a base rate. Pure numpy, called by `evaluate`.

Imports nothing of Headsup.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one label's decisions on some texts, and what follows from them. Empty ratios are 0.0."""

    right: int
    false_alarms: int
    missed: int
    clean: int

    @property
    def positives(self) -> int:
        return self.right + self.missed

    @property
    def precision(self) -> float:
        return _ratio(self.right, self.right + self.false_alarms)

    @property
    def recall(self) -> float:
        return _ratio(self.right, self.positives)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.right, 2 * self.right + self.false_alarms + self.missed)

    @property
    def false_alarm_rate(self) -> float:
        """Share of the texts without the label that got it."""
        return _ratio(self.false_alarms, self.false_alarms + self.clean)

    def precision_at(self, base_rate: float) -> float:
        """The precision to expect where a share `base_rate` of texts has the label."""
        true, false = self.recall * base_rate, self.false_alarm_rate * (1 - base_rate)
        return true / (true + false) if true + false else 0.0


def score(found: Flags, wanted: Flags) -> Score:
    """Counts of decisions against the truth."""
    return Score(
        int((found & wanted).sum()),
        int((found & ~wanted).sum()),
        int((~found & wanted).sum()),
        int((~found & ~wanted).sum()),
    )


def calibration_error(probabilities: Array, wanted: Flags, bins: int = 15) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    if not len(probabilities):
        return 0.0
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    total = 0.0
    for each in range(bins):
        inside = which == each
        if inside.any():
            total += inside.mean() * abs(probabilities[inside].mean() - wanted[inside].mean())
    return float(total)


def curve(probabilities: Array, wanted: Flags, points: int = 99) -> list[tuple[float, Score]]:
    """The score at evenly spaced thresholds between 0 and 1."""
    return [(float(at), score(probabilities >= at, wanted)) for at in np.linspace(0, 1, points + 2)[1:-1]]


def best_threshold(values: Array, wanted: Flags) -> float:
    """The threshold on `values` with the best F1: for comparators, fitted on validation texts."""
    candidates = np.unique(np.quantile(values, np.linspace(0, 1, 201)))
    return float(max(candidates, key=lambda at: score(values >= at, wanted).f1))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
