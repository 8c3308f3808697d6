"""A Telegram of our own on loopback: the Bot API by polling and webhook, and people who use their clients.

Tests use the `fake_telegram` fixture (fixtures.py), or `async with FakeTelegram() as fake`. Start reading
in server.py. Imports nothing of the product and no chat library.
"""

from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.world import Account, Chat, Message, Pressed, RefusedError

__all__ = ["Account", "Chat", "FakeTelegram", "Message", "Pressed", "RefusedError"]
