"""A reading of servers is stopped at once, whatever it waits for: not once the server says something, or time is up."""

import signal
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers.letters import ME, letter
from tests.servers.real import SECRET
from tests.servers.scripted_imap import Folder, Scripted, scripted
from tests.web.deliveries import SOON, book_in

from askwell.actions.connecting import connections, pockets
from askwell.actions.connecting.syncing import sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk, open_desk
from askwell.domain.connections import Service
from askwell.web.jobs import child
from askwell.web.jobs.book import Book, State

NOW = datetime.now(UTC)
PATIENT = """
from askwell.sources.servers.patience import Patience
from askwell.web.jobs import turns
turns.GRACE = turns.AT_ONCE = 600.0
Patience.__init__.__kwdefaults__.update(idle=600.0, command=600.0)
"""
NO_SIGNALS = """
import signal, socket, time
del signal.pthread_kill
from askwell.web.jobs import turns
turns.GRACE = 600.0
def deaf(*_, **__):
    while True:
        try:
            time.sleep(600)
        except KeyboardInterrupt:
            continue
socket.getaddrinfo = deaf
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW, url="") as opened:
        yield opened
    pockets._held.clear()


@pytest.fixture
def book(desk: Desk) -> Iterator[Book]:
    with book_in(desk.data) as found:
        yield found


class Silent:
    """A server that hears one question and never answers it; `asked` is set once it has heard it."""

    def __init__(self, verb: bytes) -> None:
        self.verb, self.asked = verb, threading.Event()

    def __call__(self, line: bytes, _: socket.socket) -> bytes | None:
        if self.verb not in line:
            return None
        self.asked.set()
        return b""


def within(folder: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let children run this first."""
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


def stopped(book: Book, desk: Desk, job: str) -> State:
    """How the job stands once it is stopped, which must come to pass."""
    found: list[State] = []

    def stop() -> None:
        standing = book.stop(desk, job)
        found.extend([standing.state] if standing else [])

    stopping = threading.Thread(target=stop, daemon=True)
    stopping.start()
    stopping.join(SOON)
    assert found, "it waits for something"
    return found[0]


def connect(desk: Desk, server: Scripted) -> str:
    connections.connect(desk, Told(Service.IMAP, ME, SECRET, server.url, keep=False))
    return connections.all_of(desk)[0].name


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="needs signals to a thread")
@pytest.mark.parametrize("verb", [b"CAPABILITY", b"LIST", b"PEEK[HEADER]"])
def test_it_waits_for_no_answer_of_a_silent_server(
    book: Book, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: bytes
) -> None:
    monkeypatch.setattr(child, "PATIENCE", 600.0)
    with scripted(folders={"INBOX": Folder({1: letter(1)})}) as server:
        name = connect(desk, server)
        within(tmp_path, PATIENT, monkeypatch)
        server.asked.clear()
        server.instead = silent = Silent(verb)
        job = book.read_servers(desk, [name])
        assert silent.asked.wait(SOON)
        assert stopped(book, desk, job.id) is State.STOPPED
        assert b"LOGOUT" not in server.verbs, "its goodbye would be waited for as well"
        server.instead = lambda _line, _sock: None
        assert [one.new for one in sync(desk, ask=lambda _: SECRET).receipt.files] == [1]


def test_where_nothing_wakes_it_the_child_is_left_at_once(
    book: Book, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "PATIENCE", 600.0)
    with scripted() as server:
        name = connect(desk, server)
        within(tmp_path, NO_SIGNALS, monkeypatch)
        job = book.read_servers(desk, [name])
        assert book.line._child
        pid = book.line._child.pid
        assert stopped(book, desk, job.id) is State.STOPPED
        assert not Path(f"/proc/{pid}").exists()
    assert connections.connected(desk)[0].looked is None


def test_a_server_that_says_no_goodbye_is_left_all_the_same(desk: Desk) -> None:
    with scripted(folders={"INBOX": Folder({1: letter(1)})}) as server:
        connect(desk, server)
        server.instead = silent = Silent(b"LOGOUT")
        found = sync(desk, ask=lambda _: SECRET)
    assert silent.asked.is_set()
    assert found.is_well
    assert [one.new for one in found.receipt.files] == [1]
