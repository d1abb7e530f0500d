"""Runs each case in a process of its own: medians of several runs, and the most memory it held."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

RUNS = int(os.environ.get("BENCH_RUNS", "3"))
LONG = float(os.environ.get("BENCH_ONCE_OVER", "20"))  # seconds from which on one run must do
DATA = Path(os.environ.get("BENCH_DATA", "build/bench"))
_MARK = "@@ "


class Missing(Exception):  # noqa: N818 - it is an answer: this peer is not here
    """A program that the case needs and this computer does not have."""


@dataclass(frozen=True, slots=True)
class Case:
    """`run` does the work and says what it found (`seconds` if only part of it counts); `prepare` is not timed."""

    run: Callable[[], dict[str, float | str]]
    prepare: Callable[[], object] = lambda: None
    once: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Median seconds, peak memory in MB (of the process and its children), and what the case found."""

    seconds: float
    megabytes: float
    runs: int
    found: Mapping[str, float | str]


def _peak() -> float:
    """MB that this process or one of its children held at most; a parent's own memory does not count."""
    status = Path("/proc/self/status")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if not status.exists():
        return max(children, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
    own = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return max(children, own) / 1024


def run_here(case: Case) -> None:
    """The inner process: one run, its result on the last line."""
    begun = time.perf_counter()
    try:
        found = case.run()
    except Missing as missing:
        print(_MARK + json.dumps({"missing": str(missing)}))
        return
    seconds = found.pop("seconds", time.perf_counter() - begun)
    print(_MARK + json.dumps({"seconds": seconds, "megabytes": _peak(), "found": found}))


def measure(name: str, case: Case) -> Result | str:
    """Medians over the runs, or a sentence that says why there are none."""
    subprocess.run([sys.executable, "-m", "bench", "--prepare", name], check=True)
    runs: list[dict[str, float]] = []
    found: dict[str, float | str] = {}
    while len(runs) < (1 if case.once else RUNS):
        done = subprocess.run(
            [sys.executable, "-m", "bench", "--case", name], capture_output=True, text=True, check=False
        )
        last = next((line for line in reversed(done.stdout.splitlines()) if line.startswith(_MARK)), "")
        if not last:
            return f"failed: {(done.stderr or done.stdout).strip()[-300:]}"
        told = json.loads(last.removeprefix(_MARK))
        if "missing" in told:
            return f"left out: {told['missing']}"
        found = told.pop("found")
        runs.append(told)
        if told["seconds"] > LONG:
            break
    return Result(
        statistics.median(r["seconds"] for r in runs), statistics.median(r["megabytes"] for r in runs), len(runs), found
    )
