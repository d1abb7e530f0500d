"""What she gave to be let in somewhere and did not want kept: in memory, for as long as this process runs."""

import threading
from pathlib import Path

from askwell.actions.desk import Desk
from askwell.domain.connections import Connection

Place = tuple[Path, str, str, str, str]

_held: dict[Place, str] = {}
_lock = threading.Lock()


def put(desk: Desk, connection: Connection, secret: str) -> None:
    with _lock:
        _held[_place(desk, connection)] = secret


def of(desk: Desk, connection: Connection) -> str | None:
    with _lock:
        return _held.get(_place(desk, connection))


def let_go(desk: Desk, connection: Connection) -> None:
    with _lock:
        _held.pop(_place(desk, connection), None)


def _place(desk: Desk, connection: Connection) -> Place:
    """With the server, for where a copy is put back the same id may stand for another one."""
    return desk.data, desk.seeker, connection.id, connection.server, connection.user
