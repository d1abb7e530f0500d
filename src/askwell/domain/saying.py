"""Words put together in the smallest way: a sentence, a phrase without its stop, things in a row, a count in words."""

from collections.abc import Iterable

NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last, one line."""
    words = " ".join(text.split())
    return "" if not words else words[0].upper() + words[1:] + ("" if words[-1] in '.!?…”"' else ".")


def without_stop(text: str) -> str:
    return " ".join(text.split()).rstrip(" .!;,")


def listed(things: Iterable[str], *, last: str = "and") -> str:
    """One, two and three in one phrase: A, B and C."""
    all_of = [thing for thing in things if thing]
    return all_of[0] if len(all_of) == 1 else f"{', '.join(all_of[:-1])} {last} {all_of[-1]}" if all_of else ""


def number(count: int) -> str:
    """Five, and 21: small counts in words; none is "no"."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, thing: str, things: str = "") -> str:
    """Five small things, one small thing, no small things."""
    return f"{number(count)} {thing if count == 1 else things or f'{thing}s'}"
