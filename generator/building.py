"""Building a tree: each region without errors becomes each format's files, in several processes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from generator.files import Files
from generator.inputs import Tree
from generator.outputs import Format, Summary, formats, summary_of
from generator.processes import side_by_side
from generator.publishing import Laid
from generator.verdict import Source, Verdict, verdict_on
from generator.work import Part, desk_for, largest_first, over
from schema.models.casetypes import Template
from schema.register import Register, joined, register_of
from schema.workspace import RegionTree, Workspace
from validate.diagnostic import Diagnostic
from validate.rulebook import rules
from validate.run import merge, run_nationwide, run_part

Lay = Callable[[str, Files], Laid]
"""Puts files into the folder of a format."""


@dataclass(frozen=True)
class Built:
    """What a region became: each format's files, by the format's folder, or what was told where they were laid."""

    summary: Summary
    outputs: Mapping[str, Files]
    laid: Mapping[str, Laid]


@dataclass(frozen=True)
class Standing:
    """What is known before a build begins: the findings in some parts with what they declare, and for some regions
    the formats whose files still hold. A region of which all is known is not even read."""

    diagnostics: Mapping[str, list[Diagnostic]] = field(default_factory=dict)
    registers: Mapping[str, Register] = field(default_factory=dict)
    folders: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_enough(self, region: str) -> bool:
        held = self.folders.get(region, frozenset())
        return region in self.diagnostics and all(format.folder in held for format in formats())


@dataclass(frozen=True)
class Outcome:
    """What came of a build: every finding, by its part of the tree and those of the nation under `/`; what became of
    each region that was built; the regions whose files still hold; and the national templates, which are none where
    the national files have an error, as that stops all."""

    parts: Mapping[str, Part]
    nationwide: list[Diagnostic]
    built: Mapping[str, Built]
    held: frozenset[str]
    templates: Mapping[str, Template] | None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return merge([*(part.diagnostics for part in self.parts.values()), self.nationwide])


def build(
    tree: Tree,
    source: Source,
    regions: tuple[str, ...],
    progress: Callable[[int], None],
    lay: Lay | None = None,
    standing: Standing | None = None,
) -> Outcome:
    """Check the tree, and build each region that has no error; of the chosen ones, if any are.

    `lay` puts a region's files where they belong, in the process that made them; without it they are given back.
    """
    known = standing or Standing()
    rules()  # imported before the processes part, so that each has them
    desk = desk_for(tree, partial(_build_part, source=source, chosen=regions, lay=lay, known=known))
    # The regions come after: what is wrong in the national files stops them, and what is odd stands in their verdict.
    nation = desk.on("")
    enough = [region for region in tree.regions if known.is_enough(region)]
    fresh = largest_first(desk, (region for region in tree.regions if region not in enough))
    progress(len(enough))
    made = dict(zip(fresh, over(replace(desk, above=nation.diagnostics), fresh, progress), strict=True))
    held = {region: Part(known.diagnostics[region], known.registers[region], {}) for region in enough}
    parts = {"": nation, **held, **made}
    nationwide = run_nationwide(joined(part.register for part in parts.values()), rules())
    every = [*(found for part in parts.values() for found in part.diagnostics), *nationwide]
    stopped = {found.region for found in every if found.stops_build}
    built = {region: result for part in made.values() for region, result in part.made.items() if region not in stopped}
    templates = desk.national.templates if "" not in stopped else None
    return Outcome(parts, nationwide, dict(sorted(built.items())), frozenset(enough) - stopped, templates)


def _build_part(
    workspace: Workspace,
    above: list[Diagnostic],
    source: Source,
    chosen: tuple[str, ...],
    lay: Lay | None,
    known: Standing,
) -> Part:
    name = next(iter(workspace.regions), "")
    diagnostics = known.diagnostics.get(name)
    if diagnostics is None:
        diagnostics = run_part(workspace, rules())
    everything = [*above, *diagnostics]
    made = {}
    if not any(found.stops_build for found in everything):
        for region in workspace.regions.values():
            if not chosen or region.id in chosen:
                verdict = verdict_on(region.id, everything, source)
                wanted = [f for f in formats() if f.folder not in known.folders.get(region.id, ())]
                made[region.id] = _built(region, verdict, wanted, lay)
    return Part(diagnostics, register_of(workspace), made)


def _built(tree: RegionTree, verdict: Verdict, wanted: list[Format], lay: Lay | None) -> Built:
    # First, as much that it is made of the pages need too: what is known before the processes part, all of them know.
    summary = summary_of(tree)
    if lay is None:
        return Built(summary, {format.folder: format.build(tree, verdict) for format in wanted}, {})

    def make(folder: str, job: Callable[[], Files]) -> Laid:
        return lay(folder, job())

    jobs = [(format.folder, job) for format in wanted for job in format.jobs(tree, verdict)]
    done = side_by_side([partial(make, *each) for each in jobs], len(tree.paths))
    parts: dict[str, list[Laid]] = {format.folder: [] for format in wanted}
    for (folder, _), laid in zip(jobs, done, strict=True):
        parts[folder].append(laid)
    return Built(summary, {}, {folder: Laid.of(each) for folder, each in parts.items()})
