"""When two items are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import Item, Link, canonical_url, content_hash, dedupe_key, dedupe_keys
from feeds.identity import Keys, Verdict, keys, verdict
from feeds.item import plausible_time
from feeds.markdown import links

POST = Item("rss", "LoRA of Jane Roe", "Looking for a LoRA.", "https://forum.example/t/17", guid="urn:17")


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Forum.Example:80/a/", "http://forum.example/a"),
        ("https://forum.example:443", "https://forum.example/"),
        ("https://forum.example./a?utm_source=x&b=2&fbclid=y&a=1#top", "https://forum.example/a?b=2&a=1"),
        ("https://forum.example/#!/post/5", "https://forum.example/#!/post/5"),
        ("https://forum.example/ü?q=ä b", "https://forum.example/%C3%BC?q=%C3%A4+b"),
        ("https://forum.example:8443/a", "https://forum.example:8443/a"),
        ("https://[2606:4700::1]/a", "https://[2606:4700::1]/a"),
        ("not a url", "not a url"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://[broken/", "http://[broken/"),
    ],
)
def test_an_address_has_one_spelling(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_the_first_known_key_counts() -> None:
    whole = replace(POST, native_id="17")
    assert dedupe_key(whole) == "id:rss:17"
    assert dedupe_key(POST) == "guid:urn:17"
    assert dedupe_key(replace(POST, guid=None)) == "url:https://forum.example/t/17"
    assert dedupe_key(replace(POST, guid=None, url="")).startswith("hash:rss:")


def test_an_id_that_two_different_items_share_falls_through_for_both() -> None:
    other = replace(POST, title="Another", url="https://forum.example/t/18")
    assert dedupe_keys([POST, other]) == ["url:https://forum.example/t/17", "url:https://forum.example/t/18"]
    nowhere = [replace(item, url="https://forum.example/") for item in (POST, other)]
    assert len(set(dedupe_keys(nowhere))) == 2
    assert all(key.startswith("hash:") for key in dedupe_keys(nowhere))


def test_the_same_item_twice_in_one_document_keeps_its_id() -> None:
    assert dedupe_keys([POST, POST]) == ["guid:urn:17", "guid:urn:17"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Looking  for\n a LoRA", "looking for a LoRA"),
        ("LoRA wanted (12 replies)", "LoRA wanted (1,340 replies)"),
        ("LoRA wanted · 5 views · 3 hours ago", "LoRA wanted · 1.2k views · 2 days ago"),
        ("Updated 2026-08-08 10:00 LoRA", "Updated 2026-08-09 11:30 LoRA"),
        ("Posted 8 August 2026: LoRA", "Posted 9 August 2026: LoRA"),
        ("Ｌｏｒａ", "lora"),
        ("LoRA | Views: 17", "LoRA | Views: 18"),
    ],
)
def test_spacing_dates_and_counters_do_not_make_a_new_item(one: str, other: str) -> None:
    assert content_hash(Item("rss", body=one)) == content_hash(Item("rss", body=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ExampleGamer42", "ExampleGamer43"),
        ("pay 50 USD", "pay 60 USD"),
        ("Jane Roe", "Jane Doe"),
        ("a", "a b"),
        ("", "x"),
    ],
)
def test_other_words_make_another_content(one: str, other: str) -> None:
    assert content_hash(Item("rss", body=one)) != content_hash(Item("rss", body=other))


def test_the_same_text_on_two_feeds_has_one_content() -> None:
    elsewhere = Item("bluesky_search", body="LoRA of Jane Roe\nLooking for a LoRA.", guid="at://x")
    assert content_hash(POST) == content_hash(elsewhere)
    assert content_hash(Item("rss", "LoRA of Jane…", "LoRA of Jane Roe wanted")) == content_hash(
        Item("x", body="LoRA of Jane Roe wanted")
    )


def test_a_changed_guid_is_no_new_item_and_changed_words_are_an_edit() -> None:
    (known,) = keys([POST])
    (renamed,) = keys([replace(POST, guid="urn:other")])
    (edited,) = keys([replace(POST, body="Now of someone else.")])
    (fresh,) = keys([replace(POST, guid="urn:18", body="Something else.")])
    stored, contents = {known.primary: known.content}, {known.content}
    assert [verdict(key, stored, contents) for key in (known, renamed, edited, fresh)] == [
        Verdict.SAME,
        Verdict.RENAMED,
        Verdict.EDITED,
        Verdict.NEW,
    ]


def test_a_platforms_own_id_is_never_taken_for_a_renamed_one() -> None:
    assert verdict(Keys("id:discord_channel:1/3", "c"), {"id:discord_channel:1/2": "c"}, {"c"}) is Verdict.NEW


@pytest.mark.parametrize(
    ("unit", "times"),
    [("1 ", 150_000), ("9", 500_000), ("1,1.", 200_000), ("views", 100_000), ("views: ", 50_000), ("1 jan", 50_000),
     ("2026-", 50_000), ("просмотр", 50_000), ("[", 300_000), ("[a](http://", 50_000), ("[a](http://xyz", 20_000)],
)  # fmt: skip
def test_long_hostile_text_is_compared_in_reasonable_time(unit: str, times: int) -> None:
    assert len(content_hash(Item("rss", body=unit * times))) == 32
    assert len(links(unit * times)) <= 200


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40))
def test_keys_never_fail_and_never_depend_on_order(title: str, body: str, url: str) -> None:
    items = [Item("rss", title, body, url), POST]
    assert dedupe_keys(items) == dedupe_keys(items[::-1])[::-1]
    assert content_hash(items[0]) == content_hash(replace(items[0], url="", guid="x", author="y"))


def test_an_item_survives_json() -> None:
    item = replace(
        POST,
        links=(Link("a", "https://b.example"),),
        tags=("x",),
        posted_at=datetime(2026, 8, 8, tzinfo=UTC),
        adult=True,
    )
    assert Item.from_dict(item.to_dict()) == item


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-08-08T09:00:00Z", datetime(2026, 8, 8, 9, tzinfo=UTC)),
        ("2026-08-08T09:00:00", datetime(2026, 8, 8, 9, tzinfo=UTC)),
        ("2026-08-08T09:00:00+02:00", datetime(2026, 8, 8, 7, tzinfo=UTC)),
        (1_785_000_000, datetime.fromtimestamp(1_785_000_000, UTC)),
        (1_785_000_000_000, datetime.fromtimestamp(1_785_000_000, UTC)),
        (1_785_000_000_000_000, datetime.fromtimestamp(1_785_000_000, UTC)),
        ("9999-12-31T23:59:59Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+23:00", None),
        (0, None),
        (10**300, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        ("soon", None),
        ("", None),
        (None, None),
        ([], None),
    ],
)
def test_a_time_is_plausible_or_unknown(value: object, expected: datetime | None) -> None:
    assert plausible_time(value, datetime(2026, 9, 1, tzinfo=UTC)) == expected
