"""The history of changes is told on both engines: what stands, what was undone and by what it is brought back."""

from datetime import timedelta

from tests.store.cast import NOW, contact

from askwell.store import changes, scope, undo, write


def add(name: str) -> str:
    with write.batch("add", f"Added {name}", now=NOW) as batch:
        write.add_people(batch, [write.PersonIn(contact(name))])
    return batch.id


def test_changes_are_told_with_what_undid_them(alice: scope.Scope) -> None:
    first, second = add("Ana Ruiz"), add("Bob Roe")
    done = undo.undo(first, now=NOW + timedelta(hours=1))
    found, count = changes.changes(now=NOW + timedelta(hours=1), limit=9)
    assert [(one.id, one.turn) for one in found] == [(second, second), (first, done.batch)]
    assert (count, found[1].undone) == (2, NOW + timedelta(hours=1))
    assert changes.changes(now=NOW, limit=1, skip=1)[0][0].id == first


def test_her_own_word_on_a_person_is_kept_in_one_card(alice: scope.Scope) -> None:
    from askwell.domain.people import Card, Origin
    from askwell.store import lookups, write_own

    with write.batch("add", "Added", now=NOW) as batch:
        (ana,) = write.add_people(batch, [write.PersonIn(contact())])
    for name in ("Ana R.", "Ana Ruiz-Lee"):
        own = Card(
            "edit", Origin("", 0), ana, name, emails=("b@x.example", "a@x.example"), groups=("name", "not:c@x.example")
        )
        handles = tuple(("address", one) for one in own.emails)
        with write.batch("edit", "Edited", now=NOW) as batch:
            write_own.correct(batch, ana, write.CardIn(own, handles))
    (known,) = lookups.cards_of([ana])[ana]
    assert known.card.name == "Ana Ruiz-Lee"
    assert lookups.contacts(NOW)[ana].addresses == ("b@x.example", "a@x.example")


def test_another_seeker_sees_none_of_it(alice: scope.Scope) -> None:
    add("Ana Ruiz")
    with scope.open("Charlie"):
        assert changes.changes(now=NOW, limit=9) == ([], 0)
