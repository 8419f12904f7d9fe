"""Set aside the findings of today, so that checking can begin; after that the baseline can only shrink."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.options import as_of_option, language_option, regions_option, root_option


@click.command("baseline")
@root_option
@regions_option
@as_of_option
@language_option
@click.pass_context
def command(
    ctx: click.Context, root: Path, regions: tuple[str, ...], as_of: date, language: Literal["sv", "en"]
) -> None:
    """Spara dagens fel som gamla, så att bara nya stoppar.

    Finns redan en lista över gamla fel blir den bara kortare: rättade fel tas bort, och inga nya kommer till.
    """
    from generator.baselines import baselines_for
    from generator.console import CannotWrite, open_tree, progress, say
    from generator.replacing import replace_file
    from generator.work import check

    tree = open_tree(root, as_of, regions)
    with progress(len(tree.regions), "Granskar") as bar:
        diagnostics = check(tree, bar.update)
    refused = False
    for made in baselines_for(tree, diagnostics, regions):
        refused = refused or made.is_refused
        if made.data is not None:
            try:
                replace_file(root / made.path, made.data, tree.files.get(made.path))
            except OSError as error:
                raise CannotWrite(f"Det gick inte att skriva {made.path}: {error.strerror}.") from None
        say(made.said(language))
    ctx.exit(1 if refused else 0)
