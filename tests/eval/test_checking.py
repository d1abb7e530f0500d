"""The figures of `check` on labeled drafts do not fall behind what was reached, far above the keyword floor."""

from tests.eval.checking import by_askwell, by_keywords, drafts, figures

MICRO = "all rules (micro)"


def test_drafts_that_were_looked_at_are_read_nearly_as_labeled() -> None:
    assert figures(by_askwell, drafts("odd"))[MICRO].f1 >= 0.95


def test_drafts_that_were_not_looked_at_are_read_far_better_than_by_keywords() -> None:
    unseen = drafts("even")
    assert figures(by_askwell, unseen)[MICRO].f1 >= 0.85
    assert figures(by_keywords, unseen)[MICRO].f1 <= 0.45
