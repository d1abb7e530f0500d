"""Hardness and the forecast on the command line: in the published shape, kind, and nothing where she hid it."""

import re

from tests.terminal.shell import NOW, Shell, conforms

from askwell.actions.desk import open_desk, parse_moment
from askwell.actions.wishes import set_wishes


def test_hardness_is_told_in_eight_parts_with_one_next_stretch(shell: Shell) -> None:
    found = conforms(shell.json("progress"), "progress")["hardness"]
    assert len(found["parts"]) == 8
    assert found["next"] in {part["name"] for part in found["parts"]}
    best = max(part["gain"] for part in found["parts"])
    assert next(part["gain"] for part in found["parts"] if part["name"] == found["next"]) == best


def test_the_forecast_is_a_range_with_what_it_rests_on(shell: Shell) -> None:
    found = conforms(shell.json("progress"), "progress")["forecast"]
    assert [pace["name"] for pace in found["paces"]] == ["present", "waiting", "asking", "one-more"]
    assert {rest["assumption"] for rest in found["rests_on"]} == {True, False}


def test_the_same_day_tells_the_same(shell: Shell) -> None:
    assert shell.json("progress") == shell.json("progress")


def test_in_words_it_is_short_and_promises_nothing(shell: Shell) -> None:
    page = " ".join(shell.run("progress").split())
    assert "How you ask: " in page
    assert "Your next stretch: " in page
    assert "eight times in ten" in page
    assert not re.search(r"\bbob\b|!|overdue|failed|\{|None", page, re.IGNORECASE)


def test_a_hidden_forecast_is_told_nowhere(shell: Shell) -> None:
    with open_desk(data=shell.data, now=parse_moment(NOW)) as desk:
        set_wishes(desk, forecast=False)
    assert conforms(shell.json("progress"), "progress")["forecast"] is None
    assert "What may lie ahead" not in shell.run("progress")


def test_an_empty_notebook_has_neither(empty: Shell) -> None:
    found = conforms(empty.json("progress"), "progress")
    assert (found["hardness"], found["forecast"]) == (None, None)
