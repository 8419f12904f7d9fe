"""What the commands say to people: findings to stdout, progress and sums to stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.inputs import Tree
from generator.reporting import TEXT, Wanted, write_file, writer
from generator.source import NoSuchCommit, former_files
from generator.spelling import NoSpeller, swedish_speller
from schema.fitting import nearest
from schema.tree import TOP_FOLDERS, read_tree
from schema.version import VERSION
from validate.counting import counted
from validate.diagnostic import Diagnostic
from validate.own_rules import own_rules_in
from validate.printable import printable
from validate.report import Report, report_on
from validate.rule import Language
from validate.rulebook import book_of

_MENDABLE = {
    "sv": "{mendable} av dem kan rättas med basutbud fix.",
    "en": "{mendable} of them can be fixed with basutbud fix.",
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


def held_against(tree: Tree, root: Path, base: str | None) -> Tree:
    """The tree with what its files were at a commit, where there is one to hold it against."""
    if base is None:
        return tree
    try:
        return replace(tree, former=former_files(root, base))
    except NoSuchCommit as error:
        raise wrong_use(f"Det går inte att jämföra med {base}. {error}") from None


def with_dictionary(tree: Tree, language: Language) -> Tree:
    """The tree with this machine's dictionary; without one, what to install is told and the check goes on."""
    try:
        return replace(tree, speller=swedish_speller())
    except NoSpeller as lacking:
        say(lacking.said(language))
        return tree


@contextmanager
def progress(length: int, label: str) -> Iterator[click.progressbar]:  # type: ignore[valid-type]
    """A progress bar on stderr, which only shows at a terminal."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar


def chosen(diagnostics: Iterable[Diagnostic], regions: tuple[str, ...]) -> list[Diagnostic]:
    """The findings in the chosen regions and in the national files; all when none is chosen."""
    return [found for found in diagnostics if not regions or found.region in ("", *regions)]


def refuse_input(root: Path, out: Path, instead: str) -> None:
    """What is written must not become part of what is read next time."""
    target = Path(os.path.realpath(out))
    for name in TOP_FOLDERS:
        if target.is_relative_to(os.path.realpath(root / name)):
            raise wrong_use(f"{out} ligger i {name}, som läses. {instead}")


def refuse_reports(root: Path, reports: tuple[Wanted, ...]) -> None:
    for each in reports:
        if each.file is not None:
            refuse_input(root, each.file, "Skriv rapporten någon annanstans.")


def report(
    diagnostics: list[Diagnostic],
    tree: Tree,
    regions: tuple[str, ...],
    reports: tuple[Wanted, ...],
    language: Language,
    colour: bool,
) -> None:
    """Each report to where it is wanted, and the sum of the findings to stderr."""
    made = report_on(
        diagnostics,
        tree.files,
        book_of(own_rules_in(tree.files)),
        regions=regions or tree.regions,
        as_of=tree.as_of,
        language=language,
        version=VERSION,
        colour=colour,
    )
    trouble = [wrong for each in reports if each.file is not None and (wrong := _written(made, each.format, each.file))]
    for each in reports:
        if each.file is None:
            _show(made, each.format)
    say(f"{counted(len(made.regions), 'checked', language)}: {made.sums}.")
    if made.mendable:
        say(_MENDABLE[language].format(mendable=made.mendable))
    # Told last, so that nobody misses the findings for want of a file.
    for wrong in trouble:
        raise wrong


def _written(made: Report, format: str, file: Path) -> CannotWrite | None:
    try:
        write_file(made, format, file)
    except OSError as error:
        return CannotWrite(f"Det gick inte att skriva rapporten {file}: {error.strerror}.")
    return None


def _show(made: Report, format: str) -> None:
    text = writer(format)(made)
    # What programs read is UTF-8, whatever the terminal has.
    click.echo(text if format == TEXT else text.encode(), nl=False, color=made.colour)


def report_build(built: list[str], written: int, stopped: list[str], language: Language) -> None:
    """What was built and what kept its former output, to stderr."""
    swedish = language == "sv"
    say(f"{counted(len(built), 'built', language)}, {counted(written, 'changed', language)}.")
    if stopped:
        text = "Inte byggda på grund av fel, den förra versionen ligger kvar"
        say(f"{text if swedish else 'Not built because of errors, the former version stays'}: {', '.join(stopped)}.")


def failed(diagnostics: Iterable[Diagnostic], fail_on: str) -> bool:
    severities = ("error",) if fail_on == "error" else ("error", "warning")
    return any(found.severity in severities and found.stands for found in diagnostics)
