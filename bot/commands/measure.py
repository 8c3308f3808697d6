"""`headsup eval` and `headsup train`: measuring the classifier, and training it anew."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.commands.problems import ERR, ConfigOption


class _FilesOrCommand(TyperGroup):
    """`headsup eval posts.jsonl` is `headsup eval run posts.jsonl`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `run` in front of anything that is no command of this group."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["run", *args]
        return super().parse_args(ctx, args)


evaluation = typer.Typer(
    cls=_FilesOrCommand,
    help="Measure the classifier.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@evaluation.command("run")
def run(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Labelled JSON lines; default: the test split.")
    ] = None,
    picture: Annotated[Path | None, typer.Option(help="Draw the threshold curves into this PNG.")] = None,
    base_rate: Annotated[
        float, typer.Option(help="Share of likeness requests in the wild.", min=0.0001, max=1)
    ] = 0.067,
    compare: Annotated[bool, typer.Option(help="Beside keyword rules, TF-IDF and zero-shot.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
    config: ConfigOption = None,
) -> None:
    """Precision, recall, F1 per label, language and kind, calibration, beside what one would use otherwise.

    Example: headsup eval posts.jsonl --picture curves.png
    """
    from bot.composition import load_classifier
    from bot.config import load
    from intent import TrainingDataError, evaluation

    for file in files or []:
        if not file.is_file():
            ERR.print(f"There is no file {file}.", markup=False)
            sys.exit(2)
    with ERR.status("evaluating") as status:
        try:
            report = evaluation.run(
                files or [],
                classifier=load_classifier(load(config)),
                comparators=compare,
                picture=picture,
                base_rate=base_rate,
                report=status.update,
            )
        except TrainingDataError as error:
            ERR.print(str(error), markup=False)
            sys.exit(2)
    typer.echo(json.dumps(report.as_dict()) if as_json else report.text())


@evaluation.command("export")
def export(config: ConfigOption = None) -> None:
    """Write moderators' decisions as labelled, anonymised lines, for `headsup train --with`. Never automatic.

    Names that nobody watches stay in them: read the lines before you share them.

    Example: headsup eval export > decisions.jsonl
    """
    from bot.commands.lines import write
    from bot.composition import open_house
    from bot.config import load
    from handlers import learning

    async def work() -> None:
        async with open_house(load(config)) as (house, _):
            async for record in learning.decisions(house):
                write([record])

    asyncio.run(work())


def train(
    out: Annotated[Path, typer.Argument(help="Folder for the new model.")],
    extra: Annotated[
        list[Path] | None,
        typer.Option(
            "--with", help="More labelled JSON lines: 70 % are trained on, the rest chooses and measures."
        ),
    ] = None,
    work: Annotated[Path, typer.Option(help="Checkpoints; the same folder resumes.")] = Path(
        ".headsup-train"
    ),
    version: Annotated[str, typer.Option(help="What the model will call itself.")] = "local",
    threads: Annotated[int, typer.Option(min=1)] = 2,
    start: Annotated[
        str | None,
        typer.Option(
            "--from", help="Go on from a model: its folder, or 'shipped'. Otherwise from the encoder."
        ),
    ] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="How often each text is seen.")] = None,
) -> None:
    """Train the classifier on the shipped texts and yours; needs the extra \\[torch].

    Example: headsup train my-model --with decisions.jsonl --from shipped --epochs 2
    """
    from intent import ModelError, TrainingDataError
    from intent.training.cli import train as train_model
    from intent.training.recipe import Recipe

    def report(line: str) -> None:
        ERR.print(line, markup=False)

    try:
        outcome = train_model(
            out,
            extra=extra or [],
            work=work,
            recipe=Recipe() if epochs is None else replace(Recipe(), epochs=epochs),
            version=version,
            threads=threads,
            start_from=_model_folder(start),
            report=report,
        )
    except (ModelError, TrainingDataError) as error:
        ERR.print(str(error), markup=False)
        sys.exit(2)
    typer.echo(json.dumps({"folder": str(outcome.folder), "version": outcome.version, "f1": outcome.f1}))


def _model_folder(name: str | None) -> Path | None:
    """The folder of a model by what the operator called it."""
    from intent.backends import SHIPPED

    return SHIPPED if name == "shipped" else Path(name) if name is not None else None


def register(app: typer.Typer) -> None:
    """Put these commands on the program."""
    app.add_typer(evaluation, name="eval")
    app.command()(train)
