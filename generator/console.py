"""What the commands say to people: findings to stdout, progress and sums to stderr."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.work import Tree
from schema.fitting import nearest
from schema.tree import read_tree
from validate.diagnostic import Diagnostic
from validate.locator import Locator
from validate.printable import printable
from validate.reports.text import Style, write_text

Language = Literal["sv", "en"]

_SUMS = {
    "sv": "{regions} regioner granskade: {error} fel, {warning} varningar, {advice} råd, {waived} undantagna.",
    "en": "{regions} regions checked: {error} errors, {warning} warnings, {advice} advice, {waived} waived.",
}


class CannotWrite(click.ClickException):
    """The output could not be written, which is neither a finding nor wrong use."""

    exit_code = 3

    def __init__(self, message: str) -> None:
        super().__init__(printable(message))


def say(line: str) -> None:
    """A line to stderr, without anything that the terminal would obey or that is nobody's business."""
    click.echo(printable(line), err=True)


def wrong_use(message: str) -> click.UsageError:
    return click.UsageError(printable(message))


def open_tree(root: Path, as_of: date, regions: tuple[str, ...]) -> Tree:
    """The tree below a root. Nothing to check, or a region that is not there, is wrong use of the command."""
    files, misfits = read_tree(root)
    if not files and not misfits:
        raise wrong_use(f"Det finns inget att granska: {root} har ingen fil i casetype_templates eller regions.")
    tree = Tree(files, tuple(misfits), as_of)
    known = tree.regions
    for region in regions:
        if region not in known:
            guess = nearest(region, known)
            hint = f" Menade du {guess}?" if guess else f" De som finns: {', '.join(known)}."
            raise wrong_use(f"Regionen {region} finns inte.{hint}")
    return tree


@contextmanager
def progress(length: int, label: str) -> Iterator[click.progressbar]:  # type: ignore[valid-type]
    """A progress bar on stderr, which only shows at a terminal."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar


def chosen(diagnostics: Iterable[Diagnostic], regions: tuple[str, ...]) -> list[Diagnostic]:
    """The findings in the chosen regions and in the national files; all when none is chosen."""
    return [found for found in diagnostics if not regions or found.region in ("", *regions)]


def report(diagnostics: list[Diagnostic], tree: Tree, style: Style, regions: tuple[str, ...]) -> None:
    """Every finding to stdout, and the sum of them to stderr."""
    standing = [found for found in diagnostics if found.stands]
    for block in write_text(standing, Locator(tree.files), style):
        click.echo(block, color=style.colour)
        click.echo()
    counts = Counter(found.severity for found in standing)
    say(
        _SUMS[style.language].format(
            regions=len(regions or tree.regions),
            waived=len(diagnostics) - len(standing),
            **{severity: counts[severity] for severity in ("error", "warning", "advice")},
        )
    )


def report_build(built: list[str], written: int, stopped: list[str], language: Language) -> None:
    """What was built and what kept its former output, to stderr."""
    swedish = language == "sv"
    say(
        f"{len(built)} regioner byggda, {written} filer ändrade."
        if swedish
        else f"{len(built)} regions built, {written} files changed."
    )
    if stopped:
        text = "Inte byggda på grund av fel, den förra versionen ligger kvar"
        say(f"{text if swedish else 'Not built because of errors, the former version stays'}: {', '.join(stopped)}.")


def failed(diagnostics: Iterable[Diagnostic], fail_on: str) -> bool:
    severities = ("error",) if fail_on == "error" else ("error", "warning")
    return any(found.severity in severities and found.stands for found in diagnostics)
