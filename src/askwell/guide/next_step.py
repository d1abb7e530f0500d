"""What comes next with one person, and whether they are left in peace, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from askwell.domain.dated import of_week, spoken
from askwell.domain.people import Contact, Permission
from askwell.domain.plans import Promise
from askwell.domain.threads import Record, moment
from askwell.guide import letters
from askwell.guide.drafts import Composer
from askwell.guide.letters import Purpose
from askwell.guide.pushy import pace_of
from askwell.guide.today_words import Reasons
from askwell.identity.greeted import greeted
from askwell.method import pacing
from askwell.method.favors import Books
from askwell.method.ways import Matcher


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: a letter of this purpose, or nothing now (""), with its reason in a sentence."""

    purpose: str
    said: str


def rest_of(kept: Books, contact: Contact) -> str:
    """Why and until when somebody is left in peace, "" where they are not."""
    if contact.permission is Permission.NEVER_CONTACT:
        return "Left in peace for good: nothing is written to them."
    if contact.permission is Permission.LEAVE_OUT:
        return "Left out of this search: no new asks are suggested."
    own = [ask for ask in kept.asks if ask.to == contact.id]
    until = pacing.rests_until(kept.record, contact, own, kept.record.calendar)
    return f"Left in peace until {spoken(until)}." if until else ""


def next_step(kept: Books, contact: Contact, owed: Sequence[Promise], matcher: Matcher) -> Next:
    """What is owed comes first, then a meeting to come, then peace, an answer that is waited for, a new question.

    Peace for good comes before all of it.
    """
    who, rest = greeted(contact, kept.record) or contact.name, rest_of(kept, contact)
    if contact.permission is Permission.NEVER_CONTACT:
        return Next("", rest)
    for purpose in (Purpose.THANK, Purpose.REPORT, Purpose.ACT, Purpose.NUDGE):
        due = letters.due(kept, owed, contact.id, purpose=purpose)
        if due is not None and (purpose is not Purpose.NUDGE or _is_ripe(kept, due.lead)):
            return Next(str(letters.purpose_of(due.lead, kept)), Reasons(kept).of(due.lead))
    quiet = _nothing_now(kept, contact, who, rest=rest)
    if quiet:
        return Next("", quiet)
    today = kept.record.calendar.day(kept.record.now)
    need, _ = Composer.of(kept.record.search.goals, today=today, matcher=matcher, record=kept.record).need_for(contact)
    return Next(str(Purpose.ASK), f"Ask {who}: “{need.question}”")


def _nothing_now(kept: Books, contact: Contact, who: str, *, rest: str) -> str:
    """Why nothing is written to them now: a meeting to come, peace, a limit, an answer that is waited for; or ""."""
    pace = pace_of(kept, contact, purpose=Purpose.ASK)
    no_goal = f"Say what you are looking for; then there is a question that {who} can answer."
    reasons = (
        _coming(kept.record, contact.id),
        rest,
        "" if pace.allowed else pace.say,
        _waits(kept, contact, who),
        "" if kept.record.search.goals.said else no_goal,
    )
    return next(filter(None, reasons), "")


def _waits(kept: Books, contact: Contact, who: str) -> str:
    """What comes before a new question: an answer of hers, or one of theirs that is not late yet."""
    record = kept.record
    if contact.id in record.questions:
        return pacing.question_first(record, contact).removesuffix(" Answer that in the same letter.")
    fresh = (ask for ask in kept.asks if ask.to == contact.id)
    asked = next((ask for ask in fresh if pacing.still_fresh(ask, record.calendar, now=record.now)), None)
    day = spoken(record.calendar.day(asked.at)) if asked else ""
    return f"You asked {who} on {day}; an answer may take some days." if day else ""


def _is_ripe(kept: Books, promise: Promise) -> bool:
    return kept.record.calendar.day(promise.due) <= kept.record.calendar.day(kept.record.now)


def _coming(record: Record, contact: str) -> str:
    ahead = (i for i in record.search.interactions if contact in i.people and moment(i) > record.now)
    first = min((i for i in ahead if not (i.cancelled or i.recurring)), key=lambda i: i.at, default=None)
    if first is None:
        return ""
    local = record.calendar.local(first.at)
    return f"You meet on {of_week(local)} at {local.hour}:{local:%M}."
