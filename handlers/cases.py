"""What moderators do with cases: claim, confirm, dismiss, escalate, reopen, list, show, note. Called by `handlers.front`.

Every decision is an append-only event with who and when, written in the transaction that makes it. Two moderators who
press at once: the row is locked, one decision is made, and the other is told whose it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from babel.dates import format_datetime
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import case_card, person_card
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Menu, Option, Reply, Style, mention, quote
from handlers.casebook import record
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.references import read_reference
from handlers.texts import Texts, texts
from intent import LABELS, Severity, compose
from storage import schema as tables

REASONS = ("fictional", "no_request", "agreed", "handled", "bad_report", "other")
DECIDED = ("confirmed", "dismissed")
PAGE = 10


async def claim(house: House, actor: Actor, case_id: int) -> Reply:
    """Say that one looks at it."""
    async with house.database.write() as session:
        case = await _undecided(session, actor, case_id)
        if case.state == "claimed":
            raise Refused("refused-claimed", actor=mention(case.claimed_by or "?"))
        case.state, case.claimed_by = "claimed", actor.account
        return await _changed(house, session, case, actor, "claimed")


async def confirm(house: House, actor: Actor, case_id: int) -> Reply:
    """It asks for a real person's likeness."""
    return await _decide(house, actor, case_id, "confirmed", None)


async def choose_reason(house: House, actor: Actor, case_id: int) -> Reply:
    """Dismissing needs a reason: ask for it."""
    t = texts(actor.language)
    async with house.database.read() as session:
        await _undecided(session, actor, case_id)
    options = tuple(Option(t(f"dismiss-{reason}"), reason) for reason in REASONS)
    return Reply(
        Card(
            body=t("dismiss-ask"),
            menus=(Menu(f"case.dismissed:{case_id}", t("dismiss-prompt"), options=options),),
        )
    )


async def dismiss(house: House, actor: Actor, case_id: int, reason: str) -> Reply:
    """It does not, or needs nothing done."""
    if reason not in REASONS:
        raise Refused("refused-reason")
    reply = await _decide(house, actor, case_id, "dismissed", reason)
    return Reply(Card(body=texts(actor.language)("done-dismissed")), update=True, after=reply.after)


async def escalate(house: House, actor: Actor, case_id: int) -> Reply:
    """Ping the configured role, and nobody else."""
    async with house.database.write() as session:
        case = await _undecided(session, actor, case_id)
        if case.escalated:
            raise Refused("refused-escalated")
        community = await session.get_one(tables.Community, case.community_id)
        if community.escalation_role is None:
            raise Refused("refused-no-escalation-role")
        case.escalated = True
        alert = await owe(
            session,
            house.clock(),
            "escalation",
            f"escalation:{case.id}:{case.revision}",
            severity=int(Severity.CRITICAL),
            case_id=case.id,
            community_id=case.community_id,
        )
        reply = await _changed(house, session, case, actor, "escalated")
    if alert is not None:
        await house.queue.deliver(alert.id)
    return reply


async def reopen(house: House, actor: Actor, case_id: int) -> Reply:
    """Undo a decision; the history keeps both."""
    async with house.database.write() as session:
        case = await _locked(session, actor, case_id)
        if case.state not in DECIDED:
            raise Refused("refused-open")
        case.state, case.claimed_by, case.decided_by, case.decided_at, case.reason = (
            "open",
            None,
            None,
            None,
            None,
        )
        return await _changed(house, session, case, actor, "reopened")


async def _decide(house: House, actor: Actor, case_id: int, state: str, reason: str | None) -> Reply:
    now = house.clock()
    async with house.database.write() as session:
        case = await _undecided(session, actor, case_id)
        case.state, case.decided_by, case.decided_at, case.reason = state, actor.account, now, reason
        reply = await _changed(house, session, case, actor, state, reason)
        reports = await session.scalars(select(tables.Report).where(tables.Report.case_id == case.id))
        alerts = []
        for report in reports.all():
            if report.sealed_reporter is not None:
                key = f"decision:{report.id}:{case.revision}"
                alerts.append(await owe(session, now, "decision", key, report_id=report.id))
    for alert in alerts:
        if alert is not None:
            await house.queue.deliver(alert.id)
    return reply


async def _locked(session: AsyncSession, actor: Actor, case_id: int) -> tables.Case:
    """The case, if it is of the actor's community. An id from elsewhere gets the same answer as one that is not."""
    case = await session.get(tables.Case, case_id, with_for_update=True)
    community = await session.get(tables.Community, case.community_id) if case is not None else None
    if (
        case is None
        or community is None
        or actor.place is None
        or (community.platform, community.native_id) != (actor.platform, actor.place.community)
    ):
        raise Refused("refused-no-case")
    return case


async def _undecided(session: AsyncSession, actor: Actor, case_id: int) -> tables.Case:
    case = await _locked(session, actor, case_id)
    if case.state in DECIDED:
        raise Refused(f"refused-{case.state}", actor=mention(case.decided_by or "?"))
    return case


async def _changed(
    house: House, session: AsyncSession, case: tables.Case, actor: Actor, kind: str, detail: str | None = None
) -> Reply:
    """Write the event and give the card its new face.

    What was pressed may have been the private view of `/case show`, so the posted card is redrawn all the same.
    """
    case.revision += 1
    record(session, case.id, kind, house.clock(), actor=actor.account, detail=detail)
    await session.flush()
    seen = await case_card.view(house, session, case)
    if seen is None:
        raise Refused("refused-no-case")
    redraw = partial(house.queue.redraw, case.id)
    return Reply(case_card.case_card(seen), update=True, after=redraw)


async def sensitive(house: House, actor: Actor, case_id: int) -> Reply:
    """A case with `minor`, for those who may: link, hash, time and where to report it. Nothing of its content."""
    async with house.database.read() as session:
        case = await _locked(session, actor, case_id)
        seen = await case_card.view(house, session, case)
    if seen is None:
        raise Refused("refused-no-case")
    async with house.database.write() as session:
        record(session, case_id, "opened_sensitive", house.clock(), actor=actor.account)
    t = texts(actor.language)
    lines = [
        Line(t("card-link"), person_card.defanged(seen.item), Style.CODE),
        Line(t("sensitive-hash"), seen.row.content_hash, Style.CODE),
        Line(t("card-posted"), case_card.when(t, seen.row.posted_at, seen.row.first_seen_at)),
    ]
    card = person_card.help_card(t, ["minor"])
    return Reply(
        replace(
            card,
            title=t("sensitive-title", reference=case.reference),
            body=t("sensitive-body"),
            lines=(*lines, *card.lines),
        )
    )


async def show_list(house: House, actor: Actor, community: tables.Community, state: str, page: int) -> Reply:
    """The queue: the gravest first, then the oldest."""
    t = texts(actor.language)
    states: Sequence[str] = {"open": ("open", "claimed"), "decided": DECIDED}.get(state, (state,))
    where = (tables.Case.community_id == community.id, tables.Case.state.in_(states))
    async with house.database.read() as session:
        total = await session.scalar(select(func.count()).select_from(tables.Case).where(*where)) or 0
        query = select(tables.Case).where(*where).order_by(tables.Case.severity.desc(), tables.Case.id)
        cases = (await session.scalars(query.offset(page * PAGE).limit(PAGE))).all()
    lines = tuple(
        Line(
            f"{case.reference} · {person_card.severity_word(t, case.severity)}",
            t(
                "list-line",
                state=t(f"short-{case.state}"),
                time=format_datetime(case.created_at, "short", locale=t.language),
            ),
        )
        for case in cases
    )
    buttons = []
    if page > 0:
        buttons.append(Button(t("button-earlier"), f"case.list:{state}.{page - 1}"))
    if (page + 1) * PAGE < total:
        buttons.append(Button(t("button-later"), f"case.list:{state}.{page + 1}"))
    body = t("list-empty") if not total else t("list-count", count=total)
    return Reply(Card(title=t("list-title"), body=body, lines=lines, buttons=tuple(buttons)))


async def find(house: House, community: tables.Community, text: str) -> tables.Case:
    """The community's case with this reference. Raises Refused."""
    reference = read_reference(text)
    async with house.database.read() as session:
        query = select(tables.Case).where(
            tables.Case.community_id == community.id, tables.Case.reference == reference
        )
        case = (await session.scalars(query)).one_or_none() if reference else None
    if case is None:
        raise Refused("refused-no-reference", reference=quote(text, 40))
    return case


async def show(house: House, actor: Actor, community: tables.Community, text: str) -> Reply:
    """One case, whole: the card, why it is what it is, its history, its reporters and their record."""
    t = texts(actor.language)
    case = await find(house, community, text)
    async with house.database.read() as session:
        seen = await case_card.view(house, session, case)
        events = (
            await session.scalars(
                select(tables.CaseEvent)
                .where(tables.CaseEvent.case_id == case.id)
                .order_by(tables.CaseEvent.id)
            )
        ).all()
        reports = (await session.scalars(select(tables.Report).where(tables.Report.case_id == case.id))).all()
        if seen is None:
            raise Refused("refused-no-case")
        reporters = [
            await _reporter_line(house, session, t, community, report, quiet=seen.minor or not seen.screened)
            for report in reports[:5]
        ]
    card = case_card.case_card(seen)
    lines = [*card.lines, *await _explanation(house, t, seen), *reporters]
    history = "\n".join(_event(house, t, event) for event in events[-12:])
    lines.append(Line(t("case-history"), history or "-"))
    buttons = [*card.buttons]
    buttons += [Button(t("button-mute"), f"case.mute:{report.id}") for report in reports[:1]]
    return Reply(replace(card, lines=tuple(lines), buttons=tuple(buttons)))


async def _explanation(house: House, t: Texts, seen: case_card.CaseView) -> list[Line]:
    finding = seen.finding
    if finding is None:
        return []
    odds = ", ".join(f"{label} {finding.intent.get(label, 0):.2f}" for label in LABELS)
    lines = [Line(t("case-why"), t("case-why-text", row=finding.row or "-", odds=odds, model=finding.model))]
    if seen.item is not None and seen.screened and not seen.minor:
        text = compose(seen.item.title, seen.item.body, seen.item.tags)
        spans = await house.classifier.explain(text)
        said = " · ".join(dict.fromkeys(text[span.start : span.end] for span in spans[:6]))
        if said:
            lines.append(Line(t("case-spans"), quote(said, 300), Style.SPOILER))
    return lines


async def _reporter_line(
    house: House,
    session: AsyncSession,
    t: Texts,
    community: tables.Community,
    report: tables.Report,
    *,
    quiet: bool,
) -> Line:
    """Who reported, and their record; `quiet` leaves out their words, which may quote the post."""
    query = (
        select(tables.Case.state, func.count())
        .join(tables.Report, tables.Report.case_id == tables.Case.id)
        .where(tables.Report.reporter_hash == report.reporter_hash, tables.Case.community_id == community.id)
        .group_by(tables.Case.state)
    )
    record_of: dict[str, int] = dict((await session.execute(query)).all())
    account = house.vault.open_note(report.sealed_reporter, "reporter")
    reason = "" if quiet else house.vault.open_note(report.sealed_reason, "reason")
    text = t(
        "case-reporter-record",
        total=sum(record_of.values()),
        confirmed=record_of.get("confirmed", 0),
        dismissed=record_of.get("dismissed", 0),
    )
    who = mention(account) if account else t("case-reporter-forgotten")
    return Line(t("case-reporter"), f"{who} · {text}" + (f"\n“{quote(reason, 200)}”" if reason else ""))


def _event(house: House, t: Texts, event: tables.CaseEvent) -> str:
    at = format_datetime(event.at, "short", locale=t.language)
    who = f" · {mention(event.actor)}" if event.actor else ""
    note = house.vault.open_note(event.sealed_note, "case") if event.sealed_note else ""
    return f"{at} · {t(f'event-{event.kind}')}{who}" + (f" · “{quote(note, 120)}”" if note else "")


async def note(house: House, actor: Actor, community: tables.Community, text: str, words: str) -> Reply:
    """Write something beside a case, for the other moderators."""
    case = await find(house, community, text)
    words = words.strip()
    if not words:
        raise Refused("refused-empty-note")
    async with house.database.write() as session:
        sealed = house.vault.seal_note(words[:1000], "case")
        record(session, case.id, "note", house.clock(), actor=actor.account, note=sealed)
    return Reply(Card(body=texts(actor.language)("done-note", reference=case.reference)))
