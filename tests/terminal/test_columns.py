"""A table whose columns nobody knows, on the command line: what is said of it, how to go on, and what is remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal.shell import Shell, conforms

from askwell.domain.reading import FileReceipt
from askwell.domain.tables import Column, Question
from askwell.terminal import columns

TABLE = "Chi,Posta,Dove lavora\nAna Lima,ana@example.com,Northwind\nRui Costa,rui@example.com,Tailspin\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_it_is_asked_with_what_stands_in_it_and_nothing_is_guessed(empty: Shell, table: str) -> None:
    receipt = conforms(empty.json("import", table, code=1), "import")
    (file,) = receipt["files"]
    assert receipt["people"] == 0
    assert [(c["column"], c["guess"]) for c in file["question"]["columns"]] == [
        ("A", "name"),
        ("B", "email"),
        ("C", "company"),
    ]
    assert file["question"]["rows"][0] == ["Ana Lima", "ana@example.com", "Northwind"]


def test_words_tell_what_is_seen_and_the_very_option_that_goes_on(empty: Shell, table: str) -> None:
    said = empty.run("import", table, code=1)
    assert "--columns name=A,email=B,company=C" in said
    assert "Northwind" in said


def test_only_a_table_with_a_header_is_said_to_be_known_the_next_time(empty: Shell, table: str) -> None:
    remembered = "The next table with this header is read without asking."
    assert remembered in " ".join(empty.run("import", table, code=1).split())
    Path(table).write_text(TABLE.partition("\n")[2], encoding="utf-8")
    assert remembered not in " ".join(empty.run("import", table, code=1).split())


def test_her_word_brings_it_in_and_the_next_table_with_this_header_is_read_by_itself(empty: Shell, table: str) -> None:
    receipt = empty.json("import", table, "--columns", "name=Chi,email=B", "--columns", "company=Dove lavora")
    assert (receipt["files"][0]["new"], receipt["people"]) == (2, 2)
    Path(table).write_text(TABLE.splitlines()[0] + "\nPat Kim,pat@example.org,Globex\n", encoding="utf-8")
    later = empty.json("import", table)
    assert (later["files"][0]["new"], later["people"]) == (1, 3)
    assert empty.json("people", "Pat Kim")["people"][0]["company"] == "Globex"


def test_undo_takes_the_answer_back_with_the_people(empty: Shell, table: str) -> None:
    batch = empty.json("import", table, "--columns", "name=A,email=B")["batch"]
    empty.run("undo", batch)
    assert "question" in empty.json("import", table, code=1)["files"][0]


def test_new_goals_keep_what_was_said_of_columns(empty: Shell, table: str, tmp_path: Path) -> None:
    empty.json("import", table, "--columns", "name=A,email=B")
    goals = tmp_path / "goals.toml"
    goals.write_text('roles = ["Planner"]\n', encoding="utf-8")
    empty.run("goals", "--set", str(goals))
    assert empty.json("import", table)["files"][0]["same"] == 2


def test_a_word_that_says_nothing_is_refused_before_anything_is_read(empty: Shell, table: str) -> None:
    assert "name=B" in empty.refused("import", table, "--columns", "nome=A")


def asked(*answers: str) -> tuple[dict[str, str], list[str]]:
    """What is answered at a terminal to a table of three columns, and how it was asked."""
    shown = (Column("A", "Chi", "name"), Column("B", "Posta", "email"), Column("C", ""))
    question = Question("mark", shown, (("Ana Lima", "ana@example.com", "x"),))
    prompts: list[str] = []
    waiting: Iterator[str] = iter(answers)

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        return next(waiting)

    return dict(columns.ask([FileReceipt("people.csv", "table", question=question)], answer=answer)), prompts


def test_at_a_terminal_enter_keeps_the_guess_and_a_word_says_another() -> None:
    answers, prompts = asked("", "", "company")
    assert answers == {"mark": "name,email,company"}
    assert prompts == ["A “Chi” [name]: ", "B “Posta” [email]: ", "C [-]: "]


def test_at_a_terminal_a_word_that_is_none_is_asked_again_and_one_said_twice_is_left_out() -> None:
    answers, prompts = asked("nome", "first", "first", "-")
    assert answers == {"mark": "first,,"}
    assert len(prompts) == 4


def test_at_a_terminal_a_table_of_which_nothing_is_said_is_left_alone() -> None:
    assert asked("-", "-", "-")[0] == {}
