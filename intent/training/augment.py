"""Disguises and disorder, put on training texts only, so that the model meets them before its users do.

Each epoch draws afresh: look-alike letters, zero-width marks, leetspeak, spaced or dotted letters, typing
slips, case, HTML and Markdown around the text, settings and pay lines, a neutral text in front or behind
(long posts). The tables are this module's own; the tests use others. Labels never change. Called by
`intent.training.recipe`. Imports of Headsup only
`intent.reading`.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Sequence

from intent.reading import as_read

_LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "b": "8", "g": "9", "l": "1|"}
_LOOK_ALIKE = {
    "a": "аɑ", "c": "сϲ", "e": "еҽ", "i": "іι", "o": "оο", "p": "рρ", "x": "хχ", "y": "уγ", "s": "ѕ", "j": "ј",
    "h": "һ", "k": "κк", "n": "ո", "u": "υս", "v": "νѵ", "A": "АΑ", "B": "ВΒ", "E": "ЕΕ", "H": "НΗ", "K": "КΚ",
    "M": "МΜ", "O": "ОΟ", "P": "РΡ", "T": "ТΤ", "X": "ХΧ",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x",
}  # fmt: skip
_INVISIBLE = ("\u200b", "\u200c", "\u2060", "\ufeff", "\u00ad")
_MARKS = ("\u0301", "\u0336", "\u0323", "\u0308", "\u0332")
_SEPARATORS = (" ", ".", "-", "_", "*", " . ", "·")
_SETTINGS = (
    "Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 5.5, Size: 832x1216, Clip skip: 2",
    "network_dim 32, alpha 16, lr 1e-4, 2400 steps, batch 2, bf16",
    "rank 16 / prodigy / 12 epochs / resolution 1024",
    "recommended weight 0.7-0.9, works with hires fix",
    "base: Pony V6 | Illustrious | Flux.1 dev",
    "ADetailer on, denoise 0.35, upscaler 4x-UltraSharp",
    "v1.0 initial upload. v1.1 less overfit. v1.2 captions redone.",
)
_PAY = (
    "500 buzz", "2k Buzz for the best entry", "$25 paypal", "30€", "paying well", "budget 50 usd", "crypto ok",
    "pago 20€", "pago por pix", "je paie 15€", "zahle 30 Euro", "pago bene", "оплата на карту", "ücret konuşulur",
    "報酬5000円", "사례합니다", "有偿", "deadline friday", "open until the end of the month",
)  # fmt: skip
# Tags that say nothing of who is depicted: those that do ("character", "celebrity") are evidence, and stay true.
_TAGS = (
    "lora", "locon", "sdxl", "flux", "pony", "illustrious", "sd 1.5", "wan", "safetensors", "embedding", "textual inversion",
    "download", "free", "new",
)  # fmt: skip
_TAILS = (
    "thx",
    "thanks!",
    "pls",
    "🙏",
    "ty in advance",
    "lol",
    "hmu",
    "gracias",
    "merci",
    "danke",
    "спасибо",
    "👀",
    "!!",
)
_SENTENCE_END = re.compile(r"(?<=[.!?。!?])\s*|\n+")
# Letters that one window holds, in most scripts and in Chinese, Japanese and Korean.
_ROOM, _ROOM_DENSE = 850, 320
# Pieces of a text that disguise would break rather than hide.
_SAFE_TO_DISGUISE = 3


def augmented(text: str, rng: random.Random, neutral: Sequence[str]) -> str:
    """A variant of `text` with the same labels; more than a third come back as they are.

    neutral: texts of the same language that carry no label, for padding.
    """
    draw = rng.random()
    if draw < 0.36:
        return text
    if draw < 0.54:
        return as_read(_disguised(text, rng))
    if draw < 0.60:
        return _cased(text, rng)
    if draw < 0.66:
        return _slipped(text, rng)
    if draw < 0.72:
        return as_read(_marked_up(text, rng))
    if draw < 0.83:
        return _extended(text, rng)
    if draw < 0.86:
        return _joined_lines(text, rng)
    if draw < 0.91:
        return _amid(text, rng, neutral)
    return _padded(text, rng, neutral)


def _disguised(text: str, rng: random.Random) -> str:
    """Some or all words disguised in one manner, as one author would."""
    manner = rng.choice((_leet, _leet, _look_alike, _invisible, _spaced, _spaced, _marked, _starred, _wide))
    share = rng.choice((0.2, 0.4, 1.0)) if manner in (_leet, _look_alike, _invisible, _marked) else 0.25
    words = text.split(" ")
    return " ".join(
        manner(word, rng) if len(word) >= _SAFE_TO_DISGUISE and rng.random() < share else word
        for word in words
    )


def _leet(word: str, rng: random.Random) -> str:
    return "".join(
        rng.choice(_LEET[c.lower()]) if c.lower() in _LEET and rng.random() < 0.6 else c for c in word
    )


def _look_alike(word: str, rng: random.Random) -> str:
    return "".join(rng.choice(_LOOK_ALIKE[c]) if c in _LOOK_ALIKE and rng.random() < 0.5 else c for c in word)


def _invisible(word: str, rng: random.Random) -> str:
    return "".join(c + rng.choice(_INVISIBLE) if rng.random() < 0.4 else c for c in word)


def _spaced(word: str, rng: random.Random) -> str:
    return rng.choice(_SEPARATORS).join(word) if len(word) <= 12 else word


def _marked(word: str, rng: random.Random) -> str:
    return "".join(c + rng.choice(_MARKS) if c.isalpha() and rng.random() < 0.4 else c for c in word)


def _starred(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + rng.choice("*#.-") + word[at + 1 :]


def _wide(word: str, rng: random.Random) -> str:
    start = rng.choice((0xFEE0, 0xFEE0, 0))
    return "".join(chr(ord(c) + start) if start and "!" <= c <= "~" else c for c in word)


def _cased(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.55:
        return text.lower()
    if draw < 0.8:
        return text.upper()
    if draw < 0.9:
        return text.title()
    return "".join(c.upper() if rng.random() < 0.5 else c.lower() for c in text)


def _slipped(text: str, rng: random.Random) -> str:
    characters = list(text)
    for _ in range(max(1, len(characters) // 35)):
        at = rng.randrange(len(characters))
        if not characters[at].isalpha():
            continue
        draw = rng.random()
        if draw < 0.35 and at + 1 < len(characters):
            characters[at], characters[at + 1] = characters[at + 1], characters[at]
        elif draw < 0.7:
            characters[at] = ""
        else:
            characters[at] *= 2
    slipped = "".join(characters)
    if rng.random() < 0.3:
        slipped = slipped.translate({ord(c): None for c in ",.'"})
    return slipped if slipped.strip() else text


def _marked_up(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.35:
        lines = html.escape(text).split("\n")
        return "".join(f"<p>{line}</p>" for line in lines)
    if draw < 0.55:
        return html.escape(text).replace("\n", "<br />")
    if draw < 0.75:
        first, _, rest = text.partition("\n")
        return f"## {first}\n\n{rest}" if rest else f"**{first}**"
    if draw < 0.9:
        return "\n".join(f"> {line}" for line in text.split("\n"))
    return f"||{text}||" if rng.random() < 0.3 else f"*{text}*"


def _extended(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.3:
        return f"{text}\n{rng.choice(_SETTINGS)}"
    if draw < 0.55:
        return f"{text}\n{rng.choice(_PAY)}"
    if draw < 0.8:
        return f"{text}\n{', '.join(rng.sample(_TAGS, rng.randint(1, 4)))}"
    return f"{text} {rng.choice(_TAILS)}"


def _joined_lines(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice((": ", " - ", " | ", " ", ". ")))


def _amid(text: str, rng: random.Random, neutral: Sequence[str]) -> str:
    """A sentence about something else right before or after, as people write who say hello first."""
    sentences = [each for each in _SENTENCE_END.split(rng.choice(neutral)) if each] if neutral else []
    if not sentences:
        return text
    other = rng.choice(sentences)[:90].strip()
    return f"{other} {text}" if rng.random() < 0.6 else f"{text} {other}"


def _padded(text: str, rng: random.Random, neutral: Sequence[str]) -> str:
    """`text` somewhere among neutral ones, in so few letters that one window holds them all."""
    room = (_ROOM_DENSE if any(sign >= "\u3000" for sign in text) else _ROOM) - len(text)
    before: list[str] = []
    after: list[str] = []
    for padding in rng.choices(neutral, k=rng.randint(1, 6)) if neutral else ():
        room -= len(padding)
        if room < 0:
            break
        (before if rng.random() < 0.5 else after).append(padding)
    return rng.choice(("\n\n", "\n", " ")).join([*before, text, *after])
