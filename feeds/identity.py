"""When two items are one: native id, else guid, else canonical URL, else the content itself.

Called by handlers and storage for every item before it is stored. Pure functions; imports only feeds.item
and feeds.html.

How the caller stores items exactly once: `keys(items)` for one document; look up each `primary` among the
stored items of any feed, and each `content` among those stored for the same feed; `verdict` says which of
the two makes it known.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from feeds.item import Item

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs\w+|mkt_tok|"
    r"ref_src|ref_url|spm|at_(?:medium|campaign|source)|ns_(?:campaign|mchannel|source)|share_id|si)\Z",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:views?|repl(?:y|ies)|comments?|points?|likes?|votes?|upvotes?|downvotes?|shares?|boosts?|favou?rites?|"
    r"reactions?|entries|entry|hunters?|supporters?|followers?|participants?|posts?|answers?|hits?|downloads?|"
    r"aufrufe|antworten|kommentare|commentaires|vues|vistas|respuestas|comentarios|visualizzazioni|просмотр\w*|"
    r"комментар\w*|ответ\w*)"
)
_TIME_UNIT = r"(?:s|sec|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_CHANGING = re.compile(
    "|".join(
        (
            r"\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?",
            r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b",
            rf"\b\d{{1,2}}\.? {_MONTH}\.?,? \d{{4}}\b",
            rf"\b{_MONTH}\.? \d{{1,2}},? \d{{4}}\b",
            r"\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\b",
            rf"\b\d+ ?{_TIME_UNIT} ?(?:ago|left|remaining)\b",
            rf"\b\d[\d,.]{{0,15}}[km]? {_UNIT}\b",
            rf"\b{_UNIT} ?[:(] ?\d[\d,.]{{0,15}}[km]?\)?",
        )
    ),
    re.IGNORECASE,
)


_COMPARED = 20_000  # characters in which changing parts are looked for; what follows counts as it is


def canonical_url(url: str) -> str:
    """One spelling of an address: lower-case host, no default port, fragment, tracking or session parameters.

    Parameters keep their order, and a fragment that looks like a route ("#!/…", "#/…") stays: it names the
    content.
    """
    url = url.strip()
    try:
        parts = urlsplit(safe_url_string(url))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    if not host or parts.scheme not in ("http", "https"):
        return url
    if ":" in host:
        host = f"[{host}]"
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)],
        doseq=False,
    )
    path = parts.path or "/"
    if len(path) > 1:
        path = path.rstrip("/") or "/"
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, host, path, query, fragment))


def content_hash(item: Item) -> str:
    """A hash of what the item says, the same whatever feed it is on, however it is spaced, dated or counted.

    Title and body are compared as one run of words, because sources cut titles out of bodies in their own
    ways.
    """
    title, body = _comparable(item.title), _comparable(item.body)
    stem = title.rstrip("….").strip()
    text = body if stem and body.startswith(stem) else f"{title} {body}".strip()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _comparable(text: str) -> str:
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    start, rest = folded[:_COMPARED], folded[_COMPARED:]
    return " ".join(_CHANGING.sub(" ", start).split()) + rest


@dataclass(frozen=True, slots=True)
class Keys:
    """How an item is known: `primary` is unique in storage, `content` joins the same text."""

    primary: str
    content: str


def _candidates(item: Item) -> tuple[str, ...]:
    out = []
    if item.native_id:
        out.append(f"id:{item.source}:{item.native_id}")
    if item.guid:
        out.append(f"guid:{item.guid}")
    if item.url:
        out.append(f"url:{canonical_url(item.url)}")
    out.append(f"hash:{item.source}:{content_hash(item)}")
    return tuple(out)


def dedupe_key(item: Item) -> str:
    """The key of one item on its own."""
    return _candidates(item)[0]


def dedupe_keys(items: Iterable[Item]) -> list[str]:
    """The keys of one document's items. An id that two different items share falls through to the next key
    of both."""
    candidates = [_candidates(item) for item in items]
    contents: dict[str, set[str]] = {}
    for keys in candidates:
        for key in keys:
            contents.setdefault(key, set()).add(keys[-1])
    return [next((key for key in keys if len(contents[key]) == 1), keys[-1]) for keys in candidates]


def keys(items: Iterable[Item]) -> list[Keys]:
    """Both keys of each of one document's items."""
    listed = list(items)
    return [Keys(p, content_hash(i)) for p, i in zip(dedupe_keys(listed), listed, strict=True)]


class Verdict(StrEnum):
    """What an item is, compared with what is stored."""

    NEW = "new"
    EDITED = "edited"  # the same item with other words: screen it again
    SAME = "same"
    RENAMED = "renamed"  # the same words in the same feed under another guid or address


def verdict(key: Keys, stored: Mapping[str, str], contents_of_feed: Container[str]) -> Verdict:
    """`stored` maps primary keys to content hashes. Only a guid, an address or a hash can be renamed: a platform's
    own id is new.

    Two short messages with equal words and different native ids are two items.
    """
    if key.primary in stored:
        return Verdict.SAME if stored[key.primary] == key.content else Verdict.EDITED
    if not key.primary.startswith("id:") and key.content in contents_of_feed:
        return Verdict.RENAMED
    return Verdict.NEW
