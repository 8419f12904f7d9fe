"""Run all kinds, or those with a word in their name: `python -m tests.mutations [--write] [WORD]`."""

import sys
from pathlib import Path

from schema.tree import read_tree

from .harness import run_all
from .table import table

ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    only = next((word for word in arguments if not word.startswith("--")), "")
    files, _ = read_tree(ROOT)
    scores = []
    for score in run_all(files, only):
        scores.append(score)
        told = f"{score.kind.topic}: {score.kind.name}: {score.tried} tried, {score.found} found"
        sys.stdout.write(f"{told}, {score.misplaced} misplaced, {score.extra} extra\n")
        sys.stdout.writelines(f"    {line}\n" for line in score.wrong)
        sys.stdout.flush()
    if "--write" in arguments and not only:
        (ROOT / "docs/mutations.md").write_text(table(scores), encoding="utf-8")
    return 0 if all(score.found == score.tried and not score.wrong for score in scores) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
