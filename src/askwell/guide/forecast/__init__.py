"""What may lie ahead: weeks to 100 referrals and to an offer, as a range with its reasons, from thousands of searches.

A Monte Carlo over the funnel ask → answer → conversation → name → opening → interview → offer, and application →
interview → offer (docs/forecast.md). `foretell` loads numpy, so it is imported only once a forecast is asked for.
"""

from typing import TYPE_CHECKING

from askwell.guide.forecast.own import Own, own_counts
from askwell.guide.forecast.told import Forecast, Pace, Span

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Forecast", "Own", "Pace", "Span", "foretell", "own_counts"]


def __getattr__(name: str) -> "Callable[..., Forecast | None]":
    if name == "foretell":
        from askwell.guide.forecast.foretelling import foretell

        return foretell
    raise AttributeError(name)
