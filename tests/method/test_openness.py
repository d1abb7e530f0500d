"""Tip 4: the status line is plain, never made up, and heard in the same voice everywhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.goals import Goals, Position, Status
from askwell.domain.wording import sentences
from askwell.method import openness

WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


def test_the_seeker_s_own_status_line_is_used_as_it_is() -> None:
    assert openness.status_line(Goals(status_line="The yard shut in May.")) == "The yard shut in May."


def test_the_status_line_is_made_of_the_last_position_that_ended() -> None:
    goals = Goals(
        roles=("Engineer",),
        positions=(
            Position("Old Mill", "Fitter", until=date(2019, 4, 1)),
            Position("Meridian", "Foreman", until=date(2026, 3, 1)),
        ),
    )
    assert openness.status_line(goals) == "I left Meridian in March and am looking for work as an engineer."


def test_nothing_is_made_up_where_nothing_is_known() -> None:
    assert openness.status_line(Goals()) == "I am out of work and looking."


def test_an_employed_seeker_has_no_status_line() -> None:
    assert openness.status_line(Goals(status=Status.EMPLOYED, status_line="I am leaving.")) == ""


@given(st.lists(WORDS, max_size=2), st.lists(WORDS, max_size=2), st.booleans())
def test_every_status_line_states_the_status(roles: list[str], fields: list[str], left: bool) -> None:
    positions = (Position("Meridian", "Clerk", until=date(2026, 1, 1)),) if left else ()
    goals = Goals(roles=tuple(roles), fields=tuple(fields), positions=positions)
    assert openness.states_status(openness.status_line(goals))


@pytest.mark.parametrize(
    "text",
    [
        "When you were laid off in 2009, what helped?",
        "Twenty years ago I was laid off once.",
        "My sister's company closed in May.",
        "I'm exploring what's next.",
    ],
)
def test_news_of_others_old_news_and_hints_do_not_state_it(text: str) -> None:
    assert not openness.states_status(text)


def test_a_euphemism_is_found_where_it_stands() -> None:
    (sentence,) = sentences("I'm between projects at the moment.")
    hit = openness.euphemism(sentence)
    assert hit is not None
    assert "between" in sentence.words[hit.first : hit.after]


@pytest.mark.parametrize("said", ["I'm not ashamed of being out of work.", "I am neither desperate nor sad."])
def test_denying_shame_is_not_shame(said: str) -> None:
    assert not any(openness.ashamed(sentence) for sentence in sentences(said))


def test_headline_and_status_speak_with_one_voice() -> None:
    goals = Goals(roles=("Planner",), status_line="I lost my post in May and I am looking.")
    assert openness.one_voice("Planner, open to work", goals) == ""
    assert openness.one_voice("", goals) == ""
    assert goals.status_line in openness.one_voice("Planner between projects", goals)
    assert goals.status_line in openness.one_voice("Planner and sailor", goals)
    discreet = Goals(status=Status.EMPLOYED)
    assert "discretion" in openness.one_voice("Looking for work", discreet)
    assert openness.one_voice("Planner at Orbis", discreet) == ""
