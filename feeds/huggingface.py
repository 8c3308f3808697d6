"""Hugging Face: the newest models with a tag ("lora"), and the discussions of one repository.

Listed in feeds/registry.py. Imports only its own package. Limits: 500 requests in 5 minutes without a token, 1,000 with a
free one; the RateLimit header says when to go on, and the fetcher obeys it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import poll_json, read_json
from feeds.errors import FeedError, Kind
from feeds.fetch import Fetcher
from feeds.item import Item, plausible_time
from feeds.json_reading import expect_list, listing, load, mapping, texts, words
from feeds.markdown import links
from feeds.parsing import Parsed
from feeds.rss import web_address

ADULT_TAG = "not-for-all-audiences"


class _Settings(FeedSettings):
    url: str = "https://huggingface.co"
    token: SecretStr | None = None

    _url = field_validator("url")(web_address)

    @property
    def base(self) -> str:
        return self.url.rstrip("/")

    @property
    def secrets(self) -> dict[str, str] | None:
        return {"Authorization": f"Bearer {self.token.get_secret_value()}"} if self.token else None


class HuggingFaceModelsSettings(_Settings):
    """`filter`: a tag that the models must have; `search`: words their name must hold."""

    filter: str = "lora"
    search: str = ""
    limit: int = Field(100, ge=1, le=100)

    def address(self) -> str:
        return f"{self.base}/models"


class HuggingFaceModelsAdapter:
    """One page of the newest models a poll."""

    kind = "huggingface_models"
    Settings = HuggingFaceModelsSettings

    async def poll(
        self, settings: HuggingFaceModelsSettings, state: FeedState | None, fetch: Fetcher
    ) -> Poll:
        query = {"sort": "createdAt", "direction": "-1", "limit": str(settings.limit), "full": "true"}
        query["cardData"] = "true"
        if settings.filter:
            query["filter"] = settings.filter
        if settings.search:
            query["search"] = settings.search
        url = f"{settings.base}/api/models?{urlencode(query)}"
        arguments = {"source": self.kind, "base": settings.base}
        return await poll_json(url, read_models, arguments, state, fetch, secrets=settings.secrets)


class HuggingFaceDiscussionsSettings(_Settings):
    """`repository`: "owner/name"; `repository_kind`: models, datasets or spaces."""

    repository: str = Field(pattern=r"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", max_length=200)
    repository_kind: str = Field("models", pattern=r"^(models|datasets|spaces)$")
    details_per_poll: int = Field(10, ge=0, le=50)

    @property
    def page(self) -> str:
        prefix = "" if self.repository_kind == "models" else f"{self.repository_kind}/"
        return f"{self.base}/{prefix}{self.repository}/discussions"

    def address(self) -> str:
        return self.page


class HuggingFaceDiscussionsAdapter:
    """The list of discussions, and each new one's words. The cursor holds `opened`: the numbers already read."""

    kind = "huggingface_discussions"
    Settings = HuggingFaceDiscussionsSettings

    async def poll(
        self, settings: HuggingFaceDiscussionsSettings, state: FeedState | None, fetch: Fetcher
    ) -> Poll:
        api = f"{settings.base}/api/{settings.repository_kind}/{quote(settings.repository)}/discussions"
        arguments = {"source": self.kind, "page": settings.page, "repository": settings.repository}
        _, listed = await read_json(api, read_discussions, arguments, fetch, secrets=settings.secrets)
        before = state or FeedState()
        opened: list[int] = list(before.cursor.get("opened", []))
        items: list[Item] = []
        left = settings.details_per_poll
        for item in listed.items if listed else ():
            number = int(str(item.native_id).rpartition("#")[2])
            if number in opened:
                continue
            if left > 0:
                try:
                    _, detail = await read_json(
                        f"{api}/{number}", read_discussion, arguments, fetch, secrets=settings.secrets
                    )
                    item = detail.items[0] if detail and detail.items else item
                    opened.append(number)
                    left -= 1
                except FeedError as error:
                    if error.kind is Kind.AUTH:
                        raise
                    left = 0  # the list is good; what could not be opened is opened by the next poll
            items.append(item)
        return Poll(
            tuple(items),
            replace(before, cursor={"opened": sorted(opened)[-2000:]}),
            title=f"Discussions of {settings.repository}",
        )


def read_models(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """The answer of /api/models."""
    items = []
    for model in expect_list(load(body, "Hugging Face"), "Hugging Face"):
        name = words(model.get("id") or model.get("modelId"))
        if not name:
            continue
        card = mapping(model.get("cardData"))
        tags = texts(model.get("tags"))
        prompts = [words(widget.get("text")) for widget in listing(card.get("widget"))]
        base_model = card.get("base_model")
        about = [words(card.get("instance_prompt")), words(card.get("description")), *prompts]
        items.append(
            Item(
                source=arguments["source"],
                title=name,
                body="\n\n".join(dict.fromkeys(part.strip() for part in about if part.strip())),
                url=f"{arguments['base']}/{name}",
                native_id=name,
                author=words(model.get("author")) or name.partition("/")[0],
                author_url=f"{arguments['base']}/{name.partition('/')[0]}",
                tags=tags,
                adult=ADULT_TAG in tags,
                base_model=words(base_model) or next(iter(texts(base_model)), ""),
                posted_at=plausible_time(model.get("createdAt")),
                media=tuple(words(f.get("rfilename")) for f in listing(model.get("siblings")))[:50],
            )
        )
    return Parsed(tuple(items), "Hugging Face models")


def _discussion(found: Mapping[str, Any], body: str, arguments: Mapping[str, Any]) -> Item:
    author = words(mapping(found.get("author")).get("name"))
    return Item(
        source=arguments["source"],
        title=words(found.get("title")).strip(),
        body=body,
        url=f"{arguments['page']}/{found['num']}",
        native_id=f"{arguments['repository']}#{found['num']}",
        author=author,
        links=links(body),
        posted_at=plausible_time(found.get("createdAt")),
    )


def read_discussions(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """The list of a repository's discussions, which has titles only."""
    found = expect_list(mapping(load(body, "Hugging Face")).get("discussions"), "Hugging Face")
    return Parsed(tuple(_discussion(one, "", arguments) for one in found if isinstance(one.get("num"), int)))


def read_discussion(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """One discussion with all that was written in it."""
    found = mapping(load(body, "Hugging Face"))
    if not isinstance(found.get("num"), int):
        return Parsed()
    said = [
        words(mapping(mapping(event.get("data")).get("latest")).get("raw"))
        for event in listing(found.get("events"))
        if event.get("type") == "comment" and not mapping(event.get("data")).get("hidden")
    ]
    return Parsed(
        (_discussion(found, "\n\n".join(part.strip() for part in said if part.strip()), arguments),)
    )
