"""Thoughts on a letter: the gravest first, few, and with words that fit where they go."""

import pytest

from askwell.domain.goals import Goals
from askwell.guide.review import check
from askwell.guide.review.mending import GRAVEST_FIRST, MOST, Thought, thoughts, use
from askwell.guide.review.repeats import fresh
from askwell.guide.review.say import TIPS

GOALS = Goals(roles=("planner",), fields=("wind energy",), companies=("Tidewell", "Harrow Wind"))
LETTER = """Dear Ana,

The site closed in January, so I am out of work and looking for a planning job. Sorry to bother you, but you made \
exactly the move I hope to make. What was hardest to learn?

Could you introduce me to someone in your team?

Nora"""


def of(text: str, *, left: tuple[str, ...] = (), goals: Goals = GOALS, most: int = MOST) -> tuple[Thought, ...]:
    return thoughts(text, check(text, goals=goals), left=left, most=most)


def test_every_rule_has_its_gravity() -> None:
    assert set(GRAVEST_FIRST) == set(TIPS)


def test_the_gravest_three_are_shown_and_the_gravest_first() -> None:
    assert [one.rule for one in of(LETTER)] == ["asks-referral", "apologetic", "no-thanks"]


def test_what_is_marked_is_the_whole_sentence() -> None:
    referral = of(LETTER)[0]
    assert LETTER[referral.start : referral.end] == "Could you introduce me to someone in your team?"


def test_an_apology_is_taken_away_and_what_follows_it_stays() -> None:
    sorry = of(LETTER)[1]
    mended = use(LETTER, sorry)
    assert "a planning job. You made exactly the move I hope to make. What was hardest" in mended
    assert "apologetic" not in [one.rule for one in of(mended, most=9)]


def test_an_apology_alone_gives_way_to_a_sentence() -> None:
    text = "Hi Ana,\nI am so sorry to bother you. I lost my job and look for work as a planner. What would you learn?"
    assert "I have one question for you" in use(text, next(one for one in of(text) if one.rule == "apologetic"))


def test_what_says_the_same_is_said_once() -> None:
    lines = [one.line for one in of(LETTER, most=9)]
    assert len(lines) == len(set(lines))


def test_what_she_left_as_it_is_is_not_said_again() -> None:
    assert "apologetic" not in [one.rule for one in of(LETTER, left=("apologetic",), most=9)]


@pytest.mark.parametrize("rounds", [9])
def test_a_letter_can_be_mended_until_nothing_is_left_to_say(rounds: int) -> None:
    text = LETTER
    for _ in range(rounds):
        ready = [one for one in of(text, most=9) if one.words]
        text = use(text, ready[0]) if ready else text
    assert of(text, most=9) == ()


def test_a_missing_sentence_is_a_paragraph_of_its_own_before_the_name() -> None:
    thanks = next(one for one in of(LETTER, most=9) if one.rule == "no-thanks")
    assert thanks.start == thanks.end
    assert use(LETTER, thanks).endswith("in your team?\n\nThank you, I appreciate it.\n\nNora")


def test_a_missing_sentence_in_one_block_of_text_goes_on_in_it() -> None:
    text = "Hi Ana, I lost my job in May and look for work as a planner at Tidewell. What would you learn first?"
    thanks = next(one for one in of(text, most=9) if one.rule == "no-thanks")
    assert use(text, thanks) == f"{text} Thank you, I appreciate it."


def test_a_missing_sentence_after_the_greeting_stands_before_the_rest() -> None:
    text = "Hi Ana,\n\nI hope you are well. What would you learn first?\n\nNora"
    goal = next(one for one in of(text, most=9) if one.rule == "no-goal")
    assert use(text, goal).startswith("Hi Ana,\n\nI am looking for work as a planner in wind energy. I hope")


def test_advice_and_words_with_blanks_are_hers_to_put_into_words() -> None:
    long = "Hi [Name], " + "I lost my job and look for work. " * 60
    told = {one.rule: one.words for one in of(long, goals=Goals(), most=9)}
    assert told["too-long"] == told["insincere"] == told["no-goal"] == ""


def test_an_empty_letter_takes_the_first_sentence_as_it_is() -> None:
    assert use("", next(one for one in of("", most=9) if one.rule == "coy")).startswith("I am out of work")


def test_signs_beyond_the_basic_plane_count_as_one() -> None:
    text = "Hi 👩‍🚀 Ana 🎉,\n\nSorry to bother you 😀. I lost my job and look for work as a planner. What is hard?"
    sorry = next(one for one in of(text, most=9) if one.rule == "apologetic")
    assert text[sorry.start : sorry.end].startswith("Sorry to bother you")


THRICE = """Hi Ana,

I lost my job and look for work as a planner. Could you introduce me to your boss? Do you have a job for me?

Can you pass on my CV to your team?

Nora"""


def test_no_words_are_put_in_twice_what_would_take_them_goes_out() -> None:
    text, seen = THRICE, []
    while asked := [one for one in of(text, most=9) if one.rule == "asks-referral"]:
        seen.append(asked[0].out)
        text = use(text, asked[0])
    assert seen == [False, True, True]
    assert text == (
        "Hi Ana,\n\nI lost my job and look for work as a planner.\n\nI would love to get to know people at Tidewell and"
        " Harrow Wind.\n\nNora"
    )


def test_what_begins_a_paragraph_goes_out_with_the_space_behind_it() -> None:
    words = "I would love to get to know people at Tidewell and Harrow Wind."
    first = "Could you introduce me to your boss? I lost my job and look for work as a planner."
    text = f"Hi Ana,\n\n{first}\n\n{words}\n\nNora"
    thought = next(one for one in of(text, most=9) if one.rule == "asks-referral")
    assert thought.out
    assert thought.words == ""
    assert use(text, thought).startswith("Hi Ana,\n\nI lost my job")


def test_words_that_stand_there_already_are_not_missed() -> None:
    found = check("Hi Ana,\n\nWhat now?\n\nNora", goals=GOALS)
    line = next(one for one in found if one.rule == "no-goal").instead
    assert "no-goal" not in [one.rule for one in thoughts(f"Hi Ana,\n\n{line}\n\nNora", found, most=9)]


def test_a_phrase_that_the_letter_has_is_not_put_in_once_more() -> None:
    text = (
        "Hi Ana,\n\nI was laid off in May and am looking for work as a planner. Sorry to bother you. What would you"
        " learn first? Whenever it suits you is fine.\n\nNora"
    )
    sorry = next(one for one in of(text, most=9) if one.rule == "apologetic")
    assert sorry.words == "I have one question for you."
    assert [one.instead for one in check(text) if one.rule == "apologetic"] == [sorry.words]


def test_two_findings_are_mended_without_saying_the_same_twice() -> None:
    text = (
        "Hi Ana,\n\nI was laid off in May and am looking for work as a planner. Sorry to bother you. What would you"
        " learn first? I need your answer by tomorrow.\n\nNora"
    )
    for rule in ("apologetic", "pushy"):
        text = use(text, next(one for one in of(text, most=9) if one.rule == rule))
    assert text.count("suits you") == 1
    assert "I have one question for you, and any time that suits you is fine." in text
    assert "A line is enough." in text


@pytest.mark.parametrize(
    ("line", "rest", "left"),
    [
        (
            "Whenever it suits you is fine, and a line is enough.",
            "Any time that suits you is fine.",
            "A line is enough.",
        ),
        ("Whenever it suits you is fine, and a line is enough.", "ANY day\nsuits you  is fine. A line is enough!", ""),
        ("Thank you, I appreciate it.", "Thank you for reading.", "Thank you, I appreciate it."),
        ("", "", ""),
    ],
)
def test_only_what_is_not_said_yet_is_offered(line: str, rest: str, left: str) -> None:
    assert fresh(line, rest) == left
