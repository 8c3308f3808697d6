"""From trained weights to the shipped folder: int8 ONNX in one or two stages, tokenizer, manifest with
checksums.

The graph is written node by node with onnxruntime's fused operators (dynamic-quantised products, multi-head
attention), for one text of any length and no padding. Weights are int8 with a scale per
output column, in seven bits: on processors without VNNI eight would overflow the 16-bit sums. Embeddings are
int8 with a scale per row. Called by `intent.training.cli`. Imports of Headsup only `intent`.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from intent.backends.onnx import FIRST_STAGE, SECOND_STAGE, TOKENIZER
from intent.errors import ModelError
from intent.model_files import MANIFEST, Manifest, described, read_manifest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from intent.training.network import Shape
    from intent.training.recipe import Trained

_FUSED = "com.microsoft"
_WEIGHT_STEPS = 63
_EMBEDDING_STEPS = 127


class _Graph:
    """Nodes and constants of one stage, in order."""

    def __init__(self, weights: dict[str, NDArray[np.float32]], shape: Shape) -> None:
        try:
            import onnx
        except ImportError:
            raise ModelError("exporting needs onnx: pip install 'headsup[torch]'") from None
        self._onnx = onnx
        self._weights = weights
        self._shape = shape
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self._constants.append(self._onnx.numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self,
        kind: str,
        inputs: list[str],
        name: str,
        *,
        domain: str = "",
        outputs: int = 1,
        **attributes: Any,
    ) -> str:
        names = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        self._nodes.append(
            self._onnx.helper.make_node(kind, inputs, names, name=name, domain=domain, **attributes)
        )
        return name

    def embeddings(self) -> str:
        quantised, scale = _by_row(self._weights["words.weight"])
        words = self.node("Gather", [self.constant("words", quantised), "ids"], "words.rows")
        scales = self.node("Gather", [self.constant("words.scale", scale), "ids"], "words.scales")
        real = self.node("Cast", [words], "words.real", to=self._onnx.TensorProto.FLOAT)
        scaled = self.node("Mul", [real, scales], "words.scaled")
        length = self.node("Shape", ["ids"], "length", start=1, end=2)
        zero = self.constant("zero", np.array([0], np.int64))
        positions = self.constant("positions", self._weights["positions.weight"])
        placed = self.node("Slice", [positions, zero, length, zero], "positions.used")
        total = self.node("Add", [scaled, placed], "embedded")
        return self._normal("norm", total, "embedded.norm")

    def layer(self, n: int, x: str) -> str:
        at = f"layers.{n}"
        weights = self._weights
        joined = np.concatenate([weights[f"{at}.{part}.weight"] for part in "qkv"])
        bias = np.concatenate([weights[f"{at}.{part}.bias"] for part in "qkv"])
        qkv = self._product(f"{at}.qkv", x, joined, bias)
        third = joined.shape[0] // 3
        sizes = self.constant(f"{at}.sizes", np.array([third] * 3, np.int64))
        self.node("Split", [qkv, sizes], f"{at}.split", outputs=3, axis=2)
        seen = self.node(
            "MultiHeadAttention",
            [f"{at}.split.{i}" for i in range(3)],
            f"{at}.attention",
            domain=_FUSED,
            num_heads=self._shape.heads,
        )
        seen = self._product(f"{at}.o", seen, weights[f"{at}.o.weight"], weights[f"{at}.o.bias"])
        x = self._residual(f"{at}.norm_attention", x, seen)
        wide = self._product(f"{at}.up", x, weights[f"{at}.up.weight"], weights[f"{at}.up.bias"])
        wide = self.node("Gelu", [wide], f"{at}.gelu", domain=_FUSED)
        down = self._product(f"{at}.down", wide, weights[f"{at}.down.weight"], weights[f"{at}.down.bias"])
        return self._residual(f"{at}.norm_output", x, down)

    def head(self, name: str, x: str) -> str:
        one = self.constant(f"{name}.axis", np.array([1], np.int64))
        mean = self.node("ReduceMean", [x, one], f"{name}.mean", keepdims=0)
        most = self.node("ReduceMax", [x, one], f"{name}.max", keepdims=0)
        both = self.node("Concat", [mean, most], f"{name}.pooled", axis=1)
        mixed = self._linear(f"{name}.mix", both, f"{name}.mixed")
        return self._linear(
            f"{name}.score", self.node("Gelu", [mixed], f"{name}.gelu", domain=_FUSED), "logits"
        )

    def model(self, name: str, inputs: list[Any], outputs: list[Any]) -> bytes:
        helper = self._onnx.helper
        graph = helper.make_graph(self._nodes, name, inputs, outputs, self._constants)
        versions = [helper.make_opsetid("", 18), helper.make_opsetid(_FUSED, 1)]
        model = helper.make_model(graph, opset_imports=versions, ir_version=9, producer_name="headsup")
        content: bytes = model.SerializeToString()
        return content

    def tensor(self, name: str, kind: str, dimensions: list[Any]) -> Any:
        number = self._onnx.TensorProto.INT64 if kind == "int64" else self._onnx.TensorProto.FLOAT
        return self._onnx.helper.make_tensor_value_info(name, number, dimensions)

    def merge(self, n: int, x: str) -> str:
        """Neighbouring tokens of a text, two by two, after layer n (counted from 1); nothing where none is due."""
        if n not in self._shape.merge_after:
            return x
        at = f"merges.{n}.mix"
        weight = self._weights[f"{at}.weight"]
        sizes = self.constant(f"{at}.sizes", np.array([1, -1, weight.shape[1]], np.int64))
        pairs = self.node("Reshape", [x, sizes], f"{at}.pairs")
        return self._product(at, pairs, weight, self._weights[f"{at}.bias"])

    def _linear(self, name: str, x: str, output: str) -> str:
        matrix = self.constant(f"{name}.matrix", self._weights[f"{name}.weight"].T)
        product = self.node("MatMul", [x, matrix], f"{name}.product")
        return self.node("Add", [product, self._plain(f"{name}.bias")], output)

    def _plain(self, name: str) -> str:
        return self.constant(name, self._weights[name])

    def _product(self, name: str, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        quantised, scale = _by_column(weight.T)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(f"{name}.weight", quantised),
                self.constant(f"{name}.scale", scale),
                "",
                self.constant(f"{name}.bias", bias),
            ],
            name,
            domain=_FUSED,
        )

    def _residual(self, name: str, x: str, added: str) -> str:
        # Two nodes: onnxruntime's fused operator takes three times as long on a CPU (`open_model` keeps them apart).
        total = self.node("Add", [x, added], f"{name}.sum")
        return self._normal(name, total, name)

    def _normal(self, weights: str, x: str, output: str) -> str:
        return self.node(
            "LayerNormalization",
            [x, self._plain(f"{weights}.weight"), self._plain(f"{weights}.bias")],
            output,
            epsilon=self._shape.epsilon,
        )


def stages(trained: Trained) -> dict[str, bytes]:
    """The ONNX files of a trained network by name."""
    shape, weights = trained.shape, trained.weights
    hidden = int(weights["norm.weight"].shape[0])
    labels = int(weights["head.score.bias"].shape[0])
    first = _Graph(weights, shape)
    x = first.embeddings()
    for n in range(shape.exit_after):
        x = first.layer(n, first.merge(n, x))
    first.head("exit_head", x)
    first.node("Identity", [x], "hidden")
    found = {
        FIRST_STAGE: first.model(
            "first",
            [first.tensor("ids", "int64", [1, "tokens"])],
            [
                first.tensor("hidden", "float", [1, "tokens", hidden]),
                first.tensor("logits", "float", [1, labels]),
            ],
        )
    }
    if shape.has_second_stage:
        second = _Graph(weights, shape)
        x = "hidden"
        for n in range(shape.exit_after, len(shape.layers)):
            x = second.layer(n, second.merge(n, x))
        second.head("head", x)
        found[SECOND_STAGE] = second.model(
            "second",
            [second.tensor("hidden", "float", [1, "tokens", hidden])],
            [second.tensor("logits", "float", [1, labels])],
        )
    return found


def write_folder(folder: Path, trained: Trained, manifest: Manifest) -> Manifest:
    """Write the model folder, replacing one that is there only when everything is written. Returns the
    manifest with files.
    """
    contents = stages(trained)
    contents[TOKENIZER] = trained.tokenizer.to_str(pretty=False).encode("utf-8")
    contents["tokenizer_config.json"] = json.dumps(
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": "<s>",
            "eos_token": "</s>",
            "unk_token": "<unk>",
            "pad_token": "<pad>",
            "model_max_length": manifest.window + 2,
        },
        indent=1,
    ).encode("utf-8")
    complete = manifest.model_copy(
        update={"files": {name: described(data) for name, data in contents.items()}}
    )
    folder = free(folder)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".headsup-model-") as scratch:
        fresh = Path(scratch) / "new"
        fresh.mkdir()
        for name, data in contents.items():
            (fresh / name).write_bytes(data)
        (fresh / MANIFEST).write_text(
            json.dumps(complete.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )
        if folder.exists():
            folder.replace(Path(scratch) / "old")
        fresh.replace(folder)
    return complete


def free(folder: Path) -> Path:
    """`folder`, absolute, with its parents made. Raises ModelError where it holds anything but a model."""
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        held = {each.name for each in folder.iterdir()} if folder.exists() else set()
    except OSError as error:
        raise ModelError(
            f"{folder} cannot become a model's folder ({error.strerror}). Name another one"
        ) from None
    if MANIFEST in held:
        held -= {MANIFEST, *read_manifest(folder).files}
    if held:
        raise ModelError(
            f"{folder} holds more than a model, and would be replaced. Name a new or empty folder, or that of a model"
        )
    return folder


def _by_column(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8) / _WEIGHT_STEPS
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


def _by_row(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True), 1e-8) / _EMBEDDING_STEPS
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)
