"""How long the rules on texts take in a tree, as a share of reading it strictly; in this process alone.

python benchmarks/prose.py FOLDER
"""

import gc
import statistics
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from schema.load import load
from schema.reading.strict import read
from schema.tree import read_tree
from validate.rulebook import rules

TOPICS = ("texts", "language", "translations", "privacy")
ROUNDS = 3


def main(root: Path) -> None:
    files, _ = read_tree(root)
    prose = [rule.check for rule in rules() if rule.topic in TOPICS and rule.check]
    gc.disable()
    shares = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for path, data in files.items():
            if path.endswith(".yaml"):
                read(path, data)
        reading = time.perf_counter() - started
        parts = list(load(files, date(2026, 11, 21)).parts())
        for part in parts:
            for tree in part.regions.values():
                _ = tree.resolved  # which all rules share
        started = time.perf_counter()
        for part in parts:
            for check in prose:
                list(check(part))
        shares.append((time.perf_counter() - started) / reading)
    print(statistics.median(shares))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
