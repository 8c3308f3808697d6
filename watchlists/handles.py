"""Handles and profile URLs in one canonical form, whatever site, mobile host or tracking link they came by.

Called by `watchlists.lexicon` (texts) and `watchlists.terms` (lists); reads tables/sites.toml, where a site is added.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote

from text.letters import INVISIBLE_CODES, word_set
from text.words import Shape, Word
from watchlists.keys import ADDRESS, HANDLE

_URL = re.compile(
    r"(?:https?|hxxps?)[:/]{1,3}[^\s<>\"'()\[\]]+"
    r"|https?%(?:25)*3A(?:%(?:25)*2F){1,2}[^\s<>\"'()\[\]&]+"
    r"|(?:www\.)?[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*\."
    r"(?:(?P<any>[a-z]{2,24})(?=/[a-z0-9])"
    r"|(?:com|net|org|tv|me|gg|io|co|app|ai|ee|bio|link|xyz|be|am|ru|cn|uk|de|fr|it|es|nl|jp|kr|br|social|page|fm|to)(?![a-z0-9\-.]*[a-z0-9]))(?:(?:/|%2F)[^\s<>\"'()\[\]]*)?",
    re.IGNORECASE,
)
_NO_MORE_URL = re.compile(
    r"(?<=[A-Za-z0-9_/=&\-])(?:[^\x00-\x7f\u00c0-\u024f]|[*|`^{}\\$]|~~|[:;](?![/0-9])|-(?=>))"
)
"""Where the text goes on right behind a URL: **instagram.com/janeroe**, instagram.com/janeroeを見て."""
_MAYBE_URL = re.compile(r"[A-Za-z0-9]\.[A-Za-z]{2}|:/")
_HANDLE = re.compile(r"[a-z0-9_](?:[a-z0-9_.\-]{0,38}[a-z0-9_])?")
_HANDLE_LIKE = re.compile(
    r"(?:[@\uff20]|(?<![A-Za-z0-9_.\-]))[A-Za-z0-9_][A-Za-z0-9_.\-]{1,39}(?![A-Za-z0-9_.\-])"
)
_FOREIGN_HANDLE = re.compile(r"(?<![\w.\-])[@\uff20]?\w[\w.\-]{1,39}(?![\w.\-])")
_LONGEST_SITE = 16
_BEFORE_HOST = re.compile(r"(?<![@\uff20\w.+\-])[\w.+\-]{1,64}@$")
"""The name in a mail address; in @janeroe@mastodon.social it is a handle."""
_SITE_RIGHT_BEFORE = re.compile(r"(?:^|[^\w.])([^\W\d_]{1,12})$")
"""What stands before an @ where it is neither mail nor a price: IG@janeroe."""
_SAID_SITE = re.compile(r"(?:^|[^\w.])([^\W\d_]{1,12})[:/=]$")
"""What stands before a handle whose site is told: ig:janeroe, u/janeroe."""
_NO_LETTER = re.compile(r"[_.0-9\-]")
_INITIALS = re.compile(r"[a-z](?:[.\-]+[a-z])*")
_FILE = re.compile(
    r"(?<![\w.\-])([\w.\-]{1,200})\."
    r"(?:safetensors|ckpt|pth?|onnx|gguf|index|bin|zip|rar|7z|mp[34]|wav|mov|webm|jpe?g|png|webp)(?!\w)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^_\-.]+")
_MOST_PIECES, _LONGEST_NAMED = 8, 3
"""Pieces of a file's name: looked at, and in one handle."""
_SHORTEST = 4
"""Letters that a handle needs where nothing says that it is one."""
_SCHEME = re.compile(r"^(?:https?|hxxps?)[:/]+", re.IGNORECASE)
_SUBHOST = re.compile(r"^(?:www\d?|m|mobile|web|amp|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.)")
_REDIRECT_KEYS = ("u", "url", "q", "target", "to", "redirect", "link", "next", "dest")
_MOST_FIELDS = 50
_DEEP = 4
"""Parts of a path: of so many, what stands above a page is looked up, too."""
_NOT_HANDLES = word_set(
    "p reel reels explore about home login search watch shorts hashtag tag tags status i share sharer intent stories help "
    "settings privacy terms music video videos live channel playlist jobs comments posts groups pages events photo "
    "photo.php story.php permalink.php joinchat addstickers i profile media"
)
_TELLS_NO_PAGE = re.compile(
    r"utm_\w+|\w*clid|igsh(?:id)?|ig_rid|mibextid|_\w+|si|ref|ref_\w+|src|source|feature|share\w*|lang|hl|locale|amp"
)
"""Fields of a query that say where a visitor came from or what they speak, and not which page they see."""
_TELLS_NO_PAGE_OF_A_SITE = ("s", "t")
"""On the sites of the table these are no page either, but when a film begins."""


SPOKEN = {
    **dict.fromkeys(word_set("dot punkt punto ponto point nokta точка крапка ドット 닷"), "."),
    **dict.fromkeys(word_set("underscore unterstrich underline"), "_"),
}
"""Signs of handles that are said in words: janeroe dot x."""


class Profile(NamedTuple):
    """A handle on a site; `site` is empty when the site is not said."""

    site: str
    handle: str


class Place(NamedTuple):
    """What a URL points to: a profile if its site is known, and its canonical address."""

    profile: Profile | None
    address: str
    """host/path, lower case, without scheme, www, query and closing slash."""
    fields: tuple[str, ...] = ()
    """The fields of the query that may tell which page it is, lower case and in order: v=abc."""

    @property
    def page(self) -> str:
        """The address, and the query as far as it tells which page it is."""
        return _page(self.address, self.fields)


def _page(address: str, fields: Sequence[str]) -> str:
    return f"{address}?{'&'.join(fields)}" if fields else address


class Link(NamedTuple):
    """A handle or an address in a text."""

    word: Word
    kind: int
    """`watchlists.keys.HANDLE` or `ADDRESS`."""
    place: Place | None
    """What it points to, if the text says on which site."""


@cache
def _sites() -> tuple[dict[str, tuple[str, tuple[re.Pattern[str], ...]]], dict[str, str]]:
    hosts: dict[str, tuple[str, tuple[re.Pattern[str], ...]]] = {}
    names: dict[str, str] = {}
    for site, entry in tomllib.loads(
        files("watchlists.tables").joinpath("sites.toml").read_text("utf-8")
    ).items():
        patterns = tuple(
            re.compile(
                re.escape(path).replace(r"\{\}", "([^/?#&]+)").replace(r"\*", "[^/?#]*") + "(?:[/?#&]|$)",
                re.IGNORECASE,
            )
            for path in entry["path"]
        )
        hosts.update((host, (site, patterns)) for host in entry["hosts"])
        names.update((name, site) for name in (site, *entry.get("short", ())))
    return hosts, names


def find_urls(raw: str) -> list[re.Match[str]]:
    """Where URLs stand in a text or chunk; also bare ones such as instagram.com/janeroe."""
    return list(_URL.finditer(raw)) if _MAYBE_URL.search(raw) else []


def is_sure(url: re.Match[str]) -> bool:
    """Whether what `find_urls` found can be nothing but a URL: a.bc/d may be two handles."""
    return url["any"] is None


def read_url(url: str, depth: int = 0) -> Place:
    """The profile and the canonical address that a URL stands for. Never raises."""
    rest = _SCHEME.sub("", unquote(unquote(url)).strip()).strip("/.,;!")
    host, _, tail = rest.partition("/")
    if "?" in host:  # janeroe.com?p=12
        host, _, query = rest.partition("?")
        tail = f"?{query}"
    host = host.lower().rpartition("@")[2].partition(":")[0]
    while _SUBHOST.match(host):
        host = _SUBHOST.sub("", host, count=1)
    path, _, query = tail.partition("?")
    if depth < 2 and query:
        for key, value in _fields(query):
            if key in _REDIRECT_KEYS and "." in value and "/" in value:
                return read_url(value, depth + 1)
    address = f"{host}/{path.partition('#')[0].strip('/')}".rstrip("/").lower()
    hosts, _ = _sites()
    known = hosts.get(host)
    place = Place(None, address, _telling(query, known is not None) if query else ())
    if known is None:
        name, _, parent = host.partition(".")
        if parent in ("carrd.co", "tumblr.com", "deviantart.com", "fanbox.cc", "bsky.social"):
            return place._replace(profile=Profile(parent.partition(".")[0], name))
        return place
    site, patterns = known
    for pattern in patterns:
        found = pattern.match("/" + tail)
        if found and not pattern.groups:
            return place
        if found:
            handle = clean(found.group(1))
            if handle and handle not in _NOT_HANDLES:
                return place._replace(profile=Profile(site, handle))
    return place


def _fields(query: str) -> list[tuple[str, str]]:
    """(key, value) of the first fields of a query that have a value."""
    fields = (field.partition("=") for field in query.split("&")[:_MOST_FIELDS])
    return [(key, unquote(value)) for key, _, value in fields if value]


def _telling(query: str, on_a_site: bool) -> tuple[str, ...]:
    """The fields of a query that may tell which page it is of."""
    none = _TELLS_NO_PAGE_OF_A_SITE if on_a_site else ()
    said = _fields(query.partition("#")[0])
    return tuple(
        sorted(
            f"{key}={value}".lower()
            for key, value in said
            if key not in none and not _TELLS_NO_PAGE.fullmatch(key)
        )
    )


def is_everybodys(place: Place) -> bool:
    """Whether an address is one that everybody's links share: the front page of a site, or what stands before its posts."""
    host, *parts = place.address.split("/")
    return not (place.profile or place.fields) and host in _sites()[0] and _NOT_HANDLES.issuperset(parts)


def links_in(chunk: str) -> list[Link]:
    """The handles and addresses that a chunk of text says, in each way in which they can be read."""
    found: list[Link] = []
    if chunk.isalpha():
        return found
    urls = find_urls(chunk) if len(chunk) > 4 else []
    for url in urls:
        for written, end in _readings(chunk, url):
            found += _said_by(written, url.start(), end)
    rest = _without_urls(chunk, urls) if urls else chunk
    if rest.isspace():
        return found
    for said in _HANDLE_LIKE.finditer(rest):
        found += _mentions(rest, said)
    for file in _FILE.finditer(rest):
        found += _named_after(file[1], file.start())
    if not rest.isascii() and _NO_LETTER.search(rest):
        for said in _FOREIGN_HANDLE.finditer(rest):
            found += () if said.group().isascii() else _mentions(rest, said)
    return found


def _without_urls(chunk: str, urls: list[re.Match[str]]) -> str:
    """A chunk with spaces in place of what can be nothing but URLs, and of the name before the host of a mail address."""
    for url in filter(is_sure, urls):
        start, end = url.span()
        mail = _BEFORE_HOST.search(chunk[:start])
        start = mail.start() if mail else start
        chunk = f"{chunk[:start]}{' ' * (end - start)}{chunk[end:]}"
    return chunk


def _readings(chunk: str, url: re.Match[str]) -> Iterator[tuple[str, int]]:
    """(URL, where it ends) in each way in which one may be meant: as it stands, without what cannot be seen, and without
    what the text around it leaves on it (**URL**, __URL__, URLを見て)."""
    written, end = url.group(), url.end()
    yield written, end
    places: Sequence[int] = range(url.start(), end)
    if not written.isascii():
        places = [at for at in places if ord(chunk[at]) not in INVISIBLE_CODES]
        seen = "".join(chunk[at] for at in places)
        if seen != written:
            yield seen, end
        written = seen
    more = _NO_MORE_URL.search(f"{written}{chunk[end : end + 1]}")
    emphasis = chunk[: url.start()].endswith("_") and written.endswith("_")
    size = more.start() if more else len(written.rstrip("_")) if emphasis else 0
    if 0 < size < len(written):
        yield written[:size], places[size - 1] + 1


def _said_by(url: str, start: int, end: int) -> Iterator[Link]:
    """The profile that a URL points to, and its address with those above it."""
    place = read_url(url)
    if place.profile:
        yield Link(Word(start, end, place.profile.handle, 0), HANDLE, place)
    host, *parts = place.address.split("/")
    pages = ["/".join((host, *parts[:depth])) for depth in range(min(len(parts), _DEEP) + 1)]
    if len(parts) > _DEEP:
        pages.append(place.address)
    if place.fields:
        pages += dict.fromkeys((place.page, *(_page(place.address, [field]) for field in place.fields)))
    for page in pages:
        yield Link(Word(start, end, page, 0), ADDRESS, None)


def _mentions(chunk: str, said: re.Match[str]) -> Iterator[Link]:
    """The handles that a word may be: as it stands, and without signs of emphasis around it (_janeroe_, _see @janeroe_)."""
    written = said.group()
    start = said.start() + (written[0] in "@\uff20")
    shape = Shape.AT if start > said.start() else 0
    written = written[start - said.start() :].rstrip(".-")
    before = chunk[max(0, said.start() - _LONGEST_SITE) : said.start()]
    site = _SAID_SITE.search(before) or (_SITE_RIGHT_BEFORE.search(before) if shape else None)
    profile = read_handle(f"{site[1]}:{written}") if site else None
    place = Place(profile, "") if profile and profile.site in _sites()[1] else None
    if shape and place is None and before[-1:].isalnum() and before[-1:].isascii():
        return  # mail@example.com, 3@50 each
    forms = [written, written.rstrip(".-_")]
    if not shape:
        forms += [written.lstrip("_"), written.strip("_").rstrip(".-_")]
    for form in dict.fromkeys(forms):
        handle = clean(form)
        told = bool(shape or place)
        if not handle or not (
            told
            or (len(handle) >= _SHORTEST and _NO_LETTER.search(handle) and not _INITIALS.fullmatch(handle))
        ):
            continue
        first = start + written.index(form)
        word = Word(said.start() if first == start else first, first + len(form), handle, shape)
        yield Link(word, HANDLE, place)
        if not told and "." in handle:
            yield Link(word._replace(bare=handle.removeprefix("www.")), ADDRESS, None)  # anasilvafado.pt


def _named_after(stem: str, start: int) -> Iterator[Link]:
    """The handles after which a file may be named: lindelwa_mth_v3.safetensors, lora-janeroe.zip."""
    pieces = list(_PIECE.finditer(stem))[:_MOST_PIECES]
    for first, one in enumerate(pieces):
        for other in pieces[first : first + _LONGEST_NAMED]:
            handle = stem[one.start() : other.end()].lower()
            if len(handle) >= _SHORTEST and not handle.isdigit():
                yield Link(Word(start + one.start(), start + other.end(), handle, 0), HANDLE, None)


def read_handle(term: str) -> Profile | None:
    """The profile a watched handle means: "@janeroe", "janeroe", "instagram:janeroe", "ig: @janeroe" or a URL."""
    term = term.strip()
    if "://" in term or ("/" in term and "." in term.partition("/")[0]):
        return read_url(term).profile
    head, colon, tail = term.partition(":")
    if not colon:
        head, slash, tail = term.partition("/")
        colon = slash if head.lower() in _sites()[1] else ""
    site = _sites()[1].get(head.strip().lower(), head.strip().lower()) if colon else ""
    handle = clean(tail if colon else term)
    return Profile(site, handle) if handle else None


def clean(handle: str) -> str:
    """A handle in lower case without @ and surroundings; empty if it cannot be one."""
    handle = unquote(handle).strip().lstrip("@").strip("./ ").lower()
    if _HANDLE.fullmatch(handle):
        return handle
    return handle if handle and not handle.isascii() and len(handle) <= 40 and " " not in handle else ""
