"""A search told line by line, for tests: who wrote to whom, on which day, and what the message told."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.days import Calendar
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Direction, Interaction, Writer
from askwell.domain.people import Contact, Origin
from askwell.domain.plans import Promise, PromiseState
from askwell.domain.search import Application, Search, Stage
from askwell.method import followup

CALENDAR = Calendar("America/Chicago", "US")
NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
GOALS = Goals(name="Alice Marlowe", zone="America/Chicago", country="US", roles=("Operations Manager",))
Told = CueType | Cue


def on(day: str, *, hour: int = 15) -> datetime:
    """A moment of 2026 from month and day, at 15:00 UTC unless said otherwise."""
    month, number = day.split("-")
    return datetime(2026, int(month), int(number), hour, tzinfo=UTC)


def referral(name: str, contact: str = "", *, kind: CueType = CueType.REFERRAL, about: str = "") -> Cue:
    return Cue(kind, people=(name,), contacts=(contact,), about=about)


@dataclass
class Story:
    contacts: dict[str, Contact] = field(default_factory=dict)
    interactions: list[Interaction] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    applications: list[Application] = field(default_factory=list)
    answer: Answer = Answer.YES
    since: date = date(2026, 1, 1)

    def person(self, key: str, name: str, **facts: Any) -> "Story":
        self.contacts[key] = Contact(id=key, name=name, **facts)
        return self

    def came(self, who: str, day: str, *told: Told, **facts: Any) -> str:
        """A mail from somebody; `cc` are others in it."""
        return self._add(who, day, told, direction=Direction.IN, **facts)

    def went(self, who: str, day: str, *told: Told, **facts: Any) -> str:
        """A mail of hers to somebody."""
        return self._add(who, day, told, direction=Direction.OUT, **facts)

    def met(self, who: str, day: str, *told: Told, **facts: Any) -> str:
        """An hour in the calendar with somebody."""
        facts.setdefault("end", on(day, hour=facts.get("hour", 15)) + timedelta(hours=1))
        facts.setdefault("channel", Channel.MEETING)
        return self._add(who, day, told, direction=Direction.BOTH, **facts)

    def applied(self, company: str, *, stage: Stage, updated: str = "", **facts: Any) -> "Story":
        at = on(updated).date() if updated else None
        facts.setdefault("applied", date(2026, 3, 1))
        made = Application(f"a{len(self.applications)}", company, "Planner", stage=stage, updated=at, **facts)
        self.applications.append(made)
        return self

    def _add(self, who: str, day: str, told: tuple[Told, ...], **facts: Any) -> str:
        key, people = f"i{len(self.interactions)}", (who, *facts.pop("cc", ()))
        by_hand = facts.pop("by_hand", False)
        for person in people:
            self.contacts.setdefault(person, Contact(id=person, name=person.title()))
        made = Interaction(
            id=key,
            at=on(day, hour=facts.pop("hour", 15)),
            channel=facts.pop("channel", Channel.EMAIL),
            people=people,
            group=len(people) > 1,
            thread=facts.pop("thread", "" if by_hand else f"t-{who}"),
            origin=None if by_hand else Origin("mail.mbox", len(self.interactions) + 1, f"<{key}@example.com>"),
            **facts,
        )
        self.interactions.append(made)
        for cue in told:
            one = cue if isinstance(cue, Cue) else Cue(cue)
            answer = self.answer if one.answer is Answer.WAITING else one.answer
            self.cues.append(replace(one, id=f"q{len(self.cues)}", interaction=key, answer=answer))
        return key

    def search(self, **facts: Any) -> Search:
        facts.setdefault("goals", GOALS)
        return Search(
            contacts=dict(self.contacts),
            interactions=tuple(sorted(self.interactions, key=lambda i: i.at)),
            cues=tuple(self.cues),
            applications=tuple(self.applications),
            **facts,
        )

    def promises(self, now: datetime = NOW, **facts: Any) -> list[Promise]:
        return list(followup.promises(self.search(**facts), now, CALENDAR))

    def owed(self, now: datetime = NOW, **facts: Any) -> list[tuple[str, str]]:
        """What is owed, as (kind, to), by due."""
        found = (p for p in self.promises(now, **facts) if p.state is PromiseState.OWED)
        return [(str(p.kind), p.to or p.name) for p in found]


MACHINE = {"writer": Writer.MACHINE}


def of(story: Story, kind: str, to: str = "", *, now: datetime = NOW) -> list[Promise]:
    return [p for p in story.promises(now) if p.kind == kind and (not to or p.to == to)]


def the(story: Story, kind: str, to: str = "", *, now: datetime = NOW) -> Promise:
    (only,) = of(story, kind, to, now=now)
    return only


def interview(story: Story, day: str = "03-24") -> None:
    story.person("jo", "Joanna Petty", addresses=("jo@ostara.example",))
    story.met("jo", day, cc=("vi",), subject="Interview: Planner")
