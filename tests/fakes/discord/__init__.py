"""A Discord of our own on loopback: REST, gateway, and people who use their clients.

Tests use the `fake_discord` fixture (fixtures.py), or `async with FakeDiscord() as fake`. Start reading in
server.py; people.py is what tests call most. To add a route see routes.py. Imports nothing of the product
and no chat library.
"""

from tests.fakes.discord.commands import RefusedError
from tests.fakes.discord.components import Component
from tests.fakes.discord.interactions import Answer, Modal
from tests.fakes.discord.messages import Attachment, Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.places import Channel, Guild, Role
from tests.fakes.discord.server import FakeDiscord

__all__ = [
    "Answer",
    "Attachment",
    "Channel",
    "Component",
    "FakeDiscord",
    "Guild",
    "Message",
    "Modal",
    "Person",
    "RefusedError",
    "Role",
]
