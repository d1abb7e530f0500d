"""Tip 3, ask, sincere and ready to give back: what others did, what came of it, and the ledger of favors both ways."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from askwell.domain.books import Books
from askwell.domain.cues import Answer, Cue, CueType
from askwell.domain.days import Calendar
from askwell.domain.gifts import Gift
from askwell.domain.messages import Channel, Direction, Interaction
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, Balance, Favor, FavorKind, Help, Referral, ReferralKind
from askwell.domain.search import Search
from askwell.domain.threads import SPOKEN, Record, is_by_hand, is_one_to_one, moment, noted_first, stable_id
from askwell.identity.about import stands_apart
from askwell.identity.giving_back import GivingBack
from askwell.identity.involved import is_interview, is_practice
from askwell.identity.outcomes import news
from askwell.identity.pledges import CHASED_AFTER, given_and_offered, pledges, wrote_to_take_it_up
from askwell.method.pacing import asks_in
from askwell.method.referrals import referrals_in

__all__ = ["CHASED_AFTER", "Books", "Gift", "pledges", "stands_apart", "wrote_to_take_it_up"]
WORDS_AFTER_A_TALK = timedelta(days=3)


def books(search: Search, now: datetime, calendar: Calendar | None = None) -> Books:
    """Everything at once; her days are those of her goals, or of the calendar given."""
    record = Record.of(search, now=now, calendar=calendar)
    sent, led = asks_in(record), referrals_in(record)
    return Books(record, sent, led, _helps(record, sent, led))


def helps(search: Search, now: datetime) -> tuple[Help, ...]:
    """Everything others did in this search, oldest first: referrals, help in words, talks. One help an event."""
    return books(search, now).helps


def _helps(record: Record, sent: tuple[Ask, ...], led: tuple[Referral, ...]) -> tuple[Help, ...]:
    talks = _talks(record, sent, led)
    words = list(_merge_entries(_in_words(record, led)))
    given = [*_of_referrals(record, led), *_with_talks(words, talks, sent)]
    return tuple(sorted((_answered(record, h) for h in given), key=lambda h: (h.at, h.id)))


def _of_referrals(record: Record, led: Iterable[Referral]) -> Iterator[Help]:
    for r in led:
        came = news(record, r)
        closed = record.closed(r.referrer, since=came.at) if came else None
        yield Help(
            id=r.id,
            by=r.referrer,
            at=r.at,
            what=_REFERRED[r.kind].format(r.name or "somebody"),
            kind="referral",
            interaction=r.interaction,
            closed=closed.id if closed else "",
            confirmed=r.confirmed,
            evidence=r.evidence,
            interactions=r.interactions,
        )


_REFERRED = {
    ReferralKind.NAME: "pointed you to {}",
    ReferralKind.USE_MY_NAME: "pointed you to {} and let you mention it",
    ReferralKind.INTRODUCTION: "put you in touch with {}",
    ReferralKind.FORWARDED: "passed your details on to {}",
    ReferralKind.EMPLOYEE_REFERRAL: "put in a word for you with {}",
}


def _in_words(record: Record, led: Iterable[Referral]) -> Iterator[Help]:
    """Information, advice or feedback: one help a message, however many sentences hold it."""
    named = {i: r.name for r in led for i in r.interactions if r.name}
    seen: set[str] = set()
    for interaction, cue in record.cues(CueType.HELP):
        by = next((c for c in cue.contacts if c), interaction.other)
        if interaction.direction is Direction.OUT or not by or interaction.id in seen:
            continue
        seen.add(interaction.id)
        cues = [c for c in record.search.cues_of[interaction.id] if c.type is CueType.HELP]
        if stands_apart(record, interaction, cues):
            continue
        if not all(_only_points(c, named.get(interaction.id, "")) for c in cues):
            yield _of_words(interaction, cues, by=by)


def _only_points(cue: Cue, name: str) -> bool:
    """Whether the sentence of a help is the one that volunteers somebody: that is the referral, and no other help."""
    return bool(name) and name.rsplit(maxsplit=1)[-1].casefold() in cue.evidence.casefold()


def _of_words(interaction: Interaction, cues: list[Cue], *, by: str) -> Help:
    return Help(
        id=stable_id("help", interaction.id),
        by=by,
        at=moment(interaction),
        what=next((c.about or c.evidence for c in cues if c.about or c.evidence), "help"),
        kind="talk" if interaction.channel in SPOKEN else "help",
        interaction=interaction.id,
        confirmed=any(c.answer is Answer.YES for c in cues),
        evidence=interaction.origin,
        interactions=(interaction.id,),
    )


def _id_of(interactions: Iterable[str]) -> str:
    """The id of a help that several tell of."""
    return stable_id("help", noted_first(interactions))


def _merge_entries(found: Iterable[Help]) -> Iterator[Help]:
    """A help she entered by hand and the same found later in mail are one."""
    kept: dict[str, list[Help]] = {}
    for one in found:
        before = kept.setdefault(one.by, [])
        twin = next((h for h in before if _is_entry_of(h, one)), None)
        if twin is None:
            before.append(one)
        else:
            mail = one if twin.evidence is None else twin
            both = (*twin.interactions, *one.interactions)
            before[before.index(twin)] = replace(
                mail, id=_id_of(both), at=min(twin.at, one.at), confirmed=True, interactions=both
            )
    return (h for group in kept.values() for h in group)


def _is_entry_of(a: Help, b: Help) -> bool:
    by_hand = (a.evidence is None) != (b.evidence is None)
    return by_hand and "talk" not in {a.kind, b.kind} and abs(a.at - b.at) <= WORDS_AFTER_A_TALK


def _talks(record: Record, sent: Iterable[Ask], led: Iterable[Referral]) -> list[Help]:
    """Calendar events and calls that are help by themselves.

    Over, not cancelled, not recurring, no interview, with exactly one other, who was asked or referred before, or
    helped before or soon after.
    """
    known: dict[str, list[tuple[datetime, bool]]] = {}
    for ask in sent:
        known.setdefault(ask.to, []).append((ask.at, ask.confirmed))
    for referral in led:
        known.setdefault(referral.person, []).append((referral.at, referral.confirmed))
        known.setdefault(referral.referrer, []).append((referral.at, referral.confirmed))
    for interaction, cue in record.cues(CueType.HELP):
        if interaction.other and not stands_apart(record, interaction, (cue,)):
            early = interaction.at - WORDS_AFTER_A_TALK
            known.setdefault(interaction.other, []).append((early, cue.answer is Answer.YES))
    found: dict[tuple[str, date], Help] = {}
    for interaction in record.past:
        who = interaction.other or ""
        reasons = [sure for at, sure in known.get(who, ()) if at <= moment(interaction)]
        if reasons and _is_talk(record, interaction):
            day = (who, record.calendar.day(interaction.at))
            sure = any(reasons) or is_by_hand(interaction)
            found[day] = _and_also(found.get(day), _talk(interaction, who=who, sure=sure))
    return list(found.values())


def _and_also(first: Help | None, talk: Help) -> Help:
    """A talk in the calendar that she noted by hand as well, or that went on later that day, is one."""
    if first is None:
        return talk
    both = (*first.interactions, *talk.interactions)
    return replace(first, id=_id_of(both), confirmed=first.confirmed or talk.confirmed, interactions=both)


def _is_talk(record: Record, interaction: Interaction) -> bool:
    spoken = interaction.channel in SPOKEN and interaction.direction is Direction.BOTH
    if not spoken or interaction.recurring or not is_one_to_one(interaction):
        return False
    if is_interview(interaction) and not is_practice(record, interaction):
        return False
    return record.types(interaction) <= {CueType.MEETING}  # a call noted for another reason is that, and no help


def _talk(interaction: Interaction, *, who: str, sure: bool) -> Help:
    words = "call" if interaction.channel is Channel.PHONE else "talk"
    return Help(
        id=stable_id("help", interaction.id),
        by=who,
        at=moment(interaction),
        what=interaction.subject or interaction.text[:80] or f"a {words}",
        kind="talk",
        interaction=interaction.id,
        confirmed=sure,
        evidence=interaction.origin,
        interactions=(interaction.id,),
    )


def _with_talks(words: list[Help], talks: list[Help], sent: Iterable[Ask]) -> Iterator[Help]:
    """Help given in a talk and repeated in the mail after it is one help: the mail holds it, the talk began it."""
    asked = {(ask.to, ask.answered_by): ask.at for ask in sent if ask.answered_by}
    for one in sorted(words, key=lambda h: h.at):
        talk = next((t for t in talks if t.by == one.by and t.at < one.at <= t.at + WORDS_AFTER_A_TALK), None)
        if talk is None or asked.get((one.by, one.interaction), talk.at) > talk.at:
            yield one
        else:
            talks.remove(talk)
            both = (*talk.interactions, *one.interactions)
            yield replace(
                one, began=talk.at, confirmed=one.confirmed or talk.confirmed, interactions=both, id=_id_of(both)
            )
    yield from talks


def _answered(record: Record, one: Help) -> Help:
    """With what thanked for it, and what told them what came of it."""
    thanked = record.thanked(one.by, since=one.since)
    if one.kind == "referral":
        return replace(one, thanked=thanked.id if thanked else "")
    own = set(one.interactions)
    closed = record.closed(one.by, since=one.since)
    told = closed.id if closed and closed.id not in own else ""
    return replace(one, thanked=thanked.id if thanked else "", closed=told)


def ledger(search: Search, now: datetime) -> tuple[Favor, ...]:
    """Every favor of the search, oldest first: given, received, and what either side offered and has not done yet."""
    return ledger_of(books(search, now))


def ledger_of(kept: Books) -> tuple[Favor, ...]:
    received = (Favor(h.id, FavorKind.RECEIVED, h.by, h.at, h.what, h.interaction, h.confirmed) for h in kept.helps)
    return tuple(sorted((*received, *given_and_offered(kept.record), *pledges(kept)), key=lambda f: (f.at, f.id)))


def balance(favors: Iterable[Favor], *, who: str | None = None) -> Balance:
    """The columns added up, for one contact or for all."""
    kinds = [favor.kind for favor in favors if who is None or favor.who == who]
    return Balance(*(kinds.count(kind) for kind in FavorKind))


def balances(favors: Iterable[Favor]) -> dict[str, Balance]:
    """The columns added up for each contact."""
    each: dict[str, list[Favor]] = {}
    for favor in favors:
        each.setdefault(favor.who, []).append(favor)
    return {who: balance(own) for who, own in each.items()}


def ways_to_give_back(contact_id: str, search: Search, now: datetime) -> tuple[str, ...]:
    """What she could do for somebody, in sentences to her, most particular first; never empty."""
    return tuple(gift.idea for gift in gifts(contact_id, Record.of(search, now=now)))


def gifts(contact_id: str, record: Record) -> tuple[Gift, ...]:
    """The same with what each is about, for the letter that offers it."""
    contact = record.search.contacts.get(contact_id) or Contact(id=contact_id, name="")
    return GivingBack(record).gifts(contact)
