"""What was acknowledged during a storm, and what of it is missing afterwards. Used by storm.py.

Acknowledged is: a post on a page whose ETag the bot showed; a report whose receipt the reporter has; a decision whose press
was answered. Owed is: a card for each post or report, a message to each person that a post names, a word
to each reporter whose report was confirmed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.vault import Vault, open_vault
from storage import Database
from storage import schema as tables
from tests.crash.sides import Shown, Side
from watchlists.sealing import load_master_keys

ANSWER_LOST_SECONDS = 3.0
"""A process that died at most so long after a message came had perhaps not yet written down that it came."""


@dataclass
class Ledger:
    """`posts`: link to the account that watches for whom it names, None if nobody does."""

    posts: dict[str, str | None] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    """Links of posts."""
    reports: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By link: (account, reference on the receipt)."""
    decisions: dict[int, tuple[str, str]] = field(default_factory=dict)
    """By case: (the moderator's account, kind of event)."""


@dataclass
class Verdict:
    """What the database and the people have in the end; `missing` and `unexplained` say what is wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)


async def judge(
    database: Database, key: str, side: Side, ledger: Ledger, sudden_ends: Sequence[float]
) -> Verdict:
    """Compare what was promised with what is there. `sudden_ends`: when processes and services went (since 1970)."""
    vault = await open_vault(database, load_master_keys(key, None), datetime.now(UTC))
    verdict = Verdict()
    async with database.read() as session:
        items = await _posts(session, vault, ledger, verdict)
        await _reports(session, vault, ledger, side, verdict)
        await _decisions(session, ledger, verdict)
        await _persons(session, vault, ledger, side, items, verdict)
        await _deliveries(session, side, sudden_ends, verdict)
    verdict.counts |= Counter(
        {"posts": len(ledger.posts), "reports": len(ledger.reports), "decisions": len(ledger.decisions)}
    )
    return verdict


async def _posts(session: AsyncSession, vault: Vault, ledger: Ledger, verdict: Verdict) -> dict[str, int]:
    """Every post that was shown is stored and screened, with a case; -> link to item id."""
    found: dict[str, int] = {}
    for link in ledger.posts:
        query = select(tables.Item).where(tables.Item.link_hash == vault.link_hash(link))
        rows = (await session.scalars(query)).all()
        if len(rows) != 1 or rows[0].state != "screened":
            word = "acknowledged post" if link in ledger.acknowledged else "post"
            verdict.missing.append(f"{word} {link}: {[row.state for row in rows]}")
            continue
        found[link] = rows[0].id
        cases = select(tables.CaseItem.case_id).where(tables.CaseItem.item_id == rows[0].id)
        if len((await session.scalars(cases)).all()) != 1:
            verdict.missing.append(f"the case of {link}")
    verdict.counts["posts acknowledged"] = len(ledger.acknowledged)
    return found


async def _reports(session: AsyncSession, vault: Vault, ledger: Ledger, side: Side, verdict: Verdict) -> None:
    for link, (account, reference) in ledger.reports.items():
        who = vault.account_hash(side.name, account)
        query = (
            select(tables.Report.id)
            .join(tables.Item, tables.Item.id == tables.Report.item_id)
            .where(tables.Item.link_hash == vault.link_hash(link))
            .where(tables.Report.reporter_hash == who, tables.Report.reference == reference)
        )
        if (await session.scalars(query)).one_or_none() is None:
            verdict.missing.append(f"report {reference} of {link}")


async def _decisions(session: AsyncSession, ledger: Ledger, verdict: Verdict) -> None:
    for case, (account, kind) in ledger.decisions.items():
        event = tables.CaseEvent
        query = select(event.id).where(event.case_id == case, event.kind == kind, event.actor == account)
        events = (await session.scalars(query)).all()
        if len(events) != 1:
            verdict.missing.append(f"decision {kind} on case {case}: {len(events)} events")
        row = await session.get_one(tables.Case, case)
        if row.state != kind:
            verdict.missing.append(f"the state {kind} of case {case}")
        reports = select(tables.Report.id).where(  # a later receipt says itself what was decided
            tables.Report.case_id == case, tables.Report.created_at < row.decided_at
        )
        if kind == "confirmed":
            for report in (await session.scalars(reports)).all():
                told = select(tables.Alert.id).where(
                    tables.Alert.report_id == report, tables.Alert.kind == "decision"
                )
                if len((await session.scalars(told)).all()) != 1:
                    verdict.missing.append(f"the word to the reporter of case {case}")


async def _persons(
    session: AsyncSession, vault: Vault, ledger: Ledger, side: Side, items: dict[str, int], verdict: Verdict
) -> None:
    """Each post about somebody owed one alert to whoever watches for them, and to nobody else."""
    query = select(tables.Alert.item_id, tables.Subscriber.account_hash).join(
        tables.Subscriber, tables.Subscriber.id == tables.Alert.subscriber_id
    )
    owed = Counter(tuple(row) for row in (await session.execute(query)).all())
    for link, account in ledger.posts.items():
        who = vault.account_hash(side.name, account) if account else None
        wanted = {(items[link], who): 1} if who and link in items else {}
        there = {pair: count for pair, count in owed.items() if link in items and pair[0] == items[link]}
        if wanted != there:
            verdict.missing.append(f"alerts about {link}: {len(wanted)} wanted, {sum(there.values())} there")


async def _deliveries(
    session: AsyncSession, side: Side, sudden_ends: Sequence[float], verdict: Verdict
) -> None:
    """Every alert is sent; every message belongs to one; a second copy only where the answer may have been lost."""
    alerts = (await session.scalars(select(tables.Alert).order_by(tables.Alert.id))).all()
    for alert in alerts:
        verdict.counts[f"alerts {alert.kind}"] += 1
        if alert.state != "sent" or alert.message_ref is None:
            verdict.missing.append(f"delivery of alert {alert.id} ({alert.kind}): {alert.state}")
    sent = {alert.message_ref for alert in alerts}
    for kind, shown in (("case", side.cards()), ("person", side.notes()), ("decision", side.decisions())):
        ids = {each.id for each in shown}
        verdict.missing += [
            f"message of alert {alert.id} ({kind})"
            for alert in alerts
            if alert.kind == kind and alert.state == "sent" and alert.message_ref not in ids
        ]
        extra = [each for each in shown if each.id not in sent]
        verdict.counts[f"messages {kind}"] = len(shown)
        verdict.counts["second copies"] += len(extra)
        for each in extra:
            if side.name == "telegram" and _answer_lost(each, sudden_ends):
                verdict.counts["second copies, answer lost"] += 1
            else:
                verdict.unexplained.append(f"a second {kind} message: {each.actions or each.text}")


def _answer_lost(copy: Shown, sudden_ends: Iterable[float]) -> bool:
    return any(copy.at <= end + 1.0 and end <= copy.at + ANSWER_LOST_SECONDS + 1.0 for end in sudden_ends)
