"""Lists as one writes them into a blank: "food, cold chain" or one on a line; and limits, as "Commute: 45 minutes"."""

import re
from collections.abc import Iterable, Mapping

YES = "yes"  # of a limit that is a word alone: "Remote"
_LEGAL = r"(?:inc|llc|ltd|llp|plc|co|corp|gmbh|ag|s\.?a|s\.?l|b\.?v|n\.?v|jr|sr)\b\.?"
_END = r"(?=\s*(?:[,;\n]|$))"


def in_a_row(values: Iterable[str]) -> str:
    return ", ".join(values)


def one_on_a_line(values: Iterable[str]) -> str:
    return "\n".join(values)


def listed(text: str, *, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The things in a text, between commas, semicolons and ends of lines, each once.

    One that is `known` stays whole though it has a comma, and so does a legal form behind one: "Smith, Inc.".
    """
    wholes = sorted((one for one in known if re.search("[,;]", one)), key=len, reverse=True)
    pattern = "|".join([*(rf"\s*{re.escape(one)}{_END}" for one in wholes), rf"[^,;\n]+(?:,\s*{_LEGAL}{_END})?"])
    found = (" ".join(one.split()) for one in re.findall(pattern, text, re.IGNORECASE))
    return tuple(dict.fromkeys(one for one in found if one))


def limits_in_lines(limits: Mapping[str, str]) -> str:
    return "\n".join(name if words == YES else f"{name}: {words}" for name, words in limits.items())


def limits(text: str) -> dict[str, str]:
    """Limits by their names, one on a line; a line without a colon is a limit in one word."""
    told = (line.partition(":") for line in text.splitlines() if line.strip(" :"))
    return {" ".join(name.split()): " ".join(words.split()) or YES for name, _, words in told}
