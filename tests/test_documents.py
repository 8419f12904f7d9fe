"""The documents tell the truth: what they name exists, and what they show is what the commands say."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from itertools import chain
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(path.stem for path in (ROOT / "generator/commands").glob("*.py") if path.stem != "__init__")

FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)")
LINKED = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PATH = re.compile(r"[\w.<>{}*-]+(/[\w.<>{}*-]*)*")
NAMED_FILES = (".py", ".md", ".toml")


def _repository_files() -> list[str]:
    """What is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return sorted(name for name in set(listed.stdout.split("\0")) if name and (ROOT / name).is_file())


DOCUMENTS = [name for name in _repository_files() if name.endswith(".md")]
TOP = {name.split("/")[0] for name in _repository_files()}

every_document = pytest.mark.parametrize("name", DOCUMENTS)


def _quoted(name: str) -> list[str]:
    """What stands in backticks in a document's prose."""
    text = FENCED.sub("", (ROOT / name).read_text(encoding="utf-8"))
    return [" ".join(words.split()) for words in QUOTED.findall(text)]


def _options(command: str) -> set[str]:
    found: click.Command = import_module(f"generator.commands.{command}").command
    return {name for parameter in found.params for name in parameter.opts} | {"--help"}


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"`basutbud {command}" not in text] == []


@every_document
def test_every_command_that_a_document_names_exists_with_its_options(name: str) -> None:
    missing = []
    for quoted in _quoted(name):
        words = re.findall(r"[\w-]+", quoted) if quoted.startswith(("basutbud ", "--")) else []
        command = words[1] if words[:1] == ["basutbud"] and not words[1].startswith("-") else None
        known = _options(command) if command in COMMANDS else {"--version", *chain(*map(_options, COMMANDS))}
        if command not in (None, *COMMANDS) or any(w.startswith("--") and w not in known for w in words):
            missing.append(quoted)
    assert missing == []


@every_document
def test_every_target_of_make_that_a_document_names_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = [words.split()[1:] for words in _quoted(name) if words.startswith("make ")]
    blocks = (block for kind, block in FENCED.findall((ROOT / name).read_text(encoding="utf-8")) if kind == "sh")
    named += [line.split("#")[0].split()[1:] for block in blocks for line in block.splitlines() if line[:5] == "make "]
    targets = {word for words in named for word in words if "=" not in word}
    assert [target for target in sorted(targets) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def _exists(path: str, beside: Path) -> bool:
    pattern = re.sub(r"<[^>]*>|\{[^}]*\}", "*", path).rstrip("/")
    return any(any(folder.glob(pattern)) for folder in (ROOT, beside))


@every_document
def test_every_path_of_the_repository_that_a_document_names_exists(name: str) -> None:
    beside = (ROOT / name).parent
    paths = [quoted for quoted in _quoted(name) if PATH.fullmatch(quoted)]
    # Other paths are relative to a region or a bundle, and what is built stands nowhere yet.
    named = [
        path for path in paths if path.endswith(NAMED_FILES) or ("/" in path and path.split("/")[0] in TOP - {"output"})
    ]
    assert [path for path in named if not _exists(path, beside)] == []


@every_document
def test_every_link_of_a_document_leads_somewhere(name: str) -> None:
    text = FENCED.sub("", (ROOT / name).read_text(encoding="utf-8"))
    links = [link for link in LINKED.findall(text) if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


# Console blocks: what a document says that a command says.

DAY = "2026-12-01"
"""The day on which the documents' commands are run."""


def _commands_shown(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a document's console blocks, with the output that the document shows."""
    for kind, block in FENCED.findall(text):
        if kind == "console":
            assert block.startswith("$ "), f"a console block starts with a command, not with: {block[:60]}"
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, shown = re.sub(r"\\\n(?:> )?", "", part).partition("\n")
                yield command, shown


def _agrees(shown: str, output: str) -> bool:
    """Whether an output is what a document shows, where `...` stands for any part of a line or any lines."""
    lines = shown.splitlines()
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n"
        for line in lines
    )
    return re.fullmatch(pattern, output if output.endswith("\n") or not output else f"{output}\n") is not None


@pytest.mark.parametrize(
    ("shown", "output", "expected"),
    [
        ("", "", True),
        ("", "a\n", False),
        ("a\n", "a\n", True),
        ("a\n", "a", True),
        ("a\n", "a \n", False),
        ("a\n", "b\n", False),
        ("...\n", "", True),
        ("...\n", "a\n\nb\n", True),
        ("a\n...\n", "a\nb\nc\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("...\nb\n", "a\nb\nc\n", False),
        ("a\n...\nd\n", "a\nd\n", True),
        ("a ... c\n", "a b b c\n", True),
        ("a ... c\n", "a b\n c\n", False),
        ("a.c (1)\n", "abc (1)\n", False),
    ],
)
def test_three_dots_stand_for_any_part_of_a_line_or_any_lines(shown: str, output: str, expected: bool) -> None:
    assert expected == _agrees(shown, output)


def test_a_command_may_go_on_over_several_lines() -> None:
    text = "A\n```console\n$ a \\\n> b \\\n  c\nd\n\ne\n$ f\n```\n```sh\n$ g\n```\n```console\n$ h\n...\n```\n"
    assert list(_commands_shown(text)) == [("a b   c", "d\n\ne\n"), ("f", ""), ("h", "...\n")]


def _environment(home: Path) -> dict[str, str]:
    variables = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}{os.pathsep}{os.environ.get('PATH', '')}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(f"{DAY}T12:00:00+00:00").timestamp())),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for role in ("AUTHOR", "COMMITTER"):
        variables |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@a.example", f"GIT_{role}_DATE": f"{DAY}T12:00Z"}
    return variables


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository as it would be committed, with a commit of its own."""
    folder = tmp_path / "basutbud"
    for name in _repository_files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "A"]):
        subprocess.run(["git", *command], cwd=folder, env=_environment(tmp_path), check=True)
    return folder


SHOWING = [
    name
    for name in DOCUMENTS
    if name == "README.md"
    or (name.startswith("docs/") and any(_commands_shown((ROOT / name).read_text(encoding="utf-8"))))
]


@pytest.mark.parametrize("name", SHOWING)
def test_the_commands_of_a_document_say_what_it_shows(name: str, copy: Path) -> None:
    for command, shown in _commands_shown((ROOT / name).read_text(encoding="utf-8")):
        process = subprocess.run(
            ["bash", "-c", command],
            cwd=copy,
            env=_environment(copy.parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        output = process.stdout.decode()
        if not _agrees(shown, output):
            assert f"$ {command}\n{shown}" == f"$ {command}\n{output}"
