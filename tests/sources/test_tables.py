"""From bytes to rows: encodings, delimiters, headers that stand somewhere below, long and hostile tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.sources.found import Unreadable
from askwell.sources.tables import Shape, decode, delimiter, fold, head, split, table

SHAPE = Shape(columns={"name": ("name", "nom"), "note": ("note",)}, needs=(("name",),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_each_usual_encoding_is_told_by_its_bytes(encoding: str) -> None:
    text = "Name,Note\nJürgen Groß,“schön” – naïve café\n" * 3
    assert decode(text.encode(encoding)) == text


def test_an_eastern_table_is_left_to_the_guesser() -> None:
    text = "Имя,Заметка\n" + "Михаил Кузнецов,встретились на конференции в Москве\n" * 20
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_delimiter_is_the_one_lines_agree_on(mark: str) -> None:
    lines = [mark.join(("Name", "Note", "Place")), mark.join(('"Roe, Sam; a\tb"', "x", "y")), mark.join("abc")]
    assert delimiter("\n".join(lines)) == mark


def test_headers_are_compared_without_case_accents_and_marks() -> None:
    assert fold("E-Mail-Adresse ") == "emailadresse"
    assert fold("Prénom") == "prenom"
    assert fold("E-mail 1 - Value") == "email1value"


def test_a_header_is_found_below_notes_and_rows_count_from_one() -> None:
    found = table(b'Notes:\n"see\nbelow"\n\nNote,Nom\nx,Mara\n\ny,Lee\n', SHAPE)
    assert [(index, row[found.at("name")]) for index, row in found.rows] == [(1, "Mara"), (2, "Lee")]
    assert found.read == 2


def test_short_rows_are_filled_long_ones_told_and_a_missing_column_is_empty() -> None:
    found = table(b"Name,Age\nMara\nLee,1,,\nSam,1,2\n", SHAPE)
    assert [row[found.at("name")] for _, row in found.rows] == ["Mara", "Lee"]
    assert [row[found.at("note")] for _, row in found.rows] == ["", ""]
    assert [note.at for note in found.unreadable] == [3]


def test_only_the_apostrophe_of_our_own_export_is_taken_off() -> None:
    found = table(b"Name\n'=cmd\n'+1 414\n'-a\n'@b\n'Tis\n'\n", SHAPE)
    assert [row[0] for _, row in found.rows] == ["=cmd", "+1 414", "-a", "@b", "'Tis", "'"]


def test_a_cell_of_10_megabytes_is_read() -> None:
    found = table(b'Name,Note\nMara,"' + b"x" * 10_000_000 + b'"\nLee,y\n', SHAPE)
    assert [len(row[1]) for _, row in found.rows] == [10_000_000, 1]


def test_too_many_rows_are_refused_whole_with_the_number() -> None:
    with pytest.raises(Unreadable, match="more than 1,000 rows"):
        split("a\n" * 1001, at_most=1000)
    assert len(split("a\n" * 1000, at_most=1000)) == 1000


def test_without_a_header_that_fits_the_table_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        table(b"a,b\n1,2\n", SHAPE)


def test_the_head_of_a_table_that_is_cut_off_can_be_told() -> None:
    assert head('Name,Note\nMara,"cut of')[0] == ["name", "note"]


@pytest.mark.parametrize("seed", ['"', ",", '",', "'", '"\n', "\r", "\n", "a,", ";\t", "'="])
def test_hostile_tables_cost_no_time(seed: str) -> None:
    data = (seed * (100_000 // len(seed))).encode()
    with bounded(), pytest.raises(Unreadable):
        table(data, SHAPE)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_an_answer(data: bytes) -> None:
    rows = split(decode(data))
    assert isinstance(rows, list)
    found = table(b"Name,Note\n" + data, SHAPE) if b"\0" not in data and decode(data).isascii() else None
    assert found is None or found.read == len(found.rows) + len(found.unreadable)
