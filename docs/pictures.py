"""Draws the README's pictures from the real program: the demo's terminal, and a card as Discord shows it.

Run by `make pictures`. The card is the one that the demo's bot sent, through the Discord renderer; only the frame around
it is drawn here.
"""

from __future__ import annotations

import asyncio
import io
import re
import textwrap
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import discord
from rich.console import Console

from bot.demo.story import Stage, tell
from bot.platforms.discord.render import render
from handlers.cards import Card

HERE = Path(__file__).parent / "pictures"
WIDTH, LINE, PAD = 620, 20, 18
FONT = "'gg sans','Noto Sans','DejaVu Sans',sans-serif"
BUTTONS = {1: "#5865f2", 2: "#4e5058", 3: "#248046", 4: "#da373c"}


def main() -> None:
    """Write both pictures."""
    HERE.mkdir(exist_ok=True)
    console = Console(record=True, width=82, file=io.StringIO(), force_terminal=True, highlight=False)
    stage = Stage(0.0, console)
    asyncio.run(tell(0.0, stage))
    svg = console.export_svg(title="headsup demo")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / "demo.svg").write_text(svg, "utf-8")
    cards = [message.card for _, message in stage.arrived if not message.direct and message.card.severity]
    notes = [message.card for _, message in stage.arrived if message.direct]
    (HERE / "card.svg").write_text(_message("#alerts", cards[0]), "utf-8")
    (HERE / "note.svg").write_text(_message("Direct message", notes[0]), "utf-8")


class _Canvas:
    """Lines of SVG, and how far down they reach."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 0

    def text(
        self,
        x: float,
        text: str,
        *,
        size: int = 14,
        colour: str = "#dbdee1",
        bold: bool = False,
        mono: bool = False,
    ) -> None:
        weight = ' font-weight="600"' if bold else ""
        family = " font-family=\"'DejaVu Sans Mono',monospace\"" if mono else ""
        self.parts.append(
            f'<text x="{x}" y="{self.y}" font-size="{size}" fill="{colour}"{weight}{family}>{escape(text)}</text>'
        )


def _shown(text: str) -> str:
    """Discord's markup as it reads: escapes gone, code marks gone, spoilers covered."""
    text = re.sub(r"\|\|.*?\|\|", "▇▇▇▇▇▇▇▇▇▇▇▇▇▇ spoiler ▇▇▇▇▇▇▇▇▇▇▇▇▇▇", text, flags=re.DOTALL)
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", text.strip("`"))


def _message(where: str, card: Card) -> str:
    drawn = render(card)
    canvas = _Canvas()
    canvas.y = PAD + 16
    canvas.text(72, "Headsup", bold=True, size=15, colour="#f2f3f5")
    canvas.parts.append(f'<rect x="152" y="{canvas.y - 12}" width="34" height="16" rx="4" fill="#5865f2"/>')
    canvas.text(157, "APP", size=10, bold=True, colour="#ffffff")
    canvas.text(196, where, size=12, colour="#949ba4")
    if drawn.content:
        for line in textwrap.wrap(_shown(drawn.content), 72):
            canvas.y += LINE
            canvas.text(72, line)
    if drawn.embed is not None:
        _embed(canvas, drawn.embed)
    _buttons(canvas, drawn.view)
    height = canvas.y + PAD
    avatar = '<circle cx="40" cy="36" r="20" fill="#3ba55c"/><text x="33" y="43" font-size="20" fill="#fff">H</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="{FONT}">'
        f'<rect width="100%" height="100%" rx="8" fill="#313338"/>{avatar}{"".join(canvas.parts)}</svg>\n'
    )


def _embed(canvas: _Canvas, embed: discord.Embed) -> None:
    top = canvas.y + 10
    canvas.y += 14
    start = len(canvas.parts)
    if embed.title:
        canvas.y += LINE
        canvas.text(90, _shown(embed.title), bold=True, size=15, colour="#f2f3f5")
    for line in textwrap.wrap(_shown(embed.description or ""), 64):
        canvas.y += LINE
        canvas.text(90, line)
    row: list[Any] = []
    for field in embed.fields:
        if not field.inline or len(row) == 3:
            _row(canvas, row)
            row = []
        row.append(field)
        if not field.inline:
            _row(canvas, row)
            row = []
    _row(canvas, row)
    if embed.footer.text:
        canvas.y += LINE + 4
        canvas.text(90, embed.footer.text, size=11, colour="#949ba4")
    height = canvas.y - top + 14
    colour = f"#{embed.colour.value:06x}" if embed.colour else "#4e5058"
    canvas.parts.insert(
        start, f'<rect x="72" y="{top}" width="{WIDTH - 92}" height="{height}" rx="4" fill="#2b2d31"/>'
    )
    canvas.parts.insert(
        start + 1, f'<rect x="72" y="{top}" width="4" height="{height}" rx="2" fill="{colour}"/>'
    )
    canvas.y += 14


def _row(canvas: _Canvas, fields: list[Any]) -> None:
    """Fields beside each other."""
    if not fields:
        return
    canvas.y += LINE + 4
    top, lowest = canvas.y, canvas.y
    width, step = (62, 0) if len(fields) == 1 else (26, 175)
    for column, field in enumerate(fields):
        canvas.y = top
        x = 90 + column * step
        canvas.text(x, _shown(field.name or ""), size=13, bold=True, colour="#f2f3f5")
        for line in textwrap.wrap(_shown(field.value or ""), width)[:4]:
            canvas.y += LINE - 2
            canvas.text(x, line, size=13, mono=(field.value or "").startswith("`"))
        lowest = max(lowest, canvas.y)
    canvas.y = lowest


def _buttons(canvas: _Canvas, view: discord.ui.View | None) -> None:
    if view is None:
        return
    x = 72.0
    canvas.y += 12
    for item in view.children:
        button = getattr(item, "item", item)
        if not isinstance(button, discord.ui.Button):
            continue
        label = button.label or ""
        width = 24 + 8.2 * len(label)
        if x + width > WIDTH - 16:
            x, canvas.y = 72.0, canvas.y + 40
        fill = BUTTONS[button.style.value]
        canvas.parts.append(
            f'<rect x="{x}" y="{canvas.y}" width="{width}" height="32" rx="4" fill="{fill}"/>'
        )
        canvas.y += 21
        canvas.text(x + 12, label, colour="#ffffff")
        canvas.y -= 21
        x += width + 8
    canvas.y += 32


if __name__ == "__main__":
    main()
