"""Check the configuration and write what it becomes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from generator.building import Outcome
    from generator.cache import Cache
    from generator.inputs import Tree
    from generator.reporting import Wanted
    from generator.verdict import Source

from generator.options import (
    as_of_option,
    cache_folder,
    cache_option,
    language_option,
    regions_option,
    report_option,
    root_option,
)


@click.command("build")
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    help="Mappen att skriva i. Annars output.",
)
@regions_option
@as_of_option
@language_option
@report_option
@cache_option
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    out: Path,
    regions: tuple[str, ...],
    as_of: date,
    language: Literal["sv", "en"],
    reports: "tuple[Wanted, ...]",
    no_cache: bool,
) -> None:
    """Granska och skriv paket och dokumentation för varje region utan fel.

    En region med fel behåller det som byggdes sist.
    """
    from generator import console
    from generator.cache import cache_of
    from generator.source import source_of

    console.refuse_input(root, out, "Välj en annan mapp med --out.")
    console.refuse_reports(root, reports)
    tree = console.open_tree(root, as_of, regions)
    if not tree.regions and not tree.refused:
        raise console.wrong_use(f"Det finns ingen region att bygga i {root}.")
    source = source_of(root)
    folder = None if no_cache else cache_folder()
    cache = cache_of(root, folder) if folder is not None else None
    # Written before anything is told, so that a reader who closes the pipe early stops no build.
    with console.progress(len(tree.regions), "Bygger") as bar:
        outcome, written = _build(out, tree, source, regions, bar.update, cache)
    diagnostics = console.chosen(outcome.diagnostics, regions)
    console.report(diagnostics, tree, regions, reports, language, bool(ctx.color))
    if source.trouble:
        console.say(f"Git: {source.trouble}")
    wanted, built = regions or tuple(tree.regions), {*outcome.built, *outcome.held}
    console.report_build([r for r in wanted if r in built], written, [r for r in wanted if r not in built], language)
    ctx.exit(1 if console.failed(diagnostics, "error") else 0)


def _build(
    out: Path,
    tree: "Tree",
    source: "Source",
    regions: tuple[str, ...],
    progress: Callable[[int], None],
    cache: "Cache | None",
) -> "tuple[Outcome, int]":
    """Build and publish; what keeps it from that is told in words, and the old output stays."""
    from generator.console import CannotWrite
    from generator.outputs import formats
    from generator.publishing import OutputBusy, OutputForeign, locked
    from generator.writing import build_into

    try:
        with locked(out, [format.folder for format in formats()]):
            return build_into(out, tree, source, regions, progress, cache)
    except OutputBusy:
        raise CannotWrite(f"Ett annat bygge skriver just nu i {out}.") from None
    except OutputForeign as error:
        raise CannotWrite(
            f"{error} finns redan och är inte gjord av basutbud. Välj en annan mapp med --out, eller ta bort den."
        ) from None
    except OSError as error:
        raise CannotWrite(f"Det gick inte att skriva i {out}: {error.strerror}. Det som låg där ligger kvar.") from None
