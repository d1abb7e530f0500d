"""Likely twins: what is worth a question, and what is not."""

from typing import Any

import pytest
from tests.bounds import bounded

from askwell.domain.people import Card, Origin
from askwell.identity.likely import likely_twins


def card(name: str, *emails: str, slug: str = "", **more: Any) -> Card:
    first, _, last = name.rpartition(" ")
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return Card("vcard", Origin("a.vcf", 1), name, name, given=first, family=last, emails=emails, url=url, **more)


def asked(*cards: Card, apart: set[frozenset[str]] | None = None) -> list[tuple[str, str]]:
    people = [(f"p{at}", [one]) for at, one in enumerate(cards)]
    return [twins.people for twins in likely_twins(people, apart=apart or set(), region="US")]


def test_the_same_name_without_more_is_a_question() -> None:
    assert asked(card("Jane Roe"), card("Jane Roe", slug="jane")) == [("p0", "p1")]


def test_short_forms_maiden_names_and_the_names_that_addresses_spell_are_questions() -> None:
    assert asked(card("Jim Okafor"), card("James Okafor", slug="james"))
    assert asked(card("Kasia Nowak"), card("Katarzyna Nowak-Ellis", slug="kasia"))
    assert asked(card("Ginny Park", "ginny.cho@example.com"), card("Virginia Cho", slug="v"))


def test_a_shared_value_with_names_that_do_not_quite_fit_is_a_question() -> None:
    assert asked(card("Becky Hollister", "thornes@example.com"), card("Rebecca Thorne", "thornes@example.com"))


def test_a_loose_fit_is_a_question_only_for_a_rare_family_name() -> None:
    assert asked(card("Jor Patil"), card("Jorinde Patil", slug="r"))
    many = [card(f"{name} Patil", slug=name) for name in ("Anil", "Sunil", "Vijay", "Jorinde")]
    assert not asked(card("Jor Patil"), *many)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (card("Bob Zorn"), card("Robert Zorn", slug="r"), "Bob may be short for Robert, with the same family name;"),
        (card("Jane Roe"), card("Jane Roe", slug="j"), "The same name; nothing else"),
        (card("Jane Roe", company="Acme"), card("Jane Roe", slug="j"), "The same name; nothing else"),
        (
            card("J. Roe", company="Acme"),
            card("Jane Roe", slug="j", company="ACME Inc."),
            "J. may stand for Jane, with the same family name, both at ",
        ),
        (
            card("Liz Kowalczyk"),
            card("Elizabeth Brandt (née Kowalczyk)", slug="e"),
            "Kowalczyk stands on both as a family name, on one as that of before;",
        ),
        (
            card("Liz Kowalczyk", maiden="Brandt"),
            card("Elizabeth Brandt", slug="e"),
            "Brandt stands on both as a family name, on one as that of before;",
        ),
        (card("Liz Kowalczyk"), card("Elizabeth Kowalczyk Brandt", slug="e"), "Liz may be short for Elizabeth"),
        (
            card("Ginny Park", "ginny.cho@example.com"),
            card("Virginia Cho", slug="v"),
            "Ginny may be short for Virginia, and the address ginny.cho@example.com has the family name;",
        ),
    ],
)
def test_each_pair_is_asked_once_with_its_reason(one: Card, other: Card, why: str) -> None:
    crowd = [("p8", [card("Greg Roe", slug="g")]), ("p9", [card("Ann Roe", slug="a")]), ("p7", [card("Tom Roe")])]
    for pair in ((one, other), (other, one)):
        found = likely_twins([*((f"p{at}", [own]) for at, own in enumerate(pair)), *crowd], region="US")
        assert [twins.people for twins in found] == [("p0", "p1")]
        assert found[0].why.startswith(why)


def test_an_initial_at_another_company_is_a_question_only_where_nobody_else_has_the_family_name() -> None:
    initial, jane = card("J. Roe", company="Acme"), card("Jane Roe", slug="j", company="Globex")
    assert asked(initial, jane)
    assert not asked(initial, jane, card("Greg Roe", slug="g"))


def test_names_that_only_look_alike_are_two_where_both_are_names_in_their_own_right() -> None:
    assert not asked(card("Emma Zorn"), card("Emily Zorn", slug="e"))
    assert not asked(card("Julia Zorn"), card("Julie Zorn", slug="j"))
    assert asked(card("Emma Zorn", company="Acme"), card("Emily Zorn", slug="e", company="Acme"))


def test_many_of_one_name_are_no_questions_unless_a_company_is_shared() -> None:
    many = [card("John Smith", slug=f"s{at}", company=f"C{at}") for at in range(20)]
    assert not asked(card("John Smith"), *many)
    assert asked(card("J. Smith", company="C7 Ltd"), *many) == [("p0", "p8")]


def test_families_two_profiles_and_what_she_said_are_no_question() -> None:
    assert not asked(card("Greg Roe", "roes@example.com"), card("Doug Roe", "roes@example.com"))
    assert not asked(card("Jane Roe", slug="one"), card("Jane Roe", slug="two"))
    assert not asked(card("Jane Roe"), card("Jane Roe"), apart={frozenset(("p0", "p1"))})
    assert not asked(card("Jane"), card("Jane Roe"))
    assert not asked(card("Аnna Kern"), card("Anna Kern"))  # the first A is Cyrillic


def test_the_surer_pair_comes_first_and_says_why() -> None:
    people = [("p0", [card("Ann Lee")]), ("p1", [card("Ann Lee")]), ("p2", [card("Jim Roe", company="Acme")])]
    found = likely_twins([*people, ("p3", [card("James Roe", slug="j", company="Acme Inc")])])
    assert [twins.people for twins in found] == [("p2", "p3"), ("p0", "p1")]
    assert found[0].why == "Jim may be short for James, with the same family name, both at Acme Inc."


def test_a_thousand_of_one_name_take_no_time() -> None:
    with bounded():
        assert not asked(*(card("John Smith", company=f"C{at}") for at in range(1000)))
