"""While a large import runs: pages answer quickly, a second command works on the same store, and nothing is lost."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.deliveries import connections, hand_in, wait_for
from tests.web.running import App, running

MANY = 25_000
PAGES = ("/bring", "/today", "/progress")
SLOW = 5.0  # seconds: a page that waited for the import would take far longer


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("beside")
    (folder / "Few.csv").write_bytes(connections(MANY, 500))
    askwell("import", str(folder / "Few.csv"), data=folder / "data")
    with running(folder / "data", "--port", "0") as found:
        found.sign_in()
        yield found


def askwell(*command: str, data: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "askwell", *command, "--data", str(data)], check=True, capture_output=True, text=True
    )
    return told.stdout


def is_going(app: App, there: str) -> bool:
    return '"going": true' in app.get(f"{there}/progress").text


def seconds(app: App) -> list[float]:
    """How long each page takes."""
    took = []
    for page in PAGES:
        begun = time.monotonic()
        assert app.get(page).status == 200
        took.append(time.monotonic() - begun)
    return took


def heading(app: App, there: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", app.get(there).text)
    return found[1] if found else ""


def test_pages_and_a_second_command_work_while_files_are_read_and_stored(app: App) -> None:
    seconds(app)
    there = hand_in(app, connections(0, MANY))
    during = seconds(app)
    while is_going(app, there):
        during += seconds(app)
        time.sleep(0.1)
    assert heading(app, there) == f"{MANY:,} people would come in"
    assert max(during) < SLOW
    begun = app.post(f"{there}/in")
    assert begun.status == 303
    for number in range(3):
        assert f"Meanwhile {number}feld" in askwell("add", f"Meanwhile {number}feld", "--new", data=app.data)
    wait_for(lambda: not is_going(app, there))
    assert heading(app, there) == f"{MANY:,} people came in"
    people = askwell("people", "--json", data=app.data)
    assert people.count('"dormant"') == MANY + 500 + 3
