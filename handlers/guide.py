"""`/help`: what one can do here, by who one is."""

from __future__ import annotations

from handlers import subscribers
from handlers.actors import Actor, Role
from handlers.cards import Card, Line, Reply
from handlers.house import House
from handlers.texts import texts
from storage import schema as tables


async def show(house: House, actor: Actor, community: tables.Community | None) -> Reply:
    """The commands that this actor may use, each in a sentence."""
    t = texts(await subscribers.language_of(house, actor))
    lines = [Line("/report", t("guide-report")), Line("/report status", t("guide-status"))]
    lines += [Line("/watch add", t("guide-watch-add")), Line("/watch", t("guide-watch"))]
    if actor.has(Role.MODERATOR, community):
        lines.append(Line("/case list · show · note", t("guide-case")))
        lines.append(Line("/feed list · add · test · pause · resume · remove", t("guide-feed")))
    if actor.administrator and actor.place is not None:
        lines.append(Line("/setup", t("guide-setup")))
    return Reply(
        Card(title=t("guide-title"), body=t("guide-body"), lines=tuple(lines), footer=t("guide-footer"))
    )
