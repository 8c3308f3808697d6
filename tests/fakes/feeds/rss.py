"""A site with RSS, Atom and JSON Feed of the same entries, and a page that announces them.

/feed.rss /feed.atom /feed.json and /; ETag and 304; set `entries`, `ttl`, `headers`, `hub`, or
`conditional = False` for a server that ignores validators.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from aiohttp import web

from tests.fakes.feeds.serving import FakeServer, conditional


@dataclass
class Entry:
    """One post; `body` is HTML."""

    title: str
    body: str = ""
    guid: str | None = None
    link: str | None = None
    author: str = ""
    date: datetime | str | None = None
    tags: tuple[str, ...] = ()


class RssServer(FakeServer):
    """See the module."""

    def __init__(self, port: int = 0, host: str = "127.0.0.1") -> None:
        super().__init__(port, host)
        self.entries: list[Entry] = []
        self.title = "A fake feed"
        self.ttl: int | None = None
        self.hub: str | None = None
        self.headers: dict[str, str] = {}
        self.conditional = True
        self._added = 0

    @property
    def feed(self) -> str:
        return f"{self.url}/feed.rss"

    @property
    def atom(self) -> str:
        return f"{self.url}/feed.atom"

    @property
    def json_feed(self) -> str:
        return f"{self.url}/feed.json"

    def add(self, title: str, body: str = "", **more: Any) -> Entry:
        """A new entry, at the top as feeds have it."""
        self._added += 1
        number = self._added
        more.setdefault("guid", f"urn:fake:{number}")
        more.setdefault("link", f"{self.url}/posts/{number}")
        more.setdefault("date", datetime(2026, 8, 1, 12, number % 60, tzinfo=UTC))
        entry = Entry(title, body, **more)
        self.entries.insert(0, entry)
        return entry

    def control(self, order: dict[str, Any]) -> None:
        super().control(order)
        for entry in order.get("add", ()):
            self.add(**{**entry, "tags": tuple(entry.get("tags", ()))})

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/", self._page)
        app.router.add_get("/feed.rss", self._rss)
        app.router.add_get("/feed.atom", self._atom)
        app.router.add_get("/feed.json", self._json)

    def _answer(self, request: web.Request, body: str, content_type: str) -> web.Response:
        data = body.encode()
        if self.conditional:
            return conditional(request, data, content_type, **self.headers)
        return web.Response(body=data, headers={"Content-Type": content_type, **self.headers})

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(
            content_type="text/html",
            text=f"<!doctype html><html><head><title>{escape(self.title)}</title>"
            '<link rel="alternate" type="application/rss+xml" title="Posts" href="/feed.rss">'
            '<link rel="alternate" type="application/atom+xml" title="Posts (Atom)" href="/feed.atom">'
            "</head><body>Hello</body></html>",
        )

    async def _rss(self, request: web.Request) -> web.Response:
        return self._answer(request, self.rss_text(), "application/rss+xml; charset=utf-8")

    def rss_text(self) -> str:
        """The RSS document."""
        out = [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
        ]
        out.append(f"<channel><title>{escape(self.title)}</title><link>{self.url}/</link><description/>")
        if self.ttl is not None:
            out.append(f"<ttl>{self.ttl}</ttl>")
        if self.hub:
            out.append(f'<atom:link rel="hub" href={quoteattr(self.hub)}/>')
            out.append(f'<atom:link rel="self" href="{self.feed}"/>')
        for entry in self.entries:
            out.append(
                f"<item><title>{escape(entry.title)}</title><description>{escape(entry.body)}</description>"
            )
            if entry.guid is not None:
                out.append(f'<guid isPermaLink="false">{escape(entry.guid)}</guid>')
            if entry.link is not None:
                out.append(f"<link>{escape(entry.link)}</link>")
            if entry.date is not None:
                text = entry.date if isinstance(entry.date, str) else format_datetime(entry.date)
                out.append(f"<pubDate>{escape(text)}</pubDate>")
            if entry.author:
                out.append(f"<author>{escape(entry.author)}</author>")
            out += [f"<category>{escape(tag)}</category>" for tag in entry.tags]
            out.append("</item>")
        return "".join([*out, "</channel></rss>"])

    async def _atom(self, request: web.Request) -> web.Response:
        out = ['<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom">']
        out.append(f"<title>{escape(self.title)}</title><id>{self.url}/</id>")
        for entry in self.entries:
            date = entry.date.isoformat() if isinstance(entry.date, datetime) else (entry.date or "")
            out.append(
                f"<entry><title>{escape(entry.title)}</title><id>{escape(entry.guid or '')}</id>"
                f"<link href={quoteattr(entry.link or '')}/><published>{escape(date)}</published>"
                f"<author><name>{escape(entry.author)}</name></author>"
                f'<content type="html">{escape(entry.body)}</content>'
            )
            out += [f"<category term={quoteattr(tag)}/>" for tag in entry.tags]
            out.append("</entry>")
        return self._answer(request, "".join([*out, "</feed>"]), "application/atom+xml; charset=utf-8")

    async def _json(self, request: web.Request) -> web.Response:
        items = [
            {
                "id": entry.guid,
                "url": entry.link,
                "title": entry.title,
                "content_html": entry.body,
                "date_published": entry.date.isoformat() if isinstance(entry.date, datetime) else entry.date,
                "authors": [{"name": entry.author}],
                "tags": list(entry.tags),
            }
            for entry in self.entries
        ]
        document = {"version": "https://jsonfeed.org/version/1.1", "title": self.title, "items": items}
        return self._answer(request, json.dumps(document), "application/feed+json")
