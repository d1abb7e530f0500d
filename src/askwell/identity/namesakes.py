"""Two people of one name at one company: their mailboxes tell them apart by a number or a middle initial.

john.smith2@ was given out because john.smith@ was taken, and john.a.smith@ stands beside both. Two forms without such a
mark, j.smith@ and john.smith@, may well be an old and a new address of one person.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from askwell.identity import words as w
from askwell.identity.diminutives import is_short_for
from askwell.identity.fold import fold, loose
from askwell.identity.names import family_words
from askwell.identity.parts import Name

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
MOST_INITIALS = 3
WHOLE = 3  # letters of a given name that stand for it without the family name
Kind = tuple[str, str]  # the employer, and how its box is named: "" after the person, else by these letters
Marks = Mapping[Kind, AbstractSet[str]]  # what tells such a box from others that are named alike


def mark(local: str, name: Name) -> tuple[str, str]:
    """How what stands before the @ is named, and its mark: ("", "2") for john.smith2, ("", "a") for john.a.smith."""
    local = fold(local.partition("+")[0])
    number = "-".join(digits.lstrip("0") for digits in _NUMBERS.findall(local))
    pieces = [loose(piece) for piece in _LETTERS.findall(local)]
    middle = _middle(pieces, name)
    return ("".join(pieces), number) if middle is None else ("", middle + number)


def _middle(pieces: Sequence[str], name: Name) -> str | None:
    """Middle initials in a mailbox that is named after a person; None where it is not."""
    given = [loose(form) for form in (name.given, *name.also) if form]
    families = {loose(word) for word in (name.family, *family_words(name)) if len(word) > 1}
    rest = _without_family(pieces, families)
    if rest is None:
        return "" if _is_given(pieces, given, families) else None
    if not rest:
        return ""
    first = _after_given(rest[0], given)
    return None if first is None else first + "".join(piece[0] for piece in rest[1:])


def _without_family(pieces: Sequence[str], families: set[str]) -> list[str] | None:
    """The pieces but the family name; None where it is not among them."""
    whole = families | w.PARTICLES
    rest = [piece for piece in pieces if piece not in whole]
    if any(piece in families for piece in pieces):
        return rest
    for family in sorted(families, key=lambda word: (-len(word), word)):
        for at, piece in enumerate(rest):
            if piece.endswith(family) or piece.startswith(family):
                told = piece.removesuffix(family) if piece.endswith(family) else piece.removeprefix(family)
                return [*rest[:at], told, *rest[at + 1 :]]
    return None


def _after_given(piece: str, given: Sequence[str]) -> str | None:
    """What follows the given name or its first letter; None where it is neither."""
    if any(form.startswith(piece) or is_short_for(form, piece) for form in given):
        return ""
    for form in given:
        if len(form) == 1 and piece.startswith(form):
            return ""  # of the given name no more is known
        if len(form) >= WHOLE and piece.startswith(form):
            return piece[len(form)]
        if piece[0] == form[0] and len(piece) <= MOST_INITIALS:
            return piece[1:]
    return None


def _is_given(pieces: Sequence[str], given: Sequence[str], families: set[str]) -> bool:
    """Whether a mailbox is the given name, alone or with how the family name begins: john@, johns@."""
    local = "".join(pieces)
    ends = [local[len(form) :] for form in given if len(form) >= WHOLE and local.startswith(form)]
    return any(family.startswith(end) for end in ends for family in families)


def are_two(ones: Marks, others: Marks) -> bool:
    """Whether two people have boxes of one company, named alike, that are told apart by their marks."""
    few, more = (ones, others) if len(ones) <= len(others) else (others, ones)
    return any(kind in more and told.isdisjoint(more[kind]) for kind, told in few.items())


def are_several(people: Iterable[Marks]) -> bool:
    """Whether any two of these people are told apart so."""
    found: dict[Kind, set[frozenset[str]]] = {}
    for marks in people:
        for kind, told in marks.items():
            found.setdefault(kind, set()).add(frozenset(told))
    return any(one.isdisjoint(other) for told in found.values() for one, other in combinations(told, 2))


def together(each: Iterable[Marks]) -> dict[Kind, set[str]]:
    """The marks of several cards of one person."""
    found: dict[Kind, set[str]] = {}
    add(found, each)
    return found


def add(to: dict[Kind, set[str]], each: Iterable[Marks]) -> None:
    """Add the marks of more cards."""
    for marks in each:
        for kind, told in marks.items():
            to.setdefault(kind, set()).update(told)
