"""Bad input, brought in: whatever a file holds, the receipt adds up, good rows come in, and nothing is half done."""

import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME
from tests.bounds import bounded
from tests.sources import exports, outlook_tables, test_applications, test_calendar, test_google, test_strange_tables
from tests.sources.test_vcard import APPLE, MODERN, OUTLOOK, card

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.domain.reading import Receipt
from askwell.domain.tables import Layouts

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def give(desk: Desk, *paths: Path) -> Receipt:
    """Bring files in; each line of the receipt adds up."""
    receipt = bring_in(desk, paths, me=[ME])
    for line in receipt.files:
        told = line.new + line.joined + line.changed + line.same + len(line.left_out) + len(line.unreadable)
        assert told == line.read, line.file
    return receipt


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def names() -> list[str]:
    from askwell.store import lookups

    return sorted(contact.name for contact in lookups.contacts(NOW).values())


def state() -> bytes:
    from askwell.store import canon

    return canon.export()


SOURCES: Mapping[str, bytes] = {
    "Connections.csv": exports.CONNECTIONS["2026"],
    "messages.csv": exports.MESSAGES["2026"],
    "contacts.vcf": (OUTLOOK + APPLE + MODERN).encode(),
    "google.csv": test_google.NEW.encode(),
    "outlook.csv": outlook_tables.localized("de"),
    "people.csv": test_strange_tables.SURE.encode(),
    "applications.csv": test_applications.TABLE.encode(),
    "calendar.ics": test_calendar.calendar(
        test_calendar.LUNCH, test_calendar.event("RRULE:FREQ=WEEKLY;COUNT=3")
    ).encode(),
}


@pytest.mark.parametrize("name", SOURCES)
def test_the_same_file_ten_times_and_renamed_brings_nothing_more(desk: Desk, folder: Path, name: str) -> None:
    give(desk, put(folder, name, SOURCES[name]))
    before = state()
    for _ in range(9):
        assert give(desk, folder / name).batch is None
    renamed = give(desk, put(folder, f"copy of {name}", SOURCES[name]))
    assert [(line.new, line.joined, line.changed) for line in renamed.files] == [(0, 0, 0)]
    assert state() == before


def test_more_rows_add_people_and_fewer_take_nobody_away(desk: Desk, folder: Path) -> None:
    rows = [f"Ana,No{n:02},https://www.linkedin.com/in/ana-{n},,Acme,Planner,08 Feb 2021\n" for n in range(6)]
    give(desk, put(folder, "Connections.csv", HEAD + "".join(rows[:4])))
    assert give(desk, put(folder, "Connections.csv", HEAD + "".join(rows))).files[0].new == 2
    assert give(desk, put(folder, "Connections.csv", HEAD + "".join(rows[5:]))).batch is None
    assert len(names()) == 6


def test_the_same_people_from_another_source_are_joined_and_not_doubled(desk: Desk, folder: Path) -> None:
    give(desk, put(folder, "google.csv", "Name,E-mail 1 - Value,Notes\nMara Okoye,mara@example.com,\n"))
    (line,) = give(desk, put(folder, "mara.vcf", card("FN:Mara Okoye", "EMAIL:mara@example.com"))).files
    assert ((line.new, line.joined), names()) == ((0, 1), ["Mara Okoye"])


def test_a_table_of_more_rows_than_are_read_is_refused_whole(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askwell.sources import tables

    monkeypatch.setattr(tables.split, "__kwdefaults__", {"at_most": 1000})
    rows = "".join(f"Ana,No{n},,,Acme,Planner,08 Feb 2021\n" for n in range(1001))
    (line,) = give(desk, put(folder, "Connections.csv", HEAD + rows)).files
    assert "more than 1,000 rows; nothing was read" in line.unreadable[0].reason
    assert names() == []


def test_cells_of_ten_megabytes_and_breaks_within_cells_come_in(desk: Desk, folder: Path) -> None:
    row = f'Mara,"Okoye",,,"{"x" * 10_000_000}","Head\nof\nData",08 Feb 2021\n'
    (line,) = give(desk, put(folder, "Connections.csv", HEAD + row + "Lee,Hart,,,Tailspin,CTO,01 Jan 2021\n")).files
    assert (line.read, line.new, names()) == (2, 2, ["Lee Hart", "Mara Okoye"])


def test_of_cards_the_good_come_in_and_the_bad_are_told_and_no_field_takes_the_place_of_another(
    desk: Desk, folder: Path
) -> None:
    numbers = [f"TEL;TYPE=CELL:+1414555{number:04}" for number in range(5000)]
    photo = "PHOTO;ENCODING=b:" + "\r\n ".join(["A" * 75] * 1000)
    cards = (
        OUTLOOK, card("FN:Lee Hart", "BDAY:--0415", photo, *numbers), card("N:Kim;Pat;;;", "EMAIL:pat@example.org"),
        card("KIND:group", "FN:Rowing", "MEMBER:mailto:pat@example.org"), card("NOTE:nobody"), "BEGIN:VCARD\nFN:Half",
    )  # fmt: skip
    (line,) = give(desk, put(folder, "contacts.vcf", "".join(cards))).files
    assert (line.read, line.new, len(line.left_out), len(line.unreadable)) == (6, 3, 2, 1)
    assert names() == ["Jürgen Groß", "Lee Hart", "Pat Kim"]


XML = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "ha">
<!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;"><!ENTITY d "&c;&c;">]><a>&x;&d;</a>"""


@pytest.mark.parametrize("name", ["people.xml", "people.csv", "people.vcf", "calendar.ics", "people.xlsx", "a.svg"])
def test_xml_of_any_name_is_never_taken_apart(desk: Desk, folder: Path, name: str) -> None:
    path = put(folder, name, XML)
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", XML)
            archive.writestr("xl/sharedStrings.xml", XML * 1000)
    (line,) = give(desk, path).files
    assert (line.new, len(line.unreadable)) == (0, 1)
    assert len(line.unreadable[0].reason) < 200


ODD = {
    "turned around": "Mara \u202eeyokO\u202c",
    "zero width": "Ma\u200bra O\u200dkoye\ufeff",
    "Turkish": "İpek Işık",
    "ten thousand": "Mara " + "O" * 10_000,
    "combining": "Zoe\u0301 Bra\u0308ndt",
    "another script": "Мара Окойе",
    "beyond the plane": "Mara 𝔒𝔨𝔬𝔶𝔢 👩‍🔬",
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_names_are_kept_as_they_were_written(desk: Desk, folder: Path, odd: str) -> None:
    from askwell.store import lookups

    first, _, last = ODD[odd].partition(" ")
    (line,) = give(desk, put(folder, "Connections.csv", f"{HEAD}{first},{last},,odd@example.com,,,08 Feb 2021\n")).files
    assert line.new == 1
    (kept,) = lookups.known_cards()
    assert (kept.card.given, kept.card.family) == (first.lstrip("\ufeff"), last)


def test_twins_of_one_name_in_two_ways_of_writing_are_one_and_lookalikes_are_two(desk: Desk, folder: Path) -> None:
    composed = unicodedata.normalize("NFC", "Zoé Brandt")
    apart = unicodedata.normalize("NFD", composed)
    lookalike = composed.replace("o", "\u043e", 1)  # a Cyrillic letter that looks the same
    give(desk, put(folder, "one.vcf", card(f"FN:{composed}", "ORG:Globex", "TEL:+1 414 555 0101")))
    (same,) = give(desk, put(folder, "two.vcf", card(f"FN:{apart}", "ORG:Globex", "TEL:+1 414 555 0101"))).files
    assert (same.new, same.joined + same.same + same.changed) == (0, 1)
    give(desk, put(folder, "three.vcf", card(f"FN:{lookalike}", "ORG:Globex")))
    assert len(names()) == 2


def test_a_hostile_header_is_asked_about_and_its_answer_is_plain_text(desk: Desk, folder: Path) -> None:
    path = put(folder, "people.csv", '"<script>","=cmd|x",\u202eemaN\nAna Lima,ana@example.com,x\n')
    (line,) = give(desk, path).files
    assert line.question
    assert [column.guess for column in line.question.columns] == ["name", "email", ""]
    receipt = bring_in(desk, [path], me=[ME], columns=Layouts(known={line.question.mark: "name,email,"}))
    assert (receipt.files[0].new, names()) == (1, ["Ana Lima"])


def test_calendars_with_broken_zones_and_endless_rules_come_in_within_bounds(desk: Desk, folder: Path) -> None:
    broken = test_calendar.CLUB.replace("TZOFFSETTO:+1000", "TZOFFSETTO:+99999999").replace("YEARLY", "SECONDLY")
    zoned = test_calendar.event(test_calendar.LEE, start='DTSTART;TZID="Rowing, Club":20260313T210000')
    endless = test_calendar.event(test_calendar.LEE, "RRULE:FREQ=SECONDLY", start="DTSTART:20260301T100000Z")
    text = test_calendar.calendar(*[endless.replace("cal-1", f"e{n}") for n in range(200)], zoned, head=broken)
    with bounded(30):
        (line,) = give(desk, put(folder, "calendar.ics", text)).files
    assert (line.read, line.new + line.changed + line.same) == (201, 201)
