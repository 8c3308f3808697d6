"""When a subscriber is told: quiet hours and digests in their own time zone, daylight-saving changes included."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.owed import due_at
from storage.schema import Subscriber

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
]


def _subscriber(zone: str, quiet: tuple[int, int] | None = None, digest: int | None = None) -> Subscriber:
    begin, end = quiet or (None, None)
    return Subscriber(
        timezone=zone,
        quiet_from=begin,
        quiet_to=end,
        digest="immediate" if digest is None else "daily",
        digest_at=540 if digest is None else digest,
    )


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-01-10T12:00", "2026-01-10T12:00"),
        ("2026-01-10T21:00", "2026-01-11T06:30"),  # 22:00 in Berlin
        ("2026-01-11T05:00", "2026-01-11T06:30"),
        ("2026-07-10T20:30", "2026-07-11T05:30"),  # summer time
        ("2026-03-28T22:00", "2026-03-29T05:30"),  # the night in which the clocks go forward
        ("2026-10-24T22:00", "2026-10-25T06:30"),  # and back
    ],
)
def test_quiet_hours_end_by_the_clock_on_the_wall(now: str, due: str) -> None:
    subscriber = _subscriber("Europe/Berlin", (22 * 60, 7 * 60 + 30))
    assert due_at(subscriber, _utc(now)) == _utc(due)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-28T12:00", "2026-03-29T07:00"),  # 09:00 in Berlin, in summer time from that night on
        ("2026-10-24T12:00", "2026-10-25T08:00"),
        ("2026-10-25T08:00", "2026-10-25T08:00"),
        ("2026-10-25T08:01", "2026-10-26T08:00"),
    ],
)
def test_a_digest_comes_at_the_same_hour_on_both_sides_of_a_change(now: str, due: str) -> None:
    assert due_at(_subscriber("Europe/Berlin", digest=540), _utc(now)) == _utc(due)


def test_an_hour_that_the_clocks_skip_is_the_moment_after_the_gap() -> None:
    due = due_at(_subscriber("Europe/Berlin", digest=150), _utc("2026-03-28T12:00"))
    assert due == _utc("2026-03-29T01:00")


def test_in_the_hour_that_comes_twice_quiet_hours_hold_both_times() -> None:
    subscriber = _subscriber("Europe/Berlin", (22 * 60, 2 * 60 + 30))
    assert due_at(subscriber, _utc("2026-10-25T01:10")) == _utc("2026-10-25T01:30")


def test_no_quiet_hours_and_empty_ones_hold_nothing_back() -> None:
    now = _utc("2026-01-10T23:00")
    assert due_at(_subscriber("Europe/Berlin"), now) == now
    assert due_at(_subscriber("Europe/Berlin", (60, 60)), now) == now


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)
MINUTES = st.integers(0, 24 * 60 - 1)


def _is_quiet(begin: int, end: int, local: datetime) -> bool:
    minute = local.hour * 60 + local.minute
    return begin <= minute < end if begin < end else minute >= begin or minute < end


@given(st.sampled_from(ZONES), MOMENTS, MINUTES, MINUTES)
def test_nothing_is_due_before_it_is_ready_nor_in_quiet_hours_nor_days_late(
    zone: str, now: datetime, begin: int, end: int
) -> None:
    due = due_at(_subscriber(zone, (begin, end)), now)
    assert now <= due <= now + timedelta(hours=25)
    local = due.astimezone(ZoneInfo(zone))
    exists = local.hour * 60 + local.minute == end
    if begin != end and (exists or due == now):
        assert not _is_quiet(begin, end, local)


@given(st.sampled_from(ZONES), MOMENTS, MINUTES)
def test_a_digest_is_within_a_day_and_never_in_the_past(zone: str, now: datetime, at: int) -> None:
    due = due_at(_subscriber(zone, digest=at), now)
    assert now <= due <= now + timedelta(hours=25)
