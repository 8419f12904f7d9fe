"""Check the configuration and write what it becomes."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.options import as_of_option, language_option, regions_option, root_option


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
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    out: Path,
    regions: tuple[str, ...],
    as_of: date,
    language: Literal["sv", "en"],
) -> None:
    """Granska och skriv paket och dokumentation för varje region utan fel.

    En region med fel behåller det som byggdes sist.
    """
    from generator.console import chosen, failed, open_tree, progress, report, report_build
    from generator.outputs import formats
    from generator.publishing import OutputBusy, OutputForeign, locked
    from generator.source import source_of
    from generator.work import build
    from generator.writing import write
    from validate.reports.text import Style

    tree = open_tree(root, as_of, regions)
    with progress(len(tree.regions()), "Bygger") as bar:
        diagnostics, built = build(tree, source_of(root), regions, bar.update)
    diagnostics = chosen(diagnostics, regions)
    report(diagnostics, tree, Style(language, bool(ctx.color)), regions)
    try:
        with locked(out, [format.folder for format in formats()]):
            written = write(out, built, tree.regions())
    except OutputBusy:
        raise click.ClickException(f"Ett annat bygge skriver just nu i {out}.") from None
    except OutputForeign as error:
        raise click.ClickException(
            f"{error} finns redan och är inte gjord av basutbud. Välj en annan mapp med --out, eller ta bort den."
        ) from None
    except OSError as error:
        raise click.ClickException(f"Det gick inte att skriva i {out}: {error.strerror}.") from None
    wanted = regions or tuple(tree.regions())
    report_build(
        [region for region in wanted if region in built], written, [r for r in wanted if r not in built], language
    )
    ctx.exit(1 if failed(diagnostics, "error") else 0)
