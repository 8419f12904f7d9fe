"""One cause is told of once, at the line that the author has to change: what follows from it is not told as well."""

from collections import Counter

import pytest

from schema.reading.positions import locate
from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run

DECISION = """
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  illustrative: true
"""
GROUPS = """
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
"""
RING_MIG = """
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
"""
WAIVER = """
-- waivers.yaml --
- rule: promise-too-long
  unit: vc
  reason: Mottagningen bygger om sin bemanning.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
"""
BOOKING = """
-- casetypes/boka-tid.yaml --
name: Boka tid
category: Tidbokning
kind: booking
functions: [book, cancel]
terms: tidbokning
-- casetypes/av-omboka-tid-direkt.yaml --
name: Av- och omboka tid direkt
category: Tidbokning
kind: booking
functions: [cancel, rebook]
terms: tidbokning
governance: central
distribute: {to: [vardcentraler], active: true}
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du boka tid hos {enhet}.
"""
SECOND_UNIT = """
-- units/{id}.yaml --
hsa_id: {hsa_id}
name: Påhittade rehab
status: active
invented: true
business_type: rehab
activities: ["1516"]
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
offers: [calls-back]
roles: {{local_administrator: 2}}
casetypes:
  kontakta-mig: {{}}
"""
REHAB = SECOND_UNIT.format(id="rehab", hsa_id="SE2321000115-PAHITT0002")

TRANSLATED = """
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
translations:
  en:
    of_version: 2
    texts:
      om: Here you can ask {enhet} to call you.
"""

CASES = {
    "a misspelt group that a case type is distributed to": DECISION
    + """  require:
    - casetype: ring-mig
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
distribute:
  to:
    - vardcentral  # <-- unknown-group
"""
    + GROUPS,
    "a misspelt group that a unit names": """
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
-- units/vc.yaml --
groups:
  - pilotr  # <-- unknown-group
""",
    "a group that a selector misspells": DECISION
    + """  require:
    - casetype: ring-mig
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
distribute: {to: [i-halmstad]}
"""
    + GROUPS
    + """i-halmstad:
  title: Vårdcentraler i Halmstad
  select:
    groups: vardcentral  # <-- unknown-group
""",
    "a misspelt alternative of a demand": DECISION
    + """  require:
    - casetype:
        - ring-mig
        - kontakta-mej  # <-- unknown-casetype
"""
    + RING_MIG,
    "a case type that is not as it should be and has the shortest promise": RING_MIG
    + """promise: {answer_within: 1 working day}
nam: Ring mig  # <-- unknown-key
-- units/vc.yaml --
settings: {reminders: {staff_after_days: 1}}
casetypes:
  kontakta-mig: {}
  ring-mig: {}
""",
    "a decision that ends before it starts": DECISION.replace(
        "  valid: {from: 2026-02-01}\n",
        "  valid: {from: 2026-02-01, to: 2025-02-01}  # <-- decision-dates\n"
        "  promise: {answer_within: 1 working day}\n",
    )
    + WAIVER,
    "a list that does not exist": GROUPS
    + """piloter:
  title: Mottagningar som provar först
  list: piloter.txt  # <-- unknown-list
"""
    + WAIVER,
    "a promise that breaks both a guard and a decision": DECISION
    + """  promise: {answer_within: 2 working days}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
promise: {answer_within: 2 working days}
stricter_only: [promise]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise: {answer_within: 3 working days}  # <-- stricter-only-field
""",
    "a connection that is not done": BOOKING
    + GROUPS
    + """
-- units/vc.yaml --
booking:
  journal_system: Exempeljournal
  takning: ordered  # <-- booking-before-takning
casetypes:
  boka-tid: {}
""",
    "a function that the journal system lacks": BOOKING
    + GROUPS
    + """
-- units/vc.yaml --
booking:
  journal_system: Exempeljournal
  takning: done
  supports: [book, rebook]  # <-- booking-function-unsupported
casetypes:
  boka-tid: {}
""",
    "a copied file of a unit": SECOND_UNIT.format(id="vc-2", hsa_id="SE2321000115-PAHITT0001  # <-- hsa-id-repeated"),
    "a unit copied to a region that comes first": """
== regions/annan/region.yaml ==
name: Region Skåne
county: "12"
organisation_number: 232100-0255
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
promise: {answer_within: 2 working days}
defaults: {service_area: [{region: whole-country}]}
"""
    + SECOND_UNIT.format(id="vc", hsa_id="SE2321000115-PAHITT0001  # <-- hsa-id-repeated")
    .replace("-- units/vc.yaml --", "-- regions/annan/units/vc.yaml --")
    .replace("1380", "1280"),
    "a wrong county code": """
-- region.yaml --
county: "12"  # <-- region-identity
""",
    "a municipality of another county in a selector": DECISION
    + """  applies_to:
    municipality: "1280"  # <-- municipality-in-county
""",
    "a region without a service area": """
-- region.yaml --
defaults: {link_to_1177: true}  # <-- service-area-missing
"""
    + REHAB,
    "an empty service area of the region": """
-- region.yaml --
defaults:
  service_area: []  # <-- service-area-missing
""",
    "a promise that the region does not make": """
== region.yaml ==
name: Region Halland  # <-- promise-placeholder-without-promise
county: "13"
organisation_number: 232100-0115
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
defaults: {service_area: [{region: whole-country}]}
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
description: Vi ringer inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  ring-mig: {}
"""
    + REHAB,
    "a former name in capitals": """
-- units/vc.yaml --
settings:
  information: Logga in i MINA VÅRDKONTAKTER.  # <-- legacy-brand
""",
    "a misspelt placeholder of a translation": TRANSLATED
    + """      svarstid: You get an answer within {svarstd}.  # <-- unknown-placeholder
""",
    "a translation of a version to come": TRANSLATED.replace(
        "of_version: 2", "of_version: 3  # <-- translation-of-version-to-come"
    )
    + """      hejsan: Hello.
""",
    "a selector that misspells what governs": DECISION
    + """  applies_to:
    governed_by: forvaltningen  # <-- governed-by-unmatched
""",
    "a unit that misspells what governs it": DECISION
    + """  applies_to: {governed_by: forvaltning}
-- units/vc.yaml --
governed_by: forvaltnig  # <-- governed-by-unmatched
"""
    + REHAB,
    "a group without units that a decision is for": DECISION
    + """  applies_to: {groups: piloter}
-- groups.yaml --
piloter:  # <-- orphan-group
  title: Mottagningar som provar först
""",
    "a terms text of another kind with placeholders of its own": BOOKING.replace(
        "terms: tidbokning", "terms: tidbokning\nvariables: {besok: {type: text, label: Vad tiden gäller}}", 1
    ).replace("hos {enhet}", "för {besok}", 1)
    + """
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [book, cancel]}
groups: [vardcentraler]
casetypes:
  boka-tid:
    values: {besok: provtagning}
  kontakta-mig:
    terms: tidbokning  # <-- layout-for-kind
-- casetypes/av-omboka-tid-direkt.yaml --
functions: [cancel]
terms: avbokning
-- terms/avbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du avboka din tid hos {enhet}.
""",
    "a booking at a unit that does not book directly": BOOKING.replace(
        "functions: [book, cancel]", "functions: [book]\nneeds: direct-booking"
    )
    + """
-- groups.yaml --
vardcentraler:
  title: Mottagningar som bokar direkt
  select: {offers: direct-booking}
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [book, cancel, rebook]}
casetypes:
  boka-tid:  # <-- casetype-without-capability
-- units/rehab.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [book, cancel, rebook]}
offers: [direct-booking, calls-back]
casetypes: {}
"""
    + REHAB.replace("[calls-back]", "[direct-booking, calls-back]"),
    "a national text without the referral that the region requires": """
-- region.yaml --
policy:
  emergency_referral: required  # <-- emergency-referral-missing
"""
    + REHAB,
    "a national text without a promise, where units promise differently": """
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  points:
    - id: om
      text: Här kan du be {enhet} att kontakta dig.  # <-- promise-not-visible
"""
    + REHAB.replace("kontakta-mig: {}", "kontakta-mig: {promise: {answer_within: 1 working day}}"),
    "a national name longer than the region allows": """
-- region.yaml --
policy:
  longest_casetype_name: 10  # <-- casetype-name-too-long
"""
    + REHAB,
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_one_cause_is_one_finding(text: str) -> None:
    example = read_example(text)
    found = [_place(example.workspace.files, diagnostic) for diagnostic in run(example.workspace, rules())]
    assert example.marks == Counter(found)


def _place(files: object, diagnostic: Diagnostic) -> tuple[str, int, str]:
    assert isinstance(files, dict)
    file = diagnostic.at.file
    return file, locate(files.get(file, b""), diagnostic.at).line, diagnostic.rule
