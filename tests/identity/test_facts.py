"""What is looked at in cards is brought to one form once, and nothing is kept twice that is written in it already."""

from typing import Any

from askwell.domain.people import Card, Origin
from askwell.identity.facts import Facts, of_several


def facts(*told: dict[str, Any], region: str = "US") -> Facts:
    return Facts([Card("vcard", Origin("a.vcf", 1), "", **one) for one in told], region=region)


def test_what_several_cards_have_is_told_with_these_cards_in_order() -> None:
    assert of_several([("a", "b"), (), ("b", "b", "c"), ("a",), ("b",)]) == {"a": [0, 3], "b": [0, 2, 4]}
    assert of_several([("a", "a"), ("b",)]) == {}


def test_addresses_and_phones_in_their_one_form_are_not_kept_twice() -> None:
    written: dict[str, Any] = {"name": "", "emails": ("j@x.example",), "phones": ("+14145550100",)}
    other: dict[str, Any] = {"name": "", "emails": ("j.roe+a@gmail.com",), "phones": ("12", "414 555 0100 ext. 2")}
    told = facts(written, other)
    assert told.boxes[0] is told.cards[0].emails
    assert told.phones[0] is told.cards[0].phones
    assert told.boxes[1] == ("jroe@gmail.com",)
    assert told.phones[1] == ("+14145550100;ext=2",)
    assert told.plain_phones == [("+14145550100",), ("+14145550100",)]
    assert told.by_phone == {}
    assert told.by_plain_phone == {"+14145550100": [0, 1]}


def test_another_form_of_a_name_is_looked_for_beside_the_family_name() -> None:
    names = [("Bob", "Roe"), ("Robert", "Roe"), ("Joël", "Poe"), ("Joel", "Poe"), ("Robert", "Moe"), ("Bob J.", "Roe")]
    told = facts(*({"name": f"{given} {family}", "given": given, "family": family} for given, family in names))
    assert [told.other_forms(at) for at in range(6)] == [["robert"], ["bob"], [], [], [], ["robert"]]
    assert told.odd == {5}
