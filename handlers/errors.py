"""Errors for people: what was wrong and what to do, as a key of the texts. `handlers.front` turns them into replies."""

from __future__ import annotations


class Refused(Exception):
    """The request is not carried out and nothing was changed. `key` names the text, `arguments` fill it."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments
