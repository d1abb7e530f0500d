"""How a day is written wherever Askwell says one: March 5; Thursday, March 5; March 5, 2026; March 23 to 29, 2026."""

from datetime import date


def spoken(day: date) -> str:
    """March 5."""
    return f"{day:%B} {day.day}"


def of_week(day: date) -> str:
    """Thursday, March 5."""
    return f"{day:%A}, {spoken(day)}"


def in_full(day: date) -> str:
    """March 5, 2026."""
    return f"{spoken(day)}, {day.year}"


def between(first: date, last: date) -> str:
    """March 23 to 29, 2026; what both share is said once."""
    if first.year != last.year:
        return f"{in_full(first)} to {in_full(last)}"
    until = f"{last.day}" if first.month == last.month else spoken(last)
    return f"{spoken(first)} to {until}, {last.year}"
