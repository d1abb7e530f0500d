"""What of the words to use instead stands in the letter already, in nearly the same words, and is not said twice."""

import re

RUN = 4  # words in a row that make a phrase
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AND = ", and "


def fresh(line: str, rest: str) -> str:
    """The clauses of a sentence that the rest of the letter does not say; "" where it says them all."""
    clauses = line.split(_AND)
    words = _words(rest)
    new = [one for one in clauses if not _is_said(_words(one), words)]
    if len(new) == len(clauses) or not new:
        return line if new else ""
    said = _AND.join(new)
    return f"{said[:1].upper()}{said[1:].rstrip('.?')}{line[-1]}"


def _is_said(clause: list[str], rest: list[str]) -> bool:
    """Whether a phrase stands in both that is at least half of the clause."""
    longest = max(RUN, -(-len(clause) // 2))
    runs = {tuple(clause[at : at + longest]) for at in range(len(clause) - longest + 1)}
    return any(tuple(rest[at : at + longest]) in runs for at in range(len(rest) - longest + 1))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
