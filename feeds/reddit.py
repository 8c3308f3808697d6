"""Subreddits, through Reddit's OAuth API: off until the operator has Reddit's approval and says so.

Listed in feeds/registry.py. Imports only its own package. Since November 2025 every use of the API needs explicit approval;
100 requests a minute; posts that their author deleted must be deleted here, so the posts of the last days are asked about
again. Reddit wants a User-Agent of the form "platform:id:version (by /u/name)": set it as feeds.user_agent.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal
from urllib.parse import quote, urlencode

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import read_json
from feeds.errors import FeedError, Kind
from feeds.fetch import Fetcher
from feeds.identity import dedupe_key
from feeds.item import Item, plausible_time
from feeds.json_reading import expect_list, linked, listing, load, mapping, words
from feeds.markdown import links
from feeds.parsing import Parsed
from feeds.rss import web_address

WATCH_FOR_DELETION = 7 * 86_400
RECHECK_EVERY = 6 * 3600
_GONE = frozenset({"[deleted]", "[removed]"})


class RedditSettings(FeedSettings):
    """An approved app's credentials, and the statement that Reddit approved this use."""

    off_by_default: ClassVar[bool] = True

    subreddit: str = Field(pattern=r"^[A-Za-z0-9_]{2,21}$")
    client_id: SecretStr
    client_secret: SecretStr
    approval_confirmed: Literal[True]
    url: str = "https://oauth.reddit.com"
    token_url: str = "https://www.reddit.com/api/v1/access_token"  # noqa: S105 - an address
    site: str = "https://www.reddit.com"

    _url = field_validator("url", "token_url", "site")(web_address)

    def address(self) -> str:
        return f"{self.site}/r/{self.subreddit}/"


class RedditAdapter:
    """The cursor holds `posts`: fullname -> when first seen, and `checked`: when deletions were last asked about."""

    kind = "reddit"
    Settings = RedditSettings

    async def poll(self, settings: RedditSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        before = state or FeedState()
        now = int(time.time())
        secrets = {"Authorization": f"Bearer {await self._token(settings, fetch)}"}
        arguments = {"source": self.kind, "site": settings.site.rstrip("/")}
        base = settings.url.rstrip("/")
        query = urlencode({"limit": "100", "raw_json": "1"})
        _, page = await read_json(
            f"{base}/r/{settings.subreddit}/new?{query}", read_listing, arguments, fetch, secrets=secrets
        )
        items = page.items if page else ()
        deleted = list(page.extra["deleted"]) if page else []
        posts: dict[str, int] = dict(before.cursor.get("posts", {}))
        checked = int(before.cursor.get("checked", now))
        if now - checked >= RECHECK_EVERY and posts:
            checked = now
            names = sorted(posts, key=lambda name: posts[name], reverse=True)
            for start in range(0, len(names), 100):
                ids = quote(",".join(names[start : start + 100]))
                _, again = await read_json(
                    f"{base}/api/info?id={ids}&raw_json=1", read_listing, arguments, fetch, secrets=secrets
                )
                deleted += again.extra["deleted"] if again else []
        for item in items:
            posts.setdefault(str(item.native_id), now)
        kept = {n: s for n, s in posts.items() if now - s < WATCH_FOR_DELETION}
        cursor = {"posts": dict(sorted(kept.items(), key=lambda pair: -pair[1])[:1000]), "checked": checked}
        return Poll(
            items,
            replace(before, cursor=cursor),
            deleted=tuple(dict.fromkeys(deleted)),
            title=f"r/{settings.subreddit}",
        )

    async def _token(self, settings: RedditSettings, fetch: Fetcher) -> str:
        pair = f"{settings.client_id.get_secret_value()}:{settings.client_secret.get_secret_value()}"
        answer = await fetch.post(
            settings.token_url,
            form={"grant_type": "client_credentials"},
            secrets={"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"},
        )
        token = words(mapping(load(answer.body, "Reddit")).get("access_token"))
        if not token:
            raise FeedError(
                Kind.AUTH,
                "Reddit gives no token for these credentials.",
                remedy="Check client_id and client_secret, and that the app is still approved.",
            )
        return token


def read_listing(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """A listing of posts. `deleted` are the keys of those whose author or text is gone."""
    children = expect_list(mapping(mapping(load(body, "Reddit")).get("data")).get("children"), "Reddit")
    items: list[Item] = []
    deleted: list[str] = []
    for child in children:
        post = mapping(child.get("data"))
        if child.get("kind") != "t3" or not post.get("name"):
            continue
        item = _item(post, arguments)
        gone = (
            post.get("removed_by_category")
            or post.get("author") == "[deleted]"
            or post.get("selftext") in _GONE
        )
        if gone:
            deleted.append(dedupe_key(item))
        else:
            items.append(item)
    return Parsed(tuple(items), extra={"deleted": deleted})


def _item(post: Mapping[str, Any], arguments: Mapping[str, Any]) -> Item:
    site, author = arguments["site"], words(post.get("author"))
    body = words(post.get("selftext")).strip()
    captions = [
        words(picture.get("caption")) for picture in listing(mapping(post.get("gallery_data")).get("items"))
    ]
    return Item(
        source=arguments["source"],
        title=words(post.get("title")).strip(),
        body="\n".join(part for part in (body, *captions) if part),
        url=f"{site}{words(post.get('permalink'))}",
        native_id=words(post.get("name")),
        author=author,
        author_id=words(post.get("author_fullname")) or None,
        author_url=f"{site}/user/{author}" if author else "",
        tags=tuple(filter(None, (words(post.get("link_flair_text")),))),
        links=(*linked("", None if post.get("is_self") else post.get("url")), *links(body)),
        adult=bool(post.get("over_18")),
        posted_at=plausible_time(post.get("created_utc")),
    )
