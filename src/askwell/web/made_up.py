"""The made-up notebook: for a session that looks around, another desk in a throw-away folder, and never her own."""

from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock

from django.contrib.sessions.backends.base import SessionBase

from askwell.actions import demo
from askwell.actions.desk import Desk, open_desk
from askwell.domain.errors import Refused

INSIDE = "made_up"  # in the session: whether the made-up notebook is open
_one_at_a_time = Lock()


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
    return open_desk(data=_folder(), url="")


def _folder() -> Path:
    with _one_at_a_time:  # two pages that come at once would each throw away what the other one makes
        try:
            return demo.prepare()
        except OSError as error:
            why = error.strerror or "its folder can't be written to"
            raise Refused(f"The made-up notebook could not be opened: {why}. Your own is here, as it was.") from error
