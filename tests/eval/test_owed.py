"""The bookkeeping alone makes no mistake on the scenario: whatever is wrong on real files is a cue's fault."""

from tests.eval import owed, perfect


def test_on_perfect_cues_every_figure_of_the_scenario_is_right() -> None:
    found = owed.figures(perfect.build(), perfect.NOW)
    assert {name: (f.precision, f.recall) for name, f in found if f.f1 < 1} == {}
