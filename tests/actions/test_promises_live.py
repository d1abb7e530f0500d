"""Promises outlive whatever happens in a search, on a real store: a few lives here, many in `make eval`."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.actions.life import Life

FEW = settings(
    max_examples=5,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_no_promise_is_lost_by_whatever_happens_in_whatever_order() -> None:
    run_state_machine_as_test(Life, settings=FEW)
