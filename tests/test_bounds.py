"""The bound on work that tests of hostile input rest on: it fails what goes beyond it, and nothing else."""

import pytest
from tests.bounds import bounded


def test_work_beyond_the_bound_fails() -> None:
    with pytest.raises(AssertionError, match="of the processor"), bounded(0.01):
        sum(number * number for number in range(1_000_000))


def test_work_within_it_passes() -> None:
    with bounded():
        pass
