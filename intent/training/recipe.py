"""The training run: seeded, resumable, with progress. Fine-tunes the network and picks the best epoch by
validation.

Called by `intent.training.cli`. The folder `work` holds what the run was made of, the vocabulary, the tokenizer, the
last checkpoint and the best weights; a run that was stopped goes on from its last epoch, and no other run may use the
folder. torch only inside functions.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from intent.taxonomy import LABELS
from intent.training import folder
from intent.training.augment import augmented
from intent.training.batches import Tokens
from intent.training.beginning import begin
from intent.training.casting import Casting
from intent.training.encoder import PretrainedEncoder, load_pretrained
from intent.training.examples import Example
from intent.training.network import Shape, build, require_torch
from intent.training.renaming import Renamer

Report = Callable[[str], None]

# A text is easy when no label's probability is further than this from the truth.
_EASY = 0.1
# Of the weights that a run began with, in the mix that is kept.
_STARTS_SHARE = (0.0, 0.15, 0.3, 0.45)
_NEUTRAL_KINDS = frozenset({"offtopic", "technical", "other_sense", "own_pictures"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a run; written into the model's manifest."""

    layers: tuple[int, ...] = tuple(range(6))
    exit_after: int = 3
    # Attention heads and feed-forward units that are left in a layer.
    heads: int = 8
    feed_forward: int = 768
    merge_after: tuple[int, ...] = (2,)
    # Layers at the bottom that stay as they are, with the embeddings: for a run that starts from trained weights.
    frozen: int = 0
    epochs: int = 8
    batch: int = 24
    rate: float = 1.6e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.92
    dropout: float = 0.1
    # Of each label in the loss, in the order of LABELS: the rare ones would otherwise be learned last.
    weights: tuple[float, ...] = (1.2, 1.0, 1.3, 1.2, 1.5, 3.0)
    # Of "sexual or veiled" in the loss: which of the two it is matters less than that it is one.
    joint_weight: float = 1.0
    # How often a text that was answered beyond doubt when last drawn is drawn, beside one that was not.
    easy_share: float = 0.4
    # Of the running average of the weights, which is what is kept.
    average: float = 0.998
    vocabulary: int = 56_000
    window: int = 254
    # Tokens that are judged at once afterwards: fewer, so that a request in a long post is not outweighed by the rest, and
    # enough for a listing between its title and its tags (`intent.windows`).
    judged_window: int = 190
    seed: int = 20261123


@dataclass(frozen=True, slots=True)
class Trained:
    """A finished run: the weights by name, and what is needed to export them."""

    recipe: Recipe
    shape: Shape
    tokenizer: Tokenizer
    weights: dict[str, NDArray[np.float32]]


def run(
    train: Sequence[Example],
    validation: Sequence[Example],
    work: Path,
    recipe: Recipe,
    *,
    threads: int = 2,
    report: Report = print,
    start_from: Path | None = None,
    encoder: PretrainedEncoder | None = None,
) -> Trained:
    """Train, keep the best epoch.

    start_from: a model folder or the weights of an earlier run, with the same layers, to begin with. encoder: None
    reads the registered one. Raises ModelError, among others where `work` holds another run.
    """
    torch = require_torch()
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(recipe.seed)
    encoder = encoder or load_pretrained()
    folder.claim(work, folder.fingerprint(recipe, train, validation, start_from, encoder))
    tokenizer, rows = folder.vocabulary(encoder, [each.text for each in train], work, recipe)
    heads = min(recipe.heads, encoder.heads)
    shape = Shape(recipe.layers, recipe.exit_after, heads, encoder.epsilon, recipe.merge_after)
    tokens = Tokens(tokenizer, recipe.window, shape.multiple)
    network: Any = build(encoder, rows, shape, recipe.dropout)
    begin(torch, network, recipe, heads, tokenizer, train, start_from, work, report)
    if recipe.frozen:
        for part in (network.norm, network.positions, *network.layers[: recipe.frozen]):
            part.requires_grad_(False)
    average = Average(torch, network, recipe.average)
    optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=0.01, fused=True)
    steps = recipe.epochs * -(-len(train) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate_at(step, steps))
    learner = _Learner(torch, network, average, optimiser, schedule, np.ones(len(train), np.float32))
    renamer, casting = Renamer(train), Casting()
    texts = [each.text for each in validation]
    start = _copy(network)
    first, best = _resumed(learner, work)
    for epoch in range(first, recipe.epochs):
        loss = _epoch(learner, train, renamer, casting, tokens, recipe, epoch, report)
        with average.in_place():
            scores = score(torch, network, texts, tokens)
            state = _copy(network)
        quality = _quality(scores[1], validation)
        early = _quality(scores[0], validation)
        report(
            f"epoch {epoch + 1}/{recipe.epochs}: loss {loss:.4f},"
            f" validation mean AP {quality:.4f}, at the exit {early:.4f}"
        )
        if quality > best:
            best = quality
            torch.save(state, work / "best.pt")
        _save(learner, work, epoch + 1, best)
    reached = torch.load(work / "best.pt", weights_only=True)
    if start_from is not None:
        reached = _mixed(
            torch, network, start, reached, lambda: score(torch, network, texts, tokens), validation, report
        )
        torch.save(reached, work / "mixed.pt")
    weights = {name: value.detach().numpy() for name, value in reached.items()}
    return Trained(recipe, shape, tokenizer, weights)


def _copy(network: Any) -> dict[str, Any]:
    return {name: value.clone() for name, value in network.state_dict().items()}


def _mixed(
    torch: Any,
    network: Any,
    start: dict[str, Any],
    reached: dict[str, Any],
    scored: Callable[[], tuple[NDArray[np.float32], NDArray[np.float32]]],
    validation: Sequence[Example],
    report: Report,
) -> dict[str, Any]:
    """The mean of the weights before and after, in the shares that do best on validation (Wortsman et al. 2022).

    What a run learned anew and what it forgot lie on one line; a point between the ends is better than either.
    """
    best = -1.0, reached
    for share in _STARTS_SHARE:
        mix = {name: torch.lerp(value, start[name], share) for name, value in reached.items()}
        network.load_state_dict(mix)
        quality = _quality(scored()[1], validation)
        report(f"{share:.0%} of the weights that it began with: validation mean AP {quality:.4f}")
        if quality > best[0]:
            best = quality, mix
    return best[1]


class Average:
    """The running average of a network's trained weights: steadier than the last step's, and better calibrated."""

    def __init__(self, torch: Any, network: Any, decay: float) -> None:
        self._torch = torch
        self._decay = decay
        self._live = [each for each in network.parameters() if each.requires_grad]
        self.values = [each.detach().clone() for each in self._live]
        self.steps = 0

    def update(self) -> None:
        """After a step of the optimiser. The first steps weigh more: the average starts where the run did."""
        self.steps += 1
        share = 1 - min(self._decay, (1 + self.steps) / (20 + self.steps))
        self._torch._foreach_lerp_(self.values, [each.detach() for each in self._live], share)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The network holds the average inside the block."""
        live = [each.detach().clone() for each in self._live]
        self._put(self.values)
        try:
            yield
        finally:
            self._put(live)

    def _put(self, values: Sequence[Any]) -> None:
        for each, value in zip(self._live, values, strict=True):
            each.data.copy_(value)


@dataclass(frozen=True, slots=True)
class _Learner:
    """What changes while a run goes on. doubts: how far from the truth each text's worst label was when last drawn."""

    torch: Any
    network: Any
    average: Average
    optimiser: Any
    schedule: Any
    doubts: NDArray[np.float32]


def score(
    torch: Any, network: Any, texts: Sequence[str], tokens: Tokens
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Logits of the exit and of the last head, (texts, labels) each."""
    network.eval()
    early = np.zeros((len(texts), len(LABELS)), np.float32)
    last = np.zeros_like(early)
    with torch.inference_mode():
        for batch in tokens.batches(torch, texts, None, 32, None):
            a, b = network(batch.ids, batch.mask)
            early[batch.order], last[batch.order] = a.float().numpy(), b.float().numpy()
    return early, last


def _epoch(
    learner: _Learner,
    train: Sequence[Example],
    renamer: Renamer,
    casting: Casting,
    tokens: Tokens,
    recipe: Recipe,
    epoch: int,
    report: Report,
) -> float:
    """One pass over the texts."""
    torch, network, doubts = learner.torch, learner.network, learner.doubts
    network.train()
    rng = random.Random(f"{recipe.seed}:{epoch}")
    torch.manual_seed(recipe.seed + epoch)
    neutral: dict[str, list[str]] = defaultdict(list)
    for each in train:
        if not each.labels and each.kind in _NEUTRAL_KINDS:
            neutral[each.lang].append(each.text)
    drawn = _drawn(doubts, recipe.easy_share, rng)
    texts = [
        augmented(_with_other_names(train[i], renamer, casting, rng), rng, neutral[train[i].lang])
        for i in drawn
    ]
    targets = np.array([train[i].target for i in drawn], np.float32)
    judge = _loss(torch, recipe)
    fast = _multiplies_bfloat16(torch)
    total, done, count = 0.0, 0, -(-len(drawn) // recipe.batch)
    for batch in tokens.batches(torch, texts, targets, recipe.batch, rng):
        with torch.autocast("cpu", torch.bfloat16, enabled=fast):
            early, last = (logits.float() for logits in network(batch.ids, batch.mask))
        loss = judge(last, batch.targets)
        if recipe.exit_after < len(recipe.layers):
            # The exit learns the truth and, more gently, what the whole network has already understood.
            understood = torch.sigmoid(last.detach())
            loss = loss + 0.4 * judge(early, batch.targets) + 0.4 * judge(early, understood)
        learner.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        learner.optimiser.step()
        learner.schedule.step()
        learner.average.update()
        doubts[[drawn[i] for i in batch.order]] = (
            (torch.sigmoid(last.detach()) - batch.targets).abs().amax(1).numpy()
        )
        total += float(loss.detach())
        done += 1
        if done % 10 == 0:
            report(f"epoch {epoch + 1}/{recipe.epochs}: step {done}/{count}, loss {total / done:.4f}")
    return total / max(1, done)


def _with_other_names(example: Example, renamer: Renamer, casting: Casting, rng: random.Random) -> str:
    text = casting.recast(renamer.renamed(example, rng), rng)
    if "likeness" not in example.labels:
        return text
    return casting.namesake(renamer.names_in(text), text, "private" in example.labels, rng)


def _drawn(doubts: NDArray[np.float32], easy_share: float, rng: random.Random) -> list[int]:
    """As many texts as there are, by systematic sampling: hard ones once or more, easy ones not in every epoch."""
    order = list(range(len(doubts)))
    rng.shuffle(order)
    reach = np.cumsum(np.where(doubts[order] < _EASY, easy_share, 1.0))
    steps = (rng.random() + np.arange(len(order))) / len(order)
    found = np.searchsorted(reach / reach[-1], steps).clip(max=len(order) - 1)
    return [order[i] for i in found]


def _loss(torch: Any, recipe: Recipe) -> Callable[[Any, Any], Any]:
    """Cross-entropy a label, and of "sexual or veiled" as one."""
    functional = torch.nn.functional
    weights = torch.tensor(recipe.weights)
    sexual, veiled = LABELS.index("sexual"), LABELS.index("veiled")

    def judge(logits: Any, wanted: Any) -> Any:
        apart = functional.binary_cross_entropy_with_logits(logits, wanted, weight=weights)
        neither = functional.logsigmoid(-logits[:, sexual]) + functional.logsigmoid(-logits[:, veiled])
        either = torch.log(-torch.expm1(neither.clamp(max=-1e-6)))
        asked = (wanted[:, sexual] + wanted[:, veiled]).clamp(max=1.0)
        joint = -(asked * either + (1 - asked) * neither).mean()
        return apart + recipe.joint_weight / len(LABELS) * joint

    return judge


def _multiplies_bfloat16(torch: Any) -> bool:
    """Whether this processor does, which halves the time of a step; the weights stay in full precision."""
    ask = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(ask and ask())


def _groups(network: Any, recipe: Recipe) -> list[dict[str, Any]]:
    """Deeper layers learn faster than shallow ones; the heads, which start from nothing, fastest."""
    depth = len(recipe.layers)
    groups: dict[float, list[Any]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if "head" in name:
            rate = recipe.head_rate
        elif name.startswith("layers."):
            rate = recipe.rate * recipe.layer_decay ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith("merges."):
            rate = recipe.rate
        else:
            rate = recipe.rate * recipe.layer_decay**depth
        groups[rate].append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def _rate_at(step: int, steps: int) -> float:
    warm = max(1, steps // 12)
    return step / warm if step < warm else max(0.02, (steps - step) / (steps - warm))


def _quality(logits: NDArray[np.float32], examples: Sequence[Example]) -> float:
    """Mean over labels of average precision, likeness counted three times: it gates the others."""
    targets = np.array([each.target for each in examples])
    found = {label: average_precision(logits[:, i], targets[:, i]) for i, label in enumerate(LABELS)}
    return (sum(found.values()) + 2 * found["likeness"]) / (len(LABELS) + 2)


def average_precision(scores: NDArray[np.float32], targets: NDArray[np.float64]) -> float:
    """Area under the precision-recall curve by steps; 0.0 without positives."""
    positives = float(targets.sum())
    if not positives:
        return 0.0
    hits = targets[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / positives)


def _save(learner: _Learner, work: Path, epoch: int, best: float) -> None:
    state = {
        "network": learner.network.state_dict(),
        "average": {"values": learner.average.values, "steps": learner.average.steps},
        "optimiser": learner.optimiser.state_dict(),
        "schedule": learner.schedule.state_dict(),
        "doubts": learner.torch.from_numpy(learner.doubts),
        "epoch": epoch,
        "best": best,
    }
    learner.torch.save(state, work / "checkpoint.new")
    (work / "checkpoint.new").replace(work / folder.CHECKPOINT)


def _resumed(learner: _Learner, work: Path) -> tuple[int, float]:
    """Epochs that are done, and the best quality of them."""
    path = work / folder.CHECKPOINT
    if not path.exists():
        return 0, -1.0
    state = learner.torch.load(path, weights_only=True)
    learner.network.load_state_dict(state["network"])
    learner.average.values, learner.average.steps = state["average"]["values"], int(state["average"]["steps"])
    learner.doubts[:] = state["doubts"].numpy()
    learner.optimiser.load_state_dict(state["optimiser"])
    learner.schedule.load_state_dict(state["schedule"])
    return int(state["epoch"]), float(state["best"])
