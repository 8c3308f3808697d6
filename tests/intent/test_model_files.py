"""A missing, damaged or foreign model is a clear error at load, never a silent "none"."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intent import LABELS, Classifier, ModelError
from intent.backends import SHIPPED

MOST_BYTES = 60 * 1024 * 1024
HALF: dict[str, float] = dict.fromkeys(LABELS, 0.5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model that a test may damage."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def change(folder: Path, edit: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "model.json"
    manifest = json.loads(path.read_text())
    edit(manifest)
    path.write_text(json.dumps(manifest))


def refused(model: Path, complaint: str) -> None:
    with pytest.raises(ModelError, match=complaint):
        Classifier.load(model)


def test_the_shipped_model_is_whole_and_small_enough() -> None:
    manifest = json.loads((SHIPPED / "model.json").read_text())
    assert Classifier.load().version == manifest["version"]
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("name", ["first.onnx", "second.onnx", "tokenizer.json", "tokenizer_config.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    refused(folder, f"{name}.*cannot be read")


@pytest.mark.parametrize("name", ["first.onnx", "second.onnx", "tokenizer.json", "tokenizer_config.json"])
def test_one_flipped_bit_is_noticed(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    refused(folder, f"{name} is damaged")


def test_a_cut_off_file_is_noticed(folder: Path) -> None:
    path = folder / "first.onnx"
    path.write_bytes(path.read_bytes()[:1000])
    refused(folder, "first.onnx is damaged.*1000 bytes")


def test_a_manifest_that_is_no_json_is_named(folder: Path) -> None:
    (folder / "model.json").write_text("{ half")
    refused(folder, "model.json cannot be read")


def test_another_programs_manifest_is_refused(folder: Path) -> None:
    change(folder, lambda manifest: manifest.update(kind="bert"))
    refused(folder, "does not describe a Headsup intent model")


def test_a_future_format_is_refused_with_what_to_do(folder: Path) -> None:
    change(folder, lambda manifest: manifest.update(format=99))
    refused(folder, "format 99.*Update")


def test_other_labels_are_refused(folder: Path) -> None:
    change(folder, lambda manifest: manifest.update(labels=["spam", "ham"]))
    refused(folder, "labels must be")


@pytest.mark.parametrize(
    ("change_to", "complaint"),
    [
        ({"overlap": 300}, r"overlap \(300\) must be less than window"),
        ({"overlap": 254}, r"overlap \(254\) must be less than window"),
        ({"thresholds": {}}, "thresholds.*a value for each of likeness"),
        ({"thresholds": {**HALF, "likeness": 7}}, "thresholds.likeness.*less than 1"),
        ({"thresholds": {**HALF, "minor": 0}}, "thresholds.minor.*greater than 0"),
        ({"thresholds": {**HALF, "spam": 0.5}}, "thresholds.*and for nothing else"),
        ({"calibration": {"likeness": {"slope": 1, "intercept": 0}}}, "calibration.*a value for each of"),
        ({"exit": {"margin": 0.1, "calibration": {}}}, "exit.calibration.*a value for each of"),
        ({"exit": None}, "must describe an exit if it lists second.onnx"),
    ],
)
def test_figures_that_would_judge_wrongly_are_refused(
    folder: Path, change_to: dict[str, Any], complaint: str
) -> None:
    change(folder, lambda manifest: manifest.update(change_to))
    refused(folder, complaint)


def replace_file(folder: Path, name: str, content: bytes) -> None:
    """Another file, with its right checksum."""
    (folder / name).write_bytes(content)
    entry = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    change(folder, lambda manifest: manifest["files"].update({name: entry}))


def test_a_file_with_the_right_checksum_that_is_no_network_is_refused(folder: Path) -> None:
    replace_file(folder, "first.onnx", b"this is no network")
    refused(folder, "not a model that onnxruntime can run")


def test_a_network_that_wants_something_else_is_refused_at_load(folder: Path) -> None:
    replace_file(folder, "first.onnx", (folder / "second.onnx").read_bytes())
    refused(folder, "cannot judge a text")


@pytest.mark.parametrize("given", [{"device": "cuda"}, {"label_map": {"LABEL_1": "likeness"}}])
def test_a_setting_that_the_shipped_model_has_no_use_for_is_named(given: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match=rf"intent\.{next(iter(given))} is for Hugging Face models"):
        Classifier.load(**given)


def test_a_folder_without_a_model_is_no_silent_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError):
        Classifier.load(tmp_path / "empty")


def test_a_name_that_is_no_folder_needs_the_torch_extra_or_is_not_found() -> None:
    with pytest.raises(ModelError, match=r"torch|cannot be loaded"):
        Classifier.load("nobody/no-such-model")
