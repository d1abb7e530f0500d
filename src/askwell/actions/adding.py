"""Adding people by hand: somebody met yesterday, or the three that she begins with, as one change."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.actions import memory, regions
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import of_the_name, told
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Card, Contact, Origin, Tie
from askwell.guide.draft_parts import listed
from askwell.identity import handles
from askwell.identity.facts import handles_of
from askwell.identity.fold import fold
from askwell.identity.join import join
from askwell.identity.names import normal

if TYPE_CHECKING:
    from askwell.store.write import Batch, CardIn, PersonIn

SOURCE = "hand"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody as she tells of them. `met` is how the two know each other; `tie` one of the words of a Tie, or "".

    `person` is the id of whoever is meant among those that are here; `new` says that it is none of them.
    """

    name: str
    email: str = ""
    company: str = ""
    title: str = ""
    tie: str = ""
    met: str = ""
    person: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Added(Done):
    """`people` are the ids, in the order they were told of; `known` those among them who were here already."""

    people: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()


class Namesakes(Refused):
    """Somebody has the very name, and nothing tells whether it is the same person: `people`, by the number told of."""

    def __init__(self, text: str, people: Mapping[int, tuple[Contact, ...]], *hints: Hint) -> None:
        super().__init__(text, *hints)
        self.people = people


def add_person(
    desk: Desk,
    name: str,
    *,
    email: str | None = None,
    company: str | None = None,
    title: str | None = None,
    tie: str | None = None,
    met: str | None = None,
    new: bool = False,
) -> Added:
    """Somebody met yesterday. Who is known already, by id, address or full name and company, gets what is new.

    Refused where somebody has the very name and nothing tells whether it is the same person, unless `new` says not;
    and where the very same was added before.
    """
    people = memory.contacts(desk)
    chosen = people.get(name.strip())
    newcomer = Newcomer(
        name=chosen.name if chosen else name,
        email=email or "",
        company=company or "",
        title=title or "",
        tie=tie or "",
        met=met or "",
        person=chosen.id if chosen else "",
        new=new,
    )
    added = add_people(desk, [newcomer])
    (who,) = added.people
    shown = memory.contacts(desk)[who].name
    if who not in added.known:
        return replace(added, said=f"Added {shown} ({who}).")
    if not chosen and added.batch is None:
        raise Refused(f"{shown} was added before, with the same words; nothing was changed.")
    return replace(added, said=f"{shown} ({who}) was known already; what you said was added.")


def add_people(desk: Desk, newcomers: Sequence[Newcomer]) -> Added:
    """All of them in one change. Who is known already gets what is new; the very same words change nothing.

    Raises Namesakes; Refused where there is no name, an address is none, or is her own, or one is told of twice.
    """
    from askwell.store import write

    people = memory.contacts(desk)
    read = _read(desk, newcomers, people)
    names = [people[one.whose].name if one.whose else one.card.card.name for one in read]
    with write.batch("add", f"Added {listed(names)}", now=desk.now) as batch:
        made = write.add_people(batch, [one.as_person() for one in read if not one.whose])
        for one in read:
            if one.whose:
                one.add_to(batch, people[one.whose])
    rest = iter(made)
    ids = tuple(one.whose or next(rest) for one in read)
    known = frozenset(one.whose for one in read if one.whose)
    new = [name for name, one in zip(names, read, strict=True) if not one.whose]
    before = [name for name, one in zip(names, read, strict=True) if one.whose]
    return Added(_said(new, before, changed=batch.changed), batch.trace, people=ids, known=known)


def _said(new: Sequence[str], before: Sequence[str], *, changed: bool) -> str:
    """Who is new, and who was here; a line in which everybody who was told of has a place."""
    added = f"Added {listed(new)}."
    if not before:
        return added
    was = f"{listed(before)} {'was' if len(before) == 1 else 'were'} here already"
    if new:
        return f"{added} {was}."
    return f"{was}; {'what you said is added' if changed else 'nothing was changed'}."


@dataclass(frozen=True, slots=True)
class _Read:
    """One newcomer worked out: the card, `whose` it is ("" for a new person), and whether it says anything new."""

    newcomer: Newcomer
    card: "CardIn"
    whose: str = ""
    says_new: bool = True

    @property
    def tie(self) -> Tie | None:
        return Tie(self.newcomer.tie) if self.newcomer.tie else None

    def as_person(self) -> "PersonIn":
        from askwell.store import write

        card = self.card.card
        contact = Contact(id="", name=card.name, company=card.company, title=card.title, met=self.newcomer.met.strip())
        return write.PersonIn(contact, (self.card,), self.tie)

    def add_to(self, batch: "Batch", before: Contact) -> None:
        """Her own word on company, title, tie and how they met counts."""
        from askwell.store import write

        card = self.card.card
        told = {"company": card.company, "title": card.title, "met": self.newcomer.met.strip(), "tie_said": self.tie}
        fields: dict[str, object] = {name: value for name, value in told.items() if value}
        if card.company and before.company and card.company != before.company:
            fields["former"] = (*before.former, before.company)
        if self.says_new and (card.emails or card.company or card.title):
            write.add_cards(batch, [(before.id, self.card)])
        write.change_contacts(batch, {before.id: fields} if fields else {})


def _read(desk: Desk, newcomers: Sequence[Newcomer], people: Mapping[str, Contact]) -> list[_Read]:
    """Who each one is: as she says, else as the cards tell, else somebody new."""
    from askwell.store import lookups, write

    known = lookups.known_cards()
    region = regions.region(desk.goals, (phone for one in known for phone in one.card.phones))
    by_key = {one.card.key: one.survivor for one in known if one.card.source == SOURCE}
    cards = [_card(one) for one in newcomers]
    _check_addresses(cards, memory.facts(desk).me)
    likely = join(cards, [(one.survivor, one.card) for one in known], region=region).people
    found = []
    for newcomer, card, who in zip(newcomers, cards, likely, strict=True):
        if newcomer.person and newcomer.person not in people:
            raise Refused(f"Whom you meant by {card.name} is not here any more. Say once more who it is.")
        before = people.get("" if newcomer.new else by_key.get(card.key, ""))
        told_before = before.id if before and _is_the_same(newcomer, before) else ""
        whose = newcomer.person or told_before or (who if isinstance(who, str) else "")
        own = card if whose else replace(card, key=_free(card.key, by_key))
        card_in = write.CardIn(own, handles_of(own, region=region))
        found.append(_Read(newcomer, card_in, whose, says_new=card.key not in by_key))
    _check_names(found, people)
    return found


def person_in(newcomer: Newcomer) -> "PersonIn":
    """Somebody new, for a change that does more than adding them; whoever has that name is told apart before."""
    return _Read(newcomer, card_in(newcomer)).as_person()


def card_in(newcomer: Newcomer) -> "CardIn":
    """What she says of somebody as a card of its own."""
    from askwell.store import lookups, write

    card = _card(newcomer)
    taken = {key for source, key in lookups.card_keys() if source == SOURCE}
    own = replace(card, key=_free(card.key, taken))
    return write.CardIn(own, handles_of(own, region=""))


def _is_the_same(newcomer: Newcomer, before: Contact) -> bool:
    """Whether the very same words as before mean the same person: not a name alone, where another story is told."""
    more_than_a_name = newcomer.email or newcomer.company or newcomer.title
    return bool(more_than_a_name) or newcomer.met.strip() in {"", before.met}


def _free(key: str, taken: Collection[str]) -> str:
    """A key of its own for somebody who shares name and all with another one."""
    number = 2
    while key in taken:
        key, number = f"{key}|{number}", number + 1
    return key


def _card(newcomer: Newcomer) -> Card:
    shown = " ".join(newcomer.name.split())
    address = handles.address(newcomer.email)
    if not shown:
        raise Refused("A person has a name. Say it.", Hint("add", "add somebody", ("NAME",)))
    if newcomer.email and not address:
        raise Refused(f"“{newcomer.email}” is no e-mail address. Write it like jane@example.com.")
    company, title = newcomer.company.strip(), newcomer.title.strip()
    key = "|".join((fold(shown), address, fold(company), fold(title)))
    emails = (address,) if address else ()
    return Card(SOURCE, Origin("", 0), key, shown, emails=emails, company=company, title=title)


def _check_addresses(cards: Sequence[Card], me: Collection[str]) -> None:
    own = next((address for card in cards for address in card.emails if address in me), "")
    if own:
        raise Refused(f"{own} is your own address, and you are not one of your own people.")


def _check_names(read: Sequence[_Read], people: Mapping[str, Contact]) -> None:
    """Nobody new has the very name of somebody who is here, or of another new one, unless she says that it is so."""
    unsaid = {at: one.card.card.name for at, one in enumerate(read) if not (one.whose or one.newcomer.new)}
    namesakes = {at: found for at, name in unsaid.items() if (found := tuple(of_the_name(name, people)))}
    if namesakes:
        first = next(iter(namesakes.values()))
        raise Namesakes(
            f"{told(first)} is here already.",
            namesakes,
            Hint("add", "add to that person", (first[0].id, "…")),
            Hint("add", "add somebody else of the same name", ("…",), (("new", ""),)),
        )
    twice = [name for name, count in Counter(map(normal, unsaid.values())).items() if count > 1]
    if twice:
        name = next(name for name in unsaid.values() if normal(name) in twice)
        raise Refused(f"{name} is named twice. Leave one of them out, or write more of the name.")
