"""The examples inside rules: small texts of files, laid over the smallest valid workspace.

    -- units/vc.yaml --
    municipality: "0180"    # <-- municipality-in-county

`-- PATH --` lays top-level keys over the file of the same path, or makes a new file; `== PATH ==` replaces it whole.
A path that does not start with a top folder lies in the example's region. `# <-- RULE` marks a line where that rule
must find something (`# <-- a, b` for two findings) and is taken away before the file is read.
After the path an option in brackets says what text cannot show: `(latin-1)`, `(utf-16)` or `(utf-8-sig)` for another
encoding, `(escaped)` for a body with Python escapes, `(700 times)` for a body repeated, `(link outside)` and
`(unreadable)` for an entry on disk that is not a file, `(absent)` for no file at all, `(before)` for the file as it
stood at the commit that the change is held against. `-- dictionary (lacking) --` has words that a dictionary does not
know, and lets spelling be held against one that knows all others.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from schema.load import load
from schema.places import Misfit, Stretch
from schema.tree import TOP_FOLDERS
from schema.workspace import Workspace

AS_OF = date(2026, 6, 1)
REGION = "exempel"

SMALLEST = """
== casetype_templates/kontakta-mig.yaml ==
name: Kontakta mig
kind: form
category: Kontakt
needs: calls-back
form:
  - {id: arende, question: Vad gäller det?, type: text}
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  points:
    - id: om
      text: Här kan du be {enhet} att kontakta dig.
    - id: svarstid
      text: Du får svar inom {svarstid}.
== region.yaml ==
name: Region Halland
county: "13"
organisation_number: 232100-0115
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
promise: {answer_within: 2 working days}
defaults: {service_area: [{region: whole-country}]}
== units/vc.yaml ==
hsa_id: SE2321000115-PAHITT0001
name: Påhittade vårdcentralen
status: active
invented: true
business_type: vardcentral
activities: ["1502"]
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
offers: [calls-back]
roles: {local_administrator: 2}
casetypes:
  kontakta-mig: {}
"""

_HEADER = re.compile(r"^(--|==) (\S+)(?: \(([^)]*)\))? \1(?: *# <-- (.*))?$")
_MARK = re.compile(r" *# <-- ([a-z0-9, -]+)$")
_KEY = re.compile(r"^[^\s#-][^:]*:")


_ENTRIES = {"link outside": ("symbolic-link", "outside"), "unreadable": ("unreadable-file", "?")}

Line = tuple[str, tuple[str, ...]]
"""A line without its mark, and the rules that the mark named."""


@dataclass(frozen=True)
class Section:
    """One file of an example; `whole` when it replaces what stands there. `marks` are those of its header."""

    whole: bool
    path: str
    option: str
    marks: tuple[str, ...]
    lines: list[Line]


@dataclass(frozen=True)
class Example:
    """The workspace that an example makes, and the rules that must find something at each file and line."""

    workspace: Workspace
    marks: Counter[tuple[str, int, str]]


def read_example(text: str) -> Example:
    """The example laid over the smallest workspace. Raises ValueError for a text that is no example."""
    pages: dict[str, list[Line]] = {}
    options: dict[str, str] = {}
    misfits: list[Misfit] = []
    former: dict[str, bytes] = {}
    lacking: list[str] = []
    marks: Counter[tuple[str, int, str]] = Counter()
    for section in [*sections_of(SMALLEST), *sections_of(text)]:
        path = section.path if section.path.startswith(TOP_FOLDERS) else f"regions/{REGION}/{section.path}"
        marks.update((path, 1, rule) for rule in section.marks)
        if section.option in _ENTRIES:
            kind, reason = _ENTRIES[section.option]
            misfits.append(Misfit(kind, Stretch(path, 0, 0), {"reason": reason}))
        elif section.option == "before":
            former[path] = _encode(_text(section.lines), "")
        elif section.option == "lacking":
            lacking += [line for line, _ in section.lines]
        elif section.option == "absent":
            pages.pop(path, None)
        else:
            pages[path] = _overlay([] if section.whole else pages.get(path, []), section.lines)
            options[path] = section.option
    for path, lines in pages.items():
        marks.update((path, number, rule) for number, (_, rules) in enumerate(lines, 1) for rule in rules)
    files = {path: _encode(_text(lines), options[path]) for path, lines in pages.items()}
    workspace = load(files, AS_OF, misfits, former)
    speller = (lambda word: word not in lacking) if lacking else None
    return Example(replace(workspace, speller=speller), marks)


def _text(lines: list[Line]) -> str:
    return "".join(f"{line}\n" for line, _ in lines)


def _names(marks: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in marks.split(",")) if marks else ()


def sections_of(text: str) -> list[Section]:
    """The files of an example in its order, each line with the rules that are to strike there."""
    sections: list[Section] = []
    for line in text.strip("\n").splitlines():
        header = _HEADER.match(line)
        if header:
            sections.append(Section(header[1] == "==", header[2], header[3] or "", _names(header[4]), []))
        elif sections:
            mark = _MARK.search(line)
            sections[-1].lines.append((_MARK.sub("", line), _names(mark[1] if mark else None)))
        elif line.strip():
            raise ValueError(f"an example starts with a header such as '-- units/vc.yaml --', not with: {line}")
    return sections


def _overlay(above: list[Line], lines: list[Line]) -> list[Line]:
    """The blocks of top-level keys, those of `lines` instead of those of `above` with the same key."""
    blocks: dict[str, list[Line]] = {}
    for source in (above, lines):
        fresh: dict[str, list[Line]] = {}
        key = ""
        for line in source:
            named = _KEY.match(line[0])
            key = named[0] if named else key
            # A key that stands twice in one source is a fault that the example wants to show.
            fresh.setdefault(key, []).append(line)
        blocks.update(fresh)
    return [line for block in blocks.values() for line in block]


def _encode(text: str, option: str) -> bytes:
    repeated = re.fullmatch(r"(\d+) times", option)
    if repeated:
        return (text * int(repeated[1])).encode()
    if option == "escaped":
        # Latin-1 stands between, as the escape codec reads bytes of that set.
        return text.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("utf-8", "surrogatepass")
    return text.encode(option or "utf-8")
