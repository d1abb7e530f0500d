"""The story of one person: who they are and from where that is known, what took place, favors, what comes next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from askwell.actions import memory, pairs, persons
from askwell.actions.desk import Desk
from askwell.actions.editing import edit_person, set_tie
from askwell.actions.held import held
from askwell.actions.reaching import labels_of, phones_of
from askwell.actions.together import Joined, came_together
from askwell.domain.dated import in_full
from askwell.domain.errors import NoSuchPerson
from askwell.domain.people import Card, Contact, Tie
from askwell.domain.plans import Balance, FavorKind, Promise, PromiseState, Way
from askwell.domain.threads import is_a_call
from askwell.guide.compared import place
from askwell.guide.next_step import Next, next_step, rest_of
from askwell.guide.story_words import (
    TIES,
    Asked,
    Moment,
    Pointing,
    asked,
    led_here,
    led_on,
    moments,
)
from askwell.guide.tie_words import Felt, Made, bridge, felt
from askwell.guide.today_words import Reasons
from askwell.identity import companies
from askwell.identity.portrait import EDIT
from askwell.method import favors, referrals
from askwell.method.favors import Books
from askwell.method.ways import Matcher

__all__ = ["NoSuchPerson", "Pointing", "Story", "edit_person", "held", "set_tie", "story"]
A_PAGE = 20  # exchanges
MOST_LED = 3  # names to whom somebody led that stand in one sentence
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
    "table": "a table of yours",
    "vcard": "Your address book",
    "mail": "Your mail",
    "calendar": "Your calendar",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What one card says, as (what, words), and where it stands: `file` and `place` are "" for her own word."""

    words: str
    file: str
    index: int
    lines: tuple[tuple[str, str], ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One favor between the two; `kind` from her side."""

    kind: FavorKind
    at: datetime
    what: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody who may be the same person, and why."""

    contact: Contact
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """One person as their page shows them; of `moments` there are `exchanges` in all, some on each of `pages`.

    `tie_said` is her own word, None where the letters tell it. `rest` says until when they are left in peace, "".
    `chain` are those who led to them, nearest first. `heard` is when they last wrote or spoke to her in this search,
    where she was the last to do so. `cards` are what they were made of, where that is more than one.
    """

    contact: Contact
    phones: tuple[str, ...]
    sources: tuple[Source, ...]
    tie: str
    tie_said: Tie | None
    felt: Felt
    bridge: str
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
    cards: tuple[Joined, ...] = ()
    labels: tuple[str, ...] = ()
    heard: datetime | None = None

    @property
    def met(self) -> str:
        """How the two know each other, in her words."""
        return self.contact.met


def _heard(kept: Books, contact: Contact) -> datetime | None:
    """When they last wrote or spoke to her; None where nothing came after that, for then they were last in touch."""
    found = kept.record.heard(contact.id, after=datetime.min.replace(tzinfo=UTC))
    last = found[-1].at if found else None
    return last if last and contact.last and last < contact.last else None


def story(desk: Desk, person_id: str, *, page: int = 1) -> Story:
    """Everything about one person; `page` of the exchanges counts from 1. Raises NoSuchPerson."""
    from askwell.store import lookups, read_one

    kept = memory.books(desk)
    search = kept.record.search
    contact = persons.among(search.contacts, person_id)
    known = lookups.cards_of([contact.id]).get(contact.id, [])
    cards = [one.card for one in known]
    said = read_one.tie_said(contact.id)
    at = max(1, page)
    found, count = read_one.exchanges(contact.id, until=desk.now, limit=A_PAGE, skip=(at - 1) * A_PAGE)
    ledger = [one for one in favors.ledger_of(kept) if one.who == contact.id]
    owed = [one for one in memory.promises(desk) if one.to == contact.id and one.state is PromiseState.OWED]
    reasons = Reasons(kept)
    matcher = Matcher(search.goals)
    return Story(
        contact=contact,
        phones=phones_of(cards),
        sources=tuple(_source(card) for card in cards),
        tie=TIES[contact.tie],
        tie_said=said,
        felt=_felt(desk, contact, said),
        bridge=_bridge(desk, kept, contact),
        ways=matcher.ways(contact),
        ally=any(one.confirmed for one in kept.helps if one.by == contact.id),
        moments=tuple(moments(found, contact, kept)),
        exchanges=count,
        page=at,
        pages=max(1, -(-count // A_PAGE)),
        asks=tuple(asked(kept, contact.id)),
        led_here=tuple(led_here(kept, contact)),
        led_on=tuple(led_on(kept, contact)),
        chain=tuple(c for one in referrals.chain(contact.id, kept.referrals) if (c := search.contacts.get(one))),
        favors=tuple(Given(one.kind, one.at, one.what, one.confirmed) for one in reversed(ledger)),
        balance=favors.balance(one for one in ledger if one.confirmed),
        owed=tuple((one, reasons.of(one)) for one in owed if one.confirmed),
        next=next_step(kept, contact, owed, matcher),
        twins=_twins(desk, contact),
        rest=rest_of(kept, contact),
        cards=came_together(desk, known),
        labels=labels_of(cards),
        heard=_heard(kept, contact),
    )


def _felt(desk: Desk, contact: Contact, said: Tie | None) -> Felt:
    from askwell.store import read_one

    made = [
        Made(one.channel, one.direction, one.group, one.count, one.last, is_a_call(one.channel, one.title))
        for one in read_one.kinds(contact.id, now=desk.now)
    ]
    rests_on = read_one.evidence(contact.id, now=desk.now)
    who = persons.goes_by(desk, contact)
    return felt(contact, who, made, rests_on, said=said, calendar=desk.calendar, now=desk.now)


def _bridge(desk: Desk, kept: Books, contact: Contact) -> str:
    """To whom they have led, else the company at which she knows nobody else."""
    who = persons.goes_by(desk, contact)
    names = [one.name for one in kept.referrals if one.referrer == contact.id and one.name and one.confirmed]
    here = memory.worked_out(desk, "colleagues", _colleagues)
    alone = contact.company if contact.company and here[companies.key(contact.company)] == 1 else ""
    return bridge(who, led_to=list(dict.fromkeys(names))[:MOST_LED], only_at=alone)


def _colleagues(_desk: Desk, kept: Books) -> Counter[str]:
    """How many she knows at each company."""
    return Counter(companies.key(one.company) for one in kept.record.search.contacts.values() if one.company)


def _source(card: Card) -> Source:
    told = (
        ("Name", card.name),
        ("Company", card.company),
        ("Role", card.title),
        ("Place", card.place),
        *(("E-mail", email) for email in card.emails),
        *(("Phone", phone) for phone in card.phones),
        *(("Label", name) for name in card.groups if card.source != EDIT),
        ("Profile", card.url),
        ("Note", card.note),
        ("Connected", in_full(card.connected_on) if card.connected_on else ""),
    )
    return Source(
        source_words(card.source),
        card.origin.file,
        card.origin.index,
        tuple((name, said) for name, said in told if said),
        place(card),
    )


def source_words(source: str) -> str:
    """Where a card was read, in words: your address book."""
    return next((words for name, words in SOURCES.items() if source.startswith(name)), source)


def _twins(desk: Desk, contact: Contact) -> tuple[Twin, ...]:
    return memory.worked_out(desk, ("twins", contact.id), lambda desk, kept: _find_twins(desk, kept, contact.id))


def _find_twins(desk: Desk, kept: Books, who: str) -> tuple[Twin, ...]:
    contacts: Mapping[str, Contact] = kept.record.search.contacts
    found = []
    for twins in pairs.pairs(desk, {who}, contacts):
        other = contacts.get(next(one for one in twins.people if one != who))
        found += [Twin(other, twins.why)] if other else []
    return tuple(found)
