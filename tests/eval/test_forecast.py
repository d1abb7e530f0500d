"""The forecast on searches with a known truth; `make eval` does it with a thousand, and measures its speed."""

import numpy as np
import pytest
from tests.eval import forecast
from tests.eval.lives import Life, truth

from askwell.guide.forecast import engine

FEW = 70


@pytest.fixture(scope="module")
def places() -> list[forecast.Place]:
    return [forecast.place(at, weeks=120, searches=200) for at in range(FEW)]


@pytest.mark.parametrize("name", list(forecast.COLUMNS))
def test_eight_in_ten_truths_lie_within_the_band(places: list[forecast.Place], name: str) -> None:
    """With so few searches the share strays by some hundredths."""
    found = [getattr(one, name) for one in places]
    assert sum(one is not None for one in found) >= 15
    assert 0.66 <= forecast.covered(found, forecast.BANDS["all"]) <= 0.94


def test_a_band_that_is_too_narrow_would_be_noticed(places: list[forecast.Place]) -> None:
    assert forecast.covered([one.half_a_year for one in places], (0.35, 0.65)) < 0.5


def test_the_two_bobs_are_as_far_apart_as_in_the_simulation_of_the_evidence() -> None:
    """27 and 11 weeks, .49 and .87 within half a year: another program with the same parameters."""
    soft, hard = (engine.run(*forecast.bob(style, size=3000), weeks=160, seed=2).offer for style in ("soft", "hard"))
    assert np.median(soft) == pytest.approx(27, abs=3)
    assert np.median(hard) == pytest.approx(11, abs=2)
    assert np.mean(soft <= 26) == pytest.approx(0.49, abs=0.05)
    assert np.mean(hard <= 26) == pytest.approx(0.87, abs=0.05)


def test_an_odds_ratio_of_one_point_three_is_a_small_part_of_seven() -> None:
    assert forecast.odds_part(1.3, whole=7) == pytest.approx(0.13, abs=0.01)
    assert forecast.odds_part(2.7, whole=7) == pytest.approx(0.51, abs=0.01)


def test_the_lives_keep_to_their_truth() -> None:
    """What is lived is as often as the truth says: else the bands would be held against something else."""
    rng = np.random.default_rng(3)
    so = truth(rng)
    life = Life(so, rng, pool=[0, 0, 100_000, 0])
    life.live(400)
    assert len(life.asked) / 400 == pytest.approx(so.asks, rel=0.1)
    assert len(life.answered) / len(life.asked) == pytest.approx(so.answers[2], rel=0.1)
    assert sum(helped for _, helped in life.answered) / len(life.answered) == pytest.approx(so.helps, rel=0.1)
