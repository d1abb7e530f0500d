"""What a contact shows: the fullest name, today's company, those before."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.domain.people import Card, Origin
from askwell.identity.portrait import EDIT, Portrait, portrait, says_it_all, shown_name, unexplained


def card(source: str, name: str, **more: Any) -> Card:
    return Card(source, Origin("f", 1), name, name, **more)


LINKEDIN = card("linkedin-connections", "Robert Aguilar", company="Lindqvist Tools", title="Planner", url="u")
OWNED = {
    "kestrel.example": "Kestrel Parts",
    "brightwater.example": "Brightwater Dairy",
    "lindqvist.example": "Lindqvist Tools",
}


def owner(domain: str) -> str:
    return OWNED.get(domain, "")


BOOK = card("vcard", "Bob Aguilar", company="Halvorsen Foods", title="Buyer", note="Chess", place="Milwaukee")


@pytest.mark.parametrize("cards", [1, 2])
def test_a_number_that_nobody_gave_a_name_to_is_known_by_the_number(cards: int) -> None:
    nameless = Card("vcard", Origin("f", 1), "k", "", phones=("+1 202 555-0150",))
    assert portrait([nameless] * cards).name == "+1 202 555-0150"


def test_todays_company_is_linkedins_and_the_others_are_former() -> None:
    shown = portrait([BOOK, LINKEDIN])
    assert (shown.name, shown.company, shown.title) == ("Robert Aguilar", "Lindqvist Tools", "Planner")
    assert (shown.note, shown.place, shown.url) == ("Chess", "Milwaukee", "u")
    assert shown.former == ("Halvorsen Foods",)


def test_a_mail_domain_names_a_former_company_unless_it_is_todays() -> None:
    old = card("mail", "Bob Aguilar", emails=("bob@kestrel.example", "bob@lindqvist.example", "bob@gmail.com"))
    assert portrait([LINKEDIN, old], employer_of=owner).former == ("Kestrel Parts",)


def test_who_is_known_by_mail_alone_works_where_the_mail_comes_from() -> None:
    gwen = card("mail", "Gwen Aldridge", emails=("gwen@brightwater.example",))
    assert portrait([gwen], employer_of=owner).company == "Brightwater Dairy"
    moved = portrait([gwen, card("mail", "Gwen Aldridge", emails=("gwen@kestrel.example",))], employer_of=owner)
    assert (moved.company, moved.former) == ("", ("Brightwater Dairy", "Kestrel Parts"))


def test_a_mail_domain_that_no_known_company_owns_is_no_company() -> None:
    shown = portrait([card("mail", "Lorna Odell", emails=("lorna@odellhome.example",))])
    assert (shown.company, shown.former) == ("", ())


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
        (["Ken Ostrander [gutters]"], "Ken Ostrander"),
        (["Ken Ostrander - Acme"], "Ken Ostrander"),
        (["Ken Ostrander MBA"], "Ken Ostrander"),
        (["Ken Ostrander 🚀"], "Ken Ostrander"),
        (["Elizabeth Brandt, née Kowalczyk"], "Elizabeth Brandt"),
        (["van den Berg, Jan"], "Jan van den Berg"),
        (["Garcia Lopez, Maria"], "Maria Garcia Lopez"),
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


def test_a_full_name_counts_more_than_initials_and_linkedins_more_than_an_older_one() -> None:
    own = card("linkedin-connections", "Elizabeth Brandt", company="Corvane Medical")
    older = card("vcard", "Liz Kowalczyk", company="Halvorsen Foods")
    assert portrait([older, card("google", "Liz B."), own]).name == "Elizabeth Brandt"
    assert portrait([older, card("google", "Liz B.")]).name == "Liz Kowalczyk"
    assert portrait([card("linkedin-connections", "Elizabeth B."), older]).name == "Liz Kowalczyk"
    assert portrait([card("mail", "Elizabeth Ann Brandt"), card("vcard", "Liz Brandt")]).name == "Liz Brandt"


def test_capitals_are_shown_only_where_nobody_writes_the_name_otherwise() -> None:
    loud = card("linkedin-connections", "ROBERT AGUILAR")
    assert portrait([loud, card("mail", "Robert Aguilar")]).name == "Robert Aguilar"
    assert portrait([loud, card("vcard", "Bob Aguilar")]).name == "ROBERT AGUILAR"


def test_a_title_stands_beside_its_own_company_only() -> None:
    bare = card("linkedin-connections", "Robert Aguilar", company="Lindqvist Tools")
    assert portrait([BOOK, bare]).title == ""
    assert portrait([card("vcard", "Bob Aguilar", title="Planner"), bare]).title == "Planner"
    retired = card("linkedin-connections", "Robert Aguilar", title="Retired")
    shown = portrait([BOOK, retired])
    assert (shown.company, shown.title, shown.former) == ("", "Retired", ("Halvorsen Foods",))


def test_the_company_that_most_address_books_name_is_shown() -> None:
    cards = [
        card("google", "Bob", company="Acme"),
        card("vcard", "Bob", company="Zed Inc"),
        card("google", "Bob", company="Zed"),
    ]
    assert portrait(cards).company == "Zed"
    assert portrait(cards).former == ("Acme",)


def test_of_her_own_entries_the_last_one_counts() -> None:
    first, last = card("hand", "Bob Aguilar", company="Acme"), card("hand", "Bob Aguilar", company="Globex")
    assert (portrait([first, LINKEDIN, last]).company, portrait([last, LINKEDIN, first]).company) == ("Globex", "Acme")


def test_companies_of_before_stay_unless_the_cards_tell_them() -> None:
    cards = [card("linkedin-connections", "Rob Aguilar", company="Acme", emails=("rob@kestrel.example",))]
    shown = portrait(cards, employer_of=owner, past=["Lindqvist Tools", "ACME Inc"])
    assert (shown.company, shown.former) == ("Acme", ("Kestrel Parts", "Lindqvist Tools"))
    before = ["Lindqvist Tools", "Kestrel", "Kestrel Parts", "Acme Ltd"]
    assert unexplained(before, cards, employer_of=owner) == ["Lindqvist Tools"]


SOURCES = st.sampled_from(["linkedin-connections", "linkedin-messages", "vcard", "google", "linkedin-imported", "mail"])
CARDS = st.builds(
    lambda source, name, company, title, note, email: card(
        source, name, company=company, title=title, note=note, emails=(email,) * bool(email), place=note
    ),
    SOURCES,
    st.sampled_from(["Robert Aguilar", "Bob Aguilar", "ROBERT AGUILAR", "Bob", "", "Aguilar, Robert"]),
    st.sampled_from(["", "Acme", "Acme, Inc.", "Lindqvist Tools"]),
    st.sampled_from(["", "Planner", "Buyer"]),
    st.sampled_from(["", "Chess", "Met at the fair"]),
    st.sampled_from(["", "bob@kestrel.example", "bob@brightwater.example", "bob@gmail.com"]),
)


@given(st.lists(CARDS, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_cards_makes_no_difference(cards: list[Card], dice: random.Random) -> None:
    shuffled = dice.sample(cards, len(cards))
    assert portrait(shuffled, employer_of=owner) == portrait(cards, employer_of=owner)


def test_what_she_said_herself_stands_whatever_the_cards_say_and_clears_too() -> None:
    own = Card("edit", Origin("", 0), "p1", "Ana Lee", title="Boss", groups=("name", "company", "not:a@b.example"))
    cards = [
        Card("linkedin-connections", Origin("a", 1), "in/ana", "Ana Maria Lee-Smith", company="Acme", title="Planner"),
        own,
        Card("vcard", Origin("b", 1), "k", "Ana Lee", company="Globex", note="Likes trains."),
    ]
    for some in (cards, cards[::-1]):
        shown = portrait(some)
        assert (shown.name, shown.company, shown.title, shown.note) == ("Ana Lee", "", "Planner", "Likes trains.")
        assert set(shown.former) == {"Acme", "Globex"}
    assert portrait([own]).name == "Ana Lee"


@given(
    name=st.sampled_from(
        ["Robert Aguilar", "Aguilar, Robert", "Dr. Ann Roe", "bob", "", "bob@kestrel.example", "王 伟"]
    ),
    source=st.sampled_from(["vcard", "linkedin-connections", "mail", "hand", EDIT]),
    emails=st.lists(st.sampled_from(["bob@kestrel.example", "bob@home.example", "b@lindqvist.example"]), unique=True),
    company=st.sampled_from(["", "Lindqvist Tools", "Halvorsen Foods"]),
    title=st.sampled_from(["", "Planner"]),
)
def test_whoever_shows_all_that_one_card_says_is_told_at_a_look(
    name: str, source: str, emails: list[str], company: str, title: str
) -> None:
    own = card(source, name, emails=tuple(emails), company=company, title=title, note="n", url="u", place="p")
    shown = portrait([own], employer_of=owner)
    if says_it_all(own, employer_of=owner):
        assert shown == Portrait(name, company, title, "p", "n", "u", ())


def test_most_cards_say_it_all() -> None:
    assert says_it_all(LINKEDIN, employer_of=owner)
    assert says_it_all(card("vcard", "Bob Roe", emails=("bob@home.example",)), employer_of=owner)
    assert not says_it_all(card("vcard", "Bob Roe", emails=("bob@kestrel.example",)), employer_of=owner)
    assert not says_it_all(card("vcard", "Roe, Bob"), employer_of=owner)
