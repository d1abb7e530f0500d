"""Gifts: what she could do for somebody, derived and never stored."""

from dataclasses import dataclass
from enum import StrEnum


class GiftKind(StrEnum):
    """Ways to give back, the most particular first."""

    CONGRATULATE = "congratulate"
    KEEP_WORD = "keep-word"
    PUT_IN_TOUCH = "put-in-touch"
    VACANCY = "vacancy"
    RECOMMENDATION = "recommendation"
    HAND = "hand"
    READING = "reading"
    ASK_BACK = "ask-back"


class Match(StrEnum):
    """Why two people would gain from meeting, the strongest reason first."""

    SEEKS = "seeks"
    LEADS = "leads"
    PLACE = "place"
    WORK = "work"


PARTICULAR = frozenset({GiftKind.CONGRATULATE, GiftKind.KEEP_WORD, GiftKind.PUT_IN_TOUCH, GiftKind.VACANCY})


@dataclass(frozen=True, slots=True)
class Gift:
    """Something she could do for somebody: the idea in a sentence to her, and what it is about.

    `about` is the other person to be put in touch with, the title of a vacancy, what she is good at, or her own words
    when she offered it; `company` that of the other person, of the vacancy, or of whoever gets it. `match` tells why
    the two should meet, `what` the thing one of them looks for, their shared line of work, or where the other one
    lives; of her own word, the day.
    """

    kind: GiftKind
    idea: str
    about: str = ""
    company: str = ""
    match: Match | None = None
    what: str = ""
