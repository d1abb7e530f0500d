"""The guard: cases 1 to 3 and 6 to 7 of the abuse list, on the whole way of a request within the process."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import got_request_exception
from tests.web.visitor import ORIGIN, PORT, Visitor

from askwell.actions import day, trouble
from askwell.actions.desk import Desk
from askwell.actions.memory import contacts
from askwell.actions.people import add_person
from askwell.web.door import application, guard

EVIL = "evil.test"
WRONG_HOSTS = (
    EVIL, f"{EVIL}:{PORT}", "127.0.0.1", "localhost", f"127.0.0.1:{int(PORT) + 1}", f"127.0.0.1.{EVIL}:{PORT}",
    f"127.0.0.1:{PORT}.{EVIL}", f"localhost.:{PORT}", f"user@127.0.0.1:{PORT}", f"127.0.0.1:{PORT}, {EVIL}",
    f"127.1:{PORT}", f"0.0.0.0:{PORT}", f"[::]:{PORT}", f"2130706433:{PORT}", f"[::ffff:127.0.0.1]:{PORT}", "",
    f"127.0.0.1:0{PORT}", f"127.0.0.1:{PORT}/", "null",
)  # fmt: skip
ROUTES = ("/", "/today", "/launch", "/come-in", "/hello", "/undo/b1", "/nowhere", "/static/askwell/css/tokens.css")


@pytest.mark.parametrize("host", WRONG_HOSTS)
def test_another_host_is_refused_before_anything_is_looked_at(client: Visitor, host: str) -> None:
    for path in ROUTES:
        for answer in (client.get(path, HTTP_HOST=host), client.post(path, {"code": "1"}, HTTP_HOST=host)):
            assert answer.status_code == 403
            assert answer.content == b"Askwell answers at its own address alone.\n"


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"])
def test_the_three_names_of_this_computer_are_ours(client: Visitor, host: str) -> None:
    assert client.get("/today", HTTP_HOST=host).status_code == 200


def test_a_name_that_was_rebound_to_this_computer_gets_nothing_with_or_without_a_session(
    client: Visitor, stranger: Visitor
) -> None:
    twin = f"{EVIL}:{PORT}"
    for visitor in (client, stranger):
        assert visitor.get("/today", HTTP_HOST=twin).status_code == 403
        answer = visitor.post("/undo/b1", HTTP_HOST=twin, headers={"origin": f"http://{twin}"})
        assert answer.status_code == 403


OUR_FORM = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        (OUR_FORM, True),
        ({"origin": f"http://localhost:{PORT}"}, False),  # of another name than that of the page: Django's own check
        ({"origin": ORIGIN, "sec-fetch-site": "none"}, True),
        ({"origin": ORIGIN, "sec-fetch-site": "cross-site"}, False),
        ({"origin": ORIGIN, "sec-fetch-site": "same-site"}, False),
        ({"origin": f"http://{EVIL}"}, False),
        ({"origin": f"http://127.0.0.1:{int(PORT) + 1}", "sec-fetch-site": "same-site"}, False),
        ({"origin": f"https://127.0.0.1:{PORT}"}, False),
        ({"origin": f"{ORIGIN}.{EVIL}"}, False),
        ({"origin": f"{ORIGIN}/"}, False),
        ({"origin": "null"}, False),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, False),
        ({"origin": "file://"}, False),
        ({"origin": ""}, False),
    ],
)
def test_only_a_form_of_our_own_changes_anything(
    client: Visitor, desk: Desk, headers: dict[str, str], taken: bool
) -> None:
    batch = add_person(desk, "Ana Example").batch
    assert client.post(f"/undo/{batch}", headers=headers).status_code == (303 if taken else 403)
    assert bool(contacts(desk)) is not taken


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 303), ("none", 303), ("same-site", 403), ("cross-site", 403), ("", 403), (None, 403)],
)
def test_without_an_origin_the_browser_must_say_that_it_is_ours(
    client: Visitor, desk: Desk, site: str | None, status: int
) -> None:
    batch = add_person(desk, "Ana Example").batch
    client.defaults.pop("HTTP_SEC_FETCH_SITE")
    headers = {"x-csrftoken": client.token} | ({} if site is None else {"sec-fetch-site": site})
    assert client.generic("POST", f"/undo/{batch}", headers=headers).status_code == status


def test_a_form_without_its_token_changes_nothing_and_says_so_kindly(client: Visitor, desk: Desk) -> None:
    batch = add_person(desk, "Ana Example").batch
    answer = client.post(f"/undo/{batch}", headers={"x-csrftoken": ""})
    assert answer.status_code == 403
    assert "nothing was changed" in answer.content.decode()
    assert client.post(f"/undo/{batch}").status_code == 303


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FOO"])
def test_no_other_kind_of_request_is_known(client: Visitor, method: str) -> None:
    answer = client.generic(method, "/today", headers={"origin": ORIGIN})
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_pages_may_lead_here_but_take_nothing_into_theirs(client: Visitor, site: str) -> None:
    def come(mode: str, dest: str) -> int:
        headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}
        return int(client.get("/today", headers=headers).status_code)

    assert come("navigate", "document") == 200
    taken = [("navigate", "iframe"), ("navigate", "object"), ("no-cors", "image"), ("no-cors", "script")]
    assert {come(*way) for way in [*taken, ("cors", "empty"), ("no-cors", "style"), ("no-cors", "empty")]} == {403}


def test_a_launch_comes_from_a_file_and_from_nowhere_else(stranger: Visitor) -> None:
    def come(**headers: str) -> int:
        told = {
            "origin": "null",
            "sec-fetch-site": "cross-site",
            **{n.replace("_", "-"): v for n, v in headers.items()},
        }
        answer = stranger.post("/launch", {"code": "1"}, headers=told)
        return 200 if b"This code is not right" in answer.content else int(answer.status_code)

    assert come() == 200  # it was looked at
    assert come(sec_fetch_mode="navigate", sec_fetch_dest="document") == 200
    assert come(origin=f"http://{EVIL}") == 403
    assert come(sec_fetch_mode="navigate", sec_fetch_dest="iframe") == 403
    assert come(sec_fetch_mode="no-cors", sec_fetch_dest="empty") == 403


POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "font-src": "'self'", "img-src": "'self'",
    "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip


def answers(client: Visitor, stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Any]]:
    """One answer of each kind there is."""
    yield "page", client.get("/today")
    yield "head", client.head("/today")
    yield "redirect", client.get("/")
    yield "missing", client.get("/nowhere")
    yield "stranger", stranger.get("/today")
    yield "wrong host", client.get("/today", HTTP_HOST=EVIL)
    yield "cross-site", client.post("/undo/b1", headers={"origin": f"http://{EVIL}"})
    yield "no token", client.post("/undo/b1", headers={"x-csrftoken": ""})
    yield "wrong code", stranger.post("/launch", {"code": "1"}, headers={"origin": "null"})
    yield "refused", client.post("/undo/b1")
    yield "wrong method", client.generic("DELETE", "/today")
    yield "file", client.get("/static/askwell/css/tokens.css")
    yield "no such file", client.get("/static/askwell/css/none.css")
    yield "outside", client.get("/static/../settings.py")
    file = client.get("/static/askwell/css/tokens.css")
    file.close()
    yield "unchanged file", client.get("/static/askwell/css/tokens.css", headers={"if-none-match": file["ETag"]})
    yield "part of a file", client.get("/static/askwell/css/tokens.css", headers={"range": "bytes=0-9"})
    monkeypatch.setattr(day, "look", _fault)
    client.raise_request_exception = False
    yield "fault", client.get("/today")


def _fault(*_: object, **_more: object) -> None:
    raise RuntimeError("Ana Example was here")


def test_every_answer_tells_the_browser_what_it_may_do(
    client: Visitor, stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {}
    for kind, answer in answers(client, stranger, monkeypatch):
        headers = answer.headers
        seen[kind] = answer.status_code
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy == POLICY, kind
        assert {name: headers[name] for name in guard.HEADERS} == dict(guard.HEADERS), kind
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert ("max-age" if "file" in kind and "such" not in kind else "no-store") in headers["Cache-Control"], kind
        assert "Access-Control-Allow-Origin" not in headers, kind
        answer.close()
    assert set(seen.values()) >= {200, 206, 303, 304, 403, 404, 405, 500}


def test_a_fault_shows_neither_code_nor_names(client: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day, "look", _fault)
    client.raise_request_exception = False
    answer = client.get("/today")
    assert answer.status_code == 500
    assert b"Traceback" not in answer.content
    assert b"Ana Example" not in answer.content


def test_of_a_fault_the_place_is_kept_and_no_word_of_hers(
    client: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(day, "look", _fault)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    got_request_exception.connect(application.write_down)
    try:
        client.raise_request_exception = False
        client.get("/today?who=Ana+Example")
    finally:
        got_request_exception.disconnect(application.write_down)
    (kept,) = tmp_path.rglob(trouble.FAULTS)
    told = kept.read_text(encoding="utf-8")
    assert told.startswith("askwell open /today, Python ")
    assert "builtins.RuntimeError" in told
    assert "_fault" in told
    assert "Ana" not in told


def test_the_policy_forbids_all_code_that_is_not_in_our_own_files() -> None:
    assert "unsafe" not in guard.POLICY
    assert not {"*", "data:", "blob:", "http:", "https:"} & set(guard.POLICY.replace(";", "").split())


def test_a_stranger_learns_nothing_from_any_address(stranger: Visitor, desk: Desk) -> None:
    """Every address gives the same page, so that none tells whether it, or a person behind it, exists."""
    add_person(desk, "Ana Example")
    pages = {
        _plain(stranger.get(path)) for path in ("/", "/today", "/people/p1", "/people/p999", "/nowhere", "/launch")
    }
    assert len(pages) == 1
    (page,) = pages
    assert "Come in" in page
    assert "Ana" not in page


def _plain(answer: Any) -> str:
    assert answer.status_code == 403
    return re.sub(r'value="[^"]*"', "", answer.content.decode())
