"""Goals: what the seeker looks for, and the needs that follow, each a question."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What the seeker is open about."""

    IN_TRANSITION = "in-transition"
    EMPLOYED = "employed"


class NeedKind(StrEnum):
    INFORMATION = "information"
    ADVICE = "advice"
    FEEDBACK = "feedback"
    FAVOR = "favor"


@dataclass(frozen=True, slots=True)
class Need:
    """What would help now, as a question; `serves` is the role, field, place or company it is for."""

    kind: NeedKind
    question: str
    serves: str = ""


# The author's five questions, by the names under which her answers are kept; several things stand one on a line.
CLARITY = ("manager", "hundred", "ten_minutes", "problems", "say_back")
BY_LINE = frozenset({"problems", "say_back"})


@dataclass(frozen=True, slots=True)
class Position:
    """One job of the seeker's own; a month stands for its first day; `until` None is the current one.

    `own` where she told it herself: that stands before what LinkedIn says of the same company.
    """

    company: str
    title: str
    since: date | None = None
    until: date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Goals:
    """The keys of `goals --set`, and what Profile.csv and Positions.csv filled in. Lists are in the seeker's order.

    `clarity` holds her answers to the five questions (`CLARITY`), `left` the remarks on her status that she set aside.
    `signature` is the one under her newest mail that has one, `signed` the moment of that mail (UTC, RFC 3339).
    `tables` is her word on columns of tables nobody knew, by the mark of the header (`domain/tables.py`).
    """

    name: str = ""
    statement: str = ""
    status: Status = Status.IN_TRANSITION
    status_line: str = ""
    since: date | None = None
    zone: str = ""
    country: str = ""
    roles: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds_of_company: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    kinds_of_people: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    limits: dict[str, str] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    positions: tuple[Position, ...] = ()
    headline: str = ""
    schools: tuple[str, ...] = ()
    clarity: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    signature: str = ""
    signed: str = ""
    tables: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> bool:
        """Whether there is anything to ask for: a role, field or company."""
        return bool(self.roles or self.fields or self.companies or self.statement)

    @property
    def problems(self) -> tuple[str, ...]:
        """The problems she most wants to solve, at most three."""
        return tuple(self.clarity.get("problems", "").splitlines())[:3]
