"""Cards as Discord shows them: content, embed, buttons, menus, modals. Used by the messenger and by answers.

Every text is escaped here, and cut to Discord's limits after escaping. Mentions made by `handlers.cards.mention` become
real ones that ping nobody, since messages are sent with AllowedMentions.none(); the one exception is a card's ping role.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from handlers.cards import MENTION, Button, Card, Form, Line, Look, Menu, Style

COLOURS = {"none": 0x8A8F98, "low": 0x4C8BF5, "medium": 0xE0A100, "high": 0xE06C00, "critical": 0xC62828}
BUTTON = "hu:b:"
MENU = "hu:m:"
FORM = "hu:f:"
_LOOKS = {
    Look.NEUTRAL: discord.ButtonStyle.secondary,
    Look.MAIN: discord.ButtonStyle.primary,
    Look.GOOD: discord.ButtonStyle.success,
    Look.GRAVE: discord.ButtonStyle.danger,
}
_SIGILS = {"account": "@", "role": "@&", "channel": "#"}
_TITLE, _DESCRIPTION, _NAME, _VALUE, _FOOTER, _TOTAL, _FIELDS, _CONTENT = (
    256,
    4096,
    256,
    1024,
    2048,
    6000,
    25,
    2000,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A card in discord.py's own things."""

    content: str | None
    embed: discord.Embed | None
    view: ui.View | None
    file: tuple[str, bytes] | None
    allowed_mentions: discord.AllowedMentions

    def arguments(self) -> dict[str, Any]:
        """What discord.py's methods for new messages take; it knows an absent thing only by its absence."""
        given: dict[str, Any] = {"content": self.content, "embed": self.embed, "view": self.view}
        if self.file is not None:
            name, content = self.file
            given["file"] = discord.File(io.BytesIO(content), filename=name)
        present = {key: value for key, value in given.items() if value is not None}
        return {**present, "allowed_mentions": self.allowed_mentions}


def escape(text: str, *, own: bool = False) -> str:
    """Text that Discord shows as it is: no markup, no mention, no bidi control, and, unless it is our own, no link; our
    own mentions made real."""
    plain = "".join(letter for letter in text if letter not in _CONTROLS)
    plain = plain if own else _LINK.sub("[:]", plain)
    plain = discord.utils.escape_mentions(discord.utils.escape_markdown(plain, ignore_links=False))
    plain = re.sub(r"^(\s*)([#>-])", r"\1\\\2", plain, flags=re.MULTILINE)
    plain = _COMMAND.sub(r"`\1`", plain)
    return MENTION.sub(
        lambda found: f"<{_SIGILS[found[1]]}{found[2]}>" if found[2].isdigit() else found[2], plain
    )


_LINK = re.compile(r"(?<=[A-Za-z]):(?=//\w)")
"""Where an address begins: with its colon in brackets nobody can press it."""
_COMMAND = re.compile(r"\\`(/[a-z][a-z \\-]{0,40})\\`")
"""A command in one of our own texts; the same in somebody else's words is as harmless."""
_CONTROLS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)))


def fit(text: str, most: int) -> str:
    """At most `most` characters."""
    return text if len(text) <= most else text[: most - 2].rstrip("\\|` ") + " …"


def styled(line: Line) -> str:
    """A line's value as Discord markup."""
    if line.style is Style.CODE:
        plain = line.value.replace("`", "ˋ").replace("\n", " ")
        return f"`{fit(plain, _VALUE - 2)}`"
    if line.style is Style.SPOILER:
        return f"||{fit(escape(line.value), _VALUE - 8)}||"
    return fit(escape(line.value, own=line.style is Style.OWN), _VALUE)


def render(card: Card) -> Rendered:
    """A card as a message."""
    plain = not (card.title or card.lines or card.severity or card.footer)
    content = " ".join(
        part
        for part in (
            f"<@&{card.ping_role}>" if card.ping_role else "",
            escape(card.notice),
            card.copyable,
            escape(card.body) if plain else "",
        )
        if part
    )
    roles = [discord.Object(int(card.ping_role))] if card.ping_role and card.ping_role.isdigit() else []
    return Rendered(
        content=fit(content, _CONTENT) or None,
        embed=None if plain else _embed(card),
        view=view(card.buttons, card.menus),
        file=card.file,
        allowed_mentions=discord.AllowedMentions(
            everyone=False, users=False, roles=roles, replied_user=False
        ),
    )


def _embed(card: Card) -> discord.Embed:
    embed = discord.Embed(
        title=fit(escape(card.title), _TITLE) or None,
        description=fit(escape(card.body), _DESCRIPTION // 2) or None,
        colour=COLOURS[card.severity] if card.severity else COLOURS["none"],
    )
    if card.footer:
        embed.set_footer(text=fit(card.footer, _FOOTER // 4))
    for line in card.lines[:_FIELDS]:
        name, value = fit(escape(line.name), _NAME), styled(line) or "-"
        if len(embed) + len(name) + len(value) > _TOTAL - 100:
            break
        embed.add_field(name=name, value=value, inline=line.short)
    return embed


class Press(ui.DynamicItem[ui.Button[ui.View]], template=re.escape(BUTTON) + r"(?P<action>.+)"):
    """A button whose whole state is its custom id, so that it works after a restart and on old messages."""

    def __init__(self, item: ui.Button[ui.View], action: str) -> None:
        super().__init__(item)
        self.action = action

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Press:
        """Made again from a press."""
        assert isinstance(item, ui.Button)  # noqa: S101 - what the template says
        return cls(item, match["action"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        await interaction.client.acted(interaction, self.action, {})


class Choose(ui.DynamicItem[ui.Select[ui.View]], template=re.escape(MENU) + r"(?P<action>.+)"):
    """A menu; its chosen values come with the interaction."""

    def __init__(self, item: ui.Select[ui.View], action: str) -> None:
        super().__init__(item)
        self.action = action

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Choose:
        """Made again from a choice."""
        return cls(item, match["action"])  # type: ignore[arg-type]

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the choice to the client."""
        data: Any = interaction.data or {}
        values = [str(value) for value in data.get("values", [])]
        await interaction.client.acted(interaction, self.action, {"values": values})


def view(buttons: tuple[Button, ...], menus: tuple[Menu, ...]) -> ui.View | None:
    """Buttons and menus; None if there are none."""
    if not buttons and not menus:
        return None
    drawn = ui.View(timeout=None)
    for menu in menus[:4]:
        drawn.add_item(Choose(_select(menu), menu.action))
    for button in buttons[: 25 - 5 * len(menus[:4])]:
        item: ui.Button[ui.View] = ui.Button(
            label=fit(button.label, 80),
            style=_LOOKS[button.look],
            custom_id=BUTTON + button.action,
            disabled=button.disabled,
        )
        drawn.add_item(Press(item, button.action))
    return drawn


def _select(menu: Menu) -> Any:
    common: dict[str, Any] = {
        "custom_id": MENU + menu.action,
        "placeholder": fit(menu.prompt, 150),
        "min_values": menu.least,
        "max_values": menu.most,
    }
    if menu.kind == "roles":
        return ui.RoleSelect(**common)
    if menu.kind == "channels":
        kinds = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.public_thread]
        return ui.ChannelSelect(channel_types=[*kinds, discord.ChannelType.private_thread], **common)
    options = [
        discord.SelectOption(
            label=fit(option.label, 100),
            value=option.value,
            description=fit(option.description, 100) or None,
            default=option.chosen,
        )
        for option in menu.options[:25]
    ]
    return ui.Select(options=options, **common)


def modal(form: Form) -> ui.Modal:
    """A form as a modal. Its answers are read from the interaction itself, so a restart in between loses none."""
    drawn = ui.Modal(title=fit(form.title, 45), custom_id=FORM + form.action, timeout=900)
    for field in form.fields[:5]:
        drawn.add_item(
            ui.TextInput(
                label=fit(field.label, 45),
                custom_id=field.key,
                style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
                default=field.value or None,
                placeholder=fit(field.placeholder, 100) or None,
                required=field.required,
                max_length=field.most,
            )
        )
    return drawn


def answers(data: Any) -> dict[str, str]:
    """What was written into a modal, by field key; both layouts that Discord sends."""
    found: dict[str, str] = {}
    for row in data.get("components", []):
        for component in [*row.get("components", []), *([row["component"]] if "component" in row else [])]:
            found[str(component.get("custom_id"))] = str(component.get("value") or "")
    return found
