"""The front door: who is found, where, how, and who is not."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from watchlists import Match, Person, Screener, Text, Tier, from_mapping
from watchlists.scoring import Judge

JANE = Person(
    "jane", names=("Jane Roebling",), handles=("@janeroebling", "instagram:jane.r"), context=("Leeds",)
)
POSTS = Path(__file__).with_name("posts")


def found(person: Person, body: str, **fields: object) -> Match | None:
    [matches] = Screener([person]).matches([Text(body=body, **fields)])  # type: ignore[arg-type]
    return matches[0] if matches else None


@pytest.mark.parametrize(
    ("body", "quoted", "how"),
    [
        ("pics of Jane Roebling?", "Jane Roebling", "exact"),
        ("pics of jane ROEBLING?", "jane ROEBLING", "folded"),
        ("J\u200bane Ro\u00ebbling", "J\u200bane Ro\u00ebbling", "folded"),
        ("𝓙𝓪𝓷𝓮 𝓡𝓸𝓮𝓫𝓵𝓲𝓷𝓰!", "𝓙𝓪𝓷𝓮 𝓡𝓸𝓮𝓫𝓵𝓲𝓷𝓰", "folded"),
        ("Jаnе Rоеbling", "Jаnе Rоеbling", "homoglyph"),
        ("J4ne R03bl1ng", "J4ne R03bl1ng", "leet"),
        ("get #JaneRoebling", "JaneRoebling", "joined"),
        ("a J a n e R o e b l i n g lora", "J a n e R o e b l i n g", "spaced"),
        ("Ja ne Roe bling", "Ja ne Roe bling", "spaced"),
        ("Roebling, Jane", "Roebling, Jane", "folded"),
        ("Jane Anne Roebling", "Jane Anne Roebling", "folded"),
        ("Jane Robeling", "Jane Robeling", "typo"),
        ("Janie Roebling", "Janie Roebling", "nickname"),
        ("Jane Roeblings", "Jane Roeblings", "inflection"),
        ("J. Roebling from Leeds", "J. Roebling", "initial"),
        ("see https://m.instagram.com/jane.r/?x=1", "https://m.instagram.com/jane.r/?x=1", "handle"),
    ],
)
def test_a_hidden_name_is_found_where_it_stands(body: str, quoted: str, how: str) -> None:
    match = found(JANE, body)
    assert match is not None
    assert (quoted, how) in [(evidence.text, evidence.how) for evidence in match.evidence] or (
        how == "joined" and quoted in [evidence.text for evidence in match.evidence]
    )


@pytest.mark.parametrize(
    "body",
    [
        "Jane Roebling(1.0.0)", "JaneRoebling-1.0.0.safetensors", "https://civitai.com/models/1/jane-roebling-v-1-0",
        "https://cdn.x.com/a/b/c/jane-roebling.jpg", "https://x.y/z?v=1.0.1&q=jane+roebling", "jane_roebling_x_y_z.png",
        "J.a.n.e_Roebling", "n.u.d.e_Jane_Roebling", "JaneRoebling2024Lora", "JaneRoeblingV2LoRA", "SD15JaneRoebling",
        "LoraOfJaneRoeblingForFluxDevV2", "#NewLoraOfTheGreatJaneRoeblingFinally", "|Jane Roebling|actress|",
        "Jane Roebling|lora", "Jane Roebling@home", "Jane Roebling$$$", "$$Jane Roebling$$",
    ],
)  # fmt: skip
def test_what_is_written_around_a_name_does_not_hide_it(body: str) -> None:
    match = found(Person("p", names=("Jane Roebling",)), body)
    assert match is not None
    assert match.tier is Tier.ALERT
    assert match.evidence[0].how != "typo"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ольга Берестова", "сделайте лору Ольги Берестовой"),
        ("Ольга Берестова", "Olga Berestova"),
        ("Olga Berestova", "Ольга Берестова"),
        ("Mohammed Benhaddou", "محمد بنهادو"),
        ("王晓彤", "有没有王晓彤的照片"),
        ("王晓彤", "Xiaotong Wang"),
        ("Chen Xiaoming", "求陈晓明的模型"),
        ("김민지", "김민지가 나온 사진"),
        ("Kim Min-ji", "김민지 사진"),
        ("Δήμητρα Καραλή", "Dimitra Karali"),
        ("काव्या मिश्रानी", "Kavya Mishrani"),
        ("ปาริฉัตร วงศ์สวัสดิ์วงค์", "ขอรูปปาริฉัตร วงศ์สวัสดิ์วงค์หน่อย"),
        ("נועה שטרנברג", "תמונות של נועה שטרנברג"),
        ("Jörg Müllerschön", "Joerg Muellerschoen"),
        ("Hakan Yıldırımoğlu", "Hakan Yildirimoglu'nun"),
        ("Maria de la Cruz Quintanilla", "María Quintanilla"),
    ],
)
def test_scripts_and_inflections_are_read_both_ways(name: str, body: str) -> None:
    assert found(Person("p", names=(name,)), body) is not None


@pytest.mark.parametrize(
    ("person", "body"),
    [
        (Person("p", names=("Rose Young",)), "a rose young and fresh"),
        (Person("p", names=("Grace Park",)), "a walk to Grace Park station"),
        (Person("p", names=("Ana Lee",)), "banana leek soup"),
        (Person("p", names=("Jane Roebling",)), "John Roebling and Jane Smith"),
        (Person("p", names=("Emma Wilson",)), "Emma Wilson is a character in my novel"),
        (Person("p", names=("John Carter",), context=("weatherman",)), "John Carter the plumber"),
        (Person("p", aliases=("Echo",)), "the echo is too strong"),
        (Person("p", names=("Mark Etting",)), "the marketing plan"),
        (Person("p", names=("Paris Jackson",)), "from Paris to Jackson"),
    ],
)
def test_words_places_fiction_and_namesakes_stay_quiet(person: Person, body: str) -> None:
    match = found(person, body)
    assert match is None or match.tier is not Tier.ALERT


@pytest.mark.parametrize("name", ["John Smith", "Maria Garcia", "Wei Wang", "Emma Wilson"])
def test_a_bare_common_name_is_at_most_for_review(name: str) -> None:
    match = found(Person("p", names=(name,)), f"lora of {name} please")
    assert match is not None
    assert match.tier is Tier.REVIEW


@pytest.mark.parametrize("size", [289, 293, 298, 300])
@pytest.mark.parametrize(
    ("name", "before", "written"),
    [
        ("Jane Roebling", "-", "Jane_Roebling"),
        ("Jane Roebling", "https://site.example/" + "ab/" * 200, "/jane-roebling"),
        ("欧阳瑾澜", "好", "欧阳瑾澜"),
    ],
)
def test_a_name_is_found_wherever_it_stands_in_a_long_chunk(
    size: int, name: str, before: str, written: str
) -> None:
    match = found(Person("p", names=(name,)), f"{(before * size)[:size]}{written} lora")
    assert match is not None
    assert match.evidence[0].text == written.strip("/")


@pytest.mark.parametrize(
    ("decoy", "after"),
    [
        ("jane doe roebling street, ", 0),
        ("jane doe roebling street, ", 70),
        ("jane doe roebling street {}, ", 70),
        ("Jane Roebling Ltd. ", 0),
    ],
)
def test_no_name_is_hidden_behind_what_is_said_again_and_again(decoy: str, after: int) -> None:
    before, behind = ("".join(map(decoy.format, range(100, 100 + many))) for many in (70, after))
    body = f"{before}I want nudes of Jane Roebling. {behind}"
    match = found(Person("p", names=("Jane Roebling",)), body)
    assert match is not None
    assert match.tier is Tier.ALERT


def test_a_single_name_is_not_hidden_behind_what_is_said_again_and_again() -> None:
    kestrel = Person("p", aliases=("Kestrel",))
    assert found(kestrel, "Kestrel Ltd. " * 45) is None
    assert found(kestrel, f"{'Kestrel Ltd. ' * 45}Kestrel lora please {'Kestrel Ltd. ' * 45}") is not None


def test_people_who_are_watched_under_the_same_terms_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[Person] = []
    init = Judge.__init__

    def counted(judge: Judge, person: Person) -> None:
        judged.append(person)
        init(judge, person)

    monkeypatch.setattr(Judge, "__init__", counted)
    alike = [Person(f"p{number}", names=("Jane Roebling",), context=("Leeds",)) for number in range(50)]
    screener = Screener([*alike, Person("q", names=("Jane Roebling",))])
    texts = [Text(body="Jane Roebling, goalkeeper. " * 3), Text(body="Jane Roebling of Leeds")]
    answers = screener.matches(texts)
    assert len(judged) == 2
    assert [len(matches) for matches in answers] == [51, 51]
    assert len({match.fingerprints for match in answers[0]}) == 51
    prints = next(match.fingerprints for match in answers[0] if match.person == "p7")
    screener.put(replace(alike[7], not_me=frozenset(prints)))
    first, second = screener.matches(texts)
    assert {match.person for match in second} - {match.person for match in first} == {"p7"}


def test_people_with_long_ids_have_fingerprints_of_their_own() -> None:
    twins = [Person(f"{'x' * 64}{number}", names=("Jane Roebling",)) for number in range(2)]
    [[one, other]] = Screener(twins).matches([Text(body="Jane Roebling, goalkeeper")])
    assert set(one.fingerprints).isdisjoint(other.fingerprints)


def test_context_lifts_a_common_name_to_an_alert_and_is_shown() -> None:
    match = found(
        Person("p", names=("John Carter",), context=("Tulsa", "weatherman")),
        "John Carter, weatherman in Tulsa",
    )
    assert match is not None
    assert match.tier is Tier.ALERT
    assert {(e.text, e.how) for e in match.evidence} >= {("weatherman", "context"), ("Tulsa", "context")}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "Jane Roebling"}, "title"),
        ({"tags": ("x", "Jane Roebling")}, "tags[1]"),
        ({"links": (("Jane Roebling", "https://a.example"),)}, "links[0].text"),
        ({"links": (("here", "https://instagram.com/jane.r"),)}, "links[0].url"),
        ({"url": "https://x.example/jane%20roebling"}, "url"),
    ],
)
def test_every_field_is_searched(fields: dict[str, object], field: str) -> None:
    match = found(JANE, "a post", **fields)
    assert match is not None
    assert match.evidence[0].field == field


def test_a_name_split_over_title_and_body_counts() -> None:
    match = found(JANE, "Roebling wanted", title="Lora of Jane")
    assert match is not None
    assert {(e.field, e.text) for e in match.evidence} == {("title", "Jane"), ("body", "Roebling")}


def test_a_dismissed_namesake_stays_quiet_for_that_person_alone() -> None:
    other = "Jane Roebling, the goalkeeper, signed today"
    first = found(JANE, other)
    assert first is not None
    wiser = Person(
        **{**{k: getattr(JANE, k) for k in JANE.__slots__}, "not_me": frozenset(first.fingerprints)}
    )
    twin = Person("twin", names=("Jane Roebling",))
    [matches] = Screener([wiser, twin]).matches([Text(body="Goal! Jane Roebling, goalkeeper of the year")])
    assert [match.person for match in matches] == ["twin"]
    assert found(wiser, "lora of Jane Roebling please") is not None


def test_a_batch_answers_as_single_texts_do() -> None:
    texts = [Text(body="Jane Roebling"), Text(body="nothing"), Text(title="x", body="@janeroebling")]
    screener = Screener([JANE])
    assert screener.matches(texts) == [screener.matches([text])[0] for text in texts]


OLDER = ("tuned", "held_out", "fresh", "world")
"""Sets whose posts are screened for the people of all of them; each later set has its own people."""
LATER = (
    "reviewed", "blind", "blind_b", "blind_c", "blind_d", "blind_e", "blind_f", "blind_g", "blind_h", "blind_i", "blind_j",
    "blind_k", "blind_l", "blind_m", "blind_n", "blind_o", "blind_p", "blind_q", "blind_r", "blind_s", "blind_t", "blind_u",
    "blind_v", "blind_w", "blind_x", "blind_y",
)  # fmt: skip
LEAST = {"blind_f": 0.88, "blind_j": 0.87, "blind_y": 0.75}
"""The alert F1 that a set must reach where it is far harder than the others."""
LEAST_QUIET = {"blind_j": 0.8, "blind_y": 0.75}
"""The same for the share of posts about nobody that must raise no alert."""


@pytest.mark.parametrize("part", [*OLDER, *LATER])
def test_posts_about_invented_people_of_many_cultures(part: str) -> None:
    lists = [f"{part}_people"] if part in LATER else ["people", "fresh_people", "world_people"]
    lines = [line for name in lists for line in (POSTS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    posts = [json.loads(line) for line in (POSTS / f"{part}.jsonl").read_text("utf-8").splitlines()]
    screener = Screener([from_mapping(json.loads(line)) for line in lines])
    answers = screener.matches([_text(post) for post in posts])
    right = wrong = missed = quiet = nobody = 0
    for post, matches in zip(posts, answers, strict=True):
        alerts, wanted = {m.person for m in matches if m.tier is Tier.ALERT}, set(post["alert"])
        right, wrong, missed = (
            right + len(alerts & wanted),
            wrong + len(alerts - wanted - set(post.get("review", ()))),
            missed + len(wanted - alerts),
        )
        if not wanted and not post.get("review"):
            nobody, quiet = nobody + 1, quiet + (not alerts)
    assert 2 * right / (2 * right + wrong + missed) >= LEAST.get(part, 0.9)
    assert quiet / nobody >= LEAST_QUIET.get(part, 0.85)


def _text(post: dict[str, Any]) -> Text:
    links = tuple((shown, url) for shown, url in post.get("links", ()))
    return Text(
        title=post["title"],
        body=post["body"],
        author=post.get("author", ""),
        url=post.get("url", ""),
        tags=tuple(post.get("tags", ())),
        links=links,
    )


@pytest.mark.parametrize(
    ("part", "least"),
    [
        ("pairs", 0.95),
        ("pairs_blind", 0.82),
        ("pairs_blind_b", 0.77),
        ("pairs_blind_c", 0.8),
        ("pairs_blind_d", 0.78),
    ],
)
def test_pairs_of_names_alone_in_many_scripts_and_systems(part: str, least: float) -> None:
    pairs = [json.loads(line) for line in (POSTS / f"{part}.jsonl").read_text("utf-8").splitlines()]
    right = wrong = missed = 0
    for pair in pairs:
        hit = found(Person("p", names=(pair["a"],)), pair["b"]) is not None
        right += hit and pair["same"]
        wrong += hit and not pair["same"]
        missed += not hit and pair["same"]
    assert len(pairs) > 180
    assert 2 * right / (2 * right + wrong + missed) >= least


def test_a_name_of_a_script_without_spaces_is_exact_where_it_stands_as_it_was_listed() -> None:
    screener = Screener([Person("p", names=("山田花子",))])
    [[match]] = screener.matches([Text(body="誰か山田花子のLoRAを作ってください")])
    assert [(each.text, each.how) for each in match.evidence] == [("山田花子", "exact")]


def test_processes_agree_on_every_match() -> None:
    """Two workers, or one before and after a restart, give one post one score and tier."""
    code = (
        "from watchlists import Person, Screener, Text\n"
        "from watchlists.nicknames import sounding_like\n"
        "names = ('Andree Nea', 'Anastasia Veil', 'Yekaterina Stoll', 'Aleksander Quill')\n"
        "screener = Screener([Person(name, names=(name,)) for name in names])\n"
        "for given in ('Andrii', 'Anastasiya', 'Ekaterina', 'Aleksandr', 'Katie', 'Sasha'):\n"
        "    for surname in ('Nea', 'Veil', 'Stoll', 'Quill'):\n"
        "        [found] = screener.matches([Text(body=f'a lora of {given} {surname}')])\n"
        "        print(given, sounding_like(given.lower()), [(m.person, m.score, m.tier.value) for m in found])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": str(seed), "PATH": ""},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in range(3)
    }
    assert len(said) == 1
    assert "alert" in next(iter(said))
