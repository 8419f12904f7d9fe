"""The house rules: what stands where, how long it is, and what may use what."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("schema", "validate", "generator")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
COMMANDS = sorted(path.stem for path in (ROOT / "generator/commands").glob("*.py") if path.stem != "__init__")

LONGEST_FILE = 300
MAY_BE_LONGER = {"schema/models/casetypes.py": "four kinds of case type by three layers are one table"}
LONGEST_FUNCTION = 40
MAY_BE_LONG = {("schema/fitting.py", "_misfit"): "each of pydantic's kinds of error has its case in one match"}
MAY_SPEAK = ("generator/cli.py", "generator/options.py", "generator/console.py", "generator/commands/")
MAY_USE_THE_DISK_BELOW_GENERATOR = ("schema/tree.py", "schema/codelists.py")
MAY_REACH_OUTSIDE = {
    # The one variable that git's own library must be told before its import, and what git is asked on its input.
    "generator/source.py": ["os.environ", "tempfile.TemporaryFile"],
    "generator/replacing.py": ["tempfile"],  # a name that nobody else has, beside the file that is replaced
}
MAY_LISTEN = {
    # Pages for browsers on the same machine, on the loopback address; the rest is how addresses are written.
    "generator/serving/server.py": [
        "socketserver",
        "http.server.BaseHTTPRequestHandler",
        "http.server.ThreadingHTTPServer",
        "urllib.parse.parse_qs",
        "urllib.parse.unquote",
    ],
}
NO_NAMES = {"utils", "util", "common", "core", "helpers", "helper", "manager", "misc"}

# What a process has of the world outside: by name, and by attribute of a module or class.
OUTSIDE_NAMES = {"print", "input", "exit", "quit", "breakpoint", "SystemExit"}
OUTSIDE_ATTRIBUTES = {
    "sys": {"stdin", "stdout", "stderr", "argv", "exit"},
    "os": {"environ", "environb", "getenv", "putenv", "getcwd", "_exit", "abort"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "Path": {"cwd", "home"},
}
OUTSIDE_MODULES = {"click", "time", "locale", "logging", "random", "secrets", "uuid", "getpass", "tempfile", "warnings"}
DISK_AND_NETWORK = {"os", "io", "shutil", "glob", "subprocess", "socket", "urllib", "http", "tempfile", "pathlib.Path"}
NETWORK = {"asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib"}

every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, and what it takes from it, wherever in the file."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}:{node.lineno} imports by dots"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is(name: str, modules: set[str]) -> bool:
    return name in modules or any(name.startswith(f"{module}.") for module in modules)


@every_module
def test_imports_go_down_only(path: Path) -> None:
    floor = PACKAGES.index(_name(path).split("/")[0])
    above = {*PACKAGES[floor + 1 :], "tests", "benchmarks"}
    assert [name for name in _imported(path) if _is(name, above)] == []


def _uses_of_the_outside(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Name) and node.id in OUTSIDE_NAMES:
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr in OUTSIDE_ATTRIBUTES.get(ast.unparse(node.value), ()):
            yield ast.unparse(node)
    yield from (name for name in _imported(path) if _is(name, OUTSIDE_MODULES))


@every_module
def test_only_the_command_line_prints_reads_the_clock_and_the_environment_and_exits(path: Path) -> None:
    if not _name(path).startswith(MAY_SPEAK):
        assert MAY_REACH_OUTSIDE.get(_name(path), []) == list(_uses_of_the_outside(path))


def test_the_library_of_git_is_told_of_one_variable_and_no_more() -> None:
    text = (ROOT / "generator/source.py").read_text(encoding="utf-8")
    assert re.findall(r"os\.environ.*", text) == ['os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")']


@every_module
def test_nothing_below_the_generator_reads_or_writes_a_disk_or_a_network(path: Path) -> None:
    if _name(path).startswith(("schema/", "validate/")) and _name(path) not in MAY_USE_THE_DISK_BELOW_GENERATOR:
        assert [name for name in _imported(path) if _is(name, DISK_AND_NETWORK)] == []
        assert [node.id for node in ast.walk(_tree(path)) if isinstance(node, ast.Name) and node.id == "open"] == []


@every_module
def test_only_the_live_preview_listens_to_a_network_and_nothing_asks_one(path: Path) -> None:
    named = [name for name in _imported(path) if _is(name, NETWORK) and name != "urllib.parse.quote"]
    assert MAY_LISTEN.get(_name(path), []) == named


@every_module
def test_a_file_is_short(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST_FILE or _name(path) in MAY_BE_LONGER


def test_what_may_be_longer_is_longer() -> None:
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in MAY_BE_LONGER}
    assert [name for name, length in lengths.items() if length <= LONGEST_FILE] == []


@every_module
def test_a_function_is_short(path: Path) -> None:
    functions = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert {name: length for name, length in long.items() if (_name(path), name) not in MAY_BE_LONG} == {}


@every_module
def test_a_module_opens_with_a_sentence_on_what_it_is_for(path: Path) -> None:
    opener = (ast.get_docstring(_tree(path)) or "").partition("\n\n")[0].replace("\n", " ")
    assert re.fullmatch(r"[^a-z].*[.?!]", opener), opener


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=_name)
def test_a_package_s_init_file_holds_one_sentence_and_nothing_else(path: Path) -> None:
    body = _tree(path).body
    assert len(body) == 1
    assert len((ast.get_docstring(_tree(path)) or "\n").splitlines()) == 1


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [_name(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_nothing_is_named_after_nothing_in_particular() -> None:
    named = (name for path in MODULES for name in (*path.relative_to(ROOT).parts[:-1], path.stem))
    assert NO_NAMES.intersection(named) == set()


def _modules_after(program: str) -> set[str]:
    """Every module that an interpreter knows when a program is done."""
    last_words = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    process = subprocess.run(
        [sys.executable, "-c", last_words + program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(process.stderr.split())


def test_help_imports_click_and_the_commands_and_nothing_heavy() -> None:
    help_asked = "sys.argv = ['basutbud', '--help']; from generator.cli import main; main()"
    # What every interpreter of this environment imports by itself is nobody's choice here.
    imported = _modules_after(help_asked) - _modules_after("pass")
    own = {name for name in imported if name.split(".")[0] in PACKAGES}
    assert {name.split(".")[0] for name in imported - own} - sys.stdlib_module_names == {"click"}
    expected = {"generator", "generator.cli", "generator.commands", "generator.options", "schema", "schema.version"}
    assert expected | {f"generator.commands.{name}" for name in COMMANDS} == own
