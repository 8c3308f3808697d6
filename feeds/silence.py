"""Is this feed still telling us anything? So that silence is never ambiguous.

Called by handlers after polls and by a periodic check. Pure functions; imports nothing of this project.
Blind: no good answer for too long. Stale: good answers, and nothing new for far longer than this feed is used to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

BLIND_AFTER = timedelta(hours=6)  # at least this long without a good answer, and three missed polls
STALE_AFTER = timedelta(days=7)  # at least this long without anything new, and ten usual pauses
USUAL_PAUSES = 10


class Health(StrEnum):
    """What /feed list shows."""

    NEW = "new"  # not polled yet
    WORKING = "working"
    FAILING = "failing"  # errors, and not yet for long
    BLIND = "blind"
    STALE = "stale"
    PAUSED = "paused"
    DISABLED = "disabled"


def health(
    *,
    now: datetime,
    added_at: datetime,
    last_ok: datetime | None,
    last_new_item: datetime | None,
    interval: float,
    failing: bool,
    usual_pause: float | None = None,
    paused: bool = False,
    disabled: bool = False,
    blind_after: timedelta = BLIND_AFTER,
) -> Health:
    """`interval`: seconds between polls; `usual_pause`: seconds between new items (`usual_pause_of`), None if unknown."""
    if disabled:
        return Health.DISABLED
    if paused:
        return Health.PAUSED
    since = now - (last_ok or added_at)
    if since >= max(blind_after, timedelta(seconds=3 * interval)):
        return Health.BLIND
    if failing:
        return Health.FAILING
    if last_ok is None:
        return Health.NEW
    quiet = now - (last_new_item or added_at)
    patience = max(STALE_AFTER, timedelta(seconds=USUAL_PAUSES * (usual_pause or 0.0)))
    return Health.STALE if quiet >= patience else Health.WORKING


def usual_pause_of(times: Sequence[datetime]) -> float | None:
    """The median pause between new items, from when each was first seen; None for fewer than four."""
    ordered = sorted(times)
    if len(ordered) < 4:
        return None
    pauses = [(later - earlier).total_seconds() for earlier, later in pairwise(ordered)]
    return median(pauses)


class Notice(StrEnum):
    """What the operator and the subscribing moderators are told, once each."""

    BLIND = "blind"
    STALE = "stale"
    STOPPED = "stopped"  # paused or disabled by an error that somebody must look at
    BACK = "back"


_TOLD_AS = {
    Health.BLIND: Notice.BLIND,
    Health.STALE: Notice.STALE,
    Health.PAUSED: Notice.STOPPED,
    Health.DISABLED: Notice.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """`notice` to send now, if any, and `told` to remember until the next call (store both in one transaction)."""

    notice: Notice | None
    told: Notice | None


def to_tell(told: Notice | None, current: Health) -> Telling:
    """`told` is what people were last told and has not been taken back. Trouble that grows is told again; a return once."""
    trouble = _TOLD_AS.get(current)
    if trouble is None:
        if told is None or current in (Health.FAILING, Health.NEW):
            return Telling(None, told)
        return Telling(Notice.BACK, None)
    return Telling(None if trouble is told else trouble, trouble)


def missed(last_ok: datetime | None, back_at: datetime) -> timedelta:
    """For how long nothing was seen: goes into the notice that it works again."""
    return back_at - last_ok if last_ok else timedelta(0)
