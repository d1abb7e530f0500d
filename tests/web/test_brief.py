"""The brief on a page, as a PDF and as text: the same words, and a way on where the PDF has no letters for them."""

import pytest
from tests.web.visitor import Visitor

from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.domain.goals import Position, Status

HERS = ("Nora Vance", "supply planner", "Tidewell", "heads of planning", "I want to keep turbines turning.")


@pytest.fixture
def _goals(desk: Desk) -> None:
    change_goals(
        desk,
        name=HERS[0],
        roles=[HERS[1]],
        companies=[HERS[2]],
        kinds_of_people=[HERS[3]],
        statement=HERS[4],
        positions=(Position("Meridian", "Planner"),),
    )


@pytest.mark.parametrize("path", ["/brief.pdf", "/brief.txt"])
def test_without_a_goal_it_says_what_comes_first(client: Visitor, path: str) -> None:
    assert [link.attributes["href"] for link in client.page("/brief").css(".button--pen")] == ["/goal"]
    answer = client.get(path)
    assert answer.status_code >= 400
    assert "there are none yet" in answer.content.decode()


@pytest.mark.usefixtures("_goals")
class TestWithAGoal:
    def test_it_shows_what_stands_on_it_and_the_text_is_the_same(self, client: Visitor) -> None:
        page = client.page("/brief")
        sheet, text = page.css_first(".brief").text(), client.get("/brief.txt").content.decode()
        for words in HERS:
            assert words in sheet
            assert words in text
        assert page.css_first("#brief-text").text().strip() == text.strip()

    def test_the_pdf_is_a_file_and_nothing_is_changed_by_it(self, client: Visitor) -> None:
        answer = client.get("/brief.pdf")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert 'filename="Brief.pdf"' in answer.headers["Content-Disposition"]
        assert answer.content.startswith(b"%PDF-")
        assert answer.content == client.get("/brief.pdf").content

    def test_letters_that_the_pdf_does_not_have_are_printed_by_the_browser(self, client: Visitor, desk: Desk) -> None:
        change_goals(desk, companies=["北京风电"])
        page = client.page("/brief")
        assert "北 京" in page.css_first("aside").text()
        assert not page.css("a[href='/brief.pdf']")
        assert client.get("/brief.pdf").status_code >= 400

    def test_what_was_left_out_is_told(self, client: Visitor, desk: Desk) -> None:
        assert "Left out" not in client.page("/brief").text()
        change_goals(desk, companies=[f"Company {number}" for number in range(40)])
        assert "28 of 40 companies" in client.page("/brief").css_first(".brief__left").text()

    def test_whoever_has_a_job_gets_a_discreet_one(self, client: Visitor, desk: Desk) -> None:
        change_goals(desk, status=Status.EMPLOYED)
        page = client.page("/brief")
        assert "Meridian" not in page.css_first(".brief").text()
        assert "In confidence" in page.css_first(".brief").text()
        assert "not who employs you now" in page.text()

    @pytest.mark.parametrize("who", ["charlie", "carol"])
    def test_nobody_else_sees_it(self, who: str, request: pytest.FixtureRequest) -> None:
        other: Visitor = request.getfixturevalue(who)
        for path in ("/brief", "/brief.txt", "/brief.pdf", "/workshop"):
            assert not any(words in other.get(path).content.decode(errors="replace") for words in HERS)
