"""How people are reached: numbers as their cards have them, each once."""

import pytest

from askwell.actions.reaching import phones_of
from askwell.domain.people import Card, Origin


def card(*phones: str) -> Card:
    return Card("vcard", Origin("f", 1), "k", "Ana Example", phones=phones)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (("202-555-0177", "+1 (202) 555-0177"), ("+1 (202) 555-0177",)),
        (("+44 20 7946 0000", "020 7946 0000"), ("+44 20 7946 0000",)),
        (("+1 202 555 0177", "+1-202-555-0177"), ("+1 202 555 0177",)),
        (("202-555-0177", "+1 414 555 0177"), ("202-555-0177", "+1 414 555 0177")),
        (("0177", "+1 202 555 0177"), ("0177", "+1 202 555 0177")),
    ],
)
def test_a_number_is_shown_once_with_its_country_where_that_is_known(
    written: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert phones_of([card(*written)]) == shown
    assert phones_of([card(one) for one in written]) == shown
