"""Whoever asked not to be written to is left in peace everywhere: by every address, after every import and merge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.actions.exports import connections, mail, mbox, vcard
from tests.actions.stored import put
from tests.actions.timed import NOW, story

from askwell.actions import drafting, giving, memory, people, sorting_few, whom
from askwell.actions.bring_in import bring_in
from askwell.actions.composing import compose
from askwell.actions.day import look
from askwell.actions.desk import Desk, open_desk
from askwell.actions.drafting import unfinished
from askwell.actions.goals import set_goals
from askwell.actions.letters import write_letter
from askwell.actions.phases import landed
from askwell.actions.story import story as story_of
from askwell.actions.undo import undo
from askwell.domain.errors import Refused
from askwell.domain.letters import Letter
from askwell.domain.people import Permission

GOALS = (
    "name = 'Dana Whitfield'\nroles = ['Buyer']\ncompanies = ['Initech']\nneeds = [{kind='advice', question='How?'}]"
)


@pytest.fixture
def ids(tmp_path: Path) -> dict[str, str]:
    return put(tmp_path / "data", story())


@pytest.fixture
def desk(ids: dict[str, str], tmp_path: Path) -> Iterator[Desk]:
    """Bob helped and pointed to Ann: he is owed thanks and news, and works where she wants to."""
    with open_desk(data=tmp_path / "data", now=NOW) as opened:
        set_goals(opened, GOALS)
        yield opened


def shown(desk: Desk) -> set[str | None]:
    """Everybody whom the day, what may be given back, and what there is to sort put before her."""
    best = whom.best_to_ask(desk)
    steps: set[str | None] = {step.person for step in look(desk, everything=True).day.steps}
    return (
        steps
        | {one.contact.id for one in giving.to_return(desk, limit=50)}
        | {one.contact.id for one in sorting_few.few(desk, limit=50)}
        | {one.letter.person for one in unfinished(desk)}
        | ({best.id} if best else set())
    )


def test_nothing_is_put_before_her_and_no_letter_is_drafted(desk: Desk, ids: dict[str, str]) -> None:
    bob = ids["bob"]
    assert bob in shown(desk)
    people.never_contact(desk, bob)
    assert bob not in shown(desk)
    assert story_of(desk, bob).next.purpose == ""
    with pytest.raises(Refused, match="in peace for good"):
        compose(desk, bob)
    for purpose in ("ask", "thank", "report", "act", "close", "nudge", "give"):
        with pytest.raises(Refused, match="in peace for good"):
            write_letter(desk, bob, purpose)
    landed(desk)
    assert bob not in shown(desk)


def test_all_of_it_is_taken_back_in_one_step(desk: Desk, ids: dict[str, str]) -> None:
    before = shown(desk)
    done = people.never_contact(desk, ids["bob"])
    undo(desk, done.batch)
    assert shown(desk) == before
    people.never_contact(desk, ids["bob"])
    people.write_again(desk, ids["bob"])
    assert shown(desk) == before


def test_every_card_and_address_is_blocked_that_comes_later(desk: Desk, ids: dict[str, str], tmp_path: Path) -> None:
    people.never_contact(desk, ids["bob"])
    files = tmp_path / "files"
    bring_in(
        desk, [vcard(files, "Bob Roe|bob@home.example||Initech"), connections(files, "Bob,Roe,bob-roe,,Initech,Buyer")]
    )
    bring_in(desk, [mbox(files, mail(20, From="Bob Roe <bob@elsewhere.example>"))], me=["dana@example.com"])
    same = [one for one in memory.contacts(desk).values() if one.name == "Bob Roe"]
    assert {address for one in same for address in one.addresses} >= {"bob@home.example", "bob@elsewhere.example"}
    assert {one.permission for one in same} == {Permission.NEVER_CONTACT}
    assert not shown(desk) & {one.id for one in same}


def test_merged_with_anybody_and_separated_again_both_stay_in_peace(desk: Desk, ids: dict[str, str]) -> None:
    bob, ann = ids["bob"], ids["ann"]
    people.merge(desk, ann, bob)
    people.never_contact(desk, bob)
    assert not shown(desk) & {ann, bob}
    people.unmerge(desk, bob)
    contacts = memory.contacts(desk)
    assert (contacts[ann].permission, contacts[bob].permission) == (Permission.NEVER_CONTACT,) * 2
    people.write_again(desk, ann)
    assert memory.contacts(desk)[ann].permission is Permission.OPEN
    assert memory.contacts(desk)[bob].permission is Permission.NEVER_CONTACT


def test_who_was_in_peace_before_a_merge_is_so_after_it_and_the_other_is_not(desk: Desk, ids: dict[str, str]) -> None:
    bob, ann = ids["bob"], ids["ann"]
    people.never_contact(desk, bob)
    people.merge(desk, ann, bob)
    assert memory.contacts(desk)[ann].permission is Permission.NEVER_CONTACT
    assert "still left in peace" not in people.unmerge(desk, bob).said
    contacts = memory.contacts(desk)
    assert (contacts[ann].permission, contacts[bob].permission) == (Permission.OPEN, Permission.NEVER_CONTACT)


def test_a_letter_that_was_begun_is_not_offered_any_more(desk: Desk, ids: dict[str, str]) -> None:
    drafting.keep(desk, Letter(ids["bob"], "ask", "Dear Bob,"))
    assert [one.letter.person for one in unfinished(desk)] == [ids["bob"]]
    people.never_contact(desk, ids["bob"])
    assert unfinished(desk) == ()
