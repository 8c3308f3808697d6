"""`headsup classify`, `match`, `screen`: the engines alone, on JSON lines. Contracts that others script against."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.lines import Lines, Record, progress, text_of, write
from bot.commands.problems import ConfigOption, fail
from handlers.asked_of import judge, likelier, to_judge_again
from handlers.settings import Alerting
from intent import Classifier, Intent, Severity, Signals, Verdict, compose
from watchlists import Match, Person, PersonError, Screener, Text, Tier, from_mapping

BATCH = 64
UNSURE = "a case from this kind of feed (policy.least); people who are named hear of it all the same"
"""How an item is spoken of that `intent.Policy.is_sure` holds back."""
File = Annotated[str, typer.Argument(help="JSON lines, or - for standard input.")]
Watchlist = Annotated[
    Path, typer.Option("--watchlist", "-w", help='JSON lines: {"person": id, "names": [], "handles": [], …}.')
]


def classify(file: File = "-", config: ConfigOption = None) -> None:
    """Say what each text asks for: adds intent, labels and severity.

    Example: echo '{"text": "looking for a LoRA of a streamer"}' | headsup classify -
    """
    _need(file)
    loaded, classifier = _classifier(config)
    lines = Lines(file)
    with progress("classify", file) as advance:
        for batch in lines.batches(BATCH):
            kept, texts = _texts(lines, batch)
            for record, intent in zip(kept, classifier.classify(texts), strict=True):
                verdict = loaded.policy.judge(intent, Signals(), classifier.thresholds)
                record |= _judged(intent, verdict)
            write(kept)
            advance(len(batch))
    sys.exit(1 if lines.bad else 0)


def match(file: File = "-", watchlist: Watchlist = ...) -> None:  # type: ignore[assignment]
    """Say who of a watchlist each item names: adds matches with evidence.

    Example: headsup match --watchlist people.jsonl posts.jsonl > found.jsonl
    """
    _need(file)
    screener, bad = _screener(watchlist)
    lines = Lines(file)
    with progress("match", file) as advance:
        for batch in lines.batches(BATCH):
            kept, items = _items(lines, batch)
            for record, found in zip(kept, screener.matches(items), strict=True):
                record["matches"] = [_match(each) for each in found]
            write(kept)
            advance(len(batch))
    sys.exit(1 if lines.bad or bad else 0)


def screen(
    file: File = "-",
    watchlist: Watchlist = ...,  # type: ignore[assignment]
    trace: Annotated[bool, typer.Option("--trace", help="Explain: spans, policy row, reasons.")] = False,
    config: ConfigOption = None,
) -> None:
    """Match and classify, and say who would be alerted, whether it would be a case for moderators, and why or why not.

    "source" of a line is the kind of feed that it would come from; left out: somebody reported it.

    Example: headsup screen --watchlist people.jsonl posts.jsonl --trace
    """
    from bot.config import sources

    _need(file)
    loaded, classifier = _classifier(config)
    screener, bad = _screener(watchlist)
    lines, kinds = Lines(file), sources()
    with progress("screen", file) as advance:
        for batch in lines.batches(BATCH):
            kept, items = _items(lines, batch)
            texts = [compose(item.title, item.body, item.tags) for item in items]
            intents, matches = classifier.classify(texts), screener.matches(items)
            again = to_judge_again(texts, matches)
            apart = dict(zip(again, classifier.classify(list(again.values())), strict=True))
            for number, (record, text, intent, found) in enumerate(
                zip(kept, texts, intents, matches, strict=True)
            ):
                signals = Signals(adult_context=record.get("adult") is True)
                verdict = loaded.policy.judge(intent, signals, classifier.thresholds)
                record |= _judged(intent, verdict)
                record["matches"] = [_match(each) for each in found]
                record["alerts"] = []
                for each in found:
                    theirs = likelier(intent, apart.get((number, each.person), intent))
                    asked = judge(loaded.policy, theirs, each, signals, classifier.thresholds)
                    record["alerts"].append(_alert(each, theirs, asked, loaded.alerting))
                source = record.get("source", "")
                known = source if isinstance(source, str) and source in kinds else ""
                sure = loaded.policy.is_sure(intent, classifier.thresholds, known)
                record["case"] = _case(verdict, sure, unknown=source != known)
                if trace:
                    record["trace"] = _trace(classifier, text, intent, verdict)
            write(kept)
            advance(len(batch))
    sys.exit(1 if lines.bad or bad else 0)


def _need(file: str) -> None:
    if file != "-" and not Path(file).is_file():
        fail(f"There is no file {file}.")


def _classifier(config: Path | None) -> tuple[Any, Classifier]:
    from bot.composition import load_classifier
    from bot.config import load

    loaded = load(config)
    return loaded, load_classifier(loaded)


def _screener(path: Path) -> tuple[Screener, int]:
    if not path.is_file():
        fail(f"There is no watchlist {path}.")
    lines = Lines(str(path))
    people: dict[str, Person] = {}
    for number, record in lines:
        try:
            person = from_mapping(record)
        except PersonError as error:
            lines.report(number, str(error))
            continue
        if person.id in people:
            lines.report(number, "person: this id stands on an earlier line; give each person one line")
            continue
        people[person.id] = person
    return Screener(people.values()), lines.bad


def _texts(lines: Lines, batch: list[tuple[int, Record]]) -> tuple[list[Record], list[str]]:
    kept, texts = [], []
    for number, record in batch:
        try:
            if "text" in record:
                text = text_of(record, "text")
            elif "title" in record or "body" in record:
                text = compose(text_of(record, "title"), text_of(record, "body"), _strings(record, "tags"))
            else:
                raise ValueError('no "text", and no "title" or "body"')
        except ValueError as error:
            lines.report(number, str(error))
            continue
        kept.append(record)
        texts.append(text)
    return kept, texts


def _items(lines: Lines, batch: list[tuple[int, Record]]) -> tuple[list[Record], list[Text]]:
    kept, items = [], []
    for number, record in batch:
        try:
            body = text_of(record, "body") or text_of(record, "text")
            items.append(
                Text(
                    title=text_of(record, "title"),
                    body=body,
                    author=text_of(record, "author"),
                    url=text_of(record, "url"),
                    tags=_strings(record, "tags"),
                )
            )
        except ValueError as error:
            lines.report(number, str(error))
            continue
        kept.append(record)
    return kept, items


def _strings(record: Record, key: str) -> tuple[str, ...]:
    value = record.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"{key} must be a list of strings")
    return tuple(value)


def _judged(intent: Intent, verdict: Verdict) -> Record:
    return {
        "intent": {name: round(p, 6) for name, p in intent.as_dict().items()},
        "labels": list(verdict.labels),
        "severity": str(verdict.severity),
    }


def _match(found: Match) -> Record:
    return {
        "person": found.person,
        "score": round(found.score, 3),
        "probability": round(found.probability, 4),
        "tier": str(found.tier),
        "evidence": [asdict(each) for each in found.evidence],
    }


def _why_none(verdict: Verdict) -> str:
    """Why a text is nothing to alert anybody of."""
    if verdict.row:
        return f"no: the policy row {verdict.row!r} says none"
    return "no: the text does not ask for a real person's likeness"


def _alert(found: Match, intent: Intent, verdict: Verdict, alerting: Alerting) -> Record:
    """Whether this person would be alerted. The same rule as `handlers.persons_owed.why_not`.

    intent, verdict: as judged for this person (`handlers.asked_of`).
    """
    if verdict.severity is Severity.NONE:
        why = _why_none(verdict)
    elif found.tier is not Tier.ALERT and verdict.severity < alerting.review_from:
        why = f"no: a tentative match, and the severity is below {alerting.review_from}"
    else:
        why = f"yes: {found.tier} match, severity {verdict.severity}"
    return {
        "person": found.person,
        "alert": why.startswith("yes"),
        "why": why,
        "likeness": round(intent.likeness, 6),
        "labels": list(verdict.labels),
    }


def _case(verdict: Verdict, sure: bool, unknown: bool) -> Record:
    """Whether moderators would hear of it. The same rule as `handlers.recording`, but for what a community asked for.

    unknown: whether the line has a "source" that is no kind of feed.
    """
    if verdict.severity is Severity.NONE:
        why = _why_none(verdict)
    elif not sure:
        why = f"no: not surely enough for {UNSURE}"
    else:
        why = f"yes: severity {verdict.severity}"
    why += " (as if reported: its source is no kind of feed)" if unknown else ""
    return {"opens": why.startswith("yes"), "why": why}


def _trace(classifier: Classifier, text: str, intent: Intent, verdict: Verdict) -> Record:
    """Why it was judged so; of a text that may concern a young person nothing is quoted."""
    quoted = "minor" not in verdict.labels
    return {
        "model": classifier.version,
        "thresholds": dict(classifier.thresholds),
        "intent": intent.as_dict(),
        "policy_row": verdict.row or None,
        "raised_by": list(verdict.raised_by),
        "spans": [
            {
                "label": span.label,
                "start": span.start,
                "end": span.end,
                "text": text[span.start : span.end] if quoted else None,
            }
            for span in classifier.explain(text)
        ],
        "text": text if quoted else None,
    }


def register(app: typer.Typer) -> None:
    """Put these commands on the program."""
    for command in (classify, match, screen):
        app.command()(command)
