"""Long work on PostgreSQL: the child works on the same server, for the seeker who gave the files and nobody else."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store import servers
from tests.web.deliveries import connections, hand_in, wait_for
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


def heading(app: App, there: str) -> str:
    wait_for(lambda: '"going": true' not in app.get(f"{there}/progress").text)
    found = re.search(r"<h1>(.*?)</h1>", app.get(there).text)
    return found[1] if found else ""


def test_each_seeker_brings_in_their_own_people(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_DATABASE_URL", url)
    with running(tmp_path / "data", "--port", "0", "--seeker", "Alice") as alice:
        alice.sign_in()
        charlie = again(alice, "--seeker", "Charlie")
        charlie.sign_in()
        hers, his = hand_in(alice, connections(0, 30)), hand_in(charlie, connections(10, 5))
        assert (heading(alice, hers), heading(charlie, his)) == ("30 people would come in", "Five people would come in")
        assert (alice.get(his).status, charlie.get(hers).status) == (404, 404)
        assert charlie.post(f"{hers}/in").status == 404
        alice.post(f"{hers}/in")
        charlie.post(f"{his}/in")
        assert (heading(alice, hers), heading(charlie, his)) == ("30 people came in", "Five people came in")
        assert not (tmp_path / "data" / "askwell.db").exists()
