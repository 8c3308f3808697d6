"""`headsup doctor`: everything that `run` needs, each with a remedy. The exit status says whether all is well."""

from __future__ import annotations

import os
from pathlib import Path

from rich.console import Console
from sqlalchemy import func, select

from bot import upkeep
from bot.commands.problems import ERR
from bot.composition import fetcher, load_classifier, master_keys
from bot.config import Config, ConfigError, load
from bot.findings import Finding
from bot.queue import QueueError
from bot.queue import check as check_queue
from bot.queue.brokers import shown
from feeds import FeedError
from handlers.feed_kinds import PUSHED
from handlers.vault import Vault
from intent import ModelError
from storage import Database, DatabaseError
from storage import schema as tables
from watchlists.sealing import SealingError


async def examine(path: Path | None) -> int:
    """Look at everything and print it; -> exit status."""
    findings: list[Finding] = []
    try:
        config = load(path)
        configured = config.configured_feeds()
        findings.append(Finding("configuration", True, f"{len(configured)} feeds"))
    except ConfigError as error:
        _show([Finding("configuration", False, str(error), "Mend the key and run doctor again.")])
        return 1
    with ERR.status("looking"):
        findings += await check_database(config)
        findings += await _upkeep(config)
        findings.append(await _queue(config))
        findings.append(_model(config))
        if config.discord.token is not None or config.telegram.token is None:
            findings.append(await _discord(config))
        if config.telegram.token is not None:
            findings.append(await _telegram(config, config.telegram.token.get_secret_value()))
        findings += await _feeds(config)
    _show(findings)
    return 0 if all(finding.good for finding in findings) else 1


def _show(findings: list[Finding]) -> None:
    console = Console(highlight=False)
    for finding in findings:
        console.print(
            ("[green]✔[/] " if finding.good else "[red]✘[/] ") + f"[bold]{finding.what}[/]: ", end=""
        )
        console.print(finding.detail, markup=False)
        if finding.remedy:
            console.print(f"    → {finding.remedy}", markup=False)


async def check_database(config: Config) -> list[Finding]:
    """Key, schema, and whether what is sealed opens."""
    try:
        keys = master_keys(config)
    except SealingError as error:
        return [Finding("master key", False, str(error), "headsup keys new")]
    where = "HEADSUP_MASTER_KEY" if os.environ.get("HEADSUP_MASTER_KEY") else str(config.keys.file)
    findings = [Finding("master key", True, f"{where}, id {keys.ids[0]}")]
    try:
        database = Database(config.database.url)
    except DatabaseError as error:
        return [*findings, Finding("database", False, str(error))]
    try:
        if database.path is not None and not database.path.exists():
            return [*findings, Finding("database", True, "will be made at the first start")]
        revision, wanted = await database.revision()
        if revision != wanted:
            findings.append(
                Finding(
                    "database", False, f"schema {revision or 'empty'}, wanted {wanted}", "headsup db upgrade"
                )
            )
            return findings
        findings.append(Finding("database", True, f"{database.url.get_backend_name()}, schema {revision}"))
        findings.append(await _sealed(database, keys))
    except DatabaseError as error:
        findings.append(Finding("database", False, str(error)))
    finally:
        await database.close()
    return findings


async def _upkeep(config: Config) -> list[Finding]:
    """Key file, disk, and, where there is a database of today's schema, what is owed, backups and communities."""
    findings = []
    if not os.environ.get("HEADSUP_MASTER_KEY") and config.keys.file.exists():
        findings.append(upkeep.key_file(config.keys.file))
    try:
        database = Database(config.database.url)
    except DatabaseError:
        return findings  # check_database has said it
    try:
        findings.append(upkeep.disk(config, database))
        if database.path is None or database.path.exists():
            revision, wanted = await database.revision()
            if revision == wanted:
                findings.append(await _owed(database))
                findings += await _troubled(database)
                findings.append(await upkeep.backups(database))
                findings += await upkeep.communities(database)
                findings += await upkeep.named_communities(config, database)
    except DatabaseError:
        pass
    finally:
        await database.close()
    return findings


async def _sealed(database: Database, keys: object) -> Finding:
    from watchlists.sealing import MasterKeys

    assert isinstance(keys, MasterKeys)  # noqa: S101 - from master_keys
    bad, total = 0, 0
    try:
        async with database.read() as session:
            secrets = {row.name: row for row in (await session.scalars(select(tables.Secret))).all()}
            if not secrets:
                return Finding("sealed data", True, "none yet")
            vault = Vault(keys, keys.unwrap(secrets["data"].wrapped), keys.unwrap(secrets["lookup"].wrapped))
            async for person in await session.stream_scalars(select(tables.Person)):
                total += 1
                try:
                    vault.open_person(person)
                except SealingError:
                    bad += 1
    except SealingError as error:
        return Finding("sealed data", False, str(error))
    if bad:
        return Finding(
            "sealed data", False, f"{bad} of {total} persons do not open", "Restore them from a backup."
        )
    return Finding("sealed data", True, f"{total} persons open")


async def _troubled(database: Database) -> list[Finding]:
    """Feeds that the running bot found blind, stale or stopped."""
    async with database.read() as session:
        trouble = tables.Feed.told.is_not(None) | tables.Feed.state.in_(("paused", "disabled"))
        query = select(tables.Feed).where(tables.Feed.state != "removed", trouble).order_by(tables.Feed.id)
        feeds = (await session.scalars(query)).all()
    return [
        Finding(
            f"feed {feed.name}, as the bot last saw it",
            False,
            f"{feed.told or feed.state}. {(feed.last_error or {}).get('message', '')}".strip(),
            (feed.last_error or {}).get("remedy", "") or "Look whether it is still the right address.",
        )
        for feed in feeds
    ]


async def _owed(database: Database) -> Finding:
    async with database.read() as session:
        query = select(tables.Alert.state, func.count()).group_by(tables.Alert.state)
        counts = dict((await session.execute(query)).all())
        failed = await session.scalar(
            select(func.count()).select_from(tables.Item).where(tables.Item.state == "failed")
        )
    dead = counts.get("dead", 0)
    detail = ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "none yet"
    remedies = []
    if failed:
        detail += f"; {failed} items could not be screened and were set aside"
        remedies.append("Please report the items as a fault of Headsup.")
    if dead:
        remedies.append(
            "Alerts were given up after many attempts: look at the channel's permissions, then /setup."
        )
    if remedies:
        remedies.append("See `headsup queue dead list`; `headsup queue dead retry --all` tries again.")
    return Finding("alerts", not remedies, detail, " ".join(remedies))


async def _queue(config: Config) -> Finding:
    try:
        await check_queue(config.queue.url, config.queue.prefix)
    except QueueError as error:
        return Finding("queue", False, str(error))
    return Finding("queue", True, shown(config.queue.url))


def _model(config: Config) -> Finding:
    try:
        classifier = load_classifier(config)
        classifier.classify(["looking for a portrait artist"])
    except ModelError as error:
        return Finding("model", False, str(error))
    return Finding("model", True, classifier.version)


async def _discord(config: Config) -> Finding:
    """Token, application, intents; permissions are checked where they matter, by /setup in each server."""
    if config.discord.token is None:
        return Finding("Discord", False, "no token", "Set discord.token, or HEADSUP_DISCORD__TOKEN.")
    import discord

    if config.discord.api_url:
        discord.http.Route.BASE = config.discord.api_url.rstrip("/")
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(config.discord.token.get_secret_value())
        servers = len([guild async for guild in client.fetch_guilds(limit=200)])
        name = client.user.name if client.user else "?"
        invite = discord.utils.oauth_url(
            client.application_id or 0,
            permissions=discord.Permissions(
                view_channel=True,
                send_messages=True,
                send_messages_in_threads=True,
                embed_links=True,
                read_message_history=True,
                attach_files=True,
            ),
            scopes=("bot", "applications.commands"),
        )
        flags = (await client.application_info()).flags
        if config.discord.watch_channels and not (
            flags.gateway_message_content or flags.gateway_message_content_limited
        ):
            return Finding(
                "Discord",
                False,
                "discord.watch_channels needs the privileged intent Message Content, which is off",
                "Developer portal, Bot, Message Content Intent: on. Or set discord.watch_channels = false.",
            )
        remedy = f"Invite it: {invite}" if servers == 0 else ""
        return Finding("Discord", True, f"logged in as {name}, in {servers} servers", remedy)
    except discord.LoginFailure:
        return Finding(
            "Discord", False, "the token was refused", "Copy it anew: developer portal, Bot, Reset Token."
        )
    except (discord.HTTPException, OSError) as error:
        return Finding("Discord", False, f"cannot be reached ({type(error).__name__})", "Check the network.")
    finally:
        await client.close()


async def _telegram(config: Config, token: str) -> Finding:
    """The token, and that messages come by one way alone; rights are checked where they matter, by /setup."""
    from telegram import Bot, error

    base = (config.telegram.api_url or "https://api.telegram.org").rstrip("/").removesuffix("/bot")
    try:
        async with Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as bot:
            hook = await bot.get_webhook_info()
            way = f"called at {hook.url}" if hook.url else "polling"
            failed = f"; last fault: {hook.last_error_message}" if hook.last_error_message else ""
            nosy = bot.bot.can_read_all_group_messages
            remedy = "Headsup needs commands alone: @BotFather, /setprivacy, Enable." if nosy else ""
            return Finding("Telegram", True, f"logged in as @{bot.username}, {way}{failed}", remedy)
    except error.InvalidToken:
        return Finding("Telegram", False, "the token was refused", "Ask @BotFather for it: /token.")
    except error.TelegramError as fault:
        return Finding("Telegram", False, f"cannot be reached ({type(fault).__name__})", "Check the network.")


async def _feeds(config: Config) -> list[Finding]:
    from feeds import preview

    findings = []
    async with fetcher(config) as fetch:
        for feed in config.configured_feeds():
            if feed.kind in PUSHED:
                continue
            try:
                poll = await preview(feed.kind, feed.settings, fetch)
            except FeedError as error:
                findings.append(Finding(f"feed {feed.name}", False, error.message, error.remedy))
            else:
                findings.append(Finding(f"feed {feed.name}", True, f"{len(poll.items)} items shown"))
    return findings
