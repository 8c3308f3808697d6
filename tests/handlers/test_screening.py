"""From an item to what is owed: severity, cases, and who is alerted of what."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from handlers import casebook, recording, work
from handlers.persons_owed import owe_persons
from intent import Intent, Policy
from storage import schema as tables
from tests.handlers.harness import JORUNN, MODERATOR, OTHER, Doubtful, World, item, said, someone

NAME = "Jorunn Valderhaug"


async def _ready(world: World, **setup: Any) -> None:
    await world.feed("board")
    await world.setup(**setup)


@pytest.mark.parametrize(
    ("labels", "severity"),
    [
        (("likeness", "minor"), "critical"),
        (("likeness", "sexual", "private"), "critical"),
        (("likeness", "sexual"), "high"),
        (("likeness", "veiled", "private"), "high"),
        (("likeness", "veiled"), "medium"),
        (("likeness", "private"), "medium"),
        (("likeness",), "low"),
        (("sexual",), None),
        (("veiled", "consent"), None),
        ((), None),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else str(value),
)
async def test_each_row_of_the_policy_reaches_moderators_and_the_person(
    small_world: World, labels: tuple[str, ...], severity: str | None
) -> None:
    world = small_world
    await _ready(world)
    await world.watch()
    await world.arrives("board", item(" ".join(f"[{label}]" for label in labels) + f" {NAME}"))
    assert [card.severity for card in world.cards] == ([severity] if severity else [])
    assert len(world.direct(JORUNN)) == (1 if severity else 0)
    (finding,) = await world.rows(tables.Finding)
    assert finding.model == "judge"
    assert sorted(finding.labels) == sorted(labels)


async def test_a_configured_row_counts(small_world: World) -> None:
    world = small_world
    world.house.policy = Policy.model_validate(
        {"rows": [{"name": "all", "needs": ["likeness"], "severity": "critical"}]}
    )
    await _ready(world)
    await world.arrives("board", item("[likeness] a model of somebody"))
    assert [card.severity for card in world.cards] == ["critical"]


async def _where_requests_are_rare(world: World, text: str) -> None:
    world.house.policy = Policy.model_validate({"least": {"rss": {"likeness": 0.75}}})
    await _ready(world)
    await world.watch()
    await world.arrives("board", item(text, url="https://board.example/1", native_id="1"))


async def test_where_requests_are_rare_moderators_hear_of_sure_ones_alone(small_world: World) -> None:
    await _where_requests_are_rare(small_world, "[likeness?] a model of somebody")
    assert small_world.cards == []
    await small_world.arrives("board", item("[likeness] a model of somebody"))
    assert [card.severity for card in small_world.cards] == ["low"]


async def test_where_requests_are_rare_the_person_who_is_named_hears_of_all(small_world: World) -> None:
    await _where_requests_are_rare(small_world, f"[likeness?] a model of {NAME}")
    assert small_world.cards == []
    assert len(small_world.direct(JORUNN)) == 1


async def test_where_requests_are_rare_what_may_concern_a_young_person_is_shown_all_the_same(
    small_world: World,
) -> None:
    await _where_requests_are_rare(small_world, "[likeness?] [minor] a model of somebody")
    assert [card.severity for card in small_world.cards] == ["critical"]


async def test_whoever_is_surely_named_hears_of_what_may_be_a_request_and_nobody_else_does(
    small_world: World,
) -> None:
    world = small_world
    world.house.classifier = Doubtful()
    await _ready(world)
    await world.vouched(JORUNN, await world.watch())
    known = len(world.direct(JORUNN))
    await world.arrives("board", item(f"[likeness?] [sexual?] a model of {NAME}"))
    assert world.cards == []
    assert len(world.direct(JORUNN)) == known + 1
    (finding,), (named,) = await world.rows(tables.Finding), await world.rows(tables.FindingPerson)
    assert (finding.severity, finding.labels) == (0, ["sexual"])
    assert (named.severity, named.labels, named.likeness) == (3, ["likeness", "sexual"], 0.6)
    shown = await world.press(JORUNN, f"alert.details:{(await world.rows(tables.Alert))[-1].id}")
    assert "possible" not in said(shown.card)
    assert "likely" in said(shown.card)


async def test_an_edit_that_asks_more_of_somebody_in_a_baseline_is_told_to_them(small_world: World) -> None:
    world = small_world
    world.house.classifier = Doubtful()
    await world.watch()
    await world.watch(OTHER, names="Rikka Takarada")
    names = (NAME, "Rikka Takarada")
    await world.feed("board", *[item(f"nice weather, {name}", native_id=name) for name in names])
    await world.setup()
    world.clock.advance(days=2)
    for asks in ("[likeness?] [sexual] a model of", "[likeness?] [sexual] such a model of"):
        await world.arrives("board", *[item(f"{asks} {name}", native_id=name) for name in names])
        assert world.cards == []
        assert (len(world.direct(JORUNN)), len(world.direct(OTHER))) == (1, 1)


async def test_a_baselines_post_about_a_young_person_is_told_to_them_once_somebody_points_at_it(
    small_world: World,
) -> None:
    world = small_world
    link = "https://board.example/1"
    await world.watch()
    await world.feed("board", item(f"[likeness] [minor] a model of {NAME}", url=link, native_id="1"))
    await world.setup()
    for account in ("100000000000000021", "100000000000000022"):
        await world.command(someone(account), "report", link=link)
        assert [card.severity for card in world.cards] == ["critical"]
        assert len(world.direct(JORUNN)) == 1


async def test_the_same_words_are_told_anew_where_the_first_alert_was_never_sent(small_world: World) -> None:
    world = small_world
    await _ready(world)
    await world.watch()
    await world.choose(JORUNN, "preferences.digest", "daily")
    await world.arrives("board", item(f"[likeness] a model of {NAME}", native_id="1"))
    await world.command(JORUNN, "watch stop")
    await world.press(JORUNN, "watch.start")
    await world.arrives("board", item(f"[likeness] a model of {NAME}", native_id="2"))
    world.clock.advance(days=1)
    await work.sweep(world.house)
    assert len(world.direct(JORUNN)) == 1


async def test_a_person_who_cannot_be_opened_holds_up_nobody(small_world: World) -> None:
    world = small_world
    await _ready(world)
    damaged = await world.watch()
    await world.watch(OTHER)
    post = item(f"[likeness] [minor] a model of {NAME}", url="https://board.example/1", native_id="1")
    await world.arrives("board", post)
    async with world.house.database.write() as session:
        await session.execute(
            update(tables.Person).where(tables.Person.id == damaged).values(sealed=b"not a sealed person")
        )
        await session.execute(update(tables.Alert).values(kept=True, sealed_copy=None))
    await world.command(someone("100000000000000021"), "report", link="https://board.example/1")
    await world.arrives("board", item(f"[likeness] another of {NAME}", native_id="2"))
    await work.tidy(world.house)
    assert {row.state for row in await world.rows(tables.Item)} == {"screened"}
    assert (len(world.direct(JORUNN)), len(world.direct(OTHER))) == (1, 2)


async def test_what_somebody_said_is_not_about_them_does_not_come_back_with_an_edit(
    small_world: World,
) -> None:
    world = small_world
    await _ready(world)
    await world.vouched(JORUNN, await world.watch())
    await world.arrives("board", item(f"[likeness] a model of {NAME}", native_id="1"))
    known = len(world.direct(JORUNN))
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    await world.press(JORUNN, f"alert.not_me:{alert.id}")
    await world.arrives(
        "board", item(f"[likeness] [sexual] another one of {NAME} from Bergen", native_id="1")
    )
    assert len(world.direct(JORUNN)) == known


async def test_how_likely_that_must_be_is_configured(small_world: World) -> None:
    world = small_world
    world.house.classifier = Doubtful()
    world.house.policy = Policy.model_validate({"watched": {}})
    await _ready(world)
    await world.watch()
    await world.arrives("board", item(f"[likeness?] a model of {NAME}"))
    assert world.direct(JORUNN) == []


@pytest.mark.parametrize("asks", ["[likeness]", "[likeness?] [minor]", "[likeness?] [sexual]"])
async def test_what_moderators_and_reporters_get_to_know_depends_on_no_watchlist(
    small_world: World, asks: str
) -> None:
    """Also where a character has the person's name, and the post is judged apart for her."""
    world = small_world
    world.house.classifier = Doubtful()
    await _ready(world)
    await world.watch(names="Rikka Takarada")
    told = []
    for number, name in enumerate(["Rikka Takarada", "Lara Croft"]):
        link = f"https://board.example/{number}"
        known = len(world.cards)
        await world.arrives("board", item(f"{asks} a lora of {name}", url=link, native_id=str(number)))
        opened = len(world.cards) - known
        answer = await world.command(someone(f"10000000000000002{number}"), "report", link=link)
        finding = (await world.rows(tables.Finding))[-1]
        case = (await world.rows(tables.Case))[-1]
        words = [
            said(each).replace(case.reference, "#").replace(f"/{number}", "/n")
            for each in (answer.card, world.cards[-1])
        ]
        told.append((opened, [each.replace(name, "N") for each in words], finding.labels, finding.severity))
    assert len(world.direct(JORUNN)) == 1
    assert told[0] == told[1]


async def test_a_post_of_a_baseline_that_somebody_reports_is_shown_to_those_who_follow(
    small_world: World,
) -> None:
    world = small_world
    world.house.policy = Policy.model_validate({"least": {"rss": {"likeness": 0.75}}})
    link = "https://board.example/1"
    await world.feed("board", item("[likeness?] a model of somebody", url=link, native_id="1"))
    await world.setup()
    await world.command(someone("100000000000000008", None), "report", link=link)
    assert [card.severity for card in world.cards] == ["low"]


async def test_an_edit_that_makes_a_request_sure_is_shown(small_world: World) -> None:
    await _where_requests_are_rare(small_world, "[likeness?] a model of somebody")
    await small_world.arrives(
        "board", item("[likeness] a model of somebody", url="https://board.example/1", native_id="1")
    )
    assert [card.severity for card in small_world.cards] == ["low"]


async def test_what_somebody_reports_is_judged_as_a_report_wherever_it_was_found(small_world: World) -> None:
    world = small_world
    await _where_requests_are_rare(world, "[likeness?] [sexual] a model of somebody")
    await world.command(someone("100000000000000008"), "report", link="https://board.example/1")
    assert [card.severity for card in world.cards] == ["high"]


async def test_an_earlier_sexual_request_of_the_same_requester_raises_the_severity(world: World) -> None:
    await _ready(world)
    await world.arrives("board", item("[likeness] [sexual] one", author="poster", author_id="7"))
    await world.arrives("board", item("[likeness] two", author="poster", author_id="7"))
    await world.arrives("board", item("[likeness] three", author="another", author_id="8"))
    assert [card.severity for card in world.cards] == ["high", "medium", "low"]
    assert (await world.rows(tables.Finding))[1].raised_by == ["earlier_by_requester"]


async def test_an_earlier_confirmed_request_of_the_same_requester_raises_the_severity(world: World) -> None:
    await _ready(world)
    await world.arrives("board", item("[likeness] one", author="poster", author_id="7"))
    (case,) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    await world.arrives("board", item("[likeness] two", author="poster", author_id="7"))
    assert [case.severity for case in await world.rows(tables.Case)] == [1, 2]


async def test_what_one_community_confirmed_raises_nothing_in_another(world: World) -> None:
    await world.feed("board")
    await world.setup("guild")
    await world.setup("elsewhere")
    await world.arrives("board", item("[likeness] one", author="poster", author_id="7"))
    ours = next(each for each in await world.rows(tables.Case) if each.reference in world.cards[0].title)
    await world.press(MODERATOR, f"case.confirm:{ours.id}")
    await world.arrives("board", item("[likeness] two", author="poster", author_id="7"))
    shown = {each.place: each.card for each in world.console.messages[-2:]}
    assert shown["guild-alerts"].severity == "medium"
    assert "earlier confirmed" in said(shown["guild-alerts"])
    assert shown["elsewhere-alerts"].severity == "low"
    assert "earlier confirmed" not in said(shown["elsewhere-alerts"])


async def test_an_edit_that_puts_somebody_into_a_baseline_is_told_to_them_and_to_no_moderator(
    world: World,
) -> None:
    await world.feed("board", item("[likeness] a model of somebody", native_id="7"))
    await world.setup()
    await world.watch()
    world.clock.advance(days=2)
    await world.arrives("board", item(f"[likeness] a model of {NAME}", native_id="7"))
    assert len(world.direct(JORUNN)) == 1
    assert world.cards == []


async def test_an_earlier_request_about_the_same_person_is_graver_for_them_and_untold_to_moderators(
    world: World,
) -> None:
    await _ready(world)
    await world.watch()
    await world.arrives("board", item(f"[likeness] {NAME}, one"))
    await world.arrives("board", item(f"[likeness] {NAME}, two"))
    assert [each.severity for each in await world.rows(tables.Alert) if each.kind == "person"] == [1, 2]
    assert [card.severity for card in world.cards] == ["low", "low"]


async def test_an_earlier_request_counts_when_its_post_has_had_its_time(small_world: World) -> None:
    world = small_world
    world.house.classifier = Doubtful()
    await _ready(world)
    await world.watch()
    await world.arrives("board", item(f"[likeness?] {NAME}, one"))
    world.clock.advance(days=2)
    await work.tidy(world.house)
    await world.arrives("board", item(f"[likeness?] {NAME}, two"))
    assert [each.severity for each in await world.rows(tables.Alert) if each.kind == "person"] == [1, 2]


async def test_adult_surroundings_raise_a_plain_request(world: World) -> None:
    await _ready(world)
    await world.arrives(
        "board", item("[likeness] one", adult=True), item("[likeness] [sexual] two", adult=True)
    )
    assert [card.severity for card in world.cards] == ["medium", "high"]


async def test_a_communitys_least_severity_holds_its_cards_back(world: World) -> None:
    await world.feed("board")
    await world.setup("guild", severity="high")
    await world.setup("elsewhere", severity="low")
    await world.watch()
    await world.arrives("board", item(f"[likeness] {NAME}"))
    assert [each.place for each in world.console.messages if each.card.severity] == ["elsewhere-alerts"]
    assert len(world.direct(JORUNN)) == 1


async def test_a_subscriptions_own_severity_goes_before_the_communitys(world: World) -> None:
    await _ready(world, severity="critical")
    async with world.house.database.write() as session:
        await session.execute(update(tables.Subscription).values(min_severity=1))
    await world.arrives("board", item("[likeness] a model of somebody"))
    assert [card.severity for card in world.cards] == ["low"]


@pytest.mark.parametrize(
    ("keywords", "text", "shown"),
    [
        (["commission"], "a COMMISSION of somebody", True),
        (["commission"], "a request for somebody", False),
        (["one", "two"], "only two here", True),
        (["/lo(ra|con)\\b/"], "a LoRA of somebody", True),
        (["/lo(ra|con)\\b/"], "lorarium", False),
        (["/(a+)+$/"], "a" * 5000 + "b", False),
    ],
)
async def test_keywords_choose_what_a_community_sees(
    small_world: World, keywords: list[str], text: str, shown: bool
) -> None:
    world = small_world
    await _ready(world)
    async with world.house.database.write() as session:
        await session.execute(update(tables.Subscription).values(keywords=keywords))
    await world.arrives("board", item(f"[likeness] {text}"))
    assert len(world.cards) == int(shown)


async def test_the_same_words_on_two_feeds_are_one_case(world: World) -> None:
    await world.feed("first")
    await world.feed("second")
    await world.setup()
    await world.watch()
    await world.arrives("first", item(f"[likeness] {NAME}", url="https://one.example/1"))
    await world.arrives("second", item(f"[likeness]  {NAME}", url="https://two.example/2"))
    assert len(await world.rows(tables.Item)) == 2
    assert len(await world.rows(tables.Case)) == 1
    assert len(world.cards) == 1
    assert len(world.direct(JORUNN)) == 1


async def test_one_alert_for_each_item_and_person(world: World) -> None:
    await _ready(world)
    for actor in (JORUNN, OTHER):
        await world.vouched(actor, await world.watch(actor))
    known = [len(world.direct(actor)) for actor in (JORUNN, OTHER)]
    post = item(f"[likeness] {NAME}", guid="7")
    for text in (f"[likeness] {NAME}", f"[likeness] {NAME} edited", f"[likeness] [sexual] {NAME} again"):
        await world.arrives("board", item(text, guid=post.guid))
        graver = int("[sexual]" in text)  # an edit that makes it graver is told once more
        told = [len(world.direct(actor)) for actor in (JORUNN, OTHER)]
        assert told == [each + 1 + graver for each in known]


async def test_before_a_proof_no_second_alert_tells_that_an_edit_made_it_graver(small_world: World) -> None:
    world = small_world
    await _ready(world)
    person = await world.watch()
    for text in (f"[likeness] {NAME}", f"[likeness] [sexual] {NAME} again"):
        await world.arrives("board", item(text, guid="7"))
    assert len(world.direct(JORUNN)) == 1
    (alert,) = [each for each in await world.rows(tables.Alert) if each.kind == "person"]
    await world.vouched(JORUNN, person)
    assert "sexual" in said((await world.press(JORUNN, f"alert.details:{alert.id}")).card), "what it is now"


async def test_a_paused_person_is_not_alerted_and_a_resumed_one_is(world: World) -> None:
    await _ready(world)
    await world.watch()
    await world.command(JORUNN, "watch pause")
    await world.arrives("board", item(f"[likeness] {NAME}, one"))
    assert world.direct(JORUNN) == []
    await world.command(JORUNN, "watch resume")
    await world.arrives("board", item(f"[likeness] {NAME}, two"))
    assert len(world.direct(JORUNN)) == 1


async def test_a_subscriber_who_stopped_hears_nothing_until_they_start_again(world: World) -> None:
    await _ready(world)
    await world.watch()
    await world.command(JORUNN, "watch stop")
    await world.arrives("board", item(f"[likeness] {NAME}, one"))
    assert world.direct(JORUNN) == []
    await world.press(JORUNN, "watch.start")
    await world.arrives("board", item(f"[likeness] {NAME}, two"))
    assert len(world.direct(JORUNN)) == 1


async def test_stopping_ends_what_was_owed_at_once(world: World) -> None:
    await _ready(world)
    await world.watch()
    world.queue.held = True
    await world.arrives("board", item(f"[likeness] {NAME}"))
    await work.screen(world.house)
    await world.command(JORUNN, "watch stop")
    world.queue.held = False
    await work.sweep(world.house)
    assert world.direct(JORUNN) == []
    assert [each.state for each in await world.rows(tables.Alert) if each.kind == "person"] == ["cancelled"]


async def test_a_tentative_match_is_alerted_only_from_the_configured_severity(small_world: World) -> None:
    from watchlists import Evidence, Match, Tier

    world = small_world
    await _ready(world)
    person = await world.watch()

    def tentative(items: object) -> list[list[Match]]:
        evidence = Evidence("body", 0, 6, "Jorunn", NAME, "initial")
        return [[Match(person, 3.0, 0.4, Tier.REVIEW, (evidence,), ("f",))]] * len(items)  # type: ignore[arg-type]

    world.house.screener.matches = tentative  # type: ignore[method-assign]
    await world.arrives("board", item("[likeness] Jorunn, one"))
    assert world.direct(JORUNN) == []
    await world.arrives("board", item("[likeness] [sexual] Jorunn, two"))
    assert len(world.direct(JORUNN)) == 1


async def test_a_subscribers_least_severity_holds_alerts_back(small_world: World) -> None:
    world = small_world
    await _ready(world)
    person = await world.watch()
    async with world.house.database.write() as session:
        await session.execute(update(tables.Subscriber).values(min_severity=3))
    await world.arrives("board", item(f"[likeness] {NAME}, one"))
    assert len(world.direct(JORUNN)) == 1, "before a proof it would tell how grave a post is"
    await world.vouched(JORUNN, person)
    known = len(world.direct(JORUNN))
    await world.arrives("board", item(f"[likeness] {NAME}, two"), item(f"[likeness] [sexual] {NAME}, three"))
    assert len(world.direct(JORUNN)) == known + 1


async def test_a_crash_while_writing_leaves_the_item_new_and_nothing_is_doubled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _ready(world)
    await world.watch()
    world.queue.held = True
    await world.arrives("board", item(f"[likeness] {NAME}"))

    async def dies(*args: object) -> list[int]:
        await owe_persons(*args)  # type: ignore[arg-type]
        raise KeyboardInterrupt("the process dies here")

    with monkeypatch.context() as patched:
        patched.setattr(recording, "owe_persons", dies)
        with pytest.raises(KeyboardInterrupt):
            await work.screen(world.house)
    assert [each.state for each in await world.rows(tables.Item)] == ["new"]
    for table in (tables.Finding, tables.Case, tables.Alert, tables.FindingPerson):
        assert await world.rows(table) == []

    world.queue.held = False
    await work.sweep(world.house)
    await work.sweep(world.house)
    assert len(world.cards) == 1
    assert len(world.direct(JORUNN)) == 1
    assert len(await world.rows(tables.Alert)) == 2


async def test_one_post_that_the_model_fails_on_holds_up_no_other(world: World) -> None:
    await _ready(world)
    await world.arrives("board", item("[likeness] before"), item("[broken]"), item("[likeness] after"))
    for _ in range(recording.GIVE_UP + 2):
        await work.sweep(world.house)
        world.clock.advance(minutes=10)
    assert len(world.cards) == 2


async def test_one_post_that_cannot_be_written_holds_up_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _ready(world)
    posts = [item(f"[likeness] number {number}") for number in range(7)]
    opened = casebook.open_cases

    async def fails_for_one(*arguments: Any) -> list[int]:
        if arguments[3].body == posts[3].body:
            raise ValueError("there is no writing this")
        return await opened(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(casebook, "open_cases", fails_for_one)
        await world.arrives("board", *posts)
        for _ in range(recording.GIVE_UP + 2):
            await work.sweep(world.house)
    states = Counter(each.state for each in await world.rows(tables.Item))
    assert states == {"screened": 6, "failed": 1}
    assert len(await world.rows(tables.Case)) == 6
    assert len(world.cards) == 6


async def test_a_database_in_trouble_sets_no_post_aside(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _ready(world)
    world.queue.held = True
    await world.arrives("board", item("[likeness] one"), item("[likeness] two"))

    async def is_gone(*_: Any) -> list[int]:
        raise OperationalError("SELECT 1", {}, ConnectionError("gone"))

    with monkeypatch.context() as patched:
        patched.setattr(casebook, "open_cases", is_gone)
        for _ in range(recording.GIVE_UP + 2):
            with pytest.raises(OperationalError):
                await work.screen(world.house)
    assert [(each.state, each.attempts) for each in await world.rows(tables.Item)] == [("new", 0)] * 2
    world.queue.held = False
    await work.sweep(world.house)
    assert len(world.cards) == 2


async def test_an_item_is_screened_once_by_two_processes(world: World) -> None:
    await _ready(world)
    await world.watch()
    other = await world.another()
    other.queue.held = world.queue.held = True
    await world.arrives("board", item(f"[likeness] {NAME}"))
    await asyncio.gather(work.screen(world.house), work.screen(other.house))
    assert len(await world.rows(tables.Finding)) == 1
    assert len(await world.rows(tables.Alert)) == 2
    assert len(await world.rows(tables.Case)) == 1


async def test_the_same_words_screened_by_two_processes_are_one_case(world: World) -> None:
    await world.feed("first")
    await world.feed("second")
    await world.setup()
    other = await world.another()
    world.queue.held = other.queue.held = True
    twins = [item("[likeness] the same", url=f"https://{host}.example/1") for host in ("a", "b")]
    await world.arrives("first", twins[0])
    await world.arrives("second", twins[1])
    rows = await world.rows(tables.Item)
    result = recording.Screened(twins[0], Intent(likeness=0.95), ())
    await asyncio.gather(
        recording.record(world.house, [(rows[0], result)]),
        recording.record(other.house, [(rows[1], result)]),
    )
    assert len(await world.rows(tables.Case)) == 1


async def test_who_reported_nothing_and_watches_nothing_gets_nothing(small_world: World) -> None:
    world = small_world
    await _ready(world)
    await world.arrives("board", item(f"[likeness] {NAME}"))
    assert world.direct(someone("100000000000000007")) == []
