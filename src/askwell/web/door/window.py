"""One window for one folder: the living app holds a lock; who comes second finds out where the first one answers."""

import http.client
import json
import os
import secrets
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from askwell.web import private
from askwell.web.door.keys import UNREADABLE, Keys

LOCK, RECORD = "lock", "window.json"
HELLO, NONCE = "/hello", "X-Askwell-Nonce"
HOST = "127.0.0.1"
SECONDS = 2.0  # for one answer of the first one


@dataclass(frozen=True, slots=True)
class Record:
    """Where the living app answers; `database` is the seal of the address of its database."""

    pid: int
    port: int
    database: str

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"

    @classmethod
    def read(cls, door: Path) -> Self | None:
        """What the living app wrote, None where it has not yet."""
        try:
            told = json.loads((door / RECORD).read_text(encoding="utf-8"))
            return cls(pid=int(told["pid"]), port=int(told["port"]), database=str(told["database"]))
        except UNREADABLE:
            return None

    def answers(self, keys: Keys) -> bool:
        """Whether the app of these keys answers there, and no other program that took the port."""
        nonce = secrets.token_hex(16)
        connection = http.client.HTTPConnection(HOST, self.port, timeout=SECONDS)
        try:
            connection.request("GET", HELLO, headers={NONCE: nonce})
            said = connection.getresponse().read(200).decode("ascii", errors="replace")
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return secrets.compare_digest(said, proof(keys, nonce))


def proof(keys: Keys, nonce: str) -> str:
    """What the living app answers to a greeting."""
    return keys.seal("hello", nonce)


class Window:
    """The lock of the living app. The system lets go of it when the process ends, however it ends."""

    def __init__(self, door: Path, descriptor: int) -> None:
        self.door, self._descriptor = door, descriptor

    @classmethod
    def take(cls, door: Path) -> Self | None:
        """The window of a folder, None where another process holds it."""
        descriptor = os.open(door / LOCK, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), private.FILE_MODE)
        if os.name == "posix":
            os.fchmod(descriptor, private.FILE_MODE)
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        (door / RECORD).unlink(missing_ok=True)  # of one that was killed
        return cls(door, descriptor)

    def announce(self, record: Record) -> None:
        """Tell those who come second where this app answers."""
        private.write(self.door / RECORD, json.dumps(asdict(record)))

    def close(self) -> None:
        with suppress(OSError):
            (self.door / RECORD).unlink(missing_ok=True)
        os.close(self._descriptor)


def first(door: Path, *, patience: float) -> Record | Window | None:
    """The app that is open on a folder, once it answers; the window itself where that app ends meanwhile.

    None where neither comes about within `patience` seconds.
    """
    until = time.monotonic() + patience
    while True:
        window = Window.take(door)
        if window:
            return window
        found = Record.read(door)
        with suppress(*UNREADABLE):
            if found and found.answers(Keys.read(door)):
                return found
        if time.monotonic() > until:
            return None
        time.sleep(0.05)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
