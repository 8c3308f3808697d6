"""A person's own watchlist: what it takes, what it refuses, how fast other processes know, what an alert shows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from handlers import front, work
from handlers.actors import Place
from handlers.settings import Limits
from storage import schema as tables
from tests.handlers.harness import JORUNN, MEMBER, OTHER, World, item, said, someone

NAME = "Jorunn Valderhaug"
POST = f"[likeness] [sexual] a model of {NAME}, crude wording here"


async def test_a_new_watch_works_at_once_and_sealed(world: World) -> None:
    await world.feed("board")
    await world.watch()
    (row,) = await world.rows(tables.Person)
    assert b"Jorunn" not in row.sealed
    await world.arrives("board", item(POST))
    assert len(world.direct(JORUNN)) == 1


@pytest.mark.parametrize(("context", "told"), [("", True), ("Norwich", False)])
async def test_whoever_has_a_well_known_name_is_told_what_it_means(
    small_world: World, context: str, told: bool
) -> None:
    terms = {"names": "Jane Eyre", "handles": "@janeeyre_wine", "context": context}
    reply = await small_world.press(JORUNN, "watch.added:self", terms)
    assert ("leave such posts to the moderators" in said(reply.card)) is told


async def test_the_form_asks_for_all_that_a_person_has(small_world: World) -> None:
    reply = await small_world.command(JORUNN, "watch add", standing="guardian")
    assert reply.form is not None
    assert reply.form.action == "watch.added:guardian"
    assert [field.key for field in reply.form.fields] == ["names", "aliases", "handles", "urls", "context"]
    assert await small_world.rows(tables.Subscriber) == []


async def test_an_unknown_standing_is_refused(small_world: World) -> None:
    reply = await small_world.command(JORUNN, "watch add", standing="friend")
    assert "representative" in said(reply.card)
    assert reply.form is None


async def test_what_is_listed_is_what_was_given_and_only_to_its_owner(world: World) -> None:
    await world.watch()
    mine = await world.command(JORUNN, "watch list")
    assert NAME in said(mine.card)
    for actor in (OTHER, MEMBER, someone("100000000000000005", "guild", administrator=True)):
        other = await world.command(actor, "watch list")
        assert NAME not in said(other.card)


async def test_editing_changes_what_is_found(world: World) -> None:
    await world.feed("board")
    person = await world.watch()
    form = (await world.command(JORUNN, "watch edit")).form
    assert form is not None
    assert form.fields[0].value == NAME
    await world.press(JORUNN, form.action, {"names": "Ragnvi Solstrand"})
    await world.arrives("board", item(f"[likeness] {NAME}"), item("[likeness] Ragnvi Solstrand"))
    assert len(world.direct(JORUNN)) == 1
    assert [row.id for row in await world.rows(tables.Person)] == [person]


async def test_removing_asks_once_and_destroys_the_key(world: World) -> None:
    await world.feed("board")
    person = await world.watch()
    asked = await world.command(JORUNN, "watch remove")
    assert asked.card is not None
    assert len(await world.rows(tables.Person)) == 1
    await world.press(JORUNN, asked.card.buttons[0].action)
    assert await world.rows(tables.Person) == []
    assert [row.person_id for row in await world.rows(tables.PersonRemoval)] == [person]
    await world.arrives("board", item(POST))
    assert world.direct(JORUNN) == []


@pytest.mark.parametrize(
    "action", ["watch.edited", "watch.removed", "proof.bio", "proof.vouch", "proof.ask_vouch"]
)
async def test_nobody_touches_somebody_elses_person(small_world: World, action: str) -> None:
    world = small_world
    await world.setup()
    person = await world.watch(JORUNN)
    await world.watch(OTHER, names="Ragnvi Solstrand", urls="https://profiles.example/ragnvi")
    before = [(row.id, bytes(row.sealed)) for row in await world.rows(tables.Person)]
    actor = replace(OTHER, place=Place("guild", "general"))
    reply = await world.press(actor, f"{action}:{person}", {"names": "Someone Else"})
    assert NAME not in said(reply.card)
    assert [(row.id, bytes(row.sealed)) for row in await world.rows(tables.Person)] == before
    assert await world.rows(tables.Proof) == []


@pytest.mark.parametrize(
    "action",
    [
        "alert.details",
        "alert.one",
        "alert.words",
        "alert.ask_words",
        "alert.keep",
        "alert.not_me",
        "alert.help",
        "alert.snooze",
        "alert.contact",
    ],
)
async def test_somebody_elses_note_reads_like_one_that_does_not_exist(
    small_world: World, action: str
) -> None:
    world = small_world
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item(POST))
    (alert,) = await world.rows(tables.Alert)
    theirs = await world.press(OTHER, f"{action}:{alert.id}")
    nobodys = await world.press(OTHER, f"{action}:{alert.id + 99}")
    assert theirs.card == nobodys.card
    assert (await world.rows(tables.Alert))[0].response is None


async def test_somebody_elses_note_cannot_be_snoozed_or_stopped(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.watch()
    await world.watch(OTHER, names="Ragnvi Solstrand")
    await world.arrives("board", item(POST))
    (alert,) = await world.rows(tables.Alert)
    await world.choose(OTHER, f"alert.snoozed:{alert.id}", "week")
    await world.press(OTHER, f"alert.stop:{alert.id}")
    (after,) = await world.rows(tables.Alert)
    assert (after.state, after.response) == ("sent", None)
    stopped = [row.stopped_at is not None for row in await world.rows(tables.Subscriber)]
    assert stopped == [False, True]


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"names": "Jo"}, "too short"),
        ({"names": "Maria"}, "Very many people"),
        ({"names": "Summer"}, "ordinary word"),
        ({"names": "Paris"}, "is a place"),
        ({"names": "---"}, "no letter"),
        ({"handles": "ab"}, "the site"),
        ({"handles": "@?!"}, "not a handle"),
        ({"names": ""}, "nothing to look for"),
        ({"context": "harbour"}, "nothing to look for"),
        ({"names": "x" * 300}, "Names: an entry has at most 200 characters"),
        ({"names": "\n".join(f"Jorunn Valderhaug{n}" for n in range(20))}, "Names: at most 16 entries"),
        ({"names": "\n".join(f"Jorunn Valderhaug{n}" for n in range(60))}, "at most"),
    ],
)
async def test_refused_terms_store_nothing_and_say_why(
    small_world: World, terms: dict[str, str], why: str
) -> None:
    reply = await small_world.press(JORUNN, "watch.added:self", terms)
    assert reply.card is not None
    assert reply.card.title != "Watching"
    assert why in reply.card.body
    assert await small_world.rows(tables.Person) == []
    assert await small_world.rows(tables.Subscriber) == []


async def test_the_reason_is_told_in_the_persons_own_language(small_world: World) -> None:
    german = replace(JORUNN, language="de")
    for terms, why in (
        ({"names": "Maria"}, "Sehr viele Menschen heißen „Maria“."),
        ({"names": "x" * 300}, "Namen: Ein Eintrag hat höchstens 200 Zeichen."),
    ):
        reply = await small_world.press(german, "watch.added:self", terms)
        assert reply.card is not None
        assert reply.card.body.startswith(why)


async def test_a_refusal_is_in_the_language_that_the_person_chose(small_world: World) -> None:
    person = await small_world.watch()
    await small_world.choose(JORUNN, "preferences.language", "tr")
    reply = await small_world.press(JORUNN, f"watch.edited:{person}", {"names": "---"})
    assert reply.card is not None
    assert reply.card.body == "“---” içinde harf ya da rakam yok. Hiçbir şey kaydedilmedi."


async def test_a_refused_edit_leaves_the_person_as_they_were(small_world: World) -> None:
    person = await small_world.watch()
    await small_world.press(JORUNN, f"watch.edited:{person}", {"names": "Jo"})
    listed = await small_world.command(JORUNN, "watch list")
    assert NAME in said(listed.card)


async def test_a_watchlist_holds_so_many_persons_and_no_more(world: World) -> None:
    for number in range(world.house.limits.persons):
        await world.watch(names=f"Jorunn Valderhaug{'abc'[number]}")
    refused = await world.press(JORUNN, "watch.added:self", {"names": "Ragnvi Solstrand"})
    assert "3 persons" in said(refused.card)
    assert len(await world.rows(tables.Person)) == 3
    asked = await world.command(JORUNN, "watch add")
    assert asked.form is None


async def test_several_persons_are_told_apart_by_number_or_name(small_world: World) -> None:
    world = small_world
    await world.watch(names="Jorunn Valderhaug")
    world.clock.advance(minutes=1)
    await world.watch(names="Ragnvi Solstrand")
    unclear = await world.command(JORUNN, "watch pause")
    assert "say which one" in said(unclear.card)
    await world.command(JORUNN, "watch pause", person="2")
    await world.command(JORUNN, "watch pause", person="jorunn valderhaug")
    assert [row.state for row in await world.rows(tables.Person)] == ["paused", "paused"]
    suggested = await front.complete(world.house, JORUNN, "watch pause", "person", "rag")
    assert [option.label for option in suggested] == ["Ragnvi Solstrand"]
    assert await front.complete(world.house, OTHER, "watch pause", "person", "") == []


async def test_the_first_message_names_nobody_and_nothing(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item(POST, title="Bounty", url="https://board.example/7", reward="50 USD"))
    (card,) = world.direct(JORUNN)
    words = said(card).casefold()
    for hidden in (
        "jorunn",
        "valderhaug",
        "sexual",
        "board",
        "bounty",
        "50 usd",
        "likeness",
        "image",
        "2026",
    ):
        assert hidden not in words
    labels = [button.label for button in card.buttons]
    assert labels == ["Show details", "Not me", "What can I do", "Snooze", "Stop"]


async def test_unproved_details_show_nothing_of_the_post(world: World) -> None:
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item(POST, title="Bounty", url="https://board.example/7"))
    (alert,) = await world.rows(tables.Alert)
    for action in ("alert.details", "alert.one", "alert.words", "alert.keep"):
        reply = await world.press(JORUNN, f"{action}:{alert.id}")
        text = said(reply.card).casefold()
        assert "please show that this is you" in text
        for hidden in ("valderhaug", "crude", "board.", "board[", "bounty", "2026", "rss", "news feed"):
            assert hidden not in text
    assert not (await world.rows(tables.Alert))[0].kept


async def test_a_proved_persons_details_quote_nothing_until_asked_for_twice(world: World) -> None:
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(POST, url="https://board.example/7"))
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    details = await world.press(JORUNN, f"alert.details:{alert.id}")
    text = said(details.card)
    assert NAME in text
    assert "board[.]example" in text
    assert "https://board" not in text
    assert "crude wording" not in text
    assert details.card is not None
    ask = next(button for button in details.card.buttons if "words" in button.action)
    asked = await world.press(JORUNN, ask.action)
    assert asked.card is not None
    assert "crude wording" not in said(asked.card)
    shown = await world.press(JORUNN, asked.card.buttons[0].action)
    assert "crude wording" in said(shown.card)


async def test_somebody_under_18_may_be_concerned_nothing_of_the_post_is_shown_to_the_person_either(
    world: World,
) -> None:
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives(
        "board", item(f"[likeness] [minor] {NAME} hidden wording", url="https://board.example/7")
    )
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    for action in ("alert.details", "alert.words"):
        reply = await world.press(JORUNN, f"{action}:{alert.id}")
        assert "hidden wording" not in said(reply.card)
        assert "board" not in said(reply.card)
    routes = await world.press(JORUNN, f"alert.help:{alert.id}")
    assert "NCMEC" in said(routes.card)


async def test_not_me_is_remembered_for_this_person_alone(world: World) -> None:
    await world.feed("board")
    await world.watch(JORUNN)
    await world.watch(OTHER)
    await world.arrives("board", item(f"[likeness] {NAME} of the rowing club, first"))
    mine = min(await world.rows(tables.Alert), key=lambda alert: alert.subscriber_id or 0)
    await world.press(JORUNN, f"alert.not_me:{mine.id}")
    await world.arrives("board", item(f"[likeness] {NAME} of the rowing club, second"))
    assert len(world.direct(JORUNN)) == 1
    assert len(world.direct(OTHER)) == 2


async def test_the_help_routes_say_their_source_and_date_and_tell_nothing_of_the_item(
    small_world: World,
) -> None:
    world = small_world
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item(POST))
    (alert,) = await world.rows(tables.Alert)
    reply = await world.press(JORUNN, f"alert.help:{alert.id}")
    assert reply.card is not None
    assert reply.card.lines
    for line in reply.card.lines:
        assert "as of 20" in line.value
    assert "not legal advice" in reply.card.footer


@pytest.mark.parametrize(
    ("quiet", "zone", "digest", "wrong"),
    [
        ("25:00-07:00", "Europe/Berlin", "09:00", "hours"),
        ("whenever", "Europe/Berlin", "09:00", "hours"),
        ("22:00-07:00", "Europe/Berln", "09:00", "Europe/Berlin"),
        ("22:00-07:00", "Europe/Berlin", "nine", "hours"),
        ("22:00-07:99", "Europe/Berlin", "09:00", "hours"),
    ],
)
async def test_times_that_are_none_are_refused_and_change_nothing(
    small_world: World, quiet: str, zone: str, digest: str, wrong: str
) -> None:
    world = small_world
    await world.watch()
    values = {"quiet": quiet, "timezone": zone, "digest": digest}
    reply = await world.press(JORUNN, "preferences.times_set", values)
    assert wrong in said(reply.card)
    (row,) = await world.rows(tables.Subscriber)
    assert (row.quiet_from, row.timezone, row.digest_at) == (None, "UTC", 540)


@pytest.mark.parametrize("quiet", ["22:00-07:30", "22-7:30", "22:00 – 07:30", "2200-0730"])
async def test_quiet_hours_are_read_as_people_write_them(small_world: World, quiet: str) -> None:
    world = small_world
    values = {"quiet": quiet, "timezone": "europe/berlin", "digest": "8:15"}
    await world.press(JORUNN, "preferences.times_set", values)
    (row,) = await world.rows(tables.Subscriber)
    assert (row.quiet_from, row.quiet_to, row.timezone, row.digest_at) == (1320, 450, "Europe/Berlin", 495)


async def test_quiet_hours_hold_an_alert_until_they_end(world: World) -> None:
    await world.feed("board")
    await world.watch()
    values = {"quiet": "11:00-14:00", "timezone": "UTC", "digest": "09:00"}
    await world.press(JORUNN, "preferences.times_set", values)
    await world.arrives("board", item(POST))
    await work.sweep(world.house)
    assert world.direct(JORUNN) == []
    world.clock.advance(hours=2)
    await work.sweep(world.house)
    assert len(world.direct(JORUNN)) == 1


async def test_a_person_chooses_from_which_severity_on_they_are_told(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch())
    known = len(world.direct(JORUNN))
    await world.choose(JORUNN, "preferences.severity", "high")
    await world.arrives("board", item(f"[likeness] a model of {NAME}"))
    assert len(world.direct(JORUNN)) == known
    await world.arrives("board", item(POST))
    assert len(world.direct(JORUNN)) == known + 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("detail", "everything"),
        ("digest", "hourly"),
        ("severity", "none"),
        ("language", "xx"),
        ("detail", ""),
    ],
)
async def test_a_preference_that_there_is_not_is_refused(small_world: World, name: str, value: str) -> None:
    reply = await small_world.choose(JORUNN, f"preferences.{name}", value)
    assert "no such choice" in said(reply.card)


async def test_the_export_holds_all_that_is_kept_of_an_account(world: World) -> None:
    await world.feed("board")
    await world.setup()
    person = await world.watch(
        names=NAME, handles="@jorunnval", urls="https://profiles.example/jorunnval", context="Bergen"
    )
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(POST))
    await world.press(JORUNN, "preferences.contact_set", {"contact": "123456789"})
    await world.command(
        replace(JORUNN, place=Place("guild")), "report", text="[likeness] x", reason="my reason"
    )
    reply = await world.command(JORUNN, "watch export")
    assert reply.card is not None
    assert reply.card.file is not None
    document = json.loads(reply.card.file[1])
    (exported,) = document["subscriber"]["persons"]
    assert exported["names"] == [NAME]
    assert exported["handles"] == ["@jorunnval"]
    assert exported["context"] == ["Bergen"]
    assert [proof["state"] for proof in exported["proofs"]] == ["passed"]
    assert [alert["state"] for alert in exported["alerts"]] == ["sent"]
    assert document["subscriber"]["trusted_contact"] == "console:123456789"
    assert [report["reason"] for report in document["reports"]] == ["my reason"]


async def test_an_account_without_anything_can_export_and_forget(small_world: World) -> None:
    reply = await small_world.command(OTHER, "watch export")
    assert reply.card is not None
    assert reply.card.file is not None
    assert json.loads(reply.card.file[1])["subscriber"] is None
    forgotten = await small_world.press(OTHER, "watch.forgotten")
    assert "deleted" in said(forgotten.card)


async def test_what_was_snoozed_and_then_closed_does_not_come_back(world: World) -> None:
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item())
    (alert,) = await world.rows(tables.Alert)
    await world.choose(JORUNN, f"alert.snoozed:{alert.id}", "hour")
    await world.press(JORUNN, f"alert.not_me:{alert.id}")
    before = len(world.direct(JORUNN))
    world.clock.advance(hours=2)
    await work.sweep(world.house)
    assert len(world.direct(JORUNN)) == before


async def test_one_place_on_a_watchlist_cannot_be_used_to_try_many_names(small_world: World) -> None:
    world = small_world
    world.house.limits = Limits(watch_changes_per_hour=3)
    for _ in range(3):
        person = await world.watch()
        await world.press(JORUNN, f"watch.removed:{person}")
    refused = await world.press(JORUNN, "watch.added:self", {"names": "Ragnvi Solstrand"})
    assert "3 changes an hour" in said(refused.card)
    assert await world.rows(tables.Person) == []
    await world.watch(OTHER)
    world.clock.advance(hours=1, minutes=1)
    person = await world.watch()
    for _ in range(2):
        await world.press(JORUNN, f"watch.edited:{person}", {"names": "Ragnvi Solstrand"})
    refused = await world.press(JORUNN, f"watch.edited:{person}", {"names": "Jorunn Valderhaug"})
    assert "3 changes an hour" in said(refused.card)
