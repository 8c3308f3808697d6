"""Hashtags on a Mastodon server, read forward from the last post seen, so that a busy hour is not cut off.

Listed in feeds/registry.py. Imports only its own package. GET /api/v1/timelines/tag/:tag?min_id=, at most 40 a page, 300
requests in 5 minutes. A post's `uri` is the same on every server, so one post seen on two of them is one item. Authors who
write #nobot in their profile are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import read_json
from feeds.fetch import Fetcher
from feeds.html import read
from feeds.item import Item, Link, plausible_time
from feeds.json_reading import expect_list, listing, load, mapping, words
from feeds.parsing import Parsed
from feeds.rss import web_address

PAGE = 40


class MastodonSettings(FeedSettings):
    """`url` of the server, `tag` without #. `token` where the server shows hashtags only to its members."""

    url: str
    tag: str = Field(pattern=r"^\w+$", max_length=100)
    local: bool = False
    pages: int = Field(5, ge=1, le=25)
    token: SecretStr | None = None

    _url = field_validator("url")(web_address)

    @field_validator("tag", mode="before")
    @classmethod
    def _bare(cls, tag: object) -> object:
        return tag.strip().removeprefix("#") if isinstance(tag, str) else tag

    def address(self) -> str:
        return f"{self.url.rstrip('/')}/tags/{self.tag}"


class MastodonAdapter:
    """The cursor holds `min_id`, the newest post seen on this server."""

    kind = "mastodon"
    Settings = MastodonSettings

    async def poll(self, settings: MastodonSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        before = state or FeedState()
        newest = before.cursor.get("min_id")
        secrets = {"Authorization": f"Bearer {settings.token.get_secret_value()}"} if settings.token else None
        base = f"{settings.url.rstrip('/')}/api/v1/timelines/tag/{quote(settings.tag)}"
        items: list[Item] = []
        for _ in range(settings.pages if newest else 1):
            query = {"limit": str(PAGE), "local": "true" if settings.local else "false"}
            if newest:
                query["min_id"] = newest
            _, parsed = await read_json(
                f"{base}?{urlencode(query)}", read_statuses, {"source": self.kind}, fetch, secrets=secrets
            )
            if parsed is None or not parsed.extra["newest"]:
                break
            items += parsed.items
            newest = parsed.extra["newest"]
            if parsed.extra["count"] < PAGE:
                break
        cursor = {"min_id": newest} if newest else {}
        return Poll(
            tuple(items),
            replace(before, cursor=cursor),
            title=f"#{settings.tag} on {urlsplit(settings.url).hostname}",
        )


def _rank(status_id: str) -> tuple[int, str]:
    """Ids are numbers as text; other servers of the family use sortable text."""
    return (len(status_id), status_id)


def read_statuses(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """A page of a timeline. `newest` is the largest id, also of posts that are left out."""
    statuses = expect_list(load(body, "Mastodon"), "Mastodon")
    ids = [words(status.get("id")) for status in statuses if status.get("id")]
    items = tuple(
        _item(status, arguments) for status in statuses if status.get("id") and not _no_bots(status)
    )
    return Parsed(items, extra={"newest": max(ids, key=_rank, default=None), "count": len(statuses)})


def _no_bots(status: Mapping[str, Any]) -> bool:
    account = mapping(status.get("account"))
    fields = [f"{words(f.get('name'))} {words(f.get('value'))}" for f in listing(account.get("fields"))]
    profile = " ".join((read(words(account.get("note"))).text, *(read(part).text for part in fields)))
    return "#nobot" in profile.casefold()


def _item(status: Mapping[str, Any], arguments: Mapping[str, Any]) -> Item:
    account = mapping(status.get("account"))
    url = words(status.get("url")) or words(status.get("uri"))
    page = read(words(status.get("content")), url)
    question = [words(option.get("title")) for option in listing(mapping(status.get("poll")).get("options"))]
    card = mapping(status.get("card"))
    linked = [*page.links]
    if card.get("url"):
        linked.append(Link(words(card.get("title")), words(card.get("url"))))
    return Item(
        source=arguments["source"],
        title=words(status.get("spoiler_text")).strip(),
        body="\n".join(part for part in (page.text, *question) if part),
        url=url,
        guid=words(status.get("uri")) or url or None,
        author=words(account.get("display_name")) or words(account.get("acct")),
        author_id=words(account.get("uri") or account.get("url")) or None,
        author_url=words(account.get("url")),
        tags=tuple(words(tag.get("name")) for tag in listing(status.get("tags")) if tag.get("name")),
        links=tuple(linked),
        adult=bool(status.get("sensitive")),
        posted_at=plausible_time(status.get("created_at")),
        media=tuple(
            words(m.get("description"))
            for m in listing(status.get("media_attachments"))
            if m.get("description")
        ),
    )
