"""The folder of a training run: whose it is, and the vocabulary that is made once. Called by `intent.training.recipe`.

A run that was stopped finds what it made there; another run (other texts, recipe, beginning or encoder) is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from intent.errors import ModelError
from intent.training.encoder import PretrainedEncoder
from intent.training.examples import Example
from intent.training.vocabulary import trimmed

if TYPE_CHECKING:
    from intent.training.recipe import Recipe

CHECKPOINT = "checkpoint.pt"


def fingerprint(
    recipe: Recipe,
    train: Sequence[Example],
    validation: Sequence[Example],
    start_from: Path | None,
    encoder: PretrainedEncoder,
) -> str:
    """What a run is made of, in one value: the same for the same recipe, texts, beginning and encoder."""
    digest = hashlib.sha256(json.dumps(asdict(recipe)).encode())
    for part in (train, validation):
        texts = [(each.text, sorted(each.labels), each.lang, each.kind) for each in part]
        digest.update(json.dumps(texts).encode())
    digest.update(json.dumps((encoder.pieces, encoder.scores)).encode())
    for name, tensor in sorted(encoder.tensors.items()):
        digest.update(name.encode() + np.ascontiguousarray(tensor).tobytes())
    if start_from is not None:
        files = sorted(start_from.iterdir()) if start_from.is_dir() else [start_from]
        for path in files:
            if path.is_file():
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def claim(work: Path, run: str) -> None:
    """Make the folder this run's, which is called by its fingerprint. Raises ModelError where it holds epochs of another."""
    path = work / "fingerprint"
    if path.is_file() and path.read_text(encoding="utf-8") == run:
        return
    if (work / CHECKPOINT).exists():
        raise ModelError(
            f"{work} holds another run, of other texts, another recipe, beginning or encoder. Remove it, or give this"
            " one a folder of its own with --work"
        )
    work.mkdir(parents=True, exist_ok=True)
    (work / "vocabulary.json").unlink(missing_ok=True)
    path.write_text(run, encoding="utf-8")


def vocabulary(
    encoder: PretrainedEncoder, texts: Sequence[str], work: Path, recipe: Recipe
) -> tuple[Tokenizer, list[int]]:
    """The tokenizer, and which of the encoder's pieces each of its own is."""
    rows_file, tokenizer_file = work / "vocabulary.json", work / "tokenizer.json"
    if not rows_file.exists():
        made = trimmed(encoder, texts, recipe.vocabulary)
        made.tokenizer.save(str(tokenizer_file), pretty=False)
        rows_file.write_text(json.dumps(made.rows))
    rows: list[int] = json.loads(rows_file.read_text())
    return Tokenizer.from_file(str(tokenizer_file)), rows
