"""Tip 6, you are not too pushy: which asks were sent and answered, the few limits, and the go-ahead within them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.dated import spoken
from askwell.domain.days import Calendar
from askwell.domain.goals import Status
from askwell.domain.messages import Direction, Interaction
from askwell.domain.people import Contact, Permission
from askwell.domain.plans import Ask, AskState, Pace
from askwell.domain.search import Search
from askwell.domain.threads import SPOKEN, Record, base_subject, is_by_hand, is_one_to_one, noted_first, stable_id
from askwell.identity.greeted import greeted
from askwell.identity.involved import works_at

SAME_ASK_WITHIN = timedelta(days=3)
REMINDER_AFTER = timedelta(days=1)
REMINDERS = 2
WORKING_DAYS_BETWEEN_REMINDERS = 3
WORKING_DAYS_FOR_ANSWER = 3  # until then nobody is late
LATELY = timedelta(days=28)
OFTEN = 3  # letters of hers in four weeks, from which their number is worth saying
OPEN_ASKS_WITH_ONE = 3
REST_DAYS_AFTER_SILENCE = 60
REST_DAYS_AFTER_NO = 90
FADES_AFTER = timedelta(days=70)  # both reminders could have been sent, and the rest is over

ANSWERS = frozenset(
    {CueType.HELP, CueType.INTRODUCTION, CueType.REFERRAL, CueType.OFFER, CueType.DECLINE, CueType.MEETING}
)
_REMINDS = re.compile(
    r"\b(reminder|following up|follow(?:ing)? up on|checking in on|circling back|bringing this back|back to the top"
    r"|my (?:last|earlier|previous) (?:mail|email|e-mail|note|message)|did you (?:get|see) my"
    r"|nachgefragt|erinnerung|ich wollte (?:noch einmal|nochmal) nachfragen|je me permets de revenir|recordatorio)\b",
    re.IGNORECASE,
)
_UNDELIVERED = re.compile(
    r"undeliver|not (?:be )?delivered|delivery (?:has )?(?:fail|status|incomplete)|returned mail|mail delivery"
    r"|address (?:was|is)?n(?:'|’|o)t found|(?:user|recipient|mailbox) (?:unknown|unavailable)|no longer works"
    r"|unzustellbar|non remis|no entregado",
    re.IGNORECASE,
)


@dataclass
class _Request:
    """An ask while the record is read: the messages that carry it, and its reminders."""

    to: str
    carried: list[Interaction]
    cues: list[Cue]
    reminders: list[Interaction] = field(default_factory=list)

    @property
    def messages(self) -> list[Interaction]:
        return [*self.carried, *self.reminders]

    @property
    def at(self) -> datetime:
        return min(i.at for i in self.carried)

    @property
    def threads(self) -> frozenset[str]:
        return frozenset(i.thread for i in self.messages if i.thread)


def asks(search: Search, now: datetime) -> tuple[Ask, ...]:
    """Every ask of the search, oldest first. An ask found twice is one; a second message in the silence is a nudge."""
    return asks_in(Record.of(search, now=now))


def asks_in(record: Record) -> tuple[Ask, ...]:
    by_contact: dict[str, list[_Request]] = {}
    for interaction, cues in _asking(record):
        to = next((c for cue in cues for c in cue.contacts if c), interaction.other or "")
        if to:
            _place(record, by_contact.setdefault(to, []), interaction, cues=cues)
    found = [_ask(record, request, known) for known in by_contact.values() for request in known]
    return tuple(sorted(found, key=lambda ask: (ask.at, ask.id)))


def _asking(record: Record) -> Iterator[tuple[Interaction, list[Cue]]]:
    """Outgoing messages with an ask in them, each once however many asks were seen in it."""
    for interaction in record.past:
        if interaction.direction is not Direction.IN:
            cues = [c for c in record.search.cues_of.get(interaction.id, ()) if c.type is CueType.ASK]
            if cues:
                yield interaction, cues


def _place(record: Record, known: list[_Request], interaction: Interaction, *, cues: list[Cue]) -> None:
    to = known[0].to if known else next((c for cue in cues for c in cue.contacts if c), interaction.other or "")
    for request in reversed(known):
        role = _role(record, request, interaction, known=known)
        if role:
            (request.carried if role == "same" else request.reminders).append(interaction)
            request.cues.extend(cues)
            return
    known.append(_Request(to=to, carried=[interaction], cues=cues))


def _role(record: Record, request: _Request, later: Interaction, *, known: list[_Request]) -> str:
    """What a later message with an ask is to an earlier ask of the same contact: the same, a reminder, or neither."""
    last = request.messages[-1]
    gap = later.at - last.at
    if is_by_hand(later) != is_by_hand(last) and gap <= SAME_ASK_WITHIN:
        return "same"
    if _first_answer(record, request, known, before=later.at):
        return ""
    if gap < REMINDER_AFTER or _bounced(record, last, before=later.at):
        return "same"
    same_words = later.text.strip() == last.text.strip() != ""
    if same_words or (later.thread and later.thread in request.threads) or _reminds(later, last):
        return "reminder"
    return "same" if gap <= SAME_ASK_WITHIN else ""


def _reminds(later: Interaction, last: Interaction) -> bool:
    subject = base_subject(later.subject)
    return bool(subject and subject == base_subject(last.subject)) or bool(
        _REMINDS.search(later.subject) or _REMINDS.search(later.text[:2000])
    )


def _bounced(record: Record, message: Interaction, *, before: datetime) -> bool:
    """Whether it came back undelivered: a machine said so in its thread."""
    replies = (i for i in record.thread(message) if message.at <= i.at < before and record.is_machine(i))
    return any(i.other != message.other or _UNDELIVERED.search(f"{i.subject}\n{i.text[:2000]}") for i in replies)


def _ask(record: Record, request: _Request, known: list[_Request]) -> Ask:
    answer = _first_answer(record, request, known, before=None)
    nudged = tuple(i.at for i in _reminders(record, request, answer))
    return Ask(
        id=stable_id("ask", noted_first(i.id for i in request.carried)),
        to=request.to,
        at=request.at,
        state=_state(record, request, answer, nudged=len(nudged)),
        need=next((c.about for c in request.cues if c.about), ""),
        guess=next((c.guess for c in request.cues if c.guess is not None), None),
        confirmed=any(c.answer is Answer.YES for c in request.cues),
        nudged=nudged,
        answered_by=answer.id if answer else "",
        interactions=tuple(i.id for i in request.carried),
        bounced=_bounced(record, request.carried[-1], before=record.now),
    )


def _reminders(record: Record, request: _Request, answer: Interaction | None) -> list[Interaction]:
    """Reminders with an ask in them, and whatever else she wrote into the silence of the thread a day later or more."""
    end = answer.at if answer else record.now + timedelta(seconds=1)
    carried = {i.id for i in request.carried}
    start = max(i.at for i in request.carried)
    quiet = [
        i
        for i in record.sent(request.to, after=start + REMINDER_AFTER)
        if i.at < end and i.id not in carried and i.thread and i.thread in request.threads and i.channel not in SPOKEN
    ]
    found = {i.id: i for i in (*request.reminders, *quiet)}
    noted = {entry for entry, message in record.doubles.items() if message in found}
    return sorted((i for i in found.values() if i.id not in noted), key=lambda i: i.at)


def _first_answer(
    record: Record, request: _Request, known: list[_Request], *, before: datetime | None
) -> Interaction | None:
    """The first thing the contact said to it. Mail is matched by thread, for any mail afterwards is no answer."""
    others = {t for other in known if other is not request for t in other.threads} - request.threads
    for reply in record.heard(request.to, after=request.at):
        if before is not None and reply.at >= before:
            return None
        if reply.thread and reply.thread in others:
            continue
        if _answers(record, request, reply):
            return reply
    return None


def _answers(record: Record, request: _Request, reply: Interaction) -> bool:
    if reply.direction is Direction.BOTH:
        return is_one_to_one(reply) and reply.id not in {i.id for i in request.messages}
    if reply.thread and reply.thread in request.threads:
        return True
    subjects = {base_subject(i.subject) for i in request.messages} - {""}
    return (
        bool(record.types(reply) & ANSWERS)
        or base_subject(reply.subject) in subjects
        or (not request.threads and is_one_to_one(reply))
    )


def _state(record: Record, request: _Request, answer: Interaction | None, *, nudged: int) -> AskState:
    if answer is not None:
        return AskState.DECLINED if _is_no(record, answer) else AskState.ANSWERED
    silent = nudged >= REMINDERS or record.now - request.at > FADES_AFTER
    return AskState.UNANSWERED if silent else AskState.SENT


def _is_no(record: Record, answer: Interaction) -> bool:
    """Whether it says no, itself or, where it says nothing yet, what its writer adds in the same thread."""
    for reply in record.thread(answer):
        if reply.at >= answer.at and reply.other == answer.other and reply.direction is not Direction.OUT:
            types = record.types(reply)
            if types & ANSWERS:
                return CueType.DECLINE in types
    return CueType.DECLINE in record.types(answer)


def go_ahead(contact_id: str, search: Search, now: datetime, calendar: Calendar, *, reminder: bool = False) -> Pace:
    """Whether one more ask (or one more reminder) is fine, said with her own numbers. Only a real limit says no."""
    record = Record.of(search, now=now, calendar=calendar)
    return pace(record, contact_id, asks_in(record), calendar, reminder=reminder)


def pace(record: Record, contact_id: str, sent: Iterable[Ask], calendar: Calendar, *, reminder: bool = False) -> Pace:
    """The same from asks that are known already.

    It objects to a second reminder within three working days, a third one, a fourth open question and asking again
    after a no; to what she herself has ruled out; and to what would tell colleagues of a search that is not known.
    """
    contact = record.search.contacts.get(contact_id) or Contact(id=contact_id, name="")
    own = [ask for ask in sent if ask.to == contact_id]
    for said in _limits(record, contact, own, calendar, reminder=reminder):
        if said:
            return Pace(allowed=False, say=said)
    room = " ".join(filter(None, (question_first(record, contact), _plenty_of_room(record, contact, own, calendar))))
    return Pace(allowed=True, say=room)


def question_first(record: Record, contact: Contact) -> str:
    """What they asked her and wait for, to be answered in the same letter; "" for nothing. It stops no ask."""
    if contact.id not in record.questions:
        return ""
    asked, question = record.questions[contact.id]
    name, day = greeted(contact, record) or "This person", spoken(record.calendar.day(asked.at))
    return f"{name} asked you on {day}: “{question}” Answer that in the same letter."


def still_fresh(ask: Ask, calendar: Calendar, *, now: datetime) -> bool:
    """Whether a question is open for less than three working days, so that an answer is hardly to be expected yet."""
    return ask.state is AskState.SENT and not ask.bounced and calendar.passed(ask.at, now=now) < WORKING_DAYS_FOR_ANSWER


def rests_until(record: Record, contact: Contact, own: list[Ask], calendar: Calendar) -> date | None:
    """Until when somebody is left in peace: the day she set, else after a no or after two reminders without answer."""
    today = calendar.day(record.now)
    if contact.rest_until is not None:
        return contact.rest_until if contact.rest_until > today else None
    ends = [_after_no(record, ask, calendar) for ask in own if ask.state is AskState.DECLINED]
    ends += [
        calendar.day(ask.nudged[-1]) + timedelta(days=REST_DAYS_AFTER_SILENCE)
        for ask in own
        if ask.state is AskState.UNANSWERED and len(ask.nudged) >= REMINDERS
    ]
    return max((end for end in ends if end is not None and end > today), default=None)


def _after_no(record: Record, ask: Ask, calendar: Calendar) -> date | None:
    """90 days after a no, unless they came back by themselves with something since."""
    said = record.search.by_id[ask.answered_by]
    back = (i for i in record.heard(ask.to, after=said.at) if record.types(i) & (ANSWERS - {CueType.DECLINE}))
    return None if any(back) else calendar.day(said.at) + timedelta(days=REST_DAYS_AFTER_NO)


def _limits(record: Record, contact: Contact, own: list[Ask], calendar: Calendar, *, reminder: bool) -> Iterator[str]:
    name = greeted(contact, record) or "This person"
    if contact.permission is Permission.NEVER_CONTACT:
        yield f"You decided never to contact {name}."
    if contact.permission is Permission.LEAVE_OUT:
        yield f"You decided to leave {name} out of this search."
    until = rests_until(record, contact, own, calendar)
    if until is not None:
        yield f"{_why_rest(record, name, own, calendar)} Leave it until {spoken(until)}, unless {name} writes first."
    if _is_colleague(record, contact):
        yield f"{name} works where you do, and your search is not known there. You may tell them, when you are ready."
    waiting = [ask for ask in own if ask.state is AskState.SENT]
    if reminder and waiting:
        yield _reminder_limit(record, name, waiting[-1], calendar)
    if not reminder and len(waiting) >= OPEN_ASKS_WITH_ONE:
        yield f"{len(waiting)} questions of yours are open with {name}. Wait for one answer before the next."


def _is_colleague(record: Record, contact: Contact) -> bool:
    """Whether they work at her present employer, who need not know, while her status is employed."""
    goals = record.search.goals
    current = [p.company for p in goals.positions if p.until is None and p.company]
    return goals.status is Status.EMPLOYED and any(works_at(contact, company) for company in current)


def _why_rest(record: Record, name: str, own: list[Ask], calendar: Calendar) -> str:
    if own and own[-1].state is AskState.DECLINED:
        return f"{name} said no, or not now, on {spoken(calendar.day(record.search.by_id[own[-1].answered_by].at))}."
    if own and own[-1].state is AskState.UNANSWERED:
        return f"You asked on {spoken(calendar.day(own[-1].at))} and reminded {name} {times(len(own[-1].nudged))}."
    return f"You wanted to give {name} a rest."


def _reminder_limit(record: Record, name: str, ask: Ask, calendar: Calendar) -> str:
    if len(ask.nudged) >= REMINDERS:
        return f"You reminded {name} {times(len(ask.nudged))}; a third reminder would be one too many."
    if ask.nudged and calendar.passed(ask.nudged[-1], now=record.now) < WORKING_DAYS_BETWEEN_REMINDERS:
        day = spoken(calendar.day(ask.nudged[-1]))
        return f"Your last reminder to {name} went out on {day}. Give it {WORKING_DAYS_BETWEEN_REMINDERS} working days."
    return ""


def _plenty_of_room(record: Record, contact: Contact, own: list[Ask], calendar: Calendar) -> str:
    name = greeted(contact, record) or "this person"
    lately = _lately(record, contact, name)
    if not own:
        return f"You have asked {name} nothing yet in this search.{lately} There is plenty of room."
    reminders = sum(len(ask.nudged) for ask in own)
    last = spoken(calendar.day(own[-1].at))
    asked = f"You have asked {name} {times(len(own))} in this search, last on {last}"
    return (
        f"{asked}, with {reminders or 'no'} reminder{'' if reminders == 1 else 's'}.{lately} There is plenty of room."
    )


def _lately(record: Record, contact: Contact, name: str) -> str:
    """How often either wrote in the last four weeks, where it was more than what the asks tell already."""
    fresh = [i for i in record.between(contact.id) if record.now - i.at <= LATELY and not record.is_machine(i)]
    hers = sum(i.direction is Direction.OUT for i in fresh)
    theirs = sum(i.direction is Direction.IN and i.other == contact.id for i in fresh)
    if hers < OFTEN:
        return ""
    return f" In the last four weeks you wrote {times(hers)}, and {name} {times(theirs) if theirs else 'not yet'}."


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
