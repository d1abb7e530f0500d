"""Today: what it is, why, one verb; put aside and brought back in one tap; done for today and said so."""

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from askwell.actions import asides, day, ledger, memory, replies, wishes
from askwell.actions.adding import add_person
from askwell.actions.applications import applied
from askwell.actions.desk import Desk
from askwell.actions.editing import set_tie
from askwell.domain.search import Phase


def headings(client: Visitor) -> list[str]:
    return [node.text().strip() for node in client.page("/today").css(".step__what")]


class TestOfAnEmptyNotebook:
    def test_the_first_page_of_it_is_welcome(self, client: Visitor) -> None:
        assert client.get("/").headers["Location"] == "/welcome"

    def test_it_begins_with_the_goal(self, client: Visitor) -> None:
        page = client.page("/today")
        assert page.css_first(".button--pen").attributes["href"] == "/goal"

    def test_once_somebody_is_in_it_today_is_the_first_page(self, client: Visitor, desk: Desk) -> None:
        add_person(desk, "Ana Example", tie="close")
        assert client.get("/").headers["Location"] == "/today"


class TestOfAWholeSearch:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    @pytest.fixture(autouse=True)
    def _sure(self, desk: Desk) -> None:
        replies.accept(desk, "all")

    def test_each_thing_has_a_reason_and_one_verb_and_only_the_first_its_words(self, client: Visitor) -> None:
        page = client.page("/today")
        steps = page.css(".step")
        assert len(steps) > 3
        assert all(step.css_first(".step__why").text().strip() for step in steps)
        assert len(page.css(".step__words")) == 1
        assert len(page.css(".button--pen")) == 1

    def test_later_puts_it_to_the_end_and_undo_brings_it_back(self, client: Visitor) -> None:
        first, *rest = headings(client)
        put(client, "later", first)
        undo = undo_of(client)
        assert headings(client)[-1] == first
        client.post(undo, {})
        assert headings(client) == [first, *rest]

    def test_not_this_person_is_off_the_list_while_the_promise_stands(self, client: Visitor, desk: Desk) -> None:
        first = headings(client)[0]
        owed = {p.id for p in ledger.list_promises(desk, owed=True)}
        put(client, "not-this", first)
        assert first not in headings(client)
        assert {p.id for p in ledger.list_promises(desk, owed=True)} == owed
        assert "Set aside" in client.page("/today").text()

    def test_what_was_set_aside_is_brought_back_in_one_tap(self, client: Visitor, desk: Desk) -> None:
        first = headings(client)[0]
        put(client, "not-this", first)
        (held,) = asides.listed(desk)
        client.post("/today/back", {"step": held.key})
        assert first in headings(client)

    def test_done_in_person_keeps_the_promise(self, client: Visitor) -> None:
        first = headings(client)[0]
        assert first.startswith("Thank")
        put(client, "in-person", first)
        assert first not in headings(client)

    def test_the_size_of_a_day_is_hers(self, client: Visitor) -> None:
        client.submit("/today", "/today/size", size="3")
        assert len(headings(client)) == 3
        assert client.page("/today").css_first("h1").text().startswith("Three small things today")

    def test_a_rest_day_shows_nothing_and_loses_nothing(self, client: Visitor, desk: Desk) -> None:
        before = headings(client)
        client.submit("/today", "/today/rest")
        assert headings(client) == []
        assert "Rest well" in client.page("/today").css_first("h1").text()
        client.submit("/today", "/today/wake")
        assert headings(client) == before
        assert wishes.read_wishes(desk).rest_day is None

    def test_a_paused_search_asks_for_nothing_new_and_goes_on_when_she_likes(self, client: Visitor, desk: Desk) -> None:
        client.submit("/today", "/today/pause")
        assert memory.facts(desk).phase is Phase.PAUSED
        assert not [words for words in headings(client) if words.startswith("Ask ")]
        client.post("/today/resume", {})
        client.post("/today/resume", {})  # a second click changes nothing
        assert memory.facts(desk).phase is Phase.ACTIVE

    def test_an_easier_one_comes_first(self, client: Visitor) -> None:
        client.submit("/today", "/today/easier")
        assert headings(client)

    def test_what_was_done_today_stays_in_sight_whatever_came_after_it(self, client: Visitor, desk: Desk) -> None:
        applied(desk, "Acme", "Planner")
        for number, one in enumerate(list(memory.contacts(desk))[:40]):
            set_tie(desk, one, "close" if number % 2 else "known")
        done = client.page("/today").css_first("section[aria-labelledby=done]")
        assert "Acme, Planner" in done.text()

    def test_looking_changes_nothing(self, client: Visitor, desk: Desk) -> None:
        before = memory.facts(desk).version
        client.page("/today")
        assert memory.facts(desk).version == before

    def test_a_step_that_is_gone_is_said_kindly(self, client: Visitor) -> None:
        answer = client.post("/today/later", {"step": "thank-p9999"})
        assert answer.status_code == 422
        assert "Back to Today" in answer.content.decode()

    def test_another_seeker_sees_nobody_of_hers(self, client: Visitor, charlie: Visitor, desk: Desk) -> None:
        steps = day.look(desk).day.steps
        assert "Rebecca" in client.page("/today").text()
        assert "Rebecca" not in charlie.page("/today").text()
        assert charlie.post("/today/not-this", {"step": steps[0].key}).status_code == 422
        assert not asides.listed(desk)


def put(client: Visitor, how: str, heading: str) -> None:
    """Press a button behind the three dots of a step, with what that button sends."""
    page = client.page("/today")
    step = next(one for one in page.css(".step") if one.css_first(".step__what").text().strip() == heading)
    button = step.css_first(f"button[formaction='/today/{how}']")
    answer = client.post(f"/today/{how}", {button.attributes["name"]: button.attributes["value"]})
    assert answer.status_code == 303, answer.content.decode()[:300]


def undo_of(client: Visitor) -> str:
    found = client.page("/today").css_first("[role=status] form").attributes["action"]
    assert found
    return found


class TestOfPromises:
    @pytest.fixture
    def data(self, lived_in: Path) -> Path:
        return lived_in

    def test_what_needs_no_thanks_is_let_go_of_and_undo_brings_it_back(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        first = headings(client)[0]
        owed = {p.id for p in ledger.list_promises(desk, owed=True)}
        put(client, "needless", first)
        assert first not in headings(client)
        assert {p.id for p in ledger.list_promises(desk, owed=True)} < owed

    def test_a_day_is_five_things_and_what_was_done_makes_it_shorter(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        first, *rest = headings(client)
        assert len(rest) == 4
        put(client, "in-person", first)
        assert headings(client) == rest

    def test_a_paused_search_can_always_be_gone_on_with(self, client: Visitor, desk: Desk) -> None:
        replies.accept(desk, "all")
        client.submit("/today", "/today/pause")
        assert headings(client)
        client.submit("/today", "/today/resume")
        assert memory.facts(desk).phase is Phase.ACTIVE
