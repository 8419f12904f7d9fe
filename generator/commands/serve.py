"""Show the documentation while the configuration is being written."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.options import as_of_option, language_option, regions_option, root_option

_PORT = 1177


@click.command("serve")
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    help=f"Porten att visa på, 0 för en ledig. Annars {_PORT}.",
)
@regions_option
@as_of_option
@language_option
def command(root: Path, port: int, regions: tuple[str, ...], as_of: date, language: Literal["sv", "en"]) -> None:
    """Visa dokumentationen i webbläsaren medan du skriver.

    Sidorna görs när du tittar på dem och laddas om när du sparar. Överst på varje sida står vad granskningen säger om
    den. Även en region med fel visas, så långt det går. Bara den här datorn kan läsa sidorna, och ingenting skrivs.

    Stoppa med Ctrl-C; slutkoden är då 0.
    """
    import threading

    from generator.console import open_tree, say, wrong_use
    from generator.serving.preview import Preview
    from generator.serving.server import Server

    open_tree(root, as_of, regions)
    preview = Preview(root, as_of, regions, language, say)
    try:
        server = Server(preview, port)
    except OSError as error:
        raise wrong_use(
            f"Porten {port} går inte att använda: {error.strerror}. Välj en annan med --port, eller 0 för en ledig."
        ) from None
    watching = threading.Thread(target=preview.watch, daemon=True)
    watching.start()
    click.echo(server.address)
    say("Visas så länge kommandot körs. Stoppa med Ctrl-C.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stoppad.")
    finally:
        preview.stop()
        server.server_close()
        watching.join(timeout=5)
