"""What tests of the verbs share: the scenario, imported once; a house whose clock is set by hand; a server."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.actions.scenario import scenario, scenario_store
from tests.actions.stored import put
from tests.actions.timed import Timed, story
from tests.store import servers
from tests.store.conftest import server  # noqa: F401 - a fixture for all tests here
from tests.terminal.shell import FILES, GOALS

from askwell.actions import bring_in, goals, memory
from askwell.actions.desk import Desk, keep_open, open_desk, parse_moment

NOW = "2026-03-27T18:00Z"


@pytest.fixture(scope="session")
def scenario_store(tmp_path_factory: pytest.TempPathFactory, eval_data: Path) -> Path:
    """A data folder with the whole scenario in it."""
    data = tmp_path_factory.mktemp("scenario") / "store"
    with open_desk(data=data, now=parse_moment(NOW)) as desk:
        goals.set_goals(desk, GOALS)
        files = [eval_data / "scenario" / name for name in FILES]
        bring_in.bring_in(desk, files, me=["dana.whitfield@example.com"])
    return data


@pytest.fixture
def scenario(scenario_store: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of the scenario."""
    shutil.copytree(scenario_store, tmp_path / "scenario")
    with open_desk(data=tmp_path / "scenario", now=parse_moment(NOW)) as desk:
        yield desk


@pytest.fixture(params=["sqlite", "postgresql"])
def timed(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Timed]:
    """On each engine."""
    if request.param == "postgresql":
        running: servers.Server = request.getfixturevalue("server")
        running.empty()
        monkeypatch.setenv("ASKWELL_DATABASE_URL", running.url(servers.DATABASE))
    put(tmp_path, story())
    with keep_open(data=tmp_path) as house:
        yield Timed(house, monkeypatch)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moments at which the whole store was read."""
    from askwell.store import read

    found: list[datetime] = []
    whole = read.whole

    def noted(now: datetime, *, memo: read.Memo) -> read.Whole:
        found.append(now)
        return whole(now, memo=memo)

    monkeypatch.setattr(read, "whole", noted)
    return found


def called(desk: Desk, name: str) -> str:
    """The id of the one person of that name."""
    (found,) = [key for key, contact in memory.contacts(desk).items() if contact.name == name]
    return found
