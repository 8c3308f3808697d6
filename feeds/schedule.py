"""When a feed is polled next, and what a failure means. Pure functions: times and chance come from the
caller.

Called by handlers, which keep the numbers in the database. Imports only its own package.
Numbers: docs/feeds.md says where each comes from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from feeds.adapter import FeedState
from feeds.errors import Kind

START = 30 * 60.0
FLOOR = 10 * 60.0
CAP = 6 * 3600.0
FASTER, SLOWER, JITTER = 0.5, 1.5, 0.1
FIRST_BACKOFF, LONGEST_BACKOFF = 5 * 60.0, 24 * 3600.0
PATIENCE = timedelta(days=7)
POLLS_BEFORE_MOVING = 3
LONG_ABSENCE = timedelta(hours=24)
DIGEST_CAP = 20


def next_interval(
    current: float | None,
    had_news: bool,
    ttl: float | None = None,
    floor: float = FLOOR,
    cap: float = CAP,
    rng: Callable[[], float] | None = None,
) -> tuple[float, float]:
    """After a good poll: the interval to remember, and the seconds to wait now (the same with jitter).

    `ttl` is the shortest pause the source asked for; it may exceed the cap up to a day. `rng` gives
    numbers in [0, 1).
    """
    interval = START if current is None else current * (FASTER if had_news else SLOWER)
    interval = min(max(interval, floor), max(cap, floor))
    least = max(floor, min(ttl or 0.0, LONGEST_BACKOFF))
    spread = 1.0 if rng is None else 1.0 + JITTER * (2.0 * rng() - 1.0)
    return interval, max(least, interval * spread)


def backoff(errors: int, retry_after: float | None = None, rng: Callable[[], float] | None = None) -> float:
    """Seconds to wait after the `errors`-th failure in a row (1, 2, …): 5 min doubling to a day, never
    before Retry-After."""
    seconds = min(FIRST_BACKOFF * 2.0 ** min(max(errors, 1) - 1, 20), LONGEST_BACKOFF)
    spread = 1.0 if rng is None else 1.0 + JITTER * rng()
    return max(seconds * spread, min(retry_after or 0.0, LONGEST_BACKOFF))


class Action(StrEnum):
    """What happens to a feed that failed."""

    RETRY = "retry"
    PAUSE = "pause"  # until somebody who can act resumes it; probed once a day in case it heals by itself
    DISABLE = "disable"


@dataclass(frozen=True, slots=True)
class Reaction:
    """What to do, when to look again (seconds; None after a disable), and whether to tell the owners now."""

    action: Action
    delay: float | None
    tell: bool


_PAUSING = frozenset({Kind.AUTH, Kind.REGION, Kind.REFUSED})


def after_error(
    kind: Kind | str,
    consecutive: int,
    first_error_at: datetime,
    now: datetime,
    retry_after: float | None = None,
    rng: Callable[[], float] | None = None,
) -> Reaction:
    """What a failure means. `consecutive` counts this one; `first_error_at` is when the present run of
    failures began.

    401, 403, 451 and refused addresses pause; 410 disables; 404 disables after 7 days. Everything else is
    retried for ever, because a watch that gave up by itself would be silence that nobody chose; whether to
    tell is the business of `feeds.silence` there.
    """
    kind = Kind(kind)
    if kind is Kind.GONE:
        return Reaction(Action.DISABLE, None, tell=True)
    if kind in _PAUSING:
        return Reaction(Action.PAUSE, LONGEST_BACKOFF, tell=consecutive == 1)
    if kind is Kind.NOT_FOUND and now - first_error_at >= PATIENCE:
        return Reaction(Action.DISABLE, None, tell=True)
    return Reaction(Action.RETRY, backoff(consecutive, retry_after, rng), tell=False)


def adopted_redirect(state: FeedState) -> str | None:
    """The feed's new address, once the same one was announced as permanent by three polls in a row."""
    return state.permanent_url if state.permanent_seen >= POLLS_BEFORE_MOVING else None


class Arrival(StrEnum):
    """How the news of one poll reaches people."""

    BASELINE = "baseline"  # stored and not alerted: nobody asked about what was there before the watch
    SINGLY = "singly"
    DIGEST = "digest"  # after a long absence: one message, at most DIGEST_CAP items in it, the rest counted


def arrival(first_poll: bool, last_ok: datetime | None, now: datetime) -> Arrival:
    """Which of the three holds for a poll that succeeds now."""
    if first_poll or last_ok is None:
        return Arrival.BASELINE
    return Arrival.DIGEST if now - last_ok > LONG_ABSENCE else Arrival.SINGLY
