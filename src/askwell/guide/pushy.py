"""Am I being pushy? The answer with her own numbers, and what comes next if it stays quiet."""

from datetime import date

from askwell.domain.dated import of_week
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState, Pace
from askwell.guide.drafts.dates import when
from askwell.guide.letters import Purpose
from askwell.identity.greeted import greeted
from askwell.method import pacing
from askwell.method.favors import Books
from askwell.method.followup import NUDGES_AFTER
from askwell.method.pacing import REST_DAYS_AFTER_SILENCE

ASKING = frozenset({Purpose.ASK, Purpose.ACT, Purpose.NUDGE})
GLADLY = "Not at all: this asks for nothing. Thanks and news are always welcome."
ENOUGH = 3  # people asked, from which it is worth counting
LONG_SINCE = 60  # days without a word, from which it is worth saying


def pace_of(kept: Books, contact: Contact, *, purpose: Purpose) -> Pace:
    """The go-ahead for this letter; what asks for nothing needs none."""
    if purpose not in ASKING:
        return Pace(allowed=True, say=GLADLY)
    calendar, reminder = kept.record.calendar, purpose is Purpose.NUDGE
    return pacing.pace(kept.record, contact.id, kept.asks, calendar, reminder=reminder)


def pushy(kept: Books, contact: Contact, *, purpose: Purpose, pace: Pace) -> str:
    """The go-ahead in full: when they were last in touch, and the two reminders there may be."""
    if purpose not in ASKING or not pace.allowed:
        return pace.say
    quiet = _of_reminder(kept, contact) if purpose is Purpose.NUDGE else _of_ask(kept)
    return " ".join(filter(None, (_since(kept, contact), pace.say, quiet)))


def _since(kept: Books, contact: Contact) -> str:
    calendar, who = kept.record.calendar, greeted(contact, kept.record)
    if contact.last is None or not (contact.sent or contact.received) or not who:
        return ""
    today, last = calendar.day(kept.record.now), calendar.day(contact.last)
    return f"You and {who} were last in touch {when(last, today)}." if (today - last).days > LONG_SINCE else ""


def _of_ask(kept: Books) -> str:
    calendar, now = kept.record.calendar, kept.record.now
    first, last = (calendar.day(calendar.after(now, working_days=days)) for days in NUDGES_AFTER)
    return " ".join(filter(None, (_so_far(kept), _if_quiet(first, last))))


def _so_far(kept: Books) -> str:
    """How people took her questions until now, honest both ways; nothing while there are too few to tell."""
    asked = {ask.to for ask in kept.asks}
    helped = {ask.to for ask in kept.asks if ask.state is AskState.ANSWERED}
    if len(asked) < ENOUGH:
        return ""
    if not helped:
        return f"You asked {len(asked)} people so far, and no answer has come yet; silence is rarely about you."
    noes = {ask.to for ask in kept.asks if ask.state is AskState.DECLINED} - helped
    said = f"Of the {len(asked)} people you asked so far, {len(helped)} answered"
    return f"{said}, and {len(noes)} said no." if noes else f"{said}, and nobody said no."


def _if_quiet(first: date, last: date) -> str:
    return f"If it stays quiet: one kind reminder on {of_week(first)}, one last on {of_week(last)}, and then it rests."


def _of_reminder(kept: Books, contact: Contact) -> str:
    open_asks = [ask for ask in kept.asks if ask.to == contact.id and ask.state is AskState.SENT]
    if not open_asks:
        return ""
    return _last_one() if open_asks[-1].nudged else _one_more(kept, open_asks[-1])


def _last_one() -> str:
    return f"This is the last reminder; after it the question rests for {REST_DAYS_AFTER_SILENCE} days."


def _one_more(kept: Books, ask: Ask) -> str:
    calendar = kept.record.calendar
    by_ask, by_this = (
        calendar.after(at, working_days=days)
        for at, days in ((ask.at, NUDGES_AFTER[1]), (kept.record.now, NUDGES_AFTER[0]))
    )
    return f"One last reminder may follow on {of_week(calendar.day(max(by_ask, by_this)))}; then it rests."
