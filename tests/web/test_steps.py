"""The steps of Today in words: who, what, where the button leads."""

import pytest

from askwell.domain.people import Contact
from askwell.domain.plans import Draft, DraftKind, Step, StepKind
from askwell.web.steps import KINDS, row

BEN = Contact(id="p7", name="Ben Whitlock")
NAMES = {"p7": BEN}


@pytest.mark.parametrize("kind", [kind for kind in StepKind if kind is not StepKind.START])
def test_each_kind_of_step_has_words_a_verb_and_a_place_to_go(kind: StepKind) -> None:
    found = row(Step(kind, "p7", "Why."), NAMES, aims=True)
    assert "Ben Whitlock" in found.what
    assert found.act.words
    assert "p7" in found.act.href.split("/")
    assert found.minutes > 0
    assert kind in KINDS


def test_the_first_step_says_its_verb_in_full() -> None:
    step = Step(StepKind.THANK, "p7", "He told you of Dana.")
    assert row(step, NAMES, aims=True, first=True).act.words == "Say thank you"
    assert row(step, NAMES, aims=True).act.words == "Thank Ben"


def test_one_begins_with_the_goal_and_then_with_names() -> None:
    start = Step(StepKind.START, "", "Begin.")
    assert row(start, {}, aims=False).act.href == "/goal"
    assert row(start, {}, aims=True).act.href == "/three-names"


def test_somebody_only_named_is_written_to_by_the_promise() -> None:
    found = row(
        Step(StepKind.ACT, "", "Ben named Dana.", promise="act-i3"), NAMES, aims=True, named={"act-i3": "Dana Ruiz"}
    )
    assert found.what == "Write to Dana Ruiz"
    assert found.act.href == "/write/act/named?event=act-i3"
    assert not any(act.href for act in found.acts)


def test_what_is_said_by_phone_is_not_shown_as_a_letter() -> None:
    draft = Draft(kind=DraftKind.ASK, channel="phone", subject="", text="Say hello.")
    assert row(Step(StepKind.ASK, "p7", "", draft=draft), NAMES, aims=True, first=True).words == ""
