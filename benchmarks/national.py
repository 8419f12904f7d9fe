"""Make a seeded national configuration in the real format, without any finding, to measure on.

    python benchmarks/national.py --units 10000 --out DIR

21 regions; at 10,000 units about 150,000 offers, 300 national templates and 3,000 terms texts. Every unit is invented.
"""

import argparse
import random
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from schema.codelists import counties, municipalities

TEMPLATES = 300
TEXTS_AT_FULL_SIZE = 3_000
UNITS_AT_FULL_SIZE = 10_000
OFFERS_PER_UNIT = 15

# Roughly how large the regions are, so that the largest is several times the smallest.
WEIGHTS = {"01": 18, "14": 14, "12": 11, "05": 5, "03": 4, "06": 4, "13": 3, "18": 3, "20": 3, "21": 3}

CAPABILITIES = (
    "books-visits",
    "calls-back",
    "takes-messages",
    "prescribes",
    "accepts-self-referrals",
    "handles-referrals",
    "issues-certificates",
    "gives-advice",
    "prescribes-aids",
    "supports-lifestyle-change",
    "has-specialist-function",
    "performs-examinations",
)
TYPES = (
    ("vardcentral", "1502", "primary", "vårdcentral"),
    ("bvc", "1504", "primary", "BVC"),
    ("barnmorskemottagning", "1505", "primary", "barnmorskemottagning"),
    ("rehab", "1516", "primary", "rehabmottagning"),
    ("specialist", "1324", "specialist", "ortopedmottagning"),
    ("psykiatri", "1626", "specialist", "psykiatrimottagning"),
    ("tandvard", "1802", "dental", "tandvårdsmottagning"),
)
VERBS = (
    "Fråga om",
    "Beställa",
    "Ändra",
    "Avsluta",
    "Förnya",
    "Lämna uppgifter om",
    "Få råd om",
    "Skriva om",
    "Komplettera",
    "Skicka in",
    "Be om hjälp med",
    "Anmäla",
    "Kontakta oss om",
    "Följa upp",
    "Boka samtal om",
)
NOUNS = (
    "provsvar",
    "intyg",
    "hjälpmedel",
    "läkemedel",
    "remiss",
    "undersökning",
    "vaccination",
    "rehabilitering",
    "kostråd",
    "sömn",
    "smärta",
    "graviditet",
    "tandhälsa",
    "journal",
    "behandling",
    "egenvård",
    "allergi",
    "återbesök",
    "samtalsstöd",
    "hörsel",
)
OPENINGS = ("Här kan du", "I det här ärendet kan du", "Använd ärendet när du vill")
ACTS = ("skriva till {enhet}", "ställa en fråga till {enhet}", "be {enhet} om hjälp", "lämna uppgifter till {enhet}")
MIDDLES = (
    "Berätta kort vad det gäller och sedan när.",
    "Ha gärna dina anteckningar framme när du skriver.",
    "Skriv bara om ett ärende i taget.",
    "Du kan skriva när som helst på dygnet.",
    "Vi läser ärenden på vardagar.",
    "Det du skriver sparas i din journal.",
    "Du loggar in med e-legitimation och ser bara dina egna ärenden.",
    "Du kan också skriva för barn som är under 13 år.",
    "Det kostar inget att skriva, men ett besök kostar som vanligt.",
    "Vi kan behöva ställa fler frågor innan du får svar.",
    "Svaret finns kvar när du loggar in igen.",
    "Du kan bifoga en bild om det hjälper oss att förstå.",
)
PHONES = (
    *(f"08-465 004 {number:02}" for number in range(100)),
    *(f"031-390 06 {number:02}" for number in range(100)),
    *(f"040-628 04 {number:02}" for number in range(100)),
)
STEMS = ("Alm", "Björk", "Ek", "Furu", "Gran", "Hassel", "Lind", "Rönn", "Sälg", "Tall", "Ask", "Asp")
ENDINGS = ("backen", "dalen", "gården", "hagen", "höjden", "lunden", "parken", "sjön", "stranden", "ängen")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=UNITS_AT_FULL_SIZE)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1177)
    arguments = parser.parse_args()
    make(arguments.units, arguments.out, arguments.seed)


def make(units: int, out: Path, seed: int) -> None:
    """Write the configuration; what stood in its top folders goes away. Same arguments, same bytes."""
    for folder in ("casetype_templates", "regions"):
        shutil.rmtree(out / folder, ignore_errors=True)
    folder = out / "casetype_templates"
    folder.mkdir(parents=True)
    for number, (id, name) in enumerate(named_casetypes()):
        (folder / f"{id}.yaml").write_text(template(id, name, number, random.Random(f"{seed}/{id}")), encoding="utf-8")
    share = _shares(units)
    for code, county in counties().items():
        texts = max(1, round(TEXTS_AT_FULL_SIZE * share[code] / UNITS_AT_FULL_SIZE))
        _make_region(out / "regions" / f"region-{code}", code, (share[code], texts), random.Random(f"{seed}/{code}"))
        assert county.code == code


def named_casetypes() -> list[tuple[str, str]]:
    """The id and name of each template; the first of each capability's are those that decisions demand."""
    names = [f"{verb} {noun}" for noun, verb in product(NOUNS, VERBS)]
    return [(f"arende-{number:03}", name) for number, name in enumerate(names[:TEMPLATES])]


def _shares(units: int) -> dict[str, int]:
    """Units in each region, by county code; at least one each."""
    weights = {code: WEIGHTS.get(code, 2) for code in counties()}
    total = sum(weights.values())
    shares = {code: max(1, units * weight // total) for code, weight in weights.items()}
    shares["01"] += units - sum(shares.values())
    return shares


def needs(number: int) -> str:
    return CAPABILITIES[number % len(CAPABILITIES)]


def template(id: str, name: str, number: int, chance: random.Random) -> str:
    points = "".join(_point(key, text, "    ") for key, text in _points(chance, name))
    return f"""# Nationell mall för mätning, påhittad.
name: {name}
kind: form
category: Kontakt
needs: {needs(number)}
illustrative: true
description: {chance.choice(OPENINGS)} {chance.choice(ACTS)} om det som ärendet handlar om.
attachments: {{resident: {chance.choice(("true", "false"))}}}
form:
  - id: galler
    question: Vad gäller det?
    type: text
    required: true
    maximum_length: 2000
  - id: nytt
    question: Är det här nytt för dig?
    type: boolean
  - id: sedan-nar
    question: När började det?
    type: date
    visible_when: {{question: nytt, is: true}}
  - id: hur
    question: Hur vill du få svar?
    type: choice
    options:
      - {{id: skriftligt, text: Skriftligt}}
      - {{id: telefon, text: På telefon}}
standard_answers:
  - id: mottaget
    text: Tack för ditt ärende. Du får svar inom {{svarstid}}.
default_terms:
  layout: points
  status: approved
  version: 1
  approved: {{on: 2026-01-15, by: redaktionen}}
  illustrative: true
  points:
{points}"""


def _points(chance: random.Random, name: str) -> Iterator[tuple[str, str]]:
    yield "om", f"{chance.choice(OPENINGS)} {chance.choice(ACTS)}. Ärendet heter {name[0].lower()}{name[1:]}."
    yield "svarstid", "Du får svar inom {svarstid}."
    for number, text in enumerate(chance.sample(MIDDLES, chance.randint(1, 5)), 1):
        yield f"mer-{number}", text
    yield "akut", "Ring 112 om det är akut. Ring 1177 om du behöver råd om vård. Du når oss på {telefon}."


def _point(id: str, text: str, indent: str) -> str:
    return f"{indent}- id: {id}\n{indent}  text: {text}\n"


def _make_region(folder: Path, code: str, size: tuple[int, int], chance: random.Random) -> None:
    units, texts = size
    for name in ("casetypes", "terms", "units"):
        (folder / name).mkdir(parents=True)
    casetypes = named_casetypes()
    central = casetypes[len(CAPABILITIES) : len(CAPABILITIES) + 3]
    (folder / "region.yaml").write_text(_region(code), encoding="utf-8")
    (folder / "basutbud.yaml").write_text(_decisions(casetypes), encoding="utf-8")
    (folder / "groups.yaml").write_text("alla:\n  title: Alla mottagningar\n  select: {}\n", encoding="utf-8")
    for id, _ in central:
        (folder / "casetypes" / f"{id}-region.yaml").write_text(_central(id), encoding="utf-8")
    for number in range(texts):
        (folder / "terms" / f"text-{number:04}.yaml").write_text(_terms(chance, casetypes), encoding="utf-8")
    codes = [municipality for municipality in municipalities() if municipality[:2] == code]
    for number in range(units):
        text = _unit(number, counties()[code].organisation_number.replace("-", ""), codes, texts, chance)
        (folder / "units" / f"enhet-{number:05}.yaml").write_text(text, encoding="utf-8")


def _region(code: str) -> str:
    county = counties()[code]
    return f"""# Påhittad region för mätning.
name: {county.region}
county: "{code}"
organisation_number: {county.organisation_number}
directory: HSA
administration: {{name: Förvaltning 1177 e-tjänster, email: e-tjanster@region.example}}
promise: {{answer_within: 2 working days, partial_answer_counts: true, illustrative: true}}
cancellation_limit: {{primary: 24 h, specialist: 72 h, dental: 24 h, illustrative: true}}
policy:
  service_area: whole-country
  minimum_local_administrators: 1
  central_casetypes_activated_by: region
  illustrative: true
defaults:
  reminders: {{staff_after_days: 2, resident_after_days: 3}}
  archive_export_every_months: 3
  service_area:
    - region: whole-country
"""


def _decisions(casetypes: list[tuple[str, str]]) -> str:
    rows = "".join(
        f"    - {{casetype: {casetypes[number][0]}, when: {{offers: {capability}}}}}\n"
        for number, capability in enumerate(CAPABILITIES)
    )
    return f"""# Påhittat beslut för mätning.
- id: exempelbeslut
  title: "Exempel: basutbud"
  decided: {{by: "Exempel, inget verkligt beslut", on: 2025-01-15, reference: EX 1-2025}}
  valid: {{from: 2025-02-01}}
  applies_to: {{governed_by: [forvaltning, avtal]}}
  promise: {{answer_within: 2 working days, illustrative: true}}
  illustrative: true
  require:
{rows}"""


def _central(id: str) -> str:
    return f"""# Central ärendetyp för mätning, påhittad.
extends: {id}
internal_name: Central {id}
governance: central
distribute: {{to: [alla], sort_order: 5}}
illustrative: true
"""


def _terms(chance: random.Random, casetypes: list[tuple[str, str]]) -> str:
    points = "".join(_point(key, text, "  ") for key, text in _points(chance, chance.choice(casetypes)[1]))
    return f"""# Villkorstext för mätning, påhittad.
layout: points
status: approved
version: {chance.randint(1, 9)}
approved: {{on: 2026-02-{chance.randint(1, 28):02}, by: redaktionen}}
illustrative: true
points:
{points}"""


def _unit(number: int, organisation: str, codes: list[str], texts: int, chance: random.Random) -> str:
    business, activity, level, noun = chance.choice(TYPES)
    capabilities = sorted(chance.sample(range(len(CAPABILITIES)), chance.randint(4, 8)))
    names = "".join(f"  - {CAPABILITIES[index]}\n" for index in [*capabilities, *_of_central(capabilities)])
    return f"""# Påhittad mottagning för mätning.
hsa_id: SE{organisation}-PAHITT{number:05}
name: {chance.choice(STEMS)}{chance.choice(ENDINGS)}s {noun} {number}
status: active
invented: true
business_type: {business}
activities: ["{activity}"]
care_level: {level}
governed_by: {chance.choice(("forvaltning", "avtal"))}
municipality: "{chance.choice(codes)}"
phone: {chance.choice(PHONES)}
offers:
{names}contact_page: true
roles:
  local_administrator: {chance.randint(1, 3)}
  permission_administrator: 0
  case_receiver: {chance.randint(1, 5)}
  case_handler: {chance.randint(2, 20)}
  reviewer: 1
handler_groups: [Sjuksköterskor, Läkare]
settings:
  notifications: {{emails: [enhet-{number}@region.example]}}
  reminders: {{resident_after_days: {chance.randint(2, 5)}}}
  opening_hours: Vardagar klockan {chance.randint(7, 9)} till {chance.randint(15, 17)}.
  information: Ring 1177 om du behöver råd om vård när mottagningen har stängt.
casetypes:
{"".join(_entries(capabilities, texts, chance))}"""


def _of_central(capabilities: list[int]) -> list[int]:
    """The capabilities that the region's three central case types need and the unit does not have yet."""
    return [index for index in range(3) if index not in capabilities]


def _entries(capabilities: list[int], texts: int, chance: random.Random) -> Iterator[str]:
    """What the unit lists: what the decision demands of it, and more of the same capabilities."""
    able = {*capabilities, *range(3)}
    demanded = [index for index in range(len(CAPABILITIES)) if index in able]
    central = range(len(CAPABILITIES), len(CAPABILITIES) + 3)
    possible = [n for n in range(len(CAPABILITIES), TEMPLATES) if n % len(CAPABILITIES) in able and n not in central]
    others = chance.sample(possible, OFFERS_PER_UNIT - 3 - len(demanded))
    for order, number in enumerate([*demanded, *sorted(others)], 1):
        line = f"  arende-{number:03}:"
        match chance.randrange(6):
            case 0:
                yield f"{line} {{}}\n"
            case 1:
                yield f"{line} {{terms: text-{chance.randrange(texts):04}, sort_order: {order * 10}}}\n"
            case 2:
                yield f"{line}\n    values: {{telefon: {chance.choice(PHONES)}}}\n    sort_order: {order * 10}\n"
            case 3:
                yield f"{line}\n    attachments: {{resident: true}}\n"
            case _:
                yield f"{line} {{active: true, sort_order: {order * 10}}}\n"


if __name__ == "__main__":
    main()
