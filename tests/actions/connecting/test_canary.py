"""A password is found in the keyring and nowhere else: not in the store, its copies, exports, logs or sentences."""

import logging
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.actions.connecting.conftest import InMemory
from tests.servers.letters import ME, event, letter
from tests.servers.scripted_imap import Folder, scripted
from tests.servers.scripted_web import scripted as scripted_web

from askwell.actions import keep
from askwell.actions.connecting import connections
from askwell.actions.connecting.syncing import sync
from askwell.actions.connecting.telling import Told
from askwell.actions.desk import Desk
from askwell.domain.connections import Login, Service
from askwell.domain.errors import Refused

CANARY = "canary7f3a9"


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """All that was logged or printed."""
    caplog.set_level(logging.DEBUG)
    return lambda: [caplog.text, *capfd.readouterr()]


def refusal(desk: Desk, told: Told) -> str:
    with pytest.raises(Refused) as refused:
        connections.connect(desk, told)
    return str(refused.value)


def test_the_canary_sings_in_the_keyring_alone(
    desk: Desk, ring: InMemory, tmp_path: Path, heard: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.servers.scripted_imap.SECRET", CANARY)
    calendar = event("e1", "Coffee").encode()
    box = {"INBOX": Folder({1: letter(1)})}
    with scripted(folders=box) as mail, scripted_web(lambda _: (200, {}, calendar)) as web:
        said = [
            connections.connect(desk, Told(Service.IMAP, ME, CANARY, mail.url)).said,
            connections.connect(desk, Told(Service.IMAP, "b@example.com", CANARY, mail.url, keep=False)).said,
            connections.connect(desk, Told(Service.FEED, secret=f"{web.url}private-{CANARY}/basic.ics")).said,
            refusal(desk, Told(Service.IMAP, ME, f"{CANARY}wrong", mail.url)),
            refusal(desk, Told(Service.CARDDAV, ME, CANARY, web.url, login=Login.TOKEN)),
            repr(sync(desk)),
            repr(connections.connected(desk)),
        ]
    assert any(CANARY in secret for secret in ring.held.values())
    assert any(CANARY.encode() in line for line in mail.asked), "it was said where it belongs"
    keep.backup(desk)
    keep.export(desk, tmp_path / "export")
    with keep.pack(desk) as packed, zipfile.ZipFile(packed) as told:
        said += [told.read(name).decode("utf-8", "replace") for name in told.namelist()]
    assert [text for text in (*said, *heard()) if CANARY in text] == []
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files if CANARY.encode() in file.read_bytes()] == []
    assert sum(file.suffix == ".db" for file in files) > 1, "copies were looked through too"
