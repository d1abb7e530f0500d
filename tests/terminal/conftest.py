"""The scenario, imported once; each test works on a copy of its own."""

import shutil
from pathlib import Path

import pytest
from tests.terminal.shell import FILES, GOALS, NOW, Shell

from askwell.cli import main


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, eval_data: Path) -> Path:
    """A data folder with the whole scenario in it."""
    data = tmp_path_factory.mktemp("data")
    goals = data / "goals.toml"
    goals.write_text(GOALS, encoding="utf-8")
    common = ["--data", str(data / "store"), "--now", NOW]
    assert main(["goals", "--set", str(goals), *common]) == 0
    files = [str(eval_data / "scenario" / name) for name in FILES]
    assert main(["import", *files, "--me", "dana.whitfield@example.com", *common]) == 0
    return data / "store"


@pytest.fixture
def shell(imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a copy of its own."""
    shutil.copytree(imported, tmp_path / "store")
    return Shell(tmp_path / "store", capsys)


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell where nothing is yet."""
    return Shell(tmp_path / "new", capsys)
