"""Work behind the pages: what will be asked for next is made before it is, by one thread, one thing at a time."""

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic

from askwell.actions import trouble
from askwell.domain.errors import Refused

CALM = 3.0  # seconds without a letter saved, after which what was typed is copied; she pauses for less as she writes


class Behind:
    """Renews what is remembered of seekers, and copies the database after a change. Its thread ends with its work.

    After letters that were saved as she typed, it copies once she rests: each would be copied as a whole otherwise.
    """

    def __init__(self, *, renew: Callable[[str], None], copy: Callable[[], None]) -> None:
        self._renew = renew
        self._copy = copy
        self._turn = Condition()
        self._seekers: dict[str, None] = {}
        self._changed = False
        self._calm_at: float | None = None
        self._worker: Thread | None = None
        self._stopped = False

    def renew(self, seeker: str, *, changed: bool = False) -> None:
        """Soon, renew what is remembered of the seeker; `changed` tells that the database is another one now."""
        with self._turn:
            self._seekers[seeker] = None
            self._changed |= changed
            self._set_to_work()

    def typed(self) -> None:
        """A letter was saved as she types: copy once no other has been for a while."""
        with self._turn:
            self._calm_at = monotonic() + CALM
            self._set_to_work()

    def _set_to_work(self) -> None:
        if self._stopped:
            return
        self._turn.notify_all()
        if self._worker is None:
            self._worker = Thread(target=self._work, name="askwell-behind", daemon=True)
            self._worker.start()

    def rest(self) -> None:
        """Wait until all is done."""
        with self._turn:
            worker = self._worker
        if worker:
            worker.join()

    def stop(self) -> None:
        """Take on no more work, and wait for what is under way."""
        with self._turn:
            self._stopped = True
            self._turn.notify_all()
        self.rest()

    def _work(self) -> None:
        while job := self._next():
            try:
                with suppress(Refused):  # a page that needs it comes upon the same, and says it
                    job()
            except Exception as fault:  # noqa: BLE001 - Python would print it, with names and words that stand in it
                _tell(fault)

    def _next(self) -> Callable[[], None] | None:
        """Pages first, then the copy, when it is time; None, and an end of this thread, where nothing is left to do."""
        with self._turn:
            while not self._stopped:
                if self._seekers:
                    seeker = self._seekers.popitem()[0]
                    return lambda: self._renew(seeker)
                left = 0.0 if self._changed else self._until_calm()
                if left is None:
                    break
                if left <= 0:
                    self._changed, self._calm_at = False, None
                    return self._copy
                self._turn.wait(left)
            self._worker = None
            return None

    def _until_calm(self) -> float | None:
        """Seconds until what she typed is copied, None where nothing waits for it."""
        return None if self._calm_at is None else self._calm_at - monotonic()


def _tell(fault: Exception) -> None:
    """In one sentence, without a word of anybody's; the next work is done all the same."""
    with suppress(OSError, ValueError):  # nobody listens
        print(trouble.sentence(fault) or trouble.unforeseen(fault, command="open"), file=sys.stderr, flush=True)
