"""The record of a search in order: who wrote to whom, by person and by thread. Every room of the method reads it."""

import hashlib
import re
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.days import Calendar
from askwell.domain.entries import doubles
from askwell.domain.messages import Channel, Direction, Interaction, Writer
from askwell.domain.search import Search
from askwell.domain.unanswered import question_in

SPOKEN = frozenset({Channel.PHONE, Channel.MEETING})
HERS = frozenset({CueType.ASK, CueType.THANKS, CueType.CLOSED})
DRAWING_IN = (*sorted(HERS), CueType.INTRODUCTION, CueType.REFERRAL, CueType.MEETING)
Told = tuple[Interaction, Cue]
QUESTIONS_WAIT = timedelta(days=60)  # an older one is answered best by writing anew
FEW = 3  # others in a message: in a larger circle a question may be for anybody
_CALL = re.compile(r"\b(?:phone )?calls?\b|\btele(?:ph|f)on|\banruf\b|\bappel\b|\bllamada\b", re.IGNORECASE)
_GRATITUDE = re.compile(
    r"\b(?:thank\w*|thx|grateful|gratitude|appreciate\w*|danke\w*|dankbar|merci|gracias|grazie|obrigad[oa])\b",
    re.IGNORECASE,
)


def stable_id(kind: str, *events: str) -> str:
    """An opaque id that stays the same as long as the events it rests on are the same."""
    return kind[0] + hashlib.sha256("\x1f".join((kind, *events)).encode()).hexdigest()[:15]


def noted_first(interactions: Iterable[str]) -> str:
    """Of several that are one event, the one she noted or brought in first: ids count up.

    What rests on it keeps its name when an older letter about the same comes in later, or a note about it is added.
    """
    return min(interactions, key=lambda one: (len(one), one))


def moment(interaction: Interaction) -> datetime:
    """When it was over: the end of a talk, else when it was written."""
    return interaction.end or interaction.at


def base_subject(subject: str) -> str:
    """A subject without its Re:, AW:, Fwd: and the like, in lower case."""
    words, at = subject.strip(), 0
    while (cut := words.find(":", at, at + 5)) > at and words[at:cut].isalpha():
        at = cut + 1
        while words[at : at + 1].isspace():
            at += 1
    return words[at:].casefold()


def confirmed(cues: Iterable[Cue]) -> bool:
    """Whether she said yes to each of them."""
    return all(cue.answer is Answer.YES for cue in cues)


@dataclass(frozen=True, eq=False)
class Record:
    """A search as it stood at `now`, indexed. Build it with `Record.of`."""

    search: Search
    now: datetime
    calendar: Calendar

    @classmethod
    def of(cls, search: Search, *, now: datetime, calendar: Calendar | None = None) -> "Record":
        """The record as of `now`; without a calendar, in the zone and country of her goals."""
        own = Calendar(search.goals.zone or "UTC", search.goals.country)
        clock = calendar or own
        return cls(search=search.as_of(now, today=clock.day(now)), now=now, calendar=clock)

    @cached_property
    def past(self) -> tuple[Interaction, ...]:
        """What took place in the search, oldest first: no cancelled meeting, none still to come."""
        begin = self.calendar.start_of(self.search.since) if self.search.since else None
        kept = (i for i in self.search.interactions if not i.cancelled and moment(i) <= self.now)
        return tuple(sorted((i for i in kept if begin is None or i.at >= begin), key=moment))

    @cached_property
    def _with(self) -> dict[str, list[Interaction]]:
        found: dict[str, list[Interaction]] = {}
        for interaction in self.past:
            for person in dict.fromkeys(interaction.people):
                found.setdefault(person, []).append(interaction)
        return found

    @property
    def people(self) -> Collection[str]:
        """Everybody she had to do with in the search."""
        return self._with.keys()

    @cached_property
    def spoken(self) -> tuple[Interaction, ...]:
        """Calls and meetings, oldest first."""
        return tuple(i for i in self.past if i.channel in SPOKEN)

    @cached_property
    def _threads(self) -> dict[str, list[Interaction]]:
        found: dict[str, list[Interaction]] = {}
        for interaction in self.past:
            if interaction.thread:
                found.setdefault(interaction.thread, []).append(interaction)
        return found

    @cached_property
    def _by_type(self) -> dict[CueType, list[Told]]:
        found: dict[CueType, list[Told]] = {}
        for interaction in self.past:
            for cue in self.search.cues_of.get(interaction.id, ()):
                found.setdefault(cue.type, []).append((interaction, cue))
        return found

    def cues(self, *types: CueType) -> list[Told]:
        """The cues of these types, each with its interaction, oldest first."""
        found = [told for kind in types for told in self._by_type.get(kind, ())]
        return sorted(found, key=lambda told: moment(told[0])) if len(types) > 1 else found

    def thread(self, interaction: Interaction) -> list[Interaction]:
        """The conversation it belongs to, oldest first; itself alone where that is unknown."""
        return self._threads.get(interaction.thread, [interaction]) if interaction.thread else [interaction]

    def types(self, interaction: Interaction) -> frozenset[CueType]:
        return frozenset(cue.type for cue in self.search.cues_of.get(interaction.id, ()))

    def between(self, contact: str) -> list[Interaction]:
        """All that took place with a contact, in company or alone."""
        return self._with.get(contact, [])

    def heard(self, contact: str, *, after: datetime) -> list[Interaction]:
        """What the contact wrote or said after a moment; absences and bounces are a machine's."""
        return [i for i in self.between(contact) if i.at > after and self._speaks(i, contact)]

    def sent(self, contact: str, *, after: datetime) -> list[Interaction]:
        """What she wrote or said to the contact after a moment, with others in copy or not."""
        return [i for i in self.between(contact) if i.at > after and i.direction is not Direction.IN]

    def talks(self, contact: str, *, after: datetime) -> list[Interaction]:
        """Calls and meetings with the contact that began after a moment, in company too."""
        return [
            i for i in self.between(contact) if i.at > after and i.channel in SPOKEN and _both(i) and not i.recurring
        ]

    def told(self, contact: str, types: Container[CueType], *, since: datetime) -> Interaction | None:
        """The first message to the contact, at or after `since`, that does one of these (thanks, closed …)."""
        for interaction in self.between(contact):
            if interaction.at < since or interaction.direction is Direction.IN:
                continue
            for cue in self.search.cues_of.get(interaction.id, ()):
                if cue.type in types and (not any(cue.contacts) or contact in cue.contacts):
                    return interaction
        return None

    def closed(self, contact: str, *, since: datetime) -> Interaction | None:
        """The first message that tells the contact what came of it; thanks with the outcome in it do so too."""
        told = self.told(contact, {CueType.CLOSED}, since=since)
        thanks = (i for i in self.between(contact) if i.at >= since and i.direction is not Direction.IN)
        both = next((i for i in thanks if {CueType.THANKS, CueType.OUTCOME} <= self.types(i)), None)
        return min((i for i in (told, both) if i), key=moment, default=None)

    def thanked(self, contact: str, *, since: datetime) -> Interaction | None:
        """The first message that thanks the contact; one that tells what came of it and has a word of thanks does."""
        told = self.told(contact, {CueType.THANKS}, since=since)
        closing = (i for i in self.between(contact) if i.at >= since and i.direction is not Direction.IN)
        kind = (i for i in closing if CueType.CLOSED in self.types(i) and _GRATITUDE.search(i.text))
        return min((i for i in (told, next(kind, None)) if i), key=moment, default=None)

    @cached_property
    def doubles(self) -> Mapping[str, str]:
        """Entries by hand of what she sent, each with the message of her mail that is the same one."""
        return doubles(self.past, between=self.between, types=self.types)

    @cached_property
    def drawn_in(self) -> frozenset[str]:
        """Whom the search has to do with: asked, thanked or told by her, pointing or pointed to, or to be met."""
        found: set[str] = set()
        for interaction, cue in self.cues(*DRAWING_IN):
            sent = interaction.direction is not Direction.IN
            if sent is (cue.type in HERS) or cue.type is CueType.MEETING:
                found.update(interaction.people, cue.contacts)
        return frozenset(found)

    @cached_property
    def questions(self) -> dict[str, tuple[Interaction, str]]:
        """By contact, their last message that waits for her answer, and the sentence that does."""
        found = ((contact, self._waits_for_her(contact)) for contact in self._with)
        return {contact: waits for contact, waits in found if waits}

    def _waits_for_her(self, contact: str) -> tuple[Interaction, str] | None:
        """Their latest question since she last wrote to them or saw them, unless she said that it needs no answer."""
        for interaction in reversed(self.between(contact)):
            if interaction.direction is not Direction.IN or self.now - interaction.at > QUESTIONS_WAIT:
                return None
            if interaction.other != contact or len(interaction.people) > FEW or self.is_machine(interaction):
                continue
            if CueType.ASK in self.search.denied.get(interaction.id, ()):
                return None
            said = question_in(interaction.text, agreed=CueType.MEETING in self.types(interaction))
            if said:
                return interaction, said
        return None

    def is_machine(self, interaction: Interaction) -> bool:
        """Whether a machine wrote it: a bounce, an absence, a ticket."""
        return interaction.writer is not Writer.PERSON or CueType.AUTO in self.types(interaction)

    def _speaks(self, interaction: Interaction, contact: str) -> bool:
        if _both(interaction):
            return not interaction.recurring
        return (
            interaction.direction is Direction.IN and interaction.other == contact and not self.is_machine(interaction)
        )


def _both(interaction: Interaction) -> bool:
    return interaction.direction is Direction.BOTH


def is_by_hand(interaction: Interaction) -> bool:
    """Whether she entered it herself."""
    return interaction.origin is None


def is_call(interaction: Interaction) -> bool:
    """Whether they spoke and did not meet: by its channel, or by its title in the calendar."""
    return is_a_call(interaction.channel, interaction.subject)


def is_a_call(channel: Channel, title: str) -> bool:
    """The same by its channel and title."""
    return channel is Channel.PHONE or bool(_CALL.search(title))


def is_one_to_one(interaction: Interaction) -> bool:
    return not interaction.group and len(set(interaction.people)) == 1
