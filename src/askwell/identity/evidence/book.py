"""The cards of people as rows to weigh: further names, addresses and phones of one card are rows of their own."""

from collections.abc import Iterator
from operator import attrgetter

import numpy as np

from askwell.identity import companies
from askwell.identity.evidence.columns import Coded, Ints
from askwell.identity.evidence.table import Table
from askwell.identity.facts import Facts
from askwell.identity.fold import fold, loose
from askwell.identity.mailboxes import said_name
from askwell.identity.names import family_words, given_likeness
from askwell.identity.parts import NOBODY, Name
from askwell.identity.romanize import romanized

LONGEST = 80  # letters of a value that are looked at
MOST_ROWS = 12  # of one card
WRITTEN = ("given", "family", "mail", "style", "phone", "company", "title")  # from these follow the other kinds
Whole = tuple[str, str]
Row = tuple[str, str, str, str, str, str, str]  # in the order of `WRITTEN`


def table_of(facts: Facts, owner: Ints, *, among: int = 0) -> Table:
    """A table of all cards, `owner` telling whose each is, numbered without a gap."""
    plain, others = _parted(facts)
    further = [(at, row) for at in others for row in _rows(facts, at)]
    cards = np.array([*plain, *(at for at, _ in further)], dtype=np.int64)
    order = np.argsort(cards, kind="stable")
    told = {
        kind: Coded.of([*values, *(row[place] for _, row in further)]).taken(order)
        for place, (kind, values) in enumerate(zip(WRITTEN, _columns(facts, plain), strict=True))
    }
    del further
    whose = owner[cards[order]]
    profiled = owner[np.fromiter(map(bool, facts.slugs), np.bool_, len(owner))]
    return Table(_with_what_follows(told), whose, alone=profiled.tolist(), among=among)


def _with_what_follows(told: dict[str, Coded]) -> dict[str, Coded]:
    """What stands before and behind the @, whose a domain is, and companies and titles in one form."""
    mail, company = told["mail"], told["company"]
    domain = mail.derived(lambda box: box.partition("@")[2])
    return told | {
        "local": mail.derived(lambda box: box.partition("@")[0]),
        "domain": domain,
        "label": domain.derived(label),
        "company": company.derived(companies.key),
        "firm": company.derived(first_word),
        "title": told["title"].derived(lambda title: fold(title[:LONGEST])),
    }


def _parted(facts: Facts) -> tuple[list[int], list[int]]:
    """Cards that are one row as they are, which most are, and those that have to be looked at."""
    plain: list[int] = []
    others: list[int] = []
    told = zip(facts.cards, facts.keys, facts.boxes, facts.phones, strict=True)
    for at, (card, (_, family), boxes, phones) in enumerate(told):
        one = len(boxes) < 2 and len(phones) < 2 and (not boxes or family in card.emails[0])
        (plain if one else others).append(at)
    odd = facts.odd
    if odd:
        others = sorted({*others, *odd})
        plain = [at for at in plain if at not in odd]
    return plain, others


def _columns(facts: Facts, plain: list[int]) -> Iterator[list[str]]:
    """The values of plain cards, kind after kind as in `WRITTEN`."""
    cards, keys = [facts.cards[at] for at in plain], [facts.keys[at] for at in plain]
    boxes = [some[0] if (some := facts.boxes[at]) else "" for at in plain]
    yield [given for given, _ in keys]
    yield [family for _, family in keys]
    yield boxes
    yield [in_style(box, *key) if box else "" for box, key in zip(boxes, keys, strict=True)]
    yield [some[0] if (some := facts.phones[at]) else "" for at in plain]
    yield list(map(attrgetter("company"), cards))
    yield list(map(attrgetter("title"), cards))


def _rows(facts: Facts, at: int) -> Iterator[Row]:
    card = facts.cards[at]
    names, boxes, phones = names_of(facts, at), facts.boxes[at], facts.phones[at]
    company, title = card.company, card.title
    for number in range(min(max(len(names), len(boxes), len(phones)), MOST_ROWS)):
        given, family = names[number] if number < len(names) else ("", "")
        phone = phones[number] if number < len(phones) else ""
        box, style = "", ""
        if number < len(boxes):
            box = boxes[number]
            style = in_style(box, *names[min(number, len(names) - 1)])
        yield given, family, box, style, phone, company, title
        company = title = ""


def names_of(facts: Facts, at: int) -> list[Whole]:
    """Given and family name in every form the card tells, the written one first; ("", "") where there is none."""
    key = facts.keys[at]
    if at not in facts.odd:
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


def first_word(company: str) -> str:
    """The first word of a company; nothing where it is short."""
    word = companies.normal(company).partition(" ")[0]
    return word if len(word) > 2 else ""


def label(domain: str) -> str:
    """The word that a mail domain has for its owner; "" for mail that anybody can have."""
    return fold(companies.from_domain(domain)).replace(" ", "")


def in_style(box: str, given: str, family: str) -> str:
    """What stands before the @ with the names taken out: f.last77 is what is left to tell people of a name apart."""
    local = box.partition("@")[0]
    told = local.replace(family, "F", 1) if len(family) > 1 else local
    if told is local:
        return local.replace(given, "G", 1) if len(given) > 2 else local
    return told.replace(given, "G", 1) if given and given in told else told.replace(given[:1], "g", 1)
