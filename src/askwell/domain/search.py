"""The search: everything that is known about one period of looking, as one value the pure rooms work on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.goals import Goals
from askwell.domain.messages import Channel, Interaction
from askwell.domain.people import Contact, Origin

FIRST_ZONE = timedelta(hours=14)  # where a day begins first on earth


class Phase(StrEnum):
    PREPARING = "preparing"
    ACTIVE = "active"
    PAUSED = "paused"
    LANDED = "landed"


class Stage(StrEnum):
    """How far an application has come."""

    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    SECOND = "second"
    OFFER = "offer"
    REJECTED = "rejected"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Application:
    """An application; `updated` is when its stage was last heard of; `via` and `note` are as the seeker wrote them."""

    id: str
    company: str
    title: str
    stage: Stage = Stage.APPLIED
    applied: date | None = None
    updated: date | None = None
    contact: str = ""
    via: str = ""
    note: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A job change of a contact, seen when her connections were brought in again `at` a moment; `before` is the company
    they were at, the same one where only the title is new.
    """

    contact: str
    company: str
    title: str
    before: str
    at: datetime


@dataclass(frozen=True)
class Search:
    """What the store knows of one seeker's search.

    `interactions` are those since `since` (oldest first, planned meetings too), `cues` theirs, without those answered
    no. `contacts` is keyed by id and holds no merged-away contact. `dropped` maps promise ids to the reason.
    `landed` is the moment the seeker landed, UTC. `refused` are interactions of which she said that they bring no
    referral, so that none is made from their thread either. `denied` tells by interaction what she said no to. `moves`
    are job changes of the last weeks. `left_out` are people she wants nothing to do with in Today, each with the day
    on which they are back.
    """

    goals: Goals = field(default_factory=Goals)
    since: date | None = None
    phase: Phase = Phase.ACTIVE
    landed: datetime | None = None
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    interactions: tuple[Interaction, ...] = ()
    cues: tuple[Cue, ...] = ()
    applications: tuple[Application, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    denied: Mapping[str, frozenset[CueType]] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    left_out: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Interaction]:
        return {interaction.id: interaction for interaction in self.interactions}

    @cached_property
    def cues_of(self) -> dict[str, tuple[Cue, ...]]:
        """Cues by interaction."""
        found: dict[str, list[Cue]] = {}
        for cue in self.cues:
            if cue.answer is not Answer.NO:
                found.setdefault(cue.interaction, []).append(cue)
        return {key: tuple(cues) for key, cues in found.items()}

    def as_of(self, now: datetime, *, today: date | None = None) -> "Search":
        """The search as it stood at `now` (aware): later events do not count, save meetings still to come.

        `today` is the seeker's day; where it is not told, what is of today anywhere on earth counts.
        """
        last = today or (now + FIRST_ZONE).date()
        kept = tuple(i for i in self.interactions if i.at <= now or i.channel is Channel.MEETING)
        ids = {i.id for i in kept}
        still_looking = self.landed is not None and self.landed > now
        return replace(
            self,
            interactions=kept,
            cues=tuple(c for c in self.cues if c.interaction in ids),
            applications=tuple(_as_of(a, last) for a in self.applications if a.applied is None or a.applied <= last),
            moves=tuple(one for one in self.moves if one.at <= now),
            phase=Phase.ACTIVE if still_looking else self.phase,
            landed=None if still_looking else self.landed,
        )


def _as_of(application: Application, day: date) -> Application:
    """An application as it stood on a day: of a stage that was heard of later nothing is known yet."""
    if application.updated is None or application.updated <= day:
        return application
    return replace(application, stage=Stage.APPLIED, updated=None)
