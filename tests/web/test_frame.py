"""What stands around every page: the tabs of the index, and how much is said to wait there."""

import pytest

from askwell.web.frame import Tab


@pytest.mark.parametrize(("count", "shown"), [(1, "1"), (12, "12"), (13, "12+"), (130, "12+")])
def test_what_waits_is_never_a_number_that_looms(count: int, shown: str) -> None:
    assert Tab("replies", "Replies", count=count).waits == shown
