"""Writing people: contacts, cards with their handles, merges."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from operator import attrgetter

from askwell.domain.messages import Direction
from askwell.domain.people import Card, Contact, Permission, Tie
from askwell.store import ids, marks, sums
from askwell.store.forms import day, lines
from askwell.store.pause import no_garbage
from askwell.store.rows import Batch, Made, Value
from askwell.store.write_wishes import asides_of


@dataclass(frozen=True, slots=True)
class CardIn:
    """A card to store, with its handles in their one form: ("address" | "profile" | "phone", value).

    `digest` is `digest(card)` where that is known already.
    """

    card: Card
    handles: tuple[tuple[str, str], ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PersonIn:
    """A new contact with its cards. Of `contact`, the id and what the store adds up itself are not looked at.

    `tie_said` is the seeker's own word about the tie.
    """

    contact: Contact
    cards: tuple[CardIn, ...] = ()
    tie_said: Tie | None = None


def add_people(batch: Batch, people: Sequence[PersonIn | CardIn]) -> list[str]:
    """Store new contacts with their cards; tells their ids in order. Who was forgotten comes as never-contact.

    A card by itself is somebody who shows just what stands on it, as most of tens of thousands do.
    """
    known = marks.read(batch.cursor, batch.scope.id)
    with no_garbage():
        keys = batch.insert("contact", CONTACT, Made(lambda person: _contact(person, known), people))
        _add_cards(batch, [(key, card) for key, person in zip(keys, people, strict=True) for card in _cards(person)])
    return [ids.show("contact", key) for key in keys]


def _cards(person: PersonIn | CardIn) -> tuple[CardIn, ...]:
    return (person,) if isinstance(person, CardIn) else person.cards


def add_cards(batch: Batch, cards: Sequence[tuple[str, CardIn]]) -> list[str]:
    """Store more cards of contacts that are known, as (contact id, card); tells the ids of the cards in order."""
    keyed = [(batch.read("contact", contact), card) for contact, card in cards]
    batch.touched["carded"].update(key for key, _ in keyed)
    return [ids.show("card", key) for key in _add_cards(batch, keyed)]


def change_cards(batch: Batch, cards: Mapping[str, CardIn]) -> int:
    """Put new content into cards, by card id; a card's first place in a file stays. Tells how many changed by it."""
    keyed = {batch.read("card", card): given for card, given in cards.items()}
    new = {key: dict(zip(CARD[: -len(PLACE)], card_row(given), strict=False)) for key, given in keyed.items()}
    _change_handles(batch, {key: given.handles for key, given in keyed.items()})
    return batch.update("card", new)


def _change_handles(batch: Batch, handles: Mapping[int, tuple[tuple[str, str], ...]]) -> None:
    """Replace the handles of those cards that have others now."""
    places = [batch.column("handle", column) for column in HANDLE]
    before: dict[int, list[tuple[str, str]]] = {card: [] for card in handles}
    rows = batch.fetch("handle", batch.keys("handle", "card_id", handles))
    told = {key: tuple(row[place] for place in places) for key, row in rows.items()}
    for card, kind, value in told.values():
        before[int(card or 0)].append((str(kind), str(value)))
    other = {card for card, new in handles.items() if list(new) != before[card]}
    batch.delete("handle", [key for key, row in told.items() if row[0] in other])
    batch.insert("handle", HANDLE, [(card, *handle) for card in sorted(other) for handle in handles[card]])
    batch.touched["card"] |= other


def move_cards(batch: Batch, cards: Mapping[str, str]) -> int:
    """Give cards to other contacts, as card id to contact id."""
    keyed = {batch.read("card", card): batch.read("contact", contact) for card, contact in cards.items()}
    return batch.update("card", {card: {"contact_id": contact} for card, contact in keyed.items()})


def take_herself_out(batch: Batch, contacts: Collection[str]) -> int:
    """Take away contacts that are the seeker herself, with all that were merged into them; tells how many rows went.

    Their messages stay: what such a contact had sent went out, and with one other person left it is no group.
    """
    links = sums.parents(batch.cursor, batch.scope.id)
    tops = {batch.read("contact", contact) for contact in contacts}
    gone = {*tops, *(key for key in links if sums.root(key, links) in tops)}
    part = batch.fetch("participant", batch.keys("participant", "contact_id", gone))
    _turn_round(batch, part)
    batch.delete("participant", part)
    cards = batch.keys("card", "contact_id", gone)
    batch.delete("handle", batch.keys("handle", "card_id", cards))
    batch.delete("card", cards)
    batch.delete("aside", asides_of(batch, gone))
    batch.delete("notsame", {*batch.keys("notsame", "first_id", gone), *batch.keys("notsame", "second_id", gone)})
    return batch.delete("contact", gone)


def _turn_round(batch: Batch, part: Mapping[int, tuple[Value, ...]]) -> None:
    """Messages as they are without these people's part in them."""
    owner, place = batch.column("participant", "interaction_id"), batch.column("participant", "place")
    hers = {int(row[owner] or 0) for row in part.values()}
    wrote = {int(row[owner] or 0) for row in part.values() if row[place] == 0}
    everybody = batch.fetch("participant", batch.keys("participant", "interaction_id", hers))
    left = Counter(int(row[owner] or 0) for key, row in everybody.items() if key not in part)
    rows, direction = batch.fetch("interaction", hers), batch.column("interaction", "direction")
    changes: dict[int, dict[str, Value]] = {key: {"group": False} for key in hers if left[key] < 2}
    for key in wrote:
        if rows[key][direction] == Direction.IN:
            changes.setdefault(key, {})["direction"] = Direction.OUT.value
    batch.update("interaction", changes)


PLACE = ("file", "idx", "message_id", "path")
FIELDS = frozenset({"name", "company", "title", "place", "note", "met", "url"})


def change_contacts(batch: Batch, changes: Mapping[str, Mapping[str, object]]) -> int:
    """Set fields of contacts, as contact id to {field: value}; tells how many changed by it.

    Fields: name, company, title, place, note, met, url (texts), former (texts), tie_said (Tie or None), permission,
    rest_until (date or None).
    """
    keyed = {batch.read("contact", i): {f: _field(f, v) for f, v in new.items()} for i, new in changes.items()}
    return batch.update("contact", keyed)


def digest(card: Card) -> str:
    """A hash of what a card says, without its place in the file: the same on every reading."""
    return _hash(_told(card))


def _hash(told: tuple[str, ...]) -> str:
    return blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


CARD = (
    "source key name given family nickname maiden url company title place note referred_by"
    " emails phones groups connected_on digest file idx message_id path"
).split()


_TEXTS = attrgetter(*CARD[: CARD.index("emails")])  # the fields of a card that are its columns as they stand
_PLACE = attrgetter("file", "index", "message_id", "path")


def card_row(given: CardIn, *before: Value) -> tuple[Value, ...]:
    """A card's columns in the order of CARD, behind those that are given."""
    told = _told(given.card)
    return (*before, *told, given.digest or _hash(told), *_PLACE(given.card.origin))


def _told(card: Card) -> tuple[str, ...]:
    return (
        *_TEXTS(card),
        lines(card.emails) if card.emails else "",
        lines(card.phones) if card.phones else "",
        lines(card.groups) if card.groups else "",
        card.connected_on.isoformat() if card.connected_on else "",
    )


def _add_cards(batch: Batch, cards: Sequence[tuple[int, CardIn]]) -> range:
    rows = Made(lambda one: card_row(one[1], one[0]), cards)
    keys = batch.insert("card", ("contact_id", *CARD), rows)
    pairs = zip(keys, cards, strict=True)
    batch.insert("handle", HANDLE, [(key, kind, value) for key, (_, given) in pairs for kind, value in given.handles])
    return keys


HANDLE = ("card_id", "kind", "value")
CONTACT = (
    "name company title place former note met url tie_said permission rest_until addresses connected_on in_address_book"
).split()


NEVER = Permission.NEVER_CONTACT.value


def _contact(person: PersonIn | CardIn, known: marks.Marks) -> tuple[Value, ...]:
    """A contact's columns in the order of CONTACT; what can be added up from its own cards is added up."""
    blocked = bool(known.marks) and any(known.blocks(card.card, card.handles) for card in _cards(person))
    if isinstance(person, CardIn):
        return _on_its_card(person, NEVER if blocked else "")
    contact = person.contact
    return (
        contact.name,
        contact.company,
        contact.title,
        contact.place,
        lines(contact.former) if contact.former else "",
        contact.note,
        contact.met,
        contact.url,
        person.tie_said.value if person.tie_said else "",
        NEVER if blocked else contact.permission.value,
        day(contact.rest_until) if contact.rest_until else "",
        *_added_up(person.cards),
    )


def _on_its_card(given: CardIn, permission: str) -> tuple[Value, ...]:
    card = given.card
    shown = (card.name, card.company, card.title, card.place, "", card.note, "", card.url)
    addresses = dict.fromkeys([value for kind, value in given.handles if kind == "address"]) if card.emails else ()
    connected = card.connected_on.isoformat() if card.connected_on else ""
    return (*shown, "", permission, "", lines(addresses), connected, sums.in_book(card.source))


def _added_up(cards: Sequence[CardIn]) -> tuple[str, str, bool]:
    """Addresses, the first day of connection, and whether any of the cards stands in an address book."""
    addresses = [value for one in cards for kind, value in one.handles if kind == "address"]
    days = [one.card.connected_on for one in cards if one.card.connected_on]
    books = [one for one in cards if sums.in_book(one.card.source)]
    return lines(dict.fromkeys(addresses)) if addresses else "", day(min(days, default=None)), bool(books)


def _field(name: str, value: object) -> Value:
    match name, value:
        case "former", tuple():
            return lines(value)
        case "tie_said", Tie() | None:
            return value.value if value else ""
        case "permission", Permission():
            return value.value
        case "rest_until", date() | None:
            return day(value)
        case _, str() if name in FIELDS:
            return value
    raise TypeError(f"{name} of a contact cannot be {value!r}.")
