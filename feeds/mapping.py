"""From any JSON to items, by expressions in JMESPath: for JSON APIs and for inbound webhooks.

Called by feeds.json_api and feeds.webhooks. Imports only its own package. JMESPath has no loops, no regular expressions and
no evaluation of code; expressions are capped in length and run in the parser worker.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import jmespath
import jmespath.exceptions
from pydantic import BaseModel, ConfigDict, Field, field_validator

from feeds.errors import ParseError
from feeds.html import absolute, plain_text, read
from feeds.item import Item, Link, plausible_time
from feeds.json_reading import words

MAX_EXPRESSION = 512


def expression(text: str) -> str:
    """Validates one JMESPath expression in settings; the message names the place of the error."""
    if len(text) > MAX_EXPRESSION:
        raise ValueError(f"is longer than {MAX_EXPRESSION} characters")
    try:
        jmespath.compile(text)
    except jmespath.exceptions.JMESPathError as error:
        problem = str(error).splitlines()[0]
        raise ValueError(f"is not a JMESPath expression: {problem}") from None
    return text


class ItemMapping(BaseModel):
    """Where to find items, and in each item its fields. Every value is a JMESPath expression.

    `items` gives the list; the others are looked up in each of its members. Text that holds HTML becomes plain text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    items: str = "items || @"
    id: str = "id"
    title: str = "title || name"
    body: str = "body || content_html || content || description || text"
    url: str = "url || link"
    author: str = "author.name || author.username || user.username || author || user"
    author_id: str = ""
    author_url: str = ""
    tags: str = "tags"
    posted_at: str = "posted_at || published_at || created_at || createdAt || published || date"
    adult: str = "nsfw || adult"
    reward: str = ""
    base_model: str = ""
    media: str = ""
    deleted: str = Field("", description="true for members that the source has removed")

    @field_validator("*")
    @classmethod
    def _compiles(cls, value: str) -> str:
        return expression(value) if value else value


def items_of(
    document: Any, how: ItemMapping, *, source: str, scope: str, base: str
) -> tuple[list[Item], list[Item]]:
    """Items, and those marked as deleted. `scope` makes ids unique among sources of one kind.

    Raises ParseError if `items` leads to nothing that could be a list: a changed API must not look like silence.
    """
    found = search(how.items, document)
    if isinstance(found, dict):
        found = [found]
    if not isinstance(found, list):
        raise ParseError(
            "The expression `items` finds no list in the answer.",
            remedy="Compare the mapping with what the address answers now.",
        )
    present: list[Item] = []
    deleted: list[Item] = []
    for member in found:
        if isinstance(member, dict):
            gone = bool(how.deleted and search(how.deleted, member))
            (deleted if gone else present).append(_item(member, how, source, scope, base))
    if found and not present and not deleted:
        raise ParseError("The expression `items` finds a list of things that are not objects.")
    return present, deleted


def search(path: str, value: Any) -> Any:
    """What an expression finds; None for an empty expression. Raises ParseError where it does not fit."""
    if not path:
        return None
    try:
        return jmespath.search(path, value)
    except jmespath.exceptions.JMESPathError as error:
        raise ParseError(f"A mapping expression does not fit the answer ({type(error).__name__}).") from error


def _texts(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    named = [part.get("name") if isinstance(part, dict) else part for part in listed]
    return tuple(dict.fromkeys(plain_text(words(part)) for part in named if words(part).strip()))


def _item(member: dict[str, Any], how: ItemMapping, source: str, scope: str, base: str) -> Item:
    def field(path: str) -> str:
        return words(search(path, member))

    url = field(how.url)
    url = absolute(urljoin(base, url), base) if url else ""
    page = read(field(how.body), url or base)
    number = field(how.id)
    title = read(field(how.title)).text
    links: tuple[Link, ...] = page.links
    return Item(
        source=source,
        title=title,
        body=page.text,
        url=url,
        native_id=f"{scope}/{number}" if number else None,
        author=plain_text(field(how.author)),
        author_id=field(how.author_id) or None,
        author_url=absolute(field(how.author_url), base),
        tags=_texts(search(how.tags, member)),
        links=links,
        adult=search(how.adult, member) is True,
        reward=plain_text(field(how.reward)),
        base_model=field(how.base_model),
        posted_at=plausible_time(search(how.posted_at, member)),
        media=tuple(dict.fromkeys((*page.media, *_texts(search(how.media, member))))),
    )
