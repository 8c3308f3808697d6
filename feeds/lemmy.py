"""Communities on a Lemmy server: posts and, if asked for, comments, by either version of its API.

Listed in feeds/registry.py. Imports only its own package. GET /api/v3|v4/post/list?sort=New and comment/list; a post's
`ap_id` is the same on every server. Posts that were removed or deleted are listed as such, and so purged here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal
from urllib.parse import urlencode

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import read_json
from feeds.fetch import Fetcher
from feeds.identity import dedupe_key
from feeds.item import Item, plausible_time
from feeds.json_reading import expect_list, linked, load, mapping, words
from feeds.markdown import links
from feeds.parsing import Parsed
from feeds.rss import web_address


class LemmySettings(FeedSettings):
    """`url` of the server; `community`: "name" or "name@other.server", none for all that the server knows."""

    url: str
    community: str = Field("", pattern=r"^(|[A-Za-z0-9_-]+(@[A-Za-z0-9.:-]+)?)$", max_length=300)
    comments: bool = False
    api: Literal["v3", "v4"] = "v3"
    limit: int = Field(50, ge=1, le=50)
    token: SecretStr | None = None

    _url = field_validator("url")(web_address)

    def address(self) -> str:
        base = self.url.rstrip("/")
        return f"{base}/c/{self.community}" if self.community else base


class LemmyAdapter:
    """The newest page of posts, and of comments where asked for, each poll."""

    kind = "lemmy"
    Settings = LemmySettings

    async def poll(self, settings: LemmySettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        before = state or FeedState()
        query = {"sort": "New", "type_": "All", "limit": str(settings.limit)}
        if settings.community:
            query["community_name"] = settings.community
        secrets = {"Authorization": f"Bearer {settings.token.get_secret_value()}"} if settings.token else None
        items: list[Item] = []
        deleted: list[str] = []
        for part in ("post", "comment") if settings.comments else ("post",):
            url = f"{settings.url.rstrip('/')}/api/{settings.api}/{part}/list?{urlencode(query)}"
            _, parsed = await read_json(
                url, read_views, {"source": self.kind, "part": part}, fetch, secrets=secrets
            )
            if parsed is not None:
                items += parsed.items
                deleted += parsed.extra["deleted"]
        return Poll(
            tuple(items), replace(before, cursor={}), deleted=tuple(deleted), title=settings.address()
        )


def read_views(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """post/list or comment/list: v3 names the list "posts" or "comments", v4 "items"."""
    part = arguments["part"]
    document = mapping(load(body, "Lemmy"))
    views = expect_list(document.get("items", document.get(f"{part}s")), "Lemmy")
    items: list[Item] = []
    deleted: list[str] = []
    for view in views:
        own = mapping(view.get(part))
        if not own:
            continue
        item = _item(own, view, part, arguments)
        if own.get("removed") or own.get("deleted"):
            deleted.append(dedupe_key(item))
        else:
            items.append(item)
    return Parsed(tuple(items), extra={"deleted": deleted})


def _item(own: Mapping[str, Any], view: Mapping[str, Any], part: str, arguments: Mapping[str, Any]) -> Item:
    creator, post = mapping(view.get("creator")), mapping(view.get("post"))
    community = mapping(view.get("community"))
    body = words(own.get("content") if part == "comment" else own.get("body"))
    address = words(own.get("ap_id"))
    return Item(
        source=arguments["source"],
        title=words(own.get("name")).strip() if part == "post" else "",
        body=body.strip(),
        url=address,
        guid=address or None,
        native_id=None if address else f"{part}/{words(own.get('id'))}",
        author=words(creator.get("display_name")) or words(creator.get("name")),
        author_id=words(creator.get("actor_id") or creator.get("ap_id")) or None,
        author_url=words(creator.get("actor_id") or creator.get("ap_id")),
        tags=tuple(filter(None, (words(community.get("name")),))),
        links=(*linked(words(own.get("embed_title")), own.get("url")), *links(body)),
        adult=bool(post.get("nsfw") or community.get("nsfw")),
        posted_at=plausible_time(own.get("published") or own.get("published_at")),
        media=tuple(filter(None, (words(own.get("alt_text")),))),
    )
