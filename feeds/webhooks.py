"""Inbound calls: is this really from whom it should be from, and what items does it bring?

Called by the HTTP endpoint's handler: `verify`, then `items`, both pure. Imports only its own package.
Standard Webhooks 1.0 (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 over "id.timestamp.body", five minutes of
tolerance, several signatures and several secrets while one is replaced. The plain variant (Hugging Face's X-Webhook-Secret)
compares a header. The id that `verify` gives is the idempotency key: store it in the transaction that stores the items.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from standardwebhooks.webhooks import Webhook

from feeds.adapter import FeedSettings
from feeds.errors import WebhookRejected
from feeds.identity import dedupe_key
from feeds.item import Item
from feeds.json_reading import load
from feeds.mapping import ItemMapping, items_of

MAX_BODY = 1_000_000
_ID = re.compile(r"[\x21-\x7e]{1,200}\Z")


class WebhookSettings(FeedSettings):
    """`name` is part of the address that senders call; `secrets`: the current one, and during a change the old one too."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    secrets: tuple[SecretStr, ...] = Field(min_length=1, max_length=4)
    signature: Literal["standard", "plain"] = "standard"
    header: str = Field("X-Webhook-Secret", pattern=r"^[A-Za-z0-9-]{1,64}$")
    mapping: ItemMapping = ItemMapping()

    @field_validator("secrets")
    @classmethod
    def _strong(cls, secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if any(len(secret.get_secret_value()) < 16 for secret in secrets):
            raise ValueError("each must have at least 16 characters")
        return secrets

    def address(self) -> str:
        return f"webhook {self.name}"


def verify(settings: WebhookSettings, headers: Mapping[str, str], body: bytes) -> str:
    """The call's id, unique for this sender. Raises WebhookRejected (401, or 413 for a body that is too large)."""
    if len(body) > MAX_BODY:
        raise WebhookRejected(f"The body is larger than {MAX_BODY:,} bytes.", status=413)
    given = {name.lower(): value for name, value in headers.items()}
    if settings.signature == "standard":
        return _standard(settings, given, body)
    sent = given.get(settings.header.lower(), "").encode("utf-8", "replace")
    good = [hmac.compare_digest(secret.get_secret_value().encode(), sent) for secret in settings.secrets]
    if not any(good):
        raise WebhookRejected("The secret is missing or wrong.")
    number = given.get("webhook-id", "")
    return number if _ID.match(number) else f"sha256:{hashlib.sha256(body).hexdigest()}"


def _standard(settings: WebhookSettings, headers: Mapping[str, str], body: bytes) -> str:
    number = headers.get("webhook-id", "")
    if not _ID.match(number):
        raise WebhookRejected("The header webhook-id is missing or malformed.")
    for secret in settings.secrets:
        try:
            Webhook(secret.get_secret_value()).verify(body, dict(headers))
        except Exception:  # noqa: S112 - the library raises ValueError, UnicodeDecodeError, … on malformed input
            continue
        return number
    raise WebhookRejected("The signature is missing, wrong or too old.")


def items(settings: WebhookSettings, body: bytes) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Items, and dedupe keys of removed ones. Raises ParseError (answer 400): nothing was stored.

    Without a mapping the body is one object or {"items": [...]}, with id, title, body, url, author, tags and so on.
    """
    document = load(body, "the sender")
    present, deleted = items_of(document, settings.mapping, source="webhook", scope=settings.name, base="")
    return tuple(present), tuple(dedupe_key(item) for item in deleted)
