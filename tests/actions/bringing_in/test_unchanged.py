"""A list of people that comes once more as it is isn't read again, and its receipt is that of a second reading."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import connections, vcard, written

from askwell.actions.apart.crew import Crew
from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in.readers import Readers
from askwell.actions.desk import Desk, open_desk
from askwell.actions.editing import edit_person
from askwell.actions.forgetting import forget
from askwell.actions.goals import set_goals
from askwell.actions.log import log_event
from askwell.actions.people import everybody
from askwell.actions.undo import undo
from askwell.domain.reading import Receipt
from askwell.sources.found import Found

ROWS = ("Ann,Kern,ann,,Acme,Planner", "Robert,Aguilar,bob,bob@acme.example,Acme,Buyer", ",,,,,", "Cleo,Poe,cleo,,,")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=datetime(2026, 3, 27, 18, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(hands=1) as crew:
        yield crew


class Noting(Readers):
    """Readers who tell whether anybody asked them."""

    asked = 0

    def find(self, paths: Sequence[str | Path]) -> list[Found]:
        Noting.asked += 1
        return super().find(paths)


@pytest.fixture(autouse=True)
def _unasked() -> None:
    Noting.asked = 0


def again(desk: Desk, crew: Crew, *paths: Path, me: tuple[str, ...] = ()) -> Receipt:
    return bring_in(desk, paths, me=me, readers=Noting(crew))


def test_the_second_receipt_is_that_of_a_second_reading(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    assert again(desk, crew, file).files[0].new == 3
    second = again(desk, crew, file)
    assert Noting.asked == 1
    assert second == bring_in(desk, [file])
    assert (second.batch, second.files[0].same, len(second.files[0].left_out)) == (None, 3, 1)


def test_a_card_that_came_since_makes_no_difference_but_is_looked_at(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    again(desk, crew, vcard(tmp_path, "Bob Aguilar|bob@acme.example"))
    assert again(desk, crew, file).files[0].same == 3
    assert Noting.asked == 3


def test_what_she_notes_down_makes_nobody_read_it_again(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    log_event(desk, "Ann Kern", helped=True, text="She told me of the plant.")
    again(desk, crew, file)
    assert Noting.asked == 1


def test_one_that_says_something_else_is_read_and_so_is_the_old_one_after_it(
    desk: Desk, crew: Crew, tmp_path: Path
) -> None:
    old, new = connections(tmp_path / "old", *ROWS), connections(tmp_path / "new", ROWS[0].replace("Planner", "Head"))
    again(desk, crew, old)
    assert again(desk, crew, new).files[0].changed == 1
    assert again(desk, crew, new).files[0].same == 1
    assert again(desk, crew, old).files[0].changed == 1
    assert Noting.asked == 3


def test_an_import_that_was_undone_is_read_again_and_once_it_is_back_too(
    desk: Desk, crew: Crew, tmp_path: Path
) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    undo(desk)
    assert again(desk, crew, file).files[0].new == 3
    assert Noting.asked == 2


def test_whoever_was_forgotten_stays_away(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    forget(desk, "Cleo Poe")
    told = again(desk, crew, file)
    assert (told.files[0].same, len(told.files[0].left_out)) == (2, 2)
    assert told == bring_in(desk, [file])


def test_what_she_said_about_somebody_stands(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    (ann,) = (one.id for one in everybody(desk).values() if one.name == "Ann Kern")
    edit_person(desk, ann, company="Globex")
    assert again(desk, crew, file).files[0].same == 3
    assert everybody(desk)[ann].company == "Globex"


def test_who_she_is_decides_too(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    told = again(desk, crew, file, me=("bob@acme.example",))
    assert (told.files[0].same, len(told.files[0].left_out)) == (2, 2)
    set_goals(desk, 'name = "Cleo Poe"')
    assert again(desk, crew, file) == bring_in(desk, [file])
    assert Noting.asked == 3


def test_another_name_or_company_is_read(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    file = connections(tmp_path, *ROWS)
    again(desk, crew, file)
    assert again(desk, crew, file.rename(file.with_name("Other.csv"))).files[0].file == "Other.csv"
    assert Noting.asked == 2


def test_of_several_files_each_is_read(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    one, other = connections(tmp_path / "a", *ROWS), connections(tmp_path / "b", ROWS[0])
    again(desk, crew, one)
    again(desk, crew, one, other)
    assert Noting.asked == 2


def test_what_tells_more_than_people_is_read(desk: Desk, crew: Crew, tmp_path: Path) -> None:
    head = "First Name,Last Name,Headline,Geo Location"
    file = written(tmp_path / "Profile.csv", f"{head}\nDana,Whitfield,Planner,Milwaukee\n")
    again(desk, crew, file)
    again(desk, crew, file)
    assert Noting.asked == 2
