"""How you ask, and what may lie ahead, as the page of Progress tells it."""

from dataclasses import dataclass
from datetime import date, timedelta

from askwell.guide.forecast import Forecast, words
from askwell.guide.forecast.told import GOAL, Pace
from askwell.guide.forecast.words import Rest
from askwell.guide.hardness import Hardness, Name
from askwell.web.parts import Act, Part
from askwell.web.parts.fan import Fan, about, fan

# Where the stretch of each part begins.
BEGINS = {
    Name.INITIATIVE: Act("Show me whom", href="/today"),
    Name.ONE_TO_ONE: Act("Look for somebody", href="/people"),
    Name.AGENDA: Act("See my questions", href="/needs"),
    Name.OPENNESS: Act("See my status line", href="/goal"),
    Name.REACH: Act("Show me some", href="/people?only=never-asked"),
    Name.FOLLOW_THROUGH: Act("See what waits", href="/thanks"),
    Name.RECIPROCITY: Act("See what I could give", href="/thanks"),
    Name.YIELD: Act("See my places", href="/goal"),
}
WAYS = ("present", "one-more", "clear", "both", "asking", "waiting")


@dataclass(frozen=True, slots=True)
class How:
    """How she asks: a sentence, the parts, the next stretch with where it begins, and a step for each part."""

    lede: str
    parts: tuple[Part, ...]
    stretch: str
    act: Act | None
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of going on: how far it is to the hundredth referral and to an offer, in the middle and in between."""

    words: str
    to_goal: str
    goal_band: str
    to_offer: str
    offer_band: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What may lie ahead: two sentences, the picture, the ways beside it, how sure it is and what it rests on."""

    lede: str
    offer: str
    alike: str
    sooner: str
    most: str
    fan: Fan
    ways: tuple[Way, ...]
    sure: str
    published: tuple[Rest, ...]
    assumed: tuple[Rest, ...]
    guard: str = words.GUARD
    unknown: str = words.UNKNOWN


def how(found: Hardness) -> How:
    ring = " The small ring is where you were a month ago." if found.was is not None else ""
    return How(
        lede=f"{found.score} of 100. {found.say}{ring}",
        parts=tuple(
            Part(part.label, part.score, part.was, next=part is found.next, made_of=part.made_of)
            for part in found.parts
        ),
        stretch=found.next.stretch if found.next else "Go on like this. There is nothing left to add.",
        act=BEGINS[found.next.name] if found.next else None,
        steps=tuple((part.label, part.stretch) for part in found.parts if part.gain > 0),
    )


def ahead(found: Forecast, *, today: date) -> Ahead:
    rests = words.rests_on(short=True)
    return Ahead(
        lede=_lede(found, today),
        offer=words.offer(found),
        alike=words.alike(found),
        sooner=words.sooner(found),
        most=words.most(found),
        fan=fan(found, today=today),
        ways=tuple(_way(found.pace(name), is_there=found.is_there) for name in WAYS),
        sure=words.sure(found),
        published=tuple(one for one in rests if not one.assumed),
        assumed=tuple(one for one in rests if one.assumed),
    )


def _lede(found: Forecast, today: date) -> str:
    """When the hundredth referral may come: the middle, and the band; where one end lies beyond a year, the other."""
    span = found.present.to_goal
    if found.is_there:
        return words.there(found)
    if span.middle is None:
        later = f"there would be {words.by_then(found.present)} in a year"
        first = f"As you go on now, {GOAL} referrals take longer than a year; {later}"
    else:
        first = f"As you go on now, {GOAL} referrals by {_about(today, span.middle)}"
    if span.low is None:
        return f"{first}."
    begin = _about(today, span.low)
    if span.high is None:
        return f"{first}. Nine times in ten the hundredth comes after {begin}."
    end = _about(today, span.high)
    between = f"in {begin}" if begin == end else f"between {begin} and {end}"
    return f"{first}. Eight times in ten the hundredth comes {between}."


def _about(today: date, weeks: float) -> str:
    return about(today + timedelta(weeks=weeks), today=today)


def _way(pace: Pace, *, is_there: bool) -> Way:
    beyond = pace.to_goal.middle is None
    return Way(
        words=words.PACES[pace.name],
        to_goal=words.REACHED if is_there else words.weeks(pace.to_goal.middle),
        goal_band="" if is_there else f"{words.by_then(pace)} in a year" if beyond else words.band(pace.to_goal),
        to_offer=words.weeks(pace.to_offer.middle),
        offer_band=words.band(pace.to_offer),
    )
