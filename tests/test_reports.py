"""Every report format: as its own world wants it, harmless whatever was written, and of one mind with the others."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from nations import DAY, LANGUAGES, basutbud, invoke, lay, region, reported

from generator.files import Files
from generator.reporting import names, writer
from generator.schemas import all_schemas
from schema.load import load
from schema.places import Place, Stretch
from validate.diagnostic import Diagnostic, Exemption
from validate.examples import AS_OF, Example, read_example
from validate.report import Report
from validate.reports.markdown import MARKER
from validate.rule import Language, Rule
from validate.rulebook import rules
from validate.run import run

SCHEMAS = Path(__file__).parent / "fixtures/report_schemas"
FORMATS = ["github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif", "text"]

every_format = pytest.mark.parametrize("format", FORMATS)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_the_formats_are_found_by_folder_and_named_by_the_help() -> None:
    assert names() == FORMATS
    for command in ("check", "build"):
        said = invoke(command, "--help").stdout
        assert [name for name in FORMATS if not re.search(rf"\b{name}\b", said)] == []


# As each format's own world wants it.


def _schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_bytes())


SARIF = Draft202012Validator(_schema("sarif-2.1.0.json"))
RDJSON = Draft7Validator(_schema("rdjson.json"))
OWN = Draft202012Validator(json.loads(all_schemas()["report.schema.json"]), format_checker=FormatChecker(["date"]))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def _check_sarif(text: str, report: Report) -> None:
    made = json.loads(text)
    SARIF.validate(made)
    [run_] = made["runs"]
    ids = [rule["id"] for rule in run_["tool"]["driver"]["rules"]]
    assert ids == sorted(set(ids))
    assert [ids[result["ruleIndex"]] for result in run_["results"]] == [found.rule.id for found in report.findings]
    known = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run_["results"]]
    assert len(set(known)) == len(known)
    for result in run_["results"]:
        assert len(result.get("relatedLocations", [])) < 1000
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", place["physicalLocation"]["artifactLocation"]["uri"])


def _check_rdjson(text: str, report: Report) -> None:
    made = json.loads(text)
    RDJSON.validate(made)
    assert len(made["diagnostics"]) == len(report.findings)
    for diagnostic in made["diagnostics"]:
        assert "url" not in diagnostic["code"]
        ends = [diagnostic["location"]["range"][end] for end in ("start", "end")]
        assert all(isinstance(number, int) for end in ends for number in end.values())
        assert (ends[0]["line"], ends[0]["column"]) <= (ends[1]["line"], ends[1]["column"])


def _check_own(text: str, report: Report) -> None:
    made = json.loads(text)
    OWN.validate(made)
    assert sum(made["counts"].values()) == len(made["findings"]) == len(report.findings)


def _check_junit(text: str, report: Report) -> None:
    root = ElementTree.fromstring(text)
    JUNIT.validate(text)
    assert len({suite.get("name") for suite in root}) == len(root)
    for suite in root:
        cases = suite.findall("testcase")
        told = (len(cases), len(suite.findall("testcase/failure")), 0, len(suite.findall("testcase/skipped")))
        assert told == tuple(int(suite.get(name, "")) for name in ("tests", "failures", "errors", "skipped"))
    assert len(root.findall("*/testcase/failure")) == report.counts["error"]


def _check_gitlab(text: str, report: Report) -> None:
    made = json.loads(text)
    assert len({issue["fingerprint"] for issue in made}) == len(made) == len(report.findings)
    for issue in made:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith((".", "/"))
        assert all(issue[name].strip() for name in ("description", "check_name", "fingerprint"))


def _check_github(text: str, report: Report) -> None:
    commands = [COMMAND.fullmatch(line) for line in text.splitlines()]
    assert all(commands)
    levels = Counter(command[1] for command in commands if command)
    assert max(levels.values(), default=0) <= 10
    for command in filter(None, commands):
        properties = dict(each.split("=", 1) for each in command[2].split(","))
        assert ("col" in properties) == (properties.get("line") == properties.get("endLine") != None)  # noqa: E711
        assert int(properties.get("col", 1)) <= int(properties.get("endColumn", 1))
        assert not re.search("%(?!25|0D|0A)", command[3])
    assert len(report.standing) >= sum(levels.values()) - 1


def _check_markdown(text: str, report: Report) -> None:
    assert text.startswith(f"{MARKER}\n")
    assert len(text) <= 60_000
    prose = _without_code(text.removeprefix(MARKER))
    assert set(re.findall(r"<[^>]*>", prose)) <= {"<details>", "</details>", "<summary>", "</summary>"}
    assert not re.search(r"[\\|@~^$]|https?:|www\.|\]\(|(?<!&)#\d", prose)


def _check_text(text: str, report: Report) -> None:
    assert text.count("\n\n") == sum(found.state in ("standing", "to-come") for found in report.findings)


CHECKS: dict[str, Callable[[str, Report], None]] = {
    "github": _check_github,
    "gitlab": _check_gitlab,
    "json": _check_own,
    "junit": _check_junit,
    "markdown": _check_markdown,
    "rdjson": _check_rdjson,
    "sarif": _check_sarif,
    "text": _check_text,
}


def _without_code(text: str) -> str:
    """Markdown without its code spans, found as CommonMark finds them: by runs of as many backticks."""
    return re.sub(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", "", text)


def _written(report: Report) -> dict[str, str]:
    """The report in every format, each found good by the format's own check."""
    made = {}
    for format in FORMATS:
        made[format] = writer(format)(report)
        CHECKS[format](made[format], report)
    return made


def _small(report: Report) -> Report:
    """The report with no more rules in its book than it needs."""
    used = {found.rule.id for found in report.findings}
    return replace(report, book={id: rule for id, rule in report.book.items() if id in used})


@cache
def _checked(text: str) -> tuple[Example, list[Diagnostic]]:
    example = read_example(text)
    return example, run(example.workspace, rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_the_findings_of_every_rule_can_be_written_in_every_format(rule: Rule) -> None:
    example, diagnostics = _checked(rule.bad)
    for language in LANGUAGES:
        made = _written(_small(reported(diagnostics, example.workspace.files, language)))
        told = [format for format, text in made.items() if rule.id in text]
        assert told == FORMATS


@in_both_languages
def test_the_whole_rule_book_can_be_written(language: Language) -> None:
    report = reported([], read_example("").workspace.files, language)
    made = json.loads(_written(report)["sarif"])
    driver = made["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == sorted(rule.id for rule in rules())
    for rule in driver["rules"]:
        assert len(rule["properties"]["tags"]) <= 20
        assert set(rule["messageStrings"]) == {"sv", "en"}
        assert not re.search(r"(?<!\{)\{(\{\{)*(?!\{)", rule["messageStrings"]["sv"]["text"])


# What is told of one finding.

TWO = '-- units/vc.yaml --\n# åäö 😀\nname: "å😀ä"   # x\nstatus: aktiv\nphone: []\n'


def _two() -> tuple[Files, list[Diagnostic]]:
    example, diagnostics = _checked(TWO)
    return dict(example.workspace.files), diagnostics


def _status(diagnostics: list[Diagnostic]) -> Diagnostic:
    [found] = [found for found in diagnostics if found.rule == "unknown-choice"]
    return found


def test_a_finding_is_told_alike_in_every_format() -> None:
    files, diagnostics = _two()
    found = _status(diagnostics)
    made = _written(reported([found], files))
    file, line, message = found.at.file, files[found.at.file].decode().split("\n").index("status: aktiv") + 1, "”aktiv”"
    [own] = json.loads(made["json"])["findings"]
    assert (own["at"]["file"], own["at"]["line"], own["at"]["column"], own["object"]) == (file, line, 9, "status")
    assert (own["rule"], own["severity"], own["state"], own["excerpt"]) == (
        "unknown-choice",
        "error",
        "standing",
        "status: aktiv",
    )
    [result] = json.loads(made["sarif"])["runs"][0]["results"]
    [place] = result["locations"]
    assert place["physicalLocation"]["region"] == {
        "startLine": line,
        "startColumn": 9,
        "endLine": line,
        "endColumn": 14,
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "status"}]
    assert (result["level"], result["suppressions"]) == ("error", [])
    [issue] = json.loads(made["gitlab"])
    assert (issue["location"]["path"], issue["severity"]) == (file, "critical")
    assert issue["fingerprint"] == own["fingerprint"] == result["partialFingerprints"]["basutbud/v1"]
    assert (
        f"::error file={file},line={line},endLine={line},col=9,endColumn=14,title=fel[unknown-choice]::"
        in made["github"]
    )
    assert f"- **Fel**, rad {line}, `unknown-choice`: " in made["markdown"]
    assert f"{file}:{line}:9: fel[unknown-choice]" in made["text"]
    assert [format for format, text in made.items() if message not in text] == []


def test_reviewdog_is_told_of_columns_in_bytes() -> None:
    files, _ = _two()
    [path] = [path for path in files if path.endswith("vc.yaml")]
    place = Place(path, ("name",)).within(1, 2)
    found = replace(_status(_two()[1]), at=place)
    report = reported([found], files)
    [made] = json.loads(writer("rdjson")(report))["diagnostics"]
    line = files[path].decode().split("\n")[made["location"]["range"]["start"]["line"] - 1].encode()
    start, end = (made["location"]["range"][end]["column"] - 1 for end in ("start", "end"))
    assert line[start:end] == "😀".encode()
    [own] = json.loads(writer("json")(report))["findings"]
    assert (own["at"]["column"], own["at"]["end_column"]) == (9, 10)


def test_a_replacement_becomes_a_fix_where_a_format_has_such() -> None:
    files, diagnostics = _two()
    made = _written(reported([replace(_status(diagnostics), replacement="active")], files))
    assert json.loads(made["json"])["findings"][0]["replacement"] == "active"
    assert json.loads(made["rdjson"])["diagnostics"][0]["suggestions"][0]["text"] == "ctive"  # after the a of aktiv
    [fix] = json.loads(made["sarif"])["runs"][0]["results"][0]["fixes"]
    [change] = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "ctive"}


@pytest.mark.parametrize("text", ["19800101-9804", "a\u202eb", "a\0b", "\udc80"])
def test_a_replacement_that_no_report_may_show_is_no_fix(text: str) -> None:
    files, diagnostics = _two()
    made = _written(reported([replace(_status(diagnostics), replacement=text)], files))
    assert "fixes" not in made["sarif"]
    assert "suggestions" not in made["rdjson"]


# What does not stand is counted.


def _in_every_state() -> tuple[Files, list[Diagnostic]]:
    files, diagnostics = _two()
    found = _status(diagnostics)
    waiver = Exemption(Place("regions/exempel/waivers.yaml", (0,)), found.rule, "Skälet", "Ägaren", "A-1", "2026-12-31")
    return files, [
        found,
        replace(found, exemption=waiver),
        replace(found, is_old=True),
        replace(found, begins=date(2027, 1, 1)),
        replace(found, severity="warning"),
        replace(found, severity="advice"),
    ]


def test_every_report_tells_of_what_does_not_stand() -> None:
    files, diagnostics = _in_every_state()
    report = reported(diagnostics, files)
    assert report.sums == "1 fel, 1 varning, 1 råd, 1 undantaget, 1 gammalt, 1 som kommer"
    made = _written(report)
    own = json.loads(made["json"])
    assert own["counts"] == {"error": 1, "warning": 1, "advice": 1, "waived": 1, "old": 1, "to_come": 1}
    assert Counter(each["state"] for each in own["findings"]) == {"standing": 3, "waived": 1, "old": 1, "to-come": 1}
    assert [each["exemption"]["reason"] for each in own["findings"] if each["exemption"]] == ["Skälet"]
    assert report.sums in made["markdown"]
    assert "Det som inte behöver rättas nu (3)" in made["markdown"]
    assert f"::notice title=basutbud%3A summan::{report.sums}." in made["github"]
    assert made["github"].count("::error ") == 1
    for format in ("gitlab", "rdjson", "junit"):
        for words in ("Undantaget till och med 2026-12-31: Skälet. ", "Gammalt. ", "Börjar 2027-01-01. "):
            assert words in made[format]
    assert Counter(each["severity"] for each in json.loads(made["gitlab"]))["info"] == 3
    root = ElementTree.fromstring(made["junit"])
    assert len(root.findall("*/testcase/skipped")) == 3
    assert {each.get("value") for each in root.findall("*/properties/property[@name='basutbud.old']")} == {"1"}
    assert "= börjar 2027-01-01" in made["text"]


def test_the_day_on_which_a_finding_ends_is_told() -> None:
    files, diagnostics = _two()
    made = _written(reported([replace(_status(diagnostics), ends=date(2027, 1, 1))], files))
    assert json.loads(made["json"])["findings"][0]["ends"] == "2027-01-01"
    assert json.loads(made["sarif"])["runs"][0]["results"][0]["properties"]["ends"] == "2027-01-01"
    assert "= upphör 2027-01-01" in made["text"]


def test_every_report_tells_from_when_a_finding_is_an_error() -> None:
    files, diagnostics = _two()
    found = replace(_status(diagnostics), severity="warning", error_from=date(2027, 3, 1))
    for language, said in zip(LANGUAGES, ("Blir fel 2027-03-01.", "Becomes an error 2027-03-01."), strict=True):
        made = _written(reported([found], files, language))
        assert json.loads(made.pop("json"))["findings"][0]["error_from"] == "2027-03-01"
        assert json.loads(made.pop("sarif"))["runs"][0]["results"][0]["properties"]["errorFrom"] == "2027-03-01"
        assert f"  = {said[0].lower()}{said[1:-1]}\n" in made.pop("text")
        assert [format for format, text in made.items() if said not in text] == []


def test_sarif_says_why_a_result_does_not_stand() -> None:
    files, diagnostics = _in_every_state()
    [run_] = json.loads(writer("sarif")(reported(diagnostics, files)))["runs"]
    by_state = {each["properties"]["state"]: each for each in run_["results"]}
    [waived] = by_state["waived"]["suppressions"]
    assert (waived["kind"], waived["status"]) == ("external", "accepted")
    assert waived["justification"] == "Undantaget till och med 2026-12-31: Skälet (Ägaren, A-1)"
    assert by_state["old"]["suppressions"][0]["kind"] == "external"
    assert Counter(each["baselineState"] for each in run_["results"]) == {"unchanged": 1, "new": 5}
    assert (by_state["to-come"]["level"], by_state["to-come"]["properties"]["begins"]) == ("note", "2027-01-01")
    assert run_["properties"]["counts"]["old"] == 1


def test_a_region_without_findings_is_a_passing_case() -> None:
    root = ElementTree.fromstring(writer("junit")(replace(reported([], {}), regions=("halland",))))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("nationella filer", "1", "0"),
        ("halland", "1", "0"),
    ]


def test_what_others_may_come_of_is_told_first() -> None:
    files, diagnostics = _two()
    later = replace(_status(diagnostics), rule="mobile-number", words={}, at=Stretch(diagnostics[0].at.file, 0, 1))
    assert next(rule for rule in rules() if rule.id == "mobile-number").topic != "structure"
    assert [found.rule.id for found in reported([later, *diagnostics], files).findings][-1] == "mobile-number"


# Limits.


def _many(number: int, severity: Any = "error", words: int = 10) -> list[Diagnostic]:
    place = Place("regions/exempel/units/vc.yaml", ("status",))
    return [
        Diagnostic("unknown-key", severity, place.at(n), {"key": f"{n}" * words, "nearest": "", "known": "a"})
        for n in range(number)
    ]


def test_github_shows_the_worst_and_says_where_the_others_are() -> None:
    diagnostics = [*_many(30, "advice"), *_many(12, "warning"), *_many(25)]
    report = _small(reported(diagnostics, _two()[0]))
    text = writer("github")(report)
    _check_github(text, report)
    levels = [line.split()[0] for line in text.splitlines()]
    assert levels == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert "25 fel, 12 varningar, 30 råd, 0 undantagna. Här visas bara 29 av 67." in text.splitlines()[-1]


@pytest.mark.parametrize("words", [1, 300])
def test_markdown_is_shortened_by_whole_files_and_says_so(words: int) -> None:
    files = {f"regions/exempel/units/u{number}.yaml": b"a: b\n" for number in range(200)}
    diagnostics = [
        replace(found, at=Place(path, ("a",)), severity="error" if number == 199 else "advice")
        for number, path in enumerate(files)
        for found in _many(3, words=words)
    ]
    text = writer("markdown")(report := _small(reported(diagnostics, files)))
    _check_markdown(text, report)
    assert len(text) > 50_000
    assert "regions/exempel/units/u199.yaml" in text
    dropped = re.search(r"Rapporten är avkortad: (\d+) fynd", text)
    assert dropped is not None
    assert int(dropped[1]) + text.count("- **") == 600
    assert report.sums in text


def test_markdown_shows_the_worst_of_a_file_however_long_they_are() -> None:
    files, _ = _two()
    diagnostics = [*_many(60, "warning"), *_many(60, words=300)[59:]]
    for words in (1, 300):
        text = writer("markdown")(_small(reported([*_many(60, "warning", words), *diagnostics[60:]], files)))
        assert text.count("- **Fel**") == 1
        assert 20 < text.count("- **Varning**") < 50
        hidden = re.search(r"… och (\d+) fynd till", text)
        assert hidden is not None
        assert int(hidden[1]) + text.count("- **") == 61


def test_sarif_holds_what_github_takes() -> None:
    diagnostics = [*_many(200, "advice"), *_many(24_900)]
    [run_] = json.loads(writer("sarif")(_small(reported(diagnostics, {}))))["runs"]
    assert Counter(result["level"] for result in run_["results"]) == {"error": 24_900, "note": 100}
    [said] = run_["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"] == "Av 25100 fynd finns de 25000 värsta här."


# Harmless, whatever was written.

HOSTILE = (
    *("<script>alert(1)</script>", "</details><img src=x onerror=alert(1)>", "]]>", "<!-- x", "-->", "&lt;b&gt;"),
    *("::error file=a::b", "##[error]x", "%0A::warning::x", "a\u2028::error::b", "::stop-commands::x"),
    *("##[stop-commands]x", "####[add-mask]a", "##vso[task.setvariable variable=a]b", "##teamcity[a]"),
    *("@region-team", "#123", "!45", "GH-1", "owner/repo#1", "https://evil.example", "www.evil.example", ":skull:"),
    *(
        "| a | b |",
        "`kod`",
        "```",
        "[a](javascript:alert(1))",
        "![a](http://a.example/b.png)",
        "**fet**",
        "$x$",
        "~~a~~",
    ),
    *("\u202egnp.exe", "\u200b", "👨\u200d👩\u200d👧", "\ufffe", "é\u0301", "\\", "'", '"', "{0}", "{{", "%s", "\t"),
)


def _hostile(text: str) -> tuple[Files, list[Diagnostic]]:
    escaped = json.dumps(text, ensure_ascii=max(text) < "\uffff")
    files = dict(read_example("").workspace.files)
    unit = "regions/exempel/units/vc.yaml"
    files[unit] += f"# {text}\n{escaped}: a\n".encode()
    files[unit] = files[unit].replace(b"status: active", f"status: {escaped}".encode())
    files[f"regions/exempel/units/{text.replace('/', '')}.yaml"] = b"a: b\n"
    files["regions/exempel/groups.yaml"] = b"a: {title: A, list: a.csv}\n"
    files["regions/exempel/lists/a.csv"] = f"HSA-id\n{text}\n".encode()
    files["casetype_templates/b.yaml"] = f"name: {escaped}\nkind: {escaped}\n".encode()
    diagnostics = run(load(files, AS_OF), rules())
    waiver = Exemption(Place("regions/exempel/waivers.yaml", (0,)), "a", text, text, text, "2026-12-31")
    marked = [replace(found, exemption=waiver, affected=(text,)) for found in diagnostics[:1]]
    return files, [*marked, *diagnostics]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_means_anything_in_any_format(text: str) -> None:
    files, diagnostics = _hostile(text)
    assert len(diagnostics) > 4
    for language in LANGUAGES:
        made = _written(_small(reported(diagnostics, files, language)))
        for format, written in made.items():
            bad = [character for character in written if not character.isprintable() and character != "\n"]
            assert (format, bad) == (format, [])
            # What a runner obeys wherever it stands in a line.
            assert not re.search(r"##[a-z]*\[", written)


def test_a_name_that_is_no_text_is_told_of_in_every_format() -> None:
    files = {**read_example("").workspace.files, "regions/exempel/units/\udcff.yaml": b"a: b\n"}
    made = _written(_small(reported(run(load(files, AS_OF), rules()), files)))
    assert [format for format, text in made.items() if "DCFF" not in text] == []


def test_a_name_is_a_valid_address_in_sarif() -> None:
    name = "regions/exempel/units/å b#c?d%e:f.yaml"
    made = json.loads(writer("sarif")(_small(reported([replace(_many(1)[0], at=Place(name))], {name: b"a: b\n"}))))
    place = made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(place["uri"]) == name
    assert "#" not in place["uri"]


NUMBER = "19800101-9804"
LEAKS: dict[str, Callable[[Files], None]] = {
    "value": lambda files: files.update({UNIT: files[UNIT].replace(b"status: active", f"status: {NUMBER}".encode())}),
    "key": lambda files: files.update({UNIT: files[UNIT] + f"{NUMBER}: a\n".encode()}),
    "comment": lambda files: files.update({UNIT: f"# Ring {NUMBER}\n".encode() + files[UNIT] + b"x: y\n"}),
    "escaped": lambda files: files.update({UNIT: files[UNIT] + b'"1980\\u0030101-9804": a\n'}),
    "file": lambda files: files.update({f"regions/exempel/units/{NUMBER}.yaml": files[UNIT]}),
    "region": lambda files: files.update({f"regions/{NUMBER}/units/a.yaml": b"a: b\n"}),
    "list": lambda files: files.update({"regions/exempel/lists/a.csv": f"HSA-id\n{NUMBER}\n".encode()}),
    "not yaml": lambda files: files.update({UNIT: f"a: b: {NUMBER}\n".encode()}),
}
UNIT = "regions/exempel/units/vc.yaml"


@every_format
@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_no_report_repeats_a_personal_number(leak: Callable[[Files], None], format: str) -> None:
    files = dict(read_example("").workspace.files)
    leak(files)
    diagnostics = run(load(files, AS_OF), rules())
    place = Place(f"regions/exempel/{NUMBER}.yaml", (NUMBER,))
    waiver = Exemption(place, "a", f"Skäl {NUMBER}", NUMBER, NUMBER, "2026-12-31")
    told = [replace(diagnostics[0], affected=(NUMBER,), exemption=waiver), *diagnostics]
    for language in LANGUAGES:
        text = writer(format)(reported(told, files, language))
        assert text
        assert not re.search(r"(80|1980)0?101[-+ ]?\d{3}", unquote(text))


# The command.


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return lay(tmp_path / "wrong", region("halland", "-- units/vc.yaml --\nstatus: aktiv\n"))


def _check(root: Path, *arguments: str) -> Any:
    return invoke("check", "--root", root, "--as-of", DAY, *arguments)


def test_text_is_what_is_shown_if_nothing_else_is_asked_for(wrong: Path, tmp_path: Path) -> None:
    plain, asked = _check(wrong), _check(wrong, "--report", "text")
    beside = _check(wrong, "--report", f"json={tmp_path / 'a.json'}")
    assert plain.stdout == asked.stdout == beside.stdout
    assert plain.stdout.startswith("regions/halland/units/vc.yaml:")
    assert [each.exit_code for each in (plain, asked, beside)] == [1, 1, 1]


@every_format
def test_a_report_goes_to_a_file_or_to_standard_output_and_is_the_same(
    wrong: Path, tmp_path: Path, format: str
) -> None:
    shown = _check(wrong, "--report", format, "--report", f"{format}={tmp_path / 'a'}")
    assert shown.exit_code == 1
    assert (tmp_path / "a").read_bytes() == shown.stdout_bytes
    assert shown.stderr == "1 region granskad: 1 fel, 0 varningar, 0 råd, 0 undantagna.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "wrong"]


def test_several_reports_at_once(wrong: Path, tmp_path: Path) -> None:
    files = {format: tmp_path / f"a.{format}" for format in FORMATS}
    result = _check(wrong, *(word for format, file in files.items() for word in ("--report", f"{format}={file}")))
    assert result.stdout == files["text"].read_text(encoding="utf-8")
    assert all(file.stat().st_size for file in files.values())


def test_a_build_reports_too(wrong: Path, tmp_path: Path) -> None:
    result = invoke("build", "--root", wrong, "--out", tmp_path / "out", "--as-of", DAY, "--report", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["counts"]["error"] == 1


MISUSED = [
    (["sarfi"], "Rapportformatet sarfi finns inte. Menade du sarif? De som finns: github, gitlab, json,"),
    (["xyz"], "Rapportformatet xyz finns inte. De som finns: github"),
    (["json="], "Efter json= ska en fil stå."),
    (["json", "sarif"], "Bara en rapport kan skrivas utan fil."),
    (["json=a", "sarif=./a"], "Bara en rapport kan skrivas till "),
    (["json", "sarif=-"], "Bara en rapport kan skrivas utan fil."),
    (["json=-", "sarif=/dev/stdout"], "Bara en rapport kan skrivas utan fil."),
    (["json=19800101-9804", "sarif=19800101-9804"], "/*************. Skriv --report"),
    (["json={root}/regions/a.json"], "ligger i regions, som läses."),
]


@pytest.mark.parametrize(("asked", "said"), MISUSED)
def test_a_report_that_cannot_be_is_wrong_use(wrong: Path, asked: list[str], said: str) -> None:
    result = _check(wrong, *(word for each in asked for word in ("--report", each.format(root=wrong))))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())


def test_a_report_that_cannot_be_written_is_told_after_the_findings(wrong: Path, tmp_path: Path) -> None:
    result = _check(wrong, "--report", f"json={tmp_path / 'nowhere/a.json'}")
    assert result.exit_code == 3
    assert "fel[unknown-choice]" in result.stdout
    assert "Det gick inte att skriva rapporten" in result.stderr
    assert "None" not in result.stderr
    taken = tmp_path / "folder"
    taken.mkdir()
    assert _check(wrong, "--report", f"json={taken}").exit_code == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "wrong"]


def test_a_report_takes_the_place_of_the_former_one_and_keeps_to_its_link(wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100_000)
    (tmp_path / "link").symlink_to("a")
    _check(wrong, "--report", f"markdown={tmp_path / 'link'}")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes().startswith(MARKER.encode())


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_report_to_the_name_of_standard_output_goes_there(wrong: Path, name: str) -> None:
    assert _check(wrong, "--report", f"json={name}").stdout == _check(wrong, "--report", "json").stdout


def test_a_report_can_go_to_a_pipe_of_the_shell(wrong: Path) -> None:
    reader, writer_ = os.pipe()
    assert _check(wrong, "--report", f"gitlab=/dev/fd/{writer_}", "--report", "json").exit_code == 1
    os.close(writer_)
    with open(reader, "rb") as pipe:
        assert len(json.load(pipe)) == 1


def test_links_in_a_ring_and_files_that_are_not_to_be_written_are_told_of(
    wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ring").symlink_to("ring")
    for file in ("ring", "ring/a.json"):
        result = _check(wrong, "--report", f"json={tmp_path / file}")
        assert (result.exit_code, "Det gick inte att skriva rapporten" in result.stderr) == (3, True)
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr("os.access", lambda path, _: path != tmp_path / "a")
    assert _check(wrong, "--report", f"json={tmp_path / 'a'}").exit_code == 3
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_file_may_have_as_long_a_name_as_the_system_takes(wrong: Path, tmp_path: Path) -> None:
    assert _check(wrong, "--report", f"json={tmp_path / ('a' * 250)}").exit_code == 1


def test_a_report_can_go_to_a_device(wrong: Path) -> None:
    assert _check(wrong, "--report", "json=/dev/null").exit_code == 1
    assert Path("/dev/null").is_char_device()


def test_what_programs_read_is_utf_8_without_colours(wrong: Path) -> None:
    arguments = ("check", "--root", wrong, "--as-of", DAY, "--lang", "sv", "--report", "json")
    process = basutbud(*arguments, PYTHONIOENCODING="latin-1", FORCE_COLOR="1")
    assert "å" in process.stdout
    assert "\x1b" not in process.stdout
    assert json.loads(process.stdout)["language"] == "sv"


def test_a_file_has_no_colours(wrong: Path, tmp_path: Path) -> None:
    process = basutbud("check", "--root", wrong, "--report", f"text={tmp_path / 'a'}", FORCE_COLOR="1")
    assert "\x1b" in process.stdout
    assert b"\x1b" not in (tmp_path / "a").read_bytes()
