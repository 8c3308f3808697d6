"""RSS, Atom and JSON Feed: any forum, blog or site that publishes one.

Listed in feeds/registry.py; `read_feed` runs in the parser worker and is also used by feeds.discourse and
feeds.websub. Imports only its own package. feedparser is given bytes and headers, never an address or a
file name.
"""

from __future__ import annotations

import calendar
import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import orjson
from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll, reveal
from feeds.errors import FeedError, Kind, ParseError, SettingsError
from feeds.fetch import Fetcher
from feeds.html import absolute, file_name, plain_text, read
from feeds.item import Item, Link, plausible_time
from feeds.parsing import MAX_ITEMS, Parsed
from feeds.response import Response, is_challenge

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_TOMBSTONE = re.compile(rb"<(?:\w+:)?deleted-entry\b[^>]{0,500}?\bref\s*=\s*[\"']([^\"'<>]{1,1000})[\"']")
_UPDATE_PERIODS = {
    "hourly": 3600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}
_URI = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADULT = frozenset({"adult", "nsfw", "yes", "true", "explicit"})


def web_address(value: str) -> str:
    """Validates an http(s) address in settings."""
    if not re.match(r"https?://[^/\s]+", value):
        raise ValueError("must begin with http:// or https:// and a host name")
    return value


class RssSettings(FeedSettings):
    """`url` of the feed; `headers` are sent to that site alone (for feeds that need a key)."""

    url: str
    headers: dict[str, SecretStr] = Field(default_factory=dict)

    _url = field_validator("url")(web_address)


class RssAdapter:
    """One feed document a poll, conditional by ETag, Last-Modified and, for servers that ignore both, by
    its hash."""

    kind = "rss"
    Settings = RssSettings

    async def poll(self, settings: RssSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        return await poll_document(settings.url, self.kind, state, fetch, secrets=reveal(settings.headers))


async def poll_document(
    url: str,
    source: str,
    state: FeedState | None,
    fetch: Fetcher,
    *,
    secrets: Mapping[str, str] | None = None,
) -> Poll:
    """One conditional fetch of a feed document, read in the worker."""
    before = state or FeedState()
    response = await fetch.get(
        url, headers={"Accept": ACCEPT}, etag=before.etag, last_modified=before.last_modified, secrets=secrets
    )
    digest = before.body_hash if response.not_modified else hashlib.sha256(response.body).hexdigest()
    after = before.after(response, body_hash=digest)
    parsed = Parsed()
    unchanged = response.not_modified or digest == before.body_hash
    if not unchanged:
        parsed = await read_response(response, source, url, fetch)
        after = replace(after, cursor=_remembered(parsed))
    pauses = [seconds for seconds in (after.cursor.get("ttl"), response.fresh_for) if seconds]
    return Poll(
        parsed.items,
        after,
        not_modified=unchanged,
        deleted=tuple(parsed.extra.get("deleted", ())),
        ttl_seconds=max(pauses, default=None),
        permanent_url=response.permanent_url,
        title=parsed.title,
    )


async def read_response(response: Response, source: str, url: str, fetch: Fetcher) -> Parsed:
    """Reads a feed document that has arrived; a browser check in its place is said to be one."""
    if response.looks_like_challenge():
        raise FeedError(
            Kind.CHALLENGE, f"{urlsplit(response.url).hostname} shows a browser check instead of the feed."
        )
    return await fetch.parsers.run(
        read_feed,
        response.body,
        {
            "source": source,
            "url": response.url,
            "feed_url": url,
            "content_type": response.headers.get("Content-Type", ""),
            "link": response.headers.get("Link", ""),
        },
    )


def _remembered(parsed: Parsed) -> dict[str, Any]:
    """What the document said about itself, kept while it does not change: its hub, and the pause it wishes for."""
    said = {"hub": parsed.extra.get("hub"), "self": parsed.extra.get("self"), "ttl": parsed.ttl_seconds}
    return {name: value for name, value in said.items() if value}


def read_feed(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """RSS, Atom or JSON Feed as items. Raises ParseError for anything else, and for XML that declares
    entities."""
    context = {
        name: str(arguments.get(name, "")) for name in ("source", "url", "feed_url", "content_type", "link")
    }
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise ParseError("The feed is empty: the site sent nothing.")
    if start.startswith((b"{", b"[")) or "json" in context["content_type"]:
        return _read_json_feed(body, context)
    refuse_entities(body, context["content_type"])
    document = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": context["content_type"]},  # no base: a guid must not become a link
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not document.entries and not document.version:
        if is_challenge({}, body):
            raise FeedError(Kind.CHALLENGE, "The site shows a browser check instead of the feed.")
        if b"<html" in body[:4096].lower():
            raise ParseError(
                "This is a web page, not a feed.",
                remedy="Give the address of its feed, or let `feed test` look for one on the page.",
            )
        raise ParseError("This is not RSS, Atom or JSON Feed.")
    feed = document.feed
    home = _home(context)
    items = tuple(_xml_item(entry, context, home) for entry in document.entries)
    deleted = tuple(
        f"guid:{_scoped(found.decode('utf-8', 'replace'), home)}"
        for found in _TOMBSTONE.findall(body)[:MAX_ITEMS]
    )
    links = [link for link in feed.get("links", ()) if isinstance(link, dict)]
    return Parsed(
        items,
        plain_text(read(str(feed.get("title", ""))).text),
        _ttl(feed),
        {"deleted": deleted, "hub": _relation(links, "hub"), "self": _relation(links, "self")},
    )


def refuse_entities(body: bytes, content_type: str) -> None:
    """Raises ParseError if XML declares entities, in whichever encoding: they serve bombs, and feeds have
    no use for them."""
    encodings = {"utf-8"}
    if b"\x00" in body[:64] or body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings |= {"utf-16", "utf-16-le", "utf-16-be", "utf-32"}
    found = _XML_ENCODING.search(body[:1024])
    declared = [found.group(1).decode("ascii")] if found else []
    declared += re.findall(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type)
    for name in [*encodings, *declared]:
        try:
            text = body.decode(name, "ignore")
        except (LookupError, UnicodeError, ValueError):
            continue  # not a text encoding: feedparser cannot decode by it either
        if _ENTITY.search(text):
            raise ParseError("The feed declares XML entities, which are refused: they can be used as a bomb.")


def _home(context: Mapping[str, str]) -> str:
    """What makes a bare guid ("17") unique: the host it was configured with, which outlives redirects."""
    return (urlsplit(context["feed_url"] or context["url"]).hostname or "").removeprefix("www.")


def _scoped(guid: str, home: str) -> str:
    guid = guid.strip()
    return guid if _URI.match(guid) and not re.match(r"[\w-]+:\d+\Z", guid) else f"{home}/{guid}"


def _relation(links: list[Any], name: str) -> str | None:
    return next((str(link["href"]) for link in links if link.get("rel") == name and link.get("href")), None)


def _ttl(feed: Mapping[str, Any]) -> int | None:
    seconds: list[int] = []
    if re.fullmatch(r"\d{1,6}", str(feed.get("ttl", "")).strip()):
        seconds.append(int(str(feed["ttl"]).strip()) * 60)
    period = _UPDATE_PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower())
    if period:
        often = str(feed.get("sy_updatefrequency", "1")).strip()
        seconds.append(period // max(1, int(often)) if often.isdigit() else period)
    return max(seconds, default=None)


def _text_of(
    detail: Mapping[str, Any] | None, fallback: str, base: str
) -> tuple[str, tuple[Link, ...], tuple[str, ...]]:
    """Text, links and picture names of a text construct: only what says that it is plain is not read as
    HTML."""
    value = str((detail or {}).get("value", fallback) or "")
    base = str((detail or {}).get("base") or base)
    if (detail or {}).get("type") == "text/plain" and not re.search(r"</?[a-zA-Z][^<>]*>|&#?\w+;", value):
        return plain_text(value), (), ()
    page = read(value, base)
    return page.text, page.links, page.media


def _xml_item(entry: Mapping[str, Any], context: Mapping[str, str], home: str) -> Item:
    base = context["url"]
    url = absolute(str(entry.get("link", "")), base)
    title, _, _ = _text_of(entry.get("title_detail"), str(entry.get("title", "")), base)
    bodies = [_text_of(part, "", url or base) for part in entry.get("content", ()) if isinstance(part, dict)]
    bodies.append(_text_of(entry.get("summary_detail"), str(entry.get("summary", "")), url or base))
    body, links, pictures = max(bodies, key=lambda found: len(found[0]))
    author = entry.get("author_detail") or {}
    tags = [str(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", ()) if tag]
    guid = str(entry.get("id", "")).strip()
    return Item(
        source=context["source"],
        title=title,
        body=body,
        url=url,
        guid=_scoped(guid, home) if guid else None,
        author=plain_text(str(author.get("name") or entry.get("author", ""))),
        author_url=absolute(str(author.get("href", "")), base),
        tags=tuple(dict.fromkeys(plain_text(tag) for tag in tags if tag.strip())),
        links=links,
        adult=_says_adult(entry, tags),
        posted_at=_time_of(entry),
        media=tuple(dict.fromkeys((*pictures, *_enclosures(entry)))),
    )


def _says_adult(entry: Mapping[str, Any], tags: list[str]) -> bool:
    rating = entry.get("media_rating")
    said = [
        str(rating.get("content", "")) if isinstance(rating, dict) else "",
        str(entry.get("itunes_explicit", "")),
    ]
    return any(word.strip().lower() in _ADULT for word in said) or any(
        tag.strip().lower() == "nsfw" for tag in tags
    )


def _enclosures(entry: Mapping[str, Any]) -> list[str]:
    names: list[str] = []
    for part in [*entry.get("enclosures", ()), *entry.get("media_content", ())]:
        if isinstance(part, dict):
            name = str(part.get("title") or "") or file_name(str(part.get("href") or part.get("url") or ""))
            if name:
                names.append(name[:300])
    return names


def _time_of(entry: Mapping[str, Any]) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        value = dict(entry).get(name)  # feedparser's own get() answers "updated" with "published"
        if value:
            try:
                return plausible_time(datetime.fromtimestamp(calendar.timegm(value), UTC))
            except (ValueError, OverflowError, TypeError):
                continue
    return None


def _read_json_feed(body: bytes, context: Mapping[str, str]) -> Parsed:
    try:
        document = orjson.loads(body.lstrip(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise ParseError("The JSON is broken.") from error
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise ParseError(
            "This is JSON, but not JSON Feed.",
            remedy="For another JSON API use a feed of kind json with a mapping.",
        )
    home = _home(context)
    items = tuple(_json_item(entry, context, home) for entry in document["items"] if isinstance(entry, dict))
    hubs = [
        hub for hub in document.get("hubs") or () if isinstance(hub, dict) and hub.get("type") == "WebSub"
    ]
    return Parsed(
        items,
        plain_text(str(document.get("title") or "")),
        None,
        {"hub": str(hubs[0].get("url")) if hubs else None, "self": document.get("feed_url")},
    )


def _json_item(entry: Mapping[str, Any], context: Mapping[str, str], home: str) -> Item:
    base = context["url"]
    url = absolute(str(entry.get("url") or entry.get("external_url") or ""), base)
    page = read(str(entry.get("content_html") or ""), url or base)
    plain = plain_text(str(entry.get("content_text") or ""))
    author = next(
        (a for a in [*(entry.get("authors") or ()), entry.get("author")] if isinstance(a, dict)), {}
    )
    tags = tuple(plain_text(str(tag)) for tag in entry.get("tags") or () if isinstance(tag, str))
    guid = str(entry.get("id") or "").strip()
    attachments = [a for a in entry.get("attachments") or () if isinstance(a, dict)]
    names = [str(a.get("title") or file_name(str(a.get("url") or "")))[:300] for a in attachments]
    return Item(
        source=context["source"],
        title=plain_text(str(entry.get("title") or "")),
        body=max(page.text, plain, plain_text(str(entry.get("summary") or "")), key=len),
        url=url,
        guid=_scoped(guid, home) if guid else None,
        author=plain_text(str(author.get("name") or "")),
        author_url=absolute(str(author.get("url") or ""), base),
        tags=tags,
        links=page.links,
        adult=any(tag.lower() == "nsfw" for tag in tags),
        posted_at=plausible_time(entry.get("date_published") or entry.get("date_modified")),
        media=tuple(dict.fromkeys(name for name in (*page.media, *names) if name)),
    )


def settings_for(url: str) -> RssSettings:
    """Settings for a feed address. Raises SettingsError if it is not an http(s) address."""
    try:
        return RssSettings(url=url)
    except ValueError as error:
        raise SettingsError("A feed's address begins with http:// or https:// and a host name.") from error
