"""What feedparser makes of well-formed and ill-formed feeds is kept: same entries, same words, links and times.

The samples are from feedparser's own tests (samples/wild/LICENSE); its tests of sanitising are left out, because our text is
made from the unsanitised HTML and never shown as HTML. One thing differs on purpose: a tag in a text that calls itself
plain is read as a tag ("Ja<b>ne" is Jane), because that is how such a name would be hidden from us.
"""

from __future__ import annotations

import calendar
import io
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from feeds.html import plain_text, to_text
from feeds.item import plausible_time
from feeds.rss import read_feed

WILD = sorted((Path(__file__).parent / "samples" / "wild").glob("*.xml"))
BASE = "http://127.0.0.1:8097/feed.xml"


def words(text: str) -> str:
    return "".join(to_text(text).split())


def when(entry: Any) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        if entry.get(name):
            return plausible_time(datetime.fromtimestamp(calendar.timegm(entry[name]), UTC))
    return None


def test_there_are_samples() -> None:
    assert len(WILD) >= 60


@pytest.mark.parametrize("path", WILD, ids=lambda path: path.stem)
def test_a_wild_feed_reads_as_feedparser_reads_it(path: Path) -> None:
    body = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = feedparser.parse(io.BytesIO(body), response_headers={"content-type": "application/xml"})
    if not theirs.entries and not theirs.version:
        return
    ours = read_feed(body, {"source": "rss", "url": BASE, "content_type": "application/xml"})
    assert len(ours.items) == len(theirs.entries)
    for item, entry in zip(ours.items, theirs.entries, strict=True):
        assert words(item.title) == words(entry.get("title", ""))
        assert item.posted_at == when(entry)
        if entry.get("link", "").startswith("http"):
            assert item.url == entry.link
        if entry.get("id", "").startswith(("http", "urn:", "tag:")):
            assert item.guid == entry.id
        told = plain_text((entry.get("author_detail") or {}).get("name") or entry.get("author", ""))
        assert item.author == told
        if entry.get("summary") and "<" not in entry.summary:
            assert words(entry.summary) in words(item.body) or len(item.body) >= len(to_text(entry.summary))
