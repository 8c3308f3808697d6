"""What a person may see of the posts that they were alerted of is theirs, and tells nobody that they watch."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from feeds.identity import keys
from handlers import work
from storage import schema as tables
from tests.handlers.harness import JORUNN, MEMBER, MODERATOR, OTHER, World, item, said

NAME = "Jorunn Valderhaug"
WORDS = "would somebody please make a crude model"


async def test_what_a_person_keeps_stays(world: World) -> None:
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(f"[likeness] {NAME}"))
    alert = await world.person_alert()
    reply = await world.press(JORUNN, f"alert.keep:{alert.id}")
    assert "I keep" in said(reply.card)
    (case,) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    world.clock.advance(days=120)
    await work.tidy(world.house)
    words = await world.press(JORUNN, f"alert.words:{alert.id}")
    assert NAME in said(words.card)
    shown = await world.command(MODERATOR, "case show", reference=case.reference)
    assert NAME not in said(shown.card), "what moderators see of it says nothing of who keeps it"


async def test_how_long_a_post_is_kept_says_nothing_of_who_watches(small_world: World) -> None:
    """Whoever posts a name and reports it a day later sees the same, whether it is watched or not."""
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.watch()
    names = (NAME, "Nobody Inparticular")
    links = [f"https://board.example/{number}" for number in range(2)]
    posts = [
        item(f"nice weather, {name}", url=link, author="poster")
        for name, link in zip(names, links, strict=True)
    ]
    await world.arrives("board", *posts)
    world.clock.advance(hours=26)
    await work.tidy(world.house)
    faces = []
    for link, reporter in zip(links, (MEMBER, OTHER), strict=True):
        reply = await world.command(replace(MEMBER, account=reporter.account), "report", link=link)
        assert reply.card is not None
        shown = await world.command(MODERATOR, "case show", reference=reply.card.copyable)
        face = said(shown.card).replace(reply.card.copyable, "#").replace(reporter.account, "?")
        faces.append(face.replace(link[-2:], "/n"))
    assert faces[0] == faces[1]


async def test_what_a_person_was_alerted_of_stays_as_it_is_when_the_post_is_edited(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch())
    post = item(f"[likeness] {WORDS} of {NAME}", url="https://board.example/7", native_id="7")
    await world.arrives("board", post)
    alert = await world.person_alert()
    await world.arrives("board", replace(post, body="[likeness] [minor] something else"))
    assert WORDS in said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
    await world.press(JORUNN, f"alert.keep:{alert.id}")
    for action in ("details", "help", "words", "keep", "not_me"):
        assert not (await world.press(JORUNN, f"alert.{action}:{alert.id}")).refused, action
    exported = await world.exported()
    assert WORDS in exported
    assert "something else" not in exported


async def test_what_is_deleted_where_it_was_posted_goes_from_a_persons_copy_too(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch())
    post = item(f"[likeness] {WORDS} of {NAME}", url="https://board.example/7", native_id="7")
    await world.arrives("board", post)
    alert = await world.person_alert()
    await world.press(JORUNN, f"alert.keep:{alert.id}")
    await world.arrives("board", deleted=(keys([post])[0].primary,))
    assert "removed at the source" in said((await world.press(JORUNN, f"alert.details:{alert.id}")).card)
    assert WORDS not in said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
    assert WORDS not in await world.exported()
    for action in ("help", "not_me"):
        assert not (await world.press(JORUNN, f"alert.{action}:{alert.id}")).refused, action


async def test_an_alert_whose_time_is_over_says_so_and_still_offers_help(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.arrives("board", item(f"[likeness] {WORDS} of {NAME}"))
    alert = await world.person_alert()
    (case,) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    world.clock.advance(days=91)
    await work.tidy(world.house)
    unproved = said((await world.press(JORUNN, f"alert.details:{alert.id}")).card)
    assert "show that this is you" in unproved, "nothing tells a stranger that the post is gone"
    assert not (await world.press(JORUNN, f"alert.help:{alert.id}")).refused
    await world.vouched(JORUNN, person)
    assert "no longer kept" in said((await world.press(JORUNN, f"alert.details:{alert.id}")).card)
    assert not (await world.press(JORUNN, f"alert.help:{alert.id}")).refused


async def test_what_was_kept_before_copies_were_made_is_kept(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch())
    await world.arrives("board", item(f"[likeness] {WORDS} of {NAME}"))
    alert = await world.person_alert()
    await world.press(JORUNN, f"alert.keep:{alert.id}")
    async with world.house.database.write() as session:  # as an older version left it
        await session.execute(update(tables.Alert).values(sealed_copy=None))
    assert WORDS in said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
    world.clock.advance(days=120)
    await work.tidy(world.house)
    assert WORDS in said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
