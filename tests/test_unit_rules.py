"""Variants of the rules on units, their case types and their texts, beyond the two examples of each."""

import pytest

from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run

OTHER = "SE2321000115-EXEMPEL1"
TERMS = """
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du boka tid hos {enhet}.
"""
BOOKING = f"""{TERMS}
-- casetypes/boka-tid.yaml --
name: Boka tid
category: Tidbokning
kind: booking
functions: [book]
terms: tidbokning
-- casetypes/avboka-tid.yaml --
name: Avboka tid
category: Tidbokning
kind: booking
functions: [cancel]
terms: tidbokning
limited_selection: true
-- units/vc.yaml --
booking: {{journal_system: Exempeljournal, takning: done, supports: [book, cancel]}}
casetypes:
  boka-tid: {{}}
  avboka-tid: {{}}
"""
BASED = """
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on: {template: kontakta-mig, version: 1}
points: [{id: om, text: "Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}."}]
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
"""


def ids(text: str) -> list[str]:
    return sorted(found.rule for found in run(read_example(text).workspace, rules()))


@pytest.mark.parametrize(
    "text",
    [
        f"-- units/vc.yaml --\nname: Påhittade vårdcentralen # {OTHER}\n-- hsa.csv --\n{OTHER};Andra\n"
        "SE2321000115-PAHITT0001;Påhittade vårdcentralen\n",
        f"-- units/vc.yaml --\n# Se https://www.1177.se/hitta-vard/?hsaId={OTHER}\nname: Påhittade vårdcentralen\n",
        f"-- groups.yaml --\na: {{title: A, list: a.txt}}\n-- lists/a.txt --\n{OTHER}\nSE2321000115-PAHITT0001\n"
        f"-- units/vc.yaml --\n# Samma som {OTHER}.\nname: Påhittade vårdcentralen\n",
        "-- units/vc.yaml --\n# Hette se2321000115-pahitt0001 då.\nname: Påhittade vårdcentralen\n",
        "-- units/vc.yaml --\n# Numret är 232100-0115.\nname: Påhittade vårdcentralen\n",
    ],
    ids=["in hsa.csv", "in an address", "in a list", "its own", "an organisation number"],
)
def test_an_hsa_id_of_a_unit_is_nobody_s(text: str) -> None:
    assert "personal-hsa-id" not in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        f"-- units/vc.yaml --\nhandler_groups: [{OTHER}]\n",
        f"-- wordlist.txt --\n{OTHER}\n",
        f"-- groups.yaml --\na: {{title: A, list: a.csv}}\n-- lists/a.csv --\nSE2321000115-PAHITT0001;{OTHER}\n",
        f"-- casetype_templates/kontakta-mig.yaml --\nname: Kontakta mig # {OTHER}\n",
        f"-- units/vc.yaml --\n# Fråga T{OTHER.lower()}.\nname: Påhittade vårdcentralen\n",
    ],
    ids=["a name", "a word list", "a column of a list", "a national file", "lower case"],
)
def test_any_other_hsa_id_may_be_a_person_s(text: str) -> None:
    assert "personal-hsa-id" in ids(text)


def test_cancelling_for_some_does_not_do_where_all_can_book() -> None:
    assert ids(BOOKING) == ["book-without-cancel"]
    assert ids(BOOKING.replace("boka-tid: {}", "boka-tid: {limited_selection: true}", 1)) == []
    assert ids(BOOKING.replace("avboka-tid: {}", "avboka-tid: {limited_selection: false}", 1)) == []


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("-- casetype_templates/kontakta-mig.yaml --\ndefault_terms:\n", ["empty-value"]),
        ("-- casetype_templates/kontakta-mig.yaml (absent) --\n", ["terms-based-on-unknown", "unknown-casetype"]),
    ],
    ids=["broken", "missing"],
)
def test_a_broken_template_is_not_an_unknown_one(template: str, expected: list[str]) -> None:
    assert expected == ids(BASED + template)


def test_a_national_draft_is_not_to_be_followed_yet() -> None:
    draft = """
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: draft
  version: 2
  points: [{id: om, text: "Här kan du be {enhet} att kontakta dig."}]
"""
    assert ids(BASED + draft) == []


def test_a_national_text_is_based_on_nothing() -> None:
    based = """
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  based_on: {template: kontakta-mig, version: 1}
  points: [{id: om, text: "Här kan du be {enhet} att kontakta dig."}]
"""
    assert "unknown-key" in ids(based)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("roles: {local_administrator: 1}\n", []),
        ("roles: {local_administrator: 1, case_receiver: 2}\n", ["receivers-not-handlers"]),
        ("roles: {local_administrator: 1, case_handler: 2}\nstatus: planned\n", []),
    ],
)
def test_receivers_and_handlers_are_counted_at_open_units(unit: str, expected: list[str]) -> None:
    assert expected == ids(f"-- region.yaml --\npolicy: {{receivers_are_handlers: true}}\n-- units/vc.yaml --\n{unit}")


@pytest.mark.parametrize(
    ("heading", "fits"),
    [
        ("Råd om sömn", True),
        ("Prover och undersökningar", True),
        ("Prover & råd", False),
        ("Är du gravid?", False),
        ("Hjälp med e-tjänster", True),
        ("Barn- och ungdomshälsa", True),
        ("Prover - blodtryck", False),
        ("Prover – blodtryck", False),
        ("Kl 8.30", False),
    ],
)
def test_headings_have_letters_and_blanks(heading: str, fits: bool) -> None:
    found = ids(f'-- units/vc.yaml --\ncontact_card: {{headings: ["{heading}"]}}\n')
    assert ("contact-card-heading" not in found) == fits


PHONE = """
-- region.yaml --
policy: {digital_offer: as-by-phone}
-- casetype_templates/bestall-tid.yaml --
name: Beställa tid
kind: form
category: Tidbokning
needs: books-visits
form:
  - {id: varfor, question: Vad gäller besöket?, type: text}
-- units/vc.yaml --
offers: [calls-back, books-visits]
"""
DECISION = """
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  illustrative: true
"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["offered-by-phone-not-digitally"]),
        ("-- region.yaml --\npolicy: {digital_offer: free}\n", []),
        (f"{DECISION}  require: [{{casetype: bestall-tid}}]\n", ["required-casetype-missing"]),
        (f"{DECISION}  require: [{{casetype: [bestall-tid, kontakta-mig]}}]\n", []),
        (f"{DECISION}  forbid: [{{casetype: bestall-tid}}]\n", []),
        ("-- units/vc.yaml --\nstatus: planned\n", []),
        ("-- units/vc.yaml --\ncasetypes:\n  kontakta-mig:\n  bestall-td:\n", ["unknown-casetype"]),
    ],
    ids=["nothing", "free", "demanded", "met by another", "forbidden", "planned", "misspelt"],
)
def test_what_is_done_by_phone_is_told_of_where_no_decision_speaks(more: str, expected: list[str]) -> None:
    assert expected == ids(PHONE + more)
