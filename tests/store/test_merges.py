"""Merges: any sequence of merging, editing and separating loses nothing, and undone it was never there."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.cast import NOW, card, contact, mail

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import canon, lookups, read, scope, undo, write

PEOPLE = ("p1", "p2", "p3", "p4", "p5")
STEP = st.one_of(
    st.tuples(st.just("merge"), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
    st.tuples(st.just("unmerge"), st.sampled_from(PEOPLE), st.just("")),
    st.tuples(st.just("edit"), st.sampled_from(PEOPLE), st.sampled_from(["Lead", "Head", "Partner"])),
    st.tuples(st.just("mail"), st.sampled_from(PEOPLE), st.just("")),
)


@dataclass
class Model:
    """What each of the people was told to be, whoever they are merged with."""

    titles: dict[str, str] = field(default_factory=lambda: dict.fromkeys(PEOPLE, "Engineer"))
    mails: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PEOPLE, 0))


def begin() -> None:
    with write.batch("import", "Import", now=NOW) as batch:
        cards = [write.CardIn(card(f"Person {n}", n), (("address", f"{n}@example.com"),)) for n in range(1, 6)]
        write.add_people(batch, [write.PersonIn(contact(given.card.name), (given,)) for given in cards])


def take(step: tuple[str, str, str], model: Model) -> None:
    kind, one, other = step
    with write.batch(kind, f"{kind} {one} {other}", now=NOW) as batch:
        match kind:
            case "merge":
                write.merge(batch, one, other)
            case "unmerge":
                write.unmerge(batch, one)
            case "edit":
                write.change_contacts(batch, {one: {"title": other}})
                model.titles[one] = other
            case _:
                write.add_exchanges(batch, [write.ExchangeIn(mail(one))])
                model.mails[one] += 1


def check(model: Model) -> None:
    merged, found = lookups.merged(), read.search(NOW).contacts
    groups: dict[str, set[str]] = {}
    for one in PEOPLE:
        groups.setdefault(merged.get(one, one), set()).add(one)
    assert set(found) == set(groups)
    for survivor, group in groups.items():
        assert found[survivor].title == model.titles[survivor]
        assert found[survivor].received == sum(model.mails[one] for one in group)
        assert set(found[survivor].addresses) == {f"{one[1:]}@example.com" for one in group}


@given(steps=st.lists(STEP, max_size=12))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_is_lost_by_any_sequence(
    steps: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.setup(tmp_path_factory.mktemp("merges"))
    with scope.open("Alice"):
        begin()
        before, model = canon.export(), Model()
        for step in steps:
            try:
                take(step, model)
            except Refused:
                continue
            check(model)
        while lookups.merged():
            take(("unmerge", next(iter(lookups.merged())), ""), model)
        check(model)
        while len(undo.pasts()) > 1 and canon.export() != before:
            undo.undo(None, now=NOW)
        assert canon.export() == before
    store.close()
