"""The severity of an intent, as data: a table of rows, three reasons to raise it, and how sure a label must be before
moderators hear of what a feed brought; each configurable.

The handlers call `Policy.judge` and `Policy.is_sure`; the configuration builds a `Policy` from `[[policy.rows]]`,
`[policy.combining]` and `[policy.least]`. Imports of Headsup only `intent.severity` and `intent.taxonomy`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    model_validator,
)

from intent.severity import Severity
from intent.taxonomy import DEFAULT_THRESHOLDS, Intent, Label


def _severity(value: Any) -> Any:
    return Severity.parse(value) if isinstance(value, str) else value


SeverityWord = Annotated[Severity, BeforeValidator(_severity), PlainSerializer(str, return_type=str)]


class PolicyRow(BaseModel):
    """When all labels in `needs` hold, the severity is at least this one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    needs: tuple[Label, ...] = Field(min_length=1)
    severity: SeverityWord


DEFAULT_ROWS: tuple[PolicyRow, ...] = (
    PolicyRow(name="minor", needs=("likeness", "minor"), severity=Severity.CRITICAL),
    PolicyRow(name="sexual-private", needs=("likeness", "sexual", "private"), severity=Severity.CRITICAL),
    PolicyRow(name="sexual", needs=("likeness", "sexual"), severity=Severity.HIGH),
    PolicyRow(name="veiled-private", needs=("likeness", "veiled", "private"), severity=Severity.HIGH),
    PolicyRow(name="veiled", needs=("likeness", "veiled"), severity=Severity.MEDIUM),
    PolicyRow(name="private", needs=("likeness", "private"), severity=Severity.MEDIUM),
    PolicyRow(name="likeness", needs=("likeness",), severity=Severity.LOW),
)


Probability = Annotated[float, Field(gt=0, lt=1)]
Least = Mapping[str, Mapping[Label, Probability]]

# Of a thousand finished models some seventy depict a real person. So a feed of them must be surer than a chat, where
# somebody thought a message worth reading; measured by `benchmarks/listings.py` (docs/intent/model-card.md).
DEFAULT_LEAST: Least = {"civitai_models": {"likeness": 0.8}}

# The classifier's own threshold is for posts that mostly ask for nobody real. Of those that surely name a watched person
# far more do, so there "more likely than not" is enough; measured in docs/intent/model-card.md.
DEFAULT_WATCHED: Mapping[Label, float] = {"likeness": 0.5}


def _with_defaults(given: Least) -> Least:
    return {**DEFAULT_LEAST, **given}


class CombiningStep(BaseModel):
    """One reason to raise severity: whether it counts, and by how many steps."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: bool = True
    steps: int = Field(default=1, ge=1, le=4)


class Combining(BaseModel):
    """What raises severity. Reasons add up; the result is at most critical, and none stays none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    earlier_by_requester: CombiningStep = CombiningStep()
    earlier_about_person: CombiningStep = CombiningStep()
    adult_context: CombiningStep = CombiningStep()


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known around an item, beyond its text.

    earlier_by_requester: the same requester has an earlier confirmed or sexual request.
    earlier_about_person: the same person was requested before.
    adult_context: platform flags, tags or the base model are adult; counts for plain likeness requests only.
    """

    earlier_by_requester: bool = False
    earlier_about_person: bool = False
    adult_context: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A severity and why: the row that gave it ("" if none did), what raised it, and the labels that held."""

    severity: Severity
    row: str
    raised_by: tuple[str, ...]
    labels: tuple[str, ...]


class Policy(BaseModel):
    """The table. Rows are independent: the most severe row whose labels all hold decides, the first among
    equals.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: tuple[PolicyRow, ...] = Field(DEFAULT_ROWS, min_length=1)
    combining: Combining = Combining()
    # By source: the probability from which a label counts in `is_sure`, where the classifier's threshold is lower.
    least: Annotated[Least, AfterValidator(_with_defaults)] = DEFAULT_LEAST
    # From which probability a label counts where a watched person was surely found, if the classifier's threshold is higher.
    watched: Mapping[Label, Probability] = DEFAULT_WATCHED

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        seen: set[str] = set()
        for row in self.rows:
            if row.name in seen:
                raise ValueError(
                    f"policy.rows: the name {row.name!r} is used twice; give each row its own name"
                )
            seen.add(row.name)
        return self

    def judge(self, intent: Intent, signals: Signals, thresholds: Mapping[str, float]) -> Verdict:
        """The verdict on one item. `thresholds` are the classifier's (`Classifier.thresholds`)."""
        labels = intent.labels(thresholds)
        row = self._row(frozenset(labels))
        if row is None or row.severity is Severity.NONE:
            return Verdict(Severity.NONE, row.name if row else "", (), labels)
        severity: Severity = row.severity
        raised_by: list[str] = []
        for name, step in self._reasons(signals, labels):
            raised = severity.raised(step.steps)
            if raised > severity:
                severity = raised
                raised_by.append(name)
        return Verdict(severity, row.name, tuple(raised_by), labels)

    def for_watched(self, thresholds: Mapping[str, float]) -> Mapping[str, float]:
        """The thresholds for a person who was surely found in an item: none higher than without them."""
        lower: dict[str, float] = {
            label: min(p, thresholds.get(label, p)) for label, p in self.watched.items()
        }
        return {**thresholds, **lower}

    def may_be_young(self, intent: Intent, thresholds: Mapping[str, float]) -> bool:
        """Whether nothing of an item may be shown or kept, whoever is asked: the cues of a young person are there, also
        where the text as such asks for nobody real; of a watched person the same words may ask.
        """
        return intent.minor >= self.for_watched(thresholds).get("minor", DEFAULT_THRESHOLDS["minor"])

    def is_sure(self, intent: Intent, thresholds: Mapping[str, float], source: str) -> bool:
        """Whether moderators should hear of an item that nobody pointed at, from this source (`feeds.Item.source`).

        Where requests are rare most alarms are false, so a row must hold with the surer labels of `least`. What may
        concern a young person is always sure enough.
        """
        least: Mapping[Label, float] = self.least.get(source, {})
        raised: dict[str, float] = {label: max(p, thresholds.get(label, p)) for label, p in least.items()}
        row = self._row(frozenset(intent.labels({**thresholds, **raised})))
        labels = intent.labels(thresholds)
        return row is not None or ("minor" in labels and self._row(frozenset(labels)) is not None)

    def _row(self, labels: frozenset[str]) -> PolicyRow | None:
        matching = [row for row in self.rows if labels.issuperset(row.needs)]
        return max(matching, key=lambda row: row.severity, default=None)

    def _reasons(self, signals: Signals, labels: tuple[str, ...]) -> list[tuple[str, CombiningStep]]:
        plain = "sexual" not in labels and "veiled" not in labels
        candidates = [
            ("earlier_by_requester", signals.earlier_by_requester, self.combining.earlier_by_requester),
            ("earlier_about_person", signals.earlier_about_person, self.combining.earlier_about_person),
            ("adult_context", signals.adult_context and plain, self.combining.adult_context),
        ]
        return [(name, step) for name, present, step in candidates if present and step.on]
