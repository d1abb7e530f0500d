"""What is made once for each installation, and who is signed in: private, new for each folder, ended when asked."""

import json
import os
import stat
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.test import RequestFactory
from django.utils import timezone
from tests.web.visitor import Visitor

from askwell.actions.desk import ME, Desk
from askwell.web import private
from askwell.web.door import keys as made
from askwell.web.door import sessions
from askwell.web.door import signing_in as door
from askwell.web.door.keys import Keys
from askwell.web.door.launch import Codes
from askwell.web.door.sessions import SessionStore


def test_each_installation_has_a_secret_a_cookie_and_a_port_of_its_own_and_keeps_them(tmp_path: Path) -> None:
    first, second = (Keys.of(private.folder(tmp_path / name)) for name in ("a", "b"))
    assert len(bytes.fromhex(first.secret)) == 32
    assert first.secret != second.secret
    assert first.cookie != second.cookie
    assert Keys.of(tmp_path / "a") == first
    assert stat.S_IMODE((tmp_path / "a" / made.FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"secret": "short", "cookie": "a", "port": 20000}', '{"secret": 1, "cookie": "a", "port": 20000}'],
)
def test_keys_that_are_damaged_or_weak_are_made_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / made.FILE).write_text(text, encoding="utf-8")
    assert len(Keys.of(tmp_path).secret) == 64
    assert Keys.of(tmp_path) == Keys.of(tmp_path)


@pytest.mark.parametrize("cookie", ["a b", "a;b", "", "a=b"])
def test_a_cookie_has_a_name_that_needs_no_marks(tmp_path: Path, cookie: str) -> None:
    told = {"secret": "0" * 64, "cookie": cookie, "port": 20_000}
    (tmp_path / made.FILE).write_text(json.dumps(told), encoding="utf-8")
    assert Keys.of(tmp_path).cookie != cookie


def test_a_folder_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "door").mkdir(mode=0o755)
    (tmp_path / "door").chmod(0o755)
    assert stat.S_IMODE(private.folder(tmp_path / "door").stat().st_mode) == 0o700


def test_a_private_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    private.write(file, "one")
    with pytest.raises(UnicodeEncodeError):
        private.write(file, "\ud800")
    assert file.read_text(encoding="utf-8") == "one"
    assert list(tmp_path.iterdir()) == [file]


def signed_in(seeker: str = "Alice") -> str:
    session = SessionStore()
    session.begin(seeker, name="seeker")
    session.save()
    return session.session_key or ""


def test_no_id_of_a_session_can_be_read_in_its_folder_and_its_file_is_private(desk: Desk) -> None:
    key = signed_in()
    (file,) = (desk.data / "door" / "sessions").iterdir()
    assert key not in file.name
    assert key not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SessionStore(key).get("seeker") == "Alice"


def test_an_id_that_was_never_given_out_is_not_taken_over(desk: Desk) -> None:
    session = SessionStore("a" * 32)
    assert session.get("seeker") is None
    assert session.session_key is None
    assert list((desk.data / "door" / "sessions").iterdir()) == []


def test_a_session_ends_after_thirty_days_even_when_it_is_used_each_day(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = signed_in()
    began = timezone.now()
    for days in (15, 29.9):
        monkeypatch.setattr(timezone, "now", lambda days=days: began + timedelta(days=days))
        session = SessionStore(key)
        session["seen"] = days
        session.save()
    assert SessionStore(key).get("seeker") == "Alice"
    monkeypatch.setattr(timezone, "now", lambda: began + timedelta(days=30, seconds=1))
    assert SessionStore(key).get("seeker") is None


def test_a_session_that_others_wrote_or_tore_is_none(desk: Desk) -> None:
    key = signed_in()
    (file,) = (desk.data / "door" / "sessions").iterdir()
    file.write_text(file.read_text(encoding="ascii")[:-3] + "abc", encoding="ascii")
    assert SessionStore(key).get("seeker") is None
    file.write_bytes(b"\xff\xfe")
    assert SessionStore(key).get("seeker") is None


def test_a_session_that_was_ended_meanwhile_stays_ended(desk: Desk) -> None:
    session = SessionStore(signed_in())
    session["toast"] = "kept"
    sessions.end_all()
    with pytest.raises(UpdateError):
        session.save()


def test_what_is_older_than_thirty_days_is_swept_away(desk: Desk) -> None:
    signed_in()
    (file,) = (desk.data / "door" / "sessions").iterdir()
    SessionStore.clear_expired()
    assert file.exists()
    old = time.time() - 31 * 86_400
    os.utime(file, (old, old))
    SessionStore.clear_expired()
    assert not file.exists()


def test_signing_out_everywhere_ends_every_session(client: Visitor, charlie: Visitor) -> None:
    again = Visitor(ME)
    assert [v.get("/today").status_code for v in (client, again, charlie)] == [200, 200, 200]
    sessions.end_all()
    assert [v.get("/today").status_code for v in (client, again, charlie)] == [403, 403, 403]


def test_who_signs_out_everywhere_takes_the_codes_back_too(client: Visitor, charlie: Visitor, desk: Desk) -> None:
    door_of = desk.data / "door"
    code = Codes(door_of, Keys.read(door_of)).typed(seeker=ME)
    request = RequestFactory().post("/data/sign-out")
    request.session = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)
    answer = door.sign_out_everywhere(request)
    assert "signed out everywhere" in answer.content.decode()
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert list((door_of / "sessions").iterdir()) == []
    assert [v.get("/today").status_code for v in (client, charlie)] == [403, 403]
    assert Codes(door_of, Keys.read(door_of)).use(code) is None
