"""Who somebody is that she adds by hand: a person of hers, somebody new, or a name that she is to be asked about."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.finding import told
from askwell.domain.errors import Refused
from askwell.domain.hints import Hint
from askwell.domain.people import Card, Contact, Origin, Tie
from askwell.identity import handles
from askwell.identity.facts import handles_of
from askwell.identity.fold import fold
from askwell.identity.join import join
from askwell.identity.names import normal

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard
    from askwell.store.write import Batch, CardIn, PersonIn

SOURCE = "hand"
NO_REGION = ""  # a card by hand has no telephone number, which is what a region is for


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody as she tells of them. `met` is how the two know each other; `tie` one of the words of a Tie, or "".

    `person` is the id of whoever is meant among those that are here; `new` says that it is none of them. Without a
    `tie`, `tie_if_new` is that of somebody who was not here yet; of who was, her word on it stays.
    """

    name: str
    email: str = ""
    company: str = ""
    title: str = ""
    tie: str = ""
    met: str = ""
    person: str = ""
    new: bool = False
    tie_if_new: Tie | None = None


class Namesakes(Refused):
    """Somebody has the very name, and nothing tells whether it is the same person: `people`, by the number told of."""

    def __init__(self, text: str, people: Mapping[int, tuple[Contact, ...]], *hints: Hint) -> None:
        super().__init__(text, *hints)
        self.people = people


@dataclass(frozen=True, slots=True)
class Read:
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
        return write.PersonIn(contact, (self.card,), self.tie or self.newcomer.tie_if_new)

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


def read_newcomers(desk: Desk, newcomers: Sequence[Newcomer], people: Mapping[str, Contact]) -> list[Read]:
    """Who each one is: as she says, else as the cards tell, else somebody new. Raises Namesakes, Refused."""
    from askwell.store import lookups, write

    cards = [_card(one) for one in newcomers]
    _check_addresses(cards, memory.facts(desk).me)
    near = lookups.cards_of(_near(cards, people))
    known = [(who, one.card) for who, cards_ in near.items() for one in cards_]
    by_key = {card.key: who for who, card in known if card.source == SOURCE}
    likely = join(cards, known, region=NO_REGION).people
    found = []
    for newcomer, card, who in zip(newcomers, cards, likely, strict=True):
        if newcomer.person and newcomer.person not in people:
            raise Refused(f"Whom you meant by {card.name} is not here any more. Say once more who it is.")
        before = people.get("" if newcomer.new else by_key.get(card.key, ""))
        told_before = before.id if before and _is_the_same(newcomer, before) else ""
        whose = newcomer.person or told_before or (who if isinstance(who, str) else "")
        own = card if whose else replace(card, key=_free(card.key, by_key))
        card_in_ = write.CardIn(own, handles_of(own, region=NO_REGION))
        found.append(Read(newcomer, card_in_, whose, says_new=card.key not in by_key))
    _check_names(found, people, near)
    return found


def _near(cards: Iterable[Card], people: Mapping[str, Contact]) -> list[str]:
    """Who shares a word of the name or an address with one of the cards: whoever does not is nobody of them."""
    words = {word for card in cards for word in _words(card.name)}
    addresses = {address for card in cards for address in card.emails}
    return [
        ref
        for ref, contact in people.items()
        if not words.isdisjoint(_words(contact.name)) or not addresses.isdisjoint(contact.addresses)
    ]


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()


def person_in(newcomer: Newcomer) -> "PersonIn":
    """Somebody new, for a change that does more than adding them; whoever has that name is told apart before."""
    return Read(newcomer, card_in(newcomer)).as_person()


def card_in(newcomer: Newcomer) -> "CardIn":
    """What she says of somebody as a card of its own."""
    from askwell.store import lookups, write

    card = _card(newcomer)
    taken = {key for source, key in lookups.card_keys() if source == SOURCE}
    own = replace(card, key=_free(card.key, taken))
    return write.CardIn(own, handles_of(own, region=NO_REGION))


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


def _check_names(
    read: Sequence[Read], people: Mapping[str, Contact], near: Mapping[str, Sequence["KnownCard"]]
) -> None:
    """Nobody new has the very name of somebody who is here, or of another new one, unless she says that it is so."""
    unsaid = {at: one.card.card.name for at, one in enumerate(read) if not (one.whose or one.newcomer.new)}
    namesakes = {at: found for at, name in unsaid.items() if (found := tuple(_of_the_name(name, people, near)))}
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


def _of_the_name(
    name: str, people: Mapping[str, Contact], near: Mapping[str, Sequence["KnownCard"]]
) -> Iterable[Contact]:
    """Everybody of exactly this name, however it is spelled, by what is shown or by one of the cards."""
    wanted = normal(name) or name.casefold()
    for who, cards in near.items():
        names = {people[who].name, *(known.card.name for known in cards)}
        if wanted in {normal(one) or one.casefold() for one in names}:
            yield people[who]
