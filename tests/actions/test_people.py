"""People: listed with their cards and reasons, found by what she calls them, added, made one and told apart."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.actions.exports import ME, connections, mail, mbox, vcard

from askwell.actions.bring_in import bring_in
from askwell.actions.desk import Desk, open_desk
from askwell.actions.forgetting import forget
from askwell.actions.people import (
    BY_HER_WORD,
    Listed,
    add_person,
    everybody,
    find_person,
    list_people,
    merge,
    never_contact,
    rest,
    unmerge,
)
from askwell.actions.undo import undo
from askwell.domain.errors import Refused, SeveralPeople
from askwell.domain.people import Permission, Tie

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Robert Aguilar in LinkedIn and, as Bob, in the address book; two John Smiths; James Okafor, and Jim elsewhere."""
    folder = tmp_path / "files"
    rows = ("Robert,Aguilar,bob,,Acme,Planner", "John,Smith,js,,Globex,Buyer", "James,Okafor,james,,Initech,VP")
    cards = ("Bob Aguilar|bob@acme.example||Acme", "John Smith|john@example.net", "Jim Okafor|jim@example.net")
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        bring_in(opened, [connections(folder, *rows), vcard(folder, *cards)])
        yield opened


def one(desk: Desk, name: str) -> Listed:
    return next(listed for listed in list_people(desk).people if listed.contact.name == name)


def test_people_are_listed_with_their_cards_reasons_and_ways(desk: Desk) -> None:
    bob = one(desk, "Robert Aguilar")
    assert [(card.origin.file, card.origin.index) for card in bob.cards] == [
        ("Connections.csv", 1),
        ("contacts.vcf", 1),
    ]
    assert bob.why == ("same name and company, Acme",)
    assert bob.ways
    assert bob.contact.addresses == ("bob@acme.example",)


def test_a_query_narrows_the_list_by_every_word(desk: Desk) -> None:
    assert [p.contact.name for p in list_people(desk, "aguilar ACME").people] == ["Robert Aguilar"]
    assert [p.contact.name for p in list_people(desk, "bob@acme").people] == ["Robert Aguilar"]
    assert list_people(desk, "nobody").people == ()


def test_likely_pairs_wait_for_her_word_with_their_reason(desk: Desk) -> None:
    james, jim = find_person(desk, "James Okafor").id, find_person(desk, "Jim Okafor").id
    pairs = {twins.people: twins.why for twins in list_people(desk, "okafor").likely}
    assert pairs == {(james, jim): "Jim may be short for James, with the same family name; nothing else says so yet."}


def test_a_person_is_found_by_id_address_profile_and_exact_name(desk: Desk) -> None:
    bob = find_person(desk, "Robert Aguilar")
    for text in (bob.id, "BOB@acme.example", "https://www.linkedin.com/in/bob", "robert aguilar", "Aguilar, Bob"):
        assert find_person(desk, text) == bob


def test_several_candidates_are_told_and_nobody_is_guessed(desk: Desk) -> None:
    with pytest.raises(SeveralPeople) as told:
        find_person(desk, "John Smith")
    assert {name for _, name, _ in told.value.people} == {"John Smith"}
    assert len(told.value.people) == 2
    with pytest.raises(Refused, match=r"Did you mean John Smith of Globex \(p"):
        find_person(desk, "Smith")
    with pytest.raises(Refused, match="Nobody here is “Zoë”") as nobody:
        find_person(desk, "Zoë")
    assert [hint.verb for hint in nobody.value.hints] == ["people", "add"]


def test_somebody_is_added_in_one_line_and_undo_takes_it_back(desk: Desk) -> None:
    done = add_person(
        desk, "Ann Kern", email="Ann@Kern.example", company="Kern", title="Owner", tie="known", met="At the fair"
    )
    ann = find_person(desk, "ann@kern.example")
    assert (ann.name, ann.company, ann.tie, ann.met) == ("Ann Kern", "Kern", Tie.KNOWN, "At the fair")
    undo(desk, done.batch)
    with pytest.raises(Refused):
        find_person(desk, "Ann Kern")


def test_adding_somebody_who_is_known_adds_what_is_new(desk: Desk) -> None:
    done = add_person(desk, "Bob Aguilar", email="bob@acme.example", company="Globex", tie="close", met="School")
    bob = find_person(desk, "Robert Aguilar")
    assert "known already" in done.said
    assert (bob.company, bob.former, bob.tie, bob.met) == ("Globex", ("Acme",), Tie.CLOSE, "School")
    assert len(everybody(desk)) == 5


def test_the_same_name_with_nothing_else_in_common_is_asked_about_and_may_be_added_to_or_apart(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"James Okafor of Initech \(p\d+\) is here already") as told:
        add_person(desk, "james okafor", company="Umbrella")
    james = find_person(desk, "James Okafor")
    assert [(hint.verb, hint.args[0], hint.options) for hint in told.value.hints] == [
        ("add", james.id, ()),
        ("add", "…", (("new", ""),)),
    ]
    said = add_person(desk, james.id, email="jo@umbrella.example", company="Umbrella").said
    assert said.startswith(f"James Okafor ({james.id}) was known already")
    found = one(desk, "James Okafor").contact
    assert (found.company, found.addresses) == ("Umbrella", ("jo@umbrella.example",))
    assert add_person(desk, "James Okafor", company="Hooli", new=True).said.startswith("Added James Okafor (p")
    with pytest.raises(SeveralPeople):
        find_person(desk, "James Okafor")


def test_a_word_on_the_tie_of_somebody_known_makes_no_further_card(desk: Desk) -> None:
    james = find_person(desk, "James Okafor")
    add_person(desk, james.id, tie="close", met="School")
    found = one(desk, "James Okafor")
    assert (found.contact.tie, found.contact.met, len(found.cards)) == (Tie.CLOSE, "School", 1)


def test_what_cannot_be_added_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="no e-mail address"):
        add_person(desk, "Ann Kern", email="ann")
    with pytest.raises(Refused, match="name"):
        add_person(desk, "  ")
    bring_in(desk, [], me=[ME])
    with pytest.raises(Refused, match="your own address"):
        add_person(desk, "Dana Whitfield", email=ME.upper())
    add_person(desk, "Ann Kern")
    with pytest.raises(Refused, match="added before"):
        add_person(desk, "Ann Kern")


def test_two_are_made_one_and_separated_again_and_an_import_never_joins_them_after(desk: Desk, tmp_path: Path) -> None:
    james, jim = find_person(desk, "James Okafor").id, find_person(desk, "Jim Okafor").id
    merge(desk, "James Okafor", "Jim Okafor")
    assert find_person(desk, jim).id == james
    assert BY_HER_WORD in one(desk, "James Okafor").why
    assert find_person(desk, "jim@example.net").id == james
    unmerge(desk, jim)
    assert find_person(desk, "jim@example.net").id == jim
    assert list_people(desk, "okafor").likely == ()
    bring_in(desk, [vcard(tmp_path, "James Okafor|jim@example.net||Initech", name="more.vcf")])
    assert find_person(desk, "p" + james[1:]).id != find_person(desk, jim).id


def test_a_card_that_was_joined_wrongly_is_separated_too(desk: Desk) -> None:
    bob = find_person(desk, "Robert Aguilar").id
    done = unmerge(desk, "Robert Aguilar")
    parted = find_person(desk, "bob@acme.example")
    assert (parted.name, parted.id != bob) == ("Bob Aguilar", True)
    assert list_people(desk, "aguilar").likely == ()
    undo(desk, done.batch)
    assert find_person(desk, "bob@acme.example").id == bob
    with pytest.raises(Refused, match="nothing to separate"):
        unmerge(desk, "James Okafor")


def test_a_merged_person_shows_what_all_cards_tell_and_two_again_what_their_own_do(desk: Desk, tmp_path: Path) -> None:
    card = vcard(tmp_path, "Jim Ramsey|||Halvorsen Foods", "Ann Kern|ann@initech.example", name="more.vcf")
    bring_in(desk, [card])
    older, newer, before = find_person(desk, "Jim Ramsey").id, find_person(desk, "James Okafor").id, everybody(desk)
    merge(desk, older, newer)
    jim = everybody(desk)[older]
    assert (jim.name, jim.company, jim.title, jim.former) == ("James Okafor", "Initech", "VP", ("Halvorsen Foods",))
    unmerge(desk, newer)
    assert everybody(desk) == before
    assert before[find_person(desk, "Ann Kern").id].company == "Initech"


def test_merging_one_with_himself_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="one person already"):
        merge(desk, "Robert Aguilar", "bob@acme.example")


def test_somebody_rests_for_a_while_or_for_ever(desk: Desk) -> None:
    done = rest(desk, "Robert Aguilar", days=10)
    assert find_person(desk, "Robert Aguilar").rest_until == date(2026, 4, 6)
    undo(desk, done.batch)
    assert find_person(desk, "Robert Aguilar").rest_until is None
    rest(desk, "Robert Aguilar", days=None)
    assert find_person(desk, "Robert Aguilar").permission is Permission.LEAVE_OUT
    assert rest(desk, "Robert Aguilar", days=None).batch is None
    with pytest.raises(Refused, match="number of days"):
        rest(desk, "Robert Aguilar", days=-1)


def test_a_rest_is_ended_and_a_wish_not_to_be_written_to_is_not(desk: Desk) -> None:
    for days in (10, None):
        rest(desk, "Robert Aguilar", days=days)
    rest(desk, "Robert Aguilar", days=0)
    bob = find_person(desk, "Robert Aguilar")
    assert (bob.permission, bob.rest_until) == (Permission.OPEN, None)
    never_contact(desk, "Robert Aguilar")
    with pytest.raises(Refused, match="asked not to be written to"):
        rest(desk, "Robert Aguilar", days=0)


def test_who_comes_back_under_a_second_address_is_left_in_peace_too(desk: Desk, tmp_path: Path) -> None:
    rest(desk, "Robert Aguilar", days=None)
    rest(desk, "James Okafor", days=10)
    cards = vcard(tmp_path, "Robert Aguilar|r@home.example", "James Okafor|j@home.example", "Ann Kern|a@home.example")
    receipt = bring_in(desk, [cards])
    assert find_person(desk, "r@home.example").permission is Permission.LEAVE_OUT
    assert find_person(desk, "j@home.example").rest_until == date(2026, 4, 6)
    assert find_person(desk, "a@home.example").permission is Permission.OPEN
    (said,) = receipt.said
    assert said.startswith("Left in peace as the one of that name is: James Okafor, Robert Aguilar.")


def test_who_is_never_contacted_stays_so_through_a_new_import_and_a_merge(desk: Desk, tmp_path: Path) -> None:
    never_contact(desk, "Robert Aguilar")
    bring_in(desk, [vcard(tmp_path, "Robert Aguilar|robert@example.net||Acme", name="more.vcf")])
    assert find_person(desk, "robert@example.net").permission is Permission.NEVER_CONTACT
    merge(desk, "James Okafor", "Robert Aguilar")
    assert find_person(desk, "James Okafor").permission is Permission.NEVER_CONTACT


def test_who_was_forgotten_is_brought_back_by_no_import(desk: Desk, tmp_path: Path) -> None:
    forget(desk, "Robert Aguilar")
    folder = tmp_path / "again"
    files = [connections(folder, "Robert,Aguilar,bob,,Acme,Planner", "Ann,Kern,ann,,Acme,Buyer")]
    files.append(mbox(folder, mail(2, From="Bob Aguilar <bob@acme.example>")))
    receipt = bring_in(desk, files, me=[ME])
    assert "Robert Aguilar" not in {contact.name for contact in everybody(desk).values()}
    assert [len(line.left_out) for line in receipt.files] == [1, 1]
    assert receipt.files[0].new == 1
