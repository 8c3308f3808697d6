"""`/watch link`: a second chat account of a subscriber, and which of the two alerts go to. Called by `handlers.front`.

A code, shown once and in private to the one account, is written to the bot from the other one, on another platform, which
is told what that means before it joins. From then on both see and do the same; the first is told at once, and either ends
the link with a press. Two watchlists are never joined: where both accounts keep one, the link is refused.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import subscribers
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Menu, Option, Reply, Style
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.references import ALPHABET
from handlers.texts import Texts, texts
from storage import schema as tables

CODE_LIFE = timedelta(minutes=10)
CODE_LENGTH = 10
"""Of 28 letters: 48 bits, for ten minutes, by a chat command."""


async def link(house: House, actor: Actor, code: str) -> Reply:
    """Without a code: how things stand, and a fresh code if there is room. With one: ask. Raises Refused."""
    return await _ask(house, actor, code) if code.strip() else await _show(house, actor)


async def _show(house: House, actor: Actor) -> Reply:
    async with house.database.write() as session:
        subscriber = await subscribers.find_or_make(house, session, actor)
        linked = await subscribers.linked(session, subscriber)
        code = ""
        if not linked:
            code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
            subscriber.link_hash = house.vault.code_hash(code)
            subscriber.link_until = house.clock() + CODE_LIFE
    return Reply(_panel(texts(subscriber.language), subscriber, linked, actor.platform, code))


def _panel(
    t: Texts,
    subscriber: tables.Subscriber,
    linked: Sequence[tables.LinkedAccount],
    here: str,
    code: str = "",
) -> Card:
    platforms = [subscriber.platform, *(each.platform for each in linked)]
    lines = [
        Line(each.capitalize(), t("link-this" if each == here else "link-other"), short=True)
        for each in platforms
    ]
    if code:
        minutes = int(CODE_LIFE.total_seconds() // 60)
        body = t("link-code-body", minutes=minutes)
        return Card(title=t("link-title"), body=body, lines=(*lines, Line(t("link-code"), code, Style.CODE)))
    chosen = subscriber.alerts_to or subscriber.platform
    options = tuple(Option(each.capitalize(), each, chosen=each == chosen) for each in platforms)
    return Card(
        title=t("link-title"),
        body=t("link-linked-body"),
        lines=(*lines, Line(t("link-where"), chosen.capitalize(), short=True)),
        menus=(Menu("link.to", t("link-where"), options=options),),
        buttons=tuple(Button(t("button-unlink"), f"link.end:{each.id}", Look.GRAVE) for each in linked),
    )


async def _ask(house: House, actor: Actor, code: str) -> Reply:
    """Somebody else may have given the code away, to read along from then on: say what linking means first."""
    written = re.sub(r"[\s`-]", "", code).upper()
    async with house.database.read() as session:
        await _offering(house, session, actor, written)
        await _without_watchlist(house, session, actor)
    t = texts(await subscribers.language_of(house, actor))
    return Reply(
        Card(body=t("link-ask"), buttons=(Button(t("button-link"), f"link.join:{written}", Look.GRAVE),))
    )


async def _offering(house: House, session: AsyncSession, actor: Actor, code: str) -> tables.Subscriber:
    """Whose code it is. Raises Refused if it is nobody's, or of the same platform."""
    query = select(tables.Subscriber).where(
        tables.Subscriber.link_hash == house.vault.code_hash(code),
        tables.Subscriber.link_until > house.clock(),
    )
    subscriber = (await session.scalars(query.with_for_update())).one_or_none()
    if subscriber is None or await subscribers.linked(session, subscriber):
        raise Refused("refused-link-code")
    if subscriber.platform == actor.platform:
        raise Refused("refused-link-same")
    return subscriber


async def join(house: House, actor: Actor, code: str) -> Reply:
    """Link this account to the one that was given the code. Raises Refused."""
    async with house.database.write() as session:
        subscriber = await _offering(house, session, actor, code)
        own = await _without_watchlist(house, session, actor)
        if own is not None:  # its preferences end; the other account's count from now on
            await session.execute(delete(tables.Subscriber).where(tables.Subscriber.id == own.id))
        account = tables.LinkedAccount(
            subscriber_id=subscriber.id,
            platform=actor.platform,
            account_hash=house.vault.account_hash(actor.platform, actor.account),
            sealed_account=house.vault.seal_note(actor.account, "account"),
            linked_at=house.clock(),
        )
        session.add(account)
        subscriber.link_hash = subscriber.link_until = None
        await session.flush()
        told = await owe(
            session,
            house.clock(),
            "notice",
            f"linked:{account.id}",
            subscriber_id=subscriber.id,
            detail={"code": "account-linked", "platform": actor.platform.capitalize(), "link": account.id},
        )
        linked = [account]
    if told is not None:
        await house.queue.deliver(told.id)
    t = texts(subscriber.language)
    return Reply(_panel(t, subscriber, linked, actor.platform), update=True)


async def _without_watchlist(house: House, session: AsyncSession, actor: Actor) -> tables.Subscriber | None:
    """The actor's own row, if any. Raises Refused if it keeps a watchlist, which is never given up silently."""
    own = await subscribers.find(house, session, actor)
    if own is None:
        return None
    persons = select(func.count()).select_from(tables.Person).where(tables.Person.subscriber_id == own.id)
    if await session.scalar(persons) or await subscribers.linked(session, own):
        raise Refused("refused-link-both")
    return own


async def send_to(house: House, actor: Actor, platform: str) -> Reply:
    """Choose which account alerts go to; what waits for an account that cannot be written to goes there, too."""
    async with house.database.write() as session:
        subscriber = await subscribers.require(house, session, actor)
        linked = await subscribers.linked(session, subscriber)
        if platform not in (subscriber.platform, *(each.platform for each in linked)):
            raise Refused("refused-preference")
        subscriber.alerts_to = platform if platform != subscriber.platform else None
        waiting = await subscribers.wake(house, session, subscriber)
    for alert_id in waiting:
        await house.queue.deliver(alert_id)
    return Reply(_panel(texts(subscriber.language), subscriber, linked, actor.platform), update=True)


async def end(house: House, actor: Actor, link_id: int) -> Reply:
    """End a link, from either account; alerts go to the first one again, also what waited for the other one."""
    async with house.database.write() as session:
        subscriber = await subscribers.require(house, session, actor)
        linked = {each.id: each for each in await subscribers.linked(session, subscriber)}
        if link_id not in linked:
            raise Refused("refused-action")
        await session.delete(linked[link_id])
        subscriber.alerts_to = None
        waiting = await subscribers.wake(house, session, subscriber)
    for alert_id in waiting:
        await house.queue.deliver(alert_id)
    t = texts(subscriber.language)
    return Reply(Card(body=t("done-unlinked", platform=subscriber.platform.capitalize())), update=True)
