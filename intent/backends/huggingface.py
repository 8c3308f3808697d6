"""Any Hugging Face sequence-classification or zero-shot NLI model, on CPU or CUDA, by name or path.

Opened by `open_backend` when `intent.model` names no Headsup folder. Needs the extra `[torch]`;
`transformers` and `torch` are imported by `open_model` and not before. Imports of Headsup only `intent`.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from intent.backends import Probabilities
from intent.errors import ModelError
from intent.taxonomy import DEFAULT_THRESHOLDS, LABELS

# What a zero-shot model is asked, as hypotheses that the text may entail.
HYPOTHESES: Mapping[str, str] = {
    "likeness": "The author asks for or offers AI-generated media or an AI model of a real person.",
    "sexual": "The author asks for or offers nude or sexual images.",
    "veiled": "The author hints at sexual images without saying so.",
    "private": "The author asks for or offers AI-generated media of a private person, no public figure.",
    "minor": "The author asks for or offers AI-generated media of a real person who is under 18.",
    "consent": "The author says that the person shown is the author or has agreed.",
}
_BATCH = 32
_LONGEST = 512


class HuggingFaceBackend:
    """A loaded model. Texts are judged in batches with an attention mask, so a text's answer is its own."""

    def __init__(
        self, torch: Any, tokenizer: Any, model: Any, name: str, columns: Sequence[int], pairs: bool
    ) -> None:
        """columns: for each label the model's output that means it, -1 for none; with pairs, entailment and
        its opposite.
        """
        self._torch = torch
        self._tokenizer = tokenizer
        self._model = model
        self._name = name
        self._columns = columns
        self._pairs = pairs
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        return f"transformers:{self._name}"

    @property
    def thresholds(self) -> Mapping[str, float]:
        return DEFAULT_THRESHOLDS

    def probabilities(self, texts: Sequence[str]) -> list[Probabilities]:
        found: list[Probabilities] = []
        size = max(1, _BATCH // len(LABELS)) if self._pairs else _BATCH
        for start in range(0, len(texts), size):
            some = list(texts[start : start + size])
            rows = self._entailed(some) if self._pairs else self._classified(some)
            found += [(p[0], p[1], p[2], p[3], p[4], p[5]) for p in rows]
        return found

    def _classified(self, texts: list[str]) -> list[list[float]]:
        logits = self._logits(texts, None)
        several = getattr(self._model.config, "problem_type", None) == "multi_label_classification"
        p = (
            self._torch.sigmoid(logits)
            if several or logits.shape[1] == 1
            else self._torch.softmax(logits, -1)
        )
        return [[float(row[c]) if c >= 0 else 0.0 for c in self._columns] for row in p.tolist()]

    def _entailed(self, texts: list[str]) -> list[list[float]]:
        premises = [text for text in texts for _ in LABELS]
        hypotheses = [HYPOTHESES[label] for _ in texts for label in LABELS]
        logits = self._logits(premises, hypotheses)[:, list(self._columns)]
        p = self._torch.softmax(logits, -1)[:, 0].tolist()
        return [p[i : i + len(LABELS)] for i in range(0, len(p), len(LABELS))]

    def _logits(self, texts: list[str], pairs: list[str] | None) -> Any:
        longest = min(_LONGEST, getattr(self._model.config, "max_position_embeddings", _LONGEST) - 2)
        with self._lock:
            tokens = self._tokenizer(
                texts, pairs, padding=True, truncation=True, max_length=longest, return_tensors="pt"
            )
        with self._torch.inference_mode():
            return self._model(**tokens.to(self._model.device)).logits.float().cpu()


def open_model(
    name: str, *, device: str = "cpu", label_map: Mapping[str, str] | None = None
) -> HuggingFaceBackend:
    """The model `name` (hub name or path) on `device`. label_map: its label names to ours. Raises ModelError."""
    try:
        import torch
        from transformers import AutoModelForSequenceClassification, AutoTokenizer
    except ImportError:
        raise ModelError(
            f"intent.model is {name!r}, which is no Headsup model folder; a Hugging Face model needs torch:"
            " pip install 'headsup[torch]'"
        ) from None
    if device.startswith("cuda") and not torch.cuda.is_available():
        raise ModelError(f"intent.device is {device!r}, but torch sees no CUDA device. Use 'cpu'")
    try:
        tokenizer = AutoTokenizer.from_pretrained(name)
        model = AutoModelForSequenceClassification.from_pretrained(name).to(device).eval()
    except Exception as error:
        raise ModelError(
            f"intent.model {name!r} cannot be loaded as a sequence-classification model: {error}"
        ) from error
    columns, pairs = _columns(dict(model.config.id2label), label_map or {}, name)
    return HuggingFaceBackend(torch, tokenizer, model, name, columns, pairs)


def _columns(names: Mapping[int, str], label_map: Mapping[str, str], model: str) -> tuple[list[int], bool]:
    """Which outputs to read. Raises ModelError where neither the label map nor the names lead to `likeness`."""
    unknown = sorted(set(label_map.values()) - set(LABELS))
    if unknown:
        raise ModelError(
            f"intent.label_map: {', '.join(unknown)} are no labels; the labels are {', '.join(LABELS)}"
        )
    missing = sorted(set(label_map) - set(names.values()))
    if missing:
        raise ModelError(
            f"intent.label_map: {model} has no output {', '.join(missing)};"
            f" it has {', '.join(names.values())}"
        )
    by_ours = {label_map.get(theirs, theirs.lower()): n for n, theirs in names.items()}
    if "likeness" in by_ours:
        return [by_ours.get(label, -1) for label in LABELS], False
    if "entailment" in by_ours:
        opposite = next(
            (n for ours, n in by_ours.items() if ours in ("contradiction", "not_entailment")), None
        )
        if opposite is not None:
            return [by_ours["entailment"], opposite], True
    raise ModelError(
        f"{model} has the outputs {', '.join(names.values())}: none means likeness, and it is no NLI model."
        " Set intent.label_map, for example {LABEL_1 = 'likeness'}"
    )
