"""A store that stays open for days: each desk is lent a connection of its own, and the file is seen to be the same."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

from askwell import settings
from askwell.domain.errors import Refused
from askwell.store import place as places
from askwell.store.place import Place

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

IDLE = 8  # connections that wait for the next desk; of more, those given back last are closed
OLD = 600  # seconds after which a connection to a server is made anew, as Django's CONN_MAX_AGE
PATIENCE = 5.0  # seconds that closing waits for desks at work
DEFAULT = "default"
LOST = (-1, -1)  # stands for a file that is gone: whatever comes in its place is another one

_lender: ContextVar["Lasting | None"] = ContextVar("lender", default=None)


class Lasting:
    """The store of one place, opened and checked once. Made by one thread, used by any, closed by one.

    A connection is lent to one desk at a time, whichever thread it is in, so no thread leaves one behind when it ends.
    """

    def __init__(self, data: Path, url: str = "") -> None:
        self._place = Place(data.absolute(), url)
        places.load_django(self._place)
        self._watch = Condition()
        self._idle: list[BaseDatabaseWrapper] = []
        self._lent = 0
        self._closed = False
        self._open()

    @property
    def place(self) -> Place:
        """The place, with the file that was opened last."""
        return self._place

    @contextmanager
    def lent(self) -> Iterator[Place]:
        """The store for one desk, in this thread.

        Raises Refused where the database was taken away; one that was replaced is opened first, with the same looks
        as at the start.
        """
        place, connection = self._take()
        before = _lender.set(self)
        try:
            with places.at(place), _connected(connection):
                yield place
        finally:
            _lender.reset(before)
            self._give_back(place, connection)

    def close(self) -> None:
        """Close all connections, when the desks at work are done, and write down how the database is left."""
        from askwell.store import health

        with self._watch:
            self._closed = True
            self._watch.wait_for(lambda: self._lent == 0, timeout=PATIENCE)
            self._let_go()
            if self._place.embedded and self._place.file_id() == self._place.opened:
                health.leave(self._place)

    def _take(self) -> "tuple[Place, BaseDatabaseWrapper]":
        with self._watch:
            if self._closed:
                raise Refused("Askwell was closed. Start it again.")
            place, connection = self._place, self._idle.pop() if self._idle else self._new()
            self._lent += 1
        try:
            while not self._serves(place, connection):
                connection.close()
                place, connection = self._renewed(place)
        except BaseException:
            self._give_back(place, connection, whole=False)
            raise
        return place, connection

    def _serves(self, place: Place, connection: "BaseDatabaseWrapper") -> bool:
        """Whether the connection is open, and the file it has open is the one that was looked at.

        Looked at in this order, so that no file can come between.
        """
        from django.db import DatabaseError

        connection.close_if_unusable_or_obsolete()
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            if place.embedded and place.file_id() != place.opened:
                return False
            raise Refused(places.unreachable(place, error)) from error
        return not place.embedded or place.file_id() == place.opened

    def _renewed(self, old: Place) -> "tuple[Place, BaseDatabaseWrapper]":
        """The file is another one than in `old`: opened with all looks, once for all desks that notice it."""
        from askwell.store import health

        with self._watch:
            if self._place is old:
                self._let_go()
                if old.file_id() is None:
                    self._place = replace(old, opened=LOST)
                    raise health.damaged(old, f"The database is missing from {old.data}.")
                self._open()
            return self._place, self._idle.pop() if self._idle else self._new()

    def _open(self) -> None:
        connection = self._new()
        try:
            with _connected(connection):
                self._place = places.open_database(replace(self._place, opened=None))
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def _new(self) -> "BaseDatabaseWrapper":
        connection = places.connection_to(settings.database(self._place.data, self._place.url))
        connection.settings_dict["CONN_MAX_AGE"] = None if self._place.embedded else OLD
        connection.settings_dict["CONN_HEALTH_CHECKS"] = not self._place.embedded
        connection.inc_thread_sharing()  # one thread after the other, never two at once
        return connection

    def _give_back(self, place: Place, connection: "BaseDatabaseWrapper", *, whole: bool = True) -> None:
        with self._watch:
            self._lent -= 1
            useful = whole and place is self._place and not (self._closed or connection.in_atomic_block)
            if useful and len(self._idle) < IDLE:
                self._idle.append(connection)
            else:
                connection.close()
            self._watch.notify_all()

    def _let_go(self) -> None:
        while self._idle:
            self._idle.pop().close()


@contextmanager
def laid_aside() -> Iterator[Place]:
    """Within, the open store of this thread is closed, so that its file can be replaced; afterwards it is opened."""
    lender, place = _lender.get(), places.here()
    if lender is None:
        places.close()
    else:
        _close_own()
    try:
        yield place
    except BaseException:
        with suppress(Refused):  # what went wrong first is told
            _reopen(lender, place)
        raise
    _reopen(lender, place)


def _close_own() -> None:
    from django.db import connections

    connections[DEFAULT].close()


def _reopen(lender: Lasting | None, place: Place) -> None:
    if lender is None:
        places.setup(place.data, place.url)
    else:
        with lender.lent():  # looks at the new file
            pass


@contextmanager
def _connected(connection: "BaseDatabaseWrapper") -> Iterator[None]:
    """Within, this thread works on that connection."""
    from django.db import connections

    before = [known for known in connections.all(initialized_only=True) if known.alias == DEFAULT]
    connections[DEFAULT] = connection
    try:
        yield
    finally:
        if before:
            connections[DEFAULT] = before[0]
        else:
            del connections[DEFAULT]
