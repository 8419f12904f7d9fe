"""Mend what a machine may mend, or show how it would."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from validate.diagnostic import Diagnostic
    from validate.mending.fixing import Mended

from generator.options import as_of_option, language_option, regions_option, root_option

_SUMS = {
    "sv": {
        "shown": "{made} i {files}. Skriv med --write.",
        "written": "{made} i {files}.",
        "left": "Att skriva om för hand: {left}.",
        "none": "Inget att rätta.",
    },
    "en": {
        "shown": "{made} in {files}. Write with --write.",
        "written": "{made} in {files}.",
        "left": "Left for somebody to write anew by hand: {left}.",
        "none": "Nothing to fix.",
    },
}


@click.command("fix")
@root_option
@regions_option
@as_of_option
@language_option
@click.option("--rule", "only", multiple=True, metavar="ID", help="Bara det som den regeln hittar. Kan upprepas.")
@click.option("--write", is_flag=True, help="Skriv rättelserna. Annars visas de bara.")
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    regions: tuple[str, ...],
    as_of: date,
    language: Literal["sv", "en"],
    only: tuple[str, ...],
    write: bool,
) -> None:
    """Rätta det som går att rätta utan att ändra vad någon text betyder.

    Det är tecken: osynliga tecken, bokstäver i delar, blanktecken runt ett id. Utan --write visas bara vad som skulle
    ändras. Det är till för att läsas: osynliga tecken visas med sin kod. Slutkod 1 när det finns något att skriva,
    eller något som inte gick att rätta.
    """
    from generator.console import open_tree
    from generator.work import check
    from validate.mending.changes import diff
    from validate.mending.fixing import mend

    _refuse_unknown(only)
    tree = open_tree(root, as_of, regions)
    mended = mend(
        tree.files,
        lambda files: check(replace(tree, files=files), lambda _: None),
        _wanted(root, regions, only),
    )
    if write:
        _write(root, tree.files, mended, language)
    else:
        for file, data in sorted(mended.files.items()):
            for line in diff(file, tree.files[file], data):
                click.echo(line)
        _tell(mended, language, write)
    ctx.exit(1 if mended.left or (mended.made and not write) else 0)


def _tell(mended: "Mended", language: Literal["sv", "en"], write: bool) -> None:
    from generator.console import say
    from validate.counting import counted
    from validate.mending.changes import sentence

    for fix in (*mended.made, *mended.left):
        say(sentence(fix, language))
    sums = _SUMS[language]
    if mended.made:
        made = counted(len(mended.made), "fixed" if write else "fixes", language)
        files = counted(len(mended.files), "files", language)
        say(sums["written" if write else "shown"].format(made=made, files=files))
    if mended.left:
        say(sums["left"].format(left=len(mended.left)))
    if not mended.made and not mended.left:
        say(sums["none"])


def _wanted(root: Path, regions: tuple[str, ...], only: tuple[str, ...]) -> "Callable[[Diagnostic], bool]":
    """Which findings are to be mended: what is waived was let be by somebody, and a link's file has its own."""

    def wanted(found: "Diagnostic") -> bool:
        return (
            found.exemption is None
            and (not regions or found.region in regions)
            and (not only or found.rule in only)
            and not (root / found.at.file).is_symlink()
        )

    return wanted


def _refuse_unknown(ids: tuple[str, ...]) -> None:
    from generator.console import wrong_use
    from schema.fitting import nearest
    from validate.rulebook import rule_by_id, rules

    for id in ids:
        if rule_by_id(id) is None:
            guess = nearest(id, [known.id for known in rules()])
            hint = f" Menade du {guess}?" if guess else ""
            raise wrong_use(f"Det finns ingen regel som heter {id}.{hint}")


def _write(root: Path, before: Mapping[str, bytes], mended: "Mended", language: Literal["sv", "en"]) -> None:
    """Each file in one step, and only where it is what was read; what could not be written is told of last."""
    from generator.console import CannotWrite, say
    from generator.replacing import replace_file

    failures = {}
    for file, data in sorted(mended.files.items()):
        try:
            replace_file(root / file, data, before[file])
        except OSError as error:
            failures[file] = f"Det gick inte att skriva {file}: {error.strerror}."
    written = _without(mended, failures)
    if written.made or written.left or not failures:
        _tell(written, language, write=True)
    if failures:
        *others, last = failures.values()
        for failure in others:
            say(failure)
        raise CannotWrite(last)


def _without(mended: "Mended", failures: Mapping[str, str]) -> "Mended":
    """What was mended, but for the files that could not be written."""
    files = {file: data for file, data in mended.files.items() if file not in failures}
    return replace(mended, files=files, made=tuple(fix for fix in mended.made if fix.diagnostic.at.file in files))
