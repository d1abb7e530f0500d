"""One app for one folder: a second start finds the first one; killed, raced or ended, nothing stays in the way."""

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.terminal.shell import NOW
from tests.web.running import OPEN, App, again, end, running, start

from askwell.web import private
from askwell.web.door import window
from askwell.web.door.keys import Keys
from askwell.web.door.window import Record, Window

POSIX = pytest.mark.skipif(os.name != "posix", reason="sends signals")
SOON = 60.0  # seconds, on a busy computer


@pytest.fixture
def first(tmp_path: Path) -> Iterator[App]:
    with running(tmp_path / "data", "--port", "0", "--now", NOW) as found:
        found.sign_in()
        yield found


def test_a_second_start_opens_the_window_of_the_first_and_ends(first: App) -> None:
    second = again(first, "--port", "0")
    assert (second.url, second.pid) == (first.url, first.pid)
    assert second.launch_file != first.launch_file
    assert second.sign_in().status == 200
    assert second.inside
    assert first.inside
    assert not second.launch_file.exists()


def test_a_second_start_says_it_in_words_too(first: App) -> None:
    command = [*OPEN[:-1], "--data", str(first.data)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert first.url in said
    assert "It was open already." in said


def test_each_seeker_of_a_second_start_has_a_desk_of_their_own(first: App) -> None:
    second = again(first, "--seeker", "Charlie")
    second.sign_in()
    assert second.inside


def test_of_five_starts_at_the_same_moment_exactly_one_serves(tmp_path: Path) -> None:
    command = [*OPEN, "--data", str(tmp_path / "data"), "--port", "0"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(5)]
    try:
        told = [json.loads(process.stdout.readline()) for process in started if process.stdout]
        serving = {answer["pid"] for answer in told}
        assert len(serving) == 1
        assert len({answer["url"] for answer in told}) == 1
        others = [process for process in started if process.pid not in serving]
        assert [process.wait(timeout=60) for process in others] == [0] * 4
        assert [process.poll() for process in started if process.pid in serving] == [None]
        for answer in told:
            visitor = App(answer["url"], Path(answer["launch_file"]), answer["pid"], tmp_path / "data")
            assert visitor.sign_in().status == 200
    finally:
        for process in started:
            process.terminate()
            process.wait(timeout=60)
            if process.stdout:
                process.stdout.close()


@POSIX
def test_one_that_was_killed_is_no_obstacle_and_the_open_page_goes_on(tmp_path: Path) -> None:
    app = start(tmp_path / "data", "--now", NOW)
    app.sign_in()
    left = again(app).launch_file
    assert end(app, signal.SIGKILL) == -signal.SIGKILL
    began = time.monotonic()
    with running(tmp_path / "data", "--now", NOW) as new:
        assert time.monotonic() - began < SOON
        assert new.url == app.url
        assert new.pid != app.pid
        assert app.inside
        assert not left.exists()
        assert new.launch_file.exists()


@POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_told_to_end_it_ends_cleanly_and_takes_its_codes_along(tmp_path: Path, number: int) -> None:
    app = start(tmp_path / "data", "--port", "0")
    app.sign_in()
    again(app)
    assert end(app, number) == 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", app.port))
    door = app.data / "door"
    assert not [*door.glob("*.html"), *(door / "codes").iterdir(), door / window.RECORD][:-1]
    assert not (door / window.RECORD).exists()
    assert not [*app.data.glob("*-journal")]
    with closing(Window.take(door) or pytest.fail("the window is still held")):
        pass


@POSIX
def test_told_to_end_while_it_starts_it_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    for tenths in range(1, 6):
        command = [*OPEN, "--data", str(tmp_path / "data"), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            time.sleep(tenths / 12)
            process.terminate()
            assert process.stderr
            assert process.stderr.read() == ""
            assert process.wait(timeout=60) in {0, -signal.SIGTERM}
    with running(tmp_path / "data", "--port", "0") as app:
        assert app.sign_in().status == 200


@POSIX
def test_ctrl_c_is_answered_and_a_listener_that_went_away_is_no_trouble(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "askwell", "--data", str(tmp_path / "data")]
    for hears in (True, False):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stderr
            while "Ctrl-C" not in process.stdout.readline():
                pass
            if not hears:
                process.stdout.close()
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 0
            assert not hears or process.stdout.read() == "Askwell is closed. Everything is kept.\n"
            assert process.stderr.read() == ""


@POSIX
def test_it_ends_while_connections_are_open(first: App) -> None:
    held = [socket.create_connection(("127.0.0.1", first.port)) for _ in range(5)]
    for wire in held[:3]:
        wire.sendall(b"POST /today HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
    began = time.monotonic()
    assert end(first) == 0
    assert time.monotonic() - began < SOON
    for wire in held:
        wire.close()


def test_the_same_port_is_used_each_time_and_another_where_it_is_taken(tmp_path: Path) -> None:
    with running(tmp_path / "data") as app:
        favorite = app.port
    with running(tmp_path / "data") as app:
        assert app.port == favorite
    with socket.socket() as other:
        other.bind(("127.0.0.1", favorite))
        other.listen()
        with running(tmp_path / "data") as app:
            assert app.port != favorite
    with running(tmp_path / "data") as app:
        assert app.port == favorite


def refused(*options: str, **environment: str) -> str:
    done = subprocess.run(
        [*OPEN, *options], capture_output=True, text=True, timeout=60, env={**os.environ, **environment}, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_port_that_is_asked_for_is_taken_or_refused(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        said = refused("--data", str(tmp_path / "data"), "--port", port)
    assert said == f"Port {port} can’t be used: another program uses it. Leave --port out, or name another.\n"
    with running(tmp_path / "data", "--port", port) as app:
        assert app.port == int(port)
    for wrong in ("65536", "-1"):
        assert f"There is no port {wrong}" in refused("--data", str(tmp_path / "data"), f"--port={wrong}")


def test_a_folder_that_cannot_hold_data_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "can’t hold your data" in refused("--data", str(tmp_path / "file"))
    assert "is no moment" in refused("--data", str(tmp_path / "data"), "--now", "yesterday")
    assert "names no server" in refused("--data", str(tmp_path / "data"), ASKWELL_DATABASE_URL="postgresql:///")


def test_the_same_folder_with_another_database_is_refused(first: App) -> None:
    said = refused("--data", str(first.data), ASKWELL_DATABASE_URL="postgresql://somebody:secret@127.0.0.1:1/askwell")
    assert "with another database" in said
    assert "secret" not in said


def test_the_moment_that_is_said_holds_in_every_page(lived_in: Path) -> None:
    with running(lived_in, "--port", "0", "--now", NOW) as app:
        app.sign_in()
        assert "March 27" in app.get("/today").text


@contextmanager
def impostor() -> Iterator[int]:
    """Another program that answers on a port, and takes down what it is given."""

    class Greedy(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"0" * 64)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Greedy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_program_that_took_the_port_over_is_not_taken_for_the_app(tmp_path: Path) -> None:
    keys = Keys.of(tmp_path)
    with impostor() as port:
        assert not Record(1, port, "").answers(keys)
        mine = Window.take(tmp_path)
        assert mine
        with closing(mine):
            mine.announce(Record(1, port, ""))
            assert window.first(tmp_path, patience=0.3) is None


def test_an_app_that_just_begins_is_waited_for(tmp_path: Path, first: App) -> None:
    door = first.data / "door"
    record = Record.read(door)
    assert record
    (door / window.RECORD).unlink()
    threading.Timer(0.4, lambda: private.write(door / window.RECORD, json.dumps(_told(record)))).start()
    assert window.first(door, patience=10) == record


def _told(record: Record) -> dict[str, object]:
    return {"pid": record.pid, "port": record.port, "database": record.database}


def test_the_window_of_one_that_ends_meanwhile_is_taken(tmp_path: Path) -> None:
    mine = Window.take(tmp_path)
    assert mine
    threading.Timer(0.3, mine.close).start()
    found = window.first(tmp_path, patience=10)
    assert isinstance(found, Window)
    found.close()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"pid": "x"}', '{"pid": 1, "port": null, "database": ""}'])
def test_a_torn_record_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / window.RECORD).write_text(text, encoding="utf-8")
    assert Record.read(tmp_path) is None


OPENER = """\
#!{python}
import pathlib, sys, urllib.parse
here = pathlib.Path({here!r})
(here / "argv").write_text(" ".join(sys.argv[1:]))
page = pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(sys.argv[1]).path))
(here / "page.html").write_text(page.read_text())
print("noise")
sys.exit({code})
"""


def desktop(tmp_path: Path, *, code: int) -> dict[str, str]:
    """A system with a screen whose opener of pages ends with `code`."""
    programs = tmp_path / "bin"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(OPENER.format(python=sys.executable, here=str(tmp_path), code=code), encoding="utf-8")
    opener.chmod(0o755)
    return {"PATH": f"{programs}:{os.environ['PATH']}", "DISPLAY": ":99", "BROWSER": ""}


@contextmanager
def said_by(command: list[str], environment: dict[str, str]) -> Iterator[str]:
    """What the app says at its start, while it runs."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
        assert process.stdout
        said = ""
        while "Ctrl-C" not in said:
            said += process.stdout.readline()
        try:
            yield said
        finally:
            process.terminate()
            process.wait(timeout=60)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an opener as Linux has it")
def test_where_there_is_a_screen_the_browser_comes_up_with_the_launch_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "askwell", "--data", str(tmp_path / "data")]
    with said_by(command, desktop(tmp_path, code=0)) as said:
        assert said.startswith("Askwell opens in your browser, at http://127.0.0.1:")
        assert "noise" not in said
        argv = (tmp_path / "argv").read_text(encoding="utf-8")
        assert argv.startswith(f"file://{tmp_path}/data/door/askwell-")
        url = said.split()[6]
        visitor = App(url, tmp_path / "page.html", 0, tmp_path / "data")
        assert visitor.code() not in argv + said
        assert visitor.sign_in().status == 200
        assert visitor.inside


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an opener as Linux has it")
def test_where_no_browser_can_be_opened_a_code_is_shown(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "askwell", "open", "--data", str(tmp_path / "data")]
    with said_by(command, desktop(tmp_path, code=3)) as said:
        assert said.startswith("Askwell is open. Go to this address")
