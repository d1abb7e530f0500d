"""What tests of the verbs share: the scenario, imported once; a house whose clock is set by hand; a server."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.actions.scenario import scenario, scenario_store
from tests.actions.stored import put
from tests.actions.timed import Timed, story
from tests.store import servers
from tests.store.conftest import server

from askwell.actions.desk import keep_open

__all__ = ["reads", "scenario", "scenario_store", "server", "timed"]


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
