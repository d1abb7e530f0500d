"""Reading what was found: the scenario adds up, a missing file is told, the room starts without heavy libraries."""

import io
import subprocess
import sys
from pathlib import Path

from tests.sources.contract import adds_up, found

from askwell import sources
from askwell.domain.reading import Note
from askwell.sources import walk
from askwell.sources.found import Found, Kind, Unreadable

EXPECTED = {  # file: rows read, cards, messages, applications, left out
    "applications.csv": (10, 0, 0, 10, 0),
    "calendar.ics": (12, 0, 12, 0, 0),
    "contacts.vcf": (41, 40, 0, 0, 1),
    "google_contacts.csv": (25, 25, 0, 0, 0),
    "Connections.csv": (121, 120, 0, 0, 1),
    "Positions.csv": (3, 0, 0, 0, 3),
    "Profile.csv": (1, 0, 0, 0, 1),
    "messages.csv": (30, 0, 30, 0, 0),
}


def test_the_scenario_is_read_whole(eval_data: Path) -> None:
    counted = {}
    for one in walk.find([eval_data / "scenario"]):
        if one.kind in {Kind.MBOX, Kind.LEFT_OUT}:
            continue
        reading = sources.read(one, region="US", zone="America/Chicago")
        messages = list(reading.messages)
        assert reading.unreadable == []
        counted[one.file] = (
            reading.read,
            len(reading.cards),
            len(messages),
            len(reading.applications),
            len(reading.left_out),
        )
    assert counted == EXPECTED


def test_mail_is_read_lazily_and_adds_up(eval_data: Path) -> None:
    (one,) = walk.find([eval_data / "scenario" / "mail.mbox"])
    reading = sources.read(one)
    reading.messages = list(reading.messages)
    assert (reading.source, reading.read) == ("mail", 100)
    assert adds_up(reading)


def test_a_file_that_vanishes_between_finding_and_reading_is_told(tmp_path: Path) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_text("BEGIN:VCARD\nFN:Lee Hart\nEND:VCARD\n")
    (one,) = walk.find([path])
    path.unlink()
    reading = sources.read(one)
    assert (reading.read, reading.unreadable[0].at) == (1, 0)


def test_a_file_beyond_200_megabytes_is_refused_before_it_is_loaded() -> None:
    def opened() -> io.BytesIO:
        raise AssertionError

    large = Found("contacts.vcf", "contacts.vcf", Kind.VCARD, opened, 201 * 1024 * 1024)
    assert "200 MB" in sources.read(large).unreadable[0].reason


def test_what_was_set_aside_comes_back_as_notes() -> None:
    notes = (Note(0, "a.pdf: of no use"), Note(0, "b.pdf: of no use"))
    reading = sources.read(Found("x", "x", Kind.LEFT_OUT, notes=notes))
    assert (reading.read, reading.left_out, reading.unreadable) == (2, list(notes), [])
    reading = sources.read(Found("x", "x", Kind.UNREADABLE, notes=notes[:1]))
    assert (reading.read, reading.left_out, reading.unreadable) == (1, [], [notes[0]])


def test_a_fault_is_said_in_a_sentence() -> None:
    assert sources.sentence(Unreadable("so it is")) == "so it is"
    assert "damaged" in sources.sentence(OSError(5, "/home/someone/x"))
    assert "/home" not in sources.sentence(OSError(5, "/home/someone/x"))


def test_the_room_starts_without_heavy_libraries() -> None:
    heavy = "{'vobject', 'icalendar', 'charset_normalizer', 'phonenumbers', 'selectolax', 'django', 'zipfile'}"
    code = f"import sys, askwell.sources.walk; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_garbage_of_every_kind_is_told_and_raises_nothing() -> None:
    for kind in set(Kind) - {Kind.LEFT_OUT, Kind.UNREADABLE, Kind.MAILDIR}:
        reading = sources.read(found(b"\0\xff" * 500, kind))
        reading.messages = list(reading.messages)
        assert adds_up(reading), kind
