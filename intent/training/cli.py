"""`headsup train`: reads the texts, runs the recipe, calibrates on validation, writes the model folder.

The command line calls `train`; it prints through `report`. Nothing is shipped that was not measured: the
figures on the validation split go into the manifest. Imports of Headsup only `intent`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from intent.backends.onnx import OnnxBackend, open_model
from intent.model_files import Exit, Manifest
from intent.taxonomy import LABELS
from intent.training import calibration
from intent.training.examples import Example, read_examples, shipped_examples, split
from intent.training.export import free, write_folder
from intent.training.recipe import Recipe, Trained, run

ENCODER = "multilingual-e5-small (MIT), {layers} of 12 layers, {words} of 250,002 pieces, int8"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the model is and what it reached on the validation split."""

    folder: Path
    version: str
    f1: dict[str, float]


def train(
    out: Path,
    *,
    extra: Sequence[Path] = (),
    work: Path = Path(".headsup-train"),
    recipe: Recipe | None = None,
    version: str = "local",
    threads: int = 2,
    start_from: Path | None = None,
    report: Callable[[str], None] = print,
) -> Outcome:
    """Train on the shipped texts and those in `extra` (`--with FILE`), and write the model to `out`.

    extra: JSONL files in the training format, for example from `headsup eval export`; split like the rest.
    out: a new or empty folder, or that of a model, which is replaced. work: checkpoints; the same folder resumes a
    stopped run. Raises TrainingDataError, ModelError.
    """
    out = free(out)
    recipe = recipe or Recipe()
    parts = split(shipped_examples(), read_examples(extra, training=True))
    report(", ".join(f"{len(texts)} {name}" for name, texts in parts.items()))
    trained = run(
        parts["train"],
        parts["validation"],
        work,
        recipe,
        threads=threads,
        report=report,
        start_from=start_from,
    )
    return finish(trained, parts["validation"], out, version, report)


def finish(
    trained: Trained,
    validation: Sequence[Example],
    out: Path,
    version: str,
    report: Callable[[str], None] = print,
) -> Outcome:
    """Export, calibrate the exported int8 model itself on `validation`, and write the folder `out`."""
    targets = np.array([each.target for each in validation])
    window = min(trained.recipe.window, trained.recipe.judged_window)
    draft = Manifest(
        version=version,
        encoder=ENCODER.format(layers=len(trained.shape.layers), words=len(trained.weights["words.weight"])),
        labels=LABELS,
        thresholds=dict.fromkeys(LABELS, 0.5),
        calibration=calibration.neutral(),
        exit=_never(trained),
        window=window,
        overlap=window // 4,
        multiple=trained.shape.multiple,
        fiction=True,
        recipe=asdict(trained.recipe),
        files={},
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "draft"
        write_folder(folder, trained, draft)
        early, last = _logits(open_model(folder, threads=1), validation)
    if trained.shape.has_second_stage:
        last = last + calibration.EARLY_SHARE * early
    final = calibration.fitted(last, targets)
    probabilities = calibration.apply(final, last)
    gate = None
    if trained.shape.has_second_stage:
        gate = calibration.fitted_exit(early, last, targets, final)
        at_exit = calibration.apply(gate.calibration, early)
        leaves = calibration.leaves_early(gate, at_exit)
        probabilities = np.where(leaves[:, None], at_exit, probabilities)
        report(f"the exit answers {leaves.mean():.0%} of the validation texts")
    thresholds = calibration.thresholds(probabilities, targets)
    reached: dict[str, float] = {
        label: round(float(calibration.f1(probabilities[:, i] >= thresholds[label], targets[:, i])), 4)
        for i, label in enumerate(LABELS)
    }
    report("validation F1: " + ", ".join(f"{label} {value:.3f}" for label, value in reached.items()))
    manifest = draft.model_copy(
        update={"thresholds": thresholds, "calibration": final, "exit": gate, "measured": reached}
    )
    write_folder(out, trained, manifest)
    report(f"wrote {out} from recipe {asdict(trained.recipe)}")
    return Outcome(out, version, reached)


def _never(trained: Trained) -> Exit | None:
    """An exit that no text takes, for the draft that is calibrated."""
    if not trained.shape.has_second_stage:
        return None
    return Exit(margin=0.0, calibration=calibration.neutral())


def _logits(backend: OnnxBackend, examples: Sequence[Example]) -> tuple[calibration.Array, calibration.Array]:
    found = backend.logits([each.text for each in examples])
    return np.array([early for early, _ in found]), np.array([last for _, last in found])
