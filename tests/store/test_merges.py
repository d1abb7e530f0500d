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


SPLIT = st.one_of(STEP, st.tuples(st.just("part"), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)))


def split(person: str, card_of: str) -> None:
    """The card of one of the people becomes somebody of its own, if it is among that person's."""
    survivor = lookups.merged().get(person, person)
    cards = {one.card.name: one.id for one in lookups.cards_of([survivor]).get(survivor, [])}
    name = f"Person {card_of[1:]}"
    if len(cards) > 1 and name in cards:
        with write.batch("unmerge", "Separated", now=NOW) as batch:
            write.part(batch, survivor, [cards[name]], write.PersonIn(contact(name)))


@given(steps=st.lists(SPLIT, min_size=4, max_size=14))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_message_is_always_with_the_card_it_came_by(
    steps: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.setup(tmp_path_factory.mktemp("splits"))
    with scope.open("Alice"):
        begin()
        before, sent = canon.export(), dict.fromkeys(PEOPLE, 0)
        for kind, one, other in steps:
            try:
                if kind == "part":
                    split(one, other)
                elif kind == "mail":
                    _write(one)
                    sent[one] += 1
                else:
                    take((kind, one, other), Model())
            except Refused:
                continue
            _check_mail(sent)
        while len(undo.pasts()) > 1 and canon.export() != before:
            undo.undo(None, now=NOW)
        assert canon.export() == before
    store.close()


def _write(whose: str) -> None:
    """A message by the address of one card, to whoever has it by now."""
    address = f"{whose[1:]}@example.com"
    (owner,) = lookups.owners("address", address)
    with write.batch("import", "Mail", now=NOW) as batch:
        write.add_exchanges(batch, [write.ExchangeIn(mail(owner), handles=(address,))])


def _check_mail(sent: dict[str, int]) -> None:
    """By now each person has received what was written to the addresses of their cards."""
    for person in read.search(NOW).contacts.values():
        assert person.received == sum(sent[f"p{address.partition('@')[0]}"] for address in person.addresses)
