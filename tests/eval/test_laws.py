"""The laws that are tried on many searches are those that the suite tries on a few."""

from tests.eval import laws
from tests.eval.laws import PLACES


def test_every_tip_has_its_law() -> None:
    names = [law.__name__ for law in laws.laws(PLACES[0])]
    assert {name.split("_")[2] for name in names} == set("1234567")
    assert all((law.__doc__ or "").strip().endswith(".") for law in laws.laws(PLACES[0]))
