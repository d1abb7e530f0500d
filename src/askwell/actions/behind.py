"""Work behind the pages: what will be asked for next is made before it is, by one thread, one thing at a time."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from askwell.domain.errors import Refused


class Behind:
    """Renews what is remembered of seekers, and copies the database after a change. Its thread ends with its work."""

    def __init__(self, *, renew: Callable[[str], None], copy: Callable[[], None]) -> None:
        self._renew = renew
        self._copy = copy
        self._lock = Lock()
        self._seekers: dict[str, None] = {}
        self._changed = False
        self._worker: Thread | None = None
        self._stopped = False

    def renew(self, seeker: str, *, changed: bool = False) -> None:
        """Soon, renew what is remembered of the seeker; `changed` tells that the database is another one now."""
        with self._lock:
            if self._stopped:
                return
            self._seekers[seeker] = None
            self._changed |= changed
            if self._worker is None:
                self._worker = Thread(target=self._work, name="askwell-behind", daemon=True)
                self._worker.start()

    def rest(self) -> None:
        """Wait until all is done."""
        with self._lock:
            worker = self._worker
        if worker:
            worker.join()

    def stop(self) -> None:
        """Take on no more work, and wait for what is under way."""
        with self._lock:
            self._stopped = True
        self.rest()

    def _work(self) -> None:
        while job := self._next():
            try:
                with suppress(Refused):  # a page that needs it comes upon the same, and says it
                    job()
            except BaseException:
                with self._lock:
                    self._worker = None
                raise

    def _next(self) -> Callable[[], None] | None:
        """Pages first, then the copy; None, and an end of this thread, where nothing is left to do."""
        with self._lock:
            if self._seekers and not self._stopped:
                seeker = self._seekers.popitem()[0]
                return lambda: self._renew(seeker)
            if self._changed and not self._stopped:
                self._changed = False
                return self._copy
            self._worker = None
            return None
