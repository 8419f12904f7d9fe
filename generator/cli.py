"""The command line: finds the commands by folder, and is the one place that reads the environment and exits."""

import errno
import gc
import os
import pkgutil
import sys
from importlib import import_module

import click

from schema.version import VERSION

_COMMANDS = "generator.commands"


class Commands(click.Group):
    """Commands are imported when they are asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in pkgutil.iter_modules(import_module(_COMMANDS).__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{_COMMANDS}.{cmd_name}").command
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="basutbud", message="%(prog)s %(version)s")
@click.pass_context
def basutbud(ctx: click.Context) -> None:
    """Granskar och bygger regionernas konfiguration av 1177 e-tjänster.

    Slutkod 0: inget fel. 1: fel finns. 2: kommandot användes fel. 3: det gick inte att skriva.
    """
    ctx.color = _colour_wanted(sys.stdout.isatty())


def _colour_wanted(at_terminal: bool) -> bool:
    """NO_COLOR, then FORCE_COLOR, then whether anybody watches: click knows only the last."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return at_terminal and os.environ.get("TERM") != "dumb"


def main() -> None:
    # Without a standard output there is nobody to tell, but still a tree to check and a status to give.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        # A path or a text may hold what the terminal's encoding lacks; a report must not die of it.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A run is short and makes few cycles, which are cheaper to leave than to look for.
    gc.disable()
    try:
        sys.exit(basutbud(prog_name="basutbud", standalone_mode=False) or 0)
    except click.Abort as stopped:
        if isinstance(stopped.__cause__, EOFError):
            raise stopped.__cause__ from None  # nobody stopped it: a file of the program itself ends too early
        click.echo("Avbrutet.", err=True)
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EBADF, errno.ENOSPC):
            raise
        # Nobody reads on, or nothing more can be said; what is left unsaid must not fail again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(3)


if __name__ == "__main__":
    main()
