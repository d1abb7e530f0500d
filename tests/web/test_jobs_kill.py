"""kill -9 of a child and of its server, at random moments: what a job says is what the store holds, never between."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.web.deliveries import book_in, connections, give, is_alive, standing, until, wait_for

from askwell.actions.desk import Desk, open_desk
from askwell.web.jobs.book import Book, State
from askwell.web.jobs.job import FILES, Job, Mark, Wish

NOW = datetime.now(UTC)
ROWS, KILLS = 2000, 16
SERVER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs tests behind other work may have it ignored
from pathlib import Path
from askwell.actions.desk import open_desk
from askwell.web.jobs.book import Book
from askwell.web.jobs.job import Job, Wish
data, job = Path(sys.argv[1]), sys.argv[2]
with open_desk(data=data) as desk:
    book = Book(data, embedded=True)
    book.wish(desk, job, Wish.IMPORT)
    print(book.line._child.pid, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture
def book(desk: Desk) -> Iterator[Book]:
    with book_in(desk.data) as found:
        yield found


def people(desk: Desk) -> int:
    from askwell.store import lookups

    return len(lookups.contacts(desk.now))


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):  # it was done and gone
        os.kill(pid, signal.SIGKILL)
    until_gone(pid)


def until_gone(pid: int) -> None:
    wait_for(lambda: not is_alive(pid))


def seen(book: Book, desk: Desk, number: int) -> Job:
    job = give(book, desk, Connections_csv=connections(ROWS * number, ROWS))
    until(book, desk, job, State.SEEN)
    return job


def fate(book: Book, desk: Desk, job: Job, *, before: int) -> str:
    """What became of an import that was cut off, once the job says the same as the store."""
    ended = wait_for(lambda: None if (found := standing(book, desk, job)).is_going else found)
    after = people(desk)
    if ended.state is State.STORED:
        assert after == before + ROWS
        assert ended.outcome
        assert ended.outcome.receipt
        assert ended.outcome.receipt.batch
        return "after"
    assert (ended.state, after) == (State.CUT_OFF, before)
    assert (job.folder / FILES).exists()
    return "before"


def test_a_killed_child_leaves_all_or_nothing_and_the_job_knows_which(book: Book, desk: Desk) -> None:
    dice, seen_fates = random.Random(11), Counter[str]()
    for number in range(KILLS):
        job, before = seen(book, desk, number), people(desk)
        assert book.line._child
        pid = book.line._child.pid
        book.wish(desk, job.id, Wish.IMPORT)
        time.sleep(dice.uniform(0, 0.7))
        kill(pid)
        seen_fates[fate(book, desk, job, before=before)] += 1
    assert seen_fates["before"] > 0


def test_after_a_kill_the_job_can_be_tried_again(book: Book, desk: Desk) -> None:
    job = seen(book, desk, 0)
    assert book.line._child
    pid = book.line._child.pid
    book.wish(desk, job.id, Wish.IMPORT)
    kill(pid)
    if fate(book, desk, job, before=0) == "before":
        book.again(desk, job.id)
        until(book, desk, job, State.STORED)
    assert people(desk) == ROWS


def test_a_batch_that_was_stored_without_a_word_of_it_is_found_by_its_mark(book: Book, desk: Desk) -> None:
    job = seen(book, desk, 0)
    book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    (job.folder / "outcome.json").unlink()
    assert fate(book, desk, job, before=0) == "after"
    told = json.loads((job.folder / "mark.json").read_text(encoding="utf-8"))
    (job.folder / "mark.json").write_text(json.dumps({**told, "mark": "of none"}), encoding="utf-8")
    assert Mark.read(job.folder)
    assert standing(book, desk, job).state is State.CUT_OFF


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_child_of_a_server_that_is_gone_stops_before_or_after_its_batch(
    book: Book, desk: Desk, end: signal.Signals
) -> None:
    dice = random.Random(end)
    for number in range(4):
        job, before = seen(book, desk, number), people(desk)
        with subprocess.Popen(
            [sys.executable, "-c", SERVER, str(desk.data), job.id], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as server:
            assert server.stdout
            child = int(server.stdout.readline())
            time.sleep(dice.uniform(0, 1.2))
            server.send_signal(end)
            server.wait()
        until_gone(child)
        fate(book, desk, job, before=before)


def test_what_waits_in_the_line_of_a_server_that_is_gone_is_told_as_cut_off_and_not_lost(desk: Desk) -> None:
    with book_in(desk.data) as first:
        jobs = [give(first, desk, Connections_csv=connections(ROWS * n, ROWS)) for n in range(2)]
    with book_in(desk.data) as second:
        assert {one.job.id for one in second.listed(desk)} == {job.id for job in jobs}
        assert {one.state for one in second.listed(desk)} <= {State.CUT_OFF, State.SEEN}
        for job in jobs:
            second.again(desk, job.id)
        for job in jobs:
            until(second, desk, job, State.SEEN)
