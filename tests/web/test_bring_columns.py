"""A table whose columns nobody knows, as a visitor meets it: three lines, a choice a column, and it is remembered."""

from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.sources.test_strange_tables import SURE
from tests.web.test_bring import give, heading, people, settled
from tests.web.visitor import Visitor, first

from askwell.actions.desk import Desk
from askwell.web.bringing.columns import EMPTY, MANY
from askwell.web.jobs.book import book_of

TABLE = b"Chi,Posta,Dove lavora\nAna Lima,ana@example.com,Northwind\nRui Costa,rui@example.com,\n"
ASKED = "Which column is what?"


@pytest.fixture(autouse=True)
def _ended(desk: Desk) -> Iterator[None]:
    """No child outlives its test."""
    yield
    for one in book_of(desk).listed(desk):
        book_of(desk).let_go(desk, one.job.id)


def choices(page: LexborHTMLParser) -> dict[str, str]:
    """What each column is taken for."""
    fields = page.css(".field")
    return {
        first(field, "label").text(): first(field, "option[selected]").attributes["value"] or "" for field in fields
    }


def test_three_lines_and_a_choice_stand_at_each_column_and_nothing_is_guessed_silently(
    client: Visitor, desk: Desk
) -> None:
    page = settled(client, give(client, people_csv=TABLE))
    assert (heading(page), people(desk)) == (ASKED, 0)
    assert first(page, ".opening__when").text() == "people.csv"
    assert choices(page) == {"Chi": "name", "Posta": "email", "Dove lavora": "company"}
    assert [one.text() for one in page.css(".field__help")] == [
        "Ana Lima · Rui Costa", "ana@example.com · rui@example.com", "Northwind",
    ]  # fmt: skip
    assert len(page.css(".button--pen")) == 1


def test_a_table_without_a_header_promises_nothing_for_the_next_one(client: Visitor) -> None:
    page = settled(client, give(client, people_csv=TABLE.partition(b"\n")[2]))
    assert heading(page) == ASKED
    assert first(page, ".opening__lede").text() == "This table has no header that says so. Look each column over."


def test_her_answer_reads_it_and_the_next_one_is_read_by_itself(client: Visitor, desk: Desk) -> None:
    there = give(client, people_csv=TABLE)
    settled(client, there)
    client.submit(there, f"{there}/columns", c2="note")
    page = settled(client, there)
    assert heading(page) == "Two people would come in"
    client.submit(there, f"{there}/in")
    settled(client, there)
    assert people(desk) == 2
    later = TABLE.splitlines()[0] + b"\nPat Kim,pat@example.org,Globex\n"
    assert heading(settled(client, give(client, more_csv=later))) == "One person would come in"


def test_an_answer_without_a_name_is_told_what_it_lacks_and_keeps_the_choices(client: Visitor, desk: Desk) -> None:
    there = give(client, people_csv=TABLE)
    settled(client, there)
    answer = client.submit(there, f"{there}/columns", c0="company", c1="", c2="")
    page = LexborHTMLParser(answer.content.decode())
    assert answer.status_code == 422
    assert "need a column of names or of addresses" in first(page, "[role=alert]").text()
    assert choices(page)["Chi"] == "company"
    assert people(desk) == 0


def test_a_table_may_be_left_out_while_the_others_come_in(client: Visitor, desk: Desk) -> None:
    other = b"Name,Email\nLee Hart,lee@example.net\n"
    there = give(client, people_csv=TABLE, known_csv=other)
    assert heading(settled(client, there)) == ASKED
    client.submit(there, f"{there}/columns", leave="yes")
    page = settled(client, there)
    assert heading(page) == "One person would come in"
    assert "you left this table out" in page.text()


def test_two_tables_are_asked_about_one_after_the_other(client: Visitor) -> None:
    there = give(client, people_csv=TABLE, more_csv=b"Wer,Wo\nLee Hart,lee@example.net\n")
    settled(client, there)
    for _ in range(2):
        assert heading(client.page(there)) == ASKED
        client.submit(there, f"{there}/columns")
        settled(client, there)
    assert heading(client.page(there)) == "Three people would come in"


def test_an_answer_to_a_question_that_is_answered_already_changes_nothing(client: Visitor) -> None:
    there = give(client, people_csv=TABLE)
    settled(client, there)
    client.submit(there, f"{there}/columns")
    settled(client, there)
    assert client.post(f"{there}/columns", {"mark": "x", "c0": "email"}).status_code == 303
    assert heading(client.page(there)) == "Two people would come in"


def test_headers_and_cells_that_mean_harm_are_inert_text(client: Visitor) -> None:
    harm = '<script>alert(1)</script>,"<img src=x onerror=alert(1)>",Posta\n<b>Ana</b>,=cmd,ana@example.com\n'
    page = settled(client, give(client, people_csv=harm.encode()))
    assert heading(page) == ASKED
    assert not page.css("form.form script, form.form img, form.form b")
    assert "<script>alert(1)</script>" in choices(page)


def test_of_a_very_wide_table_what_is_not_known_is_folded_away(client: Visitor) -> None:
    header = ",".join(["Chi", "Posta", *(f"X{n}" for n in range(40))])
    page = settled(client, give(client, people_csv=f"{header}\nAna Lima,ana@example.com{',' * 40}\n".encode()))
    assert len(page.css("details .field")) == 40
    assert EMPTY in first(page, "details .field__help").text()
    assert MANY < 40


def test_what_was_taken_without_asking_is_said_before_anything_is_saved(client: Visitor, desk: Desk) -> None:
    page = settled(client, give(client, contatti_csv=SURE.encode()))
    assert heading(page) == "Two people would come in"
    said = " ".join(one.text() for one in page.css(".sums__said"))
    assert "contatti.csv: Its columns were taken by what stands in them: “Nome do contato” as name" in said
    assert people(desk) == 0
