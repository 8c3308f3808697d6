"""Civitai bounties in both encodings, against a server that answers as the site does."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from feeds import FeedError, Fetcher, Kind, SettingsError, dedupe_key, settings, trpc
from feeds.civitai_bounties import CivitaiBountiesAdapter, CivitaiBountiesSettings, read_bounty, read_list
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.trpc_wire import UNDEFINED, devalue, superjson

ADAPTER = CivitaiBountiesAdapter()
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(params=["superjson", "devalue"])
async def civitai(request: pytest.FixtureRequest) -> AsyncIterator[CivitaiServer]:
    async with CivitaiServer(encoding=request.param) as server:
        yield server


def configured(server: CivitaiServer, **more: Any) -> CivitaiBountiesSettings:
    return CivitaiBountiesSettings.model_validate(
        {"url": server.url, "api_key": server.key, "permission_confirmed": True, **more}
    )


@pytest.mark.parametrize("name", ["civitai_bounty_getInfinite", "civitai_bounty_getById"])
def test_both_encodings_of_one_answer_mean_the_same(name: str) -> None:
    one = (SAMPLES / f"{name}.json").read_bytes()
    other = (SAMPLES / f"{name}.devalue.json").read_bytes()
    assert trpc.result(one) == trpc.result(other)


def test_both_encodings_of_one_error_mean_the_same() -> None:
    errors = json.loads((SAMPLES / "civitai_errors.json").read_text())
    compared = 0
    for name, error in errors.items():
        if name.startswith("_"):
            continue
        both = [
            trpc.error_message(json.dumps(error[encoding]).encode()) for encoding in ("superjson", "devalue")
        ]
        assert both[0] == both[1] != ("", "")
        compared += 1
    assert compared == 9


def test_the_fake_writes_what_the_real_serialisers_write() -> None:
    value = {
        "a": UNDEFINED,
        "when": datetime(2026, 8, 8, 9, 14, 3, 511000, UTC),
        "list": [{"n": 1}, None, True, 1],
    }
    both = [json.dumps({"result": {"data": form(value)}}).encode() for form in (superjson, devalue)]
    expected = {"a": None, "when": "2026-08-08T09:14:03.511Z", "list": [{"n": 1}, None, True, 1]}
    assert [trpc.result(body) for body in both] == [expected, expected]


def test_the_samples_give_items() -> None:
    where = {"base": "https://civitai.red", "source": "civitai_bounties"}
    page = read_list((SAMPLES / "civitai_bounty_getInfinite.json").read_bytes(), where)
    assert [item.native_id for item in page.items] == ["9104", "9103", "9101", "9098"]
    assert page.extra == {"next": 9096}
    (item,) = read_bounty((SAMPLES / "civitai_bounty_getById.devalue.json").read_bytes(), where).items
    assert item.title == "Looking for a Flux LoRA of my friend Alexandra Placeholder"
    assert item.body.startswith(
        "Hi! I am looking for a Flux.1 D LoRA of Alexandra Placeholder. She posts at "
    )
    assert "NSFW-capable" in item.body
    assert (item.reward, item.base_model, item.adult) == (
        "5,000 BUZZ".replace("BUZZ", "Buzz"),
        "Flux.1 D",
        True,
    )
    assert item.claimed_real_person is False
    assert item.url == "https://civitai.red/bounties/9104"
    assert item.tags == ("lora", "flux")


async def test_a_new_bounty_arrives_with_its_whole_text(civitai: CivitaiServer, fetch: Fetcher) -> None:
    civitai.add("Old", "<p>before</p>")
    first = await ADAPTER.poll(configured(civitai), None, fetch)
    civitai.add("LoRA of Jane Roe", "<p>She is <b>Ja</b>ne</p><p>Roe</p>", nsfw=True)
    second = await ADAPTER.poll(configured(civitai), first.state, fetch)
    assert [item.body for item in first.items] == ["before"]
    (item,) = second.items
    assert (item.title, item.body, item.adult) == ("LoRA of Jane Roe", "She is Jane\n\nRoe", True)
    assert item.reward == "5,000 Buzz"
    assert (await ADAPTER.poll(configured(civitai), second.state, fetch)).items == ()


async def test_a_bounty_that_appears_late_below_newer_ones_is_found(
    civitai: CivitaiServer, fetch: Fetcher
) -> None:
    late = civitai.add("Late", hidden=True)
    for n in range(8):
        civitai.add(f"Newer {n}")
    first = await ADAPTER.poll(configured(civitai, page_size=5), None, fetch)
    late.hidden = False
    second = await ADAPTER.poll(configured(civitai, page_size=5), first.state, fetch)
    assert [item.title for item in second.items] == ["Late"]


async def test_an_empty_page_in_the_middle_is_not_the_end(civitai: CivitaiServer, fetch: Fetcher) -> None:
    civitai.add("Oldest")
    for n in range(3):
        civitai.add(f"Pictureless {n}", pictures=0)
    poll = await ADAPTER.poll(configured(civitai, page_size=3), None, fetch)
    assert [item.title for item in poll.items] == ["Oldest"]


async def test_after_a_long_absence_pages_are_read_until_something_known(
    civitai: CivitaiServer, fetch: Fetcher
) -> None:
    civitai.add("Known")
    first = await ADAPTER.poll(configured(civitai, page_size=5), None, fetch)
    for n in range(20):
        civitai.add(f"New {n}")
    second = await ADAPTER.poll(configured(civitai, page_size=5), first.state, fetch)
    assert len(second.items) == 20


async def test_what_is_too_much_for_one_poll_is_opened_by_the_next(
    civitai: CivitaiServer, fetch: Fetcher
) -> None:
    for n in range(5):
        civitai.add(f"Bounty {n}", f"<p>text {n}</p>")
    first = await ADAPTER.poll(configured(civitai, details_per_poll=3), None, fetch)
    second = await ADAPTER.poll(configured(civitai, details_per_poll=3), first.state, fetch)
    third = await ADAPTER.poll(configured(civitai, details_per_poll=3), second.state, fetch)
    assert sorted(item.body for item in first.items) == ["", "", "text 2", "text 3", "text 4"]
    assert sorted(item.body for item in second.items) == ["text 0", "text 1"]
    assert third.items == ()


async def test_a_pause_in_the_middle_loses_nothing(civitai: CivitaiServer, fetch: Fetcher) -> None:
    civitai.add("One", "<p>text one</p>")
    civitai.fail(503, times=1, path="getById")
    first = await ADAPTER.poll(configured(civitai), None, fetch)
    second = await ADAPTER.poll(configured(civitai), first.state, fetch)
    assert [(item.title, item.body) for item in (*first.items, *second.items)] == [
        ("One", ""),
        ("One", "text one"),
    ]


async def test_edits_are_read_again_after_a_day_and_deletions_are_reported(
    civitai: CivitaiServer, fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounty = civitai.add("LoRA wanted", "<p>of a lake</p>")
    gone = civitai.add("Other", "<p>soon gone</p>")
    first = await ADAPTER.poll(configured(civitai), None, fetch)
    bounty.description = "<p>of Jane Roe</p>"
    civitai.delete(gone.id)
    quiet = await ADAPTER.poll(configured(civitai), first.state, fetch)
    now = datetime.now(UTC).timestamp()
    monkeypatch.setattr("feeds.civitai_bounties.time.time", lambda: now + 86_400 + 60)
    later = await ADAPTER.poll(configured(civitai), quiet.state, fetch)
    assert quiet.items == ()
    assert [item.body for item in later.items] == ["of Jane Roe"]
    assert later.deleted == (f"id:civitai_bounties:{gone.id}",)
    assert dedupe_key(later.items[0]) == dedupe_key(first.items[1])


async def test_the_posters_flag_is_reported_and_hides_nothing(civitai: CivitaiServer, fetch: Fetcher) -> None:
    civitai.add("Said to be real", poi=True)
    civitai.add("Not said", poi=False)
    poll = await ADAPTER.poll(configured(civitai), None, fetch)
    assert {item.title: item.claimed_real_person for item in poll.items} == {
        "Said to be real": True,
        "Not said": False,
    }


async def test_prompts_are_read_unless_their_author_hid_them(civitai: CivitaiServer, fetch: Fetcher) -> None:
    civitai.add("Shown", prompt="portrait of jane roe")
    civitai.add("Hidden", prompt="portrait of someone", hide_prompt=True)
    poll = await ADAPTER.poll(configured(civitai), None, fetch)
    assert {item.title: item.body for item in poll.items} == {"Shown": "portrait of jane roe", "Hidden": ""}


async def test_comments_of_a_bounty_become_items_and_no_thread_is_no_error(
    civitai: CivitaiServer, fetch: Fetcher
) -> None:
    bounty = civitai.add("One")
    assert await ADAPTER.comments(configured(civitai), str(bounty.id), fetch) == ()
    civitai.comment(bounty.id, "<p>I can do Jane Roe</p>", "maker")
    (item,) = await ADAPTER.comments(configured(civitai), str(bounty.id), fetch)
    assert (item.body, item.author, item.native_id) == ("I can do Jane Roe", "maker", "comment/8000")


@pytest.mark.parametrize(
    ("spoil", "kind", "says"),
    [
        ({"key": "another"}, Kind.AUTH, "wants an API key"),
        ({"right_host": False}, Kind.AUTH, "only on civitai.red"),
        ({"scoped": False}, Kind.AUTH, "lacks a scope"),
    ],
)
async def test_each_refusal_says_what_to_do(
    civitai: CivitaiServer, fetch: Fetcher, spoil: dict[str, Any], kind: Kind, says: str
) -> None:
    chosen = configured(civitai)
    for name, value in spoil.items():
        setattr(civitai, name, value)
    with pytest.raises(FeedError, match=says) as caught:
        await ADAPTER.poll(chosen, None, fetch)
    assert caught.value.kind is kind
    assert "fake-key" not in str(caught.value)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "api_key"),
        ({"api_key": "x"}, "permission_confirmed"),
        ({"api_key": "x", "permission_confirmed": False}, "permission_confirmed"),
        ({"api_key": " ", "permission_confirmed": True}, "must not be empty"),
        ({"api_key": "x", "permission_confirmed": True, "page_sise": 3}, "did you mean 'page_size'"),
    ],
)
def test_it_cannot_be_switched_on_by_half(values: dict[str, Any], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        settings("civitai_bounties", values)
