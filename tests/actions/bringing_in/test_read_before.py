"""Mail that was read before and is as it was is not read again, and its receipt is the same as if it had been."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.actions.exports import ME, connections, mail, mbox

from askwell.actions.apart.crew import Crew
from askwell.actions.bring_in import bring_in, open_files
from askwell.actions.bringing_in import parties, read_before
from askwell.actions.bringing_in.readers import Readers
from askwell.actions.desk import Desk, open_desk
from askwell.actions.forgetting import forget
from askwell.actions.goals import set_goals
from askwell.actions.undo import undo
from askwell.domain.reading import Receipt
from askwell.sources import parting
from askwell.sources.found import Found

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
ANN, BEN = "Ann Kern <ann@example.net>", "Ben Roe <ben@example.org>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(hands=1) as crew:
        yield crew


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read."""
    found: list[str] = []
    monkeypatch.setattr(read_before, "MUCH", 1)
    monkeypatch.setattr(read_before, "BLOCK", 700)
    whole = parting.parts

    def noted(one: Found) -> list[Found]:
        found.append(one.file)
        return whole(one)

    monkeypatch.setattr(parting, "parts", noted)
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    bulk = mail(4, From="news@shop.example", List_Id="<news.shop.example>")
    bounce = mail(
        5, From="Mailer <mailer-daemon@example.org>", Subject="Undeliverable: Hello", body="Nobody: cleo@example.com"
    )
    letters = [mail(1, From=ANN), mail(2, From=BEN), mail(3, From=f"Dana Whitfield <{ME}>", To=ANN), bulk, bounce]
    return mbox(tmp_path / "files", *letters)


def again(desk: Desk, crew: Crew, *paths: Path, me: tuple[str, ...] = (ME,), dry_run: bool = False) -> Receipt:
    return bring_in(desk, paths, me=me, dry_run=dry_run, readers=Readers(crew))


def test_the_second_receipt_is_that_of_a_second_reading(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    first = again(desk, crew, archive)
    plain = bring_in(desk, [archive])
    assert read == ["mail.mbox"]
    second = again(desk, crew, archive)
    assert read == ["mail.mbox"]
    assert second == plain
    assert (second.batch, second.files[0].new, second.files[0].same) == (None, 0, 3)
    assert [note.reason for note in second.files[0].left_out] == [note.reason for note in first.files[0].left_out]
    assert parties.BULK in {note.reason for note in second.files[0].left_out}


def test_under_another_name_it_is_the_same(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    again(desk, crew, archive)
    other = archive.rename(archive.with_name("other.mbox"))
    assert again(desk, crew, other).files == bring_in(desk, [other]).files
    assert read == ["mail.mbox"]


def test_in_a_zip_it_is_known_too(desk: Desk, crew: Crew, archive: Path, read: list[str], tmp_path: Path) -> None:
    with ZipFile(tmp_path / "takeout.zip", "w", ZIP_DEFLATED) as out:
        out.write(archive, "Mail/All mail.mbox")
    first, second = (again(desk, crew, tmp_path / "takeout.zip") for _ in range(2))
    assert (first.files[0].new, second.files[0].new, second.files[0].same) == (3, 0, 3)
    assert read == ["All mail.mbox"]


def test_each_of_several_in_a_zip_is_known_by_its_own_bytes(
    desk: Desk, crew: Crew, archive: Path, read: list[str], tmp_path: Path
) -> None:
    def packed(*letters: str) -> Path:
        with ZipFile(tmp_path / "takeout.zip", "w", ZIP_DEFLATED) as out:
            for number, letter in enumerate(letters):
                out.writestr(f"Mail/{number}.mbox", letter)
        return tmp_path / "takeout.zip"

    ann, ben, cleo = mail(1, From=ANN), mail(2, From=BEN), mail(6, From="Cleo Poe <cleo@example.com>")
    assert [line.new for line in again(desk, crew, packed(ann, ben)).files] == [1, 1]
    assert [line.new for line in again(desk, crew, packed(ann, cleo, ben)).files] == [0, 1, 0]
    assert read == ["0.mbox", "1.mbox", "1.mbox"]


def test_one_that_has_grown_is_read(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    again(desk, crew, archive)
    with archive.open("a") as stream:
        stream.write("\n" + mail(6, From="Cleo Poe <cleo@example.com>"))
    assert again(desk, crew, archive).files[0].new == 2  # the bounce names her, whom it knows now
    assert again(desk, crew, archive).batch is None
    assert read == ["mail.mbox"] * 2


def test_one_byte_makes_another_file(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    again(desk, crew, archive)
    archive.write_bytes(archive.read_bytes().replace(b"<2@example.com>", b"<7@example.com>"))
    assert again(desk, crew, archive).files[0].new == 1
    assert read == ["mail.mbox"] * 2


def test_beside_news_it_is_known_too(desk: Desk, crew: Crew, archive: Path, read: list[str], tmp_path: Path) -> None:
    again(desk, crew, archive)
    rows = connections(tmp_path / "files", "Robert,Aguilar,bob,,Acme,Planner")
    # The answer of a machine may be about somebody new, so with these people it is read once more, and then known.
    assert [line.new for line in again(desk, crew, archive, rows).files] == [0, 1]
    again(desk, crew, archive)
    assert read.count("mail.mbox") == 2


def test_what_was_undone_is_read_again(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    undo(desk, again(desk, crew, archive).batch)
    assert again(desk, crew, archive).files[0].new == 3
    assert read == ["mail.mbox"] * 2


def test_so_is_mail_of_whom_something_else_was_undone(
    desk: Desk, crew: Crew, archive: Path, read: list[str], tmp_path: Path
) -> None:
    before = mbox(tmp_path / "files", mail(1, From=ANN), name="before.mbox")
    first = again(desk, crew, before)
    again(desk, crew, archive)
    undo(desk, first.batch)
    assert again(desk, crew, archive).files[0].new == 1
    assert read == ["before.mbox", "mail.mbox", "mail.mbox"]


def test_who_was_forgotten_is_left_out(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    from askwell.store import lookups

    again(desk, crew, archive)
    (ben,) = [one.id for one in lookups.contacts(NOW).values() if one.name == "Ben Roe"]
    forget(desk, ben)
    found = again(desk, crew, archive)
    assert found.files == bring_in(desk, [archive]).files
    assert found.files[0].same == 2
    assert read == ["mail.mbox"] * 2


def test_a_search_that_began_earlier_wants_the_texts(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    set_goals(desk, "roles = ['Planner']\nsince = 2026-03-20")
    again(desk, crew, archive)
    set_goals(desk, "roles = ['Planner']\nsince = 2026-03-01")
    assert again(desk, crew, archive).files[0].changed == 3
    assert again(desk, crew, archive).files[0].same == 3
    assert read == ["mail.mbox"] * 2


def test_an_address_of_her_own_said_later_counts(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    again(desk, crew, archive)
    found = again(desk, crew, archive, me=(ME, "ben@example.org"))
    assert found.me == ("ben@example.org", ME)
    assert found.files[0].same == 2
    assert read == ["mail.mbox"] * 2


def test_what_changed_in_the_store_meanwhile_is_looked_at(
    desk: Desk, crew: Crew, archive: Path, read: list[str]
) -> None:
    first = again(desk, crew, archive)
    opened = open_files(desk, [archive], readers=Readers(crew))
    assert opened.look().files[0].same == 3
    undo(desk, first.batch)
    assert opened.bring_in(me=(ME,)).files[0].new == 3


def test_the_preview_knows_it_too(desk: Desk, crew: Crew, archive: Path, read: list[str]) -> None:
    again(desk, crew, archive)
    assert again(desk, crew, archive, dry_run=True).files[0].same == 3
    assert read == ["mail.mbox"]
