"""One id that follows a post through the log: taken in, screened, alert owed, delivered, redrawn; in every process the same.

It is a keyed hash of the item's row, so that it says nothing to whoever sees the log alone. Called wherever those lines
are written; whatever is logged inside `of` bears it.
"""

from __future__ import annotations

import contextlib

from sqlalchemy import func, select
from structlog.contextvars import bound_contextvars

from handlers.house import House
from storage import schema as tables


def trace(house: House, item_id: int) -> str:
    """An item's id in the log."""
    return house.vault.trace(f"item {item_id}")


def of(house: House, item_id: int) -> contextlib.AbstractContextManager[None]:
    """What is logged meanwhile is about this item."""
    return bound_contextvars(trace=trace(house, item_id))


async def of_alert(house: House, alert: tables.Alert) -> contextlib.AbstractContextManager[None]:
    """What is logged meanwhile is about the item that the alert comes from, or about the alert if there is none."""
    item_id = alert.item_id
    if item_id is None and alert.case_id is not None:
        query = select(func.min(tables.CaseItem.item_id)).where(tables.CaseItem.case_id == alert.case_id)
    elif item_id is None and alert.report_id is not None:
        query = select(tables.Report.item_id).where(tables.Report.id == alert.report_id)
    else:
        query = None
    if query is not None:
        async with house.database.read() as session:
            item_id = await session.scalar(query)
    if item_id is None:
        return bound_contextvars(trace=house.vault.trace(f"alert {alert.id}"))
    return of(house, item_id)
