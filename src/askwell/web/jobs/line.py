"""The line: one job of a data folder works at a time, the others wait their turn; and whose turn it is."""

import threading
from collections import deque
from pathlib import Path

from askwell.web.jobs.child import Child
from askwell.web.jobs.job import Job, Outcome


class Line:
    """Jobs by their folders. Only what is in here works or waits; a job that says otherwise was cut off."""

    def __init__(self, *, embedded: bool) -> None:
        self._embedded = embedded
        self._lock = threading.RLock()
        self._waiting: deque[Path] = deque()
        self._child: Child | None = None
        self._whispers: dict[Path, str] = {}

    def take(self, folder: Path, *, whisper: str = "") -> None:
        """Do what its job wishes now, as soon as it is its turn.

        `whisper` is what its child has to know and no file may: it goes from memory to memory.
        """
        with self._lock:
            self._whispers[folder] = whisper
            if folder not in self._waiting:
                self._waiting.append(folder)
            self._go_on()

    def place(self, folder: Path) -> int | None:
        """0 while it works, 1 where it is next and so on, None where it is not in the line."""
        with self._lock:
            if self._child and self._child.folder == folder and self._child.turn:
                return 0
            return self._waiting.index(folder) + 1 if folder in self._waiting else None

    def leave(self, folder: Path) -> None:
        """Out of the line, and nobody works on it afterwards: its child is gone when this returns."""
        with self._lock:
            if folder in self._waiting:
                self._waiting.remove(folder)
            child = self._child if self._child and self._child.folder == folder else None
        if child:
            child.wait()
            self._gone(child)
        self._whispers.pop(folder, None)

    def _go_on(self) -> None:
        """The next one, unless somebody is at work."""
        while self._waiting and not (self._child and self._child.turn):
            folder = self._waiting.popleft()
            job = Job.read(folder)
            if job:
                self._hand_over(job)

    def _hand_over(self, job: Job) -> None:
        """To the child that has its files in mind, else to a new one; the memory of an old one is let go."""
        whisper = self._whispers.get(job.folder, "")
        if self._child and self._child.folder == job.folder and self._child.do(job.turn, whisper):
            return
        if self._child:
            self._child.end()
        self._child = Child(job.folder, embedded=self._embedded, on_done=self._done, on_gone=self._gone)
        self._child.do(job.turn, whisper)

    def _done(self, child: Child) -> None:
        with self._lock:
            self._whispers.pop(child.folder, None)
            if child is self._child:
                self._go_on()

    def _gone(self, child: Child) -> None:
        """Its child is gone: at leisure, and if it overheard the last wish then, that goes to another one."""
        with self._lock:
            if child is not self._child:
                return
            self._child = None
            if child.turn and child.ended_well and not _is_done(child.folder):
                self._waiting.appendleft(child.folder)
            self._go_on()


def _is_done(folder: Path) -> bool:
    job, outcome = Job.read(folder), Outcome.read(folder)
    return job is None or job.stopped or (outcome is not None and outcome.turn == job.turn)
