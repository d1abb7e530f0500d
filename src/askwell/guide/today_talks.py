"""The meetings of the search in a day: what is to come, to prepare; what was, to be noted while it is fresh."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property

from askwell.domain.days import Calendar
from askwell.domain.messages import Direction, Interaction
from askwell.domain.plans import Step, StepKind
from askwell.domain.threads import SPOKEN, is_call, moment
from askwell.guide.drafts import Composer
from askwell.guide.drafts.dates import when
from askwell.identity.greeted import greeted
from askwell.identity.involved import is_interview, is_private
from askwell.method.favors import Books


class Talks:
    """The talks that the books of the search know of."""

    def __init__(self, kept: Books, composer: Composer, now: datetime, calendar: Calendar) -> None:
        self.kept = kept
        self.search = kept.record.search
        self.composer = composer
        self.now = now
        self.today = calendar.day(now)
        self.calendar = calendar

    def steps(self) -> Iterator[Step]:
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
        """Whether a meeting is about the search: an interview, or with somebody asked, referred or helping.

        Nothing of the family's is, whoever comes along.
        """
        spoken = talk.channel in SPOKEN and talk.direction is Direction.BOTH and talk.people
        if not spoken or talk.cancelled or talk.recurring or talk.origin is None or is_private(talk):
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
        if is_interview(talk):
            return f"How did {self._interview(talk)} go? It was {when(day, self.today)}{about}."
        did = "spoke" if is_call(talk) else "met"
        return f"You {did} {when(day, self.today)}{about}. What did you hear, and which names came up?"

    def _interview(self, talk: Interaction) -> str:
        contact = self.search.contacts.get(talk.people[0])
        who = greeted(contact, self.kept.record) if contact else ""
        return f"the interview with {who}" if who else "the interview"
