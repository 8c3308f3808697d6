"""Boards of 4chan, by its read-only JSON API: opening posts, the replies the catalogue shows, and threads worth following.

Listed in feeds/registry.py. Imports only its own package. github.com/4chan/4chan-API asks for at most one request a second,
ten seconds between looks at one thread, and If-Modified-Since. Pictures are names here and are never fetched.
Posts are credited to 4chan by their link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import Field, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import poll_json, read_json
from feeds.errors import FeedError, Kind
from feeds.fetch import Fetcher
from feeds.html import read
from feeds.item import Item, plausible_time
from feeds.json_reading import expect_list, listing, load, mapping, words
from feeds.parsing import Parsed
from feeds.rss import web_address


class FourchanSettings(FeedSettings):
    """`follow`: words; a thread whose opening post holds one is read whole when it has changed. `adult`: of the board."""

    board: str = Field(pattern=r"^[a-z0-9]{1,10}$")
    follow: tuple[str, ...] = ()
    threads_per_poll: int = Field(5, ge=0, le=20)
    adult: bool = False
    url: str = "https://a.4cdn.org"
    site: str = "https://boards.4chan.org"

    _url = field_validator("url", "site")(web_address)

    def address(self) -> str:
        return f"{self.site.rstrip('/')}/{self.board}/"


class FourchanAdapter:
    """The cursor holds `read`: thread number -> its last_modified when it was last read whole."""

    kind = "fourchan"
    Settings = FourchanSettings

    async def poll(self, settings: FourchanSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        base = f"{settings.url.rstrip('/')}/{settings.board}"
        arguments = {
            "source": self.kind,
            "board": settings.board,
            "site": settings.site.rstrip("/"),
            "adult": settings.adult,
            "follow": [word.casefold() for word in settings.follow],
        }
        done: dict[str, int] = dict((state.cursor if state else {}).get("read", {}))
        catalog = await poll_json(f"{base}/catalog.json", read_catalog, arguments, state, fetch)
        wanted: dict[str, int] = catalog.state.cursor.get("wanted", {})
        items = list(catalog.items)
        changed = [number for number, modified in wanted.items() if done.get(number) != modified]
        for number in changed[: settings.threads_per_poll]:
            try:
                _, parsed = await read_json(f"{base}/thread/{number}.json", read_thread, arguments, fetch)
            except FeedError as error:
                if error.kind is Kind.NOT_FOUND:  # pruned between the two looks
                    done[number] = wanted[number]
                    continue
                if error.kind in (Kind.TRANSIENT, Kind.RATE_LIMITED, Kind.MALFORMED):
                    break  # the catalogue is good; the thread is still due at the next poll
                raise
            items += parsed.items if parsed else ()
            done[number] = wanted[number]
        cursor = {"read": {n: m for n, m in done.items() if n in wanted}, "wanted": wanted}
        return replace(catalog, items=tuple(items), state=replace(catalog.state, cursor=cursor))


def read_catalog(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """catalog.json: every thread's opening post and its latest replies; `wanted` are the threads to follow."""
    items: list[Item] = []
    wanted: dict[str, int] = {}
    for page in expect_list(load(body, "4chan"), "4chan"):
        for thread in listing(page.get("threads")):
            posts = list(_items([thread, *listing(thread.get("last_replies"))], arguments))
            items += posts
            opening = f"{posts[0].title} {posts[0].body}".casefold() if posts else ""
            if any(word in opening for word in arguments["follow"]):
                wanted[str(thread.get("no"))] = int(thread.get("last_modified") or 0)
    return Parsed(tuple(items), f"/{arguments['board']}/ on 4chan", extra={"cursor": {"wanted": wanted}})


def read_thread(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """thread/<no>.json: all posts of one thread."""
    posts = expect_list(mapping(load(body, "4chan")).get("posts"), "4chan")
    return Parsed(tuple(_items(posts, arguments)))


def _items(posts: list[Mapping[str, Any]], arguments: Mapping[str, Any]) -> Iterator[Item]:
    for post in posts:
        number = post.get("no")
        if not isinstance(number, int):
            continue
        thread = post.get("resto") or number
        where = f"{arguments['site']}/{arguments['board']}/thread/{thread}"
        page = read(words(post.get("com")), where)
        name = words(post.get("filename"))
        yield Item(
            source=arguments["source"],
            title=read(words(post.get("sub"))).text,
            body=page.text,
            url=where if thread == number else f"{where}#p{number}",
            native_id=f"{arguments['board']}/{number}",
            author=read(words(post.get("name"))).text,
            author_id=words(post.get("trip")) or None,
            links=page.links,
            adult=bool(arguments["adult"]),
            posted_at=plausible_time(post.get("time")),
            media=(f"{name}{words(post.get('ext'))}",) if name else (),
        )
