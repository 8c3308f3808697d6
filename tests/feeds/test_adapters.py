"""Each of the other adapters against a server that answers as its service does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from feeds import FeedError, Fetcher, Kind, ParseError, SettingsError, dedupe_key, settings
from feeds.bluesky import BlueskySearchAdapter, BlueskySearchSettings, JetstreamAdapter, JetstreamSettings
from feeds.civitai_models import CivitaiModelsAdapter, CivitaiModelsSettings
from feeds.discourse import DiscourseAdapter, DiscourseSettings
from feeds.fourchan import FourchanAdapter, FourchanSettings
from feeds.huggingface import (
    HuggingFaceDiscussionsAdapter,
    HuggingFaceDiscussionsSettings,
    HuggingFaceModelsAdapter,
    HuggingFaceModelsSettings,
)
from feeds.item import Link
from feeds.json_api import JsonAdapter, JsonSettings
from feeds.lemmy import LemmyAdapter, LemmySettings
from feeds.mastodon import MastodonAdapter, MastodonSettings
from feeds.reddit import RedditAdapter, RedditSettings
from tests.fakes.feeds.bluesky import BlueskyServer
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.discourse import DiscourseServer
from tests.fakes.feeds.fediverse import LemmyServer, MastodonServer
from tests.fakes.feeds.fourchan import FourchanServer
from tests.fakes.feeds.huggingface import HuggingFaceServer
from tests.fakes.feeds.reddit import RedditServer
from tests.fakes.feeds.serving import FakeServer


async def test_civitai_models_carry_their_description_trigger_words_and_flags(fetch: Fetcher) -> None:
    async with CivitaiServer() as server:
        server.models.append(
            {
                "id": 7,
                "name": "Jane Roe LoRA",
                "description": "<p>Trained on <b>Ja</b>ne</p>",
                "nsfw": False,
                "nsfwLevel": 31,
                "poi": True,
                "tags": ["celebrity", "woman"],
                "creator": {"username": "maker"},
                "modelVersions": [
                    {
                        "baseModel": "Flux.1 D",
                        "trainedWords": ["jnroe"],
                        "publishedAt": "2026-08-08T09:00:00.000Z",
                        "files": [{"name": "jane.safetensors"}],
                    }
                ],
            }
        )
        poll = await CivitaiModelsAdapter().poll(CivitaiModelsSettings(url=server.url), None, fetch)
        assert server.seen[0].query["sort"] == "Newest"
    (item,) = poll.items
    assert (item.title, item.body) == ("Jane Roe LoRA", "Trained on Jane\n\njnroe")
    assert (item.adult, item.claimed_real_person, item.base_model) == (True, True, "Flux.1 D")
    assert (item.author, item.tags, item.media) == ("maker", ("celebrity", "woman"), ("jane.safetensors",))


async def test_4chan_gives_opening_posts_and_replies_as_text(fetch: Fetcher) -> None:
    async with FourchanServer() as server:
        op = server.post(
            "who can make a LoRA of<br>Ja<wbr>ne &amp; co?", sub="Requests", filename="ref", ext=".jpg"
        )
        reply = server.post('<a href="#p1001" class="quotelink">&gt;&gt;1001</a><br>I can', thread=op)
        chosen = FourchanSettings(board="g", url=server.url, site="https://boards.4chan.org")
        poll = await FourchanAdapter().poll(chosen, None, fetch)
        again = await FourchanAdapter().poll(chosen, poll.state, fetch)
    first, second = poll.items
    assert (first.title, first.body, first.media) == (
        "Requests",
        "who can make a LoRA of\nJane & co?",
        ("ref.jpg",),
    )
    assert first.url == f"https://boards.4chan.org/g/thread/{op}"
    assert (second.body, second.url) == (">>1001\nI can", f"https://boards.4chan.org/g/thread/{op}#p{reply}")
    assert dedupe_key(second) == f"id:fourchan:g/{reply}"
    assert again.not_modified
    assert all("image" not in seen.path for seen in server.seen)


async def test_4chan_threads_worth_following_are_read_whole_when_they_change(fetch: Fetcher) -> None:
    async with FourchanServer() as server:
        op = server.post("LoRA requests")
        other = server.post("keyboards")
        for n in range(5):
            server.post(f"reply {n}", thread=op)
            server.post(f"other {n}", thread=other)
        chosen = FourchanSettings(board="g", url=server.url, follow=("lora",))
        first = await FourchanAdapter().poll(chosen, None, fetch)
        server.post("reply 5", thread=op)
        second = await FourchanAdapter().poll(chosen, first.state, fetch)
    assert {item.body for item in first.items} >= {f"reply {n}" for n in range(5)}
    assert "other 0" not in {item.body for item in first.items}
    assert "reply 5" in {item.body for item in second.items}
    assert [seen.path for seen in server.requests("thread")] == [f"/g/thread/{op}.json"] * 2


async def test_hugging_face_models(fetch: Fetcher) -> None:
    async with HuggingFaceServer() as server:
        server.model("maker/jane-roe-lora", tags=("lora", "not-for-all-audiences"), instance_prompt="photo of jnroe",
                     base_model="black-forest-labs/FLUX.1-dev", widget=[{"text": "jnroe on a beach"}])  # fmt: skip
        server.model("maker/unrelated", tags=("gguf",))
        poll = await HuggingFaceModelsAdapter().poll(HuggingFaceModelsSettings(url=server.url), None, fetch)
    (item,) = poll.items
    assert (item.title, item.body) == ("maker/jane-roe-lora", "photo of jnroe\n\njnroe on a beach")
    assert (item.adult, item.author, item.base_model) == (True, "maker", "black-forest-labs/FLUX.1-dev")


async def test_hugging_face_discussions_are_opened_once(fetch: Fetcher) -> None:
    async with HuggingFaceServer() as server:
        server.discuss("Request", "Could you do [Jane](https://social.example/jane)?")
        chosen = HuggingFaceDiscussionsSettings(url=server.url, repository=server.repository)
        first = await HuggingFaceDiscussionsAdapter().poll(chosen, None, fetch)
        server.discuss("Second", "more")
        second = await HuggingFaceDiscussionsAdapter().poll(chosen, first.state, fetch)
    (item,) = first.items
    assert (item.title, item.body) == ("Request", "Could you do [Jane](https://social.example/jane)?")
    assert item.links == (Link("Jane", "https://social.example/jane"),)
    assert [item.title for item in second.items] == ["Second"]
    assert len(server.requests("/discussions/1")) == 1


def jetstream(server: BlueskyServer, **more: Any) -> JetstreamSettings:
    return JetstreamSettings.model_validate(
        {"url": server.stream, "words": ("lora",), "batch_seconds": 0.2, "poll_seconds": 5, **more}
    )


async def test_the_stream_is_taken_up_where_it_broke_and_loses_nothing(fetch: Fetcher) -> None:
    async with BlueskyServer() as server:
        for n in range(30):
            server.post(f"LoRA request {n}")
        server.drop_after = 7
        chosen, state, found, kinds = jetstream(server), None, set(), set()
        for _ in range(40):
            try:
                async for batch in JetstreamAdapter().stream(chosen, state, fetch):
                    found |= {item.body for item in batch.items}
                    state = batch.state
                    if len(found) == 30:
                        break
            except FeedError as error:
                kinds.add(error.kind)
                server.drop_after += 7  # the overlap of five seconds holds all of this test's events
            if len(found) == 30:
                break
    assert found == {f"LoRA request {n}" for n in range(30)}
    assert len(server.connections) > 1
    assert None not in server.connections[1:]
    assert kinds == {Kind.TRANSIENT}


async def test_the_stream_passes_only_what_holds_a_word_and_follows_deletions(fetch: Fetcher) -> None:
    async with BlueskyServer() as server:
        server.post("my breakfast")
        kept = server.post("ＬｏＲＡ of someone wanted")
        gone = server.post("lora, never mind")
        server.delete(gone)
        poll = await JetstreamAdapter().poll(jetstream(server), None, fetch)
    assert [item.guid for item in poll.items] == [f"at://did:plc:fake/app.bsky.feed.post/{kept}"]
    assert poll.deleted == (f"guid:at://did:plc:fake/app.bsky.feed.post/{gone}",)
    assert poll.state.cursor["time_us"] == server.events[-1]["time_us"]


async def test_a_post_keeps_its_links_tags_and_labels(fetch: Fetcher) -> None:
    text = "LoRA of ünïque Jane, see page"
    start = len("LoRA of ünïque Jane, see ".encode())
    facets = [
        {
            "index": {"byteStart": start, "byteEnd": start + 4},
            "features": [{"uri": "https://social.example/jane"}],
        },
        {"index": {}, "features": [{"tag": "bounty"}]},
    ]
    async with BlueskyServer() as server:
        server.post(text, facets=facets, labels={"values": [{"val": "porn"}]},
                    embed={"images": [{"alt": "Jane at the sea"}]})  # fmt: skip
        (streamed,) = (await JetstreamAdapter().poll(jetstream(server), None, fetch)).items
        search = BlueskySearchSettings(query="lora", url=server.url)
        (searched,) = (await BlueskySearchAdapter().poll(search, None, fetch)).items
    assert streamed.links == (Link("page", "https://social.example/jane"),)
    assert (streamed.tags, streamed.adult, streamed.media) == (("bounty",), True, ("Jane at the sea",))
    assert dedupe_key(streamed) == dedupe_key(searched)
    assert searched.author == "fake.example"


async def test_mastodon_pages_forward_so_that_a_busy_hour_is_not_cut_off(fetch: Fetcher) -> None:
    async with MastodonServer() as server:
        server.toot("<p>first</p>")
        chosen = MastodonSettings(url=server.url, tag="#bounty")
        first = await MastodonAdapter().poll(chosen, None, fetch)
        for n in range(100):
            server.toot(f"<p>LoRA <span>wan</span>ted {n}</p>")
        second = await MastodonAdapter().poll(chosen, first.state, fetch)
        third = await MastodonAdapter().poll(chosen, second.state, fetch)
    assert [item.body for item in first.items] == ["first"]
    assert {item.body for item in second.items} == {f"LoRA wanted {n}" for n in range(100)}
    assert third.items == ()


async def test_mastodon_authors_who_want_no_bots_are_left_out_and_do_not_stop_the_reading(
    fetch: Fetcher,
) -> None:
    async with MastodonServer() as server:
        server.toot("<p>please not</p>", note="<p>hello <a>#<span>NoBot</span></a></p>")
        server.toot(
            "<p>fine</p>", sensitive=True, spoiler_text="cw", media_attachments=[{"description": "a face"}]
        )
        poll = await MastodonAdapter().poll(MastodonSettings(url=server.url, tag="bounty"), None, fetch)
    (item,) = poll.items
    assert (item.title, item.body, item.adult, item.media) == ("cw", "fine", True, ("a face",))
    assert item.guid == "https://social.example/users/a/statuses/110000000000000001"


@pytest.mark.parametrize("api", ["v3", "v4"])
async def test_lemmy_posts_and_comments_in_both_versions(fetch: Fetcher, api: str) -> None:
    async with LemmyServer() as server:
        server.post("LoRA wanted", "of [Jane](https://social.example/jane)", nsfw=True)
        server.comment("I can")
        chosen = LemmySettings.model_validate(
            {"url": server.url, "community": "requests", "comments": True, "api": api}
        )
        poll = await LemmyAdapter().poll(chosen, None, fetch)
        server.posts[0]["post"]["deleted"] = True
        after = await LemmyAdapter().poll(chosen, poll.state, fetch)
    post, comment = poll.items
    assert (post.title, post.adult, post.links) == (
        "LoRA wanted",
        True,
        (Link("Jane", "https://social.example/jane"),),
    )
    assert post.posted_at == datetime(2026, 8, 8, 9, 0, 0, 123456, tzinfo=UTC)
    assert comment.body == "I can"
    assert after.deleted == (dedupe_key(post),)


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({}, "/latest.rss"),
        ({"category": "requests/5"}, "/c/requests/5.rss"),
        ({"what": "posts"}, "/posts.rss"),
    ],
)
async def test_discourse_is_read_by_its_own_feeds(fetch: Fetcher, values: dict[str, str], path: str) -> None:
    async with DiscourseServer() as server:
        server.add("A topic", "<p>text</p>", guid="forum.example-topic-17")
        chosen = DiscourseSettings.model_validate({"url": server.url, **values})
        poll = await DiscourseAdapter().poll(chosen, None, fetch)
    assert [(item.source, item.title, item.body) for item in poll.items] == [("discourse", "A topic", "text")]
    assert server.seen[0].path == path


def approved(server: RedditServer, **more: Any) -> RedditSettings:
    values = {"subreddit": "requests", "client_id": "client", "client_secret": "hidden-secret"}
    addresses = {"url": server.url, "token_url": f"{server.url}/api/v1/access_token"}
    return RedditSettings.model_validate({**values, **addresses, "approval_confirmed": True, **more})


async def test_reddit_posts_are_read_with_a_token_and_deletions_are_found(
    fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with RedditServer() as server:
        post = server.submit("LoRA of Jane", "see https://social.example/jane.", over_18=True)
        first = await RedditAdapter().poll(approved(server), None, fetch)
        post["author"] = "[deleted]"
        now = datetime.now(UTC).timestamp()
        monkeypatch.setattr("feeds.reddit.time.time", lambda: now + 7 * 3600)
        second = await RedditAdapter().poll(approved(server), first.state, fetch)
    (item,) = first.items
    assert (item.title, item.adult, item.native_id) == ("LoRA of Jane", True, "t3_0000")
    assert item.links == (Link("https://social.example/jane", "https://social.example/jane"),)
    assert second.deleted == (dedupe_key(item),)
    assert "hidden-secret" not in first.state.to_json()


async def test_reddit_with_wrong_credentials_says_so(fetch: Fetcher) -> None:
    async with RedditServer() as server:
        with pytest.raises(FeedError) as caught:
            await RedditAdapter().poll(approved(server, client_secret="another-secret"), None, fetch)
    assert caught.value.kind is Kind.AUTH
    assert "another-secret" not in str(caught.value)


def test_reddit_stays_off_without_approval() -> None:
    with pytest.raises(SettingsError, match="approval_confirmed"):
        settings("reddit", {"subreddit": "x1", "client_id": "a", "client_secret": "b"})


class Api(FakeServer):
    """Any JSON API; `pages` by number."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[Any] = []

    def routes(self, app: Any) -> None:
        app.router.add_get("/api", self._page)

    async def _page(self, request: Any) -> Any:
        from tests.fakes.feeds.serving import json_answer

        number = int(request.query.get("page", "0"))
        return json_answer(self.pages[number])


MAPPING = {
    "items": "data.requests[?open]",
    "id": "ref",
    "title": "headline",
    "body": "text",
    "url": "path",
    "author": "by.nick",
    "tags": "labels[].name",
    "posted_at": "at",
    "adult": "rating == 'adult'",
    "reward": "join(' ', [to_string(pay), 'USD'])",
    "deleted": "gone",
}


async def test_any_json_api_by_its_mapping(fetch: Fetcher) -> None:
    entry = {
        "open": True, "ref": 5, "headline": "LoRA of <b>Ja</b>ne", "text": "<p>pay</p>", "path": "/r/5",
        "by": {"nick": "asker"}, "labels": [{"name": "lora"}], "at": 1_785_000_000, "rating": "adult", "pay": 50,
    }  # fmt: skip
    async with Api() as server:
        gone = {"open": True, "ref": 6, "gone": True}
        server.pages = [{"data": {"requests": [entry, {"open": False}, gone]}, "next": "/api?page=1"},
                        {"data": {"requests": [{**entry, "ref": 7}]}, "next": "http://example.org/elsewhere"}]  # fmt: skip
        chosen = JsonSettings.model_validate(
            {
                "url": f"{server.url}/api",
                "mapping": MAPPING,
                "next": "next",
                "pages": 5,
                "headers": {"X-Key": "k"},
            }
        )
        poll = await JsonAdapter().poll(chosen, None, fetch)
    item, last = poll.items
    assert (item.title, item.body, item.author, item.reward) == ("LoRA of Jane", "pay", "asker", "50 USD")
    assert (item.url, item.tags, item.adult) == (f"{server.url}/r/5", ("lora",), True)
    assert dedupe_key(item) == "id:json:127.0.0.1/api/5"
    assert last.native_id == "127.0.0.1/api/7"
    assert poll.deleted == ("id:json:127.0.0.1/api/6",)
    assert len(server.seen) == 2


async def test_a_json_api_that_has_changed_is_an_error_and_not_silence(fetch: Fetcher) -> None:
    async with Api() as server:
        server.pages = [{"results": []}]
        chosen = JsonSettings.model_validate({"url": f"{server.url}/api", "mapping": MAPPING})
        with pytest.raises(ParseError, match="finds no list"):
            await JsonAdapter().poll(chosen, None, fetch)


@pytest.mark.parametrize(
    ("mapping", "says"),
    [({"items": "data["}, "items: .*JMESPath"), ({"title": "a" * 600}, "512"), ({"titel": "a"}, "titel")],
)
def test_a_mapping_that_makes_no_sense_is_refused_when_it_is_written(
    mapping: dict[str, str], says: str
) -> None:
    with pytest.raises(SettingsError, match=says):
        settings("json", {"url": "https://api.example.org/", "mapping": mapping})


@pytest.mark.parametrize(
    "poll",
    [
        lambda url, fetch: CivitaiModelsAdapter().poll(CivitaiModelsSettings(url=url), None, fetch),
        lambda url, fetch: FourchanAdapter().poll(FourchanSettings(board="g", url=url), None, fetch),
        lambda url, fetch: HuggingFaceModelsAdapter().poll(HuggingFaceModelsSettings(url=url), None, fetch),
        lambda url, fetch: MastodonAdapter().poll(MastodonSettings(url=url, tag="x"), None, fetch),
        lambda url, fetch: LemmyAdapter().poll(LemmySettings(url=url), None, fetch),
        lambda url, fetch: BlueskySearchAdapter().poll(
            BlueskySearchSettings(query="x", url=url), None, fetch
        ),
        lambda url, fetch: JsonAdapter().poll(JsonSettings(url=url), None, fetch),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b'"text"',
        b"[[[",
        b"[" * 100_000,
        b'{"items": 5, "posts": "x"}',
        b"\xff\xfe\x00",
        b"<html>",
    ],
)
async def test_broken_json_is_an_error_in_plain_words(fetch: Fetcher, poll: Any, body: bytes) -> None:
    async with FakeServer() as server:
        server.fail(200, body=body, headers={"Content-Type": "application/json"})
        with pytest.raises(ParseError) as caught:
            await poll(server.url, fetch)
    assert caught.value.message.endswith(".")
