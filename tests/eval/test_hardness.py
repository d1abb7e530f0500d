"""Searches made from Bob #1 to Bob #2 come out in the order of their making; `make eval` does it with more of them."""

from tests.eval import hardness
from tests.eval.searches import BOB_1, BOB_2


def test_twenty_searches_come_out_in_the_order_of_their_making() -> None:
    order, figures = hardness.ordered(count=20, seed=7)
    assert order >= 0.9, figures


def test_the_order_is_none_of_chance() -> None:
    assert abs(hardness.noise(7)) < 0.6


def test_the_two_bobs_read_as_the_method_says() -> None:
    assert hardness.mean_of(BOB_1, times=2) < 40
    assert hardness.mean_of(BOB_2, times=2) >= 70


def test_ranks_share_their_places_where_figures_are_equal() -> None:
    assert hardness.ranks([3, 1, 3]) == [2.5, 1, 2.5]
    assert hardness.spearman([1, 2, 3], [10, 20, 30]) == 1
    assert hardness.spearman([1, 2, 3], [30, 20, 10]) == -1
