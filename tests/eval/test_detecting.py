"""Floors for what `detect` finds; the figures themselves stand in docs/accuracy.md."""

from tests.eval import detecting
from tests.eval.scenes import FIRST, SECOND


def test_cues_are_found_in_mail_that_was_and_was_not_looked_at() -> None:
    odd, even = detecting.halves(detecting.mails())
    assert detecting.figures(odd)["all"].f1 >= 0.95
    assert detecting.figures(even)["all"].f1 >= 0.82
    assert detecting.figures(detecting.search(FIRST), types=detecting.IN_SEARCHES)["all"].f1 >= 0.9
    assert detecting.figures(detecting.search(SECOND), types=detecting.IN_SEARCHES)["all"].f1 >= 0.82


def test_what_is_sure_is_right() -> None:
    sure = detecting.figures([*detecting.mails(), *detecting.search(FIRST)])["all that are sure"]
    assert sure.precision >= 0.95
    held_out = detecting.sure_in_search(detecting.search(SECOND))
    assert held_out.precision >= 0.92
    assert held_out.recall >= 0.6


def test_mail_that_carries_nothing_is_left_alone() -> None:
    cues, silent = detecting.false_alarms(detecting.mails())
    assert cues <= silent * 0.1


def test_of_a_hundred_silent_mails_of_a_mailbox_at_most_one_is_taken_for_more() -> None:
    """In mail that nobody opened and that was not made hard on purpose."""
    found = detecting.unread()
    cues, silent = detecting.false_alarms([*found["unseen4"], *found["unseen5"]])
    assert silent > 600
    assert cues <= silent / 100
