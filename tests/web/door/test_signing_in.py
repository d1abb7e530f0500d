"""The door of the app as it really runs: cases 4 to 6 of the abuse list, over its socket."""

import json
import os
import re
import socket
import stat
import subprocess
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.terminal.shell import NOW
from tests.web.running import FORM, OPEN, Answer, App, again, running

LINUX = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks into /proc")


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[App]:
    """An app of this test's own, whose visitor has not come in."""
    with running(tmp_path / "data", "--port", "0", "--now", NOW) as found:
        yield found


def test_one_line_tells_where_the_app_is_and_it_answers_at_once(shut: App) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", shut.url)
    assert shut.process
    assert shut.pid == shut.process.pid
    assert shut.launch_file.parent.is_relative_to(shut.data)
    assert shut.get().status == 403
    assert shut.process.stdout
    os.set_blocking(shut.process.stdout.fileno(), False)
    with pytest.raises(BlockingIOError):
        os.read(shut.process.stdout.fileno(), 1)


def test_the_launch_file_lets_in_once_with_a_page_that_moves_on_by_itself(shut: App) -> None:
    code = shut.code()
    answer = shut.sign_in()
    assert answer.status == 200
    assert '<meta http-equiv="refresh" content="0; url=/">' in answer.text
    assert shut.inside
    assert not shut.launch_file.exists()
    for _ in range(3):
        assert shut.hand_over(code).status == 403


def test_the_cookie_has_a_name_of_this_installation_and_is_for_our_own_pages_alone(shut: App, app: App) -> None:
    (told,) = SimpleCookie(shut.sign_in().headers["Set-Cookie"]).values()
    assert re.fullmatch(r"askwell_[0-9a-f]{16}", told.key)
    assert told["httponly"]
    assert told["samesite"] == "Strict"
    assert told["path"] == "/"
    assert told["domain"] == ""
    assert int(told["max-age"]) in range(30 * 86_400 - 60, 30 * 86_400 + 1)
    assert len(told.value) == 32
    assert told.key not in app.cookies


def test_a_session_id_that_was_planted_is_not_taken_over(shut: App) -> None:
    (name,) = again_signed_in(shut).cookies
    for planted in ("a" * 32, "../../askwell.db", ""):
        visitor = again(shut)
        headers = {"Cookie": f"{name}={planted}; {name}={planted}", "Origin": "null", "Content-Type": FORM}
        answer = shut.ask("POST", "/launch", body=f"code={visitor.code()}", headers=headers)
        (told,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
        assert told.value != planted
        assert len(told.value) == 32
        assert shut.ask("GET", "/today", headers={"Cookie": f"{name}={planted}"}).status == 403
        assert shut.ask("GET", "/today", headers={"Cookie": f"{name}={told.value}"}).status != 403


def test_each_launch_has_a_new_session_and_the_one_that_came_along_ends(shut: App) -> None:
    first = again_signed_in(shut)
    ((name, old),) = first.cookies.items()
    answer = first.hand_over(again(shut).code(), Cookie=f"{name}={old}")
    assert answer.status == 200
    assert first.cookies[name] != old
    assert first.inside
    assert shut.ask("GET", "/today", headers={"Cookie": f"{name}={old}"}).status == 403


def test_a_launch_in_one_browser_leaves_another_signed_in(shut: App) -> None:
    first, second = again_signed_in(shut), again_signed_in(shut)
    assert first.inside
    assert second.inside


def again_signed_in(app: App) -> App:
    visitor = again(app)
    assert visitor.sign_in().status == 200
    return visitor


def test_guesses_over_the_wire_get_nowhere_and_a_new_start_lets_in_again(shut: App) -> None:
    code = shut.code()
    for n in range(1_000):
        assert shut.hand_over(f"{int(code, 16) ^ (n + 1):032x}").status == 403
    assert shut.hand_over(code).status == 403
    assert not shut.launch_file.exists()
    assert again(shut).sign_in().status == 200


def test_an_empty_and_a_very_long_code_are_only_wrong(shut: App) -> None:
    for code in ("", "%00", "..%2F..", "x" * 60_000, "%F0%9F%94%91"):
        assert shut.hand_over(code).status == 403
    assert shut.sign_in().status == 200


@LINUX
def test_no_code_stands_in_a_command_an_environment_or_anything_that_is_printed(shut: App) -> None:
    code = shut.code()
    (cookie,) = again_signed_in(shut).cookies.values()
    seen = []
    for process in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            try:
                seen.append((process / name).read_bytes())
            except OSError:
                continue
    assert any(b"askwell" in text for text in seen)
    for secret in (code, cookie):
        assert not any(secret.encode() in text for text in seen)
        assert secret not in shut.url + str(shut.launch_file)


def test_after_its_use_a_code_stands_nowhere_in_the_folder_and_a_session_never(shut: App) -> None:
    code = shut.code()
    shut.sign_in()
    (cookie,) = shut.cookies.values()
    for file in shut.data.rglob("*"):
        told = str(file).encode() + (file.read_bytes() if file.is_file() else b"")
        assert code.encode() not in told
        assert cookie.encode() not in told


def test_nothing_is_said_of_a_visit(tmp_path: Path) -> None:
    """Neither who came, nor which page was asked for, nor what went wrong with it."""
    command = [*OPEN, "--data", str(tmp_path / "data"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        told = json.loads(process.stdout.readline())
        visitor = App(told["url"], Path(told["launch_file"]), told["pid"], tmp_path / "data")
        visitor.get("/people/ana-example")
        visitor.sign_in()
        visitor.get("/nowhere/ana-example")
        visitor.post("/undo/ana-example")
        visitor.ask("POST", "/today", headers={"Origin": "http://evil.test"})
        raw(visitor, b"GET / HTTP/9.9\r\n\r\n")
        process.terminate()
        assert process.stdout.read() == ""
        assert process.stderr.read() == ""


def test_all_files_are_private_even_where_the_umask_would_open_them(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with running(tmp_path / "data", "--port", "0") as app:
            again_signed_in(app)
            app.post("/undo/b1")
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (app.data, *app.data.rglob("*"))}
    finally:
        os.umask(before)
    assert {path.name for path in modes} >= {"data", "door", "codes", "sessions", "keys.json", "lock", "askwell.db"}
    assert {path: oct(mode) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}


@LINUX
def test_only_loopback_listens(app: App) -> None:
    sockets = {str(link.readlink()) for link in Path(f"/proc/{app.pid}/fd").iterdir() if link.is_symlink()}
    listening = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            _, local, _, state, *rest = line.split()
            if f"socket:[{rest[5]}]" in sockets and (state == "0A" or table.startswith("udp")):
                listening.append((table, local))
    assert listening == [("tcp", f"0100007F:{app.port:04X}")]


def test_another_address_of_this_computer_is_not_answered(app: App) -> None:
    for address in ("127.0.0.2", "::1"):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as probe, pytest.raises(ConnectionRefusedError):
            probe.connect((address, app.port))


def raw(app: App, text: bytes) -> str:
    """What comes back to bytes that may be no request at all."""
    with socket.create_connection(("127.0.0.1", app.port), timeout=20) as wire:
        wire.sendall(text)
        wire.shutdown(socket.SHUT_WR)
        came = b""
        while part := wire.recv(65_536):
            came += part
    return came.decode("latin-1")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", "403"),
        (b"GET / HTTP/1.0\r\n\r\n", "403"),
        (b"GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n", "403"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1\r\n\r\n", "40"),
        (b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", "400"),
        (b"GET /\xff HTTP/1.1\r\nHost: evil.test\r\n\r\n", "40"),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999999\r\n\r\n", "413"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "501"),
        (b"nonsense\r\n\r\n", "400"),
    ],
)
def test_what_the_server_answers_by_itself_carries_the_headers_too(app: App, request_: bytes, status: str) -> None:
    came = raw(app, request_)
    assert came.startswith(f"HTTP/1.{came[7]} {status}"), came[:300]
    head = came.partition("\r\n\r\n")[0].lower()
    for header in ("content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "no-store"):
        assert header in head
    assert "server:" not in head
    assert "waitress" not in head


def test_what_a_stranger_sends_is_not_read_where_it_is_large(shut: App) -> None:
    head = f"POST /launch HTTP/1.1\r\nHost: 127.0.0.1:{shut.port}\r\nCookie: askwell_x={'a' * 32}\r\n"
    assert raw(shut, f"{head}Content-Length: 70000\r\n\r\n".encode()).startswith("HTTP/1.1 413")
    chunks = b"2000\r\n" + b"a" * 0x2000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", shut.port), timeout=20) as wire, pytest.raises(ConnectionError):
        wire.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks * 5_000)
    assert list((shut.data / "door" / "passing").iterdir()) == []
    assert shut.sign_in().status == 200


def test_somebody_who_is_inside_may_send_large_things_and_load_the_launch_once_more(app: App) -> None:
    answer = app._as_browser("POST", "/today", body="a=" + "b" * 1_000_000, headers={"Origin": app.origin})
    assert answer.status == 403  # it was read: only its token is missing
    assert "nothing was changed" in answer.text
    for method, path in (("GET", "/launch"), ("GET", "/come-in"), ("POST", "/launch")):
        headers = {"Origin": app.origin} if method == "POST" else {}
        assert 'content="0; url=/"' in app._as_browser(method, path, headers=headers).text


def test_a_typed_code_lets_in_once(tmp_path: Path) -> None:
    with words(tmp_path / "data") as (visitor, code, said):
        assert visitor.url in said
        assert "10 minutes" in said
        page = visitor.get()
        assert typed(visitor, "ccccc-ccccc", page).status == 403
        assert "This code is not right" in typed(visitor, "ccccc-ccccc", page).text
        assert typed(visitor, code.lower(), page).status == 200
        assert visitor.inside
        visitor.cookies.clear()
        assert typed(visitor, code, page).status == 403


def test_a_typed_code_needs_the_form_of_our_own_page(tmp_path: Path) -> None:
    with words(tmp_path / "data") as (visitor, code, _):
        page = visitor.get()
        for token in ("", "x", token_in(page)[:-1] + "x"):
            assert "open for too long" in typed(visitor, code, page, token=token).text
        headers = {"Content-Type": FORM, "Origin": "http://evil.test"}
        body = f"code={code}&token={token_in(page)}"
        assert visitor.ask("POST", "/come-in", body=body, headers=headers).text.startswith("Askwell takes nothing")
        assert visitor.ask("POST", "/come-in", body=body, headers={"Content-Type": FORM}).status == 403
        assert typed(visitor, code, page).status == 200


def test_twenty_wrong_codes_end_the_right_one(tmp_path: Path) -> None:
    with words(tmp_path / "data") as (visitor, code, _):
        page = visitor.get()
        for _ in range(20):
            typed(visitor, "ccccc-ccccc", page)
        assert typed(visitor, code, page).status == 403


class words:  # noqa: N801 - read as "with words(…)"
    """The app as somebody starts it who has no browser here: a visitor, the code that was shown, all that was said."""

    def __init__(self, data: Path) -> None:
        command = [*OPEN[:-1], "--port", "0", "--data", str(data)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.data = data

    def __enter__(self) -> tuple[App, str, str]:
        assert self.process.stdout
        said = ""
        while "Ctrl-C" not in said:
            said += self.process.stdout.readline()
        url = re.search(r"http://\S+", said)
        code = re.search(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b", said)
        assert url
        assert code
        return App(url[0], Path(), self.process.pid, self.data), code[0], said

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        if self.process.stdout:
            self.process.stdout.close()


def token_in(page: Answer) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page.text)
    assert found
    return found[1]


def typed(visitor: App, code: str, page: Answer, *, token: str | None = None) -> Answer:
    body = f"code={code}&token={token_in(page) if token is None else token}"
    headers = {"Origin": f"http://{urlsplit(visitor.url).netloc}", "Content-Type": FORM}
    return visitor._as_browser("POST", "/come-in", body=body, headers=headers)
