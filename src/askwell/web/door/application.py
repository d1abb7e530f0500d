"""The application that is served: Django, with the keys of the folder that is open."""

import hashlib
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from django.http import HttpRequest
from django.template import engines
from django.urls import get_resolver

from askwell.actions import trouble
from askwell.web import private, view
from askwell.web.door import sessions
from askwell.web.door import signing_in as door
from askwell.web.door.keys import Keys
from askwell.web.door.launch import Codes

PASSING = "passing"
PATIENCE, BREATH = 1.0, 0.1  # seconds: for a first page, and until it is on its way


def settle(folder: Path, *, keys: Keys, codes: Codes) -> None:
    """Let Django and the door work with what lies in this folder. The store is open already."""
    settings.SECRET_KEY = keys.secret
    settings.SESSION_COOKIE_NAME = keys.cookie
    settings.SESSION_FILE_PATH = str(private.folder(folder / sessions.FOLDER))
    door.hang(codes, keys)


def application(folder: Path, *, keys: Keys, codes: Codes) -> WSGIHandler:
    """What answers requests, in a process that serves nothing else."""
    settle(folder, keys=keys, codes=codes)
    settings.STATIC_URL = f"{settings.STATIC_URL}{_edition(Path(settings.STATIC_ROOT or ''))}/"
    got_request_exception.connect(write_down)
    sessions.SessionStore.clear_expired()
    _pass_through(folder)
    return WSGIHandler()


def write_down(*, request: HttpRequest, **_: object) -> None:
    """Of a fault of the program is kept which lines failed, on which kind of page: no names, no words of hers."""
    fault = sys.exception()
    if isinstance(fault, Exception):
        route = request.resolver_match.route if request.resolver_match else ""
        trouble.unforeseen(fault, command=f"open /{route}")


def warm() -> None:
    """Load what the first page needs while the browser is still starting; what can't be loaded, the page will tell."""
    with suppress(Exception):
        _ = get_resolver().url_patterns
        _ = engines["django"]


def warm_the_rest() -> None:
    """Load all other pages once the first one is shown, or while the browser takes its time."""
    if view.answered.wait(PATIENCE):
        time.sleep(BREATH)
    for each in view.views(get_resolver().url_patterns):
        with suppress(Exception):
            _ = each.behind


def _edition(root: Path) -> str:
    """A mark of the styles, fonts and scripts as they are; it stands in their addresses, so that browsers keep them."""
    seen = hashlib.sha256()
    for file in sorted(root.rglob("*.*")):
        status = file.stat()
        seen.update(f"{file.relative_to(root)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:12]


def _pass_through(folder: Path) -> None:
    """What is sent to the app lies here while it is read: the usual place is in memory on many systems."""
    passing = private.folder(folder / PASSING)
    for left in passing.iterdir():
        if left.is_file():
            left.unlink(missing_ok=True)  # of an app that was killed
    tempfile.tempdir = str(passing)
