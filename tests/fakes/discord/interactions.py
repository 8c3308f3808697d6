"""Interactions: what a person did, the token it may be answered with, and the answer as they see it.

people.py makes them; rest_interactions.py takes the bot's answers under the rules for tokens (3 seconds
for the first answer, 15 minutes for the rest, one first answer only).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import components as ui
from tests.fakes.discord.places import GROUP_DM, Channel
from tests.fakes.discord.wire import Json, permission_bits

if TYPE_CHECKING:
    from tests.fakes.discord.messages import Message
    from tests.fakes.discord.people import Person

PING, COMMAND, PRESSED, AUTOCOMPLETE, SUBMITTED = 1, 2, 3, 4, 5
SAY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
_KINDS = {
    SAY: "message",
    DEFER: "deferred",
    DEFER_UPDATE: "deferred_update",
    UPDATE: "update",
    CHOICES: "choices",
    MODAL: "modal",
}
_UNINSTALLED_BOT_PERMISSIONS = permission_bits(
    ("embed_links", "attach_files", "mention_everyone", "use_external_emojis")
)


@dataclass(frozen=True, slots=True, eq=False)
class Modal:
    """A form that the bot opened for a person."""

    custom_id: str
    title: str
    components: list[Json]
    origin: Interaction

    @property
    def fields(self) -> list[ui.Component]:
        """What can be filled in, in reading order."""
        return ui.modal_fields(self.components)

    @property
    def labels(self) -> list[str]:
        """The fields' labels, in reading order."""
        return [f.label for f in self.fields]

    @property
    def text(self) -> str:
        """Everything a person reads on it."""
        lines = [self.title, *ui.texts(self.components)]
        for one in self.fields:
            lines += [one.label, one.description, one.placeholder, one.value, *(o.label for o in one.options)]
        return "\n".join(line for line in lines if line)


@dataclass(eq=False)
class Interaction:
    """One thing a person did. `response` is the type of the bot's first answer, 0 while there is none."""

    id: str
    type: int
    person: Person
    channel: Channel
    data: Json
    started: float
    source: Message | None = None
    cause: Interaction | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(120))
    response: int = 0
    original: Message | None = None
    modal: Modal | None = None
    choices: list[Json] = field(default_factory=list)
    followups: list[Message] = field(default_factory=list)
    edits: int = 0
    late: bool = False

    @property
    def context(self) -> int:
        """0 in a guild, 1 in the conversation with the bot, 2 in another private channel."""
        if self.channel.guild is not None:
            return 0
        direct = self.channel.type != GROUP_DM and self.channel.fake.bot in self.channel.recipients
        return 1 if direct else 2

    @property
    def owners(self) -> Json:
        """authorizing_integration_owners: through which installation the command is there."""
        owners = {}
        guild = self.channel.guild
        if guild is not None and guild.has_bot:
            owners["0"] = guild.id
        elif self.context == 1:
            owners["0"] = "0"
        if self.person.installed:
            owners["1"] = self.person.id
        return owners

    def metadata(self) -> Json:
        """interaction_metadata of the messages that answer it."""
        body: Json = {
            "id": self.id,
            "type": self.type,
            "user": self.person.payload(),
            "authorizing_integration_owners": self.owners,
        }
        if self.type == SUBMITTED:
            assert self.cause is not None
            body["triggering_interaction_metadata"] = self.cause.metadata()
        elif self.type == PRESSED:
            assert self.source is not None
            body["interacted_message_id"] = self.source.id
        return body

    def event(self) -> Json:
        """The data of INTERACTION_CREATE."""
        fake, guild = self.channel.fake, self.channel.guild
        channel = {
            k: v
            for k, v in self.channel.payload().items()
            if k not in ("recipients", "permission_overwrites")
        }
        bot_bits = (
            self.channel.permissions_of(fake.bot)
            if guild is None or guild.has_bot
            else _UNINSTALLED_BOT_PERMISSIONS
        )
        body: Json = {
            "id": self.id,
            "application_id": fake.application_id,
            "type": self.type,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel_id": self.channel.id,
            "channel": channel,
            "locale": self.person.locale,
            "app_permissions": str(bot_bits),
            "entitlements": [],
            "authorizing_integration_owners": self.owners,
            "context": self.context,
            "attachment_size_limit": 10 << 20,
        }
        if guild is not None:
            bits = str(self.channel.permissions_of(self.person))
            channel["permissions"] = bits
            body |= {
                "guild_id": guild.id,
                "guild_locale": guild.locale,
                "guild": {"id": guild.id, "locale": guild.locale, "features": []},
                "member": guild.member_payload(self.person) | {"permissions": bits},
            }
        else:
            body["user"] = self.person.payload()
        if self.source is not None:
            body["message"] = self.source.payload()
        return body


class Answer:
    """What the person saw after doing something; `messages` and `followups` grow as the bot says more.

    `kind`: "message", "update" (of the message they pressed on), "modal", "choices", "deferred" (still
    thinking), "deferred_update" (nothing visible yet), or "failed" ("The application did not respond").
    """

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    def __repr__(self) -> str:
        return f"<Answer {self.kind}{' (ephemeral)' if self.ephemeral else ''} {self.text!r}>"

    @property
    def failed(self) -> bool:
        """Whether the person saw "The application did not respond"."""
        return self.interaction.response == 0

    @property
    def kind(self) -> str:
        """The kind of answer, a deferred one counted as what it became."""
        did = self.interaction
        if did.response == 0:
            return "failed"
        if did.response == DEFER and did.original is not None and not did.original.loading:
            return "message"
        if did.response == DEFER_UPDATE and did.edits:
            return "update"
        return _KINDS[did.response]

    @property
    def was_deferred(self) -> bool:
        """Whether the bot first only said that it is at work."""
        return self.interaction.response in (DEFER, DEFER_UPDATE)

    @property
    def message(self) -> Message:
        """The message that answers, or the one that was updated."""
        found = self.interaction.original
        assert found is not None, f"there is no message in {self!r}"
        return found

    @property
    def followups(self) -> list[Message]:
        """Further messages, so far."""
        return self.interaction.followups

    @property
    def messages(self) -> list[Message]:
        """The answer (not a message that was merely updated by nothing) and the follow-ups, deleted ones left
        out."""
        did = self.interaction
        own = [did.original] if did.original is not None and did.response in (SAY, DEFER, UPDATE) else []
        if did.original is not None and did.response == DEFER_UPDATE and did.edits:
            own = [did.original]
        return [m for m in [*own, *did.followups] if not m.deleted]

    @property
    def ephemeral(self) -> bool:
        """Whether all of it is for that person alone."""
        return bool(self.messages) and all(m.ephemeral for m in self.messages)

    @property
    def content(self) -> str:
        """The answering message's content."""
        return self.message.content

    @property
    def embeds(self) -> list[Json]:
        """The answering message's embeds."""
        return self.message.embeds

    @property
    def components(self) -> list[ui.Component]:
        """Buttons and selects of the answering message, flattened."""
        return self.message.controls

    @property
    def buttons(self) -> list[str]:
        """Labels of the answering message's buttons that can be pressed."""
        return self.message.buttons

    @property
    def modal(self) -> Modal:
        """The form that was opened."""
        found = self.interaction.modal
        assert found is not None, f"there is no form in {self!r}"
        return found

    @property
    def choices(self) -> list[Any]:
        """Names of the autocomplete choices."""
        return [choice["name"] for choice in self.interaction.choices]

    @property
    def text(self) -> str:
        """Everything the person reads: form or messages, follow-ups included."""
        if self.interaction.modal is not None:
            return self.interaction.modal.text
        return "\n".join(m.text for m in self.messages)

    async def next_followup(self, timeout: float | None = None) -> Message:
        """Waits for one more follow-up than there is now."""
        have = len(self.followups)
        fake = self.interaction.channel.fake
        await fake.until(lambda: len(self.followups) > have, "a follow-up message", timeout)
        return self.followups[have]
