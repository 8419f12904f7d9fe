"""List the rules, or show one rule's whole manual page."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from validate.rule import Rule

from generator.options import language_option, root_option


@click.command("rule")
@click.argument("id", required=False)
@root_option
@language_option
def command(id: str | None, root: Path, language: Literal["sv", "en"]) -> None:
    """Lista reglerna, eller visa en regels hela handbokssida.

    Utan ID listas alla, med regionernas egna regler sist.
    """
    from validate.manual import listing, page
    from validate.printable import printable
    from validate.rulebook import rule_by_id, rules

    if id is None:
        for line in listing((*rules(), *_own(root)), language):
            click.echo(printable(line))
        return
    rule = rule_by_id(id)
    if rule is not None:
        click.echo(page(rule, language))
        return
    for line in page(_own_rule(id, root), language).splitlines():
        click.echo(printable(line))


def _own(root: Path) -> "tuple[Rule, ...]":
    from schema.tree import read_tree
    from validate.own_rules import own_rules_in

    return own_rules_in(read_tree(root)[0])


def _own_rule(id: str, root: Path) -> "Rule":
    from generator.console import wrong_use
    from schema.fitting import nearest
    from validate.rulebook import rules

    own = {rule.id: rule for rule in _own(root)}
    if id not in own:
        guess = nearest(id, [*own, *(rule.id for rule in rules())])
        raise wrong_use(f"Det finns ingen regel som heter {id}.{f' Menade du {guess}?' if guess else ''}")
    return own[id]
