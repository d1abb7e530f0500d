"""What is said when something fails that no verb foresaw: one calm sentence; details go to a file, without her data."""

import errno
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from askwell.domain.hints import Hint

FAULTS = "fault.txt"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


LOOK = Hint("doctor", "see whether your data are whole, and which copy is good")


def hints(fault: Exception) -> tuple[Hint, ...]:
    """What helps: a look at the data, save where the disk or another program is in the way."""
    told = sentence(fault)
    in_the_way = isinstance(fault, OSError) or any(word in told for word in ("Another program", "disk is full"))
    return () if in_the_way else (LOOK,)


def sentence(fault: Exception) -> str:
    """For a disk or database that does not do its part: what happened and what to do. "" for a fault of the program."""
    if isinstance(fault, OSError):
        return _of_the_disk(fault)
    kinds = {f"{kind.__module__}.{kind.__name__}" for kind in type(fault).__mro__}
    if kinds & {"sqlite3.OperationalError", "django.db.utils.OperationalError"}:
        return _of_the_database(str(fault).lower())
    if kinds & {"sqlite3.DatabaseError", "django.db.utils.DatabaseError"} and "malformed" in str(fault):
        return "The database is damaged. Nothing was changed."
    return ""


def _of_the_disk(fault: OSError) -> str:
    place = str(fault.filename or "")
    if fault.errno in _FULL:
        return "The disk is full. Make room on it and try again."
    if not place:
        return f"The system did not do it: {fault.strerror or type(fault).__name__}. Try again in a moment."
    told: dict[type[OSError], str] = {
        FileExistsError: "is a file, and a folder is needed in its place. Name another folder.",
        NotADirectoryError: "is a file, and a folder is needed in its place. Name another folder.",
        IsADirectoryError: "is a folder, and a file is needed. Name a file in it.",
        FileNotFoundError: "is not there, and can’t be made. Look at the name, or choose another place.",
        PermissionError: CLOSED,
    }
    other = CLOSED if fault.errno == errno.EROFS else f"could not be used: {fault.strerror}. Look at it."
    return f"{place} {told.get(type(fault), other)}"


CLOSED = "may not be opened or written by you. Change its permissions, or choose another place."


def _of_the_database(said: str) -> str:
    told = {
        "readonly": "The database or its folder is read-only, so nothing was changed. Look at its permissions.",
        "locked": "Another program uses the database just now, so nothing was changed. Try again in a moment.",
        "full": "The disk is full, so nothing was changed. Make room on it and try again.",
        "unable to open": "The database can’t be opened. Nothing was changed.",
    }
    other = "The database did not do it, so nothing was changed."
    return next((words for part, words in told.items() if part in said), other)


def unforeseen(fault: Exception, *, command: str) -> str:
    """The sentence for a fault of the program, once its details are written down."""
    said = "Something went wrong that should not have. It is a fault of the program, not yours."
    kept = _write_down(details(fault, command=command))
    more = f"What a programmer needs, without names or words of yours, is in {kept}" if kept else ""
    return f"{said} {more}".rstrip()


def details(fault: BaseException, *, command: str) -> str:
    """Where it happened: command, kind of fault, lines of code. No message, for it could hold a name or a text."""
    lines = [f"askwell {command}, Python {platform.python_version()}, {sys.platform}"]
    seen: BaseException | None = fault
    while seen is not None:
        lines += ["", f"{type(seen).__module__}.{type(seen).__qualname__}"]
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def _write_down(text: str) -> Path | None:
    """In the folder for logs, else for what is passing; None where neither can be written to. One file, the last."""
    import platformdirs

    def logs() -> Path:
        return platformdirs.user_log_path("askwell", appauthor=False)

    def passing() -> Path:
        return Path(tempfile.mkdtemp())

    for place in (logs, passing):
        try:
            folder = place()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / FAULTS).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return folder / FAULTS
    return None
