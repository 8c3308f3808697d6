"""Updates from Telegram, by long polling or by webhook, each handed on once it is whole. Used by `client`.

An update is confirmed to Telegram only after it was carried out (or after ten seconds, so that a slow one holds nobody
up): what was in hand when the process died comes again. One account's updates are carried out in their order.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from weakref import WeakValueDictionary

import structlog
from aiohttp import web
from telegram import Bot, Update, error
from yarl import URL

from bot.config import TelegramSettings
from bot.platforms.base import PlatformError

log = structlog.get_logger(__name__)
WANTED = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
]
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LONG, _PATIENCE, _CONFLICTS, _REMEMBERED = 25, 10.0, 6, 5000
_FAREWELL = 2.0
"""Seconds that telling Telegram what is done may take at the end."""

Take = Callable[[Update], Awaitable[None]]


class Receiver:
    """Polls, or is called. `ready` says whether updates come."""

    def __init__(self, bot: Bot, settings: TelegramSettings, take: Take) -> None:
        self._bot = bot
        self._settings = settings
        self._take = take
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._in_hand: set[asyncio.Task[None]] = set()
        self._unconfirmed: int | None = None
        self._serving = self.ready = False

    async def serve(self) -> None:
        """Receive until cancelled. Raises PlatformError."""
        self._serving = True
        try:
            if self._settings.webhook_url is None:
                await self._poll()
            else:
                await self._be_called(self._settings.webhook_url)
        finally:
            self._serving = self.ready = False
            if self._in_hand:
                await asyncio.wait(self._in_hand, timeout=_PATIENCE / 2)
            await self._confirm()

    # --- polling ------------------------------------------------------------------------------------------------

    async def _poll(self) -> None:
        offset, faults, conflicts, begun = 0, 0, 0, False
        while True:
            try:
                if not begun:
                    await self._bot.delete_webhook()
                    begun = self.ready = True
                updates = await self._bot.get_updates(
                    offset, timeout=_LONG, read_timeout=_LONG + 10, allowed_updates=WANTED
                )
            except error.Conflict:
                self.ready, conflicts = False, conflicts + 1
                log.warning("another program receives with this Telegram token")
                if conflicts >= _CONFLICTS:
                    raise PlatformError(
                        "Another program receives with this Telegram token. Stop it, or run only one process with "
                        "the role telegram: Telegram gives each update to one of them."
                    ) from None
                await asyncio.sleep(1.0)
                continue
            except error.InvalidToken:
                raise PlatformError("Telegram refused the token. Ask @BotFather for a new one.") from None
            except error.TelegramError as fault:
                faults += 1
                if self.ready:
                    log.warning("no updates from Telegram just now", error=type(fault).__name__)
                self.ready = False
                await asyncio.sleep(min(30.0, 0.5 * 2 ** min(faults, 6)))
                continue
            self.ready, faults, conflicts = True, 0, 0
            self._unconfirmed = None
            if updates:
                offset = self._unconfirmed = updates[-1].update_id + 1
            await self._carry_out(updates)

    async def _confirm(self) -> None:
        """Tell Telegram at the end that all it gave last is done; else it would come again after the next start."""
        if self._unconfirmed is None or self._in_hand:
            return
        with contextlib.suppress(error.TelegramError):
            await self._bot.get_updates(
                self._unconfirmed, limit=1, timeout=0, read_timeout=_FAREWELL, allowed_updates=WANTED
            )

    async def _carry_out(self, updates: Sequence[Update]) -> None:
        tasks = [self._begin(update) for update in updates]
        waiting = [task for task in tasks if task is not None]
        if waiting:
            await asyncio.wait(waiting, timeout=_PATIENCE)

    # --- webhook ------------------------------------------------------------------------------------------------

    @property
    def routes(self) -> list[web.RouteDef]:
        """What the HTTP listener serves for Telegram: nothing, while polling."""
        if self._settings.webhook_url is None:
            return []
        return [web.post(URL(self._settings.webhook_url).path, self._called)]

    @property
    def _secret(self) -> str:
        if self._settings.webhook_secret is not None:
            return self._settings.webhook_secret.get_secret_value()
        return hmac.new(self._bot.token.encode(), b"webhook", hashlib.sha256).hexdigest()

    async def _be_called(self, url: str) -> None:
        while not self.ready:
            try:
                await self._bot.set_webhook(url, secret_token=self._secret, allowed_updates=WANTED)
                self.ready = True
            except error.BadRequest as refused:
                raise PlatformError(
                    f"Telegram does not take telegram.webhook_url: {refused.message}. It must be an https address that "
                    "reaches the http listener; leave it out to poll."
                ) from None
            except error.TelegramError as fault:
                log.warning("the webhook could not be set; trying again", error=type(fault).__name__)
                await asyncio.sleep(5.0)
        await asyncio.Event().wait()

    async def _called(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret.encode()):
            return web.Response(status=403)
        if not self._serving:  # not logged in yet, or ending: Telegram gives it again
            return web.Response(status=503)
        try:
            update = Update.de_json(await request.json(), self._bot)
        except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError):
            return web.Response(status=400)
        await self._carry_out([update])
        return web.Response()

    # --- carrying out -------------------------------------------------------------------------------------------

    def _begin(self, update: Update) -> asyncio.Task[None] | None:
        if update.update_id in self._seen:
            return None
        self._seen[update.update_id] = None
        while len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        task = asyncio.create_task(self._in_turn(update))
        self._in_hand.add(task)
        task.add_done_callback(self._in_hand.discard)
        return task

    async def _in_turn(self, update: Update) -> None:
        who = update.effective_user
        turn = self._turns.setdefault(who.id if who is not None else 0, asyncio.Lock())
        async with turn:
            await self._take(update)
