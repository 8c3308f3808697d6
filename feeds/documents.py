"""One conditional request for one JSON document, read in the worker: what most JSON adapters' polls consist of.

Called by the adapters. Imports only its own package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from feeds.adapter import FeedState, Poll
from feeds.errors import FeedError, Kind
from feeds.fetch import Fetcher
from feeds.parsing import Parsed, Reader
from feeds.response import Response


async def read_json(
    url: str,
    reader: Reader,
    arguments: Mapping[str, Any],
    fetch: Fetcher,
    *,
    secrets: Mapping[str, str] | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
) -> tuple[Response, Parsed | None]:
    """The answer, and what `reader` finds in it; None after a 304."""
    response = await fetch.get(
        url, headers={"Accept": "application/json"}, secrets=secrets, etag=etag, last_modified=last_modified
    )
    if response.not_modified:
        return response, None
    if response.looks_like_challenge():
        raise FeedError(Kind.CHALLENGE, "The site shows a browser check instead of its data.")
    return response, await fetch.parsers.run(reader, response.body, arguments)


async def poll_json(
    url: str,
    reader: Reader,
    arguments: Mapping[str, Any],
    state: FeedState | None,
    fetch: Fetcher,
    *,
    secrets: Mapping[str, str] | None = None,
) -> Poll:
    """A whole poll of an address that lists the newest items. `extra["deleted"]` of the reader becomes `deleted`."""
    before = state or FeedState()
    response, parsed = await read_json(
        url, reader, arguments, fetch, secrets=secrets, etag=before.etag, last_modified=before.last_modified
    )
    digest = hashlib.sha256(response.body).hexdigest() if parsed is not None else before.body_hash
    after = before.after(response, body_hash=digest)
    if parsed is None or digest == before.body_hash:
        return Poll((), after, True, ttl_seconds=response.fresh_for, permanent_url=response.permanent_url)
    return Poll(
        parsed.items,
        replace(after, cursor=dict(parsed.extra.get("cursor", before.cursor))),
        deleted=tuple(parsed.extra.get("deleted", ())),
        ttl_seconds=response.fresh_for,
        permanent_url=response.permanent_url,
        title=parsed.title,
    )
