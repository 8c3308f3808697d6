"""Weights read back from a shipped model folder, so that a run can begin where that model ended.

The inverse of `intent.training.export`, but for what int8 took away. Called by `intent.training.beginning`. onnx only
inside functions. Imports of Headsup only `intent`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intent.backends.onnx import FIRST_STAGE, SECOND_STAGE
from intent.errors import ModelError

Weights = dict[str, NDArray[np.float32]]

_PARTS = "qkv"


def weights_of(folder: Path) -> Weights:
    """The network's weights by their names in training, without the embeddings of the words, which are never trained.

    Raises ModelError when the folder holds no model of this kind, or onnx is not installed.
    """
    try:
        import onnx
    except ImportError:
        raise ModelError("reading a model back needs onnx: pip install 'headsup[torch]'") from None
    constants: dict[str, NDArray[np.generic]] = {}
    for name in (FIRST_STAGE, SECOND_STAGE):
        if (folder / name).exists():
            try:
                graph = onnx.load(str(folder / name)).graph
                constants |= {each.name: onnx.numpy_helper.to_array(each) for each in graph.initializer}
            except Exception as error:
                raise ModelError(f"{folder / name} is damaged: {error}") from error
    if "positions" not in constants:
        raise ModelError(f"{folder} holds no model that `headsup train` wrote: {FIRST_STAGE} is missing")
    return _named(constants)


def _named(constants: dict[str, NDArray[np.generic]]) -> Weights:
    found: Weights = {"positions.weight": constants["positions"].astype(np.float32)}
    for name, value in constants.items():
        at, _, last = name.rpartition(".")
        if last == "matrix":
            found[f"{at}.weight"] = value.T.astype(np.float32)
        elif f"{at}.scale" in constants and last == "weight":
            found[name] = (value.astype(np.float32) * constants[f"{at}.scale"].astype(np.float32)).T
        elif last in ("weight", "bias"):
            found[name] = value.astype(np.float32)
    for name in [each for each in found if ".qkv." in each]:
        at, kind = name.split(".qkv.")
        for part, piece in zip(_PARTS, np.split(found.pop(name), len(_PARTS)), strict=True):
            found[f"{at}.{part}.{kind}"] = piece
    return {name: np.ascontiguousarray(value) for name, value in found.items()}
