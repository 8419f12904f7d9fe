"""What the site says is what the configuration says: every unit and case type of the regions in this repository."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import StringIO
from typing import Any

import pytest
from nations import ROOT
from test_site import built

from generator.files import Files
from generator.site.basutbud.coverage import coverage_of
from generator.site.basutbud.standing import standings_of
from generator.site.casetypes.definitions import page_id
from schema.load import load
from schema.offers import Offer
from schema.placeholders import fill, placeholders, values_of_offer
from schema.tree import read_tree
from schema.workspace import Workspace
from validate.examples import AS_OF
from validate.facts.duties import Duties
from validate.waiving import waiver_of

IDS = sorted(path.name for path in (ROOT / "regions").iterdir() if path.is_dir())


@cache
def workspace() -> Workspace:
    return load(read_tree(ROOT)[0], AS_OF)


@cache
def files() -> Files:
    return built(workspace())


@cache
def data(path: str) -> Any:
    found = re.fullmatch(r"basutbud\.keep\((.*?),(.*)\);\n", files()[path].decode())
    assert found is not None
    return json.loads(found[2])


def offers(region: str) -> Iterator[Offer]:
    return workspace().regions[region].offers()


def previewed(region: str, offer: Offer) -> tuple[list[tuple[str, str]], dict[str, Any], dict[str, Any]]:
    """The filled parts of an offer's texts, its look and its lot, put together as the preview's script does it."""
    casetype = data(f"{region}/data/casetypes/{page_id(offer)}.js")
    (lot,) = [each for each in casetype["offers"] if offer.unit.file_id in each["units"]]
    look = casetype["looks"][lot["look"]]
    units = data(f"{region}/data/units.js")
    _, name, phone, place, *_ = next(each for each in units["units"] if each[0] == offer.unit.file_id)
    values = {
        "enhet": name,
        "telefon": phone,
        "kommun": units["municipalities"][place],
        "region": units["region"],
        **lot["values"],
    }
    html = data(f"{region}/data/{look['terms']}.js")["versions"][0]["html"] if look["terms"] else ""
    found = re.findall(r'(?s)<(div|li)[^>]*? data-part="([^"]*)">(.*?)</\1>', html + "".join(look["extra"]))
    return [(id, fill(words(text), values)) for _, id, text in found], look, lot


def words(html: str) -> str:
    """The words of a part that the site has made, as they were written, with the placeholders in them."""
    text = re.sub(r'<span class="platshållare">(.*?)</span>', r"\1", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


@pytest.mark.parametrize("region", IDS)
def test_the_preview_fills_each_text_as_the_configuration_does(region: str) -> None:
    for offer in offers(region):
        values = values_of_offer(offer, offer.tree.resolved[offer.unit.file_id])
        terms = offer.terms()
        texts = [(id, text) for _, id, text in terms.parts()] if terms is not None else []
        texts += [(point.id, point.text) for point in offer.get("extra_points") or ()]
        said, look, lot = previewed(region, offer)
        assert said == [(id, " ".join(fill(text, values).split())) for id, text in texts], offer.place
        assert not any(list(placeholders(text)) for _, text in said), offer.place
        assert (look["name"], lot["active"]) == (offer.get("name"), offer.active)
        assert words(look["description"]) == " ".join((offer.get("description") or "").split())


@pytest.mark.parametrize("region", IDS)
def test_the_inventory_has_the_state_of_each_case_type_on_each_unit(region: str) -> None:
    tree = workspace().regions[region]
    heads, *rows = csv.reader(StringIO(files()[f"{region}/inventory.csv"].decode("utf-8-sig")), delimiter=";")
    columns = [column[0] for column in data(f"{region}/data/inventory.js")["columns"]]
    first = len(heads) - 1 - len(columns)
    assert len(rows) == len(tree.units)
    for row in rows:
        (unit,) = [each for each in tree.resolved.values() if each.unit.hsa_id == row[1]]
        shared = [unit.offers.get(id) for id in columns]
        states = ["" if offer is None else "Aktiv" if offer.active else "Inte aktiv" for offer in shared]
        own = [offer for offer in unit.offers.values() if offer.base.governance == "local"]
        told = "; ".join(offer.get("name") + ("" if offer.active else " (inte aktiv)") for offer in own)
        assert (row[first:-1], row[-1]) == (states, told), unit.id


@pytest.mark.parametrize("region", IDS)
def test_the_verdict_on_each_unit_is_that_of_the_rules(region: str) -> None:
    tree = workspace().regions[region]
    duties, standings = Duties(tree), tree.once(standings_of)
    for unit in tree.resolved.values():
        expected = set()
        for row in duties.lacking(unit):
            objects = {"unit": unit.id, "casetype": row.duty.casetype[0], "decision": row.decision.id}
            waiver = waiver_of(tree, "required-casetype-missing", objects)
            expected.add((row.decision.id, row.duty.casetype, "exempt" if waiver else "lacking"))
        told = {
            (decision.id, row.casetypes, row.state)
            for decision in standings[unit.id].decisions
            for row in decision.rows
            if row.kind == "require" and row.state in ("lacking", "exempt")
        }
        assert told == expected, unit.id
        assert bool(standings[unit.id].decisions) == bool(duties.binding(unit))


@pytest.mark.parametrize("region", IDS)
def test_each_row_of_a_decision_counts_every_unit_that_it_binds_once(region: str) -> None:
    tree = workspace().regions[region]
    standings = tree.once(standings_of).values()
    for coverage in coverage_of(tree):
        bound = [each for standing in standings for each in standing.decisions if each.id == coverage.id]
        assert not coverage.in_force or coverage.units == len(bound)
        for row in coverage.rows:
            assert row.met + row.exempt + row.lacking + row.elsewhere == coverage.units


def test_the_first_page_counts_the_units_of_each_region() -> None:
    page = files()["index.html"].decode()
    for id, tree in workspace().regions.items():
        active = sum(unit.status == "active" for unit in tree.units.values())
        start = page.index(f'href="{id}/index.html"')
        row = words(page[start : page.index("</tr>", start)])
        assert f" {len(tree.units)} mottagningar {active} aktiva " in row
