"""What came of a help or a referral, as the record has it, told by the seeker: who wrote back, when they met."""

from datetime import date

from askwell.domain.cues import CueType
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.plans import Outcome, Referral
from askwell.domain.threads import SPOKEN, Record, moment
from askwell.guide.drafts.dates import when
from askwell.guide.drafts.phrases import listed, sentence
from askwell.identity.called import called
from askwell.method.favors import Books


def of_referral(kept: Books, referral: Referral, today: date) -> tuple[str, bool]:
    """What happened with the person referred to, in a sentence or two, and whether it was no refusal."""
    record, who = kept.record, called(referral.name) or referral.name
    heard = record.heard(referral.person, after=referral.at)
    letter = next((i for i in heard if i.channel not in SPOKEN), None)
    if letter is not None and _is_no(record, letter):
        day = when(record.calendar.day(letter.at), today)
        return f"I heard back from {who} {day}; it does not work out for now, and that is quite all right.", False
    steps = [*_letter(record, referral, letter, who, today), *_talk(record, referral, letter, today)]
    told = sentence(", and ".join(steps))
    further = _further(kept, referral)
    return f"{told} {who} has since pointed me on to {further}." if further else told, True


def _is_no(record: Record, letter: Interaction) -> bool:
    types = record.types(letter)
    return CueType.DECLINE in types and CueType.HELP not in types


def _letter(record: Record, referral: Referral, letter: Interaction | None, who: str, today: date) -> list[str]:
    if letter is None:
        return []
    began = any(i.at < letter.at for i in record.sent(referral.person, after=referral.at))
    heard = "heard back from" if began else "heard from"
    return [f"I {heard} {who} {when(record.calendar.day(letter.at), today)}"]


def _talk(record: Record, referral: Referral, letter: Interaction | None, today: date) -> list[str]:
    """The first talk with them, else the one that is arranged."""
    who = "we" if letter else f"{called(referral.name) or referral.name} and I"
    first = next(iter(record.talks(referral.person, after=referral.at)), None)
    if first is not None:
        spoke = "spoke" if first.channel is Channel.PHONE or "call" in first.subject.casefold() else "met"
        return [f"{who} {spoke} {when(record.calendar.day(first.at), today)}"]
    ahead = (i for i in record.search.interactions if referral.person in i.people and moment(i) > record.now)
    coming = next((i for i in ahead if i.direction is Direction.BOTH and not (i.cancelled or i.recurring)), None)
    return [f"{who} are meeting {when(record.calendar.day(coming.at), today)}"] if coming else []


def _further(kept: Books, referral: Referral) -> str:
    """Whom that person pointed her on to."""
    onward = [r.name for r in kept.referrals if r.referrer == referral.person and r.name and r.at > referral.at]
    return listed(dict.fromkeys(onward[:2]))


def of_outcome(came: Outcome, day: date, today: date) -> tuple[str, bool]:
    """News of an application or her own note, told by her, and whether it was no refusal; "" where it is not known."""
    said = came.say
    if said.startswith("you "):
        return "", True
    if said.startswith("the interview at ") and said.endswith(" took place"):
        return f"I had {said.removesuffix(' took place')} {when(day, today)}.", True
    if said.startswith("“") and said.endswith("” took place"):
        return f"I had my next interview {when(day, today)}.", True
    if said.endswith(" decided for somebody else"):
        return f"{sentence(said).rstrip('.')}, and I go on from here.", False
    return sentence(said.replace(" asked you ", " has asked me ").replace(" made you ", " has made me ")), True
