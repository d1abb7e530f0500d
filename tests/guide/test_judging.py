"""The model of mail as `detect` hears it: the same figures as the plain sum of its weights, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guide.test_cues import ALEX, LOUISE, ME, TEXTS, message

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.guide.cues import detect
from askwell.guide.cues.frame import frame
from askwell.guide.cues.hearing import MOST_TITLED, features, titled, worded
from askwell.guide.cues.judging import ANYTHING, FEWEST, HEAVY, UNHEARD, Heard, judge
from askwell.guide.cues.plain import Sentence, plain_words, sentences
from askwell.guide.cues.weighing import ASKED, confidence, odds
from askwell.guide.learned import load
from askwell.guide.learned.model import UNIT, length


def subject(text: str) -> Sentence:
    return Sentence(text, -1, plain_words(text))


def heard_in(text: str) -> Heard:
    every = sentences(text)
    one = judge(Direction.IN)
    return one.hear(every, one.take_together(every, subject("")).sums)


def by_hand(text: str, label: str) -> list[int]:
    """The score of each sentence, feature by feature."""
    model = load("mail")
    column = chr(ord("a") + model.labels.index(label))
    columns = {chr(ord("a") + model.labels.index(one)) for one in (*judge(Direction.IN).labels, ANYTHING)}
    found = []
    for sentence in sentences(text):
        heard = features(sentence)
        told = [model.weights[one].split() for one in heard if one in model.weights]
        heavy = [weights for weights in told if any(w[0] in columns and abs(int(w[1:])) >= HEAVY for w in weights)]
        total = sum(int(w[1:]) for weights in heavy for w in weights if w[0] == column)
        short = len(sentence.words) < FEWEST
        found.append(UNHEARD if short else total * length(len(heard)) // UNIT - model.likely[label])
    return found


@settings(max_examples=60, deadline=None)
@given(text=TEXTS | st.sampled_from(["You should talk to Jane Roe at Acme, say I sent you.", "Sorry, I can't."]))
def test_scores_are_the_sum_of_the_weights_of_what_is_heard(text: str) -> None:
    for kind, scores in heard_in(text).scores.items():
        assert scores == by_hand(text, kind.value)[: len(scores)]


def test_how_much_is_told_at_all_is_the_mean_over_what_is_said() -> None:
    """Private talk around one telling sentence takes from what it tells."""
    pointing, private = (
        "You should talk to Jane Roe at Acme, say I sent you.",
        "The kids had a lovely time at the lake.",
    )
    alone, around, nothing = (heard_in(text).tells for text in (pointing, f"{private} {pointing} {private}", private))
    assert alone > around > nothing
    assert nothing < 0
    assert heard_in("Hi,").tells == 0.0


@settings(max_examples=60, deadline=None)
@given(
    text=TEXTS | st.sampled_from(["You should talk to Jane Roe at Acme. Say I sent you.", "Sorry, I can't. I can't."]),
    about=TEXTS | st.sampled_from(["Re: the flat, and the flat's cat", ""]),
)
def test_all_sentences_are_taken_as_one_text_with_its_subject(text: str, about: str) -> None:
    """What stands in several sentences counts as often, what stands twice in one but once."""
    model, one = load("mails"), judge(Direction.IN)
    order = (*(label.value for label in one.labels), ANYTHING)
    letters = {chr(ord("a") + model.labels.index(label)): label for label in order}
    long = [sentence for sentence in sentences(text) if len(sentence.words) >= FEWEST]
    heard = [thing for sentence in long for thing in worded(sentence)] + titled(subject(about))
    told = [[(w[0], int(w[1:])) for w in model.weights.get(thing, "").split() if w[0] in letters] for thing in heard]
    sums = dict.fromkeys(order, 0)
    for weights in told:
        for letter, weight in weights if any(abs(weight) >= HEAVY for _, weight in weights) else ():
            sums[letters[letter]] += weight
    share = length(len(heard))
    found = one.take_together(sentences(text), subject(about)).scores
    assert list(found) == [
        (sums[label] * share // UNIT - model.likely[label] if long else UNHEARD) / 1000 for label in order
    ]


def test_a_subject_tells_of_the_world_it_belongs_to_but_not_that_it_answers() -> None:
    assert titled(subject("Re: Fw: the cat, the flat")) == [":the", ":cat", ":flat"]
    assert len(titled(subject(" ".join(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")))) == MOST_TITLED


def test_what_tells_little_as_a_whole_is_told_of_less_likely() -> None:
    seen = frame(message("Ask Ronnie at the Legion. " * 8, sender=LOUISE, to=(ALEX,)), ME)
    seen.heard = {CueType.REFERRAL: [0]}
    seen.tells = 0.5
    before = odds(seen, CueType.REFERRAL, 1.0, 0.5)
    seen.tells = -0.8
    assert odds(seen, CueType.REFERRAL, 1.0, 0.5) < before - 1


def test_each_thing_is_heard_once_and_names_days_and_figures_are_of_one_kind() -> None:
    (one,) = sentences("Talk to Jane Roe at Acme on Monday at 3, and talk to Bo Fry on Friday at 4.")
    heard = features(one)
    assert len(heard) == len(set(heard))
    assert {"NAME", "DATE", "N", "to NAME", "on DATE"} <= set(heard)


def test_what_also_speaks_of_home_or_answers_nothing_is_never_sure() -> None:
    text = "Thursday at nine is perfect, see you then at your office."
    (fresh,) = detect(message(text, subject="Coffee"), ME) or (None,)
    (answer,) = detect(message(text, subject="Re: a call"), ME)
    assert answer.confidence > ASKED
    assert fresh is None or fresh.confidence <= ASKED


def test_odds_rise_with_either_witness() -> None:
    seen = frame(message("I can't help you with that.", sender=LOUISE, to=(ALEX,)), ME)
    seen.heard = {CueType.DECLINE: [0]}
    for kind in (CueType.DECLINE, CueType.OFFER, CueType.HELP):
        assert odds(seen, kind, 1.0, 0.0) > odds(seen, kind, 0.0, 0.0) > odds(seen, kind, 0.0, -1.0)
        assert confidence(seen, kind, 3.0) > confidence(seen, kind, 0.0) == 0.5
