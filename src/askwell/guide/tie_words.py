"""Why a tie is as close as it is, in words: how often the two wrote, spoke and met, when last; and what it bridges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from askwell.domain import ties
from askwell.domain.days import Calendar
from askwell.domain.messages import Channel, Direction
from askwell.domain.people import Contact, Tie
from askwell.domain.saying import counted, listed, number, sentence
from askwell.guide.drafts.dates import month, when

CALLED = {Tie.CLOSE: "close", Tie.KNOWN: "known to each other", Tie.BARELY: "barely known", Tie.NEW: "not yet known"}
HOW = (
    "Letters, calls and meetings between just the two of you count, as far as they went both ways; those of the last"
    " year count most, what had many readers does not."
)
IN_WORDS = 12  # up to so many are said in words
NOTHING = "No letters, calls or meetings between the two of you are known here."


@dataclass(frozen=True, slots=True)
class Made:
    """Exchanges of one kind with somebody: how many, and when the last one was. `call` tells a call from a meeting."""

    channel: Channel
    direction: Direction
    group: bool
    count: int
    last: datetime
    call: bool = False


@dataclass(frozen=True, slots=True)
class Felt:
    """The tie with its reasons. `by_itself` is what letters and talks alone tell; `correction` says where she differs.

    `silence` tells of a tie that lies dormant, `how` what counts at all.
    """

    tie: Tie
    by_itself: Tie
    reasons: tuple[str, ...]
    silence: str = ""
    correction: str = ""
    how: str = HOW


def felt(
    contact: Contact, who: str, made: Iterable[Made], evidence: ties.Evidence, *, said: Tie | None, calendar: Calendar,
    now: datetime,
) -> Felt:  # fmt: skip
    """How close the two are, and why; `who` is what they go by, `said` her own word."""
    own, today = list(made), calendar.day(now)
    alone = ties.tie(evidence, now)
    close = [one for one in own if not one.group]
    reasons = [_written(who, close, calendar, today), *_spoken(close, calendar, today)]
    beside = sum(one.count for one in own if one.group)
    if beside:
        reasons.append(f"You were both in {counted(beside, 'more exchange')} with others, which count for little.")
    if contact.connected_on is not None:
        reasons.append(f"You have been connected on LinkedIn since {month(contact.connected_on, today)}.")
    found = tuple(filter(None, reasons)) or (NOTHING,)
    return Felt(contact.tie, alone, found, _silence(contact, evidence, today, calendar), _correction(said, alone))


def _correction(said: Tie | None, alone: Tie) -> str:
    """What she said beside what the letters tell."""
    if said is None:
        return ""
    same = said is alone
    rest = ", and letters and talks tell the same." if same else f". Letters and talks alone tell: {CALLED[alone]}."
    return f"You said {CALLED[said]}{rest}"


def _written(who: str, close: Iterable[Made], calendar: Calendar, today: date) -> str:
    """You wrote to each other 14 times, last in March."""
    letters = [one for one in close if one.channel not in {Channel.MEETING, Channel.PHONE}]
    out = sum(one.count for one in letters if one.direction is not Direction.IN)
    came = sum(one.count for one in letters if one.direction is not Direction.OUT)
    if not letters:
        return ""
    last = when(calendar.day(max(one.last for one in letters)), today)
    if out and came:
        return f"You wrote to each other {times(sum(one.count for one in letters))}, last {last}."
    told = f"you wrote to {who} {times(out)}" if out else f"{who} wrote to you {times(came)}"
    return sentence(f"{told}, {'last ' if out + came > 1 else ''}{last}")


def _spoken(close: Iterable[Made], calendar: Calendar, today: date) -> Iterable[str]:
    """You spoke twice, last on the 4th; you met once, just the two of you, in February."""
    talks = [one for one in close if one.channel in {Channel.MEETING, Channel.PHONE}]
    for call, words in ((True, "You spoke {}"), (False, "You met {}, just the two of you")):
        some = [one for one in talks if one.call is call]
        if some:
            count = sum(one.count for one in some)
            last = when(calendar.day(max(one.last for one in some)), today)
            yield f"{words.format(times(count))}, {'last ' if count > 1 else ''}{last}."


def _silence(contact: Contact, evidence: ties.Evidence, today: date, calendar: Calendar) -> str:
    """Not in touch for three years, close before; people are glad to be remembered."""
    if not contact.dormant or contact.last is None:
        return ""
    years = (today - calendar.day(contact.last)).days // 365
    before = ties.before(evidence)
    was = f", {CALLED[before]} before" if before in {Tie.CLOSE, Tie.KNOWN} else ""
    return f"Not in touch for {number(years)} years{was}. People are glad to be remembered."


def times(count: int) -> str:
    """Once, twice, three times; 14 times."""
    few = {1: "once", 2: "twice"}
    return few.get(count, f"{number(count) if count <= IN_WORDS else count} times")


def bridge(who: str, *, led_to: Iterable[str], only_at: str) -> str:
    """What somebody opens beyond her own circle, however well the two know each other; "" where that is not known."""
    names = list(led_to)
    if names:
        return f"{who} has opened new circles to you: {listed(names)}."
    return (
        f"{who} is the only one you know at {only_at}: a bridge, however well you know each other." if only_at else ""
    )
