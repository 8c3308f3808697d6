"""What `queue.url` names: a taskiq broker, how to see that it is there, and how to say what is wrong with it.

Everything that Headsup makes on a server bears the prefix (`queue.prefix`): stream, group and subject. Streams are bounded,
and what waits in them are wake-ups without content, so that an old or lost one is no matter.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from urllib.parse import urlsplit

import nats.errors
import redis.exceptions
from nats.js.api import ConsumerConfig, RetentionPolicy, StorageType, StreamConfig
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from taskiq import AsyncBroker, InMemoryBroker
from taskiq_nats import PullBasedJetStreamBroker
from taskiq_redis import RedisStreamBroker

MOST = 10_000
"""Wake-ups that a stream keeps; a new one pushes the oldest out."""
OLDEST = 3600.0
"""Seconds that an unread wake-up is kept, where the server can forget by age."""
ACK_SECONDS = 60.0
"""After so long without an acknowledgement a wake-up goes to another worker."""
PATIENCE = 5.0
"""Seconds that a server has to answer."""
PARTING = 1.0
"""Seconds that it has at the end: a supervisor grants few, and what is left behind there is no matter."""

FAULTS = (OSError, TimeoutError, redis.exceptions.RedisError, nats.errors.Error)


class QueueError(Exception):
    """The queue cannot be used: why, and what to do."""


def _memory(_: str, __: str, ___: str) -> AsyncBroker:
    return InMemoryBroker(await_inplace=False, max_async_tasks=16)


def _redis(url: str, prefix: str, consumer: str) -> AsyncBroker:
    return RedisStreamBroker(
        url,
        queue_name=f"{prefix}:tasks",
        consumer_group_name=f"{prefix}:workers",
        consumer_name=consumer,
        consumer_id="0",
        maxlen=MOST,
        xread_block=1000,
        xread_count=16,
        idle_timeout=int(ACK_SECONDS * 1000),
        unacknowledged_lock_timeout=PATIENCE,
        socket_connect_timeout=PATIENCE,
        socket_timeout=2 * PATIENCE,
        socket_keepalive=True,
        retry=Retry(NoBackoff(), 0),
    )


def _nats(url: str, prefix: str, consumer: str) -> AsyncBroker:
    return PullBasedJetStreamBroker(
        url,
        subject=f"{prefix}.tasks",
        stream_name=f"{prefix}-tasks",
        durable=f"{prefix}-workers",
        stream_config=StreamConfig(
            description="Headsup's wake-ups; safe to delete",
            retention=RetentionPolicy.WORK_QUEUE,
            storage=StorageType.MEMORY,
            max_msgs=MOST,
            max_age=OLDEST,
        ),
        consumer_config=ConsumerConfig(
            durable_name=f"{prefix}-workers", ack_wait=ACK_SECONDS, max_deliver=5, max_ack_pending=1000
        ),
        pull_consume_timeout=PATIENCE,
        name=f"headsup {consumer}",
        connect_timeout=PATIENCE,
        allow_reconnect=False,  # `link` opens a new connection, and says so
        max_reconnect_attempts=1,  # the first connection is tried twice
        reconnect_time_wait=0.2,
        error_cb=_quiet,
    )


async def _quiet(_: Exception) -> None:
    """The client's own reports: what they are about is raised as well."""


KINDS: dict[str, Callable[[str, str, str], AsyncBroker]] = {
    "memory": _memory,
    "redis": _redis,
    "rediss": _redis,
    "nats": _nats,
}
"""By the scheme of `queue.url`: (url, prefix, this process's name) -> a broker."""


def open_broker(url: str, prefix: str = "headsup", consumer: str = "") -> AsyncBroker:
    """The broker that `queue.url` names; nothing is connected yet. Raises QueueError."""
    scheme = url.split("://")[0]
    if scheme not in KINDS:
        raise QueueError("queue.url: write memory://, redis://host:6379/0 or nats://host:4222.")
    try:
        return KINDS[scheme](url, prefix, consumer)
    except ValueError:
        raise QueueError(
            f"queue.url is no address of a {scheme} server. Write for example "
            + ("nats://host:4222." if scheme == "nats" else f"{scheme}://:password@host:6379/0.")
        ) from None


def shown(url: str) -> str:
    """The address without what is secret in it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path if parts.scheme != 'nats' else ''}"


async def start(broker: AsyncBroker, url: str) -> None:
    """Connect, and make what is missing on the server. Raises QueueError that says what to do."""
    try:
        async with asyncio.timeout(3 * PATIENCE):
            await broker.startup()
            await ping(broker)
    except FAULTS as error:
        await stop(broker)
        raise QueueError(_explained(error, url)) from None


async def ping(broker: AsyncBroker) -> None:
    """Ask the server for a sign of life. Raises one of FAULTS."""
    async with asyncio.timeout(PATIENCE):
        if isinstance(broker, RedisStreamBroker):
            async with Redis(connection_pool=broker.connection_pool) as server:
                groups = await server.xinfo_groups(broker.queue_name)
            if broker.consumer_group_name.encode() not in {group["name"] for group in groups}:
                raise redis.exceptions.ResponseError("the group is gone")
        elif isinstance(broker, PullBasedJetStreamBroker):
            await broker.js.consumer_info(broker.stream_name, broker.durable)


async def waiting(broker: AsyncBroker) -> int:
    """How many wake-ups the server keeps, read ones included where it keeps those. Raises one of FAULTS."""
    async with asyncio.timeout(PATIENCE):
        if isinstance(broker, RedisStreamBroker):
            async with Redis(connection_pool=broker.connection_pool) as server:
                return int(await server.xlen(broker.queue_name))
        if isinstance(broker, PullBasedJetStreamBroker):
            return int((await broker.js.stream_info(broker.stream_name)).state.messages)
    return 0


async def stop(broker: AsyncBroker) -> None:
    """Let go of the connection, whatever state it is in; a Redis group forgets this reader."""
    with contextlib.suppress(*FAULTS):
        async with asyncio.timeout(PARTING):
            if isinstance(broker, RedisStreamBroker):
                await _forget_readers(broker)
    with contextlib.suppress(*FAULTS, AttributeError):
        async with asyncio.timeout(PARTING):
            await broker.shutdown()


async def _forget_readers(broker: RedisStreamBroker) -> None:
    """Take this reader off the group, and those that a crash left there: nothing of theirs is pending any more."""
    stream, group = broker.queue_name, broker.consumer_group_name
    async with Redis(connection_pool=broker.connection_pool) as server:
        for reader in await server.xinfo_consumers(stream, group):
            name = reader["name"].decode()
            gone = reader["idle"] > 3_600_000
            if reader["pending"] == 0 and (gone or name == broker.consumer_name):
                await server.xgroup_delconsumer(stream, group, name)


async def check(url: str, prefix: str) -> None:
    """Connect and let go again. Raises QueueError."""
    broker = open_broker(url, prefix, "check")
    await start(broker, url)
    await stop(broker)


def _explained(error: BaseException, url: str) -> str:
    """What went wrong in words, and what to do; the library's own words may hold the password."""
    kind, where = ("NATS", shown(url)) if url.startswith("nats") else ("Redis", shown(url))
    words = str(error).lower()
    if isinstance(error, redis.exceptions.AuthenticationError) or "noauth" in words or "wrongpass" in words:
        return f"{kind} at {where} wants a password, or another one: write redis://:password@host:6379/0 in queue.url."
    if "authorization" in words or "no permission" in words or "noperm" in words:
        return f"{kind} at {where} refused name or password, or does not let them in here. Mend queue.url."
    if kind == "NATS" and ("jetstream" in words or "no responders" in words or "serviceunavailable" in words):
        return f"NATS at {where} runs without JetStream. Start it with: nats-server -js"
    return (
        f"{kind} at {where} cannot be reached ({type(error).__name__}). Start it, mend queue.url, or write "
        'queue.url = "memory://": then each process finds its work in the database alone.'
    )
