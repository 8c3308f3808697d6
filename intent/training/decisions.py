"""A moderators' decision as a training line: labelled, and without what would point at anybody.

`headsup eval export` calls `training_line` for each decided case; the file it writes is what `headsup train --with`
reads. Links, handles, addresses and long numbers go, and so does every name that the caller knows of (the matched
terms); a name that nobody matched stays, which is why the export is for the operator's own use. Imports of Headsup
only `intent`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence

from intent.errors import TrainingDataError
from intent.taxonomy import LABELS

_REPLACED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE), "https://link.example"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), "someone@mail.example"),
    (re.compile(r"<[@#][!&]?\d+>"), "@someone"),
    (re.compile(r"(?<![\w@])@[\w.]{2,}"), "@someone"),
    (re.compile(r"\+?\d(?:[\s().-]?\d){6,}"), "0000000"),
)
# Put where a known name stood: the model must still see that somebody is named. Invented, of no one language.
_STANDS_FOR_A_NAME = "Arlen Voss"


def training_line(
    title: str,
    body: str,
    labels: Collection[str],
    *,
    lang: str,
    kind: str,
    scenario: str,
    names: Sequence[str] = (),
) -> str:
    """One JSON line in the training format.

    labels: what the moderators decided; empty for a dismissal. scenario: cases about the same request share one, and it
    must not identify anybody (a keyed hash). names: terms to take out, as they stand in the text.
    Raises TrainingDataError for labels that do not go together.
    """
    held = [label for label in LABELS if label in labels]
    unknown = sorted(set(labels) - set(LABELS))
    if unknown:
        raise TrainingDataError(f"{', '.join(unknown)}: no such label; the labels are {', '.join(LABELS)}")
    if "likeness" not in held and {"private", "minor"} & set(held):
        raise TrainingDataError("private and minor only go with likeness")
    if {"sexual", "veiled"} <= set(held):
        raise TrainingDataError("sexual and veiled exclude each other")
    line = {
        "title": anonymised(title, names),
        "body": anonymised(body, names),
        "labels": held,
        "lang": lang,
        "kind": kind,
        "scenario": scenario,
    }
    return json.dumps(line, ensure_ascii=False)


def anonymised(text: str, names: Sequence[str] = ()) -> str:
    """`text` with links, handles, mail addresses, long numbers and `names` (case ignored) replaced."""
    for name in sorted({each.strip() for each in names if each.strip()}, key=len, reverse=True):
        text = re.sub(re.escape(name), _STANDS_FOR_A_NAME, text, flags=re.IGNORECASE)
    for pattern, instead in _REPLACED:
        text = pattern.sub(instead, text)
    return text
