"""Every text that the code asks for exists, in every language with the same arguments, and none stands there for nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from feeds import adapters
from handlers import cases, person_card, watching
from handlers.actors import Role
from handlers.texts import LANGUAGES, LOCALES, texts
from intent import LABELS, Severity

ROOT = Path(__file__).parents[2]
SOURCES = [path for folder in ("handlers", "bot") for path in sorted((ROOT / folder).rglob("*.py"))]
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9_]+)+|failed|again")

STATES = ("open", "claimed", "confirmed", "dismissed")
FAMILIES: dict[str, tuple[str, ...]] = {
    "severity-": tuple(str(each) for each in Severity),
    "confidence-": ("unlikely", "possible", "likely", "very_likely"),
    "asks-": (*(label for label in LABELS if label != "likeness"), "likeness", "nothing", "unknown"),
    "raised-": ("earlier_by_requester", "earlier_about_person", "adult_context"),
    "state-": STATES,
    "short-": (*STATES, "none"),
    "dismiss-": cases.REASONS,
    "snooze-": ("hour", "day", "week"),
    "standing-": watching.STANDINGS,
    "watch-field-": watching.FIELDS,
    "watch-hint-": watching.FIELDS,
    "watch-": ("active", "paused"),
    "proof-": ("passed", "pending", "none"),
    "vouch-": ("pending", "passed", "failed", "revoked"),
    "detail-": ("summary", "full"),
    "digest-": ("immediate", "daily"),
    "preferences-": ("detail", "digest", "language"),
    "reporter-": ("confirmed", "dismissed"),
    "refused-role-": tuple(str(role) for role in Role if role is not Role.ANYONE),
    "refused-": ("confirmed", "dismissed"),
    "done-": ("paused", "resumed"),
    "route-": tuple(name for route in person_card.routes() for name in (route.key, f"{route.key}-name")),
    "event-": (
        *("opened", "joined", "reported", "claimed", "confirmed", "dismissed", "escalated", "reopened"),
        *("note", "muted", "opened_sensitive"),
    ),
}
"""What stands after each prefix that the code joins with a value; a new prefix must be entered here."""


def _messages(language: str) -> dict[str, ftl.Message]:
    resource = FluentParser().parse((LOCALES / f"{language}.ftl").read_text("utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ftl.Junk)]
    assert junk == [], language
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


def _arguments(message: ftl.Message) -> set[str]:
    found: set[str] = set()

    class Collect(Visitor):
        def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
            found.add(node.id.name)

    Collect().visit(message)
    return found


def _nodes() -> Iterator[ast.AST]:
    for path in SOURCES:
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def _asked() -> set[str]:
    """Literal first arguments of `t(…)`, `texts(…)(…)` and `Refused(…)`."""
    keys = set()
    for node in _nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        is_text = (isinstance(called, ast.Name) and called.id in ("t", "Refused")) or (
            isinstance(called, ast.Call) and isinstance(called.func, ast.Name) and called.func.id == "texts"
        )
        for value in [node.args[0]] if is_text else []:
            options = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            keys |= {
                each.value
                for each in options
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    return keys


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every literal that looks like a key, and every f-string or joined string that could make one, as a pattern."""
    literals: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literals.add(node.value)
            if re.fullmatch(r"([a-z]+-)+", node.value):
                patterns.append(re.compile(re.escape(node.value) + ".+"))
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            if not re.fullmatch(r"([a-z]+-)+", _text(node.values[0])):
                continue
            parts = [
                re.escape(_text(part)) if isinstance(part, ast.Constant) else r"[a-z0-9_-]+"
                for part in node.values
            ]
            patterns.append(re.compile("".join(parts)))
    return literals, patterns


def test_every_text_that_the_code_names_exists_in_english() -> None:
    asked = _asked()
    assert len(asked) > 150
    assert asked - set(_messages("en")) == set()


def test_every_member_of_a_family_exists_in_english() -> None:
    english = set(_messages("en"))
    missing = {f"{prefix}{value}" for prefix, values in FAMILIES.items() for value in values} - english
    assert missing == set()


def test_every_source_and_every_notice_that_code_sends_has_a_text() -> None:
    english = set(_messages("en"))
    codes = {
        _text(value)
        for node in _nodes()
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "code" and isinstance(value, ast.Constant)
    }
    assert len(codes) > 1
    assert {f"notice-{code}" for code in codes} <= english
    assert {f"notice-{code}-title" for code in codes} <= english
    assert {kind for kind in adapters() if texts("en").optional(f"source-{kind}") is None} == set()


def test_no_text_stands_there_for_nothing() -> None:
    literals, patterns = _mentioned()
    unused = {
        key
        for key in _messages("en")
        if key not in literals and not any(pattern.fullmatch(key) for pattern in patterns)
    }
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_the_same_things_with_the_same_arguments(language: str) -> None:
    english, other = _messages("en"), _messages(language)
    assert set(english) - set(other) == set()
    assert set(other) - set(english) == set()
    differing = {key for key in english if _arguments(english[key]) != _arguments(other[key])}
    assert differing == set()


def test_every_translation_is_listed() -> None:
    assert {path.stem for path in LOCALES.glob("*.ftl")} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("asked", "given"), [("de-AT", "de"), ("pt_BR", "pt"), ("xx", "en"), ("", "en"), ("EN-gb", "en")]
)
def test_a_languages_tag_is_read_by_its_first_part(asked: str, given: str) -> None:
    assert texts(asked).language == given


def test_a_missing_key_or_argument_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        texts("en")("there-is-no-such-text")
    with pytest.raises(ValueError, match="receipt"):
        texts("en")("receipt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_message_to_a_person_says_nothing_of_the_matter_in_any_language(language: str) -> None:
    for count in (1, 2, 5):
        card = person_card.first_message(texts(language), 1, count)
        assert card.body
        assert not re.search(r"nude|sexu|image|bild|foto|deepfake", card.body, re.IGNORECASE)
