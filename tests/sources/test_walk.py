"""What is found among files, folders and zips: sniffed by content, in a stable order, nothing in silence."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.sources import exports

from askwell import sources
from askwell.sources import walk
from askwell.sources.found import Found, Kind


def kinds(*paths: Path) -> list[tuple[str, str]]:
    return [(found.path, found.kind.value) for found in walk.find(paths)]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "Basic_LinkedInDataExport_03-27-2026"
    (folder / "Jobs").mkdir(parents=True)
    (folder / "Connections.csv").write_text(exports.CONNECTIONS_2023)
    (folder / "messages.csv").write_text(exports.MESSAGES_2023)
    (folder / "guide_messages.csv").write_text(exports.MESSAGES_2023)
    (folder / "Jobs" / "Job Applications.csv").write_bytes(exports.JOBS)
    (folder / "Ad_Targeting.csv").write_text("Member Age,Member Age\n25,35\n")
    (folder / "LearningCoachMessages.csv").write_text("No conversations found")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def test_a_folder_gives_its_files_in_order_and_what_is_of_no_use_at_the_end(export: Path) -> None:
    name = export.name
    assert kinds(export) == [
        (f"{name}/Connections.csv", "linkedin-connections"),
        (f"{name}/messages.csv", "linkedin-messages"),
        (f"{name}/Jobs/Job Applications.csv", "linkedin-jobs"),
        (name, "left-out"),
    ]


def test_a_zip_of_the_folder_gives_the_same_kinds(export: Path, tmp_path: Path) -> None:
    zipped = Path(shutil.make_archive(str(tmp_path / "export"), "zip", tmp_path, export.name))
    assert sorted(kind for _, kind in kinds(zipped)) == sorted(kind for _, kind in kinds(export))
    assert sources.read(next(walk.find([zipped]))).cards[0].origin.path.startswith("export.zip/")


def test_what_is_left_out_says_why(export: Path) -> None:
    reading = sources.read(list(walk.find([export]))[-1])
    assert {note.reason for note in reading.left_out} == {
        "Ad_Targeting.csv: nothing in it about people you know",
        "LearningCoachMessages.csv: nothing in it about people you know",
        "guide_messages.csv: talks with LinkedIn’s own assistants, not with people",
        "photo.jpg: a picture, sound or film, from which nobody can be read",
    }
    assert reading.read == len(reading.left_out)


def test_files_are_told_by_content_whatever_their_name(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text(exports.CONNECTIONS_2021)
    (tmp_path / "cards").write_text("begin:vcard\nFN:Lee Hart\nend:vcard\n")
    (tmp_path / "export.dat").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    (tmp_path / "letter").write_text("Date: Fri, 13 Mar 2026 10:00:00 +0000\nFrom: lee@example.net\n\nHello\n")
    (tmp_path / "letters").write_text("From lee@example.net Fri Mar 13 10:00:00 2026\nFrom: lee@example.net\n\nHello\n")
    assert [kind for _, kind in kinds(*sorted(tmp_path.iterdir()))] == [
        "vcard",
        "calendar",
        "mail",
        "mbox",
        "linkedin-connections",
    ]


def test_a_file_named_by_itself_that_cannot_be_read_is_unreadable_not_left_out(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "odd.csv").write_text("no table at all\n")
    found = list(walk.find([tmp_path / "cv.pdf", tmp_path / "empty.csv", tmp_path / "odd.csv", tmp_path / "gone.csv"]))
    assert {f.kind for f in found} == {Kind.UNREADABLE}
    assert "no table at all" in found[2].notes[0].reason
    assert found[3].notes[0].reason == "there is no such file or folder"
    assert all(len(sources.read(f).unreadable) == 1 for f in found)


def test_a_file_that_promises_people_and_cannot_be_read_is_unreadable_in_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text("<!DOCTYPE html><p>Sign in</p>")
    (tmp_path / "calendar.ics").write_text("<html>Sign in</html>")
    found = list(walk.find([tmp_path]))
    assert [f.kind for f in found] == [Kind.UNREADABLE] * 2
    assert all("web page" in f.notes[0].reason for f in found)


def test_a_file_given_twice_is_found_once_and_equal_labels_are_numbered(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Connections.csv").write_text(exports.CONNECTIONS_2021)
    first, second = tmp_path / "a" / "Connections.csv", tmp_path / "b" / "Connections.csv"
    assert [path for path, _ in kinds(first, second, first)] == ["Connections.csv", "Connections.csv (2)"]


def test_no_label_tells_where_on_the_computer_a_file_lies(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(export)
    labels = [path for path, _ in kinds(export, export / "Connections.csv", Path())]
    assert not [label for label in labels if str(export.parent) in label or label.startswith((".", "/"))]


def test_links_within_a_folder_are_told_and_not_followed(tmp_path: Path, export: Path) -> None:
    (export / "more.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert any("more.csv: a link" in n.reason for n in list(walk.find([export]))[-1].notes)


def test_a_maildir_is_one_find_with_its_folder(tmp_path: Path) -> None:
    for sub in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / sub).mkdir(parents=True)
    letter = "From: lee@example.net\nDate: Fri, 13 Mar 2026 10:00:00 +0000\nMessage-ID: <1@example.net>\n\nHello\n"
    (tmp_path / "Maildir" / "cur" / "1.example:2,S").write_text(letter)
    (found,) = walk.find([tmp_path / "Maildir"])
    assert (found.kind, found.path, found.folder) == (Kind.MAILDIR, "Maildir", tmp_path / "Maildir")
    assert len(list(sources.read(found).messages)) == 1


def test_a_maildir_in_a_zip_is_read_letter_by_letter(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.writestr(
            "Maildir/cur/1.example", "From: lee@example.net\nDate: Fri, 13 Mar 2026 10:00:00 +0000\n\nHi\n"
        )
    (found,) = walk.find([tmp_path / "mail.zip"])
    assert found.kind is Kind.MAIL


def test_odd_names_on_disk_are_shown_without_control_characters(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31m"
    folder.mkdir()
    (folder / os.fsdecode(b"Conn\xffections\n.csv")).write_text(exports.CONNECTIONS_2021)
    (found,) = walk.find([folder])
    assert (found.file, found.path) == ("Conn?ections?.csv", "a?[31m/Conn?ections?.csv")
    assert len(sources.read(found).cards) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may open every file")
def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(exports.CONNECTIONS_2021)
    (tmp_path / "Connections.csv").chmod(0)
    (found,) = walk.find([tmp_path / "Connections.csv"])
    assert "may not be opened" in found.notes[0].reason


def test_the_scenario_is_found_whole(eval_data: Path) -> None:
    found = {f.file: f.kind.value for f in walk.find([eval_data / "scenario"])}
    assert found == {
        "applications.csv": "applications",
        "calendar.ics": "calendar",
        "contacts.vcf": "vcard",
        "google_contacts.csv": "google",
        "Connections.csv": "linkedin-connections",
        "Positions.csv": "linkedin-positions",
        "Profile.csv": "linkedin-profile",
        "messages.csv": "linkedin-messages",
        "mail.mbox": "mbox",
        "scenario": "left-out",
    }


def test_found_shows_no_path_of_the_computer(export: Path) -> None:
    for found in walk.find([export]):
        assert isinstance(found, Found)
        assert str(export.parent) not in (found.path + found.file)
