"""What handlers need of the configuration. Built by `bot.config`; every field has the default that operators see."""

from __future__ import annotations

from datetime import timedelta

from pydantic import BaseModel, ConfigDict, Field

from intent import Severity


class Limits(BaseModel):
    """`[limits]`: how much one account may do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reports_per_hour: int = Field(10, ge=1, description="Reports that one member may make in an hour.")
    persons: int = Field(
        3,
        ge=1,
        description="Persons on one subscriber's watchlist; moderators can allow a representative more.",
    )
    terms: int = Field(
        40, ge=1, description="Names, aliases, handles, links and context words of one person, together."
    )
    feeds: int = Field(25, ge=1, description="Feeds that one community may follow.")
    watch_changes_per_hour: int = Field(30, ge=1, description="Changes to one watchlist in an hour.")


class Retention(BaseModel):
    """`[retention]`: how long what is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unmatched_items_hours: int = Field(
        24, ge=1, description="Items that ask for nobody keep only hash and ids after this."
    )
    decided_cases_days: int = Field(
        90, ge=1, description="The text of decided cases goes after this; so do copies that no person keeps."
    )
    reporters_days: int = Field(30, ge=1, description="Reporters' ids become keyed hashes after this.")
    open_cases_days: int = Field(
        180, ge=1, description="The text of cases that nobody decided goes after this."
    )
    deliveries_days: int = Field(90, ge=1, description="Attempts to deliver are forgotten after this.")


class Alerting(BaseModel):
    """`[alerting]`: who hears when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    review_matches_from: str = Field(
        "high", description="A person found only tentatively (tier review) is alerted from this severity on."
    )
    proof_days: int = Field(180, ge=1, description="An identity proof is good for this many days.")
    proof_code_hours: int = Field(24, ge=1, description="A code for a profile is good for this many hours.")
    profile_sites: tuple[str, ...] = Field(
        (), description="Hosts, besides the sites that Headsup knows, on which a profile can be proved."
    )
    vouching: tuple[str, ...] = Field(
        (), description="Communities whose moderators may vouch; none: the home, or the only one there is."
    )
    attempts: int = Field(
        12, ge=1, description="Failed attempts after which an alert waits for somebody to look."
    )
    feed_blind_hours: int = Field(
        6, ge=1, description="A feed that has not worked for so long is said to be blind."
    )

    @property
    def review_from(self) -> Severity:
        """`review_matches_from` as a severity."""
        return Severity.parse(self.review_matches_from)


LEASE = timedelta(seconds=60)
"""How long a process may hold a feed or an alert before another one takes it over."""
