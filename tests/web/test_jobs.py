"""Jobs: real children read, show and store; one works at a time; what she stops or lets go leaves nothing behind."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.web.deliveries import book_in, connections, give, letters, standing, until, wait_for

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.undo import undo
from askwell.web.jobs.book import Book, State
from askwell.web.jobs.job import FILES, Job, Wish
from askwell.web.jobs.line import Line

NOW = datetime.now(UTC)
MANY = 6_000  # enough to be seen at work


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


def pid(line: Line) -> int:
    return line._child.pid if line._child else 0


def test_a_delivery_is_looked_at_and_nothing_is_stored_before_she_says_so(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 20))
    seen = until(book, desk, job, State.SEEN)
    assert seen.outcome
    assert seen.outcome.receipt
    (line,) = seen.outcome.receipt.lines
    assert (line.file, line.read, line.new, line.adds_up) == ("Connections.csv", 20, 20, True)
    assert (seen.outcome.receipt.known, seen.outcome.receipt.people, people(desk)) == (0, 20, 0)


def test_what_she_brings_in_is_stored_by_the_child_that_has_read_it_and_its_files_go(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 20))
    until(book, desk, job, State.SEEN)
    reader = pid(book.line)
    book.wish(desk, job.id, Wish.IMPORT)
    assert pid(book.line) == reader
    stored = until(book, desk, job, State.STORED)
    assert stored.outcome
    assert stored.outcome.receipt
    assert people(desk) == 20
    wait_for(lambda: not (job.folder / FILES).exists())
    undo(desk, stored.outcome.receipt.batch)
    assert people(desk) == 0


def test_without_the_child_that_has_read_them_the_files_are_read_again(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 20))
    until(book, desk, job, State.SEEN)
    os.kill(pid(book.line), signal.SIGKILL)
    wait_for(lambda: not pid(book.line))
    assert standing(book, desk, job).state is State.SEEN
    book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    assert people(desk) == 20


def test_a_tap_in_the_very_moment_in_which_the_child_ends_finds_another_one(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 20))
    until(book, desk, job, State.SEEN)
    wait_for(lambda: book.line._child and not book.line._child.turn)
    with book.line._lock:  # nobody hears that it is gone until she has tapped
        child = book.line._child
        assert child
        child.wait()
        book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    assert people(desk) == 20


@pytest.mark.parametrize("stray", ["a word of a library\n", "7\n", "no end of a line"])
def test_a_child_that_says_something_else_is_still_heard(
    book: Book, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stray: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"print({stray!r}, end='', flush=True)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    job = give(book, desk, Connections_csv=connections(0, 20))
    until(book, desk, job, State.SEEN)
    book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    assert people(desk) == 20


def test_the_receipt_is_that_of_the_command_line(book: Book, desk: Desk, tmp_path: Path) -> None:
    content = connections(0, 3) + b",,,,,,03 May 2019\nA,B,https://www.linkedin.com/in/ab,,,,,,,too many cells\n"
    file = tmp_path / "Connections.csv"
    file.write_bytes(content)
    told = bring_in(desk, [file], dry_run=True)
    found = until(book, desk, give(book, desk, Connections_csv=content), State.SEEN)
    assert found.outcome
    assert found.outcome.receipt
    (line,), (there,) = found.outcome.receipt.lines, told.files
    assert (line.read, line.new, line.left, line.lost) == (5, 3, 1, 1)
    assert [(r.said, r.places) for r in line.left_out] == [(note.reason, (note.at,)) for note in there.left_out]
    assert [(r.said, r.places) for r in line.unreadable] == [(note.reason, (note.at,)) for note in there.unreadable]


def test_who_she_is_is_asked_and_answered_without_reading_again(book: Book, desk: Desk) -> None:
    job = give(book, desk, mail_mbox=letters(8))
    asked = until(book, desk, job, State.ASKS)
    assert asked.outcome
    assert asked.outcome.likely[0] == ("nora@example.com", "Nora Vale")
    reader = pid(book.line)
    book.wish(desk, job.id, Wish.LOOK, me=("nora@example.com",))
    seen = until(book, desk, job, State.SEEN)
    assert seen.outcome
    assert seen.outcome.receipt
    assert (seen.outcome.receipt.me, pid(book.line)) == (("nora@example.com",), reader)
    book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    assert people(desk) == 8


def test_what_is_refused_is_told_in_its_sentence_and_can_be_tried_again(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 5))
    until(book, desk, job, State.SEEN)
    book.wish(desk, job.id, Wish.LOOK, me=("not an address",))
    refused = until(book, desk, job, State.REFUSED)
    assert refused.outcome
    assert "not an address" in refused.outcome.said
    book.wish(desk, job.id, Wish.LOOK, me=())
    until(book, desk, job, State.SEEN)


def test_one_works_and_the_others_wait_their_turn(book: Book, desk: Desk) -> None:
    jobs = [give(book, desk, Connections_csv=connections(MANY * n, MANY)) for n in range(3)]
    states = [standing(book, desk, job) for job in jobs]
    assert [one.state for one in states] == [State.WORKS, State.WAITS, State.WAITS]
    assert [one.before for one in states] == [0, 1, 2]
    for job in jobs:
        until(book, desk, job, State.SEEN)
    book.wish(desk, jobs[0].id, Wish.IMPORT)
    book.wish(desk, jobs[1].id, Wish.IMPORT)
    for job in jobs[:2]:
        until(book, desk, job, State.STORED)
    assert people(desk) == 2 * MANY


def test_a_job_in_the_line_can_leave_it(book: Book, desk: Desk) -> None:
    first, second = (give(book, desk, Connections_csv=connections(MANY * n, MANY)) for n in range(2))
    stopped = book.stop(desk, second.id)
    assert stopped
    assert stopped.state is State.STOPPED
    until(book, desk, first, State.SEEN)
    assert standing(book, desk, second).state is State.STOPPED
    book.again(desk, second.id)
    until(book, desk, second, State.SEEN)


@pytest.mark.parametrize("stage", ["reading", "storing"])
def test_stopping_an_import_leaves_the_store_as_it_was_and_no_word_of_a_mishap(
    book: Book, desk: Desk, stage: str
) -> None:
    job = give(book, desk, Connections_csv=connections(0, MANY))
    if stage == "storing":
        until(book, desk, job, State.SEEN)
        book.wish(desk, job.id, Wish.IMPORT)
    wait_for(lambda: (p := standing(book, desk, job).progress) and p.stage == stage)
    stopped = book.stop(desk, job.id)
    assert stopped
    assert stopped.state in {State.STOPPED, State.STORED}
    assert people(desk) == (0 if stopped.state is State.STOPPED else MANY)
    assert not list(desk.data.glob("unfinished-*"))
    with open_desk(data=desk.data, now=NOW) as again:
        assert again.notices == ()
    book.again(desk, job.id)
    until(book, desk, job, State.SEEN if stopped.job.wish is Wish.LOOK else State.STORED)


def test_a_job_let_go_is_gone_with_its_files_and_its_child(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, MANY))
    book.let_go(desk, job.id)
    assert book.find(desk, job.id) is None
    assert not job.folder.exists()
    assert book.listed(desk) == []
    assert pid(book.line) == 0


def test_a_second_tap_on_the_same_button_does_nothing(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 50))
    until(book, desk, job, State.SEEN)
    for _ in range(3):
        book.wish(desk, job.id, Wish.IMPORT)
    until(book, desk, job, State.STORED)
    turn = standing(book, desk, job).job.turn
    book.wish(desk, job.id, Wish.IMPORT)
    assert (standing(book, desk, job).job.turn, turn) == (2, 2)


def test_progress_is_told_in_stages(book: Book, desk: Desk) -> None:
    job = give(book, desk, mail_mbox=letters(6000))
    seen: set[str] = set()

    def look() -> bool:
        now = standing(book, desk, job)
        seen.add(now.progress.stage if now.progress else "")
        return not now.is_going

    wait_for(look)
    assert "reading" in seen


def test_files_are_for_her_eyes_alone(book: Book, desk: Desk) -> None:
    before = os.umask(0)
    try:
        job = give(book, desk, Connections_csv=connections(0, 5))
    finally:
        os.umask(before)
    until(book, desk, job, State.SEEN)
    for path in (job.folder.parent, job.folder, *job.folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_uploads_are_kept_for_a_week_and_receipts_for_a_month(book: Book, desk: Desk) -> None:
    seen, stored = (give(book, desk, Connections_csv=connections(100 * n, 5)) for n in range(2))
    until(book, desk, seen, State.SEEN)
    until(book, desk, stored, State.SEEN)
    book.wish(desk, stored.id, Wish.IMPORT)
    until(book, desk, stored, State.STORED)
    left = book.box()
    os.utime(left.folder, (0, 0))
    kept: list[set[str]] = []
    for days in (6, 8, 31):
        wait_for(lambda: not pid(book.line))
        book.sweep(NOW + timedelta(days=days))
        kept.append({folder.name for folder in book.folder.iterdir()})
    assert kept == [{seen.id, stored.id}, {stored.id}, set()]


def test_another_seeker_sees_nothing_of_a_job(book: Book, desk: Desk) -> None:
    job = give(book, desk, Connections_csv=connections(0, 5))
    other = Desk(now=NOW, data=desk.data, seeker="charlie")
    assert book.find(other, job.id) is None
    assert book.listed(other) == []
    assert book.stop(other, job.id) is None
    book.let_go(other, job.id)
    assert Job.read(job.folder)


@pytest.mark.parametrize("name", ["", "..", "../../etc", "nothing", "a/b", "\0"])
def test_an_id_from_outside_leads_nowhere(book: Book, desk: Desk, name: str) -> None:
    assert book.find(desk, name) is None
