"""No code of this project opens outgoing HTTP except the guarded fetcher; chat platforms speak through
their libraries."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("feeds", "intent", "watchlists", "handlers", "storage", "bot", "text")
EXEMPT = ("bot/platforms/",)
THE_FETCHER = "feeds/fetch.py"
OTHER_CLIENTS = frozenset(
    {"requests", "httpx", "httpcore", "urllib3", "http.client", "urllib.request", "ftplib", "telnetlib",
     "smtplib", "websockets", "websocket", "pycurl", "aiohttp.client", "aiohttp.connector", "xmlrpc.client",
     "huggingface_hub"}
)  # fmt: skip
CLIENT_NAMES = frozenset(
    {"ClientSession", "TCPConnector", "UnixConnector", "ws_connect", "urlopen", "urlretrieve",
     "open_connection", "create_connection"}
)  # fmt: skip


def openings(source: str) -> list[str]:
    """What in a module could open a connection by itself."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if _client(alias.name)]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
            found += [
                name
                for name in names
                if _client(name) or _client(module) or name.split(".")[-1] in CLIENT_NAMES
            ]
        elif isinstance(node, ast.Attribute) and node.attr in CLIENT_NAMES:
            found.append(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "aiohttp" and node.func.attr == "request":
                found.append("aiohttp.request")
    return found


def _client(name: str) -> bool:
    return any(name == other or name.startswith(f"{other}.") for other in OTHER_CLIENTS)


def sources() -> list[Path]:
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [path for path in found if not path.relative_to(ROOT).as_posix().startswith(EXEMPT)]


def test_only_the_fetcher_opens_outgoing_http() -> None:
    offenders = {
        path.relative_to(ROOT).as_posix(): found
        for path in sources()
        if (found := openings(path.read_text("utf-8")))
    }
    assert set(offenders) == {THE_FETCHER}


def test_the_search_looks_at_every_package() -> None:
    scanned = [path.relative_to(ROOT).parts[0] for path in sources()]
    assert len(scanned) > 40
    assert {"feeds", "intent", "watchlists"} <= set(scanned)


@pytest.mark.parametrize(
    "source",
    ["import requests", "from urllib.request import urlopen", "import urllib.request", "import httpx as h",
     "import aiohttp\naiohttp.ClientSession()", "from aiohttp import ClientSession", "import http.client",
     "import asyncio\nasyncio.open_connection('h', 1)", "import aiohttp\naiohttp.request('GET', 'u')",
     "from urllib import request"],
)  # fmt: skip
def test_the_search_would_find_another_way_out(source: str) -> None:
    assert openings(source)
