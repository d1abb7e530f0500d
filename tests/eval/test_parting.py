"""The sequences that `make eval` plays by the thousand lose nothing in a few, and would tell if they did."""

import pytest
from tests.eval import parting

from askwell.store import write_parting


def test_a_few_sequences_lose_nothing() -> None:
    steps, faults = parting.play(6, seed=1)
    assert steps > 18
    assert faults == 0


def test_a_message_that_strays_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_parting, "_shares", lambda one, *_: ([], [one.handle]))
    assert parting.play(4, seed=7)[1] > 0
