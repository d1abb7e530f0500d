"""Tables whose headers nobody knows: scored, asked about, read by her word, and by themselves the next time."""

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.contract import Contract, adds_up, found

from askwell import sources
from askwell.domain.errors import Refused
from askwell.domain.reading import Reading
from askwell.domain.tables import FIELDS, LEFT_OUT, ONCE, Layouts, Question, said
from askwell.sources import walk
from askwell.sources.column_guesses import guesses, letters
from askwell.sources.found import Kind
from askwell.sources.sniff import sniff
from askwell.sources.strange_tables import ASKED

SURE = (
    "Nome do contato;E-mail pessoal;Empresa atual;Idade\n"
    "Ana Lima;ana@example.com;Northwind;41\nRui Costa;rui@example.com;Tailspin Toys;38\n"
)
UNKNOWN = "Chi,Posta,Dove lavora\nAna Lima,ana@example.com,Northwind\nRui Costa,rui@example.com,\nLee Hart,,Tailspin\n"
BARE = "Ana Lima,ana@example.com,+1 414 555 0101\nRui Costa,rui@example.com,+1 414 555 0102\n"
JOBS = "Dove,Lavoro,Quando,Come va\nNorthwind,Planner,2026-03-01,interview\nTailspin,Lead,2026-03-02,\n"


class TestTable(Contract):
    kind = Kind.TABLE
    called = "people.csv"
    samples: ClassVar = {"sure": SURE.encode(), "sure in cp1252": SURE.replace("atual", "à tarde").encode("cp1252")}


def told(text: str, *words: str, known: dict[str, str] | None = None) -> Reading:
    reading = sources.read(found(text.encode(), Kind.TABLE), layouts=Layouts(known or {}, said(words)))
    reading.messages = list(reading.messages)
    return reading


def question(text: str, *words: str) -> Question:
    asked = told(text, *words)
    assert asked.question is not None
    assert (asked.read, [n.reason for n in asked.unreadable], asked.cards) == (1, [ASKED], [])
    return asked.question


def test_an_unknown_table_gives_back_three_lines_and_a_guess_for_each_column() -> None:
    asked = question(UNKNOWN + "Sam Roe,,\n")
    assert [(c.letter, c.header, c.guess) for c in asked.columns] == [
        ("A", "Chi", "name"),
        ("B", "Posta", "email"),
        ("C", "Dove lavora", "company"),
    ]
    assert asked.rows == (
        ("Ana Lima", "ana@example.com", "Northwind"),
        ("Rui Costa", "rui@example.com", ""),
        ("Lee Hart", "", "Tailspin"),
    )


@pytest.mark.parametrize("words", [("name=A,email=B,company=C",), ("name=Chi", "email=posta", "company=DOVE LAVORA")])
def test_her_word_by_letter_or_by_header_reads_it(words: tuple[str, ...]) -> None:
    reading = told(UNKNOWN, *words)
    assert [(c.name, c.emails, c.company, c.origin.index) for c in reading.cards] == [
        ("Ana Lima", ("ana@example.com",), "Northwind", 1),
        ("Rui Costa", ("rui@example.com",), "", 2),
        ("Lee Hart", (), "Tailspin", 3),
    ]
    assert reading.layout == (question(UNKNOWN).mark, "name,email,company")


def test_what_she_said_once_reads_the_next_table_with_this_header() -> None:
    mark, fields = told(UNKNOWN, "name=A,email=B").layout or ("", "")
    later = "CHI , posta,dove lavora\nPat Kim,pat@example.org,Globex\n"
    assert [c.name for c in told(later, known={mark: fields}).cards] == ["Pat Kim"]
    assert told(later.replace("posta", "telefono"), known={mark: fields}).question is not None


def test_a_table_that_header_and_cells_make_plain_is_read_and_says_how() -> None:
    reading = told(SURE)
    ana = reading.cards[0]
    assert (ana.name, ana.emails, ana.company) == ("Ana Lima", ("ana@example.com",), "Northwind")
    assert "“Nome do contato” as name" in reading.said
    assert "Idade" not in reading.said


@pytest.mark.parametrize(
    "text",
    [
        SURE.replace("Nome do contato", "Quem"),  # only the cells tell the name
        SURE.replace("ana@example.com", "-").replace("rui@example.com", "-"),  # only the header tells the address
        SURE.replace("Idade", "Chefe").replace(";41", ";bo@example.com").replace(";38", ";al@example.com"),
    ],
)
def test_what_is_not_beyond_doubt_is_asked(text: str) -> None:
    assert question(text).columns


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Organization Name", ("Reed Works", "Stone Ltd"), "company"),
        ("Organization Title", ("Buyer", "Planner"), "title"),
        ("Company contact", ("Susan Hill", "Tom Archer"), "name"),
        ("Contact notes", ("likes sailing", "knows Tom"), "note"),
        ("Place of work", ("Oslo", "Bergen"), "place"),
        ("Last contact", ("2025-10-04", "2024-01-04"), ""),
        ("First met", ("at a fair", "at work"), ""),
        ("Contact’s first name", ("Susan", "Tom"), "first"),
        ("Last name (family)", ("Hill", "Archer"), "last"),
        ("Imię", ("Łukasz", "Żaneta"), "first"),
        ("Nazwisko", ("Wójcik", "Śliwa"), "last"),
    ],
)
def test_of_several_words_in_a_header_the_one_that_says_most_counts(
    header: str, cells: tuple[str, ...], field: str
) -> None:
    rows = [[cell, f"p{number}@example.com"] for number, cell in enumerate(cells)]
    assert guesses([header, "Mail"], rows) == [field, "email"]


def test_given_names_alone_are_not_taken_where_the_family_names_may_stand_beside_them() -> None:
    text = "First Name,Pøíjmení,Contact mail\nJana,Ková,jana@example.com\nPetr,Nový,petr@example.com\n"
    assert [column.guess for column in question(text).columns] == ["first", "", "email"]
    alone = text.replace("Ková", "41").replace("Nový", "38")
    assert [one.name for one in told(alone).cards] == ["Jana", "Petr"]


def test_a_table_of_first_and_last_names_with_an_organization_keeps_both_apart() -> None:
    header = "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value\n"
    (susan,) = told(header + "Susan,Hill,Reed Works,Head of Buying,susan@example.com\n").cards
    assert (susan.name, susan.company, susan.title) == ("Susan Hill", "Reed Works", "Head of Buying")


def test_a_table_without_a_header_is_told_by_its_letters_and_never_remembered() -> None:
    asked = question(BARE)
    assert [c.guess for c in asked.columns] == ["name", "email", "phone"]
    assert asked.mark.startswith(ONCE)
    reading = told(BARE, "name=A,email=B,phone=C")
    assert [(c.name, c.phones) for c in reading.cards] == [
        ("Ana Lima", ("+1 414 555 0101",)),
        ("Rui Costa", ("+1 414 555 0102",)),
    ]


def test_columns_of_a_job_hunt_make_applications() -> None:
    reading = told(JOBS, "company=A,title=B,applied=C,status=D")
    assert [(a.company, a.title, str(a.stage)) for a in reading.applications] == [
        ("Northwind", "Planner", "interview"),
        ("Tailspin", "Lead", "applied"),
    ]
    assert (reading.source, reading.cards) == ("applications", [])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("name=X", "no column “X”"),
        ("company=C", "names or of addresses"),
        ("applied=A", "the column of the company"),
        ("name=A,name=B", "two columns are called name"),
    ],
)
def test_a_word_that_does_not_do_is_answered_with_the_reason(words: str, why: str) -> None:
    assert why in question(UNKNOWN, words).why


@pytest.mark.parametrize("words", ["nome=A", "name", "name=", "=A"])
def test_a_word_that_names_no_field_is_refused_with_the_words_there_are(words: str) -> None:
    with pytest.raises(Refused, match=", ".join(FIELDS)):
        said([words])


def test_several_addresses_and_numbers_are_all_taken() -> None:
    text = "Wer,Privat,Büro,A,B\nAna Lima,a@example.com,b@example.com,414 555 0101,414 555 0102\n"
    (ana,) = told(text, "name=Wer,email=Privat,email=Büro,phone=D,phone=E").cards
    assert (ana.emails, ana.phones) == (("a@example.com", "b@example.com"), ("414 555 0101", "414 555 0102"))


def test_a_table_that_she_leaves_out_is_left_out_row_by_row() -> None:
    reading = told(UNKNOWN, known={question(UNKNOWN).mark: LEFT_OUT})
    assert ([n.at for n in reading.left_out], adds_up(reading)) == ([1, 2, 3], True)


def test_a_header_that_its_cells_belie_is_asked_about() -> None:
    swapped = "Name,Email\na@example.com,Ana Lima\nb@example.com,Rui Costa\nc@example.com,Lee Hart\n"
    assert sniff("people.csv", swapped.encode()).kind is Kind.TABLE
    assert [c.guess for c in question(swapped).columns] == ["email", "name"]
    assert sniff("people.csv", b"Name,Email\nAna Lima,ana@example.com\n").kind is Kind.OUTLOOK


def test_among_other_files_a_table_that_says_nothing_of_people_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "colors.csv").write_text("Color,Shape\nred,round\n")
    (tmp_path / "people.csv").write_text(UNKNOWN)
    kinds = {one.file: one.kind for one in walk.find([tmp_path])}
    assert kinds == {"people.csv": Kind.TABLE, tmp_path.name: Kind.LEFT_OUT}
    assert [one.kind for one in walk.find([tmp_path / "colors.csv"])] == [Kind.TABLE]


def test_notes_above_the_header_are_passed_over() -> None:
    asked = question("My people\n\n" + UNKNOWN)
    assert [c.header for c in asked.columns] == ["Chi", "Posta", "Dove lavora"]


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert list(letters(28))[-3:] == ["Z", "AA", "AB"]


def test_a_wide_long_and_hostile_table_gives_a_small_question() -> None:
    text = ",".join(f"col{n}" for n in range(5000)) + "\n" + "\n".join(["x" * 50_000 + "," * 30] * 20)
    asked = question(text)
    assert len(asked.columns) == 200
    assert all(len(cell) <= 60 for row in asked.rows for cell in row)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.lists(st.sampled_from([f"{f}={c}" for f in FIELDS for c in "ABC"]), max_size=4))
def test_any_text_is_read_or_asked_about(text: str, words: list[str]) -> None:
    assert adds_up(told(text, *words))
    assert len(guesses(["a", "b"], [text.split(",")])) == 2
