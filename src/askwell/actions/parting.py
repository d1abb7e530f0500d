"""Telling people apart again: what was made one by hand or by an import, whole or card by card; nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.bringing_in import redrawing
from askwell.actions.desk import Desk
from askwell.actions.done import Done
from askwell.actions.finding import find_person
from askwell.actions.voids import Standing, difference, standing
from askwell.domain.errors import Refused
from askwell.domain.people import Contact, Permission
from askwell.identity import handles
from askwell.identity.facts import handles_of
from askwell.identity.portrait import EDIT, portrait

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard
    from askwell.store.write import Batch

ONE = "This person was not made of several; there is nothing to separate."
NO_SUCH = "That card is not one of {}’s any more. Look at their page once more."
STILL_IN_PEACE = "Both are still left in peace, as before."


@dataclass(frozen=True, slots=True)
class Cards:
    """A person's cards, oldest first, save what she wrote about them herself (`own`)."""

    told: tuple["KnownCard", ...]
    own: tuple["KnownCard", ...]


def unmerge(desk: Desk, person: str) -> Done:
    """Separate again what was made one last: a merged person, else the card that was joined last. They stay two."""
    from askwell.store import lookups

    links, key = lookups.merged(), person.strip()
    contact = key if key in links else find_person(desk, person).id
    whole = memory.contacts(desk)[links.get(contact, contact)]
    if contact in links or contact in links.values():
        return _parted(desk, whole, row=contact)
    told = _cards(whole).told
    if len(told) < 2:
        raise Refused(ONE)
    return _parted(desk, whole, cards=told[-1:])


def split_off(desk: Desk, person: str, card: str) -> Done:
    """Make a person of their own of one card (its id), with the messages that came by it; they stay two.

    Cards that say no other address or profile than this one go along. Where it all came with a person that was merged,
    that person is back, id and all.
    """
    whole = find_person(desk, person)
    told = _cards(whole).told
    chosen = next((one for one in told if one.id == card.strip()), None)
    if chosen is None:
        raise Refused(NO_SUCH.format(whole.name))
    if len(told) < 2:
        raise Refused(ONE)
    going = along(chosen, told)
    row = _row_of_its_own(going, told)
    return _parted(desk, whole, row=row) if row else _parted(desk, whole, cards=going)


def along(chosen: "KnownCard", told: Sequence["KnownCard"]) -> list["KnownCard"]:
    """The card with those that speak of nobody else: all they say of addresses and profiles, it says too.

    Itself alone where nothing would be left.
    """
    own = _marks(chosen)
    going = [one for one in told if one.id == chosen.id or (_marks(one) and _marks(one) <= own)]
    return going if len(going) < len(told) else [chosen]


def _marks(one: "KnownCard") -> set[tuple[str, str]]:
    return {(kind, value) for kind, value in one.handles if kind != "phone"}


def _cards(whole: Contact) -> Cards:
    from askwell.store import lookups

    found = lookups.cards_of([whole.id]).get(whole.id, [])
    own = tuple(one for one in found if one.card.source == EDIT)
    return Cards(tuple(one for one in found if one.card.source != EDIT), own)


def _row_of_its_own(going: Sequence["KnownCard"], told: Sequence["KnownCard"]) -> str:
    """The merged person whose only cards these are, or the only other one if they are all the survivor has; else ""."""
    from askwell.store import lookups

    ids, rows = {one.id for one in going}, {one.contact for one in going}
    others = {one.contact for one in told if one.id not in ids}
    if len(rows) > 1 or rows & others:
        return ""
    (row,) = rows
    if row != going[0].survivor:
        return "" if lookups.has_merged(row) else row
    return others.pop() if len(others) == 1 else ""


def _parted(desk: Desk, whole: Contact, *, row: str = "", cards: Sequence["KnownCard"] = ()) -> Done:
    from askwell.store import write

    before = standing(desk)
    with write.batch("unmerge", f"Separated two people, of {whole.name}", now=desk.now) as batch:
        kept, parted = (whole.id, _part(batch, whole, cards)) if cards else write.unmerge(batch, row)
        write.not_same(batch, kept, parted)
        _left_in_peace(batch, whole, parted)
        redraw(desk, batch, (whole,), kept, parted)
    names = memory.contacts(desk)
    said = f"{_known_by(names[kept], names[parted])} and {_known_by(names[parted], names[kept])} are two people."
    if all(names[one].permission is Permission.NEVER_CONTACT for one in (kept, parted)):
        said = f"{said} {STILL_IN_PEACE}"
    return done(said, desk, before, batch.id)


def _known_by(one: Contact, other: Contact) -> str:
    """Somebody by name and id; where both are called the same, by what else tells them apart."""
    mark = next((m for m in (*one.addresses, one.company) if m and m not in {*other.addresses, other.company}), "")
    name = f"{one.name} ({one.id})"
    return f"{name} of {mark}" if mark and one.name == other.name else name


def _part(batch: "Batch", whole: Contact, going: Sequence["KnownCard"]) -> str:
    """A new person of some cards; what she wrote herself stays, but for addresses that are the other's alone."""
    from askwell.store import write, write_own

    cards, ids = _cards(whole), [one.id for one in going]
    gone = {handles.mailbox(email) for one in going for email in one.card.emails}
    gone -= {handles.mailbox(email) for other in cards.told if other.id not in ids for email in other.card.emails}
    for own in cards.own:
        emails = tuple(email for email in own.card.emails if handles.mailbox(email) not in gone)
        if emails != own.card.emails:
            corrected = replace(own.card, emails=emails)
            write_own.correct(batch, whole.id, write.CardIn(corrected, handles_of(corrected, region="")))
    shown = portrait([one.card for one in going])
    new = Contact("", shown.name, company=shown.company, title=shown.title, url=shown.url, note=shown.note)
    return write.part(batch, whole.id, ids, write.PersonIn(new))


def _left_in_peace(batch: "Batch", whole: Contact, parted: str) -> None:
    """Whoever asked not to be written to may be either of the two."""
    from askwell.store import write

    if whole.permission is Permission.NEVER_CONTACT:
        write.change_contacts(batch, {parted: {"permission": whole.permission}})


def redraw(desk: Desk, batch: "Batch", told: Sequence[Contact], *people: str) -> None:
    """Let people show what their cards tell now; `told` is what was shown before."""
    from askwell.store import lookups, read_one, write

    shown, cards = {one: read_one.person(one, now=desk.now) for one in people}, lookups.cards_of(people)
    now = {ref: (one, [known.card for known in cards.get(ref, ())]) for ref, one in shown.items() if one is not None}
    if any(own for _, own in now.values()):
        write.change_contacts(batch, redrawing.parted(told, now))


def done(said: str, desk: Desk, before: Standing, batch: str) -> Done:
    """What was done, with what it means for promises and referrals."""
    return Done(" ".join(filter(None, (said, difference(before, standing(desk))))), batch)
