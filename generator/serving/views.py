"""The findings as pages show them, and what stands above a page: what is wrong, where, and what to do."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.serving.belonging import address, has_own_page, page_of
from generator.site.page import Frame, Link
from schema.models.files import kind_of
from schema.workspace import region_of
from validate.counting import counted
from validate.diagnostic import Diagnostic
from validate.own_rules import OWN
from validate.printable import printable
from validate.report import SEVERITIES, Located, Report
from validate.reports.text import ROLES, cut
from validate.rule import Language, Severity

_MOST_UNITS = 10
_MOST_FILES = 3
_BADGES: Mapping[Severity, str] = {"error": "fel", "warning": "varna", "advice": ""}

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "preview": "Förhandsvisning",
        "all": "Visa alla fynd",
        "here": "Fynd på den här sidan",
        "do": "Gör så här",
        "rule": "Regel",
        "concerns": "Gäller",
        "quiet": "Inget att göra nu ({number})",
        "more": "… och {number} till. Kör basutbud check för att se alla.",
        "stopped": "Byggs inte förrän felen är rättade.",
        "unread": "Det som står här kan vara fel. De här filerna läses inte förrän felen i dem är rättade: {files}.",
        "and more": "{files} och {number} till",
        "reloaded": "Sidan är uppdaterad.",
        "national": "Nationella filer",
        "every": "Alla regioner",
        "start": "Regionens sida",
        "top": "Första sidan",
    },
    "en": {
        "preview": "Preview",
        "all": "Show all findings",
        "here": "Findings on this page",
        "do": "What to do",
        "rule": "Rule",
        "concerns": "Concerns",
        "quiet": "Nothing to do now ({number})",
        "more": "… and {number} more. Run basutbud check to see all.",
        "stopped": "Not built until the errors are mended.",
        "unread": "What stands here may be wrong, as these files are not read until they are mended: {files}.",
        "and more": "{files} and {number} more",
        "reloaded": "The page is up to date.",
        "national": "National files",
        "every": "All regions",
        "start": "The region's page",
        "top": "The first page",
    },
}


@dataclass(frozen=True)
class Excerpt:
    """The author's line, and the part of it that is meant."""

    line: int
    before: str
    meant: str
    after: str


@dataclass(frozen=True)
class RelatedView:
    words: str
    place: str
    page: str


@dataclass(frozen=True)
class FindingView:
    badge: str
    word: str
    told: str
    advice: str
    place: str
    excerpt: Excerpt | None
    rule: Link
    related: tuple[RelatedView, ...]
    units: tuple[Link, ...]
    more_units: int


@dataclass(frozen=True)
class Findings:
    """Findings to be shown: those that stand, those that ask for nothing now, and how many found no room."""

    standing: tuple[FindingView, ...]
    quiet: tuple[FindingView, ...]
    more: int = 0


@dataclass(frozen=True)
class Bar:
    """What stands above every page: how it is with the region, and what was found on the page."""

    language: Language
    who: str
    sums: str
    stopped: bool
    unread: str
    """The files that the page should have been made of too; empty where all could be read."""
    all: str
    findings: Findings
    version: str
    """What tells the page from what it was, or will be, when something else has been saved."""

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.language]


@dataclass(frozen=True)
class RegionSums:
    name: str
    sums: str
    all: str


@dataclass(frozen=True)
class Group:
    """The findings in the files that one page is about."""

    page: Link
    findings: Findings


@dataclass(frozen=True)
class FindingsPage:
    """A page of findings, which may stand where another page cannot."""

    frame: Frame
    title: str
    language: Language
    lead: str
    regions: tuple[RegionSums, ...]
    groups: tuple[Group, ...]
    more: int

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.language]


def some_of(files: Collection[str], language: Language) -> str:
    """The first files by name, and how many others there are."""
    named = ", ".join(map(printable, sorted(files)[:_MOST_FILES]))
    more = len(files) - _MOST_FILES
    return WORDS[language]["and more"].format(files=named, number=more) if more > 0 else named


def views(report: Report, more: int = 0) -> Findings:
    """The findings of a report, the worst first."""
    return _views(report.findings, report, more)


def groups(report: Report) -> tuple[Group, ...]:
    """The findings of a report by the page that each is most about, in the order of the files."""
    by_page: dict[str, list[Located]] = {}
    for found in report.findings:
        by_page.setdefault(page_of(found.diagnostic.at.file), []).append(found)
    return tuple(
        Group(Link(title_of(findings[0].diagnostic.at.file, report.language), page), _views(findings, report))
        for page, findings in by_page.items()
    )


def counts_of(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    """How many stand, by severity, and how many are waived or old."""
    return Counter(
        found.severity if found.stands else "waived" if found.exemption is not None else "old" for found in diagnostics
    )


def sums(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """`1 fel, 2 varningar, 0 råd`, and how many are waived or old where any are."""
    counts = counts_of(diagnostics)
    parts = (*SEVERITIES[language], *(state for state in ("waived", "old") if counts[state]))
    return ", ".join(counted(counts[part], part, language) for part in parts)


def title_of(file: str, language: Language) -> str:
    """What the page that a file is most about is called: `Mottagning: almhaga-vardcentral (vastra-gotaland)`."""
    kind, region = kind_of(file), region_of(file)
    title = WORDS[language]["start" if region else "top"]
    if kind is not None and has_own_page(file):
        title = f"{kind.title}: {printable(PurePosixPath(file).stem)}"
    return f"{title} ({printable(region)})" if region else title


def _views(findings: Iterable[Located], report: Report, more: int = 0) -> Findings:
    made = [(found.stands, _view(found, report)) for found in sorted(findings, key=lambda found: found.rank)]
    standing = tuple(view for stands, view in made if stands)
    return Findings(standing, tuple(view for stands, view in made if not stands), more)


def _view(found: Located, report: Report) -> FindingView:
    region, units = found.diagnostic.region, found.diagnostic.affected
    manual = f"{region}/rules.html" if found.rule.topic == OWN else f"rules/{found.rule.id}.html"
    return FindingView(
        _BADGES[found.severity] if found.stands else "",
        found.severity_word.capitalize(),
        found.told,
        found.advice,
        f"{found.file}:{found.span.line}:{found.span.column}",
        _excerpt(found, report),
        Link(printable(found.rule.words(report.language).title), address(manual)),
        tuple(_related(found, report.language)),
        tuple(Link(printable(unit), address(f"{region}/units/{unit}.html")) for unit in units[:_MOST_UNITS]),
        max(len(units) - _MOST_UNITS, 0),
    )


def _excerpt(found: Located, report: Report) -> Excerpt | None:
    line = report.locator.line(found.diagnostic.at.file, found.span.line)
    return Excerpt(found.span.line, *cut(line, found.span)) if line.strip() else None


def _related(found: Located, language: Language) -> Iterator[RelatedView]:
    for there in found.related:
        place = f"{there.file}:{there.span.line}:{there.span.column}"
        yield RelatedView(ROLES[there.role][language].capitalize(), place, page_of(there.at.file))
