"""Cues: what a message tells us, with the sentence that says so; a yes or no of the seeker makes it count or not."""

from dataclasses import dataclass
from enum import StrEnum


class CueType(StrEnum):
    """The labels of a message. `outcome` comes only by hand: what a help led to, in the seeker's words."""

    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    OFFER = "offer"
    HELP = "help"
    DECLINE = "decline"
    MEETING = "meeting"
    AUTO = "auto"
    ASK = "ask"
    THANKS = "thanks"
    CLOSED = "closed"
    GIVEN = "given"
    OUTCOME = "outcome"


class Answer(StrEnum):
    WAITING = "waiting"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing a message tells.

    `people` holds addresses if the message has them, else names as they stand; `contacts` the contact ids they
    resolve to ("" where nobody is known). `evidence` is the sentence. `confidence` is 0 to 1. `about` is the need's
    question for an ask, the kind for a referral, what it was for a help entered by hand. `guess` is the seeker's own
    guess before an ask was sent. `id` and `interaction` are set once it is stored.
    """

    type: CueType
    people: tuple[str, ...] = ()
    evidence: str = ""
    confidence: float = 1.0
    id: str = ""
    interaction: str = ""
    contacts: tuple[str, ...] = ()
    answer: Answer = Answer.WAITING
    about: str = ""
    guess: bool | None = None
