"""The card that moderators decide on, and the longer view of a case. Called by `cards_of` and by `cases`.

A card says "may ask for", never "is"; it quotes only behind a spoiler, and nothing at all of an item with `minor`. It
never says whether anybody watches the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_datetime
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers.cards import Button, Card, Line, Look, Style, defang, mention, quote
from handlers.house import House
from handlers.texts import Texts, texts
from intent import LABELS, Severity, confidence_words
from storage import schema as tables

EXCERPT = 400


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with what its card needs."""

    case: tables.Case
    community: tables.Community
    row: tables.Item
    item: Item | None
    finding: tables.Finding | None
    items: int
    reports: int
    earlier_confirmed: int
    minor: bool
    """Whether nothing of the items may be shown: one of them may concern a young person."""

    @property
    def raised_by(self) -> list[str]:
        """Why the case is graver than the words alone; what this community confirmed counts here and nowhere else."""
        reasons = list(self.finding.raised_by) if self.finding is not None else []
        own = (
            self.finding is not None and self.earlier_confirmed and self.case.severity > self.finding.severity
        )
        return list(dict.fromkeys(["earlier_by_requester", *reasons])) if own else reasons

    @property
    def screened(self) -> bool:
        """Whether the words that are there were judged: of new ones, nobody knows yet whether they may be shown."""
        return self.finding is not None and self.row.state == "screened"


async def view(house: House, session: AsyncSession, case: tables.Case) -> CaseView | None:
    """What the card needs; None if the case has lost its items. The gravest item stands for the case, `minor` first."""
    query = (
        select(tables.Item, tables.Finding)
        .join(tables.CaseItem, tables.CaseItem.item_id == tables.Item.id)
        .outerjoin(tables.Finding, tables.Finding.item_id == tables.Item.id)
        .where(tables.CaseItem.case_id == case.id)
        .order_by(tables.Item.id)
    )
    found = (await session.execute(query)).all()
    if not found:
        return None
    row, finding = max(found, key=lambda pair: _gravity(pair[1]))
    reports = await session.scalar(
        select(func.count()).select_from(tables.Report).where(tables.Report.case_id == case.id)
    )
    return CaseView(
        case=case,
        community=await session.get_one(tables.Community, case.community_id),
        row=row,
        item=house.vault.open_item(row),
        finding=finding,
        items=len(found),
        reports=reports or 0,
        earlier_confirmed=await _earlier_confirmed(session, case, row),
        minor=any(pair[1] is not None and "minor" in pair[1].labels for pair in found),
    )


def _gravity(finding: tables.Finding | None) -> tuple[bool, int]:
    """By which the item is chosen that stands for a case."""
    return (False, -1) if finding is None else ("minor" in finding.labels, finding.severity)


async def _earlier_confirmed(session: AsyncSession, case: tables.Case, row: tables.Item) -> int:
    """Earlier items of the same requester that this community confirmed; no other community's word counts."""
    if row.requester_hash is None:
        return 0
    query = (
        select(func.count())
        .select_from(tables.CaseItem)
        .join(tables.Case, tables.Case.id == tables.CaseItem.case_id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .where(tables.Case.community_id == case.community_id, tables.Case.state == "confirmed")
        .where(tables.Case.id != case.id, tables.Item.requester_hash == row.requester_hash)
    )
    return await session.scalar(query) or 0


def case_card(seen: CaseView) -> Card:
    """The card in the alert channel."""
    t = texts(seen.community.language)
    case = seen.case
    severity = str(Severity(case.severity))
    lines = [Line(t("card-state"), _state(t, seen))]
    lines += _minor_lines(t) if seen.minor else _item_lines(t, seen)
    if seen.reports:
        lines.append(Line(t("card-reports"), t("card-reports-value", count=seen.reports), short=True))
    if seen.items > 1:
        lines.append(Line(t("card-items"), str(seen.items), short=True))
    return Card(
        title=t("card-title", reference=case.reference, severity=t(f"severity-{severity}")),
        body=_what_is_asked(t, seen),
        lines=tuple(lines),
        severity=severity,
        buttons=_buttons(t, seen),
        footer=t("card-footer"),
        copyable=case.reference,
    )


def _what_is_asked(t: Texts, seen: CaseView) -> str:
    finding = seen.finding
    if finding is None:
        return t("asks-unknown")
    if "likeness" not in finding.labels:
        return t("asks-nothing")
    said = [t("asks-likeness")]
    said += [t(f"asks-{label}") for label in LABELS if label in finding.labels and label != "likeness"]
    return " ".join(said)


def _item_lines(t: Texts, seen: CaseView) -> list[Line]:
    item, finding = seen.item, seen.finding
    if item is None:
        return [Line(t("card-source"), t("card-purged"))]
    lines = [Line(t("card-source"), t.optional(f"source-{item.source}") or item.source, short=True)]
    if finding is not None:
        words = t(f"confidence-{confidence_words(finding.intent['likeness'])}")
        lines.append(Line(t("card-confidence"), words, short=True))
        if seen.raised_by:
            why = "; ".join(t(f"raised-{reason}") for reason in seen.raised_by)
            lines.append(Line(t("card-raised"), why))
    if item.reward and seen.screened:
        lines.append(Line(t("card-reward"), quote(item.reward, 200), short=True))
    lines.append(Line(t("card-posted"), when(t, seen.row.posted_at, seen.row.first_seen_at), short=True))
    if item.author and seen.screened:
        earlier = t("card-requester-earlier", count=seen.earlier_confirmed)
        lines.append(Line(t("card-requester"), f"{quote(item.author, 100)} · {earlier}"))
    if item.url:
        lines.append(Line(t("card-link"), quote(defang(item.url), 900), Style.CODE))
    if item.media and seen.screened:
        lines.append(Line(t("card-attachment"), quote(", ".join(item.media), 200), Style.CODE))
    excerpt = "\n".join(part for part in (item.title, item.body) if part)
    if excerpt and seen.screened:
        lines.append(Line(t("card-excerpt"), quote(excerpt, EXCERPT), Style.SPOILER))
    return lines


def _minor_lines(t: Texts) -> list[Line]:
    return [Line(t("card-minor"), t("card-minor-text"))]


def when(t: Texts, posted_at: datetime | None, first_seen_at: datetime) -> str:
    """When an item was posted, or first seen, in words and UTC."""
    text = format_datetime(posted_at or first_seen_at, "medium", locale=t.language)
    return t("time-posted" if posted_at else "time-seen", time=f"{text} UTC")


def _state(t: Texts, seen: CaseView) -> str:
    case = seen.case
    if case.state in ("confirmed", "dismissed"):
        reason = t(f"dismiss-{case.reason}") if case.reason else "-"
        return t(f"state-{case.state}", actor=mention(case.decided_by or "?"), reason=reason)
    if case.state == "claimed":
        text = t("state-claimed", actor=mention(case.claimed_by or "?"))
    else:
        text = t("state-open")
    return f"{text} {t('state-escalated')}" if case.escalated else text


def _buttons(t: Texts, seen: CaseView) -> tuple[Button, ...]:
    case = seen.case
    decided = case.state in ("confirmed", "dismissed")
    buttons = []
    if seen.minor:
        buttons.append(Button(t("button-open"), f"case.sensitive:{case.id}", Look.MAIN))
    if decided:
        buttons.append(Button(t("button-reopen"), f"case.reopen:{case.id}"))
        return tuple(buttons)
    if case.state == "open":
        buttons.append(Button(t("button-claim"), f"case.claim:{case.id}", Look.MAIN))
    buttons += [
        Button(t("button-confirm"), f"case.confirm:{case.id}", Look.GRAVE),
        Button(t("button-dismiss"), f"case.dismiss:{case.id}"),
    ]
    if not case.escalated:
        buttons.append(Button(t("button-escalate"), f"case.escalate:{case.id}"))
    return tuple(buttons)
