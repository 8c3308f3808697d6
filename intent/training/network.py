"""The network that is trained: kept layers of the pretrained encoder, an exit head after the first few, a
last head.

BERT architecture, so the tensors map one to one to `transformers.BertModel`; written out because the exit and
the kept layers are simpler so than patched in. A head sees the mean and the maximum over a text's tokens.
torch is imported inside `build`: everything here is torch, and only `intent.training.recipe` calls it.
Imports of Headsup only `intent`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intent.errors import ModelError
from intent.taxonomy import LABELS
from intent.training.encoder import PretrainedEncoder

# Width of the layer inside a head.
HEAD = 256


@dataclass(frozen=True, slots=True)
class Shape:
    """Which layers of the pretrained encoder are kept, in order, after how many of them the exit stands, and after
    which ones neighbouring tokens are merged two by two.
    """

    layers: tuple[int, ...]
    exit_after: int
    heads: int  # that are left after pruning
    epsilon: float
    merge_after: tuple[int, ...] = ()

    @property
    def multiple(self) -> int:
        """What a text's number of tokens must be divisible by."""
        return int(2 ** len(self.merge_after))

    @property
    def has_second_stage(self) -> bool:
        return self.exit_after < len(self.layers)


def require_torch() -> Any:
    """The torch module. Raises ModelError that names the extra to install."""
    try:
        import torch
    except ImportError:
        raise ModelError("training needs torch: pip install 'headsup[torch]'") from None
    return torch


def build(encoder: PretrainedEncoder, rows: Sequence[int], shape: Shape, dropout: float = 0.1) -> Any:
    """The network with pretrained weights. forward(ids, mask) -> (exit logits, last logits).

    ids (B, S), mask bool; S and each text's length are divisible by `shape.multiple`.
    """
    torch = require_torch()
    nn, functional = torch.nn, torch.nn.functional
    hidden = encoder.hidden

    def linear(weight: str, bias: str) -> Any:
        matrix = encoder.tensors[weight]
        layer = nn.Linear(matrix.shape[1], matrix.shape[0])
        layer.weight.data.copy_(torch.from_numpy(matrix))
        layer.bias.data.copy_(torch.from_numpy(encoder.tensors[bias]))
        return layer

    def norm(name: str) -> Any:
        layer = nn.LayerNorm(hidden, eps=shape.epsilon)
        layer.weight.data.copy_(torch.from_numpy(encoder.tensors[f"{name}.w"]))
        layer.bias.data.copy_(torch.from_numpy(encoder.tensors[f"{name}.b"]))
        return layer

    class Layer(nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self, n: int) -> None:
            super().__init__()
            self.q, self.k, self.v, self.o = (
                linear(f"l{n}.{x}.w", f"l{n}.{x}.b") for x in ("q", "k", "v", "ao")
            )
            self.up, self.down = linear(f"l{n}.fi.w", f"l{n}.fi.b"), linear(f"l{n}.fo.w", f"l{n}.fo.b")
            self.norm_attention, self.norm_output = norm(f"l{n}.aln"), norm(f"l{n}.oln")
            self.size = hidden // encoder.heads

        def attended(self, x: Any, mask: Any) -> Any:
            b, s, _ = x.shape
            q, k, v = (f(x).view(b, s, -1, self.size).transpose(1, 2) for f in (self.q, self.k, self.v))
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
            return seen.transpose(1, 2).reshape(b, s, -1)

        def widened(self, x: Any) -> Any:
            return functional.gelu(self.up(x))

        def forward(self, x: Any, mask: Any) -> Any:
            seen = self.o(self.attended(x, mask))
            x = self.norm_attention(x + functional.dropout(seen, dropout, self.training))
            return self.norm_output(
                x + functional.dropout(self.down(self.widened(x)), dropout, self.training)
            )

    class Head(nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.mix = nn.Linear(2 * hidden, HEAD)
            self.score = nn.Linear(HEAD, len(LABELS))
            nn.init.normal_(self.score.weight, std=0.02)
            nn.init.constant_(self.score.bias, -1.0)

        def forward(self, x: Any, mask: Any) -> Any:
            keep = mask.unsqueeze(-1)
            mean = (x * keep).sum(1) / keep.sum(1)
            most = x.masked_fill(~keep, -1e4).amax(1)
            pooled = functional.dropout(torch.cat([mean, most], 1), dropout, self.training)
            mixed = functional.gelu(self.mix(pooled))
            return self.score(functional.dropout(mixed, dropout, self.training))

    class Merge(nn.Module):  # type: ignore[misc, name-defined]
        """Neighbouring tokens become one; before it is trained, their mean."""

        def __init__(self) -> None:
            super().__init__()
            self.mix = nn.Linear(2 * hidden, hidden)
            half = torch.eye(hidden) / 2
            self.mix.weight.data.copy_(torch.cat([half, half], 1))
            nn.init.zeros_(self.mix.bias)

        def forward(self, x: Any, mask: Any) -> tuple[Any, Any]:
            b, s, _ = x.shape
            return self.mix(x.reshape(b, s // 2, 2 * hidden)), mask[:, ::2]

    class Network(nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            words = torch.from_numpy(encoder.tensors["emb.word"][list(rows)])
            # Added to every token: what BERT calls the embedding of segment 0.
            segment = encoder.tensors["emb.type"][:hidden]
            positions = torch.from_numpy(encoder.tensors["emb.pos"] + segment)
            # Frozen: a few thousand texts would move few of its rows, and those away from the rest.
            self.words = nn.Embedding.from_pretrained(words, freeze=True)
            self.positions = nn.Embedding.from_pretrained(positions, freeze=False)
            self.norm = norm("emb.ln")
            self.layers = nn.ModuleList(Layer(n) for n in shape.layers)
            self.merges = nn.ModuleDict({str(n): Merge() for n in shape.merge_after})
            self.exit_head, self.head = Head(), Head()

        def embedded(self, ids: Any, mask: Any) -> tuple[Any, Any]:
            x = self.words(ids) + self.positions.weight[: ids.shape[1]]
            return functional.dropout(self.norm(x), dropout, self.training), mask

        def after(self, n: int, x: Any, mask: Any) -> tuple[Any, Any]:
            """What layer n, counted from 1, hands on."""
            return self.merges[str(n)](x, mask) if n in shape.merge_after else (x, mask)

        def forward(self, ids: Any, mask: Any) -> tuple[Any, Any]:
            x, mask = self.embedded(ids, mask)
            early = None
            for n, layer in enumerate(self.layers, 1):
                x = layer(x, mask)
                if n == shape.exit_after:
                    early = self.exit_head(x, mask)
                x, mask = self.after(n, x, mask)
            return early, self.head(x, mask) if shape.has_second_stage else early

    return Network()
