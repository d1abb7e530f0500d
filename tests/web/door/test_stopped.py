"""When the database can't be opened: one page says so and puts the newest good copy back; nothing comes up empty."""

import errno
import subprocess
from pathlib import Path

import pytest
from tests.web.running import OPEN, running
from tests.web.visitor import Visitor

from askwell.actions import keep, undo
from askwell.actions.desk import Desk, open_desk
from askwell.actions.people import add_person


def kept(data: Path) -> Path:
    """A database with Ana in it, of which there is a copy; its file."""
    with open_desk(data=data) as desk:
        add_person(desk, "Ana Example")
        keep.backup(desk)
    return data / "askwell.db"


def damage(file: Path) -> bytes:
    """Three hundred letters of the file are lost."""
    content = bytearray(file.read_bytes())
    content[40_960:41_260] = bytes(300)
    file.write_bytes(content)
    return bytes(content)


def test_a_damaged_database_is_told_of_and_the_copy_put_back_with_one_click(tmp_path: Path) -> None:
    file = kept(tmp_path / "data")
    damaged = damage(file)
    with running(tmp_path / "data", "--port", "0") as app:
        assert app.get("/put-back").status == 403
        app.sign_in()
        for path in ("/", "/today", "/nowhere"):
            page = app.get(path)
            assert page.status == 503
            assert "can’t be opened as it is" in page.text
            assert "Put the copy of" in page.text
        assert file.read_bytes() == damaged
        assert app.post("/put-back").status == 303
        assert "is in place" in app.get("/today").text
        assert app.get("/nowhere").status == 404
    with open_desk(data=tmp_path / "data") as desk:
        assert keep.export(desk, tmp_path / "export")
    assert "Ana Example" in (tmp_path / "export" / "askwell.json").read_text(encoding="utf-8")
    assert damaged in [other.read_bytes() for other in (tmp_path / "data" / "copies").iterdir()]


def test_without_a_copy_the_start_is_refused_in_words(tmp_path: Path) -> None:
    with open_desk(data=tmp_path / "data"):
        pass
    damage(tmp_path / "data" / "askwell.db")
    done = subprocess.run([*OPEN, "--data", str(tmp_path / "data")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "There is no copy yet" in done.stderr
    assert done.stdout == ""


def test_a_database_that_is_taken_away_meanwhile_never_comes_back_empty(
    client: Visitor, stranger: Visitor, desk: Desk, data: Path
) -> None:
    add_person(desk, "Ana Example")
    keep.backup(desk)
    file = data / "askwell.db"
    file.unlink()
    assert client.get("/today").status_code == 503
    assert not file.exists()
    assert stranger.get("/put-back").status_code == 403
    assert client.post("/put-back", headers={"x-csrftoken": ""}).status_code == 403
    assert not file.exists()
    assert client.post("/put-back").status_code == 303
    assert client.get("/today").status_code == 200


def test_reading_the_page_puts_nothing_back(client: Visitor, desk: Desk, data: Path) -> None:
    keep.backup(desk)
    (data / "askwell.db").unlink()
    assert client.get("/put-back").status_code == 503
    assert not (data / "askwell.db").exists()


def test_a_full_disk_is_said_on_a_page_and_reading_goes_on(client: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(undo, "undo", full)
    answer = client.post("/undo/b1")
    assert answer.status_code == 503
    assert "The disk is full. Make room on it and try again." in answer.content.decode()
    assert client.get("/today").status_code in {200, 303}
