"""Whose an address or a name is."""

from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.domain.people import Card, Origin, Party


def card(name: str, *emails: str, url: str = "") -> Card:
    return Card("vcard", Origin("a.vcf", 1), name, name, emails=emails, url=url)


BOOK = Addressbook(
    [
        ("p1", card("Ann Kern", "ann.kern@gmail.com", url="https://www.linkedin.com/in/ann")),
        ("p2", card("Greg Roe", "roes@example.com")),
        ("p3", card("Gina Roe", "roes@example.com")),
        ("p4", card("John Smith")),
        ("p5", card("John Smith")),
        ("p6", card("Eve Adams")),
        ("p7", card("Eve Adams", "eve@example.com")),
    ],
    same={"p7": "p6"},
)


def test_a_handle_finds_its_owner_in_every_way_it_is_written() -> None:
    assert BOOK.find(Party("", "annkern+jobs@gmail.com")) == "p1"
    assert BOOK.find(Party("", "in/ann")) == "p1"
    assert BOOK.find(Party("Ann Kern", "unknown@example.com")) == ""


def test_a_shared_address_is_whose_name_fits() -> None:
    assert BOOK.find(Party("Gina Roe", "roes@example.com")) == "p3"
    assert BOOK.find(Party("", "roes@example.com")) == "p3"


def test_whose_a_shared_address_is_does_not_depend_on_the_order_of_cards() -> None:
    cards = [("p1", card("Greg Roe", "r@x.example")), ("p2", card("Gina Roe", "r@x.example"))]
    for order in (cards, cards[::-1]):
        assert Addressbook(order).find(Party("", "r@x.example")) == "p2"
        assert Addressbook([*order, ("p1", card("G. Roe", "r@x.example"))]).find(Party("", "r@x.example")) == "p1"


def test_a_full_name_finds_its_only_bearer_and_merged_ones_are_one() -> None:
    assert BOOK.find(Party("Kern, Ann")) == "p1"
    assert BOOK.named("John Smith") == ""
    assert BOOK.named("Ann") == ""
    assert BOOK.named("Eve Adams") in {"p6", "p7"}


def test_a_first_name_is_found_among_the_people_of_a_message() -> None:
    assert BOOK.fitting("Gina", ("p2", "p3")) == "p3"
    assert BOOK.fitting("G.", ("p2", "p3")) == ""
    assert BOOK.fitting("", ("p2",)) == ""
