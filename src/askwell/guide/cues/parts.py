"""The parts of sentence shapes: options of one word or of several, and gaps; how they are written tell `wording/`."""

from dataclasses import dataclass
from functools import cache
from itertools import dropwhile
from sys import intern
from typing import Final

from askwell.guide.cues import wording

# Gaps as steps: each goes from all that was reached so far as many words on; in all up to three, or up to eight.
_GAPS: Final = {"..": (1, 2), "...": (1, 2, 4, 1)}
BEGINS: Final = "^"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a shape: its options, of one word and of several, and whether it may be missing; or a gap."""

    options: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    may_lack: bool = False
    gap: tuple[int, ...] = ()

    @property
    def needed(self) -> bool:
        return not self.gap and not self.may_lack


@cache
def _part(text: str) -> Part:
    if text in _GAPS:
        return Part(gap=_GAPS[text])
    may_lack = text.endswith("?") and text != "?"
    found: set[str] = set()
    for option in (text.removesuffix("?") if may_lack else text).split("|"):
        found.update(wording.classes()[option[1:-1]] if option.startswith("<") else [intern(option.replace("~", " "))])
    options, phrases = frozenset(found), frozenset(option for option in found if " " in option)
    return Part(options, options - phrases if phrases else options, phrases, may_lack)


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a shape, without what may be missing at its ends: that tells nothing."""
    found = [_part(one) for one in text.split() if one != BEGINS]
    if not text.startswith(BEGINS):
        found = list(dropwhile(lambda part: not part.needed, found))
    return tuple(dropwhile(lambda part: not part.needed, reversed(found)))[::-1]
