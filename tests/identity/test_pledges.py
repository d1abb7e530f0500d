"""What she said she would do for somebody is remembered until it is done; open offers, and news of herself, are not."""

import pytest
from tests.method.cast import CALENDAR, GOALS, NOW, Story

from askwell.domain.cues import Cue, CueType
from askwell.domain.plans import Balance, FavorKind
from askwell.domain.threads import Record
from askwell.identity import wordlists
from askwell.identity.pledges import given_and_offered, pledged_in
from askwell.method import favors

GIVEN = CueType.GIVEN
OFFER = "I'll read your dissertation in exchange, footnotes and all."
LETTERS = ("words_opening.txt", "words_question.txt", "words_asking.txt", "words_after.txt")


def kinds(story: Story) -> list[tuple[str, FavorKind]]:
    record = Record.of(story.search(goals=GOALS), now=NOW, calendar=CALENDAR)
    return [(favor.who, favor.kind) for favor in given_and_offered(record)]


@pytest.mark.parametrize(
    "words",
    [
        OFFER,
        "I will send you the article on cold chains next week.",
        "I’ll introduce you to Ann on Monday.",
        "I promise to help you with the move.",
        "Thank you. I'll gladly proofread\nyour report.",
        "I'm going to put you in touch with Dana.",
        "I'll ask Ann whether the two of you should talk.",
    ],
)
def test_what_is_firm_and_for_the_reader_is_remembered(words: str) -> None:
    assert pledged_in(f"Hi Bob,\n\nGood to see you. {words} Best, Alice").strip()


@pytest.mark.parametrize(
    "words",
    [
        "I'll send you my CV tomorrow.",
        "I'll let you know how it goes, and I will send you an update.",
        "If you like, I'll introduce you to Ann.",
        "I would be glad to read your report.",
        "Whenever you need a hand, I'll help you.",
        "I will write you again on Friday.",
        "Will you send me the article?",
        "He said that they'll help you.",
        "I'll send you a few times for a call.",
        "I'll send you a Zoom link.",
        "I'll send you the calendar invite tonight.",
        "I'll send you the link to the call.",
        "I'll send you an invoice.",
        "I'll send you the new one when the ink is dry.",
    ],
)
def test_open_offers_news_of_herself_and_words_of_others_are_not(words: str) -> None:
    assert pledged_in(words) == ""


def test_no_sentence_of_askwells_own_letters_binds_her() -> None:
    lines = [line for name in LETTERS for line in wordlists.text(name, package="askwell.guide.drafts").splitlines()]
    assert len(lines) > 100
    assert [line for line in lines if pledged_in(line)] == []


def test_her_word_is_in_the_ledger_and_is_no_promise() -> None:
    story = Story()
    story.went("seun", "03-02", CueType.ASK, text=f"Would you be the panel? {OFFER}")
    kept = favors.ledger(story.search(), NOW)
    assert [(favor.kind, favor.who, favor.what) for favor in kept] == [(FavorKind.OFFERED, "seun", OFFER)]
    assert favors.balance(kept) == Balance(offered=1)
    assert {p.kind for p in story.promises()} == {"nudge"}


def test_something_done_keeps_the_oldest_word_to_that_person_alone() -> None:
    story = Story()
    story.went("seun", "03-02", text=OFFER)
    story.went("ann", "03-02", text=OFFER)
    story.went("seun", "03-03", text="I'll bring you the seedlings.")
    story.went("seun", "03-09", Cue(GIVEN, evidence="Attached is your chapter, with my remarks."))
    assert kinds(story) == [
        ("seun", FavorKind.GIVEN),
        ("ann", FavorKind.OFFERED),
        ("seun", FavorKind.OFFERED),
    ]


def test_what_she_only_said_she_would_do_is_not_given_yet() -> None:
    story = Story()
    story.went("bob", "03-02", Cue(GIVEN, evidence="I'll introduce you to Ann."), text="I'll introduce you to Ann.")
    assert kinds(story) == [("bob", FavorKind.OFFERED)]
    story = Story()
    story.went(
        "bob", "03-02", Cue(GIVEN, evidence="Please meet Ann."), text="Please meet Ann. I'll send you the notes."
    )
    assert kinds(story) == [("bob", FavorKind.GIVEN)]


@pytest.mark.parametrize(
    "words",
    [
        "I'd be glad to send you our frozen version, which solves the freezer-space half, if that's of use.",
        "I would be more than happy to read your chapter.",
        "Happy to introduce you to Ann any time.",
        "If you like, I'll introduce you to Ann.",
        "I’d love to show you our plan if that helps.",
        "I could look over your budget.",
        "I can put you in touch with Dana, should you want that.",
    ],
)
def test_an_open_offer_is_nothing_given_and_no_word_to_keep(words: str) -> None:
    for evidence in (words, ""):
        story = Story()
        story.went("bob", "03-02", Cue(GIVEN, evidence=evidence), text=f"Thank you, Bob. {words}")
        assert kinds(story) == []


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to introduce you to Dana Roe, who plans for Harrow.",
        "I was glad to read your chapter, and have put my remarks on its margin.",
        "I'd be glad to hear what you think of the article that I sent you.",
        "Attached is our sheet, and I'd be glad to send you the older one too.",
        "Here's the contract; I can help you with the rest.",
    ],
)
def test_what_is_done_in_the_same_words_is_given(words: str) -> None:
    story = Story()
    story.went("bob", "03-02", Cue(GIVEN, evidence=words), text=words)
    assert kinds(story) == [("bob", FavorKind.GIVEN)]


def test_what_is_written_to_a_circle_binds_her_to_nobody() -> None:
    story = Story()
    story.went("bob", "03-02", text=OFFER, cc=("ann", "cal"))
    assert kinds(story) == []
