"""Fitting: what does not fit its model is told once, by its cause, at the key or the value that is wrong."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.fitting import fit, fit_items, nearest
from schema.models.files import KINDS, Kind
from schema.models.texts import RegionalPointsTerms
from schema.places import Place
from schema.reading.strict import read

STEADY = settings(max_examples=300, deadline=None, derandomize=True)
KIND = {kind.name: kind for kind in KINDS}

UNIT = """
hsa_id: SE2321000115-PAHITT0001
name: Påhittade vårdcentralen
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
"""
FORM = "{name: Lokalt, category: Kontakt, kind: form}"
DECISION = "id: a, title: A, decided: {by: Nämnden, on: 2026-01-01, reference: A 1}, valid: {from: 2026-01-01}"
TERMS = "{layout: points, status: draft, version: 1, points: [{id: om, text: Text.}]}"

Told = tuple[str, str, str, dict[str, str]]
"""A misfit's kind, where it stands, whether the key or the value is meant, and its facts but the list of known keys."""

# What stands instead of, or beside, the lines of a valid unit.
IN_A_UNIT: list[tuple[str, list[Told]]] = [
    ("status: active", []),
    # Keys that nobody knows.
    ("flaggor: A", [("unknown-key", "flaggor", "key", {"key": "flaggor", "nearest": ""})]),
    ("Kontaktsida: A", [("unknown-key", "Kontaktsida", "key", {"key": "Kontaktsida", "nearest": "contact_page"})]),
    ("Grupper: A", [("unknown-key", "Grupper", "key", {"key": "Grupper", "nearest": "groups"})]),
    ("setings: A", [("unknown-key", "setings", "key", {"key": "setings", "nearest": "settings"})]),
    # What is written already is not what was meant.
    ("namn: A", [("unknown-key", "namn", "key", {"key": "namn", "nearest": ""})]),
    ("Telefon: A", [("unknown-key", "Telefon", "key", {"key": "Telefon", "nearest": ""})]),
    ("zzz: A", [("unknown-key", "zzz", "key", {"key": "zzz", "nearest": ""})]),
    ("12: A", [("unknown-key", "12", "key", {"key": "12", "nearest": ""})]),
    ('"": A', [("unknown-key", "", "key", {"key": "", "nearest": ""})]),
    ("zzz: [{a: b}]", [("unknown-key", "zzz", "key", {"key": "zzz", "nearest": ""})]),
    (
        "roles: {local_administrators: 2}",
        [
            (
                "unknown-key",
                "roles/local_administrators",
                "key",
                {"key": "local_administrators", "nearest": "local_administrator"},
            )
        ],
    ),
    # Keys with nothing behind them.
    ("name:", [("empty-value", "name", "key", {"key": "name"})]),
    ("name: ~", [("empty-value", "name", "key", {"key": "name"})]),
    ("status:", [("empty-value", "status", "key", {"key": "status"})]),
    ("contact_page:", [("empty-value", "contact_page", "key", {"key": "contact_page"})]),
    ("booking:", [("empty-value", "booking", "key", {"key": "booking"})]),
    ("roles:", [("empty-value", "roles", "key", {"key": "roles"})]),
    ("offers:", [("empty-value", "offers", "key", {"key": "offers"})]),
    ("offers: [calls-back, ]", []),
    ("handler_groups: [A, ~]", [("empty-value", "handler_groups/1", "key", {"key": "1"})]),
    ("casetypes:", [("empty-value", "casetypes", "key", {"key": "casetypes"})]),
    ("casetypes: {a: , b: {}}", []),
    (
        "casetypes: {a: {active: , values: {x: }}}",
        [
            ("empty-value", "casetypes/a/active", "key", {"key": "active"}),
            ("empty-value", "casetypes/a/values/x", "key", {"key": "x"}),
        ],
    ),
    # One thing in the place of another.
    ("name: [A]", [("wrong-shape", "name", "value", {"expected": "text", "found": "list", "key": "name"})]),
    ("name: {a: b}", [("wrong-shape", "name", "value", {"expected": "text", "found": "mapping", "key": "name"})]),
    ("status: [active]", [("wrong-shape", "status", "value", {"expected": "text", "found": "list", "key": "status"})]),
    ("roles: 2", [("wrong-shape", "roles", "value", {"expected": "mapping", "found": "text", "key": "roles"})]),
    ("roles: []", [("wrong-shape", "roles", "value", {"expected": "mapping", "found": "list", "key": "roles"})]),
    ("offers: {}", [("wrong-shape", "offers", "value", {"expected": "list", "found": "mapping", "key": "offers"})]),
    (
        "offers: calls-back",
        [("wrong-shape", "offers", "value", {"expected": "list", "found": "text", "key": "offers"})],
    ),
    (
        "contact_page: [true]",
        [("wrong-shape", "contact_page", "value", {"expected": "text", "found": "list", "key": "contact_page"})],
    ),
    (
        "casetypes: [a]",
        [("wrong-shape", "casetypes", "value", {"expected": "mapping", "found": "list", "key": "casetypes"})],
    ),
    (
        "casetypes: {a: true}",
        [("wrong-shape", "casetypes/a", "value", {"expected": "mapping", "found": "text", "key": "a"})],
    ),
    # Values of the wrong form.
    ("contact_page: ja", [("wrong-value", "contact_page", "value", {"value": "ja", "form": "flag"})]),
    ("contact_page: True", [("wrong-value", "contact_page", "value", {"value": "True", "form": "flag"})]),
    ("municipality: 138", [("wrong-value", "municipality", "value", {"value": "138", "form": "municipality-code"})]),
    ('name: "  "', [("wrong-value", "name", "value", {"value": "  ", "form": "line"})]),
    ('name: "A\\nB"', [("wrong-value", "name", "value", {"value": "A\nB", "form": "line"})]),
    ("roles: {reviewer: -1}", [("wrong-value", "roles/reviewer", "value", {"value": "-1", "form": "count"})]),
    ("roles: {reviewer: 01}", [("wrong-value", "roles/reviewer", "value", {"value": "01", "form": "count"})]),
    ("roles: {reviewer: 1.0}", [("wrong-value", "roles/reviewer", "value", {"value": "1.0", "form": "count"})]),
    ("roles: {reviewer: 999999}", []),
    ("roles: {reviewer: 1000000}", [("wrong-value", "roles/reviewer", "value", {"value": "1000000", "form": "count"})]),
    (
        "settings: {reminders: {staff_after_days: 0}}",
        [("wrong-value", "settings/reminders/staff_after_days", "value", {"value": "0", "form": "positive-count"})],
    ),
    (
        "settings: {notifications: {emails: [recept]}}",
        [("wrong-value", "settings/notifications/emails/0", "value", {"value": "recept", "form": "email"})],
    ),
    (
        "settings: {service_area: [{region: hela landet}]}",
        [
            (
                "wrong-value",
                "settings/service_area/0/region",
                "value",
                {"value": "hela landet", "form": "service-area-region"},
            )
        ],
    ),
    (
        "casetypes: {a: {cancellation_limit: 1 dygn}}",
        [("wrong-value", "casetypes/a/cancellation_limit", "value", {"value": "1 dygn", "form": "duration"})],
    ),
    ("casetypes: {Recept: {}}", [("wrong-value", "casetypes/Recept", "key", {"value": "Recept", "form": "id"})]),
    (
        "casetypes: {a: {values: {Telefon: '1'}}}",
        [("wrong-value", "casetypes/a/values/Telefon", "key", {"value": "Telefon", "form": "variable-name"})],
    ),
    # Values that are none of the choices.
    (
        "status: aktiv",
        [
            (
                "unknown-choice",
                "status",
                "value",
                {"value": "aktiv", "choices": "planned, active, closing, inactive", "nearest": "active"},
            )
        ],
    ),
    (
        "care_level: sjukhus",
        [
            (
                "unknown-choice",
                "care_level",
                "value",
                {"value": "sjukhus", "choices": "primary, specialist, dental, municipal", "nearest": ""},
            )
        ],
    ),
    (
        "summons: {flow: 2, pas_supports: [ram]}",
        [
            (
                "unknown-choice",
                "summons/flow",
                "value",
                {"value": "2", "choices": "0, 1, 2A, 2B, 2C, 3", "nearest": "2C"},
            ),
            (
                "unknown-choice",
                "summons/pas_supports/0",
                "value",
                {"value": "ram", "choices": "outward-link, iframe", "nearest": "iframe"},
            ),
        ],
    ),
    # Keys that are missing.
    (
        "booking: {journal_system: X}",
        [("missing-key", "booking", "key", {"key": "takning"})],
    ),
    (
        "settings: {service_area: [{region: '13'}, {sex: male}]}",
        [("missing-key", "settings/service_area/1", "key", {"key": "region"})],
    ),
    # A misspelt key is not missing as well; what is missing beside it is.
    (
        "booking: {journalsystem: X}",
        [
            ("unknown-key", "booking/journalsystem", "key", {"key": "journalsystem", "nearest": "journal_system"}),
            ("missing-key", "booking", "key", {"key": "takning"}),
        ],
    ),
    (
        "booking: {Journalsystem: X, Takning: done}",
        [
            ("unknown-key", "booking/Journalsystem", "key", {"key": "Journalsystem", "nearest": "journal_system"}),
            ("unknown-key", "booking/Takning", "key", {"key": "Takning", "nearest": "takning"}),
        ],
    ),
    # A key that is not indented is told once, and neither what is empty nor what is missing because of it.
    ("roles:\nreviewer: 2", [("dedented-key", "reviewer", "key", {"key": "reviewer", "parent": "roles"})]),
    (
        "roles:\ncontact_page: true\nreviewer: 2\ncase_handler: 1",
        [("dedented-key", "reviewer", "key", {"key": "reviewer", "parent": "roles"})],
    ),
    (
        "roles:\n  case_handler: 1\nreviewer: 2",
        [("dedented-key", "reviewer", "key", {"key": "reviewer", "parent": "roles"})],
    ),
    (
        "booking:\n  journal_system: X\ntakning: done",
        [("dedented-key", "takning", "key", {"key": "takning", "parent": "booking"})],
    ),
    (
        "settings:\n  reminders:\n  staff_after_days: 2\n  resident_after_days: 7",
        [
            (
                "dedented-key",
                "settings/staff_after_days",
                "key",
                {"key": "staff_after_days", "parent": "reminders"},
            )
        ],
    ),
    (
        "casetypes:\nfornya-recept: {}\navboka-tid: {}",
        [("dedented-key", "fornya-recept", "key", {"key": "fornya-recept", "parent": "casetypes"})],
    ),
    (
        "roles:\n  reviewer: 2\ncontact_page: true\ncase_handler: 1",
        [("unknown-key", "case_handler", "key", {"key": "case_handler", "nearest": ""})],
    ),
    (
        "casetypes:\nsetting: {}",
        [
            ("empty-value", "casetypes", "key", {"key": "casetypes"}),
            ("unknown-key", "setting", "key", {"key": "setting", "nearest": "settings"}),
        ],
    ),
    # Local case types, known by their kind or by what they extend.
    (f"casetypes: {{a: {{local: {FORM}}}}}", []),
    ("casetypes: {a: {local: {extends: kontakta-mig}}}", []),
    ("casetypes: {a: {local: {}}}", [("missing-key", "casetypes/a/local", "key", {"key": "kind"})]),
    ("casetypes: {a: {local: {name: A}}}", [("missing-key", "casetypes/a/local", "key", {"key": "kind"})]),
    (
        "casetypes: {a: {local: {kind: blankett}}}",
        [
            (
                "unknown-choice",
                "casetypes/a/local/kind",
                "value",
                {"value": "blankett", "choices": "form, booking, outlink, listing", "nearest": ""},
            )
        ],
    ),
    (
        "casetypes: {a: {local: {kind: [form]}}}",
        [("wrong-shape", "casetypes/a/local/kind", "value", {"expected": "text", "found": "list", "key": "kind"})],
    ),
    ("casetypes: {a: {local: {kind: }}}", [("empty-value", "casetypes/a/local/kind", "key", {"key": "kind"})]),
    ("casetypes: {a: {local: {extends: }}}", [("empty-value", "casetypes/a/local/extends", "key", {"key": "extends"})]),
    (
        "casetypes: {a: {local: form}}",
        [("wrong-shape", "casetypes/a/local", "value", {"expected": "mapping", "found": "text", "key": "local"})],
    ),
    (
        "casetypes: {a: {local: {kind: booking, functions: []}}}",
        [
            ("missing-key", "casetypes/a/local", "key", {"key": "name"}),
            ("missing-key", "casetypes/a/local", "key", {"key": "category"}),
            ("wrong-value", "casetypes/a/local/functions", "value", {"value": "[]", "form": "at-least-one"}),
        ],
    ),
    (
        "casetypes: {a: {local: {extends: b, kind: form}}}",
        [("unknown-key", "casetypes/a/local/kind", "key", {"key": "kind", "nearest": ""})],
    ),
    (
        "casetypes: {a: {local: {kind: form, name: A, category: B, functions: [book]}}}",
        [("unknown-key", "casetypes/a/local/functions", "key", {"key": "functions", "nearest": ""})],
    ),
]

# The kind of file, the whole file, and what is told of it.
IN_OTHER_FILES: list[tuple[str, str, list[Told]]] = [
    ("unit", "- a", [("wrong-shape", "", "value", {"expected": "mapping", "found": "list", "key": ""})]),
    ("unit", "bara text", [("wrong-shape", "", "value", {"expected": "mapping", "found": "text", "key": ""})]),
    ("casetype", "- a", [("wrong-shape", "", "value", {"expected": "mapping", "found": "list", "key": ""})]),
    ("template", "bara text", [("wrong-shape", "", "value", {"expected": "mapping", "found": "text", "key": ""})]),
    ("terms", "- a", [("wrong-shape", "", "value", {"expected": "mapping", "found": "list", "key": ""})]),
    ("groups", "- a", [("wrong-shape", "", "value", {"expected": "mapping", "found": "list", "key": ""})]),
    ("basutbud", "{a: b}", [("wrong-shape", "", "value", {"expected": "list", "found": "mapping", "key": ""})]),
    ("waivers", "[]", []),
    ("waivers", "- a", [("wrong-shape", "0", "value", {"expected": "mapping", "found": "text", "key": "0"})]),
    ("groups", "{}", []),
    ("groups", "{Alla: {title: A}}", [("wrong-value", "Alla", "key", {"value": "Alla", "form": "id"})]),
    ("groups", "{a: }", [("empty-value", "a", "key", {"key": "a"})]),
    ("template", "{extends: a}", [("missing-key", "", "key", {"key": "kind"})]),
    # A misspelt key that would have told the kind is told instead of a missing one.
    ("template", "{name: A, knd: form}", [("unknown-key", "knd", "key", {"key": "knd", "nearest": "kind"})]),
    ("template", "{Slag: form}", [("unknown-key", "Slag", "key", {"key": "Slag", "nearest": "kind"})]),
    ("template", "{extend: a}", [("missing-key", "", "key", {"key": "kind"})]),
    ("casetype", "{name: A, extend: a}", [("unknown-key", "extend", "key", {"key": "extend", "nearest": "extends"})]),
    ("terms", "{layot: points}", [("unknown-key", "layot", "key", {"key": "layot", "nearest": "layout"})]),
    (
        "message",
        "{name: A, kind: questions, subject: A, text: A, questions: [{id: a, question: A, typ: text}]}",
        [("unknown-key", "questions/0/typ", "key", {"key": "typ", "nearest": "type"})],
    ),
    ("terms", "{status: draft}", [("missing-key", "", "key", {"key": "layout"})]),
    ("terms", "{layout: }", [("empty-value", "layout", "key", {"key": "layout"})]),
    (
        "terms",
        "{layout: punkter}",
        [
            (
                "unknown-choice",
                "layout",
                "value",
                {"value": "punkter", "choices": "points, booking", "nearest": ""},
            )
        ],
    ),
    # A list is not told to be too short when its only item did not fit.
    (
        "terms",
        "{layout: points, status: draft, version: 1, points: [{id: A, text: B}]}",
        [("wrong-value", "points/0/id", "value", {"value": "A", "form": "id"})],
    ),
    (
        "terms",
        "{layout: points, status: draft, version: 1, points: []}",
        [("wrong-value", "points", "value", {"value": "[]", "form": "at-least-one"})],
    ),
    (
        "terms",
        "{layout: points, status: draft, version: 1, points: [{id: a, text: B}], translations: {EN: {}}}",
        [
            ("wrong-value", "translations/EN", "key", {"value": "EN", "form": "language-code"}),
            ("missing-key", "translations/EN", "key", {"key": "of_version"}),
            ("missing-key", "translations/EN", "key", {"key": "texts"}),
        ],
    ),
    # The keys `from`, `to`, `is` and `not` are those of the file, whatever the code calls them.
    ("basutbud", f"- {{{DECISION}}}", []),
    (
        "basutbud",
        f"- {{{DECISION}, applies_to: {{not: {{care_level: sjukhus}}}}}}",
        [
            (
                "unknown-choice",
                "0/applies_to/not/care_level/0",
                "value",
                {"value": "sjukhus", "choices": "primary, specialist, dental, municipal", "nearest": ""},
            )
        ],
    ),
    (
        "basutbud",
        f"- {{{DECISION}, applies_to: {{not: {{not: {{not: [a]}}}}}}}}",
        [
            (
                "wrong-shape",
                "0/applies_to/not/not/not",
                "value",
                {"expected": "mapping", "found": "list", "key": "not"},
            )
        ],
    ),
    (
        "basutbud",
        f"- {{{DECISION.replace('from', 'start')}}}",
        [
            ("unknown-key", "0/valid/start", "key", {"key": "start", "nearest": ""}),
            ("missing-key", "0/valid", "key", {"key": "from"}),
        ],
    ),
    (
        "basutbud",
        f"- {{{DECISION.replace('{from: 2026-01-01}', '{from: 2026-02-30, to: ~}')}}}",
        [("wrong-value", "0/valid/from", "value", {"value": "2026-02-30", "form": "day"})],
    ),
    (
        "basutbud",
        f"- {{{DECISION}, require: [{{casetype: []}}, {{casetype: Recept}}, {{casetype: [a, {{}}]}}]}}",
        [
            ("wrong-value", "0/require/0/casetype", "value", {"value": "[]", "form": "at-least-one"}),
            ("wrong-value", "0/require/1/casetype/0", "value", {"value": "Recept", "form": "id"}),
            (
                "wrong-shape",
                "0/require/2/casetype/1",
                "value",
                {"expected": "text", "found": "mapping", "key": "1"},
            ),
        ],
    ),
    # A form's questions, one inside another.
    (
        "message",
        """
name: A
kind: questions
subject: A
text: A
questions:
  - {id: a, question: A, type: group, items: [{id: b, question: B, type: group, items: [{id: c, question: C}]}]}
  - {id: d, question: D, type: fritext}
  - {id: e, question: E, type: choice, options: [{id: x, txt: y}], maximum_length: 5}
  - {id: f, question: F, type: text, visible_when: {question: a, is: }}
  - {id: g, question: G, type: display, required: true}
  - {id: h, question: H, type: group, items: []}
""",
        [
            ("missing-key", "questions/0/items/0/items/0", "key", {"key": "type"}),
            (
                "unknown-choice",
                "questions/1/type",
                "value",
                {
                    "value": "fritext",
                    "choices": "boolean, decimal, integer, date, string, text, choice, open-choice, attachment, "
                    "display, group",
                    "nearest": "text",
                },
            ),
            ("unknown-key", "questions/2/maximum_length", "key", {"key": "maximum_length", "nearest": ""}),
            ("unknown-key", "questions/2/options/0/txt", "key", {"key": "txt", "nearest": "text"}),
            ("empty-value", "questions/3/visible_when/is", "key", {"key": "is"}),
            ("unknown-key", "questions/4/required", "key", {"key": "required", "nearest": ""}),
            ("wrong-value", "questions/5/items", "value", {"value": "[]", "form": "at-least-one"}),
        ],
    ),
    (
        "region",
        "{name: A, county: 4, organisation_number: 232100-0115, directory: HSA, administration: {name: A}, "
        "rules: {a: fel}}",
        [
            ("wrong-value", "county", "value", {"value": "4", "form": "county-code"}),
            (
                "unknown-choice",
                "rules/a",
                "value",
                {"value": "fel", "choices": "error, warning, advice, off", "nearest": ""},
            ),
        ],
    ),
]


def _told(kind: Kind, text: str) -> list[Told]:
    """What is told of a file; none when it fits."""
    data, refused = read("a.yaml", text.encode())
    assert refused == []
    model, misfits = fit(kind, "a.yaml", data)
    assert (model is None) == bool(misfits)
    told = []
    for misfit in misfits:
        assert isinstance(misfit.at, Place)
        assert misfit.at.file == "a.yaml"
        assert misfit.related == ()
        facts = {name: fact for name, fact in misfit.facts.items() if name != "known"}
        told.append((misfit.kind, "/".join(map(str, misfit.at.path)), misfit.at.on, facts))
    return told


def _unit(lines: str) -> str:
    """A valid unit with some lines instead of its own."""
    key = lines.partition(":")[0]
    return "\n".join(line for line in UNIT.strip().splitlines() if not line.startswith(f"{key}:")) + f"\n{lines}\n"


def _ordered(told: list[Told]) -> list[Told]:
    return sorted(told, key=str)


@pytest.mark.parametrize(("lines", "expected"), IN_A_UNIT, ids=[lines for lines, _ in IN_A_UNIT])
def test_what_does_not_fit_in_a_unit_is_told_once_where_it_stands(lines: str, expected: list[Told]) -> None:
    assert _ordered(expected) == _ordered(_told(KIND["unit"], _unit(lines)))


@pytest.mark.parametrize(("kind", "text", "expected"), IN_OTHER_FILES, ids=[text for _, text, _ in IN_OTHER_FILES])
def test_what_does_not_fit_in_any_other_file_is_told_once_where_it_stands(
    kind: str, text: str, expected: list[Told]
) -> None:
    assert _ordered(expected) == _ordered(_told(KIND[kind], text))


def test_an_unknown_key_is_told_with_all_the_keys_there_are() -> None:
    _, [misfit] = fit(KIND["unit"], "a.yaml", read("a.yaml", f"{UNIT}roles: {{chef: 1}}".encode())[0])
    expected = (
        "local_administrator, permission_administrator, case_receiver, case_handler, reviewer, account_administrator"
    )
    assert expected == misfit.facts["known"]


def test_the_keys_of_a_mapping_that_stands_in_one_of_several_kinds_are_those_of_its_own_kind() -> None:
    _, [misfit] = fit(KIND["terms"], "a.yaml", read("a.yaml", TERMS.replace("status", "statu").encode())[0])
    expected = ", ".join(field.alias or name for name, field in RegionalPointsTerms.model_fields.items())
    assert expected == misfit.facts["known"]


def test_misfits_stand_in_the_same_order_whatever_the_order_of_the_keys() -> None:
    lines = ["zzz: 1", "roles: 2", "booking: {}", "casetypes: [a]", "yyy: 1"]
    one = _told(KIND["unit"], "\n".join([UNIT, *lines]))
    other = _told(KIND["unit"], "\n".join([*reversed(lines), UNIT]))
    assert len(one) == 6
    assert one == other


@pytest.mark.parametrize(
    ("word", "expected"), [("aktiv", "active"), ("ACTIVE", "active"), ("stängd", ""), ("", ""), ("planerad", "planned")]
)
def test_the_nearest_choice_is_suggested_or_none(word: str, expected: str) -> None:
    assert expected == nearest(word, ["planned", "active", "closing", "inactive"])


words = st.sampled_from(
    ["name", "kind", "form", "extends", "type", "items", "points", "layout", "id", "not", "local", "x"]
)
texts = st.sampled_from(["", "form", "group", "points", "2026-01-01", "true", "1", "Å", "a\nb", "\0"])
anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words | texts, inner, max_size=6)
)


@STEADY
@given(st.sampled_from(KINDS), anything)
def test_no_data_at_all_raises(kind: Kind, data: Any) -> None:
    model, misfits = fit(kind, "a.yaml", data)
    assert (model is None) == bool(misfits)
    faulty = {misfit.at.path[0] for misfit in misfits if isinstance(misfit.at, Place) and misfit.at.path}
    items = fit_items(kind, data, faulty)
    if isinstance(data, list) and kind.name in ("basutbud", "waivers"):
        assert {*items, *faulty} == {*range(len(data))}
    else:
        assert not items
    assert {misfit.kind for misfit in misfits} <= {
        "dedented-key",
        "missing-key",
        "unknown-key",
        "empty-value",
        "wrong-shape",
        "wrong-value",
        "unknown-choice",
    }
