"""Whom Today asks: the load is shared, and one company is not asked by all doors at once."""

from tests.method.cast import CALENDAR, NOW, Story

from askwell.domain.cues import CueType
from askwell.domain.goals import Goals
from askwell.domain.people import Tie
from askwell.guide.today import whom_to_ask
from askwell.method import favors

GOALS = Goals(name="Alice Marlowe", roles=("Operations Manager",), companies=("Cascade Grain", "Larkspur Coffee"))


def asked_next(story: Story) -> list[str]:
    kept = favors.books(story.search(goals=GOALS), NOW, CALENDAR)
    return [one.contact.id for one in whom_to_ask(kept, NOW, CALENDAR)]


def begun() -> Story:
    """A search that has warmed up: three asks long answered, of people who are to be left out of sight."""
    story = Story()
    for key, name in (("x", "Xia Hall"), ("y", "Yves Hall"), ("z", "Zoe Hall")):
        story.person(key, name, tie=Tie.BARELY)
        story.went(key, "01-05", CueType.ASK)
        story.came(key, "01-06", CueType.DECLINE)
    return story


def test_whoever_was_asked_last_month_comes_after_others() -> None:
    story = begun()
    for key in ("ann", "bob"):
        story.person(
            key, f"{key.title()} Roe", company="Cascade Grain", tie=Tie.KNOWN, addresses=(f"{key}@example.com",)
        )
    assert asked_next(story)[:2] == ["ann", "bob"]
    story.went("ann", "02-20", CueType.ASK)
    story.came("ann", "02-21", CueType.HELP)
    story.went("ann", "02-21", CueType.THANKS, hour=18)
    assert asked_next(story)[0] == "bob"


def test_the_company_of_somebody_asked_this_week_waits_behind_another() -> None:
    story = begun()
    for key, company in (("ann", "Cascade Grain"), ("bob", "Cascade Grain, Inc."), ("cal", "Larkspur Coffee")):
        story.person(key, f"{key.title()} Roe", company=company, tie=Tie.KNOWN, addresses=(f"{key}@example.com",))
    assert asked_next(story)[:2] == ["ann", "cal"]
    story.went("ann", "03-25", CueType.ASK)
    assert asked_next(story)[:2] == ["cal", "bob"]
