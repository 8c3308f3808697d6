"""Which tables hold personal data, of whom, and how it is exported and erased. Read by a test that walks the schema.

Every table is named here: a new one that is not fails the test, so that nobody forgets to think of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Personal:
    """Whose data a table holds, and what a request for export or erasure does with it."""

    whose: str
    exported: str
    erased: str


NONE = Personal("nobody's", "-", "-")

TABLES: dict[str, Personal] = {
    "secrets": NONE,
    "counters": NONE,
    "processes": NONE,
    "holds": NONE,
    "paces": NONE,
    "feeds": NONE,
    "subscriptions": NONE,
    "communities": NONE,
    "item_feeds": NONE,
    "webhook_calls": NONE,
    "hub_subscriptions": NONE,
    "case_items": NONE,
    "subscribers": Personal("subscriber", "subscriber", "deleted"),
    "contact_refusals": Personal("contact", "contact_refused_at", "kept as a keyed hash, so that it holds"),
    "linked_accounts": Personal("subscriber", "subscriber.linked_accounts", "deleted"),
    "persons": Personal("subscriber", "subscriber.persons", "deleted with its key"),
    "person_removals": Personal("subscriber", "-", "holds a random id alone; deleted by retention"),
    "conversations": Personal("subscriber", "conversation", "deleted"),
    "proofs": Personal("subscriber", "subscriber.persons[].proofs", "deleted with the person"),
    "finding_persons": Personal("subscriber", "through alerts", "deleted with the person"),
    "alerts": Personal("subscriber", "subscriber.persons[].alerts", "deleted with person or subscriber"),
    "deliveries": Personal("subscriber", "through alerts", "deleted with the alert"),
    "reports": Personal("reporter", "reports", "made nobody's"),
    "mutes": Personal("reporter", "mutes", "kept as a keyed hash until it ends, at most a week"),
    "cases": Personal("moderator", "case_events", "actor made nobody's"),
    "case_events": Personal("moderator", "case_events", "actor made nobody's"),
    "items": Personal("author", "-", "words purged by retention, or when the source deletes them"),
    "findings": Personal("author", "-", "deleted with the item"),
}
