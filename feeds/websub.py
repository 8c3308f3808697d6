"""WebSub (W3C recommendation): a feed's hub calls us when something is new, instead of being asked every half hour.

Called by handlers: `discover` what a poll found, `subscribe`, then for calls to the callback `confirmed` and `content`.
Imports only its own package. Polling goes on beside it, slower: a hub that forgot us must not mean silence.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from feeds.adapter import FeedState
from feeds.errors import WebhookRejected
from feeds.fetch import Fetcher
from feeds.parsing import Parsed
from feeds.rss import read_feed

LEASE = 7 * 86_400
_HASHES = frozenset({"sha1", "sha256", "sha384", "sha512"})


@dataclass(frozen=True, slots=True)
class Hub:
    """A feed's hub and the address by which the hub knows the feed."""

    hub: str
    topic: str


def discover(state: FeedState, url: str) -> Hub | None:
    """The hub that the last poll's document named, if any."""
    hub = state.cursor.get("hub")
    return Hub(hub, state.cursor.get("self") or url) if hub else None


def new_secret() -> str:
    """A secret for one subscription; WebSub allows at most 200 bytes."""
    return secrets.token_hex(32)


async def subscribe(
    fetch: Fetcher, where: Hub, callback: str, secret: str, *, mode: str = "subscribe", lease: int = LEASE
) -> None:
    """Asks the hub; it answers by calling `callback`. The callback's address must hold an unguessable part."""
    form = {"hub.mode": mode, "hub.topic": where.topic, "hub.callback": callback}
    if mode == "subscribe":
        form |= {"hub.secret": secret, "hub.lease_seconds": str(lease)}
    await fetch.post(where.hub, form=form)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Answer 200 with `challenge`; ask again at `renew_at` (None after an unsubscription)."""

    challenge: str
    renew_at: datetime | None


def confirmed(query: Mapping[str, str], topic: str, now: datetime, *, wanted: bool = True) -> Confirmation:
    """Checks the hub's question whether we meant it. Raises WebhookRejected with 404, as the standard asks.

    `wanted`: whether we do want this subscription; a hub's "denied" is rejected too, and the caller keeps polling.
    """
    mode, challenge = query.get("hub.mode", ""), query.get("hub.challenge", "")
    right_mode = "subscribe" if wanted else "unsubscribe"
    if query.get("hub.topic") != topic or mode != right_mode or not 0 < len(challenge) <= 2000:
        raise WebhookRejected("This subscription was not asked for.", status=404)
    if not wanted:
        return Confirmation(challenge, None)
    text = query.get("hub.lease_seconds", "")
    lease = int(text) if text.isdigit() and len(text) < 10 else LEASE
    return Confirmation(challenge, now + timedelta(seconds=max(300, int(lease * 0.8))))


async def content(
    secret: str, headers: Mapping[str, str], body: bytes, topic: str, fetch: Fetcher, *, source: str = "rss"
) -> Parsed | None:
    """The items of a delivery. None if its signature is missing or wrong: answer 2xx all the same, and drop it."""
    if not signed(secret, headers, body):
        return None
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    arguments = {"source": source, "url": topic, "feed_url": topic, "content_type": kind}
    return await fetch.parsers.run(read_feed, body, arguments)


def signed(secret: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether X-Hub-Signature is the HMAC of the body, in constant time."""
    given = next((value for name, value in headers.items() if name.lower() == "x-hub-signature"), "")
    method, _, digest = given.partition("=")
    if method not in _HASHES:
        return False
    wanted = hmac.new(secret.encode(), body, getattr(hashlib, method)).hexdigest()
    return hmac.compare_digest(wanted.encode(), digest.strip().lower().encode("utf-8", "replace"))
