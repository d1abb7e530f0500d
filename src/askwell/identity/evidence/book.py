"""The cards of people as rows to weigh: further names, addresses and phones of one card are rows of their own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from askwell.identity import companies
from askwell.identity.evidence.table import KINDS, Table
from askwell.identity.facts import Facts
from askwell.identity.fold import fold, loose
from askwell.identity.mailboxes import said_name
from askwell.identity.names import family_words, given_likeness
from askwell.identity.parts import NOBODY, Name

LONGEST = 80  # letters of a value that are looked at
MOST_ROWS = 12  # of one card
Whole = tuple[str, str]


def table_of(facts: Facts, owner: Sequence[int]) -> Table:
    """A table of all cards, `owner` telling whose each is, numbered without a gap."""
    columns: dict[str, list[str]] = {kind: [] for kind in KINDS}
    whose: list[int] = []
    adds = [columns[kind].append for kind in KINDS]
    common = _of_several(facts, owner)
    for at, person in enumerate(owner):
        for row in _rows(facts, at, common):
            for add, value in zip(adds, row, strict=True):
                add(value)
            whose.append(person)
    profiled = {person for at, person in enumerate(owner) if facts.slugs[at]}
    return Table(columns, whose, alone=profiled)


def _of_several(facts: Facts, owner: Sequence[int]) -> set[str]:
    """Mailboxes and phones that tell nothing of who one is: of families, offices, and roles."""
    holders: dict[str, list[int]] = {}
    found: set[str] = set()
    for at, card in enumerate(facts.cards):
        if card.emails or card.phones:
            for value in (*facts.boxes(at), *facts.phones(at)):
                holders.setdefault(value, []).append(at)
            found.update(box for box in facts.boxes(at) if facts.is_role(box, at))
    for value, cards in holders.items():
        if len(cards) > 1 and len({owner[at] for at in cards}) > 1 and facts.are_several(cards):
            found.add(value)
    return found


def _rows(facts: Facts, at: int, common: set[str]) -> Iterator[tuple[str, ...]]:
    """In the order of `KINDS`."""
    card = facts.cards[at]
    names = names_of(facts, at)
    company, firm = employer(card.company) if card.company else ("", "")
    title = fold(card.title)[:LONGEST]
    if not card.emails and not card.phones and len(names) == 1:
        given, family = names[0]
        yield given, family, "", "", "", "", "", "", company, firm, title
        return
    boxes, phones = (
        [value for value in values if value not in common][:MOST_ROWS] for values in (facts.boxes(at), facts.phones(at))
    )
    told = zip_longest(names[:MOST_ROWS], boxes, phones)
    for number, (name, box, phone) in enumerate(told):
        given, family = name or ("", "")
        local, _, domain = (box or "").partition("@")
        style = in_style(local, given or names[0][0], family or names[0][1]) if local else ""
        work = (company, firm, title) if number == 0 else ("", "", "")
        yield given, family, box or "", local, style, domain, label(domain) if domain else "", phone or "", *work


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
        spelled = said_name(box)
        if spelled != NOBODY and _may_be(spelled, name or facts.name(at)):
            found[loose(spelled.given), loose(spelled.family)] = None
    return list(found) or [("", "")]


def _forms(name: Name) -> Iterator[Whole]:
    if name == NOBODY or name.relation:
        return
    given = loose(name.given)
    yield given, name.family
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
