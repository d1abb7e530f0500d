"""Today as a page: letters to copy, and with each step the one command that shows or notes it."""

import re

import pytest
from tests.terminal.shell import NOW, Shell

from askwell.actions import asides, day, wishes
from askwell.actions.desk import open_desk, parse_moment
from askwell.domain.people import Contact
from askwell.terminal.words import Typed

NOTED = {
    "thank": "--thanks",
    "report": "--closed",
    "close": "--closed",
    "outcome": "--outcome",
    "ask": "askwell ",
    "give": "--given",
    "prepare": "goals --brief",
    "debrief": "--channel meeting",
}


@pytest.fixture
def busy(shell: Shell) -> Shell:
    """Everything that was noticed is so: there is much to do."""
    shell.run("replies", "--accept", "all")
    return shell


def test_letters_stand_whole_and_as_they_are(busy: Shell) -> None:
    page, plan = busy.run("today"), busy.json("today")
    letters = [step["draft"]["text"].rstrip("\n") for step in plan["steps"] if step["draft"] and step["kind"] != "ask"]
    assert letters
    for letter in letters:
        assert f"─\n{letter}\n─" in page
    assert max(map(len, page.split("\n"))) > 100


def test_each_step_names_the_command_that_notes_it(busy: Shell) -> None:
    page, plan = busy.run("today", "--all"), busy.json("today", "--all")
    kinds = {step["kind"] for step in plan["steps"]}
    assert {"thank", "outcome"} <= kinds
    for kind in kinds & set(NOTED):
        assert NOTED[kind] in page


def test_the_first_ask_is_a_whole_letter_and_the_others_a_question(shell: Shell) -> None:
    page, plan = shell.run("today", "--all"), shell.json("today", "--all")
    asks = [step["draft"]["text"].rstrip("\n") for step in plan["steps"] if step["kind"] == "ask"]
    assert len(asks) > 1
    assert asks[0] in page
    assert all(text not in page for text in asks[1:])
    assert page.count("The letter: askwell ask") == len(asks) - 1


def test_the_commands_that_are_shown_work(busy: Shell) -> None:
    page = busy.run("today", "--all")
    shown = re.findall(r"askwell (log .+ --thanks|sent .+|ask .+)$", page, flags=re.MULTILINE)
    assert shown
    for line in shown[:4]:
        assert busy.json(*line.replace('"', "").split())


def test_to_whom_a_letter_goes_is_told(busy: Shell) -> None:
    page = busy.run("today")
    assert re.search(r"^To: .+ <.+@.+>$", page, flags=re.MULTILINE)


def test_a_search_that_rests_says_so_at_the_top(shell: Shell) -> None:
    shell.run("pause")
    assert shell.run("today").split("\n")[1].startswith("Your search rests")
    assert shell.json("today")["phase"] == "paused"
    shell.run("pause")
    shell.run("landed")
    assert shell.run("today").split("\n")[1].startswith("You have landed")


def test_a_name_is_typed_where_it_is_the_only_one_and_needs_no_more_than_marks() -> None:
    people = [
        Contact("p1", "Ana Example"), Contact("p2", "Bo Example"), Contact("p3", "bo example"),
        Contact("p4", "Pat O'Dowd"), Contact("p5", 'The "Boss" $HOME'), Contact("p6", "-rf"), Contact("p7", ""),
    ]  # fmt: skip
    typed = Typed(people)
    assert [typed(one) for one in people] == ["Ana Example", "p2", "p3", '"Pat O\'Dowd"', "p5", "p6", "p7"]


def test_what_was_put_off_on_the_pages_comes_last_here_too(busy: Shell) -> None:
    first = busy.json("today")["steps"][0]
    with open_desk(data=busy.data, now=parse_moment(NOW)) as desk:
        asides.later(desk, day.plan_day(desk).steps[0].key)
    page, plan = busy.run("today"), busy.json("today")
    assert plan["steps"][-1]["promise"] == first["promise"]
    assert first["reason"] in " ".join(page.partition("Later today")[2].split())


def test_a_day_of_rest_is_said_kindly(busy: Shell) -> None:
    with open_desk(data=busy.data, now=parse_moment(NOW)) as desk:
        wishes.rest_today(desk)
    assert busy.json("today")["steps"] == []
    assert "Today is a day of rest. Everything waits, and nothing is lost." in busy.run("today")
    assert busy.json("today", "--all")["steps"]


def test_pause_rests_the_search_and_tells_how_to_go_on(shell: Shell) -> None:
    assert "Your search rests. Nothing is lost. To go on: askwell pause" in shell.run("pause")
    assert "Your search goes on. Welcome back." in shell.run("pause")
