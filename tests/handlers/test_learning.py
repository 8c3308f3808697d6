"""What moderators decided becomes labelled lines that name and reach nobody."""

from __future__ import annotations

import pytest

from handlers import learning
from storage import schema as tables
from tests.handlers.harness import MODERATOR, World, item


async def _decided(world: World, *posts: str, dismissed: str = "") -> list[dict[str, object]]:
    """The exported lines after these posts were confirmed, or dismissed for that reason."""
    await world.feed("board")
    await world.setup()
    await world.watch()
    for post in posts:
        await world.arrives("board", item(post))
    for case in [row.id for row in await world.rows(tables.Case)]:
        if dismissed:
            await world.choose(MODERATOR, f"case.dismissed:{case}", dismissed)
        else:
            await world.press(MODERATOR, f"case.confirm:{case}")
    return [record async for record in learning.decisions(world.house)]


async def test_a_confirmed_post_is_a_line_with_its_labels_and_without_the_watched_name(
    small_world: World,
) -> None:
    (record,) = await _decided(small_world, "[likeness] [sexual] a model of Jorunn Valderhaug, please")
    assert record["labels"] == ["likeness", "sexual"]
    assert record["body"] == "[likeness] [sexual] a model of Alex Doe, please"


async def test_a_post_dismissed_as_no_request_asks_for_nobody(small_world: World) -> None:
    (record,) = await _decided(small_world, "[likeness] [veiled] Jorunn Valderhaug", dismissed="no_request")
    assert record["labels"] == ["veiled"]


async def test_a_decision_that_says_nothing_about_the_text_is_no_line(small_world: World) -> None:
    assert await _decided(small_world, "[likeness] Jorunn Valderhaug", dismissed="handled") == []


async def test_what_may_concern_a_young_person_is_never_exported(small_world: World) -> None:
    assert await _decided(small_world, "[likeness] [minor] Jorunn Valderhaug") == []


async def test_a_case_that_nobody_decided_is_no_line(small_world: World) -> None:
    await small_world.feed("board")
    await small_world.setup()
    await small_world.arrives("board", item("[likeness] a model of somebody"))
    assert [record async for record in learning.decisions(small_world.house)] == []


CONTACTS = (
    "jane.roe@mail.example",
    "jane+art@mail.example.org",
    "@jane@social.example",
    "instagram.com/janeroe",
    "t.me/jane_roe",
    "discord.gg/abc",
    "janeroe.tumblr.com",
    "www.janeroe.example",
    "https://boards.example/u/janeroe?x=1",
    "HTTPS://BOARDS.EXAMPLE/JANEROE",
    "tg://resolve?domain=janeroe",
    "@jane_roe",
    "@jane-roe",
    "\uff20janeroe",
    "u/janeroe",
    "jane#1234",
    "+1 555-123-4567",
    "(555) 123-4567",
    "555.123.4567",
    "+44 20 7946 0958",
    "5551234567",
)
STAND_INS = {"someone@example.org", "https://example.org/post", "@someone", "00000", "+00000"}


async def test_no_way_to_reach_a_person_is_left_in_a_line(small_world: World) -> None:
    lines = "\n".join(f"30 photos: {contact} for 20.50 USD" for contact in CONTACTS)
    (record,) = await _decided(small_world, f"[likeness]\n{lines}")
    found = str(record["body"]).splitlines()[1:]
    assert len(found) == len(CONTACTS)
    for contact, line in zip(CONTACTS, found, strict=True):
        assert line.removeprefix("30 photos: ").removesuffix(" for 20.50 USD") in STAND_INS, contact


@pytest.mark.parametrize(
    "text",
    [
        "sd1.5 and/or SDXL, 512x768, v2.0/v3.0, 1,500 Buzz, 24/7",
        "thanks.Please send the model.safetensors, e.g. at 10:30",
    ],
)
def test_what_reaches_nobody_stays(text: str) -> None:
    assert learning.anonymous(text, []) == text
