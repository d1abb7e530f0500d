"""LinkedIn's people of every era, with hidden rows, odd encodings and spreadsheets' own dates."""

from datetime import date
from typing import ClassVar

import pytest
from tests.sources import exports
from tests.sources.contract import Contract, read

from askwell.sources.found import Kind
from askwell.sources.linkedin import HIDDEN


class TestConnections(Contract):
    kind = Kind.CONNECTIONS
    samples: ClassVar = exports.CONNECTIONS


class TestNotes(Contract):
    kind = Kind.NOTES
    samples: ClassVar = {"2026": exports.NOTES}


class TestImported(Contract):
    kind = Kind.IMPORTED
    samples: ClassVar = exports.IMPORTED


@pytest.mark.parametrize("era", exports.CONNECTIONS)
def test_each_era_gives_its_people_with_the_day_they_connected(era: str) -> None:
    reading = read(exports.CONNECTIONS[era], Kind.CONNECTIONS)
    assert reading.unreadable == []
    first = reading.cards[0]
    assert (first.given, first.family) in {("Mara", "Okoye"), ("Jürgen", "Groß")}
    assert all(card.connected_on and card.connected_on.year >= 2017 for card in reading.cards)


def test_the_columns_of_2018_are_found_by_name() -> None:
    mara, lee = read(exports.CONNECTIONS_2018, Kind.CONNECTIONS).cards
    assert (mara.emails, mara.company, mara.title) == (("mara@example.com",), "Northwind, Inc.", "Head of Data")
    assert (mara.connected_on, lee.connected_on) == (date(2018, 2, 8), date(2017, 11, 23))


def test_a_profile_is_the_key_whatever_its_spelling() -> None:
    keys = [read(text, Kind.CONNECTIONS).cards[0].key for text in (exports.CONNECTIONS_2023, exports.CONNECTIONS_2025)]
    assert keys == ["in/mara-okoye-1a2b"] * 2
    assert read(exports.CONNECTIONS_2023, Kind.CONNECTIONS).cards[1].key == "in/zoë-brandt"
    assert read(exports.CONNECTIONS_2025, Kind.CONNECTIONS).cards[1].key == "in/leehart"


def test_without_profile_the_key_is_name_and_address_or_day() -> None:
    keys = [card.key for card in read(exports.CONNECTIONS_2021, Kind.CONNECTIONS).cards]
    assert keys == ["mara okoye|mara@example.com", "lee hart|23 nov 2020"]


def test_hidden_members_are_left_out_and_counted() -> None:
    reading = read(exports.CONNECTIONS_2025, Kind.CONNECTIONS)
    assert [(note.at, note.reason) for note in reading.left_out] == [(2, HIDDEN), (4, HIDDEN)]
    assert [card.origin.index for card in reading.cards] == [1, 3]
    assert reading.read == 4


def test_degrees_stay_with_the_family_name_as_written() -> None:
    zoe = read(exports.CONNECTIONS_2023, Kind.CONNECTIONS).cards[1]
    assert (zoe.name, zoe.family) == ("Zoë Brandt, Ph.D.", "Brandt, Ph.D.")


def test_a_table_saved_by_excel_is_read_with_its_two_digit_years() -> None:
    cards = read(exports.CONNECTIONS_EXCEL, Kind.CONNECTIONS).cards
    assert [card.connected_on for card in cards] == [date(2021, 4, 4), date(2020, 11, 23)]
    assert cards[0].emails == ()


def test_german_headers_in_windows_western_with_semicolons_are_read() -> None:
    (card,) = read(exports.CONNECTIONS["cp1252"], Kind.CONNECTIONS).cards
    assert (card.name, card.company, card.connected_on) == ("Jürgen Groß", "Müller & Söhne", date(2023, 3, 12))


def test_a_row_with_more_cells_than_the_header_is_told_and_not_shifted() -> None:
    text = exports.CONNECTIONS_2021 + "Al,Bo,al@example.com,Bo, Inc,CEO,01 Jan 2020\nMe,Too,,,,02 Jan 2020\n"
    reading = read(text, Kind.CONNECTIONS)
    assert [note.at for note in reading.unreadable] == [3]
    assert [card.name for card in reading.cards] == ["Mara Okoye", "Lee Hart", "Me Too"]


def test_a_missing_quotation_mark_swallows_nothing_unseen() -> None:
    text = exports.CONNECTIONS_2021 + 'Al,"Bo,,,,01 Jan 2020\nMe,Too,,,,02 Jan 2020\n'
    reading = read(text, Kind.CONNECTIONS)
    assert [card.name for card in reading.cards] == ["Mara Okoye", "Lee Hart"]
    assert reading.unreadable[0].at == 3
    assert "run together" in reading.unreadable[0].reason


def test_a_file_without_the_header_says_so() -> None:
    reading = read("a,b\n1,2\n", Kind.CONNECTIONS)
    assert (reading.read, reading.unreadable[0].at) == (1, 0)


def test_notes_become_cards_of_the_connection() -> None:
    first, second = read(exports.NOTES, Kind.NOTES).cards
    assert (first.key, first.note) == ("in/mara-okoye-1a2b", "Met at the council,\nlikes rowing")
    assert second.key == "in/mara-okoye-1a2b#2"


def test_imported_contacts_of_three_eras_bring_addresses_and_phones() -> None:
    mara = read(exports.IMPORTED["Contacts.csv"], Kind.IMPORTED).cards[0]
    assert (mara.emails, mara.company) == (("mara@example.com", "mo@example.org"), "Northwind")
    reading = read(exports.IMPORTED["ImportedContacts.csv"], Kind.IMPORTED)
    (mara,) = reading.cards
    assert (mara.name, mara.maiden, mara.nickname) == ("Mara J. Okoye", "Diallo", "Mo")
    assert mara.phones == ("+12065550100", "+12065550101")
    assert [note.at for note in reading.left_out] == [2]
    assert read(exports.IMPORTED["2018"], Kind.IMPORTED).cards[0].emails == ("lee@example.net",)
