"""Everything that can go wrong with a feed, each with plain words and what to do about it.

    FeedError                     kind, message, remedy, http_status, retry_after
    ├── SettingsError             a feed's settings make no sense (kind "malformed")
    ├── ParseError                the answer arrived and could not be read (kind "malformed")
    ├── WebhookRejected           an inbound call failed its check (kind "auth"; .status is the answer to
    give) └── FetchError
        ├── FetchRefused          this address is never contacted (kind "refused"; .reason names the rule)
        └── FetchFailed           the other side, or the way to it, failed
            └── HttpFailed        it answered with an error status (.headers, .body: the start of it)

Raised by feeds/, caught by handlers, which show `message` and `remedy` to people and give `kind` to
`feeds.schedule`. No text here ever holds a full address, a header, a secret or a word of an item: only
host names and numbers. Imports nothing of this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a failure means for the next poll (`feeds.schedule.after_error` decides by it)."""

    TRANSIENT = "transient"
    RATE_LIMITED = "rate_limited"
    AUTH = "auth"
    REGION = "region"
    GONE = "gone"
    NOT_FOUND = "not_found"
    MALFORMED = "malformed"
    REFUSED = "refused"
    CHALLENGE = "challenge"


REMEDIES: Mapping[Kind, str] = {
    Kind.TRANSIENT: "Nothing to do: it is tried again with growing pauses.",
    Kind.RATE_LIMITED: "Nothing to do: it is tried again after the pause the site asked for.",
    Kind.AUTH: "Check the feed's key or token and what it is allowed to read, then resume the feed.",
    Kind.REGION: "The site refuses this server's country. Run the bot elsewhere, or remove the feed.",
    Kind.GONE: "The site says that this feed is gone for good. Remove it, or add its new address.",
    Kind.NOT_FOUND: "Check the address for a typing error. If it stays missing for 7 days the feed is "
    "switched off.",
    Kind.MALFORMED: "Open the address in a browser: is it still the feed? Otherwise remove it and add "
    "the right one.",
    Kind.REFUSED: "Only public http and https addresses on the usual ports are contacted. An operator can "
    "add a host of their own to fetch.allow_private.",
    Kind.CHALLENGE: "The site shows a browser check instead of the feed. Ask its owner to let the bot in, "
    "or look for an official API.",
}


class FeedError(Exception):
    """The base of all of them. `str(error)` is the message and the remedy; `kind` is for programs."""

    def __init__(
        self,
        kind: Kind,
        message: str,
        *,
        remedy: str | None = None,
        http_status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.kind = Kind(kind)
        self.message = message
        self.remedy = REMEDIES[self.kind] if remedy is None else remedy
        self.http_status = http_status
        self.retry_after = retry_after
        super().__init__(f"{message} {self.remedy}".strip())


class SettingsError(FeedError):
    """A feed's settings make no sense. The message names the key and what would be right."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(Kind.MALFORMED, message, remedy=remedy)


class ParseError(FeedError):
    """The answer arrived and could not be read as what it should have been."""

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(Kind.MALFORMED, message, remedy=remedy)


class WebhookRejected(FeedError):
    """An inbound call failed its check; answer with `status` and nothing else."""

    def __init__(self, message: str, *, status: int = 401) -> None:
        self.status = status
        super().__init__(
            Kind.AUTH, message, remedy="Compare the secret on both sides, and the sender's clock."
        )


class FetchError(FeedError):
    """Something about one outgoing request."""


class FetchRefused(FetchError):
    """This address is never contacted. `reason` is a short code for metrics and tests."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(Kind.REFUSED, message)


class FetchFailed(FetchError):
    """The other side, or the way to it, failed."""


class HttpFailed(FetchFailed):
    """It answered with an error status."""

    def __init__(
        self,
        kind: Kind,
        message: str,
        *,
        http_status: int,
        headers: Mapping[str, str],
        body: bytes,
        retry_after: float | None = None,
        remedy: str | None = None,
    ) -> None:
        self.headers = headers
        self.body = body
        super().__init__(kind, message, remedy=remedy, http_status=http_status, retry_after=retry_after)
