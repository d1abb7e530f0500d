"""Favors to return: who gave more than they got, the last one first, each with an idea."""

from pathlib import Path

from tests.actions.stored import put
from tests.method.cast import NOW, Story

from askwell.actions import asides, memory
from askwell.actions.desk import Desk, open_desk
from askwell.actions.giving import ideas_for, to_return
from askwell.actions.people import rest
from askwell.actions.undo import undo
from askwell.domain.cues import CueType
from askwell.domain.gifts import GiftKind
from askwell.domain.plans import Balance


def told() -> Story:
    story = Story().person("bob", "Bob Roe").person("ann", "Ann Poe")
    for who, day in (("bob", "03-02"), ("ann", "03-05")):
        story.went(who, day, CueType.ASK)
        story.came(who, f"03-{int(day[3:]) + 1:02}", CueType.HELP)
    return story


def test_whoever_helped_last_stands_first_with_an_idea(tmp_path: Path) -> None:
    put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        found = to_return(desk)
    assert [one.contact.name for one in found] == ["Ann Poe", "Bob Roe"]
    assert all(one.ideas and one.ideas[0] for one in found)


def test_nobody_stands_there_who_was_given_as_much(tmp_path: Path) -> None:
    story = told()
    story.went("bob", "03-11", CueType.GIVEN)
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert [one.contact.name for one in to_return(desk)] == ["Ann Poe"]


def test_an_empty_notebook_owes_nothing(tmp_path: Path) -> None:
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert to_return(desk) == ()


def test_a_word_of_hers_and_news_come_before_what_others_did(tmp_path: Path) -> None:
    story = told().person("cal", "Cal Fry")
    story.went("cal", "03-10", text="Good to see you. I'll send you the article on cold chains.")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, *rest = to_return(desk)
        assert (first.contact.name, first.gifts[0].kind) == ("Cal Fry", GiftKind.KEEP_WORD)
        assert [one.contact.name for one in rest] == ["Ann Poe", "Bob Roe"]
        assert first.balance == Balance(offered=1)
        assert [gift.idea for gift in ideas_for(desk, first.contact, limit=2)] == list(first.ideas[:2])


def test_whoever_is_left_in_peace_is_so_in_this_too(tmp_path: Path) -> None:
    ids = put(tmp_path, told())
    with open_desk(data=tmp_path, now=NOW) as desk:
        rest(desk, ids["ann"], days=None)
        assert [one.contact.name for one in to_return(desk)] == ["Bob Roe"]


def test_nobody_is_to_be_put_in_touch_with_everybody(tmp_path: Path) -> None:
    story = told().person("ann", "Ann Poe", title="Buyer", company="Corvane")
    story.person("bob", "Bob Roe", title="Buyer", company="Ostara")
    story.person("eve", "Eve Fry", title="Head of Purchasing", company="Harrow")
    story.came("eve", "03-04")
    put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        first, second = to_return(desk)
    assert (first.gifts[0].about, second.gifts[0].about) == ("Eve Fry", "Eve Fry")
    assert (first.gift.kind, first.chosen) == (GiftKind.PUT_IN_TOUCH, 1)
    assert (second.gift.kind is GiftKind.PUT_IN_TOUCH, second.chosen) == (False, 2)


def test_a_vacancy_goes_on_to_the_next_one_where_it_was_not_for_this_person(tmp_path: Path) -> None:
    story = Story().person("bob", "Bob Roe", title="Purchasing Lead").person("ann", "Ann Poe", title="Buyer")
    for who in ("ann", "bob"):
        story.came(who, "03-02", CueType.HELP)
    story.came("liz", "03-20", subject="Fwd: Vacancy: Purchasing Lead, Leeds")
    ids = put(tmp_path, story)
    with open_desk(data=tmp_path, now=NOW) as desk:
        assert _offered_a_vacancy(desk) == ["Bob Roe"]
        done = asides.not_this(desk, f"give-{ids['bob']}")
        assert _offered_a_vacancy(desk) == ["Ann Poe"]
        undo(desk, done.batch)
        assert _offered_a_vacancy(desk) == ["Bob Roe"]


def _offered_a_vacancy(desk: Desk) -> list[str]:
    people = memory.contacts(desk).values()
    return [p.name for p in people if any(g.kind is GiftKind.VACANCY for g in ideas_for(desk, p))]
