"""The doctor says what stands in the way: a file that can't be read, and one that can't be written."""

import os
from pathlib import Path

import pytest

from askwell.actions.desk import closed_desk, open_desk
from askwell.store import doctor
from askwell.store.place import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    with open_desk(data=tmp_path):
        pass
    with closed_desk(data=tmp_path):
        return Place(tmp_path)


def failing(place: Place) -> dict[str, str]:
    return {check.name: check.say for check in doctor.examine(place).checks if not check.ok}


def test_all_is_well_with_a_new_store(place: Place) -> None:
    assert failing(place) == {}


def test_a_database_that_cannot_be_written_is_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != place.file)
    assert list(failing(place)) == ["writing"]
    assert str(place.file) in failing(place)["writing"]


def test_a_database_that_cannot_be_read_is_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(place.file))

    monkeypatch.setattr("askwell.store.health.check", shut)
    assert "Look at its permissions" in failing(place)["database"]
