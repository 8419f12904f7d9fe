"""Show or write the JSON Schemas."""

from pathlib import Path

import click


@click.command("schema")
@click.argument("name", required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Skriv alla scheman till en mapp.")
def command(name: str | None, out: Path | None) -> None:
    """Visa JSON Schema för ett slags fil, eller skriv alla.

    Utan NAME listas de som finns.
    """
    from generator.console import CannotWrite, say, wrong_use
    from generator.schemas import all_schemas

    schemas = all_schemas()
    if out is not None:
        try:
            for path, data in schemas.items():
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                (out / path).write_bytes(data)
        except OSError as error:
            raise CannotWrite(f"Det gick inte att skriva i {out}: {error.strerror}.") from None
        say(f"{len(schemas)} scheman skrivna till {out}.")
    elif name is None:
        for path in schemas:
            click.echo(path.removesuffix(".schema.json"))
    elif f"{name}.schema.json" in schemas:
        click.echo(schemas[f"{name}.schema.json"].decode(), nl=False)
    else:
        known = ", ".join(path.removesuffix(".schema.json") for path in schemas)
        raise wrong_use(f"Det finns inget schema som heter {name}. De som finns: {known}.")
