"""Some simulated hours on each database; `python -m tests.soak.feeds --days 28` runs as many as one likes."""

from __future__ import annotations

from tests.soak.feeds import simulate


async def test_what_was_served_while_a_feed_was_reachable_is_stored_exactly_once(ready_url: str) -> None:
    counts = await simulate(ready_url, days=3, seed=7, polls=80)
    assert counts.served > 20, counts
    assert counts.faults > 3, counts
    assert counts.deaths > 0, counts
    assert (counts.lost, counts.doubled) == (0, 0), counts
