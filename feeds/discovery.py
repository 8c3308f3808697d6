"""From an address that somebody pasted to the feed that watches it.

Called by handlers for `/feed add`, `headsup feed add` and `feed test`. Imports only its own package. Known services are
recognised by their address; any other page is fetched and asked which feeds it announces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from feeds.errors import FeedError, Kind, ParseError, SettingsError
from feeds.fetch import Fetcher
from feeds.html import feed_links, generator
from feeds.parsing import Parsed
from feeds.response import Response
from feeds.rss import ACCEPT, read_response, web_address

USUAL_PLACES = ("/feed", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/rss.xml", "/feed.json")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind of feed and the settings that make it watch the address. `note`: what else the operator must supply."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)
    title: str = ""
    note: str = ""


def _civitai(path: str, query: Mapping[str, str]) -> Candidate | None:
    if path.startswith("/bounties"):
        note = "Needs an operator: an API key, and the statement that Civitai permits this (docs/feeds.md)."
        return Candidate("civitai_bounties", {}, "Civitai bounties", note)
    if path.startswith(("/models", "/tag/")):
        tag = unquote(path.removeprefix("/tag/")) if path.startswith("/tag/") else query.get("tag", "")
        return Candidate("civitai_models", {"tag": tag} if tag else {}, "Civitai models")
    return None


def _fourchan(path: str, query: Mapping[str, str]) -> Candidate | None:
    found = re.match(r"/([a-z0-9]{1,10})(?:/|$)", path)
    return Candidate("fourchan", {"board": found.group(1)}, f"/{found.group(1)}/ on 4chan") if found else None


def _hugging_face(path: str, query: Mapping[str, str]) -> Candidate | None:
    found = re.match(r"/(?:(datasets|spaces)/)?([\w.-]+/[\w.-]+)/discussions", path)
    if found:
        values = {"repository": found.group(2), "repository_kind": found.group(1) or "models"}
        return Candidate("huggingface_discussions", values, f"Discussions of {found.group(2)}")
    if path.startswith("/models"):
        chosen = {name: query[name] for name in ("filter", "search") if query.get(name)}
        if query.get("other"):
            chosen["filter"] = query["other"]
        return Candidate("huggingface_models", chosen, "Hugging Face models")
    return None


def _bluesky(path: str, query: Mapping[str, str]) -> Candidate | None:
    if path.startswith("/search") and query.get("q"):
        return Candidate("bluesky_search", {"query": query["q"]}, "Bluesky search")
    found = re.match(r"/hashtag/([^/]+)", path)
    if found:
        return Candidate("bluesky_search", {"query": f"#{unquote(found.group(1))}"}, "Bluesky search")
    found = re.match(r"/profile/([^/]+)/?$", path)
    return (
        Candidate("rss", {"url": f"https://bsky.app/profile/{found.group(1)}/rss"}, "Bluesky")
        if found
        else None
    )


def _reddit(path: str, query: Mapping[str, str]) -> Candidate | None:
    found = re.match(r"/r/([A-Za-z0-9_]{2,21})", path)
    note = "Needs an operator: Reddit's approval and an app's credentials (docs/feeds.md)."
    return Candidate("reddit", {"subreddit": found.group(1)}, f"r/{found.group(1)}", note) if found else None


_KNOWN: Mapping[str, Callable[[str, Mapping[str, str]], Candidate | None]] = {
    "civitai.com": _civitai,
    "civitai.red": _civitai,
    "boards.4chan.org": _fourchan,
    "boards.4channel.org": _fourchan,
    "huggingface.co": _hugging_face,
    "bsky.app": _bluesky,
    "reddit.com": _reddit,
    "old.reddit.com": _reddit,
}


def recognise(url: str) -> Candidate | None:
    """What the address alone says, without fetching anything."""
    parts = urlsplit(url)
    service = _KNOWN.get((parts.hostname or "").removeprefix("www."))
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return service(parts.path, query) if service else None


async def discover(url: str, fetch: Fetcher) -> tuple[Candidate, ...]:
    """The feeds behind an address, the best first. Raises FeedError if there are none: it says what to do instead."""
    url = url.strip()
    if "://" not in url:
        url = f"https://{url}"
    try:
        web_address(url)
    except ValueError as error:
        raise SettingsError("A feed's address begins with http:// or https:// and a host name.") from error
    known = recognise(url)
    if known is not None:
        return (known,)
    response = await fetch.get(url, headers={"Accept": ACCEPT})
    parsed = await _as_feed(response, url, fetch)
    if parsed is not None:
        return (Candidate("rss", {"url": response.permanent_url or url}, parsed.title),)
    if response.content_type.endswith("json"):
        raise ParseError(
            "This address answers with JSON that is not JSON Feed.",
            remedy="Add it as a feed of kind json with a mapping (docs/feeds.md).",
        )
    found = await fetch.parsers.run(read_page, response.body, {"url": response.url, "text": response.text()})
    candidates = tuple(Candidate(**candidate) for candidate in found.extra["candidates"])
    if candidates:
        return candidates
    guessed = await _usual_places(response.url, fetch)
    if guessed is not None:
        return (guessed,)
    raise ParseError(
        "This page announces no feed, and none is at the usual places.",
        remedy="Look for an RSS link on the site, or ask its owner for one; an API can be added as kind json.",
    )


async def _as_feed(response: Response, url: str, fetch: Fetcher) -> Parsed | None:
    try:
        return await read_response(response, "rss", url, fetch)
    except FeedError as error:
        if error.kind is Kind.CHALLENGE or "entities" in error.message:
            raise
        return None


def read_page(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """The feeds a page announces, and the forums and servers that it can be recognised as."""
    text, url = str(arguments["text"]), str(arguments["url"])
    parts = urlsplit(url)
    base = f"{parts.scheme}://{parts.netloc}"
    made_with = generator(text)
    candidates: list[dict[str, Any]] = []
    tag = re.match(r"/tags?/(\w+)", parts.path)
    community = re.match(r"/c/([\w-]+(?:@[\w.-]+)?)", parts.path)
    if tag and ("mastodon" in made_with or 'id="mastodon"' in text or "id='mastodon'" in text):
        candidates.append(
            {"kind": "mastodon", "values": {"url": base, "tag": tag.group(1)}, "title": f"#{tag.group(1)}"}
        )
    elif "discourse" in made_with:
        category = re.match(r"/c/([\w%.-]+(?:/[\w%.-]+)*)", parts.path)
        values = {"url": base} | ({"category": category.group(1).rstrip("/")} if category else {})
        candidates.append({"kind": "discourse", "values": values, "title": "Discourse forum"})
    elif "lemmy" in made_with or (community and "lemmy" in text[:20_000].lower()):
        values = {"url": base} | ({"community": community.group(1)} if community else {})
        candidates.append({"kind": "lemmy", "values": values, "title": "Lemmy"})
    candidates += [
        {"kind": "rss", "values": {"url": link.url}, "title": link.title} for link in feed_links(text, url)
    ]
    return Parsed(extra={"candidates": candidates})


async def _usual_places(url: str, fetch: Fetcher) -> Candidate | None:
    parts = urlsplit(url)
    for place in USUAL_PLACES:
        guess = f"{parts.scheme}://{parts.netloc}{place}"
        try:
            response = await fetch.get(guess, headers={"Accept": ACCEPT})
        except FeedError as error:
            if error.kind in (Kind.NOT_FOUND, Kind.GONE, Kind.MALFORMED):
                continue
            return None
        parsed = await _as_feed(response, guess, fetch)
        if parsed is not None:
            return Candidate("rss", {"url": guess}, parsed.title)
    return None
