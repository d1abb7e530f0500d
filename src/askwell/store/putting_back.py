"""Putting a copy of the embedded database back: checked first, the present state kept aside, both states reachable."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from askwell.domain.errors import Refused
from askwell.store import copies, health, schema
from askwell.store.place import Place, aside, make_folder


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was put back, and where the state before it is kept (None if there was none)."""

    file: Path
    before: Path | None


def put_back(place: Place, file: Path) -> PutBack:
    """Put a copy in the place of the database. The store must be closed, and is to be opened anew afterwards."""
    wrong = copies.fault(file) or _newer(file)
    if wrong:
        raise Refused(f"{file} cannot be put back: {wrong}. Nothing was changed.")
    make_folder(place.copies)
    new = aside(place.file)
    try:
        with health.raw(file, mode="ro") as source:
            source.execute("VACUUM INTO ?", [str(new)])
        copies.to_disk(new)
        whole = place.file.exists() and not copies.fault(place.file)
        with _nobody_writes(place.file) if whole else nullcontext():
            before = copies.make(place) if whole else _aside(place)
            health.record_file(place).unlink(missing_ok=True)  # it is of another file
            new.replace(place.file)
        copies.to_disk(place.data)
    except (OSError, sqlite3.Error) as error:
        raise Refused(f"{file} could not be put back: {error}. Nothing was changed.") from error
    finally:
        new.unlink(missing_ok=True)
    health.leave(place)
    return PutBack(file, before)


def _newer(file: Path) -> str:
    with health.raw(file, mode="ro") as connection:
        done = {row[0] for row in connection.execute("SELECT name FROM django_migrations WHERE app = 'store'")}
    return "it was written by a newer Askwell" if done - schema.KNOWN else ""


def _aside(place: Place) -> Path | None:
    """Keep the damaged file itself, if there is one."""
    if not place.file.exists():
        return None
    stem = f"damaged-{place.file.stat().st_mtime_ns}"
    for ending in ("", "-journal"):
        part = Path(f"{place.file}{ending}")
        if part.exists():
            part.replace(place.copies / f"{stem}.db{ending}")
    return place.copies / f"{stem}.db"


@contextmanager
def _nobody_writes(file: Path) -> Iterator[None]:
    """Whoever wants to write waits, and then finds another file in its place; what is written is in the copy."""
    with health.raw(file) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
