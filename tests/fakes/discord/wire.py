"""Small facts of Discord's wire format: snowflakes, times, permission bits, error answers.

Used by every other module of the fake; imports nothing of it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

_EPOCH_MS = 1_420_070_400_000

PERMISSIONS: dict[str, int] = {
    "kick_members": 1 << 1,
    "ban_members": 1 << 2,
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "manage_guild": 1 << 5,
    "add_reactions": 1 << 6,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "use_external_emojis": 1 << 18,
    "manage_nicknames": 1 << 27,
    "manage_roles": 1 << 28,
    "manage_webhooks": 1 << 29,
    "use_application_commands": 1 << 31,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38,
    "moderate_members": 1 << 40,
}

ALL_PERMISSIONS = (1 << 50) - 1


def permission_bits(names: Iterable[str]) -> int:
    """The bit field of named permissions; KeyError names one that is not known."""
    bits = 0
    for name in names:
        bits |= PERMISSIONS[name]
    return bits


EVERYONE_PERMISSIONS = permission_bits(
    (
        "view_channel",
        "send_messages",
        "embed_links",
        "attach_files",
        "read_message_history",
        "add_reactions",
        "use_application_commands",
        "create_public_threads",
        "send_messages_in_threads",
        "use_external_emojis",
    )
)

EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_EMBEDS = 1 << 2
COMPONENTS_V2 = 1 << 15


class Clock:
    """Real time, moved: `ahead` seconds into the future (or, negative, the past)."""

    def __init__(self, ahead: float = 0.0) -> None:
        self.ahead = ahead

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self.ahead

    def moment(self) -> datetime:
        """The same as an aware UTC time."""
        return datetime.fromtimestamp(self.now(), UTC)


class Snowflakes:
    """Ids that increase, carry their time, and are unique in one fake."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        """A fresh id, in the string form of the wire."""
        self._last = max(int(self._clock.now() * 1000) - _EPOCH_MS, self._last + 1)
        return str(self._last << 22)


def timestamp(moment: datetime) -> str:
    """ISO 8601 with microseconds and offset, as Discord writes it."""
    return moment.isoformat(timespec="microseconds")


@dataclass(frozen=True)
class ApiError(Exception):
    """An error answer of the API: HTTP status, Discord's own code, and its text."""

    status: int
    code: int
    message: str
    detail: str = ""

    def body(self) -> Json:
        """The answer's body."""
        body: Json = {"message": self.message, "code": self.code}
        if self.detail:
            body["errors"] = {"body": {"_errors": [{"code": "INVALID", "message": self.detail}]}}
        return body


def invalid(detail: str) -> ApiError:
    """400 with code 50035: the body is not one that the API takes."""
    return ApiError(400, 50035, "Invalid Form Body", detail)


def unknown(what: str) -> ApiError:
    """404 with the code of an unknown `what` ("Message", "Channel", "Interaction", …)."""
    codes = {
        "Application": 10002,
        "Channel": 10003,
        "Guild": 10004,
        "Member": 10007,
        "Message": 10008,
        "Role": 10011,
        "User": 10013,
        "Webhook": 10015,
        "Interaction": 10062,
        "Application Command": 10063,
    }
    return ApiError(404, codes[what], f"Unknown {what}".replace("application", "Application"))


MISSING_ACCESS = ApiError(403, 50001, "Missing Access")
MISSING_PERMISSIONS = ApiError(403, 50013, "Missing Permissions")
CANNOT_SEND_TO_USER = ApiError(403, 50007, "Cannot send messages to this user")
CANNOT_EDIT_OTHERS = ApiError(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = ApiError(400, 50006, "Cannot send an empty message")
ALREADY_ACKNOWLEDGED = ApiError(400, 40060, "Interaction has already been acknowledged.")
INVALID_WEBHOOK_TOKEN = ApiError(401, 50027, "Invalid Webhook Token")
UNAUTHORIZED = ApiError(401, 0, "401: Unauthorized")
NOT_FOUND = ApiError(404, 0, "404: Not Found")
