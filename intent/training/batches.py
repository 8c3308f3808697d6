"""Texts to padded batches of tokens, similar lengths together.

Called by `intent.training.recipe`, in training and in scoring. torch comes in as an argument. Imports of Headsup only
`intent`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from intent.backends.onnx import framed
from intent.errors import ModelError
from intent.fiction import marked


@dataclass(frozen=True, slots=True)
class Batch:
    """ids and mask (texts, tokens), targets (texts, labels) or None, and which text each row is."""

    ids: Any
    mask: Any
    targets: Any
    order: list[int]


class Tokens:
    """Texts to padded batches of similar length."""

    def __init__(self, tokenizer: Tokenizer, window: int, multiple: int = 1) -> None:
        self._tokenizer = tokenizer
        self._window = window
        self._multiple = multiple
        self._begin, self._end = (_id(tokenizer, mark) for mark in ("<s>", "</s>"))

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        return [
            framed(encoding.ids[: self._window], self._begin, self._end, self._multiple)
            for encoding in self._tokenizer.encode_batch_fast(
                list(map(marked, texts)), add_special_tokens=False
            )
        ]

    def batches(
        self,
        torch: Any,
        texts: Sequence[str],
        targets: NDArray[np.float32] | None,
        size: int,
        rng: random.Random | None,
    ) -> Iterator[Batch]:
        encoded = self.encode(texts)
        order = list(range(len(texts)))
        if rng is not None:
            rng.shuffle(order)
            # Similar lengths together, within pools that stay random.
            pool = size * 16
            order = [
                i
                for start in range(0, len(order), pool)
                for i in sorted(order[start : start + pool], key=lambda i: len(encoded[i]))
            ]
        else:
            order.sort(key=lambda i: len(encoded[i]))
        groups = [order[i : i + size] for i in range(0, len(order), size)]
        if rng is not None:
            rng.shuffle(groups)
        for group in groups:
            longest = max(len(encoded[i]) for i in group)
            ids = torch.tensor([encoded[i] + [1] * (longest - len(encoded[i])) for i in group])
            mask = torch.tensor([[n < len(encoded[i]) for n in range(longest)] for i in group])
            wanted = torch.from_numpy(targets[group]) if targets is not None else None
            yield Batch(ids, mask, wanted, group)


def _id(tokenizer: Tokenizer, mark: str) -> int:
    found = tokenizer.token_to_id(mark)
    if found is None:
        raise ModelError(f"the tokenizer in the work folder has no {mark}; remove the folder and start again")
    return found
