"""Notes tell where two worked together, and nothing where they do not say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.identity.shared_past import together_at


@pytest.mark.parametrize(
    ("note", "company"),
    [
        ("worked for me at Halvorsen Foods", "Halvorsen Foods"),
        ("my team at Halvorsen Foods.", "Halvorsen Foods"),
        ("shared a cubicle wall at Pruett & Sons Dairy", "Pruett & Sons Dairy"),
        ("Kollegin bei Weber Maschinenbau, nett", "Weber Maschinenbau"),
        ("ancien collègue chez Ostara", "Ostara"),
        ("colleague; now at Corvane", ""),
        ("works at Corvane", ""),
        ("my boss for years", ""),
        ("colleague of my sister, who is at the gym", ""),
        ("", ""),
    ],
)
def test_a_note_on_a_colleague_names_the_company(note: str, company: str) -> None:
    assert together_at(note) == company


@given(st.text(max_size=200))
def test_any_note_can_be_read(note: str) -> None:
    assert together_at(note) in note or not together_at(note)


def test_a_hostile_note_takes_no_time() -> None:
    with bounded():
        together_at("worked with me at " + "A " * 50_000)
