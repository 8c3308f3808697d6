"""The console platform: keeps every message it was asked to send and draws it with rich."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from handlers.cards import MENTION, Card, Line, Style
from handlers.ports import DirectClosed, Gone, Pacing, Sent

COLOURS = {
    "none": "grey62",
    "low": "dodger_blue1",
    "medium": "gold3",
    "high": "dark_orange",
    "critical": "red3",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands: a channel's, or an account's direct message."""

    place: str
    direct: bool
    sent: Sent
    card: Card


class ConsolePlatform:
    """A `bot.platforms.base.Platform` and its own messenger. `closed` names accounts without direct messages."""

    name = "console"
    pacing: Pacing | None = None

    def __init__(self, on_message: Callable[[Message], None] = lambda _: None) -> None:
        self.messages: list[Message] = []
        self.closed: set[str] = set()
        self._by_nonce: dict[str, Sent] = {}
        self._on_message = on_message

    @property
    def messenger(self) -> ConsolePlatform:
        """The platform sends by itself."""
        return self

    @property
    def ready(self) -> bool:
        """Always."""
        return True

    async def login(self) -> None:
        """Nothing to check."""

    async def serve(self) -> None:
        """Wait until cancelled."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Nothing is open."""

    async def send_channel(self, channel: str, card: Card, nonce: str) -> Sent:
        """Keep and draw a channel's message."""
        return self._keep(channel, False, card, nonce)

    async def send_direct(self, account: str, card: Card, nonce: str) -> Sent:
        """Keep and draw a direct message. Raises DirectClosed for closed accounts."""
        if account in self.closed:
            raise DirectClosed("closed")
        return self._keep(account, True, card, nonce)

    def _keep(self, place: str, direct: bool, card: Card, nonce: str) -> Sent:
        if nonce in self._by_nonce:
            return self._by_nonce[nonce]
        sent = Sent(place, str(len(self.messages) + 1))
        self._by_nonce[nonce] = sent
        message = Message(place, direct, sent, card)
        self.messages.append(message)
        self._on_message(message)
        return sent

    async def edit(self, sent: Sent, card: Card) -> None:
        """Give a message a new face. Raises Gone."""
        for index, message in enumerate(self.messages):
            if message.sent == sent:
                self.messages[index] = replace(message, card=card)
                return
        raise Gone("no such message")

    async def missing_permissions(self, community: str, channel: str) -> Sequence[str]:
        """Everything is allowed."""
        return []

    async def steward(self, community: str) -> str | None:
        """The one who sits here."""
        return "operator"


def draw(card: Card, heading: str, width: int = 76) -> RenderableType:
    """A card as a panel."""
    parts: list[RenderableType] = []
    if card.title:
        parts.append(Text(card.title, style="bold"))
    if card.body:
        parts.append(Text(_plain(card.body)))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="grey62", no_wrap=True, max_width=24)
    table.add_column(ratio=1)
    for line in card.lines:
        table.add_row(line.name, _value(line))
    if card.lines:
        parts.append(table)
    if card.buttons:
        parts.append(
            Text("  ").join(Text(f" {button.label} ", style="black on grey70") for button in card.buttons)
        )
    if card.footer:
        parts.append(Text(card.footer, style="grey50 italic"))
    colour = COLOURS[card.severity] if card.severity else "grey50"
    return Panel(Group(*parts), title=heading, title_align="left", border_style=colour, width=width)


def _plain(text: str) -> str:
    return MENTION.sub(lambda found: f"@{found[2]}", text)


def _value(line: Line) -> Text:
    value = _plain(line.value)
    if line.style is Style.SPOILER:
        return Text("▒▒▒ hidden until pressed ▒▒▒", style="grey50")
    return Text(value, style="cyan" if line.style is Style.CODE else "")


def console() -> Console:
    """A terminal for people."""
    return Console(highlight=False)
