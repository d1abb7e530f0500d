"""One worker as the import sees it: a process that is started when it is needed, and replaced when it has ended."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, cast

from askwell.actions.apart import limits
from askwell.actions.apart.limits import Bound
from askwell.actions.apart.parcels import pack, receive, send, wait_until_ready
from askwell.actions.apart.worker import DONE, TOO_MUCH

SECRETS = ("ASKWELL_DATABASE_URL", "ASKWELL_NOW")  # no reader of files needs them
OUT_OF_TIME: int = getattr(signal, "SIGXCPU", 0)  # Windows knows no such limit
WIDE = 1 << 20  # bytes that a pipe holds, where the system lets us say so
TWICE = 2  # times that a piece is tried which ended a worker for no reason that is known

Pieces = Sequence[tuple[Bound, object]]


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer: what the work was on took too long, too much, or stopped the worker; `reason` is a sentence."""

    reason: str


class Hand:
    """Does pieces of work one after the other, on one thread; `deadline` and `stop` are for another one."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        self._late = False
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False
        self._new = True

    @property
    def pid(self) -> int:
        """Of its process, 0 where there is none."""
        return self._process.pid if self._process else 0

    def start(self) -> subprocess.Popen[bytes]:
        """The process, a new one where there is none. Does not wait for it to be ready."""
        if self._process is None:
            environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "askwell.actions.apart.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            )  # fmt: skip
            _widen(self._process)
            self._new = True
            if self._over:
                self.stop()
        return self._process

    def do(self, named: str, pieces: Pieces) -> list[bytes | Lost]:
        """An answer for each piece. `named` is the function, as module:name. Whatever ends a worker, the rest goes on.

        Raises RuntimeError for a fault of the function itself.
        """
        answers: list[bytes | Lost] = []
        tried = 0
        while len(answers) < len(pieces) and not self._over:
            fresh, why = self._attempt(named, pieces[len(answers) :])
            answers += fresh
            tried = 1 if fresh else tried + 1
            if len(answers) < len(pieces) and (why or tried >= TWICE):
                answers.append(Lost(why or limits.STOPPED))
                tried = 0
        return answers

    def _attempt(self, named: str, pieces: Pieces) -> tuple[list[bytes | Lost], str]:
        """The answers up to where it ends, and why it ended, as far as that is known."""
        answers: list[bytes | Lost] = []
        process, self._late = self.start(), False
        bound = pieces[0][0]
        self.deadline = time.monotonic() + bound.waiting
        try:
            if self._new:
                wait_until_ready(cast("IO[bytes]", process.stdout))
            self._new = False
            send(cast("IO[bytes]", process.stdin), pack((named, pieces)))
            for bound, _ in pieces:
                self.deadline = time.monotonic() + bound.waiting
                answer = receive(cast("IO[bytes]", process.stdout))
                if answer is None or answer == TOO_MUCH:
                    return answers, self._ended(bound, needed_too_much=answer == TOO_MUCH)
                answers.append(_checked(answer))
        except OSError:
            return answers, self._ended(bound, needed_too_much=False)
        finally:
            self.deadline = None
        return answers, ""

    def _ended(self, bound: Bound, *, needed_too_much: bool) -> str:
        process = self._process
        self.stop()
        code = process.returncode if process else 0
        self.let_go()
        if needed_too_much:
            return bound.too_much
        return bound.too_long if self._late or (OUT_OF_TIME and code == -OUT_OF_TIME) else ""

    def look(self, now: float) -> None:
        """End it if it has taken too long."""
        deadline, process = self.deadline, self._process
        if deadline is not None and now > deadline and process is not None:
            self._late = True
            process.kill()

    def stop(self, *, over: bool = False) -> None:
        """End the process, whatever it does, and wait until it is gone; with `over` there will be no other."""
        self._over = self._over or over
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def let_go(self) -> None:
        """After it was stopped, and nobody listens to it any more."""
        process, self._process = self._process, None
        for stream in (process.stdin, process.stdout) if process is not None else ():
            with suppress(OSError):
                cast("IO[bytes]", stream).close()


def _widen(process: "subprocess.Popen[bytes]") -> None:
    """A pipe that holds much: else whoever listens while others compute here is woken for every 64 KB."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(cast("IO[bytes]", process.stdout), fcntl.F_SETPIPE_SZ, WIDE)


def _checked(answer: bytes) -> bytes:
    if answer[:1] != DONE:
        raise RuntimeError(answer[1:].decode("utf-8", "replace"))
    return answer
