"""Days as people say them in a letter: yesterday, on Tuesday, on the 12th, on May 25, in October 2024."""

from datetime import date

from askwell.domain.dated import spoken

A_WEEK, A_MONTH, A_YEAR = 7, 31, 300  # days; beyond 300 the bare name of a month would be taken for the next one
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def when(day: date, today: date) -> str:
    """A day with its preposition, as near as one would remember it."""
    ago = (today - day).days
    if ago in _NEAR:
        return _NEAR[ago]
    if abs(ago) < A_WEEK:
        return f"on {day:%A}"
    if (day.year, day.month) == (today.year, today.month):
        return f"on the {day.day}{_ENDINGS.get(day.day, 'th')}"
    if abs(ago) <= A_MONTH:
        return f"on {spoken(day)}"
    return f"in {month(day, today)}"


def month(day: date, today: date) -> str:
    """October, or October 2024 where October alone would be another one."""
    return f"{day:%B}" if abs((today - day).days) < A_YEAR else f"{day:%B} {day.year}"


_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}
