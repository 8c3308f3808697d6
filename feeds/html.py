"""HTML as a reader sees it: text that neither loses nor splits a word, links, picture names, feed links.

Called by the adapters, inside the parser worker where the page comes from outside. Imports only feeds.item.
`Ja<span></span>ne` stays one word: line breaks are put at block tags alone and nothing is put anywhere else.
"""

from __future__ import annotations

import html as stdlib_html
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from feeds.item import Link

_BLOCKS = (
    "address, article, aside, blockquote, br, dd, details, dialog, div, dl, dt, fieldset, figcaption, "
    "figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, option, p, pre, "
    "section, summary, table, title, tr, ul"
)
_INVISIBLE = "script, style, template, iframe, head"
_SPACES = re.compile(r"[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_NEWLINE = re.compile(r" ?\n ?")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # halves of characters, which UTF-8 cannot hold
_MANY_NEWLINES = re.compile(r"\n{3,}")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_CLOSED_BY_ITSELF = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "param",
        "source",
        "td",
        "th",
        "tr",
        "track",
        "wbr",
    ]
)
MAX_DEPTH = 512
MAX_LINKS = 200


@dataclass(frozen=True, slots=True)
class Page:
    """What a fragment or page of HTML holds."""

    text: str
    links: tuple[Link, ...] = ()
    media: tuple[str, ...] = ()  # names and descriptions of pictures, never fetched


def to_text(markup: str) -> str:
    """The visible text of an HTML fragment."""
    return read(markup).text


def plain_text(text: str) -> str:
    """Whitespace tidied, in text that is not HTML."""
    text = _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _AROUND_NEWLINE.sub("\n", _SPACES.sub(" ", text))
    return _MANY_NEWLINES.sub("\n\n", text).strip()


def read(markup: str, base: str = "") -> Page:
    """Text, links (made absolute against `base`) and picture names of an HTML fragment. Never raises."""
    if "<" not in markup:
        return Page(plain_text(stdlib_html.unescape(markup)))
    if _too_deep(markup):
        return Page(_flattened(markup))
    tree = LexborHTMLParser(markup)
    root = tree.body or tree.root
    if root is None:
        return Page("")
    links = _links(root, base)
    media = _media(root)
    for node in root.css(_INVISIBLE):
        node.decompose()
    # Whitespace in the source is layout, except inside <pre>; a line break there is worth keeping in any
    # case.
    for node in root.css(_BLOCKS):
        node.insert_before("\n")
        if node.tag not in ("br", "hr"):
            node.insert_after("\n")
    for node in root.css("td, th"):
        node.insert_after(" ")
    return Page(plain_text(root.text(deep=True, separator="")), links, media)


def _too_deep(markup: str) -> bool:
    """Whether tags nest deeper than any page does: the parser's time grows with the square of the depth."""
    if markup.count("<") <= MAX_DEPTH:
        return False
    depth = 0
    for match in _TAG.finditer(markup):
        if match.group(2).lower() in _CLOSED_BY_ITSELF:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def _flattened(markup: str) -> str:
    """The text of hostile HTML in linear time: tags go, blocks become line breaks, and nothing else is dropped."""
    blocks = frozenset(_BLOCKS.split(", "))
    text = _TAG.sub(lambda tag: "\n" if tag.group(2).lower() in blocks else "", markup)
    return plain_text(stdlib_html.unescape(text))


def _links(root: LexborNode, base: str) -> tuple[Link, ...]:
    found: list[Link] = []
    for node in root.css("a[href]"):
        url = absolute(node.attributes.get("href") or "", base)
        if url:
            found.append(Link(plain_text(node.text(deep=True, separator="")), url))
        if len(found) == MAX_LINKS:
            break
    return tuple(found)


def _media(root: LexborNode) -> tuple[str, ...]:
    names: list[str] = []
    for node in root.css("img, video, audio, source")[:MAX_LINKS]:
        attributes = node.attributes
        for value in (attributes.get("alt"), attributes.get("title"), file_name(attributes.get("src") or "")):
            if value and value.strip() and value.strip() not in names:
                names.append(value.strip()[:300])
    return tuple(names)


def absolute(href: str, base: str) -> str:
    """`href` as an absolute http(s) address, or "" if it is none (mailto:, javascript:, #part)."""
    href = href.strip()
    if not href or href.startswith("#"):
        return ""
    try:
        joined = urljoin(base, href)
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in ("http", "https") and parts.netloc else ""


def file_name(url: str) -> str:
    """The last part of an address's path: what a picture is called."""
    if url.startswith("data:"):
        return ""
    try:
        return urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page announces."""

    url: str
    title: str
    content_type: str


_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")


def feed_links(markup: str, base: str) -> tuple[FeedLink, ...]:
    """The feeds that a page announces with <link rel="alternate">, in its own order."""
    tree = LexborHTMLParser(markup)
    declared = tree.css_first("base[href]")
    if declared is not None:
        base = absolute(declared.attributes.get("href") or "", base) or base
    found: dict[str, FeedLink] = {}
    for node in tree.css("link[href][rel]"):
        attributes = node.attributes
        relations = (attributes.get("rel") or "").lower().split()
        kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
        url = absolute(attributes.get("href") or "", base)
        if url and "alternate" in relations and kind in _FEED_TYPES and "oembed" not in url:
            found.setdefault(url, FeedLink(url, plain_text(attributes.get("title") or ""), kind))
    return tuple(found.values())


def description(markup: str) -> str:
    """What a page says of itself in its head: title and description, also as other sites quote them (`og:title`).

    Only who owns the page writes there; what others wrote on it, such as comments, is not in it.
    """
    tree = LexborHTMLParser(markup)
    said = [node.text(deep=True, separator="") for node in tree.css("head > title")]
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        if name in _OF_ITSELF:
            said.append(attributes.get("content") or "")
    return "\n".join(dict.fromkeys(part for each in said if (part := plain_text(each))))


_OF_ITSELF = frozenset(
    {"title", "description", "og:title", "og:description", "twitter:title", "twitter:description"}
)


def generator(markup: str) -> str:
    """What the page says it was made with (<meta name="generator">), in lower case."""
    node = LexborHTMLParser(markup).css_first("meta[name=generator]")
    return ((node.attributes.get("content") or "") if node is not None else "").lower()
