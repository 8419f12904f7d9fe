"""Which pages a finding belongs on, and which page a file is most about."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from schema.models.files import kind_of
from schema.workspace import region_of
from validate.diagnostic import Diagnostic

_FOLDERS = ("units", "casetypes", "terms", "messages")
"""The folders of a region whose files each have a page of their own, by the same name."""
_TEMPLATES = "casetype_templates"
_RANKS = ("error", "warning", "advice")


def concerns(found: Diagnostic, files: frozenset[str], units: frozenset[str]) -> bool:
    """Whether a finding is about one of the files or units: it stands there, is explained there, or concerns it."""
    return (
        found.at.file in files
        or any(there.at.file in files for there in found.related)
        or not units.isdisjoint(found.affected)
    )


def units_in(files: Iterable[str]) -> frozenset[str]:
    """The units whose files these are."""
    paths = map(PurePosixPath, files)
    return frozenset(path.stem for path in paths if path.parent.name == "units")


def worst(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The worst first, those that ask for nothing now last; those that are as bad stay in their order."""
    return sorted(diagnostics, key=lambda found: _RANKS.index(found.severity) if found.stands else len(_RANKS))


def has_own_page(file: str) -> bool:
    """Whether a page is about this one file."""
    steps = file.split("/")
    return kind_of(file) is not None and (steps[0] == _TEMPLATES or (len(steps) == 4 and steps[2] in _FOLDERS))


def page_of(file: str) -> str:
    """The address of the page that a file is most about, whether it can be made just now or not."""
    region, steps = region_of(file), file.removesuffix(".yaml").split("/")
    if has_own_page(file):
        return address(f"{'/'.join(steps[1:]) if region else f'templates/{steps[-1]}'}.html")
    return address(f"{region}/index.html" if region else "index.html")


def file_of(path: str) -> str:
    """The file that the page at a path below the site is most about; nothing where none can be."""
    steps = path.removesuffix(".html").split("/")
    file = ""
    if len(steps) == 2:
        file = f"{_TEMPLATES}/{steps[1]}.yaml" if steps[0] == "templates" else ""
    elif len(steps) == 3:
        own = f"regions/{'/'.join(steps)}.yaml"
        file = f"regions/{steps[0]}/basutbud.yaml" if steps[1] == "decisions" else own
    return file if kind_of(file) is not None else ""


def address(path: str) -> str:
    """The address of a path below the site, whatever signs are in it."""
    return "/" + quote(path, errors="surrogateescape")
