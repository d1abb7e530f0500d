"""Very many cards of one name: tens of thousands take seconds, and are joined by the same evidence as a few are."""

import time
from collections.abc import Callable, Sequence

import pytest

from askwell.domain.people import Card, Origin
from askwell.identity.join import CROWD, MANY, join

THOUSANDS = 30_000
SECONDS = 30.0  # of the processor, ten times what it takes; held each against each they would take hours
FEW, CROWDED = 20, CROWD + 100


def card(number: int, *emails: str, name: str = "Ana Ruiz", company: str = "", url: str = "", phone: str = "") -> Card:
    given, _, family = name.partition(" ")
    return Card(
        source="google",
        origin=Origin("contacts.csv", number + 1),
        key=f"{name}|{number}",
        name=name,
        given=given,
        family=family,
        emails=emails,
        phones=(phone,) if phone else (),
        company=company,
        url=url,
    )


def lettered(number: int) -> str:
    """A number in letters, as no name has them."""
    return f"zz{str(number).translate(str.maketrans('0123456789', 'bcdfghjklm'))}"


def count(cards: Sequence[Card]) -> int:
    return len(set(join(cards).people))


@pytest.mark.parametrize(
    ("make", "people"),
    [
        (lambda n: card(n, f"ana{n}@gmail.com"), THOUSANDS),
        (lambda n: card(n, f"ana@firm{n}x.example"), THOUSANDS),
        (lambda n: card(n, f"ana{n}@gmail.com", company="Orsted"), 1),
        (lambda n: card(n, f"{lettered(n)}@corp{n % 50}.example", company=f"Firm {n}"), 50),
        (lambda n: card(n, f"ana{n}@corp{n % 50}.example", company=f"Firm {n}"), THOUSANDS),
        (
            lambda n: card(n, f"liz{n}@gmail.com", company=f"Firm {n}", name=("Liz Ruiz", "Elizabeth Ruiz")[n % 2]),
            THOUSANDS,
        ),
    ],
    ids=[
        "free mail",
        "an employer each",
        "one employer",
        "fifty employers",
        "fifty employers that number them",
        "short and long",
    ],
)
def test_thirty_thousand_of_one_name_take_seconds(make: Callable[[int], Card], people: int) -> None:
    cards = [make(number) for number in range(THOUSANDS)]
    begun = time.process_time()
    assert count(cards) == people
    assert time.process_time() - begun < SECONDS


def test_thirty_thousand_known_cards_of_one_name_let_a_new_one_in_within_seconds() -> None:
    known = [(f"p{n}", card(n, f"ana{n}@gmail.com", company=f"Firm {n}")) for n in range(THOUSANDS)]
    begun = time.process_time()
    joined = join([card(0, "a.ruiz@example.org", company="Firm 7")], known, apart={frozenset(("p1", "p2"))})
    assert (joined.people, joined.merged) == (["p7"], [])
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("size", [FEW, CROWDED])
def test_of_one_name_those_are_one_who_share_an_employer_however_many_there_are(size: int) -> None:
    strangers = [card(n, f"ana{n}@gmail.com", company=f"Firm {n}") for n in range(size)]
    same = [
        card(size, company="Corvane Medical, Inc."),
        card(size + 1, "ana@corvane.example"),
        card(size + 2, "ruiz@corvane.example", company="Formerly elsewhere"),
        card(size + 3, company="Corvane Medical"),
    ]
    people = join([*strangers, *same]).people
    assert people == [*range(size), size, size, size, size]


@pytest.mark.parametrize("size", [FEW, CROWDED])
def test_of_one_name_at_one_employer_nobody_is_joined_where_two_have_a_profile(size: int) -> None:
    strangers = [card(n, f"ana{n}@gmail.com", company=f"Firm {n}") for n in range(size)]
    profiles = [card(size + n, company="Orsted", url=f"https://www.linkedin.com/in/ana-{n}") for n in range(2)]
    assert count([*strangers, *profiles, card(size + 2, company="Orsted")]) == size + 3
    assert count([*strangers, *profiles[:1], card(size + 2, company="Orsted")]) == size + 1


@pytest.mark.parametrize("size", [FEW, CROWDED])
def test_a_generation_parts_those_of_one_name_at_one_employer(size: int) -> None:
    names = ("Ana Ruiz Jr.", "Ana Ruiz Sr.")
    assert count([card(n, f"ana{n}@gmail.com", company="Orsted", name=names[n % 2]) for n in range(size)]) == 2


def test_those_of_one_name_in_a_crowd_whom_she_told_apart_stay_two() -> None:
    crowd = [(f"p{n}", card(n, f"ana{n}@gmail.com", company="Orsted")) for n in range(CROWDED)]
    joined = join([card(CROWDED, company="Orsted")], crowd, apart={frozenset(("p3", "p9"))})
    assert "p9" not in {away for _, away, _ in joined.merged}
    assert len(joined.merged) == CROWDED - 2


@pytest.mark.parametrize("size", [MANY - 10, MANY + 70])
def test_who_wrote_many_letters_that_lie_in_files_of_their_own_is_one(size: int) -> None:
    assert count([card(n, "ana.ruiz@gmail.com") for n in range(size)]) == 1
    assert count([card(n, phone="+44 20 7946 0018") for n in range(size)]) == 1
    family = [card(n, "ruiz@gmail.com", name=("Ana Ruiz", "Ben Ruiz")[n % 2]) for n in range(size)]
    assert count(family) == 2
