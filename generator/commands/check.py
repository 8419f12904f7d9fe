"""Check the configuration and report what is wrong."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.options import as_of_option, language_option, regions_option, root_option


@click.command("check")
@root_option
@regions_option
@as_of_option
@language_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    help="Vad som ger slutkod 1: bara fel, eller även varningar.",
)
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    regions: tuple[str, ...],
    as_of: date,
    language: Literal["sv", "en"],
    fail_on: str,
) -> None:
    """Granska konfigurationen och visa vad som är fel, var och varför."""
    from generator.console import chosen, failed, open_tree, progress, report
    from generator.work import check
    from validate.reports.text import Style

    tree = open_tree(root, as_of, regions)
    with progress(len(tree.regions), "Granskar") as bar:
        diagnostics = chosen(check(tree, bar.update), regions)
    report(diagnostics, tree, Style(language, bool(ctx.color)), regions)
    ctx.exit(1 if failed(diagnostics, fail_on) else 0)
