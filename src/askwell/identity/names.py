"""Names of people held against each other: order, titles, nicknames, initials, maiden names; look-alikes never meet."""

import re
from enum import IntEnum
from functools import lru_cache

from askwell.identity.diminutives import formal_names, is_short_for, may_stand_for, relatives, share_a_formal_name
from askwell.identity.fold import loose
from askwell.identity.parts import Name, from_fields, split

__all__ = ["Likeness", "Name", "compare", "compatible", "from_fields", "likeness", "normal", "split"]

_LATIN = re.compile(r"[a-zß-öø-ɏ]")
_VOWELS = frozenset("aeiouy")
LONG_ENOUGH = 5  # letters from which one wrong letter is a slip of the pen, and not another name


class Likeness(IntEnum):
    """How well two names fit: not at all; perhaps (another family name, a slip of the pen); well; word for word."""

    NO = 0
    PERHAPS = 1
    FITS = 2
    SAME = 3


def normal(name: str) -> str:
    """The name for comparing: case, accents, titles, degrees and order of "Okafor, James" make no difference."""
    found = split(name)
    return " ".join(filter(None, (found.given, *found.middle, found.family))) or found.relation


def compatible(a: str, b: str) -> bool:
    """Whether the two may be one person's name, for somebody who shares more than the name."""
    return compare(split(a), split(b)) >= Likeness.FITS


@lru_cache(maxsize=8192)
def compare(a: Name, b: Name) -> Likeness:
    """How well two names fit. A name that is missing altogether fits perhaps."""
    if a.generation and b.generation and a.generation != b.generation:
        return Likeness.NO
    if a.relation or b.relation:
        return Likeness.SAME if a.relation == b.relation else _relation(a, b)
    if not (a.given or a.family) or not (b.given or b.family):
        return Likeness.PERHAPS
    found = max(_whole(a, b) if a.full and b.full else _partly(a, b), _turned(a, b))
    return found or _transcribed(a, b)


def _relation(a: Name, b: Name) -> Likeness:
    """Who is called "Mom" may be anybody with a name, but is not "Dad"."""
    return Likeness.NO if a.relation and b.relation else Likeness.PERHAPS


def _whole(a: Name, b: Name) -> Likeness:
    """Two full names."""
    family, given = family_likeness(a, b), given_likeness(a, b)
    if family is Likeness.NO:
        return Likeness.PERHAPS if given >= Likeness.FITS else Likeness.NO
    if not _middles_agree(a, b):
        return Likeness.NO
    if given is Likeness.NO:
        return Likeness.NO
    worst = min(family, given)
    return Likeness.FITS if worst is Likeness.SAME and a.generation != b.generation else worst


def _partly(a: Name, b: Name) -> Likeness:
    """At least one of the two is a single word or has an initial: what both have must fit, and something must."""
    if _is_surname(a, b) or _is_surname(b, a):
        return Likeness.PERHAPS
    given = given_likeness(a, b) if a.given and b.given else None
    family = family_likeness(a, b) if a.family and b.family else None
    if given is None and family is None:
        return _crossed(a, b)
    if given is Likeness.NO or (given is None and family is Likeness.NO):
        return Likeness.NO
    if family is Likeness.NO:
        return Likeness.PERHAPS if given is not None and given >= Likeness.FITS else Likeness.NO
    if given is None:
        return Likeness.PERHAPS  # only the family name is known: a household as well as a person
    return min(given, Likeness.FITS if family is None else family, Likeness.FITS)


def _crossed(a: Name, b: Name) -> Likeness:
    """Of "Luis" and "Mr. Luis": a single word that is one's given and the other's family name."""
    return Likeness.PERHAPS if (a.given or a.family) == (b.given or b.family) else Likeness.NO


def _is_surname(a: Name, b: Name) -> bool:
    """Whether a single word is the family name of the other: "Aguilar" of Robert Aguilar."""
    return not a.family and not a.middle and len(a.given) > 1 and loose(a.given) in {b.family, *b.parts}


def _turned(a: Name, b: Name) -> Likeness:
    """Family name first, without a comma: "Chen Wei" and "Wei Chen"; a middle name may stand in one of the two."""
    if not a.family or loose(a.given) != b.family or a.family != loose(b.given):
        return Likeness.NO
    if a.middle != b.middle and a.middle and b.middle:
        return Likeness.NO
    return Likeness.FITS if a.given != a.family else Likeness.SAME


def _transcribed(a: Name, b: Name) -> Likeness:
    """One name in Latin letters, the other wholly in others, may be one: "Ivan Petrov" and "Иван Петров"."""
    scripts = [{bool(_LATIN.match(letter)) for letter in name.given + name.family} for name in (a, b)]
    return Likeness.PERHAPS if {True} in scripts and {False} in scripts else Likeness.NO


def given_likeness(a: Name, b: Name) -> Likeness:
    """The best that any given name of one does with any of the other; the middle names count as joined or called."""
    best = _given(a.given, b.given)
    if best is Likeness.SAME:
        return best
    if a.middle != b.middle and ("".join((a.given, *a.middle)) == b.given or "".join((b.given, *b.middle)) == a.given):
        return Likeness.SAME
    called = [_given(one, other) for one in (a.given, *a.also) for other in (b.given, *b.also) if one and other]
    return max(best, min(max(called, default=Likeness.NO), Likeness.FITS))


def _given(a: str, b: str) -> Likeness:
    if a == b or loose(a) == loose(b):
        return Likeness.SAME if len(a) > 1 else Likeness.FITS
    if _is_initial(a) or _is_initial(b):
        return Likeness.FITS if _initial_fits(a, b) else Likeness.NO
    if is_short_for(a, b):
        return Likeness.FITS
    if share_a_formal_name(a, b) or _begins(a, b) or one_slip(a, b) or may_stand_for(a, b):
        return Likeness.PERHAPS
    return Likeness.NO


def _is_initial(word: str) -> bool:
    """One letter, or two that nobody can speak as one: T., and JR of J. R. Smith."""
    return len(word) == 1 or (len(word) == 2 and word.isascii() and _VOWELS.isdisjoint(word))


def _initial_fits(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    return long.startswith(short[0]) or any(formal.startswith(short[0]) for formal in formal_names(long))


def _begins(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= 3 and long.startswith(short)


def one_slip(a: str, b: str) -> bool:
    """One letter wrong, missing, too many, or two in the wrong order, in words of one script and `LONG_ENOUGH`."""
    if min(len(a), len(b)) < LONG_ENOUGH or abs(len(a) - len(b)) > 1 or a.isascii() != b.isascii():
        return False
    if a[:2] != b[:2] and a[-2:] != b[-2:]:
        return False  # a slip leaves the beginning or the end as it is
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


def family_likeness(a: Name, b: Name) -> Likeness:
    """Equal, an initial, one half of a double name, a maiden name; a slip of the pen fits perhaps.

    A name in the middle or in brackets may be the maiden name: Elizabeth Kowalczyk Brandt.
    """
    if a.family == b.family or a.parts == b.parts:
        return Likeness.FITS if len(a.family) == 1 else Likeness.SAME
    if len(a.family) == 1 or len(b.family) == 1:
        return Likeness.FITS if _initials(a) & _initials(b) else Likeness.NO
    if family_words(a) & family_words(b):
        return Likeness.FITS
    return Likeness.PERHAPS if one_slip(a.family, b.family) else Likeness.NO


def _initials(name: Name) -> set[str]:
    return {word[0] for word in (name.family, *name.parts) if word}


def family_words(name: Name) -> set[str]:
    """The family name, its halves, and what may be one: O Connor, a maiden name, a word in the middle, in brackets."""
    found = {name.family, *name.parts, *name.maiden}
    if name.middle:
        found.add("".join((name.middle[-1], name.family)))
    found.update(loose(word) for word in (*name.middle, *name.also) if len(word) > 2)
    return found


def _middles_agree(a: Name, b: Name) -> bool:
    """James T. is not James R.; a middle name that only one has says nothing."""
    return all(
        x[0] == y[0] and (len(x) == 1 or len(y) == 1 or x == y) for x, y in zip(a.middle, b.middle, strict=False)
    )


def likeness(a: str, b: str) -> Likeness:
    """`compare` for names as they are written."""
    return compare(split(a), split(b))


@lru_cache(maxsize=20_000)
def forms(given: str) -> frozenset[str]:
    """Given names, in the loose form, under which the same person may stand: its short and its formal forms."""
    return frozenset(map(loose, (given, *relatives(given))))


def all_forms(name: Name) -> frozenset[str]:
    """The same, with what the person is called besides."""
    return forms(name.given) | frozenset(map(loose, name.also))
