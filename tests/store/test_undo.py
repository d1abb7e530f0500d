"""Undo: whatever a batch did, undoing it gives the very same export; what later work hangs on stays and is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.store.cast import NOW, ask, card, contact, mail

from askwell.domain.asides import Aside, AsideKind
from askwell.domain.connections import Connection, Service
from askwell.domain.cues import Answer
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.domain.hints import Hint
from askwell.domain.messages import Direction
from askwell.domain.people import Permission, Tie
from askwell.domain.plans import StepKind
from askwell.domain.reading import FileReceipt
from askwell.domain.search import Application, Phase, Stage
from askwell.domain.wishes import Theme, Wishes
from askwell.store import canon, lookups, read, scope, undo, write

MAIL = Connection("", Service.IMAP, "Mail", "imaps://mail.example.com", address="alice@example.com")


def ana() -> write.PersonIn:
    handles = (("profile", "in/ana-ruiz"), ("address", "ana@example.com"))
    return write.PersonIn(contact(), (write.CardIn(card(email="ana@example.com"), handles),))


def bo() -> write.PersonIn:
    return write.PersonIn(contact("Bo Lind"), (write.CardIn(card("Bo Lind", 2), (("profile", "in/bo-lind"),)),))


def begin() -> None:
    """p1 Ana with card c1 and mail i1 (ask q1), p2 Bo with card c2, application a1, file f1, Bo aside (s1), mail k1."""
    with write.batch("import", "Import of Connections.csv", now=NOW) as batch:
        write.add_people(batch, [ana(), bo()])
        write.add_exchanges(batch, [write.ExchangeIn(mail("p1", direction=Direction.OUT), "<1@example.com>", (ask(),))])
        write.add_applications(batch, [Application("", "Orsted", "Engineer")])
        write.add_files(batch, [(FileReceipt("Connections.csv", "linkedin-connections", read=2, new=2), "abc")])
        write.set_aside(batch, [aside("p2")])
        write.connect(batch, MAIL)


def aside(person: str, kind: AsideKind = AsideKind.ANOTHER, *, promises: tuple[str, ...] = ()) -> Aside:
    return Aside(kind, StepKind.ASK, person, promises, since=NOW.date(), until=NOW.date() + timedelta(days=28))


ELSEWHERE = frozenset({"unmerge", "take_herself_out"})  # tried in tests of their own
Do = Callable[[write.Batch], object]
EVERY: dict[str, Do] = {
    "people": lambda b: write.add_people(b, [ana(), bo()]),
    "cards": lambda b: write.add_cards(b, [("p1", write.CardIn(card(index=7), (("address", "a@example.org"),)))]),
    "changed card": lambda b: write.change_cards(
        b, {"c1": write.CardIn(replace(card(), company="Vattenfall"), (("address", "new@example.com"),))}
    ),
    "moved card": lambda b: write.move_cards(b, {"c1": "p2"}),
    "changed contact": lambda b: write.change_contacts(
        b, {"p1": {"name": "Ana R.", "tie_said": Tie.CLOSE, "permission": Permission.NEVER_CONTACT}}
    ),
    "rest": lambda b: write.change_contacts(b, {"p1": {"rest_until": date(2026, 6, 1)}}),
    "split-off card": lambda b: write.part(b, "p1", ["c1"], write.PersonIn(contact("Ana R."))),
    "merge": lambda b: write.merge(b, "p1", "p2"),
    "not same": lambda b: write.not_same(b, "p1", "p2"),
    "exchanges": lambda b: write.add_exchanges(b, [write.ExchangeIn(mail("p1", "p2"), "<2@example.com>", (ask(),))]),
    "changed exchange": lambda b: write.change_exchanges(b, {"i1": write.ExchangeIn(mail("p1", days_ago=3), "k")}),
    "cues": lambda b: write.add_cues(b, [("i1", ask())]),
    "changed cue": lambda b: write.change_cues(b, {"q1": replace(ask(), evidence="Would you?", guess=True)}),
    "answer": lambda b: write.answer(b, {"q1": Answer.YES}),
    "applications": lambda b: write.add_applications(b, [Application("", "Vattenfall", "Lead", Stage.SCREEN)]),
    "changed application": lambda b: write.change_applications(
        b, {"a1": Application("a1", "Orsted", "Engineer", Stage.OFFER, updated=date(2026, 3, 1))}
    ),
    "dropped promise": lambda b: write.drop_promise(b, "thank-1", because="She was thanked by phone"),
    "files": lambda b: write.add_files(b, [(FileReceipt("more.vcf", "vcard"), "def")]),
    "goals": lambda b: write.set_goals(b, Goals(roles=("Engineer",), since=date(2026, 1, 1))),
    "me": lambda b: write.set_me(b, ["alice@example.com"]),
    "phase": lambda b: write.set_phase(b, Phase.LANDED, landed=NOW),
    "wishes": lambda b: write.set_wishes(
        b, Wishes(3, 2, date(2026, 3, 28), NOW, shortcuts=False, theme=Theme.DARK, forecast=False)
    ),
    "aside": lambda b: write.set_aside(
        b, [aside("p1", AsideKind.LATER, promises=("t1", "n2")), aside("", AsideKind.EASIER)]
    ),
    "taken back": lambda b: write.take_back(b, ["s1"]),
    "connected": lambda b: write.connect(b, MAIL),
    "changed connection": lambda b: write.change_connection(b, replace(MAIL, id="k1", user="alice")),
    "disconnected": lambda b: write.disconnect(b, "k1"),
    "first import": lambda b: write.set_first_import(b, date(2026, 3, 1)),
}


def test_every_kind_of_change_has_an_undo_test() -> None:
    ways = {name for name in write.__all__ if name[0].islower()} - {"batch", "digest", "add_files", *ELSEWHERE}
    tried = {name for do in EVERY.values() for name in do.__code__.co_names}
    assert ways - tried == set()


@pytest.mark.parametrize("kind", EVERY)
def test_undo_gives_the_very_same_export_and_redo_the_changed_one(kind: str, alice: scope.Scope) -> None:
    begin()
    before, seen = canon.export(), read.search(NOW)
    with write.batch("edit", f"A change of {kind}", now=NOW) as batch:
        EVERY[kind](batch)
    after, then = canon.export(), read.search(NOW)
    assert after != before
    undone = undo.undo(None, now=NOW)
    assert (canon.export(), read.search(NOW)) == (before, seen)
    assert (undone.said, undone.kept) == (f"Undone: A change of {kind}.", ())
    again = undo.undo(undone.batch, now=NOW)
    assert (canon.export(), read.search(NOW)) == (after, then)
    assert again.said == f"Brought back: A change of {kind}."
    undo.undo(again.batch, now=NOW)
    assert (canon.export(), read.search(NOW)) == (before, seen)


def test_undoing_everything_gives_an_empty_store(alice: scope.Scope) -> None:
    empty = canon.export()
    begin()
    with write.batch("merge", "Joined", now=NOW) as batch:
        write.merge(batch, "p1", "p2")
    with write.batch("unmerge", "Separated", now=NOW) as batch:
        write.unmerge(batch, "p1")
    for _ in range(3):
        undo.undo(None, now=NOW)
    assert canon.export() == empty
    with pytest.raises(Refused, match="nothing to undo"):
        undo.undo(None, now=NOW)


def test_undo_of_an_import_keeps_a_person_whom_later_mail_names_and_tells_it(alice: scope.Scope) -> None:
    with write.batch("import", "Import of Connections.csv", now=NOW) as batch:
        write.add_people(batch, [ana(), bo()])
    with write.batch("import", "Import of mail", now=NOW) as later:
        write.add_exchanges(later, [write.ExchangeIn(mail("p1"), "<1@example.com>")])
    undone = undo.undo(batch.id, now=NOW)
    assert undone.kept == ("Ana Ruiz",)
    assert undone.said == "Undone: Import of Connections.csv. Kept, because later changes hang on it: Ana Ruiz."
    assert list(read.search(NOW).contacts) == ["p1"]
    assert lookups.handles() == {("profile", "in/ana-ruiz"): ("p1",), ("address", "ana@example.com"): ("p1",)}


def test_undo_takes_only_its_own_card_from_a_person_who_has_another(alice: scope.Scope) -> None:
    with write.batch("import", "Import of Connections.csv", now=NOW) as batch:
        write.add_people(batch, [ana()])
    with write.batch("import", "Import of friends.vcf", now=NOW) as later:
        write.add_cards(later, [("p1", write.CardIn(card(source="vcard"), (("address", "ana@example.org"),)))])
    assert undo.undo(batch.id, now=NOW).kept == ("Ana Ruiz",)
    assert read.search(NOW).contacts["p1"].addresses == ("ana@example.org",)


def test_an_answered_cue_keeps_its_message_with_its_people(alice: scope.Scope) -> None:
    begin()
    with write.batch("answer", "Yes", now=NOW) as batch:
        write.answer(batch, {"q1": Answer.YES})
    undone = undo.undo("b1", now=NOW)
    assert undone.kept == ("Ana Ruiz", "1 message", "1 answer")
    found = read.search(NOW)
    assert [i.people for i in found.interactions] == [("p1",)]
    assert list(found.contacts) == ["p1"]


def test_undo_of_the_merge_alone_keeps_later_edits(alice: scope.Scope) -> None:
    begin()
    with write.batch("merge", "Joined Ana Ruiz and Bo Lind", now=NOW) as merged:
        write.merge(merged, "p1", "p2")
    with write.batch("edit", "Edit", now=NOW) as edit:
        write.change_contacts(edit, {"p1": {"title": "Lead"}})
    with write.batch("import", "Import", now=NOW) as more:
        write.add_exchanges(more, [write.ExchangeIn(mail("p2"), "<9@example.com>")])
    undo.undo(merged.id, now=NOW)
    found = read.search(NOW)
    assert {key: c.title for key, c in found.contacts.items()} == {"p1": "Lead", "p2": "Engineer"}
    assert (found.contacts["p1"].received, found.contacts["p2"].received) == (0, 1)


def test_a_field_that_was_edited_since_stays_edited_and_is_told(alice: scope.Scope) -> None:
    begin()
    with write.batch("edit", "First", now=NOW) as first:
        write.change_contacts(first, {"p1": {"title": "Lead", "company": "Vattenfall"}})
    with write.batch("edit", "Second", now=NOW) as second:
        write.change_contacts(second, {"p1": {"title": "Head"}})
    assert undo.undo(first.id, now=NOW).kept == ("Ana Ruiz",)
    ana_now = read.search(NOW).contacts["p1"]
    assert (ana_now.title, ana_now.company) == ("Head", "Orsted")


def test_undo_is_kept_for_30_days(alice: scope.Scope) -> None:
    begin()
    with pytest.raises(Refused, match="more than 30 days"):
        undo.undo("b1", now=NOW + timedelta(days=31))
    undo.undo("b1", now=NOW + timedelta(days=29))
    with pytest.raises(Refused, match=r"was undone already") as told:
        undo.undo("b1", now=NOW)
    assert told.value.hints == (Hint("undo", "bring it back", ("b2",)),)
    with pytest.raises(Refused, match="no batch b9"):
        undo.undo("b9", now=NOW)


def test_what_a_clock_that_ran_ahead_has_let_go_of_is_refused_and_not_half_undone(alice: scope.Scope) -> None:
    begin()
    with write.batch("merge", "Bo is Ana", now=NOW) as batch:
        write.merge(batch, "p1", "p2")
    with write.batch("add", "Added somebody", now=NOW + timedelta(days=365)) as batch:
        write.add_people(batch, [ana()])
    with pytest.raises(Refused, match="more than 30 days old"):
        undo.undo("b2", now=NOW)


def test_a_batch_that_changes_nothing_lets_go_of_nothing(alice: scope.Scope) -> None:
    begin()
    with write.batch("merge", "Bo is Ana", now=NOW) as batch:
        write.merge(batch, "p1", "p2")
    with write.batch("rest", "Ana rests", now=NOW + timedelta(days=365)) as batch:
        write.change_contacts(batch, {"p1": {"note": ""}})
    undo.undo("b2", now=NOW)
    assert lookups.merged() == {}
