"""The scenario, imported once for all tests of the verbs; each test works on a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal.shell import FILES, GOALS

from askwell.actions import bring_in, goals, memory
from askwell.actions.desk import Desk, open_desk, parse_moment

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


def called(desk: Desk, name: str) -> str:
    """The id of the one person of that name."""
    (found,) = [key for key, contact in memory.contacts(desk).items() if contact.name == name]
    return found
