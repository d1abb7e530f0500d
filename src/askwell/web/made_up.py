"""The made-up notebook: for a session that looks around, another desk in a throw-away folder, and never her own."""

import atexit
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.contrib.sessions.backends.base import SessionBase

from askwell.actions import demo
from askwell.actions.desk import Desk, keep_open
from askwell.domain.errors import Refused

if TYPE_CHECKING:
    from askwell.actions.house import House

INSIDE = "made_up"  # in the session: whether the made-up notebook is open
_houses: dict[Path, "House"] = {}
_stays_open = ExitStack()
_one_at_a_time = Lock()  # two pages that come at once would each throw away what the other one makes


def is_open(session: SessionBase) -> bool:
    return bool(session.get(INSIDE))


def enter(session: SessionBase) -> None:
    session[INSIDE] = True


def leave(session: SessionBase) -> None:
    session.pop(INSIDE, None)


def desk() -> AbstractContextManager[Desk]:
    """A desk at the made-up search, which is made where it is missing or of another day, and never on a server.

    Raises Refused, before anything is opened, where it can't be made.
    """
    with _one_at_a_time:
        folder = _prepared()
        house = _houses.get(folder)
        if house is None:
            house = _houses[folder] = _stays_open.enter_context(keep_open(data=folder, url=""))
    return house.desk(tell=False)


def _prepared() -> Path:
    try:
        return demo.prepare()
    except OSError as error:
        why = error.strerror or "its folder can’t be written to"
        raise Refused(f"The made-up notebook could not be opened: {why}. Your own is here, as it was.") from error


@atexit.register
def close() -> None:
    """Close what was opened here."""
    with _one_at_a_time:
        _houses.clear()
        _stays_open.close()
