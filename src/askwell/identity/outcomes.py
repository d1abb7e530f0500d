"""What came of a help or a referral, as far as the record has it; where it has nothing, only she can tell."""

from collections.abc import Iterator
from datetime import UTC, datetime

from askwell.domain.books import Books
from askwell.domain.cues import CueType
from askwell.domain.dated import spoken
from askwell.domain.messages import Interaction
from askwell.domain.plans import Help, Outcome, Referral
from askwell.domain.search import Stage
from askwell.domain.threads import SPOKEN, Record, confirmed, is_call, moment
from askwell.identity.involved import (
    ANSWERED,
    DECIDED,
    companies_meant,
    decision,
    interviews,
    is_for_an_interview,
    next_interview,
    vacancies_meant,
)

EVER = datetime(1970, 1, 1, tzinfo=UTC)
FOR_GOOD = frozenset({Stage.OFFER, Stage.REJECTED})


def news(record: Record, referral: Referral) -> Outcome | None:
    """The first time the person referred to answered, met her or said no; None where nothing is in the record yet."""
    if not referral.person:
        return None
    heard = record.heard(referral.person, after=referral.at)
    talked = record.talks(referral.person, after=referral.at)
    first = min((*heard, *talked), key=moment, default=None)
    if first is None:
        return None
    did = ("spoke with you" if is_call(first) else "met you") if first.channel in SPOKEN else "wrote back"
    if CueType.DECLINE in record.types(first) and CueType.HELP not in record.types(first):
        did = "said no, or not now,"
    day = record.calendar.day(moment(first))
    return Outcome(at=moment(first), say=f"{referral.name} {did} on {spoken(day)}", interaction=first.id)


def settles(record: Record, answer: Interaction) -> bool:
    """Whether an answer is a no or a help, and no guess of Askwell's; a kind word alone waits for one of hers."""
    cues = record.search.cues_of.get(answer.id, ())
    return any(cue.type in {CueType.DECLINE, CueType.HELP} and confirmed((cue,)) for cue in cues)


def outcome(kept: Books, one: Help) -> Outcome | None:
    """The first that is known of it.

    An answer of the person referred to; her own word; the interview or decision at the company the help was for.
    """
    found = list(noted(kept.record, one))
    if one.kind == "referral":
        found += [c for r in kept.referrals if r.id == one.id and (c := news(kept.record, r))]
    else:
        found += _at_companies(kept, one)
    return min(found, key=lambda came: came.at, default=None)


def noted(record: Record, one: Help) -> Iterator[Outcome]:
    """What she noted herself as the outcome of the help."""
    for interaction, cue in record.cues(CueType.OUTCOME):
        who = cue.contacts or interaction.people
        if one.by in who and moment(interaction) >= one.since and interaction.id not in one.interactions:
            yield Outcome(moment(interaction), cue.about or cue.evidence or "you noted what came of it", interaction.id)


def _at_companies(kept: Books, one: Help) -> Iterator[Outcome]:
    """Interviews and decisions at the companies that the help was for; where it was for an interview, only those."""
    record = kept.record
    asked, words = _what_it_was_for(kept, one)
    interview = is_for_an_interview(words)
    meant = companies_meant(record, words, helper=record.search.contacts.get(one.by))
    if not asked:
        meant |= vacancies_meant(record, words, after=one.since)
    for application in record.search.applications:
        if application.company in meant:
            wanted = DECIDED if interview else ANSWERED
            if any(held.at <= one.since for held in interviews(record, application, after=EVER)):
                wanted = (
                    FOR_GOOD  # a further round was earned by the interview before; such help is for what comes next
                )
            yield from interviews(record, application, after=one.since)
            yield from decision(record, application, wanted, after=one.since)
    if interview and not meant:
        yield from next_interview(record, after=one.since)


def _what_it_was_for(kept: Books, one: Help) -> tuple[bool, str]:
    """The words of the ask that it answers; where she did not ask, its own."""
    by_id = kept.record.search.by_id
    asked = [ask for ask in kept.asks if ask.to == one.by and ask.at <= one.since]
    answering = [ask for ask in asked if ask.answered_by in one.interactions] or asked[-1:]
    ids = [i for ask in answering for i in ask.interactions] or list(one.interactions)
    needs = [ask.need for ask in answering]
    return bool(answering), "\n".join((*needs, *(f"{by_id[i].subject}\n{by_id[i].text[:5000]}" for i in ids)))
