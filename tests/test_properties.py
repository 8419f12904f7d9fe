"""Whatever is written: what fits is built, and nothing at all makes the tool fail or point at nowhere."""

import json
import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nations import LANGUAGES, ROOT, reported

from generator.building import build
from generator.files import Files
from generator.inputs import Tree
from generator.outputs import formats
from generator.verdict import Source, verdict_on
from generator.work import check
from schema.load import load
from schema.places import At
from schema.reading.positions import locate
from schema.reading.strict import BYTE_ORDER_MARK
from schema.tree import read_tree
from validate.diagnostic import Diagnostic
from validate.reports.text import write

DAY = date(2026, 6, 1)
STEADY = {
    "deadline": None,
    "derandomize": True,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


def _silent(_regions: int) -> None:
    pass


def _ids(prefix: str, most: int) -> st.SearchStrategy[list[str]]:
    return st.integers(0, most).map(lambda number: [f"{prefix}{n}" for n in range(number)])


# Texts of safe pieces: what residents could read, with placeholders, and with all that YAML would take for its own.

SENTENCES = (
    *("Du får svar inom {svarstid}.", "Ring {telefon}.", "Hej från {enhet} i {kommun}, {region}.", "Avboka i tid."),
    *("Senast {avbokningsgrans} före.", "a: b", "- a", "# inte en kommentar", "'", '"', "ja", "08:30", "null", "~"),
    *(
        "{okänd}",
        "{",
        "}",
        "<b>&amp;</b>",
        "{{ 7 * 7 }}",
        "{% x %}",
        "åäö ÅÄÖ é ß 😀",
        "A\u2028B",
        "A\u202eB",
        "A\ufeffB",
    ),
)
lines = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
flags = st.booleans()
counts = st.integers(0, 30)
durations = st.sampled_from(
    ["same working day", "1 working day", "2 working days", "72 h", "1 day", "2 weeks", "3 months"]
)
phones = st.sampled_from(["031-390 06 00", "112", "08-465 004 00"])
promises = st.fixed_dictionaries({"answer_within": durations}, optional={"partial_answer_counts": flags})
levels = st.sampled_from(["primary", "specialist", "dental", "municipal"])
kinds_of_unit = st.sampled_from(["vardcentral", "bvc", "rehab", "specialist", "tandvard"])
capabilities = st.sampled_from(["calls-back", "prescribes", "direct-booking", "lists-residents"])
municipalities = st.sampled_from(["1380", "1315", "1480", "0180"])
points = st.lists(texts, min_size=1, max_size=3).map(
    lambda found: [{"id": f"p{n}", "text": t} for n, t in enumerate(found)]
)
answers = st.lists(texts, max_size=2).map(lambda found: [{"id": f"s{n}", "text": t} for n, t in enumerate(found)])
forms_of_answers = st.lists(texts, max_size=2).map(
    lambda found: [{"id": f"f{n}", "name": f"Svar {n}", "text": text} for n, text in enumerate(found)]
)
values = st.dictionaries(st.sampled_from(["telefon", "vem", "tid"]), lines, max_size=2)
variables = st.dictionaries(
    st.sampled_from(["vem", "tid"]),
    st.fixed_dictionaries({"type": st.sampled_from(["text", "hours"]), "label": lines}, optional={"default": lines}),
    max_size=2,
)


def _items(depth: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    item = {"question": texts}
    kinds = [
        st.fixed_dictionaries(
            {**item, "type": st.sampled_from(["text", "boolean", "date"])}, optional={"required": flags}
        ),
        st.fixed_dictionaries({**item, "type": st.just("display")}, optional={"help": texts}),
        st.fixed_dictionaries(
            {**item, "type": st.just("choice"), "options": lines.map(lambda line: [{"id": "o", "text": line}])}
        ),
    ]
    if depth:
        groups = st.fixed_dictionaries({**item, "type": st.just("group"), "items": _items(depth - 1).filter(bool)})
        kinds.append(groups)
    numbered = st.lists(st.one_of(kinds), max_size=3)
    return numbered.map(lambda found: [{"id": f"q{depth}{n}", **one} for n, one in enumerate(found)])


FREE = {
    "internal_name": lines,
    "description": texts,
    "promise": promises,
    "cancellation_limit": durations,
    "attachments": st.fixed_dictionaries({}, optional={"resident": flags, "staff": flags}),
    "limited_selection": flags,
    "standard_answers": answers,
    "sort_order": counts,
}
DEFINED = {
    **FREE,
    "needs": capabilities,
    "variables": variables,
    "answer_forms": forms_of_answers,
    "illustrative": flags,
}
KINDS = (
    {"kind": st.just("form"), "form": _items(1)},
    {"kind": st.just("booking"), "functions": st.lists(st.sampled_from(["book", "cancel", "rebook"]), min_size=1)},
    {
        "kind": st.just("outlink"),
        "outlink": st.fixed_dictionaries({"service_type": lines, "address": st.just("https://a.example/b")}),
    },
    {"kind": st.just("listing"), "listing": st.fixed_dictionaries({}, optional={"choose_doctor": flags})},
)
terms = st.one_of(
    st.fixed_dictionaries(
        {
            "layout": st.just("points"),
            "status": st.sampled_from(["draft", "approved"]),
            "version": st.just(2),
            "points": points,
        }
    ),
    st.fixed_dictionaries(
        {"layout": st.just("booking"), "status": st.just("draft"), "version": st.just(1)},
        optional={"unit_text": texts, "concerns": texts, "conditions": texts},
    ),
)


def _standing_alone(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A case type of some kind that builds on nothing."""
    return st.one_of(
        st.fixed_dictionaries({"name": lines, "category": lines, **kind}, optional={**DEFINED, **more})
        for kind in KINDS
    )


@st.composite
def settings_of_units(draw: st.DrawFn) -> dict[str, Any]:
    area = st.fixed_dictionaries({"region": st.sampled_from(["whole-country", "13"])}, optional={"age_from": counts})
    optional = {
        "reminders": st.fixed_dictionaries({}, optional={"staff_after_days": st.integers(1, 9)}),
        "notifications": st.just({"emails": ["a@region.example"]}),
        "service_area": st.lists(area, max_size=2),
        "care_types": st.lists(lines, max_size=2),
        "link_to_1177": flags,
        "opening_hours": texts,
    }
    return draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def nations(draw: st.DrawFn) -> Files:
    """A nation of one region in which every file fits its model and everything that is named exists."""
    national, regional, texts_of_terms = (draw(_ids(prefix, most)) for prefix, most in (("n", 3), ("r", 3), ("t", 2)))
    groups, units = draw(_ids("g", 2)), draw(_ids("u", 3))
    files: dict[str, Any] = {}
    for id in national:
        files[f"casetype_templates/{id}.yaml"] = draw(_standing_alone(default_terms=terms))
    named = {"terms": st.sampled_from(texts_of_terms)} if texts_of_terms else {}
    for id in texts_of_terms:
        files[f"terms/{id}.yaml"] = draw(terms)
    for id in regional:
        more: dict[str, Any] = {**named, "governance": st.sampled_from(["central", "template"])}
        if groups:
            to = st.lists(st.sampled_from(groups), min_size=1, unique=True)
            more["distribute"] = st.fixed_dictionaries({"to": to}, optional={"active": flags, "sort_order": counts})
        extending = [
            st.fixed_dictionaries({"extends": st.sampled_from(national)}, optional={**DEFINED, **more, "name": lines})
        ]
        files[f"casetypes/{id}.yaml"] = draw(st.one_of(_standing_alone(**more), *(extending if national else [])))
    entry = {**FREE, **named, "active": flags, "name": lines, "values": values, "extra_points": points}
    del entry["needs" if "needs" in entry else "internal_name"]
    entries = st.dictionaries(
        st.sampled_from([*national, *regional, "egen"]), st.fixed_dictionaries({}, optional=entry), max_size=3
    )
    selectors = st.fixed_dictionaries(
        {},
        optional={"care_level": levels, "municipality": st.lists(municipalities, min_size=1), "offers": capabilities},
    )
    files["groups.yaml"] = {
        id: draw(
            st.fixed_dictionaries(
                {"title": lines},
                optional={
                    "select": selectors | selectors.map(lambda inner: {"not": inner}),
                    "settings": settings_of_units(),
                    "casetypes": entries.map(lambda found: {id: one for id, one in found.items() if id != "egen"}),
                },
            )
        )
        for id in groups
    }
    for number, id in enumerate(units):
        offered = draw(entries)
        if "egen" in offered:
            local = [_standing_alone(**named)]
            if national or regional:
                local.append(
                    st.fixed_dictionaries({"extends": st.sampled_from([*national, *regional])}, optional=named)
                )
            offered["egen"] = {**offered["egen"], "local": draw(st.one_of(local))}
        files[f"units/{id}.yaml"] = {
            "hsa_id": f"SE2321000115-PAHITT{number:04}",
            "name": draw(lines),
            "status": draw(st.sampled_from(["planned", "active", "closing", "inactive"])),
            "business_type": draw(kinds_of_unit),
            "care_level": draw(levels),
            "governed_by": "forvaltning",
            "municipality": draw(municipalities),
            "phone": draw(phones),
            "offers": draw(st.lists(capabilities, max_size=3, unique=True)),
            "groups": draw(st.lists(st.sampled_from(groups), unique=True)) if groups else [],
            "settings": draw(settings_of_units()),
            "casetypes": offered,
        }
    files["region.yaml"] = {
        "name": draw(lines),
        "county": "13",
        "organisation_number": "232100-0115",
        "directory": "HSA",
        "administration": {"name": draw(lines)},
        "defaults": draw(settings_of_units()),
        **draw(st.fixed_dictionaries({}, optional={"promise": promises})),
        **draw(st.fixed_dictionaries({}, optional={"cancellation_limit": st.dictionaries(levels, durations)})),
    }
    duties = st.lists(st.sampled_from([*national, *regional]), min_size=1) if [*national, *regional] else st.just(["x"])
    files["basutbud.yaml"] = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.just("a"),
                    "title": lines,
                    "decided": st.just({"by": "Nämnden", "on": "2026-01-01", "reference": "A"}),
                    "valid": st.sampled_from([{"from": "2026-01-01"}, {"from": "2025-01-01", "to": "2025-12-31"}]),
                },
                optional={
                    "applies_to": selectors,
                    "promise": promises,
                    "require": st.lists(
                        st.fixed_dictionaries({"casetype": duties}, optional={"when": selectors}), max_size=2
                    ),
                },
            ),
            max_size=1,
        )
    )
    files["messages/m.yaml"] = draw(
        st.fixed_dictionaries(
            {"name": lines, "kind": st.just("questions"), "subject": lines, "text": texts, "questions": _items(1)}
        )
    )
    return {
        path if path.startswith("casetype_templates/") else f"regions/exempel/{path}": _yaml(value)
        for path, value in files.items()
    }


def _yaml(value: Any) -> bytes:
    """JSON is YAML, when what strict reading refuses to see raw is escaped."""
    return (
        json.dumps(value, ensure_ascii=False, indent=1)
        .replace("\u2028", "\\u2028")
        .replace("\ufeff", "\\ufeff")
        .encode()
    )


@settings(max_examples=60, **STEADY)
@given(nations())
def test_every_tree_that_fits_is_checked_and_built_by_every_format(files: Files) -> None:
    workspace = load(files, DAY)
    assert workspace.misfits == ()
    for region in workspace.regions.values():
        for format in formats():
            built = format.build(region, verdict_on(region.id, [], Source()))
            assert all(path.startswith(("exempel/", "exempel.")) for path in built)
    _report(Tree(files, (), DAY))


@settings(max_examples=20, **STEADY)
@given(nations(), st.randoms(use_true_random=False))
def test_a_build_is_the_same_in_whatever_order_the_files_come(files: Files, chance: random.Random) -> None:
    names = list(files)
    expected = build(Tree(files, (), DAY), Source(), (), _silent)
    chance.shuffle(names)
    assert expected == build(Tree({name: files[name] for name in names}, (), DAY), Source(), (), _silent)


def _report(tree: Tree) -> list[Diagnostic]:
    """Everything that is found, said in both languages, each at a place that is there."""
    diagnostics = check(tree, _silent)
    standing = [found for found in diagnostics if found.stands]
    for language in LANGUAGES:
        assert len(standing) == write(reported(diagnostics, tree.files, language)).count("\n\n")
    for found in diagnostics:
        for at in (found.at, *(related.at for related in found.related)):
            _assert_stands(tree.files.get(at.file, b""), at)
    return diagnostics


def _assert_stands(data: bytes, at: At) -> None:
    span = locate(data, at)
    text = data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")
    widths = [len(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert span.end_line <= len(widths)
    assert span.column <= widths[span.line - 1] + 1
    assert span.end_column <= widths[span.end_line - 1] + 1


@cache
def _shipped(region: str) -> Files:
    """The national files and one of the shipped regions."""
    return {
        path: data
        for path, data in read_tree(ROOT)[0].items()
        if path.startswith(("casetype_templates/", f"regions/{region}/"))
    }


REGIONS = sorted(path.parent.name for path in ROOT.glob("regions/*/region.yaml"))
files_of_a_region = st.sampled_from(REGIONS).flatmap(
    lambda region: st.tuples(st.just(region), st.sampled_from(sorted(_shipped(region))))
)


PIECES = (
    "a",
    "b",
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "- ",
    "\n",
    "\n  ",
    "'",
    '"',
    "|",
    ">",
    "&a ",
    "*a",
    "!a ",
    "#",
    "?",
    "\t",
)
pieces = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(max_examples=80, **STEADY)
@given(files_of_a_region, st.one_of(st.binary(max_size=80), (pieces | texts | st.text(max_size=30)).map(str.encode)))
def test_a_file_of_any_bytes_at_all_is_told_of(chosen: tuple[str, str], data: bytes) -> None:
    region, path = chosen
    _report(Tree({**_shipped(region), path: data}, (), DAY))


def _deleted(text: list[str], chance: random.Random) -> None:
    del text[chance.randrange(len(text))]


def _doubled(text: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(text))
    text.insert(at, text[at])


def _swapped(text: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(text))
    line = list(text[at])
    if len(line) > 1:
        first = chance.randrange(len(line) - 1)
        line[first : first + 2] = reversed(line[first : first + 2])
        text[at] = "".join(line)


def _inserted(text: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(text))
    column = chance.randrange(len(text[at]) + 1)
    text[at] = (
        text[at][:column] + chance.choice(":-[]{}&*!|>'\"%@`#,?~ \t\r\n\0\x85å😀\ufeff\u2028") + text[at][column:]
    )


def _moved(text: list[str], chance: random.Random) -> None:
    text.insert(chance.randrange(len(text)), text.pop(chance.randrange(len(text))))


def _mutations() -> Iterator[st.SearchStrategy[Any]]:
    yield from map(st.just, (_deleted, _doubled, _swapped, _inserted, _moved))


@settings(max_examples=80, **STEADY)
@given(files_of_a_region, st.lists(st.one_of(_mutations()), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_a_damaged_file_is_told_of(chosen: tuple[str, str], mutations: list[Any], chance: random.Random) -> None:
    region, path = chosen
    lines_of_file = _shipped(region)[path].decode().split("\n")
    for mutate in mutations:
        if lines_of_file:
            mutate(lines_of_file, chance)
    _report(Tree({**_shipped(region), path: "\n".join(lines_of_file).encode()}, (), DAY))
