"""The threshold curves as a picture: precision and recall of each label over the threshold, and the one in use.

Called by `evaluate` when a picture is wanted. Needs matplotlib (extra `eval`). Imports of Headsup only `intent`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from intent.errors import ModelError
from intent.evaluation.metrics import Array, Flags, curve
from intent.taxonomy import LABELS


def check(path: Path) -> None:
    """Raises ModelError where no picture can be drawn to `path`, before anything is judged."""
    if path.suffix.lower() != ".png":
        raise ModelError(f"the threshold curves are drawn as a PNG: {path} must end in .png")
    if not path.parent.is_dir():
        raise ModelError(
            f"there is no folder {path.parent} for the threshold curves: make it, or name another"
        )
    _pyplot()


def draw(probabilities: Array, wanted: Flags, thresholds: Mapping[str, float], path: Path) -> None:
    """Write the PNG. probabilities, wanted: (texts, labels). Raises ModelError without matplotlib."""
    pyplot = _pyplot()
    figure, axes = pyplot.subplots(2, 3, figsize=(11, 6), sharex=True, sharey=True, layout="constrained")
    for i, (label, axis) in enumerate(zip(LABELS, axes.flat, strict=True)):
        points = curve(probabilities[:, i], wanted[:, i])
        at = [threshold for threshold, _ in points]
        axis.plot(at, [each.precision for _, each in points], color="#1f5fa8", label="precision")
        axis.plot(at, [each.recall for _, each in points], color="#c8541c", label="recall")
        axis.plot(at, [each.f1 for _, each in points], color="#555555", linewidth=0.9, label="F1")
        axis.axvline(thresholds[label], color="#999999", linestyle=":", linewidth=1)
        axis.set_title(f"{label} ({int(wanted[:, i].sum())} texts)", fontsize=10)
        axis.set_ylim(0, 1.02)
        axis.grid(alpha=0.25)
    axes[1, 1].set_xlabel("threshold (dotted: the one in use)")
    axes[0, 0].legend(fontsize=8, loc="lower left")
    figure.savefig(path, dpi=110)
    pyplot.close(figure)


def _pyplot() -> Any:
    try:
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib import pyplot
    except ImportError:
        raise ModelError(
            "the threshold curves need matplotlib: pip install 'headsup[eval]', or leave the picture out"
        ) from None
    return pyplot
