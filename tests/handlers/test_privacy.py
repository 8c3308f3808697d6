"""What is kept, what is forgotten, and that neither the file nor a log holds a name in the clear."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary, select

from handlers import conversations, work
from handlers.actors import Actor, Place
from handlers.cards import Card, Upload
from handlers.ports import NotAllowed, Sent, Unavailable
from storage import schema as tables
from storage.personal import NONE, TABLES
from storage.schema import Base
from tests.handlers.harness import (
    JORUNN,
    MEMBER,
    MODERATOR,
    OTHER,
    SECOND_MODERATOR,
    Doubtful,
    World,
    item,
    said,
    someone,
)

NAME, HANDLE, ALIAS, CONTEXT = "Jorunn Valderhaug", "@jorunnval", "Jorvald of the Fjord", "Bergenhusfestning"
PROFILE = "https://profiles.example/jorunnval"
WORDS = "would somebody please make a crude model"
AUTHOR, REASON, NOTE = "poster-with-a-name", "a reason that names somebody", "a note between moderators"
ELSEWHERE = replace(JORUNN, platform="telegram", account="777000777000")
MINE = replace(JORUNN, place=Place("guild", "general"))


async def _scenario(world: World) -> str:
    """A bit of everything that touches every table; -> the person's id."""
    await world.feed("board")
    await world.setup()
    person = await world.watch(names=NAME, handles=HANDLE, aliases=ALIAS, urls=PROFILE, context=CONTEXT)
    await world.press(JORUNN, "preferences.contact_set", {"contact": "987654321987"})
    await world.press(OTHER, "contact.refuse")
    await world.link(JORUNN, ELSEWHERE)
    await world.vouched(JORUNN, person)
    await world.press(JORUNN, f"proof.bio:{person}")
    url = f"https://board.example/{AUTHOR}/7"
    await world.arrives(
        "board",
        item(
            f"[likeness] [sexual] {WORDS} of {NAME} ({HANDLE})",
            title=NAME,
            author=AUTHOR,
            author_id=AUTHOR,
            url=url,
        ),
    )
    await world.command(MEMBER, "report", link=url, reason=REASON)
    await world.command(MINE, "report", text=f"[likeness] {WORDS}, twice", reason=REASON)
    await world.command(
        MEMBER, "report", attachment=Upload(f"{AUTHOR}.png", f"https://cdn.example/{AUTHOR}.png")
    )
    first = (await world.rows(tables.Case))[0]
    await world.press(MODERATOR, f"case.claim:{first.id}")
    await world.command(MODERATOR, "case note", reference=first.reference, text=NOTE)
    await world.press(MODERATOR, f"case.escalate:{first.id}")
    await world.press(MODERATOR, f"case.confirm:{first.id}")
    member = world.house.vault.account_hash("console", MEMBER.account)
    mine = next(each for each in await world.rows(tables.Report) if each.reporter_hash == member)
    await world.press(SECOND_MODERATOR, f"case.mute:{mine.id}")
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    await world.press(JORUNN, f"alert.details:{alert.id}")
    await world.press(JORUNN, f"alert.not_me:{alert.id}")
    return person


async def _everything(world: World) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    found = {}
    async with world.house.database.read() as session:
        for table in Base.metadata.sorted_tables:
            rows = (await session.execute(select(table))).mappings().all()
            found[table.name] = [dict(row) for row in rows]
    return found


def _mentions(rows: dict[str, list[dict[str, Any]]], needle: str) -> list[str]:
    return [
        f"{table}.{column}"
        for table, entries in rows.items()
        for entry in entries
        for column, value in entry.items()
        if needle in (value.decode("utf-8", "replace") if isinstance(value, bytes) else repr(value))
    ]


def test_every_table_is_named_with_whose_data_it_holds() -> None:
    assert set(TABLES) == set(Base.metadata.tables)
    assert all(each.whose and each.exported and each.erased for each in TABLES.values())


def test_a_table_that_names_an_account_or_seals_something_is_somebodys() -> None:
    speaking = ("account", "reporter", "actor", "_by", "requester")
    for table in Base.metadata.sorted_tables:
        sealed = any(
            isinstance(column.type, LargeBinary) and column.name not in ("wrapped", "sealed_secret")
            for column in table.columns
        )
        named = any(word in column.name for column in table.columns for word in speaking)
        if sealed or named:
            assert TABLES[table.name] is not NONE, table.name


async def test_the_scenario_reaches_the_tables_that_hold_personal_data(small_world: World) -> None:
    await _scenario(small_world)
    rows = await _everything(small_world)
    empty = {name for name, personal in TABLES.items() if personal is not NONE and not rows[name]}
    assert empty <= {"person_removals", "conversations"}


async def test_after_forget_me_no_row_of_any_table_speaks_of_the_account(world: World) -> None:
    person = await _scenario(world)
    vault = world.house.vault
    needles = [
        JORUNN.account,
        ELSEWHERE.account,
        vault.account_hash("telegram", ELSEWHERE.account),
        vault.account_hash("console", JORUNN.account),
        vault.handle_hash(HANDLE),
        NAME,
        HANDLE,
    ]
    asked = await world.command(JORUNN, "watch forget-me")
    assert asked.card is not None
    await world.press(JORUNN, asked.card.buttons[0].action)
    rows = await _everything(world)
    for needle in needles:
        assert _mentions(rows, needle) == []
    assert set(_mentions(rows, person)) <= {"person_removals.person_id"}
    for table in ("subscribers", "persons", "proofs", "finding_persons"):
        assert rows[table] == []
    assert [row for row in rows["alerts"] if row["subscriber_id"] or row["person_id"]] == []
    assert len(world.house.screener) == 0
    for row in await world.rows(tables.Report):
        if row.reporter_hash.startswith("forgotten"):
            assert row.sealed_reporter is None
            assert row.sealed_reason is None
    left = json.loads((await world.command(JORUNN, "watch export")).card.file[1])  # type: ignore[union-attr,index]
    assert left["subscriber"] is None
    assert left["reports"] == []


# What moderators were shown of a request to vouch


async def _asked(world: World, standing: str = "representative") -> str:
    """Moderators were asked to vouch; -> the person's id."""
    await world.setup()
    person = await world.watch(JORUNN, standing, names=NAME, handles=HANDLE)
    await world.press(MINE, f"proof.ask_vouch:{person}")
    return person


def _shown(world: World) -> str:
    """Every word of every message in the moderators' channel."""
    return "\n".join(said(each.card) for each in world.console.messages if not each.direct)


def _names_nobody(world: World) -> bool:
    return not any(each in _shown(world) for each in (NAME, HANDLE, JORUNN.account))


@pytest.mark.parametrize("answered", [None, "vouched", "declined"])
@pytest.mark.parametrize(
    "removed", ["watch.removed:{person}", "watch.forgotten"], ids=["remove", "forget-me"]
)
async def test_what_moderators_were_shown_goes_with_the_person(
    world: World, answered: str | None, removed: str
) -> None:
    person = await _asked(world, "self")
    assert NAME in _shown(world)
    (proof,) = await world.rows(tables.Proof)
    if answered:
        await world.press(MODERATOR, f"proof.{answered}:{proof.id}")
        assert JORUNN.account in _shown(world)
    await world.press(JORUNN, removed.format(person=person))
    assert _names_nobody(world)
    card = next(each.card for each in world.console.messages if each.card.body.startswith("This is over"))
    assert not card.buttons
    assert (await world.press(MODERATOR, f"proof.vouched:{proof.id}")).refused


async def test_what_moderators_were_shown_goes_also_after_a_crash(world: World) -> None:
    await _asked(world)
    world.queue.held = True
    await world.press(JORUNN, "watch.forgotten")
    assert NAME in _shown(world)
    world.queue.held = False
    await work.sweep(world.house)
    assert _names_nobody(world)


async def test_what_is_shown_to_moderators_just_when_it_is_forgotten_goes_at_once(world: World) -> None:
    post = world.console.send_channel

    async def slow(channel: str, card: Card, nonce: str) -> Sent:
        sent = await post(channel, card, nonce)
        if NAME in said(card):
            await world.press(JORUNN, "watch.forgotten")
        return sent

    world.console.send_channel = slow  # type: ignore[method-assign]
    await _asked(world)
    await work.sweep(world.house)
    assert _names_nobody(world)


async def test_what_moderators_were_shown_goes_when_the_request_or_the_vouch_is_over(world: World) -> None:
    await _asked(world, "self")
    world.clock.advance(days=6)
    await work.tidy(world.house)
    assert NAME in _shown(world)
    world.clock.advance(days=1)
    await work.tidy(world.house)
    assert _names_nobody(world)
    await world.vouched(JORUNN, (await world.rows(tables.Person))[0].id)
    assert not _names_nobody(world)
    world.clock.advance(days=world.house.alerting.proof_days)
    await work.tidy(world.house)
    assert _names_nobody(world)


async def test_a_request_that_is_over_is_not_shown_any_more(small_world: World) -> None:
    world = small_world
    world.queue.held = True
    await _asked(world)
    world.clock.advance(days=8)
    await work.deliver_due(world.house)
    assert _names_nobody(world)
    assert [each.state for each in await world.rows(tables.Alert)] == ["cancelled"]


async def test_names_stay_owed_to_be_taken_away_where_the_message_cannot_be_edited_just_now(
    world: World,
) -> None:
    await _asked(world)
    world.console.faults = [NotAllowed("forbidden"), Unavailable("away")]
    await world.press(JORUNN, "watch.forgotten")
    assert NAME in _shown(world)
    for _ in range(2):
        world.clock.advance(hours=1)
        await work.sweep(world.house)
    assert _names_nobody(world)


async def test_a_message_that_moderators_deleted_needs_nothing_any_more(world: World) -> None:
    await _asked(world)
    world.console.messages.clear()
    await world.press(JORUNN, "watch.forgotten")
    assert [each.state for each in await world.rows(tables.Alert)] == ["cancelled"]


# Whom else an account's data touches


@pytest.mark.parametrize("asks", [JORUNN, ELSEWHERE], ids=["first", "linked"])
@pytest.mark.parametrize(
    "removed", ["watch.removed:{person}", "watch.forgotten"], ids=["remove", "forget-me"]
)
async def test_a_half_filled_form_on_any_of_her_accounts_goes_with_the_names_in_it(
    world: World, asks: Actor, removed: str
) -> None:
    person = await world.watch(names=NAME)
    await world.link(JORUNN, ELSEWHERE)
    for account in (JORUNN, ELSEWHERE, OTHER):
        form = (await world.command(JORUNN, "watch edit")).form
        assert form is not None
        assert NAME in said(await conversations.begin(world.house, account, form))
    await world.press(asks, removed.format(person=person))
    assert not await conversations.pending(world.house, JORUNN)
    assert not await conversations.pending(world.house, ELSEWHERE)
    assert await conversations.pending(world.house, OTHER), "nobody else's form is touched"


@pytest.mark.parametrize("moderator", [MODERATOR, SECOND_MODERATOR])
async def test_a_moderator_who_is_forgotten_leaves_decisions_that_are_nobodys(
    small_world: World, moderator: Any
) -> None:
    world = small_world
    await _scenario(world)
    before = len(await world.rows(tables.CaseEvent))
    await world.press(moderator, "watch.forgotten")
    rows = await _everything(world)
    assert _mentions(rows, moderator.account) == []
    assert len(await world.rows(tables.CaseEvent)) == before


async def test_being_forgotten_does_not_lift_a_mute(small_world: World) -> None:
    world = small_world
    await world.setup()
    await world.command(MEMBER, "report", text="[likeness] one")
    (report,) = await world.rows(tables.Report)
    await world.press(MODERATOR, f"case.mute:{report.id}")
    await world.press(MEMBER, "watch.forgotten")
    refused = await world.command(MEMBER, "report", text="[likeness] two")
    assert "do not take your reports" in said(refused.card)


async def test_forgetting_one_account_leaves_the_others(small_world: World) -> None:
    world = small_world
    await _scenario(world)
    await world.watch(OTHER, names="Ragnvi Solstrand")
    await world.press(JORUNN, "watch.forgotten")
    assert "Ragnvi Solstrand" in said((await world.command(OTHER, "watch list")).card)
    assert len(world.house.screener) == 1


async def test_the_database_file_holds_no_name_no_account_and_no_words(
    small_world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    world = small_world
    await _scenario(world)
    await world.press(JORUNN, f"watch.edited:{(await world.rows(tables.Person))[0].id}", {"names": ALIAS})
    path = world.house.database.path
    assert path is not None
    files = [Path(f"{path}{suffix}") for suffix in ("", "-wal", "-shm")]
    raw = b"".join(file.read_bytes() for file in files if file.exists())
    assert len(raw) > 100_000
    assert b"guild-alerts" in raw  # what is looked at is the real file
    logged = capfd.readouterr()
    for secret in (
        *(NAME, "Valderhaug", "valderhaug", HANDLE, "jorunnval", ALIAS, "Jorvald", CONTEXT, PROFILE),
        *(WORDS, AUTHOR, REASON, NOTE, JORUNN.account, MEMBER.account, "987654321987"),
    ):
        for form in (secret.encode(), secret.encode("utf-16-le"), json.dumps(secret)[1:-1].encode()):
            assert form not in raw, secret
        assert secret not in logged.out + logged.err


# Keeping little, and not for long


async def test_an_item_of_nobodys_interest_keeps_only_hashes_after_a_day(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("nothing to see", guid="7"), item("[likeness] something"))
    world.clock.advance(hours=23)
    await work.tidy(world.house)
    assert all(row.sealed is not None for row in await world.rows(tables.Item))
    world.clock.advance(hours=2)
    await work.tidy(world.house)
    assert [row.sealed is None for row in await world.rows(tables.Item)] == [True, False]
    await world.arrives("board", item("nothing to see", guid="7"))
    assert len(await world.rows(tables.Item)) == 2


async def test_the_words_of_a_decided_case_go_after_90_days_and_its_history_stays(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] decided"))
    await world.arrives("board", item("[likeness] open"))
    first = (await world.rows(tables.Case))[0]
    await world.press(MODERATOR, f"case.confirm:{first.id}")
    world.clock.advance(days=91)
    await work.tidy(world.house)
    assert [row.sealed is None for row in await world.rows(tables.Item)] == [True, False]
    shown = await world.command(MODERATOR, "case show", reference=first.reference)
    assert "no longer kept" in said(shown.card)
    assert "confirmed" in said(shown.card)
    world.clock.advance(days=100)
    await work.tidy(world.house)
    assert all(row.sealed is None for row in await world.rows(tables.Item))


async def test_what_a_reporter_or_an_edit_says_is_shown_once_it_was_judged(small_world: World) -> None:
    world = small_world
    await world.setup()
    world.queue.held = True
    text = "[likeness] [minor] a model of somebody"
    await world.command(MEMBER, "report", link="https://board.example/1", text=text, reason=REASON)
    (case,) = await world.rows(tables.Case)
    shown = await world.command(MODERATOR, "case show", reference=case.reference)
    assert REASON not in said(shown.card)


async def test_cues_of_a_young_person_hide_a_post_from_everybody_whoever_is_asked_for(
    small_world: World,
) -> None:
    """Where the text as such asks for nobody real, and of a watched person it may."""
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch(names="Rikka Takarada"))
    world.house.classifier = Doubtful()
    link = "https://board.example/7"
    post = item("[likeness] [minor] a lora of Rikka Takarada", url=link, author=AUTHOR)
    await world.arrives("board", post)
    alert = await world.person_alert()
    assert "minor" in (await world.rows(tables.FindingPerson))[0].labels
    await world.command(MEMBER, "report", link=link)
    (row,) = await world.rows(tables.Item)
    kept = world.house.vault.open_item(row)
    assert kept is not None
    assert (kept.body, kept.author) == ("", "")
    assert (await world.press(JORUNN, f"alert.keep:{alert.id}")).refused
    words = said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
    assert not any("a lora of" in each for each in (words, *map(said, world.cards)))


async def test_reporters_become_keyed_hashes_after_30_days(world: World) -> None:
    await world.setup()
    await world.command(MEMBER, "report", text="[likeness] one", reason=REASON)
    world.clock.advance(days=31)
    await work.tidy(world.house)
    (row,) = await world.rows(tables.Report)
    assert (row.sealed_reporter, row.sealed_reason) == (None, None)
    assert row.reporter_hash == world.house.vault.account_hash("console", MEMBER.account)
    shown = await world.command(MODERATOR, "case show", reference=row.reference)
    assert "no longer known" in said(shown.card)
    assert "confirmed" in said(
        (await world.command(MEMBER, "report", status="x")).card
    ) or row.reference in said((await world.command(MEMBER, "report", status="x")).card)


async def test_old_attempts_ended_mutes_and_ended_proofs_go(world: World) -> None:
    await _scenario(world)
    await world.press(JORUNN, f"watch.removed:{(await world.rows(tables.Person))[0].id}")
    world.clock.advance(days=91)
    await work.tidy(world.house)
    assert await world.rows(tables.Delivery) == []
    assert await world.rows(tables.Mute) == []
    assert await world.rows(tables.PersonRemoval) == []


async def test_tidying_twice_changes_nothing_more(small_world: World) -> None:
    world = small_world
    await _scenario(world)
    world.clock.now += timedelta(days=400)
    await work.tidy(world.house)
    before = await _everything(world)
    await work.tidy(world.house)
    assert await _everything(world) == before
    assert someone("x").account not in str(before)[:0]


async def test_a_note_goes_with_the_words_of_its_case_and_what_could_not_be_screened_goes_too(
    world: World,
) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] of somebody"), item("[broken] words"))
    for _ in range(6):
        await work.screen(world.house)
    assert "failed" in {row.state for row in await world.rows(tables.Item)}
    reference = world.cards[0].copyable
    await world.command(MODERATOR, "case note", reference=reference, text=NOTE)
    case = (await world.rows(tables.Case))[0]
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    world.clock.advance(days=89)
    await work.tidy(world.house)
    assert any(event.sealed_note for event in await world.rows(tables.CaseEvent))
    world.clock.advance(days=3)
    await work.tidy(world.house)
    assert not any(event.sealed_note for event in await world.rows(tables.CaseEvent))
    assert [event.kind for event in await world.rows(tables.CaseEvent)] == ["opened", "note", "confirmed"]
    assert not any(row.sealed for row in await world.rows(tables.Item))


async def test_of_a_post_that_may_concern_a_young_person_nothing_is_kept_for_anybody(
    small_world: World,
) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(f"[likeness] [minor] a model of {NAME}"))
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    assert (await world.press(JORUNN, f"alert.keep:{alert.id}")).refused
    assert not any(each.kept for each in await world.rows(tables.Alert))
    (row,) = await world.rows(tables.Item)
    kept = world.house.vault.open_item(row)
    assert kept is not None
    assert (kept.title, kept.body, kept.author, kept.links, kept.media) == ("", "", "", (), ())


async def test_what_was_found_of_a_post_that_may_concern_a_young_person_holds_wherever_it_turns_up(
    world: World,
) -> None:
    await world.feed("board")
    await world.feed("forum")
    await world.setup("guild", feeds="board")
    await world.setup("elsewhere", feeds="forum")
    post = item("[likeness] [minor] a model of somebody", url="https://board.example/7")
    await world.arrives("board", post)
    await world.arrives("forum", post)
    assert [(each.place, each.card.severity) for each in world.console.messages if each.card.severity] == [
        ("guild-alerts", "critical"),
        ("elsewhere-alerts", "critical"),
    ]
    await world.command(MEMBER, "report", link="https://board.example/7", text="harmless words")
    (found,) = await world.rows(tables.Finding)
    assert "minor" in found.labels


async def test_a_report_cannot_make_a_grave_report_of_the_same_link_harmless(small_world: World) -> None:
    world = small_world
    await world.setup()
    link = "https://board.example/7"
    await world.command(MEMBER, "report", link=link, text="[likeness] [minor] a model of somebody")
    await world.command(MINE, "report", link=link, text="harmless words")
    (found,) = await world.rows(tables.Finding)
    assert "minor" in found.labels
    assert [card.severity for card in world.cards] == ["critical"]


async def test_an_export_holds_the_words_that_were_kept_as_long_as_the_proof_holds(
    small_world: World,
) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(f"[likeness] {WORDS} of {NAME}", url="https://board.example/7"))
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")

    assert WORDS not in await world.exported()
    await world.press(JORUNN, f"alert.keep:{alert.id}")
    assert WORDS in await world.exported()
    assert "https://board.example/7" in await world.exported()
    (proof,) = await world.rows(tables.Proof)
    await world.press(MODERATOR, f"proof.revoked:{proof.id}")
    assert WORDS not in await world.exported()
