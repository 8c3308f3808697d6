"""What a run's network begins with: the encoder, made narrower, and earlier weights if there are any.

Called by `intent.training.recipe`. torch comes in as an argument.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer

from intent.errors import ModelError
from intent.training.batches import Tokens
from intent.training.examples import Example
from intent.training.folder import CHECKPOINT
from intent.training.pruning import narrow
from intent.training.restoring import weights_of

if TYPE_CHECKING:
    from intent.training.recipe import Recipe

# Texts that pruning judges by.
_JUDGED_BY = 400


def begin(
    torch: Any,
    network: Any,
    recipe: Recipe,
    heads: int,
    tokenizer: Tokenizer,
    train: Sequence[Example],
    start_from: Path | None,
    work: Path,
    report: Callable[[str], None],
) -> None:
    """Prune, and begin with earlier weights if there are any, before or after that as their width demands."""
    weights = None if start_from is None else _earlier(torch, start_from)
    first = (weights or {}).get("layers.0.up.weight")
    narrow_already = first is not None and len(first) <= recipe.feed_forward
    if weights is not None and not narrow_already:
        _begin_with(network, weights, report)
    some = None
    if not narrow_already and not (work / CHECKPOINT).exists():
        texts = [each.text for each in random.Random(recipe.seed).sample(train, min(len(train), _JUDGED_BY))]
        beginnings = Tokens(tokenizer, min(62, recipe.window), 2 ** len(recipe.merge_after))
        batch = next(beginnings.batches(torch, texts, None, len(texts), None))
        some = (batch.ids, batch.mask)
    network.eval()
    narrow(torch, network, heads, recipe.feed_forward, some)
    if weights is not None and narrow_already:
        _begin_with(network, weights, report)


def _earlier(torch: Any, start_from: Path) -> dict[str, Any]:
    """The weights of a model folder, or of a run's file. Raises ModelError if there is neither."""
    if start_from.is_dir():
        return {name: torch.from_numpy(value) for name, value in weights_of(start_from).items()}
    if not start_from.exists():
        raise ModelError(f"{start_from} is neither a model folder nor the weights of a run")
    try:
        return dict(torch.load(start_from, weights_only=True))
    except Exception as error:
        raise ModelError(f"{start_from} does not hold the weights of a run: {error}") from error


def _begin_with(network: Any, weights: dict[str, Any], report: Callable[[str], None]) -> None:
    """Take over what fits. The embeddings never: they are frozen, and the vocabulary may have changed.

    Raises ModelError where nothing fits.
    """
    ours = network.state_dict()
    fitting = {
        name: value
        for name, value in weights.items()
        if name != "words.weight" and name in ours and ours[name].shape == getattr(value, "shape", None)
    }
    if not fitting:
        raise ModelError(
            "none of the weights to begin with fits this recipe: they are of another kind of model"
        )
    report(
        f"begins with {len(fitting)} of {len(ours) - 1} earlier weights; the others are the encoder's or new"
    )
    network.load_state_dict(fitting, strict=False)
