"""The turns of a child as they come in on standard input, and its end once nobody is there any more."""

import _thread
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from askwell.web.jobs import disk
from askwell.web.jobs.job import ALIVE

IDLE = 600.0  # seconds that files are kept in mind after a look
GRACE = 6.0  # seconds for an orderly end; after that the batch is cut off, which leaves the store as it was
AT_ONCE = 0.7  # seconds for it while servers are asked alone: there is nothing yet that could be half done
CUT_OFF = 3  # the exit code where the end came from outside


class Doing(Protocol):
    """Who does what is wished in a turn."""

    folder: Path
    has_more: bool

    def do(self, turn: int, whisper: str = "") -> None: ...  # pragma: no cover


class Turns:
    """The turns as they come in, until nobody is there any more."""

    def __init__(self) -> None:
        self.busy = self.over = False
        self._nothing_begun = False
        self._waiting: queue.Queue[tuple[int, str] | None] = queue.Queue()

    def listen(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()

    def work(self, worker: Doing) -> None:
        """Do one after the other, until there are no more, or none has come for a while."""
        with suppress(queue.Empty):
            while worker.has_more and (told := self._waiting.get(timeout=IDLE)) is not None:
                turn, whisper = told
                self.busy = True
                with disk.locked(worker.folder / ALIVE):
                    worker.do(turn, whisper)
                self.busy = False
                sys.stdout.write(f"\n{turn}\n")  # on a line of its own, whatever was printed before
                sys.stdout.flush()

    @contextmanager
    def nothing_begun(self) -> Iterator[None]:
        """Within, an end may come at any moment: nothing of what is done has left a trace."""
        self._nothing_begun = True
        try:
            yield
        finally:
            self._nothing_begun = False

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            turn, _, whisper = line.decode("ascii").strip().partition(" ")
            self._waiting.put((int(turn), whisper))
        self.over = True
        self._waiting.put(None)
        if self.busy:
            _interrupt()
        time.sleep(AT_ONCE)
        if not self._nothing_begun:
            time.sleep(GRACE - AT_ONCE)
        os._exit(CUT_OFF)


def _interrupt() -> None:
    """End what the main thread does, also where it waits for a server.

    Only a real signal wakes it from that; where there is none to send to a thread (Windows), it is left at once.
    """
    if kill := getattr(signal, "pthread_kill", None):
        kill(threading.main_thread().ident, signal.SIGINT)
    else:
        _thread.interrupt_main()
