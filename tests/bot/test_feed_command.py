"""`headsup feed test` against a real server: what it shows, and what a feed's bar holds back."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.bot.test_commands import Run, run

__all__ = ["run"]

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Requests</title><link>http://x.example/</link>
<item><title>[likeness] a model of Jorunn Valderhaug</title><link>http://x.example/1</link><guid>1</guid></item>
<item><title>[likeness] [minor] of a pupil</title><link>http://x.example/2</link><guid>2</guid></item>
<item><title>a landscape</title><link>http://x.example/3</link><guid>3</guid></item>
</channel></rss>"""


class _Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/feed.rss"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(FEED if found else b"")

    def log_message(self, *_: object) -> None:
        """Nothing on stderr, which the tests read."""


@pytest.fixture
def feed() -> Iterator[str]:
    """The address of a feed with three posts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Feed)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed.rss"
    server.shutdown()
    thread.join()
    server.server_close()


def _config(folder: Path, least: str = "") -> None:
    (folder / "config.toml").write_text(
        f'[fetch]\nallow_private = ["127.0.0.1"]\ngap_seconds = 0\n{least}', "utf-8"
    )


def test_it_shows_the_newest_posts_as_they_would_be_screened(run: Run, tmp_path: Path, feed: str) -> None:
    _config(tmp_path)
    status, out, err = run("feed", "test", feed, "--kind", "rss")
    assert status == 0, err
    asked, young, nothing = map(json.loads, out.splitlines())
    assert (asked["title"], asked["severity"], asked["unsure"]) == (
        "[likeness] a model of Jorunn Valderhaug",
        "low",
        False,
    )
    assert young["title"] is None, "of what may concern a young person nothing is shown"
    assert (nothing["severity"], nothing["labels"]) == ("none", [])


def test_it_says_what_the_feeds_bar_holds_back(run: Run, tmp_path: Path, feed: str) -> None:
    _config(tmp_path, "[policy.least.rss]\nlikeness = 0.99\n")
    status, out, err = run("feed", "test", feed, "--kind", "rss")
    assert status == 0, err
    asked, young, nothing = map(json.loads, out.splitlines())
    assert (asked["severity"], asked["unsure"]) == ("none", True)
    assert (young["severity"], young["unsure"]) == ("critical", False), "never held back"
    assert nothing["unsure"] is False


def test_an_address_without_a_feed_is_status_two_and_says_so(run: Run, tmp_path: Path, feed: str) -> None:
    _config(tmp_path)
    status, _, err = run("feed", "test", feed.replace("feed", "none"), "--kind", "rss")
    assert status == 2
    assert "404" in err
    assert "Traceback" not in err
