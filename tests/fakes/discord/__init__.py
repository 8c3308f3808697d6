"""A Discord of our own on loopback: REST, gateway, and people who use their clients.

Tests use the `fake_discord` fixture (fixtures.py), or `async with FakeDiscord() as fake`. Start reading in
server.py; people.py is what tests call most. To add a route see routes.py. Imports nothing of the product and
no chat library. A test in short:

    guild = fake_discord.guild("Harbour")                     # with the bot in it, and an owner
    alerts, mods = guild.channel("alerts"), guild.role("mods", "manage_messages")
    alice, mo = guild.member("alice"), guild.member("mo", [mods])
    ...                                                       # start the bot with api_url and token
    await fake_discord.ready("report", "watch")               # connected, these commands registered
    answer = await alice.slash(alerts, "report", link="https://example.org/1")
    assert answer.ephemeral and "H-" in answer.text
    card = await alerts.next_message()                        # waits; each message is returned once
    form = await mo.press(card, "Dismiss")                    # by label or custom id
    done = await mo.submit(form, {"Reason": "Not a person"})  # by label or custom id
    note = await alice.next_dm()
"""

from tests.fakes.discord.commands import RefusedError
from tests.fakes.discord.components import Component
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.interactions import Answer, Modal
from tests.fakes.discord.messages import Attachment, Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.places import Channel, Role
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
