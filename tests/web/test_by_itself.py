"""The app that is opened reads what is connected, behind the pages; not where that is off, or the clock was set."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.connecting.conftest import InMemory, in_memory
from tests.servers.letters import ME, letter
from tests.servers.real import SECRET
from tests.servers.scripted_imap import Folder, Scripted, scripted
from tests.web.deliveries import SOON, wait_for
from tests.web.running import running
from tests.web.visitor import Visitor

from askwell.actions.connecting import by_itself, connections
from askwell.actions.connecting.syncing import sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk, open_desk
from askwell.domain.connections import Service
from askwell.web import by_itself as web_by_itself

RING = f"""
from keyring.backend import KeyringBackend
class Ring(KeyringBackend):
    priority = 1
    def get_password(self, service, username):
        return "{SECRET}"
    def set_password(self, service, username, password):
        pass
"""


@pytest.fixture
def ring() -> Iterator[InMemory]:
    with in_memory() as own:
        yield own


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def server(data: Path, ring: InMemory) -> Iterator[Scripted]:
    """A mail server that was checked five hours ago, and has a new message since."""
    with scripted(folders={"INBOX": Folder({1: letter(1)})}) as found:
        with open_desk(data=data, now=datetime.now(UTC) - timedelta(hours=5), url="") as desk:
            connections.connect(desk, Told(Service.IMAP, ME, SECRET, found.url))
            sync(desk)
        found.folders["INBOX"].letters[2] = letter(2, "Bo Berg <bo@example.net>")
        found.asked.clear()
        yield found


@pytest.fixture
def app_environment(tmp_path: Path) -> dict[str, str]:
    """Where the app and its children have a keyring that holds the password."""
    (tmp_path / "ringtest.py").write_text(RING, encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path), "PYTHON_KEYRING_BACKEND": "ringtest.Ring"}


def test_opened_it_reads_what_is_new_and_no_page_waits_for_it(
    data: Path, server: Scripted, app_environment: dict[str, str]
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(line: bytes, _: socket.socket) -> None:
        if b"EXAMINE" in line:
            asked.set()
            go_on.wait(SOON)

    server.instead = slow
    with running(data, **app_environment) as app:
        app.sign_in()
        assert asked.wait(SOON)
        assert "Bo Berg" not in app.get("/people").text, "pages are there while a server lets it wait"
        go_on.set()
        assert wait_for(lambda: "Bo Berg" in app.get("/people").text)
        assert "Last checked today" in app.get("/replies").text


def test_with_a_clock_that_was_set_nobody_is_asked(
    data: Path, server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASKWELL_NOW", "2026-03-27T18:00:00Z")
    web_by_itself.read_what_is_due("me")  # without any house: it looks at the clock first
    assert server.asked == []


def test_the_switch_stands_beside_the_connections(client: Visitor, desk: Desk, ring: InMemory) -> None:
    with scripted() as server:
        assert "When you open Askwell" not in client.page("/connect").body.text()
        connections.connect(desk, Told(Service.IMAP, ME, SECRET, server.url))
    for words, on in (("Only when I check", False), ("Read it when I open Askwell", True)):
        (button,) = [one for one in client.page("/connect").css("aside button") if one.text() == words]
        assert client.post("/connect/by-itself", {"on": str(button.attributes["value"])}).status_code == 303
        assert by_itself.is_on(desk) is on
    toast = client.page("/connect").css_first(".toast")
    assert by_itself.ON_SAID in toast.text()
    (undo,) = toast.css("button[name=on]")
    assert (undo.text(), undo.attributes["value"]) == ("Undo", "no")
