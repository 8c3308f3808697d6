"""Small watchlists of one, and what a post is to them; for the tests of judging."""

from __future__ import annotations

from watchlists import Person, Screener, Text, Tier


def tier(person: Person, body: str) -> Tier | None:
    """How a person is found in a post; None if not at all."""
    [matches] = Screener([person]).matches([Text(body=body)])
    return matches[0].tier if matches else None


def named(
    *names: str, aliases: tuple[str, ...] = (), handles: tuple[str, ...] = (), context: tuple[str, ...] = ()
) -> Person:
    """A person with these terms."""
    return Person("p", names=names, aliases=aliases, handles=handles, context=context)
