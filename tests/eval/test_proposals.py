"""The figures of the proposals count what they say they count, and none falls through."""

from tests.eval import proposals

from askwell.domain.goals import Goals


def test_a_few_searches_are_whole_clean_and_particular() -> None:
    found = proposals.figures(6)
    assert found.searches == found.whole == 6
    assert found.clean >= found.questions - 1
    assert 0 < found.particular <= found.questions


def test_a_question_that_all_share_is_not_particular() -> None:
    found = proposals.Figures(searches=3, questions=4)
    found.forms.update({"the same": 3, "one": 1})
    assert found.particular == 0
    found.searches = 12
    assert found.particular == 4


def test_names_are_taken_out_before_questions_are_compared() -> None:
    goals = Goals(companies=("Tidewell",), places=("Leeds",))
    assert proposals.plain("How is Tidewell in Leeds?", goals) == "How is … in …?"
