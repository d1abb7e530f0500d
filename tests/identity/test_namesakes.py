"""Two of one name at one company whose mailboxes tell them apart are two, until something else ties them."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from askwell.domain.people import Card, Origin
from askwell.identity.join import CROWD, join
from askwell.identity.likely import likely_twins
from askwell.identity.namesakes import mark
from askwell.identity.parts import split


def card(name: str, *emails: str, source: str = "vcard", **more: Any) -> Card:
    first, _, last = name.rpartition(" ")
    return Card(source, Origin("a.vcf", 1), name, name, given=first, family=last, emails=emails, **more)


def people(cards: Sequence[Card]) -> int:
    """How many these are, the same in whatever order they come."""
    counts = {len(set(join(list(some), region="US").people)) for some in permutations(cards)}
    assert len(counts) == 1
    return counts.pop()


PHONE: dict[str, Any] = {"phones": ("414 555 0100",)}
ONE = card("John Smith", "john.smith@bigco.example", company="BigCo", title="Buyer")
OTHER = card("John Smith", "john.smith2@bigco.example", company="BigCo", title="Welder", source="google")
NO_MAIL = card("John Smith", company="BigCo")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("john.smith", "john.smith2"),
        ("jsmith", "jsmith1"),
        ("john.smith1", "john.smith2"),
        ("john.smith", "john.a.smith"),
        ("john.b.smith", "john.a.smith"),
        ("john.smith", "john.adam.smith"),
        ("jsmith", "jasmith"),
        ("jsmith", "john.smith2"),
        ("smith.john", "smith2.john"),
        ("john", "john2"),
        ("u1044", "u2077"),
    ],
)
def test_a_number_or_a_middle_initial_makes_two(one: str, other: str) -> None:
    ones, others = (card("John Smith", f"{box}@bigco.example", company="BigCo") for box in (one, other))
    assert people((ones, others)) == 2
    bare = [card("John Smith", f"{box}@bigco.example") for box in (one, other)]
    assert people(bare) == 2, "the domain alone tells the company"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("j.smith", "john.smith"),
        ("jsmith", "smith.j"),
        ("john.smith", "johnsmith"),
        ("john.smith", "john"),
        ("john.smith2", "jsmith2"),
        ("john.smith", "u1044"),
        ("john.smith", "john.smith+news"),
    ],
)
def test_an_old_and_a_new_form_of_an_address_are_one(one: str, other: str) -> None:
    assert people([card("John Smith", f"{box}@bigco.example", company="BigCo") for box in (one, other)]) == 1


def test_elsewhere_a_number_tells_nothing() -> None:
    free = [card("John Smith", f"{box}@gmail.com", company="BigCo") for box in ("johnsmith", "johnsmith2")]
    assert people(free) == 1
    assert people([ONE, card("John Smith", "john.smith2@hill.example", company="BigCo")]) == 1


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Jean-Paul Martin", "jp.martin", "jean-paul.martin"),
        ("Jan van der Berg", "jan.vanderberg", "jan.berg"),
        ("Bob Roe", "bob.roe", "robert.roe"),
        ("Jürgen Müller", "juergen.mueller", "j.muller"),
    ],
)
def test_a_name_of_many_parts_is_no_middle_initial(name: str, one: str, other: str) -> None:
    assert mark(one, split(name)) == mark(other, split(name))
    assert mark(one, split(name))[0] == ""


@pytest.mark.parametrize("size", [0, CROWD + 1])
def test_they_stay_two_beside_many_of_that_name(size: int) -> None:
    crowd = [card("John Smith", f"js{n}@gmail.com", company=f"Firm {n}") for n in range(size)]
    found = join([*crowd, ONE, OTHER, NO_MAIL]).people
    assert len(set(found)) == size + 3, "who has no address may be either, and is joined to none"


def test_who_may_be_either_is_joined_to_none_in_any_order() -> None:
    assert people([ONE, OTHER, NO_MAIL]) == 3
    assert people([ONE, NO_MAIL]) == 1
    assert people([ONE, OTHER, card("Jon Smith", company="BigCo")]) == 3


@pytest.mark.parametrize(
    "ties",
    [
        [card("John Smith", "john.smith@bigco.example", "john.smith2@bigco.example")],
        [card("John Smith", f"{box}@bigco.example", **PHONE) for box in ("john.smith", "john.smith2")],
        [card("John Smith", e, "js@gmail.com") for e in ("john.smith@bigco.example", "john.smith2@bigco.example")],
        [
            card("John Smith", e, url="https://www.linkedin.com/in/js")
            for e in ("john.smith@bigco.example", "john.smith2@bigco.example")
        ],
    ],
    ids=["both addresses on one card", "a phone", "another address", "a profile"],
)  # fmt: skip
def test_what_else_they_share_ties_them(ties: list[Card]) -> None:
    assert people([ONE, OTHER, *ties]) == 1


def test_a_switchboard_and_a_common_mailbox_tie_nobody() -> None:
    desk = card("Ann Kern", "info@bigco.example", **PHONE)
    two = [card("John Smith", f"{box}@bigco.example", **PHONE) for box in ("john.smith", "john.smith2")]
    assert people([*two, desk]) == 3
    two = [card("John Smith", f"{box}@bigco.example", "info@bigco.example") for box in ("john.smith", "john.smith2")]
    assert people(two) == 2


def test_in_whatever_order_the_files_come_they_are_two_and_asked_about() -> None:
    for first, second in ((ONE, OTHER), (OTHER, ONE)):
        assert join([second], [("p1", first)]).people == [0]
        assert join([first, second], [("p1", first)]).people == ["p1", 0]
        again = join([first, second], [("p1", first), ("p2", second)])
        assert (again.people, again.merged) == (["p1", "p2"], [])
        assert join([NO_MAIL], [("p1", first), ("p2", second)]).people == [0]
        assert [twins.people for twins in likely_twins([("p1", [first]), ("p2", [second])])] == [("p1", "p2")]


def test_all_that_is_known_together_joins_no_namesakes_either() -> None:
    strangers = [
        card(f"Given{at} Family{at}", company=f"Firm{at}", title="Clerk", url=f"https://www.linkedin.com/in/s{at}")
        for at in range(150)
    ]  # fmt: skip
    one = card("Katarzyna Zylstra", "k.zylstra@bigco.example", company="BigCo", title="Head of Glazing")
    slip = card("Katarzyna Zylstar", "k.zylstra2@bigco.example", company="BigCo", title="Head of Glazing")
    short = card("Kasia Zylstra", "k.zylstra3@bigco.example", company="BigCo", title="Head of Glazing")
    for some in ([one, slip], [one, short], [slip, one, short]):
        assert len(set(join([*some, *strangers]).people[: len(some)])) == len(some)
    plain = card("Kasia Zylstra", "kasia.zylstra@bigco.example", company="BigCo", title="Head of Glazing")
    assert len(set(join([one, plain, *strangers]).people[:2])) == 1
