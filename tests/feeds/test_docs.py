"""docs/feeds.md names every kind of feed and every one of its settings, and nothing that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

from feeds import adapters
from feeds.mapping import ItemMapping
from feeds.webhooks import WebhookSettings

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "feeds.md").read_text("utf-8")


def section(kind: str) -> str:
    found = re.search(
        rf"^### [^\n]*\b{re.escape(kind)}\b[^\n]*\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL
    )
    assert found, f"docs/feeds.md has no section for {kind}"
    return found.group(1)


def named(text: str) -> set[str]:
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_kind_and_every_setting_is_documented() -> None:
    checked = 0
    for kind, adapter in adapters().items():
        missing = set(adapter.Settings.model_fields) - named(section(kind))
        assert not missing, f"{kind}: {missing}"
        checked += 1
    assert checked >= 13


def test_nothing_is_documented_that_does_not_exist() -> None:
    for heading in re.findall(r"^### (.+)$", PAGE, re.MULTILINE):
        kinds = [kind.strip() for kind in heading.split(",")]
        fields = {name for kind in kinds for name in adapters()[kind].Settings.model_fields}
        assert named(section(kinds[0])) <= fields


def test_the_webhook_and_mapping_keys_are_documented() -> None:
    webhooks = PAGE.partition("## Inbound webhooks")[2].partition("\n## ")[0]
    assert set(WebhookSettings.model_fields) == named(webhooks)
    assert all(f"`{name}`" in PAGE for name in ItemMapping.model_fields)
