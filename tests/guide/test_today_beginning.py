"""At the beginning of a search those who are close are asked first, whatever use others might be."""

from dataclasses import replace

from tests.method.cast import CALENDAR, GOALS, NOW, Story

from askwell.domain.cues import CueType
from askwell.domain.people import Tie
from askwell.domain.plans import StepKind
from askwell.guide.ranking import WARM_UP_ASKS
from askwell.guide.today import plan_day


def told() -> Story:
    story = Story().person("ute", "Ute Bergmann", tie=Tie.CLOSE, last=NOW)
    for number in range(8):
        story.person(
            f"boss{number}",
            f"Boss Number{number}",
            title="Operations Manager",
            company=f"Acme {number}",
            tie=Tie.KNOWN,
            last=NOW,
        )
    return story


def first_asked(story: Story) -> str:
    goals = replace(GOALS, companies=("Acme 1",))
    day = plan_day(replace(story.search(), goals=goals), NOW, CALENDAR)
    return next(step.person for step in day.steps if step.kind is StepKind.ASK)


def test_a_friend_comes_before_those_who_could_be_of_more_use() -> None:
    assert first_asked(told()) == "ute"


def test_once_the_search_is_warm_use_decides() -> None:
    story = told()
    for number in range(WARM_UP_ASKS):
        story.went(f"boss{number + 5}", f"03-{number + 1:02}", CueType.ASK)
    assert first_asked(story) != "ute"
