"""A request to vouch that is over names nobody any more, in the channel where moderators were asked either.

Called before its rows are deleted (`watching`) and when its time is over (`retention`). That the posted message is to
lose account, names and handles is an alert of its own, which hangs on neither person nor proof and outlives both, and a
crash; `delivery` edits the message.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.cards import Card
from handlers.house import House
from handlers.owed import owe
from handlers.ports import Sent
from handlers.texts import Texts
from storage import schema as tables


def card(t: Texts) -> Card:
    """What is left of the posted message."""
    return Card(title=t("vouch-title"), body=t("vouch-over"))


async def owe_edits(house: House, session: AsyncSession, over: ColumnElement[bool]) -> list[int]:
    """For the requests that `over` (a condition on proofs) selects and whose message was posted; -> ids of the alerts.

    Each is locked, posted or not: what is being sent meanwhile is noted before this, or finds its row gone.
    """
    query = (
        select(tables.Alert)
        .join(tables.Proof, tables.Proof.id == tables.Alert.proof_id)
        .where(tables.Alert.kind == "vouch", over)
        .order_by(tables.Alert.id)
        .with_for_update(of=tables.Alert)
    )
    owed = []
    for asked in (await session.scalars(query)).all():
        if asked.channel_ref is not None and asked.message_ref is not None:
            owed += await owe_edit(session, house.clock(), asked, Sent(asked.channel_ref, asked.message_ref))
            asked.channel_ref = asked.message_ref = None  # the message is the new alert's from now on
    return owed


async def owe_edit(session: AsyncSession, now: datetime, asked: tables.Alert, sent: Sent) -> list[int]:
    """The message that asked moderators is to lose its names; -> the alert's id if it is new."""
    alert = await owe(
        session,
        now,
        "vouch_over",
        f"vouch-over:{asked.proof_id}",
        severity=asked.severity,
        community_id=asked.community_id,
        channel_ref=sent.channel,
        message_ref=sent.message,
    )
    return [alert.id] if alert is not None else []
