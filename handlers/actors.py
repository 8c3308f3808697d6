"""Who does something, and what they may do. Made by the platforms from facts that the platform's server vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from storage.schema import Community


class Role(StrEnum):
    """What an action asks of an actor. Platforms' own permission hints are hints; `handlers.front` checks these."""

    ANYONE = "anyone"
    MODERATOR = "moderator"
    CHILD_SAFETY = "child_safety"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened: a community, and the channel in it."""

    community: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """An account that acts. `roles` and `administrator` are those it has in `place`, as the platform's server says."""

    platform: str
    account: str
    language: str = "en"
    place: Place | None = None
    roles: frozenset[str] = frozenset()
    administrator: bool = False
    moderator: bool = False
    """Whether the platform itself says that they moderate there, whatever roles the community named."""

    def has(self, role: Role, community: Community | None) -> bool:
        """Whether this actor may do what `role` allows in `community` (None: outside every community)."""
        if role is Role.ANYONE:
            return True
        if community is None or self.place is None or self.place.community != community.native_id:
            return False
        if self.platform != community.platform:
            return False
        if self.administrator:
            return True
        if role is Role.MODERATOR:
            return self.moderator or bool(self.roles & set(community.moderator_roles))
        if role is Role.CHILD_SAFETY:
            return bool(self.roles & set(community.child_safety_roles))
        return False
