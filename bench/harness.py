"""Runs each case in a process of its own: medians of time and computing time, and the most memory it held."""

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
    """`run` does the work and says what it found; `prepare` is not timed, and `goal` is in seconds.

    If only a part of it counts, `run` says how long that took as `seconds` and `cpu` (see Watch). `elsewhere` tells
    that another process does the work, which the case only speaks to: then its own computing is no measure.
    """

    run: Callable[[], dict[str, float | str]]
    prepare: Callable[[], object] = lambda: None
    once: bool = False
    goal: float | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Median seconds by the clock and of computing, peak memory in MB (children included), and what the case found."""

    seconds: float
    cpu: float
    megabytes: float
    runs: int
    found: Mapping[str, float | str]


class Watch:
    """Seconds since it was made, by the clock and of computing in this process and the children that have ended."""

    def __init__(self) -> None:
        self._begun = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.perf_counter(), own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

    @property
    def told(self) -> dict[str, float | str]:
        """`seconds` and `cpu`."""
        return {key: now - then for key, now, then in zip(("seconds", "cpu"), self._now(), self._begun, strict=True)}


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
    watch = Watch()
    try:
        found = case.run()
    except Missing as missing:
        print(_MARK + json.dumps({"missing": str(missing)}))
        return
    took = watch.told
    took |= {key: found.pop(key) for key in ("seconds", "cpu") if key in found}
    print(_MARK + json.dumps({**took, "megabytes": _peak(), "found": found}))


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
    seconds, cpu, megabytes = (statistics.median(r[key] for r in runs) for key in ("seconds", "cpu", "megabytes"))
    return Result(seconds, cpu, megabytes, len(runs), found)
