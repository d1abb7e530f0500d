"""Progress: dots by stage, the tree with its table, asks and answers; a ladder where nothing is to be measured yet."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import ledger, replies
from askwell.actions.adding import add_person
from askwell.actions.asking import mark_sent
from askwell.actions.desk import Desk


class TestOfAnEmptyNotebook:
    def test_a_ladder_of_three_small_steps_stands_where_nothing_is_to_be_measured_yet(self, client: Visitor) -> None:
        page = client.page("/progress")
        assert len(page.css(".rung")) == 3
        assert page.css_first("h1").text() == "Every search begins with one question"

    def test_the_first_rung_to_be_dared_has_the_one_inked_button(self, client: Visitor, desk: Desk) -> None:
        add_person(desk, "Ana Example", tie="close")
        page = client.page("/progress")
        assert [node.text().strip() for node in page.css(".button--pen")] == ["Thank Ana"]

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

    def test_another_seeker_sees_nobody_of_hers(self, desk: Desk, charlie: Visitor) -> None:
        replies.accept(desk, "all")
        assert "Margaret" not in charlie.page("/progress").text()
