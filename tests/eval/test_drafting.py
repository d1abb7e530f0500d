"""The figures of the letters count what they say."""

from tests.eval.drafting import figures, report
from tests.guide.drafts.worlds import World


def test_every_letter_of_a_search_is_counted_once() -> None:
    found = figures(1)
    letters = list(World(0, rich=0.9).letters())
    assert (found.searches, found.letters) == (1, len(letters))
    assert found.reviewed == sum(one.draft.channel != "phone" for one in letters)
    assert found.faulty == 0
    assert found.worst == 1
    assert found.in_length == found.emails > 0


def test_the_report_names_each_figure() -> None:
    said = report(1)
    for figure in ("one question", "finds no fault", "50 to 125 words", "the same sentence", "only she can say"):
        assert figure in said
