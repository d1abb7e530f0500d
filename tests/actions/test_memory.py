"""Memory: nothing is read or worked out twice while nothing changes, and nothing old is ever told after a change."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from tests.actions.stored import put
from tests.actions.timed import NOW, Timed, assert_true, page
from tests.method.cast import Story

from askwell.actions import forgetting, memory, people, remembering, undo
from askwell.actions.asking import mark_sent
from askwell.actions.day import look
from askwell.actions.desk import Desk, keep_open, open_desk
from askwell.actions.house import MOST, House
from askwell.actions.ledger import drop_promise, list_promises
from askwell.actions.log import log_event
from askwell.actions.replies import answer, waiting
from askwell.domain.cues import Answer, CueType
from askwell.domain.errors import Refused
from askwell.domain.people import Contact
from askwell.domain.plans import PromiseKind
from askwell.domain.search import Search
from askwell.method.favors import Books


def test_while_nothing_changes_the_store_is_read_once(timed: Timed, reads: list[datetime]) -> None:
    for minute in range(3):
        with timed.desk(timedelta(minutes=minute)) as desk:
            page(desk)
    assert reads == [NOW]


def test_after_each_kind_of_change_it_tells_what_the_store_tells(timed: Timed) -> None:
    changes: tuple[Callable[[Desk], object], ...] = (
        lambda desk: mark_sent(desk, "Ann Kern"),
        lambda desk: log_event(desk, "Ann Kern", helped=True, referral="Cleo Hart", text="Cleo could tell you more."),
        undo.undo,
        lambda desk: drop_promise(desk, list_promises(desk, owed=True)[0].id, because="Said so in person"),
        lambda desk: people.rest(desk, "Bob Roe"),
        lambda desk: people.add_person(desk, "Eva Stone", company="Globex"),
        lambda desk: people.add_person(desk, "Evelyn Moss", email="eva@example.com"),
        lambda desk: people.merge(desk, "Eva Stone", "Evelyn Moss"),
        undo.undo,
        lambda desk: people.merge(desk, "Eva Stone", "Evelyn Moss"),
        lambda desk: people.unmerge(desk, "Eva Stone"),
        lambda desk: people.never_contact(desk, "Bob Roe"),
        lambda desk: forgetting.forget(desk, "Ann Kern"),
    )
    for minute, change in enumerate(changes):
        with timed.desk(timedelta(seconds=minute)) as desk:
            page(desk)
            try:
                change(desk)
            finally:
                assert_true(desk)
        with timed.desk(timedelta(seconds=minute)) as desk:
            assert_true(desk)


def test_what_another_process_changed_is_told(timed: Timed) -> None:
    with timed.desk() as desk:
        page(desk)
        data = desk.data

    def elsewhere() -> None:
        with open_desk(data=data, now=NOW) as other:
            log_event(other, "Bob Roe", helped=True)

    for change in (elsewhere, elsewhere):
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
        with timed.desk(timedelta(seconds=1)) as desk:
            assert_true(desk)


def test_each_seeker_has_a_memory_of_her_own(timed: Timed, reads: list[datetime]) -> None:
    with timed.desk() as desk:
        page(desk)
    with timed.desk(seeker="Charlie") as desk:
        assert memory.contacts(desk) == {}
        add(desk, "Dov Katz")
        assert [one.name for one in memory.contacts(desk).values()] == ["Dov Katz"]
    timed.house._behind.rest()
    reads.clear()
    with timed.desk() as desk:
        page(desk)
        assert sorted(one.name for one in memory.contacts(desk).values()) == ["Ann Kern", "Bob Roe"]
    assert reads == []


def add(desk: Desk, name: str) -> None:
    from askwell.store import write

    with write.batch("add", f"Added {name}", now=desk.now) as batch:
        write.add_people(batch, [write.PersonIn(Contact(id="", name=name))])


def test_a_change_that_is_not_yet_stored_is_read_and_never_remembered(timed: Timed) -> None:
    from askwell.store import write

    def names(desk: Desk) -> list[str]:
        return sorted(one.name for one in memory.contacts(desk).values())

    with timed.desk() as desk:
        before = names(desk)
        with suppress(KeyError), write.batch("add", "Added", now=desk.now) as batch:
            write.add_people(batch, [write.PersonIn(Contact(id="", name="Dov Katz"))])
            assert names(desk) == [*before, "Dov Katz"]
            raise KeyError
        assert names(desk) == before
    with timed.desk() as desk:
        assert names(desk) == before


def test_one_visit_sees_one_state_though_others_write_meanwhile(timed: Timed) -> None:
    with timed.desk() as desk:
        before = memory.contacts(desk)
        thread = threading.Thread(target=lambda: write_beside(timed.house))
        thread.start()
        thread.join()
        assert memory.contacts(desk) is before
    with timed.desk() as desk:
        assert len(memory.contacts(desk)) == len(before) + 1


def write_beside(house: House) -> None:
    with house.desk() as desk:
        add(desk, "Dov Katz")


def test_of_many_threads_one_works_out_and_all_are_told(timed: Timed, reads: list[datetime]) -> None:
    together, made = Barrier(8, timeout=20), list[int]()

    def work(desk: Desk, _: Books) -> object:
        made.append(1)
        threading.Event().wait(0.05)
        return object()

    def visit() -> object:
        with timed.house.desk() as desk:
            together.wait()
            return memory.worked_out(desk, "work", work)

    timed.monkeypatch.setenv("ASKWELL_NOW", NOW.isoformat())
    with ThreadPoolExecutor(8) as threads:
        told = [threads.submit(visit) for _ in range(8)]
    assert len({id(one.result()) for one in told}) == 1
    assert (len(made), len(reads)) == (1, 1)


def test_threads_that_read_and_write_at_once_never_tell_what_was_before_their_own_change(timed: Timed) -> None:
    timed.monkeypatch.setenv("ASKWELL_NOW", NOW.isoformat())

    def visit(number: int) -> bool:
        with timed.house.desk() as desk:
            add(desk, f"Dov {number}")
        with timed.house.desk() as desk:
            page(desk)
            return any(one.name == f"Dov {number}" for one in memory.contacts(desk).values())

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(visit, range(18)))
    with timed.desk() as desk:
        assert_true(desk)


def test_what_went_wrong_is_not_remembered(timed: Timed) -> None:
    def wrong(_: Desk, __: Books) -> str:
        raise Refused("Not today.")

    with timed.desk() as desk:
        with pytest.raises(Refused, match="Not today"):
            memory.worked_out(desk, "one", wrong)
        assert memory.worked_out(desk, "one", lambda *_: "right") == "right"


def test_what_pages_asked_for_is_made_behind_after_a_change(timed: Timed) -> None:
    with timed.desk() as desk:
        page(desk)
    with timed.desk() as desk:
        add(desk, "Dov Katz")
    timed.house._behind.rest()
    with timed.desk() as desk, pytest.MonkeyPatch.context() as nothing_more:
        nothing_more.setattr(remembering.Remembered, "_made", None)
        page(desk)
        assert "Dov Katz" in [one.name for one in look(desk).names.values()]


def test_memory_is_bounded(timed: Timed) -> None:
    with timed.desk() as desk:
        for number in range(3 * remembering.MOST):
            memory.worked_out(desk, number, lambda *_: 1)
        assert desk.memory
        assert len(desk.memory.known(desk)._made) <= remembering.MOST
        assert len(desk.memory.shared._asked) <= remembering.LATELY
    for number in range(3 * MOST):
        with timed.desk(seeker=f"Alice {number}") as desk:
            memory.contacts(desk)
    assert len(timed.house._remembered) == MOST


def test_the_same_contact_stays_the_same_value_when_others_change(timed: Timed) -> None:
    with timed.desk() as desk:
        before = dict(memory.contacts(desk))
        people.rest(desk, "Bob Roe")
        after = memory.contacts(desk)
        assert [after[key] is one for key, one in before.items()] == [one.name != "Bob Roe" for one in before.values()]


def test_her_yes_and_no_count_at_once(tmp_path: Path) -> None:
    told = Story(answer=Answer.WAITING)
    told.went("bob", "03-20", CueType.ASK)
    told.came("bob", "03-21", CueType.HELP)
    put(tmp_path, told)
    with keep_open(data=tmp_path, now=NOW) as house:
        with house.desk() as desk:
            before = [one.id for one in waiting(desk)]
            assert before
            assert not any(one.confirmed for one in list_promises(desk))
            answer(desk, yes=before)
            assert waiting(desk) == ()
        with house.desk() as desk:
            assert [one.kind for one in list_promises(desk, owed=True) if one.confirmed] == [PromiseKind.THANK]


def test_a_search_as_of_a_moment_needs_no_second_filling(timed: Timed) -> None:
    with timed.desk() as desk:
        assert isinstance(memory.search(desk), Search)
        assert memory.search(desk) is memory.search(desk)
