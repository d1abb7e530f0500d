"""A forecast in words: weeks as one says them, how sure it is, what moves it most, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from askwell.guide.forecast import parameters as given
from askwell.guide.forecast.parameters import Range
from askwell.guide.forecast.told import GOAL, Forecast, Pace, Span

BEYOND = "longer than a year"
REACHED = "reached"
PACES = {
    "present": "As you go on now",
    "waiting": "Mostly waiting and applying",
    "asking": "Asking on most days",
    "one-more": "One more ask on each working day",
    "clear": "A clear question, reminders and thanks",
    "both": "Both together",
}
MOST_WEIGHTY = (
    given.ANSWER_CLOSE, given.ANSWER_KNOWN, given.ANSWER_FAR, given.REFERRED_INTERVIEW, given.COLD_INTERVIEW,
    given.LAG_WEEKS, given.EFFECT, given.HELPS, given.NAMES, given.OPENING, given.FRAILTY,
)  # fmt: skip
FEW, SOME = 20, 60  # asks of her own from which on it is less rough
WORTH_A_WORD = 5  # more referrals within a year
NEAR_WEEKS = 3  # that no forecast of an offer can tell apart
FEWEST = 4  # referrals within a year that are told as a number
UNKNOWN = "It can’t know who is hiring, what the market does, or what luck brings."
GUARD = (
    "What a change of ways does to offers is taken with care: trials of help with job search found smaller effects"
    " than the single steps would add up to, so a forecast moves only part of the way. How many more people are named"
    " to whoever asks one clear question is an assumption, until your own counts tell."
)


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing that a forecast rests on: what is taken, from where, and whether it is an assumption."""

    what: str
    value: str
    source: str
    assumed: bool


def weeks(value: float | None) -> str:
    """About 7 weeks, as one says it; None is beyond the horizon."""
    if value is None:
        return BEYOND
    whole = max(1, round(value))
    return "about a week" if whole == 1 else f"about {whole} weeks"


def band(span: Span) -> str:
    """Between which weeks it falls eight times in ten."""
    if span.low is None:
        return BEYOND
    low, high = max(1, floor(span.low)), None if span.high is None else max(1, ceil(span.high))
    if high is None:
        return f"from {low} {'week' if low == 1 else 'weeks'} to {BEYOND}"
    return f"{low} to {high} weeks" if high > low else f"{low} {'week' if low == 1 else 'weeks'}"


def sure(found: Forecast) -> str:
    """How sure it is, by how much of her own it rests on."""
    rough = "Very rough" if found.asks < FEW else "Rough" if found.asks < SOME else "Still rough"
    own = f"your own {found.asks} asks and what came of them"
    unnoted = "" if found.applies else " None of your applications is noted here, so it takes a usual number of them."
    return f"{rough}: it rests on {own}, and else on published rates and assumptions.{unnoted}"


def said(found: Forecast) -> str:
    """The forecast in two sentences: to the hundredth referral, and to an offer."""
    goal = found.present.to_goal
    if found.is_there:
        return f"{there(found)} {offer(found)}"
    first = f"As you go on now, {GOAL} referrals would take {weeks(goal.middle)}"
    if goal.low is not None:
        first += f"; eight times in ten, {band(goal)}"
    return f"{first}. {offer(found)}"


def there(found: Forecast) -> str:
    """Of the hundred, once they are reached."""
    return f"{found.referrals} people have been named to you: the hundred is reached."


def offer(found: Forecast) -> str:
    """When an offer may come, in one sentence; a further one, where there is one already."""
    span, another = found.present.to_offer, "A further offer" if found.offered else "An offer"
    if span.low is None:
        return f"{another} may take longer than a year at this pace."
    if span.middle is None:
        first = max(1, floor(span.low))
        return f"{another} may come from {first} {'week' if first == 1 else 'weeks'} on, or take longer than a year."
    return f"{another} may come in {weeks(span.middle)}; eight times in ten, {band(span)}."


def alike(found: Forecast) -> str:
    """Where an offer comes about as soon whichever way she goes on, why that is; else ""."""
    ways = [found.pace(name).to_offer.middle for name in PACES]
    middles = [one for one in ways if one is not None]
    if len(middles) < len(ways) or max(middles) - min(middles) > NEAR_WEEKS:
        return ""
    return "When it comes hangs above all on who is hiring, and on luck. What you do shows in referrals first."


def to_goal(pace: Pace) -> str:
    """To the hundredth referral, or how many there would be within a year."""
    if pace.to_goal.middle is not None:
        return f"{GOAL} referrals in {weeks(pace.to_goal.middle)}"
    return f"{by_then(pace, 'referral')} within a year"


def by_then(pace: Pace, thing: str = "") -> str:
    """How many referrals there would be at the horizon, those of now among them; where they are few, no number."""
    if pace.by_then < FEWEST:
        return f"a few {thing}s" if thing else "a few"
    return f"about {pace.by_then} {thing}s" if thing else f"about {pace.by_then}"


def goal_band(found: Forecast, pace: Pace) -> str:
    """Between which weeks the hundredth falls; once it is reached, that."""
    return REACHED if found.is_there else band(pace.to_goal)


def moves(found: Forecast) -> str:
    """What moves it most, with her own figures: volume times a clear ask, either alone less."""
    more, clear, both = (to_goal(found.pace(name)) for name in ("one-more", "clear", "both"))
    return (
        f"As you go on now: {to_goal(found.present)}. With one more ask on each working day: {more}."
        f" With a clear question, reminders and thanks for each: {clear}. With both: {both}."
    )


def most(found: Forecast) -> str:
    """What moves it most, for her: where one of the two is hers already, the other one."""
    more, clear, both = (found.pace(name).by_then for name in ("one-more", "clear", "both"))
    if found.is_there:
        return "Ways of going on, side by side."
    if both < more + WORTH_A_WORD:
        return "What moves it most for you now: more asks."
    if both < clear + WORTH_A_WORD:
        return "What moves it most for you now: a clear question in each ask, reminders and thanks."
    return "What moves it most: more asks, each with a clear question, reminders and thanks. Either alone does less."


def sooner(found: Forecast) -> str:
    """What the two that move it most would do together; "" where it is little."""
    now, more, both = found.present, found.pace("one-more"), found.pace("both")
    if found.is_there or both.by_then < now.by_then + WORTH_A_WORD:
        return ""
    if both.by_then < more.by_then + WORTH_A_WORD:
        return f"With one more ask on each working day: {to_goal(more)}."
    return f"With one more ask on each working day, each with a clear question, reminders and thanks: {to_goal(both)}."


def rests_on(*, short: bool = False) -> tuple[Rest, ...]:
    """Everything it takes as given, or what weighs most of it: published first, then assumed."""
    found = [_rest(one) for one in (MOST_WEIGHTY if short else given.ALL)]
    return tuple(sorted((*found, *_further()), key=lambda one: one.assumed))


def _rest(one: Range) -> Rest:
    return Rest(one.what[:1].upper() + one.what[1:], _value(one), one.source, one.assumed)


def _value(one: Range) -> str:
    if one in {given.SHAPE, given.FRAILTY, given.EFFECT}:
        return f"{one.low:g} to {one.high:g}"
    if one in {given.NAMES, given.NAMES_WAITING, given.NAMES_ASKING} or one.high < 1:
        return f"{100 * one.low:.0f} to {100 * one.high:.0f} in 100"
    return f"{one.low:g} to {one.high:g}"


def _further() -> Iterator[Rest]:
    again = "Half a year after an ask, somebody may be asked something else"
    yield Rest(again, f"{given.AGAIN_AFTER_WEEKS} weeks", "no source was found", assumed=True)
    yield Rest("Thanks in time bring further names more often", "0.9 to 1.23 times", "from a laboratory", assumed=True)
    yield Rest("You go on as in the last four weeks", "", "nobody can know", assumed=True)
