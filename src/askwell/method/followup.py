"""Tip 7, follow up like a professional: the promises, what keeps each, and what came of every help."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from askwell.domain.cues import CueType
from askwell.domain.days import Calendar
from askwell.domain.messages import Interaction
from askwell.domain.plans import Ask, AskState, Help, Outcome, Promise, PromiseKind, PromiseState, Referral
from askwell.domain.search import Search, Stage
from askwell.domain.threads import Record, moment, stable_id
from askwell.identity.involved import (
    ANSWERED,
    DECIDED,
    application_news,
    companies_meant,
    decision,
    interviews,
    is_for_an_interview,
    next_interview,
)
from askwell.method.favors import CHASED_AFTER, Books, books, pledges
from askwell.method.pacing import REMINDERS
from askwell.method.referrals import news, of_application, up

THANK_WITHIN = timedelta(hours=24)
WORKING_DAYS = 2  # to act on a referral, to report, to close a loop
NUDGES_AFTER = (3, 7)  # working days, both from the ask
LANDED_WITHIN = timedelta(days=7)
ASK_WHAT_CAME_OF_IT_AFTER = timedelta(days=14)
LONGEST_QUOTE = 90  # characters of a helper's words that stand in a reason

_ORDER = tuple(PromiseKind)


def promises(search: Search, now: datetime, calendar: Calendar) -> tuple[Promise, ...]:
    """Every promise of the search, by due, with its state at `now`.

    A promise is made by an event, and ends only by being kept, dropped by hand, or void. An event that is withdrawn
    takes its promise with it: it is simply not there.
    """
    return promises_of(books(search, now, calendar), calendar)


def promises_of(kept: Books, calendar: Calendar) -> tuple[Promise, ...]:
    made = (
        *_thanks(kept),
        *_acts(kept, calendar),
        *_reports(kept, calendar),
        *_loops(kept, calendar),
        *_applications(kept, calendar),
        *_nudges(kept, calendar),
        *_offers(kept, calendar),
        *_landed(kept),
    )
    dropped, landed = kept.record.search.dropped, kept.record.search.landed
    known = {p.id: _after_landing(p, landed) for p in made}.values()
    states = (
        replace(p, state=PromiseState.DROPPED) if p.id in dropped and p.state is PromiseState.OWED else p for p in known
    )
    return tuple(sorted(states, key=lambda p: (p.due, _ORDER.index(p.kind))))


def _after_landing(promise: Promise, landed: datetime | None) -> Promise:
    """Once she has landed, everybody who helped hears just that, and is thanked; nothing else is owed any more."""
    lives = promise.kind is PromiseKind.THANK or (promise.kind is PromiseKind.CLOSE and promise.since == landed)
    over = landed is not None and promise.state is PromiseState.OWED and not lives
    return replace(promise, state=PromiseState.VOID) if over else promise


def is_ripe(promise: Promise, now: datetime, calendar: Calendar) -> bool:
    """Whether Today may speak of it: a nudge waits for its day, so that nobody is reminded too early."""
    return promise.kind is not PromiseKind.NUDGE or calendar.day(promise.due) <= calendar.day(now)


def voided(before: Iterable[Promise], after: Iterable[Promise]) -> tuple[Promise, ...]:
    """Owed promises that an undo or a no took away with their events."""
    left = {p.id for p in after}
    return tuple(p for p in before if p.state is PromiseState.OWED and p.id not in left)


def _promise(  # one place for what all kinds share
    kind: PromiseKind,
    *key: str,
    to: str,
    because: str,
    since: datetime,
    due: datetime,
    by: Interaction | None,
    confirmed: bool,
    events: tuple[str, ...],
    about: str = "",
    name: str = "",
) -> Promise:
    """A promise, kept if there is a message `by` which it was; its id rests on the events named by `key`."""
    state = PromiseState.KEPT if by else PromiseState.OWED
    return Promise(
        id=stable_id(kind, *key),
        kind=kind,
        to=to,
        because=because,
        since=since,
        due=due,
        state=state,
        confirmed=confirmed,
        events=tuple(event for event in events if event),
        about=about,
        name=name,
        kept=by.id if by else "",
    )


def _name(record: Record, contact: str) -> str:
    found = record.search.contacts.get(contact)
    return found.name if found and found.name else "somebody"


def _on(calendar: Calendar, at: datetime) -> str:
    day = calendar.day(at)
    return f"{day.day} {day:%B}"


def _thanks(kept: Books) -> Iterator[Promise]:
    """Within 24 hours, one for each message or talk and person, however many helps it held."""
    record = kept.record
    grouped: dict[tuple[str, str], list[Help]] = {}
    for one in kept.helps:
        grouped.setdefault((one.by, one.interaction), []).append(one)
    for (to, _), given in grouped.items():
        first = min(given, key=lambda h: h.since)
        did = " and ".join(dict.fromkeys(_did(kept, h) for h in given))
        yield _promise(
            PromiseKind.THANK,
            first.interactions[0],
            to=to,
            because=f"{_name(record, to)} {did}",
            since=first.since,
            due=first.since + THANK_WITHIN,
            by=record.thanked(to, since=first.since),
            confirmed=any(h.confirmed for h in given),
            events=tuple(h.id for h in given),
        )


def _did(kept: Books, one: Help) -> str:
    """What somebody did and when, behind their name; it reads the same behind "had"."""
    day = _on(kept.record.calendar, one.since)
    if one.kind == "referral":
        return f"{one.what} on {day}"
    if one.kind == "talk":
        return f"talked with you on {day} ({_cut(one.what)})"
    return f"helped you on {day}: “{_cut(one.what)}”"


def _cut(words: str) -> str:
    """Somebody's words, cut between two words where they are long."""
    if len(words) <= LONGEST_QUOTE:
        return words
    return f"{words[:LONGEST_QUOTE].rpartition(' ')[0] or words[:LONGEST_QUOTE]}…"


def _acts(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """Write to whom one was referred to; kept by a message to them, or by meeting them."""
    record = kept.record
    for r in kept.referrals:
        yield _promise(
            PromiseKind.ACT,
            r.id,
            to=r.person,
            because=f"{_name(record, r.referrer)} {_verb(r)} {r.name or 'somebody'} on {_on(calendar, r.at)}",
            since=r.at,
            due=calendar.after(r.at, working_days=WORKING_DAYS),
            by=next(iter(record.sent(r.person, after=r.at)), None) if r.person else None,
            confirmed=r.confirmed,
            events=(r.id,),
            about=r.referrer,
            name=r.name,
        )


def _verb(referral: Referral) -> str:
    return "introduced you to" if referral.kind == "introduction" else "referred you to"


def _reports(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """News of somebody referred goes to the referrer and up the chain, once for each referral."""
    record = kept.record
    by_referrer = {r.referrer: r.id for r in reversed(kept.referrals)}
    for r in kept.referrals:
        came = news(record, r)
        if came is None:
            continue
        for to in up(r, kept.referrals):
            further = f"; {_name(record, to)} had led you to {_name(record, r.referrer)}, who led you on"
            yield _promise(
                PromiseKind.REPORT,
                r.id,
                "" if to == r.referrer else by_referrer[to],
                to=to,
                because=came.say if to == r.referrer else f"{came.say}{further}",
                since=came.at,
                due=calendar.after(came.at, working_days=WORKING_DAYS),
                by=record.closed(to, since=came.at),
                confirmed=r.confirmed,
                events=(r.id, came.interaction),
                about=r.person,
            )


def _loops(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """The outcome of a help is in the record: the helper hears of it, once for each outcome."""
    by_id = {i.id: i for i in kept.record.past}
    grouped: dict[tuple[str, str], list[tuple[Help, Outcome]]] = {}
    for one in kept.helps:
        came = outcome(kept, one) if one.kind != "referral" else next(_noted(kept.record, one), None)
        if came is not None:
            grouped.setdefault((one.by, came.interaction or came.say), []).append((one, came))
    for (to, _), loops in grouped.items():
        one, came = loops[0]
        told = [
            by_id.get(h.closed) if h.kind != "referral" else kept.record.closed(to, since=came.at) for h, _ in loops
        ]
        yield _promise(
            PromiseKind.CLOSE,
            one.id,
            to=to,
            because=f"{came.say}; {_name(kept.record, to)} had {_did(kept, one)}",
            since=came.at,
            due=calendar.after(came.at, working_days=WORKING_DAYS),
            by=max((i for i in told if i), key=moment) if all(told) else None,
            confirmed=any(h.confirmed for h, _ in loops),
            events=(*(h.id for h, _ in loops), came.interaction),
            about=one.id,
        )


def outcome(kept: Books, one: Help) -> Outcome | None:
    """What came of a help, as far as the record has it.

    An answer of the person referred to; her own word; the interview or decision at the company the help was for.
    """
    found = list(_noted(kept.record, one))
    if one.kind == "referral":
        found += [c for r in kept.referrals if r.id == one.id and (c := news(kept.record, r))]
    else:
        found += _at_companies(kept, one)
    return min(found, key=lambda came: came.at, default=None)


def _noted(record: Record, one: Help) -> Iterator[Outcome]:
    """What she noted herself as the outcome of the help."""
    for interaction, cue in record.cues(CueType.OUTCOME):
        who = cue.contacts or interaction.people
        if one.by in who and moment(interaction) >= one.since and interaction.id not in one.interactions:
            yield Outcome(moment(interaction), cue.about or cue.evidence or "you noted what came of it", interaction.id)


def _at_companies(kept: Books, one: Help) -> Iterator[Outcome]:
    """Interviews and decisions at the companies that the help was for; where it was for an interview, only those."""
    record = kept.record
    words = _what_it_was_for(kept, one)
    interview = is_for_an_interview(words)
    meant = companies_meant(record, words, helper=record.search.contacts.get(one.by))
    for application in record.search.applications:
        if application.company in meant:
            yield from interviews(record, application, after=one.since)
            yield from decision(record, application, DECIDED if interview else ANSWERED, after=one.since)
    if interview and not meant:
        yield from next_interview(record, after=one.since)


def _what_it_was_for(kept: Books, one: Help) -> str:
    """The words of the ask that it answers; where she did not ask, its own."""
    by_id = kept.record.search.by_id
    asked = [ask for ask in kept.asks if ask.to == one.by and ask.at <= one.since]
    answering = [ask for ask in asked if ask.answered_by in one.interactions] or asked[-1:]
    ids = [i for ask in answering for i in ask.interactions] or list(one.interactions)
    needs = [ask.need for ask in answering]
    return "\n".join((*needs, *(f"{by_id[i].subject}\n{by_id[i].text[:5000]}" for i in ids)))


def outcomes_to_ask(search: Search, now: datetime) -> tuple[Help, ...]:
    """Help of 14 days and more whose outcome is neither known nor told: Today asks what came of it. Nothing is owed."""
    kept = books(search, now)
    old = (h for h in kept.helps if now - h.since >= ASK_WHAT_CAME_OF_IT_AFTER and not h.closed)
    return tuple(h for h in old if h.id not in kept.record.search.dropped and outcome(kept, h) is None)


def _applications(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """An application was answered, an interview took place, an offer came: everybody on its referral chain hears."""
    record = kept.record
    for application in record.search.applications:
        chain = of_application(record, application, kept.referrals)
        for key, came in application_news(record, application) if chain else ():
            for to in chain:
                sure = [r.confirmed for r in kept.referrals if to in {r.referrer, r.person}]
                yield _promise(
                    PromiseKind.REPORT,
                    application.id,
                    key,
                    *_place(kept, to),
                    to=to,
                    because=f"{came.say}; {_name(record, to)} is on the line that led there",
                    since=came.at,
                    due=calendar.after(came.at, working_days=WORKING_DAYS),
                    by=record.closed(to, since=came.at),
                    confirmed=any(sure) or not sure,
                    events=(application.id, came.interaction),
                    about=application.id,
                )


def _place(kept: Books, contact: str) -> tuple[str, ...]:
    """What a contact is on a chain, told by a referral and not by the contact, so that it outlives a merge."""
    first = next((r for r in kept.referrals if contact in {r.referrer, r.person}), None)
    return (first.id, "by" if first.referrer == contact else "to") if first else ("via",)


def _nudges(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """Two reminders of an ask in silence, both counted from it; the second only once the first is sent."""
    record = kept.record
    for ask in kept.asks:
        for number, days in enumerate(NUDGES_AFTER[: min(len(ask.nudged) + 1, REMINDERS)]):
            due = calendar.after(ask.at, working_days=days)
            if number:
                due = max(due, calendar.after(ask.nudged[0], working_days=NUDGES_AFTER[0]))
            sent = ask.nudged[number] if number < len(ask.nudged) else None
            made = _promise(
                PromiseKind.NUDGE,
                ask.id,
                str(number + 1),
                to=ask.to,
                because=_silence(ask, number, calendar),
                since=ask.at,
                due=due,
                by=next((i for i in record.between(ask.to) if i.at == sent), None),
                confirmed=ask.confirmed,
                events=(ask.id,),
            )
            over = ask.state in {AskState.ANSWERED, AskState.DECLINED} and sent is None
            yield replace(made, state=PromiseState.VOID) if over else made


def _silence(ask: Ask, number: int, calendar: Calendar) -> str:
    question = f"your question of {_on(calendar, ask.at)}"
    if ask.bounced:
        return f"{question} came back undelivered; is there another way to reach them?"
    return f"no answer yet to {question}" + ("; a last reminder, with an easy way out" if number else "")


def _offers(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """An offer she took up is reminded of; void once it is carried out, or a talk about it agreed."""
    record = kept.record
    for carried_out in (False, True):
        for offer in pledges(kept, carried_out=carried_out):
            if offer.accepted is None:
                continue
            made = _promise(
                PromiseKind.NUDGE,
                offer.id,
                to=offer.who,
                because=f"{_name(record, offer.who)} offered on {_on(calendar, offer.at)}: “{_cut(offer.what)}”",
                since=offer.accepted,
                due=calendar.after(offer.accepted, working_days=CHASED_AFTER),
                by=record.search.by_id.get(offer.chased),
                confirmed=offer.confirmed,
                events=(offer.id,),
            )
            over = carried_out or (offer.settled and not offer.chased)
            yield replace(made, state=PromiseState.VOID, kept="") if over else made


def _landed(kept: Books) -> Iterator[Promise]:
    """She landed: every single helper hears of it, those whose chain led there first."""
    record, at = kept.record, kept.record.search.landed
    if at is None:
        return
    offers = [a for a in record.search.applications if a.stage is Stage.OFFER]
    led = {who for a in offers for who in of_application(record, a, kept.referrals)}
    first: dict[str, Help] = {}
    for one in kept.helps:
        if one.at <= at:
            first.setdefault(one.by, one)
    for to, one in sorted(first.items(), key=lambda pair: (pair[0] not in led, pair[1].at)):
        yield _promise(
            PromiseKind.CLOSE,
            "landed",
            one.id,
            to=to,
            because=f"you landed; {_name(record, to)} "
            + ("is on the line that led there" if to in led else f"had {_did(kept, one)}"),
            since=at,
            due=at + LANDED_WITHIN,
            by=record.closed(to, since=at),
            confirmed=any(h.confirmed for h in kept.helps if h.by == to),
            events=(one.id,),
            about=one.id,
        )
