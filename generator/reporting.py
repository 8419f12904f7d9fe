"""The report formats, found by folder; which of them are asked for; and writing them to files."""

import os
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import validate.reports
from generator.replacing import replace_file
from schema.fitting import nearest
from validate.report import Report

TEXT = "text"
"""What people read at a terminal, if nobody asks for anything else there."""

_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Names of standard output, which as a file would be written over by what else is shown there."""


class Wanted(NamedTuple):
    """A report in a format, to a file or to standard output."""

    format: str
    file: Path | None = None


class WrongReport(ValueError):
    """What was asked for cannot be had; says why, in Swedish."""


def names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(validate.reports.__path__))


def writer(format: str) -> Callable[[Report], str]:
    write: Callable[[Report], str] = import_module(f"validate.reports.{format}").write
    return write


def wanted(texts: tuple[str, ...]) -> tuple[Wanted, ...]:
    """What `FORMAT[=FILE]`, as often as it is given, asks for; text to standard output if nothing else goes there."""
    asked = [_wanted(text) for text in texts]
    if not any(each.file is None for each in asked):
        asked.append(Wanted(TEXT))
    targets = [os.path.realpath(each.file) if each.file else None for each in asked]
    for target in targets:
        if targets.count(target) > 1:
            where = f"till {target}" if target else "utan fil"
            raise WrongReport(f"Bara en rapport kan skrivas {where}. Skriv --report FORMAT=FIL med en fil för varje.")
    return tuple(asked)


def _wanted(text: str) -> Wanted:
    format, equals, file = text.partition("=")
    if format not in names():
        guess = nearest(format, names())
        hint = f" Menade du {guess}?" if guess else ""
        raise WrongReport(f"Rapportformatet {format} finns inte.{hint} De som finns: {', '.join(names())}.")
    if equals and not file:
        raise WrongReport(f"Efter {format}= ska en fil stå.")
    return Wanted(format, Path(file) if file and file not in _STANDARD_OUTPUT else None)


def write_file(report: Report, format: str, file: Path) -> None:
    """Write a report whole or not at all; raises OSError."""
    data = writer(format)(replace(report, colour=False)).encode()
    if file.exists() and not file.is_file():
        # A device or a pipe is written to; there is nothing to replace, and a pipe of the shell has no path of its own.
        file.write_bytes(data)
        return
    replace_file(Path(os.path.realpath(file)), data)
