"""Work that was cut off: a marker on the disk while it lasts, and a sentence at the next start if it is still there.

The marker is locked for as long as the process lives, so another process knows whether the work is still going on.
"""

import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from askwell.domain.errors import Refused
from askwell.store import ids, scope
from askwell.store.copies import to_disk
from askwell.store.place import Place, here, make_file

WORDS = {
    "import": "Your import did not finish.",
    "merge": "Joining two people did not finish.",
    "unmerge": "Separating two people did not finish.",
    "undo": "Undoing did not finish.",
    "forget": "Forgetting a person did not finish.",
    "restore": "Putting back a copy did not finish.",
}

_token: ContextVar[str] = ContextVar("token", default="")


def token() -> str:
    """The mark of the work under way, which its batch keeps; "" if none was begun."""
    return _token.get()


@contextmanager
def begun(kind: str) -> Iterator[None]:
    """Work of this kind is under way, from its preparation to the end of its batch; within another, that counts."""
    if _token.get():
        yield
        return
    mark = secrets.token_hex(8)
    marker = here().data / f"unfinished-{mark}.json"
    try:
        handle = _mark(marker, {"kind": kind, "token": mark, "seeker": scope.current().name})
    except OSError as error:
        marker.unlink(missing_ok=True)
        raise Refused(f"Nothing can be written to {marker.parent}: {error.strerror}. Nothing was changed.") from error
    before = _token.set(mark)
    try:
        yield
    finally:
        _token.reset(before)
        _take_away(marker, handle)


def _mark(marker: Path, told: dict[str, str]) -> int:
    make_file(marker)
    handle = os.open(marker, os.O_RDWR)
    _lock(handle, wait=True)
    os.write(handle, json.dumps(told).encode())
    os.fsync(handle)
    to_disk(marker.parent)
    return handle


def tell(place: Place) -> tuple[str, ...]:
    """What to say once about work that was cut off: its batch is there, then it did finish, or nothing changed."""
    said = (_left_behind(marker) for marker in sorted(place.data.glob("unfinished-*.json")))
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))


def _left_behind(marker: Path) -> str:
    """What to say of a marker; nothing where the work goes on, is another seeker's, or was told a moment ago."""
    try:
        handle = os.open(marker, os.O_RDWR)
    except OSError:
        return ""
    told = _told(handle) if _lock(handle) and os.fstat(handle).st_nlink else None
    whose = scope.current().name
    if told is None or told.get("seeker", whose) != whose:
        os.close(handle)
        return ""
    _take_away(marker, handle)
    words = WORDS.get(told["kind"], "The last change did not finish.")
    return "" if batch_of(told["token"]) else f"{words} Nothing was changed."


def _told(handle: int) -> dict[str, str] | None:
    """What stands in the marker; None where its work has not yet begun."""
    try:
        told: dict[str, str] = json.loads(os.read(handle, 1000))
    except ValueError:
        return None
    return told


def _take_away(marker: Path, handle: int) -> None:
    """As long as it is locked, so that nobody tells it in between; Windows takes away only what is closed."""
    with suppress(PermissionError):
        marker.unlink(missing_ok=True)
    os.close(handle)
    marker.unlink(missing_ok=True)


def batch_of(mark: str) -> str | None:
    """The batch of the work with this mark, None if none was stored."""
    with scope.reading() as cursor:
        cursor.execute("SELECT id FROM askwell_batch WHERE seeker_id = %s AND token = %s", [scope.current().id, mark])
        found = cursor.fetchone()
    return ids.show("batch", found[0]) if found else None


def _lock(handle: int, *, wait: bool = False) -> bool:
    """Lock the marker until it is closed; False where another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
