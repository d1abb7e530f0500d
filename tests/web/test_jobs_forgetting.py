"""Forgetting somebody reaches the files that were given: those that wait go, what was brought in is told without."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.terminal.shell import NOW
from tests.web.conftest import CHARLIE
from tests.web.deliveries import connections, give, until, wait_for
from tests.web.visitor import Visitor

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.forgetting import forget
from askwell.web.jobs import disk
from askwell.web.jobs.book import Book, State, book_of
from askwell.web.jobs.job import ALIVE, FILES, Job, Wish

NAME, ADDRESS = "Ana Brafeld", "ana0@example.com"  # the first of all connections
MANY = 20_000  # enough to be at work still when she taps


@pytest.fixture
def book(desk: Desk) -> Iterator[Book]:
    found = book_of(desk)
    yield found
    for folder in found.folder.glob("*"):
        found.line.leave(folder)


@pytest.fixture
def stored(book: Book, desk: Desk) -> Job:
    """What was brought in, from a file that is named after her."""
    job = give(book, desk, **{f"{NAME}.csv": connections(0, 3)})
    until(book, desk, job, State.SEEN)
    book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    return job


def person(desk: Desk) -> str:
    return next((one.id for one in memory.contacts(desk).values() if one.name == NAME), "")


def told(job: Job) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in job.folder.rglob("*.json"))


def test_files_that_wait_go_and_what_was_brought_in_is_told_without_the_name(
    client: Visitor, book: Book, desk: Desk, stored: Job
) -> None:
    waits = give(book, desk, Connections_csv=connections(0, 5))
    until(book, desk, waits, State.SEEN)
    assert NAME in told(stored)
    (stored.folder / FILES).mkdir(exist_ok=True)  # as a child leaves it that was cut off right after storing
    client.submit(f"/people/{person(desk)}/forget", word="forget")
    assert not waits.folder.exists()
    assert not (stored.folder / FILES).exists()
    assert [word for word in (NAME, ADDRESS) if word in told(stored)] == []
    assert f"{NAME} was forgotten." in client.page("/people").text()  # for the last time
    page = client.page(f"/bring/{stored.id}").text()
    assert "….csv" in page
    assert NAME not in page
    assert "Three people came in" in page


def test_the_files_of_another_seeker_stay(client: Visitor, book: Book, desk: Desk, stored: Job) -> None:
    his = replace(desk, seeker=CHARLIE, memory=None)
    waits = give(book, his, **{f"{NAME}.csv": connections(0, 5)})
    until(book, his, waits, State.SEEN)
    client.submit(f"/people/{person(desk)}/forget", word="forget")
    assert NAME in told(waits)
    until(book, his, waits, State.SEEN)


def test_files_that_waited_while_somebody_was_forgotten_on_the_command_line_go_at_the_next_start(
    book: Book, desk: Desk, stored: Job
) -> None:
    waits = give(book, desk, Connections_csv=connections(0, 5))
    until(book, desk, waits, State.SEEN)
    forget(replace(desk, now=desk.now + timedelta(hours=1)), person(desk))
    later = replace(desk, now=desk.now + timedelta(hours=2))
    came = give(book, later, Connections_csv=connections(100, 5))
    assert not waits.folder.exists()
    until(book, later, came, State.SEEN)
    Book(desk.data, embedded=True).heed(later)
    assert came.folder.exists()
    assert stored.folder.exists()


def forget_in_terminal(desk: Desk, who: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "askwell", "forget", who, "--yes", "--data", str(desk.data), "--now", NOW]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_what_was_brought_in_is_told_without_the_name_at_once_where_it_is_forgotten_on_the_command_line(
    book: Book, desk: Desk, stored: Job
) -> None:
    waits = give(book, desk, Connections_csv=connections(0, 5))
    until(book, desk, waits, State.SEEN)
    done = forget_in_terminal(desk, person(desk))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{NAME} was forgotten." in done.stdout
    assert [word for word in (NAME, ADDRESS) if word in told(stored)] == []
    assert stored.folder.exists()
    assert not waits.folder.exists()


def test_the_command_line_too_forgets_nobody_while_files_are_at_work(book: Book, desk: Desk, stored: Job) -> None:
    going = give(book, desk, Connections_csv=connections(0, 3 * MANY))
    wait_for(lambda: disk.is_locked(going.folder / ALIVE))
    done = forget_in_terminal(desk, person(desk))
    assert done.returncode == 1
    assert f"Stop that first; then {NAME} can be forgotten." in done.stderr
    assert person(desk)
    assert NAME in told(stored)
    book.stop(desk, going.id)


def test_while_files_are_at_work_nobody_is_forgotten_and_it_says_what_to_do(
    client: Visitor, book: Book, desk: Desk, stored: Job
) -> None:
    going = give(book, desk, Connections_csv=connections(0, MANY))
    answer = client.post(f"/people/{person(desk)}/forget", {"word": "forget"})
    assert answer.status_code == 422
    assert "Stop that first; then Ana can be forgotten." in answer.content.decode()
    assert person(desk)
    book.stop(desk, going.id)
    client.submit(f"/people/{person(desk)}/forget", word="forget")
    assert not person(desk)
    assert not going.folder.exists()
