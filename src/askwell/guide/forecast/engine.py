"""Thousands of searches at once, week by week, from now on: referrals at the end of each week, and when an offer comes.

Asks, conversations and names are drawn; what they add to the chance of an offer is summed up as a hazard, weighted by
a Weibull for time passing and by each search's own frailty, and an offer comes where the sum exceeds an exponential
draw, a few weeks of process later.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from askwell.guide.forecast import parameters as given
from askwell.guide.forecast.draws import Draws, Floats, passed
from askwell.guide.forecast.own import Own

Counts = NDArray[np.int64]
LONGEST_LAG = int(given.LAG_WEEKS.high)


@dataclass(frozen=True, slots=True)
class Paths:
    """`referrals` by week (a row, the first is now) and search (a column); `offer` is weeks from now, inf for later.

    `talks` are the conversations of each search within the horizon.
    """

    referrals: Counts
    offer: Floats
    talks: Counts


def run(own: Own, draws: Draws, *, weeks: int, seed: int) -> Paths:
    """Each of the drawn searches for so many weeks; the same seed gives the same."""
    rng = np.random.default_rng(seed)
    talks, names = _activity(own, draws, weeks, rng)
    hazard = np.concatenate([_behind(own, draws), talks * draws.decided + names * draws.of_a_name])
    hazard[LONGEST_LAG:] += draws.applications * draws.of_an_application
    referrals = np.concatenate([np.zeros((1, draws.asks.size), dtype=np.int64), np.cumsum(names, axis=0)])
    offer = _offer(own, draws, hazard, rng.exponential(1.0, draws.asks.size))
    return Paths(own.names + referrals, np.where(offer <= weeks, offer, np.inf), talks.sum(axis=0))


def _activity(own: Own, draws: Draws, weeks: int, rng: np.random.Generator) -> tuple[Counts, Counts]:
    """Conversations and names by week; nobody is asked who is not there, and everybody again after half a year."""
    size = draws.asks.size
    left = np.full(size, float(people_left(own)))
    asked, talks, names = (np.empty((weeks, size), dtype=np.int64) for _ in range(3))
    per_ask, back = np.minimum(draws.talks, 1.0), round(own.asks / max(1.0, own.weeks))
    for week in range(weeks):
        ago = week - given.AGAIN_AFTER_WEEKS
        left += asked[ago] if ago >= 0 else _back(own, week, back)
        asked[week] = np.minimum(rng.poisson(draws.asks), left)
        talks[week] = rng.binomial(asked[week], per_ask)
        names[week] = rng.poisson(talks[week] * draws.names)
        left += names[week] - asked[week]
    return talks, names


def _back(own: Own, week: int, each: int) -> int:
    """Who was asked half a year before that week, at an even pace so far."""
    return each if 0 <= own.weeks + week - given.AGAIN_AFTER_WEEKS < own.weeks else 0


def people_left(own: Own) -> int:
    """Whom there is to ask: her own list, or what most people would come up with."""
    return max(sum(own.left), int(given.POOL.likely) - own.asks, int(given.POOL.low))


def _behind(own: Own, draws: Draws) -> Floats:
    """What she did in the weeks before now, as far as it may still lead to an offer: a row a week, the oldest first."""
    noted = own.recent_applications if own.notes_applications else own.recent_weeks * draws.applications
    each = (
        own.recent_conversations * draws.decided + own.recent_names * draws.of_a_name + noted * draws.of_an_application
    ) / max(1.0, own.recent_weeks)
    ago = np.arange(-LONGEST_LAG, 0)[:, None]
    begun = np.clip(own.weeks + ago + 1, 0.0, 1.0)  # how much of that week the search had begun
    still = np.clip(draws.lag + ago + 1, 0.0, 1.0)  # and how much of it can still come to something
    return np.asarray(each * begun * still, dtype=np.float64)


def _offer(own: Own, draws: Draws, hazard: Floats, until: Floats) -> Floats:
    """Weeks from now to the offer: where the summed hazard exceeds the draw, and the process after it."""
    rows = hazard.shape[0]
    edges = own.weeks + np.arange(-LONGEST_LAG, rows - LONGEST_LAG + 1)[:, None]
    time = passed(draws.shape, np.broadcast_to(edges, (rows + 1, draws.asks.size)))
    each = hazard * np.diff(time, axis=0) * draws.chance
    total = np.cumsum(each, axis=0)
    at = np.sum(total < until, axis=0)
    row, column = np.minimum(at, rows - 1), np.arange(until.size)
    inside = (until - (total[row, column] - each[row, column])) / np.maximum(each[row, column], 1e-300)
    comes = row - LONGEST_LAG + np.clip(inside, 0.0, 1.0) + draws.lag
    return np.asarray(np.where(at < rows, np.maximum(comes, 0.0), np.inf), dtype=np.float64)


def reached(referrals: Counts, *, goal: int) -> Floats:
    """Weeks to so many referrals, within the week in which they are reached; inf where they are not."""
    at = np.sum(referrals < goal, axis=0)
    row, column = np.clip(at, 1, referrals.shape[0] - 1), np.arange(referrals.shape[1])
    before, after = referrals[row - 1, column], referrals[row, column]
    inside = (goal - before) / np.maximum(after - before, 1)
    comes = np.where(at < referrals.shape[0], row - 1 + inside, np.inf)
    return np.asarray(np.where(at == 0, 0.0, comes), dtype=np.float64)
