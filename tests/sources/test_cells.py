"""Cells with several addresses or numbers, and keys that stay unique."""

import pytest
from tests.bounds import bounded

from askwell.sources.cells import addresses, joined, key_of, phones, unique


def test_several_addresses_stand_in_one_cell_with_any_mark_between() -> None:
    assert addresses("A@example.com; b@example.org ::: <c@example.net>, mailto:d@example.com") == (
        "a@example.com",
        "b@example.org",
        "c@example.net",
        "d@example.com",
    )


def test_an_apostrophe_belongs_to_the_address_and_quotes_do_not() -> None:
    assert addresses("peggy.o'rourke@example.net", "'x@example.com'") == ("peggy.o'rourke@example.net", "x@example.com")


@pytest.mark.parametrize("text", ["", "@", "a@", "@b", "a@b@c", "none", "'@'"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert addresses(text) == ()


def test_phones_are_kept_as_written() -> None:
    assert phones("(414) 555-0141, +1 414 555 0142 ::: x", "", "(414) 555-0141") == (
        "(414) 555-0141",
        "+1 414 555 0142",
    )


def test_names_are_joined_without_gaps() -> None:
    assert joined(" Mara ", "", "Okoye") == "Mara Okoye"


def test_keys_take_the_first_mark_and_are_numbered_when_taken() -> None:
    taken: dict[str, int] = {}
    assert key_of("Mara OKOYE", "", "M@example.com", "x") == "mara okoye|m@example.com"
    assert [unique("a", taken) for _ in range(3)] == ["a", "a#2", "a#3"]
    assert [unique(key, taken) for key in ("a#2", "b#2", "b", "b")] == ["a#2#2", "b#2", "b", "b#2#2"]


def test_one_key_used_by_everybody_costs_no_time() -> None:
    taken: dict[str, int] = {}
    with bounded():
        assert len({unique("a", taken) for _ in range(50_000)}) == 50_000


@pytest.mark.parametrize("seed", ["a@", "@", "<", "a", ", ", "'", "\u200b@"])
def test_hostile_cells_cost_no_time(seed: str) -> None:
    with bounded():
        addresses(seed * (100_000 // len(seed)))
        phones(seed * (100_000 // len(seed)))
