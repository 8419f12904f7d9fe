"""The command line: what it says where, in which language and colour, and what its exit status means."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from nations import DAY, ROOT, basutbud, invoke, lay, nation, region

from generator import cli
from generator.files import Files
from generator.schemas import all_schemas
from schema.load import load
from schema.version import VERSION
from schema.workspace import NOTHING_BEFORE
from validate.examples import AS_OF, read_example
from validate.manual import manual_of
from validate.rule import Language, Rule
from validate.rulebook import rules
from validate.run import run

FINDING = re.compile(
    r"(\S+):([1-9]\d*):([1-9]\d*): (fel|varning|råd|error|warning|advice)\[([a-z0-9]+(?:-[a-z0-9]+)*)\] \S.*"
)
ESCAPE = "\x1b"
WRONG = "-- units/vc.yaml --\nstatus: aktiv\n"


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return lay(tmp_path / "right", region("halland"))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return lay(tmp_path / "wrong", region("halland", WRONG))


def _warning() -> tuple[Rule, Files]:
    """A rule that warns, and an example in which nothing is found but warnings."""
    for rule in rules():
        workspace = read_example(rule.bad).workspace
        if rule.severity == "warning" and {found.severity for found in run(workspace, rules())} == {"warning"}:
            return rule, dict(workspace.files)
    raise LookupError("no rule warns alone")


# Exit status.


def test_the_exit_status_is_0_when_nothing_is_wrong(right: Path) -> None:
    process = basutbud("check", "--root", right, "--as-of", DAY)
    assert process.returncode == 0
    assert process.stdout == ""
    assert process.stderr == "1 region granskad: 0 fel, 0 varningar, 0 råd, 0 undantagna.\n"


def test_the_exit_status_is_1_when_there_is_an_error(wrong: Path) -> None:
    process = basutbud("check", "--root", wrong, "--as-of", DAY)
    assert process.returncode == 1
    assert process.stderr == "1 region granskad: 1 fel, 0 varningar, 0 råd, 0 undantagna.\n"


MISUSED = [
    ("chek", "chek"),
    ("--nonsense", "--nonsense"),
    ("check --nonsense", "--nonsense"),
    ("check extra", "extra"),
    ("check --root /nowhere/at/all", "/nowhere/at/all"),
    ("check --as-of 2026-02-30", "2026-02-30"),
    ("check --as-of today", "today"),
    ("check --lang no", "'no'"),
    ("check --fail-on advice", "advice"),
    ("check --region hallan", "Menade du halland?"),
    ("check --region atlantis", "De som finns: halland."),
    ("build --region hallan", "Menade du halland?"),
    ("build --out {right}/README.md", "README.md"),
    ("check --root {empty}", "{empty}"),
    ("build --root {empty}", "{empty}"),
    ("why vc --root {empty}", "{empty}"),
    ("why", "UNIT"),
    ("why almhaga", "almhaga"),
    ("rule aliass", "Menade du alias?"),
    ("rule zzz", "zzz"),
    ("schema unti", "unit"),
]


@pytest.mark.parametrize(("line", "said"), MISUSED)
def test_the_exit_status_is_2_when_the_command_is_used_wrongly(right: Path, line: str, said: str) -> None:
    (right / "README.md").write_bytes(b"")
    (right.parent / "empty").mkdir()
    names = {"right": str(right), "empty": str(right.parent / "empty")}
    arguments = line.format(**names).split()
    if arguments[0] in ("check", "build", "why") and "--root" not in arguments:
        arguments += ["--root", str(right)]
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said.format(**names) in result.stderr


def test_a_program_file_that_ends_too_early_is_not_called_somebody_stopping_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @click.command()
    def damaged() -> None:
        raise EOFError("marshal data too short")

    monkeypatch.setattr(sys, "argv", ["basutbud"])
    monkeypatch.setattr(cli, "basutbud", damaged)
    monkeypatch.setattr(cli.gc, "disable", lambda: None)
    with pytest.raises(EOFError, match="too short"):
        cli.main()


def test_a_source_date_epoch_that_is_none_is_wrong_use(right: Path) -> None:
    for epoch in ("x", "", "1e9", "9" * 30):
        result = invoke("check", "--root", right, SOURCE_DATE_EPOCH=epoch)
        assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


def test_a_tree_with_nothing_but_what_cannot_be_read_is_checked(tmp_path: Path) -> None:
    (tmp_path / "regions").mkdir()
    os.mkfifo(tmp_path / "regions/pipe")
    result = invoke("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "fel[unreadable-file]" in result.stdout


def test_a_warning_is_no_error_until_it_is_asked_to_be(tmp_path: Path) -> None:
    rule, files = _warning()
    root = lay(tmp_path, files)
    milder = invoke("check", "--root", root, "--as-of", AS_OF.isoformat())
    stricter = invoke("check", "--root", root, "--as-of", AS_OF.isoformat(), "--fail-on", "warning")
    assert (milder.exit_code, stricter.exit_code) == (0, 1)
    assert f"varning[{rule.id}]" in milder.stdout
    assert milder.stdout == stricter.stdout


def test_a_build_with_warnings_is_a_build(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", _warning()[1])
    result = invoke("build", "--root", root, "--out", tmp_path / "out", "--as-of", AS_OF.isoformat())
    assert result.exit_code == 0
    assert (tmp_path / "out/bundles/exempel/manifest.json").is_file()


def test_a_build_where_another_builds_is_told_so(right: Path, tmp_path: Path) -> None:
    holding = (
        "import sys; from pathlib import Path; from generator.publishing import locked\n"
        "with locked(Path(sys.argv[1]), []): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holding, str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        result = invoke("build", "--root", right, "--out", tmp_path / "out", "--as-of", DAY)
        other.communicate()
    assert result.exit_code == 3
    assert f"Ett annat bygge skriver just nu i {tmp_path / 'out'}." in result.stderr
    assert os.listdir(tmp_path / "out") == [".basutbud.lock"]


def test_an_output_that_cannot_be_written_is_told_in_words(right: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    result = invoke("build", "--root", right, "--out", tmp_path / "file/out", "--as-of", DAY)
    assert result.exit_code == 3
    assert "Det gick inte att skriva i" in result.stderr
    assert "None" not in result.stderr


# What is said, and where.


def test_a_finding_starts_with_its_file_line_column_severity_and_rule(wrong: Path) -> None:
    lines = invoke("check", "--root", wrong, "--as-of", DAY).stdout.splitlines()
    found = FINDING.fullmatch(lines[0])
    assert found is not None
    data = (wrong / "regions/halland/units/vc.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(data, 1) if text == "status: aktiv")
    assert found.groups() == ("regions/halland/units/vc.yaml", str(line), "9", "fel", "unknown-choice")
    assert lines[1:3] == [f"  {line} | status: aktiv", f"  {' ' * len(str(line))} |         ^^^^^"]
    assert lines[3].startswith("  = gör så här: ")
    assert lines[4:] == [""]


def test_every_finding_of_every_example_starts_with_such_a_line(tmp_path: Path) -> None:
    for number, rule in enumerate(rules()):
        example = read_example(rule.bad)
        root = lay(tmp_path / str(number), example.workspace.files)
        workspace = example.workspace
        # What a dictionary lacks, and what stood there before, are no files.
        in_files_alone = workspace.speller is None and workspace.former == NOTHING_BEFORE
        unreadable = {misfit.kind for misfit in workspace.misfits} & {"symbolic-link", "unreadable-file"}
        if workspace.files and in_files_alone and not unreadable:
            result = invoke("check", "--root", root, "--as-of", AS_OF.isoformat(), "--lang", "en")
            blocks = result.stdout.removesuffix("\n\n").split("\n\n")
            assert [block for block in blocks if not FINDING.fullmatch(block.splitlines()[0])] == []
            assert rule.id in {FINDING.fullmatch(block.splitlines()[0])[5] for block in blocks}  # type: ignore[index]


def test_findings_stand_on_stdout_in_order_and_their_sum_on_stderr(tmp_path: Path) -> None:
    root = lay(tmp_path, nation("halland", "skane", text="-- units/vc.yaml --\nstatus: aktiv\nphone: []\n"))
    process = basutbud("check", "--root", root, "--as-of", DAY)
    places = [found.group(1, 2) for line in process.stdout.splitlines() if (found := FINDING.fullmatch(line))]
    assert len(places) == 4
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    assert FINDING.search(process.stderr) is None
    assert process.stderr == "2 regioner granskade: 4 fel, 0 varningar, 0 råd, 0 undantagna.\n"


def test_only_the_chosen_region_and_the_national_files_are_told_of(tmp_path: Path) -> None:
    root = lay(tmp_path, {**nation(text=WRONG), "casetype_templates/annan.yaml": b"name: A\n"})
    result = invoke("check", "--root", root, "--as-of", DAY, "--region", "skane")
    files = {found[1] for line in result.stdout.splitlines() if (found := FINDING.fullmatch(line))}
    assert files == {"casetype_templates/annan.yaml", "regions/skane/units/vc.yaml"}


LANGUAGES = [
    ({"LC_ALL": "sv_SE.UTF-8"}, "fel["),
    ({"LC_ALL": "en_US.UTF-8"}, "error["),
    ({"LC_ALL": "en_GB"}, "error["),
    ({"LC_ALL": "C"}, "fel["),
    ({"LC_ALL": "C.UTF-8"}, "fel["),
    ({"LC_ALL": "de_DE.UTF-8"}, "fel["),
    ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "error["),
    ({"LC_ALL": "", "LC_MESSAGES": "sv_SE.UTF-8", "LANG": "en_US.UTF-8"}, "fel["),
    ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "sv_SE.UTF-8", "LANG": "sv_SE.UTF-8"}, "error["),
]


@pytest.mark.parametrize(("variables", "said"), LANGUAGES, ids=range(len(LANGUAGES)))
def test_the_language_is_the_locale_s_or_swedish(wrong: Path, variables: dict[str, str], said: str) -> None:
    result = invoke("check", "--root", wrong, "--as-of", DAY, **{"LC_MESSAGES": "", "LANG": "", **variables})
    assert said in result.stdout


@pytest.mark.parametrize(
    ("language", "said", "sum"), [("sv", "fel[", "1 region granskad"), ("en", "error[", "1 region checked")]
)
def test_the_language_that_is_asked_for_comes_before_the_locale(
    wrong: Path, language: str, said: str, sum: str
) -> None:
    for locale in ("sv_SE.UTF-8", "en_US.UTF-8"):
        result = invoke("check", "--root", wrong, "--as-of", DAY, "--lang", language, LC_ALL=locale)
        assert said in result.stdout
        assert result.stderr.startswith(sum)


COLOURS = [
    ({}, False),
    ({"FORCE_COLOR": "1"}, True),
    ({"FORCE_COLOR": "true", "TERM": "dumb"}, True),
    ({"FORCE_COLOR": "0"}, False),
    ({"FORCE_COLOR": ""}, False),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ({"NO_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("variables", "expected"), COLOURS, ids=range(len(COLOURS)))
def test_colour_is_for_terminals_and_for_those_who_ask(wrong: Path, variables: dict[str, str], expected: bool) -> None:
    process = basutbud("check", "--root", wrong, "--as-of", DAY, **variables)
    assert expected == (ESCAPE in process.stdout)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", process.stdout)
    assert invoke("check", "--root", wrong, "--as-of", DAY).stdout == plain
    assert ESCAPE not in process.stderr


# Why, rule and schema.

WHY = region(
    "halland", "-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\nname: Ring mig\nillustrative: true\n"
)


@pytest.mark.parametrize("name", ["vc", "halland/vc", "SE2321000115-PAHITT0001"])
def test_why_tells_of_a_unit_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    result = invoke("why", name, "--root", lay(tmp_path, WHY))
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0] == "Påhittade vårdcentralen (SE2321000115-PAHITT0001), regions/halland/units/vc.yaml"
    assert "Inställningar:" in lines
    assert lines[-2] == "Ärendetyper:"
    assert re.fullmatch(r"  kontakta-mig: Ring mig, aktiv \(regions/halland/units/vc\.yaml:\d+\)", lines[-1])


def test_why_tells_of_every_field_of_a_case_type(tmp_path: Path) -> None:
    result = invoke("why", "vc", "kontakta-mig", "--root", lay(tmp_path, WHY), "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:6] == [
        "name: Ring mig",
        "  = regional case type, regions/halland/casetypes/kontakta-mig.yaml:2",
        "  instead of: Kontakta mig, national template, casetype_templates/kontakta-mig.yaml:1",
        "category: Kontakt",
        "  = national template, casetype_templates/kontakta-mig.yaml:3",
    ]


def test_why_tells_of_one_field_and_of_one_that_nobody_set(tmp_path: Path) -> None:
    root = lay(tmp_path, WHY)
    assert invoke("why", "vc", "kontakta-mig", "name", "--root", root).stdout == (
        "name: Ring mig\n"
        "  = regional ärendetyp, regions/halland/casetypes/kontakta-mig.yaml:2\n"
        "  i stället för: Kontakta mig, nationell mall, casetype_templates/kontakta-mig.yaml:1\n"
    )
    unset = invoke("why", "vc", "kontakta-mig", "values", "--root", root)
    assert (unset.exit_code, unset.stdout) == (0, "values är inte satt i något lager.\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vcc", "Det finns ingen mottagning som heter vcc. Menade du vc?"),
        ("sköldpaddan", "Det finns ingen mottagning som heter sköldpaddan."),
        ("vc kontakta-mej", "Mottagningen vc har inte ärendetypen kontakta-mej. Menade du kontakta-mig?"),
        ("vc kontakta-mig nam", "Det finns inget fält som heter nam. Menade du name?"),
        ("vc kontakta-mig zzz", "Det finns inget fält som heter zzz."),
    ],
)
def test_why_is_used_wrongly_with_a_name_that_does_not_exist(tmp_path: Path, line: str, said: str) -> None:
    result = invoke("why", *line.split(), "--root", lay(tmp_path, WHY))
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].removeprefix("Error: ") == said


def test_a_name_that_several_units_have_is_told_with_the_names_of_each(tmp_path: Path) -> None:
    result = invoke("why", "vc", "--root", lay(tmp_path, nation("halland", "skane")))
    assert result.exit_code == 2
    assert "halland/vc" in result.stderr
    assert "skane/vc" in result.stderr


def test_why_tells_what_it_can_of_a_tree_with_faults(tmp_path: Path) -> None:
    files = {**WHY, "regions/halland/groups.yaml": b"- a\n", "regions/halland/units/b.yaml": b"{", "regions/b": b""}
    result = invoke("why", "vc", "kontakta-mig", "name", "--root", lay(tmp_path, files))
    assert result.stdout.startswith("name: Ring mig\n")


@pytest.mark.parametrize(("language", "severity"), [("sv", "fel"), ("en", "error")])
def test_the_rules_are_listed_one_on_each_line(language: str, severity: str) -> None:
    result = invoke("rule", "--lang", language)
    lines = result.stdout.splitlines()
    assert [rule.id for rule in rules()] == [line.split()[0] for line in lines[: len(rules())]]
    [alias] = [line for line in lines if line.startswith("alias ")]
    assert alias.split()[1] == severity


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_s_page_holds_all_its_words(rule: Rule, language: Language) -> None:
    result = invoke("rule", rule.id, "--lang", language)
    words, manual = rule.words(language), manual_of(rule, language)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule.id}: {words.title}\n")
    for text in (words.reason, manual.message.text, manual.advice.text, rule.source):
        assert text in result.stdout
    for line in [*rule.good.splitlines(), *rule.bad.splitlines()]:
        assert line.rstrip() in result.stdout


def test_the_schemas_are_listed_shown_and_written(tmp_path: Path) -> None:
    listed = invoke("schema").stdout.splitlines()
    assert [path.removesuffix(".schema.json") for path in all_schemas()] == listed
    assert invoke("schema", "unit").stdout_bytes == all_schemas()["unit.schema.json"]
    result = invoke("schema", "--out", tmp_path / "a/b")
    assert (result.exit_code, result.stdout) == (0, "")
    written = {
        path.relative_to(tmp_path / "a/b").as_posix(): path.read_bytes() for path in (tmp_path / "a/b").rglob("*.json")
    }
    assert written == all_schemas()


def test_the_version_is_told() -> None:
    process = basutbud("--version")
    assert (process.returncode, process.stdout) == (0, f"basutbud {VERSION}\n")


@pytest.mark.parametrize("arguments", [(), ("check",), ("build",), ("why",), ("rule",), ("schema",)])
def test_help_is_told_of_everything(arguments: tuple[str, ...]) -> None:
    for option in ("--help", "-h"):
        result = invoke(*arguments, option)
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: basutbud")


# Terminals and pipes of all kinds.


@pytest.mark.parametrize("arguments", ["rule", "schema unit", "why vc", "check"])
def test_a_reader_that_stops_reading_is_no_fault(tmp_path: Path, arguments: str) -> None:
    faults = {f"regions/halland/units/x{number}.yaml": b"a: b\n" for number in range(200)}
    root = lay(tmp_path, {**region("halland"), **faults})
    option = ["--root", str(root)] if arguments.split(maxsplit=1)[0] in ("why", "check") else []
    command = Path(sys.executable).with_name("basutbud")
    process = subprocess.Popen(
        [command, *arguments.split(), *option], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() in (0, 1, 2, -13)
    assert "Traceback" not in said
    assert "Exception" not in said
    assert "BrokenPipe" not in said


ENCODINGS = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "sv_SE.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"},
]


@pytest.mark.parametrize("variables", ENCODINGS, ids=range(len(ENCODINGS)))
def test_a_terminal_that_lacks_letters_gets_their_codes(tmp_path: Path, variables: dict[str, str]) -> None:
    text = "-- units/vc.yaml --\nname: Łódź 😀 åäö\nstatus: åäö😀\n"
    root = lay(tmp_path / "root", {**region("halland", text), "regions/halland/units/åäö😀.yaml": b"a: b\n"})
    build = basutbud("build", "--root", root, "--out", tmp_path / "out", **variables)
    why = basutbud("why", "sköldpaddan", "--root", root, **variables)
    assert (build.returncode, why.returncode) == (1, 2)
    assert "Traceback" not in build.stderr + why.stderr
    assert "unknown-choice" in build.stdout


HOSTILE = "\x1b]0;title\x07\x1b[31m\x9b2J\u202e\u200b\r\x08"
ESCAPED = "".join(f"\\u{ord(character):04x}" if not " " <= character <= "~" else character for character in HOSTILE)
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\ud800-\udfff]")

# Where a text with control characters stands: in a file, by its path, or in the name of one.
HOSTILE_TEXTS = {
    "a name": ("regions/halland/units/vc.yaml", ("Påhittade vårdcentralen", f'"A{ESCAPED}"')),
    "an HSA-id": ("regions/halland/units/vc.yaml", ("SE2321000115-PAHITT0001", f'"SE{ESCAPED}"')),
    "a choice": ("regions/halland/units/vc.yaml", ("active", f'"{ESCAPED}"')),
    "a value": ("regions/halland/units/vc.yaml", ("municipality:", f'municipality: "{ESCAPED}" #')),
    "a key": ("regions/halland/units/vc.yaml", ("phone:", f'"phone{ESCAPED}":')),
    "a case type": ("regions/halland/units/vc.yaml", ("kontakta-mig", f'"kontakta{ESCAPED}"')),
    "a region's name": ("regions/halland/region.yaml", ("Region Halland", f'"{ESCAPED}"')),
    "a rule": ("regions/halland/region.yaml", ("promise:", f'rules: {{"a{ESCAPED}": off}}\npromise:')),
    "a template's name": ("casetype_templates/kontakta-mig.yaml", ("Kontakta mig", f'"{ESCAPED}"')),
    "a terms text": (
        "casetype_templates/kontakta-mig.yaml",
        ("Här kan du", f'"Här{ESCAPED}"\n      text: "{{så}}"\n#'),
    ),
    "raw, in a text": ("regions/halland/units/vc.yaml", ("Påhittade vårdcentralen", f"A{HOSTILE}")),
    "raw, in a comment": ("regions/halland/units/vc.yaml", ("status: active", f"status: aktiv # {HOSTILE}")),
}
HOSTILE_NAMES = [
    f"regions/halland/units/{HOSTILE}.yaml",
    f"regions/halland/{HOSTILE}/a.yaml",
    f"regions/{HOSTILE}/region.yaml",
    f"regions/{HOSTILE}/units/vc.yaml",
    f"regions/{HOSTILE}",
    f"casetype_templates/{HOSTILE}.yaml",
    "regions/halland/lists/a\nb.csv",
]
NOT_UTF_8 = ["regions/halland/units/\udcff\udc80.yaml", "regions/\udcff/region.yaml", "regions/halland/\udce5/a.csv"]


def _everything_said(root: Path, out: Path) -> str:
    """All that any command says of a tree, to anyone."""
    commands: list[list[str | Path]] = [
        ["check"],
        ["check", "--lang", "en"],
        ["check", "--region", "nowhere"],
        ["build", "--out", out],
        ["build", "--out", out, "--lang", "en", "--region", "halland"],
        ["why", "nowhere"],
        ["why", "vc"],
        ["why", "vc", "kontakta-mig"],
        ["why", "vc", "nothing"],
        ["why", "SE2321000115-PAHITT0002", "--lang", "en"],
    ]
    results = [invoke(*command, "--root", root, "--as-of", DAY) for command in commands]
    return "".join(result.stdout + result.stderr for result in results)


@pytest.mark.parametrize(("path", "change"), HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_no_text_reaches_the_terminal_with_its_control_characters(
    tmp_path: Path, path: str, change: tuple[str, str]
) -> None:
    files = region("halland")
    files[path] = files[path].decode().replace(*change).encode()
    said = _everything_said(lay(tmp_path / "root", files), tmp_path / "out")
    assert CONTROLS.findall(said) == []


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_no_name_of_a_file_reaches_the_terminal_with_its_control_characters(tmp_path: Path, name: str) -> None:
    root = lay(tmp_path / "root", {**region("halland"), name: b"a: b\n"})
    said = _everything_said(root, tmp_path / "out")
    assert CONTROLS.findall(said) == []
    assert [line for line in said.splitlines() if line.startswith("b.csv")] == []


@pytest.mark.parametrize("name", NOT_UTF_8)
def test_a_name_of_a_file_that_is_no_text_is_told_all_the_same(tmp_path: Path, name: str) -> None:
    root = lay(tmp_path / "root", {**region("halland"), name: b"a: b\n"})
    for arguments in (["check"], ["build", "--out", str(tmp_path / "out")]):
        process = basutbud(*arguments, "--root", root, "--as-of", DAY)
        assert process.returncode == 1
        assert "Traceback" not in process.stderr
        assert "fel[unexpected-file]" in process.stdout


# Skatteverket's series for tests has birth numbers from 980 to 999.
NUMBER = "19800101-9804"
LONG = "Det här är en lång text som fortsätter en stund "
"""So long that what is shown of it with a number after it ends in the middle of the number."""

PERSONAL_TEXTS = {
    "a name": ("regions/halland/units/vc.yaml", ("Påhittade vårdcentralen", f"Anna {NUMBER}")),
    "an HSA-id": ("regions/halland/units/vc.yaml", ("SE2321000115-PAHITT0001", NUMBER)),
    "a phone number": ("regions/halland/units/vc.yaml", ("031-390 06 00", NUMBER)),
    "a choice": ("regions/halland/units/vc.yaml", ("active", NUMBER)),
    "a value": ("regions/halland/units/vc.yaml", ("municipality:", f"municipality: {NUMBER} #")),
    "a long value": ("regions/halland/units/vc.yaml", ("municipality:", f"municipality: {LONG}{NUMBER} #")),
    "a long choice": ("regions/halland/units/vc.yaml", ("active", f"{LONG}{NUMBER} med mera")),
    "a key": ("regions/halland/units/vc.yaml", ("phone:", f"{NUMBER}:")),
    "a long key": ("regions/halland/units/vc.yaml", ("phone:", f"{LONG}{NUMBER}:")),
    "a case type": ("regions/halland/units/vc.yaml", ("kontakta-mig", NUMBER)),
    "a group": ("regions/halland/units/vc.yaml", ("roles:", f"groups: [{NUMBER}]\nroles:")),
    "a setting": ("regions/halland/units/vc.yaml", ("roles:", f"settings: {{information: Anna {NUMBER}}}\nroles:")),
    "an entry": ("regions/halland/units/vc.yaml", ("kontakta-mig: {}", f"kontakta-mig: {{name: Anna {NUMBER}}}")),
    "a comment": ("regions/halland/units/vc.yaml", ("status: active", f"status: aktiv # {NUMBER}")),
    "a text that is not closed": ("regions/halland/units/vc.yaml", ("Påhittade", f'"{NUMBER}')),
    "an anchor": ("regions/halland/units/vc.yaml", ("Påhittade", f"&{NUMBER} A")),
    "a tag": ("regions/halland/units/vc.yaml", ("Påhittade", f"!{NUMBER} A")),
    "a region's name": ("regions/halland/region.yaml", ("Region Halland", NUMBER)),
    "a county": ("regions/halland/region.yaml", ("county:", f"county: {NUMBER} #")),
    "an organisation number": ("regions/halland/region.yaml", ("232100-0115", NUMBER[2:])),
    "a terms text": ("casetype_templates/kontakta-mig.yaml", ("Här kan du", f"{NUMBER} kan du")),
    "a placeholder": ("casetype_templates/kontakta-mig.yaml", ("{enhet}", f"{{{NUMBER}}}")),
    "a template's name": ("casetype_templates/kontakta-mig.yaml", ("Kontakta mig", NUMBER)),
    "a list": ("regions/halland/lists/a.csv", ("HSA-id", f"HSA-id\n{NUMBER}")),
}
PERSONAL_NAMES = [
    f"regions/halland/units/{NUMBER}.yaml",
    f"regions/halland/casetypes/{NUMBER}.yaml",
    f"regions/halland/terms/{NUMBER}.yaml",
    f"regions/halland/lists/{NUMBER}.csv",
    f"regions/halland/lists/{NUMBER}.xlsx",
    f"regions/halland/{NUMBER}/a.yaml",
    f"regions/{NUMBER}/units/vc.yaml",
    f"casetype_templates/{NUMBER}.yaml",
]


def _digits_of_a_person(said: str) -> list[str]:
    """What would give away more of the number than the day of birth."""
    return [line for line in said.splitlines() if re.search(r"800101[-+ ]?\d", line)]


@pytest.mark.parametrize(("path", "change"), PERSONAL_TEXTS.values(), ids=PERSONAL_TEXTS)
def test_a_personal_number_is_never_repeated(tmp_path: Path, path: str, change: tuple[str, str]) -> None:
    groups = "-- groups.yaml --\na: {title: A, list: a.csv}\n-- lists/a.csv --\nHSA-id\n"
    files = region("halland", groups)
    files[path] = files[path].decode().replace(*change).encode()
    assert NUMBER[2:].encode() in files[path]
    said = _everything_said(lay(tmp_path / "root", files), tmp_path / "out")
    assert _digits_of_a_person(said) == []


@pytest.mark.parametrize("name", PERSONAL_NAMES)
@pytest.mark.parametrize("data", [b"a: b\n", b"{}\n", None])
def test_a_personal_number_in_the_name_of_a_file_is_never_repeated(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    unit = region("halland")["regions/halland/units/vc.yaml"].replace(b"PAHITT0001", b"PAHITT0002")
    root = lay(tmp_path / "root", {**region("halland"), name: unit if data is None else data})
    said = _everything_said(root, tmp_path / "out")
    assert _digits_of_a_person(said) == []


def test_a_unit_that_a_finding_concerns_is_not_named_by_a_personal_number(tmp_path: Path) -> None:
    unit = region("halland")["regions/halland/units/vc.yaml"].replace(b"PAHITT0001", b"PAHITT0002")
    text = "-- region.yaml --\npromise: {answer_within: 3 working days}\n-- basutbud.yaml --\n" + (
        '- id: a\n  title: "Exempel: A"\n  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, '
        "reference: Exempel 2026-1}\n  valid: {from: 2026-02-01}\n  promise: {answer_within: 2 working days}\n"
        "  illustrative: true\n"
    )
    files = {**region("halland", text), f"regions/halland/units/{NUMBER}.yaml": unit}
    assert load(files, AS_OF).misfits == ()
    said = _everything_said(lay(tmp_path / "root", files), tmp_path / "out")
    assert _digits_of_a_person(said) == []
