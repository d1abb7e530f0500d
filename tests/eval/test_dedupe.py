"""On records of other data sets what is said to be one person is, and nearly all of it is found."""

from pathlib import Path

import pytest
from tests.eval import dedupe


@pytest.mark.parametrize(
    ("name", "f1"), [("fake_1000", 0.939), ("febrl 1", 0.999), ("febrl 2", 0.999), ("febrl 3", 0.9995)]
)
def test_records_of_one_person_are_found(corpora: Path, name: str, f1: float) -> None:
    assert (corpora / "contacts_dedupe").is_dir()
    found = dedupe.figure(name)
    assert found.precision >= 0.995
    assert found.f1 >= f1


def test_pairs_that_hang_together_are_all_pairs_of_a_group() -> None:
    assert dedupe.hanging_together([(3, 1), (1, 2), (7, 8)]) == {(1, 2), (1, 3), (2, 3), (7, 8)}
