"""Replies: the sender's own words with the telling line marked; yes, two ways of no, and each can be taken back."""

from functools import partial
from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import ledger, wishes
from askwell.actions.desk import Desk
from askwell.actions.noticed import noticed
from askwell.actions.persons import goes_by
from askwell.domain.cues import CueType
from askwell.web.questions import question


def test_a_quiet_page_tells_how_something_comes_in(client: Visitor) -> None:
    page = client.page("/replies")
    assert page.css_first("h1").text() == "Nothing waits for your word"
    assert [node.attributes["href"] for node in page.css(".button--pen")] == ["/bring"]


class TestOfAWholeSearch:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    def test_each_thing_has_its_words_its_mark_and_a_question(self, client: Visitor) -> None:
        page = client.page("/replies")
        notices = page.css(".notice")
        assert notices
        assert all(one.css_first("mark").text().strip() for one in notices)
        assert all(one.css_first(".notice__ask").text().endswith("?") for one in notices)
        assert len(page.css(".button--pen")) == 1

    def test_people_go_by_what_the_two_call_each_other_and_an_introduction_is_called_one(self, desk: Desk) -> None:
        joined = [one for one in noticed(desk) if one.waiting.type == CueType.INTRODUCTION and one.names]
        asked = {question(one, partial(goes_by, desk)).ask for one in joined}
        assert "Is Dee putting you in touch with Mateo Ruiz?" in asked

    def test_yes_makes_it_count_and_undo_takes_it_back(self, client: Visitor, desk: Desk) -> None:
        one = next(one for one in noticed(desk) if one.waiting.type == CueType.INTRODUCTION)
        client.post("/replies/answer", {"yes": one.id})
        assert ledger.progress(desk).referrals == 1
        client.undo("/replies")
        assert ledger.progress(desk).referrals == 0

    def test_not_about_this_takes_the_whole_message_away(self, client: Visitor, desk: Desk) -> None:
        first = noticed(desk)[0]
        client.submit("/replies", "/replies/not-this", id=first.id)
        assert first.interaction.id not in {one.interaction.id for one in noticed(desk)}

    def test_sure_things_are_taken_in_at_one_word(self, client: Visitor, desk: Desk) -> None:
        before = len(noticed(desk))
        client.submit("/replies", "/replies/sure")
        assert len(noticed(desk)) < before

    def test_that_they_come_in_by_themselves_is_hers_to_allow_and_to_end(self, client: Visitor, desk: Desk) -> None:
        assert (
            client.page("/replies").css_first("form[action='/replies/by-itself'] button").attributes["value"] == "yes"
        )
        client.post("/replies/by-itself", {"allow": "yes"})
        assert wishes.read_wishes(desk).accepts
        assert client.page("/replies").css_first("form[action='/replies/by-itself'] button").attributes["value"] == "no"
        client.post("/replies/by-itself", {"allow": "no"})
        assert not wishes.read_wishes(desk).accepts

    def test_what_was_answered_in_another_window_is_said_kindly(self, client: Visitor, desk: Desk) -> None:
        one = noticed(desk)[0]
        client.post("/replies/answer", {"no": one.id})
        assert client.post("/replies/answer", {"no": one.id}).status_code == 422

    def test_another_seeker_sees_and_answers_nothing_of_hers(self, desk: Desk, charlie: Visitor) -> None:
        one = noticed(desk)[0]
        assert not charlie.page("/replies").css(".notice")
        assert charlie.post("/replies/answer", {"yes": one.id}).status_code == 422
        assert noticed(desk)[0].id == one.id
