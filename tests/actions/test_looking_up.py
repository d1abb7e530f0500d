"""Looking people up: a name in any form, a company, a word; filters, pages, counts; and one box for anything."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from askwell.actions import log, memory, people
from askwell.actions.asking import mark_sent
from askwell.actions.desk import Desk, keep_open, open_desk
from askwell.actions.house import House
from askwell.actions.looking_up import MANY, MOST, Found, FoundKind, Looked, Only, find_anything, look_up
from askwell.domain.goals import Goals
from askwell.domain.people import Card, Contact, Origin, Permission
from askwell.domain.plans import AskState, WayKind
from askwell.store.write import CardIn

NOW = datetime(2026, 3, 27, 15, 0, tzinfo=UTC)
GOALS = Goals(roles=("Supply planner",), companies=("Harrow Wind", "Tidewell Energy"), zone="UTC")
CAST = (
    Contact("", "Zoë Müller", company="Harrow Wind", title="Buyer", met="We sang in one choir"),
    Contact("", "Robert Okafor", company="Initech", title="Supply Planner", addresses=("rob@example.com",)),
    Contact("", "Ana Lindqvist", company="Tidewell Energy", title="Head of Quality"),
    Contact("", "Inés O’Brien-Vidal", company="Calder Medical", title="Nurse", note="Knows the harbor well"),
    Contact("", "ben whitlock", company="Calder Medical Ltd", title="Maintenance Lead", place="Leeds"),
    Contact("", "12 Steps Club", title="Office"),
    Contact("", "Paul Mueller", company="Initech", title="Driver"),
)


def fill(desk: Desk) -> None:
    from askwell.store import write

    with write.batch("import", "People", now=desk.now) as batch:
        write.set_goals(batch, GOALS)
        write.set_first_import(batch, desk.now.date())
        write.add_people(batch, [write.PersonIn(one, _cards(one)) for one in CAST])


def _cards(contact: Contact) -> tuple[CardIn, ...]:
    """A card of an address book, which may call somebody by other names."""
    card = Card("google", Origin("contacts.csv", 1), contact.name, contact.name, emails=contact.addresses)
    if contact.name == "Ana Lindqvist":
        card = replace(card, maiden="Sjöberg", nickname="Mouse")
    return (CardIn(card, tuple(("address", one) for one in contact.addresses)),)


@pytest.fixture(params=["a desk of its own", "a house"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    if request.param == "a house":
        with keep_open(data=tmp_path, now=NOW) as house, house.desk() as opened:
            fill(opened)
            yield opened
    else:
        with open_desk(data=tmp_path, now=NOW) as opened:
            fill(opened)
            yield opened


def names(looked: Looked) -> list[str]:
    return [row.contact.name for row in looked.rows]


def found(desk: Desk, query: str, *, only: str = "all") -> list[str]:
    return names(look_up(desk, query, only=only))


def test_everybody_stands_by_name_whatever_case_and_accents(desk: Desk) -> None:
    assert found(desk, "") == [
        "Ana Lindqvist",
        "ben whitlock",
        "Inés O’Brien-Vidal",
        "Paul Mueller",
        "Robert Okafor",
        "Zoë Müller",
        "12 Steps Club",
    ]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("robert okafor", ["Robert Okafor"]),
        ("Okafor, Robert", ["Robert Okafor"]),
        ("bob", ["Robert Okafor"]),
        ("Bob Okaf", ["Robert Okafor"]),
        ("ROB@EXAMPLE.COM", ["Robert Okafor"]),
        ("zoe muller", ["Zoë Müller"]),
        ("Zoë Mueller", ["Zoë Müller"]),
        ("Müller", ["Zoë Müller", "Paul Mueller"]),
        ("ines obrien", ["Inés O’Brien-Vidal"]),
        ("Ines O'Brien", ["Inés O’Brien-Vidal"]),
        ("vidal", ["Inés O’Brien-Vidal"]),
        ("sjoberg", ["Ana Lindqvist"]),
        ("mouse", ["Ana Lindqvist"]),
        ("harrow", ["Zoë Müller"]),
        ("calder nurse", ["Inés O’Brien-Vidal"]),
        ("head of quality", ["Ana Lindqvist"]),
        ("choir", ["Zoë Müller"]),
        ("harbor", ["Inés O’Brien-Vidal"]),
        ("leeds", ["ben whitlock"]),
        ("nobody of this name", []),
    ],
)
def test_people_are_found_by_name_in_any_form_and_by_what_is_known(desk: Desk, query: str, wanted: list[str]) -> None:
    looked = look_up(desk, query)
    assert sorted([] if looked.nearly else names(looked)) == sorted(wanted)


def test_a_slip_of_the_pen_finds_those_who_are_nearly_called_so(desk: Desk) -> None:
    looked = look_up(desk, "Robret Okafor")
    assert (names(looked), looked.nearly, looked.total) == (["Robert Okafor"], True, 1)
    nobody = look_up(desk, "Xanthippe Quill")
    assert (nobody.rows, nobody.nearly, nobody.total, nobody.counts[Only.ALL], nobody.pages) == ((), False, 0, 0, 1)


def test_whose_name_it_is_comes_before_who_works_there(desk: Desk) -> None:
    people.add_person(desk, "Calder Hume", company="Sears")
    assert found(desk, "calder")[0] == "Calder Hume"


def test_without_a_query_a_filter_shows_the_best_fit_first(desk: Desk) -> None:
    target = look_up(desk, only="target")
    assert names(target) == ["Zoë Müller", "Ana Lindqvist"]  # Harrow Wind is the first of her targets
    assert [row.way.kind for row in target.rows] == [WayKind.INSIDER, WayKind.INSIDER]
    assert found(desk, "", only="role") == ["Robert Okafor"]
    assert found(desk, "zoe", only="target") == ["Zoë Müller"]


def test_filters_tell_what_became_of_people_and_counts_go_along(desk: Desk) -> None:
    log.log_event(desk, "Zoë Müller", helped=True, text="Talk to the planners first.")
    mark_sent(desk, "Robert Okafor")
    people.rest(desk, "Paul Mueller", days=5)
    people.never_contact(desk, "12 Steps Club")
    assert found(desk, "", only="allies") == ["Zoë Müller"]
    assert sorted(found(desk, "", only="resting")) == ["12 Steps Club", "Paul Mueller"]
    looked = look_up(desk, only="never-asked")
    assert ("Robert Okafor" in names(looked), looked.total) == (False, 6)
    assert looked.counts == {
        Only.ALL: 7,
        Only.TARGET: 2,
        Only.ROLE: 1,
        Only.ALLIES: 1,
        Only.DORMANT: 0,
        Only.NEVER_ASKED: 6,
        Only.RESTING: 2,
    }
    assert look_up(desk, "müller").counts[Only.ALL] == 2
    assert look_up(desk, "müller", only="resting").counts == {
        **dict.fromkeys(Only, 0),
        Only.ALL: 2,
        Only.TARGET: 1,
        Only.ALLIES: 1,
        Only.NEVER_ASKED: 2,
        Only.RESTING: 1,
    }


def test_a_row_tells_whether_they_helped_how_an_ask_stands_and_who_led_there(desk: Desk) -> None:
    log.log_event(desk, "Zoë Müller", referral="Ana Lindqvist", text="You should meet Ana.")
    mark_sent(desk, "Ana Lindqvist")
    ana, zoe = look_up(desk, "ana lindqvist").rows[0], look_up(desk, "zoe").rows[0]
    assert (zoe.ally, zoe.help and zoe.help.what) == (True, "pointed you to Ana Lindqvist")
    assert (ana.asked, ana.through and ana.through.name, ana.last) == (AskState.SENT, "Zoë Müller", NOW)
    assert (ana.ally, ana.rests, ana.help) == (False, False, None)


def test_a_rest_that_is_over_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_NOW", NOW.isoformat())
    with keep_open(data=tmp_path) as house:
        with house.desk() as desk:
            fill(desk)
            people.rest(desk, "Paul Mueller", days=5)
            assert found(desk, "", only="resting") == ["Paul Mueller"]
        monkeypatch.setenv("ASKWELL_NOW", (NOW + timedelta(days=5)).isoformat())
        with house.desk() as desk:
            assert found(desk, "", only="resting") == []


def test_pages_hold_so_many_and_go_from_first_to_last(desk: Desk) -> None:
    told = [look_up(desk, page=page, size=3) for page in (1, 2, 3)]
    assert [name for one in told for name in names(one)] == found(desk, "")
    assert [(one.page, one.pages, one.total, len(one.rows)) for one in told] == [
        (1, 3, 7, 3),
        (2, 3, 7, 3),
        (3, 3, 7, 1),
    ]
    assert [look_up(desk, page=page, size=3).page for page in (-4, 0, 4, 10**9)] == [1, 1, 3, 3]
    assert (len(look_up(desk, size=10**9).rows), look_up(desk, size=0).pages) == (7, 7)
    assert MOST < 10**9


def test_a_filter_that_is_none_shows_all(desk: Desk) -> None:
    looked = look_up(desk, only="'; DROP TABLE")
    assert (looked.only, looked.total) == (Only.ALL, 7)


def test_hostile_words_only_find_nothing(desk: Desk) -> None:
    for query in ("%", "_", "(" * 500, "a" * 100_000, "\x00", "\u202e", "🙂", "' OR 1=1", "\\d+", ".*"):
        assert isinstance(look_up(desk, query), Looked)
        assert isinstance(find_anything(desk, query), tuple)


def test_what_changes_is_found_at_once(desk: Desk) -> None:
    assert found(desk, "katz") == []
    person = people.add_person(desk, "Dov Katz", company="Globex").people[0]
    assert found(desk, "katz") == found(desk, "globex") == ["Dov Katz"]
    for one, other in (("Robert Okafor", person), ("Ana Lindqvist", "ben whitlock")):
        people.merge(desk, one, other)
    assert len(found(desk, "katz")) == len(found(desk, "whitlock")) == 1
    assert found(desk, "katz") == found(desk, "okafor")
    assert found(desk, "whitlock") == found(desk, "lindqvist")


def test_one_box_finds_people_first_by_name_and_companies(desk: Desk) -> None:
    kinds = [(one.kind, one.name) for one in find_anything(desk, "calder")]
    assert kinds[0] == (FoundKind.COMPANY, "Calder Medical")
    assert {name for _, name in kinds[1:]} == {"ben whitlock", "Inés O’Brien-Vidal"}
    bob, *_ = find_anything(desk, "bob")
    assert bob == Found(FoundKind.PERSON, bob.id, "Robert Okafor", "Supply Planner, Initech")
    assert memory.contacts(desk)[bob.id].name == "Robert Okafor"
    assert find_anything(desk, "  ") == ()


def test_a_company_is_one_in_all_its_spellings_with_those_known_there(desk: Desk) -> None:
    (calder,) = [one for one in find_anything(desk, "calder") if one.kind is FoundKind.COMPANY]
    assert (calder.said, calder.target) == ("2 people", False)
    (harrow,) = [one for one in find_anything(desk, "harrow") if one.kind is FoundKind.COMPANY]
    assert (harrow.said, harrow.target) == ("1 person", True)
    assert set(found(desk, calder.id)) == {"ben whitlock", "Inés O’Brien-Vidal"}


def test_no_more_is_found_than_asked_for_and_people_have_room(desk: Desk) -> None:
    from askwell.store import write

    with write.batch("import", "People", now=NOW) as batch:
        many = [Contact("", f"Calder {n}", company=f"Calder {n} Works") for n in range(40)]
        write.add_people(batch, [write.PersonIn(one) for one in many])
    told = find_anything(desk, "calder", limit=9)
    assert [one.kind for one in told].count(FoundKind.COMPANY) == 3
    assert len(told) == 9


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[House]:
    from askwell.store import write

    with keep_open(data=tmp_path, now=NOW) as house:
        with house.desk() as desk:
            fill(desk)
            with write.batch("import", "Many", now=NOW) as batch:
                many = (replace(CAST[0], name=f"Ana {n}", permission=Permission.OPEN) for n in range(3000))
                write.add_people(batch, [write.PersonIn(one) for one in many])
            look_up(desk)
        house._behind.rest()
        yield house


def test_with_many_people_a_page_asks_the_store_one_thing(crowd: House) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from askwell.store import scope

    for query, only in (("", "all"), ("ana 29", "all"), ("", "target"), ("harrow", "never-asked")):
        with crowd.desk() as desk:
            look_up(desk, query, only=only)
        with crowd.desk() as desk, scope.upkeep(), CaptureQueriesContext(connection) as queries:
            assert look_up(desk, query, only=only).rows
            assert len([one for one in queries if one["sql"].startswith("SELECT")]) == 1


def test_of_very_many_the_best_fit_comes_first(crowd: House) -> None:
    with crowd.desk() as desk:
        looked = look_up(desk, "a")
        assert looked.total > MANY
        assert looked.rows[0].contact == look_up(desk, only="never-asked").rows[0].contact
