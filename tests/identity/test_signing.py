"""What somebody calls herself under her letters."""

import pytest
from tests.bounds import bounded

from askwell.identity.signing import called_by, signed

NAME = "Teresa Kowalska"


@pytest.mark.parametrize(
    ("end", "word"),
    [
        ("Best,\nTerry", "Terry"),
        ("Best, Terry", "Terry"),
        ("Talk soon!\n\n– Terry", "Terry"),
        ("terry", "Terry"),
        ("TERRY", "Terry"),
        ("Cheers,\nTerry Kowalska\nPlanner, Acme Foods", "Terry"),
        ("Kind regards\nTeresa", "Teresa"),
        ("Best,\nT.", ""),
        ("Best,\nT. Kowalska", ""),
        ("Thanks, Dana", ""),
        ("Kowalska", ""),
        ("Say hello to Bob for me.", ""),
        ("Terry is what everybody calls me here.", ""),
        ("", ""),
    ],
)
def test_a_letter_is_signed_with_a_name_that_fits(end: str, word: str) -> None:
    assert signed(f"Happy to talk on Monday.\n\n{end}", name=NAME) == word


def test_the_newest_signature_counts_and_else_the_name() -> None:
    letters = ["Yes, of course.", "See you there.\n\nTerry", "Yours\nTeresa"]
    assert called_by(NAME, letters) == "Terry"
    assert called_by(NAME, letters[::2]) == "Teresa"
    assert called_by(NAME, []) == "Teresa"
    assert called_by("W. Tesch", ["Best,\nBill"]) == "Bill"
    assert called_by("Plumber Joe", ["Best,\nTerry"]) == "Plumber Joe"


def test_hostile_letters_take_no_time() -> None:
    with bounded():
        for hostile in ("a\n" * 50_000, ",\n" * 50_000, "Terry " * 20_000):
            signed(hostile, name=NAME)
