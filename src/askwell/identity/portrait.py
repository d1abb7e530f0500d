"""What a contact shows, drawn from all of its cards: the fullest name, today's company, and those before it.

It is a function of the cards alone: the order in which files came makes no difference.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from askwell.domain.people import Card
from askwell.identity import companies
from askwell.identity.facts import name_of
from askwell.identity.mailboxes import said_name
from askwell.identity.names import Likeness, compare
from askwell.identity.order import is_suffix, usual_order
from askwell.identity.parts import BEHIND, split
from askwell.identity.words import GENERATIONS, MORE_TITLES

# Whose word counts most: the seeker's own, then what people say of themselves today, then address books, then mail.
HAND, CONNECTION = 0, 1
EDIT = "edit"  # the source of her own word on somebody who is known; its `groups` are the fields that she said
RANKS = {"hand": HAND, "linkedin-connections": CONNECTION, "linkedin-messages": 2, "mail": 7, "calendar": 8}
BOOK = 3
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
LATER = ("linkedin-imported", "linkedin-notes")
NOT = "not:"  # before an address that she took away, among these groups
SAID = ("name", "company", "title", "place", "note")  # the fields that she may say herself
EmployerOf = Callable[[str], str]


class Portrait(NamedTuple):
    """The fields of a contact that come from its cards."""

    name: str
    company: str
    title: str
    place: str
    note: str
    url: str
    former: tuple[str, ...]


def unknown(_domain: str) -> str:
    """The employer of a mail domain where no company is known: a domain alone names none that one could print."""
    return ""


def portrait(cards: Sequence[Card], *, employer_of: EmployerOf = unknown, past: Iterable[str] = ()) -> Portrait:
    """Drawn from `cards` in any order, save that of the seeker's own entries the last one counts.

    `employer_of` names the company of a mail domain, "" for none. The company of the card that counts most is today's,
    with the title beside it; what other cards and mail domains name, and `past`, are former ones. A person known by
    mail alone works where all of the mail comes from. What she said herself stands, whatever the cards say.
    """
    own = next((card for card in reversed(cards) if card.source == EDIT), None)
    if own is not None:
        told = [card for card in cards if card.source != EDIT]
        drawn = portrait(told, employer_of=employer_of, past=past) if told else _of_one(own)
        return _as_she_says(drawn, own)
    if len(cards) == 1 and not cards[0].emails and not past:
        return _of_one(cards[0])
    ranked = _ranked(cards)
    domains = _domains_of(ranked)
    of_domains = _distinct(sorted(filter(None, map(employer_of, domains))))
    named = list(dict.fromkeys(card.company for card in ranked if card.company))
    company = _company(ranked, of_domains)
    known = set(map(companies.key, named))
    unowned = [one for one in of_domains if companies.key(one) not in known]
    if named:
        owned = {employer_of(domain) for domain in domains if any(companies.owns_domain(one, domain) for one in named)}
        unowned = [one for one in unowned if one not in owned]
    return Portrait(
        name=_name(ranked),
        company=company,
        title=_title(ranked, company),
        place=next((card.place for card in ranked if card.place), ""),
        note="\n".join(dict.fromkeys(card.note for card in ranked if card.note)),
        url=next((card.url for card in ranked if card.url), ""),
        former=tuple(one for one in _distinct([company, *named, *unowned, *past]) if one != company),
    )


def says_it_all(card: Card, *, employer_of: EmployerOf = unknown) -> bool:
    """Whether somebody of whom there is this card alone shows just what stands on it: the quick look for most."""
    if card.source == EDIT or not card.name or shown_name(card) != card.name:
        return False
    if not card.emails:
        return True
    employers = {companies.key(owner) for domain in _domains_of([card]) if (owner := employer_of(domain))}
    return "@" not in card.name and employers <= {companies.key(card.company)}


def _domains_of(cards: Iterable[Card]) -> dict[str, None]:
    return dict.fromkeys(email.partition("@")[2] for card in cards for email in card.emails)


def _as_she_says(drawn: Portrait, own: Card) -> Portrait:
    """The portrait with the fields that she said, empty ones too; the company of before is a former one."""
    said = {field: getattr(own, field) for field in own.groups if field in SAID}
    company = said.get("company", drawn.company)
    former = [name for name in _distinct([company, drawn.company, *drawn.former]) if name != company]
    return drawn._replace(**said, former=tuple(former))


def _of_one(card: Card) -> Portrait:
    return Portrait(shown_name(card) or at_least(card), card.company, card.title, card.place, card.note, card.url, ())


def _ranked(cards: Sequence[Card]) -> list[Card]:
    """By whose word counts more; among equals the company that most cards name comes first, then the alphabet."""
    if len(cards) == 1:
        return list(cards)
    own = [card for card in reversed(cards) if _rank(card) == HAND]
    others = [card for card in cards if _rank(card) != HAND]
    named = Counter(companies.normal(card.company) for card in others if card.company)

    def order(card: Card) -> tuple[object, ...]:
        told = (card.company, card.title, card.name, card.emails, card.phones, card.url, card.place, card.note)
        return (_rank(card), -named[companies.normal(card.company)], told, card.source, card.key)

    return own + sorted(others, key=order)


def _rank(card: Card) -> int:
    return RANKS.get(card.source, BOOK + (card.source in LATER))


def _distinct(names: Iterable[str]) -> list[str]:
    """Companies, each once, as it was written first."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(companies.key(name) or name, name)
    return list(found.values())


def _company(ranked: Sequence[Card], of_domains: Sequence[str]) -> str:
    """The first company that a card names; none where a connection has a title without one, as the retired have."""
    for card in ranked:
        if card.company:
            return card.company
        if card.title and _rank(card) == CONNECTION:
            return ""
    return of_domains[0] if len(of_domains) == 1 else ""


def _title(ranked: Sequence[Card], company: str) -> str:
    """The first title that is not another company's."""
    fitting = (card for card in ranked if card.title and _is_there(card, company))
    return next((card.title for card in fitting), "")


def _is_there(card: Card, company: str) -> bool:
    return not card.company or card.company == company or companies.same(card.company, company)


def _name(ranked: Sequence[Card]) -> str:
    """The first full name in rank; else the longest that somebody wrote; else what an address spells; else it."""
    written = [card for card in ranked if card.name and "@" not in card.name]
    full = [card for card in written if name_of(card).full]
    if full:
        return _fullest(full)
    if written:
        return max((shown_name(card) for card in written), key=lambda name: (len(name), name))
    for card in ranked:
        for email in card.emails:
            spelled = said_name(email)
            return f"{spelled.given} {spelled.family}".title() if spelled.full else email
    return next(filter(None, map(at_least, ranked)), "")


def at_least(card: Card) -> str:
    """The name as it is written; where there is none, the number, by which at least they are known again."""
    return card.name or next(iter(card.phones), "") or card.company


def _fullest(full: Sequence[Card]) -> str:
    """The longest of those that count most, in the writing that is not all capitals where there is one."""
    best = [card for card in full if _rank(card) == _rank(full[0])]
    chosen = max(best, key=lambda card: (not _is_shouted(card.name), len(shown_name(card)), card.name))
    if _is_shouted(chosen.name):
        own = name_of(chosen)
        same = (card for card in full if not _is_shouted(card.name) and compare(name_of(card), own) is Likeness.SAME)
        chosen = next(same, chosen)
    return shown_name(chosen)


def _is_shouted(name: str) -> bool:
    """Whether a name is all in capitals, or all in small letters."""
    return name.isupper() or name.islower()


def shown_name(card: Card) -> str:
    """The name in its usual order, without titles, remarks and degrees: "Okafor, James", "Rev. Ann Roe (choir)"."""
    if card.name.replace(" ", "").isalpha() and card.name.count(" ") < 2:
        return card.name
    name = BEHIND.split(_ASIDE.sub(" ", card.name), maxsplit=1)[0].strip()
    name = _turned(name, card) if "," in name else name
    words = [word for word in name.split() if any(map(str.isalpha, word))]
    while len(words) > 2 and words[0].lower().rstrip(".") in MORE_TITLES:
        words = words[1:]
    while len(words) > 2 and is_suffix(words[-1]) and words[-1].lower().strip(".") not in GENERATIONS:
        words = words[:-1]
    shown = " ".join(words)
    return shown if split(shown).full else card.name


def _turned(name: str, card: Card) -> str:
    """Of "Okafor, James" the usual order; "Priya Raman, CSCP" without what follows the comma."""
    if card.given and card.family:
        return f"{card.given} {card.family.partition(',')[0]}".strip()
    return usual_order(name)


def unexplained(shown: Sequence[str], cards: Sequence[Card], *, employer_of: EmployerOf = unknown) -> list[str]:
    """Of the former companies that a contact shows, those that its cards do not tell: they are from cards of before."""
    drawn = portrait(cards, employer_of=employer_of)
    told = set(map(companies.key, (drawn.company, *drawn.former))) - {""}
    domains = {domain for card in cards for email in card.emails if employer_of(domain := email.partition("@")[2])}
    return [
        name
        for name in shown
        if companies.key(name) not in told and not any(companies.owns_domain(name, domain) for domain in domains)
    ]
