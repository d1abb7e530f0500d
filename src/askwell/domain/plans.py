"""What the method makes of a search: ways, asks, help, referrals, promises, steps. All derived, never stored."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from askwell.domain.goals import Need
from askwell.domain.people import Origin


class WayKind(StrEnum):
    """Kinds of help, best first."""

    INSIDER = "insider"
    FORMER_INSIDER = "former-insider"
    IN_THE_ROLE = "in-the-role"
    HIRES = "hires"
    CONNECTOR = "connector"
    SAME_FIELD = "same-field"
    SAME_PLACE = "same-place"
    FELLOW = "fellow"
    KNOWS_YOU = "knows-you"
    OUTSIDE_EYES = "outside-eyes"


@dataclass(frozen=True, slots=True)
class Way:
    """A way this contact can help, with its reason in a sentence the seeker would accept."""

    kind: WayKind
    reason: str


class AskState(StrEnum):
    SENT = "sent"
    ANSWERED = "answered"
    DECLINED = "declined"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to one contact; `interactions` are the messages that carry it (the same ask found twice is one).

    `bounced` is true where the last of them came back undelivered.
    """

    id: str
    to: str
    at: datetime
    state: AskState
    need: str = ""
    guess: bool | None = None
    confirmed: bool = True
    nudged: tuple[datetime, ...] = ()
    answered_by: str = ""
    interactions: tuple[str, ...] = ()
    bounced: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """Something a contact did; a referral is one too. `thanked` and `closed` name the interaction that did it.

    `kind` is help, talk or referral. `began` is the end of the talk in which it was given, where words came after it;
    `interactions` are all that carry it.
    """

    id: str
    by: str
    at: datetime
    what: str
    kind: str
    interaction: str = ""
    thanked: str = ""
    closed: str = ""
    confirmed: bool = True
    evidence: Origin | None = None
    began: datetime | None = None
    interactions: tuple[str, ...] = ()

    @property
    def since(self) -> datetime:
        """From when the 24 hours count: the message, or the end of the talk, that gave the help."""
        return self.began or self.at


class FavorKind(StrEnum):
    """The columns of the ledger, from the seeker's side.

    Pledged is what others offered her and did not do yet; offered, what she said in a letter that she would do.
    """

    GIVEN = "given"
    RECEIVED = "received"
    PLEDGED = "pledged"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Favor:
    """One line of the ledger: a help one did for the other.

    Of an offer, `accepted` is when she took it up or last wrote about it, `chased` the interaction that reminded of it,
    and it is `settled` once a talk about it is agreed or it was taken back.
    """

    id: str
    kind: FavorKind
    who: str
    at: datetime
    what: str
    interaction: str = ""
    confirmed: bool = True
    accepted: datetime | None = None
    chased: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    given: int = 0
    received: int = 0
    pledged: int = 0
    offered: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """The go-ahead within the few real limits, said with her own numbers."""

    allowed: bool
    say: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a help or referral, as the record has it: when it was known, and a sentence that says it."""

    at: datetime
    say: str
    interaction: str = ""


class ReferralKind(StrEnum):
    """Weakest first."""

    NAME = "name"
    USE_MY_NAME = "use-my-name"
    INTRODUCTION = "introduction"
    FORWARDED = "forwarded"
    EMPLOYEE_REFERRAL = "employee-referral"


class ReferralStage(StrEnum):
    NAMED = "named"
    CONVERSATION = "conversation"
    DECIDER = "decider"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Referral:
    """A person or team that `referrer` volunteered; `person` is a contact id or "", `name` as it was said."""

    id: str
    kind: ReferralKind
    stage: ReferralStage
    referrer: str
    person: str
    name: str
    at: datetime
    confirmed: bool
    interaction: str = ""
    evidence: Origin | None = None
    interactions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A referral in the tree, with those that grew from the person it led to."""

    referral: Referral
    further: tuple["Branch", ...] = ()


class PromiseKind(StrEnum):
    THANK = "thank"
    ACT = "act"
    REPORT = "report"
    CLOSE = "close"
    NUDGE = "nudge"


class PromiseState(StrEnum):
    OWED = "owed"
    KEPT = "kept"
    DROPPED = "dropped"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Promise:
    """What the seeker owes to `to`, because of `events` (ids of help, referral, ask or application); instants UTC.

    `about` is the contact whose answer, or the help whose outcome, it is about ("" where none). `name` is who it is
    to where that is no contact yet (`to` is "" then). `kept` names the interaction that kept it. `rests` tells that it
    is owed and need not be done now, for she has landed; `landing`, that it is the news of just that.
    """

    id: str
    kind: PromiseKind
    to: str
    because: str
    since: datetime
    due: datetime
    state: PromiseState
    confirmed: bool
    events: tuple[str, ...] = ()
    about: str = ""
    name: str = ""
    kept: str = ""
    rests: bool = False
    landing: bool = False


class DraftKind(StrEnum):
    ASK = "ask"
    NUDGE = "nudge"
    THANKS = "thanks"
    CLOSE_LOOP = "close-loop"
    REFERRED = "referred"
    LANDED = "landed"


@dataclass(frozen=True, slots=True)
class Draft:
    """The message before the seeker sends it. `missing` are the lines that only she can supply."""

    kind: DraftKind
    channel: str
    subject: str
    text: str
    need: Need | None = None
    missing: tuple[str, ...] = ()


class StepKind(StrEnum):
    THANK = "thank"
    ACT = "act"
    REPORT = "report"
    CLOSE = "close"
    OUTCOME = "outcome"
    PREPARE = "prepare"
    DEBRIEF = "debrief"
    NUDGE = "nudge"
    ASK = "ask"
    GIVE = "give"
    START = "start"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing in Today, with its reason in words and, where there is something to send, a draft.

    `also` are further promises to the same person that the one letter holds, as (kind, id). `later` tells that she
    put it at the end of the day.
    """

    kind: StepKind
    person: str
    reason: str
    draft: Draft | None = None
    promise: str = ""
    also: tuple[tuple[StepKind, str], ...] = ()
    later: bool = False

    @property
    def key(self) -> str:
        """What names this step from one look at the day to the next: its promise, else what it is and with whom."""
        return step_key(self.kind, self.person, promise=self.promise)

    @property
    def promises(self) -> tuple[str, ...]:
        """The ids of all promises that the step keeps, the one it is called after first."""
        return (self.promise, *(promise for _, promise in self.also)) if self.promise else ()


def step_key(kind: StepKind, person: str, *, promise: str = "") -> str:
    """The key of a step: the id of its promise, which no merge changes, else its kind and the person's id."""
    return promise or (f"{kind}-{person}" if person else str(kind))


@dataclass(frozen=True, slots=True)
class Finding:
    """What `check` says of a draft: the span in code points, half-open; a missing thing has start = end."""

    rule: str
    tip: int
    start: int
    end: int
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Day:
    """The order of one day, in the seeker's zone. `rests` tells that she made it a day of rest."""

    date: date
    steps: tuple[Step, ...] = field(default=())
    rests: bool = False
