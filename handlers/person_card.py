"""What a subscriber sees: the neutral first message, the details behind a press, and what can be done.

Called by `cards_of` (the message) and `person_alerts` (the presses). The first message names nobody and nothing: someone
else may be holding the phone. Until an identity proof has passed, details say that a possible request exists and ask
for the proof: no text, no link, no feed, no time.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from feeds import Item
from handlers.cards import Button, Card, Line, Look, Style, defang, quote
from handlers.case_card import when
from handlers.own_copy import OwnCopy
from handlers.texts import Texts
from intent import Severity, confidence_words
from storage import schema as tables

ROUTES = Path(__file__).parent / "help_routes.toml"
QUOTE = 600


def first_message(t: Texts, alert_id: int, count: int = 1) -> Card:
    """The message that is safe to receive. `count`: how many alerts it stands for (a daily digest)."""
    return Card(
        body=t("alert-neutral", count=count),
        buttons=(
            Button(t("button-details"), f"alert.details:{alert_id}", Look.MAIN),
            Button(t("button-not-me"), f"alert.not_me:{alert_id}"),
            Button(t("button-help"), f"alert.help:{alert_id}"),
            Button(t("button-snooze"), f"alert.snooze:{alert_id}"),
            Button(t("button-stop"), f"alert.stop:{alert_id}"),
        ),
    )


def unproved(t: Texts, alert_id: int, person_id: str, standing: str) -> Card:
    """Details for somebody who has not proved to be, or to speak for, the person: that there is something, and how."""
    return Card(
        title=t("unproved-title"),
        body=t("unproved-body", standing=standing),
        buttons=(
            Button(t("button-prove-bio"), f"proof.bio:{person_id}", Look.MAIN),
            Button(t("button-prove-vouch"), f"proof.vouch:{person_id}"),
            Button(t("button-help"), f"alert.help:{alert_id}"),
        ),
    )


@dataclass(frozen=True, slots=True)
class Details:
    """What a proved subscriber may see of one alert."""

    alert: tables.Alert
    copy: OwnCopy
    label: str

    @property
    def item(self) -> Item | None:
        return self.copy.item

    @property
    def labels(self) -> Sequence[str]:
        """What the item asks of this person."""
        return self.copy.named.labels


def details(t: Texts, seen: Details, level: str, *, has_contact: bool = False) -> Card:
    """What is known, in plain words that are safe to read; the post's own words only on a further press."""
    lines = [Line(t("details-about"), quote(seen.label, 100), short=True)]
    lines.append(Line(t("details-kind"), _kind(t, seen.labels)))
    lines.append(
        Line(t("card-confidence"), t(f"confidence-{confidence_words(seen.copy.named.likeness)}"), short=True)
    )
    if seen.copy.tentative:
        lines.append(Line(t("details-tentative"), t("details-tentative-text")))
    if seen.copy.may_be_young:
        return Card(
            title=t("details-title"),
            body=t("details-minor"),
            lines=tuple(lines),
            buttons=(Button(t("button-help"), f"alert.help:{seen.alert.id}", Look.MAIN),),
        )
    found = ", ".join(
        dict.fromkeys(f"{t.optional('how-' + each.how) or each.how}" for each in seen.copy.named.evidence)
    )
    if found:
        lines.append(Line(t("details-why"), found))
    buttons = []
    if seen.item is None:
        lines.append(Line(t("card-source"), t("card-purged")))
    else:
        lines.append(
            Line(t("card-source"), t.optional(f"source-{seen.item.source}") or seen.item.source, short=True)
        )
        lines.append(Line(t("card-posted"), when(t, seen.item.posted_at, seen.copy.seen_at), short=True))
        if seen.item.url:
            lines.append(Line(t("card-link"), defanged(seen.item), Style.CODE))
        action = "alert.words" if level == "full" or not _delicate(seen.labels) else "alert.ask_words"
        buttons.append(Button(t("button-words"), f"{action}:{seen.alert.id}"))
    buttons += [
        Button(t("button-help"), f"alert.help:{seen.alert.id}", Look.MAIN),
        Button(t("button-not-me"), f"alert.not_me:{seen.alert.id}"),
    ]
    if has_contact:
        buttons.append(Button(t("button-tell-contact"), f"alert.contact:{seen.alert.id}"))
    if seen.item is not None and not seen.alert.kept:
        buttons.append(Button(t("button-keep"), f"alert.keep:{seen.alert.id}"))
    return Card(title=t("details-title"), body=t("details-body"), lines=tuple(lines), buttons=tuple(buttons))


def defanged(item: Item | None) -> str:
    """An item's link as text that nothing turns into a preview."""
    return quote(defang(item.url), 900) if item is not None and item.url else "-"


def ask_before_words(t: Texts, alert_id: int) -> Card:
    """Sexual wording is never quoted unless asked for twice."""
    return Card(
        body=t("words-ask"),
        buttons=(Button(t("button-words-yes"), f"alert.words:{alert_id}", Look.MAIN),),
    )


def words(t: Texts, seen: Details) -> Card:
    """The post's own words, behind a spoiler."""
    if seen.item is None or seen.copy.may_be_young:
        return Card(body=t("card-purged"))
    text = "\n".join(part for part in (seen.item.title, seen.item.body) if part)
    return Card(title=t("words-title"), lines=(Line(t("card-excerpt"), quote(text, QUOTE), Style.SPOILER),))


def _delicate(labels: Sequence[str]) -> bool:
    return bool({"sexual", "veiled"} & set(labels))


def _kind(t: Texts, labels: Sequence[str]) -> str:
    said = [t("kind-likeness")]
    if _delicate(labels):
        said.append(t("kind-delicate"))
    if "consent" in labels:
        said.append(t("asks-consent"))
    return " ".join(said)


def severity_word(t: Texts, severity: int) -> str:
    """A severity for people."""
    return t(f"severity-{Severity(severity)}")


@dataclass(frozen=True, slots=True)
class Route:
    """A way to get help, with where the fact comes from and when it was looked up."""

    key: str
    link: str
    source: str
    as_of: date
    when: tuple[str, ...]
    """Labels or `always`, `minor`: for which alerts it is shown."""
    second_hand: bool


@cache
def routes() -> tuple[Route, ...]:
    """The help routes of `help_routes.toml`, in the order in which they are shown."""
    entries = tomllib.loads(ROUTES.read_text("utf-8"))["route"]
    return tuple(
        Route(
            each["key"],
            each.get("link", ""),
            each["source"],
            each["as_of"],
            tuple(each["when"]),
            each.get("second_hand", False),
        )
        for each in entries
    )


def help_card(t: Texts, labels: Sequence[str] = ()) -> Card:
    """What can be done: routes that fit, each with source and date. The bot gives no legal advice, and says so."""
    minor = "minor" in labels
    wanted = {"always", *labels} if not minor else {"minor"}
    lines = [
        Line(
            t(f"route-{route.key}-name"),
            t(f"route-{route.key}")
            + (f"\n{route.link}" if route.link else "")
            + "\n"
            + t(
                "route-source-second-hand" if route.second_hand else "route-source",
                source=route.source,
                date=route.as_of.isoformat(),
            ),
            Style.OWN,
        )
        for route in routes()
        if wanted & set(route.when)
    ]
    return Card(
        title=t("help-title"),
        body=t("help-body-minor" if minor else "help-body"),
        lines=tuple(lines),
        footer=t("help-footer"),
    )
