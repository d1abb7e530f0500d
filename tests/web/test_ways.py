"""Ways to help, in words: beside a name and a job, neither is said a second time."""

import pytest

from askwell.web.ways import briefly


@pytest.mark.parametrize(
    ("reason", "brief"),
    [
        (
            "Ana (Planner at Calder) does work close to the job you want.",
            "Does work close to the job you want.",
        ),
        ("Ana (Head of Planning (Food)) works in food.", "Works in food."),
        ("Ana can hear your goal in one sentence.", "Can hear your goal in one sentence."),
        ("You and Ana have Calder in common.", "You and Ana have Calder in common."),
        ("Anabel works in food.", "Anabel works in food."),
        ("Ana and you have worked together.", "Ana and you have worked together."),
    ],
)
def test_a_reason_beside_the_name_does_not_say_it_again(reason: str, brief: str) -> None:
    assert briefly(reason, "Ana Lindqvist") == brief


def test_of_somebody_without_a_name_the_reason_stays_as_it_is() -> None:
    assert briefly("This person works in food.", "") == "This person works in food."
