"""The book of jobs of a data folder: taking files in, what she may do with a job, and how each one stands."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from askwell.actions.desk import Desk
from askwell.actions.forgetting import last_forgotten
from askwell.domain.errors import Refused
from askwell.web import private
from askwell.web.jobs import disk
from askwell.web.jobs.aftermath import stored_outcome
from askwell.web.jobs.blackening import blacken
from askwell.web.jobs.job import ALIVE, FILES, JOB, End, Job, Outcome, Progress, Wish
from askwell.web.jobs.line import Line
from askwell.web.jobs.upload import Box
from askwell.web.jobs.whispers import secrets_of

JOBS = "jobs"
FILES_KEPT = timedelta(days=7)  # uploaded files that nobody brought in
GLANCE = 0.03  # seconds between two looks
COMING_IN = timedelta(hours=12)  # a delivery that is not a job by then came to nothing
KEPT = timedelta(days=30)  # the receipt of what was brought in: as long as it can be undone


class State(StrEnum):
    """How a job stands. Those that need her word: seen, asks, refused, stopped, cut off."""

    WAITS = "waits"
    WORKS = "works"
    SEEN = "seen"
    ASKS = "asks"
    STORED = "stored"
    REFUSED = "refused"
    STOPPED = "stopped"
    CUT_OFF = "cut-off"


ENDS = {End.SEEN: State.SEEN, End.ASKS: State.ASKS, End.STORED: State.STORED, End.REFUSED: State.REFUSED}
GOING = frozenset({State.WAITS, State.WORKS})


@dataclass(frozen=True, slots=True)
class Standing:
    """A job with its state; `outcome` is what came of its last wish; `before` are those before it in the line."""

    job: Job
    state: State
    outcome: Outcome | None = None
    progress: Progress | None = None
    before: int = 0

    @property
    def is_open(self) -> bool:
        """Whether there is anything left to do or to wait for; not where it is stored, or nothing new was found."""
        if self.state is State.SEEN:
            return bool(self.outcome and self.outcome.is_news)
        return self.state is not State.STORED

    @property
    def is_going(self) -> bool:
        return self.state in GOING


class Book:
    """All jobs of one data folder. Whose they are is asked at each page: another seeker's job is as none."""

    def __init__(self, data: Path, *, embedded: bool) -> None:
        self.folder = data / JOBS
        self.line = Line(embedded=embedded)
        self._lock = threading.Lock()

    def box(self) -> Box:
        """An empty box for files that come in."""
        return Box(private.folder(self.folder))

    def begin(self, desk: Desk, box: Box) -> Job:
        """Look at the files of a box as soon as it is their turn. What is too old makes room for them."""
        self.sweep(desk.now)
        self.heed(desk)
        job = Job(folder=box.folder, seeker=desk.seeker, made=desk.now, files=tuple(box.files))
        job.write()
        box.keep()
        self.line.take(job.folder)
        return job

    def read_servers(self, desk: Desk, names: Sequence[str]) -> Job:
        """Read connected servers as soon as it is their turn, by their names; one reading of them at a time is enough.

        Earlier ones that brought nothing have nothing more to tell.
        """
        with self._lock:
            for one in self.listed(desk):
                if one.is_going and one.job.servers == tuple(names):
                    return one.job
                if one.job.servers and not one.is_going and not (one.outcome and one.outcome.is_news):
                    _remove(one.job.folder)
            box = self.box()
            job = Job(box.folder, desk.seeker, desk.now, (), Wish.SYNC, servers=tuple(names))
            job.write()
            box.keep()
            self.line.take(job.folder, whisper=secrets_of(desk, job.servers))
        return job

    def listed(self, desk: Desk) -> list[Standing]:
        """Hers, newest first, without their receipts."""
        hers = [self._standing(job) for job in self._jobs() if job.seeker == desk.seeker]
        return sorted(hers, key=lambda one: one.job.made, reverse=True)

    def find(self, desk: Desk, job_id: str) -> Standing | None:
        """The job of that id with its receipt, if it is hers."""
        job = Job.read(self.folder / job_id) if job_id.isalnum() else None
        return self._standing(job, whole=True) if job and job.seeker == desk.seeker else None

    def wait(self, desk: Desk, job_id: str, *, seconds: float) -> None:
        """Wait a moment for what is done at once, so that nobody is shown how far it is."""
        end = time.monotonic() + seconds
        while (found := self.find(desk, job_id)) and found.is_going and time.monotonic() < end:
            time.sleep(GLANCE)

    def wish(
        self,
        desk: Desk,
        job_id: str,
        wish: Wish,
        *,
        me: tuple[str, ...] | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> Standing | None:
        """Do this next, unless it is at work; a second tap on the same button changes nothing."""
        with self._lock:
            found = self.find(desk, job_id)
            if found is None or found.is_going or found.state is State.STORED:
                return found
            found.job.wished(wish, me=me, columns=columns).write()
            self.line.take(found.job.folder, whisper=secrets_of(desk, found.job.servers))
        return self.find(desk, job_id)

    def again(self, desk: Desk, job_id: str) -> Standing | None:
        """The last wish once more."""
        found = self.find(desk, job_id)
        return self.wish(desk, job_id, found.job.wish) if found else None

    def stop(self, desk: Desk, job_id: str) -> Standing | None:
        """Stop what is at work. What was stored by then is stored: see the state."""
        with self._lock:
            found = self.find(desk, job_id)
            if found is None or not found.is_going:
                return found
            replace(found.job, stopped=True).write()
        self.line.leave(found.job.folder)
        return self.find(desk, job_id)

    def let_go(self, desk: Desk, job_id: str) -> None:
        """Take a job away with its files. What it has stored stays."""
        found = self.stop(desk, job_id)
        if found:
            self.line.leave(found.job.folder)
            _remove(found.job.folder)

    def stand_still(self, desk: Desk, *, so_that: str) -> None:
        """Raises Refused while one of hers is at work, which would bring back what is to go."""
        if any(one.is_going for one in self.listed(desk)):
            raise Refused(f"Files are being read or brought in. Stop that first; then {so_that}.")

    def forget(self, desk: Desk, without: Callable[[str], str]) -> None:
        """After somebody was forgotten: files that wait may tell of them and go; what was brought in is told without.

        `without` takes their names out of a text.
        """
        for one in self.listed(desk):
            if one.state is State.STORED:
                shutil.rmtree(one.job.folder / FILES, ignore_errors=True)  # left where its child was cut off after it
                blacken(one.job.folder, without)
            else:
                self.let_go(desk, one.job.id)

    def heed(self, desk: Desk) -> None:
        """Files that wait since before somebody was forgotten go as well where it was done on the command line."""
        last = last_forgotten(desk)
        if last is None:
            return
        for one in self.listed(desk):
            if one.job.made < last and one.state is not State.STORED and not one.is_going:
                self.let_go(desk, one.job.id)

    def _jobs(self) -> Iterator[Job]:
        folders = self.folder.iterdir() if self.folder.is_dir() else ()
        for folder in folders:
            job = Job.read(folder)
            if job:
                yield job

    def _standing(self, job: Job, *, whole: bool = False) -> Standing:
        if told := _told(job, whole=whole):
            return told
        place = self.line.place(job.folder)
        if place is None and not disk.is_locked(job.folder / ALIVE):
            return _told(job, whole=whole) or _ended(job)  # told while we looked
        progress = Progress.read(job.folder)
        now = progress if progress and progress.turn == job.turn else None
        return Standing(job, State.WAITS if place else State.WORKS, None, now, before=place or 0)

    def sweep(self, now: datetime) -> None:
        """What is too old goes, and what was left of deliveries that never came in whole."""
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            with suppress(FileNotFoundError):  # it was let go just now
                past = _is_past(folder, Job.read(folder), now)
                if past and self.line.place(folder) is None and not disk.is_locked(folder / ALIVE):
                    _remove(folder)


def _told(job: Job, *, whole: bool) -> Standing | None:
    """How it stands where its child has told what came of its last wish."""
    outcome = Outcome.read(job.folder, whole=whole)
    return Standing(job, ENDS[outcome.end], outcome) if outcome and outcome.turn == job.turn else None


def _ended(job: Job) -> Standing:
    """Nobody works on it, and no outcome was told: it was stopped or cut off, before its batch or after it."""
    if stored := stored_outcome(job):
        return Standing(job, State.STORED, stored)
    return Standing(job, State.STOPPED if job.stopped else State.CUT_OFF)


def _is_past(folder: Path, job: Job | None, now: datetime) -> bool:
    if job is None:
        return now - datetime.fromtimestamp(folder.stat().st_mtime, UTC) > COMING_IN
    return now - job.made > (FILES_KEPT if (folder / FILES).exists() else KEPT)


def _remove(folder: Path) -> None:
    """All of it, its entry first: what can't go at once, since it is still open somewhere, goes with the next sweep."""
    with suppress(OSError):
        (folder / JOB).unlink()
    shutil.rmtree(folder, ignore_errors=True)


_books: dict[Path, Book] = {}
_binding = threading.Lock()


def book_of(desk: Desk) -> Book:
    """The book of this desk's data folder; the first to open it sweeps it."""
    with _binding:
        book = _books.get(desk.data)
        if book is None:
            book = _books[desk.data] = Book(desk.data, embedded=desk.embedded)
            book.sweep(desk.now)
            book.heed(desk)
        return book
