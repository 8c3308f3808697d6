"""A narrower network that computes nearly the same: the least useful attention heads and feed-forward units go.

Layer by layer: on real texts, the parts whose outputs weigh least are taken out, and the linear layer behind them is
fitted anew (ridge regression) so that what is left gives the outputs that the whole gave; cf. Kwon et al. 2022, "A Fast
Post-Training Pruning Framework for Transformers". Training then repairs the rest. Called by `intent.training.recipe`;
torch comes in as an argument. Imports nothing of Headsup.
"""

from __future__ import annotations

from typing import Any

# Of the mean square of the units, added for stability.
_RIDGE = 1e-3


def narrow(torch: Any, network: Any, heads: int, feed_forward: int, batch: tuple[Any, Any] | None) -> None:
    """Keep `heads` attention heads and `feed_forward` units in each layer of `network`, in place.

    batch: ids and mask of texts to judge by; None keeps the first ones, for weights that are loaded afterwards.
    """
    with torch.no_grad():
        state = network.embedded(*batch) if batch is not None else None
        for n, layer in enumerate(network.layers, 1):
            size = layer.size
            if layer.q.out_features > heads * size:
                _narrow_attention(torch, layer, heads, state)
            if layer.up.out_features > feed_forward:
                _narrow_feed_forward(torch, layer, feed_forward, state)
            if state is not None:
                state = network.after(n, layer(*state), state[1])


def _narrow_attention(torch: Any, layer: Any, heads: int, state: tuple[Any, Any] | None) -> None:
    whole, size = layer.o.weight.detach(), layer.size
    kept = torch.arange(heads)
    seen = None
    if state is not None:
        seen = layer.attended(*state)[state[1]]
        parts = seen.view(len(seen), -1, size)
        strength = torch.stack(
            [
                (parts[:, h] @ whole[:, h * size : (h + 1) * size].T).square().sum()
                for h in range(parts.shape[1])
            ]
        )
        kept = strength.topk(heads).indices.sort().values
    units = (kept[:, None] * size + torch.arange(size)).flatten()
    for part in (layer.q, layer.k, layer.v):
        _keep_rows(torch, part, units)
    _keep_columns(torch, layer.o, units, seen)


def _narrow_feed_forward(torch: Any, layer: Any, feed_forward: int, state: tuple[Any, Any] | None) -> None:
    units, wide = torch.arange(feed_forward), None
    if state is not None:
        x, mask = state
        wide = layer.widened(layer.norm_attention(x + layer.o(layer.attended(x, mask))))[mask]
        strength = wide.square().sum(0) * layer.down.weight.square().sum(0)
        units = strength.topk(feed_forward).indices.sort().values
    _keep_rows(torch, layer.up, units)
    _keep_columns(torch, layer.down, units, wide)


def _keep_rows(torch: Any, linear: Any, units: Any) -> None:
    linear.weight = torch.nn.Parameter(linear.weight.detach()[units].clone())
    linear.bias = torch.nn.Parameter(linear.bias.detach()[units].clone())
    linear.out_features = len(units)


def _keep_columns(torch: Any, linear: Any, units: Any, inputs: Any | None) -> None:
    """inputs (tokens, all units): what came in before; the outputs on them stay as near as they can."""
    whole = linear.weight.detach()
    fitted = whole[:, units]
    if inputs is not None:
        some = inputs[:, units]
        gram = some.T @ some
        gram += torch.eye(len(units)) * (_RIDGE * gram.diagonal().mean())
        # Ridge towards the weights as they were, not towards zero.
        missing = inputs @ whole.T - some @ fitted.T
        fitted = fitted + torch.linalg.solve(gram, some.T @ missing).T
    linear.weight = torch.nn.Parameter(fitted.clone())
    linear.in_features = len(units)
