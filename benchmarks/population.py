"""A database full of invented people, as after years of `/watch add`. Used by footprint.py and throughput.py."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert

from benchmarks.matching_data import People
from handlers.vault import open_vault
from storage import Database
from storage import schema as tables
from watchlists.sealing import load_master_keys

_CHUNK = 5_000


async def populate(database: Database, master_key: str, persons: int, *, platform: str = "discord") -> None:
    """Bring the schema up to date, and fill it with so many persons, each with a subscriber of their own."""
    await database.upgrade()
    now = datetime.now(UTC)
    vault = await open_vault(database, load_master_keys(master_key, None), now)
    source = People(seed=1)
    for start in range(0, persons, _CHUNK):
        numbers = range(start + 1, min(start + _CHUNK, persons) + 1)
        subscribers = [
            {
                "id": number,
                "platform": platform,
                "account_hash": vault.account_hash(platform, str(10**17 + number)),
                "sealed_account": vault.seal_note(str(10**17 + number), "account"),
                "created_at": now,
            }
            for number in numbers
        ]
        people = []
        for number in numbers:
            person = source.person(number)
            key, wrapped = vault.new_person_key()
            people.append(
                {
                    "id": person.id,
                    "subscriber_id": number,
                    "standing": "self",
                    "wrapped_key": wrapped,
                    "sealed": vault.seal_person(person, key),
                    "revision": number,
                    "created_at": now,
                    "updated_at": now,
                }
            )
        async with database.write() as session:
            await session.execute(insert(tables.Subscriber), subscribers)
            await session.execute(insert(tables.Person), people)
    async with database.write() as session:
        await session.merge(tables.Counter(name="watchlist", value=persons))
