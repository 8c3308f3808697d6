"""Addresses that lead where nobody outside may look: every one is refused, with the reason."""

from __future__ import annotations

import pytest

from feeds import Fetcher, FetchRefused, FetchSettings, HttpFailed, SettingsError
from feeds.addresses import refusal
from tests.fakes.feeds.hostile import HostileServer, NameServer, head
from tests.fakes.feeds.rss import RssServer

TABLE = [
    # IPv4 literals, in every notation
    ("http://127.0.0.1/", "address"),
    ("http://127.0.0.1:80/", "address"),
    ("https://127.0.0.1:443/", "address"),
    ("http://127.8.9.1/", "address"),
    ("http://127.0.0.1./", "address"),
    ("http://127.1/", "numeric-host"),
    ("http://127.0.1/", "numeric-host"),
    ("http://2130706433/", "numeric-host"),
    ("http://0x7f000001/", "numeric-host"),
    ("http://0x7f.0.0.1/", "numeric-host"),
    ("http://0x7F.0x0.0x0.0x1/", "numeric-host"),
    ("http://0177.0.0.1/", "numeric-host"),
    ("http://017700000001/", "numeric-host"),
    ("http://127.0.0.01/", "numeric-host"),
    ("http://0127.0.0.1/", "numeric-host"),
    ("http://00000177.1/", "numeric-host"),
    ("http://0/", "numeric-host"),
    ("http://1.2.3.4.5/", "numeric-host"),
    ("http://１２７.0.0.1/", "address"),
    ("http://127。0。0。1/", "address"),
    ("http://①②⑦.⓪.⓪.①/", "address"),
    ("http://%31%32%37.0.0.1/", "host"),
    ("http://0.0.0.0/", "address"),
    ("http://0.1.2.3/", "address"),
    ("http://255.255.255.255/", "address"),
    ("http://240.0.0.1/", "address"),
    ("http://224.0.0.251/", "address"),
    ("http://192.88.99.1/", "address"),
    ("http://198.18.0.1/", "address"),
    ("http://192.0.2.1/", "address"),
    # private networks, carrier-grade NAT, metadata services
    ("http://10.0.0.1/", "address"),
    ("http://172.16.0.1/", "address"),
    ("http://172.31.255.255/", "address"),
    ("http://192.168.1.1/", "address"),
    ("http://100.64.0.1/", "address"),
    ("http://100.127.255.254/", "address"),
    ("http://169.254.169.254/latest/meta-data/", "address"),
    ("http://169.254.170.2/v2/credentials", "address"),
    ("http://100.100.100.200/latest/meta-data/", "address"),
    ("http://168.63.129.16/machine", "address"),
    ("http://192.0.0.192/latest/", "address"),
    ("http://0xa9fea9fe/", "numeric-host"),
    ("http://2852039166/", "numeric-host"),
    ("http://metadata.google.internal/computeMetadata/v1/", "local-name"),
    ("http://instance-data.internal/", "local-name"),
    # IPv6
    ("http://[::1]/", "address"),
    ("http://[::]/", "address"),
    ("http://[0:0:0:0:0:0:0:1]/", "address"),
    ("http://[::ffff:127.0.0.1]/", "address"),
    ("http://[::ffff:7f00:1]/", "address"),
    ("http://[::ffff:169.254.169.254]/", "address"),
    ("http://[::ffff:8.8.8.8]/", "address"),
    ("http://[::127.0.0.1]/", "address"),
    ("http://[64:ff9b::7f00:1]/", "address"),
    ("http://[64:ff9b::169.254.169.254]/", "address"),
    ("http://[64:ff9b:1::1]/", "address"),
    ("http://[2002:7f00:1::]/", "address"),
    ("http://[2002:a9fe:a9fe::]/", "address"),
    ("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "address"),
    ("http://[2001:db8::1]/", "address"),
    ("http://[3fff::1]/", "address"),
    ("http://[fc00::1]/", "address"),
    ("http://[fd00:ec2::254]/latest/meta-data/", "address"),
    ("http://[fe80::1]/", "address"),
    ("http://[fe80::1%25eth0]/", "host"),
    ("http://[fec0::1]/", "address"),
    ("http://[ff02::1]/", "address"),
    ("http://[100::1]/", "address"),
    ("http://[::ffff:0:127.0.0.1]/", "address"),
    ("http://[v1.fe80::a]/", "address"),
    # names of the local network
    ("http://localhost/", "local-name"),
    ("http://LOCALHOST./", "local-name"),
    ("http://feeds.localhost/", "local-name"),
    ("http://router.local/", "local-name"),
    ("http://nas.lan/", "local-name"),
    ("http://box.home.arpa/", "local-name"),
    ("http://intranet/", "local-name"),
    ("http://service.corp/", "local-name"),
    ("http://hidden.onion/", "local-name"),
    # userinfo, backslashes, control characters, parser differentials
    ("http://user@example.org/", "userinfo"),
    ("http://user:pass@example.org/", "userinfo"),
    ("http://@example.org/", "userinfo"),
    ("http://example.org@127.0.0.1/", "userinfo"),
    ("http://127.0.0.1#@example.org/", "address"),
    ("http://127.0.0.1?@example.org/", "address"),
    ("http://example.org\\@127.0.0.1/", "backslash"),
    ("http:\\\\127.0.0.1/", "backslash"),
    ("http://example.org/\\..\\admin", "backslash"),
    ("http://example.org\t.evil.org/", "control"),
    ("http://example.org/\r\nHost: localhost", "control"),
    ("http://exam ple.org/", "control"),
    (" http://example.org/", "control"),
    ("http://example.org/\x00", "control"),
    ("http://exa\u200bmple.org/", "control"),
    ("http://example\u00ad.org/", "control"),
    ("http://example.org%00.evil.org/", "host"),
    ("http://example.org%2f@evil.org/", "userinfo"),
    ("http:///127.0.0.1/", "syntax"),
    ("http:/127.0.0.1/", "syntax"),
    ("http:127.0.0.1", "syntax"),
    ("//127.0.0.1/", "scheme"),
    ("http://", "host"),
    ("http://:80/", "syntax"),
    ("http://-evil.org/", "host"),
    ("http://ex*mple.org/", "host"),
    ("http://[127.0.0.1/", "syntax"),
    ("http://example.org:port/", "syntax"),
    ("http://example.org:99999/", "syntax"),
    ("http://example.org/" + "a" * 5000, "length"),
    # ports and schemes
    ("http://example.org:22/", "port"),
    ("http://example.org:6379/", "port"),
    ("http://example.org:8080/", "port"),
    ("https://example.org:8443/", "port"),
    ("http://example.org:0/", "port"),
    ("file:///etc/passwd", "scheme"),
    ("ftp://example.org/", "scheme"),
    ("gopher://127.0.0.1:6379/_INFO", "scheme"),
    ("data:text/html,hi", "scheme"),
    ("javascript:alert(1)", "scheme"),
    ("unix:///var/run/docker.sock", "scheme"),
    ("jar:http://example.org!/", "scheme"),
    ("ws://example.org/", "scheme"),
    ("example.org", "scheme"),
    ("", "scheme"),
]


def strict() -> Fetcher:
    return Fetcher(FetchSettings(gap=0, parser_processes=0), resolver=NameServer({}))


def test_the_table_is_long_enough() -> None:
    assert len({url for url, _ in TABLE}) == len(TABLE) > 60


@pytest.mark.parametrize(("url", "reason"), TABLE)
async def test_a_hostile_address_is_refused_with_its_reason(url: str, reason: str) -> None:
    async with strict() as fetch:
        with pytest.raises(FetchRefused) as caught:
            await fetch.get(url)
    assert caught.value.reason == reason
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "https://example.org:443/a?b=c#d", "HTTPS://Example.ORG./x", "http://8.8.8.8/",
     "http://[2606:4700::1111]/", "https://bücher.example.org/ü?q=ä", "http://xn--bcher-kva.org/", "http://1.1.1.1.org/"],
)  # fmt: skip
def test_ordinary_addresses_are_allowed(url: str) -> None:
    assert strict().check(url)


@pytest.mark.parametrize(
    "inward",
    [["127.0.0.1"], ["::1"], ["10.1.2.3"], ["169.254.169.254"], ["64:ff9b::7f00:1"], ["::ffff:127.0.0.1"],
     ["fd00::1", "192.168.0.1"], ["0.0.0.1"]],
)  # fmt: skip
async def test_a_name_that_leads_inward_is_refused_when_it_connects(inward: list[str]) -> None:
    settings = FetchSettings(gap=0, parser_processes=0)
    async with Fetcher(settings, resolver=NameServer({"feeds.example.org": [inward]})) as fetch:
        with pytest.raises(FetchRefused, match="not public") as caught:
            await fetch.get("http://feeds.example.org/")
    assert caught.value.reason == "address"


async def test_a_name_that_is_public_when_checked_and_private_when_used_gains_nothing() -> None:
    """Rebinding: whoever looks twice gets two answers, so the socket itself is what is checked."""
    names = NameServer({"rebind.example.org": [["127.0.0.1"], ["8.8.8.8"], ["127.0.0.1"]]})
    async with Fetcher(FetchSettings(gap=0, parser_processes=0), resolver=names) as fetch:
        fetch.check("http://rebind.example.org/")
        with pytest.raises(FetchRefused):
            await fetch.get("http://rebind.example.org/")
    assert names.asked == ["rebind.example.org"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.2/", "address"),
        ("http://169.254.169.254/latest/meta-data/", "address"),
        ("//[::1]/", "address"),
        ("http://2130706433/", "numeric-host"),
        ("http://localhost/", "local-name"),
        ("http://inward.example.org/", "address"),
        ("file:///etc/passwd", "scheme"),
        ("http://u:p@example.org/", "userinfo"),
        ("http://example.org:22/", "port"),
        ("http:\\\\127.0.0.1/", "backslash"),
    ],
)
async def test_a_redirect_is_checked_like_the_first_address(location: str, reason: str) -> None:
    async with HostileServer() as server:
        start = server.answer("/start", head("302 Found", 0, Location=location))
        settings = FetchSettings(allow_private=(f"127.0.0.1:{server.port}",), gap=0, parser_processes=0)
        names = NameServer({"inward.example.org": [["127.0.0.1"]]})
        async with Fetcher(settings, resolver=names) as fetch:
            with pytest.raises(FetchRefused) as caught:
                await fetch.get(start)
    assert caught.value.reason == reason


async def test_a_stream_is_checked_too_and_follows_no_redirect() -> None:
    async with HostileServer() as server:
        server.answer("/start", head("302 Found", 0, Location=f"http://127.0.0.1:{server.port}/other"))
        settings = FetchSettings(allow_private=(f"127.0.0.1:{server.port}",), gap=0, parser_processes=0)
        async with Fetcher(settings) as fetch:
            for url in ("ws://127.0.0.2/", "http://example.org/", f"ws://127.0.0.1:{server.port}/start"):
                with pytest.raises((FetchRefused, HttpFailed)):
                    async with fetch.stream(url):
                        pass
    assert server.paths == ["/start"]


async def test_a_private_host_is_reached_only_by_the_operators_explicit_word() -> None:
    async with RssServer() as server, RssServer() as other:
        settings = FetchSettings(allow_private=(server.allowed,), gap=0, parser_processes=0)
        async with Fetcher(settings) as fetch:
            assert (await fetch.get(server.feed)).status == 200
            with pytest.raises(FetchRefused):
                await fetch.get(other.feed)
        assert other.seen == []


async def test_an_allowed_name_is_allowed_wherever_it_leads_on_its_own_port() -> None:
    names = NameServer({"feeds.corp": [["127.0.0.1"]]})
    async with RssServer() as server:
        settings = FetchSettings(allow_private=(f"feeds.corp:{server.port}",), gap=0, parser_processes=0)
        async with Fetcher(settings, resolver=names) as fetch:
            assert (await fetch.get(f"http://feeds.corp:{server.port}/feed.rss")).status == 200
            with pytest.raises(FetchRefused):
                await fetch.get("http://feeds.corp/feed.rss")


@pytest.mark.parametrize(
    "entry", ["http://host/", "10.0.0.1/33", "*", "a b/c", "host:port", "*.example.org", ""]
)
def test_an_allow_list_entry_that_makes_no_sense_is_an_error(entry: str) -> None:
    with pytest.raises(SettingsError, match="allow_private"):
        Fetcher(FetchSettings(allow_private=(entry,), parser_processes=0))


def test_public_addresses_are_not_refused() -> None:
    for address in ("8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::1"):
        assert refusal(address) is None
