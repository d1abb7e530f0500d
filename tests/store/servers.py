"""A throw-away PostgreSQL cluster for the store's tests, on a free port of the loopback, stopped by its own id."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from askwell.store import rows

NOBODY = 65534
DATABASE = "askwell"


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs, the newest if there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@dataclass
class Server:
    """A running cluster. `admin` is its superuser; the store's role is an ordinary one, as row security demands."""

    port: int
    admin: str = "postgres"
    role: str = "askwell"

    def url(self, name: str, role: str = "") -> str:
        return f"postgresql://{quote(role or self.role)}@127.0.0.1:{self.port}/{name}"

    def run(self, *statements: str, name: str = "postgres") -> None:
        with psycopg.connect(self.url(name, self.admin), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def make_database(self) -> None:
        """The database of the tests, and the ordinary role that owns it."""
        self.run(f"CREATE ROLE {self.role} LOGIN", f"CREATE DATABASE {DATABASE} OWNER {self.role}")

    def empty(self) -> None:
        """Take all rows away, so that a test finds the database as if new."""
        tables = ", ".join(f"askwell_{name}" for name in (*rows.ORDER, "draft", "look", "batch", "change", "seeker"))
        self.run(f"TRUNCATE {tables} RESTART IDENTITY CASCADE", name=DATABASE)


@contextmanager
def server(programs: Path) -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="askwell-pg-"))
    port = _free_port()
    try:
        _start(programs, folder, port)
        yield Server(port)
    finally:
        _stop(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _start(programs: Path, folder: Path, port: int) -> None:
    demote = _demoted(folder)
    data = folder / "data"
    _run(
        *demote,
        programs / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
        folder=folder,
    )
    options = f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
    _run(*demote, programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start", folder=folder)


def _demoted(folder: Path) -> tuple[str, ...]:
    """PostgreSQL refuses to run as root: as root, it runs as nobody."""
    if os.geteuid() != 0:
        return ()
    os.chown(folder, NOBODY, NOBODY)
    return ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


def _run(*command: object, folder: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _stop(folder: Path) -> None:
    told = folder / "data" / "postmaster.pid"
    with suppress(FileNotFoundError, ProcessLookupError):
        os.kill(int(told.read_text().split()[0]), signal.SIGINT)
        for _ in range(200):
            if not told.exists():
                break
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
