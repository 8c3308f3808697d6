"""What handlers ask of the platforms and of the queue; `bot` implements it.

MessengerError
├── RateLimited     wait `retry_after` seconds
├── DirectClosed    the account takes no direct messages from the bot
├── NotAllowed      the bot lacks a permission there
├── Gone            the channel, message or account does not exist any more
├── Unavailable     the platform or the network fails just now
└── NotReady        what the message is about is not known yet; nothing was tried
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from handlers.cards import Card


class MessengerError(Exception):
    """A message was not sent or changed. `code` is a word for logs and the delivery's row; no text of the message."""

    code = "failed"


class RateLimited(MessengerError):
    """Too many requests; try again after `retry_after` seconds."""

    code = "rate_limited"

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"rate limited for {retry_after:.1f} s")
        self.retry_after = retry_after


class DirectClosed(MessengerError):
    """Direct messages to this account are closed."""

    code = "closed"


class NotAllowed(MessengerError):
    """A permission is missing."""

    code = "forbidden"


class Gone(MessengerError):
    """It no longer exists."""

    code = "missing"


class Unavailable(MessengerError):
    """A passing fault."""

    code = "failed"


class NotReady(MessengerError):
    """Too early: ask again shortly."""

    code = "not_ready"


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a message is, so that it can be changed later."""

    channel: str
    message: str


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages in so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Pacing:
    """How fast alerts may go: below what the platform takes, so that answers to people have room beside them."""

    overall: Limit
    channel: Limit
    direct: Limit


class Messenger(Protocol):
    """A platform's way to reach channels and accounts; works without a gateway connection."""

    @property
    def pacing(self) -> Pacing | None:
        """How fast alerts may go there, from all processes together; None: as fast as they can."""
        ...

    async def send_channel(self, channel: str, card: Card, nonce: str) -> Sent:
        """Post in a channel or thread. A second call with the same nonce soon after posts nothing new, where the
        platform can."""
        ...

    async def send_direct(self, account: str, card: Card, nonce: str) -> Sent:
        """Post to one account privately. Raises DirectClosed."""
        ...

    async def edit(self, sent: Sent, card: Card) -> None:
        """Change a message."""
        ...

    async def missing_permissions(self, community: str, channel: str) -> Sequence[str]:
        """Codes of what the bot may not do there and should: see, send, embed, history, threads. Raises Gone."""
        ...

    async def steward(self, community: str) -> str | None:
        """The account that can mend the bot's permissions (the owner), if known."""
        ...


@runtime_checkable
class Reader(Protocol):
    """A messenger of a platform that shows a bot only some of what is written in a channel, unless it is let."""

    async def reads(self, channel: str) -> bool:
        """Whether the bot is shown everything there. Raises Gone."""
        ...


class Queue(Protocol):
    """Work to be done soon. Losing a call loses nothing: the database knows what is owed, and a sweep finds it."""

    async def screen(self) -> None:
        """Some items are new."""
        ...

    async def deliver(self, alert_id: int) -> None:
        """An alert is due."""
        ...

    async def redraw(self, case_id: int) -> None:
        """A case changed and its card may be behind."""
        ...
