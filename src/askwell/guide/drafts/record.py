"""What the record tells of a help, an ask, a referral or its outcome, as a draft can say it."""

import re
from datetime import timedelta

from askwell.domain.plans import Ask, Help, Outcome, Promise, Referral
from askwell.domain.threads import SPOKEN, Record
from askwell.guide.drafts import Came, Composer, Helped, Pointed, story
from askwell.guide.drafts.questions import first_clause
from askwell.method import followup
from askwell.method.favors import Books

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")
LONGEST_LETTER = 5000  # characters of a letter that are looked at
LONGEST_QUESTION = 45  # words
LED_TO_A_TALK = timedelta(days=21)  # before a talk, an ask is taken to be what it was about


def helped(one: Help, kept: Books) -> Helped:
    """What somebody did, as a draft can say it: their own words only where they wrote them."""
    record, day = kept.record, kept.record.calendar.day(one.since)
    message = record.search.by_id.get(one.interaction)
    subject = message.subject if message is not None and message.channel not in SPOKEN else ""
    referral = next((r for r in kept.referrals if r.id == one.id), None)
    if referral is not None:
        wrote = next(iter(record.sent(referral.person, after=referral.at)), None) if referral.person else None
        on = record.calendar.day(wrote.at) if wrote else None
        return Helped(day, person=referral.name, kind=referral.kind, wrote=on, subject=subject)
    asked = _asked(one, kept)
    if one.kind == "talk":
        return Helped(day, one.what, talk=True, asked=asked)
    quoted = message is not None and one.what.strip() in message.text
    return Helped(day, one.what, quoted=quoted, asked=asked, subject=subject)


def _asked(one: Help, kept: Books) -> str:
    """The question that a help answers: that of the ask it answered, or for a talk the one that led to it."""
    before = [a for a in kept.asks if a.to == one.by and a.at <= one.since]
    answered = [a for a in before if a.answered_by in one.interactions]
    if one.kind == "talk":
        answered = answered or [a for a in before if one.since - a.at <= LED_TO_A_TALK]
    return question_of(answered[-1], kept.record) if answered else ""


def question_of(ask: Ask, record: Record) -> str:
    """What the words she sent ask: her need, where it stands in them, else their longest question, for the short ones
    say hello. Where no words are kept, her need; "" where nothing is known, or they ask nothing.
    """
    letters = (record.search.by_id[key].text for key in ask.interactions if key in record.search.by_id)
    texts = [text for letter in letters if (text := " ".join(letter[:LONGEST_LETTER].split()))]
    if not texts or any(_asks(text, ask.need) for text in texts):
        return ask.need
    found = [one for text in texts for one in _BETWEEN_SENTENCES.split(text) if one.endswith("?")]
    return max((one for one in found if len(one.split()) <= LONGEST_QUESTION), key=len, default="")


def _asks(text: str, need: str) -> bool:
    """Whether a question stands in the text, as a whole or by its first clause."""
    whole = " ".join(need.split())
    return bool(whole) and any(one.rstrip("?") in text for one in (whole, first_clause(whole)))


def pointed_by(referral: Referral, kept: Books) -> Pointed:
    """Who pointed her to somebody, how and when."""
    referrer = kept.record.search.contacts.get(referral.referrer)
    name = referrer.name if referrer and referrer.name else "A friend"
    return Pointed(name, referral.kind, kept.record.calendar.day(referral.at))


def came_of_referral(promise: Promise, kept: Books, composer: Composer) -> Came:
    """News of somebody she was pointed to, or of an application that somebody's line led to."""
    referral = next((r for r in kept.referrals if r.id in promise.events), None)
    if referral is None:
        return _of_application(promise, kept, composer)
    told, good = story.of_referral(kept, referral, composer.today)
    link = "" if referral.referrer == promise.to else name_of(kept.record, referral.referrer)
    return Came(told, person=referral.name or "them", kind=referral.kind, link=link, good=good)


def _of_application(promise: Promise, kept: Books, composer: Composer) -> Came:
    """News of an application goes to everybody on the line that led there: to each with what they began."""
    told, good = _told(_as_recorded(promise), kept, composer)
    led = next((r for r in kept.referrals if r.referrer == promise.to), None)
    if led is not None:
        return Came(told, person=led.name, kind=led.kind, good=good)
    given = [one for one in kept.helps if one.by == promise.to]
    return Came(told, helped=helped(given[-1], kept) if given else None, good=good)


def came_of_help(promise: Promise, kept: Books, composer: Composer) -> Came:
    """What came of a help."""
    one = next((h for h in kept.helps if h.id == promise.about), None)
    given = helped(one, kept) if one else None
    came = followup.outcome(kept, one) if one else None
    told, good = _told(came or _as_recorded(promise), kept, composer)
    person, kind = (given.person, given.kind) if given else ("", None)
    return Came(told, person=person, kind=kind, helped=given, good=good)


def _as_recorded(promise: Promise) -> Outcome:
    return Outcome(promise.since, promise.because.partition("; ")[0])


def _told(came: Outcome, kept: Books, composer: Composer) -> tuple[str, bool]:
    return story.of_outcome(came, kept.record.calendar.day(came.at), composer.today)


def name_of(record: Record, contact: str) -> str:
    found = record.search.contacts.get(contact)
    return found.name if found and found.name else "somebody"
