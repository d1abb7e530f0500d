"""What a message as a whole adds to what its sentences tell: other sentences, rival kinds, whether she had written."""

from operator import mul
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guide.test_cues import ALEX, LOUISE, ME, message

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues import detect
from askwell.guide.cues.detecting import USUAL, read
from askwell.guide.cues.frame import UNSAID, Frame, frame
from askwell.guide.cues.judging import UNHEARD
from askwell.guide.cues.verdict import Leaning, Line
from askwell.guide.cues.weighing import AMPLE, BARS, LIFT, SCANT, Settle, Weighed, by_hand, cue, odds
from askwell.guide.cues.whole import (
    ENOUGH,
    FEW,
    KINDS,
    LEAST,
    MOST_QUESTIONS,
    OWN,
    Taught,
    Whole,
    bent,
    figures,
    lean,
    leanings,
    load,
    names,
    of_kind,
    parse,
    telling,
)

RECEIVED = KINDS[Direction.IN]
POINTS = "You should talk to Jane Roe at Acme, say I sent you."


LONG = "Three sentences there are. " * 10


def seen(text: str = "One. Two. Three.", *, subject: str = "Hello") -> Frame:
    found = frame(message(text, sender=LOUISE, to=(ALEX,), subject=subject), ME)
    found.heard = {kind: [-500, -900, UNHEARD] for kind in RECEIVED}
    found.together = (0.0,) * (len(RECEIVED) + 1)
    return found


def figure(of: Frame, name: str) -> float:
    return figures(of)[names(Direction.IN).index(name)]


def test_a_message_that_the_models_were_not_asked_about_has_no_figures_and_leans_nowhere() -> None:
    unasked = frame(message("One. Two."), ME)
    assert figures(unasked) == ()
    assert leanings(unasked) == {}


def test_each_figure_has_a_name() -> None:
    assert len(figures(seen())) == len(names(Direction.IN)) == len(set(names(Direction.IN)))


def test_of_each_kind_the_best_score_counts_and_how_far_it_lies_below_tells_nothing() -> None:
    heard = seen()
    heard.heard = {**heard.heard, CueType.REFERRAL: [900, -400], CueType.OFFER: [-1900, -1800]}
    assert figure(heard, "referral") == 0.9
    assert figure(heard, "offer") == LEAST


def test_questions_are_counted_up_to_a_few_and_an_answer_is_known_by_its_subject() -> None:
    heard = seen("Why? Who? When? Where? How?", subject="Re: Hello")
    assert figure(heard, "questions") == MOST_QUESTIONS
    assert figure(heard, "answers") == 1.0


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ([500, UNHEARD, -1500], (LEAST, -0.5)),
        ([500, 300, -400], (0.3, pytest.approx(0.4 / 3))),
        ([UNHEARD] * 3, (LEAST, UNSAID)),
        ([], (LEAST, UNSAID)),
    ],
)
def test_second_and_mean_are_of_the_sentences_that_were_heard(scores: list[int], told: tuple[float, float]) -> None:
    assert of_kind(scores) == told


def test_a_line_begins_at_its_first_bend_turns_at_the_next_and_ends_at_the_last() -> None:
    line = Line((0.0, 1.0, 2.0), (1.0, -3.0))
    assert [line(value) for value in (-5.0, 0.0, 0.5, 1.0, 1.5, 2.0, 9.0)] == [0.0, 0.0, 0.5, 1.0, 0.0, -1.0, -1.0]
    assert line.most == 1.0
    lines = list(bent((1.5,), (line.bends,)))
    assert lines == [1.5, 0.5]
    assert sum(a * b for a, b in zip(lines, line.weights, strict=True)) == line(1.5)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), direction=st.sampled_from(tuple(KINDS)))
def test_the_lines_of_all_kinds_add_up_at_once_to_what_each_adds_by_itself(
    data: st.DataObject, direction: Direction
) -> None:
    whole = load()[direction]
    told = [data.draw(st.floats(places[0] - 3, places[-1] + 3)) for places in whole.bends]
    lines = list(bent(told, whole.bends))
    for kind, added in zip(whole.kinds.values(), whole.added(told), strict=True):
        assert added == pytest.approx(sum(map(mul, kind.weights, lines)), abs=0.02)


def test_the_odds_are_what_the_message_and_the_odds_by_hand_add_up_to() -> None:
    flat = Line((0.0, 1.0), (0.0,))
    hand, unnamed, unread = Line((-1.0, 1.0), (2.0,)), Line((0.0, 1.0), (-0.5,)), Line((0.0, 1.0), (-0.25,))
    kind = Taught.of(-1.0, (1.0,), (hand, unnamed, unread, flat, flat))
    assert kind.most == 4.0
    heard = seen(LONG)
    bends = ((0.0, 1.0),) * len(names(Direction.IN))
    heard.leanings = lean(heard, Whole(bends, {CueType.REFERRAL: kind._replace(weights=(0.0,) * len(bends))}))
    high = 30.0
    assert odds(heard, CueType.REFERRAL, 0.0, high) == 3.0
    assert odds(heard, CueType.REFERRAL, 0.0, high, unnamed=True, unread=True) == 2.25


def test_what_mails_taught_lifts_the_odds_by_hand_by_no_more_than_so_much() -> None:
    """Else a dentist who is recommended in every way would be somebody to talk to about work."""
    heard = seen(LONG)
    heard.home = 1
    heard.leanings = {CueType.OFFER: Leaning(base=20.0, share=1.0)}
    assert odds(heard, CueType.OFFER, 0.0, -1.5) == by_hand(heard, CueType.OFFER, 0.0, -1.5) + LIFT
    heard = seen(LONG)
    heard.leanings = {CueType.OFFER: Leaning(base=20.0, share=1.0)}
    assert odds(heard, CueType.OFFER, 0.0, -1.5) == 20.0
    heard.leanings = {CueType.OFFER: Leaning(base=-20.0, share=1.0)}
    assert odds(heard, CueType.OFFER, 0.0, -1.5) == -20.0


def test_of_a_few_words_nothing_is_told_as_a_whole_and_of_more_a_part() -> None:
    found = [telling(seen("word " * words)) for words in (FEW, (FEW + ENOUGH) // 2, ENOUGH, 3 * ENOUGH)]
    assert found[0] == 0.0 < found[1] < found[2] == found[3] == 1.0


@pytest.mark.parametrize(
    ("kind", "odds_of_it", "words", "noticed"),
    [
        (CueType.OFFER, 0.1, SCANT, True),
        (CueType.OFFER, 0.1, AMPLE, False),
        (CueType.OFFER, BARS[CueType.OFFER] / 2 + 0.1, (SCANT + AMPLE + 1) // 2, True),
        (CueType.OFFER, BARS[CueType.OFFER] + 0.1, 10 * AMPLE, True),
        (CueType.MEETING, BARS[CueType.MEETING] + 0.1, SCANT, True),
        (CueType.MEETING, BARS[CueType.MEETING] + 0.1, 10 * AMPLE, True),
        (CueType.MEETING, BARS[CueType.MEETING] - 0.1, 10 * AMPLE, False),
    ],
)
def test_of_long_messages_more_is_asked_of_what_misleads_than_of_short_ones(
    kind: CueType, odds_of_it: float, words: int, noticed: bool
) -> None:
    heard = seen("word " * words)
    heard.leanings = {kind: Leaning(base=odds_of_it, share=1.0)}
    found = cue(heard, kind, Weighed(None, heard.sentences[0], by_hand=0.0, unnamed=False))
    assert (found is not None) is noticed


def test_what_stands_in_the_file_is_what_is_weighed() -> None:
    own = "\n".join(f"in help {name} 0 1000 {number}" for number, name in enumerate(OWN, 1))
    told = parse(f"# a remark\nin bends tells -500 250\nin kind help 1500 -2000\n{own}\n")
    assert told[Direction.IN].bends == ((-0.5, 0.25),)
    kind = told[Direction.IN].kinds[CueType.HELP]
    assert (kind.start, kind.weights) == (1.5, (-2.0,))
    assert kind.own[0] == Line((0.0, 1.0), (0.001,))
    assert (kind.unnamed, kind.unread) == (0.002, 0.003)


def test_every_kind_that_is_heard_was_taught() -> None:
    for direction, whole in load().items():
        assert set(whole.kinds) == set(KINDS[direction])
        assert len(whole.bends) == len(names(direction))


def test_nothing_is_left_unasked_that_could_be_likely() -> None:
    """`most` bounds the odds, whatever the rules may find."""
    heard = seen(LONG)
    heard.leanings = leanings(heard)
    for kind, leaning in heard.leanings.items():
        assert leaning.share == 1.0
        for said in (-3.0, -1.0, 0.0, 1.0, 3.0):
            for unnamed in (True, False):
                assert odds(heard, kind, said, said, unnamed=unnamed, unread=not unnamed) <= leaning.most + 1e-9


def test_without_what_was_taught_the_odds_by_hand_stand() -> None:
    heard = seen()
    before = odds(heard, CueType.GIVEN, 0.0, -0.5)
    heard.leanings = {CueType.GIVEN: Leaning()}
    assert odds(heard, CueType.GIVEN, 0.0, -0.5) == before


def test_what_tells_nothing_at_all_taken_as_one_is_not_looked_at_any_further() -> None:
    private = (
        "The kids had a lovely time at the lake, and the dog ate all the cake. We drove home in the rain and had soup. "
        "Your sister is in Rome with the choir until Sunday. Love, Mum"
    )
    asked: list[CueType] = []

    def notes(_seen: Frame, kind: CueType, *_rules: object, **_options: object) -> None:
        asked.append(kind)

    means = USUAL._replace(settle=cast("Settle", notes))
    found = frame(message(private, sender=LOUISE, to=(ALEX,), subject="The lake"), ME)
    assert read(found, means) == ()
    assert not asked
    assert not any(sentence.tags for sentence in found.sentences)
    read(frame(message(POINTS, sender=LOUISE, to=(ALEX,), subject="Re: hello"), ME), means)
    assert CueType.REFERRAL in asked


def test_somebody_may_be_pointed_to_without_a_name_that_is_recognized() -> None:
    text = (
        "the woman who really decides these things sits on the second floor, go and talk to her and tell her i sent you"
    )
    (cue,) = detect(message(text, sender=LOUISE, to=(ALEX,), subject="Re: a question"), ME)
    assert (cue.type, cue.people) == (CueType.REFERRAL, ())
    assert cue.confidence < 0.9


@pytest.mark.parametrize("text", ["Talk to Jane Roe at Acme.", "You should talk to Dana Reyes."])
def test_the_plainest_words_tell_what_they_tell_where_they_are_all_there_is(text: str) -> None:
    (cue,) = detect(message(text, sender=LOUISE, to=(ALEX,), subject="Hello"), ME)
    assert cue.type is CueType.REFERRAL
    assert len(cue.people) == 1
