"""What took place with somebody, in a few words each: how it went, what it was about, and what it told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Ask, AskState, Referral, ReferralKind, ReferralStage
from askwell.domain.threads import is_call
from askwell.guide.drafts.dates import when
from askwell.guide.drafts.record import question_of
from askwell.identity.called import called
from askwell.identity.greeted import greeted
from askwell.method.favors import Books

LONGEST = 90  # characters of a letter that stand beside its day
BY = {Channel.EMAIL: "by mail", Channel.LINKEDIN: "on LinkedIn", Channel.TEXT: "by text", Channel.PHONE: "by phone"}
POINTED = {
    ReferralKind.NAME: "pointed you to {}",
    ReferralKind.USE_MY_NAME: "pointed you to {} and let you use their name",
    ReferralKind.INTRODUCTION: "introduced you to {}",
    ReferralKind.FORWARDED: "passed your details on to {}",
    ReferralKind.EMPLOYEE_REFERRAL: "put in a word for you with {}",
}
THEIRS = {
    CueType.HELP: "helped you",
    CueType.OFFER: "offered to help",
    CueType.DECLINE: "said no, or not now",
    CueType.MEETING: "agreed to talk",
}
HERS = {
    CueType.ASK: "you asked",
    CueType.THANKS: "you said thank you",
    CueType.CLOSED: "you told what came of it",
    CueType.GIVEN: "you gave something back",
    CueType.OUTCOME: "you noted what came of it",
    CueType.MEETING: "you agreed to talk",
}
NOTICED = "you may have given something back"
TIES = {
    Tie.CLOSE: "You are close",
    Tie.KNOWN: "You know each other",
    Tie.BARELY: "You know each other a little",
    Tie.NEW: "You do not know each other yet",
}
STAGES = {
    ReferralStage.NAMED: "named",
    ReferralStage.CONVERSATION: "in conversation",
    ReferralStage.DECIDER: "with somebody who decides",
    ReferralStage.OPENING: "on an opening",
}
STATES = {
    AskState.SENT: "No answer yet",
    AskState.ANSWERED: "Answered",
    AskState.DECLINED: "A no, or not now",
    AskState.UNANSWERED: "No answer; it rests",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One exchange: `how` it went, the first `words` of it, what it `told`; `inked` where somebody helped.

    Of what `waits`, she has not said yet whether it is so; `ahead` is still to come.
    """

    id: str
    at: datetime
    channel: Channel
    direction: Direction
    how: str
    words: str
    told: tuple[str, ...] = ()
    waits: bool = False
    inked: bool = False
    ahead: bool = False


def moments(found: Iterable[Interaction], contact: Contact, kept: Books) -> list[Moment]:
    """The exchanges in the order given; what she noted and her mail holds too stands there once."""
    helped = {i for one in kept.helps if one.by == contact.id for i in one.interactions}
    pointed: dict[str, list[Referral]] = {}
    for referral in kept.referrals:
        if referral.referrer == contact.id:
            for interaction in referral.interactions:
                pointed.setdefault(interaction, []).append(referral)
    doubles = kept.record.doubles
    who = greeted(contact, kept.record) or "They"
    return [
        _moment(one, contact, kept, pointed, who=who, inked=one.id in helped) for one in found if one.id not in doubles
    ]


def _moment(
    one: Interaction,
    contact: Contact,
    kept: Books,
    pointed: Mapping[str, list[Referral]],
    *,
    who: str,
    inked: bool,
) -> Moment:
    cues = kept.record.search.cues_of.get(one.id, ())
    ahead = (one.end or one.at) > kept.record.now
    return Moment(
        id=one.id,
        at=one.at,
        channel=one.channel,
        direction=one.direction,
        how=_how(one, contact, cues, kept.record.search.contacts, who=who, ahead=ahead),
        words=_words(one),
        told=tuple(dict.fromkeys(_told(one, contact, cues, pointed.get(one.id, ())))),
        waits=any(cue.answer is Answer.WAITING for cue in cues),
        inked=inked,
        ahead=ahead,
    )


def _how(
    one: Interaction,
    contact: Contact,
    cues: Iterable[Cue],
    names: Mapping[str, Contact],
    *,
    who: str,
    ahead: bool,
) -> str:
    if any(cue.type is CueType.OUTCOME for cue in cues):
        return "Your own note"
    if one.channel in {Channel.MEETING, Channel.PHONE}:
        spoken = "speak" if is_call(one) else "meet"
        past = "spoke" if is_call(one) else "met"
        company = " with others" if one.group else ""
        return f"You {spoken if ahead else past}{company}"
    by = BY[one.channel]
    if one.direction is Direction.OUT:
        return f"You wrote {by}" if not one.people or one.people[0] == contact.id else f"You wrote {by}, to them too"
    if one.people[:1] == (contact.id,):
        return f"{who} wrote {by}"
    writer = names.get(one.people[0]) if one.people else None
    return f"{(called(writer.name) if writer else '') or 'Somebody'} wrote to you and {who} {by}"


def _words(one: Interaction) -> str:
    plain = " ".join((one.subject or one.text).split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rpartition(' ')[0] or plain[:LONGEST]}…"


def _told(one: Interaction, contact: Contact, cues: Iterable[Cue], pointed: Iterable[Referral]) -> Iterable[str]:
    """What it told; of a letter by somebody else in which they were copied, nothing is theirs."""
    yield from (POINTED[referral.kind].format(referral.name or "somebody") for referral in pointed)
    if one.direction is Direction.IN and one.other != contact.id:
        return
    for cue in cues:
        theirs = THEIRS.get(cue.type) if one.direction is not Direction.OUT else None
        hers = HERS.get(cue.type) if one.direction is not Direction.IN else None
        if hers and cue.type is CueType.GIVEN and cue.answer is not Answer.YES:
            hers = NOTICED  # the ledger beside it counts what she said yes to
        if words := theirs or hers:
            yield words


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of hers, and what became of it in words; `guess` is her own guess before it went."""

    id: str
    at: datetime
    question: str
    state: AskState
    said: str
    reminders: int = 0
    guess: bool | None = None


def asked(kept: Books, contact: str) -> list[Asked]:
    """Her questions to somebody, the latest first."""
    return [_asked(kept, ask) for ask in reversed(kept.asks) if ask.to == contact]


def _asked(kept: Books, ask: Ask) -> Asked:
    answer = kept.record.search.by_id.get(ask.answered_by)
    calendar = kept.record.calendar
    day = f" {when(calendar.day(answer.at), calendar.day(kept.record.now))}" if answer else ""
    comma = "," if ask.state is AskState.DECLINED and day else ""
    said = "It came back undelivered" if ask.bounced else f"{STATES[ask.state]}{comma}{day}"
    return Asked(ask.id, ask.at, question_of(ask, kept.record), ask.state, said, len(ask.nudged), ask.guess)


@dataclass(frozen=True, slots=True)
class Pointing:
    """One end of a referral as this person's page shows it: who (`person` "" where no contact), in words, how far."""

    person: str
    name: str
    said: str
    at: datetime
    stage: str
    confirmed: bool


def led_here(kept: Books, contact: Contact) -> list[Pointing]:
    """Who pointed her to this person, the first one first."""
    found = []
    for one in kept.referrals:
        if one.person == contact.id:
            referrer = kept.record.search.contacts.get(one.referrer)
            name = referrer.name if referrer else "Somebody"
            said = f"{name} {POINTED[one.kind].format(contact.name)}"
            found.append(_pointing(one, one.referrer if referrer else "", name, said))
    return found


def led_on(kept: Books, contact: Contact) -> list[Pointing]:
    """Whom this person pointed her to."""
    who = greeted(contact, kept.record) or contact.name
    found = []
    for one in kept.referrals:
        if one.referrer == contact.id:
            name = one.name or "somebody"
            found.append(_pointing(one, one.person, name, f"{who} {POINTED[one.kind].format(name)}"))
    return found


def _pointing(one: Referral, person: str, name: str, said: str) -> Pointing:
    return Pointing(person, name, said, one.at, STAGES[one.stage], one.confirmed)
