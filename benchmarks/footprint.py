"""What one small machine has to have: seconds from start to ready, and resident memory, by how many people are watched for.

    python -m benchmarks.footprint [--persons 10000,100000] [--starts 3] [--posts 200]

`headsup run` with every role as a process on SQLite, against the Discord of the tests; the clock runs from the start of the
process until /readyz says yes, and beside it stands the processor time it took, which a busy machine does not change. The
first start builds the index from the database, later ones open its file. Memory is the process's resident set when it is
ready, once it has screened `--posts` posts from a feed, and at its highest meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from aiohttp import ClientError
from rich.console import Console

from benchmarks.population import populate
from tests.e2e.program import Program, eventually
from tests.fakes.discord import FakeDiscord
from tests.fakes.feeds.rss import RssServer

SECONDS_AIM, MEGABYTES_AIM, AIM_PERSONS = 4.0, 400.0, 10_000
PATIENCE = 1800.0
ERR = Console(stderr=True, highlight=False)
Figures = dict[str, float]


def resident(process: asyncio.subprocess.Process | None, line: str) -> float:
    """Megabytes of VmRSS (now) or VmHWM (highest so far), as Linux counts them."""
    assert process is not None
    for found in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if found.startswith(f"{line}:"):
            return int(found.split()[1]) / 1024
    raise ValueError(line)


def processor(process: asyncio.subprocess.Process | None) -> float:
    """Seconds that the processor has worked for it so far."""
    assert process is not None
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def start(program: Program) -> tuple[float, float, float]:
    """(seconds to ready, seconds of processor, megabytes then)."""

    async def is_ready() -> bool:
        assert program.running, program.log_text()[-2000:]
        with suppress(ClientError):
            return (await program.get("/readyz"))[0] == 200
        return False

    began = time.monotonic()
    await program.spawn()
    await eventually(is_ready, "/readyz", timeout=PATIENCE, every=0.05)
    return time.monotonic() - began, processor(program.process), resident(program.process, "VmRSS")


async def screened(program: Program, forum: RssServer, posts: int) -> tuple[float, float]:
    """(megabytes once this many posts were taken in and screened, the most there were)."""
    await program.feed_is_known("Forum")
    for number in range(posts):
        words = f"Looking for a landscape LoRA, snowy mountains and lakes, number {number}. Paying well."
        forum.add(f"Landscapes {number}", words * 4)
    await program.make_due("Forum")

    async def all_screened() -> bool:
        shown = (await program.get("/metrics"))[1]
        counts = [line for line in shown.splitlines() if line.startswith("headsup_items_screened_total")]
        return bool(counts) and float(counts[0].split()[1]) >= posts

    await eventually(all_screened, "the posts to be screened", timeout=PATIENCE, every=0.2)
    return resident(program.process, "VmRSS"), resident(program.process, "VmHWM")


async def measure(persons: int, options: argparse.Namespace, folder: Path) -> Figures:
    """The figures with so many persons in the database."""
    async with FakeDiscord() as fake, RssServer() as forum:
        guild = fake.guild("Harbour")
        program = Program(
            folder,
            f"sqlite+aiosqlite:///{folder}/headsup.sqlite3",
            fake.api_url,
            fake.token,
            feeds=[{"kind": "rss", "name": "Forum", "url": forum.feed}],
            allowed=[forum.allowed],
            home=guild.id,
        )
        try:
            with ERR.status(f"{persons:,} persons: filling the database"):
                await populate(program.database, program.key, persons)
            with ERR.status(f"{persons:,} persons: first start"):
                first = await start(program)
                await program.stop()
            again: list[tuple[float, float, float]] = []
            for number in range(options.starts):
                with ERR.status(f"{persons:,} persons: start {number + 1}"):
                    again.append(await start(program))
                    if number + 1 < options.starts:
                        await program.stop()
            with ERR.status(f"{persons:,} persons: {options.posts} posts"):
                after, highest = await screened(program, forum, options.posts)
        finally:
            await program.close()
    return {
        "first start, s": round(first[0], 2),
        "first start, processor s": round(first[1], 2),
        "start, s": round(median(each[0] for each in again), 2),
        "start, processor s": round(median(each[1] for each in again), 2),
        "ready, MB": round(median(each[2] for each in again)),
        "after posts, MB": round(after),
        "highest, MB": round(highest),
    }


def main() -> None:
    """Run the sizes asked for; a table, and the last line as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--persons", default="10000,100000", help="one number or several, with commas")
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--posts", type=int, default=200)
    options = parser.parse_args()
    found: dict[int, Figures] = {}
    for persons in (int(part) for part in options.persons.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            found[persons] = asyncio.run(measure(persons, options, Path(folder)))
    for what in next(iter(found.values())):
        print(f"{what:<26}" + "".join(f"{found[persons][what]:>12}" for persons in found))
    aim = found.get(AIM_PERSONS)
    met = aim is None or (aim["start, s"] < SECONDS_AIM and aim["after posts, MB"] < MEGABYTES_AIM)
    print(json.dumps({"persons": found, "aims_met": met, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
