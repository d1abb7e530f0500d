"""What may lie ahead of her search: worked out of her own counts once for each state of them, unless she hid it."""

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.wishes import read_wishes
from askwell.domain.books import Books
from askwell.domain.search import Phase
from askwell.guide.forecast import Forecast, Own, own_counts

__all__ = ["Forecast", "forecast", "is_hidden"]

KEPT = 4  # forecasts of earlier counts that are kept, since an undo brings them back


def is_hidden(desk: Desk) -> bool:
    """Whether she said that she does not want to see it."""
    return not read_wishes(desk).forecast


def forecast(desk: Desk) -> Forecast | None:
    """None where she hid it, where her search rests or is over, and where there is too little of her own to go on."""
    if is_hidden(desk) or memory.search(desk).phase is not Phase.ACTIVE:
        return None
    return memory.worked_out(desk, "forecast", _forecast)


def _forecast(desk: Desk, kept: Books) -> Forecast | None:
    own = own_counts(kept)
    known: dict[Own, Forecast | None] = memory.drawer(desk, "forecast")
    if own not in known:
        from askwell.guide.forecast.foretelling import foretell

        while len(known) >= KEPT:
            del known[next(iter(known))]
        known[own] = foretell(own)
    return known[own]
