"""The manifest of a model folder (model.json) and the check that its files are the ones it speaks of.

Read by the onnx backend and `headsup doctor`, written by `intent.training.export`. Imports of Headsup only
`intent.errors`, `intent.taxonomy`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from intent.errors import ModelError
from intent.taxonomy import LABELS, ONLY_WITH_LIKENESS

MANIFEST = "model.json"
FORMAT = 1


class File(BaseModel):
    """What a file of the model must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    bytes: int


class Platt(BaseModel):
    """p = 1 / (1 + exp(-(slope * logit + intercept))), fitted on the validation split."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slope: float
    intercept: float


Value = TypeVar("Value")


def _each_label(given: Mapping[str, Value]) -> Mapping[str, Value]:
    if set(given) != set(LABELS):
        raise ValueError(f"needs a value for each of {', '.join(LABELS)}, and for nothing else")
    return given


Calibration = Annotated[Mapping[str, Platt], AfterValidator(_each_label)]
Threshold = Annotated[float, Field(gt=0, lt=1)]


class Exit(BaseModel):
    """The early exit: the first stage answers a text where no label's probability lies between margin and
    1 - margin. Where `likeness` is below margin, the labels that only go with it do not matter.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    margin: float = Field(ge=0, lt=0.5)
    calibration: Calibration
    share: float = Field(default=0.0, ge=0, description="of its logits, added to those of the second stage")

    def answers(self, probabilities: Sequence[float]) -> bool:
        """Whether the first stage's probabilities, in the order of LABELS, are the answer."""
        nobody = probabilities[LABELS.index("likeness")] < self.margin
        return all(
            p < self.margin or p > 1 - self.margin or (nobody and label in ONLY_WITH_LIKENESS)
            for label, p in zip(LABELS, probabilities, strict=True)
        )


class Manifest(BaseModel):
    """model.json."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = "headsup-intent"
    format: int = FORMAT
    version: str
    encoder: str
    labels: tuple[str, ...]
    thresholds: Annotated[Mapping[str, Threshold], AfterValidator(_each_label)]
    calibration: Calibration
    exit: Exit | None = None
    window: int = Field(ge=16, description="most tokens judged at once, without the two marks around them")
    overlap: int = Field(ge=0, description="tokens that neighbouring windows of a long text share")
    multiple: int = Field(
        default=1, ge=1, description="what the number of tokens judged must be divisible by"
    )
    fiction: bool = Field(
        default=False, description="whether it reads names of fiction with a mark (`intent.fiction`)"
    )
    measured: Mapping[str, float] = Field(default_factory=dict, description="figures on the validation split")
    recipe: Mapping[str, Any] | None = Field(default=None, description="the choices of the run that made it")
    files: Mapping[str, File]

    @model_validator(mode="after")
    def _windows_move_on(self) -> Self:
        if self.overlap >= self.window:
            raise ValueError(f"overlap ({self.overlap}) must be less than window ({self.window})")
        return self

    @field_validator("labels")
    @classmethod
    def _labels_are_ours(cls, labels: tuple[str, ...]) -> tuple[str, ...]:
        if labels != LABELS:
            raise ValueError(f"labels must be {', '.join(LABELS)} in this order")
        return labels


def read_manifest(folder: Path) -> Manifest:
    """model.json of `folder`. Raises ModelError where it is missing, unreadable or of another kind."""
    path = folder / MANIFEST
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"no model at {folder}: {MANIFEST} is missing. Reinstall Headsup, or set intent.model to a model's folder"
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path} cannot be read ({error}). Reinstall Headsup or train the model again"
        ) from None
    if not isinstance(raw, dict) or raw.get("kind") != "headsup-intent":
        raise ModelError(
            f"{path} does not describe a Headsup intent model. Set intent.model to a folder that does"
        )
    if raw.get("format") != FORMAT:
        raise ModelError(
            f"{path} has format {raw.get('format')!r}; this Headsup reads format {FORMAT}. Update Headsup or the model"
        )
    try:
        return Manifest.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ModelError(
            f"{path}: {where + ': ' if where else ''}{first['msg']}. Reinstall Headsup or train the model again"
        ) from None


def verified(folder: Path, manifest: Manifest, name: str) -> bytes:
    """The bytes of the model's file `name`. Raises ModelError where it is missing or not the file of the
    manifest.
    """
    path = folder / name
    expected = manifest.files.get(name)
    if expected is None:
        raise ModelError(
            f"{folder / MANIFEST} does not list {name}. Reinstall Headsup or train the model again"
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}). Reinstall Headsup") from None
    if len(content) != expected.bytes or hashlib.sha256(content).hexdigest() != expected.sha256:
        raise ModelError(
            f"{path} is damaged: its checksum is not the one in {MANIFEST} ({len(content)} bytes, {expected.bytes}"
            " expected). Reinstall Headsup"
        )
    return content


def described(content: bytes) -> File:
    """The manifest's entry for a file with this content."""
    return File(sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
