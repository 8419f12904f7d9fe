"""Check a configuration and build its site alone, without the bundles, as one process that is timed from outside.

python benchmarks/site.py ROOT OUT
"""

import gc
import sys
from datetime import date
from pathlib import Path

from generator.building import Standing, build
from generator.files import Files
from generator.formats import bundle, site
from generator.inputs import Tree
from generator.outputs import Nation
from generator.publishing import Laid, Staging
from generator.source import source_of
from schema.tree import read_tree


def main(root: Path, out: Path) -> None:
    gc.disable()  # as the command line does
    files, refused = read_tree(root)
    tree, source = Tree(files, tuple(refused), date(2026, 11, 21)), source_of(root)
    staging = Staging.begin(out / site.FOLDER)

    def lay(folder: str, files: Files) -> Laid:
        del folder
        return staging.lay(files)

    bundles_stand = Standing(folders={region: frozenset({bundle.FOLDER}) for region in tree.regions})
    outcome = build(tree, source, (), lambda done: None, lay, bundles_stand)
    assert outcome.templates is not None
    assert set(outcome.built) == set(tree.regions)
    summaries = [each.summary for each in outcome.built.values()]
    nation = staging.lay(site.build_nation(Nation(outcome.templates, tree.as_of, source, summaries)))
    staging.finish([*(each.laid[site.FOLDER] for each in outcome.built.values()), nation], ()).swap()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
