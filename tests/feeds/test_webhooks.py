"""Inbound calls: who may call, what is made of it, and what hubs may confirm."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks.webhooks import Webhook

from feeds import Fetcher, Link, ParseError, SettingsError, WebhookRejected, dedupe_key, registry, websub
from feeds.rss import RssAdapter, RssSettings
from feeds.webhooks import MAX_BODY, WebhookSettings, items, verify
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer

SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OLD_SECRET = "whsec_" + "C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
BODY = json.dumps(
    {"id": "17", "title": "LoRA wanted", "body": "of <b>Ja</b>ne", "author": {"name": "asker"}}
).encode()
SETTINGS = WebhookSettings.model_validate({"name": "partner", "secrets": [SECRET]})


def headers(
    body: bytes, secret: str = SECRET, when: datetime | None = None, number: str = "msg_1"
) -> dict[str, str]:
    moment = when or datetime.now(UTC)
    signature = Webhook(secret).sign(number, moment, body.decode())
    return {
        "Webhook-Id": number,
        "Webhook-Timestamp": str(int(moment.timestamp())),
        "Webhook-Signature": signature,
    }


def test_a_signed_call_is_accepted_and_its_id_makes_it_idempotent() -> None:
    assert verify(SETTINGS, headers(BODY), BODY) == "msg_1"
    (item,), deleted = items(SETTINGS, BODY)
    assert (item.source, item.title, item.body, item.author) == ("webhook", "LoRA wanted", "of Jane", "asker")
    assert dedupe_key(item) == "id:webhook:partner/17"
    assert deleted == ()


def test_while_a_secret_is_replaced_both_hold() -> None:
    both = WebhookSettings.model_validate({"name": "partner", "secrets": [SECRET, OLD_SECRET]})
    assert verify(both, headers(BODY, OLD_SECRET), BODY) == verify(both, headers(BODY), BODY)
    with pytest.raises(WebhookRejected):
        verify(SETTINGS, headers(BODY, OLD_SECRET), BODY)


@pytest.mark.parametrize(
    "spoil",
    [
        {"Webhook-Signature": ""},
        {"Webhook-Signature": "v1,"},
        {"Webhook-Signature": "v1"},
        {"Webhook-Signature": "v1,\xff\xfe not base64 é"},
        {"Webhook-Signature": "v1a,AAAA v2,BBBB"},
        {"Webhook-Timestamp": ""},
        {"Webhook-Timestamp": "soon"},
        {"Webhook-Timestamp": "-1"},
        {"Webhook-Timestamp": "9" * 400},
        {"Webhook-Timestamp": "nan"},
        {"Webhook-Id": ""},
        {"Webhook-Id": "msg_2"},
        {"Webhook-Id": "a" * 5000},
        {"Webhook-Id": "a b"},
    ],
)
def test_whatever_is_wrong_with_a_call_is_401(spoil: dict[str, str]) -> None:
    with pytest.raises(WebhookRejected) as caught:
        verify(SETTINGS, {**headers(BODY), **spoil}, BODY)
    assert caught.value.status == 401
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_old_or_future_call_is_refused(minutes: int) -> None:
    when = datetime.now(UTC) + timedelta(minutes=minutes)
    with pytest.raises(WebhookRejected):
        verify(SETTINGS, headers(BODY, when=when), BODY)


def test_a_changed_or_binary_or_huge_body_is_refused() -> None:
    for body in (BODY + b" ", b"\xff\xfe", b""):
        with pytest.raises(WebhookRejected):
            verify(SETTINGS, headers(BODY), body)
    with pytest.raises(WebhookRejected) as caught:
        verify(SETTINGS, {}, b"x" * (MAX_BODY + 1))
    assert caught.value.status == 413


def test_a_plain_secret_header_works_for_senders_that_cannot_sign() -> None:
    plain = WebhookSettings.model_validate(
        {"name": "hf", "secrets": ["a-long-plain-secret"], "signature": "plain"}
    )
    first = verify(plain, {"x-webhook-secret": "a-long-plain-secret"}, BODY)
    assert first == verify(plain, {"X-Webhook-Secret": "a-long-plain-secret"}, BODY) != ""
    for sent in ("", "a-long-plain-secre", "a-long-plain-secrets", "ä"):
        with pytest.raises(WebhookRejected):
            verify(plain, {"X-Webhook-Secret": sent}, BODY)
    with pytest.raises(WebhookRejected):
        verify(plain, {}, BODY)


def test_a_mapping_reads_other_senders_bodies() -> None:
    mapped = WebhookSettings.model_validate(
        {
            "name": "civitai",
            "secrets": ["a-long-plain-secret"],
            "signature": "plain",
            "mapping": {
                "items": "data",
                "id": "to_string(id)",
                "title": "name",
                "body": "description",
                "url": "link",
            },
        }
    )
    body = {"event": "new-bounty", "data": {"id": 9104, "name": "LoRA", "description": "<p>of <a href='https://s.example/j'>J</a></p>",
                                            "link": "https://civitai.red/bounties/9104"}}  # fmt: skip
    (item,), _ = items(mapped, json.dumps(body).encode())
    assert (item.native_id, item.body, item.links) == (
        "civitai/9104",
        "of J",
        (Link("J", "https://s.example/j"),),
    )
    assert item.url == "https://civitai.red/bounties/9104"


@pytest.mark.parametrize("body", [b"", b"{", b"[1, 2]", b'"x"', b"[" * 50_000])
def test_a_signed_body_that_cannot_be_read_is_an_error_and_stores_nothing(body: bytes) -> None:
    with pytest.raises(ParseError):
        items(SETTINGS, body)


def test_a_short_secret_is_refused_when_it_is_configured() -> None:
    with pytest.raises(ValueError, match="16 characters"):
        WebhookSettings.model_validate({"name": "x", "secrets": ["short"]})


async def test_a_feeds_hub_is_found_asked_confirmed_and_believed_only_when_signed(fetch: Fetcher) -> None:
    class HubServer(FakeServer):
        pass

    now = datetime(2026, 8, 8, tzinfo=UTC)
    async with RssServer() as server, HubServer() as hub:
        server.hub = f"{hub.url}/hub"
        server.add("One", "text")
        poll = await RssAdapter().poll(RssSettings(url=server.feed), None, fetch)
        found = websub.discover(poll.state, server.feed)
        assert found == websub.Hub(f"{hub.url}/hub", server.feed)
        hub.fail(202)
        secret = websub.new_secret()
        await websub.subscribe(fetch, found, "https://bot.example.org/websub/x1", secret)
        assert f"hub.secret={secret}".encode() in hub.seen[0].body
        question = {
            "hub.mode": "subscribe",
            "hub.topic": server.feed,
            "hub.challenge": "abc",
            "hub.lease_seconds": "1000",
        }
        answer = websub.confirmed(question, server.feed, now)
        assert answer == websub.Confirmation("abc", now + timedelta(seconds=800))
        body = server.rss_text().encode()
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        signed = {"X-Hub-Signature": f"sha256={digest}", "Content-Type": "application/rss+xml"}
        parsed = await websub.content(secret, signed, body, server.feed, fetch)
        assert parsed is not None
        assert [dedupe_key(item) for item in parsed.items] == [dedupe_key(item) for item in poll.items]
        for wrong in ({}, {"X-Hub-Signature": f"sha256={'0' * 64}"}, {"X-Hub-Signature": f"md5={digest}"}):
            assert await websub.content(secret, wrong, body, server.feed, fetch) is None


@pytest.mark.parametrize(
    "spoil",
    [
        {"hub.topic": "https://other.example/"},
        {"hub.mode": "unsubscribe"},
        {"hub.mode": "denied"},
        {"hub.challenge": ""},
    ],
)
def test_a_subscription_that_was_not_asked_for_is_404(spoil: dict[str, str]) -> None:
    question = {"hub.mode": "subscribe", "hub.topic": "https://f.example/", "hub.challenge": "abc", **spoil}
    with pytest.raises(WebhookRejected) as caught:
        websub.confirmed(question, "https://f.example/", datetime.now(UTC))
    assert caught.value.status == 404


def test_feed_settings_errors_never_show_a_secret() -> None:
    with pytest.raises(SettingsError) as caught:
        registry.settings("rss", {"url": "nonsense-hidden", "headers": {"X-Key": ["hidden"]}})
    assert "hidden" not in str(caught.value)
