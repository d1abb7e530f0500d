"""Lists in a blank: what was kept is shown, and what is shown is kept, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.web import blanks


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("food, cold chain", ("food", "cold chain")),
        ("Tidewell\r\n Harrow  Wind \n\n", ("Tidewell", "Harrow Wind")),
        ("Tidewell; Harrow Wind, Tidewell", ("Tidewell", "Harrow Wind")),
        (
            "Smith & Co, Inc., Tidewell, GmbH\nCorvane, Income Fund",
            ("Smith & Co, Inc.", "Tidewell, GmbH", "Corvane", "Income Fund"),
        ),
        (" , ;\n", ()),
        ("", ()),
    ],
)
def test_things_are_told_apart(text: str, things: tuple[str, ...]) -> None:
    assert blanks.listed(text) == things


def test_what_was_kept_with_a_comma_stays_whole_beside_something_new() -> None:
    known = ("Director, Operations", "Planner")
    assert blanks.listed("Planner, Director, Operations, Buyer", known=known) == (
        "Planner",
        "Director, Operations",
        "Buyer",
    )


WORDS = st.text("ab ,;&.", min_size=1, max_size=12).map(lambda text: " ".join(text.split()).strip(",; ")).filter(bool)


@given(st.lists(WORDS, unique=True, max_size=5))
def test_one_on_a_line_comes_back_as_it_was(values: list[str]) -> None:
    assert blanks.listed(blanks.one_on_a_line(values), known=values) == tuple(values)


def test_limits_are_lines_and_come_back() -> None:
    kept = {"commute": "45 minutes", "remote": "yes", "hours": "9:00 to 3:00"}
    assert blanks.limits_in_lines(kept) == "commute: 45 minutes\nremote\nhours: 9:00 to 3:00"
    assert blanks.limits(blanks.limits_in_lines(kept)) == kept
    assert blanks.limits(" \n:\n Salary :  60,000 \n") == {"Salary": "60,000"}
