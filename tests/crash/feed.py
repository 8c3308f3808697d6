"""A feed that shows a post until the bot has proved to hold it, and never again. Used by storm.py.

A poll that names the ETag of a page says that it has everything on that page: that is the acknowledgement. Whatever was
lost after it cannot be had again from here, as on a busy forum whose page has moved on.
"""

from __future__ import annotations

from aiohttp import web

from tests.fakes.feeds.rss import RssServer

KEPT = 3
"""Acknowledged posts that stay on the page, so that no page looks like another site's."""


class ForgetfulFeed(RssServer):
    """`acknowledged`: ids of the posts that the bot has shown to hold."""

    def __init__(self) -> None:
        super().__init__()
        self.acknowledged: set[str] = set()
        self._pages: dict[str, frozenset[str]] = {}

    def _answer(self, request: web.Request, body: str, content_type: str) -> web.Response:
        held = self._pages.get(request.headers.get("If-None-Match", ""), frozenset())
        if held - self.acknowledged:
            self.acknowledged |= held
            done = [entry for entry in self.entries if entry.guid in self.acknowledged]
            self.entries = [entry for entry in self.entries if entry not in done[KEPT:]]
            body = self.rss_text()
        answer = super()._answer(request, body, content_type)
        self._pages[answer.headers["ETag"]] = frozenset(entry.guid or "" for entry in self.entries)
        return answer
