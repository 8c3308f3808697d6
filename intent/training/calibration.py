"""Logits to honest probabilities and decisions: Platt scaling, thresholds, and the early exit's limits.

All fitted on the validation split by `intent.training.cli`, never on test. Pure numpy. Imports of Headsup
only `intent.model_files` and `intent.taxonomy`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from intent.model_files import Exit, Platt
from intent.taxonomy import LABELS

Array = NDArray[np.float64]


def platt(logits: Array, targets: Array) -> Platt:
    """Slope and intercept by Newton's method on the log loss, with Platt's smoothed targets and a weak ridge."""
    positives = targets.sum()
    high = (positives + 1) / (positives + 2)
    low = 1 / (len(targets) - positives + 2)
    wanted = np.where(targets > 0, high, low)
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    beta, prior = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    ridge = np.diag([1.0, 0.01])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (p - wanted) + ridge @ (beta - prior)
        hessian = (design * (p * (1 - p))[:, None]).T @ design + ridge
        step = np.linalg.solve(hessian, gradient)
        beta = beta - step
        if np.abs(step).max() < 1e-8:
            break
    return Platt(slope=round(float(beta[0]), 5), intercept=round(float(beta[1]), 5))


def apply(calibration: Mapping[str, Platt], logits: Array) -> Array:
    """Probabilities of (texts, labels) logits."""
    slopes = np.array([calibration[label].slope for label in LABELS])
    intercepts = np.array([calibration[label].intercept for label in LABELS])
    return np.asarray(1 / (1 + np.exp(-(logits * slopes + intercepts))))


def fitted(logits: Array, targets: Array) -> dict[str, Platt]:
    """A Platt pair a label, of (texts, labels) logits and 0/1 targets."""
    return {label: platt(logits[:, i], targets[:, i]) for i, label in enumerate(LABELS)}


def thresholds(probabilities: Array, targets: Array) -> dict[str, float]:
    """Per label the middle of the thresholds whose F1 is within half a point of the best, kept between 0.3
    and 0.7.

    The middle, and the limits, because a validation split of a thousand texts cannot place a threshold to the
    point.
    """
    chosen: dict[str, float] = {}
    grid = np.arange(0.30, 0.701, 0.01)
    for i, label in enumerate(LABELS):
        scores = np.array([f1(probabilities[:, i] >= at, targets[:, i]) for at in grid])
        good = grid[scores >= scores.max() - 0.005]
        chosen[label] = round(float(np.median(good)), 2)
    return chosen


def f1(found: NDArray[np.bool_], targets: Array) -> float:
    """F1 of decisions; 0.0 where nothing is right."""
    right = float((found & (targets > 0)).sum())
    return 2 * right / (found.sum() + targets.sum()) if right else 0.0


def exit_limits(early: Array, last: Array, calibration: Mapping[str, Platt], slack: float = 0.002) -> Exit:
    """The widest exit at which the exit head disagrees with the whole network on at most `slack` of texts,
    per label.

    early, last: logits of both heads; a label is decided where its calibrated probability passes one half.
    """
    early_platt = calibration
    p = apply(early_platt, early)
    decided = last > 0
    low: dict[str, float] = {}
    high: dict[str, float] = {}
    allowed = int(slack * len(early))
    for i, label in enumerate(LABELS):
        wrongly_low = np.sort(early[decided[:, i], i])
        wrongly_high = np.sort(early[~decided[:, i], i])[::-1]
        low[label] = float(wrongly_low[min(allowed, len(wrongly_low) - 1)]) if len(wrongly_low) else 0.0
        high[label] = float(wrongly_high[min(allowed, len(wrongly_high) - 1)]) if len(wrongly_high) else 0.0
        if low[label] > high[label]:
            middle = float(np.median(early[np.abs(p[:, i] - 0.5).argsort()[:5], i]))
            low[label] = high[label] = middle
    return Exit(low=low, high=high, calibration=early_platt)


def leaves_early(gate: Exit, early: Array) -> NDArray[np.bool_]:
    """Which texts the exit answers."""
    low = np.array([gate.low[label] for label in LABELS])
    high = np.array([gate.high[label] for label in LABELS])
    return np.asarray(((early < low) | (early > high)).all(axis=1))


def neutral() -> dict[str, Platt]:
    """The calibration that changes nothing."""
    return {label: Platt(slope=1.0, intercept=0.0) for label in LABELS}
