"""People: what a member does in their client, and what they see of the bot's answers.

Tests act through them: `await alice.slash(channel, "report", link="…")`, `await alice.press(answer,
"Confirm")`, `await alice.submit(answer, {"Name": "…"})`. What a client would not let them do raises
RefusedError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import components as ui
from tests.fakes.discord.commands import RefusedError, resolve
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    DEFER,
    DEFER_UPDATE,
    PRESSED,
    SUBMITTED,
    Answer,
    Interaction,
    Modal,
)
from tests.fakes.discord.messages import REPLY, Attachment, Message, MessageFilter
from tests.fakes.discord.places import DM, GROUP_DM, Channel, Role
from tests.fakes.discord.wire import Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord


@dataclass(eq=False)
class Person:
    """A Discord account. `installed`: has added the app to their own account; `open_dms`: takes messages of
    the bot."""

    fake: FakeDiscord
    id: str
    name: str
    bot: bool = False
    locale: str = "en-US"
    installed: bool = False
    open_dms: bool = True
    created: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.created = self.fake.clock.moment()

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Person {self.name!r} {self.id}>"

    @property
    def mention(self) -> str:
        """How a message mentions them."""
        return f"<@{self.id}>"

    def payload(self) -> Json:
        """The wire form (UserResponse)."""
        body: Json = {
            "id": self.id,
            "username": self.name,
            "global_name": None if self.bot else self.name,
            "avatar": None,
            "discriminator": "0000" if self.bot else "0",
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
        }
        if self.bot:
            body["bot"] = True
        return body

    def own_payload(self) -> Json:
        """The wire form of the bot to itself (UserPIIResponse)."""
        return self.payload() | {"mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}

    # --- the conversation with the bot ----------------------------------------------------------------------

    @property
    def dm(self) -> Channel:
        """The direct messages between this person and the bot."""
        return self.fake.dm_of(self)

    @property
    def inbox(self) -> list[Message]:
        """The bot's direct messages to this person that they can still see, answers to commands left out."""
        return [m for m in self.dm.messages if m.author.bot and m.interaction is None]

    async def next_dm(
        self, where: MessageFilter = lambda _: True, *, timeout: float | None = None
    ) -> Message:
        """The first direct message by the bot that no earlier call of this returned and that fits; waits for
        it."""
        return await self.dm.next_message(where, timeout=timeout)

    def close_dms(self) -> None:
        """From now on the bot's messages are refused with 50007."""
        self.open_dms = False

    def reopen_dms(self) -> None:
        """The bot may write again."""
        self.open_dms = True

    def reachable(self) -> bool:
        """Whether the bot may open with a direct message: DMs open, and a guild in common or the app
        installed."""
        common = any(self.id in g.members and g.has_bot for g in self.fake.guilds.values())
        return self.open_dms and (common or self.installed)

    # --- messages -------------------------------------------------------------------------------------------

    def say(
        self,
        channel: Channel,
        content: str,
        *,
        files: Sequence[Attachment] = (),
        reply_to: Message | None = None,
    ) -> Message:
        """Writes a message."""
        if not channel.can(self, "send_messages"):
            raise RefusedError(f"{self.name} may not write there")
        message = Message(self.fake.ids.next(), channel, self, REPLY if reply_to else 0, reference=reply_to)
        message.attachments = list(files)
        message.apply({"content": content}, {})
        return channel.add(message)

    def edit(self, message: Message, content: str) -> None:
        """Edits an own message."""
        if message.author is not self:
            raise RefusedError("only one's own messages can be edited")
        message.apply({"content": content}, {})
        message.edited, message.edits = self.fake.clock.moment(), message.edits + 1
        self.fake.dispatch_message("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        """Deletes a message: an own one, or any with the permission."""
        if message.author is not self and not message.channel.can(self, "manage_messages"):
            raise RefusedError(f"{self.name} may not delete that message")
        self.fake.delete_message(message)

    # --- interactions ---------------------------------------------------------------------------------------

    async def slash(
        self, where: Channel, words: str, options: Mapping[str, Any] | None = None, /, **more: Any
    ) -> Answer:
        """Uses a slash command ("report", "watch add") and waits for the answer."""
        data = self.fake.commands.chat_input(self, where, words, {**(options or {}), **more})
        return await self._act(
            Interaction(self.fake.ids.next(), COMMAND, self, self._at(where), data, self.fake.now())
        )

    async def autocomplete(
        self, where: Channel, words: str, option: str, typed: str, **more: Any
    ) -> list[Json]:
        """What is offered while typing into an option: [{"name", "value"}, …]."""
        data = self.fake.commands.chat_input(self, where, words, {**more, option: typed}, focused=option)
        answer = await self._act(
            Interaction(self.fake.ids.next(), AUTOCOMPLETE, self, self._at(where), data, self.fake.now())
        )
        return answer.interaction.choices

    async def context_menu(self, target: Message | Person, name: str, where: Channel | None = None) -> Answer:
        """Uses a message command (or, on a person, a user command: then `where` says in which channel)."""
        channel = target.channel if isinstance(target, Message) else where
        if channel is None:
            raise RefusedError("a user command needs a channel")
        if isinstance(target, Message) and not target.visible_to(self):
            raise RefusedError(f"{self.name} does not see that message")
        data = self.fake.commands.context_menu(self, channel, name, target)
        return await self._act(
            Interaction(self.fake.ids.next(), COMMAND, self, self._at(channel), data, self.fake.now())
        )

    async def press(self, on: Message | Answer, wanted: str) -> Answer:
        """Presses a button, by label or custom id."""
        message, control = self._control(on, wanted, (ui.BUTTON,))
        if control.style == ui.LINK_STYLE:
            raise RefusedError(f"{wanted!r} is a link")
        data = {"custom_id": control.custom_id, "component_type": ui.BUTTON, "id": control.id}
        return await self._act(
            Interaction(
                self.fake.ids.next(),
                PRESSED,
                self,
                self._at(message.channel),
                data,
                self.fake.now(),
                source=message,
                original=message,
            )
        )

    async def select(
        self, on: Message | Answer, wanted: str, *chosen: str | Person | Role | Channel
    ) -> Answer:
        """Chooses in a select (by custom id or placeholder): labels or values, or people, roles, channels."""
        message, control = self._control(on, wanted, ui.SELECTS)
        resolved: Json = {}
        values = chosen_values(control, chosen, resolved, message.channel.guild)
        data: Json = {
            "custom_id": control.custom_id,
            "component_type": control.type,
            "values": values,
            "id": control.id,
        }
        if resolved:
            data["resolved"] = resolved
        return await self._act(
            Interaction(
                self.fake.ids.next(),
                PRESSED,
                self,
                self._at(message.channel),
                data,
                self.fake.now(),
                source=message,
                original=message,
            )
        )

    async def submit(
        self, form: Modal | Answer, values: Mapping[str, Any] | None = None, /, **more: Any
    ) -> Answer:
        """Fills in a form (by label or custom id; the rest keeps what stands there) and sends it."""
        modal = form.modal if isinstance(form, Answer) else form
        wanted = {**(values or {}), **more}
        fields = modal.fields
        filled: dict[str, Any] = {}
        for key, value in wanted.items():
            found = ui.find(fields, key, {one.type for one in fields})
            if found is None:
                raise RefusedError(f"the form has no field {key!r}, only: {ui.describe(fields)}")
            filled[found.custom_id] = value
        resolved: Json = {}
        origin = modal.origin
        inputs = {
            f.custom_id: submitted(f, filled.get(f.custom_id), resolved, origin.channel.guild) for f in fields
        }
        data: Json = {"custom_id": modal.custom_id, "components": submitted_tree(modal.components, inputs)}
        if resolved:
            data["resolved"] = resolved
        return await self._act(
            Interaction(
                self.fake.ids.next(),
                SUBMITTED,
                self,
                self._at(origin.channel),
                data,
                self.fake.now(),
                source=origin.source,
                original=origin.source,
                cause=origin,
            )
        )

    def _at(self, channel: Channel) -> Channel:
        if not channel.can(self, "view_channel"):
            raise RefusedError(f"{self.name} does not see that channel")
        if channel.type in (DM, GROUP_DM) and self not in channel.recipients:
            raise RefusedError(f"{self.name} is not part of that conversation")
        return channel

    def _control(
        self, on: Message | Answer, wanted: str, kinds: Sequence[int]
    ) -> tuple[Message, ui.Component]:
        message = on.message if isinstance(on, Answer) else on
        if not message.visible_to(self):
            raise RefusedError(f"{self.name} does not see that message")
        control = ui.find(message.controls, wanted, kinds)
        if control is None:
            raise RefusedError(
                f"no (single) {wanted!r} on that message; there is: {ui.describe(message.controls)}"
            )
        if control.disabled:
            raise RefusedError(f"{wanted!r} is disabled")
        return message, control

    async def _act(self, did: Interaction) -> Answer:
        fake = self.fake
        fake.interactions[did.token] = did
        guild = did.channel.guild if did.channel.guild and did.channel.guild.has_bot else None
        fake.gateway.dispatch("INTERACTION_CREATE", did.event(), guild, intent=None)
        await fake.until(
            lambda: did.response or fake.now() - did.started > fake.answer_window,
            "an answer",
            fake.answer_window + 5,
        )
        did.late = not did.response
        if did.response == DEFER:
            await fake.until(
                lambda: did.original is None or did.original.deleted or not did.original.loading,
                f"the answer to what {self.name} did (the bot only said that it is thinking)",
            )
        elif did.response == DEFER_UPDATE:
            await fake.until(lambda: did.edits or did.followups, f"anything after what {self.name} pressed")
        return Answer(did)


def chosen_values(
    control: ui.Component, chosen: Sequence[Any], resolved: Json, guild: Guild | None
) -> list[str]:
    """The values of a select; RefusedError if they are too few, too many or not offered."""
    if not control.min_values <= len(chosen) <= control.max_values:
        raise RefusedError(f"choose {control.min_values} to {control.max_values}, not {len(chosen)}")
    values = []
    for one in chosen:
        if control.options:
            match = [o.value for o in control.options if one in (o.value, o.label)]
            if not match:
                raise RefusedError(f"{one!r} is not offered, only {[o.label for o in control.options]}")
            values.append(match[0])
            continue
        fits = {
            ui.USER_SELECT: isinstance(one, Person),
            ui.ROLE_SELECT: isinstance(one, Role),
            ui.CHANNEL_SELECT: isinstance(one, Channel),
            ui.FILE_UPLOAD: isinstance(one, Attachment),
            ui.MENTIONABLE_SELECT: isinstance(one, Person | Role),
        }
        if not fits.get(control.type):
            raise RefusedError(f"{one!r} cannot be chosen there")
        if isinstance(one, Channel) and control.channel_types and one.type not in control.channel_types:
            raise RefusedError(f"channels of type {one.type} are not offered there")
        values.append(one.id)
        resolve(resolved, one, guild)
    return values


def submitted(one: ui.Component, value: Any, resolved: Json, guild: Guild | None) -> Json:
    """A field of a form as it is sent; RefusedError if the client would not let it pass. None: left as it
    stood."""
    body: Json = {"type": one.type, "id": one.id, "custom_id": one.custom_id}
    if one.type == ui.TEXT_INPUT:
        text = one.value if value is None else str(value)
        if (one.required and not text) or (text and not one.min_length <= len(text) <= one.max_length):
            raise RefusedError(f"the field {one.label!r} does not take {text!r}")
        return body | {"value": text}
    if one.type == ui.CHECKBOX:
        return body | {"value": bool(value)}
    defaults = [o.value for o in one.options if o.default]
    picked = (
        defaults
        if value is None
        else [value]
        if isinstance(value, str) or not isinstance(value, Sequence)
        else value
    )
    if one.type == ui.RADIO_GROUP:
        if one.required and not picked:
            raise RefusedError(f"the field {one.label!r} is required")
        return body | {"value": chosen_values(one, picked, resolved, guild)[0] if picked else None}
    if value is None and not picked and one.default_values:
        return body | {"values": list(one.default_values)}
    if not picked and not one.required:
        return body | {"values": []}
    return body | {"values": chosen_values(one, picked, resolved, guild)}


def submitted_tree(components: list[Json], inputs: Mapping[str, Json]) -> list[Json]:
    """The components of a form as they are sent back."""
    tree = []
    for top in components:
        base: Json = {"type": top["type"], "id": top["id"]}
        if top["type"] == ui.ROW:
            tree.append(base | {"components": [inputs[c["custom_id"]] for c in top["components"]]})
        elif top["type"] == ui.LABEL:
            tree.append(base | {"component": inputs[top["component"]["custom_id"]]})
        else:
            tree.append(base)
    return tree
