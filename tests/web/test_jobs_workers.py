"""The workers of a job: they are gone when it is stopped, let go or killed, and one that is killed costs nothing."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.web.deliveries import book_in, connections, give, is_alive, standing, until, wait_for

from askwell.actions.desk import Desk, open_desk
from askwell.web.jobs.book import Book, State
from askwell.web.jobs.job import Job

NOW = datetime.now(UTC)
SLOW = """
import time
import askwell.sources as sources
read = sources.read
def slow(found, **told):
    time.sleep({seconds})
    return read(found, **told)
sources.read = slow
"""

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="who works for whom is told by /proc")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture
def book(desk: Desk) -> Iterator[Book]:
    with book_in(desk.data) as found:
        yield found


def slow(folder: Path, monkeypatch: pytest.MonkeyPatch, *, seconds: float) -> None:
    """Let workers take so long for each file."""
    (folder / "sitecustomize.py").write_text(SLOW.format(seconds=seconds), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


def workers(book: Book) -> list[int]:
    child = book.line._child
    tasks = list(Path(f"/proc/{child.pid}/task").iterdir()) if child else []
    return [int(pid) for task in tasks for pid in (task / "children").read_text(encoding="ascii").split()]


def at_work(book: Book, desk: Desk) -> tuple[Job, list[int]]:
    job = give(book, desk, Connections_csv=connections(0, 20))
    return job, wait_for(lambda: workers(book))


@pytest.mark.parametrize("how", ["stop", "let go", "kill"])
def test_no_worker_outlives_its_job(
    book: Book, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    slow(tmp_path, monkeypatch, seconds=60)
    job, pids = at_work(book, desk)
    if how == "stop":
        stopped = book.stop(desk, job.id)
        assert stopped
        assert stopped.state is State.STOPPED
    elif how == "let go":
        book.let_go(desk, job.id)
    else:
        assert book.line._child
        os.kill(book.line._child.pid, signal.SIGKILL)
    wait_for(lambda: not any(map(is_alive, pids)))


def test_a_worker_that_is_killed_once_costs_nothing(
    book: Book, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(tmp_path, monkeypatch, seconds=0.5)
    job, (pid,) = at_work(book, desk)
    os.kill(pid, signal.SIGKILL)
    until(book, desk, job, State.SEEN)
    outcome = standing(book, desk, job).outcome
    assert outcome
    assert outcome.receipt
    assert (outcome.receipt.people, outcome.receipt.lines[0].lost) == (20, 0)


def test_while_files_are_kept_in_mind_nobody_works(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 20))
    until(book, desk, job, State.SEEN)
    assert book.line._child
    wait_for(lambda: not workers(book))
