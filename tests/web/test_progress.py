"""Progress: dots by stage, the tree with its table, asks and answers; a ladder where nothing is to be measured yet."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import ledger, replies
from askwell.actions.adding import add_person
from askwell.actions.asking import mark_sent
from askwell.actions.desk import Desk
from askwell.actions.phases import pause


class TestOfAnEmptyNotebook:
    def test_a_ladder_of_three_small_steps_stands_where_nothing_is_to_be_measured_yet(self, client: Visitor) -> None:
        page = client.page("/progress")
        assert len(page.css(".rung")) == 3
        assert page.css_first("h1").text() == "Every search begins with one question"

    def test_the_first_rung_to_be_dared_has_the_one_inked_button(self, client: Visitor, desk: Desk) -> None:
        add_person(desk, "Ana Example", tie="close")
        page = client.page("/progress")
        assert [node.text().strip() for node in page.css(".button--pen")] == ["Thank Ana"]

    def test_a_look_ahead_is_announced_and_not_made_up(self, client: Visitor) -> None:
        page = client.page("/progress")
        assert page.css_first("svg.fan") is None
        assert "After your first five questions" in page.css_first("section[aria-labelledby=ahead]").text()

    def test_there_is_no_score_without_words(self, client: Visitor) -> None:
        text = client.page("/progress").text().lower()
        assert not [word for word in ("streak", "overdue", "rejected", "failed", "badge") if word in text]


class TestOfAWholeSearch:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    def test_each_confirmed_referral_is_a_dot(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        page, count = client.page("/progress"), ledger.progress(desk).referrals
        assert page.css_first("#count b").text() == str(count)
        assert "referrals came in the last four weeks." in page.css_first(".pair--lead").text()
        assert f"{count} of them inked" in (page.css_first(".hundred").attributes["aria-label"] or "")

    def test_the_tree_has_a_table_with_the_same_names(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        tree = client.page("/progress").css_first("section[aria-labelledby=tree]")
        drawn = {node.text() for node in tree.css("svg text")}
        told = tree.css_first("table").text()
        assert {"Margaret O'Rourke", "Celeste Oduya"} <= drawn
        assert all(name in told for name in ("Margaret O'Rourke", "Celeste Oduya"))

    def test_answers_add_up(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        lines = client.page("/progress").css("section[aria-labelledby=asks] .receipt dd")
        *parts, total = [int(node.text()) for node in lines]
        assert sum(parts) == total == ledger.progress(desk).sent

    def test_guesses_stand_beside_what_happened_once_somebody_answered(self, client: Visitor, desk: Desk) -> None:
        assert client.page("/progress").css_first("#guesses") is None
        mark_sent(desk, add_person(desk, "Cleo Newly", tie="close").said and "Cleo Newly", guess=True)
        assert client.page("/progress").css_first("#guesses") is None  # she has not answered yet

    def test_how_she_asks_stands_in_eight_parts_with_one_next_stretch(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        how = client.page("/progress").css_first("section[aria-labelledby=how]")
        assert len(how.css(".part")) == 8
        assert len(how.css(".part--next")) == 1
        assert all(node.text().strip() for node in how.css(".part__of"))
        assert len(client.page("/progress").css(".button--pen")) == 1

    def test_where_there_is_behavior_to_measure_the_ladder_makes_room(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        assert client.page("/progress").css_first("#ladder") is None

    def test_the_forecast_is_a_picture_with_a_table_of_the_same(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        ahead = client.page("/progress").css_first("section[aria-labelledby=ahead]")
        assert ahead.css_first("svg.fan") is not None
        rows = [row.css_first("th").text() for row in ahead.css("tbody tr")]
        assert rows[0] == "As you go on now"
        assert len(rows) == 6
        assert "ten" in ahead.css_first(".chapter__lede").text()

    def test_what_is_assumed_is_called_so_and_no_rule_of_thumb_is_told_as_a_fact(
        self, client: Visitor, desk: Desk
    ) -> None:
        replies.accept(desk, "all")
        ahead = client.page("/progress").css_first("section[aria-labelledby=ahead]")
        published, assumed = (node.text() for node in ahead.css(".rests"))
        assert assumed.count("An assumption") >= 5
        assert "assum" not in published.lower()
        assert "375" not in ahead.text()

    def test_one_tap_hides_the_forecast_another_shows_it_and_undo_takes_it_back(
        self, client: Visitor, desk: Desk
    ) -> None:
        replies.accept(desk, "all")
        client.submit("/progress", "/progress/hide-forecast")
        hidden = client.page("/progress")
        assert hidden.css_first("svg.fan") is None
        assert "The forecast is hidden." in hidden.css_first(".toast").text()
        client.submit("/progress", "/progress/show-forecast")
        assert client.page("/progress").css_first("svg.fan") is not None
        client.submit("/progress", "/progress/hide-forecast")
        client.undo("/progress")
        assert client.page("/progress").css_first("svg.fan") is not None

    def test_a_search_that_rests_has_nothing_ahead(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        pause(desk)
        assert client.page("/progress").css_first("#ahead") is None

    def test_another_seeker_sees_nobody_of_hers(self, desk: Desk, charlie: Visitor) -> None:
        replies.accept(desk, "all")
        assert "Margaret" not in charlie.page("/progress").text()
