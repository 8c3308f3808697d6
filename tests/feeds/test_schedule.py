"""When a feed is polled next, what a failure means, and when people are told."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from feeds import FeedState, Kind, SettingsError
from feeds.filters import Filters
from feeds.item import Item
from feeds.response import Response
from feeds.schedule import (
    CAP,
    FLOOR,
    Action,
    Arrival,
    adopted_redirect,
    after_error,
    arrival,
    backoff,
    next_interval,
)
from feeds.silence import Health, Notice, Telling, health, missed, to_tell, usual_pause_of

NOW = datetime(2026, 8, 8, 12, tzinfo=UTC)


def test_news_makes_it_faster_and_quiet_makes_it_slower_within_limits() -> None:
    interval: float | None = None
    seen = []
    for news in (False, True, True, True, True, *[False] * 12):
        interval, delay = next_interval(interval, news)
        seen.append(interval)
        assert delay == interval
    assert seen[0] == 1800
    assert min(seen) == FLOOR
    assert seen[-1] == CAP


def test_jitter_stays_within_a_tenth_and_above_the_floor() -> None:
    chance = random.Random(7)
    delays = [next_interval(3600 / 1.5, False, rng=chance.random)[1] for _ in range(500)]
    assert min(delays) >= 3240
    assert max(delays) <= 3960
    assert len({round(delay) for delay in delays}) > 50
    assert all(next_interval(FLOOR, True, rng=chance.random)[1] >= FLOOR for _ in range(100))


def test_a_feeds_wish_for_a_longer_pause_is_honoured_up_to_a_day() -> None:
    assert next_interval(FLOOR, True, ttl=4 * 3600)[1] == 4 * 3600
    assert next_interval(FLOOR, True, ttl=12 * 3600)[1] == 12 * 3600
    assert next_interval(FLOOR, True, ttl=10**9)[1] == 86_400
    assert next_interval(3600, False, ttl=60)[1] == 5400


def test_the_operators_floor_is_a_minimum() -> None:
    assert next_interval(60, True, floor=3600)[1] == 3600


def test_pauses_after_errors_double_up_to_a_day_and_never_undercut_retry_after() -> None:
    assert [backoff(n) for n in (1, 2, 3)] == [300, 600, 1200]
    assert backoff(50) == 86_400
    assert backoff(1, retry_after=7200) == 7200


@pytest.mark.parametrize("kind", [Kind.TRANSIENT, Kind.RATE_LIMITED, Kind.MALFORMED, Kind.CHALLENGE])
@pytest.mark.parametrize("days", [0, 6, 30])
def test_passing_faults_never_switch_a_feed_off(kind: Kind, days: int) -> None:
    reaction = after_error(kind, 200, NOW - timedelta(days=days), NOW)
    assert reaction.action is Action.RETRY
    assert reaction.delay is not None


@pytest.mark.parametrize("kind", [Kind.AUTH, Kind.REGION, Kind.REFUSED])
def test_what_only_people_can_mend_pauses_and_is_told_once(kind: Kind) -> None:
    reactions = [after_error(kind, n, NOW, NOW) for n in (1, 2)]
    assert [(r.action, r.tell) for r in reactions] == [(Action.PAUSE, True), (Action.PAUSE, False)]


def test_gone_disables_at_once_and_not_found_after_seven_days() -> None:
    assert after_error("gone", 1, NOW, NOW).action is Action.DISABLE
    assert after_error("not_found", 40, NOW - timedelta(days=6, hours=23), NOW).action is Action.RETRY
    assert after_error("not_found", 50, NOW - timedelta(days=7), NOW).action is Action.DISABLE


def test_a_new_address_is_adopted_after_three_polls_in_a_row() -> None:
    state = FeedState()
    answers = ["https://new.example/", "https://new.example/", None, *["https://new.example/"] * 3]
    adopted = []
    for moved in answers:
        state = state.after(Response(200, "u", {}, b"", moved))
        adopted.append(adopted_redirect(FeedState.from_json(state.to_json()) or state))
    assert adopted == [None, None, None, None, None, "https://new.example/"]


def test_the_first_poll_is_a_baseline_and_a_long_absence_a_digest() -> None:
    assert arrival(True, None, NOW) is Arrival.BASELINE
    assert arrival(False, NOW - timedelta(hours=2), NOW) is Arrival.SINGLY
    assert arrival(False, NOW - timedelta(hours=25), NOW) is Arrival.DIGEST


def at(**changes: object) -> Health:
    values: dict[str, object] = {
        "now": NOW,
        "added_at": NOW - timedelta(days=100),
        "last_ok": NOW - timedelta(minutes=20),
        "last_new_item": NOW - timedelta(hours=3),
        "interval": 1800.0,
        "failing": False,
    }
    return health(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Health.WORKING),
        ({"last_ok": None, "added_at": NOW}, Health.NEW),
        ({"failing": True}, Health.FAILING),
        ({"failing": True, "last_ok": NOW - timedelta(hours=7)}, Health.BLIND),
        ({"failing": True, "last_ok": NOW - timedelta(hours=7), "interval": 6 * 3600.0}, Health.FAILING),
        ({"last_ok": NOW - timedelta(hours=19), "interval": 6 * 3600.0}, Health.BLIND),
        ({"last_ok": None, "added_at": NOW - timedelta(hours=7), "failing": True}, Health.BLIND),
        ({"last_new_item": NOW - timedelta(days=8)}, Health.STALE),
        ({"last_new_item": NOW - timedelta(days=8), "usual_pause": 86_400.0}, Health.WORKING),
        ({"last_new_item": None, "added_at": NOW - timedelta(days=8)}, Health.STALE),
        ({"paused": True}, Health.PAUSED),
        ({"disabled": True, "paused": True}, Health.DISABLED),
    ],
)
def test_what_a_feed_is_called(changes: dict[str, object], expected: Health) -> None:
    assert at(**changes) is expected


def test_people_are_told_once_when_it_goes_and_once_when_it_is_back() -> None:
    told: Notice | None = None
    notices = []
    names = (
        "new working failing blind blind failing blind working working stale stale working paused disabled"
    )
    course = [Health(name) for name in names.split()]
    for current in course:
        telling: Telling = to_tell(told, current)
        told = telling.told
        notices.append(telling.notice)
    assert [notice for notice in notices if notice] == [
        Notice.BLIND, Notice.BACK, Notice.STALE, Notice.BACK, Notice.STOPPED,
    ]  # fmt: skip
    assert notices[3] is Notice.BLIND
    assert notices[7] is Notice.BACK


def test_the_usual_pause_is_the_median_and_unknown_for_too_few_items() -> None:
    times = [NOW - timedelta(hours=h) for h in (0, 1, 2, 3, 50)]
    assert usual_pause_of(times) == 3600
    assert usual_pause_of(times[:3]) is None
    assert missed(NOW - timedelta(hours=9), NOW) == timedelta(hours=9)


@pytest.mark.parametrize(
    ("entries", "admitted"),
    [
        ((), True),
        (("LORA",), True),
        (("checkpoint",), False),
        (("/face ?swap/",), True),
        (("/^faceswap/",), False),
        (("straße",), True),
        (("checkpoint", "/f.ce/"), True),
    ],
)
def test_filters_are_words_or_patterns(entries: tuple[str, ...], admitted: bool) -> None:
    item = Item("rss", title="LoRA wanted", body="a Face swap on the STRASSE", tags=("x",))
    assert Filters.parse(entries).admit(item) is admitted


@pytest.mark.parametrize("entries", [("",), ("a" * 300,), ("/(?=a)/",), (r"/(a)\1/",), ("/[/",), ("x",) * 51])
def test_a_filter_that_makes_no_sense_is_refused(entries: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match=r"Filter \d+"):
        Filters.parse(entries)


def test_a_pattern_that_would_hang_others_is_quick() -> None:
    hostile = Filters.parse(["/(a+)+$/", "/(x|xx)*y/"])
    assert not hostile.admit(Item("rss", body="a" * 100_000 + "!" + "x" * 100_000))
