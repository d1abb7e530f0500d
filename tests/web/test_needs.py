"""What would help: questions of four kinds are proposed, ticked, changed, added to; then the best person is asked."""

import pytest
from tests.web.visitor import Visitor, filled, first, read

from askwell.actions.adding import Newcomer, add_people
from askwell.actions.asking import mark_sent
from askwell.actions.desk import Desk
from askwell.actions.goals import change_goals
from askwell.actions.undo import undo
from askwell.domain.goals import Need, NeedKind
from askwell.method.goals import propose_needs

GOALS = {"roles": ["supply planner"], "fields": ["wind energy"], "places": ["Portland"], "companies": ["Tidewell"]}


def begin(desk: Desk) -> tuple[str, str]:
    """A goal and two people, of whom the first works where she would love to; tells their ids."""
    change_goals(desk, **GOALS)
    ben, ana = add_people(desk, [Newcomer("Ben Okafor", company="Tidewell"), Newcomer("Ana Lindqvist")]).people
    return ben, ana


def words(client: Visitor) -> list[str]:
    return [(node.text() or "").strip() for node in client.page("/needs").css("textarea")]


def test_without_a_goal_it_says_what_comes_first(client: Visitor) -> None:
    page = client.page("/needs")
    assert [link.attributes["href"] for link in page.css(".button--pen")] == ["/goal"]


def test_questions_of_all_four_kinds_are_proposed_and_ticked(client: Visitor, desk: Desk) -> None:
    begin(desk)
    page = client.page("/needs")
    assert words(client) == [
        need.question for kind in NeedKind for need in propose_needs(desk.goals) if need.kind is kind
    ]
    assert all("checked" in box.attributes for box in page.css("input[type=checkbox]"))
    assert len(page.css("fieldset")) == len(NeedKind)


def test_as_proposed_they_stay_proposed_and_the_best_person_gets_a_letter(client: Visitor, desk: Desk) -> None:
    ben, ana = begin(desk)
    answer = client.submit("/needs")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/ask/{ben}?by=email")
    assert desk.goals.needs == ()
    mark_sent(desk, ben)
    assert client.submit("/needs").headers["Location"] == f"/ask/{ana}"


def test_what_is_not_ticked_is_left_out_and_what_is_changed_or_added_is_hers(client: Visitor, desk: Desk) -> None:
    begin(desk)
    form = _posted(client)
    form.pop("q1")
    form["q2-words"] = "  Which firms near Portland\nplan spare parts? "
    form["own-favor"] = "Would you read my CV aloud to me?"
    client.post("/needs", form)
    needs = desk.goals.needs
    proposed = propose_needs(desk.goals)
    assert proposed[0].question not in {need.question for need in needs}
    assert needs[0] == Need(NeedKind.INFORMATION, "Which firms near Portland plan spare parts?", proposed[1].serves)
    assert needs[-1] == Need(NeedKind.FAVOR, "Would you read my CV aloud to me?")
    assert len(needs) == len(proposed)
    undo(desk)
    assert desk.goals.needs == ()


def test_her_own_questions_stand_first_and_the_left_out_ones_can_be_ticked_again(client: Visitor, desk: Desk) -> None:
    begin(desk)
    change_goals(desk, needs=[Need(NeedKind.ADVICE, "Which certificate matters?", "supply planner")])
    boxes = client.page("/needs").css("input[type=checkbox]")
    ticked = [box.attributes["name"] for box in boxes if "checked" in box.attributes]
    assert ticked == ["q1"]
    assert len(boxes) == 1 + len(propose_needs(desk.goals))
    client.post("/needs", {**_posted(client), "q2": "on", "then": "stay"})
    assert [need.question for need in desk.goals.needs][:1] == ["Which certificate matters?"]
    assert len(desk.goals.needs) == 2


def test_at_least_one_question_is_asked_for_and_nothing_written_is_lost(client: Visitor, desk: Desk) -> None:
    begin(desk)
    form = {name: value for name, value in _posted(client).items() if "-" in name}
    form["q1-words"] = "Half a thought"
    answer = client.post("/needs", form)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Leave at least one question ticked" in said
    assert "Half a thought" in said
    assert "checked" not in said.partition("<form")[2].partition("</form>")[0]


def test_with_nobody_here_three_names_come_first(client: Visitor, desk: Desk) -> None:
    change_goals(desk, **GOALS)
    assert client.submit("/needs").headers["Location"] == "/three-names"


def test_when_all_were_asked_the_day_goes_on(client: Visitor, desk: Desk) -> None:
    for who in begin(desk):
        mark_sent(desk, who)
    assert client.submit("/needs").headers["Location"] == "/today"


def test_what_a_question_serves_is_a_goal_of_hers_or_nothing(client: Visitor, desk: Desk) -> None:
    begin(desk)
    form = {name: value for name, value in _posted(client).items() if "-" in name}
    told = {"q1": "on", "q1-kind": "advice", "q1-words": "Why?", "q1-serves": "somebody else"}
    client.post("/needs", {**form, **told})
    assert desk.goals.needs == (Need(NeedKind.ADVICE, "Why?", ""),)


def test_what_was_not_on_the_page_is_not_taken_away(client: Visitor, desk: Desk) -> None:
    begin(desk)
    change_goals(desk, needs=[Need(NeedKind.ADVICE, "Which certificate matters?", "supply planner")])
    client.post("/needs", {"own-favor": "Would you read my CV?"})
    assert [need.question for need in desk.goals.needs] == ["Which certificate matters?", "Would you read my CV?"]


@pytest.mark.parametrize(("words", "fault"), [("a\x00b", "An unseen character"), ("a" * 501, "501 characters")])
def test_a_question_that_cannot_be_kept_is_said_where_it_stands(
    client: Visitor, desk: Desk, words: str, fault: str
) -> None:
    begin(desk)
    answer = client.submit("/needs", **{"q2-words": words, "own-favor": words})
    assert answer.status_code == 422
    page = read(answer)
    for place in ("q2", "own-favor"):
        assert fault in first(page, f"#{place}_fault").text()
    assert first(page, "[name=q2-words]").text() == words.replace("\x00", "")
    assert first(page, "[name=own-favor]").attributes["value"] == words.replace("\x00", "")
    assert desk.goals.needs == ()


class TestOfTwoWindows:
    """Both stand open; the first one is kept, then the second."""

    MINE = (
        Need(NeedKind.INFORMATION, "Who plans spare parts?"),
        Need(NeedKind.ADVICE, "Which certificate matters?"),
        Need(NeedKind.ADVICE, "Is my CV too long?"),
    )

    @pytest.fixture
    def second(self, client: Visitor, desk: Desk) -> dict[str, str]:
        """The second window, as it stands before the first one is kept."""
        begin(desk)
        change_goals(desk, needs=self.MINE)
        return filled(client.page("/needs"))

    @staticmethod
    def keep(client: Visitor, *without: str, **fields: str) -> None:
        """Send the first window."""
        form = {name: value for name, value in filled(client.page("/needs")).items() if name not in without}
        assert client.post("/needs", {**form, **fields}).status_code == 303

    @staticmethod
    def questions(desk: Desk) -> list[str]:
        return [need.question for need in desk.goals.needs]

    def test_what_she_left_alone_is_not_written_over(self, client: Visitor, desk: Desk, second: dict[str, str]) -> None:
        self.keep(client, "q3", **{"q1-words": "Who plans them near Portland?", "own-favor": "Half an hour?"})
        client.post("/needs", {**second, "q2-words": "Which course matters?", "own-advice": "Where would you begin?"})
        assert self.questions(desk) == [
            "Who plans them near Portland?", "Which course matters?", "Half an hour?", "Where would you begin?",
        ]  # fmt: skip

    def test_a_proposed_one_that_was_ticked_there_stays_ticked(
        self, client: Visitor, desk: Desk, second: dict[str, str]
    ) -> None:
        self.keep(client, q4="on")
        del second["q2"]
        client.post("/needs", second)
        assert self.questions(desk) == [self.MINE[0].question, self.MINE[2].question, second["q4-words"]]

    def test_of_one_that_both_reworded_both_texts_are_shown_and_nothing_is_kept(
        self, client: Visitor, desk: Desk, second: dict[str, str]
    ) -> None:
        self.keep(client, **{"q2-words": "Which course?"})
        answer = client.post("/needs", {**second, "q2-words": "Which exam?", "own-favor": "Half an hour?"})
        assert answer.status_code == 422
        page = read(answer)
        assert first(page, "[name=q2-words]").text() == "Which exam?"
        assert [node.text() for node in page.css(".meanwhile__said")] == ["Which course?"]
        assert first(page, "[name=own-favor]").attributes["value"] == "Half an hour?"
        assert self.questions(desk)[1] == "Which course?"

    @pytest.mark.parametrize(("choice", "question"), [("mine", "Which exam?"), ("that", "Which course?")])
    def test_she_chooses_which_one_stays(
        self, client: Visitor, second: dict[str, str], choice: str, question: str
    ) -> None:
        self.keep(client, **{"q2-words": "Which course?"})
        page = read(client.post("/needs", {**second, "q2-words": "Which exam?"}))
        assert client.post("/needs", {**filled(page), "q2-meanwhile": choice}).status_code == 303
        said = [node.text() for node in client.page("/needs").css("textarea")]
        assert question in said
        assert not {"Which exam?", "Which course?"} - {question} & set(said)

    @pytest.mark.parametrize("choice", ["mine", "that"])
    def test_one_that_was_taken_out_there_and_reworded_here_is_asked_about(
        self, client: Visitor, desk: Desk, second: dict[str, str], choice: str
    ) -> None:
        self.keep(client, "q3")
        page = read(client.post("/needs", {**second, "q3-words": "Is my CV too short?"}))
        assert "Meanwhile it was taken out." in first(page, ".meanwhile").text()
        client.post("/needs", {**filled(page), "q3-meanwhile": choice})
        assert ("Is my CV too short?" in self.questions(desk)) is (choice == "mine")
        assert "Is my CV too long?" not in self.questions(desk)

    @pytest.mark.parametrize("choice", ["mine", "that"])
    def test_one_that_was_reworded_there_and_taken_out_here_is_asked_about(
        self, client: Visitor, desk: Desk, second: dict[str, str], choice: str
    ) -> None:
        self.keep(client, **{"q2-words": "Which course?"})
        del second["q2"]
        page = read(client.post("/needs", second))
        assert first(page, ".meanwhile__said").text() == "Which course?"
        client.post("/needs", {**filled(page), "q2-meanwhile": choice})
        assert ("Which course?" in self.questions(desk)) is (choice == "that")


def test_new_goals_in_one_window_go_on_to_propose_where_the_other_touched_nothing(client: Visitor, desk: Desk) -> None:
    begin(desk)
    opened = filled(client.page("/needs"))
    change_goals(desk, roles=["buyer"])
    client.post("/needs", opened)
    assert desk.goals.needs == ()


def _posted(client: Visitor) -> dict[str, str]:
    """What the page would send as it is."""
    page = client.page("/needs")
    sent = {node.attributes["name"] or "": node.text().strip() for node in page.css("textarea")}
    for node in page.css("form.helping input[name]"):
        kind, value = node.attributes.get("type"), node.attributes.get("value") or ""
        if kind != "checkbox" or "checked" in node.attributes:
            sent[node.attributes["name"] or ""] = "on" if kind == "checkbox" else value
    return sent
