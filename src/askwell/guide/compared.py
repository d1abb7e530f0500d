"""Two who may be one, fact by fact: what both say, what only one does, and where they contradict each other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from askwell.domain.people import Card, Contact
from askwell.guide.left_out import UNITS
from askwell.identity import companies, handles
from askwell.identity.fold import fold
from askwell.identity.names import Likeness, compare, split
from askwell.identity.portrait import EDIT

Alike = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact of both; `same` where a value agrees, `differs` where both are known and none does."""

    what: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    same: bool = False
    differs: bool = False

    def turned(self) -> "Compared":
        """The same with the other one first."""
        return replace(self, one=self.other, other=self.one)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody with their cards."""

    contact: Contact
    cards: tuple[Card, ...]

    def all(self, of: Callable[[Card], Iterable[str]]) -> tuple[str, ...]:
        """What all cards say in one respect, once each."""
        found = {fold(value): value for card in self.cards for value in of(card) if value}
        return tuple(found.values())


def compared(one: Known, other: Known, *, region: str = "") -> tuple[Compared, ...]:
    """The facts of both, in one order; what neither tells is left out."""
    rows = [
        _row("Name", _names(one), _names(other), _same_name, can_differ=False),
        _row("E-mail", one.contact.addresses, other.contact.addresses, _by(handles.mailbox)),
        _row(
            "Phone", *_of(one, other, lambda c: c.phones), _by(lambda text: handles.phone(text, region=region) or text)
        ),
        _row("Profile", *_of(one, other, lambda c: (c.url,)), _by(lambda url: handles.slug(url) or url)),
        _row("Company", _companies(one), _companies(other), companies.same),
        _row("Role", (one.contact.title,), (other.contact.title,), _by(fold)),
        _row("Place", (one.contact.place,), (other.contact.place,), _by(fold)),
        _row("Labels", *_of(one, other, _labels), _by(fold), can_differ=False),
        _row("Read in", _places(one), _places(other), _never, can_differ=False),
    ]
    return tuple(row for row in rows if row.one or row.other)


def _of(one: Known, other: Known, of: Callable[[Card], Iterable[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return one.all(of), other.all(of)


def _row(what: str, one: Sequence[str], other: Sequence[str], alike: Alike, *, can_differ: bool = True) -> Compared:
    mine, theirs = tuple(filter(None, one)), tuple(filter(None, other))
    same = any(alike(a, b) for a in mine for b in theirs)
    return Compared(what, mine, theirs, same=same, differs=can_differ and bool(mine and theirs) and not same)


def _by(form: Callable[[str], str]) -> Alike:
    return lambda a, b: form(a) == form(b)


def _never(_one: str, _other: str) -> bool:
    return False


def _names(one: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys((one.contact.name, *one.all(lambda card: (card.name,)))))


def _same_name(one: str, other: str) -> bool:
    return compare(split(one), split(other)) is Likeness.SAME


def _companies(one: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys((one.contact.company, *one.contact.former)))


def _labels(card: Card) -> Sequence[str]:
    """The labels of an address book; what she wrote herself keeps other things in their place."""
    return () if card.source == EDIT else card.groups


def _places(one: Known) -> tuple[str, ...]:
    return tuple(place(card) for card in one.cards if card.origin.file)


def place(card: Card) -> str:
    """Where a card stands: Connections.csv, row 14; "" for what she typed."""
    origin = card.origin
    return f"{origin.file}, {UNITS.get(card.source, 'row')} {origin.index:,}" if origin.file else ""
