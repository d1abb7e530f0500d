"""Job changes are seen when connections are brought in again, as long as the change stands and is fresh."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.actions.exports import connections

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.giving import to_return
from askwell.actions.people import merge
from askwell.actions.undo import undo
from askwell.domain.gifts import GiftKind
from askwell.domain.search import Move

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ANN, BOB, CAL = "Ann,Kern,ann,,Acme,Planner", "Bob,Roe,bob,,Globex,Buyer", "Cal,Fry,cal,,Initech,Nurse"
ANN_MOVED, CAL_RISEN = "Ann,Kern,ann,,Harrow Foods,Head of Planning", "Cal,Fry,cal,,Initech Inc.,Head Nurse"


def moves(desk: Desk, *, after: timedelta = timedelta()) -> list[tuple[str, str, str, str]]:
    from askwell.store import read

    found = read.search(NOW + after)
    return sorted((found.contacts[m.contact].name, m.company, m.title, m.before) for m in found.moves)


def brought(desk: Desk, folder: Path, *rows: str) -> None:
    bring_in(desk, [connections(folder / str(len(list(folder.iterdir()))), *rows)], me=["dana@example.com"])


def test_who_moved_or_rose_is_seen_and_congratulated(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        brought(desk, tmp_path / "files", ANN, BOB, CAL)
        assert moves(desk) == []
        brought(desk, tmp_path / "files", ANN_MOVED, BOB, CAL_RISEN)
        assert moves(desk) == [
            ("Ann Kern", "Harrow Foods", "Head of Planning", "Acme"),
            ("Cal Fry", "Initech Inc.", "Head Nurse", "Initech"),
        ]
        found = {one.contact.name: one.gifts[0] for one in to_return(desk)}
        assert {name: gift.kind for name, gift in found.items()} == dict.fromkeys(
            ("Ann Kern", "Cal Fry"), GiftKind.CONGRATULATE
        )
        assert moves(desk, after=timedelta(days=31)) == []
        undo(desk)
        assert moves(desk) == []


def test_who_left_without_a_new_place_is_nobodys_news_and_a_correction_of_hers_is_none(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        brought(desk, tmp_path / "files", ANN, BOB)
        brought(desk, tmp_path / "files", "Ann,Kern,ann,,,Planner", "Bob,Roe,bob,,GLOBEX LLC,Buyer")
        assert moves(desk) == []


def test_a_move_that_was_taken_back_by_a_later_import_is_none(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        brought(desk, tmp_path / "files", ANN)
        brought(desk, tmp_path / "files", ANN_MOVED)
        brought(desk, tmp_path / "files", ANN)
        assert [one for one in moves(desk) if one[1] == "Harrow Foods"] == []


def test_news_goes_along_with_a_merge(tmp_path: Path) -> None:
    from askwell.store import read

    (tmp_path / "files").mkdir()
    with open_desk(data=tmp_path / "data", now=NOW) as desk:
        brought(desk, tmp_path / "files", ANN, BOB)
        brought(desk, tmp_path / "files", ANN_MOVED, BOB)
        by_name = {one.name: one.id for one in read.search(NOW).contacts.values()}
        merge(desk, by_name["Bob Roe"], by_name["Ann Kern"])
        (move,) = read.search(NOW).moves
        assert isinstance(move, Move)
        assert move.contact == by_name["Bob Roe"]
