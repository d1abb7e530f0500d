"""What one seeker's store told in one state, and what was worked out of it: kept for the next pages, made once."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import RLock
from typing import TYPE_CHECKING, Any

from askwell.actions.desk import Desk, calendar_of
from askwell.domain.messages import Channel
from askwell.domain.search import Search
from askwell.method import favors
from askwell.method.favors import Books

if TYPE_CHECKING:
    from askwell.store.read import Memo, Whole

Make = Callable[[Desk, Books], Any]

OLD = timedelta(minutes=3)  # after which it is worked out anew, while pages go on with what there is
TOO_OLD = timedelta(minutes=30)  # after which no page is shown it any more
MOST = 200  # things worked out that are kept of one state
LATELY = 12  # of them, those asked for last are worked out again before anybody asks


class Known:
    """One state of the store as it stood at one moment of the seeker's day."""

    def __init__(self, whole: "Whole", now: datetime, *, read_at: datetime) -> None:
        self.whole = whole
        self.now = now
        self.read_at = read_at
        self.calendar = calendar_of(whole.facts.goals)
        self.day = self.calendar.day(now)
        self.search = whole.search.as_of(now)
        self.books: Books | None = None
        self._made: dict[Hashable, Any] = {}
        self._event, self._meeting = _next(whole.search, now)

    def serves(self, state: str, now: datetime) -> bool:
        """Whether it is still so: nothing was changed, no midnight has passed, and nothing has come to pass since."""
        near = -OLD < now - self.now < TOO_OLD and (self._event is None or now < self._event)
        return state == self.whole.state and near and self.calendar.day(now) == self.day

    def is_old(self, now: datetime) -> bool:
        """Whether it may be served still, but is better made anew."""
        return now - self.now >= OLD or (self._meeting is not None and now >= self._meeting)

    def still_reads(self, state: str, now: datetime) -> bool:
        """Whether reading the store again would tell the same."""
        nothing = all(turn is None or now < turn for turn in (self._event, self._meeting))
        return state == self.whole.state and nothing and now >= self.read_at and self.calendar.day(now) == self.day

    def has(self, key: Hashable) -> bool:
        return key in self._made

    def get(self, key: Hashable) -> Any:
        return self._made[key]

    def put(self, key: Hashable, value: Any) -> None:
        if len(self._made) >= MOST:
            del self._made[next(iter(self._made))]
        self._made[key] = value


def _next(search: Search, now: datetime) -> tuple[datetime | None, datetime | None]:
    """When the next thing comes to pass that is stored already, and when the next meeting begins or is over."""
    events = [i.at for i in search.interactions if i.at > now and i.channel is not Channel.MEETING]
    events += [search.landed] if search.landed and search.landed > now else []
    meetings = (at for i in search.interactions if i.channel is Channel.MEETING for at in (i.at, i.end))
    return min(events, default=None), min((at for at in meetings if at and at > now), default=None)


class Remembered:
    """What is known of one seeker's store. One thread at a time reads and works out; what is there is told to all."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._known: Known | None = None
        self._memo: tuple[date, Memo] | None = None
        self._asked: dict[Hashable, Make] = {}
        self._drawers: dict[Hashable, dict[Any, Any]] = {}

    def known(self, desk: Desk) -> Known:
        """What is so now: known already, else read now."""
        from askwell.store import read

        known = self._known
        if known is not None and known.serves(read.state(), desk.now):
            return known
        with self._lock:
            known = self._known
            if known is None or not known.serves(read.state(), desk.now):
                known = self._known = self._read(desk)
            return known

    def worked_out(self, key: Hashable, make: Make, *, desk: Desk, known: Known) -> Any:
        """What `make` makes of the books of what is known, once."""
        self._note(key, make)
        if known.has(key):
            return known.get(key)
        with self._lock:
            return self._made(key, make, desk=desk, known=known)

    def books(self, known: Known) -> Books:
        """The books of what is known, made once."""
        if known.books is not None:
            return known.books
        with self._lock:
            return self._books(known)

    def drawer(self, key: Hashable) -> dict[Any, Any]:
        """A place for what may be used again in the next state, for whoever makes things, one at a time."""
        return self._drawers.setdefault(key, {})

    def renew(self, desk: Desk, pin: Callable[[Known], None]) -> None:
        """Work out what is old or was never asked for in this state; `pin` binds the desk to what is made meanwhile.

        What there is goes on being told until all of the new is there, as long as it holds at all.
        """
        from askwell.store import read

        with self._lock:
            before, state = self._known, read.state()
            holds = before is not None and before.serves(state, desk.now)
            known = before if before and holds and not before.is_old(desk.now) else self._read(desk)
            if not holds:
                self._known = before = known
        pin(known)
        for key, make in self._lately():
            with self._lock:
                if self._known is not before:
                    return
                self._made(key, make, desk=desk, known=known)
        with self._lock:
            if self._known is before:
                self._known = known

    def _note(self, key: Hashable, make: Make) -> None:
        """What is asked for is asked for again, after a change too; the last are kept in mind."""
        self._asked.pop(key, None)
        self._asked[key] = make
        if len(self._asked) > LATELY:
            self._asked.pop(next(iter(self._asked)), None)

    def _lately(self) -> list[tuple[Hashable, Make]]:
        return list(self._asked.items())[::-1]

    def _made(self, key: Hashable, make: Make, *, desk: Desk, known: Known) -> Any:
        from askwell.store.pause import no_garbage

        if not known.has(key):
            with no_garbage():
                known.put(key, make(replace(desk, now=known.now), self._books(known)))
        return known.get(key)

    def _books(self, known: Known) -> Books:
        if known.books is None:
            known.books = favors.books(known.search, known.now, known.calendar)
        return known.books

    def _read(self, desk: Desk) -> Known:
        """Read the store, or only look at it from a later moment where it is as it was."""
        from askwell.store import read

        known = self._known
        if known is not None and known.still_reads(read.state(), desk.now):
            return Known(known.whole, desk.now, read_at=known.read_at)
        day = desk.now.date()
        if self._memo is None or self._memo[0] != day:
            self._memo = (day, read.Memo())
        return Known(read.whole(desk.now, memo=self._memo[1]), desk.now, read_at=desk.now)
