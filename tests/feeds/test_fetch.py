"""The guarded fetcher against well-meaning and hostile servers."""

from __future__ import annotations

import asyncio
import gzip
import traceback
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import brotli
import pytest
from aiohttp import web

from feeds import Fetcher, FetchFailed, FetchRefused, FetchSettings, HttpFailed, Kind
from tests.fakes.feeds.hostile import HostileServer, NameServer, brotli_bomb, head, zipped_bomb
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer

LIMIT = 2_000_000


def fetcher(**more: Any) -> Fetcher:
    values = {"allow_private": ("127.0.0.1",), "gap": 0, "parser_processes": 0, "max_bytes": LIMIT, **more}
    return Fetcher(FetchSettings(**values))


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/drip", "took too long"),
        ("/silence", "took too long"),
        ("/endless", "larger than 2,000,000"),
        ("/endless-chunks", "larger than 2,000,000"),
        ("/endless-header", "proper HTTP"),
        ("/half", "ended too early"),
    ],
)
async def test_a_body_that_never_ends_rightly_is_given_up(path: str, says: str) -> None:
    async with HostileServer() as server, fetcher(total_timeout=2, idle_timeout=0.5) as fetch:
        with pytest.raises(FetchFailed, match=says):
            await fetch.get(server.url + path)


@pytest.mark.parametrize(
    ("name", "bomb"),
    [("gzip", zipped_bomb(200)), ("br", brotli_bomb(200)), ("deflate", zlib.compress(b"\0" * 10**8))],
)
async def test_a_compression_bomb_is_stopped_while_it_unfolds(name: str, bomb: bytes) -> None:
    async with HostileServer() as server, fetcher() as fetch:
        url = server.answer("/bomb", head(length=len(bomb), Content_Encoding=name) + bomb)
        with pytest.raises(FetchFailed, match="larger than"):
            await fetch.get(url)
    assert len(bomb) < LIMIT


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(b"hello", mtime=0)),
        ("x-gzip", gzip.compress(b"he", mtime=0) + gzip.compress(b"llo", mtime=0)),
        ("deflate", zlib.compress(b"hello")),
        ("deflate", zlib.compress(b"hello")[2:-4]),
        ("br", brotli.compress(b"hello")),
        ("identity", b"hello"),
    ],
)
async def test_every_usual_compression_is_undone(name: str, packed: bytes) -> None:
    async with HostileServer() as server, fetcher() as fetch:
        url = server.answer("/x", head(length=len(packed), Content_Encoding=name) + packed)
        assert (await fetch.get(url)).text() == "hello"


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", b"not gzip"),
        ("br", b"not brotli \xff\xff"),
        ("gzip", gzip.compress(b"hello" * 100, mtime=0)[:20]),
        ("zstd", b"x"),
    ],
)
async def test_damaged_compression_is_an_error(name: str, packed: bytes) -> None:
    async with HostileServer() as server, fetcher() as fetch:
        url = server.answer("/x", head(length=len(packed), Content_Encoding=name) + packed)
        with pytest.raises(FetchFailed):
            await fetch.get(url)


@pytest.mark.parametrize(
    "garbage",
    [b"nonsense\r\n\r\n", b"HTTP/1.1 999999 What\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", b"SSH-2.0-OpenSSH_9.6\r\n"],
)  # fmt: skip
async def test_what_is_not_http_is_an_error_in_plain_words(garbage: bytes) -> None:
    async with HostileServer() as server, fetcher() as fetch:
        with pytest.raises(FetchFailed, match=r"127\.0\.0\.1"):
            await fetch.get(server.answer("/x", garbage))


async def test_a_declared_size_over_the_limit_is_not_even_read() -> None:
    async with HostileServer() as server, fetcher() as fetch:
        with pytest.raises(FetchFailed, match="larger than"):
            await fetch.get(server.answer("/x", head(length=10**12) + b"x"))


@pytest.mark.parametrize(
    ("declared", "body", "text"),
    [
        ("text/plain; charset=utf-8", "ü".encode(), "ü"),
        ("text/plain; charset=iso-8859-1", b"\xfc", "ü"),
        ("text/plain; charset=no-such-thing", "ü".encode(), "ü"),
        ("text/plain; charset=zlib", "ü".encode(), "ü"),
        ("text/plain; charset=ascii", b"a\xfcb", "a\ufffdb"),
        ("text/plain; charset=iso-8859-1", "\ufeffü".encode(), "ü"),
        ("text/plain", "\ufeffü".encode("utf-16-le"), "ü"),
        ("", b"\xff\xff", "\ufffd\ufffd"),
    ],
)
async def test_a_wrong_charset_never_breaks_the_text(declared: str, body: bytes, text: str) -> None:
    async with HostileServer() as server, fetcher() as fetch:
        response = await fetch.get(server.answer("/x", head(length=len(body), Content_Type=declared) + body))
    assert response.text() == text


class Redirects(FakeServer):
    """/to?status=…&url=… leads there; /loop leads to itself by way of /pool; /deep?n=… goes n steps."""

    def routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/to", self._to)
        app.router.add_get("/deep", self._deep)
        app.router.add_get("/loop", self._loop)
        app.router.add_get("/pool", self._loop)
        app.router.add_get("/end", self._end)

    async def _to(self, request: web.Request) -> web.Response:
        return web.Response(
            status=int(request.query.get("status", "302")), headers={"Location": request.query["url"]}
        )

    async def _deep(self, request: web.Request) -> web.Response:
        n = int(request.query["n"])
        return web.Response(status=301, headers={"Location": f"/deep?n={n - 1}" if n > 1 else "/end"})

    async def _loop(self, request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/pool" if request.path == "/loop" else "/loop"})

    async def _end(self, request: web.Request) -> web.Response:
        return web.Response(text="the end")


async def test_redirects_are_followed_five_times_and_not_in_a_circle() -> None:
    async with Redirects() as server, fetcher() as fetch:
        response = await fetch.get(f"{server.url}/deep?n=5")
        assert (response.text(), response.url, response.permanent_url) == (
            "the end",
            f"{server.url}/end",
            response.url,
        )
        with pytest.raises(FetchFailed, match="more than 5 times"):
            await fetch.get(f"{server.url}/deep?n=6")
        with pytest.raises(FetchFailed, match="in a circle"):
            await fetch.get(f"{server.url}/loop")


@pytest.mark.parametrize(
    ("status", "permanent"), [(301, True), (308, True), (302, False), (303, False), (307, False)]
)
async def test_only_permanent_redirects_announce_a_new_address(status: int, permanent: bool) -> None:
    async with Redirects() as server, fetcher() as fetch:
        response = await fetch.get(f"{server.url}/to?status={status}&url=/end")
    assert (response.permanent_url == f"{server.url}/end") is permanent


async def test_a_secret_is_never_carried_to_another_origin() -> None:
    async with Redirects() as home, Redirects() as elsewhere, fetcher() as fetch:
        secrets = {"Authorization": "Bearer s3cret"}
        await fetch.get(
            f"{home.url}/to?url=/end", secrets=secrets, headers={"X-Also": "mine", "Accept": "text/plain"}
        )
        await fetch.get(f"{home.url}/to?url={elsewhere.url}/to?url={home.url}/end", secrets=secrets)
    assert [seen.headers.get("Authorization") for seen in home.seen] == ["Bearer s3cret"] * 4
    assert [seen.headers.get("Authorization") for seen in elsewhere.seen] == [None]


async def test_custom_headers_stay_at_home_too() -> None:
    async with Redirects() as home, Redirects() as elsewhere, fetcher() as fetch:
        await fetch.get(
            f"{home.url}/to?url={elsewhere.url}/end", headers={"X-Api-Key": "k", "Accept": "text/plain"}
        )
    assert "X-Api-Key" in home.seen[0].headers
    assert "X-Api-Key" not in elsewhere.seen[0].headers
    assert elsewhere.seen[0].headers["Accept"] == "text/plain"


async def test_a_post_is_never_sent_twice_by_a_redirect() -> None:
    async with Redirects() as server, fetcher() as fetch:
        with pytest.raises(FetchFailed, match="redirects where an answer was expected"):
            await fetch.post(f"{server.url}/to?status=307&url=/end", form={"a": "b"})
    assert [seen.path for seen in server.seen] == ["/to"]
    assert server.seen[0].body == b"a=b"


@pytest.mark.parametrize(
    ("status", "headers", "kind"),
    [
        (400, {}, Kind.MALFORMED),
        (401, {}, Kind.AUTH),
        (403, {}, Kind.AUTH),
        (403, {"cf-mitigated": "challenge"}, Kind.CHALLENGE),
        (404, {}, Kind.NOT_FOUND),
        (410, {}, Kind.GONE),
        (429, {"Retry-After": "7"}, Kind.RATE_LIMITED),
        (451, {}, Kind.REGION),
        (500, {}, Kind.TRANSIENT),
        (502, {}, Kind.TRANSIENT),
        (503, {}, Kind.TRANSIENT),
        (503, {"Retry-After": "7"}, Kind.RATE_LIMITED),
    ],
)
async def test_each_error_status_has_its_meaning(status: int, headers: dict[str, str], kind: Kind) -> None:
    async with RssServer() as server, fetcher() as fetch:
        server.fail(status, headers=headers, body="why")
        with pytest.raises(HttpFailed) as caught:
            await fetch.get(server.feed)
    error = caught.value
    assert (error.kind, error.http_status, error.body) == (kind, status, b"why")
    assert error.retry_after == (7 if "Retry-After" in headers else None)
    assert error.remedy
    assert "feed.rss" not in str(error)


async def test_a_host_that_asked_for_a_pause_gets_it_from_all_of_its_feeds() -> None:
    async with RssServer() as server, fetcher() as fetch:
        later = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
        server.fail(429, headers={"Retry-After": later}, times=1)
        with pytest.raises(HttpFailed):
            await fetch.get(server.feed)
        with pytest.raises(FetchFailed, match="asked for a pause") as caught:
            await fetch.get(server.atom)
    assert len(server.seen) == 1
    assert 200 < (caught.value.retry_after or 0) <= 300


async def test_a_used_up_allowance_is_respected_before_it_is_refused() -> None:
    async with RssServer() as server, fetcher() as fetch:
        server.headers = {"RateLimit": '"api";r=7;t=200'}
        await fetch.get(server.feed)
        server.headers = {"RateLimit": '"api";r=0;t=200'}
        await fetch.get(server.feed)
        with pytest.raises(FetchFailed, match="asked for a pause"):
            await fetch.get(server.feed)
    assert len(server.seen) == 2


async def test_one_request_at_a_time_per_host_with_a_gap_and_hosts_do_not_wait_for_each_other() -> None:
    class Slow(FakeServer):
        running = most = 0

        def routes(self, app: web.Application) -> None:
            app.router.add_get("/", self._slow)

        async def _slow(self, request: web.Request) -> web.Response:
            type(self).running += 1
            type(self).most = max(type(self).most, type(self).running)
            await asyncio.sleep(0.05)
            type(self).running -= 1
            return web.Response(text="x")

    class Other(Slow):
        running = most = 0

    names = NameServer({"slow.corp": [["127.0.0.1"]], "other.corp": [["127.0.0.1"]]})
    settings = FetchSettings(allow_private=names.names, gap=0, parser_processes=0)
    async with Slow() as slow, Other() as other, Fetcher(settings, resolver=names) as fetch:
        urls = [f"http://slow.corp:{slow.port}/", f"http://other.corp:{other.port}/"]
        await asyncio.gather(*(fetch.get(f"{url}?{n}") for n in range(3) for url in urls))
    assert (Slow.most, Other.most) == (1, 1)
    assert len(slow.seen) == len(other.seen) == 3


async def test_the_gap_between_two_requests_to_one_host_is_kept() -> None:
    async with RssServer() as server, fetcher(gap=0.3) as fetch:
        loop = asyncio.get_running_loop()
        await fetch.get(server.feed)
        done = loop.time()
        await fetch.get(server.feed)
        assert loop.time() - done >= 0.29


async def test_it_says_honestly_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        RssServer() as server,
        fetcher(user_agent="Headsup/9", contact="https://bot.example.org") as fetch,
    ):
        await fetch.get(server.feed, headers={"User-Agent": "Mozilla/5.0"})
    assert server.seen[0].headers["User-Agent"] == "Headsup/9 (+https://bot.example.org)"


async def test_the_environments_proxies_and_cookies_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with RssServer() as server, fetcher() as fetch:
        server.headers = {"Set-Cookie": "session=1"}
        await fetch.get(server.feed)
        await fetch.get(server.feed)
    assert len(server.seen) == 2
    assert all("Cookie" not in seen.headers for seen in server.seen)


async def test_validators_are_sent_and_a_304_is_no_error() -> None:
    async with RssServer() as server, fetcher() as fetch:
        first = await fetch.get(server.feed)
        second = await fetch.get(server.feed, etag=first.etag, last_modified="Sat, 01 Aug 2026 00:00:00 GMT")
    assert (first.not_modified, second.not_modified, second.body) == (False, True, b"")
    assert server.seen[1].headers["If-Modified-Since"] == "Sat, 01 Aug 2026 00:00:00 GMT"


async def test_a_host_that_is_not_there_is_a_passing_fault() -> None:
    async with RssServer() as server:
        url = server.feed
    async with fetcher() as fetch:
        with pytest.raises(FetchFailed) as caught:
            await fetch.get(url)
    assert caught.value.kind is Kind.TRANSIENT


async def test_errors_never_show_the_address_or_a_secret() -> None:
    async with HostileServer() as server, fetcher(total_timeout=0.5) as fetch:
        server.answer("/garbage", b"garbage\r\n\r\n")
        secret = "never" + "shown"  # in two parts, for a traceback quotes the lines of this file
        for path in ("/silence", "/half", "/nothing", "/endless-header", "/garbage"):
            with pytest.raises((FetchFailed, FetchRefused)) as caught:
                await fetch.get(f"{server.url}{path}?token={secret}", secrets={"X-Key": secret})
            assert secret not in "".join(traceback.format_exception(caught.value))
