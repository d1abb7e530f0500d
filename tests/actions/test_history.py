"""Her changes in sentences, each taken back or brought back as long as it says so; the copies that are kept."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import keep, memory
from askwell.actions.adding import add_person
from askwell.actions.desk import Desk, open_desk
from askwell.actions.forgetting import forget
from askwell.actions.history import A_PAGE, copies, copy_named, foot, history, last_copy
from askwell.actions.people import merge
from askwell.actions.sending import sent
from askwell.actions.undo import undo
from askwell.domain.errors import Refused


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    put(tmp_path, Story().person("bob", "Bob Roe"))
    with open_desk(data=tmp_path, now=NOW) as opened:
        yield opened


def names(desk: Desk) -> set[str]:
    return {one.name for one in memory.contacts(desk).values()}


def test_changes_are_told_in_sentences_without_ids_the_latest_first(desk: Desk) -> None:
    add_person(desk, "Ann Lee", email="ann@lee.example")
    add_person(desk, "Ana Lee")
    people = {one.name: key for key, one in memory.contacts(desk).items()}
    sent(desk, people["Ann Lee"], "ask", text="A question?", channel="email")
    merge(desk, people["Ann Lee"], people["Ana Lee"])
    told = history(desk)
    assert [one.said for one in told.changes] == [
        "Made one of Ana Lee and Ann Lee",
        "Noted: your question to Ann Lee",
        "Added Ana Lee",
        "Added Ann Lee",
        "A story",
    ]
    assert (told.count, told.page, told.pages) == (5, 1, 1)
    assert all(one.undone is None and one.turn == one.id for one in told.changes)
    assert told.changes[0].until == NOW + timedelta(days=30)


def test_what_is_undone_can_be_brought_back_by_its_turn_and_undone_again(desk: Desk) -> None:
    added = add_person(desk, "Ann Lee")
    for _ in range(2):
        undo(desk, added.batch)
        (first, *_) = history(desk).changes
        assert (first.id, first.undone) == (added.batch, NOW)
        assert first.turn not in {"", added.batch}
        undo(desk, first.turn)
        assert "Ann Lee" in names(desk)
        (first, *_) = history(desk).changes
        assert (first.id, first.undone, first.turn) == (added.batch, None, added.batch)


@pytest.mark.parametrize(("hours", "kept"), [(30 * 24, True), (30 * 24 + 1, False)])
def test_a_turn_is_told_just_as_long_as_it_works(desk: Desk, hours: int, kept: bool) -> None:
    added = add_person(desk, "Ann Lee")
    later = replace(desk, now=NOW + timedelta(hours=hours))
    (first, *_) = history(later).changes
    assert bool(first.turn) is kept
    assert (first.until is None) is not kept
    if kept:
        undo(later, first.turn)
        assert "Ann Lee" not in names(later)
    else:
        with pytest.raises(Refused, match="more than 30 days old"):
            undo(later, added.batch)


def test_after_a_clock_that_ran_ahead_no_turn_is_promised(desk: Desk) -> None:
    added = add_person(desk, "Ann Lee")
    add_person(replace(desk, now=NOW + timedelta(days=40)), "Tom Eklund")
    back = {one.id: one.turn for one in history(desk).changes}
    assert back[str(added.batch)] == ""
    with pytest.raises(Refused, match="more than 30 days old"):
        undo(desk, added.batch)


def test_what_is_final_has_no_turn(desk: Desk) -> None:
    add_person(desk, "Ann Lee")
    forget(desk, "Ann Lee")
    (first, *_) = history(desk).changes
    assert (first.kind, first.turn, first.until) == ("forget", "", None)


def test_a_long_history_has_pages(desk: Desk) -> None:
    for number in range(A_PAGE + 2):
        add_person(desk, f"Ann Lee{'abcdefghijklmnopqrstuvwxyz'[number % 26] * (1 + number // 26)}", new=True)
    first, second, beyond = (history(desk, page=page) for page in (1, 2, 7))
    assert (len(first.changes), len(second.changes), len(beyond.changes)) == (A_PAGE, 3, 0)
    assert (first.pages, first.count) == (2, A_PAGE + 3)
    assert not {one.id for one in first.changes} & {one.id for one in second.changes}


def test_the_copies_are_told_with_their_reason_and_the_last_one_at_the_foot(desk: Desk) -> None:
    add_person(desk, "Ann Lee")
    add_person(desk, "Tom Eklund")
    keep.backup(desk)
    found = copies(desk)
    assert [one.why for one in found] == ["as you asked", "before a change", "before a change"]
    assert all(one.size > 0 and one.holds <= one.made for one in found)
    assert copy_named(desk, found[0].name).is_file()
    made = datetime(2026, 3, 27, 15, 42, tzinfo=UTC).timestamp()
    os.utime(copy_named(desk, found[0].name), (made, made))
    for one in found[1:]:
        copy_named(desk, one.name).unlink()
    assert foot(desk) == "Saved on this computer only. Last copy 10:42, checked."
    assert foot(replace(desk, now=NOW + timedelta(days=1))) == (
        "Saved on this computer only. Last copy on March 27, 10:42, checked."
    )


def test_without_a_copy_the_foot_says_where_it_is_saved(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert (last_copy(desk), foot(desk)) == (None, "Saved on this computer only.")
        assert history(desk).changes == ()
        assert (foot(replace(desk, embedded=False)), copies(replace(desk, embedded=False))) == (
            "Saved on the server.",
            (),
        )


@pytest.mark.parametrize("name", ["", "askwell.db", "../askwell.db", "/etc/hosts", "askwell-20260101T000000000000Z.db"])
def test_only_a_copy_can_be_named(desk: Desk, name: str) -> None:
    add_person(desk, "Ann Lee")
    with pytest.raises(Refused, match="not there any more"):
        copy_named(desk, name)


def test_a_copy_thinned_out_this_moment_is_not_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add_person(desk, "Ann Lee")
    add_person(desk, "Tom Eklund")
    (gone, *left) = copies(desk)
    from askwell import store
    from askwell.store import copies as stored

    all_of_them = stored.found(store.here())
    copy_named(desk, gone.name).unlink()
    monkeypatch.setattr(stored, "found", lambda _: all_of_them)
    assert list(copies(desk)) == left


def test_another_seekers_changes_are_not_told(desk: Desk, tmp_path: Path) -> None:
    add_person(desk, "Ann Lee")
    with open_desk(data=tmp_path, now=NOW, seeker="Charlie") as other:
        assert history(other).changes == ()
