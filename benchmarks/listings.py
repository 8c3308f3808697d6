"""How often the classifier is right on a marketplace's own listings, which nobody wrote for it, beside keyword rules.

    python -m benchmarks.listings FOLDER [--listings 4000] [--prompts 2000] [--labels FILE.jsonl] [--seed 1]

FOLDER holds JSON files as Civitai's public API gives them (github.com/dfanr/CivitaiModelList has 18,000 of 2023), each a
model or a page with "items". They are read as the feed reads them; nothing is stored or sent. The site's flag for "depicts
a real person" is set by the poster and often missing, so there are two figures: of what the site flags, the share that is
found; of the rest that has no tag of a person either, the share that is flagged, which is more than the false alarms,
because real people without flag are among them. Whoever has read a sample gives --labels, lines of {"id": "58390",
"likeness": true} or, for the first prompt of that listing, {"id": "58390:0", ...}: exact figures, of those alone.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feeds.civitai_models import read_models
from intent import Classifier
from intent.evaluation.comparators import KeywordRules
from intent.taxonomy import LABELS, compose

_PERSON_TAGS = frozenset(
    {
        "actor", "actress", "adult model", "athlete", "av actress", "av idol", "celeb", "celebrity", "cosplayer", "famous",
        "idol", "influencer", "instagram", "jav", "kpop", "model", "musician", "person", "politician", "pornstar",
        "real people", "real person", "singer", "streamer", "supermodel", "tiktok", "twitch", "youtuber",
    }
)  # fmt: skip
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Post:
    """A listing or a prompt of its pictures. group: what the site says of it."""

    key: str
    text: str
    group: str


def main() -> None:
    parser = argparse.ArgumentParser(description="The classifier on a marketplace's own listings.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--listings", type=int, default=4000)
    parser.add_argument("--prompts", type=int, default=2000)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    posts = sample(chosen.folder, chosen.listings, chosen.prompts, chosen.seed, _labels(chosen.labels))
    if not posts:
        parser.error(
            f"{chosen.folder} holds no listing: JSON files of a model, or of a page with 'items', are needed"
        )
    found = {"headsup": flagged(posts), "keyword rules": by_rules(posts)}
    print(f"{'posts':44} {'number':>7}" + "".join(f"{name:>16}" for name in found))
    for group in sorted({post.group for post in posts}):
        rows = [i for i, post in enumerate(posts) if post.group == group]
        shares = "".join(f"{sum(each[i] for i in rows) / len(rows):16.1%}" for each in found.values())
        print(f"{group:44} {len(rows):7}{shares}")


def sample(folder: Path, listings: int, prompts: int, seed: int, labels: Mapping[str, bool]) -> list[Post]:
    """At most so many listings and prompts, drawn by `seed`; with `labels` those that have one."""
    files = sorted(folder.rglob("*.json"))
    random.Random(seed).shuffle(files)
    posts: dict[str, Post] = {}
    of_listings = of_prompts = 0
    for number, path in enumerate(files):
        if number % 1000 == 0:
            print(f"\r{number:,} of {len(files):,} files read", end="", flush=True)
        for model in _models(path):
            for post in _posts(model):
                if labels:
                    if post.key in labels:
                        posts[post.key] = Post(post.key, post.text, _read_by_hand(post, labels[post.key]))
                elif ":" in post.key and of_prompts < prompts:
                    of_prompts += 1
                    posts[post.key] = post
                elif ":" not in post.key and of_listings < listings:
                    of_listings += 1
                    posts[post.key] = post
        if not labels and of_listings >= listings and of_prompts >= prompts:
            break
    print("\r", end="")
    return list(posts.values())


def flagged(posts: Sequence[Post]) -> list[bool]:
    classifier = Classifier.load(threads=2)
    threshold, found = classifier.thresholds["likeness"], []
    for start in range(0, len(posts), _BATCH):
        print(f"\r{start:,} of {len(posts):,} posts judged", end="", flush=True)
        intents = classifier.classify([post.text for post in posts[start : start + _BATCH]])
        found += [intent.likeness >= threshold for intent in intents]
    print("\r", end="")
    return found


def by_rules(posts: Sequence[Post]) -> list[bool]:
    decided = KeywordRules().decide([post.text for post in posts])
    return [bool(row[LABELS.index("likeness")]) for row in decided]


def _models(path: Path) -> Iterator[dict[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    models = content.get("items", [content]) if isinstance(content, dict) else []
    yield from (
        model for model in models if isinstance(model, dict) and model.get("name") and model.get("id")
    )


def _posts(model: dict[str, Any]) -> Iterator[Post]:
    page = json.dumps({"items": [model]}).encode()
    arguments = {"source": "civitai_models", "base": "https://civitai.com"}
    for item in read_models(page, arguments).items:
        tagged = _PERSON_TAGS & {tag.lower() for tag in item.tags}
        group = "flagged by the site" if item.claimed_real_person else "tagged" if tagged else "neither"
        yield Post(str(item.native_id), compose(item.title, item.body, item.tags), f"listings, {group}")
        # One of each listing: its other prompts are much alike.
        if prompt := next(_prompts(model), ""):
            yield Post(f"{item.native_id}:0", prompt, f"prompts of listings, {group}")


def _prompts(model: dict[str, Any]) -> Iterator[str]:
    for version in model.get("modelVersions") or ():
        for picture in version.get("images") or ():
            prompt = (picture.get("meta") or {}).get("prompt")
            if isinstance(prompt, str) and prompt.strip():
                yield prompt


def _read_by_hand(post: Post, likeness: bool) -> str:
    what = "prompts" if ":" in post.key else "listings"
    return f"{what} read by hand, {'a real person' if likeness else 'nobody real'}"


def _labels(path: Path | None) -> dict[str, bool]:
    if path is None:
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {str(line["id"]): bool(line["likeness"]) for line in lines}


if __name__ == "__main__":
    main()
