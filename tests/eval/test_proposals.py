"""The figures of the proposals count what they say they count, and none falls through."""

from tests.eval import proposals

from askwell.domain.goals import Goals


def test_a_few_searches_are_whole_clean_and_particular() -> None:
    found = proposals.figures(6)
    assert found.searches == found.whole == 6
    assert found.clean == found.questions
    assert 0 < found.particular <= found.questions


def test_a_question_that_all_share_is_not_particular() -> None:
    found = proposals.Figures(searches=3, questions=4)
    found.forms.update({"the same": 3, "one": 1})
    assert found.particular == 0
    found.searches = 12
    assert found.particular == 4


def test_a_question_for_any_work_is_not_particular_where_few_ask_it_either() -> None:
    found = proposals.Figures(searches=30, common={"any"})
    found.forms.update({"any": 2, "one": 1})
    assert found.particular == 1


def test_most_questions_are_those_of_a_line_of_work() -> None:
    found = proposals.figures()
    assert found.particular >= 0.85 * found.questions


def test_names_are_taken_out_before_questions_are_compared() -> None:
    goals = Goals(companies=("Tidewell",), places=("Leeds",))
    assert proposals.plain("How is Tidewell in Leeds?", goals) == "How is … in …?"
