"""Which letter it is: all that is owed to one person, or the letter of a purpose where nothing is owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from askwell.domain.gifts import Gift
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState, Draft, DraftKind, Help, Promise, PromiseKind, PromiseState
from askwell.guide.drafts import Came, Composer, Helped, Reminded, keeping
from askwell.guide.drafts.record import helped, question_of
from askwell.guide.joining import Joined, joined
from askwell.method import favors, followup
from askwell.method.favors import Books


class Purpose(StrEnum):
    """What a letter is for. `act` is the first message to somebody she was pointed to, `give` offers something."""

    ASK = "ask"
    ACT = "act"
    THANK = "thank"
    REPORT = "report"
    CLOSE = "close"
    NUDGE = "nudge"
    LANDED = "landed"
    GIVE = "give"


SILENT = frozenset({AskState.SENT, AskState.UNANSWERED})
NEWS = frozenset({Purpose.REPORT, Purpose.CLOSE, Purpose.LANDED})
KINDS = {
    Purpose.ASK: DraftKind.ASK,
    Purpose.ACT: DraftKind.REFERRED,
    Purpose.THANK: DraftKind.THANKS,
    Purpose.REPORT: DraftKind.CLOSE_LOOP,
    Purpose.CLOSE: DraftKind.CLOSE_LOOP,
    Purpose.NUDGE: DraftKind.NUDGE,
    Purpose.LANDED: DraftKind.LANDED,
    Purpose.GIVE: DraftKind.THANKS,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A letter, what it is for in the end (news holds thanks as well), and the promises that it keeps."""

    draft: Draft
    purpose: Purpose
    promises: tuple[Promise, ...] = ()


def due(kept: Books, promises: Iterable[Promise], who: str, *, purpose: Purpose) -> Joined | None:
    """All that one letter to somebody holds, if what it is to be for is among it.

    `who` is a contact, or the promise to somebody who is only named. A reminder before its day is due only where a
    reminder is what she wants.
    """
    record = kept.record
    owed = [
        one
        for one in promises
        if one.state is PromiseState.OWED
        and one.confirmed
        and who == (one.to or one.id)
        and (purpose is Purpose.NUDGE or followup.is_ripe(one, record.now, record.calendar))
    ]
    groups = joined(owed)
    wanted = {purpose_of(one, kept) for one in owed}
    return groups[0] if groups and (purpose in wanted or (purpose in NEWS and wanted & NEWS)) else None


def purpose_of(promise: Promise, kept: Books) -> Purpose:
    return Purpose.LANDED if keeping.is_landing(promise, kept) else Purpose(str(promise.kind))


def owed_letter(one: Joined, kept: Books, composer: Composer, *, channel: str = "") -> Written | None:
    """The letter that keeps all of it; None where nobody is known by name."""
    draft = keeping.compose(one.lead, kept, composer, others=one.others, channel=channel)
    return Written(draft, purpose_of(one.lead, kept), (one.lead, *one.others)) if draft else None


def free_letter(
    purpose: Purpose, contact: Contact, kept: Books, composer: Composer, *, channel: str = "", gift: Gift | None = None
) -> Written:
    """Thanks, news, a reminder or a gift that nobody waits for; what is not known is asked of her."""
    if purpose is Purpose.NUDGE:
        return _reminder(contact, kept, composer, channel=channel)
    last = next((one for one in reversed(kept.helps) if one.by == contact.id), None)
    by = channel or keeping.by_letter(contact, kept, last.interaction if last else "")
    given = helped(last, kept) if last else None
    if purpose is Purpose.THANK:
        draft = composer.thanks(contact, (given or _now(kept),), channel=by)
    elif purpose is Purpose.LANDED:
        title, company = keeping.job_taken(kept)
        draft = composer.landed(contact, title=title, company=company, helped=given, channel=by)
    elif purpose is Purpose.GIVE:
        chosen = gift or favors.gifts(contact.id, kept.record)[0]
        draft = composer.giving(contact, chosen, helped=given, channel=by)
    else:
        draft = composer.closing(contact, _untold(last, given), channel=by)
    return Written(draft, purpose)


def _now(kept: Books) -> Helped:
    return Helped(kept.record.calendar.day(kept.record.now))


def _untold(last: Help | None, given: Helped | None) -> Came:
    """News that only she knows, of what they did or of whom they pointed to."""
    if given is None or last is None:
        return Came("")
    return Came("", person=given.person, kind=given.kind) if given.person else Came("", helped=given)


def silent(kept: Books, contact: str) -> Ask | None:
    """Her last question to somebody that is still without an answer."""
    return next((ask for ask in reversed(kept.asks) if ask.to == contact and ask.state in SILENT), None)


def _reminder(contact: Contact, kept: Books, composer: Composer, *, channel: str) -> Written:
    """Of the question that is open; where none is, one is asked."""
    ask = silent(kept, contact.id)
    if ask is None:
        return Written(composer.ask(contact, channel=channel), Purpose.ASK)
    letter = kept.record.search.by_id.get(ask.interactions[-1])
    day, subject = kept.record.calendar.day(ask.at), letter.subject if letter else ""
    about = Reminded(question_of(ask, kept.record), day, last=bool(ask.nudged), subject=subject)
    by = channel or keeping.by_letter(contact, kept, ask.interactions[-1])
    return Written(composer.nudge(contact, about, channel=by), Purpose.NUDGE)


def keeps(promises: Iterable[Promise], *, purpose: Purpose) -> frozenset[PromiseKind]:
    """The kinds of promises that a letter of this purpose keeps by its words; a message to somebody keeps an act."""
    kinds = {one.kind for one in promises}
    kinds |= {PromiseKind.THANK} if purpose is Purpose.THANK else set()
    return frozenset(kinds | ({PromiseKind.CLOSE} if purpose in NEWS else set()))
