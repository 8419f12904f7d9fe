"""Check the configuration and report what is wrong."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from generator.reporting import Wanted

from generator.options import (
    as_of_option,
    base_option,
    cache_folder,
    cache_option,
    horizon_option,
    language_option,
    regions_option,
    report_option,
    root_option,
)


@click.command("check")
@root_option
@regions_option
@as_of_option
@language_option
@report_option
@base_option
@horizon_option
@cache_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    help="Vad som ger slutkod 1: bara fel, eller även varningar.",
)
@click.option("--spelling", is_flag=True, help="Granska även stavningen, mot datorns svenska ordlista.")
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    regions: tuple[str, ...],
    as_of: date,
    language: Literal["sv", "en"],
    reports: "tuple[Wanted, ...]",
    base: str | None,
    horizon: int | None,
    no_cache: bool,
    fail_on: str,
    spelling: bool,
) -> None:
    """Granska konfigurationen och visa vad som är fel, var och varför."""
    from generator.cache import cache_of
    from generator.console import (
        chosen,
        failed,
        held_against,
        open_tree,
        progress,
        refuse_reports,
        report,
        with_dictionary,
    )
    from generator.work import check

    refuse_reports(root, reports)
    tree = held_against(open_tree(root, as_of, regions), root, base)
    if spelling:
        tree = with_dictionary(tree, language)
    until = as_of + timedelta(days=horizon) if horizon is not None else None
    folder = None if no_cache else cache_folder()
    cache = cache_of(root, folder) if folder is not None else None
    with progress(len(tree.regions), "Granskar") as bar:
        diagnostics = chosen(check(tree, bar.update, until, cache), regions)
    report(diagnostics, tree, regions, reports, language, bool(ctx.color))
    ctx.exit(1 if failed(diagnostics, fail_on) else 0)
