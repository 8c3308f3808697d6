"""The default backend: the shipped int8 encoder in onnxruntime, on the CPU, with an early exit for easy
texts.

Opened by `open_backend`. Each window of a text is judged alone, never padded beside others, so an answer
cannot depend on the batch; the texts of a batch are spread over threads instead. Tokenised by `tokenizers`,
the library under `transformers`' fast tokenizers: the same tokens (the folder also loads with
`AutoTokenizer`) without the second and a half that importing `transformers` takes. Imports of Headsup only
`intent`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from intent.backends import Probabilities
from intent.errors import ModelError
from intent.fiction import marked
from intent.model_files import MANIFEST, Manifest, Platt, read_manifest, verified
from intent.taxonomy import LABELS
from intent.windows import cut, frame_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FIRST_STAGE = "first.onnx"
SECOND_STAGE = "second.onnx"
TOKENIZER = "tokenizer.json"

# onnxruntime would join a sum and its layer norm into an operator that takes three times as long on a CPU.
_SLOW_FUSION = "SkipLayerNormFusion"

Logits = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    text: int
    ids: NDArray[np.int64]


class OnnxBackend:
    """A model folder, loaded."""

    def __init__(
        self,
        manifest: Manifest,
        tokenizer: Tokenizer,
        first: InferenceSession,
        second: InferenceSession | None,
        threads: int,
    ) -> None:
        self._manifest = manifest
        self._tokenizer = tokenizer
        self._first = first
        self._second = second
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="intent-onnx") if threads > 1 else None
        begin, end = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
        if begin is None or end is None:
            raise ModelError(f"{TOKENIZER} has no <s> and </s>: it is not this model's. Reinstall Headsup")
        self._begin, self._end = begin, end
        self._exit = manifest.exit
        self._share = self._exit.share if self._exit else 0.0
        self._exit_platt = _platt(self._exit.calibration) if self._exit else []
        self._platt = _platt(manifest.calibration)

    @property
    def version(self) -> str:
        return self._manifest.version

    @property
    def thresholds(self) -> Mapping[str, float]:
        return self._manifest.thresholds

    def probabilities(self, texts: Sequence[str]) -> list[Probabilities]:
        """A text's probability of a label is the highest among its windows."""
        windows = self._windows(texts)
        if self._threads is None or len(windows) == 1:
            judged = [self._judge(window) for window in windows]
        else:
            judged = list(self._threads.map(self._judge, windows))
        best: list[list[float]] = [[0.0] * len(LABELS) for _ in texts]
        for window, found in zip(windows, judged, strict=True):
            best[window.text] = [max(pair) for pair in zip(best[window.text], found, strict=True)]
        return [(p[0], p[1], p[2], p[3], p[4], p[5]) for p in best]

    def logits(self, texts: Sequence[str]) -> list[tuple[Logits, Logits]]:
        """Per text the raw logits of both stages on its first window: for calibration, not for judging."""
        first_windows: dict[int, _Window] = {}
        for window in self._windows(texts):
            first_windows.setdefault(window.text, window)
        return [self._both_stages(first_windows[i].ids) for i in range(len(texts))]

    def _windows(self, texts: Sequence[str]) -> list[_Window]:
        size, overlap = self._manifest.window, self._manifest.overlap
        if self._manifest.fiction:
            texts = list(map(marked, texts))
        windows = []
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        for i, encoding in enumerate(encodings):
            ids = encoding.ids
            lines = frame_lines(texts[i]) if len(ids) > size else ("", "")
            first, last = (self._tokens_of(line) for line in lines)
            for window in cut(ids, first, last, size, overlap):
                framed_ids = framed(window, self._begin, self._end, self._manifest.multiple)
                windows.append(_Window(i, np.array([framed_ids], dtype=np.int64)))
        return windows

    def _tokens_of(self, line: str) -> list[int]:
        return self._tokenizer.encode(line, add_special_tokens=False).ids if line else []

    def _judge(self, window: _Window) -> list[float]:
        hidden, logits = self._run_first(window.ids)
        if self._second is None:
            return _calibrated(logits, self._platt)
        if self._exit is not None:
            early = _calibrated(logits, self._exit_platt)
            if self._exit.answers(early):
                return early
        late = self._run_second(hidden)
        both = tuple(b + self._share * a for a, b in zip(logits, late, strict=True))
        return _calibrated(both, self._platt)

    def _both_stages(self, ids: NDArray[np.int64]) -> tuple[Logits, Logits]:
        hidden, logits = self._run_first(ids)
        return logits, (self._run_second(hidden) if self._second is not None else logits)

    def _run_first(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.float32], Logits]:
        hidden, logits = self._first.run(("hidden", "logits"), {"ids": ids})
        return hidden, tuple(logits[0].tolist())

    def _run_second(self, hidden: NDArray[np.float32]) -> Logits:
        assert self._second is not None  # noqa: S101 - callers check
        (logits,) = self._second.run(("logits",), {"hidden": hidden})
        return tuple(logits[0].tolist())


def framed(ids: Sequence[int], begin: int, end: int, multiple: int) -> list[int]:
    """The tokens as the network reads them: between two marks, the last repeated until `multiple` divides their number."""
    return [begin, *ids, *[end] * (1 + -(len(ids) + 2) % multiple)]


def open_model(folder: Path, *, threads: int | None = None) -> OnnxBackend:
    """The model in `folder`, every file verified. Raises ModelError."""
    manifest = read_manifest(folder)
    try:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(
            f"the onnx backend needs the package {error.name!r}. Reinstall Headsup with its dependencies"
        ) from None

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3

    def session(name: str) -> InferenceSession:
        content = verified(folder, manifest, name)
        try:
            return InferenceSession(
                content, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
            )
        except Exception as error:
            raise ModelError(f"{folder / name} is not a model that onnxruntime can run: {error}") from error

    for name in manifest.files:
        if name not in (FIRST_STAGE, SECOND_STAGE):
            verified(folder, manifest, name)
    try:
        tokenizer = Tokenizer.from_buffer(verified(folder, manifest, TOKENIZER))
    except Exception as error:
        raise ModelError(f"{folder / TOKENIZER} is not a tokenizer: {error}") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    first = session(FIRST_STAGE)
    second = session(SECOND_STAGE) if SECOND_STAGE in manifest.files else None
    if (second is None) != (manifest.exit is None):
        raise ModelError(
            f"{folder / MANIFEST} must describe an exit if it lists {SECOND_STAGE}, and only then."
            " Reinstall Headsup or train the model again"
        )
    backend = OnnxBackend(manifest, tokenizer, first, second, threads or _usable_cores())
    _probe(folder, backend, manifest.window)
    return backend


def _probe(folder: Path, backend: OnnxBackend, window: int) -> None:
    """Judge a text of two windows, through both stages. Raises ModelError where that gives no six numbers."""
    text = "a " * (window + 1)
    try:
        backend.probabilities([text])
        numbers = [number for logits in backend.logits([text])[0] for number in logits]
    except Exception as error:
        raise ModelError(f"the model in {folder} cannot judge a text: {error}. Reinstall Headsup") from error
    if len(numbers) != 2 * len(LABELS) or not all(map(math.isfinite, numbers)):
        raise ModelError(f"the model in {folder} does not give a number a label. Reinstall Headsup")


def _usable_cores() -> int:
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    return min(4, cores)


def _platt(calibration: Mapping[str, Platt]) -> list[Platt]:
    return [calibration[label] for label in LABELS]


def _calibrated(logits: Logits, platt: Sequence[Platt]) -> list[float]:
    return [_sigmoid(p.slope * logit + p.intercept) for logit, p in zip(logits, platt, strict=True)]


def _sigmoid(x: float) -> float:
    if x >= 0:
        return 1.0 / (1.0 + math.exp(-x))
    e = math.exp(x)
    return e / (1.0 + e)
