"""`check` reads a draft as a thoughtful friend would: what is asked, offered, thanked and told, in whatever words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bounds import bounded

from askwell.domain.goals import Goals, Need, NeedKind
from askwell.domain.people import Tie
from askwell.domain.plans import DraftKind
from askwell.guide.review import aims, check, courtesy, outcome, questions, requests, say, tone
from askwell.guide.review.letter import Letter, take_apart
from askwell.guide.review.reader import read
from askwell.method import openness

SENTENCES = Path(__file__).parent / "sentences"
TRAINING = Path(__file__).resolve().parents[2] / "training" / "drafts"
SOUGHT = ("asks-referral", "ashamed", "apologetic", "pushy", "insincere")
CLEAN = {
    "ask": """Dear Ines,

We met over the tide tables at the harbour open day. My post at the pilot station was cut in March, so I am out of
work and looking for a job as a vessel traffic officer; the port of Lindhaven and Norvik Pilots are where I would love
to get to know people.

Do they train on their own simulator, or is the course in Brest worth its fee?

If your sailing club still wants somebody for the radio course, I would gladly teach it. Thank you!

Marta""",
    "nudge": """Hello Ines, my note of the 3rd may have sunk. I am still out of work and still curious: do they train on
their own simulator, or is the course in Brest worth its fee? Any time suits me. Thanks, Marta""",
    "thanks": """Dear Ines,

Thank you for explaining how the watch system works; I have rewritten the first page around it. When your club needs
the radio course, I will teach it.

Marta""",
    "close-loop": """Dear Ines,

I rang the simulator school as you suggested, and they offered me the last place in May. Thank you, I would not have
dared.

Marta""",
    "referred": """Dear Mr. Falk,

Ines Roth told me that you run the watch at Lindhaven. My post at the pilot station was cut in March, so I am looking
for work as a vessel traffic officer. How did you prepare for the English exam?

I would gladly translate your notices in return. With thanks,

Marta""",
    "landed": """Dear Ines,

On Monday I start as a vessel traffic officer at Lindhaven. The question you taught me to ask about night watches
turned the interview. Thank you.

Marta""",
}
GOALS = Goals(
    roles=("Nurse",), fields=("public health",), companies=("Orbis", "Quillon"), status_line="I lost my post in May."
)


def among(seek: Callable[..., object]) -> Callable[[Letter], bool]:
    return lambda letter: any(seek(sentence) is not None for sentence in letter.body)


def told(kind: DraftKind) -> Callable[[Letter], bool]:
    return lambda letter: not outcome.leaves_open(letter.body, kind)


READERS: dict[str, Callable[[Letter], bool]] = {
    "question": lambda letter: questions.asks_something(letter.body),
    "offer": lambda letter: courtesy.offers_something(letter.body),
    "goal": lambda letter: aims.names_a_goal(letter.body),
    "targets": lambda letter: aims.names_targets(letter.body),
    "status": lambda letter: openness.states_status(letter.body),
    "ashamed": among(openness.ashamed),
    "sorry": among(openness.apologetic),
    "pushy": among(tone.pushy),
    "referral": among(requests.asks_for_referral),
    "insincere": lambda letter: tone.insincere(letter, tie=Tie.NEW) is not None,
    "thanks": lambda letter: courtesy.thanks(letter.all),
    "loop-thanks": told(DraftKind.THANKS),
    "loop-close": told(DraftKind.CLOSE_LOOP),
    "loop-landed": told(DraftKind.LANDED),
}


def rules(
    text: str, *, kind: str = "ask", tie: str = "known", status: str = "in-transition", channel: str = "email"
) -> set[str]:
    return {finding.rule for finding in check(text, kind=kind, tie=tie, status=status, channel=channel)}


@pytest.mark.parametrize("kind", READERS)
def test_sentences_are_read_for_what_they_do_not_for_their_words(kind: str) -> None:
    """Each file holds sentences that do it (+), mostly indirectly, and tempting ones that do not (-)."""
    misread = []
    for line in (SENTENCES / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("+", "-")):
            letter = take_apart(f"Hi Ann,\n\n{line[2:]}\n\n")
            if READERS[kind](letter) != line.startswith("+"):
                misread.append(line)
    assert misread == []


def fresh() -> list[list[str]]:
    lines = (SENTENCES / "fresh.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_what_is_said_in_words_that_nobody_trained_on_is_understood_three_times_in_four() -> None:
    """The labels a sentence has are found, and no fault of tone that it has not."""
    right = 0
    for label, text in fresh():
        letter = read(take_apart(f"Hi Ann,\n\n{text}\n\nJo"))
        found = {name for one in (*letter.body, *letter.opening) for name in one.scores if one.holds(name)}
        right += {label} - {"-"} <= found and not found & set(SOUGHT) - {label}
    assert right / len(fresh()) >= 0.75


def test_the_sentences_that_are_tried_are_none_of_those_trained_on() -> None:
    trained = {
        line.partition("\t")[2] for path in TRAINING.glob("*.txt") for line in path.read_text("utf-8").splitlines()
    }
    assert len(trained) > 4000
    assert not trained & {text for _, text in fresh()}


def test_whole_drafts_of_our_own_are_read_as_labeled_but_for_one_in_ten() -> None:
    wrong = 0
    blocks = (SENTENCES / "drafts.txt").read_text(encoding="utf-8").split("=== ")[1:]
    for block in blocks:
        head, text = block.split("\n", 1)
        meta, labels = head.split("|")
        kind, tie, status, channel = meta.split()
        found = rules(text.strip(), kind=kind, tie=tie, status=status, channel=channel)
        wrong += found != {label for label in labels.strip().split(",") if label}
    assert wrong <= len(blocks) / 10


@pytest.mark.parametrize("kind", CLEAN)
def test_a_good_draft_of_each_kind_has_no_finding(kind: str) -> None:
    assert rules(CLEAN[kind], kind=kind) == set()


def test_what_is_missing_is_told_where_it_could_go() -> None:
    text = "Hi Ana,\n\nI am out of work and looking for a nursing job.\n\nBest,\nJo"
    found = {finding.rule: finding for finding in check(text)}
    assert set(found) == {"vague-ask", "no-targets", "no-reciprocity", "no-thanks"}
    assert all(finding.start == finding.end for finding in found.values())
    assert text[found["no-thanks"].start :].strip() == "Best,\nJo"
    (coy,) = (f for f in check("Hi Ana,\n\nI like ships.", kind="nudge") if f.rule == "coy")
    assert coy.start == coy.end == len("Hi Ana,\n\n")


def test_what_is_said_is_marked_where_it_stands() -> None:
    text = CLEAN["nudge"].replace("Any time suits me.", "Sorry to bother you with this.")
    (finding,) = check(text, kind="nudge")
    assert finding.rule == "apologetic"
    assert text[finding.start : finding.end].startswith("Sorry to bother")


def test_openness_is_not_asked_of_a_seeker_who_is_still_employed() -> None:
    text = CLEAN["ask"].replace("My post at the pilot station was cut in March, so I am out of\nwork and", "I am")
    assert "coy" not in rules(text, status="employed")


def test_each_rule_applies_to_its_kinds_only() -> None:
    bare = "Hello Ana, nothing to see here. Regards, Jo"
    assert rules(bare, kind="nudge") == {"coy", "vague-ask"}
    assert rules(bare, kind="referred") == {"coy", "vague-ask", "no-goal", "no-reciprocity"}
    assert rules(bare, kind="thanks") == {"no-thanks", "no-reciprocity", "open-loop"}
    assert rules(bare, kind="close-loop") == rules(bare, kind="landed") == {"no-thanks", "open-loop"}


@pytest.mark.parametrize(("channel", "limit"), [("email", 200), ("linkedin", 120), ("text", 60)])
def test_words_are_counted_by_channel(channel: str, limit: int) -> None:
    assert "too-long" not in rules("word " * limit, channel=channel)
    text = "word " * (limit + 3)
    (finding,) = (f for f in check(text, channel=channel) if f.rule == "too-long")
    assert text[finding.start : finding.end] == "word word word"


def test_words_to_use_instead_come_from_the_goals() -> None:
    found = {f.rule: f.instead for f in check("Hi Ana,\n\nCould you introduce me?\n\nJo", goals=GOALS)}
    assert found["no-targets"] == found["asks-referral"] == "I would love to get to know people at Orbis and Quillon."
    assert found["coy"] == "I lost my post in May."
    assert found["no-goal"] == "I am looking for work as a nurse in public health."


def test_a_need_of_the_seeker_is_the_question_to_ask_instead() -> None:
    goals = Goals(needs=(Need(NeedKind.ADVICE, "Which certificate matters?"),))
    assert {f.rule: f.instead for f in check("Hi Ana", goals=goals)}["vague-ask"] == "Which certificate matters?"


@pytest.mark.parametrize("goals", [Goals(), GOALS], ids=["no goals", "goals"])
@pytest.mark.parametrize("rule", sorted(say.TIPS))
@pytest.mark.parametrize("kind", list(DraftKind))
def test_each_finding_is_one_kind_sentence_with_the_number_of_its_tip(rule: str, kind: DraftKind, goals: Goals) -> None:
    if rule == "open-loop" and kind not in say.AFTER_HELP:
        return
    why = say.why(rule)
    assert why.startswith(f"Tip {say.TIPS[rule]}: ")
    assert why.count(".") == 1
    assert not any(word in why.lower() for word in ("fail", "wrong", "must", "bad", "mistake", "!"))
    assert say.instead(rule, goals=goals, kind=kind, channel="email")


def test_words_to_use_instead_are_not_found_wanting_themselves() -> None:
    """Each proposal mends its own rule and breaks none of those about tone."""
    said = {"asks-referral", "ashamed", "apologetic", "insincere", "pushy"}
    for rule in say.TIPS.keys() - {"open-loop", "too-long", "insincere"}:
        text = f"Hi Ana,\n\n{say.instead(rule, goals=GOALS, kind='ask', channel='email')}\n\nJo"
        assert not rules(text) & (said | {rule})


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="pigeon"):
        check("Hi", channel="pigeon")


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=400),
    st.sampled_from(list(DraftKind)),
    st.sampled_from(["email", "linkedin", "text"]),
    st.sampled_from(list(Tie)),
)
def test_any_text_is_read_and_spans_lie_within_it(text: str, kind: DraftKind, channel: str, tie: Tie) -> None:
    for finding in check(text, kind=kind, channel=channel, tie=tie):
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.rule.startswith("no-"):
            assert finding.start == finding.end


HOSTILE = (
    "x" * 100_000,
    "i " * 50_000,
    "i am not sorry to ask you for your help if you can " * 2000,
    "we need you to tell me your answer by tomorrow ... " * 2000,
    "{a" * 50_000,
    "_" * 100_000,
    "\n" * 100_000,
    "e\u0301" * 50_000,
    "how what which why? " * 5000,
    json.dumps(["<[{"] * 20_000),
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hundred_thousand_hostile_characters_take_no_time(text: str) -> None:
    with bounded():
        check(text)
