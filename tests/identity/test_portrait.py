"""What a contact shows: the fullest name, today's company, those before."""

from typing import Any

import pytest

from askwell.domain.people import Card, Origin
from askwell.identity.portrait import portrait, refreshed, shown_name


def card(source: str, name: str, **more: Any) -> Card:
    return Card(source, Origin("f", 1), name, name, **more)


LINKEDIN = card("linkedin-connections", "Robert Aguilar", company="Lindqvist Tools", title="Planner", url="u")
BOOK = card("vcard", "Bob Aguilar", company="Halvorsen Foods", title="Buyer", note="Chess", place="Milwaukee")


def test_todays_company_is_linkedins_and_the_others_are_former() -> None:
    shown = portrait([BOOK, LINKEDIN])
    assert (shown.name, shown.company, shown.title) == ("Robert Aguilar", "Lindqvist Tools", "Planner")
    assert (shown.note, shown.place, shown.url) == ("Chess", "Milwaukee", "u")
    assert shown.former == ("Halvorsen Foods",)


def test_a_mail_domain_names_a_former_company_unless_it_is_todays() -> None:
    old = card("mail", "Bob Aguilar", emails=("bob@kestrel.example", "bob@lindqvist.example", "bob@gmail.com"))
    assert portrait([LINKEDIN, old]).former == ("Kestrel",)


def test_who_is_known_by_mail_alone_works_where_the_mail_comes_from() -> None:
    shown = portrait([card("mail", "Gwen Aldridge", emails=("gwen@brightwater.example",))])
    assert shown.company == "Brightwater"
    known = portrait(
        [card("mail", "Gwen Aldridge", emails=("gwen@brightwater.example",))],
        employer_of=lambda domain: "Brightwater Dairy" if domain == "brightwater.example" else "",
    )
    assert known.company == "Brightwater Dairy"


def test_her_own_word_counts_most() -> None:
    assert portrait([LINKEDIN, card("hand", "Bob Aguilar", company="Acme")]).company == "Acme"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Liz B.", "Liz Brandt"], "Liz Brandt"),
        (["Raj", "R."], "Raj"),
        (["Okafor, James"], "James Okafor"),
        (["Raman, Priya, CSCP"], "Priya Raman"),
        (["Priya Raman, CSCP"], "Priya Raman"),
        (["Mom"], "Mom"),
        (["Rev. Lorraine Tate"], "Lorraine Tate"),
        (["Ken Ostrander (gutters)"], "Ken Ostrander"),
        (["Mr. Abara (Josie's teacher)"], "Mr. Abara (Josie's teacher)"),
    ],
)
def test_the_fullest_name_is_shown_in_its_usual_order(names: list[str], shown: str) -> None:
    assert portrait([card("google", name, emails=("x@example.com",)) for name in names]).name == shown


def test_a_bare_address_lends_its_name() -> None:
    assert portrait([card("google", "", emails=("peggy.orourke@example.net",))]).name == "Peggy Orourke"
    assert portrait([card("google", "", emails=("po77@example.net",))]).name == "po77@example.net"


def test_given_and_family_of_a_card_are_shown_without_degrees() -> None:
    assert shown_name(card("x", "Priya Raman, CSCP", given="Priya", family="Raman, CSCP")) == "Priya Raman"


def test_a_new_company_makes_the_old_one_former_and_a_full_name_stays() -> None:
    before = portrait([LINKEDIN])
    now = portrait([card("linkedin-connections", "Rob Aguilar", company="Acme", url="u")])
    after = refreshed(before, now)
    assert (after.name, after.company, after.title, after.former) == (
        "Robert Aguilar",
        "Acme",
        "",
        ("Lindqvist Tools",),
    )
