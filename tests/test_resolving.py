"""Resolving: the nation, the region, groups and the unit put together, where each layer wins what is its own to say."""

from datetime import date
from typing import Any

import pytest

from schema.durations import Duration
from schema.layers import FIELDS, Origin
from schema.load import load
from schema.offers import Offer, ResolvedUnit
from schema.places import Place
from schema.reading.positions import locate
from schema.workspace import Workspace
from validate.examples import read_example

TEMPLATE = """
== casetype_templates/kontakta-mig.yaml ==
name: Kontakta mig
internal_name: Nationell
kind: form
category: Kontakt
description: Nationell text.
needs: calls-back
form:
  - {id: arende, question: Vad gäller det?, type: text}
promise: {answer_within: 9 working days}
cancellation_limit: 9 h
attachments: {resident: true}
limited_selection: true
sort_order: 9
default_terms: {layout: points, status: draft, version: 1, points: [{id: om, text: Nationella.}]}
"""
CASETYPE = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Ring mig
internal_name: Regional
category: Samtal
description: Regional text.
form:
  - {id: annat, question: Vad då?, type: text}
promise: {answer_within: 7 working days}
cancellation_limit: 7 h
attachments: {resident: false}
limited_selection: false
terms: regionens
sort_order: 7
-- terms/regionens.yaml --
{layout: points, status: draft, version: 1, points: [{id: om, text: Regionens.}]}
"""
REGION = """
-- region.yaml --
promise: {answer_within: 8 working days}
cancellation_limit: {primary: 8 h, specialist: 88 h}
"""
GROUPS = """
-- groups.yaml --
forst:
  title: Först
  select: {business_type: vardcentral}
  casetypes:
    kontakta-mig:
      name: Gruppens
      internal_name: Gruppens
      description: Gruppens text.
      promise: {answer_within: 5 working days}
      cancellation_limit: 5 h
      attachments: {resident: true, staff: false}
      limited_selection: true
      terms: gruppens
      sort_order: 5
sedan:
  title: Sedan
  select: {care_level: primary}
  casetypes:
    kontakta-mig: {sort_order: 4, promise: {answer_within: 4 working days}}
"""
ENTRY = """
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    name: Mottagningens
    internal_name: Mottagningens
    description: Mottagningens text.
    promise: {answer_within: 2 working days}
    cancellation_limit: 2 h
    attachments: {}
    limited_selection: false
    terms: mottagningens
    sort_order: 2
"""


def _workspace(*texts: str) -> Workspace:
    workspace = read_example("".join(texts)).workspace
    assert workspace.misfits == ()
    return workspace


def _units(*texts: str) -> dict[str, ResolvedUnit]:
    return dict(_workspace(*texts).regions["exempel"].resolved)


def _unit(*texts: str) -> ResolvedUnit:
    return _units(*texts)["vc"]


def _offer(*texts: str) -> Offer:
    return _unit(*texts).offers["kontakta-mig"]


def _said(value: Any) -> Any:
    """A value in plain words."""
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items()}
    for field in ("answer_within", "question", "resident", "text", "label", "points"):
        if hasattr(value, field):
            return _said(getattr(value, field))
    return str(value) if isinstance(value, Duration) else value


def _place(workspace: Workspace, place: Place) -> str:
    """The file and the line of a place; the line by its own text up to the value."""
    data = workspace.files[place.file]
    line = data.decode().splitlines()[locate(data, place).line - 1].strip()
    return f"{place.file.removeprefix('regions/exempel/')}: {line.partition(': ')[0]}"


def _origins(workspace: Workspace, origins: list[Origin]) -> list[str]:
    return [f"{o.layer}, {_place(workspace, o.place)}: {_said(o.value)}" for o in origins]


LAYERED = [
    (
        TEMPLATE,
        {
            "name": "Kontakta mig",
            "internal_name": "Nationell",
            "category": "Kontakt",
            "description": "Nationell text.",
            "needs": "calls-back",
            "form": ["Vad gäller det?"],
            "default_terms": ["Nationella."],
            "promise": "2 working days",
            "cancellation_limit": "9 h",
            "attachments": True,
            "limited_selection": True,
            "sort_order": 9,
        },
    ),
    (
        TEMPLATE + REGION,
        {
            "name": "Kontakta mig",
            "internal_name": "Nationell",
            "category": "Kontakt",
            "description": "Nationell text.",
            "needs": "calls-back",
            "form": ["Vad gäller det?"],
            "default_terms": ["Nationella."],
            "promise": "8 working days",
            "cancellation_limit": "8 h",
            "attachments": True,
            "limited_selection": True,
            "sort_order": 9,
        },
    ),
    (
        TEMPLATE + REGION + CASETYPE,
        {
            "name": "Ring mig",
            "internal_name": "Regional",
            "category": "Samtal",
            "description": "Regional text.",
            "needs": "calls-back",
            "form": ["Vad då?"],
            "terms": "regionens",
            "default_terms": ["Nationella."],
            "promise": "7 working days",
            "cancellation_limit": "7 h",
            "attachments": False,
            "limited_selection": False,
            "sort_order": 7,
        },
    ),
    (
        TEMPLATE + REGION + CASETYPE + GROUPS,
        {
            "name": "Gruppens",
            "internal_name": "Gruppens",
            "category": "Samtal",
            "description": "Gruppens text.",
            "needs": "calls-back",
            "form": ["Vad då?"],
            "terms": "gruppens",
            "default_terms": ["Nationella."],
            "promise": "4 working days",
            "cancellation_limit": "5 h",
            "attachments": True,
            "limited_selection": True,
            "sort_order": 4,
        },
    ),
    (
        TEMPLATE + REGION + CASETYPE + GROUPS + ENTRY,
        {
            "name": "Mottagningens",
            "internal_name": "Mottagningens",
            "category": "Samtal",
            "description": "Mottagningens text.",
            "needs": "calls-back",
            "form": ["Vad då?"],
            "terms": "mottagningens",
            "default_terms": ["Nationella."],
            "promise": "2 working days",
            "cancellation_limit": "2 h",
            "attachments": False,
            "limited_selection": False,
            "sort_order": 2,
        },
    ),
    (
        TEMPLATE + ENTRY,
        {
            "name": "Mottagningens",
            "internal_name": "Mottagningens",
            "category": "Kontakt",
            "description": "Mottagningens text.",
            "needs": "calls-back",
            "form": ["Vad gäller det?"],
            "terms": "mottagningens",
            "default_terms": ["Nationella."],
            "promise": "2 working days",
            "cancellation_limit": "2 h",
            "attachments": False,
            "limited_selection": False,
            "sort_order": 2,
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), LAYERED, ids=range(len(LAYERED)))
def test_each_layer_overrides_those_above_it(text: str, expected: dict[str, Any]) -> None:
    offer = _offer(text)
    assert expected == {field: _said(offer.get(field)) for field in FIELDS if offer.get(field) is not None}


ALL = TEMPLATE + REGION + CASETYPE + GROUPS + ENTRY
ORIGINS = [
    (
        "promise",
        [
            "unit, units/vc.yaml: promise: 2 working days",
            "group, groups.yaml: kontakta-mig: 4 working days",
            "group, groups.yaml: promise: 5 working days",
            "casetype, casetypes/kontakta-mig.yaml: promise: 7 working days",
            "region, region.yaml: promise: 8 working days",
            "national, casetype_templates/kontakta-mig.yaml: promise: 9 working days",
        ],
    ),
    (
        "cancellation_limit",
        [
            "unit, units/vc.yaml: cancellation_limit: 2 h",
            "group, groups.yaml: cancellation_limit: 5 h",
            "casetype, casetypes/kontakta-mig.yaml: cancellation_limit: 7 h",
            "region, region.yaml: cancellation_limit: 8 h",
            "national, casetype_templates/kontakta-mig.yaml: cancellation_limit: 9 h",
        ],
    ),
    (
        "category",
        [
            "casetype, casetypes/kontakta-mig.yaml: category: Samtal",
            "national, casetype_templates/kontakta-mig.yaml: category: Kontakt",
        ],
    ),
    ("needs", ["national, casetype_templates/kontakta-mig.yaml: needs: calls-back"]),
    ("default_terms", ["national, casetype_templates/kontakta-mig.yaml: default_terms: ['Nationella.']"]),
    ("variables", []),
]


@pytest.mark.parametrize(("field", "expected"), ORIGINS)
def test_every_value_knows_the_line_that_gave_it_and_those_that_it_overrode(field: str, expected: list[str]) -> None:
    workspace = _workspace(ALL)
    offer = workspace.regions["exempel"].resolved["vc"].offers["kontakta-mig"]
    origins = offer.origins(field)
    assert expected == _origins(workspace, origins)
    assert (origins[0].place if origins else offer.place) == offer.origin(field)


def test_an_offer_that_nobody_lists_stands_where_the_unit_lists_its_case_types() -> None:
    workspace = _workspace("""
-- groups.yaml --
alla: {title: Alla, select: {}}
-- casetypes/ring.yaml --
{extends: kontakta-mig, governance: central, distribute: {to: [alla]}}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
""")
    offers = workspace.regions["exempel"].resolved["vc"].offers
    assert (
        _place(workspace, offers["ring"].place.key()),
        _place(workspace, offers["kontakta-mig"].place.key()),
    ) == ("units/vc.yaml: casetypes:", "units/vc.yaml: kontakta-mig")


ADDITIVE = """
== casetype_templates/kontakta-mig.yaml ==
name: Kontakta mig
kind: form
category: Kontakt
variables:
  a: {type: text, label: Nationell, default: nationell}
  b: {type: text, label: Nationell}
answer_forms: [{id: a, name: A, text: Nationellt.}, {id: b, name: B, text: Nationellt.}]
standard_answers: [{id: a, text: Nationellt.}, {id: b, text: Nationellt.}]
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  b: {type: text, label: Regional}
  c: {type: text, label: Regional}
answer_forms: [{id: c, name: C, text: Regionens.}, {id: a, name: A, text: Regionens.}]
standard_answers: [{id: b, text: Regionens.}]
-- groups.yaml --
alla:
  title: Alla
  select: {}
  casetypes:
    kontakta-mig:
      values: {a: gruppens, b: gruppens}
      extra_points: [{id: x, text: Gruppens.}, {id: y, text: Gruppens.}]
      standard_answers: [{id: c, text: Gruppens.}]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values: {b: egen, c: egen}
    extra_points: [{id: z, text: Egen.}, {id: x, text: Egen.}]
    standard_answers: [{id: c, text: Egen.}]
"""
ADDED = [
    ("variables", {"a": "Nationell", "b": "Regional", "c": "Regional"}),
    ("values", {"a": "gruppens", "b": "egen", "c": "egen"}),
    ("extra_points", [("y", "Gruppens."), ("z", "Egen."), ("x", "Egen.")]),
    ("answer_forms", [("b", "Nationellt."), ("c", "Regionens."), ("a", "Regionens.")]),
    ("standard_answers", [("a", "Nationellt."), ("b", "Regionens."), ("c", "Egen.")]),
]


@pytest.mark.parametrize(("field", "expected"), ADDED)
def test_lower_layers_add_to_some_fields_and_replace_in_them_what_has_the_same_id(field: str, expected: Any) -> None:
    value = _offer(ADDITIVE).get(field)
    told = [(item.id, item.text) for item in value] if isinstance(value, tuple) else _said(value)
    assert expected == told


def test_the_origins_of_an_additive_field_are_all_that_added_to_it() -> None:
    workspace = _workspace(ADDITIVE)
    offer = workspace.regions["exempel"].resolved["vc"].offers["kontakta-mig"]
    files = ["units/vc", "groups", "casetypes/kontakta-mig", "casetype_templates/kontakta-mig"]
    expected = [f"{file}.yaml: standard_answers" for file in files]
    assert expected == [_place(workspace, origin.place) for origin in offer.origins("standard_answers")]


def test_a_list_that_is_written_empty_takes_nothing_away_from_an_additive_field() -> None:
    text = "-- units/vc.yaml --\ncasetypes: {kontakta-mig: {standard_answers: []}}\n"
    assert (
        " ".join(answer.text for answer in _offer(ADDITIVE, text).get("standard_answers"))
        == "Nationellt. Regionens. Gruppens."
    )


def test_guards_are_known_by_the_line_and_the_layer_that_set_them() -> None:
    workspace = _workspace("""
-- casetype_templates/kontakta-mig.yaml --
locked: [name, form]
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
locked: [terms]
stricter_only: [promise, cancellation_limit]
""")
    base = workspace.regions["exempel"].resolved["vc"].offers["kontakta-mig"].base
    assert [(guard.kind, guard.field, _place(workspace, guard.place), guard.depth) for guard in base.guards] == [
        ("locked", "name", "casetype_templates/kontakta-mig.yaml: locked", 0),
        ("locked", "form", "casetype_templates/kontakta-mig.yaml: locked", 0),
        ("locked", "terms", "casetypes/kontakta-mig.yaml: locked", 2),
        ("stricter_only", "promise", "casetypes/kontakta-mig.yaml: stricter_only", 2),
        ("stricter_only", "cancellation_limit", "casetypes/kontakta-mig.yaml: stricter_only", 2),
    ]
    assert [layer.name for layer in base.layers] == ["national", "region", "casetype"]
    assert frozenset({"name", "form", "terms", "promise", "cancellation_limit"}) == base.guarded


# Who activates, what the distribution says, what the unit's entry says, and whether the offer is active.
ACTIVATION = [
    ("region", "", None, True),
    ("unit", "", None, False),
    ("region", ", active: false", None, False),
    ("unit", ", active: true", None, True),
    ("unit", "", "", True),
    ("unit", "", "{}", True),
    ("region", ", active: false", "", True),
    ("region", "", "{active: false}", False),
    ("unit", ", active: true", "{active: false}", False),
    ("unit", ", active: false", "{active: true}", True),
]


@pytest.mark.parametrize(("by", "distributed", "entry", "expected"), ACTIVATION)
def test_a_distributed_case_type_is_active_by_policy_distribution_and_unit(
    by: str, distributed: str, entry: str | None, expected: bool
) -> None:
    unit = _unit(f"""
-- region.yaml --
policy: {{central_casetypes_activated_by: {by}}}
-- groups.yaml --
alla: {{title: Alla, select: {{}}}}
-- casetypes/ring.yaml --
{{extends: kontakta-mig, governance: central, distribute: {{to: [alla]{distributed}}}}}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {{}}
{f"  ring: {entry}" if entry is not None else ""}
""")
    assert list(unit.offers) == ["kontakta-mig", "ring"]
    assert expected == unit.offers["ring"].active
    assert unit.offers["ring"].base.governance == "central"


@pytest.mark.parametrize(("group", "entry", "expected"), [
    ("{active: false}", "", False),
    ("{active: false}", "{active: true}", True),
    ("{active: true}", "{active: false}", False),
    ("{sort_order: 1}", "", True),
])  # fmt: skip
def test_a_group_says_whether_a_case_type_is_active_until_the_unit_does(group: str, entry: str, expected: bool) -> None:
    offer = _offer(
        f"-- groups.yaml --\nalla: {{title: Alla, select: {{}}, casetypes: {{kontakta-mig: {group}}}}}\n"
        f"-- units/vc.yaml --\ncasetypes:\n  kontakta-mig: {entry}\n"
    )
    assert expected == offer.active


def test_a_case_type_reaches_the_groups_that_it_is_distributed_to_and_no_others() -> None:
    units = _units("""
-- groups.yaml --
en: {title: En, select: {municipality: "1380"}}
tva: {title: Två, select: {municipality: "1382"}}
tre: {title: Tre}
-- casetypes/ring.yaml --
{extends: kontakta-mig, governance: central, distribute: {to: [tva, tre]}}
-- units/a.yaml --
hsa_id: SE2321000115-PAHITT0002
name: A
status: active
business_type: bvc
care_level: primary
governed_by: avtal
municipality: "1382"
phone: 031-390 06 01
-- units/b.yaml --
hsa_id: SE2321000115-PAHITT0003
name: B
status: active
business_type: bvc
care_level: primary
governed_by: avtal
municipality: "1383"
phone: 031-390 06 02
groups: [tre]
""")
    assert {id: list(u.offers) for id, u in units.items()} == {"a": ["ring"], "b": ["ring"], "vc": ["kontakta-mig"]}


@pytest.mark.parametrize(("casetype", "entry", "expected"), [
    ("", "", None),
    ("distribute: {to: [alla], sort_order: 30}", "", 30),
    ("distribute: {to: [alla], sort_order: 30}\nsort_order: 7", "", 7),
    ("distribute: {to: [alla]}", "", None),
    ("distribute: {to: [alla], sort_order: 30}", "{sort_order: 0}", 0),
])  # fmt: skip
def test_the_sort_order_is_the_unit_s_the_case_type_s_or_the_distribution_s(
    casetype: str, entry: str, expected: int | None
) -> None:
    workspace = _workspace(
        "-- groups.yaml --\nalla: {title: Alla, select: {}}\n"
        f"-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\ngovernance: central\n{casetype}\n"
        f"-- units/vc.yaml --\ncasetypes:\n  kontakta-mig: {entry}\n"
    )
    offer = workspace.regions["exempel"].resolved["vc"].offers["kontakta-mig"]
    assert expected == offer.get("sort_order")
    if expected == 30:
        assert _place(workspace, offer.origin("sort_order")) == "casetypes/kontakta-mig.yaml: distribute"


LOCAL = """
-- casetypes/ring.yaml --
{extends: kontakta-mig, name: Ring, category: Samtal, promise: {answer_within: 4 working days}}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  egen: {local: {name: Egen, kind: form, category: Eget, sort_order: 3}, sort_order: 4}
  pa-mall: {local: {extends: kontakta-mig, name: På mall}}
  pa-regionens: {local: {extends: ring}, active: false, name: Annat namn}
  pa-inget: {local: {extends: ringa}}
  pa-egen: {local: {extends: egen}}
"""


@pytest.mark.parametrize(("id", "layers", "lineage", "name", "category", "promise", "active"), [
    ("egen", "region local unit", "egen", "Egen", "Eget", "2 working days", True),
    ("pa-mall", "national region local unit", "kontakta-mig pa-mall", "På mall", "Kontakt", "2 working days", True),
    ("pa-regionens", "national region casetype local unit", "kontakta-mig pa-regionens ring", "Annat namn", "Samtal",
     "4 working days", False),
])  # fmt: skip
def test_a_local_case_type_stands_alone_or_on_a_template_or_on_a_regional_one(
    id: str, layers: str, lineage: str, name: str, category: str, promise: str, active: bool
) -> None:
    offer = _unit(LOCAL).offers[id]
    assert ("local", "form", active) == (offer.base.governance, offer.base.kind, offer.active)
    assert layers == " ".join(layer.name for layer in offer.layers())
    assert lineage == " ".join(sorted(offer.base.lineage))
    assert (name, category, promise) == tuple(_said(offer.get(field)) for field in ("name", "category", "promise"))


def test_what_extends_nothing_that_exists_is_unresolved() -> None:
    unit = _unit(LOCAL)
    assert list(unit.offers) == ["egen", "kontakta-mig", "pa-mall", "pa-regionens"]
    assert frozenset({"pa-inget", "pa-egen"}) == unit.unresolved


def test_the_lineage_of_the_active_is_all_that_they_are_and_extend() -> None:
    assert frozenset({"egen", "kontakta-mig", "pa-mall"}) == _unit(LOCAL).active_lineage


def test_a_local_sort_order_gives_way_to_that_of_the_unit_s_entry() -> None:
    offer = _unit(LOCAL).offers["egen"]
    assert [origin.value for origin in offer.origins("sort_order")] == [4, 3]


@pytest.mark.parametrize(("text", "expected"), [
    ("-- casetypes/kontakta-mig.yaml --\nextends: kontakta-migg\n", {"kontakta-mig"}),
    ("-- casetypes/kontakta-mig.yaml --\nnamn: A\n", {"kontakta-mig"}),
    ("-- casetype_templates/kontakta-mig.yaml --\nnamn: A\n", {"kontakta-mig"}),
    ("-- units/vc.yaml --\ncasetypes: {ring: {}}\n", {"ring"}),
])  # fmt: skip
def test_a_case_type_whose_file_is_missing_or_does_not_fit_is_unresolved(text: str, expected: set[str]) -> None:
    unit = read_example(text).workspace.regions["exempel"].resolved["vc"]
    assert expected == unit.unresolved
    assert unit.offers == {}


def test_a_regional_case_type_of_its_own_needs_no_template() -> None:
    offer = _unit("""
-- casetypes/ring.yaml --
{kind: booking, name: Ring, category: Samtal, functions: [book], terms: t}
-- units/vc.yaml --
casetypes: {ring: {}}
""").offers["ring"]
    assert (offer.base.kind, offer.base.governance, offer.get("functions")) == ("booking", "template", ("book",))
    assert [layer.name for layer in offer.layers()] == ["region", "casetype", "unit"]


TERMS = "{layout: points, status: draft, version: 1, points: [{id: om, text: %s}]}"


@pytest.mark.parametrize(("text", "expected"), [
    ("", "Här kan du be {enhet} att kontakta dig."),
    ("-- casetypes/kontakta-mig.yaml --\n{extends: kontakta-mig, terms: a}\n", "A."),
    ("-- units/vc.yaml --\ncasetypes: {kontakta-mig: {terms: b}}\n", "B."),
    ("-- casetypes/kontakta-mig.yaml --\n{extends: kontakta-mig, terms: a}\n"
     "-- units/vc.yaml --\ncasetypes: {kontakta-mig: {terms: b}}\n", "B."),
    ("-- units/vc.yaml --\ncasetypes: {kontakta-mig: {terms: c}}\n", None),
    ("== casetype_templates/kontakta-mig.yaml ==\n{name: A, kind: form, category: B}\n", None),
])  # fmt: skip
def test_residents_see_the_terms_that_are_named_or_those_of_the_template(text: str, expected: str | None) -> None:
    files = f"-- terms/a.yaml --\n{TERMS % 'A.'}\n-- terms/b.yaml --\n{TERMS % 'B.'}\n"
    terms = _offer(files, text).terms()
    assert expected == (terms.parts()[0][2] if terms is not None else None)


@pytest.mark.parametrize(("level", "casetype", "entry", "expected"), [
    ("primary", "", "", "24 h"),
    ("specialist", "", "", "72 h"),
    ("dental", "", "", None),
    ("dental", "cancellation_limit: 3 days", "", "3 days"),
    ("primary", "cancellation_limit: 3 days", "", "3 days"),
    ("primary", "cancellation_limit: 3 days", "{cancellation_limit: 1 h}", "1 h"),
])  # fmt: skip
def test_the_cancellation_limit_is_the_case_type_s_or_the_region_s_for_the_care_level(
    level: str, casetype: str, entry: str, expected: str | None
) -> None:
    unit = _unit(
        "-- region.yaml --\ncancellation_limit: {primary: 24 h, specialist: 72 h}\n"
        f"-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\n{casetype}\n"
        f"-- units/vc.yaml --\ncare_level: {level}\ncasetypes:\n  kontakta-mig: {entry}\n"
    )
    assert expected == _said(unit.offers["kontakta-mig"].get("cancellation_limit"))


def test_units_of_different_care_levels_share_nothing_that_differs_by_level() -> None:
    units = _units("""
-- region.yaml --
cancellation_limit: {primary: 24 h, specialist: 72 h}
-- units/a.yaml --
hsa_id: SE2321000115-PAHITT0002
name: A
status: active
business_type: specialist
care_level: specialist
governed_by: avtal
municipality: "1382"
phone: 031-390 06 01
casetypes: {kontakta-mig: }
""")
    assert {id: str(unit.offers["kontakta-mig"].get("cancellation_limit")) for id, unit in units.items()} == {
        "a": "72 h",
        "vc": "24 h",
    }


SETTINGS = """
-- region.yaml --
defaults:
  reminders: {staff_after_days: 2, resident_after_days: 3}
  archive_export_every_months: 3
  service_area: [{region: whole-country}]
  care_types: [Vaccination]
  notifications: {emails: [region@region.example]}
  link_to_1177: true
  opening_hours: Vardagar.
-- groups.yaml --
forst:
  title: Först
  select: {}
  settings:
    reminders: {staff_after_days: 4}
    care_types: []
    opening_hours: Måndagar.
sedan:
  title: Sedan
  select: {}
  settings: {opening_hours: Tisdagar., notifications: {}}
-- units/vc.yaml --
settings:
  reminders: {resident_after_days: 5}
  service_area: []
  link_to_1177: false
"""


@pytest.mark.parametrize(("path", "expected"), [
    ("reminders.staff_after_days", ["group, groups.yaml: reminders: 4", "region, region.yaml: reminders: 2"]),
    ("reminders.resident_after_days", ["unit, units/vc.yaml: reminders: 5", "region, region.yaml: reminders: 3"]),
    ("archive_export_every_months", ["region, region.yaml: archive_export_every_months: 3"]),
    (
        "opening_hours",
        [
            "group, groups.yaml: settings: Tisdagar.",
            "group, groups.yaml: opening_hours: Måndagar.",
            "region, region.yaml: opening_hours: Vardagar.",
        ],
    ),
    ("care_types", ["group, groups.yaml: care_types: []", "region, region.yaml: care_types: ['Vaccination']"]),
    ("link_to_1177", ["unit, units/vc.yaml: link_to_1177: False", "region, region.yaml: link_to_1177: True"]),
    ("notifications.emails", ["region, region.yaml: notifications: ['region@region.example']"]),
    ("information", []),
])  # fmt: skip
def test_settings_are_inherited_key_by_key(path: str, expected: list[str]) -> None:
    workspace = _workspace(SETTINGS)
    unit = workspace.regions["exempel"].resolved["vc"]
    assert expected == _origins(workspace, unit.setting_origins(*path.split(".")))


def test_a_list_that_is_written_empty_overrides_what_is_inherited() -> None:
    unit = _unit(SETTINGS)
    origin = unit.setting("service_area")
    assert origin is not None
    assert (origin.layer, origin.value) == ("unit", ())


GROUPED = """
-- groups.yaml --
valda: {title: Valda, select: {business_type: [vardcentral, bvc], care_level: primary}}
inte: {title: Inte, select: {care_level: primary, not: {municipality: "1380"}}}
dubbelt: {title: Dubbelt, select: {not: {not: {municipality: "1380"}}}}
lista: {title: Lista, list: piloter.csv}
text: {title: Text, list: piloter.txt}
ensam: {title: Ensam}
bade: {title: Både, select: {business_type: tandvard}, list: piloter.csv}
av-grupper: {title: Av grupper, select: {groups: [lista, ensam]}}
under: {title: Under, select: {groups: sist}}
sist: {title: Sist, select: {}}
id: {title: Id, select: {hsa_id: se2321000115-pahitt0003}}
gor:
  title: Gör
  select: {offers: [prescribes, calls-back], status: active, activities: "1502", governed_by: forvaltning}
-- lists/piloter.csv --
HSA-id;Namn
se2321000115-pahitt0002;B
"SE2321000115-PAHITT0009";Ingen
-- lists/piloter.txt --
# En kommentar
SE2321000115-PAHITT0002

  SE2321000115-PAHITT0003
-- units/b.yaml --
hsa_id: SE2321000115-PAHITT0002
name: B
status: active
business_type: bvc
care_level: primary
governed_by: avtal
municipality: "1382"
phone: 031-390 06 01
-- units/c.yaml --
hsa_id: SE2321000115-PAHITT0003
name: C
status: planned
business_type: specialist
care_level: specialist
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 02
groups: [ensam, finns-inte]
"""


def test_units_belong_to_groups_by_selector_by_list_and_by_naming_them() -> None:
    expected = {
        "b": ("valda", "inte", "lista", "text", "bade", "av-grupper", "sist"),
        "c": ("dubbelt", "text", "ensam", "av-grupper", "sist", "id"),
        "vc": ("valda", "dubbelt", "sist", "gor"),
    }
    assert expected == {id: unit.groups for id, unit in _units(GROUPED).items()}


def test_the_group_that_stands_last_in_the_file_wins() -> None:
    one, other = (
        "a: {title: A, select: {}, settings: {information: A}}",
        "b: {title: B, select: {}, settings: {information: B}}",
    )
    for lines, expected in (((one, other), "B"), ((other, one), "A")):
        origin = _unit("-- groups.yaml --\n" + "\n".join(lines) + "\n").setting("information")
        assert origin is not None
        assert expected == origin.value


def test_a_group_does_not_give_a_case_type_that_the_unit_has_not() -> None:
    text = "-- groups.yaml --\nalla: {title: Alla, select: {}, casetypes: {ring: {name: Ring}}}\n"
    assert list(_unit(text, "-- casetypes/ring.yaml --\nextends: kontakta-mig\n").offers) == ["kontakta-mig"]


def test_a_unit_of_a_region_without_a_region_file_is_resolved_without_what_the_region_would_say() -> None:
    unit = read_example("-- region.yaml (absent) --").workspace.regions["exempel"].resolved["vc"]
    offer = unit.offers["kontakta-mig"]
    assert (offer.get("promise"), offer.get("cancellation_limit")) == (None, None)
    assert [layer.name for layer in offer.layers()] == ["national", "unit"]
    assert unit.setting("information") is None


@pytest.mark.parametrize(("as_of", "expected"), [
    (date(2026, 1, 31), []),
    (date(2026, 2, 1), ["forst"]),
    (date(2026, 3, 1), ["forst", "sedan"]),
    (date(2026, 3, 31), ["forst", "sedan"]),
    (date(2026, 4, 1), ["sedan"]),
])  # fmt: skip
def test_a_decision_is_in_force_from_its_first_day_to_its_last(as_of: date, expected: list[str]) -> None:
    decided = "title: A, decided: {by: Nämnden, on: 2026-01-01, reference: A}"
    files = _workspace(f"""
-- basutbud.yaml --
- {{id: forst, {decided}, valid: {{from: 2026-02-01, to: 2026-03-31}}}}
- {{id: sedan, {decided}, valid: {{from: 2026-03-01}}}}
""").files
    tree = load(files, as_of).regions["exempel"]
    assert expected == [decision.id for decision in tree.decisions_in_force()]
