"""Reports: a member says that an item should be looked at. Called by `handlers.front`.

The item, the report, the case and the moderators' alert are one transaction; the receipt comes after it. Ten reports of
one link are one case, and a member has one vote an item.
"""

from __future__ import annotations

import contextlib
import re
from datetime import timedelta

import structlog
from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item, Link, dedupe_key
from handlers import traces
from handlers.actors import Actor
from handlers.cards import Card, Form, FormField, Line, Reply, Upload
from handlers.casebook import case_for, owe_card, record
from handlers.communities import community_of, home_of
from handlers.errors import Refused
from handlers.feed_kinds import CHANNELS
from handlers.house import House
from handlers.intake import take_in
from handlers.references import new_reference, read_reference
from handlers.texts import texts
from handlers.vault import FORGOTTEN
from storage import schema as tables

log = structlog.get_logger(__name__)
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
MOST = 4000


def form(actor: Actor) -> Reply:
    """What a member is asked who gave nothing yet."""
    t = texts(actor.language)
    return Reply(
        form=Form(
            "report.send",
            t("report-form-title"),
            (
                FormField("link", t("report-form-link"), placeholder="https://", most=1000),
                FormField(
                    "text",
                    t("report-form-text"),
                    placeholder=t("report-form-text-hint"),
                    long=True,
                    most=MOST,
                ),
                FormField("reason", t("report-form-reason"), long=True, most=500),
            ),
        )
    )


async def report(
    house: House,
    actor: Actor,
    *,
    link: str = "",
    text: str = "",
    reason: str = "",
    attachment: Upload | None = None,
    item: Item | None = None,
) -> Reply:
    """Take a report and give its receipt. `item` is set where a message itself is reported."""
    t = texts(actor.language)
    item = item or _described(link.strip(), text.strip(), attachment)
    now = house.clock()
    who = house.vault.account_hash(actor.platform, actor.account)
    async with contextlib.AsyncExitStack() as about, house.database.write() as session:
        community = await community_of(session, actor) or await home_of(house, session, actor.platform)
        await _may_report(house, session, community, who)
        row = await _stored(house, session, item, community)
        about.enter_context(traces.of(house, row.id))
        log.info("report taken in", item=row.id)
        if row.quiet:  # a feed's baseline that somebody now points at
            row.quiet, row.state = False, "new"
        case = None
        due: list[int] = []
        if community is not None:
            severity = await session.scalar(
                select(tables.Finding.severity).where(tables.Finding.item_id == row.id)
            )
            case = await case_for(house, session, community.id, row, severity or 0, by="report")
            due = await owe_card(session, now, case)
        existing = await _own_report(house, session, row.id, community, who)
        if existing is None:
            existing = tables.Report(
                item_id=row.id,
                community_id=community.id if community else None,
                case_id=case.id if case else None,
                reference=case.reference if case else await new_reference(session),
                platform=actor.platform,
                reporter_hash=who,
                sealed_reporter=house.vault.seal_note(actor.account, "reporter"),
                sealed_reason=house.vault.seal_note(reason.strip()[:500], "reason")
                if reason.strip()
                else None,
                language=t.language,
                created_at=now,
            )
            session.add(existing)
            await session.flush()
            if case is not None:
                case.revision += 1
                record(session, case.id, "reported", now)
        state = case.state if case is not None else "none"
    if row.state == "new":
        await house.queue.screen()
    else:
        for alert_id in due:
            await house.queue.deliver(alert_id)
    if case is not None:
        await house.queue.redraw(case.id)
    key = "receipt-known" if state in ("confirmed", "dismissed") else "receipt" if case else "receipt-alone"
    body = t(key, reference=existing.reference, state=t(f"short-{state}"))
    return Reply(
        Card(title=t("receipt-title", reference=existing.reference), body=body, copyable=existing.reference)
    )


def _described(link: str, text: str, attachment: Upload | None) -> Item:
    """An item from what a member wrote. Raises Refused if there is nothing to look at."""
    if link and not _LINK.fullmatch(link):
        found = _LINK.search(link)
        if found is None:
            raise Refused("refused-link")
        text, link = f"{text}\n{link}".strip(), found.group()
    if not link and (found := _LINK.search(text)):
        link = found.group()
    if not link and not text and attachment is None:
        raise Refused("refused-empty-report")
    links = tuple(Link("", each) for each in _LINK.findall(text)[:20])
    media: tuple[str, ...] = ()
    if attachment is not None:
        media = (attachment.name,)
        links += (Link(attachment.name, attachment.url),)
    native_id = None if link or text or attachment is None else attachment.url
    return Item(
        source="report", body=text[:MOST], url=link[:2000], links=links, media=media, native_id=native_id
    )


async def _may_report(
    house: House, session: AsyncSession, community: tables.Community | None, who: str
) -> None:
    now = house.clock()
    if community is not None:
        mute = await session.get(tables.Mute, (community.id, who))
        if mute is not None and mute.until > now:
            raise Refused("refused-muted", until=mute.until.strftime("%Y-%m-%d %H:%M UTC"))
    query = (
        select(tables.Report.item_id, tables.Report.reporter_hash)
        .where(tables.Report.created_at > now - timedelta(hours=1))
        .where(or_(tables.Report.reporter_hash == who, tables.Report.reporter_hash.startswith(FORGOTTEN)))
    )
    recent = sum(
        by in (who, house.vault.forgotten_hash(who, item_id))
        for item_id, by in (await session.execute(query)).all()
    )
    if recent >= house.limits.reports_per_hour:
        raise Refused("refused-too-many-reports", count=house.limits.reports_per_hour)


async def _stored(
    house: House, session: AsyncSession, item: Item, community: tables.Community | None
) -> tables.Item:
    """The row of a reported item: one that is known by its link (or words, if it has none), else a new one.

    A message of another community's channel is not known here by its link or words: its moderators alone see it.
    A link that was reported without words takes the words of a later report; nobody's words are replaced.
    """
    link = house.vault.link_hash(item.url)
    same = (
        tables.Item.content_hash == house.vault.content_hash(item)
        if link is None
        else tables.Item.link_hash == link
    )
    known_here = same & _shown_to(community)
    if item.native_id is not None:  # whoever reports a message has it before them
        key = house.vault.dedupe_hash("all", dedupe_key(item))
        known_here |= (tables.Item.scope == "all") & (tables.Item.dedupe_hash == key)
    query = select(tables.Item).where(known_here).order_by(tables.Item.id).limit(1).with_for_update()
    row = (await session.scalars(query)).first()
    if row is None:
        taken = await take_in(house, session, [item], feed_id=None)
        if taken.new:
            return await session.get_one(tables.Item, taken.new[0])
        row = (await session.scalars(query)).one()  # another process stored it since we looked
    found = await session.get(tables.Finding, row.id)
    if found is not None and "minor" in found.labels:
        return row  # its words were not kept, and a report cannot make it harmless
    known = house.vault.open_item(row)
    if known is None or (known.source == "report" and not known.body and item.body):
        row.sealed = house.vault.seal_item(item, row.scope, row.dedupe_hash)
        row.content_hash = house.vault.content_hash(item)
        row.state = "new"
        row.revision += 1
    return row


def _shown_to(community: tables.Community | None) -> ColumnElement[bool]:
    """Whether a community may learn of an item: not of messages in chats that others watch or reported."""
    public = tables.Item.source.not_in(CHANNELS)
    if community is None:
        return public
    followed = (
        exists()
        .where(tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.Subscription.feed_id == tables.ItemFeed.feed_id)
        .where(tables.Subscription.community_id == community.id)
    )
    own = exists().where(
        tables.CaseItem.item_id == tables.Item.id, tables.CaseItem.community_id == community.id
    )
    return or_(public, followed, own)


async def _own_report(
    house: House, session: AsyncSession, item_id: int, community: tables.Community | None, who: str
) -> tables.Report | None:
    """The account's report of an item, also if it was forgotten since: one vote an item."""
    hashes = (who, house.vault.forgotten_hash(who, item_id))
    query = select(tables.Report).where(
        tables.Report.item_id == item_id, tables.Report.reporter_hash.in_(hashes)
    )
    query = query.where(tables.Report.community_id == (community.id if community else None))
    return (await session.scalars(query)).first()


async def status(house: House, actor: Actor, text: str) -> Reply:
    """How one's own reports stand; nobody else's."""
    t = texts(actor.language)
    who = house.vault.account_hash(actor.platform, actor.account)
    query = (
        select(tables.Report, tables.Case.state)
        .outerjoin(tables.Case, tables.Case.id == tables.Report.case_id)
        .where(tables.Report.reporter_hash == who)
        .order_by(tables.Report.id.desc())
        .limit(10)
    )
    reference = read_reference(text)
    if reference is not None:
        query = query.where(tables.Report.reference == reference)
    async with house.database.read() as session:
        rows = (await session.execute(query)).all()
    if not rows:
        raise Refused("refused-no-report")
    lines = tuple(Line(report.reference, t(f"short-{state or 'none'}")) for report, state in rows)
    return Reply(Card(title=t("report-status-title"), lines=lines))


async def mute(house: House, actor: Actor, report_id: int, days: int = 7) -> Reply:
    """A moderator stops taking a reporter's reports for a while; the reporter is told when they try."""
    t = texts(actor.language)
    async with house.database.write() as session:
        found = await session.get(tables.Report, report_id)
        community = await community_of(session, actor)
        if found is None or community is None or found.community_id != community.id:
            raise Refused("refused-no-report")
        until = house.clock() + timedelta(days=days)
        await session.merge(
            tables.Mute(
                community_id=community.id, reporter_hash=found.reporter_hash, until=until, actor=actor.account
            )
        )
        if found.case_id is not None:
            record(session, found.case_id, "muted", house.clock(), actor=actor.account)
    return Reply(Card(body=t("done-muted", days=days)))
