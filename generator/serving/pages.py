"""What is shown at an address: a page of the site with its findings above, or what keeps it from being shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files as package_files

from generator.outputs import Nation
from generator.serving.belonging import address, concerns, file_of, has_own_page, units_in, worst
from generator.serving.live import with_bar
from generator.serving.moment import Moment, Shelf, tells_of_a_person
from generator.serving.views import WORDS, Bar, FindingsPage, RegionSums, groups, some_of, sums, title_of, views
from generator.site.national import shared
from generator.site.page import Frame, Link, region_name, render
from generator.verdict import Source
from schema.version import VERSION
from validate.diagnostic import Diagnostic
from validate.masking import mask
from validate.printable import printable
from validate.report import Report, report_on
from validate.rule import Language

OURS = "_basutbud/"
"""Where what belongs to the preview itself stands; no region can be called so."""
_TEXT = "; charset=utf-8"
_PLAIN = f"text/plain{_TEXT}"
HTML = f"text/html{_TEXT}"

_START = "index.html"
_FINDINGS = "findings"
_MOST_SHOWN = 100
"""How many findings a page shows; nobody reads more before mending some."""
_TYPES = {
    "html": HTML,
    "css": f"text/css{_TEXT}",
    "js": f"text/javascript{_TEXT}",
    "csv": f"text/csv{_TEXT}",
    "txt": _PLAIN,
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ico": "image/x-icon",
}
_CANNOT = "Sidan kan inte visas"
_BROKEN = "Sidan kan inte visas så som konfigurationen är nu. Den kommer tillbaka när felen är rättade och sparade."
_GONE = "Den kan ha flyttats eller tagits bort. Skrivs den igen visas den här."
_LEFT_OUT = "Förhandsvisningen startades med --region, för andra regioner än den här."
_BY_PAGE = "Det här säger granskningen, ordnat efter den sida som det gäller."
_FAULT = (
    "Ett fel i basutbud gör att sidan inte kan visas. Det är inte konfigurationens fel. Mer står där basutbud serve "
    "startades."
)


@dataclass(frozen=True)
class Answer:
    """What is sent back. `fault` is one of ours: what was raised, though nothing is said to be wrong."""

    data: bytes
    type: str = HTML
    status: int = 200
    location: str = ""
    fault: Exception | None = None


@cache
def unchanging() -> Mapping[str, Answer]:
    """What stays the same as long as the preview runs: the styles and the scripts, the site's and our own."""
    found = {page.path: page.make() for page in shared.pages(Nation({}, date.min, Source(), ()))}
    own = package_files("generator.serving").joinpath("static").iterdir()
    found.update({f"{OURS}{file.name}": file.read_bytes() for file in own if file.is_file()})
    # Browsers ask for an icon without being told of any.
    return {path: Answer(data, _type_of(path)) for path, data in {**found, "favicon.ico": b""}.items()}


def tells_of_all(path: str) -> bool:
    """Whether what is shown at a path tells of every region, so that all have to be looked at."""
    return path in (_START, f"{OURS}{_FINDINGS}")


def region_at(path: str, moment: Moment) -> str:
    """The region that is shown at a path; nothing for what stands above the regions."""
    region = path.removeprefix(f"{OURS}{_FINDINGS}/").partition("/")[0]
    return region if region in moment.shown else ""


class Pages:
    """The pages of a moment. To be asked by one thread at a time."""

    def __init__(self, moment: Moment, language: Language) -> None:
        self._moment = moment
        self._language = language

    def at(self, path: str) -> Answer:
        """What is shown at a path below the site; raises nothing for what the configuration is."""
        region, slash, below = path.partition("/")
        if path.startswith(OURS):
            return self._findings(path.removeprefix(OURS))
        if region not in self._moment.shown:
            return self._page(self._moment.nation_shelf(), "", path)
        if not slash:
            return Answer(b"", status=301, location=address(f"{region}/"))
        return self._page(self._moment.region_shelf(region), region, below)

    def _page(self, shelf: Shelf, region: str, below: str) -> Answer:
        path = f"{region}/{below}" if region else below
        if below not in shelf.pages:
            return self._missing(shelf, region, path)
        try:
            data = shelf.page(below)
        except Exception as error:
            return self._unmade(region, path, frozenset(shelf.pages[below].about), error)
        if not below.endswith(".html"):
            return self._file(data, _type_of(below), region)
        return self._live(data, path, region, self._on(shelf, region, below))

    def _file(self, data: bytes, type: str, region: str) -> Answer:
        """A file that is no page. What cannot be masked is not given of a region that would not be built."""
        told = self._told(region)
        if type.endswith(_TEXT):
            return Answer(_masked(data, told), type)
        if any(found.stops_build for found in told):
            return Answer("Filen kan hämtas när felen är rättade.\n".encode(), _PLAIN, 404)
        return Answer(data, type)

    def _on(self, shelf: Shelf, region: str, below: str) -> list[Diagnostic]:
        """The findings that a page is about. A start page has those that no other page is about as well."""
        files = frozenset(shelf.pages[below].about)
        if region and self._moment.region(region).region is None:
            files |= {f"regions/{region}/region.yaml"}  # without which no page of the region is what it will be
        units = units_in(files)
        return [
            found
            for found in self._all(region)
            if concerns(found, files, units)
            or (below == _START and found.region == region and found.at.file not in shelf.about)
        ]

    def _missing(self, shelf: Shelf, region: str, path: str) -> Answer:
        """Where there is no page: that of a file that cannot be read says why, and comes back with it."""
        if not path.endswith(".html"):
            return Answer(b"", _PLAIN, 404)
        file = file_of(path)
        found = self._about(region, frozenset([file])) if file else []
        errors = self._errors(region)
        own = [each for each in found if each.stops_build]
        if own or (errors and has_own_page(file) and file in self._moment.tree.files):
            return self._instead(path, region, title_of(file, self._language), _BROKEN, found if own else errors)
        if shelf.failures and errors:
            return self._instead(path, region, _CANNOT, _BROKEN, errors)
        if shelf.failures:
            return self._faulty(path, region, shelf.failures[0])
        is_left_out = not region and path.partition("/")[0] in self._moment.regions
        answer = self._instead(path, region, "Sidan finns inte", _LEFT_OUT if is_left_out else _GONE, found)
        return replace(answer, status=404)

    def _unmade(self, region: str, path: str, files: frozenset[str], error: Exception) -> Answer:
        """Where a page could not be made: views rely on what a check would have refused, so that is shown instead."""
        errors = self._errors(region)
        if not errors:
            return self._faulty(path, region, error)
        own = [found for found in self._about(region, files) if found.stops_build]
        return self._instead(path, region, _CANNOT, _BROKEN, own or errors)

    def _faulty(self, path: str, region: str, error: Exception) -> Answer:
        return replace(self._instead(path, region, _CANNOT, _FAULT, ()), status=500, fault=error)

    def _findings(self, path: str) -> Answer:
        """All that was found, by the pages that it is most about: in a region, or in the nation."""
        name, _, region = path.partition("/")
        if name != _FINDINGS or (region and region not in self._moment.shown):
            return self._missing(self._moment.nation_shelf(), "", f"{OURS}{path}")
        parts = [region] if region else self._moment.shown
        found = [each for part in ("", *parts) for each in self._moment.findings(part)]
        regions = () if region else tuple(map(self._sums, self._moment.shown))
        return self._instead(OURS + path, region, "Fynd", _BY_PAGE, found, regions)

    def _instead(
        self,
        path: str,
        region: str,
        title: str,
        lead: str,
        found: Sequence[Diagnostic],
        regions: tuple[RegionSums, ...] = (),
    ) -> Answer:
        """A page of findings."""
        top = "../" * path.count("/")
        above = [Link("Alla regioner", f"{top}{_START}")]
        own = Link(self._name(region), f"{region}/") if region else None
        if own is not None:
            above.append(Link(own.text, top + address(f"{region}/{_START}")[1:]))
        chosen, more = _chosen(found)
        page = FindingsPage(
            Frame(f"{title} – {self._name(region)}", top, tuple(above), title, region=own),
            title,
            self._language,
            lead,
            regions,
            groups(self._report(chosen)),
            more,
        )
        return self._live(render("findings.html.j2", page), path, region, ())

    def _live(self, data: bytes, path: str, region: str, found: Sequence[Diagnostic]) -> Answer:
        """A page with its findings above it, and with what makes it load anew."""
        every = tells_of_all(path)
        told = self._told(region)
        decisive = told if every else self._all(region)
        chosen, more = _chosen(found)
        bar = Bar(
            self._language,
            self._name(region, every),
            sums(decisive, self._language),
            any(each.stops_build for each in decisive),
            some_of(self._unread(region, every), self._language),
            address(f"{OURS}{_FINDINGS}{f'/{region}' if region else ''}"),
            views(self._report(chosen), more),
            self._moment.version(region),
        )
        return Answer(_masked(with_bar(data, bar), told))

    def _unread(self, region: str, every: bool) -> frozenset[str]:
        """The files that are there and do not fit, so that pages are made without them."""
        parts = [region] if region else [each for each in self._moment.shown if every and self._moment.is_known(each)]
        return frozenset().union(*(self._moment.region(part).broken for part in parts))

    def _told(self, region: str) -> list[Diagnostic]:
        """The findings in all that a page may tell of; one above the regions tells of those that were looked at."""
        known = (name for name in self._moment.shown if self._moment.is_known(name))
        return [found for part in ("", *([region] if region else known)) for found in self._moment.findings(part)]

    def _sums(self, region: str) -> RegionSums:
        found = sums(self._moment.findings(region), self._language)
        return RegionSums(self._name(region), found, address(f"{OURS}{_FINDINGS}/{region}"))

    def _name(self, region: str, every: bool = False) -> str:
        if not region:
            return WORDS[self._language]["every" if every else "national"]
        return printable(region_name(self._moment.region(region)))

    def _all(self, region: str) -> list[Diagnostic]:
        """All that decides on a region: the findings in the national files too."""
        return [*self._moment.findings(""), *(self._moment.findings(region) if region else ())]

    def _errors(self, region: str) -> list[Diagnostic]:
        return [found for found in self._told(region) if found.stops_build]

    def _about(self, region: str, files: frozenset[str]) -> list[Diagnostic]:
        units = units_in(files)
        return [found for found in self._all(region) if concerns(found, files, units)]

    def _report(self, diagnostics: Sequence[Diagnostic]) -> Report:
        moment = self._moment
        return report_on(
            diagnostics,
            moment.tree.files,
            moment.book,
            regions=moment.shown,
            as_of=moment.tree.as_of,
            language=self._language,
            version=VERSION,
        )


def _chosen(found: Sequence[Diagnostic]) -> tuple[list[Diagnostic], int]:
    """The findings that there is room for, and how many others there are."""
    return worst(found)[:_MOST_SHOWN], max(len(found) - _MOST_SHOWN, 0)


def _masked(data: bytes, findings: Sequence[Diagnostic]) -> bytes:
    """A page repeats no personal number either. Where one was found, all that could be one counts."""
    return mask(data.decode(errors="replace"), cued=tells_of_a_person(findings)).encode()


def _type_of(path: str) -> str:
    return _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
