"""A hundred thousand hostile letters in any field of a card take no time, and twice as many not much more."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.bounds import bounded

from askwell.domain.people import Card, Origin
from askwell.identity import companies, handles, mailboxes, names
from askwell.identity.employers import Employers
from askwell.identity.fold import fold, loose, visible
from askwell.identity.join import join
from askwell.identity.likely import likely_twins
from askwell.identity.shared_past import together_at

SIZE = 100_000
PIECES = (
    *("a", " ", "a ", "é", "İ", ".", "-", "a-", "(", ")(", "'", ", ", "@", "a@", "+1", "1", "1 ", "x1", "%C3", "née "),
    *("\u202e", "\u200b", "\u0301", "株", "𝒜", "ß", "\x00", "GmbH & Co. ", "at ", "ex-", "inc ", "Jr. ", "Dr. "),
    *("formerly ", "linkedin.com/in/"),
)
OF_TEXT: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "loose": loose,
    "visible": visible,
    "a name": names.normal,
    "two names": lambda text: names.likeness(text, f"{text} b"),
    "an address": handles.address,
    "a mailbox": lambda text: handles.mailbox(f"{text}@gmail.com"),
    "a profile": handles.slug,
    "a phone": lambda text: handles.phone(text, region="DE"),
    "a region": lambda text: handles.region_of([text], hints=["DE", "US"]),
    "a company": companies.key,
    "two companies": lambda text: companies.same(text, f"{text} Inc"),
    "a domain": companies.from_domain,
    "an owner": lambda text: companies.owns_domain(text, f"{text}.com"),
    "a role": lambda text: mailboxes.is_role(f"{text}@example.com", text),
    "an organization": lambda text: mailboxes.is_organization(text, f"info@{text[:200]}"),
    "a spelled name": lambda text: mailboxes.said_name(f"{text}@example.com"),
    "employers": lambda text: Employers([text]).match(text),
    "a note": together_at,
}


@pytest.mark.parametrize("what", OF_TEXT)
def test_a_hostile_text_is_read_at_once(what: str) -> None:
    with bounded():
        for piece in PIECES:
            OF_TEXT[what]((piece * SIZE)[:SIZE])
            OF_TEXT[what]("x" + (piece * SIZE)[: SIZE - 2] + "!")


@pytest.mark.parametrize("piece", PIECES[::4])
def test_a_card_of_hostile_texts_is_joined_and_asked_about_at_once(piece: str) -> None:
    text = (piece * SIZE)[:SIZE]
    told: dict[str, Any] = {
        "company": text,
        "title": text,
        "note": text,
        "nickname": text,
        "maiden": text,
        "phones": (text, "1" + text),
    }
    whole = [
        Card(
            "vcard", Origin("a.vcf", at), str(at), text, given=text, family=text, emails=(f"{text}@x.example",), **told
        )
        for at in range(3)
    ]
    with bounded():
        join(whole, region="US")
        likely_twins([(f"p{at}", [card]) for at, card in enumerate(whole)], region="US")
