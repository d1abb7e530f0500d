"""The same app on PostgreSQL, by one variable: it starts, lets in, and keeps seekers apart."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store import servers
from tests.web.running import App, again, running


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    programs = servers.binaries()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's programs are missing: install the package postgresql.")
        pytest.skip("PostgreSQL's programs are missing: install the package postgresql.")
    with servers.server(programs) as server:
        server.make_database()
        yield server.url(servers.DATABASE)


@pytest.fixture
def alice(url: str, tmp_path: Path) -> Iterator[App]:
    with running(tmp_path / "data", "--port", "0", "--seeker", "Alice", ASKWELL_DATABASE_URL=url) as found:
        found.sign_in()
        yield found


def askwell(app: App, url: str, *words: str) -> None:
    environment = {**os.environ, "ASKWELL_DATABASE_URL": url}
    command = [sys.executable, "-m", "askwell", *words, "--data", str(app.data)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def test_the_app_works_on_a_server_and_shows_each_seeker_their_own(
    alice: App, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASKWELL_DATABASE_URL", url)
    askwell(alice, url, "goals", "--set", _goals(alice.data), "--seeker", "Alice")
    askwell(alice, url, "add", "Ana", "Example", "--seeker", "Alice")
    charlie = again(alice, "--seeker", "Charlie")
    charlie.sign_in()
    assert "Ana" in alice.get("/today").text
    assert charlie.inside
    assert "Ana" not in charlie.get("/today").text


def _goals(data: Path) -> str:
    file = data / "goals.toml"
    file.write_text('name = "Alice Example"\nroles = ["Planner"]\nfields = ["food"]\n', encoding="utf-8")
    return str(file)


def test_the_address_of_the_database_stands_in_no_file(alice: App) -> None:
    for file in (alice.data / "door").rglob("*"):
        assert not file.is_file() or b"postgres" not in file.read_bytes()
