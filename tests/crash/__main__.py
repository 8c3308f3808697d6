"""A long run by hand; see the package.

    python -m tests.crash --setting postgres-redis [--kills 100] [--outages 6] [--side telegram] [--seed 7]

Exit status 0: nothing is missing. 1: something is; it says what, and the seed. The servers are its own, on free ports.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from tests.crash.services import ServiceMissing
from tests.crash.settings import SETTINGS
from tests.crash.sides import SIDES
from tests.crash.storm import Plan, run

say = Console(highlight=False, soft_wrap=True, markup=False).print
NOTE_SECONDS = 20.0


class Notes:
    """How far it is: a line that changes on a terminal, now and then a line elsewhere."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False)
        self.status = self.console.status("set-up")
        self._said = 0.0

    def __call__(self, text: str) -> None:
        self.status.update(text)
        if not self.console.is_terminal and time.monotonic() - self._said > NOTE_SECONDS:
            self._said = time.monotonic()
            self.console.print(text)


def main() -> None:
    """Run it, print the counts, and what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--setting", choices=SETTINGS, default=SETTINGS[0])
    parser.add_argument("--side", choices=sorted(SIDES), default="discord")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument(
        "--outages", type=int, default=6, help="stops of database and broker, where it has its own"
    )
    parser.add_argument("--posts", type=int, default=500)
    parser.add_argument("--persons", type=int, default=50, choices=range(1, 60), metavar="1-59")
    parser.add_argument("--reports", type=int, default=30)
    parser.add_argument("--decisions", type=int, default=60)
    parser.add_argument("--pace", type=float, default=1.0, help="2: twice as slow, for a busy machine")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--logs", type=Path, help="keep configuration and logs in this folder")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started is ended then, too
    seed = random.randrange(10_000) if given.seed is None else given.seed
    plan = Plan(
        given.setting,
        given.side,
        kills=given.kills,
        outages=given.outages,
        posts=given.posts,
        persons=given.persons,
        reports=given.reports,
        decisions=given.decisions,
        pace=given.pace,
        seed=seed,
    )
    say(f"{given.setting}, {given.side}, seed {seed}")
    began = time.monotonic()
    notes = Notes()
    with tempfile.TemporaryDirectory() as temporary, notes.status:
        try:
            verdict, suffered = asyncio.run(run(plan, given.logs or Path(temporary), notes))
        except ServiceMissing as missing:
            sys.exit(f"{missing}: {given.setting} cannot be run here")
    for what, count in sorted((suffered | verdict.counts).items()):
        say(f"{count:>6}  {what}")
    for line in [*verdict.missing, *verdict.unexplained]:
        say(f"MISSING OR TWICE  {line}")
    wrong = len(verdict.missing) + len(verdict.unexplained)
    counts = dict(suffered | verdict.counts)
    seconds = round(time.monotonic() - began)
    say(
        json.dumps(
            {"setting": given.setting, "side": given.side, "seed": seed, "seconds": seconds, "wrong": wrong}
            | counts
        )
    )
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
