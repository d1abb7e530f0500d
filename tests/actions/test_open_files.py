"""Files are read once: looked at as often as she likes, then stored; a mark tells afterwards whether they were."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, mail, mbox

from askwell.actions.bring_in import bring_in, open_files, stored_by
from askwell.actions.bringing_in.who_is_me import Likely, WhoAreYou
from askwell.actions.desk import Desk, open_desk
from askwell.actions.people import add_person
from askwell.domain.reading import Receipt

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def people(desk: Desk) -> int:
    from askwell.store import lookups

    return len(lookups.contacts(desk.now))


def test_what_was_looked_at_is_stored_without_the_file(desk: Desk, tmp_path: Path) -> None:
    file = connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")
    opened = open_files(desk, [file])
    seen = opened.look()
    file.unlink()
    assert people(desk) == 0
    receipt = opened.bring_in()
    assert (receipt.files, receipt.people, people(desk)) == (seen.files, 1, 1)


def test_what_was_stored_between_the_look_and_the_import_counts(desk: Desk, tmp_path: Path) -> None:
    opened = open_files(desk, [connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")])
    assert opened.look().files[0].new == 1
    add_person(desk, "Bob Aguilar", company="Acme")
    receipt = opened.bring_in()
    assert (receipt.files[0].joined, receipt.people) == (1, 1)


def test_whose_mail_it_is_can_be_said_after_reading(desk: Desk, tmp_path: Path) -> None:
    letters = [mail(n, From=f"Ann Kern <ann@example.{'net' if n % 2 else 'org'}>") for n in range(1, 6)]
    opened = open_files(desk, [mbox(tmp_path / "files", *letters)])
    with pytest.raises(WhoAreYou) as asked:
        opened.look()
    assert asked.value.likely == (
        Likely(ME, "Dana Whitfield"),
        Likely("ann@example.net", "Ann Kern"),
        Likely("ann@example.org", "Ann Kern"),
    )
    assert opened.look(me=[ME]).me == (ME,)
    assert opened.bring_in(me=[ME]).files[0].new == 5


def test_the_mark_told_before_storing_finds_the_batch_afterwards_and_nothing_before(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, Receipt, str | None]] = []
    opened = open_files(desk, [connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")])
    receipt = opened.bring_in(about_to=lambda mark, seen: told.append((mark, seen, stored_by(mark))))
    [(mark, seen, before)] = told
    assert (before, stored_by(mark), seen.files) == (None, receipt.batch, receipt.files)
    assert receipt.batch is not None
    assert stored_by("of nobody") is None


def test_an_import_is_of_the_moment_it_is_stored_at(desk: Desk, tmp_path: Path) -> None:
    from askwell.store import undo

    later = NOW + timedelta(minutes=9)
    open_files(desk, [connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")]).bring_in(now=later)
    assert undo.pasts()[0].made == later.timestamp() * 1_000_000


def test_nobody_is_asked_who_she_is_without_mail(desk: Desk, tmp_path: Path) -> None:
    assert bring_in(desk, [connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")], dry_run=True).me == ()
