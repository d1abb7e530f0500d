"""`askwell` and `askwell open`: the app starts on loopback, once for a folder, and a browser comes up, signed in."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as enumerate_threads
from typing import TYPE_CHECKING

from askwell.domain.errors import Refused
from askwell.web import private
from askwell.web.door import window
from askwell.web.door.keys import Keys
from askwell.web.door.launch import TYPED_SECONDS, Codes

if TYPE_CHECKING:
    from askwell.web.home import Home

DOOR = "door"  # in the data folder: what opens the app lies there, and nothing of hers
PATIENCE = 20.0  # seconds for an app that is just starting to answer, on a slow computer
SWEEP_SECONDS = 5.0
MINUTES = TYPED_SECONDS // 60


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line. `port` 0 is any; None is the usual one."""

    data: Path
    seeker: str
    browser: bool
    port: int | None
    as_json: bool

    @property
    def door(self) -> Path:
        return self.data / DOOR


def run_open(args: Namespace) -> int:
    """Open the app, or the window of the one that is open on this folder already; returns when it ends."""
    wish = _wish(args)
    _reach_all_rooms(wish, args)
    try:
        private.folder(wish.data)
        private.folder(wish.door)
    except OSError as error:
        raise Refused(
            f"{wish.data} can’t hold your data: {error.strerror}. Name another folder with --data DIR."
        ) from error
    found = window.first(wish.door, patience=PATIENCE)
    if isinstance(found, window.Window):
        with closing(found):
            _serve(wish, found)
        if not wish.as_json:
            _say(CLOSED)
        _leave()
    elif found:
        _join(wish, found)
    else:
        raise Refused("Askwell is open on this folder already, but does not answer. End it, then start it again.")
    return 0


def _wish(args: Namespace) -> Wish:
    from askwell import settings
    from askwell.actions.desk import ME

    data = Path(args.data) if args.data else settings.data_folder()
    return Wish(data.absolute(), args.seeker or ME, not args.no_browser, args.port, args.json)


def _reach_all_rooms(wish: Wish, args: Namespace) -> None:
    """Said once on the command line, the folder and the moment hold for every thread and child of this process."""
    os.environ["ASKWELL_DATA"] = str(wish.data)
    if args.now:
        from askwell.actions.desk import parse_moment

        os.environ["ASKWELL_NOW"] = parse_moment(args.now).isoformat()


def _database(keys: Keys) -> str:
    """A mark of the database's address that does not tell its password."""
    return keys.seal("database", os.environ.get("ASKWELL_DATABASE_URL", ""))


def _join(wish: Wish, record: window.Record) -> None:
    """The app is open already: a new code for it, and its window."""
    keys = Keys.read(wish.door)
    if record.database != _database(keys):
        raise Refused("Askwell is open on this folder with another database. End it first, or name another --data DIR.")
    _come_in(wish, record, Codes(wish.door, keys), first=False)


def _serve(wish: Wish, mine: window.Window) -> None:
    """Serve until the process is told to end; then nothing is left that lets anybody in but what is signed in."""
    from askwell.actions.desk import keep_open
    from askwell.web import home
    from askwell.web.door import application, server
    from askwell.web.door import signing_in as door

    keys = Keys.of(wish.door)
    codes = Codes(wish.door, keys)
    codes.drop()  # of an app that was killed
    with (
        server.until_told() as told,
        closing(server.listen(wish.port, favorite=keys.port)) as listening,
        closing(home.Home(lambda: keep_open(data=wish.data))) as ours,
    ):
        _look_inside(ours)
        answer = application.application(wish.door, keys=keys, codes=codes)
        record = window.Record(os.getpid(), listening.getsockname()[1], _database(keys))
        mine.announce(record)
        try:
            come_in = partial(_come_in, wish, record, codes, first=True)
            read = partial(_read_what_is_due, wish.seeker)
            ahead = (application.warm, application.warm_the_rest, server.tend_to_garbage, read)
            with _beside(come_in, *ahead, again=codes.sweep):
                server.serve(answer, listening, known=door.knows, told=told)
        finally:
            codes.drop()


def _read_what_is_due(seeker: str) -> None:
    from askwell.web import by_itself  # loaded last: nobody waits for it

    by_itself.read_what_is_due(seeker)


def _look_inside(ours: "Home") -> None:
    """Open the house, so that what can't be opened is told here; with a good copy at hand the pages tell it, too."""
    from askwell.web import home
    from askwell.web.door import stopped

    home.move_in(ours)
    try:
        ours.house()
    except Refused as refused:
        if not stopped.copy_in(refused):
            raise
        print(refused, file=sys.stderr, flush=True)


@contextmanager
def _beside(*first: Callable[[], None], again: Callable[[], None]) -> Iterator[None]:
    """Beside the serving: `first` at once and in order, then `again` every few seconds until it ends."""
    ended = Event()

    def work() -> None:
        for step in first:
            if ended.is_set():
                return
            with _trouble_told():
                step()
        while not ended.wait(SWEEP_SECONDS):
            with _trouble_told():
                again()

    worker = Thread(target=work, name="askwell-door", daemon=True)
    worker.start()
    try:
        yield
    finally:
        ended.set()


@contextmanager
def _trouble_told() -> Iterator[None]:
    """A full disk makes no new code; who is signed in works on all the same."""
    from askwell.actions import trouble

    try:
        yield
    except OSError as fault:
        print(trouble.sentence(fault), file=sys.stderr, flush=True)


def _come_in(wish: Wish, record: window.Record, codes: Codes, *, first: bool) -> None:
    """Open the browser, signed in, or say how to come in without one."""
    from askwell.web.door import browser

    if wish.as_json:
        page = codes.launch(record.url, seeker=wish.seeker)
        _say(json.dumps({"url": record.url, "launch_file": str(page), "pid": record.pid}))
        if wish.browser:
            browser.show(page)
        return
    shown = (
        wish.browser
        and browser.can_open()
        and browser.show(codes.launch(record.url, seeker=wish.seeker, place=browser.own_place()))
    )
    code = "" if shown else codes.typed(seeker=wish.seeker)
    _say(OPENED.format(url=record.url) if shown else TO_TYPE.format(url=record.url, code=code, minutes=MINUTES))
    _say(_how_to_end() if first else OPEN_ALREADY)


def _how_to_end() -> str:
    return HOW_TO_END if os.environ.get("ASKWELL_DATABASE_URL") else f"{HOW_TO_END} {STAYS}"


def _say(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # whoever started it listens no more; the app goes on, and says the rest to nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave() -> None:
    """All is closed. What still works behind the pages waits for nobody, and Python can't tidy up around it safely."""
    if len(enumerate_threads()) > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


OPENED = "Askwell opens in your browser, at {url}"
TO_TYPE = """\
Askwell is open. Go to this address in a browser on this computer:
    {url}
and type this code there. It is good once, for {minutes} minutes:
    {code}"""
HOW_TO_END = "It stays open until you press Ctrl-C here."
STAYS = "Your data stay on this computer."
CLOSED = "Askwell is closed. Everything is kept."
OPEN_ALREADY = "It was open already."
