"""Which cards are one person's: strong evidence joins, everything else does not."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.people import Card, Origin
from askwell.identity.join import join


def card(name: str, *emails: str, **more: Any) -> Card:
    first, _, last = name.rpartition(" ")
    return Card("vcard", Origin("a.vcf", 1), name, name, given=first, family=last, emails=emails, **more)


def profile(name: str, slug: str, **more: Any) -> Card:
    return card(name, url=f"https://www.linkedin.com/in/{slug}", **more)


def written(name: str, **more: Any) -> Card:
    """A card that keeps its name in one piece."""
    return Card("google", Origin("g.csv", 1), name, name, **more)


def one_person(*cards: Card, region: str = "US") -> bool:
    return len(set(join(cards, region=region).people)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (profile("Mara Okoye", "mara"), profile("Mara Bell", "MARA/?x=1")),
        (card("Bob Aguilar", "bob@example.net"), card("Robert Aguilar", "bob@example.net")),
        (card("Jane Roe", "jane.roe@gmail.com"), card("Jane Roe", "janeroe+jobs@gmail.com")),
        (card("Fern Adler", "fern@example.net"), card("Fern A.", "fern@example.net")),
        (card("", "peggy@example.net"), card("Peggy O'Rourke", "peggy@example.net")),
        (card("peggy@example.net", "peggy@example.net"), card("Peggy O'Rourke", "peggy@example.net")),
        (card("Liz Kowalczyk", "liz.brandt@example.net"), card("Liz Brandt", "liz.brandt@example.net")),
        (card("Mom", "carol.roe@example.net"), card("Carol Roe", "carol.roe@example.net")),
        (card("Bill Tesch", phones=("(414) 555-0105",)), card("W. Tesch", phones=("+1 414 555 0105",))),
        (card("Jane Roe", company="Acme, Inc."), written("Roe, Jane", company="ACME")),
        (card("Sam Osei", company="Acme"), profile("Samuel Osei", "samuel", company="Acme Ltd")),
        (card("Priya Raman", "priya@brightwater.example"), profile("Priya Raman", "p", company="Brightwater Dairy")),
        (card("Jane Roe", "jroe@acme.example"), card("Jane Roe", "jane.roe@acme.example")),
        (card("John Roe", "roe@example.net"), card("Jonathan Roe", "roe@example.net")),
        (card("Bob Roe", phones=("414 555 0100 x1",)), card("Robert Roe", phones=("+1 414 555 0100",))),
    ],
)  # fmt: skip
def test_strong_evidence_joins_in_either_order(one: Card, other: Card) -> None:
    assert one_person(one, other)
    assert one_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Jane Roe"), card("Jane Roe")),
        (card("Jane Roe", company="Acme"), card("Jane Roe", company="Globex")),
        (card("Jane Roe", company="Acme"), card("J. Roe", company="Acme")),
        (card("Jane Roe", company="Acme"), card("Jane Dee", company="Acme")),
        (card("Robert Roe", company="Acme"), card("Roberto Roe", company="Acme")),
        (card("Jane Roe", "j@example.com"), card("Tom Roe", "j@example.com")),
        (card("Jane Roe", "jane@gmail.com"), card("Jane Roe", "jane.r@gmail.com")),
        (card("Jane Roe", "info@acme.example"), card("J. Roe", "info@acme.example")),
        (card("Jane Roe", phones=("414 555 0100 x1",)), card("J. Roe", phones=("414 555 0100 x2",))),
        (card("Mom", phones=("262 555 0120",)), card("Carol Roe", phones=("262 555 0120",))),
        (card("John Roe", phones=("262 555 0120",)), card("Jonathan Roe", phones=("262 555 0120",))),
        (card("Louis Roe", "roes@example.com"), card("Louise Roe", "roes@example.com")),
        (card("Robert Roe Jr.", "roe@example.com"), card("Robert Roe Sr.", "roe@example.com")),
        (profile("Maria Garcia", "mariagarcia1", company="Acme"), profile("Maria Garcia", "mg2", company="Acme")),
        (card("Аnna Kern", company="Acme"), card("Anna Kern", company="Acme")),  # the first A is Cyrillic
        (card("Аnna Kern", "anna@example.com"), card("Anna Kern", "anna@example.com")),
        (card("Rebecca Thorne", "thornes@example.com"), card("Becky Hollister", "thornes@example.com")),
    ],
)
def test_weak_evidence_joins_nobody(one: Card, other: Card) -> None:
    assert not one_person(one, other)
    assert not one_person(other, one)


def test_a_value_of_several_people_joins_nobody() -> None:
    shared = {"phones": ("414 555 0199",)}
    home = [card("Greg Roe", **shared), card("G. Roe", **shared), card("Doug Roe", **shared)]
    assert len(set(join(home, region="US").people)) == 3
    office = [
        card("Ann Kern", "desk@acme.example"),
        card("A. Kern", "desk@acme.example"),
        card("Tom Lee", "desk@acme.example"),
    ]
    assert len(set(join(office).people)) == 3
    assert (
        len(
            set(
                join(
                    [card("", "x@example.com"), card("Ann Kern", "x@example.com"), card("Tom Lee", "x@example.com")]
                ).people
            )
        )
        == 3
    )


def test_two_profiles_of_one_name_at_one_company_leave_a_third_card_alone() -> None:
    cards = [
        profile("Maria Garcia", "one", company="Acme"),
        profile("Maria Garcia", "two", company="Acme"),
        card("Maria Garcia", company="Acme"),
    ]
    assert len(set(join(cards).people)) == 3


def test_a_short_name_joins_only_where_one_person_comes_into_question() -> None:
    two = [
        card("Alexander Roe", company="Acme"),
        card("Alexandra Roe", company="Acme"),
        card("Alex Roe", company="Acme"),
    ]
    assert len(set(join(two).people)) == 3


def test_evidence_in_steps_joins_all_but_never_over_a_contradiction() -> None:
    steps = [
        card("Bob Aguilar", "bob@example.net"),
        card("Bob Aguilar", "bob@example.net", "bob@lindqvist.example"),
        profile("Robert Aguilar", "robert", company="Lindqvist Tools"),
    ]
    assert one_person(*steps)
    bridge = [
        card("Jane Roe", "a@example.com"),
        card("", "a@example.com", "b@example.com"),
        card("Tom Lee", "b@example.com"),
    ]
    assert len(set(join(bridge).people)) == 2


def test_numbers_without_region_are_the_same_only_as_they_are_written() -> None:
    one, other = card("Jane Roe", phones=("414 555 0100",)), card("Jane Roe", phones=("(414) 555-0100",))
    assert one_person(one, other, region="")
    assert not one_person(one, card("Jane Roe", phones=("+1 414 555 0100",)), region="")


def test_new_cards_join_known_contacts_and_show_two_of_them_to_be_one() -> None:
    known = [("p1", card("Bob Aguilar", "bob@example.net")), ("p2", card("Robert Aguilar", "bob@lindqvist.example"))]
    new = [card("Bob Aguilar", "bob@example.net", "bob@lindqvist.example"), card("Ann Kern")]
    found = join(new, known)
    assert found.people == ["p1", 0]
    assert found.why == ["same address bob@example.net", ""]
    assert found.merged == [("p1", "p2", "same address bob@lindqvist.example")]


def test_two_that_she_says_are_two_stay_two() -> None:
    known = [("p1", card("Bob Aguilar", "bob@example.net")), ("p2", card("Robert Aguilar", "bob@lindqvist.example"))]
    new = [card("Bob Aguilar", "bob@example.net", "bob@lindqvist.example")]
    found = join(new, known, apart={frozenset(("p1", "p2"))})
    assert found.people == ["p1"]
    assert found.merged == []


def test_the_first_card_of_a_person_has_no_reason() -> None:
    found = join([profile("Ann Kern", "ann"), card("Tom Lee"), profile("Ann Kern", "ann")])
    assert found.people == [0, 1, 0]
    assert found.why == ["", "", "same profile in/ann"]


NAMES = st.sampled_from(["Ann Kern", "Anna Kern", "A. Kern", "Tom Kern", "Tom Lee", "Mom", "", "Kern"])
CARDS = st.builds(
    lambda name, email, phone, company: card(name, *filter(None, [email]), phones=phone, company=company),
    NAMES,
    st.sampled_from(["", "a@example.com", "kern@acme.example", "info@acme.example"]),
    st.sampled_from([(), ("414 555 0100",)]),
    st.sampled_from(["", "Acme", "Globex"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(CARDS, max_size=8))
def test_names_that_contradict_each_other_are_never_one_person(cards: list[Card]) -> None:
    people: dict[object, set[str]] = {}
    for person, one in zip(join(cards, region="US").people, cards, strict=True):
        people.setdefault(person, set()).add(one.name)
    for names in people.values():
        assert not {"Tom Kern", "Tom Lee"} & names or not {"Ann Kern", "Anna Kern", "A. Kern"} & names
        assert not {"Tom Kern", "Tom Lee"} <= names


def test_thirty_thousand_cards_join_thirty_thousand_in_no_time() -> None:
    def many(start: int) -> list[Card]:
        return [
            profile(f"Given{chr(97 + i % 26)} Family", f"p{start + i}", company=f"C{i % 99}") for i in range(30_000)
        ]

    new, known = many(0), [(f"p{i}", c) for i, c in enumerate(many(30_000))]
    with bounded():
        assert len(set(join(new, known).people)) == 30_000
