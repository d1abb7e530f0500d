"""Marks lie where their words are, whatever the letters."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.guide.review import check
from askwell.guide.review.mending import Thought, thoughts
from askwell.web.letters.marks import Piece, pieces, units


def thought(start: int, end: int) -> Thought:
    return Thought("coy", 4, start, end, "why", "line")


def test_pieces_hold_the_whole_text_with_numbers_on_what_is_marked() -> None:
    assert pieces("one two three", [thought(8, 13), thought(0, 3)]) == (
        Piece("one", 2),
        Piece(" two "),
        Piece("three", 1),
    )


def test_a_missing_thing_marks_a_place() -> None:
    assert pieces("one two", [thought(4, 4)]) == (Piece("one "), Piece("", 1), Piece("two"))


def test_of_two_marks_that_overlap_the_graver_stays() -> None:
    assert [one.number for one in pieces("one two three", [thought(4, 13), thought(0, 7)])] == [0, 1]


@given(st.text(max_size=300))
def test_no_text_loses_a_letter(text: str) -> None:
    found = thoughts(text, check(text))
    assert "".join(one.text for one in pieces(text, found)) == text


def test_places_are_counted_as_browsers_do() -> None:
    text = "Hi 👩‍🚀, é"
    assert [units(text, at) for at in (3, 4, 5, 6)] == [3, 5, 6, 8]
