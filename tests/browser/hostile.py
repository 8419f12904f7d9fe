"""Texts that would do harm if a page took them for anything else than text, in every file that a region writes.

Most of them the check refuses. The pages must be safe without it, so the site is made of them unchecked.
"""

SCRIPT = '<script>document.title="stulen"</script>'
PICTURE = '"><img src=x onerror="document.title=1">'
QUOTES = "Det \"är\" 'så' & &lt;b&gt; `${1}` {{ 7*7 }} {% raw %} </script><!-- --> </template>"
LONG = "Diabetesfotvårdsmottagningsbesökstidsbokning" * 5
FORMULA = '=HYPERLINK("https://ond.example","Klicka")'
ADDRESS = "javascript:document.title=1"

HOSTILE = rf"""
-- region.yaml (escaped) --
administration: {{name: '{SCRIPT}'}}
other_services:
  - {{name: '{FORMULA}', description: '{PICTURE}', address: "https://ond.example/?a='b'&c"}}
login_lock: {{refer_residents_to: '{PICTURE}', refer_guardians_to: '{LONG}',
             office_hours: '{SCRIPT}', on_call: '{FORMULA}'}}
source: '{SCRIPT}'
-- casetype_templates/boka-tid.yaml --
name: 'Boka {SCRIPT}'
kind: booking
category: '{PICTURE}'
description: '{LONG}'
functions: [book, cancel]
default_terms:
  layout: booking
  status: approved
  approved: {{on: 2026-03-01, by: '{SCRIPT}'}}
  version: 1
  unit_text: '{SCRIPT} Här bokar du. {ADDRESS}'
  concerns: '{PICTURE}'
  conditions: '{LONG}'
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: '{FORMULA}'
internal_name: '@SUM(1+1)|cmd {SCRIPT}'
description: '{PICTURE} {{enhet}} {LONG}'
terms: kontakt
standard_answers:
  - {{id: constructor, text: '{SCRIPT}'}}
answer_forms:
  - {{id: svar, name: '{PICTURE}', text: '{SCRIPT}'}}
variables:
  plats: {{type: text, label: '{SCRIPT}', default: '{PICTURE}'}}
illustrative: true
source: '{ADDRESS}'
form:
  - {{id: constructor, question: 'Skriv {SCRIPT}', type: string, required: true, help: '{PICTURE}'}}
  - id: val
    question: '{LONG}'
    type: choice
    multiple: true
    options: [{{id: a, text: '{SCRIPT}'}}, {{id: b, text: '{PICTURE}'}}, {{id: c, text: '{LONG}'}}]
  - {{id: mer, question: '{PICTURE}', type: text, visible_when: {{question: val, is: [b]}}}}
  - {{id: visa, question: '{QUOTES.replace("'", "''")}', type: display}}
-- casetypes/utlank.yaml --
name: '+46 {SCRIPT}'
kind: outlink
category: Kontakt
terms: kontakt
outlink: {{external_name: '{PICTURE}', internal_name: '{SCRIPT}', service_type: '{LONG}', address: 'https://ond.example/?a=1&b=constructor'}}
-- terms/kontakt.yaml --
layout: points
status: approved
approved: {{on: 2026-03-01, by: '{PICTURE}'}}
version: 3
change: editorial
points:
  - {{id: om, text: 'Om {{enhet}}: {SCRIPT}'}}
  - {{id: svarstid, text: 'Du får svar inom {{svarstid}}. {PICTURE}'}}
  - {{id: lang, text: '{LONG}'}}
  - {{id: citat, text: '{QUOTES.replace("'", "''").replace("{", "(").replace("}", ")")}'}}
translations:
  ar:
    of_version: 3
    texts: {{om: 'مرحبا {{enhet}} {SCRIPT}', svarstid: '{{svarstid}} {PICTURE}', lang: '{LONG}', citat: 'نص'}}
-- messages/brev.yaml --
name: '{FORMULA}'
internal_name: '{SCRIPT}'
kind: questions
subject: '{PICTURE}'
text: '{SCRIPT} {{enhet}} {LONG}'
source: '{SCRIPT}'
questions:
  - {{id: hej, question: '{SCRIPT}', type: boolean, required: true}}
-- groups.yaml --
farliga: {{title: '{SCRIPT}', select: {{care_level: primary}}, settings: {{information: '{PICTURE}'}}}}
-- basutbud.yaml --
- id: beslut
  title: '{SCRIPT}'
  decided: {{by: '{PICTURE}', on: 2025-11-20, reference: '{FORMULA}'}}
  valid: {{from: 2026-01-01}}
  require:
    - {{casetype: kontakta-mig, name: '{SCRIPT}', note: '{PICTURE} {LONG}'}}
  recommend:
    - {{casetype: boka-tid, name: '{FORMULA}', note: '{ADDRESS}'}}
  forbid:
    - {{casetype: utlank, note: '{SCRIPT}'}}
  source: '{ADDRESS}'
-- rules.yaml --
- id: farlig-regel
  severity: warning
  forbid: ['zzzz']
  title: '{SCRIPT}'
  message: '{PICTURE}'
  reason: '{LONG}'
  source: '{ADDRESS}'
  examples: {{right: ['{SCRIPT}'], wrong: ['{PICTURE} zzzz']}}
-- units/vc.yaml (escaped) --
name: '{SCRIPT} {QUOTES.replace("'", "''")} \u202eemit'
phone: '{PICTURE}'
contact_card: {{headings: ['<b>Fet</b>', '{LONG}']}}
settings: {{information: '{SCRIPT} {LONG}', opening_hours: '{PICTURE}'}}
casetypes:
  kontakta-mig:
    values: {{plats: '{SCRIPT}'}}
    extra_points: [{{id: extra, text: '</details></li>{SCRIPT}'}}]
  boka-tid:
  egen:
    local:
      name: '{LONG}'
      kind: form
      category: '{SCRIPT}'
      terms: kontakt
      form: [{{id: fraga, question: '{PICTURE}', type: date}}]
== units/langt.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: '{LONG}'
status: planned
invented: true
business_type: bvc
activities: ["1504"]
care_level: primary
governed_by: avtal
municipality: "1380"
phone: 031-390 06 01
offers: [calls-back]
roles: {{local_administrator: 2}}
casetypes:
  kontakta-mig:
== units/formel.yaml ==
hsa_id: SE2321000115-PAHITT0003
name: '{FORMULA}'
status: closing
invented: true
business_type: tandvard
activities: ["1802"]
care_level: dental
governed_by: avtal
municipality: "1380"
phone: '-1+1'
offers: [calls-back]
roles: {{local_administrator: 2}}
casetypes:
  kontakta-mig:
"""
