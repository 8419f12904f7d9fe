"""Say what a unit's resolved value is, where it was given, and what it overrode."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.options import as_of_option, language_option, root_option


@click.command("why")
@click.argument("unit")
@click.argument("casetype", required=False)
@click.argument("field", required=False)
@root_option
@as_of_option
@language_option
def command(
    unit: str,
    casetype: str | None,
    field: str | None,
    root: Path,
    as_of: date,
    language: Literal["sv", "en"],
) -> None:
    """Visa var en mottagnings värden kommer ifrån.

    UNIT är mottagningens filnamn eller HSA-id. Utan CASETYPE visas inställningar och ärendetyper,
    med CASETYPE alla fält, med FIELD ett fält med alla lager.
    """
    from generator.console import open_tree, wrong_use
    from generator.provenance import explain
    from validate.locator import Locator
    from validate.printable import printable

    tree = open_tree(root, as_of, ())
    try:
        lines = explain(tree.workspace(), (unit, casetype, field), Locator(tree.files), language)
    except LookupError as error:
        raise wrong_use(str(error.args[0])) from None
    for line in lines:
        click.echo(printable(line))
