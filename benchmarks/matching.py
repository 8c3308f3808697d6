"""How fast and how sure the matcher is, beside what a user would pick instead.

    python -m benchmarks.matching --persons 10000 --texts 2000
    python -m benchmarks.matching --persons 1000, 10000, 100000, 1000000 --picture docs/pictures/matching.svg

Builds watchlist and texts itself (`benchmarks.matching_data`) and prints progress to stderr and, as its last line, one
JSON object; with several sizes its `runs` hold one object a size. Rates are per second of CPU time of one core. Figures
of the running matcher (rates, restart, memory) are taken in a fresh process that holds nothing but the mapped index, a
second one beside it shows what another worker adds. Peers that are not installed are named and left out:
`pip install flashtext2 spacy` (ahocorasick_rs and rapidfuzz come with Headsup).
"""

import argparse
import gc
import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.matching_data import People, Post, Posts, bends
from watchlists import Match, Person, Screener, Text, Tier
from watchlists.specificity import name_bits

KEY = b"benchmark benchmark benchmark 32"
PER_CLASS = 150
SPACY_UP_TO, RAPIDFUZZ_UP_TO = 100_000, 10_000


def note(text: str) -> None:
    """Progress, apart from the result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def rss_mb() -> float:
    """Resident memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def private_mb() -> float:
    """Memory of this process that it shares with nobody, in MB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1e3


def rate(work: Callable[[Sequence[Text]], object], texts: Sequence[Text]) -> float:
    """Items a second of CPU time."""
    start = time.process_time()
    work(texts)
    return len(texts) / max(time.process_time() - start, 1e-9)


def headsup(people: list[Person], posts: Posts, folder: Path, count: int, second: bool) -> dict[str, object]:
    """Every figure of this matcher for one watchlist."""
    Screener(people[:10])  # the name tables are read once for a process, not for each list
    start = time.perf_counter()
    screener = Screener(people, key=KEY)
    build = time.perf_counter() - start
    path = folder / "watch.index"
    screener.save(path)
    del screener
    note(f"built in {build:.1f} s")
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as one, context.Pool(1) as other:
        warm, fresh = ([posts.post(None, "", "").text for _ in range(count)] for _ in range(2))
        result = one.apply(_worker, (str(path), warm, fresh))
        if second:
            result["second_worker_private_mb"] = other.apply(_another_worker, (str(path),))
    note(f"{result['items_per_s_unseen']} items/s unseen, {result['items_per_s_seen']} seen")
    screener = Screener.open(path, KEY)
    result |= {
        "build_s": round(build, 1),
        "bytes_per_person": round(path.stat().st_size / len(people)),
        "recall": recall(screener, people, posts),
        **_wrong(screener.matches(fresh), people),
    }
    return result


_held: list[Screener] = []
"""What a worker keeps while another is measured."""


def _worker(path: str, warm: list[Text], fresh: list[Text]) -> dict[str, Any]:
    before = rss_mb()
    start = time.perf_counter()
    screener = Screener.open(Path(path), KEY)
    screener.matches([Text(body="first")])
    restart = time.perf_counter() - start
    _held.append(screener)
    screener.matches(warm)
    gc.freeze()  # as `headsup run` does
    unseen = rate(screener.matches, fresh)
    seen = max(rate(screener.matches, fresh) for _ in range(3))
    start = time.perf_counter()
    screener.put(Person("late", names=("Ysolde Quarrington",)))
    put = time.perf_counter() - start
    screener.remove("late")
    return {
        "items_per_s_unseen": round(unseen),
        "items_per_s_seen": round(seen),
        "restart_s": round(restart, 2),
        "change_visible_s": round(put, 4),
        "rss_mb": round(rss_mb()),
        "rss_before_mb": round(before),
    }


def _another_worker(path: str) -> int:
    before = private_mb()
    _held.append(Screener.open(Path(path), KEY))
    _held[-1].matches([Text(body="Jane Roe")])
    return round(private_mb() - before)


def _wrong(answers: list[list[Match]], people: list[Person]) -> dict[str, object]:
    """Wrong names a thousand texts, by tier; those found by bent spellings alone; alerts by how rare the name is."""
    names = {person.id: person.names[0].lower().split() for person in people}
    every = [match for matches in answers for match in matches]
    bent = [match for match in every if not {e.how for e in match.evidence} & {"exact", "folded"}]
    bands = Counter(
        _band(name_bits((names[match.person][0], names[match.person][1])))
        for match in every
        if match.tier is Tier.ALERT
    )
    share = 1000 / max(len(answers), 1)
    return {
        "wrong_per_1000": {str(t): round(share * sum(m.tier is t for m in every), 1) for t in Tier},
        "wrong_bent_only_per_1000": {str(t): round(share * sum(m.tier is t for m in bent), 1) for t in Tier},
        "wrong_alerts_per_1000_by_bits": {band: round(share * bands[band], 1) for band in sorted(bands)},
        "wrong_alerts_per_person_and_million": round(1e3 * share * sum(bands.values()) / len(people), 3),
    }


def _band(bits: float) -> str:
    return "under 18" if bits < 18 else "18-22" if bits < 22 else "22-26" if bits < 26 else "over 26"


def recall(screener: Screener, people: list[Person], posts: Posts) -> dict[str, dict[str, float]]:
    """Share of posts in which the hidden person was found, by bend: at all, and as an alert."""
    rnd = random.Random(7)
    found: dict[str, dict[str, float]] = {}
    for kind, bend in bends(rnd).items():
        hidden: list[Post] = []
        for _ in range(PER_CLASS * 40):
            if len(hidden) == PER_CLASS:
                break
            person = rnd.choice(people)
            given, surname = person.names[0].split()
            name = bend(person, given, surname)
            if name:
                hidden.append(posts.post(person, name, kind))
        answers = screener.matches([post.text for post in hidden])
        any_tier = alerts = 0
        for post, matches in zip(hidden, answers, strict=True):
            tiers = [match.tier for match in matches if match.person == post.person]
            any_tier += bool(tiers)
            alerts += Tier.ALERT in tiers
        size = max(len(hidden), 1)
        found[kind] = {
            "found": round(any_tier / size, 3),
            "alert": round(alerts / size, 3),
            "of": len(hidden),
        }
    return found


def peers(people: list[Person], posts: Posts, count: int) -> dict[str, object]:
    """The same texts through what a user would pick instead."""
    names = {term.lower(): person.id for person in people for term in (*person.names, *person.aliases)}
    texts = [posts.post(None, "", "").text for _ in range(count)]
    bodies = [f"{text.title} {text.body}".lower() for text in texts]
    results: dict[str, object] = {}
    for label, maker in (
        ("ahocorasick_rs", _ahocorasick), ("flashtext2", _flashtext), ("spacy", _spacy), ("rapidfuzz", _rapidfuzz),
    ):  # fmt: skip
        if (label == "spacy" and len(people) > SPACY_UP_TO) or (
            label == "rapidfuzz" and len(people) > RAPIDFUZZ_UP_TO
        ):
            continue
        before, start = rss_mb(), time.perf_counter()
        try:
            search = maker(list(names))
        except ImportError:
            note(f"{label} is not installed: left out")
            continue
        build = time.perf_counter() - start
        few = bodies[: 20 if label == "rapidfuzz" else count]
        start = time.process_time()
        for body in few:
            search(body)
        spent = time.process_time() - start
        results[label] = {
            "items_per_s": round(len(few) / max(spent, 1e-9), 1), "build_s": round(build, 1),
            "rss_mb": round(rss_mb() - before), "recall": _peer_recall(search, people, posts, label == "rapidfuzz"),
        }  # fmt: skip
        note(f"{label}: {results[label]}")
    return results


def _peer_recall(
    search: Callable[[str], object], people: list[Person], posts: Posts, slow: bool
) -> dict[str, float]:
    rnd = random.Random(7)
    found: dict[str, float] = {}
    for kind, bend in bends(rnd).items():
        if kind not in ("clean", "case", "accents", "homoglyphs", "leet", "typo_26", "russian", "joined"):
            continue
        hits = total = 0
        while total < (5 if slow else 60):
            person = rnd.choice(people)
            given, surname = person.names[0].split()
            name = bend(person, given, surname)
            if name:
                post = posts.post(person, name, kind)
                total += 1
                hits += person.names[0].lower() in str(search(f"{post.text.title} {post.text.body}".lower()))
        found[kind] = round(hits / total, 2)
    return found


def _ahocorasick(names: list[str]) -> Callable[[str], object]:
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(names)
    return lambda text: automaton.find_matches_as_strings(text)


def _flashtext(names: list[str]) -> Callable[[str], object]:
    from flashtext2 import KeywordProcessor  # type: ignore[import-not-found, unused-ignore]

    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_from_iter(names)
    return lambda text: processor.extract_keywords(text)


def _spacy(names: list[str]) -> Callable[[str], object]:
    import spacy  # type: ignore[import-not-found, unused-ignore]
    from spacy.matcher import PhraseMatcher  # type: ignore[import-not-found, unused-ignore]

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab)
    matcher.add("names", list(language.tokenizer.pipe(names)))

    def search(text: str) -> object:
        document = language.tokenizer(text)
        return [document[start:end].text for _, start, end in matcher(document)]

    return search


def _rapidfuzz(names: list[str]) -> Callable[[str], object]:
    from rapidfuzz import fuzz, process

    return lambda text: [
        name
        for name, _, _ in process.extract(text, names, scorer=fuzz.partial_ratio, score_cutoff=88, limit=20)
    ]


def picture(results: list[dict[str, Any]], path: Path) -> None:
    """Items a second over the number of persons, Headsup and its peers."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4))
    sizes = [int(str(result["persons"])) for result in results]
    for key, label in (
        ("items_per_s_seen", "Headsup, words seen"),
        ("items_per_s_unseen", "Headsup, unseen text"),
    ):
        axes.plot(sizes, [float(str(result["headsup"][key])) for result in results], marker="o", label=label)
    labels = {label for result in results for label in result["peers"]}
    for label in sorted(labels):
        points = [
            (s, r["peers"][label]["items_per_s"])
            for s, r in zip(sizes, results, strict=True)
            if label in r["peers"]
        ]
        axes.plot(*zip(*points, strict=True), marker=".", linestyle="--", label=label)
    axes.set(xscale="log", yscale="log", xlabel="persons watched", ylabel="posts per second, one core")
    axes.legend(fontsize=8)
    axes.grid(alpha=0.3)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


def main() -> None:
    """Run the sizes asked for and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument(
        "--persons", nargs="+", default=["10000"], help="one number or several, separated by commas or blanks"
    )
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--no-second-worker", action="store_true")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    results: list[dict[str, Any]] = []
    for size in map(int, " ".join(options.persons).replace(",", " ").split()):
        note(f"{size} persons, {options.texts} texts")
        source = People(seed=1)
        people = [source.person(number) for number in range(size)]
        posts = Posts(People(seed=2), seed=3)
        with tempfile.TemporaryDirectory() as folder:
            mine = headsup(people, posts, Path(folder), options.texts, not options.no_second_worker)
        other = {} if options.no_peers else peers(people, posts, options.texts)
        results.append({"persons": size, "texts": options.texts, "headsup": mine, "peers": other})
    if options.picture:
        picture(results, options.picture)
    print(json.dumps(results[0] if len(results) == 1 else {"runs": results}))


if __name__ == "__main__":
    main()
