"""kill -9 at random moments of a real import and of an undo: before or after, never between; the next start says so."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.store.cast import NOW

from askwell import store
from askwell.actions.desk import open_desk
from askwell.store import canon, copies

ROWS = 3000
KILLS = {"import": 30, "undo": 8}
SAYS = {
    "import": ("Your import did not finish. Nothing was changed.",),
    "undo": ("Undoing did not finish. Nothing was changed.",),
}


@dataclass(frozen=True)
class Trial:
    """A store to start from, the command that is cut off, both states it may leave, and how long it works (seconds)."""

    kind: str
    base: Path
    command: tuple[str, ...]
    before: bytes
    after: bytes
    works: float

    def start(self, data: Path) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "askwell", *self.command, "--data", str(data), "--now", NOW.isoformat()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def connections(file: Path, first: int, count: int) -> Path:
    """A LinkedIn export of made-up people."""
    rows = [
        f"Ana{n},Ruiz,https://www.linkedin.com/in/ana-ruiz-{n},ana{n}@example.com,Firm {n % 300},Engineer,02 May 2019"
        for n in range(first, first + count)
    ]
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return file


def state(data: Path) -> tuple[bytes, tuple[str, ...]]:
    with open_desk(data=data, now=NOW) as desk:
        return canon.export(), desk.notices


def markers(data: Path) -> list[Path]:
    return [marker for marker in data.glob("unfinished-*.json") if marker.stat().st_size]


def until_marked(process: "subprocess.Popen[bytes]", data: Path) -> None:
    """Wait until the work is under way, or over."""
    while process.poll() is None and not markers(data):
        time.sleep(0.002)


@pytest.fixture(scope="module", params=KILLS)
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    folder = tmp_path_factory.mktemp("kill")
    few = connections(folder / "Few.csv", 0, 50)
    many = connections(folder / "Connections.csv", 25, ROWS)
    base = folder / "base"
    for file in (few,) if request.param == "import" else (few, many):
        subprocess.run([sys.executable, "-m", "askwell", "import", str(file), "--data", str(base)], check=True)
    command = ("import", str(many)) if request.param == "import" else ("undo",)
    whole = Trial(request.param, base, command, state(base)[0], b"", 0.0)
    done = shutil.copytree(base, folder / "done")
    process = whole.start(done)
    until_marked(process, done)
    begun = time.monotonic()
    assert process.wait() == 0
    works = time.monotonic() - begun
    yield Trial(request.param, base, command, whole.before, state(done)[0], works)
    store.close()


def test_killed_work_leaves_the_state_before_or_after_and_says_so_once(trial: Trial, tmp_path: Path) -> None:
    dice = random.Random(7)
    seen = {"before": 0, "after": 0}
    for number in range(KILLS[trial.kind]):
        data = shutil.copytree(trial.base, tmp_path / str(number))
        process = trial.start(data)
        until_marked(process, data)
        time.sleep(dice.uniform(0, trial.works))
        process.send_signal(signal.SIGKILL)
        process.wait()
        cut_off = bool(markers(data))
        found, notices = state(data)
        name = "after" if found == trial.after else "before" if found == trial.before else "between"
        assert name in seen, f"kill {number} left a state between"
        assert notices == (SAYS[trial.kind] if cut_off and name == "before" else ())
        assert state(data) == (found, ())
        assert all(not copies.fault(copy.file) for copy in copies.found(store.here()))
        assert not list(data.rglob("*.new"))
        seen[name] += 1
    assert seen["before"] > 0


def test_after_a_kill_the_same_command_does_its_work(trial: Trial, tmp_path: Path) -> None:
    data = shutil.copytree(trial.base, tmp_path / "again")
    process = trial.start(data)
    until_marked(process, data)
    time.sleep(trial.works / 2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if state(data)[0] == trial.before:
        assert trial.start(data).wait() == 0
    assert state(data)[0] == trial.after
