"""A Discourse forum: its page, /latest.rss, /c/<slug>/<id>.rss and /posts.rss."""

from __future__ import annotations

from aiohttp import web

from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import conditional


class DiscourseServer(RssServer):
    """Entries as in RssServer."""

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/", self._forum)
        for path in ("/latest.rss", "/posts.rss", "/c/requests/5.rss"):
            app.router.add_get(path, self._document)

    async def _forum(self, request: web.Request) -> web.Response:
        page = '<!doctype html><html><head><meta name="generator" content="Discourse 3.5.0"></head></html>'
        return web.Response(content_type="text/html", text=page)

    async def _document(self, request: web.Request) -> web.Response:
        return conditional(request, self.rss_text().encode(), "application/rss+xml; charset=utf-8")
