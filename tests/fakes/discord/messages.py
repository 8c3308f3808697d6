"""Messages: applying a request's body under the API's rules, the form in answers, and what a person sees.

Called by the REST handlers (a bot's message) and by people.py (a person's message).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import components as ui
from tests.fakes.discord.wire import (
    COMPONENTS_V2,
    EMPTY_MESSAGE,
    EPHEMERAL,
    LOADING,
    SUPPRESS_EMBEDS,
    Json,
    invalid,
    timestamp,
)

if TYPE_CHECKING:
    from tests.fakes.discord.people import Person
    from tests.fakes.discord.places import Channel

DEFAULT, REPLY, COMMAND_ANSWER, MENU_ANSWER = 0, 19, 20, 23
SETTABLE_FLAGS = SUPPRESS_EMBEDS | COMPONENTS_V2 | 1 << 12  # 1 << 12: no push notification


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a request, or as a person attaches one."""

    filename: str
    content: bytes
    content_type: str = "application/octet-stream"


@dataclass(slots=True)
class Attachment:
    """A file on a message or given to a command."""

    id: str
    filename: str
    content: bytes
    content_type: str
    url: str
    ephemeral: bool = False
    description: str = ""

    def payload(self) -> Json:
        """The wire form."""
        body: Json = {
            "id": self.id,
            "filename": self.filename,
            "size": len(self.content),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": self.content_type,
        }
        if self.ephemeral:
            body["ephemeral"] = True
        if self.description:
            body["description"] = self.description
        return body


@dataclass(eq=False)
class Message:
    """One message in a channel. `ephemeral_to` is the only person who sees it, if it is private."""

    id: str
    channel: Channel
    author: Person
    type: int = DEFAULT
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    reference: Message | None = None
    ephemeral_to: Person | None = None
    interaction: Json | None = None
    pinged: frozenset[str] = frozenset()
    created: datetime = field(init=False)
    edited: datetime | None = None
    edits: int = 0
    deleted: bool = False
    pinned: bool = False
    thread: Channel | None = None

    def __post_init__(self) -> None:
        self.created = self.channel.fake.clock.moment()

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still shows "… is thinking"."""
        return bool(self.flags & LOADING)

    @property
    def controls(self) -> list[ui.Component]:
        """Its buttons and selects, in reading order."""
        return ui.interactive(self.components)

    @property
    def buttons(self) -> list[str]:
        """Labels (else emoji) of the buttons that can be pressed, in reading order."""
        return [c.label or c.emoji for c in self.controls if c.type == ui.BUTTON and not c.disabled]

    def control(self, wanted: str) -> ui.Component:
        """The button or select with that custom id, label or placeholder."""
        found = ui.find(self.controls, wanted, (ui.BUTTON, *ui.SELECTS))
        assert found is not None, (
            f"no (single) control {wanted!r} on the message; there is: {ui.describe(self.controls)}"
        )
        return found

    @property
    def text(self) -> str:
        """Everything a person reads on it, buttons left out: content, embeds, text displays, file names."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [
                (embed.get("author") or {}).get("name", ""),
                embed.get("title", ""),
                embed.get("description", ""),
            ]
            for entry in embed.get("fields", []):
                parts += [entry["name"], entry["value"]]
            parts.append((embed.get("footer") or {}).get("text", ""))
        parts += ui.texts(self.components)
        parts += [attachment.filename for attachment in self.attachments]
        return "\n".join(part for part in parts if part)

    def visible_to(self, person: Person) -> bool:
        """Whether that person sees it in their client."""
        if self.deleted or (self.ephemeral and self.ephemeral_to is not person):
            return False
        return self.channel.can(person, "view_channel")

    def payload(self) -> Json:
        """The wire form (MessageResponse)."""
        body: Json = {
            "id": self.id,
            "type": self.type,
            "channel_id": self.channel.id,
            "author": self.author.payload(),
            "content": self.content,
            "embeds": self.embeds,
            "components": self.components,
            "attachments": [attachment.payload() for attachment in self.attachments],
            "mentions": [p.payload() for p in self.channel.fake.people.values() if p.id in self.pinged],
            "mention_roles": [r.id for r in self._roles() if r.id in self.pinged],
            "mention_everyone": "everyone" in self.pinged,
            "pinned": self.pinned,
            "tts": False,
            "timestamp": timestamp(self.created),
            "edited_timestamp": timestamp(self.edited) if self.edited else None,
            "flags": self.flags,
        }
        if self.nonce is not None:
            body["nonce"] = self.nonce
        if self.interaction is not None:
            body["interaction_metadata"] = self.interaction
        if self.author.bot:
            body["application_id"] = self.channel.fake.application_id
        if self.interaction is not None:
            body["webhook_id"] = self.channel.fake.application_id
        if self.reference is not None:
            body["message_reference"] = {
                "type": 0,
                "channel_id": self.reference.channel.id,
                "message_id": self.reference.id,
            }
            if self.channel.guild is not None:
                body["message_reference"]["guild_id"] = self.channel.guild.id
            body["referenced_message"] = None if self.reference.deleted else self.reference.payload()
        if self.thread is not None:
            body["thread"] = self.thread.payload()
        return body

    def event(self) -> Json:
        """The form in gateway events, which say the guild and the author's membership."""
        body = self.payload()
        guild = self.channel.guild
        if guild is not None:
            body["guild_id"] = guild.id
            if self.author.id in guild.members:
                body["member"] = {k: v for k, v in guild.member_payload(self.author).items() if k != "user"}
        return body

    def _roles(self) -> list[Any]:
        return list(self.channel.guild.roles.values()) if self.channel.guild else []

    def apply(self, body: Mapping[str, Any], files: Mapping[str, Upload]) -> None:
        """Puts a request's body on the message; what the body does not name stays as it was.

        Raises ApiError (50035, 50006) for what the API refuses, in which case the message is as before.
        """
        content = self.content
        if "content" in body:
            content = (body["content"] or "").strip()
        flags = self.flags
        if body.get("flags") is not None:
            flags = (flags & ~(SUPPRESS_EMBEDS | 1 << 12)) | (body["flags"] & SETTABLE_FLAGS)
        v2 = bool(flags & COMPONENTS_V2)
        embeds = self.embeds if "embeds" not in body else [_embed(e) for e in body["embeds"] or ()]
        components = self.components
        if "components" in body:
            ui.check_message(body["components"] or [], v2=v2)
            components = ui.normalised(body["components"] or [])
        if len(content) > 2000:
            raise invalid(f"content has {len(content)} characters, 2000 are allowed")
        if v2 and (content or embeds):
            raise invalid("a message with the flag IS_COMPONENTS_V2 has neither content nor embeds")
        if sum(_embed_length(embed) for embed in embeds) > 6000:
            raise invalid("the embeds have more than 6000 characters together")
        attachments = self._attached(body, files)
        if not (
            content or embeds or components or attachments or body.get("sticker_ids") or body.get("poll")
        ):
            raise EMPTY_MESSAGE
        self.content, self.flags, self.embeds = content, flags & ~LOADING, embeds
        self.components, self.attachments = components, attachments
        self.pinged = self._pings(body.get("allowed_mentions"))

    def _attached(self, body: Mapping[str, Any], files: Mapping[str, Upload]) -> list[Attachment]:
        described = body.get("attachments")
        kept = self.attachments
        names: dict[str, Json] = {}
        if described is not None:
            names = {str(one["id"]): one for one in described}
            kept = [a for a in self.attachments if a.id in names]
        added = []
        for key, upload in files.items():
            number = re.sub(r"\D", "", key)
            about = names.get(number, {})
            added.append(
                self.channel.fake.attachment(
                    about.get("filename") or upload.filename,
                    upload.content,
                    upload.content_type,
                    ephemeral=self.ephemeral,
                    description=about.get("description") or "",
                )
            )
        if len(kept) + len(added) > 10:
            raise invalid("a message has at most 10 attachments")
        return kept + added

    def _pings(self, allowed: Mapping[str, Any] | None) -> frozenset[str]:
        """Who is notified: people's and roles' ids, and "everyone"."""
        parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or ())
        listed = {str(one) for key in ("users", "roles") for one in (allowed or {}).get(key) or ()}
        written = "\n".join([self.content, *ui.texts(self.components)])
        pinged = set()
        for person in re.findall(r"<@!?(\d+)>", written):
            if person in self.channel.fake.people and ("users" in parse or person in listed):
                pinged.add(person)
        may_ping_all = self.channel.can(self.author, "mention_everyone")
        if self.channel.guild is not None:
            for role_id in re.findall(r"<@&(\d+)>", written):
                role = self.channel.guild.roles.get(role_id)
                if role and ("roles" in parse or role_id in listed) and (role.mentionable or may_ping_all):
                    pinged.add(role_id)
            if re.search(r"@(everyone|here)\b", written) and "everyone" in parse and may_ping_all:
                pinged.add("everyone")
        if self.reference is not None and (allowed or {}).get("replied_user", allowed is None):
            pinged.add(self.reference.author.id)
        return frozenset(pinged)


MessageFilter = Callable[[Message], bool]


def _embed(raw: Json) -> Json:
    if any(not one["name"].strip() or not one["value"].strip() for one in raw.get("fields") or ()):
        raise invalid("an embed's field has a name and a value")
    links = [raw.get("url"), *((raw.get(key) or {}).get("url") for key in ("image", "thumbnail", "author"))]
    if any(link and not re.match(r"(https?|attachment)://", link) for link in links):
        raise invalid("an embed's links have the scheme http or https")
    out: Json = {"type": "rich"}
    for key, value in raw.items():
        if value is None or key in ("type", "provider", "video"):
            continue
        if key == "fields":
            out[key] = [
                {"name": f["name"], "value": f["value"], "inline": bool(f.get("inline"))} for f in value
            ]
        elif isinstance(value, dict):
            out[key] = {k: v for k, v in value.items() if v is not None}
        else:
            out[key] = value
    for key in ("image", "thumbnail"):
        if key in out:
            out[key] = {"url": out[key]["url"], "proxy_url": out[key]["url"], "width": 0, "height": 0}
    if len(out) == 1:
        raise invalid("an embed needs something in it")
    return out


def _embed_length(embed: Json) -> int:
    counted = [
        embed.get("title", ""),
        embed.get("description", ""),
        (embed.get("footer") or {}).get("text", ""),
        (embed.get("author") or {}).get("name", ""),
    ]
    counted += [text for f in embed.get("fields", []) for text in (f["name"], f["value"])]
    return sum(len(text) for text in counted)
