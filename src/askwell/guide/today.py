"""The order of the day: thank, act, report and close, meetings, reminders, new asks, a favor given back; then done."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property

from askwell.domain.days import Calendar
from askwell.domain.messages import Direction, Interaction
from askwell.domain.plans import (
    AskState,
    Day,
    Draft,
    FavorKind,
    Help,
    Promise,
    PromiseKind,
    PromiseState,
    Step,
    StepKind,
)
from askwell.domain.search import Phase, Search
from askwell.domain.threads import SPOKEN, is_call, moment
from askwell.guide import draft_promises
from askwell.guide.draft_dates import when
from askwell.guide.drafts import Composer, unlike
from askwell.guide.joining import Joined, joined
from askwell.guide.ranking import Ranked, Standing, rank
from askwell.guide.today_words import Reasons
from askwell.identity.involved import is_interview
from askwell.method import favors, followup, pacing
from askwell.method.favors import Books

SIZE = 12  # steps of a day, unless she sets another size: about half an hour
PACE = 5  # new asks a day
OUTCOMES = 3  # "what came of it?" at most so often a day
AGAIN_AFTER = timedelta(days=14)  # nobody is asked anew within two weeks of the last ask
LATELY = timedelta(days=30)  # whoever helped within a month is asked after others, the more so the more they did
GIVE_AFTER = timedelta(days=2)
STEP_OF = {kind: StepKind(str(kind)) for kind in PromiseKind}


def plan_day(
    search: Search,
    now: datetime,
    calendar: Calendar,
    *,
    size: int = SIZE,
    pace: int = PACE,
    everything: bool = False,
    kept: Books | None = None,
    promises: Iterable[Promise] | None = None,
    spare: Collection[str] = (),
) -> Day:
    """Today in its order, at most `size` steps, the promises first by due; `everything` lifts the limit.

    Only what she confirmed is promised; the rest waits in Replies. What is owed to one person is one step. New asks
    are for working days, and go to none of those to `spare`. No steps mean that the day is done.
    """
    kept = kept or favors.books(search, now, calendar)
    made = followup.promises_of(kept, calendar) if promises is None else promises
    plan = _Plan(kept, now, calendar, pace=pace)
    steps = [plan.promised(one) for one in joined(p for p in made if _is_due(p, now, calendar))]
    room = len(steps) + 99 if everything else size
    if kept.record.search.phase not in {Phase.PAUSED, Phase.LANDED}:
        busy = {step.person for step in steps}
        extra = [*plan.meetings(), *plan.outcomes(everything=everything, busy=busy)]
        if everything or calendar.is_working(plan.today):
            extra += plan.asks(busy=busy | {s.person for s in extra} | set(spare))
        steps = [*steps, *extra, *plan.start(), *plan.giving(busy=busy | {s.person for s in extra})]
    return Day(calendar.day(now), tuple(plan.worded(s) for s in _ordered(_chosen(steps, room))))


def whom_to_ask(kept: Books, now: datetime, calendar: Calendar, *, limit: int = PACE) -> list[Ranked]:
    """Who can best answer next, on any day of the week and however many were asked today already."""
    return _Plan(kept, now, calendar, pace=limit).ranked(busy=set(), limit=limit)


def _is_due(promise: Promise, now: datetime, calendar: Calendar) -> bool:
    owed = promise.state is PromiseState.OWED and promise.confirmed
    return owed and followup.is_ripe(promise, now, calendar)


ORDER = {kind: place for place, kind in enumerate(StepKind)}


def _chosen(steps: list[Step], room: int) -> list[Step]:
    """What there is room for: the meetings of the day and promises by due, then reminders, then the rest."""
    first = [s for s in steps if s.kind in {StepKind.PREPARE, StepKind.DEBRIEF}]
    first += [s for s in steps if s.promise and s.kind is not StepKind.NUDGE]
    return [*first, *(s for s in steps if s not in first)][:room]


def _ordered(steps: list[Step]) -> list[Step]:
    """In the order of the day; reports and closed loops stand together, each group by due as it came."""
    place = {**ORDER, StepKind.CLOSE: ORDER[StepKind.REPORT]}
    return sorted(steps, key=lambda step: place[step.kind])


class _Plan:
    """What one day is planned from. Words are made last, for the steps that are shown."""

    def __init__(self, kept: Books, now: datetime, calendar: Calendar, *, pace: int) -> None:
        self.kept = kept
        self.search = kept.record.search
        self.now = now
        self.today = calendar.day(now)
        self.calendar = calendar
        self.pace = pace
        self.composer = Composer.of(self.search.goals, today=self.today)
        self._owed: dict[str, Joined] = {}
        self._ranked: dict[str, Ranked] = {}
        self._used = Counter[str]()
        self._openings = set[str]()
        self._silence_named = False
        self.reasons = Reasons(kept)

    def promised(self, one: Joined) -> Step:
        """The step of all that is owed to one person, with every reason; `also` are the promises beside the first."""
        self._owed[one.lead.id] = one
        reason, told = self._reason(one.lead), {*one.lead.events}
        for promise in one.others:
            further = "" if told >= {*promise.events} else self._reason(promise)
            reason += f" {further}" if further and further not in reason else ""
            told |= {*promise.events}
        also = tuple((STEP_OF[promise.kind], promise.id) for promise in one.others)
        reason += BOTH if also else ""
        return Step(STEP_OF[one.lead.kind], one.lead.to, reason, promise=one.lead.id, also=also)

    def _reason(self, promise: Promise) -> str:
        reason = self.reasons.of(promise)
        if promise.kind is PromiseKind.NUDGE and not self._silence_named:
            self._silence_named = True
            reason += SILENCE
        return reason

    def worded(self, step: Step) -> Step:
        """The step with its draft; no two letters of a day begin alike."""
        if step.promise:
            owed = self._owed[step.promise]
            draft = self._draft(lambda by: draft_promises.compose(owed.lead, self.kept, by, others=owed.others))
            return replace(step, draft=draft)
        if step.kind is StepKind.ASK:
            one = self._ranked[step.person]
            need, _ = self.composer.need_for(one.contact, used=self._used)
            self._used[need.question] += 1
            return replace(step, reason=one.why, draft=self._draft(lambda by: by.ask(one.contact, need=need)))
        return step

    def _draft(self, write: Callable[[Composer], Draft | None]) -> Draft | None:
        return unlike(self.composer, write, self._openings)

    def meetings(self) -> Iterator[Step]:
        """What is to come today, to prepare; what was since the last working day, to be noted while it is fresh."""
        talks = [talk for talk in self.search.interactions if self._is_of_the_search(talk)]
        before = self._working_day_before(self.today) if talks else self.today
        for talk in talks:
            day = self.calendar.day(talk.at)
            if not before <= day <= self.today:
                continue
            if moment(talk) > self.now and day == self.today:
                yield Step(StepKind.PREPARE, talk.people[0], self._prepare(talk))
            elif moment(talk) <= self.now and not self._is_noted(talk):
                yield Step(StepKind.DEBRIEF, talk.people[0], self._debrief(talk, day))

    def _working_day_before(self, day: date) -> date:
        day -= timedelta(days=1)
        while not self.calendar.is_working(day):
            day -= timedelta(days=1)
        return day

    def _is_of_the_search(self, talk: Interaction) -> bool:
        """Whether a meeting is about the search: an interview, or with somebody asked, referred or helping."""
        spoken = talk.channel in SPOKEN and talk.direction is Direction.BOTH and talk.people
        if not spoken or talk.cancelled or talk.recurring or talk.origin is None:
            return False
        return is_interview(talk) or not self._involved.isdisjoint(talk.people)

    @cached_property
    def _involved(self) -> set[str]:
        kept = self.kept
        return {a.to for a in kept.asks} | {h.by for h in kept.helps} | {r.person for r in kept.referrals}

    def _is_noted(self, talk: Interaction) -> bool:
        """Whether she wrote to them, or noted something, since."""
        return any(i.direction is not Direction.IN for i in self.kept.record.sent(talk.people[0], after=moment(talk)))

    def _prepare(self, talk: Interaction) -> str:
        contact = self.search.contacts.get(talk.people[0])
        question = self.composer.need_for(contact)[0].question if contact and self.search.goals.said else ""
        ask = f" A good question for it: {question}" if question and not is_interview(talk) else ""
        about = f" ({talk.subject})" if talk.subject else ""
        return f"You meet at {self.calendar.local(talk.at):%H:%M}{about}.{ask}"

    def _debrief(self, talk: Interaction, day: date) -> str:
        about = f" ({talk.subject})" if talk.subject else ""
        did = "spoke" if is_call(talk) else "met"
        return f"You {did} {when(day, self.today)}{about}. What did you hear, and which names came up?"

    def outcomes(self, *, everything: bool, busy: set[str]) -> list[Step]:
        """Help of two weeks and more of which nothing more is known: one kind question each, the oldest first."""
        first = {h.by: h for h in reversed(self.kept.helps) if h.by not in busy and self._is_open(h)}
        shown = sorted(first.values(), key=lambda h: (h.since, h.id))
        return [Step(StepKind.OUTCOME, h.by, self._what_came(h)) for h in (shown if everything else shown[:OUTCOMES])]

    def _is_open(self, one: Help) -> bool:
        old = self.now - one.since >= followup.ASK_WHAT_CAME_OF_IT_AFTER
        asked = old and one.confirmed and not one.closed and one.id not in self.search.dropped
        return asked and followup.outcome(self.kept, one) is None

    def _what_came(self, one: Help) -> str:
        return f"{self.reasons.of_help(one)} What came of it?"

    def asks(self, *, busy: set[str]) -> list[Step]:
        """New asks up to her pace; those already sent today count."""
        if not self.search.goals.said:
            return []
        sent_today = sum(self.calendar.day(ask.at) == self.today for ask in self.kept.asks)
        left = self.pace - sent_today
        if left <= 0:
            return []
        ranked = self.ranked(busy=busy, limit=left)
        self._ranked = {one.contact.id: one for one in ranked}
        return [Step(StepKind.ASK, one.contact.id, "") for one in ranked]

    def ranked(self, *, busy: set[str], limit: int) -> list[Ranked]:
        """Whom to ask next, beside those who are busy."""
        return rank(
            self.search.contacts.values(), self.search.goals, self.now,
            standing=self._standing(busy), matcher=self.composer.matcher, limit=limit,
        )  # fmt: skip

    def _standing(self, busy: set[str]) -> Standing:
        asked = dict[str, tuple[int, int]]()
        away = set(busy)
        for ask in self.kept.asks:
            count, answered = asked.get(ask.to, (0, 0))
            asked[ask.to] = count + 1, answered + (ask.state in {AskState.ANSWERED, AskState.DECLINED})
            if ask.state is AskState.SENT or self.now - ask.at < AGAIN_AFTER:
                away.add(ask.to)
        for who in asked:
            own = [ask for ask in self.kept.asks if ask.to == who]
            contact = self.search.contacts.get(who)
            if contact and pacing.rests_until(self.kept.record, contact, own, self.calendar):
                away.add(who)
        away |= self.kept.record.questions.keys()  # who waits for her answer hears that first
        talks = (t for t in self.search.interactions if t.at > self.now or is_interview(t))
        away |= {who for talk in talks for who in talk.people}  # whom she is to meet, and who interviews her
        helped = Counter(h.by for h in self.kept.helps if self.now - h.since < LATELY)
        return Standing(frozenset(away), asked, helped, asks=len(self.kept.asks))

    def giving(self, *, busy: set[str]) -> list[Step]:
        """One way to give back, to somebody who has done more for her than she for them; another one each day."""
        ledger = [f for f in favors.ledger_of(self.kept) if f.confirmed]
        if any(f.kind is FavorKind.GIVEN and self.calendar.day(f.at) == self.today for f in ledger):
            return []
        last = {f.who: f.at for f in ledger if f.kind is FavorKind.RECEIVED}
        balances = favors.balances(ledger)
        owing = [
            who for who, at in last.items()
            if who in self.search.contacts and who not in busy and self.now - at >= GIVE_AFTER
            and balances[who].received > balances[who].given
        ]  # fmt: skip
        if not owing:
            return []
        who = sorted(owing)[self.today.toordinal() % len(owing)]
        (first, *_) = favors.ways_to_give_back(who, self.search, self.now)
        return [Step(StepKind.GIVE, who, first)]

    def start(self) -> list[Step]:
        """Where something must be there first: goals, or people."""
        if not self.search.goals.said:
            words = (
                "Say in one sentence what you are looking for, and name three companies you would love to get to know."
            )
            return [Step(StepKind.START, "", words)]
        if not self.search.contacts:
            words = "Name three people who would be glad to hear from you, or bring in the files you have."
            return [Step(StepKind.START, "", words)]
        return []


SILENCE = " Silence is rarely about you."  # once a day, with the first reminder
BOTH = " One letter holds it all."
