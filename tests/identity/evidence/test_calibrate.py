"""A few pairs change little of what is assumed; many show how often what differs is one person's all the same."""

import numpy as np

from askwell.identity.evidence.calibrate import calibrate, fitting_prior
from askwell.identity.evidence.compare import Weight

KINDS = ("name", "phone")
PHONE = {"phone": Weight(same=2.0, other=-2.5)}


def parts(*, same: int, differ: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.array([[30.0, 12.0]] * same + [[30.0, -2.5]] * differ, dtype=np.float32)


def other(found: "np.ndarray[tuple[int, int], np.dtype[np.float32]]") -> float:
    return float(found[-1, 1])


def phone(*, same: int, differ: int) -> float:
    told = parts(same=same, differ=differ)
    calibrate(told, np.zeros(told.shape, dtype=np.bool_), KINDS, PHONE, prior=-10.0)
    return other(told)


def test_where_no_phone_ever_differs_one_that_does_says_much() -> None:
    assert phone(same=5000, differ=1) < -6


def test_where_phones_differ_as_often_as_not_that_says_little() -> None:
    assert phone(same=1000, differ=1000) > -1.5


def test_a_handful_of_pairs_teaches_little() -> None:
    assert abs(phone(same=2, differ=1) - -2.5) < 0.3


def test_the_more_pairs_are_one_the_likelier_any_two_are() -> None:
    sure, none = np.full(500, 30.0, dtype=np.float32), np.full(500, -30.0, dtype=np.float32)
    assert fitting_prior(sure, people=1000, first=-11.0) > -11.0
    assert fitting_prior(none, people=1000, first=-11.0) < -11.0
    assert fitting_prior(np.empty(0, dtype=np.float32), people=2, first=-2.0) <= 2.0
