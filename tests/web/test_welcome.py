"""Welcome: a name, and three ways to begin, each of which leads somewhere."""

import pytest
from tests.web.deliveries import connections, give, until
from tests.web.visitor import Visitor, first

from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.web.jobs.book import State, book_of
from askwell.web.jobs.job import Wish

BUTTONS = ["Start with three names", "I have a file with my contacts", "Look around with made-up people"]


def test_the_first_page_of_an_empty_notebook_is_welcome(client: Visitor) -> None:
    assert client.get("/").headers["Location"] == "/welcome"
    page = client.page("/welcome")
    assert [button.text(strip=True) for button in page.css("button")] == BUTTONS
    assert len(page.css(".button--pen")) == 1
    assert "autofocus" in page.css("#name")[0].attributes


def test_a_name_is_kept_and_three_names_come_next_with_undo(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/welcome", name="  Nora ", then="three-names")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/three-names")
    assert desk.goals.name == "Nora"
    page = client.page("/three-names")
    assert page.css(".toast span")[0].text() == "This notebook belongs to Nora."
    client.post(page.css(".toast form")[0].attributes["action"] or "")
    assert desk.goals.name == ""


def test_it_stands_in_the_history_whose_notebook_it_is(client: Visitor) -> None:
    client.submit("/welcome", name="Nora", then="three-names")
    assert "This notebook belongs to Nora." in client.page("/data").css_first("#history").text()


def test_a_first_import_that_was_cut_off_is_told_with_the_way_to_it(client: Visitor, desk: Desk) -> None:
    book = book_of(desk)
    job = give(book, desk, Connections_csv=connections(0, 3))
    until(book, desk, job, State.SEEN)
    book.line.leave(job.folder)
    job.wished(Wish.IMPORT).write()
    line = first(client.page("/welcome"), ".notice-line")
    assert "Your import did not finish. Nothing was changed." in line.text()
    assert first(line, "a").attributes["href"] == "/bring"
    book.let_go(desk, job.id)
    assert not client.page("/welcome").css(".notice-line")


def test_enter_is_as_good_as_the_button(client: Visitor) -> None:
    assert client.submit("/welcome", name="Nora").headers["Location"] == "/three-names"


def test_without_a_name_it_says_what_a_name_is_for(client: Visitor, desk: Desk) -> None:
    answer = client.submit("/welcome", name=" ", then="three-names")
    assert answer.status_code == 422
    assert "Your letters are signed with it." in answer.content.decode()
    assert desk.goals.name == ""


def test_files_are_brought_without_a_name_too_and_one_that_was_written_is_kept(client: Visitor, desk: Desk) -> None:
    assert client.submit("/welcome", then="bring").headers["Location"] == "/bring"
    assert client.submit("/welcome", name="Nora", then="bring").headers["Location"] == "/bring"
    assert desk.goals.name == "Nora"


def test_the_same_name_again_changes_nothing(client: Visitor, desk: Desk) -> None:
    change_goals(desk, name="Nora")
    client.submit("/welcome", then="three-names")
    assert not client.page("/three-names").css(".toast")


def test_what_would_be_shared_on_a_server_is_not_offered_there(
    client: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askwell.actions.demo.is_offered", lambda: False)
    assert [button.text(strip=True) for button in client.page("/welcome").css("button")] == BUTTONS[:2]
    assert client.post("/made-up").status_code == 404
