"""The classifier: folds texts, asks a backend for probabilities, explains. The engine's front door.

Used by the handlers (through `intent.front`), the command line and the benchmarks. Imports of Headsup only
`intent`; a backend's libraries are loaded by `Classifier.load` and not before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Self

from intent.backends import Backend, open_backend
from intent.errors import ModelError
from intent.explanation import Span, explain
from intent.reading import as_read, says_something
from intent.taxonomy import LABELS, Intent


class Classifier:
    """Immutable once loaded, so safe to share between threads. A text's intent depends on that text alone."""

    def __init__(self, backend: Backend, thresholds: Mapping[str, float] | None = None) -> None:
        """`thresholds` override the model's own, label by label. Raises ModelError for one that makes no
        sense.
        """
        chosen = dict(backend.thresholds)
        for label, value in (thresholds or {}).items():
            if label not in LABELS:
                raise ModelError(f"intent.thresholds: no label {label!r}; the labels are {', '.join(LABELS)}")
            if not 0.0 < value < 1.0:
                raise ModelError(f"intent.thresholds.{label}: {value} is not between 0 and 1")
            chosen[label] = value
        self._backend = backend
        self._thresholds = MappingProxyType(chosen)

    @classmethod
    def load(
        cls,
        model: str | Path | None = None,
        *,
        threads: int | None = None,
        device: str = "cpu",
        label_map: Mapping[str, str] | None = None,
        thresholds: Mapping[str, float] | None = None,
    ) -> Self:
        """A classifier, ready to answer.

        model: None for the shipped one; a folder that holds model.json (onnx backend); anything else is the
            name or path of a Hugging Face sequence-classification or zero-shot NLI model (transformers backend).
        threads: of the onnx backend; None takes the cores this process may use, at most four.
        device: of the transformers backend: "cpu", "cuda", "cuda:1".
        label_map: of the transformers backend: the model's label names to ours.
        Raises ModelError, which says what is missing, damaged or wrong and what to do.
        """
        return cls(open_backend(model, threads=threads, device=device, label_map=label_map), thresholds)

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Label to the probability from which it holds."""
        return self._thresholds

    @property
    def version(self) -> str:
        """The model's version, for case views and `doctor`."""
        return self._backend.version

    def classify(self, texts: Sequence[str]) -> list[Intent]:
        """The intents of `texts`, in order. Equal texts are judged once; one that says nothing asks for nothing."""
        folded = [as_read(each) for each in texts]
        distinct = list(filter(says_something, dict.fromkeys(folded)))
        found = dict(zip(distinct, self._backend.probabilities(distinct), strict=True)) if distinct else {}
        return [Intent(*found.get(each, ())) for each in folded]

    def explain(self, text: str) -> list[Span]:
        """The spans of the original `text` that carried the labels which hold; none where no label holds."""
        labels = self.classify([text])[0].labels(self._thresholds)
        return explain(text, labels, self.classify)
