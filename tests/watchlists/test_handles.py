"""Handles as people write them: behind the site's name, between other signs, with underscores around them."""

from __future__ import annotations

import pytest

from tests.watchlists.people import named, tier
from watchlists import Person, Screener, Text, Tier, assess


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("instagram:voula.lymp", "instagram:voula.lymp"),
        ("instagram:voula.lymp", "her insta:@voula.lymp, thanks"),
        ("@voula.lymp", "source:@voula.lymp,insta"),
        ("@voula.lymp", "(zuzka_kvety/voula.lymp)"),
        ("@voula.lymp", "＠voula.lymp"),
        ("voulalymp", "TikTok=voulalymp"),
        ("_janeroe_", "@_janeroe_ pics"),
        ("_janeroe_", "anyone has **_janeroe_** in good quality"),
        ("janeroe_art", "_janeroe_art_ in italics"),
        ("janeroe", "_@janeroe_ in italics"),
        ("janeroe", "_anyone has pics of @janeroe_"),
        ("instagram:zuzka_kvety", "IG@zuzka_kvety"),
        ("instagram:__zuzka.k__", "all of __zuzka.k__"),
        ("telegram:xy9", "ask @xy9 for it"),
        ("reddit:u_ko", "posts of /u/u_ko"),
        ("tiktok:маша_9", "@маша_9 в купальнике"),
    ],
)
def test_a_handle_is_found_however_it_is_written(listed: str, body: str) -> None:
    assert tier(named(handles=(listed,)), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("janeroe", "@_janeroe_ is somebody else"),
        ("xy9", "xy9 stands in many part numbers"),
        ("voula.lymp", "voula.lymp.fans is somebody else"),
        ("voula_lymp", "file:voula_lympics.png"),
        ("janeroe_art", f"{'abcdefghij' * 4}janeroe_art"),
        ("telegram:xy9", "5@xy9 each"),
        ("@lena-fit", "mail kontakt@lena-fit"),
    ],
)
def test_what_only_looks_like_a_handle_is_none(listed: str, body: str) -> None:
    assert tier(named(handles=(listed,)), body) is None


def test_the_evidence_is_the_handle_and_no_sign_beside_it() -> None:
    body = "Look at (insta:@voula.lymp.)"
    [[match]] = Screener([named(handles=("instagram:voula.lymp",))]).matches([Text(body=body)])
    assert [each.text for each in match.evidence] == ["@voula.lymp"]


def test_a_handle_that_is_said_to_be_on_another_site_counts_less() -> None:
    person = named(handles=("instagram:anna.b",))
    assert tier(person, "instagram:anna.b") is Tier.ALERT
    assert tier(person, "tiktok:anna.b") is not Tier.ALERT


@pytest.mark.parametrize(
    "body",
    [
        "janeroe_x_v3.safetensors, mirror below",
        "lora-janeroe_x-000012.zip",
        "see JaneRoe_X.mp4",
        "(flux_janeroe_x.pth)",
    ],
)
def test_a_file_is_named_after_a_handle(body: str) -> None:
    assert tier(named("Ann Smith", handles=("@janeroe_x",)), body) is Tier.ALERT


@pytest.mark.parametrize("body", ["not_janeroe_xyz.zip", "janeroe_xx.zip", "roe_x.zip"])
def test_a_file_of_another_name_is_none(body: str) -> None:
    assert tier(named("Ann Smith", handles=("@janeroe_x",)), body) is None


@pytest.mark.parametrize(
    "body", ["scraped from janeroe.pt", "www.janeroe.pt", "janeroe.pt!", "JANEROE.PT/a?b=1"]
)
def test_an_address_needs_no_known_ending(body: str) -> None:
    person = Person("p", names=("Ann Smith",), urls=("https://janeroe.pt",))
    assert tier(person, body) is Tier.ALERT


@pytest.mark.parametrize(
    "body", ["noura dot ketbani on insta", "ig: Noura punkt Ketbani!", "noura DOT ketbani"]
)
def test_a_sign_of_a_handle_may_be_said(body: str) -> None:
    assert tier(named("Ann Smith", handles=("@noura.ketbani",)), body) is Tier.ALERT


@pytest.mark.parametrize(
    "body", ["noura. dot ketbanixx", "noura dot", "dot ketbani", "noura underscore ketbani"]
)
def test_other_words_beside_a_sign_are_no_handle(body: str) -> None:
    assert tier(named("Ann Smith", handles=("@noura.ketbani",)), body) is None


def test_a_handle_of_two_words_is_said_whole() -> None:
    assert tier(named("Ann Smith", handles=("@janeroe.xenia",)), "JaneRoe dot xenia") is Tier.ALERT
    assert tier(named("Ann Smith", handles=("@roe.xenia",)), "JaneRoe dot xenia") is None


@pytest.mark.parametrize("body", ["un tema forte. Punto negozio chiuso", "il tema forte, punto negozio"])
def test_no_handle_is_said_over_the_end_of_a_sentence(body: str) -> None:
    assert tier(named("Ann Smith", handles=("@forte.negozio",)), body) is None


def test_an_address_of_a_portfolio_is_an_account_of_it() -> None:
    anna = Person("p", names=("Anna Quill",), urls=("https://www.artstation.com/quillory",))
    for body in ("artstation . com / quillory", "artstation.com/artist/quillory", "artstation:quillory"):
        assert tier(anna, body) is Tier.ALERT


@pytest.mark.parametrize(
    "around",
    [
        "**{}**", "`{}`", "||{}||", "~~{}~~", "__{}__", "see {}:", "{}*", "{}。", "{}，谢谢", "{}を見て", "{}😍", "“{}”",
        "{}……", "\u200b{}", "{}->", "a|{}|b",
    ],
)  # fmt: skip
@pytest.mark.parametrize("url", ["https://instagram.com/zorblatts", "https://janeroe.pt/gallery/x"])
def test_what_is_written_around_a_url_is_no_part_of_it(around: str, url: str) -> None:
    person = Person("p", handles=("instagram:zorblatts",), urls=("https://janeroe.pt/gallery/x",))
    [[match]] = Screener([person]).matches([Text(body=around.format(url))])
    assert match.tier is Tier.ALERT
    assert [each.text for each in match.evidence] == [url]


@pytest.mark.parametrize(
    "url", ["https://insta\u200bgram.com/zor\u200bblatts", "https://instagram.com/zorblatts\u2060"]
)
def test_what_cannot_be_seen_in_a_url_is_no_part_of_it(url: str) -> None:
    assert tier(named(handles=("instagram:zorblatts",)), f"see {url} !") is Tier.ALERT


@pytest.mark.parametrize("end", ["_", "é", "-x", "__"])
def test_another_account_on_the_same_site_is_none(end: str) -> None:
    assert tier(named(handles=("instagram:zorblatts",)), f"see https://instagram.com/zorblatts{end}") is None


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("@zorb_latts", "[@zorb_latts](https://t.co/abc)"),
        ("@zorb_latts", '<a href="https://t.co/x">@zorb_latts</a>'),
        ("@zorb_latts", "@zorb_latts,https://x.com/foo"),
        ("@zorb_latts", "@zorb_latts@mastodon.social"),
        ("@jane.roe", "[ig:jane.roe](https://t.co/abc)"),
    ],
)
def test_a_handle_is_found_beside_a_url_of_the_same_chunk(listed: str, body: str) -> None:
    assert tier(named(handles=(listed,)), body) is Tier.ALERT


@pytest.mark.parametrize("body", ["zorb_latts@gmail.com", "mail:zorb_latts@gmail.com,https://t.co/x"])
def test_the_name_in_a_mail_address_is_no_handle(body: str) -> None:
    assert tier(named(handles=("@zorb_latts",)), body) is None


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        ("instagram:zorblatts", "https://mastodon.social/@zorblatts"),
        ("zorblatts", "rumble.com/@zorblatts"),
        ("tiktok:zorblatts", "https://www.tiktok.com/share/user/@zorblatts"),
        ("x:zorblatts", "https://twitter.com/intent/follow?screen_name=zorblatts"),
        ("twitch:zorblatts", "https://player.twitch.tv/?channel=zorblatts"),
        ("u/zorblatts", "https://reddit.com/r/u_zorblatts"),
        ("instagram:zorblatts", "https://instagram.com/accounts/login/?next=/zorblatts/"),
        ("instagram:zorblatts", "https://a.example/?link=https%3A%2F%2Finstagram.com%2Fzorblatts&x=1"),
        ("fb:100012345", "https://www.facebook.com/profile.php?v=info&id=100012345"),
        ("fb:100012345", "https://www.facebook.com/people/Jane-Roe/100012345/"),
    ],
)
def test_an_account_is_found_by_each_address_that_leads_to_it(listed: str, body: str) -> None:
    assert tier(named(handles=(listed,)), body) is Tier.ALERT


def test_a_url_with_very_many_fields_is_no_error() -> None:
    body = f"https://a.example/c?{'a=1&' * 60} @zorblatts"
    assert tier(named(handles=("@zorblatts",)), body) is Tier.ALERT


@pytest.mark.parametrize(
    ("listed", "same", "other"),
    [
        ("https://www.youtube.com/watch?v=AbC&t=3s", "https://m.youtube.com/watch?list=9&v=AbC", "youtube.com/watch?v=B"),
        ("forum.org/viewtopic.php?f=3&t=77", "http://forum.org/viewtopic.php?t=77&f=3", "forum.org/viewtopic.php?f=3&t=78"),
        ("https://site.org/?p=12", "https://www.site.org?p=12&utm_source=x", "https://site.org/?p=13"),
        ("pixiv.net/member.php?id=1", "https://www.pixiv.net/member.php?id=1", "pixiv.net/member.php?id=2"),
        ("facebook.com/photo.php?fbid=1", "facebook.com/photo.php?fbid=1&set=a", "facebook.com/photo.php?fbid=2"),
        ("https://t.me/joinchat/AAA", "t.me/joinchat/AAA", "t.me/joinchat/BBB"),
        ("https://m.weibo.cn/profile/123456", "https://weibo.com/u/123456", "https://m.weibo.cn/profile/123457"),
        ("reddit.com/r/pics/comments/1/x", "https://www.reddit.com/r/pics/comments/1/x/", "https://reddit.com/r/pics"),
        ("https://instagram.com/p/Cabc/?igsh=x", "https://instagram.com/p/Cabc", "https://instagram.com/p/Cabd"),
        ("https://janeroe.pt/about?lang=en", "janeroe.pt/about", "https://janeroe.pt/contact"),
    ],
)  # fmt: skip
def test_a_watched_page_is_told_by_what_its_query_says(listed: str, same: str, other: str) -> None:
    person = Person("p", urls=(listed,))
    assert tier(person, f"look: {same}") is Tier.ALERT
    assert tier(person, f"look: {other}") is None


@pytest.mark.parametrize("url", ["https://www.instagram.com/", "youtube.com/watch", "https://x.com/i/status"])
def test_the_front_page_of_a_site_is_nobodys(url: str) -> None:
    person = Person("p", urls=(url,))
    assert tier(person, f"{url} and {url}x") is None
    assert [refusal.term for refusal in assess(person).refused] == [url]
