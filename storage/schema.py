"""The tables, in the words of the design. Read by `storage`'s queries, the migrations and the handlers' type hints.

Three rules hold throughout: what identifies or quotes somebody is `sealed_*` (AES-256-GCM) or `*_hash` (keyed);
uniqueness is the schema's business, not an `if`'s; a state is one word of the lists beside its column.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.types import BigId, UtcDateTime

USED_ONCE: dict[str, Any] = {"sqlite_autoincrement": True}
"""For tables whose ids stand in buttons: SQLite, too, never gives the id of a deleted row to another."""


class Base(DeclarativeBase):
    """All tables; constraint names are fixed so that migrations can name them on both engines."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        bytes: LargeBinary(),
        bool: Boolean(),
    }


class Secret(Base):
    """A key wrapped by the master key: `data` seals texts, `lookup` makes keyed hashes, `index` the search index."""

    __tablename__ = "secrets"
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    wrapped: Mapped[bytes]
    created_at: Mapped[datetime]


class Community(Base):
    """A Discord server or Telegram group that uses Headsup. state: active, left."""

    __tablename__ = "communities"
    __table_args__ = (UniqueConstraint("platform", "native_id"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    platform: Mapped[str] = mapped_column(String(16))
    native_id: Mapped[str] = mapped_column(String(64))
    former_id: Mapped[str | None] = mapped_column(String(64))
    """What `native_id` was before the community moved: the configuration may still name it so."""
    state: Mapped[str] = mapped_column(String(16), default="active")
    alert_channel: Mapped[str | None] = mapped_column(String(64))
    moderator_roles: Mapped[list[str]] = mapped_column(JSON, default=list)
    child_safety_roles: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Who may see link, hash and time of a case with `minor`; administrators where it is empty."""
    escalation_role: Mapped[str | None] = mapped_column(String(64))
    min_severity: Mapped[int] = mapped_column(Integer, default=1)
    language: Mapped[str] = mapped_column(String(16), default="en")
    trouble: Mapped[str | None] = mapped_column(String(64))
    """What keeps cards from arriving (a code), or None; whoever can act was told when it was set."""
    trouble_since: Mapped[datetime | None]
    episode: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[datetime]


class Feed(Base):
    """A place that is watched.

    state: active, paused (by itself, probed daily), held (by an operator), idle (nobody subscribes to it at the moment),
    disabled, removed (from the configuration, or by its last subscriber). `origin`: config, or a community's id.
    """

    __tablename__ = "feeds"
    __table_args__ = (
        UniqueConstraint("kind", "key"),
        Index("ix_feeds_due", "state", "next_poll_at"),
        USED_ONCE,
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    key: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the settings that say which place it is: one row, hence one fetch, whatever the subscribers."""
    name: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(String(32), default="config")
    settings: Mapped[dict[str, Any]]
    """The adapter's settings without its secrets, which stay in the configuration."""
    state: Mapped[str] = mapped_column(String(16), default="active")
    progress: Mapped[str | None] = mapped_column(Text)
    """The adapter's FeedState as text: cursor and validators. Moves only in the transaction that stores the items."""
    interval_seconds: Mapped[int] = mapped_column(Integer, default=1800)
    next_poll_at: Mapped[datetime]
    lease_owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]
    last_ok_at: Mapped[datetime | None]
    last_error: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """kind, message and remedy of the last failure, in plain words; None when the last poll worked."""
    failing_since: Mapped[datetime | None]
    errors: Mapped[int] = mapped_column(Integer, default=0)
    last_new_at: Mapped[datetime | None]
    """When it last brought something new: a feed that answers and brings nothing is stale."""
    told: Mapped[str | None] = mapped_column(String(16))
    """What operator and moderators were told and not taken back: blind, stale, stopped."""
    episode: Mapped[int] = mapped_column(Integer, default=0)
    moved_to: Mapped[str | None] = mapped_column(String(2000))
    """The address it uses now, after three polls announced the same permanent redirect."""
    created_at: Mapped[datetime]


class Subscription(Base):
    """A community's wish to see what a feed brings. state: active, paused."""

    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("community_id", "feed_id"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16), default="active")
    min_severity: Mapped[int | None] = mapped_column(Integer)
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime]


class Item(Base):
    """One post in one form. state: new, screened, purged (only hashes and ids are left), failed (breaks an engine)."""

    __tablename__ = "items"
    __table_args__ = (UniqueConstraint("scope", "dedupe_hash"), Index("ix_items_state_id", "state", "id"))
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    scope: Mapped[str] = mapped_column(String(64))
    """Where the dedupe key is unique: `all` for a platform's id or an address, `feed:<id>` or `report` for the rest."""
    source: Mapped[str] = mapped_column(String(32))
    dedupe_hash: Mapped[str] = mapped_column(String(64))
    content_hash: Mapped[str] = mapped_column(String(64), index=True)
    link_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    requester_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    sealed: Mapped[bytes | None]
    """The feeds.Item as JSON; None once purged."""
    state: Mapped[str] = mapped_column(String(16), default="new")
    quiet: Mapped[bool] = mapped_column(default=False)
    """Part of a feed's first poll: kept as the baseline, screened, never alerted."""
    late: Mapped[bool] = mapped_column(default=False)
    """Came after a long absence: persons are alerted, moderators get one digest instead of a card for each."""
    followed_at: Mapped[datetime | None]
    """When the comments under it were last read, where a source has comments and the item was flagged."""
    revision: Mapped[int] = mapped_column(Integer, default=0)
    posted_at: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    lease_owner: Mapped[str | None] = mapped_column(String(64))
    """The process that screens it just now."""
    lease_until: Mapped[datetime | None]


class ItemFeed(Base):
    """A feed on which an item was seen; a community sees the items of the feeds it subscribes to."""

    __tablename__ = "item_feeds"
    item_id: Mapped[int] = mapped_column(ForeignKey("items.id", ondelete="CASCADE"), primary_key=True)
    feed_id: Mapped[int] = mapped_column(
        ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class WebhookCall(Base):
    """A call that was taken in, so that its repetition brings nothing; the hash of the sender's own id of the call."""

    __tablename__ = "webhook_calls"
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True)
    call_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


class HubSubscription(Base):
    """A WebSub hub that calls us when a feed has something new. state: asked, confirmed."""

    __tablename__ = "hub_subscriptions"
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    """The unguessable part of the callback's address."""
    hub: Mapped[str] = mapped_column(String(2000))
    topic: Mapped[str] = mapped_column(String(2000))
    sealed_secret: Mapped[bytes]
    state: Mapped[str] = mapped_column(String(16), default="asked")
    renew_at: Mapped[datetime]


class Finding(Base):
    """What screening said of an item: intent, policy row, severity."""

    __tablename__ = "findings"
    item_id: Mapped[int] = mapped_column(ForeignKey("items.id", ondelete="CASCADE"), primary_key=True)
    intent: Mapped[dict[str, Any]]
    labels: Mapped[list[str]] = mapped_column(JSON)
    severity: Mapped[int] = mapped_column(Integer)
    row: Mapped[str] = mapped_column(String(64))
    raised_by: Mapped[list[str]] = mapped_column(JSON, default=list)
    model: Mapped[str] = mapped_column(String(64))
    screened_at: Mapped[datetime]


class FindingPerson(Base):
    """A match: a person found in an item. The evidence is sealed with that person's key."""

    __tablename__ = "finding_persons"
    item_id: Mapped[int] = mapped_column(ForeignKey("items.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(
        ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    tier: Mapped[str] = mapped_column(String(8))
    severity: Mapped[int] = mapped_column(Integer)
    """What the item is to this person, who is known to be real and may have been asked for before: moderators' cards and
    reporters' answers depend on none of this, since it would tell them that somebody watches the name."""
    labels: Mapped[list[str]] = mapped_column(JSON)
    likeness: Mapped[float]
    """As judged for this person; a probability."""
    score: Mapped[float]
    sealed_evidence: Mapped[bytes]


class Case(Base):
    """What one community's moderators decide on. state: open, claimed, confirmed, dismissed."""

    __tablename__ = "cases"
    __table_args__ = USED_ONCE
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"), index=True)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    severity: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16), default="open")
    escalated: Mapped[bool] = mapped_column(default=False)
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(32))
    revision: Mapped[int] = mapped_column(Integer, default=1)
    card_revision: Mapped[int] = mapped_column(Integer, default=0)
    """The revision that the posted card shows; the sweep redraws a card that is behind."""
    card_attempts: Mapped[int] = mapped_column(Integer, default=0)
    """How often redrawing failed since it last worked; after too many it is given up, visibly."""
    card_due_at: Mapped[datetime | None]
    """Not to be redrawn before this: one process is at it, or it failed."""
    created_at: Mapped[datetime]


class CaseItem(Base):
    """An item of a case; an item belongs to one case a community."""

    __tablename__ = "case_items"
    __table_args__ = (UniqueConstraint("community_id", "item_id"),)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[int] = mapped_column(
        ForeignKey("items.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    community_id: Mapped[int] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))


class CaseEvent(Base):
    """What happened to a case, by whom, when. Append-only; no code updates or deletes a row while its case lives."""

    __tablename__ = "case_events"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    actor: Mapped[str | None] = mapped_column(String(64))
    sealed_note: Mapped[bytes | None]
    detail: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[datetime]


class Report(Base):
    """A member's statement that an item should be looked at; one a member and item."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("item_id", "community_id", "reporter_hash"), USED_ONCE)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("items.id", ondelete="CASCADE"), index=True)
    community_id: Mapped[int | None] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id", ondelete="SET NULL"), index=True)
    reference: Mapped[str] = mapped_column(String(16), index=True)
    platform: Mapped[str] = mapped_column(String(16))
    reporter_hash: Mapped[str] = mapped_column(String(64), index=True)
    sealed_reporter: Mapped[bytes | None]
    """Account id, to tell them of the decision; gone after 30 days, when only the keyed hash is left."""
    sealed_reason: Mapped[bytes | None]
    language: Mapped[str] = mapped_column(String(16), default="en")
    created_at: Mapped[datetime]


class Mute(Base):
    """A reporter whose reports a community does not take for a while."""

    __tablename__ = "mutes"
    community_id: Mapped[int] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    reporter_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(64))


class Subscriber(Base):
    """The chat account that keeps a watchlist, with its preferences."""

    __tablename__ = "subscribers"
    __table_args__ = (UniqueConstraint("platform", "account_hash"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    platform: Mapped[str] = mapped_column(String(16))
    account_hash: Mapped[str] = mapped_column(String(64))
    sealed_account: Mapped[bytes]
    language: Mapped[str] = mapped_column(String(16), default="en")
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    detail: Mapped[str] = mapped_column(String(16), default="summary")
    """How much details say after the press: summary, full (the post's own words as well)."""
    quiet_from: Mapped[int | None] = mapped_column(Integer)
    """Minutes after local midnight at which quiet hours begin."""
    quiet_to: Mapped[int | None] = mapped_column(Integer)
    digest: Mapped[str] = mapped_column(String(16), default="immediate")
    """immediate, or daily."""
    digest_at: Mapped[int] = mapped_column(Integer, default=540)
    """Minutes after local midnight at which the daily digest comes."""
    min_severity: Mapped[int] = mapped_column(Integer, default=1)
    sealed_contact: Mapped[bytes | None]
    """A trusted contact's account id on the same platform."""
    persons_allowed: Mapped[int | None] = mapped_column(Integer)
    direct: Mapped[str] = mapped_column(String(16), default="unknown")
    """Whether direct messages reach them: unknown, open, closed."""
    stopped_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    alerts_to: Mapped[str | None] = mapped_column(String(16))
    """The platform of the linked account that alerts go to; None: this account."""
    link_hash: Mapped[str | None] = mapped_column(String(64))
    """Keyed hash of the code that links another account until `link_until`."""
    link_until: Mapped[datetime | None]


class LinkedAccount(Base):
    """Another account of a subscriber, on another platform: it sees and does all that the first one may."""

    __tablename__ = "linked_accounts"
    __table_args__ = (
        UniqueConstraint("platform", "account_hash"),
        UniqueConstraint("subscriber_id", "platform"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscribers.id", ondelete="CASCADE"))
    platform: Mapped[str] = mapped_column(String(16))
    account_hash: Mapped[str] = mapped_column(String(64))
    sealed_account: Mapped[bytes]
    linked_at: Mapped[datetime]


class ContactRefusal(Base):
    """An account that wants to be nobody's trusted contact; stays when the account is forgotten, or it would end."""

    __tablename__ = "contact_refusals"
    account_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]


class Conversation(Base):
    """A form that an account fills in question by question, where a platform has no forms. One an account at a time."""

    __tablename__ = "conversations"
    platform: Mapped[str] = mapped_column(String(16), primary_key=True)
    account_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    sealed: Mapped[bytes]
    """The form, the answers so far, and where it began, as JSON."""
    expires_at: Mapped[datetime]


class Person(Base):
    """Someone on a watchlist. state: active, paused. Deleting the row destroys the key, and with it every copy."""

    __tablename__ = "persons"
    __table_args__ = (Index("ix_persons_revision", "revision"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscribers.id", ondelete="CASCADE"), index=True)
    standing: Mapped[str] = mapped_column(String(16))
    """self, guardian, representative."""
    state: Mapped[str] = mapped_column(String(16), default="active")
    wrapped_key: Mapped[bytes]
    sealed: Mapped[bytes]
    """Names, aliases, handles, URLs, context words and the "not me" memory, as JSON."""
    revision: Mapped[int] = mapped_column(BigId)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PersonRemoval(Base):
    """A person who was removed, so that every process takes them out of its index. Holds the random id alone."""

    __tablename__ = "person_removals"
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    revision: Mapped[int] = mapped_column(BigId, index=True)
    at: Mapped[datetime]


class Counter(Base):
    """Numbers that only rise: `watchlist` is the revision of the last change to any person."""

    __tablename__ = "counters"
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[int] = mapped_column(BigId, default=0)


class Proof(Base):
    """Why a subscriber may hear details about a person. state: pending, passed, failed, revoked."""

    __tablename__ = "proofs"
    __table_args__ = (UniqueConstraint("claim"), USED_ONCE)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    """bio (a code in a watched profile), vouch (moderators of a community)."""
    state: Mapped[str] = mapped_column(String(16), default="pending")
    sealed: Mapped[bytes]
    """bio: the profile and the code; vouch: what the moderators are asked to vouch for. With the person's key."""
    claim: Mapped[str | None] = mapped_column(String(96))
    """`handle:<keyed hash>` while passed: one subscriber at a time proves a handle."""
    community_id: Mapped[int | None] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))
    vouched_by: Mapped[list[str]] = mapped_column(JSON, default=list)
    vouches_needed: Mapped[int] = mapped_column(Integer, default=1)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    passed_at: Mapped[datetime | None]


class Alert(Base):
    """A message owed. state: owed, sent, waiting (direct messages closed), dead, cancelled.

    kind: case and escalation (to moderators), person (to a subscriber), contact (to a trusted contact), decision (to a
    reporter), vouch, vouch_over (what a vouch showed is taken from its message), notice.
    """

    __tablename__ = "alerts"
    __table_args__ = (UniqueConstraint("dedupe"), Index("ix_alerts_due", "state", "due_at"), USED_ONCE)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    dedupe: Mapped[str] = mapped_column(String(120))
    severity: Mapped[int] = mapped_column(Integer, default=0)
    community_id: Mapped[int | None] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("items.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    subscriber_id: Mapped[int | None] = mapped_column(
        ForeignKey("subscribers.id", ondelete="CASCADE"), index=True
    )
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)
    proof_id: Mapped[int | None] = mapped_column(ForeignKey("proofs.id", ondelete="CASCADE"))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """Codes and numbers for the text of a notice; never a name or a text."""
    state: Mapped[str] = mapped_column(String(16), default="owed")
    response: Mapped[str | None] = mapped_column(String(16))
    """What the person answered: opened, not_me, snoozed, stopped."""
    kept: Mapped[bool] = mapped_column(default=False)
    """The person wants their copy kept beyond its time."""
    sealed_copy: Mapped[bytes | None]
    """What the person may see of the item (`handlers.own_copy`), sealed with their key; None when it has had its time."""
    due_at: Mapped[datetime]
    lease_owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    nonce: Mapped[str] = mapped_column(String(25))
    """Sent with the message, so that the platform itself drops a second copy after a crash."""
    channel_ref: Mapped[str | None] = mapped_column(String(64))
    message_ref: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class Delivery(Base):
    """One attempt to send an alert. outcome: sent, rate_limited, closed, forbidden, missing, failed."""

    __tablename__ = "deliveries"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"), index=True)
    outcome: Mapped[str] = mapped_column(String(16))
    detail: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[datetime]


class Process(Base):
    """A running `headsup run`. One that has not been seen for a while is dead, and what it held is free."""

    __tablename__ = "processes"
    owner: Mapped[str] = mapped_column(String(64), primary_key=True)
    """What it calls itself in leases."""
    machine: Mapped[str] = mapped_column(String(160))
    pid: Mapped[int] = mapped_column(Integer)
    roles: Mapped[list[str]] = mapped_column(JSON)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Hold(Base):
    """What one process alone may do: receive with a Telegram token, be a Discord shard. Goes with its process."""

    __tablename__ = "holds"
    name: Mapped[str] = mapped_column(String(96), primary_key=True)
    owner: Mapped[str] = mapped_column(ForeignKey("processes.owner", ondelete="CASCADE"), index=True)


class Pace(Base):
    """How lately messages went to a place, or to a whole platform, from all processes together."""

    __tablename__ = "paces"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    """`community:<id>`, `subscriber:<id>`, `report:<id>`, `alert:<id>`, or `platform:<name>`."""
    sent: Mapped[list[float]] = mapped_column(JSON)
    """Seconds since the epoch, the newest last; no more than the limit counts."""
    failures: Mapped[int] = mapped_column(Integer, default=0)
    """How often in a row the platform failed there."""
    free_at: Mapped[datetime] = mapped_column(index=True)
    """When the next message may go."""
