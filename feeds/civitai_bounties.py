"""Civitai's bounties: the one marketplace where such requests are paid for in the open.

Listed in feeds/registry.py, off by default: the calls it makes are not a documented API, so the operator
supplies a key (scopes BountiesRead and MediaRead, 2080) and states that the site permits it. Imports only
its own package. Facts from github.com/civitai/civitai@ebed6617: bounties answer on civitai.red and not on
civitai.com; the list has no description, so each new bounty is opened once and again after 1, 3 and 7
days, because descriptions can be edited; a bounty stays hidden until its picture is scanned, so new ones
turn up below older ones: the first pages are read at every poll, and the paging cursor is never a
watermark. The poster's own `poi` flag is reported and never used to decide.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Literal

from pydantic import Field, SecretStr, field_validator

from feeds import trpc
from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.errors import FeedError, HttpFailed, Kind, ParseError
from feeds.fetch import Fetcher
from feeds.html import read
from feeds.identity import dedupe_key
from feeds.item import Item, plausible_time
from feeds.parsing import Parsed
from feeds.response import Response
from feeds.rss import web_address

DAY = 86_400
REFETCH_AFTER = (1 * DAY, 3 * DAY, 7 * DAY)
REMEMBER = 30 * DAY
ADULT_LEVELS = 4 | 8 | 16 | 32  # R, X, XXX, Blocked
CURRENCIES = {"BUZZ": "Buzz"}


class CivitaiBountiesSettings(FeedSettings):
    """`api_key` of the operator's account, and the statement that Civitai permits this use."""

    off_by_default: ClassVar[bool] = True

    url: str = "https://civitai.red"
    api_key: SecretStr
    permission_confirmed: Literal[True]
    page_size: int = Field(100, ge=1, le=200)
    pages: int = Field(2, ge=1, le=10)
    details_per_poll: int = Field(20, ge=1, le=100)

    _url = field_validator("url")(web_address)

    @field_validator("api_key")
    @classmethod
    def _not_empty(cls, key: SecretStr) -> SecretStr:
        if not key.get_secret_value().strip():
            raise ValueError("must not be empty: Civitai answers keyless calls with 401")
        return key

    @property
    def base(self) -> str:
        return self.url.rstrip("/")

    def address(self) -> str:
        return f"{self.base}/bounties"


class CivitaiBountiesAdapter:
    """The cursor remembers `known`: bounty id -> [first seen, refetches done, whether its text was read]."""

    kind = "civitai_bounties"
    Settings = CivitaiBountiesSettings

    async def poll(self, settings: CivitaiBountiesSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        now = int(time.time())
        before = state or FeedState()
        known: dict[str, list[int]] = {k: list(v) for k, v in before.cursor.get("known", {}).items()}
        listed = await self._listed(settings, known, fetch)
        fresh = {bounty: item for bounty, item in listed.items() if bounty not in known}
        for bounty in fresh:
            known[bounty] = [now, 0, 0]
        opened, deleted = await self._open(settings, _to_open(known, listed, now), known, now, fetch)
        items = [opened.pop(bounty, item) for bounty, item in fresh.items()]
        items += opened.values()
        remembered = {b: entry for b, entry in known.items() if b in listed or now - entry[0] < REMEMBER}
        return Poll(
            tuple(items),
            replace(before, cursor={"known": remembered}),
            deleted=tuple(deleted),
            title="Civitai bounties",
        )

    async def comments(
        self, settings: CivitaiBountiesSettings, native_id: str, fetch: Fetcher
    ) -> tuple[Item, ...]:
        """What people wrote under one bounty, as items of their own: callers ask for flagged bounties
        only."""
        call = {"entityType": "bounty", "entityId": int(native_id), "limit": 100, "sort": "Newest"}
        response = await self._call(settings, "commentv2.getInfinite", call, fetch)
        parsed = await fetch.parsers.run(
            read_comments, response.body, {"base": settings.base, "bounty": native_id, "source": self.kind}
        )
        return parsed.items

    async def _listed(
        self, settings: CivitaiBountiesSettings, known: Mapping[str, Any], fetch: Fetcher
    ) -> dict[str, Item]:
        """The first pages, and after a long absence as many more as it takes to meet something known."""
        listed: dict[str, Item] = {}
        cursor: int | None = None
        page, most = 0, settings.pages if not known else max(10, settings.pages)
        while page < most and (page < settings.pages or not any(bounty in known for bounty in listed)):
            call: dict[str, Any] = {"limit": settings.page_size, "sort": "Newest", "period": "AllTime"}
            if cursor is not None:
                call["cursor"] = cursor
            response = await self._call(settings, "bounty.getInfinite", call, fetch)
            parsed = await fetch.parsers.run(
                read_list, response.body, {"base": settings.base, "source": self.kind}
            )
            for item in parsed.items:
                listed.setdefault(str(item.native_id), item)
            cursor = parsed.extra.get("next")
            page += 1
            if cursor is None:
                break
        return listed

    async def _open(
        self,
        settings: CivitaiBountiesSettings,
        bounties: Sequence[str],
        known: dict[str, list[int]],
        now: int,
        fetch: Fetcher,
    ) -> tuple[dict[str, Item], list[str]]:
        """Reads the full text of `bounties`. What a pause or fault keeps it from reading is left for the
        next poll."""
        opened: dict[str, Item] = {}
        deleted: list[str] = []
        for bounty in bounties[: settings.details_per_poll]:
            try:
                response = await self._call(settings, "bounty.getById", {"id": int(bounty)}, fetch)
                arguments = {"base": settings.base, "source": self.kind}
                opened[bounty] = (await fetch.parsers.run(read_bounty, response.body, arguments)).items[0]
            except FeedError as error:
                if error.kind is Kind.NOT_FOUND:
                    deleted.append(dedupe_key(Item(self.kind, native_id=bounty)))
                    known[bounty][1:] = [len(REFETCH_AFTER), 1]
                    continue
                if error.kind in (Kind.TRANSIENT, Kind.RATE_LIMITED, Kind.MALFORMED):
                    break
                raise
            done = sum(now - known[bounty][0] >= wait for wait in REFETCH_AFTER)
            known[bounty][1:] = [done, 1]
        return opened, deleted

    async def _call(
        self, settings: CivitaiBountiesSettings, procedure: str, payload: dict[str, Any], fetch: Fetcher
    ) -> Response:
        address = f"{settings.base}/api/trpc/{procedure}?input={trpc.query(payload)}"
        secrets = {"Authorization": f"Bearer {settings.api_key.get_secret_value()}"}
        try:
            response = await fetch.get(address, headers={"Accept": "application/json"}, secrets=secrets)
        except HttpFailed as error:
            raise explained(error) from error
        if response.looks_like_challenge():
            raise FeedError(Kind.CHALLENGE, "Civitai shows a browser check instead of its bounties.")
        return response


def _to_open(known: Mapping[str, list[int]], listed: Mapping[str, Item], now: int) -> list[str]:
    """Unread bounties first, the newest of them first; then those whose text is due to be read again."""
    newest_first = sorted(known, key=int, reverse=True)
    unread = [b for b in newest_first if not known[b][2] and b in listed]
    unread += [b for b in newest_first if not known[b][2] and b not in listed]

    def due(bounty: str) -> bool:
        since, done, read_once = known[bounty]
        return bool(read_once) and done < len(REFETCH_AFTER) and now - since >= REFETCH_AFTER[done]

    return unread + [b for b in newest_first if due(b)]


def explained(error: HttpFailed) -> FeedError:
    """Civitai's own words about an error, as what to do: one status stands for several causes there."""
    message, _ = trpc.error_message(error.body)
    remedy: str | None = None
    if error.http_status == 401:
        remedy = (
            "Civitai wants an API key: create one with the scopes BountiesRead and MediaRead and set api_key."
        )
    elif error.http_status == 403 and "scope" in message.lower():
        remedy = (
            "The API key lacks a scope: it needs BountiesRead (and MediaRead for comments), 2080 together."
        )
    elif error.http_status == 403 and error.kind is not Kind.CHALLENGE:
        remedy = "Bounties answer only on civitai.red: check `url`. If it is right, check the key's scopes."
    elif error.http_status == 400:
        remedy = (
            "Civitai no longer understands this call: the adapter needs an update. Report it to the project."
        )
    kind = error.kind
    if error.http_status == 404 and "procedure" in message.lower():
        kind, remedy = (
            Kind.MALFORMED,
            "Civitai has renamed this call: the adapter needs an update. Report it.",
        )
    return FeedError(
        kind,
        error.message,
        remedy=error.remedy if remedy is None else remedy,
        http_status=error.http_status,
        retry_after=error.retry_after,
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _listing(value: Any) -> Iterable[Mapping[str, Any]]:
    return (part for part in value if isinstance(part, dict)) if isinstance(value, list) else ()


def read_list(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """A page of bounty.getInfinite; `extra["next"]` is the first id of the next page, or None at the end."""
    page = trpc.result(body)
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise ParseError("Civitai's list of bounties has a new form: the adapter needs an update.")
    following = page.get("nextCursor")
    items = tuple(
        _item(bounty, arguments) for bounty in _listing(page["items"]) if isinstance(bounty.get("id"), int)
    )
    return Parsed(items, extra={"next": following if isinstance(following, int) else None})


def read_bounty(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """One bounty of bounty.getById."""
    bounty = trpc.result(body)
    if not isinstance(bounty, dict) or not isinstance(bounty.get("id"), int):
        raise ParseError("Civitai's bounty has a new form: the adapter needs an update.")
    return Parsed((_item(bounty, arguments),))


def read_comments(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """A page of commentv2.getInfinite, which is null where nobody has commented."""
    page = trpc.result(body)
    base, bounty = arguments["base"], arguments["bounty"]
    items = []
    for comment in _listing(_mapping(page).get("comments")):
        user, page_of = _mapping(comment.get("user")), read(str(comment.get("content") or ""), base)
        name = str(user.get("username") or "")
        items.append(
            Item(
                source=arguments["source"],
                body=page_of.text,
                url=f"{base}/bounties/{bounty}?commentId={comment.get('id')}",
                native_id=f"comment/{comment.get('id')}",
                author=name,
                author_id=str(user["id"]) if user.get("id") else None,
                author_url=f"{base}/user/{name}" if name else "",
                links=page_of.links,
                adult=bool(comment.get("nsfw")),
                posted_at=plausible_time(comment.get("createdAt")),
                media=page_of.media,
            )
        )
    return Parsed(tuple(items))


def _item(bounty: Mapping[str, Any], arguments: Mapping[str, Any]) -> Item:
    base, user = arguments["base"], _mapping(bounty.get("user"))
    page = read(str(bounty.get("description") or ""), base)
    name = str(user.get("username") or "")
    level = bounty.get("nsfwLevel")
    prompts = [
        str(_mapping(picture.get("meta")).get("prompt") or "").strip()
        for picture in _listing(bounty.get("images"))
        if not picture.get("hideMeta")
    ]
    body = "\n\n".join(part for part in (page.text, *dict.fromkeys(prompts)) if part)
    pictures = [str(picture.get("name") or "") for picture in _listing(bounty.get("images"))]
    files = [str(file.get("name") or "") for file in _listing(bounty.get("files"))]
    poi = bounty.get("poi")
    return Item(
        source=arguments["source"],
        title=str(bounty.get("name") or "").strip(),
        body=body,
        url=f"{base}/bounties/{bounty['id']}",
        native_id=str(bounty["id"]),
        author=name,
        author_id=str(user["id"]) if user.get("id") else None,
        author_url=f"{base}/user/{name}" if name else "",
        tags=tuple(str(tag["name"]) for tag in _listing(bounty.get("tags")) if tag.get("name")),
        links=page.links,
        adult=bool(bounty.get("nsfw")) or (isinstance(level, int) and bool(level & ADULT_LEVELS)),
        claimed_real_person=poi if isinstance(poi, bool) else None,
        reward=_reward(bounty),
        base_model=str(_mapping(bounty.get("details")).get("baseModel") or ""),
        posted_at=plausible_time(bounty.get("createdAt")),
        media=tuple(dict.fromkeys(text for text in (*pictures, *files, *page.media) if text)),
    )


def _reward(bounty: Mapping[str, Any]) -> str:
    totals: dict[str, int] = {}
    for benefactor in _listing(bounty.get("benefactors")):
        amount, currency = benefactor.get("unitAmount"), str(benefactor.get("currency") or "")
        if isinstance(amount, int) and currency:
            totals[currency] = totals.get(currency, 0) + amount
    return " + ".join(
        f"{amount:,} {CURRENCIES.get(currency, currency)}" for currency, amount in totals.items()
    )
