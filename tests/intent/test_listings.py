"""The measurement on a marketplace's own listings: what it reads, how it groups, what it says of bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import listings


def model(number: int, name: str, **facts: Any) -> dict[str, Any]:
    return {"id": number, "name": name, "description": "<p>Weight 0.8.</p>", "modelVersions": [], **facts}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    picture = {"images": [{"meta": {"prompt": "a castle on a hill, oil painting"}}, {"meta": None}]}
    page = {
        "items": [
            model(1, "Odetta Vask", poi=True, tags=["celebrity", "woman"]),
            model(2, "Odetta Vask embedding", poi=False, tags=["Actress"]),
            model(3, "Castle interiors", poi=False, tags=["style"], modelVersions=[picture]),
        ]
    }
    (tmp_path / "page.json").write_text(json.dumps(page), encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps(model(4, "Fog pack", tags=[])), encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    return tmp_path


def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> dict[str, str]:
    """What the command prints, by the group of posts."""
    monkeypatch.setattr("sys.argv", ["listings", *arguments])
    listings.main()
    lines = capsys.readouterr().out.replace("\r", "\n").splitlines()
    return {line[:44].strip(): line[44:].split()[0] for line in lines if line.endswith("%")}


def test_listings_are_grouped_by_what_the_site_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(monkeypatch, capsys, str(folder)) == {
        "listings, flagged by the site": "1",
        "listings, neither": "2",
        "listings, tagged": "1",
        "prompts of listings, neither": "1",
    }


def test_with_labels_those_alone_are_measured(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = folder / "labels.jsonl"
    labels.write_text('{"id": "1", "likeness": true}\n{"id": "3:0", "likeness": false}\n', encoding="utf-8")
    assert said(monkeypatch, capsys, str(folder), "--labels", str(labels)) == {
        "listings read by hand, a real person": "1",
        "prompts read by hand, nobody real": "1",
    }


def test_a_folder_without_listings_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        said(monkeypatch, capsys, str(tmp_path))
    assert "holds no listing" in capsys.readouterr().err
