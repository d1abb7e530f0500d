"""My week, for the employment office: whom she asked and when; weeks before and after; nothing of anybody else's."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import replies
from askwell.actions.desk import Desk


def test_an_empty_week_says_so(client: Visitor) -> None:
    assert "Nothing is written down for this week" in client.page("/week").text()


class TestOfAWholeSearch:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    @pytest.fixture(autouse=True)
    def _sure(self, desk: Desk) -> None:
        replies.accept(desk, "all")

    def test_the_record_names_whom_she_asked_and_when(self, client: Visitor) -> None:
        page = client.page("/week")
        assert page.css_first("h1").text() == "My week, March 23 to 29, 2026"
        text = page.css_first("section[aria-labelledby=hers]").text()
        assert "Asked Marcus Webb" in text
        assert "Tuesday, March 24" in text

    def test_one_can_leaf_back_and_on_again(self, client: Visitor) -> None:
        before = client.page("/week?day=2026-03-18")
        assert before.css_first("h1").text() == "My week, March 16 to 22, 2026"
        links = {node.text().strip(): node.attributes["href"] for node in before.css("aside a")}
        assert links == {"The week before": "/week?day=2026-03-09", "The week after": "/week?day=2026-03-23"}

    def test_the_count_is_the_sum_of_its_parts(self, client: Visitor) -> None:
        *parts, total = [int(node.text()) for node in client.page("/week").css("aside .receipt dd")]
        assert sum(parts) == total > 0

    def test_strange_days_are_this_week(self, client: Visitor) -> None:
        for day in ("x", "2026-99-99", "9999-12-31"):
            assert "March 23 to 29" in client.page(f"/week?day={day}").css_first("h1").text()

    def test_a_week_in_two_months_or_years_names_both(self, client: Visitor) -> None:
        for day, words in (("2026-03-01", "February 23 to March 1, 2026"), ("2026-01-01", "December 29, 2025 to")):
            assert words in client.page(f"/week?day={day}").css_first("h1").text()

    def test_another_seeker_sees_an_empty_week(self, charlie: Visitor) -> None:
        assert "Marcus" not in charlie.page("/week").text()
