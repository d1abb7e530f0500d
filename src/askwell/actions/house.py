"""A house that stays open for days: desks for many visits at once, and what is remembered between them."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from askwell.actions.behind import Behind
from askwell.actions.desk import ME, Desk, clock
from askwell.actions.memory import Memory
from askwell.actions.remembering import Remembered

if TYPE_CHECKING:
    from askwell.store import Lasting, Place

MOST = 8  # seekers whose store is remembered; whoever was here longest ago is forgotten


class House:
    """The open store of one data folder or server. Its desks may be used in many threads at the same time."""

    def __init__(self, store: "Lasting", *, now: datetime | None = None, seeker: str | None = None) -> None:
        self._store = store
        self._now = now
        self._seeker = seeker or ME
        self._remembered: OrderedDict[str, tuple[Place, Remembered]] = OrderedDict()
        self._lock = Lock()
        self._behind = Behind(renew=self._renew, copy=self._copy)

    @contextmanager
    def desk(self, *, seeker: str | None = None, tell: bool = True) -> Iterator[Desk]:
        """A desk for one visit, in this thread; the clock is read for each.

        With `tell`, it may have notices, which no other desk has: for visits that show them. Raises Refused where the
        database was taken away.
        """
        from askwell.store import scope, unfinished

        name = seeker or self._seeker
        with self._store.lent() as place, scope.open(name):
            memory = self._memory_of(name, place)
            notices = unfinished.tell(place) if tell else ()
            before, typed = scope.changes(), scope.saved()
            yield Desk(
                now=self._now or clock(),
                data=place.data,
                seeker=name,
                notices=notices,
                embedded=place.embedded,
                memory=memory,
            )
            if scope.changes() != before:
                self._behind.renew(name, changed=True)
            elif scope.saved() != typed and place.embedded:
                self._behind.typed()

    def _renew(self, seeker: str) -> None:
        """Work out anew what that seeker's pages ask for, before they do."""
        with self.desk(seeker=seeker, tell=False) as desk:
            memory = desk.memory
            assert memory
            memory.shared.renew(desk, memory.bind)

    def _copy(self) -> None:
        """A copy of the database as it is, which the next change would wait for otherwise."""
        from askwell.store import copies

        if self._store.place.embedded:
            copies.ahead(self._store.place)

    def close(self) -> None:
        """Close the store, once the visits are over, and write down how it is left."""
        self._behind.stop()
        self._store.close()

    def _memory_of(self, seeker: str, place: "Place") -> Memory:
        remembered = self._remembered_of(seeker, place)
        return Memory(remembered, place=place, when_old=lambda: self._behind.renew(seeker))

    def _remembered_of(self, seeker: str, place: "Place") -> Remembered:
        with self._lock:
            known, remembered = self._remembered.pop(seeker, (None, None))
            if remembered is None or known is not place:  # another file is open now
                remembered = Remembered()
            self._remembered[seeker] = (place, remembered)
            if len(self._remembered) > MOST:
                self._remembered.popitem(last=False)
            return remembered
