"""Searches with a known truth, lived week by week and person by person: what a forecast is held against.

Written apart from the forecast: it draws each answer, name, opening, interview and offer by itself, and knows nothing
of hazards or posteriors. Its parameters come from the ranges, its seeker goes on as she began.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

import numpy as np

from askwell.guide.forecast import Own
from askwell.guide.forecast import parameters as given
from askwell.guide.forecast.parameters import Range

GOAL = 100
INTERVIEW_WITHIN = 4.0  # weeks; a lag is at least three
CLOSE, KNOWN, FAR, NAMED = range(4)
POOL = (15, 50, 185)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so, and what no forecast is told."""

    asks: float
    applications: float
    answers: tuple[float, float, float, float]
    helps: float
    names: float
    opening: float
    referred_interview: float
    referred_offer: float
    cold_interview: float
    cold_offer: float
    decider: float
    decider_offer: float
    shape: float
    chance: float


@dataclass(frozen=True, slots=True)
class Odd:
    """How a truth is not as the forecast takes it.

    Her pace tells nothing of what people answer; chances differ more from person to person; less comes of a name.
    """

    unrelated: bool = False
    variance: float = 1.0
    opening: float = 1.0


PLAIN = Odd()


def truth(rng: np.random.Generator, odd: Odd = PLAIN) -> Truth:
    """Drawn from the ranges: somebody between Bob #1 and Bob #2, each rate within its own range."""
    style = rng.random()
    pace = rng.random() if odd.unrelated else style

    def inside(one: Range) -> float:
        return float(rng.triangular(one.low, one.likely, one.high))

    def between(waiting: Range, asking: Range) -> float:
        return (1 - style) * inside(waiting) + style * inside(asking)

    reminded = between(given.REMINDED_WAITING, given.REMINDED_ASKING)
    reminder = inside(given.ANSWER_REMINDER) / given.REMINDER_AT
    first = [inside(one) for one in (given.ANSWER_CLOSE, given.ANSWER_KNOWN, given.ANSWER_FAR, given.ANSWER_NAMED)]
    close, known, far, named = (share + (1 - share) * reminded * reminder * share for share in first)
    thanks = (1 - style) * given.THANKS_WAITING + style * given.THANKS_ASKING
    variance = odd.variance * inside(given.FRAILTY)
    return Truth(
        asks=(1 - pace) * inside(given.ASKS_WAITING) + pace * inside(given.ASKS_ASKING),
        applications=inside(given.APPLICATIONS_WAITING),
        answers=(close, known, far, named),
        helps=between(given.HELPS_WAITING, given.HELPS_ASKING),
        names=thanks * between(given.NAMES_WAITING, given.NAMES_ASKING),
        opening=odd.opening * inside(given.OPENING),
        referred_interview=inside(given.REFERRED_INTERVIEW),
        referred_offer=inside(given.REFERRED_OFFER),
        cold_interview=inside(given.COLD_INTERVIEW),
        cold_offer=inside(given.COLD_OFFER),
        decider=inside(given.DECIDER),
        decider_offer=inside(given.DECIDER_OFFER),
        shape=inside(given.SHAPE),
        chance=float(rng.gamma(1 / variance, variance)),
    )


@dataclass
class Life:
    """One search with its truth; events are kept with the moment (in weeks) at which they happened."""

    so: Truth
    rng: np.random.Generator
    week: int = 0
    pool: list[int] = field(default_factory=lambda: [*POOL, 0])
    asked: list[tuple[float, int]] = field(default_factory=list)  # when, whom (a tie)
    answered: list[tuple[float, bool]] = field(default_factory=list)  # when asked, whether it helped
    names: list[tuple[float, bool]] = field(default_factory=list)  # when, whether it led to an opening
    applied: list[tuple[float, bool, bool]] = field(default_factory=list)  # when, by referral, interview
    offer: float = inf

    def live(self, weeks: int) -> None:
        for _ in range(weeks):
            self._week()

    def to_the_end(self, *, most: int, least: int = 0) -> None:
        """Until there are 100 referrals and an offer."""
        while self.week < least or (self.week < most and (len(self.names) < GOAL or self.offer == inf)):
            self._week()

    @property
    def goal(self) -> float:
        """When the hundredth was named."""
        return sorted(at for at, _ in self.names)[GOAL - 1] if len(self.names) >= GOAL else inf

    def _week(self) -> None:
        moments = np.sort(self.week + self.rng.random(self.rng.poisson(self.so.asks)))
        self._come_back()
        for at in moments:
            if sum(self.pool):
                self._ask(float(at))
        for at in self.week + self.rng.random(self.rng.poisson(self.so.applications)):
            self._apply(float(at), referred=False)
        self.week += 1

    def _come_back(self) -> None:
        """After half a year somebody may be asked something else."""
        for at, tie in self.asked:
            if int(at) == self.week - given.AGAIN_AFTER_WEEKS:
                self.pool[tie] += 1

    def _ask(self, at: float) -> None:
        tie = int(self.rng.choice(4, p=np.array(self.pool) / sum(self.pool)))
        self.pool[tie] -= 1
        self.asked.append((at, tie))
        if self.rng.random() >= self.so.answers[tie]:
            return
        helped = self.rng.random() < self.so.helps
        self.answered.append((at, helped))
        if helped:
            self._talk(at)

    def _talk(self, at: float) -> None:
        for _ in range(self.rng.poisson(self.so.names)):
            opened = self.rng.random() < self.so.opening
            self.names.append((at, opened))
            self.pool[NAMED] += 1
            if opened:
                self._apply(at, referred=True)
        if self.rng.random() < self.so.decider:
            self._perhaps(at, self._now(at, self.so.decider_offer))

    def _apply(self, at: float, *, referred: bool) -> None:
        share = self.so.referred_interview if referred else self.so.cold_interview
        met = self.rng.random() < self._now(at, share)
        self.applied.append((at, referred, met))
        if met:
            self._perhaps(at, self.so.referred_offer if referred else self.so.cold_offer)

    def _perhaps(self, at: float, share: float) -> None:
        if self.rng.random() < share:
            lag = self.rng.triangular(given.LAG_WEEKS.low, given.LAG_WEEKS.likely, given.LAG_WEEKS.high)
            self.offer = min(self.offer, at + lag)

    def _now(self, at: float, share: float) -> float:
        """A chance as it is for her, and after so long."""
        half = given.AVERAGE_WEEKS
        passed = (max(at, 0.05) / half) ** (self.so.shape - 1)
        return min(1.0, share * self.so.chance * self.so.shape * float(passed))

    def own(self) -> Own:
        """What her record shows of it now."""
        now = float(self.week)
        recent = max(0.0, now - 4)
        old = [(at, helped) for at, helped in self.answered if now - at >= 2]
        talks = [at for at, helped in self.answered if helped]
        named = [opened for at, opened in self.names if now - at >= 4]
        found = Own(
            weeks=now,
            recent_weeks=now - recent,
            recent_asks=sum(at >= recent for at, _ in self.asked),
            recent_applications=sum(at >= recent and not referred for at, referred, _ in self.applied),
            asks=len(self.asked),
            asked=sum(now - at >= 2 for at, _ in self.asked),
            answered=len(old),
            helped=sum(helped for _, helped in old),
            conversations=len(talks),
            recent_conversations=sum(at >= recent for at in talks),
            names=len(self.names),
            recent_names=sum(at >= recent for at, _ in self.names),
            named=len(named),
            opened=sum(named),
            left=(self.pool[CLOSE], self.pool[KNOWN], self.pool[FAR] + self.pool[NAMED]),
            asked_ties=tuple(sum(at >= recent and of == tie for at, of in self.asked) for tie in range(4)),  # type: ignore[arg-type]
        )
        counts: dict[str, Any] = dict(self._applications(now))
        return replace(found, **counts)

    def _applications(self, now: float) -> Iterator[tuple[str, int]]:
        for way, wanted in (("referred", True), ("cold", False)):
            old = [
                (at, met) for at, referred, met in self.applied if referred is wanted and now - at >= INTERVIEW_WITHIN
            ]
            yield way, len(old)
            yield f"{way}_interviews", sum(met for _, met in old)
            yield f"{way}_decided", sum(met for at, met in old if now - at >= given.LAG_WEEKS.high)
