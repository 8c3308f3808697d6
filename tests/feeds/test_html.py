"""HTML becomes text without losing or splitting a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.html import feed_links, read, to_text
from feeds.item import Link


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Ja<span></span>ne", "Jane"),
        ("J<b>a</b><i>n</i>e R<wbr>oe", "Jane Roe"),
        ("Ja<!-- comment -->ne", "Jane"),
        ("<p>Jane</p><p>Roe</p>", "Jane\n\nRoe"),
        ("<div>Jane<div>Roe</div>Doe</div>", "Jane\nRoe\nDoe"),
        ("Jane<br>Roe<br/>Doe", "Jane\nRoe\nDoe"),
        ("<ul><li>one</li><li>two <b>x</b></li></ul>", "one\n\ntwo x"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("a&amp;b &lt;c&gt; &#x4A;ane &nbsp; x", "a&b <c> Jane x"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("no tags &amp; an entity", "no tags & an entity"),
        ("<script>alert(1)</script>a<style>b{}</style>c<template>d</template>", "ac"),
        ("<svg><text>Ja</text></svg>ne <noscript>Roe</noscript>", "Jane Roe"),
        ("<p>unclosed <b>bold <i>both", "unclosed bold both"),
        ("text < 5 and > 3", "text < 5 and > 3"),
        ("<details><summary>more</summary>hidden</details>", "more\nhidden"),
        ("<span style='display:none'>kept</span>", "kept"),
        ("<title>t</title><body>b</body>", "b"),
        ("<a href='x'>Jane</a><a href='y'>Roe</a>", "JaneRoe"),
        ("", ""),
        ("Ja\ud800ne", "Jane"),
        ("\r\n a \r\n\r\n\r\n b \x00", "a\n\nb"),
    ],
)
def test_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert to_text(markup) == text


def test_links_are_absolute_and_only_ways_to_pages() -> None:
    page = read(
        '<a href="/a">A <b>b</b></a><a href="https://x.example/y">Y</a><a href="mailto:j@x.example">m</a>'
        '<a href="javascript:x()">j</a><a href="#top">t</a><a href="http://[bad">z</a>',
        "https://forum.example/t/1",
    )
    assert page.links == (Link("A b", "https://forum.example/a"), Link("Y", "https://x.example/y"))


def test_pictures_are_names_and_descriptions() -> None:
    page = read('<img src="/i/jane.jpg?x=1" alt="Jane at the sea"><img src="data:image/png;base64,AAAA">')
    assert page.media == ("Jane at the sea", "jane.jpg")


@pytest.mark.parametrize("depth", [300, 511, 5_000, 300_000])
def test_deeply_nested_text_is_not_lost(depth: int) -> None:
    assert "Jane Roe" in to_text("<div>" * depth + "Jane Roe" + "</div>" * depth)
    assert "Jane" in to_text("<span>" * depth + "Jane")


@given(st.text(alphabet="<>/abc =\"'&;!-p\n", max_size=200))
def test_nothing_breaks_it(markup: str) -> None:
    page = read(markup, "https://x.example/")
    assert to_text(page.text.replace("<", "").replace("&", "")) is not None


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<span>", "</span>", "<wbr>", "<!--x-->", "<i></i>"]),
        min_size=4,
        max_size=4,
    )
)
def test_inline_markup_never_splits_a_word(tags: list[str]) -> None:
    assert to_text(f"{tags[0]}Ja{tags[1]}ne{tags[2]}Roe{tags[3]}") == "JaneRoe"


def test_feeds_are_announced_in_order_and_once() -> None:
    page = (
        '<base href="https://x.example/blog/"><link rel="alternate" type="application/rss+xml" href="feed" title="Blog">'
        '<link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" href="/atom">'
        '<link rel="alternate" type="application/rss+xml" href="feed"><link rel="alternate" hreflang="de" href="/de">'
        '<link rel="stylesheet" type="text/css" href="x.css">'
    )
    assert [(link.url, link.title) for link in feed_links(page, "https://y.example/")] == [
        ("https://x.example/blog/feed", "Blog"),
        ("https://x.example/atom", ""),
    ]
