"""Options that several commands share, and what they stand for."""

import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

_MOST_DAYS = 3660
"""Ten years; nobody decides on a basutbud for longer."""
_LAST_DAY = date(8999, 12, 31)
"""Rules look ahead of the day, and the calendar ends with the year 9999."""

F = TypeVar("F", bound=Callable[..., Any])


def root_option(command: F) -> F:
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="Mappen med casetype_templates och regions. Annars mappen du står i.",
    )(command)


def language_option(command: F) -> F:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["sv", "en"]),
        default=_language_of_locale,
        help="Språk. Annars efter datorns språkinställning, annars svenska.",
    )(command)


def regions_option(command: F) -> F:
    return click.option("--region", "regions", multiple=True, metavar="ID", help="Bara den regionen. Kan upprepas.")(
        command
    )


def as_of_option(command: F) -> F:
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        default=None,
        callback=_as_of,
        help="Granska som om det vore den dagen, ÅÅÅÅ-MM-DD. Annars i dag.",
    )(command)


def base_option(command: F) -> F:
    return click.option(
        "--base",
        metavar="COMMIT",
        help="Jämför med det som gällde där grenen lämnade COMMIT: godkända texter får inte ändras utan ny version.",
    )(command)


def horizon_option(command: F) -> F:
    return click.option(
        "--horizon",
        metavar="TID",
        callback=_days,
        help="Se även framåt, till exempel 365d: vilka dagar något blir fel som inte är det i dag.",
    )(command)


def report_option(command: F) -> F:
    return click.option(
        "--report",
        "reports",
        multiple=True,
        metavar="FORMAT[=FIL]",
        callback=_wanted,
        help="Skriv en rapport: text, json, sarif, junit, github, gitlab, rdjson eller markdown, på skärmen eller till "
        "en fil. Kan upprepas.",
    )(command)


def _wanted(_context: click.Context, _option: click.Parameter, texts: tuple[str, ...]) -> Any:
    from generator.console import wrong_use
    from generator.reporting import WrongReport, wanted

    try:
        return wanted(texts)
    except WrongReport as wrong:
        raise wrong_use(str(wrong)) from None


def cache_option(command: F) -> F:
    return click.option("--no-cache", is_flag=True, help="Räkna ut allt på nytt, och spara inget till nästa gång.")(
        command
    )


def cache_folder() -> Path | None:
    """Where the user's system keeps what can be worked out anew; None for a user without a folder of their own."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(chosen):
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def _days(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    digits = value.removesuffix("d")
    if not re.fullmatch("[0-9]{1,4}", digits, re.ASCII) or not 0 < int(digits) <= _MOST_DAYS:
        raise click.BadParameter(f"skriv ett antal dagar som 365d, högst {_MOST_DAYS}d")
    return int(digits)


def _as_of(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    day = value.date() if value else _today()
    if day > _LAST_DAY:
        raise click.BadParameter(f"skriv en dag före år {_LAST_DAY.year + 1}")
    return day


def _language_of_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.lower().startswith("en") else "sv"
    return "sv"


def _today() -> date:
    """The day, or that of SOURCE_DATE_EPOCH where a build is to be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH är inte ett antal sekunder: {epoch}") from None
