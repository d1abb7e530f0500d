"""Where it is kept is said as it is: on this computer, or on the server; never the one for the other."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.store import servers
from tests.web.deliveries import hand_in, letters, wait_for
from tests.web.running import App, running

from askwell import web

HERE, THERE = "on this computer", "on the server"
ROOM = Path(web.__file__).parent
SAYS_SO_ITSELF = {  # it is so wherever the data is, or the page is shown only where it is
    "templates/door/come_in.html": "the app answers there alone",
    "templates/data/data.html": "within {% if where %}",
    "templates/title.html": "within {% if frame.embedded %}",
    "templates/stopped.html": "within {% if copy %}",
    "templates/patterns/words.html": "a sample",
    "templates/patterns/records.html": "a sample",
}


@pytest.fixture(scope="module", params=[HERE, THERE])
def where(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def opened(where: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, str]]:
    """The app with Ana in it, on each engine; and what two pages said before anybody was there."""
    programs = servers.binaries()
    if where == THERE and programs is None:
        pytest.skip("PostgreSQL's programs are missing: install the package postgresql.")
    with ExitStack() as until_done:
        url = ""
        if where == THERE and programs:
            server = until_done.enter_context(servers.server(programs))
            server.make_database()
            url = server.url(servers.DATABASE)
        data = tmp_path_factory.mktemp("app") / "data"
        app = until_done.enter_context(running(data, "--port", "0", ASKWELL_DATABASE_URL=url))
        app.sign_in()
        empty = text(app, "/welcome") + text(app, "/people")
        app.post("/add", name="Ana Ruiz", email="ana@example.com", tie="close")
        yield app, empty


@pytest.fixture
def app(opened: tuple[App, str]) -> App:
    return opened[0]


def test_the_first_pages_promise_what_is_so(opened: tuple[App, str], where: str) -> None:
    _, empty = opened
    assert f"they are kept {where}, and nobody is written to" in empty
    assert ("Nothing leaves this computer." in empty) is (where == HERE)
    assert "No account, no password." in empty


def text(app: App, page: str) -> str:
    return app.get(page).text


@pytest.mark.parametrize("page", ["/people/p1/held", "/replies", "/told/message", "/ask/p1", "/bring"])
def test_a_page_says_where_it_is_kept(app: App, where: str, page: str) -> None:
    said = text(app, page)
    assert where in said
    assert (HERE if where == THERE else THERE) not in said


def test_whose_mail_it_is_stays_where_all_is(app: App, where: str) -> None:
    job = hand_in(app, letters(8))
    wait_for(lambda: '"going": true' not in text(app, f"{job}/progress"))
    assert f"It stays {where}, and you are asked only once." in text(app, job)


def test_no_page_promises_what_is_not_so(app: App, where: str) -> None:
    for page in ("/today", "/thanks", "/progress", "/data", "/three-names", "/add", "/data/erase"):
        assert where == HERE or "this computer" not in text(app, page), page


def test_a_copy_is_said_to_be_what_it_is(app: App, where: str) -> None:
    app.post("/data/copy")
    said = text(app, "/data")
    assert ("A copy is made, opened and checked." in said) is (where == HERE)
    assert ("Everything is written into one file" in said) is (where == THERE)
    assert ("made by itself before every change" in said) is (where == HERE)


def test_no_template_or_script_says_it_by_itself() -> None:
    files = [file for end in ("html", "js", "toml") for file in ROOM.rglob(f"*.{end}")]
    found = {
        file.relative_to(ROOM).as_posix()
        for file in files
        if re.search(r"\bthis computer\b", file.read_text(encoding="utf-8"))
    }
    assert found == set(SAYS_SO_ITSELF)
