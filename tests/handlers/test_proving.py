"""Identity proofs: what they cover, who may give them, and when they end."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from feeds import Fetcher, FetchSettings
from handlers import communities
from handlers.actors import Place
from handlers.proving import profile_at
from handlers.settings import Alerting
from storage import schema as tables
from tests.handlers.harness import (
    JORUNN,
    MODERATOR,
    OTHER,
    SECOND_MODERATOR,
    STRANGER,
    World,
    item,
    said,
    someone,
)

NAME = "Jorunn Valderhaug"


class Profiles:
    """A site with profile pages; by name, `bios` are in their body, and `described` in their head."""

    def __init__(self) -> None:
        self.bios: dict[str, str] = {}
        self.described: dict[str, str] = {}
        self.moved: dict[str, str] = {}
        self.address = ""

    async def show(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name in self.moved:
            raise web.HTTPFound(self.moved[name])
        bio = self.bios.get(name)
        if bio is None:
            raise web.HTTPNotFound
        head = f'<meta property="og:description" content="{self.described.get(name, "")}">'
        return web.Response(
            text=f"<html><head>{head}</head><body><h1>Profile</h1><p>{bio}</p></body></html>",
            content_type="text/html",
        )


class Here(AbstractResolver):
    """Every host is this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0)
        ]

    async def close(self) -> None:
        pass


@pytest.fixture
async def profiles() -> AsyncIterator[Profiles]:
    """The site on loopback."""
    site = Profiles()
    app = web.Application()
    app.router.add_get("/{name}", site.show)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


async def _begun(
    world: World, profiles: Profiles, actor: object = JORUNN, **terms: str
) -> tuple[str, str, str]:
    """A person with a profile and a code to put into it; -> (person, action that checks, code)."""
    given = {"names": NAME, "urls": f"{profiles.address}/jorunnval"} | terms
    person = await world.watch(actor, **given)  # type: ignore[arg-type]
    reply = await world.press(actor, f"proof.bio:{person}")  # type: ignore[arg-type]
    assert reply.card is not None
    return person, reply.card.buttons[0].action, reply.card.copyable


async def _shows(world: World, text: str) -> bool:
    """Whether the details of an alert about this post are open."""
    await world.arrives("board", item(text))
    alert = max(
        (each for each in await world.rows(tables.Alert) if each.kind == "person"), key=lambda each: each.id
    )
    reply = await world.press(JORUNN, f"alert.details:{alert.id}")
    return "please show" not in said(reply.card)


async def test_the_code_in_the_profile_opens_details_about_what_the_page_shows(
    world: World, profiles: Profiles
) -> None:
    await world.feed("board")
    _, check, code = await _begun(world, profiles, handles="@jorunnval")
    profiles.bios["jorunnval"] = f"{NAME}, rower. {code}"
    reply = await world.press(JORUNN, check)
    assert "Proved" in said(reply.card)
    assert await _shows(world, f"[likeness] a model of {NAME}")
    assert await _shows(world, "[likeness] a model of @jorunnval")


async def test_a_name_that_the_page_does_not_show_is_not_covered(world: World, profiles: Profiles) -> None:
    await world.feed("board")
    _, check, code = await _begun(world, profiles, handles="@jorunnval")
    profiles.bios["jorunnval"] = f"nothing but {code}"
    await world.press(JORUNN, check)
    assert await _shows(world, "[likeness] a model of @jorunnval")
    assert not await _shows(world, f"[likeness] a model of {NAME}")


async def test_a_page_of_ones_own_proves_nothing(small_world: World, profiles: Profiles) -> None:
    """Anybody can write any name and any handle, and a code, on a page that they made."""
    world = small_world
    world.house.alerting = Alerting()
    person = await world.watch(names=NAME, handles="@jorunnval", urls=f"{profiles.address}/jorunnval")
    reply = await world.press(JORUNN, f"proof.bio:{person}")
    assert "on a site that I know" in said(reply.card)
    assert await world.rows(tables.Proof) == []


async def test_a_handle_that_a_profile_only_mentions_is_not_covered(
    small_world: World, profiles: Profiles
) -> None:
    world = small_world
    await world.feed("board")
    _, check, code = await _begun(
        world, profiles, names="", handles="@jorunnval\ninstagram:ragnvisol", urls=f"{profiles.address}/other"
    )
    profiles.bios["other"] = f"@jorunnval instagram.com/ragnvisol {code}"
    assert "Proved" in said((await world.press(JORUNN, check)).card)
    assert not await _shows(world, "[likeness] a model of @jorunnval")
    assert not await _shows(world, "[likeness] a model of instagram.com/ragnvisol")


@pytest.fixture
async def known_site(small_world: World, profiles: Profiles) -> AsyncIterator[str]:
    """instagram.com, played by the site; -> its address. Nothing else is allowed."""
    port = profiles.address.rpartition(":")[2]
    settings = FetchSettings(
        allow_private=("127.0.0.1", "instagram.com", "elsewhere.net"), gap=0, parser_processes=0
    )
    small_world.house.alerting = Alerting()
    async with Fetcher(settings, resolver=Here()) as fetch:
        small_world.house.fetch = fetch
        yield f"http://instagram.com:{port}"


async def test_on_a_known_site_only_what_the_owner_writes_counts(
    small_world: World, profiles: Profiles, known_site: str
) -> None:
    """A comment below somebody's profile is on the same page as the bio."""
    world = small_world
    await world.feed("board")
    url = f"{known_site}/jorunnval"
    _, check, code = await _begun(world, profiles, handles="@jorunnval\ntiktok:jorunnval", urls=url)
    profiles.bios["jorunnval"] = f"{NAME}. A comment by a stranger: {code}"
    assert "not on the profile page" in said((await world.press(JORUNN, check)).card)
    profiles.described["jorunnval"] = f"{NAME} on Instagram: {code}"
    passed = said((await world.press(JORUNN, check)).card)
    assert "@jorunnval" in passed
    assert "tiktok" not in passed
    assert await _shows(world, f"[likeness] a model of {NAME}")


async def test_a_profile_that_leads_to_another_page_is_not_proved_by_it(
    small_world: World, profiles: Profiles, known_site: str
) -> None:
    world = small_world
    _, check, code = await _begun(world, profiles, urls=f"{known_site}/jorunnval")
    profiles.moved["jorunnval"] = f"{known_site}/stalker"
    profiles.bios["stalker"], profiles.described["stalker"] = "", f"{NAME} {code}"
    assert "not on the profile page" in said((await world.press(JORUNN, check)).card)


@pytest.mark.parametrize(
    ("url", "claim"),
    [
        ("https://www.instagram.com/Jane/", "instagram:jane"),
        ("https://x.com/jane", "x:jane"),
        ("https://twitter.com/jane?lang=de", "x:jane"),
        ("https://www.tiktok.com/@jane", "tiktok:jane"),
        ("https://jane.tumblr.com/", "tumblr:jane"),
        ("https://x.com/jane/status/17", None),  # a site shows post 17, whoever wrote it
        ("https://www.tiktok.com/@jane/video/17", None),
        ("https://evil.net/?u=https://x.com/jane", None),
        ("https://evil.net#@x.com/jane", None),
        ("https://evil.net?@x.com/jane", None),
        ("https://www.facebook.com/profile.php?id=17", None),
        ("https://instagram.com.evil.net/jane", None),
        ("https://example.org/jane", None),
    ],
)
async def test_a_profile_is_known_by_host_and_path_alone(
    small_world: World, url: str, claim: str | None
) -> None:
    found = profile_at(small_world.house, url)
    assert (found.claim if found is not None else None) == claim


async def test_a_proof_can_be_renewed_before_it_ends(world: World, profiles: Profiles) -> None:
    person, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = code
    await world.press(JORUNN, check)
    reply = await world.press(JORUNN, f"proof.bio:{person}")
    assert reply.card is not None
    profiles.bios["jorunnval"] = reply.card.copyable
    assert "Proved" in said((await world.press(JORUNN, reply.card.buttons[0].action)).card)
    assert world.direct(JORUNN) == []
    assert sorted(proof.state for proof in await world.rows(tables.Proof)) == ["passed", "revoked"]


async def test_a_profile_taken_off_the_list_proves_nothing_and_is_free(
    world: World, profiles: Profiles
) -> None:
    await world.feed("board")
    person, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = f"{NAME} {code}"
    await world.press(JORUNN, check)
    await world.press(JORUNN, f"watch.edited:{person}", {"names": NAME})
    assert not await _shows(world, f"[likeness] a model of {NAME}")
    _, second, other_code = await _begun(world, profiles, OTHER)
    profiles.bios["jorunnval"] = other_code
    assert "Proved" in said((await world.press(OTHER, second)).card)


async def test_a_name_added_after_the_proof_is_not_covered(world: World, profiles: Profiles) -> None:
    await world.feed("board")
    person, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = f"{NAME} {code}"
    await world.press(JORUNN, check)
    urls = f"{profiles.address}/jorunnval"
    await world.press(JORUNN, f"watch.edited:{person}", {"names": f"{NAME}\nRagnvi Solstrand", "urls": urls})
    assert await _shows(world, f"[likeness] a model of {NAME}")
    assert not await _shows(world, "[likeness] a model of Ragnvi Solstrand")


async def test_without_the_code_nothing_is_proved_and_checking_again_is_possible(
    world: World, profiles: Profiles
) -> None:
    _, check, code = await _begun(world, profiles)
    missing = await world.press(JORUNN, check)
    assert "no profile at this link" in said(missing.card)
    profiles.bios["jorunnval"] = "headsup-22222-22222"
    wrong = await world.press(JORUNN, check)
    assert "not on the profile page yet" in said(wrong.card)
    profiles.bios["jorunnval"] = code.upper()
    right = await world.press(JORUNN, check)
    assert "Proved" in said(right.card)


async def test_a_code_ends_after_a_day(small_world: World, profiles: Profiles) -> None:
    world = small_world
    _, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = code
    world.clock.advance(hours=25)
    reply = await world.press(JORUNN, check)
    assert "This is over" in said(reply.card)


async def test_only_the_one_who_began_a_proof_can_finish_it(small_world: World, profiles: Profiles) -> None:
    world = small_world
    _, check, code = await _begun(world, profiles)
    await world.watch(OTHER, names="Ragnvi Solstrand")
    profiles.bios["jorunnval"] = code
    reply = await world.press(OTHER, check)
    assert "never yours" in said(reply.card)
    assert [proof.state for proof in await world.rows(tables.Proof)] == ["pending"]


async def test_a_second_claim_is_refused_and_the_first_is_told(world: World, profiles: Profiles) -> None:
    _, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = code
    await world.press(JORUNN, check)
    _, second, other_code = await _begun(world, profiles, OTHER)
    profiles.bios["jorunnval"] = f"{code} {other_code}"
    reply = await world.press(OTHER, second)
    assert "Somebody else has proved this profile" in said(reply.card)
    (told,) = world.direct(JORUNN)
    assert "Somebody else tried" in told.body
    assert OTHER.account not in said(told)


async def test_an_ended_proof_covers_nothing_and_holds_nobody_up(world: World, profiles: Profiles) -> None:
    await world.feed("board")
    _, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = f"{NAME} {code}"
    await world.press(JORUNN, check)
    world.clock.advance(days=world.house.alerting.proof_days + 1)
    assert not await _shows(world, f"[likeness] a model of {NAME}")
    _, second, other_code = await _begun(world, profiles, OTHER)
    profiles.bios["jorunnval"] = other_code
    reply = await world.press(OTHER, second)
    assert "Proved" in said(reply.card)


async def test_a_profile_on_a_private_address_is_refused_by_the_fetcher(small_world: World) -> None:
    world = small_world
    world.house.alerting = Alerting(profile_sites=("10.0.0.1",))
    person = await world.watch(names=NAME, urls="http://10.0.0.1/jorunnval")
    reply = await world.press(JORUNN, f"proof.bio:{person}")
    assert reply.card is not None
    checked = await world.press(JORUNN, reply.card.buttons[0].action)
    assert "could not be read" in said(checked.card)


async def test_without_a_profile_link_the_reply_says_what_else_there_is(small_world: World) -> None:
    person = await small_world.watch(names=NAME)
    reply = await small_world.press(JORUNN, f"proof.bio:{person}")
    assert "moderators" in said(reply.card)


async def test_several_profiles_are_a_choice(small_world: World, profiles: Profiles) -> None:
    urls = f"{profiles.address}/one\n{profiles.address}/two"
    person = await small_world.watch(names=NAME, urls=urls)
    reply = await small_world.press(JORUNN, f"proof.bio:{person}")
    assert reply.card is not None
    (menu,) = reply.card.menus
    chosen = await small_world.choose(JORUNN, menu.action, menu.options[1].value)
    assert "/two" in said(chosen.card)
    wrong = await small_world.choose(JORUNN, menu.action, "7")
    assert wrong.card is not None
    assert not wrong.card.copyable


@pytest.mark.parametrize(("standing", "needed"), [("self", 1), ("guardian", 1), ("representative", 2)])
async def test_moderators_vouch_two_for_a_representative(world: World, standing: str, needed: int) -> None:
    await world.feed("board")
    await world.setup()
    person = await world.watch(JORUNN, standing)
    await world.vouched(JORUNN, person, MODERATOR)
    assert await _shows(world, f"[likeness] {NAME}, one") is (needed == 1)
    if needed == 2:
        (proof,) = await world.rows(tables.Proof)
        again = await world.press(MODERATOR, f"proof.vouched:{proof.id}")
        assert "another moderator" in said(again.card)
        await world.press(SECOND_MODERATOR, f"proof.vouched:{proof.id}")
        assert await _shows(world, f"[likeness] {NAME}, two")
        (subscriber,) = await world.rows(tables.Subscriber)
        assert subscriber.persons_allowed == 25


async def test_a_moderator_who_was_forgotten_meanwhile_cannot_give_the_second_vouch_too(world: World) -> None:
    await world.setup()
    person = await world.watch(JORUNN, "representative")
    await world.vouched(JORUNN, person, MODERATOR)
    await world.press(MODERATOR, "watch.forgotten")
    (proof,) = await world.rows(tables.Proof)
    assert len(proof.vouched_by) == 1
    assert MODERATOR.account not in proof.vouched_by[0]
    again = await world.press(MODERATOR, f"proof.vouched:{proof.id}")
    assert "another moderator" in said(again.card)
    await world.press(SECOND_MODERATOR, f"proof.vouched:{proof.id}")
    assert [each.state for each in await world.rows(tables.Proof)] == ["passed"]


async def test_moderators_of_a_community_that_nobody_named_cannot_vouch(small_world: World) -> None:
    """Anybody can make a community, add the bot, and be its moderator."""
    world = small_world
    world.house.alerting = Alerting()
    await world.setup()
    person = await world.watch()
    there = replace(JORUNN, place=Place("guild", "general"))
    assert "would see your account" in said((await world.press(there, f"proof.vouch:{person}")).card)
    await world.setup("elsewhere")
    own = replace(JORUNN, place=Place("elsewhere", "general"))
    for place in (there, own):
        for action in ("proof.vouch", "proof.ask_vouch"):
            assert "has not named this community" in said(
                (await world.press(place, f"{action}:{person}")).card
            )
    world.house.alerting = Alerting(vouching=("guild",))
    assert "has not named" in said((await world.press(own, f"proof.ask_vouch:{person}")).card)
    assert "were asked" in said((await world.press(there, f"proof.ask_vouch:{person}")).card)
    world.house.alerting, world.house.homes = Alerting(), {"console": "guild"}
    (proof,) = await world.rows(tables.Proof)
    await world.press(MODERATOR, f"proof.vouched:{proof.id}")
    assert [each.state for each in await world.rows(tables.Proof)] == ["passed"]


@pytest.mark.parametrize(
    ("vouching", "homes"), [(("guild",), {}), ((), {"console": "guild"})], ids=["vouching", "home"]
)
async def test_moderators_of_a_named_community_that_moved_still_may_vouch(
    small_world: World, vouching: tuple[str, ...], homes: dict[str, str]
) -> None:
    world = small_world
    world.house.alerting, world.house.homes = Alerting(vouching=vouching), homes
    await world.setup()
    await world.setup("elsewhere")
    person = await world.watch()
    await communities.moved(world.house, "console", "guild", "supergroup")
    there = replace(JORUNN, place=Place("supergroup", "general"))
    assert "would see your account" in said((await world.press(there, f"proof.vouch:{person}")).card)
    own = replace(JORUNN, place=Place("elsewhere", "general"))
    assert "has not named" in said((await world.press(own, f"proof.vouch:{person}")).card)


async def test_a_vouch_can_be_taken_back(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    person = await world.watch(JORUNN, "representative")
    await world.vouched(JORUNN, person, MODERATOR)
    (proof,) = await world.rows(tables.Proof)
    done = await world.press(SECOND_MODERATOR, f"proof.vouched:{proof.id}")
    assert done.card is not None
    assert NAME not in said(done.card), "what was shown goes from the card"
    assert await _shows(world, f"[likeness] {NAME}, one")
    (button,) = done.card.buttons
    await world.press(STRANGER, button.action)
    assert await _shows(world, f"[likeness] {NAME}, still")
    back = await world.press(MODERATOR, button.action)
    assert back.card is not None
    assert not back.card.buttons
    assert not await _shows(world, f"[likeness] {NAME}, two")
    assert "took back" in world.direct(JORUNN)[-2].body + world.direct(JORUNN)[-1].body
    (subscriber,) = await world.rows(tables.Subscriber)
    assert subscriber.persons_allowed is None


async def test_nobody_vouches_for_themselves(world: World) -> None:
    await world.setup()
    moderator = someone(MODERATOR.account, None)
    person = await world.watch(moderator)
    reply = await world.vouched(moderator, person, MODERATOR)
    assert "for themselves" in said(reply.card)
    assert [proof.state for proof in await world.rows(tables.Proof)] == ["pending"]


async def test_a_moderator_of_another_community_cannot_vouch(small_world: World) -> None:
    world = small_world
    await world.setup()
    await world.setup("elsewhere")
    person = await world.watch()
    await world.vouched(JORUNN, person, STRANGER)
    assert [proof.state for proof in await world.rows(tables.Proof)] == ["pending"]


async def test_declining_is_told_and_covers_nothing(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    there = replace(JORUNN, place=Place("guild", "general"))
    await world.press(there, f"proof.ask_vouch:{person}")
    (proof,) = await world.rows(tables.Proof)
    await world.press(MODERATOR, f"proof.declined:{proof.id}")
    assert "could not vouch" in world.direct(JORUNN)[0].body
    assert not await _shows(world, f"[likeness] {NAME}")


@pytest.mark.parametrize("agree", ["vouched", "declined"])
async def test_after_stop_no_answer_of_moderators_comes_unless_they_were_asked_since(
    world: World, agree: str
) -> None:
    await world.setup()
    person = await world.watch()
    there = replace(JORUNN, place=Place("guild", "general"))
    await world.press(there, f"proof.ask_vouch:{person}")
    await world.command(JORUNN, "watch stop")
    (proof,) = await world.rows(tables.Proof)
    await world.press(MODERATOR, f"proof.{agree}:{proof.id}")
    if agree == "vouched":
        await world.press(MODERATOR, f"proof.revoked:{proof.id}")
    assert world.direct(JORUNN) == []
    world.clock.advance(minutes=1)
    await world.press(there, f"proof.ask_vouch:{person}")
    proof = max(await world.rows(tables.Proof), key=lambda each: each.id)
    await world.press(MODERATOR, f"proof.{agree}:{proof.id}")
    assert len(world.direct(JORUNN)) == 1


async def test_after_stop_nobody_is_told_of_a_second_claim(world: World, profiles: Profiles) -> None:
    _, check, code = await _begun(world, profiles)
    profiles.bios["jorunnval"] = code
    await world.press(JORUNN, check)
    await world.command(JORUNN, "watch stop")
    _, second, other_code = await _begun(world, profiles, OTHER)
    profiles.bios["jorunnval"] = other_code
    assert "Somebody else has proved" in said((await world.press(OTHER, second)).card)
    assert world.direct(JORUNN) == []


async def test_moderators_see_only_what_the_subscriber_agreed_to_show(small_world: World) -> None:
    world = small_world
    await world.setup()
    person = await world.watch(names=NAME, urls="https://profiles.example/secret", context="Bergen")
    there = replace(JORUNN, place=Place("guild", "general"))
    asked = await world.press(there, f"proof.vouch:{person}")
    assert NAME in said(asked.card)
    before = len(world.console.messages)
    await world.press(there, f"proof.ask_vouch:{person}")
    card = world.console.messages[before].card
    assert NAME in said(card)
    assert "Bergen" not in said(card)
    assert "secret" not in said(card)
    again = await world.press(there, f"proof.ask_vouch:{person}")
    assert "asked already" in said(again.card)


async def test_in_a_direct_message_no_moderators_can_be_asked(small_world: World) -> None:
    person = await small_world.watch()
    reply = await small_world.press(JORUNN, f"proof.vouch:{person}")
    assert "inside their community" in said(reply.card)
