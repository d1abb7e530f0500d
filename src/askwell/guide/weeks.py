"""One week of a search, Monday to Sunday where she lives: whom she asked, thanked and met, and what came in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from askwell.domain.cues import Answer, CueType
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.plans import Ask, Referral
from askwell.domain.search import Application, Stage
from askwell.domain.threads import is_call
from askwell.guide.drafts.phrases import listed
from askwell.guide.drafts.record import question_of
from askwell.guide.story_words import BY, POINTED
from askwell.identity.involved import is_interview
from askwell.method.favors import Books

DAYS = 7
MOST = 3  # names of a meeting that stand in a line


class Did(StrEnum):
    """What she did in a week, in the order it is counted."""

    ASKED = "asked"
    REMINDED = "reminded"
    THANKED = "thanked"
    TOLD = "told"
    GAVE = "gave"
    MET = "met"
    APPLIED = "applied"


class Came(StrEnum):
    """What came in."""

    ANSWER = "answer"
    HELP = "help"
    REFERRAL = "referral"
    NEWS = "news"


VERBS = {
    Did.ASKED: "asked {}",
    Did.REMINDED: "reminded {}",
    Did.THANKED: "thanked {}",
    Did.TOLD: "told {} what came of it",
    Did.GAVE: "gave {} something back",
}
CUES = {CueType.THANKS: Did.THANKED, CueType.CLOSED: Did.TOLD, CueType.GIVEN: Did.GAVE}
# In a record that is hers, to be handed on, she speaks of herself.
TO_ME = {kind: re.sub(r"\byou\b", "me", re.sub(r"\byour\b", "my", words)) for kind, words in POINTED.items()}
STAGES = {
    Stage.SCREEN: "{} asked for a first talk",
    Stage.INTERVIEW: "{} asked me to an interview",
    Stage.SECOND: "{} asked me to a second round",
    Stage.OFFER: "{} made me an offer",
    Stage.REJECTED: "{} decided for somebody else",
}
ANSWERS = frozenset({CueType.OFFER, CueType.DECLINE, CueType.MEETING})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a week in a sentence: when, with whom (`person` "" where no contact), by which channel.

    `about` is the question that was asked, for her own eyes. A day without an hour is one of an application.
    """

    day: date
    at: datetime | None
    kinds: tuple[Did | Came, ...]
    said: str
    person: str = ""
    name: str = ""
    company: str = ""
    channel: Channel | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday; `hers` are what she did, `came` what came in, each in time's order, and how many of each."""

    monday: date
    name: str
    hers: tuple[Line, ...]
    came: tuple[Line, ...]
    done: dict[Did, int]
    heard: dict[Came, int]

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(days=number) for number in range(DAYS))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week(kept: Books, day: date) -> Week:
    """The week that a day of hers is in."""
    monday = monday_of(day)
    reader = _Reader(kept, monday)
    hers = tuple(sorted((*reader.hers(), *reader.applied()), key=_order))
    came = tuple(sorted((*reader.came(), *reader.news()), key=_order))
    done, heard = Counter(k for one in hers for k in one.kinds), Counter(k for one in came for k in one.kinds)
    return Week(
        monday=monday,
        name=kept.record.search.goals.name,
        hers=hers,
        came=came,
        done={kind: done[kind] for kind in Did},
        heard={kind: heard[kind] for kind in Came},
    )


def _order(line: Line) -> tuple[date, float, str]:
    return line.day, line.at.timestamp() if line.at else 0.0, line.said


class _Reader:
    """What a week is read from."""

    def __init__(self, kept: Books, monday: date) -> None:
        self.kept = kept
        self.record = kept.record
        self.monday = monday
        self.sunday = monday + timedelta(days=DAYS - 1)

    def _interactions(self) -> Iterator[Interaction]:
        """Those of the week, what she noted and her mail holds too once."""
        begin = self.record.calendar.start_of(self.monday)
        end = self.record.calendar.end_of(self.sunday)
        for one in self.record.past:
            if begin <= one.at <= end and one.id not in self.record.doubles:
                yield one

    @cached_property
    def _carried(self) -> dict[str, Ask]:
        """Asks by the message that carries them; an ask noted and found in her mail is one."""
        doubles = self.record.doubles
        return {next((i for i in ask.interactions if i not in doubles), ""): ask for ask in self.kept.asks}

    @cached_property
    def _answered(self) -> set[str]:
        return {ask.answered_by for ask in self.kept.asks if ask.answered_by}

    @cached_property
    def _reminded(self) -> set[tuple[str, datetime]]:
        return {(ask.to, at) for ask in self.kept.asks for at in ask.nudged}

    @cached_property
    def _pointed(self) -> dict[str, list[Referral]]:
        found: dict[str, list[Referral]] = {}
        for referral in self.kept.referrals:
            for interaction in referral.interactions[:1]:
                found.setdefault(interaction, []).append(referral)
        return found

    @cached_property
    def _helped(self) -> set[str]:
        """Messages and talks that helped by what was said; that a talk took place is told by itself."""
        found = {i for one in self.kept.helps if one.kind != "referral" for i in one.interactions}
        by_id = self.record.search.by_id
        return {i for i in found if i in by_id and CueType.HELP in self.record.types(by_id[i])}

    @cached_property
    def _of_the_search(self) -> frozenset[str]:
        asked = {ask.to for ask in self.kept.asks}
        helping = {one.by for one in self.kept.helps}
        return frozenset(self.record.drawn_in | asked | helping)

    def hers(self) -> Iterator[Line]:
        for one in self._interactions():
            if one.direction is not Direction.IN:
                yield from self._did(one)

    def _did(self, one: Interaction) -> Iterator[Line]:
        kinds = tuple(dict.fromkeys(self._kinds(one)))
        if kinds:
            who = [self._name(one), *["them"] * (len(kinds) - 1)]
            verbs = listed(VERBS[kind].format(name) for kind, name in zip(kinds, who, strict=True))
            ask = self._carried.get(one.id)
            yield self._line(
                one,
                kinds,
                f"{verbs} {BY.get(one.channel, 'in person')}",
                about=question_of(ask, self.record) if ask else "",
            )
        elif one.direction is Direction.BOTH and self._is_of_the_search(one):
            yield self._line(one, (Did.MET,), f"{_how_met(one)} {self._everybody(one)}")

    def _kinds(self, one: Interaction) -> Iterator[Did]:
        if one.id in self._carried:
            yield Did.ASKED
        elif (one.other or "", one.at) in self._reminded:
            yield Did.REMINDED
        cues = self.record.search.cues_of.get(one.id, ())
        told = {cue.type for cue in cues if cue.type is not CueType.GIVEN or cue.answer is Answer.YES}
        yield from (did for kind, did in CUES.items() if kind in told)

    def _is_of_the_search(self, one: Interaction) -> bool:
        return not one.recurring and (is_interview(one) or not self._of_the_search.isdisjoint(one.people))

    def came(self) -> Iterator[Line]:
        for one in self._interactions():
            if one.direction is not Direction.OUT:
                yield from self._heard(one)

    def _heard(self, one: Interaction) -> Iterator[Line]:
        pointed = self._pointed.get(one.id, [])
        kinds: list[Did | Came] = [Came.REFERRAL for _ in pointed]
        said = [TO_ME[referral.kind].format(referral.name or "somebody") for referral in pointed]
        if one.id in self._helped:
            kinds.append(Came.HELP)
            said.append("helped me")
        elif not said and (one.id in self._answered or self.record.types(one) & ANSWERS):
            kinds.append(Came.ANSWER)
            said.append("answered")
        if said:
            yield self._line(one, kinds, f"{self._name(one)} {listed(said)}")

    def _name(self, one: Interaction) -> str:
        contact = self.record.search.contacts.get(one.other or "")
        return contact.name if contact else "somebody"

    def _everybody(self, one: Interaction) -> str:
        contacts = self.record.search.contacts
        some = [contacts[person].name for person in one.people if person in contacts]
        return listed([*some[:MOST], *(["others"] if len(some) > MOST else [])]) or "somebody"

    def _line(self, one: Interaction, kinds: Iterable[Did | Came], said: str, *, about: str = "") -> Line:
        contact = self.record.search.contacts.get(one.other or "")
        return Line(
            day=self.record.calendar.day(one.at),
            at=one.at,
            kinds=tuple(kinds),
            said=f"{said[:1].upper()}{said[1:]}.",
            person=contact.id if contact else "",
            name=contact.name if contact else "",
            company=contact.company if contact else "",
            channel=one.channel,
            about=about,
        )

    def applied(self) -> Iterator[Line]:
        for one in self.record.search.applications:
            if one.applied and self.monday <= one.applied <= self.sunday:
                as_what = f" as {one.title}" if one.title else ""
                yield _of_application(one, one.applied, Did.APPLIED, f"Applied to {one.company}{as_what}.")

    def news(self) -> Iterator[Line]:
        for one in self.record.search.applications:
            if one.updated and self.monday <= one.updated <= self.sunday and one.stage in STAGES:
                yield _of_application(one, one.updated, Came.NEWS, f"{STAGES[one.stage].format(one.company)}.")


def _how_met(one: Interaction) -> str:
    if is_interview(one):
        return "had an interview with"
    return "spoke with" if is_call(one) else "met"


def _of_application(one: Application, day: date, kind: Did | Came, said: str) -> Line:
    return Line(day=day, at=None, kinds=(kind,), said=said, company=one.company)
