"""Titles of a sample labeled beforehand are read right, in the half that nobody looked at too."""

from pathlib import Path

from tests.eval.titles import PARTS, labeled, pairs


def test_the_two_halves_of_the_sample_are_of_one_size_and_share_no_title() -> None:
    halves = [labeled(part) for part in PARTS]
    assert [len(half) for half in halves] == [100, 100]
    assert {one.title for one in halves[0]}.isdisjoint(one.title for one in halves[1])


def test_most_titles_that_nobody_looked_at_are_read_right_and_few_wrong() -> None:
    counted = labeled("counted")
    assert sum(one.right for one in counted) >= 78
    assert sum(one.wrong for one in counted) <= 8
    assert sum(one.stands_right for one in counted) >= 95


def test_titles_of_two_occupations_are_kept_apart(corpora: Path) -> None:
    alike, apart = pairs(corpora)
    assert alike >= 0.5
    assert apart >= 0.94
