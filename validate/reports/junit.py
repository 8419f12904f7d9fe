"""The report as JUnit's XML, for systems that show test results: a suite for each region, a case for each finding.

Only an error that stands is a failure, as nothing else fails a check; warnings and advice pass and say their words.
"""

from collections import defaultdict
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from validate.report import ADVICE, Located, Report
from validate.rule import Language

_NATIONAL: dict[Language, str] = {"sv": "nationella filer", "en": "national files"}
_CLEAN: dict[Language, str] = {"sv": "inga fynd", "en": "no findings"}


def write(report: Report) -> str:
    by_region: defaultdict[str, list[Located]] = defaultdict(list)
    for found in report.findings:
        by_region[found.region].append(found)
    names = sorted({"", *report.regions, *by_region})
    root = Element("testsuites", name=f"basutbud {report.as_of}")
    for name in names:
        root.append(_suite(name or _NATIONAL[report.language], by_region[name], report))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(name: str, findings: list[Located], report: Report) -> Element:
    failures = sum(found.rank == 0 for found in findings)
    skipped = sum(not found.stands for found in findings)
    suite = Element("testsuite", name=name, tests=str(max(len(findings), 1)), failures=str(failures), errors="0")
    suite.set("skipped", str(skipped))
    properties = SubElement(suite, "properties")
    for count, number in report.counts.items():
        SubElement(properties, "property", name=f"basutbud.{count}", value=str(number))
    if not findings:
        SubElement(suite, "testcase", classname=name, name=_CLEAN[report.language], time="0")
    for found in findings:
        suite.append(_case(found))
    return suite


def _case(found: Located) -> Element:
    place = f"{found.file}:{found.span.line}:{found.span.column}"
    case = Element("testcase", classname=found.file, name=f"{found.rule.id} {place}", time="0")
    text = f"{place}: {found.severity_word}[{found.rule.id}] {found.told}\n{ADVICE[found.language]}: {found.advice}"
    if not found.stands:
        SubElement(case, "skipped", message=found.told)
    elif found.severity == "error":
        SubElement(case, "failure", type=found.rule.id, message=found.message).text = text
    else:
        SubElement(case, "system-out").text = text
    return case
