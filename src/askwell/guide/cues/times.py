"""Days and times of day in a plain sentence, and how exactly they are named."""

import re
from typing import Final, NamedTuple

from askwell.guide.cues.fixed import Fixed

_MONTH: Final = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NUMBERS: Final = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_NUMBER: Final = f"(?:{'|'.join(sorted(_NUMBERS))})"
FOREIGN_DAYS: Final = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terca quarta quinta sexta""".split()
)
_DAYS: Final = (
    FOREIGN_DAYS
    | frozenset(
        stem + day + several
        for stem in "mon tue tues wed wednes thu thurs fri sat satur sun".split()
        for day in ("", "day")
        for several in ("", "s")
    )
    | {"tomorrow", "tonight", "demain", "domani", "amanha"}
)
_PARTS_OF_DAYS: Final = frozenset("morning afternoon evening lunchtime lunch breakfast".split())
_SOON: Final = Fixed("this morning", "this afternoon", "this evening")
_NO_DAY: Final = "(?:floor|street|st|avenue|line|row|round|paragraph|bullet|page|place|grade|year|time|one|of all)"
_DATE: Final = re.compile(rf"\b\d{{1,2}}(?:(?:st|nd|rd|th)\b(?! {_NO_DAY}\b)| {_MONTH}\b)|\b{_MONTH} \d{{1,2}}\b")
_HOUR: Final = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2}| ?(?:am|pm|uhr|uur|h|hrs|o clock)|h\d{0,2})\b"
    r"|\b(?:at|around|by|from|day|for|um|om|alle|las|til|till|after) (?:half (?:past )?|quarter (?:past|to) )?"
    rf"(?:\d{{1,2}}|{_NUMBER})\b(?! (?:working )?(?:minutes|days|weeks|months|years|people))"
    rf"|\bhalf (?:\d{{1,2}}|{_NUMBER})\b|\b{_NUMBER} (?:o clock|thirty|fifteen|sharp)\b"
    rf"|\b(?:\d{{1,2}}|five|ten|twenty|quarter) past (?:\d{{1,2}}|{_NUMBER})\b"
    rf"|^(?:\d{{1,2}}|{_NUMBER}) (?:works|suits|then|it is|(?:is )?(?:good|fine|great|perfect))\b"
)
_SAME: Final = Fixed(
    "same time", "usual time", then=r" (?:on|next|as|then|tomorrow|and place|same place|mon|tue|wed|thu|fri|sat|sun)"
)
_AROUND_WORK: Final = Fixed("after work", "before work", "first thing")
_PAST: Final = Fixed("half past", "half to", "quarter past", "quarter to", then=r" \w")


class Moment(NamedTuple):
    """Whether a day is named, and a time of day: 1.5 for a clock, 0.5 for a part of the day, else 0."""

    day: bool
    clock: float

    @property
    def exactness(self) -> float:
        return (1.0 if self.day else 0.0) + self.clock


PRECISE: Final = Moment(day=True, clock=1.5)


def moment(plain: str, pieces: frozenset[str], *, digits: bool) -> Moment:
    """What a plain sentence says of a time; a pattern is tried only where a piece that it needs is there."""
    return Moment(_day(plain, pieces, digits=digits), _clock(plain, pieces, digits=digits))


def _day(plain: str, pieces: frozenset[str], *, digits: bool) -> bool:
    return (
        not pieces.isdisjoint(_DAYS)
        or (digits and _DATE.search(plain) is not None)
        or ("this" in pieces and _SOON.within(plain))
    )


def _clock(plain: str, pieces: frozenset[str], *, digits: bool) -> float:
    if "noon" in pieces or "midday" in pieces:
        return 1.5
    if (digits or not pieces.isdisjoint(_NUMBERS)) and _HOUR.search(plain):
        return 1.5
    if ("half" in pieces or "quarter" in pieces) and _PAST.within(plain):
        return 1.5
    if "time" in pieces and _SAME.within(plain):
        return 1.5
    if not pieces.isdisjoint(_PARTS_OF_DAYS):
        return 0.5
    return 0.5 if ("work" in pieces or "thing" in pieces) and _AROUND_WORK.within(plain) else 0.0
