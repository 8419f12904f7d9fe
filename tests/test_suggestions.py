"""What reports offer to write, put into the file's text by a program that knows no YAML, is what fix writes."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from nations import reported
from test_fix import LEFT, LIST, MENDED, STYLES, UNIT, VALUES, _check, _files, _mend, _with_information

from generator.files import Files
from generator.reporting import writer
from schema.reading.strict import BYTE_ORDER_MARK
from validate.diagnostic import Diagnostic
from validate.examples import read_example

Edit = tuple[tuple[int, int], tuple[int, int], str]
"""Line and column of the start and of the end, and what is written between them."""

_BREAK = re.compile(rb"\r\n|\r|\n")


def _of_json(finding: Any) -> list[Edit]:
    return [
        ((at["line"], at["column"]), (at["end_line"], at["end_column"]), edit["text"])
        for edit in finding["edits"]
        for at in [edit["at"]]
    ]


def _of_sarif(result: Any) -> list[Edit]:
    return [
        (
            (region["startLine"], region["startColumn"]),
            (region["endLine"], region["endColumn"]),
            each["insertedContent"]["text"],
        )
        for fix in result.get("fixes", [])
        for change in fix["artifactChanges"]
        for each in change["replacements"]
        for region in [each["deletedRegion"]]
    ]


def _of_rdjson(diagnostic: Any) -> list[Edit]:
    ends = [(each["range"]["start"], each["range"]["end"], each["text"]) for each in diagnostic.get("suggestions", [])]
    return [((start["line"], start["column"]), (end["line"], end["column"]), text) for start, end, text in ends]


def _applied(data: bytes, edits: list[Edit], counts_bytes: bool) -> bytes:
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    text = data.removeprefix(mark)
    lines = [0, *(match.end() for match in _BREAK.finditer(text))]

    def offset(place: tuple[int, int]) -> int:
        line, column = lines[place[0] - 1], place[1] - 1
        return line + (column if counts_bytes else len(text[line:].decode()[:column].encode()))

    for start, end, new in sorted(edits, reverse=True):
        text = text[: offset(start)] + new.encode() + text[offset(end) :]
    return mark + text


def _offered(files: Mapping[str, bytes]) -> Iterator[tuple[Diagnostic, dict[str, list[Edit]]]]:
    """Each finding with what every format that offers anything offers for it."""
    report = reported(_check(files), files)
    made = zip(
        report.findings,
        json.loads(writer("json")(report))["findings"],
        json.loads(writer("sarif")(report))["runs"][0]["results"],
        json.loads(writer("rdjson")(report))["diagnostics"],
        strict=True,
    )
    for found, own, sarif, rdjson in made:
        yield found.diagnostic, {"json": _of_json(own), "sarif": _of_sarif(sarif), "rdjson": _of_rdjson(rdjson)}


def _alone(files: Mapping[str, bytes], found: Diagnostic) -> list[bytes]:
    """The file of a finding with that one mended; none where it is left, or another one then stands just there."""
    mended = _mend(files, lambda other: (other.rule, other.at) == (found.rule, found.at))
    return [mended.files[found.at.file]] if len(mended.made) == 1 else []


HARD = "Obs:\xa0ring. Va\u030ard\xa0och\u200b Ã¶ppet, e-Tjänsten 😀\xa0i dag."
WRITTEN = [
    *(written for written, _ in (*STYLES, *LEFT)),
    HARD,
    f"'{HARD}'",
    f'"{HARD} \\U0001F600\\_\\"x\\""',
    f">-\n    {HARD}\n    {HARD}",
    f"|\n    {HARD}\n\n      {HARD}",
]
TREES: dict[str, Files] = {
    **{rule.id: dict(read_example(rule.bad).workspace.files) for rule in MENDED},
    **{f"style {number}": _with_information(written) for number, written in enumerate(WRITTEN)},
    **{f"value {n}": _files(example.replace("!B ", "") + "\n") for n, (example, _, _) in enumerate(VALUES)},
    "crlf": {**_files(), UNIT: _with_information(f">-\n    {HARD}\n    {HARD}")[UNIT].replace(b"\n", b"\r\n")},
    "control": {**_files(), UNIT: _files()[UNIT].replace(b"vard", b"va\0rd\x7f")},
    "list": {
        **_files("-- groups.yaml --\npiloter: {title: Mottagningar, list: piloter.csv}\n"),
        LIST: BYTE_ORDER_MARK + "SE2321000115-\u200bPAHITT0001;Påhittade\r\n".encode(),
    },
}


@pytest.mark.parametrize("files", TREES.values(), ids=TREES)
def test_what_is_offered_is_what_fix_writes(files: Files) -> None:
    for found, offers in _offered(files):
        assert offers["json"] == offers["sarif"]
        assert len(offers["rdjson"]) == (len(offers["json"]) == 1)
        if found.replacement is None:
            assert not any(offers.values())
            continue
        for mended in _alone(files, found):
            # No edit can write a hard space that a report may not show, nor take away what stands before the text.
            assert offers["json"] or "\xa0" in found.replacement or mended == files[found.at.file][3:]
            for format, edits in offers.items():
                if edits:
                    assert _applied(files[found.at.file], edits, format == "rdjson") == mended


def test_what_would_be_read_otherwise_is_not_offered_and_not_counted() -> None:
    files = _with_information("Obs:\xa0ring.")
    [(found, offers)] = _offered(files)
    assert found.replacement == " "
    assert not any(offers.values())
    assert reported([found], files).mendable == 0


def test_thousands_of_offers_in_one_text_are_proved_together() -> None:
    files = _with_information("'" + "Kom\xa0in. " * 4000 + "'")
    offered = [offers["sarif"] for _, offers in _offered(files)]
    assert len(offered) == 4000
    assert all(offered)
