"""FakeTelegram: a Bot API server on loopback, its world, and its updates by polling or webhook.

Used by tests through the `fake_telegram` fixture (fixtures.py) or by hand: `async with FakeTelegram() as
fake`. The bot under test needs `fake.token` and `fake.api_url` (what stands before the token, ending in
"/bot").
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp
from aiohttp import web

from tests.fakes.faults import Fault, Faults, Gate, route_pattern
from tests.fakes.telegram import calls, description, methods_chats, methods_messages
from tests.fakes.telegram.calls import BotApiError, Call
from tests.fakes.telegram.world import Account, Chat, Json, Message, Pressed, TelegramFile

T = TypeVar("T")
#: Importing them puts their methods into the table of calls.
METHODS = (methods_chats, methods_messages)
#: Updates that a bot gets only if it asks for them by name.
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One call and its answer. `status` 0: the connection was cut."""

    method: str
    fields: Json
    files: tuple[str, ...]
    status: int
    answer: Any


class FakeTelegram:
    """One Telegram with one bot. What is wrong with a call or with our answers stands in `violations`."""

    def __init__(self, *, patience: float = 15.0) -> None:
        self._last_id = 1000
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, TelegramFile] = {}
        self.pressed: dict[str, Pressed] = {}
        self.requests: list[Recorded] = []
        self.violations: list[str] = []
        self.checked: Counter[str] = Counter()
        """How many "calls", "answers" and "updates" were held against the description."""
        self.seen: set[tuple[int, int]] = set()
        self.commands: dict[str, list[Json]] = {}
        self.faults = Faults()
        self.patience = patience
        self.privacy = True
        self.bot = self.user("Headsup", username="headsup_bot", is_bot=True)
        self.developer = self.user("developer")
        self.token = f"{self.bot.id}:{secrets.token_urlsafe(26)}"
        self.description = description.load()
        self.updates: list[Json] = []
        self.allowed: set[str] | None = None
        self.webhook: Json = {}
        self.webhook_statuses: list[int] = []
        self._poller: asyncio.Event | None = None
        self._pusher: asyncio.Task[None] | None = None
        self._ahead = 0.0
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.port = 0

    # --- running --------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.faults.release_all()
        if self._poller is not None:
            self._poller.set()
        if self._pusher is not None:
            self._pusher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._pusher
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """python-telegram-bot's `base_url` (config key `telegram.api_url`)."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def file_url(self) -> str:
        """python-telegram-bot's `base_file_url`."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    def now(self) -> float:
        """The fake's clock in seconds: monotonic, moved on by `pass_time`."""
        return time.monotonic() + self._ahead

    def pass_time(self, seconds: float) -> None:
        """Lets time pass for callback queries, at once."""
        self._ahead += seconds

    def pulse(self) -> None:
        """Something changed: whoever waits looks again."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, condition: Callable[[], T | None], what: str, timeout: float | None = None) -> T:
        """Waits until the condition gives something true and returns that; AssertionError names `what` it
        waited for."""
        limit = self.patience if timeout is None else timeout
        deadline = time.monotonic() + limit
        while not (found := condition()):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited {limit:g} s for {what}")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, 0.1))
        return found

    async def ready(self, timeout: float = 60.0) -> None:
        """Waits until the bot polls, or has set a webhook."""
        await self.until(
            lambda: self._poller is not None or self.webhook, "the bot to ask for updates", timeout
        )

    # --- the world ------------------------------------------------------------------------------------------

    def next_id(self) -> int:
        """A fresh number."""
        self._last_id += 1
        return self._last_id

    def user(self, name: str, *, username: str = "", is_bot: bool = False, language: str = "en") -> Account:
        """A new account."""
        number = self.next_id()
        account = Account(
            self, number, name, username or f"{name.lower().replace(' ', '_')}_{number}", is_bot, language
        )
        self.accounts[number] = account
        return account

    def private_chat(self, account: Account) -> Chat:
        """The private chat of the bot and a person; its id is the person's."""
        if account.id not in self.chats:
            self.chats[account.id] = Chat(self, account.id, "private", account=account)
        return self.chats[account.id]

    def group(
        self, title: str, *, type: str = "supergroup", forum: bool = False, bot_status: str = "member"
    ) -> Chat:
        """A new group ("group", "supergroup" or "channel") with the bot in it as member or administrator."""
        number = -self.next_id() if type == "group" else -1_000_000_000_000 - self.next_id()
        chat = Chat(self, number, type, title, is_forum=forum, roles={self.bot.id: bot_status})
        self.chats[number] = chat
        return chat

    def file(self, name: str, content: bytes, kind: str = "document") -> TelegramFile:
        """A file that was uploaded."""
        made = TelegramFile(f"file{self.next_id()}", name, content, kind)
        self.files[made.id] = made
        return made

    def bot_reads(self, message: Message) -> bool:
        """Whether privacy mode lets the bot see a person's message."""
        chat = message.chat
        status = chat.roles.get(self.bot.id, "left")
        if chat.account is not None:
            return not chat.account.blocked_bot
        if status in ("left", "kicked"):
            return False
        if not self.privacy or status == "administrator" or f"@{self.bot.username}" in message.text:
            return True
        if message.reply_to is not None and message.reply_to.sender is self.bot:
            return True
        return message.text.startswith("/") and "@" not in message.text.split()[0]

    def bot_moved(self, chat: Chat, by: Account, old: str, new: str) -> None:
        """The bot was added, removed, promoted, blocked: a my_chat_member update."""
        self.push(
            "my_chat_member",
            {
                "chat": chat.payload(),
                "from": by.payload(),
                "date": int(time.time()),
                "old_chat_member": calls.membership(self.bot, old),
                "new_chat_member": calls.membership(self.bot, new),
            },
        )

    def push(self, kind: str, body: Json) -> None:
        """Queues an update for the bot, if it wants that kind."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST
        if wanted:
            update = {"update_id": self.next_id(), kind: json.loads(json.dumps(body))}
            if self.description is not None:
                self.checked["updates"] += 1
                for one in self.description.answer("getUpdates", [update]):
                    self.violations.append(f"our update: {one}")
            self.updates.append(update)
        self.pulse()

    # --- faults ---------------------------------------------------------------------------------------------

    def rate_limit_next(
        self, method: str, *, retry_after: int = 1, times: int = 1, chat: Chat | None = None
    ) -> Fault:
        """429 for the next calls of a method (`*` for any), in one chat or in any."""
        return self.faults.add(Fault(_route(method, chat), times, 429, retry_after=retry_after))

    def fail_next(
        self,
        method: str,
        status: int = 500,
        times: int = 1,
        *,
        performed: bool = False,
        message: str = "",
        chat: Chat | None = None,
    ) -> Fault:
        """Any error for the next calls; status 0 cuts the connection; `performed`: only the answer is
        lost."""
        return self.faults.add(Fault(_route(method, chat), times, status, 0, message, performed=performed))

    def hold_next(self, method: str, *, performed: bool = False, chat: Chat | None = None) -> Gate:
        """Holds the next such call before (or, `performed`, after) it takes effect, until the gate is
        released."""
        gate = Gate()
        self.faults.add(Fault(_route(method, chat), 1, -1, performed=performed, gate=gate))
        return gate

    # --- updates --------------------------------------------------------------------------------------------

    async def poll(self, fields: Json) -> list[Json]:
        """getUpdates: holds the poll open; a second poller ends the first with 409."""
        if self.webhook:
            raise BotApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook "
                "to delete the webhook first",
            )
        if fields.get("allowed_updates") is not None:
            self.allowed = set(fields["allowed_updates"])
        offset = fields.get("offset") or 0
        if offset < 0:
            self.updates = self.updates[offset:]
        self.updates = [u for u in self.updates if u["update_id"] >= offset]
        if self._poller is not None:
            self._poller.set()
        mine = self._poller = asyncio.Event()
        deadline = time.monotonic() + float(fields.get("timeout") or 0)
        try:
            while not self.updates and time.monotonic() < deadline and not mine.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(
                        self._changed.wait(), min(0.2, max(0.01, deadline - time.monotonic()))
                    )
            if mine.is_set():
                raise BotApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot "
                    "instance is running",
                )
            return self.updates[: fields.get("limit") or 100]
        finally:
            if self._poller is mine:
                self._poller = None

    def set_webhook(self, fields: Json) -> None:
        """setWebhook or deleteWebhook: from now on updates are posted to its URL (none: polling again)."""
        self.webhook = fields if fields.get("url") else {}
        if fields.get("drop_pending_updates"):
            self.updates.clear()
        if fields.get("allowed_updates") is not None:
            self.allowed = set(fields["allowed_updates"])
        if self.webhook and self._pusher is None:
            self._pusher = asyncio.create_task(self._push_updates())

    async def _push_updates(self) -> None:
        pause = 0.05
        while True:
            if not self.webhook or not self.updates:
                await asyncio.sleep(0.05)
                continue
            update = self.updates[0]
            status = await self.post_update(update, self.webhook.get("secret_token"))
            if 200 <= status < 300:
                self.updates = [one for one in self.updates if one is not update]
            pause = 0.05 if 200 <= status < 300 else min(pause * 2, 2.0)
            await asyncio.sleep(pause)

    async def post_update(self, update: Json, secret: str | None) -> int:
        """Posts an update to the webhook with any secret (None: no header), and gives the status (0: no
        answer)."""
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(
                    self.webhook["url"], json=update, headers=headers, timeout=aiohttp.ClientTimeout(total=10)
                ) as response,
            ):
                self.webhook_statuses.append(response.status)
                return response.status
        except (aiohttp.ClientError, TimeoutError):
            self.webhook_statuses.append(0)
            return 0

    # --- serving --------------------------------------------------------------------------------------------

    async def _download(self, request: web.Request) -> web.Response:
        found = self.files.get(request.match_info["path"].split("/")[-1])
        if found is None or request.match_info["token"] != self.token:
            return web.Response(status=404)
        return web.Response(body=found.content)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fields, files = await self._read(request)
        call = Call(self, method, {}, files)
        if request.match_info["token"] != self.token:
            return self._reply(call, 401, "Unauthorized")
        refused = self._understand(call, fields)
        fault = self.faults.take("POST", f"{method} {call.fields.get('chat_id', '-')}")
        if fault is not None and fault.gate is not None and not fault.performed:
            await fault.gate.wait()
            if (
                request.transport is None or request.transport.is_closing()
            ):  # whoever called is dead: it never came
                return web.Response()
        status, answer, parameters = 200, None, None
        if fault is None or fault.performed or fault.gate is not None:
            status, answer, parameters = refused or await self._answer(call)
        if fault is not None and fault.gate is not None and fault.performed:
            await fault.gate.wait()
        if fault is None or fault.gate is not None:
            return self._reply(call, status, answer, parameters)
        if fault.status == 0:
            self.requests.append(Recorded(method, dict(fields), tuple(files), 0, None))
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.status == 429:
            wait = int(fault.retry_after)
            return self._reply(call, 429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        return self._reply(call, fault.status, fault.message or "Internal Server Error")

    async def _read(self, request: web.Request) -> tuple[dict[str, str], dict[str, tuple[str, bytes]]]:
        fields: dict[str, str] = dict(request.query)
        files: dict[str, tuple[str, bytes]] = {}
        if request.content_type == "application/json":
            body = await request.json()
            return {k: v if isinstance(v, str) else json.dumps(v) for k, v in body.items()} | fields, files
        if request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
            for key, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    files[key] = (value.filename, value.file.read())
                else:
                    fields[key] = value if isinstance(value, str) else bytes(value).decode()
        return fields, files

    def _understand(self, call: Call, fields: dict[str, str]) -> tuple[int, str, None] | None:
        """Decodes a call's fields and holds them against the description; -> the refusal of one that cannot be."""
        if self.description is None:
            call.fields = description.decode_plain(fields)
            return None
        if not self.description.knows(call.method):
            return 404, "Not Found", None
        self.checked["calls"] += 1
        call.fields, wrong = self.description.call(call.method, fields, call.files)
        self.violations += [f"{call.method}: {one}" for one in wrong]
        if any(one.endswith("is missing") for one in wrong):
            return 400, f"Bad Request: {wrong[0]}", None
        return None

    async def _answer(self, call: Call) -> tuple[int, Any, Json | None]:
        try:
            return 200, await calls.answer(call), None
        except BotApiError as error:
            if error.violation:
                self.violations.append(f"{call.method}: {error.text}")
            return error.status, error.text, error.parameters

    def _reply(self, call: Call, status: int, answer: Any, parameters: Json | None = None) -> web.Response:
        if self.description is not None:
            self.checked["answers"] += 1
            wrong = (
                self.description.answer(call.method, answer)
                if status == 200
                else self.description.value(parameters or {}, "ResponseParameters")
            )
            self.violations += [f"our answer to {call.method}: {one}" for one in wrong]
        if status == 200:
            body: Json = {"ok": True, "result": answer}
        else:
            body = {"ok": False, "error_code": status, "description": answer}
            if parameters:
                body["parameters"] = parameters
        self.requests.append(Recorded(call.method, call.fields, tuple(call.files), status, body))
        self.pulse()
        return web.json_response(body, status=status)


def _route(method: str, chat: Chat | None) -> re.Pattern[str]:
    """The calls of a method: in one chat, or in any."""
    return route_pattern(f"POST {method} {chat.id if chat is not None else '*'}")
