"""What a contact shows, drawn from all of its cards: the fullest name, today's company, and those before it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from askwell.domain.people import Card
from askwell.identity import companies, handles
from askwell.identity.facts import name_of
from askwell.identity.mailboxes import said_name
from askwell.identity.parts import split
from askwell.identity.words import MORE_TITLES

# Whose word counts most: the seeker's own, then what people say of themselves today, then address books, then mail.
RANKS = {"hand": 0, "linkedin-connections": 1, "linkedin-messages": 6, "mail": 7, "calendar": 8}
BOOK = 3
_ASIDE = re.compile(r"\([^()]{0,80}\)")
LATER = ("linkedin-imported", "linkedin-notes")


class Portrait(NamedTuple):
    """The fields of a contact that come from its cards."""

    name: str
    company: str
    title: str
    place: str
    note: str
    url: str
    former: tuple[str, ...]


def portrait(cards: Sequence[Card], *, employer_of: Callable[[str], str] = companies.from_domain) -> Portrait:
    """Drawn from `cards` in any order; `employer_of` names the company of a mail domain, "" for none.

    The company of the card that counts most is today's, with the title beside it; what other cards and mail domains
    name are former ones. A person known by mail alone works where the mail comes from.
    """
    if len(cards) == 1 and not cards[0].emails:
        return _of_one(cards[0])
    ranked = sorted(cards, key=_rank)
    of_domains = list(dict.fromkeys(_employers(ranked, employer_of)))
    first = next((card for card in ranked if card.company), None)
    company = first.company if first else next(iter(of_domains), "")
    title = first.title if first and first.title else next((card.title for card in ranked if card.title), "")
    return Portrait(
        name=_name(ranked),
        company=company,
        title=title,
        place=next((card.place for card in ranked if card.place), ""),
        note="\n".join(dict.fromkeys(card.note for card in ranked if card.note)),
        url=next((card.url for card in ranked if card.url), ""),
        former=_former(company, [card.company for card in ranked if card.company] + _beside(ranked, of_domains)),
    )


def _of_one(card: Card) -> Portrait:
    return Portrait(shown_name(card), card.company, card.title, card.place, card.note, card.url, ())


def _rank(card: Card) -> int:
    return RANKS.get(card.source, BOOK + (card.source in LATER))


def _employers(cards: Iterable[Card], employer_of: Callable[[str], str]) -> Iterator[str]:
    for card in cards:
        for email in card.emails:
            if employer := employer_of(email.partition("@")[2]):
                yield employer


def _beside(cards: Sequence[Card], employers: Sequence[str]) -> list[str]:
    """Employers of mail domains, without those whose domain belongs to a company that a card names."""
    named = [card.company for card in cards if card.company]
    domains = {email.partition("@")[2] for card in cards for email in card.emails}
    owned = {companies.from_domain(d) for d in domains if any(companies.owns_domain(name, d) for name in named)}
    return [employer for employer in employers if employer not in owned]


def _former(company: str, others: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for other in others:
        if not any(other == known or companies.same(other, known) for known in (company, *found)):
            found.append(other)
    return tuple(found)


def _name(ranked: Sequence[Card]) -> str:
    """The first full name in rank; else the longest that somebody wrote; else what an address spells; else it."""
    written = [card for card in ranked if card.name and "@" not in card.name]
    full = next((card for card in written if name_of(card).full), None)
    if full:
        return shown_name(full)
    if written:
        return max((shown_name(card) for card in written), key=len)
    for card in ranked:
        for email in card.emails:
            spelled = said_name(email)
            return f"{spelled.given} {spelled.family}".title() if spelled.full else email
    return ranked[0].name


def shown_name(card: Card) -> str:
    """The name in its usual order, without titles, remarks and degrees: "Okafor, James", "Rev. Ann Roe (choir)"."""
    if card.name.replace(" ", "").isalpha() and card.name.count(" ") < 2:
        return card.name
    name = _ASIDE.sub(" ", card.name).strip()
    name = _turned(name, card) if "," in name else name
    words = name.split()
    while len(words) > 2 and words[0].lower().rstrip(".") in MORE_TITLES:
        words = words[1:]
    shown = " ".join(words)
    return shown if split(shown).full else card.name


def _turned(name: str, card: Card) -> str:
    """Of "Okafor, James" the usual order; "Priya Raman, CSCP" without what follows the comma."""
    if card.given and card.family:
        return f"{card.given} {card.family.partition(',')[0]}".strip()
    first, _, rest = (part.strip() for part in name.partition(","))
    parsed = split(name)
    turned = parsed.family and split(first).given in {parsed.family, *parsed.parts} and rest
    return f"{rest.partition(',')[0].strip()} {first}" if turned else first


def refreshed(before: Portrait, now: Portrait) -> Portrait:
    """The contact as it is now, with what it was before kept: its name if that was full, its old company as former."""
    name = before.name if split(before.name).full or not split(now.name).full else now.name
    stays = not now.company or companies.same(now.company, before.company)
    return Portrait(
        name=name or now.name,
        company=now.company or before.company,
        title=now.title or (before.title if stays else ""),
        place=now.place or before.place,
        note=now.note or before.note,
        url=now.url or before.url,
        former=_former(
            now.company or before.company,
            [company for company in (*before.former, before.company, *now.former) if company],
        ),
    )


def profile_of(cards: Iterable[Card]) -> str:
    """The LinkedIn profile among the cards, in/<slug>; "" if there is none."""
    return next((slug for card in cards if card.url and (slug := handles.slug(card.url))), "")
