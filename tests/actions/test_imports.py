"""What was brought in before, and whether it can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.exports import connections, vcard

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.imports import import_of, imports
from askwell.actions.people import add_person
from askwell.actions.undo import undo

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def test_imports_are_listed_newest_first_and_other_changes_are_not(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [connections(tmp_path, "Robert,Aguilar,bob,,Acme,Planner")])
    add_person(desk, "Ann Kern")
    bring_in(desk, [vcard(tmp_path, "Tom Lee")])
    assert [one.said for one in imports(desk)] == ["Import of contacts.vcf.", "Import of Connections.csv."]
    assert imports(desk)[0].made == NOW


def test_an_import_taken_back_says_so_and_by_which_batch_it_can_be_brought_back(desk: Desk, tmp_path: Path) -> None:
    batch = bring_in(desk, [connections(tmp_path, "Robert,Aguilar,bob,,Acme,Planner")]).batch
    assert import_of(desk, batch) == imports(desk)[0]
    assert imports(desk)[0].taken_back is None
    back = undo(desk, batch).batch
    assert imports(desk)[0].taken_back == back
    undo(desk, back)
    assert imports(desk)[0].taken_back is None


def test_after_thirty_days_an_import_can_no_longer_be_undone(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, [connections(tmp_path, "Robert,Aguilar,bob,,Acme,Planner")])
    assert imports(replace(desk, now=NOW + timedelta(days=30)))[0].can_be_undone
    assert not imports(replace(desk, now=NOW + timedelta(days=31)))[0].can_be_undone


@pytest.mark.parametrize("batch", [None, "", "b0", "b99", "p1", "nonsense"])
def test_what_is_no_import_of_hers_is_none(desk: Desk, batch: str | None) -> None:
    add_person(desk, "Ann Kern")
    assert import_of(desk, batch) is None


def test_another_change_is_no_import(desk: Desk) -> None:
    assert import_of(desk, add_person(desk, "Ann Kern").batch) is None
