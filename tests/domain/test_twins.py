"""Frozen values made fast are the same as those made in the ordinary way."""

from dataclasses import FrozenInstanceError

import pytest

from askwell.domain.people import Card, Origin
from askwell.domain.twins import maker


def test_a_value_made_fast_is_equal_and_as_frozen() -> None:
    made, ordinary = maker(Origin)("mail.mbox", 7, "", ""), Origin("mail.mbox", 7)
    assert made == ordinary
    assert hash(made) == hash(ordinary)
    assert type(made) is Origin
    with pytest.raises(FrozenInstanceError):
        made.index = 8  # type: ignore[misc]


def test_every_field_must_be_given() -> None:
    with pytest.raises(TypeError):
        maker(Card)("hand")
