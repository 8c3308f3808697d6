"""The gateway: websocket sessions that identify, heartbeat, receive dispatches, drop and resume.

Called by server.py, which owns one `Gateway`. A session outlives its socket: what was dispatched meanwhile
is replayed when the client resumes it.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web

from tests.fakes.discord.wire import Json

if TYPE_CHECKING:
    from tests.fakes.discord.guilds import Guild
    from tests.fakes.discord.messages import Message
    from tests.fakes.discord.server import FakeDiscord

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS = 0, 1, 2, 3, 4, 6, 7, 8
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11

INTENTS: dict[str, int] = {
    "guilds": 1 << 0,
    "members": 1 << 1,
    "presences": 1 << 8,
    "guild_messages": 1 << 9,
    "direct_messages": 1 << 12,
    "message_content": 1 << 15,
}
PRIVILEGED = ("members", "presences", "message_content")
_EVENT_INTENT = {
    "GUILD_MEMBER_ADD": "members",
    "GUILD_MEMBER_UPDATE": "members",
    "GUILD_MEMBER_REMOVE": "members",
    "INTERACTION_CREATE": None,
}


@dataclass(eq=False)
class Session:
    """One gateway session: its shard, its intents, and all that it was sent, for replays."""

    id: str
    shard: tuple[int, int]
    intents: int
    history: list[Json] = field(default_factory=list)
    outbox: asyncio.Queue[Json] | None = None  # None while no socket is attached
    resumable: bool = True

    def wants(self, intent: str | None) -> bool:
        """Whether it subscribed to an intent (None: events that need no intent)."""
        return intent is None or bool(self.intents & INTENTS[intent])

    def send(self, event: str, data: object) -> None:
        """Numbers an event, keeps it for replays, and sends it if a socket is attached."""
        frame = {"op": DISPATCH, "t": event, "s": len(self.history) + 1, "d": json.loads(json.dumps(data))}
        self.history.append(frame)
        if self.outbox is not None:
            self.outbox.put_nowait(frame)


class Gateway:
    """All sessions of the one bot, and what a test may do to them."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake
        self.sessions: list[Session] = []
        self._sockets: dict[web.WebSocketResponse, Session | None] = {}
        self.identifies = 0
        self.resumes = 0
        self.refuse_with: int | None = None
        self.presence: Json | None = None

    @property
    def connected(self) -> list[Session]:
        """The sessions with an open socket."""
        return [session for session in self._sockets.values() if session is not None]

    def dispatch(self, event: str, data: Json, guild: Guild | None, *, intent: str | None = "guilds") -> None:
        """Sends an event to every session whose shard and intents fit."""
        intent = _EVENT_INTENT.get(event, intent)
        if event == "GUILD_MEMBER_UPDATE" and data["user"]["id"] == self._fake.bot.id:
            intent = "guilds"  # of itself a bot hears without the members intent
        for session in self.sessions:
            if self.holds(session, guild) and session.wants(intent):
                session.send(event, data)

    def dispatch_message(self, event: str, message: Message) -> None:
        """MESSAGE_CREATE or MESSAGE_UPDATE; without the content intent, without content."""
        guild = message.channel.guild
        if guild is None and self._fake.bot not in message.channel.recipients:
            return
        if guild is not None and not (guild.has_bot and message.channel.can(self._fake.bot, "view_channel")):
            return
        intent = "direct_messages" if guild is None else "guild_messages"
        for session in self.sessions:
            if not self.holds(session, guild) or not session.wants(intent):
                continue
            body = message.event()
            readable = (
                guild is None
                or message.author is self._fake.bot
                or self._fake.bot.id in message.pinged
                or session.wants("message_content")
            )
            if not readable:
                body |= {"content": "", "embeds": [], "attachments": [], "components": []}
            session.send(event, body)

    def holds(self, session: Session, guild: Guild | None) -> bool:
        """Whether events of that guild (None: of conversations) go to that session's shard."""
        number, count = session.shard
        return (int(guild.id) >> 22) % count == number if guild else number == 0

    async def drop(self, code: int = 4000) -> None:
        """Closes every socket with `code`; the sessions can be resumed unless the code says otherwise."""
        for socket, session in list(self._sockets.items()):
            if session is not None:
                session.outbox = None
                session.resumable = session.resumable and code not in (4007, 4009, 1000, 1001)
            await socket.close(code=code, drain=False)

    async def ask_reconnect(self) -> None:
        """Op 7: the client must reconnect and resume."""
        for socket in list(self._sockets):
            await socket.send_str(json.dumps({"op": RECONNECT, "d": None, "s": None, "t": None}))

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9 to every socket; without `resumable` the client must identify anew."""
        for socket, session in list(self._sockets.items()):
            if session is not None and not resumable:
                session.resumable = False
            await socket.send_str(json.dumps({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None}))

    def forget_sessions(self) -> None:
        """From now on a resume of any present session is answered with op 9 false."""
        for session in self.sessions:
            session.resumable = False

    async def close(self) -> None:
        """Ends all sockets, at the end of the fake."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY, drain=False)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One websocket connection, from hello to its end."""
        socket = web.WebSocketResponse(max_msg_size=1 << 20)
        await socket.prepare(request)
        self._sockets[socket] = None
        outbox: asyncio.Queue[Json] = asyncio.Queue()
        writer = asyncio.create_task(
            self._write(socket, outbox, request.query.get("compress") == "zlib-stream")
        )
        outbox.put_nowait({"op": HELLO, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(socket, outbox, json.loads(message.data))
        finally:
            session = self._sockets.pop(socket, None)
            if session is not None and session.outbox is outbox:
                session.outbox = None
            writer.cancel()
            self._fake.pulse()
        return socket

    async def _write(
        self, socket: web.WebSocketResponse, outbox: asyncio.Queue[Json], compressed: bool
    ) -> None:
        compressor = zlib.compressobj()
        while True:
            frame = await outbox.get()
            text = json.dumps(frame, separators=(",", ":"))
            if socket.closed:
                return
            try:
                if compressed:
                    data = compressor.compress(text.encode()) + compressor.flush(zlib.Z_SYNC_FLUSH)
                    await socket.send_bytes(data)
                else:
                    await socket.send_str(text)
            except ConnectionError:
                return  # the client went away; its session keeps the event for a resume

    async def _receive(self, socket: web.WebSocketResponse, outbox: asyncio.Queue[Json], frame: Json) -> None:
        op, data = frame.get("op"), frame.get("d")
        if op == HEARTBEAT:
            outbox.put_nowait({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif op == IDENTIFY and isinstance(data, dict):
            await self._identify(socket, outbox, data)
        elif op == RESUME and isinstance(data, dict):
            await self._resume(socket, outbox, data)
        elif self._sockets.get(socket) is None:
            await socket.close(code=4003)
        elif op == MEMBERS and isinstance(data, dict):
            self._members(socket, data)
        elif op == PRESENCE and isinstance(data, dict):
            self.presence = data
        elif op != VOICE:
            await socket.close(code=4001)

    async def _identify(self, socket: web.WebSocketResponse, outbox: asyncio.Queue[Json], data: Json) -> None:
        self.identifies += 1
        shard = tuple(data.get("shard") or (0, 1))
        intents = data.get("intents")
        if self.refuse_with is not None:
            await socket.close(code=self.refuse_with)
        elif data.get("token") != self._fake.token:
            await socket.close(code=4004)
        elif self._sockets.get(socket) is not None:
            await socket.close(code=4005)
        elif not isinstance(intents, int):
            await socket.close(code=4013)
        elif any(
            intents & INTENTS[name] and name not in self._fake.privileged_intents for name in PRIVILEGED
        ):
            await socket.close(code=4014)
        elif len(shard) != 2 or not 0 <= shard[0] < shard[1]:
            await socket.close(code=4010)
        else:
            session = Session(secrets.token_hex(16), (shard[0], shard[1]), intents)
            session.outbox = outbox
            self._sockets[socket] = session
            guilds = [g for g in self._fake.guilds.values() if g.has_bot and self.holds(session, g)]
            session.send(
                "READY",
                {
                    "v": 10,
                    "user": self._fake.bot.own_payload(),
                    "session_id": session.id,
                    "shard": list(session.shard),
                    "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
                    "resume_gateway_url": self._fake.gateway_url,
                    "application": {"id": self._fake.application_id, "flags": self._fake.application_flags},
                },
            )
            self.sessions.append(session)
            if session.wants("guilds"):
                for guild in guilds:
                    # A guild from READY becomes available; one that is joined later lacks this key.
                    event = guild.event(all_members=session.wants("members")) | {"unavailable": False}
                    session.send("GUILD_CREATE", event)
        self._fake.pulse()

    async def _resume(self, socket: web.WebSocketResponse, outbox: asyncio.Queue[Json], data: Json) -> None:
        self.resumes += 1
        if data.get("token") != self._fake.token:
            await socket.close(code=4004)
            return
        session = next((s for s in self.sessions if s.id == data.get("session_id") and s.resumable), None)
        seen = data.get("seq") or 0
        if session is None:
            outbox.put_nowait({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
        elif seen > len(session.history):
            await socket.close(code=4007)
        else:
            self._sockets[socket] = session
            session.outbox = outbox
            for frame in session.history[seen:]:
                outbox.put_nowait(frame)
            session.send("RESUMED", {})
        self._fake.pulse()

    def _members(self, socket: web.WebSocketResponse, data: Json) -> None:
        session, guild = self._sockets[socket], self._fake.guilds.get(str(data.get("guild_id")))
        if session is None or guild is None or not guild.has_bot:
            return
        people = [self._fake.people[one] for one in guild.members]
        wanted = data.get("user_ids")
        if wanted:
            ids = {str(one) for one in (wanted if isinstance(wanted, list) else [wanted])}
            people = [person for person in people if person.id in ids]
        elif data.get("query") or not session.wants("members"):
            query = str(data.get("query") or "").lower()
            people = [person for person in people if query and person.name.lower().startswith(query)]
        chunk: Json = {
            "guild_id": guild.id,
            "members": [guild.member_payload(person) for person in people],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
        }
        if data.get("nonce"):
            chunk["nonce"] = data["nonce"]
        session.send("GUILD_MEMBERS_CHUNK", chunk)
