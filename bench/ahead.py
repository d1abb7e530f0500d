"""The forecast: ten thousand searches of 52 weeks with numpy loaded, and the whole of what a page waits for once."""

import numpy as np

from askwell.guide.forecast import Own, draws, engine
from askwell.guide.forecast.foretelling import foretell
from bench.harness import Case, Watch

OWN = Own(
    weeks=8, recent_asks=40, recent_applications=12, asks=70, asked=50, answered=27, helped=20, conversations=28,
    recent_conversations=14, names=12, recent_names=6, named=6, opened=2, cold=12,
)  # fmt: skip


def _simulate(searches: int) -> engine.Paths:
    return engine.run(OWN, draws.present(OWN, draws.Dice(1, searches)), weeks=52, seed=1)


def ten_thousand() -> dict[str, float | str]:
    """Draws and paths of 10,000 searches; numpy is loaded before, and one small run has been made."""
    _simulate(100)
    watch = Watch()
    paths = _simulate(10_000)
    return {**watch.told, "median weeks": round(float(np.median(paths.offer)), 1)}


def whole() -> dict[str, float | str]:
    """Six ways of going on, 2,000 searches each."""
    _simulate(100)
    watch = Watch()
    found = foretell(OWN)
    assert found
    return {**watch.told, "searches": found.searches}


CASES = {
    "forecast-10000": Case(ten_thousand, goal=0.3),
    "forecast-whole": Case(whole),
}
