"""Letters of any search: clean, short, true, one question, and no two people are told the same."""

import re
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from tests.guide.drafts.judging import body, faults, her_own, is_hers, shared, unexcused
from tests.guide.drafts.test_composer import ANA, GOALS, TODAY, by
from tests.guide.drafts.worlds import World

from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Draft, DraftKind, ReferralKind
from askwell.guide.drafts import Came, Composer, Helped, Pointed, Reminded, unlike
from askwell.guide.drafts.said import sentences_of

SEARCHES = range(10)  # of 40 to 55 letters each; `make eval` goes through many more
REVIEWED = (0, 1, 50, 59, 78, 166)  # among them searches in whose letters the review once saw what is not there
ASKING = {DraftKind.ASK, DraftKind.NUDGE, DraftKind.REFERRED}


def rich(number: int) -> float:
    """What share of what can be known is known: much, most, or half of it."""
    return (0.9, 0.8, 0.5)[number % 3]


@pytest.mark.parametrize("number", SEARCHES)
def test_every_letter_of_a_search_is_short_and_true_with_one_question(number: int) -> None:
    world = World(number, rich=rich(number))
    letters = list(world.letters())
    assert len(letters) >= 40
    for sent in letters:
        assert faults(sent, world) == [], f"{sent.draft.kind} by {sent.draft.channel}\n{sent.draft.text}"


@pytest.mark.parametrize("number", REVIEWED)
def test_the_review_finds_fault_with_no_letter(number: int) -> None:
    """It is trained, and could err; `make eval` looks at thousands of letters more."""
    world = World(number, rich=rich(number))
    found = [(sent.draft.text, rules) for sent in world.letters() if (rules := unexcused(sent, world.goals))]
    assert found == []


@pytest.mark.parametrize("number", SEARCHES)
def test_no_two_people_of_a_search_are_told_the_same_but_status_and_goal(number: int) -> None:
    world = World(number, rich=rich(number))
    assert shared(world.letters(), world.goals) == {}


@pytest.mark.parametrize(("channel", "people"), [("email", 40), ("linkedin", 25), ("text", 25)])
def test_people_of_whom_nothing_is_known_get_no_padding_but_she_is_asked_for_a_line(channel: str, people: int) -> None:
    composer, said, told = by(), set[str](), set[str]()
    for number in range(people):
        nobody = Contact(id=f"n{number}", name=f"Bo{number} Li", tie=Tie.BARELY)
        draft = unlike(composer, partial(Composer.ask, contact=nobody, channel=channel), said)
        assert draft is not None
        assert draft.text.count("?") == 1
        assert any("how you know" in line for line in draft.missing)
        hers = {one for one in sentences_of(body(draft, GOALS.name)) if not is_hers(one, her_own(GOALS))}
        assert not hers & told, draft.text
        told |= hers


def every_draft(composer: Composer, contact: Contact, channel: str) -> list[Draft]:
    words = Helped(date(2026, 3, 17), "Never send a plan on a Friday.", quoted=True)
    asked = Reminded("Which certificate matters most for planners?", date(2026, 3, 10))
    news = "I heard back from Marcus on Tuesday, and we met yesterday."
    return [
        composer.ask(contact, channel=channel),
        composer.nudge(contact, asked, channel=channel),
        composer.nudge(contact, replace(asked, last=True), channel=channel),
        composer.nudge(contact, Reminded("", TODAY, offer="Happy to read it."), channel=channel),
        composer.thanks(contact, (words,), channel=channel),
        composer.thanks(contact, (Helped(date(2026, 3, 17), talk=True),), channel=channel),
        *(
            composer.thanks(contact, (Helped(TODAY, person="Marcus Webb", kind=kind),), channel=channel)
            for kind in ReferralKind
        ),
        composer.thanks(contact, (Helped(date(2026, 3, 17), "read my cover letter"),), channel=channel),
        composer.closing(contact, Came(news, person="Marcus Webb"), channel=channel),
        composer.closing(contact, Came(news, person="Marcus Webb", link="Yolanda Pruitt"), channel=channel),
        composer.closing(contact, Came("I had the interview at Ostara Foods on Monday", helped=words), channel=channel),
        *(composer.referred(contact, Pointed("Bill Tesch", kind, TODAY), channel=channel) for kind in ReferralKind),
        composer.landed(contact, title="Planner", company="Ostara Foods", helped=words, channel=channel),
    ]


def test_the_same_letter_comes_out_the_same_and_otherwise_once_it_was_said() -> None:
    first, again = by().ask(ANA, channel="email"), by().ask(ANA, channel="email")
    assert first == again
    other = by().beside(sentences_of(first.text)).ask(ANA, channel="email")
    both = {*sentences_of(first.text)} & {*sentences_of(other.text)}
    assert all(one.startswith(("halvorsen closed", "i want to lead", "hi ana")) for one in both)


def test_an_invitation_fits_into_three_hundred_characters() -> None:
    for number in range(3):
        world = World(number)
        for contact in world.people:
            stranger = replace(contact, sent=0, received=0, connected_on=None)
            assert len(world.composer().ask(stranger, channel="linkedin").text) <= 300


def test_no_name_stands_in_a_letter_but_in_its_greeting() -> None:
    for draft in every_draft(by(), ANA, "email"):
        assert draft.text.count("Ana") == 1, draft.text


def test_talking_points_are_a_short_list_in_every_kind() -> None:
    for draft in every_draft(by(), ANA, "phone"):
        lines = draft.text.splitlines()
        assert 2 <= len(lines) <= 8, draft.text
        assert all(line.startswith("- ") for line in lines)
        assert "?" not in draft.text or draft.kind in ASKING


def test_people_one_was_pointed_to_by_the_same_friend_each_get_their_own_question() -> None:
    pointed = Pointed("Bill Tesch", ReferralKind.NAME, TODAY)
    for goals in (GOALS, replace(GOALS, companies=(), kinds_of_people=()), Goals(name="Dana", roles=("Nurse",))):
        composer, said, asked = Composer.of(goals, today=TODAY), set[str](), list[str]()
        for number in range(12):
            ida = Contact(id=f"p{number}", name=f"Ida{number} Roe", tie=Tie.NEW)
            draft = unlike(composer, partial(Composer.referred, contact=ida, pointed=pointed, channel="email"), said)
            assert draft is not None
            asked += [one for one in re.split(r"(?<=[.?])\s", draft.text) if one.endswith("?")]
        assert len(asked) == len(set(asked)) == 12
