"""Small valid nations: the smallest configuration of the rules' examples, as one region or several, laid on disk."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from click.testing import CliRunner, Result

from generator import cli
from generator.files import Files
from schema.codelists import counties, municipalities
from schema.version import VERSION
from validate.diagnostic import Diagnostic
from validate.examples import AS_OF, read_example
from validate.own_rules import own_rules_in
from validate.report import Report, report_on
from validate.rule import Language
from validate.rulebook import book_of

ROOT = Path(__file__).parent.parent
LANGUAGES: tuple[Language, ...] = get_args(Language)
DAY = "2026-06-01"
COUNTIES = {"halland": "13", "skane": "12", "stockholm": "01"}


def region(id: str, text: str = "") -> Files:
    """The smallest region, with an example laid over it, moved to a county of its own; with the national files."""
    county = counties()[COUNTIES[id]]
    municipality = next(code for code in municipalities() if code.startswith(county.code))
    number = county.organisation_number
    files = {}
    for path, data in read_example(text).workspace.files.items():
        moved = data.decode()
        for old, new in (
            ("Region Halland", county.region),
            ('county: "13"', f'county: "{county.code}"'),
            ("232100-0115", number),
            ("SE2321000115", f"SE{number.replace('-', '')}"),
            ('"1380"', f'"{municipality}"'),
        ):
            moved = moved.replace(old, new)
        files[path.replace("regions/exempel/", f"regions/{id}/")] = moved.encode()
    return files


def nation(*ids: str, text: str = "") -> Files:
    """The smallest nation of some regions, all with the same example laid over them."""
    return {path: data for id in ids or COUNTIES for path, data in region(id, text).items()}


def lay(root: Path, files: Mapping[str, bytes]) -> Path:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def content(folder: Path) -> Files:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def basutbud(*arguments: str | Path, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """The installed command in a process of its own, with no more of this environment than it needs."""
    kept = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME")}
    environment = {**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **variables}
    command = Path(sys.executable).with_name("basutbud")
    return subprocess.run(
        [command, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def invoke(*arguments: str | Path, **variables: str) -> Result:
    """The command in this process, which takes a tenth of the time."""
    runner = CliRunner(env={"LC_ALL": "C.UTF-8", "NO_COLOR": None, "FORCE_COLOR": None, **variables})
    return runner.invoke(cli.basutbud, list(map(str, arguments)), prog_name="basutbud", catch_exceptions=False)


def reported(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes], language: Language = "sv") -> Report:
    """What every report format is given of some findings."""
    regions = sorted({found.region for found in diagnostics} - {""})
    return report_on(
        diagnostics,
        files,
        book_of(own_rules_in(files)),
        regions=regions,
        as_of=AS_OF,
        language=language,
        version=VERSION,
    )


def loaded(files: Files, path: str) -> Any:
    return json.loads(files[path])
