"""What a message as a whole adds to what its sentences tell: other sentences, rival kinds, whether she had written."""

import pytest
from tests.guide.test_cues import ALEX, LOUISE, ME, message

from askwell.domain.cues import CueType
from askwell.guide.cues.frame import Frame, frame
from askwell.guide.cues.judging import UNHEARD
from askwell.guide.cues.verdict import Leaning
from askwell.guide.cues.weighing import LIFT, odds
from askwell.guide.cues.whole import (
    ENOUGH,
    FEW,
    FIGURES,
    LEAST,
    MOST_QUESTIONS,
    OF_ALL,
    figures,
    leanings,
    load,
    parse,
    telling,
)

LONG = "Three sentences there are. " * 10
PLACE = {name: place for place, name in enumerate(OF_ALL)}


def seen(text: str = "One. Two. Three.", *, subject: str = "Hello") -> Frame:
    return frame(message(text, sender=LOUISE, to=(ALEX,), subject=subject), ME)


def figure(of: Frame, name: str, kind: CueType = CueType.REFERRAL) -> float:
    return figures(of)[kind][PLACE[name]]


def test_a_message_that_the_model_was_not_asked_about_has_no_figures_and_leans_nowhere() -> None:
    assert figures(seen()) == {} == leanings(seen())


def test_the_mean_is_of_the_sentences_that_were_heard() -> None:
    heard = seen()
    heard.heard = {CueType.REFERRAL: [500, UNHEARD, -1500], CueType.HELP: [UNHEARD] * 3}
    assert figure(heard, "mean") == -0.5
    assert figure(heard, "mean", CueType.HELP) == UNHEARD / 1000, "nothing was heard: a clear no"


def test_the_rival_is_the_strongest_of_the_other_kinds() -> None:
    heard = seen()
    heard.heard = {CueType.REFERRAL: [900, -400], CueType.HELP: [-100, 300], CueType.OFFER: [-1900, -1800]}
    assert figure(heard, "rival") == 0.3
    assert figure(heard, "rival", CueType.HELP) == 0.9
    heard.heard = {CueType.REFERRAL: [900, -400], CueType.OFFER: [-1900, -1800]}
    assert figure(heard, "rival") == LEAST, "far below, how far tells nothing"


def test_a_kind_is_no_rival_of_itself() -> None:
    heard = seen()
    heard.heard = {CueType.DECLINE: [900], CueType.HELP: [900]}
    assert figure(heard, "declines", CueType.DECLINE) == LEAST
    assert figure(heard, "declines", CueType.HELP) == 0.9
    assert figure(heard, "helps", CueType.HELP) == LEAST
    assert figure(heard, "rival", CueType.HELP) == 0.9


def test_questions_are_counted_up_to_a_few_and_an_answer_is_known_by_its_subject() -> None:
    heard = seen("Why? Who? When? Where? How?", subject="Re: Hello")
    heard.heard = {CueType.REFERRAL: [0] * 5}
    assert figure(heard, "questions") == MOST_QUESTIONS
    assert figure(heard, "answers") == 1.0


def test_the_same_sentence_is_less_likely_beside_a_strong_rival_and_more_among_its_like() -> None:
    alone, rivaled, among = seen(LONG), seen(LONG), seen(LONG)
    alone.heard = {CueType.REFERRAL: [500, -900, -900], CueType.OFFER: [-900, -900, -900]}
    rivaled.heard = {CueType.REFERRAL: [500, -900, -900], CueType.OFFER: [-900, 1200, -900]}
    among.heard = {CueType.REFERRAL: [500, 100, 200], CueType.OFFER: [-900, -900, -900]}
    leaning = [leanings(one)[CueType.REFERRAL].base for one in (rivaled, alone, among)]
    assert leaning == sorted(leaning)
    assert leaning[0] < leaning[1] < leaning[2]


def test_of_a_few_words_nothing_is_told_as_a_whole_and_of_more_a_part() -> None:
    shares = []
    for words in (FEW, (FEW + ENOUGH) // 2, ENOUGH, 3 * ENOUGH):
        heard = seen("word " * words)
        heard.heard = {CueType.REFERRAL: [500], CueType.OFFER: [0]}
        shares.append(telling(heard))
        assert (leanings(heard)[CueType.REFERRAL].odds == 1.0) is (words == FEW)
    assert shares[0] == 0.0 < shares[1] < shares[2] == shares[3] == 1.0


def test_each_weight_stands_in_the_file_in_its_order() -> None:
    told = parse(f"# a remark\nreferral {' '.join(str(n) for n in range(1000, 1000 * (len(FIGURES) + 2), 1000))}\n")
    assert told[CueType.REFERRAL] == tuple(float(n) for n in range(1, len(FIGURES) + 2))
    with pytest.raises(TypeError):
        parse("referral 1 2\n")


def test_every_kind_that_is_heard_was_taught() -> None:
    assert set(load()) == set(CueType) - {CueType.OUTCOME}


def test_what_whole_mails_taught_lifts_the_odds_by_no_more_than_a_little() -> None:
    """Else text that is unlike any mail, neutral in all its sentences, would be taken for a favor or an offer."""
    heard = seen()
    before = odds(heard, CueType.GIVEN, 0.0, -0.5)
    heard.leanings = {CueType.GIVEN: Leaning(base=9.0)}
    assert odds(heard, CueType.GIVEN, 0.0, -0.5) == before + LIFT
    heard.leanings = {CueType.GIVEN: Leaning(base=-9.0)}
    assert odds(heard, CueType.GIVEN, 0.0, -0.5) == before - 9.0
