"""Whole LinkedIn exports of every era, as zip, packed again, and unpacked: what each file gives is counted."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.sources import linkedin_eras as eras
from tests.sources.contract import adds_up, given

from askwell import sources
from askwell.domain.reading import Reading
from askwell.sources import walk
from askwell.sources.found import Kind
from askwell.sources.linkedin import HIDDEN

Counts = tuple[int, int, int, int]  # read, given, left out, unreadable
SELF: Mapping[str, Counts] = {
    "Profile.csv": (1, 0, 1, 0), "Positions.csv": (2, 0, 2, 0), "Education.csv": (2, 0, 2, 0),
    "Email Addresses.csv": (3, 0, 3, 0), "PhoneNumbers.csv": (1, 0, 1, 0),
}  # fmt: skip
WANTED: Mapping[str, Mapping[str, Counts]] = {
    "2018": {
        **{name: counts for name, counts in SELF.items() if "Phone" not in name}, "Email Addresses.csv": (1, 0, 1, 0),
        "Phone Numbers.csv": (1, 0, 1, 0), "Connections.csv": (2, 2, 0, 0), "Messages.csv": (2, 2, 0, 0),
        "Invitations.csv": (2, 1, 1, 0), "Imported Contacts.csv": (1, 1, 0, 0),
        "Recommendations Received.csv": (1, 1, 0, 0),
    },
    "2021": {
        **SELF, "Connections.csv": (2, 2, 0, 0), "messages.csv": (2, 2, 0, 0), "Invitations.csv": (2, 1, 1, 0),
    },
    "2022": {
        **SELF, "Connections.csv": (2, 2, 0, 0), "messages.csv": (2, 2, 0, 0), "Invitations.csv": (2, 1, 1, 0),
        "Contacts.csv": (1, 1, 0, 0),
    },
    "2023": {
        **SELF, "Connections.csv": (2, 2, 0, 0), "messages.csv": (3, 2, 1, 0), "Invitations.csv": (2, 1, 1, 0),
        "ImportedContacts.csv": (2, 1, 1, 0), "Job Applications.csv": (2, 1, 0, 1), "Company Follows.csv": (2, 0, 2, 0),
    },
    "Aug 2025": {
        **SELF, "Connections.csv": (4, 2, 2, 0), "messages.csv": (6, 2, 4, 0), "Invitations.csv": (2, 1, 1, 0),
        "Saved Jobs.csv": (1, 0, 1, 0), "Recommendations_Received.csv": (3, 1, 1, 1),
    },
    "Mar 2026": {
        **SELF, "Connections.csv": (2, 2, 0, 0), "messages.csv": (2, 1, 1, 0), "Invitations.csv": (2, 1, 1, 0),
        "Notes.csv": (2, 2, 0, 0), "Whatsapp Phone Numbers.csv": (1, 0, 1, 0),
    },
    "Excel": {**SELF, "Connections.csv": (3, 2, 1, 0)},
    "hidden": {**SELF, "Connections.csv": (24, 12, 12, 0)},
}  # fmt: skip


def readings(path: Path) -> list[Reading]:
    found = []
    for one in walk.find([path]):
        reading = sources.read(one, region="US")
        reading.messages = list(reading.messages)
        assert adds_up(reading)
        found.append(reading)
    return found


def counted(found: list[Reading]) -> dict[str, Counts]:
    """What became of each file but those that are passed over."""
    kept = [one for one in found if one.source != Kind.LEFT_OUT]
    return {one.file: (one.read, given(one), len(one.left_out), len(one.unreadable)) for one in kept}


@pytest.mark.parametrize("era", eras.ERAS)
def test_every_file_of_an_era_gives_what_stands_in_it(era: str, tmp_path: Path) -> None:
    path = tmp_path / "Basic_LinkedInDataExport_03-13-2026.zip"
    path.write_bytes(eras.zipped(era))
    assert counted(readings(path)) == WANTED[era]


@pytest.mark.parametrize("era", ["2018", "Aug 2025", "Mar 2026"])
def test_packed_again_or_unpacked_it_is_the_same(era: str, tmp_path: Path) -> None:
    (tmp_path / "again.zip").write_bytes(eras.zipped(era, inside="Complete export/"))
    folder = tmp_path / "unpacked"
    for name, data in eras.ERAS[era].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    assert counted(readings(tmp_path / "again.zip")) == WANTED[era]
    assert counted(readings(folder)) == WANTED[era]


@pytest.mark.parametrize("era", eras.ERAS)
def test_what_is_passed_over_is_told_by_name_with_its_reason(era: str, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(eras.zipped(era))
    told = [note.reason for one in readings(path) if one.source == Kind.LEFT_OUT for note in one.left_out]
    passed = {Path(name).name for name in eras.ERAS[era]} - WANTED[era].keys()
    assert {reason.partition(":")[0] for reason in told} == passed
    assert all(reason.partition(": ")[2] for reason in told)


def test_days_that_a_spreadsheet_wrote_anew_are_the_same_days(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(eras.EXCEL)
    (reading,) = readings(path)
    assert [(card.name, f"{card.connected_on:%Y-%m-%d}") for card in reading.cards] == [
        ("Mara Okoye", "2023-02-08"),
        ("Zoë Brandt; Ph.D.", "2022-06-07"),
    ]


def test_members_who_hide_themselves_are_counted_and_make_nobody(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(eras.HIDDEN)
    (reading,) = readings(path)
    assert {note.reason for note in reading.left_out} == {HIDDEN}
    assert [note.at for note in reading.left_out] == list(range(1, 24, 2))
