"""The story of one person: who they are and from where that is known, what took place, favors, what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from askwell.actions import memory, pairs, persons
from askwell.actions.desk import Desk
from askwell.actions.editing import edit_person, set_tie
from askwell.actions.held import held
from askwell.actions.reaching import phones_of
from askwell.domain.errors import NoSuchPerson
from askwell.domain.people import Card, Contact, Permission, Tie
from askwell.domain.plans import Balance, FavorKind, Promise, PromiseState, Referral, ReferralStage, Way
from askwell.domain.threads import Record, moment
from askwell.guide import letters
from askwell.guide.drafts import Composer
from askwell.guide.letters import Purpose
from askwell.guide.pushy import pace_of
from askwell.guide.story_words import POINTED, TIES, Asked, Moment, asked, moments, tie_reasons
from askwell.guide.today_words import Reasons
from askwell.identity.called import called
from askwell.method import favors, pacing, referrals
from askwell.method.favors import Books
from askwell.method.ways import Matcher

__all__ = ["NoSuchPerson", "Story", "edit_person", "held", "set_tie", "story"]
A_PAGE = 20  # exchanges
STAGES = {
    ReferralStage.NAMED: "named",
    ReferralStage.CONVERSATION: "in conversation",
    ReferralStage.DECIDER: "with somebody who decides",
    ReferralStage.OPENING: "on an opening",
}
SOURCES = {
    "hand": "You",
    "edit": "You",
    "linkedin-connections": "LinkedIn, your connections",
    "linkedin-messages": "LinkedIn, your messages",
    "linkedin-invitations": "LinkedIn, invitations",
    "linkedin-notes": "LinkedIn, your notes",
    "linkedin-imported": "LinkedIn, contacts you once brought there",
    "google": "Google contacts",
    "outlook": "Outlook contacts",
    "vcard": "Your address book",
    "mail": "Your mail",
    "calendar": "Your calendar",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What one card says, as (what, words), and where it stands; `file` is "" for what she said herself."""

    words: str
    file: str
    index: int
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pointing:
    """One end of a referral as this person's page shows it: who (`person` "" where no contact), in words, how far."""

    person: str
    name: str
    said: str
    at: datetime
    stage: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Given:
    """One favor between the two; `kind` from her side."""

    kind: FavorKind
    at: datetime
    what: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: a letter of this purpose, or nothing now (""), with its reason in a sentence."""

    purpose: str
    said: str


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody who may be the same person, and why."""

    contact: Contact
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """One person as their page shows them; of `moments` there are `exchanges` in all, some on each of `pages`.

    `tie_said` is her own word, None where the letters tell it. `rest` says until when they are left in peace, "".
    `chain` are those who led to them, nearest first. `coming` is the next meeting.
    """

    contact: Contact
    phones: tuple[str, ...]
    sources: tuple[Source, ...]
    tie: str
    tie_said: Tie | None
    tie_reasons: tuple[str, ...]
    ways: tuple[Way, ...]
    ally: bool
    moments: tuple[Moment, ...]
    exchanges: int
    page: int
    pages: int
    asks: tuple[Asked, ...]
    led_here: tuple[Pointing, ...]
    led_on: tuple[Pointing, ...]
    chain: tuple[Contact, ...]
    favors: tuple[Given, ...]
    balance: Balance
    owed: tuple[tuple[Promise, str], ...]
    next: Next
    twins: tuple[Twin, ...]
    rest: str

    @property
    def met(self) -> str:
        """How the two know each other, in her words."""
        return self.contact.met


def story(desk: Desk, person_id: str, *, page: int = 1) -> Story:
    """Everything about one person; `page` of the exchanges counts from 1. Raises NoSuchPerson."""
    from askwell.store import lookups, read_one

    kept = memory.books(desk)
    search, calendar = kept.record.search, kept.record.calendar
    contact = persons.among(search.contacts, person_id)
    cards = [one.card for one in lookups.cards_of([contact.id]).get(contact.id, [])]
    said = read_one.tie_said(contact.id)
    at = max(1, page)
    found, count = read_one.exchanges(contact.id, until=desk.now, limit=A_PAGE, skip=(at - 1) * A_PAGE)
    ledger = [one for one in favors.ledger_of(kept) if one.who == contact.id]
    owed = [one for one in memory.promises(desk) if one.to == contact.id and one.state is PromiseState.OWED]
    reasons = Reasons(kept)
    matcher = Matcher(search.goals)
    rest = _rest(kept, contact)
    return Story(
        contact=contact,
        phones=phones_of(cards),
        sources=tuple(_source(card) for card in cards),
        tie=TIES[contact.tie],
        tie_said=said,
        tie_reasons=tie_reasons(contact, kept, hers=said),
        ways=matcher.ways(contact),
        ally=any(one.confirmed for one in kept.helps if one.by == contact.id),
        moments=tuple(moments(found, contact, kept)),
        exchanges=count,
        page=at,
        pages=max(1, -(-count // A_PAGE)),
        asks=tuple(asked(kept, contact.id)),
        led_here=tuple(_led_here(kept, contact)),
        led_on=tuple(_led_on(kept, contact)),
        chain=tuple(c for one in referrals.chain(contact.id, kept.referrals) if (c := search.contacts.get(one))),
        favors=tuple(Given(one.kind, one.at, one.what, one.confirmed) for one in reversed(ledger)),
        balance=favors.balance(one for one in ledger if one.confirmed),
        owed=tuple((one, reasons.of(one)) for one in owed if one.confirmed),
        next=_next(kept, contact, owed, matcher, rest=rest, today=calendar.day(desk.now)),
        twins=_twins(desk, contact),
        rest=rest,
    )


def _source(card: Card) -> Source:
    told = (
        ("Name", card.name),
        ("Company", card.company),
        ("Title", card.title),
        ("Place", card.place),
        *(("Mail", email) for email in card.emails),
        *(("Phone", phone) for phone in card.phones),
        ("Profile", card.url),
        ("Note", card.note),
        ("Connected", str(card.connected_on) if card.connected_on else ""),
    )
    words = next((words for name, words in SOURCES.items() if card.source.startswith(name)), card.source)
    return Source(words, card.origin.file, card.origin.index, tuple((name, said) for name, said in told if said))


def _led_here(kept: Books, contact: Contact) -> list[Pointing]:
    """Who pointed her to this person, the first one first."""
    found = []
    for one in kept.referrals:
        if one.person == contact.id:
            referrer = kept.record.search.contacts.get(one.referrer)
            name = referrer.name if referrer else "Somebody"
            said = f"{name} {POINTED[one.kind].format(contact.name)}"
            found.append(_pointing(one, one.referrer if referrer else "", name, said))
    return found


def _led_on(kept: Books, contact: Contact) -> list[Pointing]:
    """Whom this person pointed her to."""
    who = called(contact.name) or contact.name
    found = []
    for one in kept.referrals:
        if one.referrer == contact.id:
            name = one.name or "somebody"
            found.append(_pointing(one, one.person, name, f"{who} {POINTED[one.kind].format(name)}"))
    return found


def _pointing(one: Referral, person: str, name: str, said: str) -> Pointing:
    return Pointing(person, name, said, one.at, STAGES[one.stage], one.confirmed)


def _rest(kept: Books, contact: Contact) -> str:
    """Why and until when somebody is left in peace, "" where they are not."""
    if contact.permission is Permission.NEVER_CONTACT:
        return "Never contacted: nothing is written to them."
    if contact.permission is Permission.LEAVE_OUT:
        return "Left out of this search: no new asks are suggested."
    own = [ask for ask in kept.asks if ask.to == contact.id]
    until = pacing.rests_until(kept.record, contact, own, kept.record.calendar)
    return f"Left in peace until {pacing.spoken(until)}." if until else ""


def _next(  # everything it looks at is at hand in `story`
    kept: Books, contact: Contact, owed: Sequence[Promise], matcher: Matcher, *, rest: str, today: date
) -> Next:
    """What is owed comes first, then a meeting to come, then peace, an answer that is waited for, a new question."""
    who = called(contact.name) or contact.name
    for purpose in (Purpose.THANK, Purpose.REPORT, Purpose.ACT, Purpose.NUDGE):
        due = letters.due(kept, owed, contact.id, purpose=purpose)
        if due is not None and (purpose is not Purpose.NUDGE or _is_ripe(kept, due.lead)):
            return Next(str(letters.purpose_of(due.lead, kept)), Reasons(kept).of(due.lead))
    coming = _coming(kept.record, contact.id)
    if coming:
        return Next("", coming)
    if rest:
        return Next("", rest)
    pace = pace_of(kept, contact, purpose=Purpose.ASK)
    if not pace.allowed:
        return Next("", pace.say)
    if not kept.record.search.goals.said:
        return Next("", f"Say what you are looking for; then there is a question that {who} can answer.")
    need, _ = Composer.of(kept.record.search.goals, today=today, matcher=matcher).need_for(contact)
    return Next(str(Purpose.ASK), f"Ask {who}: “{need.question}”")


def _is_ripe(kept: Books, promise: Promise) -> bool:
    return kept.record.calendar.day(promise.due) <= kept.record.calendar.day(kept.record.now)


def _coming(record: Record, contact: str) -> str:
    ahead = (i for i in record.search.interactions if contact in i.people and moment(i) > record.now)
    first = min((i for i in ahead if not (i.cancelled or i.recurring)), key=lambda i: i.at, default=None)
    if first is None:
        return ""
    local = record.calendar.local(first.at)
    return f"You meet on {local:%A}, {local.day} {local:%B} at {local.hour}:{local:%M}."


def _twins(desk: Desk, contact: Contact) -> tuple[Twin, ...]:
    return memory.worked_out(desk, ("twins", contact.id), lambda desk, kept: _find_twins(desk, kept, contact.id))


def _find_twins(desk: Desk, kept: Books, who: str) -> tuple[Twin, ...]:
    contacts: Mapping[str, Contact] = kept.record.search.contacts
    found = []
    for twins in pairs.pairs(desk, {who}, contacts):
        other = contacts.get(next(one for one in twins.people if one != who))
        found += [Twin(other, twins.why)] if other else []
    return tuple(found)
