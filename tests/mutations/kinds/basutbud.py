"""Decisions that do not hold together, and units that do not do what they demand."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault, Sheet, Spot
from ..tree import Tree

_DECISION = """- id: exempel-prov
  title: "Exempel: prov"
  decided: {{by: "Exempel, inget verkligt beslut", on: 2026-11-02, reference: Exempel prov}}
  valid: {{from: {start}}}
  applies_to: {{hsa_id: {hsa_id}}}
{rows}  illustrative: true
"""


def _added(tree: Tree, unit: Sheet, rows: str, start: str = "2026-11-15") -> tuple[Sheet, str]:
    """A decision for one unit, to be put last among the decisions of its region."""
    sheet = tree.file(unit.region, "basutbud.yaml")
    assert sheet is not None
    return sheet, _DECISION.format(start=start, hsa_id=unit.value("hsa_id"), rows=rows)


def _entries(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """The case types that active units list and have active, of those that no region distributes."""
    for unit in tree.of("unit"):
        for spot in unit.below("casetypes") if unit.value("status") == "active" else ():
            own = tree.file(unit.region, f"casetypes/{spot.name}.yaml")
            is_central = own is not None and own.value("governance") == "central"
            is_off = unit.value(*spot.path, "active") == "false" or (own is not None and own.value("extends") == "")
            if not is_central and not is_off and unit.spot(*spot.path, "local") is None:
                yield unit, spot


@kind("forbidden-casetype-offered")
def casetype_that_a_decision_forbids(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        own = tree.file(unit.region, f"casetypes/{spot.name}.yaml")
        is_of_own_name = own is None or own.value("extends") == spot.name
        others = [other for _, other in _entries_of(tree, unit) if other.name != spot.name]
        is_alone = not any(_extends(tree, unit, str(other.name)) == spot.name for other in others)
        if spot.key is not None and is_of_own_name and is_alone and not _is_required(tree, unit, str(spot.name)):
            sheet, text = _added(tree, unit, f"  forbid: [{{casetype: {spot.name}}}]\n")
            yield sheet.write_seen_at(len(sheet.text), len(sheet.text), text, unit, spot.key)


def _entries_of(tree: Tree, unit: Sheet) -> Iterator[tuple[Sheet, Spot]]:
    return ((sheet, spot) for sheet, spot in ((unit, spot) for spot in unit.below("casetypes")))


def _extends(tree: Tree, unit: Sheet, id: str) -> str:
    own = tree.file(unit.region, f"casetypes/{id}.yaml")
    local = unit.value("casetypes", id, "local", "extends")
    return local or (own.value("extends") if own is not None else "")


def _is_required(tree: Tree, unit: Sheet, id: str) -> bool:
    sheet = tree.file(unit.region, "basutbud.yaml")
    return sheet is not None and any(spot.value == id for spot in sheet.spots if "require" in spot.path)


@kind("required-casetype-missing")
def required_casetype_taken_away(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        above = unit.spot("casetypes")
        if above is not None and above.key is not None and _needs_alone(tree, unit, spot):
            yield unit.write_seen_at(*unit.lines(spot), "", unit, above.key)


def _needs_alone(tree: Tree, unit: Sheet, spot: Spot) -> bool:
    """Whether a decision of the example kind asks for just this case type by what the unit offers."""
    sheet = tree.file(unit.region, "basutbud.yaml")
    assert sheet is not None
    offers = [offer.value for offer in unit.below("offers")]
    siblings = [other for other in unit.below("casetypes") if other.name != spot.name]
    if any(_extends(tree, unit, str(other.name)) == spot.name for other in siblings) or len(siblings) < 2:
        return False
    wanted = (
        row for row in sheet.spots if row.name == "casetype" and row.path[1] == "require" and row.value == spot.name
    )
    for row in wanted:
        decision = row.path[:1]
        starts, ends = sheet.value(*decision, "valid", "from"), sheet.value(*decision, "valid", "to")
        governed = sheet.spot(*decision, "applies_to", "governed_by")
        names = [governed.value, *(item.value for item in sheet.below(*governed.path))] if governed is not None else []
        is_bound = governed is None or unit.value("governed_by") in names
        is_bound = is_bound and len(sheet.below(*decision, "applies_to")) == len(names[:1])
        when = sheet.below(*row.path[:-1], "when")
        fits = len(when) == 1 and when[0].name == "offers" and when[0].value in offers
        if starts <= "2026-12-01" <= (ends or "9999") and is_bound and fits:
            return True
    return False


@kind("decision-dates")
def decision_that_ends_before_it_begins(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        sheet, text = _added(tree, unit, "", "2027-02-01")
        text = text.replace("{from: 2027-02-01}", "{from: 2027-02-01, to: 2027-01-31}")
        yield sheet.write(len(sheet.text), len(sheet.text), text, "2027-01-31")


@kind("decision-day-doubtful")
def decision_of_a_day_to_come(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        sheet, text = _added(tree, unit, "")
        text = text.replace("2026-11-02", "2062-11-02")
        yield sheet.write(len(sheet.text), len(sheet.text), text, "2062-11-02")


@kind("decision-day-doubtful")
def decision_that_begins_in_fifty_years(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        sheet, text = _added(tree, unit, "", "2072-02-01")
        yield sheet.write(len(sheet.text), len(sheet.text), text, "2072-02-01")


@kind("decision-binds-nobody")
def decision_for_units_that_there_are_none_of(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        sheet, text = _added(tree, unit, "")
        selector = "{business_type: tandvard, care_level: municipal}"
        text = text.replace(f"{{hsa_id: {unit.value('hsa_id')}}}", selector)
        yield sheet.write(len(sheet.text), len(sheet.text), text, "applies_to")


@kind("duty-binds-nobody")
def duty_for_closed_units(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        row = f"  recommend:\n    - casetype: {spot.name}\n      when: {{status: inactive}}\n"
        sheet, text = _added(tree, unit, row)
        yield sheet.write(len(sheet.text), len(sheet.text), text, "when")


@kind("duty-repeated")
def duty_written_twice(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        row = f"    - casetype: {spot.name}\n"
        sheet, text = _added(tree, unit, f"  recommend:\n{row}{row}")
        at = text.rindex(str(spot.name))
        yield sheet.write(len(sheet.text), len(sheet.text), text, (at, at + len(str(spot.name))))


@kind("duty-contradiction")
def duty_that_is_also_forbidden(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        if _is_required(tree, unit, str(spot.name)):
            continue
        rows = f"  require: [{{casetype: {spot.name}}}]\n  forbid: [{{casetype: {spot.name}}}]\n"
        sheet, text = _added(tree, unit, rows, "2027-02-01")
        yield sheet.write(len(sheet.text), len(sheet.text), text, str(spot.name))


@kind("duty-nobody-can-meet")
def duty_for_what_the_units_do_not_do(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        offers = [spot.value for spot in unit.below("offers")]
        for template in tree.of("template") if unit.value("status") == "active" else ():
            is_plain = tree.file(unit.region, f"casetypes/{template.id}.yaml") is None
            if is_plain and template.value("needs") not in ("", *offers):
                sheet, text = _added(tree, unit, f"  require: [{{casetype: {template.id}}}]\n", "2027-02-01")
                yield sheet.write(len(sheet.text), len(sheet.text), text, template.id)


@kind("decisions-contradict")
def decision_that_forbids_what_another_demands(tree: Tree) -> Iterator[Fault]:
    for unit, spot in _entries(tree):
        if not _is_required(tree, unit, str(spot.name)):
            sheet, text = _added(tree, unit, f"  require: [{{casetype: {spot.name}}}]\n", "2027-02-01")
            _, other = _added(tree, unit, f"  forbid: [{{casetype: {spot.name}}}]\n", "2027-02-01")
            text += other.replace("exempel-prov", "exempel-annat").replace("Exempel: prov", "Exempel: annat")
            yield sheet.write(len(sheet.text), len(sheet.text), text, str(spot.name))


@kind("decisions-promise-differently")
def decision_that_promises_something_else(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        if unit.value("status") == "active":
            sheet, text = _added(tree, unit, "  promise: {answer_within: 9 working days}\n", "2027-02-01")
            yield sheet.write(len(sheet.text), len(sheet.text), text, "9 working days")


@kind("decision-gap")
def decision_that_none_follows(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("basutbud"):
        governing = {unit.value("governed_by") for unit in tree.of("unit") if _is_open_in(unit, sheet.region)}
        for decision in sheet.below():
            start, end = sheet.spot(*decision.path, "valid", "from"), sheet.spot(*decision.path, "valid", "to")
            others = {word for other in sheet.below() if other != decision for word in _governed(sheet, other)}
            own = _governed(sheet, decision)
            alone = (governing if "all" in own else governing & own) - others if "all" not in others else set()
            if start is not None and end is None and start.value < "2026-12-01" and alone:
                at = sheet.lines(start)[1]
                yield sheet.write(at, at, "    to: 2026-12-31\n", "2026-12-31")


def _is_open_in(unit: Sheet, region: str) -> bool:
    return unit.region == region and unit.value("status") == "active"


def _governed(sheet: Sheet, decision: Spot) -> set[str]:
    """What governs the units that a decision asks something of; `all` where it binds others than by that."""
    if sheet.spot(*decision.path, "require") is None and sheet.spot(*decision.path, "promise") is None:
        return set()
    governed = sheet.spot(*decision.path, "applies_to", "governed_by")
    if governed is None or len(sheet.below(*decision.path, "applies_to")) > 1:
        return {"all"}
    return {governed.value, *(spot.value for spot in sheet.below(*governed.path))} - {""}


@kind("offered-by-phone-not-digitally")
def capability_that_no_casetype_stands_for(tree: Tree) -> Iterator[Fault]:
    for unit in tree.of("unit"):
        region, offers = tree.file(unit.region, "region.yaml"), unit.below("offers")
        if (
            region is None
            or region.value("policy", "digital_offer") != "as-by-phone"
            or unit.value("status") != "active"
        ):
            continue
        for template in tree.of("template"):
            needed = template.value("needs")
            is_new = needed not in ("", "direct-booking", *(spot.value for spot in offers))
            if is_new and offers and not offers[0].in_flow and needed not in tree.files[_decisions(unit)].decode():
                at = unit.line(offers[0].start)[0]
                yield unit.write(at, at, f"  - {needed}\n", needed)


def _decisions(unit: Sheet) -> str:
    return f"regions/{unit.region}/basutbud.yaml"
