"""Prometheus metrics: counts and times, by kinds and outcomes alone; never a name, a community or a feed's address."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

DELIVERIES = Counter("headsup_deliveries", "Attempts to send an alert", ["outcome"], registry=REGISTRY)
POLLS = Counter("headsup_feed_polls", "Polls of feeds", ["kind", "outcome"], registry=REGISTRY)
ITEMS = Counter("headsup_feed_items", "New items that polls brought", ["kind"], registry=REGISTRY)
CALLS = Counter("headsup_inbound_calls", "Calls of webhooks and hubs", ["outcome"], registry=REGISTRY)
SCREENED = Counter("headsup_items_screened", "Items screened", registry=REGISTRY)
SCREENING = Histogram("headsup_screening_seconds", "Seconds to screen a batch", registry=REGISTRY)
WAKES = Counter("headsup_queue_wakes", "Wake-ups sent through the queue", ["task"], registry=REGISTRY)
FAILURES = Counter("headsup_task_failures", "Tasks that raised", ["task"], registry=REGISTRY)
READY = Gauge(
    "headsup_ready", "Whether a part (database, queue, a platform) works: 1 or 0", ["part"], registry=REGISTRY
)
OWED = Gauge("headsup_alerts_owed", "Alerts owed, by state", ["state"], registry=REGISTRY)
ITEMS_NEW = Gauge("headsup_items_waiting", "Items that wait to be screened", registry=REGISTRY)
FEEDS = Gauge("headsup_feeds", "Feeds, by kind and state", ["kind", "state"], registry=REGISTRY)
ITEMS_WEEK = Gauge("headsup_feed_items_week", "New items of the last week", ["kind"], registry=REGISTRY)
FINDINGS_WEEK = Gauge(
    "headsup_feed_findings_week", "Items of them with a severity", ["kind"], registry=REGISTRY
)
PERSONS = Gauge("headsup_persons_indexed", "Persons that the matching engine knows", registry=REGISTRY)
PROCESSES = Gauge(
    "headsup_processes", "Processes on this database that live, by role", ["role"], registry=REGISTRY
)
