"""The severity of an intent follows the policy table, row by row, and the operator can change every row."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from intent import LABELS, Combining, CombiningStep, Intent, Policy, PolicyRow, Severity, Signals

THRESHOLDS: dict[str, float] = dict.fromkeys(LABELS, 0.5)
QUIET = Signals()


def intent_of(*labels: str) -> Intent:
    return Intent(**{label: 0.9 if label in labels else 0.1 for label in LABELS})


@pytest.mark.parametrize(
    ("labels", "severity", "row"),
    [
        (("likeness", "minor"), "critical", "minor"),
        (("likeness", "minor", "private"), "critical", "minor"),
        (("likeness", "sexual", "private"), "critical", "sexual-private"),
        (("likeness", "sexual"), "high", "sexual"),
        (("likeness", "veiled", "private"), "high", "veiled-private"),
        (("likeness", "veiled"), "medium", "veiled"),
        (("likeness", "private"), "medium", "private"),
        (("likeness",), "low", "likeness"),
        ((), "none", ""),
        (("sexual",), "none", ""),
        (("veiled",), "none", ""),
        (("consent",), "none", ""),
    ],
)
def test_each_row_of_the_table_gives_its_severity(labels: tuple[str, ...], severity: str, row: str) -> None:
    verdict = Policy().judge(intent_of(*labels), QUIET, THRESHOLDS)
    assert (str(verdict.severity), verdict.row) == (severity, row)
    assert set(verdict.labels) == set(labels)


@pytest.mark.parametrize("labels", [("likeness", "sexual"), ("likeness", "private"), ("likeness",)])
def test_a_claim_of_consent_lowers_nothing_and_is_shown(labels: tuple[str, ...]) -> None:
    without = Policy().judge(intent_of(*labels), QUIET, THRESHOLDS)
    claimed = Policy().judge(intent_of(*labels, "consent"), QUIET, THRESHOLDS)
    assert claimed.severity == without.severity
    assert "consent" in claimed.labels


@pytest.mark.parametrize(
    ("reason", "signals"),
    [
        ("earlier_by_requester", Signals(earlier_by_requester=True)),
        ("earlier_about_person", Signals(earlier_about_person=True)),
        ("adult_context", Signals(adult_context=True)),
    ],
)
def test_each_reason_raises_a_plain_request_by_one_step(reason: str, signals: Signals) -> None:
    verdict = Policy().judge(intent_of("likeness"), signals, THRESHOLDS)
    assert verdict.severity is Severity.MEDIUM
    assert verdict.raised_by == (reason,)
    assert verdict.row == "likeness"


def test_a_label_must_be_surer_where_the_policy_says_so_for_the_source() -> None:
    policy = Policy.model_validate({"least": {"models": {"likeness": 0.75, "sexual": 0.1}}})
    unsure = Intent(likeness=0.6, sexual=0.6)
    assert policy.is_sure(unsure, THRESHOLDS, "elsewhere")
    assert not policy.is_sure(unsure, THRESHOLDS, "models")
    assert policy.is_sure(Intent(likeness=0.8), THRESHOLDS, "models")
    assert not policy.is_sure(
        Intent(likeness=0.4), THRESHOLDS, "elsewhere"
    )  # never less sure than the model asks


def test_what_may_concern_a_young_person_is_sure_enough_anywhere() -> None:
    policy = Policy.model_validate({"least": {"models": {"likeness": 0.75}}})
    assert policy.is_sure(Intent(likeness=0.6, minor=0.6), THRESHOLDS, "models")
    last = Policy(rows=(*policy.rows[1:], policy.rows[0]), least=policy.least)
    assert last.is_sure(Intent(likeness=0.6, sexual=0.9, private=0.9, minor=0.6), THRESHOLDS, "models")


@pytest.mark.parametrize("outright", ["sexual", "veiled"])
def test_adult_context_adds_nothing_to_what_is_sexual_already(outright: str) -> None:
    plain = Policy().judge(intent_of("likeness", outright), QUIET, THRESHOLDS)
    adult = Policy().judge(intent_of("likeness", outright), Signals(adult_context=True), THRESHOLDS)
    assert adult == plain


def test_reasons_add_up_and_stop_at_critical() -> None:
    everything = Signals(earlier_by_requester=True, earlier_about_person=True, adult_context=True)
    assert Policy().judge(intent_of("likeness"), everything, THRESHOLDS).severity is Severity.CRITICAL
    top = Policy().judge(intent_of("likeness", "minor"), everything, THRESHOLDS)
    assert top.severity is Severity.CRITICAL
    assert top.raised_by == ()


def test_what_asks_for_nobody_is_not_raised() -> None:
    everything = Signals(earlier_by_requester=True, earlier_about_person=True, adult_context=True)
    verdict = Policy().judge(intent_of("sexual"), everything, THRESHOLDS)
    assert verdict.severity is Severity.NONE
    assert verdict.raised_by == ()


def test_a_reason_can_be_switched_off_or_weigh_more() -> None:
    policy = Policy(
        combining=Combining(
            earlier_by_requester=CombiningStep(on=False), earlier_about_person=CombiningStep(steps=2)
        )
    )
    both = Signals(earlier_by_requester=True, earlier_about_person=True)
    verdict = policy.judge(intent_of("likeness"), both, THRESHOLDS)
    assert verdict.severity is Severity.HIGH
    assert verdict.raised_by == ("earlier_about_person",)


def test_every_row_can_be_set_from_plain_configuration_values() -> None:
    policy = Policy.model_validate(
        {
            "rows": [{"name": "any sexual", "needs": ["sexual"], "severity": "low"}],
            "combining": {"adult_context": {"on": False}},
        }
    )
    assert policy.judge(intent_of("sexual"), QUIET, THRESHOLDS).row == "any sexual"
    assert policy.judge(intent_of("likeness"), QUIET, THRESHOLDS).severity is Severity.NONE


def test_a_policy_survives_being_written_and_read_again() -> None:
    policy = Policy()
    assert Policy.model_validate(policy.model_dump(mode="json")) == policy


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([{"name": "x", "needs": ["likness"], "severity": "low"}], "likeness"),
        ([{"name": "x", "needs": ["likeness"], "severity": "severe"}], "none, low, medium, high, critical"),
        ([{"name": "x", "needs": [], "severity": "low"}], "needs"),
        ([], "at least 1"),
        ([{"name": "x", "needs": ["likeness"], "severity": "low", "colour": 1}], "colour"),
        (
            [
                {"name": "x", "needs": ["likeness"], "severity": "low"},
                {"name": "x", "needs": ["sexual"], "severity": "low"},
            ],
            "used twice",
        ),
    ],
)
def test_a_wrong_table_is_refused_with_what_is_wrong(rows: list[dict[str, object]], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Policy.model_validate({"rows": rows})


def test_the_most_severe_row_decides_whatever_the_order() -> None:
    rows = (
        PolicyRow(name="mild", needs=("likeness",), severity=Severity.LOW),
        PolicyRow(name="strong", needs=("likeness",), severity=Severity.HIGH),
    )
    assert Policy(rows=rows).judge(intent_of("likeness"), QUIET, THRESHOLDS).row == "strong"


def test_severities_are_ordered_and_have_words() -> None:
    assert [str(each) for each in sorted(Severity)] == ["none", "low", "medium", "high", "critical"]
    assert Severity.parse(" High ") is Severity.HIGH
    with pytest.raises(ValueError, match="none, low, medium, high, critical"):
        Severity.parse("urgent")
