"""Gifts: what she could do for somebody, derived and never stored."""

from dataclasses import dataclass
from enum import StrEnum


class GiftKind(StrEnum):
    """Ways to give back, the most particular first."""

    PUT_IN_TOUCH = "put-in-touch"
    VACANCY = "vacancy"
    RECOMMENDATION = "recommendation"
    HAND = "hand"
    READING = "reading"
    ASK_BACK = "ask-back"


@dataclass(frozen=True, slots=True)
class Gift:
    """Something she could do for somebody: the idea in a sentence to her, and what it is about.

    `about` is the other person to be put in touch with, the title of a vacancy, or what she is good at; `company` that
    of the other person, of the vacancy, or of whoever gets it.
    """

    kind: GiftKind
    idea: str
    about: str = ""
    company: str = ""
