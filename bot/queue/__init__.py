"""The task queue: wake-ups between processes over taskiq, in this process, on Redis Streams or on NATS JetStream.

The database says what there is to do; a task only says that there is something, so one that is lost loses nothing
(`handlers.work.sweep` finds what is owed). To add a broker: one function in `brokers.py`, one line in its `KINDS`.

    brokers     what `queue.url` names, and whether it can be reached
    link        the connection: opened, watched, opened again when it was gone
    lanes       one kind of work, never twice at once in a process
    tasks       `handlers.ports.Queue` over these; used by `bot.composition` and `bot.running`
"""

from __future__ import annotations

from bot.queue.brokers import QueueError, check
from bot.queue.tasks import Tasks

__all__ = ["QueueError", "Tasks", "check"]
