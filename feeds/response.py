"""What an answer means: its text, how long it stays fresh, and which kind of failure an error status is.

Made by `feeds.fetch`, read by the adapters. Imports feeds.errors and feeds.item.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from feeds.errors import REMEDIES, HttpFailed, Kind

_CHALLENGE_MARKS = (
    b"cf-chl-", b"/cdn-cgi/challenge-platform", b"<title>Just a moment...", b"_Incapsula_Resource",
    b"Attention Required! | Cloudflare", b"DDoS-Guard", b"anubis_challenge", b"px-captcha", b"h-captcha",
)  # fmt: skip
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MAX_RETRY_AFTER = 86_400.0


@dataclass(frozen=True, slots=True)
class Response:
    """A good answer. `url` is where it came from after redirects; `headers` look up without regard to case.

    `permanent_url` is where the site says the feed has moved for good (301 or 308 on every step from the
    start), if so.
    """

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes
    permanent_url: str | None = None

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def etag(self) -> str | None:
        return self.headers.get("ETag") or None

    @property
    def last_modified(self) -> str | None:
        return self.headers.get("Last-Modified") or None

    @property
    def content_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def fresh_for(self) -> int | None:
        """Seconds that Cache-Control max-age or Expires declare; None when neither says."""
        control = self.headers.get("Cache-Control", "").lower()
        if "no-cache" in control or "no-store" in control:
            return None
        found = re.search(r"max-age\s*=\s*\"?(\d{1,9})", control)
        if found:
            return int(found.group(1))
        expires = http_date(self.headers.get("Expires", ""))
        if expires is None:
            return None
        sent = http_date(self.headers.get("Date", "")) or datetime.now(UTC)
        return max(0, int((expires - sent).total_seconds()))

    def text(self) -> str:
        """The body as text: by its byte-order mark, else the declared charset, else UTF-8. Never raises."""
        return decode_text(self.body, self.headers.get("Content-Type", ""))

    def looks_like_challenge(self) -> bool:
        """Whether this is a browser check in place of the content."""
        return is_challenge(self.headers, self.body)


def decode_text(body: bytes, content_type: str) -> str:
    """`body` as text; a wrong or unknown charset gives replacement characters rather than an error."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace").lstrip("\ufeff")
    found = _CHARSET.search(content_type)
    if found:
        try:
            codec = codecs.lookup(found.group(1))
            if codec._is_text_encoding:  # "zlib" and "rot13" are codecs too, and not charsets
                return body.decode(codec.name, "replace")
        except (LookupError, UnicodeError):
            pass  # an invented charset: UTF-8 is the likeliest truth
    return body.decode("utf-8", "replace")


def is_challenge(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer is a browser check (Cloudflare says so in a header; others only in the page)."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    start = body[:65_536].lstrip()
    is_page = start[:15].lower().startswith((b"<!doctype html", b"<html"))
    return is_page and any(mark in start for mark in _CHALLENGE_MARKS)


def http_date(text: str) -> datetime | None:
    """An HTTP date as aware UTC, or None."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that the other side asks to wait: Retry-After (seconds or date) or RateLimit's t=; at most a
    day."""
    value = headers.get("Retry-After", "").strip()
    seconds: float | None = None
    if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
        seconds = float(value)
    elif value:
        moment = http_date(value)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds() if moment else None
    if seconds is None:
        limit = headers.get("RateLimit", "")
        found = re.search(r"\br=0\b.*?\bt=(\d{1,6})", limit)
        seconds = float(found.group(1)) if found else None
    return None if seconds is None else min(max(seconds, 0.0), MAX_RETRY_AFTER)


def http_failure(host: str, status: int, headers: Mapping[str, str], body: bytes) -> HttpFailed:
    """The error for an answer whose status is not a good one."""
    wait = retry_after(headers)
    if status in (403, 429, 503) and is_challenge(headers, body):
        kind, message = Kind.CHALLENGE, f"{host} shows a browser check instead of the feed"
    elif status in (401, 403, 407):
        kind, message = Kind.AUTH, f"{host} refuses access"
    elif status == 404:
        kind, message = Kind.NOT_FOUND, f"{host} has nothing at this address"
    elif status == 410:
        kind, message = Kind.GONE, f"{host} says that this is gone for good"
    elif status == 429 or (status == 503 and wait is not None):
        kind, message = Kind.RATE_LIMITED, f"{host} asks for a pause"
    elif status == 451:
        kind, message = Kind.REGION, f"{host} is blocked for this server's country"
    elif status >= 500 or status in (408, 425):
        kind, message = Kind.TRANSIENT, f"{host} has a problem of its own"
    else:
        kind, message = Kind.MALFORMED, f"{host} does not understand the request"
    return HttpFailed(
        kind,
        f"{message} (HTTP {status}).",
        http_status=status,
        headers=headers,
        body=body,
        retry_after=wait,
        remedy=REMEDIES[kind],
    )
