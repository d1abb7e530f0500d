"""The bookkeeping alone makes no mistake on either search: whatever is wrong on its files is a cue's fault."""

import pytest
from tests.eval import owed, perfect
from tests.eval.scenes import FIRST, SCENES, SECOND, Scene

HELD_OUT_NOTICED = {
    "referrals": 0.7,
    "helps": 0.75,
    "asks sent": 0.9,
    "asks answered": 0.85,
    "thanks owed, persons": 0.5,
    "loops owed, persons": 0.65,
    "outcomes to ask for, persons": 0.6,
}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.folder.name)
def test_on_perfect_cues_every_thanks_and_loop_is_owed_and_none_is_invented(scene: Scene) -> None:
    found = owed.figures(scene, perfect.build(scene))
    assert {name: (f.precision, f.recall) for name, f in found.items() if f.f1 < 1} == {}


def test_on_the_files_of_the_search_that_was_held_out_no_figure_falls_far() -> None:
    found = owed.figures(SECOND, owed.real(SECOND)[0])
    assert {name: f.f1 for name, f in found.items() if f.f1 < HELD_OUT_NOTICED[name]} == {}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.folder.name)
def test_all_that_the_truth_tells_is_found_in_the_files_and_no_figure_is_of_nothing(scene: Scene) -> None:
    assert perfect.unplaced(scene) == []
    assert all(f.true and f.claimed for f in owed.figures(scene, perfect.build(scene)).values())
    assert len(scene.truth["referrals"]) == scene.truth["referral_count"]


def test_what_came_of_it_is_asked_of_the_favors_that_the_readme_names() -> None:
    assert set(owed.to_ask(FIRST)) == {"R05", "R08", "H02", "H03", "H05", "H08", "H19"}
