"""Sure is what more than names speaks for and nobody else comes near to; likely is worth a question."""

import numpy as np

from askwell.identity.evidence.decide import likely, sure
from askwell.identity.evidence.weigh import KINDS, Weighed


def weighed(*pairs: tuple[int, int, float, float]) -> Weighed:
    """(one, other, bits of the names, bits of a phone)."""
    parts = np.zeros((len(pairs), len(KINDS)), dtype=np.float32)
    parts[:, 0], parts[:, KINDS.index("phone")] = ([pair[at] for pair in pairs] for at in (2, 3))
    one, other = (np.array([pair[at] for pair in pairs], dtype=np.int64) for at in (0, 1))
    return Weighed(one, other, parts, prior=-10.0)


def test_names_alone_are_never_sure_however_rare() -> None:
    assert sure(weighed((0, 1, 40, 0))) == []
    assert likely(weighed((0, 1, 40, 0))).tolist() == [True]


def test_names_and_something_else_are_sure() -> None:
    assert sure(weighed((0, 1, 10, 10), (2, 3, 4, 4))) == [0]
    assert likely(weighed((0, 1, 10, 10), (2, 3, 4, 4))).tolist() == [True, False]


def test_where_two_come_into_question_neither_is_sure() -> None:
    assert sure(weighed((0, 1, 10, 10), (0, 2, 10, 9))) == []
    assert sure(weighed((0, 1, 10, 10), (0, 2, 8, 4))) == [0]


def test_three_who_may_all_be_one_are() -> None:
    assert sure(weighed((0, 1, 10, 10), (0, 2, 10, 9), (1, 2, 10, 6))) == [0, 1, 2]
