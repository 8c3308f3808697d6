"""Logits to honest probabilities and decisions: Platt scaling, thresholds, the early exit.

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

# Share of the validation texts without `likeness` that may get it: false alarms cost the trust of those it is for. (Many of
# those texts are a request's twin; on ordinary ones the share is far lower.)
MOST_FALSE_ALARMS = 0.1
MOST_F1_FOR_FEWER = 0.01
LEAST_MINOR = 0.9
# How much the exit's logits count beside the last head's, where both are known: two opinions for the price of one. On
# validation it is worth half a point of mean average precision, and 0.3 to 1.0 make no difference.
EARLY_SHARE = 0.5


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
        p = _sigmoid(design @ beta)
        gradient = design.T @ (p - wanted) + ridge @ (beta - prior)
        hessian = (design * (p * (1 - p))[:, None]).T @ design + ridge
        # Clipped, because Newton's method overshoots where the logits separate the targets.
        step = np.clip(np.linalg.solve(hessian, gradient), -1.0, 1.0)
        beta = beta - step
        if np.abs(step).max() < 1e-8:
            break
    return Platt(slope=round(float(beta[0]), 5), intercept=round(float(beta[1]), 5))


def apply(calibration: Mapping[str, Platt], logits: Array) -> Array:
    """Probabilities of (texts, labels) logits."""
    slopes = np.array([calibration[label].slope for label in LABELS])
    intercepts = np.array([calibration[label].intercept for label in LABELS])
    return _sigmoid(logits * slopes + intercepts)


def fitted(logits: Array, targets: Array) -> dict[str, Platt]:
    """A Platt pair a label, of (texts, labels) logits and 0/1 targets."""
    return {label: platt(logits[:, i], targets[:, i]) for i, label in enumerate(LABELS)}


def thresholds(probabilities: Array, targets: Array) -> dict[str, float]:
    """Per label the middle of the thresholds whose F1 is within half a point of the best, between 0.3 and 0.7.

    The middle, and the limits, because a validation split of a thousand texts cannot place a threshold to the
    point. `veiled`, which follows `sexual`, counts the F1 of either as much as its own. `likeness` then rises until
    false alarms are at most MOST_FALSE_ALARMS, or until that would cost more than MOST_F1_FOR_FEWER of F1. Of `minor`
    what is missed costs most: it takes the highest threshold that finds LEAST_MINOR of them.
    """
    chosen: dict[str, float] = {}
    grid = np.arange(0.30, 0.701, 0.01)
    outright = LABELS.index("sexual")
    for i, label in enumerate(LABELS):
        scores = np.array([f1(probabilities[:, i] >= at, targets[:, i]) for at in grid])
        if label == "veiled":
            sexual = probabilities[:, outright] >= chosen["sexual"]
            asked = np.maximum(targets[:, i], targets[:, outright])
            scores = (scores + [f1(sexual | (probabilities[:, i] >= at), asked) for at in grid]) / 2
        good = grid[scores >= scores.max() - 0.005]
        chosen[label] = round(float(np.median(good)), 2)
    i = LABELS.index("minor")
    young = probabilities[targets[:, i] > 0, i]
    finds = [at for at in np.arange(0.20, 0.701, 0.01) if len(young) and (young >= at).mean() >= LEAST_MINOR]
    chosen["minor"] = min(chosen["minor"], round(float(max(finds, default=0.20)), 2))
    i = LABELS.index("likeness")
    nobody = targets[:, i] == 0
    best = max(f1(probabilities[:, i] >= at, targets[:, i]) for at in grid)
    for at in grid[grid >= chosen["likeness"] - 1e-9]:
        if f1(probabilities[:, i] >= at, targets[:, i]) < best - MOST_F1_FOR_FEWER:
            break
        chosen["likeness"] = round(float(at), 2)
        if (probabilities[nobody, i] >= at).mean() <= MOST_FALSE_ALARMS:
            break
    return chosen


def f1(found: NDArray[np.bool_], targets: Array) -> float:
    """F1 of decisions; 0.0 where nothing is right."""
    right = float((found & (targets > 0)).sum())
    return 2 * right / (found.sum() + targets.sum()) if right else 0.0


def fitted_exit(early: Array, last: Array, targets: Array, final: Mapping[str, Platt]) -> Exit:
    """The most generous exit that costs no label more than 0.005 of F1, nor a false `likeness`, on these texts.

    early: logits of the exit's head. last: those that count when no exit is taken. final: the calibration of these.
    """
    calibration = fitted(early, targets)
    at_exit, whole = apply(calibration, early), apply(final, last)
    without = _scores(whole, targets)
    best = Exit(margin=0.0, calibration=calibration, share=EARLY_SHARE)
    for margin in np.arange(0.005, 0.2001, 0.005):
        gate = best.model_copy(update={"margin": round(float(margin), 3)})
        mixed = np.where(leaves_early(gate, at_exit)[:, None], at_exit, whole)
        costs = (_scores(mixed, targets) < without - 0.005).any()
        if not costs and _false_likeness(mixed, targets) <= _false_likeness(whole, targets):
            best = gate
    return best


def leaves_early(gate: Exit, at_exit: Array) -> NDArray[np.bool_]:
    """Which texts the exit answers, by its calibrated probabilities."""
    return np.array([gate.answers(row) for row in at_exit.tolist()], dtype=bool)


def _sigmoid(x: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -60, 60))))


def _scores(probabilities: Array, targets: Array) -> Array:
    return np.array([f1(probabilities[:, i] >= 0.5, targets[:, i]) for i in range(len(LABELS))])


def _false_likeness(probabilities: Array, targets: Array) -> int:
    i = LABELS.index("likeness")
    return int(((probabilities[:, i] >= 0.5) & (targets[:, i] == 0)).sum())


def neutral() -> dict[str, Platt]:
    """The calibration that changes nothing."""
    return {label: Platt(slope=1.0, intercept=0.0) for label in LABELS}
