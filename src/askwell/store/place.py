"""Where the database lies, and opening it: folders for her eyes alone, schema brought up to date."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from importlib.util import LazyLoader, find_spec, module_from_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from askwell import settings
from askwell.domain.errors import Refused
from askwell.domain.hints import SAME, Hint

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

ELSEWHERE = Hint(SAME, "use another", options=(("data", "DIR"),))
FOLDER_MODE, FILE_MODE = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class Place:
    """The data folder, the URL of a server's database or "", and which file was opened (device and number)."""

    data: Path
    url: str = ""
    opened: tuple[int, int] | None = None

    @property
    def file(self) -> Path:
        return self.data / settings.FILE

    @property
    def copies(self) -> Path:
        return self.data / "copies"

    @property
    def embedded(self) -> bool:
        return not self.url

    def file_id(self) -> tuple[int, int] | None:
        """The device and number of the file that is there now, None if there is none."""
        try:
            status = self.file.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    def stands_firm(self) -> None:
        """Refuse to write where the file is no longer the one that was opened: the work would vanish with it."""
        if not self.embedded or not self.opened:
            return
        there = self.file_id()
        if there is None:
            raise Refused(f"The database was taken away from {self.data} meanwhile. Nothing was changed.")
        if there != self.opened:
            raise Refused("The database was put back or replaced meanwhile. Nothing was changed. Start again.")


_here: ContextVar[Place] = ContextVar("here")


def here() -> Place:
    """The place that was opened last, by this thread."""
    return _here.get()


@contextmanager
def at(place: Place) -> Iterator[None]:
    """Within, this is the place of this thread."""
    before = _here.set(place)
    try:
        yield
    finally:
        _here.reset(before)


def make_folder(folder: Path) -> None:
    """A folder only its owner may look into, whatever the umask."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o777 != FOLDER_MODE:
        folder.chmod(FOLDER_MODE)


def make_file(file: Path) -> None:
    """An empty file only its owner may read, whatever the umask."""
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, FILE_MODE))
    if os.name == "posix":
        file.chmod(FILE_MODE)


_numbers = count()  # of files put aside, for two threads may make the same file at the same moment


def aside(target: Path) -> Path:
    """An empty private file beside `target`, to be filled and put in its place; named after this process alone."""
    new = target.with_name(f"{target.name}.{next(_numbers)}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    make_file(new)
    return new


def sweep(place: Place) -> None:
    """Take away what killed processes left aside."""
    for left in (*place.data.glob("*.new"), *place.copies.glob("*.new")):
        pid = left.suffixes[-2][1:]
        if pid.isdigit() and int(pid) != os.getpid() and not _lives(int(pid)):
            with suppress(OSError):  # Windows keeps what is still open
                left.unlink()


def _lives(pid: int) -> bool:
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def stay_closed(data: Path, database_url: str = "") -> Place:
    """Name the place without opening its database, for looking after a damaged one."""
    place = Place(data.absolute(), database_url)
    _here.set(place)
    return place


def _put_off_forms() -> None:
    """Django's fields name its forms, which load templates and HTML: 15 ms of each start, for what is not used here.

    So they are loaded when they are first used, if ever.
    """
    import django

    name = "django.forms"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    sys.modules[name] = django.forms = module_from_spec(spec)
    spec.loader.exec_module(django.forms)


def setup(data: Path, database_url: str = "") -> Place:
    """Open the database of a data folder, or of a server, and bring its schema up to date. May be called again.

    Raises Refused where it cannot be opened.
    """
    place = Place(data.absolute(), database_url)
    load_django(place)
    from django.db import connections

    connections["default"].close()
    connect(settings.database(place.data, database_url))
    place = open_database(place)
    _here.set(place)
    return place


def load_django(place: Place) -> None:
    """Load what the store needs of Django, once a process. Raises Refused where the URL names no server."""
    if place.url and not settings.is_server(place.url):
        raise Refused("ASKWELL_DATABASE_URL names no server. Write it like postgresql://user:password@host:5432/name.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
    from django.apps import apps
    from django.conf import settings as django_settings

    _put_off_forms()
    if not apps.ready:  # django.setup() would also load addresses of pages, logging and translations
        apps.populate(django_settings.INSTALLED_APPS)


def open_database(place: Place) -> Place:
    """Look after the database that this thread is connected to: folder, schema, health. Tells which file it is."""
    from django.db import OperationalError

    from askwell.store import schema

    try:
        make_folder(place.data)
        sweep(place)
        schema.bring_up_to_date(place)
    except OSError as error:
        why = f"{place.data} can’t hold your data: {error.strerror}. Name another folder."
        raise Refused(why, ELSEWHERE) from error
    except (OperationalError, sqlite3.OperationalError) as error:
        raise Refused(unreachable(place, error)) from error
    return replace(place, opened=place.file_id()) if place.embedded else place


def connect(database: dict[str, Any]) -> None:
    """Let this thread alone work on the database: another one may have another place open at the same moment."""
    from django.db import connections

    connections["default"] = connection_to(database)


def connection_to(database: dict[str, Any]) -> "BaseDatabaseWrapper":
    """A connection that is opened at its first use."""
    from django.db import connections
    from django.db.utils import load_backend

    described = connections.configure_settings({"default": database})["default"]
    made: BaseDatabaseWrapper = load_backend(described["ENGINE"]).DatabaseWrapper(described, "default")
    return made


def unreachable(place: Place, error: Exception) -> str:
    """Why the database cannot be opened, without the address of a server, which may hold a password."""
    if place.embedded:
        return f"The database {place.file} could not be opened: {error}. Nothing was changed. Try again in a moment."
    return "The server’s database can’t be reached. Nothing was changed. Look at ASKWELL_DATABASE_URL and the server."


def close() -> None:
    """Close the database that was opened last, and write down how it is left."""
    if here().opened is None and here().embedded:
        return
    from django.db import connections

    from askwell.store import health

    connections["default"].close()
    place = here()
    if place.embedded and place.file.exists():
        health.leave(place)
