"""`plain`: a text as a reader sees it, for the classifier.

Called by `intent` (whatever it reads passes here first); imports only `text.letters`.
"""

import re
import unicodedata
from collections.abc import Callable

from text.letters import LATIN, LOOKALIKES, STYLED, visible

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_ROUNDS = 6


def plain(s: str) -> str:
    """NFKC, nothing invisible, and look-alike letters read as the Latin letters they stand for.

    A look-alike is mapped only in a word that also has Latin letters ("nudе" with a Cyrillic е), so words that are
    wholly Cyrillic or Greek stay as they are. Case and punctuation stay. Idempotent, linear, never raises.
    """
    if s.isascii():
        return s
    return settled(s, _once)


def settled(s: str, change: Callable[[str], str]) -> str:
    """`s` changed until that changes nothing more: what one round makes (a letter that meets an accent) the next undoes."""
    for _ in range(_ROUNDS):
        changed = change(s)
        if changed == s:
            break
        s = changed
    return s


def _once(s: str) -> str:
    s = unicodedata.normalize("NFKC", visible(s)).translate(STYLED)
    return unicodedata.normalize("NFKC", visible(_WORD.sub(_unmask, s)))


def _unmask(found: re.Match[str]) -> str:
    word = found.group()
    if word.isascii() or not LATIN.search(word):
        return word
    return _NON_ASCII.sub(lambda letter: LOOKALIKES.get(ord(letter.group()), letter.group()), word)
