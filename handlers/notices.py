"""Short messages: a decision for a reporter, an escalation, a notice to somebody who can mend something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.cards import Button, Card, Look, mention
from handlers.texts import Texts
from storage import schema as tables


def decision(t: Texts, reference: str, state: str) -> Card:
    """What a reporter hears of the decision."""
    return Card(title=reference, body=t(f"reporter-{state}", reference=reference))


def escalation(t: Texts, case: tables.Case, role: str | None) -> Card:
    """The one message that may ping, and only the configured role."""
    return Card(
        title=t("escalated-title", reference=case.reference),
        body=t("escalated-body", reference=case.reference),
        ping_role=role,
        copyable=case.reference,
    )


def to_contact(t: Texts, account: str) -> Card:
    """What a trusted contact hears: who asks, and nothing of why."""
    return Card(
        body=t("contact-note", account=mention(account)),
        buttons=(Button(t("button-no-contact"), "contact.refuse"),),
    )


def notice(t: Texts, detail: Mapping[str, Any]) -> Card:
    """A notice from its code (`detail["code"]`) and numbers or feed names."""
    arguments = {
        key: value
        for key, value in detail.items()
        if key not in ("code", "to") and isinstance(value, str | int)
    }
    card = Card(title=t(f"notice-{detail['code']}-title"), body=t(f"notice-{detail['code']}", **arguments))
    if "link" in detail:  # another account was linked: whoever did not mean it ends it here
        return replace(card, buttons=(Button(t("button-unlink"), f"link.end:{detail['link']}", Look.GRAVE),))
    return card
