"""What each simulated search takes for its rates: drawn from the published ranges, updated with her own counts.

Shares are Beta-Binomial; people named in a conversation, the pace, and the frailty (how far her chances differ from
those of others) are Gamma-Poisson, the same for counts.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from askwell.guide.forecast import parameters as given
from askwell.guide.forecast.own import Own
from askwell.guide.forecast.parameters import Range

Floats = NDArray[np.float64]
A_WORKING_WEEK = 5
PACE_SHAPE, PACE_MEAN = 1.0, 8.0  # of the pace before anything is known: wide, and soon outweighed by her own


@dataclass(frozen=True, slots=True)
class Draws:
    """One value a simulated search: asks and applications a week, and the rates of the funnel.

    `talks` is how many asks become conversations. `chance` is the frailty, `shape` that of the Weibull.
    """

    asks: Floats
    applications: Floats
    answers: Floats
    helps: Floats
    names: Floats
    opening: Floats
    referred_interview: Floats
    referred_offer: Floats
    cold_interview: Floats
    cold_offer: Floats
    decided: Floats
    lag: Floats
    shape: Floats
    chance: Floats

    @property
    def talks(self) -> Floats:
        return self.answers * self.helps

    @property
    def of_a_name(self) -> Floats:
        """Offers that one name brings."""
        return self.opening * self.referred_interview * self.referred_offer

    @property
    def of_an_application(self) -> Floats:
        return self.cold_interview * self.cold_offer


class Dice:
    """Draws of one size from one seed."""

    def __init__(self, seed: int, size: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.size = size

    def share(self, of: Range, *, yes: float = 0, out_of: float = 0, mean: float | None = None) -> Floats:
        """A Beta around the range, updated with `yes` of `out_of`; `mean` moves it."""
        middle = of.likely if mean is None else mean
        weight = max(2.0, middle * (1 - middle) / of.spread**2 - 1)
        return self.rng.beta(middle * weight + yes, (1 - middle) * weight + max(0.0, out_of - yes), self.size)

    def rate(self, of: Range, *, count: float = 0, exposure: float = 0, mean: float | None = None) -> Floats:
        """A Gamma around the range, updated with a count over its exposure; `mean` moves it, and its width in step."""
        middle, shape = of.likely if mean is None else mean, (of.likely / of.spread) ** 2
        return self.rng.gamma(shape + count, 1.0, self.size) / (shape / middle + exposure)

    def between(self, of: Range) -> Floats:
        return self.rng.triangular(of.low, of.likely, of.high, self.size)


def present(own: Own, dice: Dice) -> Draws:
    """As she goes on now."""
    nearer = nearness(own)
    opening = dice.share(given.OPENING, yes=own.opened, out_of=own.named)
    referred_interview, cold_interview = dice.share(given.REFERRED_INTERVIEW), dice.share(given.COLD_INTERVIEW)
    shape, lag = dice.between(given.SHAPE), dice.between(given.LAG_WEEKS)
    decided = dice.share(given.DECIDER) * dice.share(given.DECIDER_OFFER)
    referred_offer = dice.share(given.REFERRED_OFFER, yes=own.referred_offers, out_of=own.referred_decided)
    pace = dice.rng.gamma(PACE_SHAPE + own.recent_asks, 1.0, dice.size)
    found = Draws(
        asks=pace / (PACE_SHAPE / PACE_MEAN + own.recent_weeks),
        applications=_applications(own, dice),
        answers=dice.share(given.ANSWER, yes=own.answered, out_of=own.asked, mean=answer_of(own)),
        helps=dice.share(given.HELPS, yes=own.helped, out_of=own.answered, mean=helps_of(nearer)),
        names=dice.rate(given.NAMES, count=own.names, exposure=own.conversations, mean=names_of(nearer)),
        opening=opening,
        referred_interview=referred_interview,
        referred_offer=referred_offer,
        cold_interview=cold_interview,
        cold_offer=dice.share(given.COLD_OFFER, yes=own.cold_offers, out_of=own.cold_decided),
        decided=decided,
        lag=lag,
        shape=shape,
        chance=np.ones(dice.size),
    )
    return replace(found, chance=_chance(own, found, dice))


def _applications(own: Own, dice: Dice) -> Floats:
    """Her own of the last weeks; where she notes none, what is usual."""
    if not own.notes_applications:
        return dice.between(given.APPLICATIONS_WAITING)
    return dice.rng.gamma(0.5 + own.recent_applications, 1.0, dice.size) / (0.1 + own.recent_weeks)


def _chance(own: Own, found: Draws, dice: Dice) -> Floats:
    """The frailty: as her interviews show it, and as it is more likely the longer a search has led to no offer yet."""
    variance = dice.between(given.FRAILTY)
    weight = passed(found.shape, np.full(dice.size, own.weeks)) / max(own.weeks, 1.0)
    interviews = own.referred_interviews + own.cold_interviews
    expected = own.referred * found.referred_interview + own.cold * found.cold_interview
    unseen = max(0, own.opened - own.referred) * found.referred_interview * found.referred_offer
    without = unseen + max(0, own.conversations - own.recent_conversations) * found.decided
    return dice.rng.gamma(1 / variance + interviews, 1.0) / (1 / variance + weight * (expected + without))


def passed(shape: Floats, weeks: Floats) -> Floats:
    """The sum of the Weibull's weights from the beginning to so many weeks; on average 1 a week over half a year."""
    half = given.AVERAGE_WEEKS
    return np.asarray(half * (np.maximum(weeks, 0) / half) ** shape, dtype=np.float64)


def nearness(own: Own) -> float:
    """Which of the two Bobs her pace is nearer to, from 0 to 1: what is expected of her before her own counts tell."""
    slow, fast = given.ASKS_WAITING.likely, given.ASKS_ASKING.likely
    return min(1.0, max(0.0, (own.recent_asks / own.recent_weeks - slow) / (fast - slow)))


def helps_of(nearer: float) -> float:
    return (1 - nearer) * given.HELPS_WAITING.likely + nearer * given.HELPS_ASKING.likely


def names_of(nearer: float) -> float:
    waiting, asking = given.NAMES_WAITING.likely, given.NAMES_ASKING.likely
    return (1 - nearer) * waiting * given.THANKS_WAITING + nearer * asking * given.THANKS_ASKING


def answer_of(own: Own) -> float:
    """The likely share of answers: of those she asked lately, else of those there are to ask; some after a reminder."""
    ties, nearer = own.asked_ties if sum(own.asked_ties) else (*own.left, 0), nearness(own)
    reminded = (1 - nearer) * given.REMINDED_WAITING.likely + nearer * given.REMINDED_ASKING.likely
    return answering(ties, reminded=reminded)


def answering(ties: tuple[int, ...], *, reminded: float) -> float:
    """The share of people of these ties (close, known, far, named) who answer, reminders included."""
    first = [one.likely for one in (given.ANSWER_CLOSE, given.ANSWER_KNOWN, given.ANSWER_FAR, given.ANSWER_NAMED)]
    whole = sum(ties) or 1
    average = sum(count * share for count, share in zip(ties, first, strict=True)) / whole or given.ANSWER_FAR.likely
    later = given.ANSWER_REMINDER.likely * average / given.REMINDER_AT
    return average + (1 - average) * reminded * later


def no_more(now: Floats, other: Floats) -> Floats:
    """The lower of the two on average.

    Not the lower of each pair of draws: of two draws of the same that would be lower than either, and a change that
    changes nothing would be told as a loss (or in `no_less` as a gain).
    """
    return other if other.mean() < now.mean() else now


def no_less(now: Floats, other: Floats) -> Floats:
    return other if other.mean() > now.mean() else now


def waiting(own: Own, now: Draws, dice: Dice) -> Draws:
    """As Bob #1, mostly waiting and applying; whoever asks less than that goes on asking less."""
    ties = (*own.left, 0)
    answers = dice.share(given.ANSWER_FAR, mean=answering(ties, reminded=given.REMINDED_WAITING.likely))
    return replace(
        now,
        asks=no_more(now.asks, dice.between(given.ASKS_WAITING)),
        applications=no_less(now.applications, dice.between(given.APPLICATIONS_WAITING)),
        answers=no_more(now.answers, answers),
        helps=no_more(now.helps, dice.share(given.HELPS_WAITING)),
        names=no_more(now.names, given.THANKS_WAITING * dice.rate(given.NAMES_WAITING)),
    )


def asking(own: Own, now: Draws, dice: Dice) -> Draws:
    """As Bob #2, asking openly, most days; nobody gets less by it than at her present ways."""
    more = replace(now, asks=no_less(now.asks, dice.between(given.ASKS_ASKING)))
    return clearly(own, more, dice)


def clearly(own: Own, now: Draws, dice: Dice) -> Draws:
    """With one clear question in each ask, reminders and thanks, at the same pace.

    What a clear question brings is gained by those of her asks that carry none yet.
    """
    ties = (*own.left, 0)
    answers = dice.share(given.ANSWER_FAR, mean=answering(ties, reminded=given.REMINDED_ASKING.likely))
    return replace(
        now,
        answers=no_less(now.answers, answers),
        helps=_gained(now.helps, dice.share(given.HELPS_ASKING), part=1 - own.clear),
        names=_gained(now.names, given.THANKS_ASKING * dice.rate(given.NAMES_ASKING), part=1 - own.clear),
    )


def _gained(now: Floats, other: Floats, *, part: float) -> Floats:
    return now + part * (no_less(now, other) - now)


def one_more(now: Draws) -> Draws:
    """With one more ask on each working day."""
    return replace(now, asks=now.asks + A_WORKING_WEEK)


def toward(before: Floats, after: Floats, *, part: float) -> Floats:
    """A part of the way from one chance to another, on the scale of log-odds: the calibration guard."""
    first, second = np.log(before / (1 - before)), np.log(after / (1 - after))
    return np.asarray(1 / (1 + np.exp(-(first + part * (second - first)))), dtype=np.float64)
