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
# What a zero-shot model says of a hypothesis: that the text entails it, or one of these.
_OPPOSITES = ("contradiction", "not_entailment")


class HuggingFaceBackend:
    """A loaded model. Windows of texts are judged in batches with an attention mask, so a text's answer is its own."""

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
        """A text's probability of a label is the highest among its windows."""
        found: list[Probabilities] = []
        size = max(1, _BATCH // len(LABELS)) if self._pairs else _BATCH
        for start in range(0, len(texts), size):
            some = list(texts[start : start + size])
            rows = self._entailed(some) if self._pairs else self._classified(some)
            found += [(p[0], p[1], p[2], p[3], p[4], p[5]) for p in rows]
        return found

    def _classified(self, texts: list[str]) -> list[list[float]]:
        logits, of = self._logits(texts, None)
        several = getattr(self._model.config, "problem_type", None) == "multi_label_classification"
        p = (
            self._torch.sigmoid(logits)
            if several or logits.shape[1] == 1
            else self._torch.softmax(logits, -1)
        )
        rows = [[float(row[c]) if c >= 0 else 0.0 for c in self._columns] for row in p.tolist()]
        return _highest(rows, of, len(texts))

    def _entailed(self, texts: list[str]) -> list[list[float]]:
        premises = [text for text in texts for _ in LABELS]
        hypotheses = [HYPOTHESES[label] for _ in texts for label in LABELS]
        logits, of = self._logits(premises, hypotheses)
        windows = self._torch.softmax(logits[:, list(self._columns)], -1)[:, :1].tolist()
        p = [row[0] for row in _highest(windows, of, len(premises))]
        return [p[i : i + len(LABELS)] for i in range(0, len(p), len(LABELS))]

    def _logits(self, texts: list[str], pairs: list[str] | None) -> tuple[Any, list[int]]:
        """The logits of every window, and which of `texts` each is of."""
        longest = min(
            _LONGEST,
            (getattr(self._model.config, "max_position_embeddings", None) or _LONGEST) - 2,
            self._tokenizer.model_max_length,
        )
        with self._lock:
            tokens = self._tokenizer(
                texts,
                pairs,
                truncation="only_first",
                max_length=longest,
                stride=longest // 4,
                return_overflowing_tokens=True,
                padding=True,
                return_tensors="pt",
            )
        of = tokens.pop("overflow_to_sample_mapping").tolist()
        with self._torch.inference_mode():
            logits = [
                self._model(
                    **{
                        name: value[start : start + _BATCH].to(self._model.device)
                        for name, value in tokens.items()
                    }
                )
                .logits.float()
                .cpu()
                for start in range(0, len(of), _BATCH)
            ]
        return self._torch.cat(logits), of


def _highest(rows: Sequence[Sequence[float]], of: Sequence[int], count: int) -> list[list[float]]:
    """By text the highest of its windows' values; `of` says whose window each row is."""
    best: list[list[float]] = [[] for _ in range(count)]
    for row, text in zip(rows, of, strict=True):
        best[text] = [max(pair) for pair in zip(best[text], row, strict=True)] if best[text] else list(row)
    return best


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
        model, loaded = AutoModelForSequenceClassification.from_pretrained(name, output_loading_info=True)
        model = model.to(device).eval()
    except Exception as error:
        raise ModelError(
            f"intent.model {name!r} cannot be loaded as a sequence-classification model: {error}"
        ) from error
    if loaded["missing_keys"]:
        raise ModelError(
            f"intent.model {name!r} lacks the weights {', '.join(sorted(loaded['missing_keys'])[:4])}: it was not trained"
            " to classify. Set intent.model to one that was"
        )
    columns, pairs = _columns(dict(model.config.id2label), label_map or {}, name)
    backend = HuggingFaceBackend(torch, tokenizer, model, name, columns, pairs)
    try:
        backend.probabilities(["a", "word " * (_LONGEST + 1)])
    except Exception as error:
        raise ModelError(
            f"intent.model {name!r} cannot judge a text: {error}. It needs a fast tokenizer with a padding token"
        ) from error
    return backend


def _columns(names: Mapping[int, str], label_map: Mapping[str, str], model: str) -> tuple[list[int], bool]:
    """Which outputs to read. Raises ModelError where neither the label map nor the names lead to `likeness` or to
    entailment and its opposite.
    """
    known = {*LABELS, "entailment", *_OPPOSITES}
    unknown = sorted(set(label_map.values()) - known)
    if unknown:
        raise ModelError(
            f"intent.label_map: {', '.join(unknown)} are no labels; the labels are {', '.join(LABELS)},"
            " and of an NLI model entailment and contradiction"
        )
    missing = sorted(set(label_map) - set(names.values()))
    if missing:
        raise ModelError(
            f"intent.label_map: {model} has no output {', '.join(missing)};"
            f" it has {', '.join(names.values())}"
        )
    by_ours: dict[str, int] = {}
    for n, theirs in names.items():
        ours = label_map.get(theirs, theirs.lower())
        if ours in known and ours in by_ours:
            raise ModelError(
                f"intent.label_map: {names[by_ours[ours]]} and {theirs} of {model} both mean {ours}. Map one of them"
            )
        by_ours[ours] = n
    if "likeness" in by_ours:
        return [by_ours.get(label, -1) for label in LABELS], False
    if "entailment" in by_ours:
        opposite = next((n for ours, n in by_ours.items() if ours in _OPPOSITES), None)
        if opposite is not None:
            return [by_ours["entailment"], opposite], True
    raise ModelError(
        f"{model} has the outputs {', '.join(names.values())}: none means likeness, and it is no NLI model."
        " Set intent.label_map, for example {LABEL_1 = 'likeness'}, or for an NLI model"
        " {LABEL_0 = 'contradiction', LABEL_2 = 'entailment'}"
    )
