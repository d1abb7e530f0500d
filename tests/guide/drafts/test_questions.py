"""A question as a letter puts it: alone, in short, or within a sentence."""

import pytest
from tests.bounds import bounded

from askwell.guide.drafts.questions import bare, first_clause, indirect, one_question, quoted


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("How far ahead do you plan carriers?", "how far ahead you plan carriers"),
        ("What would you measure first in a warehouse?", "what you would measure first in a warehouse"),
        ("How is planning organized at Corvane, and what is missing?", "how planning is organized at Corvane"),
        ("Which certificate matters most for a planner?", "which certificate matters most for a planner"),
        ("What is changing in food that nobody sees?", "what is changing in food that nobody sees"),
        ("One thing I wonder: do you buy by the calendar or by the numbers?",
         "whether you buy by the calendar or by the numbers"),
        ("Would you practice an interview with me?", "whether you would practice an interview with me"),
        ("What does Larkspur look for in a lead?", ""),
        ("Does my CV read as that of a lead?", ""),
        ("Who decides?", ""),
    ],
)  # fmt: skip
def test_a_question_stands_within_a_sentence_where_that_is_certain(question: str, within: str) -> None:
    assert indirect(question) == within


def test_two_questions_are_one_sentence_and_in_short_the_first_of_them() -> None:
    assert one_question("How is it done? And by whom?") == "How is it done, and by whom?"
    assert first_clause("How is planning done there, and what is missing?") == "How is planning done there?"
    assert first_clause("Do you buy early, or late?") == "Do you buy early, or late?"


def test_what_leads_up_to_a_question_is_left_out_when_it_is_said_again() -> None:
    assert bare("What I would love to know: on a holiday, do you fix the filler first?").startswith("On a holiday")
    assert quoted("Tell me “honestly”: does it pay?") == "“Tell me honestly: does it pay?”"
    assert quoted("word " * 99) == ""


def test_hostile_questions_are_read_in_linear_time() -> None:
    with bounded():
        for text in ("do " * 40_000, "how, " * 30_000, "?" * 100_000, ": " * 50_000):
            indirect(text)
            quoted(text)
