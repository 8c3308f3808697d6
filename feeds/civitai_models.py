"""Civitai's newest models, through its documented, keyless endpoint: finished likenesses rather than requests.

Listed in feeds/registry.py. Imports only its own package. GET /api/v1/models?sort=Newest, at most 100 a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.documents import poll_json
from feeds.fetch import Fetcher
from feeds.html import read
from feeds.item import Item, plausible_time
from feeds.json_reading import expect_list, listing, load, mapping, texts, words
from feeds.parsing import Parsed
from feeds.rss import web_address

ADULT_LEVELS = 4 | 8 | 16 | 32


class CivitaiModelsSettings(FeedSettings):
    """`types`: LORA, Checkpoint, TextualInversion, …; none means all. `tag`: only models with it."""

    url: str = "https://civitai.com"
    types: tuple[str, ...] = ("LORA",)
    tag: str = ""
    limit: int = Field(100, ge=1, le=100)
    api_key: SecretStr | None = None

    _url = field_validator("url")(web_address)

    def address(self) -> str:
        return f"{self.url.rstrip('/')}/models"


class CivitaiModelsAdapter:
    """One page of the newest models a poll."""

    kind = "civitai_models"
    Settings = CivitaiModelsSettings

    async def poll(self, settings: CivitaiModelsSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        base = settings.url.rstrip("/")
        query: list[tuple[str, str]] = [("sort", "Newest"), ("nsfw", "true"), ("limit", str(settings.limit))]
        query += [("types", kind) for kind in settings.types]
        if settings.tag:
            query.append(("tag", settings.tag))
        key = settings.api_key.get_secret_value() if settings.api_key else ""
        return await poll_json(
            f"{base}/api/v1/models?{urlencode(query)}",
            read_models,
            {"source": self.kind, "base": base},
            state,
            fetch,
            secrets={"Authorization": f"Bearer {key}"} if key else None,
        )


def read_models(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """The answer of /api/v1/models."""
    models = expect_list(mapping(load(body, "Civitai")).get("items"), "Civitai")
    items = tuple(_item(model, arguments) for model in models if model.get("id") is not None)
    return Parsed(items, "Civitai models")


def _item(model: Mapping[str, Any], arguments: Mapping[str, Any]) -> Item:
    base, creator = arguments["base"], mapping(model.get("creator"))
    versions = listing(model.get("modelVersions"))
    page = read(words(model.get("description")), base)
    trained = [word for version in versions for word in texts(version.get("trainedWords"))]
    notes = [read(words(version.get("description"))).text for version in versions]
    body = [page.text, *notes, ", ".join(dict.fromkeys(trained))]
    level, poi = model.get("nsfwLevel"), model.get("poi")
    name = words(creator.get("username"))
    return Item(
        source=arguments["source"],
        title=words(model.get("name")).strip(),
        body="\n\n".join(part for part in body if part),
        url=f"{base}/models/{model['id']}",
        native_id=str(model["id"]),
        author=name,
        author_url=f"{base}/user/{name}" if name else "",
        tags=texts(model.get("tags")),
        links=page.links,
        adult=bool(model.get("nsfw")) or (isinstance(level, int) and bool(level & ADULT_LEVELS)),
        claimed_real_person=poi if isinstance(poi, bool) else None,
        base_model=next((words(version.get("baseModel")) for version in versions), ""),
        posted_at=next((plausible_time(v.get("publishedAt") or v.get("createdAt")) for v in versions), None),
        media=tuple(
            words(file.get("name")) for v in versions for file in listing(v.get("files")) if file.get("name")
        ),
    )
