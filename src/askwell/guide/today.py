"""The order of the day: thank, act, report and close, meetings, reminders, new asks, a favor given back; then done."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from askwell.domain.asides import Aside
from askwell.domain.days import Calendar
from askwell.domain.gifts import Gift
from askwell.domain.messages import Direction
from askwell.domain.people import Permission
from askwell.domain.plans import (
    Day,
    Draft,
    Help,
    Promise,
    PromiseKind,
    PromiseState,
    Step,
    StepKind,
)
from askwell.domain.search import Phase, Search
from askwell.domain.wishes import NONE_SAID, Wishes
from askwell.guide.drafts import Composer, keeping, unlike
from askwell.guide.give_back import gift_of_the_day
from askwell.guide.joining import Joined, joined
from askwell.guide.letters import Purpose, free_letter
from askwell.guide.ranking import Ranked
from askwell.guide.today_asides import SetAside
from askwell.guide.today_asks import PACE, Asks
from askwell.guide.today_order import Order
from askwell.guide.today_talks import Talks
from askwell.guide.today_words import Reasons
from askwell.method import favors, followup
from askwell.method.favors import Books

SIZE = 12  # steps of a day, unless she wishes another size: about half an hour
OUTCOMES = 3  # "what came of it?" at most so often a day
STEP_OF = {kind: StepKind(str(kind)) for kind in PromiseKind}


def plan_day(
    search: Search,
    now: datetime,
    calendar: Calendar,
    *,
    wishes: Wishes = NONE_SAID,
    asides: Iterable[Aside] = (),
    everything: bool = False,
    kept: Books | None = None,
    promises: Iterable[Promise] | None = None,
    spare: Collection[str] = (),
) -> Day:
    """Today in its order, at most as many steps as she wishes, the promises first by due; `everything` lifts the limit.

    Only what she confirmed is promised; the rest waits in Replies. What is owed to one person is one step. New asks
    are for working days, and go to none of those to `spare`. No steps mean that the day is done. What she set aside
    waits or comes last; with `everything`, promises that wait come last. What she did today is a part of a size that
    she chose, so that the day has an end.
    """
    plan = _plan(search, now, calendar, wishes=wishes, asides=asides, kept=kept, promises=promises)
    if wishes.rest_day == plan.today and not everything:
        return Day(plan.today, rests=True)
    order = Order(plan.aside)
    steps = plan.steps(everything=everything, spare=spare)
    chosen = steps if everything else order.chosen(steps, room=plan.room())
    return Day(plan.today, tuple(plan.worded(step) for step in order.ordered(chosen)))


def easiest_ask(
    search: Search,
    now: datetime,
    calendar: Calendar,
    *,
    wishes: Wishes = NONE_SAID,
    asides: Iterable[Aside] = (),
    kept: Books | None = None,
    spare: Collection[str] = (),
) -> str:
    """The contact of the easiest new ask of today that she was not offered yet; "" where there is none."""
    plan = _plan(search, now, calendar, wishes=wishes, asides=asides, kept=kept, promises=None)
    if not plan.goes_on or not calendar.is_working(plan.today) or plan.asks.left(wishes.pace) <= 0:
        return ""
    return plan.asks.easiest(busy=plan.busy_for_asks(spare), but=plan.aside.offered)


def whom_to_ask(kept: Books, now: datetime, calendar: Calendar, *, limit: int = PACE) -> list[Ranked]:
    """Who can best answer next, on any day of the week and however many were asked today already."""
    composer = Composer.of(kept.record.search.goals, today=calendar.day(now))
    return Asks(kept, composer, now, calendar).best(busy=(), limit=limit)


def _plan(
    search: Search,
    now: datetime,
    calendar: Calendar,
    *,
    wishes: Wishes,
    asides: Iterable[Aside],
    kept: Books | None,
    promises: Iterable[Promise] | None,
) -> "_Plan":
    books = kept or favors.books(search, now, calendar)
    made = followup.promises_of(books, calendar) if promises is None else promises
    return _Plan(books, now, calendar, wishes=wishes, asides=asides, made=tuple(made))


def owed_with(promise: str, promises: Iterable[Promise], now: datetime, calendar: Calendar) -> tuple[Promise, ...]:
    """The promises of the step that holds this one, the one it is called after first; none where it is not owed now."""
    steps = joined(one for one in promises if is_due(one, now, calendar))
    found = next((one for one in steps if promise in {one.lead.id, *(other.id for other in one.others)}), None)
    return (found.lead, *found.others) if found else ()


def is_due(promise: Promise, now: datetime, calendar: Calendar) -> bool:
    """Whether a promise belongs into the day: owed, confirmed, and ripe."""
    owed = promise.state is PromiseState.OWED and promise.confirmed
    return owed and followup.is_ripe(promise, now, calendar)


class _Plan:
    """What one day is planned from. Words are made last, for the steps that are shown."""

    def __init__(
        self,
        kept: Books,
        now: datetime,
        calendar: Calendar,
        *,
        wishes: Wishes,
        asides: Iterable[Aside],
        made: tuple[Promise, ...],
    ) -> None:
        self.kept = kept
        self.search = kept.record.search
        self.now = now
        self.today = calendar.day(now)
        self.calendar = calendar
        self.wishes = wishes
        self.aside = SetAside(asides, self.today)
        self.made = made
        self.due = [one for one in made if is_due(one, now, calendar) and self.may_write_to(one.to)]
        self.composer = Composer.of(self.search.goals, today=self.today, record=kept.record)
        self.asks = Asks(kept, self.composer, now, calendar)
        self.talks = Talks(kept, self.composer, now, calendar)
        self._owed: dict[str, Joined] = {}
        self._ranked: dict[str, Ranked] = {}
        self._gifts: dict[str, Gift] = {}
        self._said = set[str]()
        self._silence_named = False
        self.reasons = Reasons(kept)

    def may_write_to(self, who: str) -> bool:
        """Whether letters go to somebody at all: whoever is never contacted is left in peace, whatever is owed."""
        contact = self.search.contacts.get(who)
        return contact is None or contact.permission is not Permission.NEVER_CONTACT

    def in_peace(self) -> set[str]:
        """Helpers to whom no letter goes: they are told no news either, so she is not asked for any."""
        return {one.by for one in self.kept.helps if not self.may_write_to(one.by)}

    @property
    def goes_on(self) -> bool:
        """Whether she searches: while it rests, and once she has landed, nothing new is begun."""
        return self.search.phase not in {Phase.PAUSED, Phase.LANDED}

    def steps(self, *, everything: bool, spare: Collection[str]) -> list[Step]:
        """All that could be done today, what is owed first."""
        shown = [one for one in self.due if everything or not self.aside.waits(one)]
        steps = [self.promised(one) for one in joined(shown)]
        if self.goes_on:
            busy = {one.to for one in self.due}
            talks = [step for step in self.talks.steps() if not self.aside.hides(step)]
            untold = busy | self.aside.away(StepKind.OUTCOME) | self.in_peace()
            asked = self.outcomes(everything=everything, busy=untold)
            met = busy | {step.person for step in (*talks, *asked)}
            steps += [*talks, *asked]
            if everything or self.calendar.is_working(self.today):
                steps += self.new_asks(busy=self.busy_for_asks({*met, *spare}))
            steps += [step for step in self.start() if not self.aside.hides(step)]
            steps += self.giving(busy=met | {s.person for s in steps} | self.aside.away(StepKind.GIVE))
        waits = {one.id for one in shown if self.aside.waits(one)}
        return [replace(step, later=self._comes_last(step, waits)) for step in steps]

    def _comes_last(self, step: Step, waits: set[str]) -> bool:
        return bool(self.aside.place(step)) or (bool(step.promises) and waits.issuperset(step.promises))

    def busy_for_asks(self, more: Collection[str]) -> set[str]:
        """Who is not asked anew today, beside those whom the record leaves in peace."""
        return {one.to for one in self.due} | self.aside.away(StepKind.ASK) | set(more)

    def room(self) -> int:
        """Steps that fit into the rest of the day; of a size she chose, what she did today is a part."""
        return SIZE if self.wishes.size is None else max(self.wishes.size - len(self._done()), 0)

    def _done(self) -> set[str]:
        """What she did today, by the interactions that kept a promise or carried an ask."""
        kept = {one.kept for one in self.made if one.state is PromiseState.KEPT and one.kept}
        kept |= {key for ask in self.kept.asks for key in ask.interactions}
        by_id = self.search.by_id
        hers = (by_id[key] for key in kept if key in by_id and by_id[key].direction is not Direction.IN)
        return {one.id for one in hers if self.calendar.day(one.at) == self.today}

    def promised(self, one: Joined) -> Step:
        """The step of all that is owed to one person, with every reason; `also` are the promises beside the first."""
        self._owed[one.lead.id] = one
        reason, told = self._reason(one.lead), {*one.lead.events}
        for promise in one.others:
            further = "" if told >= {*promise.events} else self._reason(promise)
            news, _, rest = further.partition(". ")
            further = rest if rest and news in reason else further  # two helps, and one thing that came of both
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
        """The step with its draft; no two letters of a day say the same."""
        if step.promise:
            owed = self._owed[step.promise]
            draft = self._draft(lambda by: keeping.compose(owed.lead, self.kept, by, others=owed.others))
            return replace(step, draft=draft)
        if step.kind is StepKind.ASK:
            one = self._ranked[step.person]
            return replace(step, reason=one.why, draft=self._draft(lambda by: by.ask(one.contact)))
        if step.kind is StepKind.GIVE:
            return replace(step, draft=self._draft(lambda by: self._offer(step.person, by)))
        return step

    def _offer(self, who: str, by: Composer) -> Draft:
        contact, gift = self.search.contacts[who], self._gifts[who]
        return free_letter(Purpose.GIVE, contact, self.kept, by, gift=gift).draft

    def _draft(self, write: Callable[[Composer], Draft | None]) -> Draft | None:
        return unlike(self.composer, write, self._said)

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

    def new_asks(self, *, busy: set[str]) -> list[Step]:
        """New asks up to her pace; those already sent today count."""
        ranked = self.asks.ranked(pace=self.wishes.pace, busy=busy, first=self.aside.first)
        self._ranked = {one.contact.id: one for one in ranked}
        return [Step(StepKind.ASK, one.contact.id, "") for one in ranked]

    def giving(self, *, busy: set[str]) -> list[Step]:
        """One way to give back, at most, with its reason; another one each day."""
        found = gift_of_the_day(self.kept, today=self.today, busy=busy)
        self._gifts = {found[0]: found[1]} if found else {}
        return [Step(StepKind.GIVE, who, gift.idea) for who, gift in self._gifts.items()]

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
