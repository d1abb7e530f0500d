"""The store's tests run on both engines: an SQLite file and a throw-away PostgreSQL cluster."""

import os
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
django.setup()

from tests.store import servers  # noqa: E402

from askwell import store  # noqa: E402 - Django must know its settings first
from askwell.store import scope  # noqa: E402


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    programs = servers.binaries()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's programs are missing: install the package postgresql.")
        pytest.skip("PostgreSQL's programs are missing: install the package postgresql.")
    with servers.server(programs) as running:
        running.make_database()
        store.setup(tmp_path_factory.mktemp("server"), running.url(servers.DATABASE))
        store.close()
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The database's URL, empty for the embedded one."""
    if request.param == "sqlite":
        return ""
    running: servers.Server = request.getfixturevalue("server")
    running.empty()
    return running.url(servers.DATABASE)


@pytest.fixture
def place(tmp_path: Path, url: str) -> Iterator[store.Place]:
    """A fresh, open store on each engine."""
    yield store.setup(tmp_path / "data", url)
    store.close()


@pytest.fixture
def alice(place: store.Place) -> Iterator[scope.Scope]:
    with scope.open("Alice") as opened:
        yield opened


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[store.Place]:
    """A fresh, open store in an SQLite file."""
    yield store.setup(tmp_path / "data")
    store.close()
