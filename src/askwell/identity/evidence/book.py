"""The cards of people as rows to weigh: further names, addresses and phones of one card are rows of their own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from askwell.identity import companies
from askwell.identity.evidence.table import KINDS, Table
from askwell.identity.facts import Facts
from askwell.identity.fold import fold, loose
from askwell.identity.mailboxes import said_name
from askwell.identity.names import family_words, given_likeness
from askwell.identity.parts import NOBODY, Name
from askwell.identity.romanize import romanized

LONGEST = 80  # letters of a value that are looked at
MOST_ROWS = 12  # of one card
Whole = tuple[str, str]
Box = tuple[str, str, str, str, str]
NO_WORK: Whole = ("", "")
NO_BOX: Box = ("", "", "", "", "")


def table_of(facts: Facts, owner: Sequence[int], *, among: int = 0) -> Table:
    """A table of all cards, `owner` telling whose each is, numbered without a gap."""
    flat: list[str] = []  # row after row: a hundred thousand little tuples would be much to keep account of
    whose: list[int] = []
    for at, person in enumerate(owner):
        for row in _rows(facts, at):
            flat += row
            whose.append(person)
    columns = {kind: flat[place :: len(KINDS)] for place, kind in enumerate(KINDS)}
    profiled = {person for at, person in enumerate(owner) if facts.slugs[at]}
    return Table(columns, whose, alone=profiled, among=among)


def _rows(facts: Facts, at: int) -> Iterator[tuple[str, ...]]:
    """In the order of `KINDS`; most cards have one."""
    card = facts.cards[at]
    names = names_of(facts, at)
    work = (*(employer(card.company) if card.company else NO_WORK), fold(card.title[:LONGEST]))
    boxes = facts.boxes(at) if card.emails else ()
    phones = facts.phones(at) if card.phones else ()
    for number in range(min(max(len(names), len(boxes), len(phones)), MOST_ROWS)):
        name = names[number] if number < len(names) else NO_WORK
        phone = phones[number] if number < len(phones) else ""
        box = _boxed(boxes[number], *names[min(number, len(names) - 1)]) if number < len(boxes) else NO_BOX
        yield (*name, *box, phone, *work)
        work = ("", "", "")


def _boxed(box: str, given: str, family: str) -> Box:
    """A mailbox, what stands before and behind its @, in what style it is named, and whose the domain is."""
    local, _, domain = box.partition("@")
    return box, local, in_style(local, given, family), domain, label(domain)


def names_of(facts: Facts, at: int) -> list[Whole]:
    """Given and family name in every form the card tells, the written one first; ("", "") where there is none."""
    key = facts.keys[at]
    if facts.is_plain(at):
        found = {key: None}
        name = None
    else:
        name = facts.name(at)
        found = dict.fromkeys(_forms(name))
    for box in facts.cards[at].emails:
        if key[1] and key[1] in box:
            continue
        spelled = said_name(box)
        if spelled != NOBODY and _may_be(spelled, name or facts.name(at)):
            found[loose(spelled.given), loose(spelled.family)] = None
    return list(found) or [("", "")]


def _forms(name: Name) -> Iterator[Whole]:
    if name == NOBODY or name.relation:
        return
    given = loose(name.given)
    yield given, name.family
    if latin := romanized(name.given):
        yield loose(latin), loose(romanized(name.family) or name.family)
    yield from ((given, family) for family in sorted(family_words(name)) if family)
    for other in dict.fromkeys((*name.also, *name.middle)):
        if len(other) > 1:
            yield loose(other), name.family


def _may_be(spelled: Name, name: Name) -> bool:
    return bool(name.given) and bool(given_likeness(spelled, name))


@lru_cache(maxsize=50_000)
def employer(company: str) -> Whole:
    """A company's one form and its first word; nothing where the words are no employer's."""
    words = companies.normal(company).split()
    return companies.key(company), words[0] if words and len(words[0]) > 2 else ""


@lru_cache(maxsize=20_000)
def label(domain: str) -> str:
    """The word that a mail domain has for its owner; "" for mail that anybody can have."""
    return fold(companies.from_domain(domain)).replace(" ", "")


def in_style(local: str, given: str, family: str) -> str:
    """What stands before the @ with the names taken out: f.last77 is what is left to tell people of a name apart."""
    told = local.replace(family, "F", 1) if len(family) > 1 else local
    if told is local:
        return local.replace(given, "G", 1) if len(given) > 2 else local
    return told.replace(given, "G", 1) if given and given in told else told.replace(given[:1], "g", 1)


def each(numbers: Iterable[int]) -> list[int]:
    """The numbers without gaps, in the order in which they come first."""
    places: dict[int, int] = {}
    return [places.setdefault(number, len(places)) for number in numbers]
