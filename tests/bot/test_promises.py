"""What the documents and the import contract promise, held against the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import Config
from deploy.check import known_metrics, metrics_in
from handlers import front
from tests.bot.test_commands import COMMANDS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHELL = re.compile(r"`headsup ([a-z][a-z -]*)|^\s*(?:\$ )?headsup ([a-z][a-z -]*)", re.MULTILINE)
SLASH = re.compile(r"`/([a-z]+(?: [a-z]+(?:-[a-z]+)*)?)")
KEY = re.compile(r"`\[?([a-z_]+)\.([a-z_]+(?:\.[a-z_]+)*)\]?(?: ?=[^`]*)?`")


def _keys(model: type[BaseModel], path: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield f"{path}{name}"
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _keys(field.annotation, f"{path}{name}.")


def _all(pattern: re.Pattern[str]) -> list[tuple[Path, tuple[str, ...]]]:
    return [
        (path, found.groups()) for path in DOCUMENTS for found in pattern.finditer(path.read_text("utf-8"))
    ]


def test_every_command_that_a_document_names_exists() -> None:
    named = _all(SHELL)
    assert len(named) > 8
    for path, groups in named:
        words = tuple(next(group for group in groups if group).split())
        known = any(words[: len(command)] == command for command in COMMANDS)
        group = any(command[0] == words[0] and len(words) == 1 for command in COMMANDS)
        assert known or group, f"{path.name}: headsup {' '.join(words)}"


def test_every_slash_command_that_a_document_names_exists() -> None:
    named = _all(SLASH)
    assert len(named) > 8
    groups = {name.split()[0] for name in front.COMMANDS}
    outside = {"healthz", "readyz", "metrics", "start", "stop", "cancel", "hooks", "websub"}
    for path, (name,) in named:
        first = name.split()[0]
        if first in outside:
            continue
        assert first in groups, f"{path.name}: /{name}"
        subcommands = {each for each in front.COMMANDS if each.startswith(f"{first} ")}
        if " " in name and subcommands:
            assert name in subcommands or name == "report status", f"{path.name}: /{name}"


def test_every_configuration_key_that_a_document_names_exists() -> None:
    known = set(_keys(Config))
    tables = set(Config.model_fields)
    files = ("toml", "py", "md", "ftl", "sqlite3", "key", "svg", "service", "json", "jsonl")
    named = [
        (path, table, rest)
        for path, (table, rest) in _all(KEY)
        if table in tables and rest.split(".")[-1] not in files
    ]
    assert len(named) > 5
    for path, table, rest in named:
        if path.parent.name == "intent" or (
            table == "intent" and f"intent.{rest}" not in known and "/" in rest
        ):
            continue
        assert f"{table}.{rest}" in known, f"{path.name}: {table}.{rest}"


def test_every_link_between_documents_leads_somewhere() -> None:
    links = [
        (path, target)
        for path in DOCUMENTS
        for target in re.findall(
            r"\]\(([^)#\s]+)(?:#[^)]*)?\)|<img src=\"([^\"]+)\"", path.read_text("utf-8")
        )
        for target in target
        if target and "://" not in target and not target.startswith("mailto:")
    ]
    assert len(links) > 3
    missing = [f"{path.name}: {target}" for path, target in links if not (path.parent / target).exists()]
    assert missing == []


def test_the_arrows_between_the_packages_hold() -> None:
    script = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([script, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("package", ["feeds", "intent", "watchlists"])
def test_an_engine_is_imported_without_a_chat_library_a_database_or_its_sisters(package: str) -> None:
    sisters = {"feeds", "intent", "watchlists", "handlers", "storage", "bot"} - {package}
    heavy = ["discord", "telegram", "sqlalchemy", "onnxruntime", "torch"]
    code = f"import sys, {package}; print([name for name in {[*sorted(sisters), *heavy]!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _quoted(text: str) -> list[str]:
    """The parts of “quoted words” between their gaps, in one line."""
    return [
        part.strip()
        for quote in re.findall(r"“([^”]+)”", text)
        for part in re.split(r"…|‹[^›]*›", " ".join(quote.split()))
        if len(part.strip()) > 3
    ]


def _strings() -> str:
    """Everything that the program can say: the string constants of its code, and its English texts."""
    found = []
    for package in ("bot", "handlers", "storage", "watchlists", "feeds", "intent"):
        for path in (ROOT / package).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            found += [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
            found += [
                "".join(str(value.value) if isinstance(value, ast.Constant) else "…" for value in node.values)
                for node in ast.walk(tree)
                if isinstance(node, ast.JoinedStr)
            ]
    return "\n".join(" ".join(each.split()) for each in found)


def test_what_an_operator_sees_is_what_the_program_says() -> None:
    text = (ROOT / "docs" / "operating.md").read_text("utf-8")
    sections = text[text.index("## Ten things") :].split("\n### ")[1:]
    assert len(sections) >= 10
    said = _strings()
    for section in sections:
        title = section.splitlines()[0]
        assert "You see" in section, title
        assert "Well again:" in section, title
        for words in _quoted(section):
            assert words in said, f"{title}: nothing says “{words}”"
    assert len(_quoted(text)) > 20


def test_every_alert_rule_names_a_section_that_helps() -> None:
    rules = (ROOT / "deploy" / "prometheus" / "alerts.yml").read_text("utf-8")
    text = (ROOT / "docs" / "operating.md").read_text("utf-8")
    named = re.findall(r'remedy: "docs/operating\.md: ([^"]+)"', rules)
    assert len(named) == rules.count("- alert:") > 4
    for title in named:
        assert f"### {title}\n" in text
    for alert in re.findall(r"\bHeadsup[A-Z]\w+", text):
        assert f"- alert: {alert}\n" in rules


def test_every_metric_that_a_document_names_exists() -> None:
    named = [
        (path, name)
        for path in [
            *DOCUMENTS,
            *sorted((ROOT / "deploy").rglob("*.json")),
            *sorted((ROOT / "deploy").rglob("*.yml")),
        ]
        for name in metrics_in(path.read_text("utf-8"))
    ]
    assert len(named) > 15
    bases = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in known_metrics()}
    for path, name in named:
        assert name in known_metrics() | (bases if path.suffix == ".md" else set()), f"{path.name}: {name}"
