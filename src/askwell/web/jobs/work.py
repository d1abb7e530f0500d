"""The child that does the work: `python -m askwell.web.jobs.work FOLDER` reads a job's files, shows them, stores them.

Each line on standard input is the number of a turn, each line on standard output one that is done. After a look the
files are kept in mind for a while, so that bringing them in does not read them again. They are read by workers, which
end when this child does. When standard input ends, so does
the child: the server stopped it, or is gone. It ends before or after its batch, never between.
"""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from pathlib import Path

from askwell.actions import replies, trouble
from askwell.actions.bring_in import Opened, open_files
from askwell.actions.bringing_in.readers import Readers, reading_apart
from askwell.actions.bringing_in.who_is_me import WhoAreYou
from askwell.actions.desk import Desk, clock, open_desk
from askwell.domain.errors import Refused
from askwell.domain.reading import Receipt as Told
from askwell.domain.tables import Layouts
from askwell.web.jobs.aftermath import stored_outcome
from askwell.web.jobs.job import FILES, End, Job, Mark, Outcome, Progress, Wish
from askwell.web.jobs.receipts import Receipt
from askwell.web.jobs.turns import CUT_OFF, Turns
from askwell.web.jobs.whispers import hear

STEP = 0.2  # seconds between two reports of progress
NICE = 5  # pages come first
FAULT = (
    "Something went wrong that should not have. It is a fault of the program, not yours. Nothing was changed."
    " You can try again, or leave these files for now."
)


def main(folder: Path) -> None:
    """Work on turn after turn until nobody wants more."""
    _step_back()
    turns = Turns()
    turns.listen()
    try:
        job = Job.read(folder)
        if job is not None:
            with reading_apart(job.paths) as readers, open_desk(data=folder.parent.parent, seeker=job.seeker) as desk:
                turns.work(Worker(desk, folder, readers, asking=turns.nothing_begun))
    except KeyboardInterrupt:
        turns.over = True
    # What was read lies in a million small values: to leave without taking them apart saves a second.
    os._exit(CUT_OFF if turns.over else 0)


def _step_back() -> None:
    """Pages come first; and whatever ends this process ends it in order."""
    with suppress(OSError, AttributeError):
        os.nice(NICE)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Worker:
    """Does one turn after the other on the same files."""

    def __init__(
        self, desk: Desk, folder: Path, readers: Readers, *, asking: Callable[[], AbstractContextManager[object]]
    ) -> None:
        self.desk = desk
        self.folder = folder
        self.readers = readers
        self.has_more = True
        self._asking = asking
        self._opened: Opened | None = None
        self._columns: Mapping[str, str] = {}
        self._said = ("", 0.0)
        self._turn = 0
        self._whisper = ""

    def do(self, turn: int, whisper: str = "") -> None:
        """What she wishes in this turn; what came of it lies in the folder afterwards. No file hears the `whisper`."""
        job = Job.read(self.folder)
        if job is None or job.turn != turn or job.stopped:
            return
        self._turn, self._said, self._whisper = turn, ("", 0.0), whisper
        outcome = self._outcome(job)
        self.readers.rest()
        self.has_more = outcome.end in {End.SEEN, End.ASKS}
        outcome.write(self.folder)
        if outcome.end is End.STORED:
            shutil.rmtree(self.folder / FILES, ignore_errors=True)

    def _outcome(self, job: Job) -> Outcome:
        try:
            return self._done(job)
        except WhoAreYou as asked:
            return Outcome(job.turn, End.ASKS, likely=tuple((one.address, one.name) for one in asked.likely))
        except Refused as refusal:
            return Outcome(job.turn, End.REFUSED, said=str(refusal))
        except Exception as fault:  # noqa: BLE001 - whatever it is, she is told in a sentence
            return self._fault(job, fault)

    def _done(self, job: Job) -> Outcome:
        if job.wish is Wish.SYNC:
            return self._synced(job)
        if self._opened is None or self._columns != job.columns:
            self._columns = job.columns
            said = Layouts(known=job.columns)
            self._opened = open_files(self.desk, job.paths, progress=self._report, readers=self.readers, columns=said)
        if job.wish is Wish.LOOK:
            return Outcome(job.turn, End.SEEN, Receipt.of(self._opened.look(me=job.me)))

        receipt = self._opened.bring_in(me=job.me, now=clock(), about_to=partial(self._about_to, job.turn))
        return self._stored(job, receipt)

    def _about_to(self, turn: int, mark: str, seen: Told) -> None:
        """Right before storing: the mark tells afterwards whether the batch is there."""
        Mark(turn, mark, Receipt.of(seen)).write(self.folder)

    def _stored(self, job: Job, receipt: Told, *, said: str = "") -> Outcome:
        with suppress(Refused):  # what is beyond doubt can wait for her yes as well
            replies.take_in(self.desk)
        return Outcome(job.turn, End.STORED, Receipt.of(receipt), said=said)

    def _synced(self, job: Job) -> Outcome:
        """What is new on servers, and in one sentence what stood in the way at any of them."""
        from askwell.actions.connecting.syncing import sync

        hear(self.desk, self._whisper)
        about_to = partial(self._about_to, job.turn)
        with ExitStack() as until_all_are_asked:
            until_all_are_asked.enter_context(self._asking())
            found = sync(
                self.desk,
                job.servers,
                progress=self._report,
                now=clock(),
                about_to=about_to,
                readers=self.readers,
                asked=until_all_are_asked.close,
            )
        said = " ".join(f"{one.name}: {looked.said}" for one, looked in found.looks if looked.said)
        return self._stored(job, found.receipt, said=said)

    def _fault(self, job: Job, fault: Exception) -> Outcome:
        """After a fault that nobody foresaw: it may have come after the batch, and then that is what came of it."""
        if stored := stored_outcome(job):
            return stored
        return Outcome(job.turn, End.REFUSED, said=trouble.sentence(fault) or FAULT)

    def _report(self, stage: str, done: int, total: int) -> None:
        """Write down how far it is, a few times a second; a full disk shall not end the work here."""
        before, at = self._said
        now = time.monotonic()
        if stage == before and now - at < STEP:
            return
        self._said = (stage, now)
        with suppress(OSError):
            Progress(self._turn, stage, done, total).write(self.folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
