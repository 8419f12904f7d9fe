"""Measure whole processes against each other in one run, and print the ratios.

    python benchmarks/bench.py [--units 10000] [--runs 5]

Each comparison runs its two commands in turn, A B A B, after a warm-up; the ratio is the median of the pairs', so that
it holds while the machine's speed drifts. Files stand in memory where the system has room for them there, so that the
disk is not what is measured. Peers that are not here are said to be not measured, never guessed.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from national import make

ROOT = Path(__file__).resolve().parent.parent
SEED = 1177
PEERS = ("check-jsonschema==0.39.0", "ruamel.yaml.clib==0.2.15")
BARE = (
    "import sys, yaml, pathlib\n"
    "for path in pathlib.Path(sys.argv[1]).rglob('*.yaml'):\n"
    "    with open(path, 'rb') as file:\n"
    "        yaml.load(file.read(), Loader=yaml.CSafeLoader)\n"
)
ROOM = 4_000_000_000
ANOTHER_NUMBER = r"/^phone:/{s/0$/1/;t;s/[1-9]$/0/}"


@dataclass(frozen=True)
class Row:
    """A line of the table. `limit` is what we hold ourselves to; None where there is nothing to hold."""

    what: str
    value: str
    limit: str
    within: bool | None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="basutbud-bench-", dir=in_memory()) as scratch:
        folder = Path(scratch)
        print(f"{arguments.units} units, {arguments.runs} pairs each, {len(os.sched_getaffinity(0))} processors")
        for row in measure(folder, arguments.units, arguments.runs):
            verdict = "" if row.within is None else "ok" if row.within else "OVER"
            print(f"{row.what:78} {row.value:>12}   {row.limit:14} {verdict}", flush=True)


def in_memory() -> Path | None:
    """The system's folder in memory; None where there is none with room for two builds."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


def measure(folder: Path, units: int, runs: int) -> Iterator[Row]:
    large, small = folder / "large", folder / "small"
    make(units, large, SEED)
    make(units // 10, small, SEED)
    python = sys.executable
    tool = [python, "-m", "generator.cli"]
    check = [*tool, "check", "--no-cache", "--lang", "sv", "--as-of", "2026-11-21", "--root", str(large)]
    check_small = [*check[:-1], str(small)]
    bare = [python, "-c", BARE, str(large)]

    pairs = in_turn(check, bare, runs)
    yield ratio("check / bare yaml.load(CSafeLoader)", pairs, 0.9)
    peak = peak_of(check)
    yield Row("check, peak memory of all its processes", f"{peak:.0f} MiB", "<= 600 MiB", peak <= 600)

    pairs = in_turn(check, check_small, runs)
    growth = median_ratio(pairs) / 10
    # Start-up is not work per unit, so what a small tree costs beyond it is compared.
    start = statistics.median(
        seconds for seconds, _ in in_turn([*tool, "rule", "unknown-key"], [python, "-c", "pass"], runs)
    )
    per_unit = [(a - start) / (10 * (b - start)) for a, b in pairs]
    yield Row("check, whole process: 10 times the units / 10", f"{growth:.2f}", "", None)
    value = statistics.median(per_unit)
    yield Row("check, cost per unit beyond start-up, large / small", f"{value:.2f}", "<= 1.15", value <= 1.15)

    yield from with_cache(folder, large, check, runs)
    yield prose(large)
    yield ratio("--help / python -c pass", in_turn([*tool, "--help"], [python, "-c", "pass"], 4 * runs), 6)
    yield from builds(folder, check, check_small, min(runs, 3))
    yield from against_peers(folder, large, check, min(runs, 3))


def with_cache(folder: Path, large: Path, cold: list[str], runs: int) -> Iterator[Row]:
    """What a cache costs when it is written, and what it saves when nothing or one unit has changed."""
    caches = folder / "caches"
    kept = ["env", f"XDG_CACHE_HOME={caches}", *(word for word in cold if word != "--no-cache")]
    written = ["sh", "-c", f'rm -rf "{caches}"; exec "$@"', "sh", *kept]
    yield ratio("check that writes its cache / cold check", in_turn(written, cold, runs), None)
    yield ratio("check with nothing changed / cold check", in_turn(kept, cold, runs), 0.2)
    regions = sorted(large.glob("regions/*"), key=lambda region: len(list(region.glob("units/*"))))
    for name, region in (("median", regions[len(regions) // 2]), ("largest", regions[-1])):
        unit = min(region.glob("units/*"))
        edit = ["sh", "-c", f'date "+# %s %N" >> "{unit}"; exec "$@"', "sh", *kept]
        what = f"check with one unit edited in the {name} region / cold check"
        yield ratio(what, in_turn(edit, cold, runs), 0.3)


def builds(folder: Path, check: list[str], check_small: list[str], runs: int) -> Iterator[Row]:
    """What a build takes, bundles and site, and what it takes again when nothing or one unit has changed."""
    large = folder / "large"
    out, again = folder / "out", folder / "again"

    def build(of: list[str], into: Path) -> list[str]:
        return ["build" if word == "check" else word for word in of] + ["--out", str(into)]

    def emptied() -> None:
        shutil.rmtree(out, ignore_errors=True)

    anew, anew_small = build(check, out), build(check_small, out)
    site = [sys.executable, "-m", "benchmarks.site", str(large), str(out)]
    yield ratio("site alone into an empty folder / check", in_turn(site, check, runs, emptied), 6)
    yield ratio("bundles and site into an empty folder / check", in_turn(anew, check, runs, emptied), None)
    growth = median_ratio(in_turn(anew, anew_small, runs, emptied)) / 10
    yield Row("build, whole process: 10 times the units / 10", f"{growth:.2f}", "<= 1.15", growth <= 1.15)
    kept = ["env", f"XDG_CACHE_HOME={folder / 'caches'}"]
    kept += [word for word in build(check, again) if word != "--no-cache"]
    yield ratio("build with nothing changed / build", in_turn(kept, anew, runs, emptied), 0.2)
    weights = [page.stat().st_size for page in (again / "site").rglob("*.html")]
    average = statistics.mean(weights) / 1000
    yield Row(f"weight of a page, of {len(weights)}", f"{average:.1f} kB", "<= 30 kB", average <= 30)
    regions = sorted(large.glob("regions/*"), key=lambda region: len(list(region.glob("units/*"))))
    for name, region in (("median", regions[len(regions) // 2]), ("largest", regions[-1])):
        unit = min(region.glob("units/*"))
        edit = ["sh", "-c", f'sed -i -E \'{ANOTHER_NUMBER}\' "{unit}"; exec "$@"', "sh", *kept]
        yield ratio(f"build with one unit edited in the {name} region / build", in_turn(edit, anew, runs, emptied), 0.2)


def prose(large: Path) -> Row:
    """What the rules on texts take, held against strict reading, in a process of its own."""
    command = [sys.executable, str(ROOT / "benchmarks" / "prose.py"), str(large)]
    share = float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    return Row("rules on texts / strict reading", f"{share:.3f}", "<= 0.5", share <= 0.5)


def against_peers(folder: Path, large: Path, check: list[str], runs: int) -> Iterator[Row]:
    """Two validators that know only the schema, on the units alone."""
    schema = ROOT / "schema" / "json" / "unit.schema.json"
    units = sorted(str(path) for path in large.glob("regions/*/units/*.yaml"))
    listed = folder / "units.txt"
    listed.write_text("\n".join(units))
    peer = install_check_jsonschema(folder)
    if peer is None:
        yield Row("check / check-jsonschema", "not measured", "could not install it", None)
    else:
        command = ["xargs", "-a", str(listed), "-s", "2000000", "-n", "100000", str(peer), "--schemafile", str(schema)]
        yield ratio("check / check-jsonschema with ruamel.yaml.clib", in_turn(check, command, runs), 0.15)
    ajv = install_ajv(folder)
    if ajv is None:
        yield Row("check / ajv-cli", "not measured", "no npm here", None)
    else:
        glob = str(large / "regions" / "*" / "units" / "*.yaml")
        plain = folder / "unit.json"
        plain.write_text(json.dumps(json.loads(schema.read_text(encoding="utf-8"))))
        options = ["--spec=draft2020", "--strict=false", "--validate-formats=false"]
        command = [str(ajv), "validate", *options, "-s", str(plain), "-d", glob]
        yield ratio("check / ajv-cli (schema only)", in_turn(check, command, runs), None)


def install_check_jsonschema(folder: Path) -> Path | None:
    environment = folder / "peer"
    made = subprocess.run([sys.executable, "-m", "venv", str(environment)], check=False, capture_output=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", *PEERS]
    if made.returncode or subprocess.run(pip, check=False, capture_output=True).returncode:
        return None
    return environment / "bin" / "check-jsonschema"


def install_ajv(folder: Path) -> Path | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    place = folder / "ajv"
    place.mkdir()
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "ajv-cli@5.0.0", "js-yaml@3"]
    done = subprocess.run(install, cwd=place, check=False, capture_output=True)
    binary = place / "node_modules" / ".bin" / "ajv"
    return binary if done.returncode == 0 and binary.exists() else None


def in_turn(
    one: list[str], other: list[str], runs: int, before: Callable[[], None] = lambda: None
) -> list[tuple[float, float]]:
    """A warm-up of each, then pairs; `before` is done before each run and not timed. A command that fails ends the
    measuring: its time would mean nothing."""

    def timed(command: list[str]) -> float:
        before()
        return run(command)

    pairs = [(timed(one), timed(other)) for _ in range(runs + 1)]
    return pairs[1:]


def run(command: list[str]) -> float:
    """Run to the end; seconds on the clock."""
    started = time.perf_counter()
    process = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - started
    if process.returncode:
        error = process.stderr.decode(errors="replace")[-2000:]
        raise SystemExit(f"{command[:6]} ended with {process.returncode}:\n{error}")
    return seconds


def peak_of(command: list[str]) -> float:
    """The largest resident size of a process and its children in MiB; in a run of its own, as looking takes time."""
    peaks = [0.0]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watcher = threading.Thread(target=watch, args=(process, peaks), daemon=True)
    watcher.start()
    process.wait()
    watcher.join()
    return peaks[0]


def watch(process: subprocess.Popen[bytes], peaks: list[float]) -> None:
    while process.returncode is None:
        peaks[0] = max(peaks[0], resident(process.pid))
        time.sleep(0.05)


def resident(pid: int) -> float:
    """Resident MiB of a process and its descendants now; a page that several share is divided between them."""
    total = 0.0
    waiting = [pid]
    while waiting:
        each = waiting.pop()
        try:
            status = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
            total += next(int(line.split()[1]) for line in status.splitlines() if line.startswith("Pss:")) / 1024
            children = Path(f"/proc/{each}/task/{each}/children").read_text(encoding="ascii")
            waiting += map(int, children.split())
        except (OSError, StopIteration):
            continue
    return total


def median_ratio(pairs: list[tuple[float, float]]) -> float:
    return statistics.median(a / b for a, b in pairs)


def ratio(what: str, pairs: list[tuple[float, float]], limit: float | None) -> Row:
    value = median_ratio(pairs)
    low, high = min(a / b for a, b in pairs), max(a / b for a, b in pairs)
    shown = f"<= {limit}" if limit is not None else ""
    within = None if limit is None else value <= limit
    return Row(f"{what} [{low:.2f} to {high:.2f}]", f"{value:.3f}", shown, within)


if __name__ == "__main__":
    main()
