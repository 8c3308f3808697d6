"""A missing, damaged or foreign model is a clear error at load, never a silent "none"."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intent import Classifier, ModelError
from intent.backends import SHIPPED

MOST_BYTES = 60 * 1024 * 1024


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


@pytest.mark.parametrize("name", ["first.onnx", "second.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    refused(folder, f"{name}.*cannot be read")


@pytest.mark.parametrize("name", ["first.onnx", "second.onnx", "tokenizer.json"])
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


def test_a_file_with_the_right_checksum_that_is_no_network_is_refused(folder: Path) -> None:
    import hashlib

    junk = b"this is no network"
    (folder / "first.onnx").write_bytes(junk)
    entry = {"sha256": hashlib.sha256(junk).hexdigest(), "bytes": len(junk)}
    change(folder, lambda manifest: manifest["files"].update({"first.onnx": entry}))
    refused(folder, "not a model that onnxruntime can run")


def test_a_folder_without_a_model_is_no_silent_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError):
        Classifier.load(tmp_path / "empty")


def test_a_name_that_is_no_folder_needs_the_torch_extra_or_is_not_found() -> None:
    with pytest.raises(ModelError, match=r"torch|cannot be loaded"):
        Classifier.load("nobody/no-such-model")
