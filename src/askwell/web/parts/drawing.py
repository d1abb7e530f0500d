"""Where the dots of a picture lie: a hundred dots, and rows of guesses. Plain numbers for attributes of an SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

A_ROW, HUNDRED = 10, 100
CELL, EDGE = 28, 14  # of the hundred: from dot to dot, and from the edge to the first
GUESSES_A_ROW, GUESS = 24, 18


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot and how far it has come: a stage of a referral, or "" for one that is still to come."""

    x: float
    y: float
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture of dots: the size of its view, the dots in order, and how many of them are inked."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    inked: int


def hundred(stages: Iterable[str]) -> Dots:
    """A dot for each referral, in order of arrival, and the rest up to a hundred; beyond, the page grows by rows."""
    come = [str(stage) for stage in stages]
    rows = max(HUNDRED // A_ROW, ceil(len(come) / A_ROW))
    drawn = [*come, *[""] * (rows * A_ROW - len(come))]
    dots = (Dot(EDGE + CELL * (at % A_ROW), EDGE + CELL * (at // A_ROW), stage) for at, stage in enumerate(drawn))
    return Dots(CELL * A_ROW - 10, CELL * rows - 10, tuple(dots), len(come))


def guesses(yes: int, of: int) -> Dots:
    """A dot for each guess, those with a yes inked, in rows of equal dots however many there are."""
    dots = (
        Dot(
            GUESS / 2 + GUESS * (at % GUESSES_A_ROW),
            GUESS / 2 + GUESS * (at // GUESSES_A_ROW),
            "decider" if at < yes else "named",
        )
        for at in range(of)
    )
    return Dots(GUESS * GUESSES_A_ROW, GUESS * max(1, ceil(of / GUESSES_A_ROW)), tuple(dots), yes)
