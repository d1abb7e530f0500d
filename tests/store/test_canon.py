"""The canonical export: all that was told, in one order; taken into an empty store of either engine, the same again."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.cast import NOW, contact
from tests.store.test_drafts import letter
from tests.store.test_undo import EVERY, begin

from askwell import store
from askwell.domain.errors import Refused
from askwell.domain.wishes import Wishes
from askwell.store import canon, drafts, forgetting, read, read_wishes, rows, scope, undo, write

ALONE = ("moved card", "merge")  # the others are done one after the other


def do(kind: str) -> None:
    with write.batch("edit", kind, now=NOW) as batch:
        EVERY[kind](batch)


def do_everything() -> None:
    """A store with every kind of row, a merge and somebody forgotten."""
    begin()
    for kind in EVERY:
        if kind not in ALONE:
            do(kind)
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p1", "p3")
        (gone,) = write.add_people(batch, [write.PersonIn(contact("Cleo Hart"))])
    forgetting.forget(gone, now=NOW)


def test_taken_in_by_the_other_engine_it_exports_the_same_bytes(
    alice: scope.Scope, place: store.Place, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    do_everything()
    drafts.keep(letter("p2", text="Dear Bo,\nwould you read my page?"), base=0, now=NOW)
    told, seen = canon.export(letters=True), read.search(NOW)
    store.close()
    server = request.getfixturevalue("server")
    store.setup(tmp_path / "other", server.url("askwell") if place.embedded else "")
    if place.embedded:
        server.empty()
    with scope.open("Elsewhere"):
        canon.take_in(told, now=NOW)
        assert canon.export(letters=True) == told
        assert read.search(NOW) == seen
        with write.batch("add", "More", now=NOW) as batch:
            assert write.add_people(batch, [write.PersonIn(contact("Dan Moor"))]) == ["p6"]
        undo.undo(None, now=NOW)
        undo.undo(None, now=NOW)
        assert json.loads(canon.export())["contacts"] == []


def test_every_table_and_every_fact_is_in_it(alice: scope.Scope) -> None:
    assert set(canon.PLURALS) == set(rows.ORDER)
    assert set(rows.table("seeker").columns) == {*canon.OWN, "id", "name", "counters"}
    do_everything()
    told = json.loads(canon.export())
    assert [name for name, plural in canon.PLURALS.items() if not told[plural] and name != "forgotten"] == []


def test_letters_are_taken_along_and_are_no_state_that_undo_goes_back_to(alice: scope.Scope) -> None:
    begin()
    before = canon.export()
    drafts.keep(letter(text="Dear Ana"), base=0, now=NOW)
    assert canon.export() == before
    (told,) = json.loads(canon.export(letters=True))[canon.LETTERS]
    assert told == {
        "id": "l1", "contact": "p1", "purpose": "ask", "text": "Dear Ana", "kept": "2026-03-27T18:00:00Z", "revision": 1
    }  # fmt: skip


def test_an_export_of_the_first_format_is_taken_in_and_leaves_no_wish_of_before(embedded: store.Place) -> None:
    with scope.open("Alice"):
        begin()
        told = json.loads(canon.export())
    told["askwell"]["format"] = 1
    del told["asides"]
    with scope.open("Bo"):
        with write.batch("wish", "Three things a day", now=NOW) as batch:
            write.set_wishes(batch, Wishes(size=3))
        canon.take_in(json.dumps(told).encode(), now=NOW)
        assert (read_wishes.wishes(), read_wishes.asides(NOW.date())) == (Wishes(), ())


def test_it_is_readable(alice: scope.Scope) -> None:
    begin()
    told = json.loads(canon.export())
    assert told["contacts"][0] == {"id": "p1", "name": "Ana Ruiz", "company": "Orsted", "title": "Engineer"}
    assert told["handles"][0] == {"id": "h1", "card": "c1", "kind": "profile", "value": "in/ana-ruiz"}
    assert told["interactions"][0]["at"] == "2026-03-26T18:00:00Z"
    assert told["cards"][0]["emails"] == ["ana@example.com"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: told["contacts"][0].pop("id"),
        lambda told: told["contacts"][0].update(id="c1"),
        lambda told: told["contacts"][0].update(name=["Ana"]),
        lambda told: told["cards"][0].update(contact="p99"),
        lambda told: told.update(contacts="many"),
        lambda told: told["interactions"][0].update(at="yesterday"),
        lambda told: told["contacts"].append(told["contacts"][0]),
        lambda told: told.pop("seeker"),
        lambda told: told["seeker"].update(phase="bored"),
        lambda told: told["seeker"].update(goals={"needs": [{"kind": "money"}]}),
        lambda told: told["interactions"][0].update(channel="pigeon"),
        lambda told: told["cards"][0].update(connected_on="one day"),
        lambda told: told["seeker"].update(theme="pink"),
        lambda told: told["seeker"].update(rest_day="one day"),
        lambda told: told["asides"][0].update(until="some day"),
        lambda told: told["asides"][0].update(contact="p99"),
        lambda told: told.update(letters=[{"id": "l1", "purpose": "ask"}]),
    ],
)
def test_a_damaged_export_changes_nothing(damage: "object", embedded: store.Place, tmp_path: Path) -> None:
    with scope.open("Alice"):
        begin()
        told = json.loads(canon.export())
    assert callable(damage)
    damage(told)
    with scope.open("Bo"):
        before = canon.export()
        with pytest.raises(Refused):
            canon.take_in(json.dumps(told).encode(), now=NOW)
        assert canon.export() == before


@given(kinds=st.lists(st.sampled_from(sorted(EVERY)), max_size=8), data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sequence_undone_backwards_passes_through_the_same_states(
    kinds: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.setup(tmp_path_factory.mktemp("any"))
    with scope.open("Alice"):
        states = [canon.export()]
        begin()
        states.append(canon.export())
        for kind in kinds:
            try:
                do(kind)
            except Refused:
                continue
            if canon.export() != states[-1]:
                states.append(canon.export())
        back = data.draw(st.integers(0, len(states) - 1))
        for state in reversed(states[len(states) - 1 - back : -1]):
            done = undo.undo(None, now=NOW)
            assert (canon.export(), done.kept) == (state, ())
    store.close()
