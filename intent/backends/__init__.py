"""Where probabilities come from: one module a backend, listed in `open_backend`. Called by `Classifier.load`.

To add one: write a module with a class that has what `Backend` says, give it an `open` function that raises
`ModelError` for everything that can be wrong at load, and add its line to `open_backend`. Import its
libraries inside the functions that need them: importing `intent` must stay cheap. May import `intent.errors`,
`intent.taxonomy`, `intent.model_files`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from intent.errors import ModelError
from intent.model_files import MANIFEST

Probabilities = tuple[float, float, float, float, float, float]

SHIPPED = Path(__file__).resolve().parent.parent / "model"


class Backend(Protocol):
    """Calibrated probabilities for folded texts. Thread-safe; a text's answer depends on that text alone."""

    @property
    def version(self) -> str: ...

    @property
    def thresholds(self) -> Mapping[str, float]: ...

    def probabilities(self, texts: Sequence[str]) -> list[Probabilities]:
        """One tuple a text, in the order of LABELS."""
        ...


def open_backend(
    model: str | Path | None,
    *,
    threads: int | None = None,
    device: str = "cpu",
    label_map: Mapping[str, str] | None = None,
) -> Backend:
    """The backend for `model`; see `Classifier.load`."""
    folder = SHIPPED if model is None else Path(model)
    if model is None or (folder / MANIFEST).is_file():
        from intent.backends.onnx import open_model as open_onnx

        for key, given in (("device", device != "cpu"), ("label_map", bool(label_map))):
            if given:
                raise ModelError(
                    f"intent.{key} is for Hugging Face models: {folder} is Headsup's own, which runs on the CPU and"
                    f" has Headsup's labels. Remove intent.{key}, or set intent.model"
                )
        return open_onnx(folder, threads=threads)
    from intent.backends.huggingface import open_model as open_huggingface

    return open_huggingface(str(model), device=device, label_map=label_map)
