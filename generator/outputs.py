"""The output formats: what each gives, and where they are found."""

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

import generator.formats
from generator.files import Files
from generator.site.basutbud.coverage import DecisionCoverage, coverage_of
from generator.site.inventory.stock import NOTHING, Stock, stock_of
from generator.verdict import Source, Verdict
from schema.models.casetypes import ExtendingCaseType, Template
from schema.workspace import RegionTree


@dataclass(frozen=True)
class TemplateUse:
    """A case type that builds on a national template: its page, and the units that have it. The local ones of a region
    are one, without a page."""

    template: str
    page: str
    name: str
    active: int
    units: int


@dataclass(frozen=True)
class Summary:
    """What the pages that stand above all regions say of one."""

    id: str
    name: str
    county: str
    units: int
    active_units: int
    casetypes: int
    as_of: str
    coverage: tuple[DecisionCoverage, ...] = ()
    """Of each decision in force or to come."""
    inventory: Stock = NOTHING
    """Which units have which case types."""
    templates: tuple[TemplateUse, ...] = ()


@dataclass(frozen=True)
class Nation:
    """What stands above the regions: the national templates, and what is said of each region in the output."""

    templates: Mapping[str, Template]
    as_of: date
    source: Source
    regions: Sequence[Summary]


@dataclass(frozen=True)
class Format:
    """An output format. `jobs` each make some of a region's files, below `<region>` or named `<region>.<ending>`, and
    may be done side by side; `build_nation` makes what stands beside the regions, of all that are in the output.
    `beyond` is what a region's files depend on besides the configuration: of git, what it tells of the region."""

    folder: str
    jobs: Callable[[RegionTree, Verdict], Sequence[Callable[[], Files]]]
    build_nation: Callable[[Nation], Files] | None
    beyond: Callable[[Source, str], object]

    def build(self, tree: RegionTree, verdict: Verdict) -> Files:
        """All of a region's files."""
        return {path: data for job in self.jobs(tree, verdict) for path, data in job().items()}


@cache
def formats() -> tuple[Format, ...]:
    """Every format, found by folder: a module with `FOLDER`, `jobs`, `beyond` and perhaps `build_nation`."""
    names = sorted(module.name for module in pkgutil.iter_modules(generator.formats.__path__))
    modules = [import_module(f"generator.formats.{name}") for name in names]
    return tuple(
        Format(module.FOLDER, module.jobs, getattr(module, "build_nation", None), module.beyond) for module in modules
    )


def summary_of(tree: RegionTree) -> Summary:
    units = [unit.unit for unit in tree.resolved.values()]
    return Summary(
        tree.id,
        tree.region.name if tree.region is not None else tree.id,
        tree.region.county if tree.region is not None else "",
        len(units),
        sum(unit.status == "active" for unit in units),
        len({id for unit in tree.resolved.values() for id in unit.offers}),
        tree.as_of.isoformat(),
        coverage_of(tree),
        stock_of(tree),
        tuple(_template_uses(tree)),
    )


def _template_uses(tree: RegionTree) -> Iterator[TemplateUse]:
    """The case types that build on national templates, also those that no unit has."""
    counts: dict[tuple[str, str], Counter[bool]] = {}
    names: dict[str, str] = {}
    for id, casetype in tree.casetypes.items():
        if isinstance(casetype, ExtendingCaseType) and casetype.extends in tree.templates:
            counts[casetype.extends, id] = Counter()
            names[id] = casetype.name or tree.templates[casetype.extends].name
    for offer in tree.offers():
        top, page = offer.base.layers[0], "" if offer.base.governance == "local" else offer.id
        if top.name == "national":
            counts.setdefault((top.node.file_id, page), Counter())[offer.active] += 1
            names.setdefault(page, top.node.name if page else "")
    for (template, page), count in sorted(counts.items()):
        yield TemplateUse(template, page, names[page], count[True], count.total())
