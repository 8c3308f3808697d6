"""The `headsup` command. Each group of commands is a module of `bot/commands`; this one joins them and handles errors.

Exit status: 0 it worked, 1 it worked in part or a check failed, 2 it could not be done. Results go to stdout (JSON lines
where programs read them), progress and errors to stderr. Heavy imports wait until a command needs them.
"""

from __future__ import annotations

import sys

import typer

from bot.commands import data, engines, feed, keys, measure, queue, service

app = typer.Typer(
    name="headsup",
    help="A heads-up when someone asks for your likeness.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
service.register(app)
engines.register(app)
measure.register(app)
app.add_typer(feed.app, name="feed")
app.add_typer(data.app, name="db")
app.add_typer(keys.app, name="keys")
app.add_typer(queue.app, name="queue")


def main() -> None:
    """The console script."""
    from bot.commands.problems import explained

    try:
        with explained():
            app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
