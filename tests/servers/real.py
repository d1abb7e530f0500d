"""A real mail server (Dovecot), a real server of contacts and calendars (Radicale), started and ended by their ids."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

NOBODY = 65534
SECRET = "secret"
CONFIG = Path(__file__).parent / "dovecot.conf"
STARTING = 20.0  # seconds; a second is usual


def missing(what: str) -> None:
    """Where a program is not there, the tests that need it are passed over; on the build server that is a fault."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: run tools/servers.sh.")
    pytest.skip(f"{what} is missing: run tools/servers.sh.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class MailServer:
    """A running Dovecot: every user has a mailbox of their own, made when they first log in."""

    port: int

    @property
    def url(self) -> str:
        return f"imap://127.0.0.1:{self.port}"


@contextmanager
def mail_server() -> Iterator[MailServer]:
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        missing("dovecot-imapd")
    assert program is not None
    folder = Path(tempfile.mkdtemp(prefix="askwell-mail-", dir="/tmp"))
    port, root = free_port(), os.geteuid() == 0
    uid = NOBODY if root else os.getuid()
    group = "nogroup" if root else "#" + str(os.getgid())
    told = {"FOLDER": str(folder), "PORT": str(port), "USER": pwd.getpwuid(uid).pw_name, "GROUP": group}
    told |= {"UID": str(uid), "GID": str(NOBODY if root else os.getgid())}
    text = CONFIG.read_text(encoding="ascii")
    for name, value in told.items():
        text = text.replace(name, value)
    (folder / "dovecot.conf").write_text(text, encoding="ascii")
    demoted = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups") if root else ()
    if root:
        for place in (folder, folder / "dovecot.conf"):
            os.chown(place, NOBODY, NOBODY)
    try:
        command = [*_dying_with_us(*demoted), program, "-F", "-c", str(folder / "dovecot.conf")]
        with running(command, port, folder):
            yield MailServer(port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class DavServer:
    """A running Radicale. Each user sees their own collections, with any password."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def send(self, verb: str, path: str, body: str = "", *, user: str, **headers: str) -> str:
        """Ask for something in the name of a user, who has any right to what is theirs."""
        from base64 import b64encode

        told = {name.replace("_", "-"): value for name, value in headers.items()}
        login = b64encode(f"{user}:{SECRET}".encode()).decode()
        request = Request(self.url + path, data=body.encode(), method=verb, headers=told)
        request.add_header("Authorization", f"Basic {login}")
        with urlopen(request, timeout=10) as answer:
            return str(answer.read().decode())

    def make(self, path: str, *, user: str, kind: str, name: str) -> None:
        """An address book or a calendar: kind is `card:addressbook` or `cal:calendar`."""
        body = (
            '<d:mkcol xmlns:d="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav"'
            ' xmlns:cal="urn:ietf:params:xml:ns:caldav">'
            f"<d:set><d:prop><d:resourcetype><d:collection/><{kind}/></d:resourcetype>"
            f"<d:displayname>{name}</d:displayname></d:prop></d:set></d:mkcol>"
        )
        self.send("MKCOL", path, body, user=user)

    def put(self, path: str, text: str, *, user: str) -> None:
        kind = "text/vcard" if "VCARD" in text else "text/calendar"
        self.send("PUT", path, text, user=user, Content_Type=f"{kind}; charset=utf-8")


@contextmanager
def dav_server() -> Iterator[DavServer]:
    folder, port = Path(tempfile.mkdtemp(prefix="askwell-dav-")), free_port()
    options = [
        "--config", "", "--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--rights-type", "owner_only",
        "--storage-filesystem-folder", str(folder / "collections"), "--logging-level", "error",
    ]  # fmt: skip
    try:
        with running([*_dying_with_us(), sys.executable, "-m", "radicale", *options], port, folder):
            yield DavServer(port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _dying_with_us(*more: str) -> tuple[str, ...]:
    """What begins a command that ends even where the tests are killed, and as whom it runs."""
    return ("setpriv", "--pdeathsig", "TERM", *more) if shutil.which("setpriv") else ()


@contextmanager
def running(command: Sequence[str], port: int, folder: Path) -> Iterator[None]:
    """A program in the foreground, from when it answers at its port until it is ended by its id."""
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said, cwd=folder) as process,
    ):
        try:
            _wait_for(port, process)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(f"{process.args!r} did not begin to answer")
