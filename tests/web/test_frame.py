"""What stands around every page: the tabs of the index, and how much is said to wait there."""

import pytest

from askwell.web.frame import Tab


@pytest.mark.parametrize(("count", "shown"), [(1, "1"), (5, "5"), (6, "some"), (130, "some")])
def test_what_waits_is_never_a_number_that_looms(count: int, shown: str) -> None:
    assert Tab("replies", "Replies", count=count).waits == shown
