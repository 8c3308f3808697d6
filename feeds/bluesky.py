"""Bluesky: the stream of all new posts (Jetstream), filtered by words, and its search.

Listed in feeds/registry.py twice. Imports only its own package. Jetstream v1: JSON text frames on a WebSocket, `cursor` is
Unix microseconds; it may send an event twice and never skips one, so after a break the stream is taken up a little before
the last event seen. Deletions are events. A post's at:// address is its id, in the stream and in the search.
"""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import orjson
from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import read_json
from feeds.errors import FeedError, FetchFailed, Kind
from feeds.fetch import Fetcher
from feeds.item import Item, Link, plausible_time
from feeds.json_reading import expect_list, listing, load, mapping, words
from feeds.parsing import Parsed
from feeds.rss import web_address

COLLECTION = "app.bsky.feed.post"
SITE = "https://bsky.app"
ADULT_LABELS = frozenset({"porn", "sexual", "nudity", "graphic-media", "nsfw"})
REWIND = 5_000_000  # microseconds taken again after a break
DEFAULT_WORDS = (
    "lora", "deepfake", "deep fake", "faceswap", "face swap", "nudify", "undress", "ai nude", "ai model of",
    "voice clone", "commission", "bounty", "likeness", "dreambooth", "checkpoint", "ai porn", "ai pics", "ai images of",
)  # fmt: skip


class JetstreamSettings(FeedSettings):
    """`words`: a post is taken if it holds one (add watched topics; none: every post, about a hundred a second)."""

    url: str = "wss://jetstream2.us-east.bsky.network/subscribe"
    words: tuple[str, ...] = DEFAULT_WORDS
    batch: int = Field(200, ge=1, le=5000)
    batch_seconds: float = Field(5.0, gt=0, le=60)
    poll_seconds: float = Field(60.0, gt=0, le=600)

    @field_validator("url")
    @classmethod
    def _stream_address(cls, value: str) -> str:
        if not value.startswith(("wss://", "ws://")):
            raise ValueError("must begin with wss://")
        return value


class JetstreamAdapter:
    """The cursor holds `time_us` of the last event seen. `stream` goes on until it breaks; `poll` until it has caught up."""

    kind = "bluesky_jetstream"
    Settings = JetstreamSettings

    async def stream(
        self, settings: JetstreamSettings, state: FeedState | None, fetch: Fetcher
    ) -> AsyncGenerator[Poll, None]:
        """Matching posts, a batch at a time and at least every `batch_seconds`, with the state to store beside them.

        Raises FeedError when it breaks off. Call it again with the last stored state: nothing is skipped, and what
        repeats has the same dedupe key. A batch without items still moves the cursor.
        """
        before = state or FeedState()
        seen = int(before.cursor.get("time_us", 0))
        query = {"wantedCollections": COLLECTION} | ({"cursor": str(max(0, seen - REWIND))} if seen else {})
        sought = tuple(_folded(word) for word in settings.words)
        async with fetch.stream(f"{settings.url}?{urlencode(query)}") as messages:
            queue: asyncio.Queue[str | FeedError] = asyncio.Queue(maxsize=5000)
            pump = asyncio.create_task(_pump(messages, queue))
            try:
                failure: FeedError | None = None
                while failure is None:
                    batch = _Batch()
                    failure = await self._fill(batch, settings, sought, queue)
                    seen = max(seen, batch.time_us)
                    after = replace(before, cursor={"time_us": seen}) if seen else before
                    items = tuple(batch.items.values())
                    yield Poll(items, after, deleted=tuple(batch.deleted), title="Bluesky")
                raise failure
            finally:
                pump.cancel()
                with suppress(asyncio.CancelledError):
                    await pump

    async def _fill(
        self,
        batch: _Batch,
        settings: JetstreamSettings,
        sought: tuple[str, ...],
        queue: asyncio.Queue[str | FeedError],
    ) -> FeedError | None:
        """Takes events until the batch is full or its time is over; gives the error that ended the stream, if one did."""
        loop = asyncio.get_running_loop()
        until = loop.time() + settings.batch_seconds
        taken = 0
        while batch.size < settings.batch and (left := until - loop.time()) > 0:
            try:
                message = (
                    queue.get_nowait() if not queue.empty() else await asyncio.wait_for(queue.get(), left)
                )
            except TimeoutError:
                break
            if isinstance(message, FeedError):
                return message
            batch.take(message, sought)
            taken += 1
            if taken % 100 == 0:
                await asyncio.sleep(0)  # a full queue must not keep the loop to itself
        return None

    async def poll(self, settings: JetstreamSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        """Reads from the cursor until the present, or for `poll_seconds`: for running it on a schedule like any feed."""
        started, until = time.time_ns() // 1000, time.monotonic() + settings.poll_seconds
        result = Poll((), state or FeedState(), title="Bluesky")
        try:
            async with aclosing(self.stream(settings, state, fetch)) as batches:
                async for batch in batches:
                    idle = batch.state == result.state
                    result = replace(
                        batch, items=result.items + batch.items, deleted=result.deleted + batch.deleted
                    )
                    caught_up = batch.state.cursor.get("time_us", 0) >= started
                    if idle or caught_up or time.monotonic() >= until:
                        break
        except FetchFailed:
            if result.state == (state or FeedState()):
                raise  # nothing was gained; otherwise keep what there is, and let the next poll meet the fault
        return result


@dataclass(slots=True)
class _Batch:
    """What a run of events comes to: a post that is deleted within it is not an item of it."""

    items: dict[str, Item] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    time_us: int = 0

    @property
    def size(self) -> int:
        return len(self.items) + len(self.deleted)

    def take(self, message: str, sought: tuple[str, ...]) -> None:
        """Adds what one event means. An event that cannot be read is passed over: the stream is not ours to stop."""
        try:
            event = orjson.loads(message)
        except orjson.JSONDecodeError:
            return
        if not isinstance(event, dict) or not isinstance(event.get("time_us"), int):
            return
        self.time_us = max(self.time_us, event["time_us"])
        commit = event.get("commit")
        if not isinstance(commit, dict) or commit.get("collection") != COLLECTION:
            return
        address = f"at://{event.get('did')}/{COLLECTION}/{commit.get('rkey')}"
        if commit.get("operation") == "delete":
            self.items.pop(address, None)
            self.deleted.append(f"guid:{address}")
            return
        record = mapping(commit.get("record"))
        if not sought or _holds(record, sought):
            self.items[address] = post(record, address, JetstreamAdapter.kind)


async def _pump(messages: AsyncIterator[str], queue: asyncio.Queue[str | FeedError]) -> None:
    """Keeps the connection read while a batch is being worked on; ends with the reason why the stream ended."""
    try:
        async for message in messages:
            await queue.put(message)
        await queue.put(FetchFailed(Kind.TRANSIENT, "The stream ended."))
    except FeedError as error:
        await queue.put(error)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _holds(record: Mapping[str, Any], sought: tuple[str, ...]) -> bool:
    text = words(record.get("text"))
    embed = record.get("embed")
    if isinstance(embed, dict):
        text = f"{text} {orjson.dumps(embed).decode()}"
    text = text.casefold() if text.isascii() else _folded(text)
    return any(word in text for word in sought)


def post(
    record: Mapping[str, Any], address: str, source: str, author: Mapping[str, Any] | None = None
) -> Item:
    """A post's record as an item."""
    did, _, key = address.removeprefix("at://").partition(f"/{COLLECTION}/")
    raw = words(record.get("text")).encode("utf-8", "surrogatepass")
    links: list[Link] = []
    tags: list[str] = [tag for tag in record.get("tags") or () if isinstance(tag, str)]
    for facet in listing(record.get("facets")):
        span = mapping(facet.get("index"))
        for feature in listing(facet.get("features")):
            if feature.get("uri"):
                start, end = span.get("byteStart"), span.get("byteEnd")
                shown = raw[start:end] if isinstance(start, int) and isinstance(end, int) else b""
                links.append(Link(shown.decode("utf-8", "replace"), words(feature.get("uri"))))
            elif feature.get("tag"):
                tags.append(words(feature.get("tag")))
    embed = mapping(record.get("embed"))
    media_part = mapping(embed.get("media")) or embed
    external = mapping(media_part.get("external"))
    if external.get("uri"):
        links.append(Link(words(external.get("title")), words(external.get("uri"))))
    alts = [words(picture.get("alt")) for picture in listing(media_part.get("images"))]
    alts.append(words(media_part.get("alt")))
    labels = {words(label.get("val")) for label in listing(mapping(record.get("labels")).get("values"))}
    quoted = "\n".join(
        part for part in (words(external.get("title")), words(external.get("description"))) if part
    )
    text = raw.decode("utf-8", "replace").strip()
    name = words((author or {}).get("handle"))
    return Item(
        source=source,
        body=f"{text}\n\n{quoted}" if quoted else text,
        url=f"{SITE}/profile/{did}/post/{key}",
        guid=address,
        author=name or did,
        author_id=did,
        author_url=f"{SITE}/profile/{did}",
        tags=tuple(dict.fromkeys(tags)),
        links=tuple(links),
        adult=bool(labels & ADULT_LABELS),
        posted_at=plausible_time(words(record.get("createdAt"))),
        media=tuple(alt for alt in alts if alt),
    )


class BlueskySearchSettings(FeedSettings):
    """`query` as in Bluesky's search. `token` where the server answers searches only to its users."""

    query: str = Field(min_length=1, max_length=300)
    url: str = "https://api.bsky.app"
    token: SecretStr | None = None

    _url = field_validator("url")(web_address)

    def address(self) -> str:
        return f"{SITE}/search?{urlencode({'q': self.query})}"


class BlueskySearchAdapter:
    """The newest hundred posts that match, each poll."""

    kind = "bluesky_search"
    Settings = BlueskySearchSettings

    async def poll(self, settings: BlueskySearchSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        query = urlencode({"q": settings.query, "sort": "latest", "limit": "100"})
        secrets = {"Authorization": f"Bearer {settings.token.get_secret_value()}"} if settings.token else None
        url = f"{settings.url.rstrip('/')}/xrpc/app.bsky.feed.searchPosts?{query}"
        _, parsed = await read_json(url, read_search, {"source": self.kind}, fetch, secrets=secrets)
        return Poll(parsed.items if parsed else (), state or FeedState(), title="Bluesky search")


def read_search(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """The answer of app.bsky.feed.searchPosts."""
    items = []
    for found in expect_list(mapping(load(body, "Bluesky")).get("posts"), "Bluesky"):
        address = words(found.get("uri"))
        if not address.startswith("at://"):
            continue
        item = post(mapping(found.get("record")), address, arguments["source"], mapping(found.get("author")))
        labels = {words(label.get("val")) for label in listing(found.get("labels"))}
        items.append(replace(item, adult=item.adult or bool(labels & ADULT_LABELS)))
    return Parsed(tuple(items))
