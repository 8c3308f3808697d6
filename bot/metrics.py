"""Prometheus metrics: counts and times, by kinds and outcomes alone; never a name, a community or a feed's address."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

DELIVERIES = Counter("headsup_deliveries", "Attempts to send an alert", ["outcome"], registry=REGISTRY)
POLLS = Counter("headsup_feed_polls", "Polls of feeds", ["outcome"], registry=REGISTRY)
SCREENED = Counter("headsup_items_screened", "Items screened", registry=REGISTRY)
SCREENING = Histogram("headsup_screening_seconds", "Seconds to screen a batch", registry=REGISTRY)
FAILURES = Counter("headsup_task_failures", "Tasks that raised", ["task"], registry=REGISTRY)
OWED = Gauge("headsup_alerts_owed", "Alerts owed, by state", ["state"], registry=REGISTRY)
ITEMS_NEW = Gauge("headsup_items_waiting", "Items that wait to be screened", registry=REGISTRY)
FEEDS = Gauge("headsup_feeds", "Feeds, by state", ["state"], registry=REGISTRY)
PERSONS = Gauge("headsup_persons_indexed", "Persons that the matching engine knows", registry=REGISTRY)
