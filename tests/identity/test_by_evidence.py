"""People are made one by all that is known of both together, never by their names alone; a family stays a family."""

from dataclasses import replace
from typing import Any

import pytest

from askwell.domain.people import Card, Origin
from askwell.identity.join import join


def card(name: str, *emails: str, slug: str = "", **more: Any) -> Card:
    first, _, last = name.rpartition(" ")
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return Card("vcard", Origin("a.vcf", 1), name, name, given=first, family=last, emails=emails, url=url, **more)


STRANGERS = [
    card(f"Given{at} Family{at}", company=f"Firm{at}", title=f"Clerk of {at}", slug=f"s{at}") for at in range(150)
]
KASIA = [
    card("Kasia Nowak", "kasia@example.org"),
    card("K. Ellis", "kasia@example.org", company="Ellis Leadership"),
    card("Kasia Ellis", "kasia@example.org"),
]
KATARZYNA = card("Katarzyna Nowak-Ellis", slug="kasia", company="Ellis Leadership")


def people(*cards: Card) -> int:
    """How many these are, among strangers, whichever comes first."""
    counts = {len(set(join([*some, *STRANGERS], region="US").people[: len(cards)])) for some in (cards, cards[::-1])}
    assert len(counts) == 1
    return counts.pop()


def test_what_stands_on_several_cards_counts_together() -> None:
    assert people(*KASIA, KATARZYNA) == 1
    found = join([*KASIA, KATARZYNA, *STRANGERS])
    assert found.why[3] == "names that fit, and the same company, Ellis Leadership"
    assert people(*KASIA, replace(KATARZYNA, company="Globex")) == 2


def test_a_note_that_names_the_work_of_the_other_counts() -> None:
    editor = card("Miriam Abelson", slug="miriam", company="Freelance", title="Editor")
    assert people(editor, card("Mimi Abelson", note="Editor. Tennis.")) == 1
    assert people(editor, card("Mimi Abelson", note="Tennis.")) == 2


def test_a_slip_of_the_pen_is_none_where_the_phone_is_the_same() -> None:
    phone: dict[str, Any] = {"phones": ("414 555 0100",)}
    assert people(card("Theodore Lindgren", **phone), card("Theodore Lindgern", **phone)) == 1
    assert people(card("Theodore Lindgren"), card("Theodore Lindgern")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Jane Zylstra"), card("Jane Zylstra")),
        (card("Julia Zorn", phones=("414 555 0100",)), card("Julie Zorn", phones=("414 555 0100",))),
        (card("Аnna Kern", "a@kern.example", company="Acme"), card("Anna Kern", "a@kern.example", company="Acme")),
        (card("Jane Roe", slug="a", company="Acme"), card("Jane Roe", slug="b", company="Acme")),
    ],
)
def test_names_alone_families_look_alikes_and_two_profiles_stay_apart(one: Card, other: Card) -> None:
    assert people(one, other) == 2


def test_where_two_come_into_question_neither_is_joined() -> None:
    two = [card("Kasia Nowak", company="Acme", slug="one"), card("Kasia Nowak", company="Acme", slug="two")]
    assert people(card("Katarzyna Nowak", company="Acme"), *two) == 3


def test_known_contacts_are_joined_by_what_is_new_and_never_where_she_said_they_are_two() -> None:
    known = [
        ("p1", KATARZYNA),
        *(("p2", one) for one in (KASIA[0], KASIA[2])),
        *((f"s{n}", s) for n, s in enumerate(STRANGERS)),
    ]
    assert [(stays, away) for stays, away, _ in join([KASIA[1]], known).merged] == [("p1", "p2")]
    assert join([KASIA[1]], known, apart={frozenset(("p1", "p2"))}).merged == []
    assert join([card("Some Body")], [*known, ("p2", KASIA[1])]).merged == [], "what is not new joins nobody"
