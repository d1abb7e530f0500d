"""Exports of every era, one after the other: nobody twice, no message lost, and each receipt adds up."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.sources import exports
from tests.sources import linkedin_eras as eras

from askwell.actions.bring_in import bring_in
from askwell.actions.bringing_in.exchanges import SEVERAL
from askwell.actions.desk import Desk, open_desk
from askwell.domain.reading import Receipt

NOW = datetime(2026, 7, 27, 18, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


def give(desk: Desk, folder: Path, era: str) -> Receipt:
    path = folder / "export.zip"
    path.write_bytes(eras.zipped(era))
    receipt = bring_in(desk, [path])
    for line in receipt.files:
        told = line.new + line.joined + line.changed + line.same + len(line.left_out) + len(line.unreadable)
        assert told == line.read, line.file
    return receipt


def people() -> list[str]:
    from askwell.store import lookups

    return sorted(one.name for one in lookups.contacts(NOW).values())


def grown(folder: Path, year: int, connections: str, messages: str) -> Path:
    path = folder / f"Basic_LinkedInDataExport_03-13-{year}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", connections)
        archive.writestr("messages.csv", messages)
        archive.writestr("Profile.csv", exports.PROFILE)
    return path


def test_years_of_exports_of_the_same_people_are_each_person_once(desk: Desk, tmp_path: Path) -> None:
    rows = (("Mara", "Okoye", "Northwind", "mara-okoye-1a2b"), ("Lee", "Hart", "Tailspin", "leehart"))
    old = "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\n"
    old += "".join(f'{first},{last},,,{company},Lead,"2/8/18, 9:14 PM",,\n' for first, last, company, _ in rows)
    middle = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    middle += "".join(f"{first},{last},,{company},Lead,08 Feb 2018\n" for first, last, company, _ in rows)
    new = exports.PREAMBLE + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    link = "https://www.linkedin.com/in/"
    new += "".join(f"{first},{last},{link}{slug},,{company},Lead,08 Feb 2018\n" for first, last, company, slug in rows)
    given = (
        (2018, old, "2018"),
        (2021, middle, "2018"),
        (2022, exports.PREAMBLE + middle, "2018"),
        (2026, new, "2023"),
    )
    for year, connections, messages in given:
        bring_in(desk, [grown(tmp_path, year, connections, exports.MESSAGES[messages].decode())])
        assert people() == ["Lee Hart", "Mara Okoye"], year


def test_messages_without_profiles_are_those_of_the_connections_of_that_name(desk: Desk, tmp_path: Path) -> None:
    receipt = give(desk, tmp_path, "2018")
    assert people() == ["Lee Hart", "Mara Okoye"]
    counts = {line.file: (line.read, line.new) for line in receipt.files}
    assert (counts["Messages.csv"], counts["Recommendations Received.csv"]) == ((2, 2), (1, 1))


def test_of_two_connections_of_one_name_nobody_can_tell_and_the_receipt_says_so(desk: Desk, tmp_path: Path) -> None:
    twins = exports.CONNECTIONS["2021"].decode() + "Mara,Okoye,,Globex,Nurse,01 Mar 2019\n"
    (line,) = (
        one
        for one in bring_in(desk, [grown(tmp_path, 2018, twins, exports.MESSAGES["2018"].decode())]).files
        if one.file == "messages.csv"
    )
    assert {note.reason for note in line.left_out} <= {SEVERAL}
    assert line.read == line.new + len(line.left_out)
    assert people().count("Mara Okoye") <= 3


@pytest.mark.parametrize("era", eras.ERAS)
def test_the_same_export_again_brings_nothing_new(desk: Desk, tmp_path: Path, era: str) -> None:
    give(desk, tmp_path, era)
    before = people()
    again = give(desk, tmp_path, era)
    assert (again.batch, people()) == (None, before)
    assert all(line.new + line.joined + line.changed == 0 for line in again.files)
