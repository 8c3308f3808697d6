"""The command line: help with an example everywhere, JSON lines in and out, exit status 0, 1, 2."""

from __future__ import annotations

import io
import json
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
import typer.main

import bot.composition
from bot.cli import app, main
from intent import LABELS, Intent, Span

Run = Callable[..., tuple[int, str, str]]


class Model:
    """The classifier's interface with labels in brackets."""

    version = "judge"
    thresholds: ClassVar[Mapping[str, float]] = dict.fromkeys(LABELS, 0.5)

    def classify(self, texts: Sequence[str]) -> list[Intent]:
        return [
            Intent(**{label: 0.95 if f"[{label}]" in text else 0.02 for label in LABELS}) for text in texts
        ]

    def explain(self, text: str) -> list[Span]:
        return [Span(0, min(8, len(text)), "likeness", 1.0)]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in an empty folder; -> (exit status, stdout, stderr)."""
    import os

    for name in [name for name in os.environ if name.startswith("HEADSUP_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bot.composition, "load_classifier", lambda _: Model())
    monkeypatch.setenv("COLUMNS", "200")

    def call(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["headsup", *arguments])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfdbinary.readouterr()
        try:
            main()
            status = 0
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 0 if left.code is None else 1
        captured = capfdbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return call


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    children = getattr(command, "commands", None)
    if children:
        for name, child in children.items():
            yield from _commands(child, (*path, name))
    else:
        yield path, command


COMMANDS = dict(_commands(typer.main.get_command(app)))


def test_the_commands_are_those_that_the_documents_promise() -> None:
    promised = {
        *(("run",), ("demo",), ("doctor",), ("classify",), ("match",), ("screen",)),
        *(("feed", "list"), ("feed", "test"), ("feed", "pause"), ("feed", "resume")),
        *(("db", "upgrade"), ("db", "check"), ("keys", "new"), ("keys", "rotate")),
        *(("db", "backup"), ("db", "restore")),
        *(("queue", "status"), ("queue", "dead", "list"), ("queue", "dead", "retry")),
    }
    assert promised <= set(COMMANDS)
    assert any(path[0] == "eval" for path in COMMANDS)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, path: tuple[str, ...]) -> None:
    status, out, _ = run(*path, "--help")
    assert status == 0
    assert "Example:" in out
    assert "headsup " + " ".join(path) in " ".join(out.split()) or f"headsup {path[0]}" in out


def _lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_classify_adds_intent_labels_and_severity_and_keeps_the_rest(run: Run, tmp_path: Path) -> None:
    given: list[dict[str, Any]] = [
        {"text": "[likeness] [sexual] x", "id": 7, "nested": {"a": [1]}},
        {"title": "[likeness]", "body": "x"},
        {"body": "nothing"},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, given)) + "\n")
    status, out, err = run("classify", "in.jsonl")
    assert status == 0, err
    records = _lines(out)
    assert [record["severity"] for record in records] == ["high", "low", "none"]
    assert records[0]["labels"] == ["likeness", "sexual"]
    assert set(records[0]["intent"]) == set(LABELS)
    for before, after in zip(given, records, strict=True):
        assert before.items() <= after.items()


@pytest.mark.parametrize("command", ["classify", "match", "screen"])
def test_a_malformed_line_is_told_with_its_number_and_the_others_are_processed(
    run: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "w.jsonl").write_text('{"person": "p1", "names": ["Jorunn Valderhaug"]}\n')
    text = '{"text": "one"}\nthis is secret, not JSON\n[1, 2]\n\n{"text": 5}\n{"body": "two"}\n'
    options = [] if command == "classify" else ["--watchlist", "w.jsonl"]
    status, out, err = run(command, *options, "-", stdin=text)
    assert status == 1
    assert len(_lines(out)) == 2
    for number in (2, 3, 5):
        assert f"standard input:{number}:" in err
    assert "secret" not in err


@pytest.mark.parametrize("command", ["classify", "match", "screen"])
def test_a_file_that_is_not_there_is_status_two(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "w.jsonl").write_text("")
    options = [] if command == "classify" else ["--watchlist", "w.jsonl"]
    status, out, err = run(command, *options, "none.jsonl")
    assert status == 2
    assert out == ""
    assert "none.jsonl" in err


def test_match_says_who_and_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.jsonl").write_text(
        '{"person": "p1", "names": ["Jorunn Valderhaug"], "handles": ["@jorunnval"]}\n'
        '{"person": "p2", "names": ["Ragnvi Solstrand"]}\n'
    )
    post = {
        "title": "For you",
        "body": "a model of Jorunn Valderhaug",
        "author": "x",
        "url": "",
        "extra": True,
    }
    status, out, err = run("match", "--watchlist", "w.jsonl", "-", stdin=json.dumps(post))
    assert status == 0, err
    (record,) = _lines(out)
    assert record["extra"] is True
    (found,) = record["matches"]
    assert (found["person"], found["tier"]) == ("p1", "alert")
    (evidence,) = found["evidence"]
    assert set(evidence) >= {"field", "start", "end", "text", "term", "how"}
    assert post["body"][evidence["start"] : evidence["end"]] == evidence["text"] == "Jorunn Valderhaug"  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"person": "p1", "nams": ["x"]}', "nams"),
        ('{"names": ["Jorunn Valderhaug"]}', "person"),
        ('{"person": "p0", "names": ["Ragnvi Solstrand"]}', "earlier line"),
        ("nonsense", "not JSON"),
    ],
)
def test_a_bad_watchlist_line_is_told_and_the_others_are_watched(
    run: Run, tmp_path: Path, line: str, says: str
) -> None:
    (tmp_path / "w.jsonl").write_text('{"person": "p0", "names": ["Jorunn Valderhaug"]}\n' + line + "\n")
    status, out, err = run("match", "-w", "w.jsonl", "-", stdin='{"body": "a model of Jorunn Valderhaug"}')
    assert status == 1
    assert "w.jsonl:2:" in err
    assert says in err
    assert len(_lines(out)[0]["matches"]) == 1


def test_screen_says_who_would_be_alerted_and_why_or_why_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.jsonl").write_text('{"person": "p1", "names": ["Jorunn Valderhaug"]}\n')
    posts = "\n".join(
        json.dumps({"body": body})
        for body in ("[likeness] Jorunn Valderhaug", "Jorunn Valderhaug sings", "[likeness] somebody")
    )
    status, out, err = run("screen", "--watchlist", "w.jsonl", "--trace", "-", stdin=posts)
    assert status == 0, err
    asked, named, nobody = _lines(out)
    assert asked["alerts"][0]["alert"] is True
    assert named["alerts"][0]["alert"] is False
    assert "does not ask" in named["alerts"][0]["why"]
    assert nobody["alerts"] == []
    assert asked["trace"]["policy_row"] == "likeness"
    assert asked["trace"]["spans"][0]["text"]
    assert asked["case"]["opens"] is True
    assert named["case"]["opens"] is False


def test_screen_says_what_a_feed_that_must_be_surer_holds_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.jsonl").write_text('{"person": "p1", "names": ["Jorunn Valderhaug"]}\n')
    (tmp_path / "config.toml").write_text("[policy.least.webhook]\nlikeness = 0.9999\n", "utf-8")
    post = {"body": "[likeness] Jorunn Valderhaug"}
    posts = "\n".join(
        json.dumps({**post, "source": source}) for source in ("", "webhook", "webhok", ["webhook"])
    )
    status, out, err = run("screen", "--watchlist", "w.jsonl", "-", stdin=posts)
    assert status == 0, err
    reported, held_back, mistyped, strange = _lines(out)
    assert "no kind of feed" in mistyped["case"]["why"]
    assert "no kind of feed" in strange["case"]["why"]
    assert reported["case"]["opens"] is True
    assert held_back["case"]["opens"] is False
    assert "policy.least" in held_back["case"]["why"]
    assert held_back["alerts"][0]["alert"] is True, "who is named hears of it"


def test_a_new_key_is_written_once_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("keys", "new")
    path = tmp_path / "headsup.key"
    assert status == 0
    assert "Keep a copy" in out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_text()
    status, _, err = run("keys", "new")
    assert status == 2
    assert "rotate" in err
    assert path.read_text() == before
    assert before.splitlines()[-1] not in out + err


def test_keys_rotate_and_the_database_still_opens(run: Run, tmp_path: Path) -> None:
    run("keys", "new")
    assert run("db", "upgrade")[0] == 0
    status, out, err = run("keys", "rotate")
    assert status == 0, err
    assert len([line for line in (tmp_path / "headsup.key").read_text().splitlines() if line[0] != "#"]) == 2
    status, out, err = run("db", "check")
    assert status == 0, out + err


def test_rotating_without_a_key_says_how_to_make_one(run: Run) -> None:
    status, _, err = run("keys", "rotate")
    assert status == 2
    assert "headsup keys new" in err


def test_the_database_is_upgraded_and_checked(run: Run) -> None:
    run("keys", "new")
    status, out, _ = run("db", "upgrade")
    assert (status, "was empty" in out) == (0, True)
    status, out, _ = run("db", "upgrade")
    assert (status, "was" in out) == (0, False)
    assert run("db", "check")[0] == 0


@pytest.mark.parametrize("arguments", [("run",), ("feed", "list"), ("feed", "pause", "1")])
def test_without_a_key_nothing_starts_and_the_error_says_how_to_make_one(
    run: Run, arguments: tuple[str, ...]
) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert "headsup keys new" in err
    assert "Traceback" not in err


def test_an_unknown_role_or_option_is_status_two(run: Run) -> None:
    run("keys", "new")
    status, _, err = run("run", "--only", "sheduler")
    assert status == 2
    assert "scheduler" in err
    assert run("run", "--nonsense")[0] == 2
    assert run("nonsense")[0] == 2


@pytest.mark.parametrize(
    ("shards", "says"),
    [
        ("0-3", "0-3/8"),
        ("3-0/8", "lower number first"),
        ("0-8/8", "counted from 0"),
        ("0,0/2", "named twice"),
        ("x/2", "0-3/8"),
        ("0-1-2/8", "no range"),
    ],
)
def test_shards_that_cannot_be_are_refused_with_an_explanation(run: Run, shards: str, says: str) -> None:
    run("keys", "new")
    status, _, err = run("run", "--only", "discord", "--shards", shards)
    assert status == 2
    assert f"--shards {shards}" in err
    assert says in err
    assert "needs the role discord" in run("run", "--only", "worker", "--shards", "0-3/8")[2]


@pytest.mark.parametrize("role", ["discord", "telegram"])
def test_a_receiving_role_without_its_token_is_refused(run: Run, role: str) -> None:
    run("keys", "new")
    status, _, err = run("run", "--only", role)
    assert status == 2
    assert f"HEADSUP_{role.upper()}__TOKEN" in err


@pytest.mark.parametrize("url", ["redis://:hunter2@127.0.0.1:1/0", "nats://me:hunter2@127.0.0.1:1"])
def test_a_queue_that_is_not_there_is_a_clear_error_without_its_password(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    run("keys", "new")
    monkeypatch.setenv("HEADSUP_QUEUE__URL", url)
    status, out, err = run("run", "--only", "worker")
    assert status == 2
    assert "127.0.0.1:1" in err
    assert "cannot be reached" in err
    assert "memory://" in err
    status, shown, _ = run("queue", "status")
    assert status == 1
    assert _lines(shown)[0]["up"] is False
    status, doctor, _ = run("doctor")
    assert "cannot be reached" in doctor
    assert "hunter2" not in out + err + shown + doctor


def test_what_was_given_up_is_listed_and_tried_again(run: Run, tmp_path: Path) -> None:
    import sqlite3

    run("keys", "new")
    run("db", "upgrade")
    assert run("queue", "dead", "list")[:2] == (0, "")
    with sqlite3.connect(tmp_path / "headsup.sqlite3") as database:
        for number in (1, 2):
            database.execute(
                "INSERT INTO alerts (id, kind, dedupe, severity, detail, state, kept, due_at, attempts, nonce, created_at) "
                "VALUES (?, 'notice', ?, 2, '{}', 'dead', 0, '2026-03-02', 12, 'n', '2026-03-02')",
                (number, f"notice:{number}"),
            )
    status, out, err = run("queue", "dead", "list")
    assert status == 0, err
    assert [(line["id"], line["kind"], line["severity"], line["attempts"]) for line in _lines(out)] == [
        ("alert:1", "alert", "medium", 12),
        ("alert:2", "alert", "medium", 12),
    ]
    status, _, err = run("queue", "dead", "retry", "alert:1", "alert:9")
    assert status == 2
    assert "alert:9" in err
    assert len(_lines(run("queue", "dead", "list")[1])) == 2, "nothing was changed"
    assert run("queue", "dead", "retry")[0] == 2
    status, out, _ = run("queue", "dead", "retry", "alert:1")
    assert (status, _lines(out)) == (0, [{"id": "alert:1", "retried": True}])
    assert [line["id"] for line in _lines(run("queue", "dead", "list")[1])] == ["alert:2"]
    assert run("queue", "dead", "retry", "--all")[0] == 0
    assert run("queue", "dead", "list")[1] == ""
    counts = _lines(run("queue", "status")[1])[1]
    assert counts["alerts"] == {"owed": 2}


def test_a_wrong_configuration_is_status_two_without_a_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[databse]\nurl = 'x'\n")
    status, _, err = run("db", "upgrade")
    assert status == 2
    assert "did you mean 'database'" in err
    assert "Traceback" not in err


def test_feeds_are_listed_paused_and_resumed(run: Run, tmp_path: Path) -> None:
    run("keys", "new")
    (tmp_path / "config.toml").write_text(
        "[[feeds]]\nkind = 'rss'\nname = 'board'\nurl = 'https://board.example/feed.xml'\n"
    )
    status, out, err = run("feed", "list")
    assert status == 0, err
    (listed,) = [json.loads(line) for line in out.splitlines()]
    assert (listed["name"], listed["kind"], listed["state"]) == ("board", "rss", "new")
    assert run("feed", "pause", "board")[0] == 0
    assert json.loads(run("feed", "list")[1])["state"] == "held"
    assert run("feed", "resume", "1")[0] == 0
    status, _, err = run("feed", "pause", "bord")
    assert status == 2
    assert "board" in err


def test_the_doctor_names_each_fault_with_a_remedy(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("doctor")
    assert status == 1
    assert "headsup keys new" in out
    run("keys", "new")
    status, out, _ = run("doctor")
    assert "HEADSUP_DISCORD__TOKEN" in out
    assert status == 1
    (tmp_path / "config.toml").write_text("[log]\nlevel = 'loud'\n")
    status, out, _ = run("doctor")
    assert status == 1
    assert "log.level" in out
