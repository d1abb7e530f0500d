"""How she wishes to work and what she set aside: each undone by itself, gone with the person, there after a merge."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.store.cast import NOW, card, contact
from tests.store.test_undo import aside, begin

from askwell import store
from askwell.domain.asides import AsideKind
from askwell.domain.wishes import Theme, Wishes
from askwell.store import canon, forgetting, held, read_wishes, scope, undo, write

TODAY = NOW.date()


def wish(said: Wishes) -> str:
    with write.batch("wish", "A wish", now=NOW) as batch:
        write.set_wishes(batch, said)
    return batch.id


def put_aside(person: str, kind: AsideKind = AsideKind.LATER) -> str:
    with write.batch("aside", "Set aside", now=NOW) as batch:
        write.set_aside(batch, [aside(person, kind)])
    return batch.id


def people_aside() -> list[str]:
    return [one.person for one in read_wishes.asides(TODAY)]


def test_without_a_word_of_hers_all_is_as_it_serves_best(alice: scope.Scope) -> None:
    assert read_wishes.wishes() == Wishes()


def test_all_she_wishes_is_read_as_it_was_said(alice: scope.Scope) -> None:
    said = Wishes(5, 0, date(2026, 3, 28), NOW, shortcuts=False, theme=Theme.LIGHT, forecast=False)
    wish(said)
    assert read_wishes.wishes() == said


def test_one_wish_is_undone_and_those_said_later_stay(alice: scope.Scope) -> None:
    first = wish(Wishes(size=5))
    wish(Wishes(size=5, theme=Theme.DARK))
    assert undo.undo(first, now=NOW).kept == ()
    assert read_wishes.wishes() == Wishes(theme=Theme.DARK)


def test_what_is_set_aside_counts_from_its_day_until_it_is_back(alice: scope.Scope) -> None:
    begin()
    (told,) = read_wishes.asides(TODAY)
    assert told == replace(aside("p2"), id="s1")
    assert (told.key, told.until) == ("ask-p2", TODAY + timedelta(days=28))
    assert len(read_wishes.asides(told.until - timedelta(days=1))) == 1
    assert read_wishes.asides(told.until) == read_wishes.asides(TODAY - timedelta(days=1)) == ()


def test_after_a_merge_it_is_the_survivor_who_is_set_aside(alice: scope.Scope) -> None:
    begin()
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p1", "p2")
    (told,) = read_wishes.asides(TODAY)
    assert (told.person, told.key) == ("p1", "ask-p1")


def test_what_is_set_aside_keeps_nobody_and_comes_back_with_the_person(alice: scope.Scope) -> None:
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(), (write.CardIn(card()),))])
    put_aside("p1")
    before = canon.export()
    undone = undo.undo(batch.id, now=NOW)
    assert (undone.kept, people_aside()) == ((), [])
    undo.undo(undone.batch, now=NOW)
    assert (canon.export(), people_aside()) == (before, ["p1"])


def test_it_is_forgotten_with_the_person_and_no_undo_brings_it_back(alice: scope.Scope) -> None:
    begin()
    put_aside("p1")
    with write.batch("aside", "Back", now=NOW) as batch:
        write.take_back(batch, ["s2"])
    forgetting.forget("p1", now=NOW)
    undo.undo(batch.id, now=NOW)
    assert people_aside() == ["p2"]


def test_it_goes_where_a_contact_turns_out_to_be_herself(alice: scope.Scope) -> None:
    begin()
    with write.batch("import", "She herself", now=NOW) as batch:
        write.take_herself_out(batch, ["p2"])
    assert people_aside() == []
    undo.undo(batch.id, now=NOW)
    assert people_aside() == ["p2"]


def unsure_of_two() -> str:
    """p1 and p3, who came by an import of their own, may be one person; tells that import."""
    begin()
    with write.batch("import", "Import", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact("Cal Hall"), ())])
    with write.batch("aside", "Not sure", now=NOW) as unsure:
        write.set_aside(unsure, [aside("p1", AsideKind.UNSURE, promises=("p3",))])
    return batch.id


def pairs() -> set[frozenset[str]]:
    return set(read_wishes.unsure(TODAY))


def test_of_two_she_is_not_sure_about_both_are_named_by_their_survivors(alice: scope.Scope) -> None:
    unsure_of_two()
    assert pairs() == {frozenset({"p1", "p3"})}
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p2", "p3")
    assert pairs() == {frozenset({"p1", "p2"})}


def test_two_who_became_one_leave_no_doubt_about_the_one(alice: scope.Scope) -> None:
    unsure_of_two()
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p1", "p3")
    assert pairs() == set()
    undo.undo(batch.id, now=NOW)
    assert pairs() == {frozenset({"p1", "p3"})}


def test_the_doubt_about_two_goes_with_the_second_of_them_too_and_comes_back(alice: scope.Scope) -> None:
    came = unsure_of_two()
    before = canon.export()
    undone = undo.undo(came, now=NOW)
    assert (undone.kept, pairs()) == ((), set())
    undo.undo(undone.batch, now=NOW)
    assert (canon.export(), pairs()) == (before, {frozenset({"p1", "p3"})})


def test_the_doubt_about_two_is_forgotten_with_the_second_of_them(alice: scope.Scope) -> None:
    unsure_of_two()
    with write.batch("aside", "Not sure", now=NOW) as batch:
        write.set_aside(batch, [aside("p2", AsideKind.UNSURE, promises=("p3",))])
    with write.batch("aside", "Back", now=NOW) as back:
        write.take_back(back, ["s3"])
    forgetting.forget("p3", now=NOW)
    assert pairs() == set()
    undo.undo(back.id, now=NOW)
    assert pairs() == set()
    assert people_aside() == ["p2"]


def test_what_is_held_about_somebody_has_the_doubt_about_two(alice: scope.Scope) -> None:
    unsure_of_two()
    assert [len(held.held(one)["asides"]) for one in ("p1", "p2", "p3")] == [1, 1, 1]


def test_charlie_sees_nothing_of_what_alice_wishes_and_set_aside(place: store.Place) -> None:
    with scope.open("Alice"):
        begin()
        wish(Wishes(size=3))
    with scope.open("Charlie"):
        assert (read_wishes.wishes(), people_aside()) == (Wishes(), [])
        with write.batch("aside", "Back", now=NOW) as batch:
            assert write.take_back(batch, ["s1"]) == 0
    with scope.open("Alice"):
        assert (read_wishes.wishes().size, people_aside()) == (3, ["p2"])


def told(export: bytes) -> dict[str, Any]:
    return dict(json.loads(export))


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_an_older_database_holds_all_it_held_and_no_wish(version: str, embedded: store.Place) -> None:
    from django.core.management import call_command

    with scope.open("Alice"):
        begin()
        with write.batch("aside", "Back", now=NOW) as batch:
            write.take_back(batch, ["s1"])
        before = canon.export()
    with scope.upkeep():
        call_command("migrate", "store", version, verbosity=0)
    store.close()
    store.setup(embedded.data)
    with scope.open("Alice"):
        assert told(canon.export()) == {**told(before), "connections": []}  # which that version does not know
        assert read_wishes.wishes() == Wishes()
        wish(Wishes(size=1))
        assert read_wishes.wishes().size == 1
