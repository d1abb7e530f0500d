"""What she did in the last four weeks, counted from the record: asks, talks, gatherings, promises, favors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from askwell.domain.books import Books
from askwell.domain.cues import Answer, CueType
from askwell.domain.goals import Status
from askwell.domain.messages import Direction, Interaction
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Ask, AskState, Promise, PromiseKind, PromiseState
from askwell.domain.threads import SPOKEN, is_one_to_one, moment
from askwell.guide.clear_asks import is_clear
from askwell.identity.employers import Employers
from askwell.identity.involved import is_interview, is_private
from askwell.method.openness import states_status

DAYS = 28
SHORTEST = timedelta(days=7)  # of a search that has just begun, the first week is held to be a whole one
LED_TO_A_TALK = timedelta(days=21)  # before a talk, an ask is taken to be what it was about
FULL_WEEK = 15  # people asked a week by somebody who searches hard (evidence.md section 6: 8 to 20)
LEAST_WEEK = 5  # however small a pace she chose
WORKING_WEEK = 5
FAR = frozenset({Tie.BARELY, Tie.NEW})


@dataclass(frozen=True, slots=True)
class Behavior:
    """Counts of `weeks` weeks. `full` is how many asks a week are a full pace.

    `alone` and `together` are asks and talks with one person and with several, `gatherings` are other events with
    several people. `first` are first messages whose words are known, `stated` those of them that state the status.
    `people` were asked or spoken to: `new` for the first time in this search, `far` barely known, unseen for years or
    named by somebody, `targets` at a company she named. Promises fell `due`, and were kept `on_time` or `late`;
    reminders apart, for they weigh less.
    """

    weeks: float = DAYS / 7
    full: float = FULL_WEEK
    asks: int = 0
    clear: int = 0
    talks: int = 0
    prepared: int = 0
    together: int = 0
    gatherings: int = 0
    discreet: bool = False
    first: int = 0
    stated: int = 0
    people: int = 0
    new: int = 0
    far: int = 0
    targets: int = 0
    has_targets: bool = True
    due: int = 0
    on_time: int = 0
    late: int = 0
    reminders_due: int = 0
    reminded: int = 0
    received: int = 0
    given: int = 0
    conversations: int = 0
    referrals: int = 0

    @property
    def acts(self) -> int:
        """Asks, talks and gatherings: what there is to measure."""
        return self.asks + self.talks + self.gatherings

    @property
    def alone(self) -> int:
        return self.asks + self.talks - self.together


def behavior(kept: Books, promises: Iterable[Promise], *, pace: int | None = None) -> Behavior:
    """What is counted of the 28 days before the moment of the books; `pace` is the asks a day that she wished for."""
    return _Reader(kept, pace=pace).read(tuple(promises))


class _Reader:
    """What the counts are read from."""

    def __init__(self, kept: Books, *, pace: int | None) -> None:
        self.kept = kept
        self.record = kept.record
        self.now = kept.record.now
        self.begin = self.now - timedelta(days=DAYS)
        self.pace = pace
        self.asks = [ask for ask in kept.asks if ask.at >= self.begin]

    def read(self, promises: tuple[Promise, ...]) -> Behavior:
        goals = self.record.search.goals
        return Behavior(
            weeks=self._weeks(),
            full=FULL_WEEK if self.pace is None else min(FULL_WEEK, max(LEAST_WEEK, WORKING_WEEK * self.pace)),
            asks=len(self.asks),
            clear=sum(map(self._is_clear, self.asks)),
            talks=len(self.talks),
            prepared=sum(map(self._is_prepared, self.talks)),
            together=sum(self._carried(ask).group for ask in self.asks),
            gatherings=sum(map(self._is_gathering, self.lately)),
            discreet=goals.status is Status.EMPLOYED,
            **self._openness(),
            **self._reach(),
            has_targets=bool(goals.companies),
            **self._kept(promises),
            received=sum(one.confirmed and one.at >= self.begin for one in self.kept.helps),
            given=len(set(self._given())),
            conversations=len(set(self._conversations())),
            referrals=sum(one.confirmed and one.at >= self.begin for one in self.kept.referrals),
        )

    def _weeks(self) -> float:
        """Since she first asked, met or wrote to somebody, at most four."""
        first = next((one.at for one in self.record.past if one.direction is not Direction.IN), self.now)
        return max(SHORTEST, self.now - max(first, self.begin)) / timedelta(days=7)

    @cached_property
    def lately(self) -> list[Interaction]:
        return [one for one in self.record.past if moment(one) >= self.begin and one.id not in self.record.doubles]

    def _carried(self, ask: Ask) -> Interaction:
        return self.record.search.by_id[ask.interactions[0]]

    def _is_clear(self, ask: Ask) -> bool:
        return is_clear(self.record.search, ask)

    @cached_property
    def _asked_before(self) -> dict[str, list[Ask]]:
        found: dict[str, list[Ask]] = {}
        for ask in self.kept.asks:
            found.setdefault(ask.to, []).append(ask)
        return found

    @cached_property
    def _of_the_search(self) -> frozenset[str]:
        led = {one.person for one in self.kept.referrals} | {one.referrer for one in self.kept.referrals}
        return frozenset(self.record.drawn_in | self._asked_before.keys() | led | {one.by for one in self.kept.helps})

    @cached_property
    def talks(self) -> list[Interaction]:
        """Calls and meetings with one person whom the search has to do with, once a day; interviews are no talks."""
        found = {
            (one.other, self.record.calendar.day(one.at)): one
            for one in self.lately
            if one.channel in SPOKEN and one.direction is Direction.BOTH and not one.recurring
            if is_one_to_one(one) and one.other in self._of_the_search and not is_interview(one)
        }
        return list(found.values())

    def _is_prepared(self, talk: Interaction) -> bool:
        """Whether it came of a question of hers, or has one in its own words."""
        asked = self._asked_before.get(talk.other or "", ())
        led = (ask for ask in asked if timedelta() <= talk.at - ask.at <= LED_TO_A_TALK)
        return any(map(self._is_clear, led)) or "?" in f"{talk.subject} {talk.text}"

    def _is_gathering(self, one: Interaction) -> bool:
        spoken = one.channel in SPOKEN and one.direction is Direction.BOTH
        return spoken and not is_one_to_one(one) and not is_interview(one) and not is_private(one)

    def _openness(self) -> dict[str, int]:
        """First messages with an ask, of which the words are known."""
        texts = [one.text for one in map(self._carried, self.asks) if one.text.strip() and self._is_first(one)]
        return {"first": len(texts), "stated": sum(map(states_status, texts))}

    def _is_first(self, one: Interaction) -> bool:
        before = self.record.between(one.other or "")
        return not any(other.direction is not Direction.IN and moment(other) < one.at for other in before)

    def _reach(self) -> dict[str, int]:
        met = dict.fromkeys([*(ask.to for ask in self.asks), *(talk.other or "" for talk in self.talks)])
        people = [contact for one in met if (contact := self.record.search.contacts.get(one))]
        targets = Employers(self.record.search.goals.companies)
        return {
            "people": len(people),
            "new": sum(self._is_new(one.id) for one in people),
            "far": sum(map(self._is_far, people)),
            "targets": sum(bool(targets.match(one.company)) for one in people),
        }

    def _is_new(self, contact: str) -> bool:
        """Whether she had not asked or spoken to them in this search before."""
        before = (one for one in self.record.between(contact) if one.at < self.begin)
        return not any(one.direction is not Direction.IN for one in before)

    def _is_far(self, contact: Contact) -> bool:
        """Barely known, unseen for years, or named by somebody; also where it is this search that made them known."""
        if contact.tie in FAR or contact.dormant or contact.id in self._named:
            return True
        heard = sum(
            one.direction is Direction.IN and one.other == contact.id for one in self.record.between(contact.id)
        )
        return contact.tie is Tie.KNOWN and 0 < contact.received <= heard

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(one.person for one in self.kept.referrals if one.confirmed and one.person)

    def _kept(self, promises: tuple[Promise, ...]) -> dict[str, int]:
        """Promises that fell due in these days, or were made and kept in them; what she let go of is no promise."""
        found = {"due": 0, "on_time": 0, "late": 0, "reminders_due": 0, "reminded": 0}
        for one in promises:
            at = self._kept_at(one)
            if one.confirmed and (at is not None or one.state is PromiseState.OWED) and self._counts(one, at):
                reminder = one.kind is PromiseKind.NUDGE
                found["reminders_due" if reminder else "due"] += 1
                if at is not None:
                    found["reminded" if reminder else "on_time" if at <= one.due else "late"] += 1
        return found

    def _kept_at(self, promise: Promise) -> datetime | None:
        """When she kept it; what ended by a no or a help of theirs is none of hers, kept or late."""
        by = self.record.search.by_id.get(promise.kept) if promise.state is PromiseState.KEPT else None
        return moment(by) if by and by.direction is not Direction.IN else None

    def _counts(self, promise: Promise, at: datetime | None) -> bool:
        return self.begin <= promise.due <= self.now or (at is not None and self.begin <= promise.since)

    def _given(self) -> Iterator[tuple[str, str]]:
        """Favors she did, by message and person, those she said yes to."""
        for one, cue in self.record.cues(CueType.GIVEN):
            hers = one.direction is not Direction.IN and one.id not in self.record.doubles
            if hers and moment(one) >= self.begin and cue.answer is Answer.YES:
                yield from ((one.id, who) for who in cue.contacts or one.people if who)

    def _conversations(self) -> Iterator[str]:
        """Whom she came into conversation with: they answered with something, or she spoke with them."""
        yield from (talk.other or "" for talk in self.talks)
        yield from (ask.to for ask in self.asks if ask.state is AskState.ANSWERED)
        yield from (one.by for one in self.kept.helps if one.confirmed and one.at >= self.begin)
