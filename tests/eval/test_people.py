"""What is joined by itself is right; the figures themselves stand in docs/accuracy.md."""

from tests.eval import people


def test_what_is_joined_by_itself_is_right_and_no_likely_pair_is_far_off() -> None:
    found = people.figures()
    for name in ("pairs joined by itself, address books alone", "pairs joined by itself, all files"):
        assert found[name].precision >= 0.99
        assert found[name].recall >= 0.65
    assert found["likely pairs that wait for a yes"].precision >= 0.8
    assert abs(found["people"].claimed - found["people"].true) <= 15
