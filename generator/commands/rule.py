"""List the rules, or show one rule's whole manual page."""

from typing import Literal

import click

from generator.options import language_option


@click.command("rule")
@click.argument("id", required=False)
@language_option
def command(id: str | None, language: Literal["sv", "en"]) -> None:
    """Lista reglerna, eller visa en regels hela handbokssida.

    Utan ID listas alla.
    """
    from schema.fitting import nearest
    from validate.reports.manual import listing, page
    from validate.rulebook import rule_by_id, rules

    if id is None:
        for line in listing(rules(), language):
            click.echo(line)
        return
    rule = rule_by_id(id)
    if rule is None:
        guess = nearest(id, [known.id for known in rules()])
        hint = f" Menade du {guess}?" if guess else ""
        raise click.UsageError(f"Det finns ingen regel som heter {id}.{hint}")
    click.echo(page(rule, language))
