"""The files that every page shares: the style and the scripts."""

from collections.abc import Iterator
from functools import partial
from importlib.resources import files as package_files

from generator.outputs import Nation
from generator.site.site import Page


def pages(nation: Nation) -> Iterator[Page]:
    del nation
    for file in sorted(package_files("generator.site").joinpath("static").iterdir(), key=lambda file: file.name):
        yield Page(file.name, partial(file.read_bytes))
