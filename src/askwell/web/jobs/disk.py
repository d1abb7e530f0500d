"""What lies in a job's folder: JSON written aside and put in place, and a lock that ends with its process."""

import json
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from askwell.web import private

TRIES, PAUSE = 20, 0.02  # of putting a file in place on Windows, where a reader holds it for a moment; seconds


def write(file: Path, told: dict[str, Any], *, durable: bool = True) -> None:
    """Put a JSON file in place: whoever reads it sees the old one or the new one. `durable` outlives a power cut."""
    new = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(private.create(new), "w", encoding="ascii") as out:
            json.dump(told, out)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        _put(new, file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _put(new: Path, file: Path) -> None:
    for _ in range(TRIES):
        try:
            new.replace(file)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    new.replace(file)


def read(file: Path) -> dict[str, Any]:
    """What a JSON file tells, {} where there is none or it is damaged."""
    try:
        told = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of a file; waits for whoever holds it. It is let go when the process ends, however it ends."""
    handle = os.open(file, os.O_CREAT | os.O_RDWR, private.FILE_MODE)
    try:
        while not _lock(handle):
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)


def is_locked(file: Path) -> bool:
    """Whether a living process holds the lock of a file."""
    try:
        handle = os.open(file, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
