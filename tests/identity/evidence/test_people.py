"""People are weighed by all of their cards, and what speaks for two of them is told in words."""

from typing import Any

from tests.bounds import bounded

from askwell.domain.people import Card, Origin
from askwell.identity.evidence.people import People
from askwell.identity.facts import Facts


def card(name: str, *emails: str, **more: Any) -> Card:
    first, _, last = name.rpartition(" ")
    return Card("vcard", Origin("a.vcf", 1), name, name, given=first, family=last, emails=emails, **more)


def people(*cards: Card) -> People:
    return People(Facts(cards, region="US"), range(len(cards)))


STRANGERS = [card(f"Given{at} Family{at}", company=f"Firm{at}", title="Clerk") for at in range(60)]


def why(one: Card, other: Card) -> str:
    found = people(one, other, *STRANGERS)
    places = [place for place in range(len(found.weighed.bits)) if found.pair(place) == (0, 1)]
    return found.why(places[0])


def test_every_kind_of_evidence_has_its_words() -> None:
    assert "the same company, Acme" in why(card("Jane Roe", company="Acme Inc."), card("Jane Roe", company="Acme"))
    assert "the same phone, +14145550100" in why(
        card("Jane Roe", phones=("414 555 0100",)), card("J. Roe", phones=("+1 414 555 0100",))
    )
    assert "the same address, j@x.example" in why(card("Jane Roe", "j@x.example"), card("J. Roe", "j@x.example"))
    assert "the same work, Beekeeper" in why(card("Jane Roe", title="Beekeeper"), card("J. Roe", title="beekeeper"))
    told = why(card("Jane Roe", title="Beekeeper"), card("Jane Roe", note="Tennis. Beekeeper in Kent."))
    assert told == "names that fit, and a note that says Beekeeper, as the work of the other"


def test_hostile_values_are_bounded() -> None:
    long = "a" * 100_000
    hostile = card(
        f"{long} {long}", f"{long}@x.example", company=long, title=long, note=f"{long} " * 3, phones=("1" * 100_000,)
    )
    with bounded():
        people(hostile, card("Jane Roe", note=long), *STRANGERS).weighed  # noqa: B018 - looking at it does the work
