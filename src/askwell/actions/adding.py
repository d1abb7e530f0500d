"""Adding somebody by hand, in one line: met yesterday, and not in any file yet."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from askwell.actions import memory, regions
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import of_the_name, told
from askwell.domain.errors import Refused
from askwell.domain.people import Card, Contact, Origin, Tie
from askwell.identity import handles
from askwell.identity.facts import handles_of
from askwell.identity.fold import fold
from askwell.identity.join import join

if TYPE_CHECKING:
    from askwell.store.write import CardIn


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
) -> Done:
    """Somebody met yesterday. Who is known already, by id, address or full name and company, gets what is new.

    Refused where somebody has the very name and nothing tells whether it is the same person, unless `new` says not.
    """
    from askwell.store import lookups, write

    people = memory.contacts(desk)
    chosen = people.get(name.strip())
    card = _card_by_hand(chosen.name if chosen else name, email=email or "", company=company or "", title=title or "")
    if not set(card.emails).isdisjoint(memory.facts(desk).me):
        raise Refused(f"{card.emails[0]} is your own address, and you are not one of your own people.")
    known = lookups.known_cards()
    if not chosen and any((one.card.source, one.card.key) == (card.source, card.key) for one in known):
        raise Refused(f"{card.name} was added before, with the same words; nothing was changed.")
    region = regions.region(desk.goals, (phone for one in known for phone in one.card.phones))
    whose = chosen.id if chosen else join([card], [(one.survivor, one.card) for one in known], region=region).people[0]
    card_in = write.CardIn(card, handles_of(card, region=region))
    said_tie = Tie(tie) if tie else None
    if isinstance(whose, str):
        return _add_to(desk, whose, card_in, tie=said_tie, met=met or "")
    if not new:
        _check_namesakes(card.name, people)
    contact = Contact(id="", name=card.name, company=card.company, title=card.title, met=met or "")
    with write.batch("add", f"Added {card.name}", now=desk.now) as batch:
        (added,) = write.add_people(batch, [write.PersonIn(contact, (card_in,), said_tie)])
    return Done(f"Added {card.name} ({added}).", batch.id)


def _check_namesakes(name: str, people: Mapping[str, Contact]) -> None:
    namesakes = of_the_name(name, people)
    if namesakes:
        raise Refused(
            f"{told(namesakes)} is here already. To add to that person, say the id: askwell add {namesakes[0].id} …; "
            "for another person of the same name add --new."
        )


def _card_by_hand(name: str, *, email: str, company: str, title: str) -> Card:
    shown = " ".join(name.split())
    address = handles.address(email)
    if not shown:
        raise Refused("Say the person's name: askwell add NAME.")
    if email and not address:
        raise Refused(f"“{email}” is no e-mail address. Write it like jane@example.com.")
    key = "|".join((fold(shown), address, fold(company), fold(title)))
    emails = (address,) if address else ()
    return Card("hand", Origin("", 0), key, shown, emails=emails, company=company.strip(), title=title.strip())


def _add_to(desk: Desk, contact: str, card: "CardIn", *, tie: Tie | None, met: str) -> Done:
    """What she says of somebody who is known already: her own word on company, title, tie and how they met counts."""
    from askwell.store import write

    before = memory.contacts(desk)[contact]
    told = {"company": card.card.company, "title": card.card.title, "met": met, "tie_said": tie}
    fields: dict[str, object] = {name: value for name, value in told.items() if value}
    if card.card.company and before.company and card.card.company != before.company:
        fields["former"] = (*before.former, before.company)
    said = f"{before.name} ({contact}) was known already; what you said was added."
    with write.batch("add", f"Added to {before.name}", now=desk.now) as batch:
        if card.card.emails or card.card.company or card.card.title:
            write.add_cards(batch, [(contact, card)])
        write.change_contacts(batch, {contact: fields} if fields else {})
    return Done(said, batch.trace)
