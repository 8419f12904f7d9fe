"""The exported schemas: fresh, valid, in Swedish, and of one mind with the models about what may be written."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

import schema
from generator.formats import bundle
from generator.schemas import all_schemas
from generator.verdict import Source, verdict_on
from schema.fitting import fit
from schema.load import load
from schema.models.files import KINDS, Kind, kind_of
from schema.reading.strict import read
from schema.tree import read_tree
from validate.examples import read_example
from validate.rulebook import rules

ROOT = Path(__file__).parent.parent
FOLDER = Path(schema.__path__[0]) / "json"
WRITTEN = all_schemas()
SCHEMAS = {path.removesuffix(".schema.json"): json.loads(data) for path, data in WRITTEN.items()}
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=FormatChecker(["date"])) for name, schema in SCHEMAS.items()
}
KIND = {kind.name: kind for kind in KINDS}

every_schema = pytest.mark.parametrize("name", sorted(SCHEMAS))
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _as_an_editor(data: bytes) -> Any:
    """The data as an editor reads YAML 1.2 by its core schema; a date stays a text."""
    return _value(yaml.compose(data.decode(), Loader=yaml.CBaseLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return node.value if node.style else _plain(node.value)


def _plain(text: str) -> Any:
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    special = re.fullmatch(r"([-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))", text)
    return float(text.replace(".", "")) if special else text


def _files() -> Iterator[tuple[str, bytes]]:
    """Every file of the tree, and of every rule's examples."""
    yield from read_tree(ROOT)[0].items()
    for rule in rules():
        for text in (rule.good, rule.bad):
            yield from read_example(text).workspace.files.items()


def _verdicts(kind: Kind, path: str, data: bytes) -> tuple[str, str]:
    """What the model and the schema say of a file that could be read: nothing when they accept it."""
    value, _ = read(path, data)
    _, misfits = fit(kind, path, value)
    errors = VALIDATORS[kind.name].iter_errors(_as_an_editor(data))
    return "; ".join(map(str, misfits)), "; ".join(error.message for error in errors)


@every_schema
def test_the_schema_on_disk_is_the_one_of_today(name: str) -> None:
    path = f"{name}.schema.json"
    assert WRITTEN[path] == (FOLDER / path).read_bytes()


def test_there_is_no_schema_on_disk_that_nobody_writes() -> None:
    assert sorted(WRITTEN) == sorted(
        path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()
    )


@every_schema
def test_a_schema_is_valid_by_its_own_dialect(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert f"https://basutbud.example/schema/{name}.schema.json" == SCHEMAS[name]["$id"]
    Draft202012Validator.check_schema(SCHEMAS[name])


@every_schema
def test_all_that_a_schema_refers_to_stands_in_it(name: str) -> None:
    text = json.dumps(SCHEMAS[name])
    referred = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', text))
    assert text.count('"$ref"') == text.count('"$ref": "#/$defs/')
    assert referred == set(SCHEMAS[name].get("$defs", {}))


def _properties(node: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for name, child in node.get("properties", {}).items():
            yield f"{where}/{name}", child
        for key, child in node.items():
            yield from _properties(child, f"{where}/{key}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from _properties(child, f"{where}/{number}")


@every_kind
def test_every_key_that_an_author_can_write_has_a_title_and_a_description(kind: Kind) -> None:
    definitions = SCHEMAS[kind.name].get("$defs", {})
    properties = list(_properties(SCHEMAS[kind.name]))
    lacking = [
        where
        for where, node in properties
        if not node.get("title")
        or not (node.get("description") or definitions[node["$ref"].removeprefix("#/$defs/")].get("description"))
    ]
    assert properties != []
    assert lacking == []


@every_kind
def test_what_an_editor_fills_in_for_a_key_is_something_that_may_stand_there(kind: Kind) -> None:
    definitions = {"$defs": SCHEMAS[kind.name].get("$defs", {})}
    properties = [(where, node) for where, node in _properties(SCHEMAS[kind.name]) if "default" in node]
    wrong = [
        where
        for where, node in properties
        if not Draft202012Validator({**definitions, **node}).is_valid(node["default"])
    ]
    assert wrong == []


@every_kind
def test_a_schema_and_its_definitions_have_swedish_titles(kind: Kind) -> None:
    assert SCHEMAS[kind.name]["title"] == kind.title
    definitions = SCHEMAS[kind.name].get("$defs", {})
    assert [name for name, node in definitions.items() if node.get("title", name) == name] == []


def test_the_schemas_and_the_models_agree_on_all_that_is_shipped_and_all_examples() -> None:
    differing, agreeing = [], {"accepted": 0, "refused": 0}
    for path, data in dict.fromkeys(_files()):
        kind = kind_of(path)
        if kind is None or read(path, data)[1]:
            continue
        model, schema = _verdicts(kind, path, data)
        if bool(model) != bool(schema):
            differing.append((path, model, schema))
        else:
            agreeing["refused" if model else "accepted"] += 1
    assert differing == []
    assert agreeing["accepted"] > 200
    assert agreeing["refused"] > 5


TERMS = "{layout: points, status: draft, version: 1, points: [{id: om, text: Text.}]}"
DUTY = "[{id: a, title: A, decided: {by: A, on: 2026-01-01, reference: A}, valid: {from: 2026-01-01}, require: [%s]}]"
GROUP = "{a: {title: A, select: {%s}}}"
REGION = "{name: A, county: %s, organisation_number: 232100-0115, directory: HSA, administration: {name: A}}"
WAIVER = "[{rule: a, unit: b, reason: A, owner: A, ticket: A, last_day: %s}]"
CASETYPE = "{extends: a, %s}"
EXAMPLES = "examples: {right: [A], wrong: [B]}"
OWN = "[{id: a, severity: error, title: A, message: A, reason: A, source: A, forbid: %s, " + EXAMPLES + "}]"
MESSAGE = "{name: A, kind: questions, subject: A, text: A, questions: [%s]}"

# The kind of file, the file, and whether it is right.
BOTH = [
    ("rules", OWN % "klinik*", True),
    ("rules", OWN % '"*klinik"', True),
    ("rules", OWN % "112", True),
    ("rules", OWN % "[ring 112, öppet]", True),
    ("rules", OWN % "öppe*", True),
    ("rules", OWN % "[]", False),
    ("rules", OWN % '"*"', False),
    ("rules", OWN % '"*klinik*"', False),
    ("rules", OWN % "kli*nik", False),
    ("rules", OWN % "klinik-*", False),
    ("rules", OWN % '"ring  112"', False),
    ("rules", OWN % '" ring"', False),
    ("rules", OWN % ("a" * 100), True),
    ("rules", OWN % ("a" * 101), False),
    ("rules", (OWN % "klinik")[:-2] + ", fields: terms}]", True),
    ("rules", (OWN % "klinik")[:-2] + ", fields: texts}]", False),
    ("terms", TERMS, True),
    ("terms", TERMS.replace("version: 1", "version: 0"), False),
    ("terms", TERMS.replace("version: 1", "version: 1000000"), False),
    ("terms", TERMS.replace("version: 1", "version: 1.5"), False),
    ("terms", TERMS.replace("version: 1", "version: "), False),
    ("terms", TERMS.replace("id: om", "id: Om"), False),
    ("terms", TERMS.replace("id: om", "id: -om"), False),
    ("terms", TERMS.replace("Text.", '" "'), False),
    ("terms", TERMS.replace("points:", "point:"), False),
    ("terms", TERMS.replace("layout: points", "layout: booking"), False),
    ("terms", "{layout: booking, status: draft, version: 1}", True),
    ("terms", TERMS[:-1] + ", translations: {en: {of_version: 1, texts: {om: Text.}}}}", True),
    ("terms", TERMS[:-1] + ", translations: {EN: {of_version: 1, texts: {om: Text.}}}}", False),
    ("basutbud", DUTY % "{casetype: a}", True),
    ("basutbud", DUTY % "{casetype: [a, b]}", True),
    ("basutbud", DUTY % "{casetype: []}", False),
    ("basutbud", DUTY % "{casetype: {}}", False),
    ("basutbud", DUTY % "", True),
    ("basutbud", DUTY.replace("{from: 2026-01-01}", "{from: 2026-01-01, to: }") % "", True),
    ("basutbud", DUTY.replace("{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-12-31}") % "", True),
    ("basutbud", DUTY.replace("{from: 2026-01-01}", "{from: 2026-02-30}") % "", False),
    ("basutbud", DUTY.replace("{from: 2026-01-01}", "{from: 20260101}") % "", False),
    ("basutbud", DUTY.replace("{from: 2026-01-01}", "{to: 2026-01-01}") % "", False),
    ("groups", GROUP % "", True),
    ("groups", GROUP % "not: {not: {care_level: primary}}", True),
    ("groups", GROUP % "care_level: [primary, dental]", True),
    ("groups", GROUP % "care_level: sjukhus", False),
    ("groups", GROUP % "care_level: []", False),
    ("groups", GROUP % "hsa_id: SE2321000115-A", True),
    ("groups", "{A: {title: A}}", False),
    ("groups", "{a: }", False),
    ("groups", "{a: {title: A, casetypes: {b: {active: true}}}}", True),
    ("groups", "{a: {title: A, casetypes: {b: {active: ja}}}}", False),
    ("groups", "{a: {title: A, casetypes: {b: {values: {dagar: 5}}}}}", True),
    ("groups", "{a: {title: A, casetypes: {b: }}}", False),
    ("region", REGION % '"13"', True),
    ("region", REGION % "13", True),
    ("region", REGION % "133", False),
    ("region", REGION % '"1"', False),
    ("groups", GROUP % "municipality: 1380", True),
    ("groups", GROUP % "municipality: 13800", False),
    ("waivers", WAIVER % "2026-06-01", True),
    ("waivers", WAIVER % '"2026-06-01"', True),
    ("waivers", WAIVER % "2026-6-1", False),
    ("waivers", WAIVER % "2026-13-01", False),
    ("waivers", "[]", True),
    ("casetype", CASETYPE % "", True),
    ("casetype", CASETYPE % "kind: form", False),
    ("casetype", CASETYPE % "promise: {answer_within: 2 working days}", True),
    ("casetype", CASETYPE % "promise: {answer_within: 1 working day}", True),
    ("casetype", CASETYPE % "promise: {answer_within: same working day}", True),
    ("casetype", CASETYPE % "promise: {answer_within: 2 dagar}", False),
    ("casetype", CASETYPE % "promise: {answer_within: 0 h}", False),
    ("casetype", CASETYPE % "distribute: {to: []}", False),
    ("casetype", CASETYPE % "outlink: {service_type: A, address: http://a.example}", False),
    ("casetype", CASETYPE % "outlink: {service_type: A, address: https://a.example}", True),
    ("casetype", CASETYPE % "variables: {dagar: {type: days, label: A, default: 5}}", True),
    ("casetype", CASETYPE % "variables: {Dagar: {type: days, label: A}}", False),
    ("casetype", "{kind: booking, name: A, category: A, functions: [book]}", True),
    ("casetype", "{kind: booking, name: A, category: A, functions: []}", False),
    ("casetype", "{kind: form, name: A, category: A, functions: [book]}", False),
    ("casetype", "{kind: formulär, name: A, category: A}", False),
    ("casetype", "{name: A, category: A}", False),
    ("template", "{extends: a}", False),
    ("message", MESSAGE % "{id: a, question: A, type: text, visible_when: {question: b, is: true}}", True),
    ("message", MESSAGE % "{id: a, question: A, type: text, visible_when: {question: b, is: [1, a]}}", True),
    ("message", MESSAGE % "{id: a, question: A, type: text, visible_when: {question: b, is: []}}", False),
    ("message", MESSAGE % "{id: a, question: A, type: display, required: true}", False),
    ("message", MESSAGE % "{id: a, question: A, type: group, items: [{id: b, question: B, type: date}]}", True),
    ("message", MESSAGE % "{id: a, question: A, type: group, items: []}", False),
    ("message", MESSAGE % "{id: a, question: A, type: choice, options: [{id: 1, text: Ja}]}", True),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "is_right"), BOTH, ids=[f"{kind} {text}" for kind, text, _ in BOTH])
def test_the_schema_and_the_model_agree_on_what_is_right(kind: str, text: str, is_right: bool) -> None:
    model, schema = _verdicts(KIND[kind], "a.yaml", text.encode())
    assert (is_right, is_right) == (model == "", schema == ""), (model, schema)


def _kind_in_bundle(path: str) -> str:
    """The kind of a file in a bundle: that of its folder, or of its own name."""
    folder, _, name = path.rpartition("/")
    return f"bundle/{folder.removesuffix('s') or name.removesuffix('.json')}".replace("bundle/term", "bundle/terms")


def test_every_file_of_the_shipped_regions_bundles_follows_its_schema() -> None:
    workspace = load(read_tree(ROOT)[0], date(2026, 6, 1))
    kinds: dict[str, int] = {}
    for region, tree in workspace.regions.items():
        for path, data in bundle.build(tree, verdict_on(region, [], Source("0" * 40, False))).items():
            if not path.endswith(".tar"):
                kind = _kind_in_bundle(path.removeprefix(f"{region}/"))
                kinds[kind] = kinds.get(kind, 0) + 1
                assert [error.message for error in VALIDATORS[kind].iter_errors(json.loads(data))] == [], path
    assert set(kinds) == {name for name in SCHEMAS if name.startswith("bundle/")}


@pytest.mark.parametrize("name", [name for name in sorted(SCHEMAS) if name.startswith("bundle/")])
def test_no_schema_of_a_bundle_lets_an_unknown_key_through(name: str) -> None:
    assert any(error.validator == "additionalProperties" for error in VALIDATORS[name].iter_errors({"okänd": 1}))
