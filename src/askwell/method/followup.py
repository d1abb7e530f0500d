"""Tip 7, follow up like a professional: the promises, what keeps each, and what came of every help."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from askwell.domain.books import Books
from askwell.domain.days import Calendar
from askwell.domain.messages import Interaction
from askwell.domain.owing import cut, did, name_of, on, promise
from askwell.domain.plans import Ask, AskState, Help, Promise, PromiseKind, PromiseState, Referral
from askwell.domain.search import Search, Stage
from askwell.domain.threads import Record, noted_first, stable_id
from askwell.identity.involved import application_news
from askwell.identity.outcomes import news, noted, outcome, settles
from askwell.method.favors import CHASED_AFTER, books, pledges
from askwell.method.pacing import REMINDERS
from askwell.method.referrals import of_application, up

__all__ = ["is_ripe", "outcome", "outcomes_to_ask", "promises", "promises_of", "voided"]
THANK_WITHIN = timedelta(hours=24)
WORKING_DAYS = 2  # to act on a referral, to report, to close a loop
NUDGES_AFTER = (3, 7)  # working days, both from the ask
LANDED_WITHIN = timedelta(days=7)
ASK_WHAT_CAME_OF_IT_AFTER = timedelta(days=14)
AT_REST = frozenset({PromiseKind.ACT, PromiseKind.NUDGE})  # once she has landed: they begin something new

_ORDER = tuple(PromiseKind)


def promises(search: Search, now: datetime, calendar: Calendar) -> tuple[Promise, ...]:
    """Every promise of the search, by due, with its state at `now`.

    A promise is made by an event, and ends only by being kept, dropped by hand, or void. An event that is withdrawn
    takes its promise with it: it is simply not there.
    """
    return promises_of(books(search, now, calendar), calendar)


def promises_of(kept: Books, calendar: Calendar) -> tuple[Promise, ...]:
    """The same from books that are worked out already."""
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
    known: dict[str, Promise] = {}
    for one in made:
        known.setdefault(one.id, _as_it_stands(one, kept.record.search))
    return tuple(sorted(known.values(), key=lambda p: (p.due, _ORDER.index(p.kind))))


def _as_it_stands(one: Promise, search: Search) -> Promise:
    """Let go by her hand, or left to rest once she has landed: it is still there, and nothing presses."""
    if one.state is not PromiseState.OWED:
        return one
    if one.id in search.dropped:
        return replace(one, state=PromiseState.DROPPED)
    return replace(one, rests=search.landed is not None and one.kind in AT_REST)


def is_ripe(promise: Promise, now: datetime, calendar: Calendar) -> bool:
    """Whether Today may speak of it: a nudge waits for its day, so that nobody is reminded too early."""
    return not promise.rests and (
        promise.kind is not PromiseKind.NUDGE or calendar.day(promise.due) <= calendar.day(now)
    )


def voided(before: Iterable[Promise], after: Iterable[Promise]) -> tuple[Promise, ...]:
    """Owed promises that an undo or a no took away with their events."""
    left = {p.id for p in after}
    return tuple(p for p in before if p.state is PromiseState.OWED and p.id not in left)


def _thanks(kept: Books) -> Iterator[Promise]:
    """Within 24 hours, one for each message or talk and person, however many helps it held."""
    record = kept.record
    grouped: dict[tuple[str, str], list[Help]] = {}
    for one in kept.helps:
        grouped.setdefault((one.by, one.interaction), []).append(one)
    used: set[str] = set()
    for (to, _), given in grouped.items():
        first = min(given, key=lambda h: h.since)
        key = noted_first(first.interactions)
        which = (first.id,) if key in used else ()  # two people helped in one message
        used.add(key)
        made = promise(
            PromiseKind.THANK,
            key,
            *which,
            to=to,
            because=f"{name_of(record, to)} {' and '.join(dict.fromkeys(did(kept, h) for h in given))}",
            since=first.since,
            due=first.since + THANK_WITHIN,
            by=record.thanked(to, since=first.since),
            confirmed=any(h.confirmed for h in given),
            events=tuple(h.id for h in given),
        )
        yield _let_go_with(made, record.search, ((i,) for h in given for i in h.interactions))


def _let_go_with(made: Promise, search: Search, events: Iterable[tuple[str, ...]]) -> Promise:
    """Dropped under a name it had before: a talk and the mail after it seen as two helps, a help that came in later."""
    names = (stable_id(made.kind, *some) for some in events)
    gone = made.state is PromiseState.OWED and any(name in search.dropped for name in names)
    return replace(made, state=PromiseState.DROPPED) if gone else made


def _acts(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """Write to whom one was referred to; kept by a message to them, or by meeting them.

    Who said no of themselves, or helped at once, need not be written to as somebody new: what is owed then is the news
    of it, and thanks for the help.
    """
    record = kept.record
    for r in kept.referrals:
        yield promise(
            PromiseKind.ACT,
            r.id,
            to=r.person,
            because=f"{name_of(record, r.referrer)} {_verb(r)} {r.name or 'somebody'} on {on(calendar, r.at)}",
            since=r.at,
            due=calendar.after(r.at, working_days=WORKING_DAYS),
            by=_acted_upon(record, r),
            confirmed=r.confirmed,
            events=(r.id,),
            about=r.referrer,
            name=r.name,
        )


def _acted_upon(record: Record, referral: Referral) -> Interaction | None:
    """Her first message to them; else theirs that needs none, as she has confirmed it."""
    if not referral.person:
        return None
    sent = record.sent(referral.person, after=referral.at)
    heard = (one for one in record.heard(referral.person, after=referral.at) if settles(record, one))
    return next(iter((*sent, *heard)), None)


def _verb(referral: Referral) -> str:
    return "introduced you to" if referral.kind == "introduction" else "referred you to"


def _reports(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """News of somebody referred goes to the referrer and up the chain, once for each referral."""
    record = kept.record
    for r in kept.referrals:
        came = news(record, r)
        if came is None:
            continue
        for to, led in up(r, kept.referrals):
            further = f"; {name_of(record, to)} had led you to {name_of(record, r.referrer)}, who led you on"
            yield promise(
                PromiseKind.REPORT,
                r.id,
                led,
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
    """The outcome of a help is in the record: the helper hears of it. Of a referral, what she noted herself."""
    record = kept.record
    for one in kept.helps:
        referral = one.kind == "referral"
        came = next(noted(record, one), None) if referral else outcome(kept, one)
        if came is None:
            continue
        told = record.closed(one.by, since=came.at) if referral else record.search.by_id.get(one.closed)
        yield promise(
            PromiseKind.CLOSE,
            one.id,
            to=one.by,
            because=f"{came.say}; {name_of(record, one.by)} had {did(kept, one)}",
            since=came.at,
            due=calendar.after(came.at, working_days=WORKING_DAYS),
            by=told,
            confirmed=one.confirmed,
            events=(one.id, came.interaction),
            about=one.id,
        )


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
            for to, place in chain:
                sure = [r.confirmed for r in kept.referrals if to in {r.referrer, r.person}]
                yield promise(
                    PromiseKind.REPORT,
                    application.id,
                    key,
                    *place,
                    to=to,
                    because=f"{came.say}; {name_of(record, to)} is on the line that led there",
                    since=came.at,
                    due=calendar.after(came.at, working_days=WORKING_DAYS),
                    by=record.closed(to, since=came.at),
                    confirmed=any(sure) or not sure,
                    events=(application.id, came.interaction),
                    about=application.id,
                )


def _nudges(kept: Books, calendar: Calendar) -> Iterator[Promise]:
    """Two reminders of an ask in silence, both counted from it; the second only once the first is sent."""
    record = kept.record
    for ask in kept.asks:
        for number, days in enumerate(NUDGES_AFTER[: min(len(ask.nudged) + 1, REMINDERS)]):
            due = calendar.after(ask.at, working_days=days)
            if number:
                due = max(due, calendar.after(ask.nudged[0], working_days=NUDGES_AFTER[0]))
            sent = ask.nudged[number] if number < len(ask.nudged) else None
            made = promise(
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
    question = f"your question of {on(calendar, ask.at)}"
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
            made = promise(
                PromiseKind.NUDGE,
                offer.id,
                to=offer.who,
                because=f"{name_of(record, offer.who)} offered on {on(calendar, offer.at)}: “{cut(offer.what)}”",
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
    led = {who for a in offers for who, _ in of_application(record, a, kept.referrals)}
    helped: dict[str, list[Help]] = {}
    for one in kept.helps:
        if one.at <= at:
            helped.setdefault(one.by, []).append(one)
    for to, given in sorted(helped.items(), key=lambda pair: (pair[0] not in led, pair[1][0].at)):
        one = _noted_first(given)
        made = promise(
            PromiseKind.CLOSE,
            "landed",
            one.id,
            to=to,
            because=f"you landed; {name_of(record, to)} "
            + ("is on the line that led there" if to in led else f"had {did(kept, one)}"),
            since=at,
            due=at + LANDED_WITHIN,
            by=record.closed(to, since=at),
            confirmed=any(h.confirmed for h in kept.helps if h.by == to),
            events=(one.id,),
            about=one.id,
        )
        yield replace(_let_go_with(made, record.search, (("landed", h.id) for h in given)), landing=True)


def _noted_first(given: Iterable[Help]) -> Help:
    """The help that she noted or brought in first: a promise keeps its name when an older letter comes in later."""
    by_interaction = {noted_first(one.interactions): one for one in reversed(tuple(given))}
    return by_interaction[noted_first(by_interaction)]
