"""At most one way to give back a day, the particular before the plain, another one each day, and its letter ready."""

from datetime import date, timedelta

from tests.method.cast import CALENDAR, GOALS, NOW, Story, on

from askwell.domain.cues import CueType
from askwell.domain.gifts import GiftKind
from askwell.domain.people import Tie
from askwell.domain.plans import Step, StepKind
from askwell.domain.search import Move
from askwell.guide.give_back import gift_of_the_day, whom
from askwell.guide.today import plan_day
from askwell.identity.giving_back import GivingBack
from askwell.method import favors

TODAY = NOW.date()


def helped(*people: str) -> Story:
    """People who helped in March, and heard what came of it."""
    story = Story()
    for who in people:
        story.person(who, f"{who.title()} Roe", addresses=(f"{who}@example.com",))
        story.went(who, "03-02", CueType.ASK)
        story.came(who, "03-03", CueType.HELP)
        story.went(who, "03-03", CueType.THANKS, hour=18)
        story.went(who, "03-10", CueType.CLOSED)
    return story


def gift(story: Story, *, today: date = TODAY, **facts: object) -> tuple[str, GiftKind] | None:
    kept = favors.books(story.search(**facts), NOW, CALENDAR)
    found = gift_of_the_day(kept, today=today, busy=())
    return (found[0], found[1].kind) if found else None


def steps(story: Story) -> list[Step]:
    day = plan_day(story.search(goals=GOALS), NOW, CALENDAR)
    return [step for step in day.steps if step.kind is StepKind.GIVE]


def test_one_step_a_day_with_its_letter() -> None:
    (step,) = steps(helped(*"abcdefgh"))  # five of them may be asked something today
    assert step.reason
    assert step.draft
    assert step.draft.text


def test_each_day_somebody_else() -> None:
    story = helped("ann", "bob", "cal")
    found = {gift(story, today=TODAY + timedelta(days=n)) for n in range(3)}
    assert len({who for one in found if one for who in one[:1]}) == 3


def test_what_is_particular_comes_before_what_one_could_do_for_anybody() -> None:
    story = helped("ann", "bob", "cal")
    story.contacts["bob"] = story.person("bob", "Bob Roe", title="Buyer", company="Ostara").contacts["bob"]
    story.person("eve", "Eve Fry", title="Buyer", company="Harrow")
    story.came("eve", "03-04")
    assert {gift(story, today=TODAY + timedelta(days=n)) for n in range(4)} == {("bob", GiftKind.PUT_IN_TOUCH)}


def test_news_of_the_moment_comes_first_also_of_somebody_who_never_helped() -> None:
    story = helped("ann").person("zoe", "Zoe Fry")
    moves = (Move("zoe", "Harrow", "Buyer", "Ostara", at=on("03-25")),)
    assert gift(story, moves=moves) == ("zoe", GiftKind.CONGRATULATE)


def test_of_the_news_of_many_that_of_helpers_and_friends_comes_first() -> None:
    story = helped("zoe").person("yan", "Yan Fry", tie=Tie.CLOSE)
    for at in range(20):
        story.person(f"a{at:02}", f"Ada Number{at}", tie=Tie.BARELY)
    moves = tuple(Move(who, "Harrow", "Buyer", "Ostara", at=on("03-25")) for who in story.contacts)
    kept = favors.books(story.search(moves=moves), NOW, CALENDAR)
    people = whom(kept, favors.ledger_of(kept), GivingBack(kept.record))
    assert people[:2] == ["zoe", "yan"]
    days = {gift(story, today=TODAY + timedelta(days=n), moves=moves) for n in range(12)}
    assert {who for one in days if one for who in one[:1]} == set(people[:12])


def test_nothing_more_on_a_day_on_which_she_gave_and_nothing_right_after_a_help() -> None:
    story = helped("ann")
    story.went("bob", "03-27", CueType.GIVEN)
    assert gift(story) is None
    story = Story().person("ann", "Ann Roe")
    story.came("ann", "03-26", CueType.HELP)
    assert gift(story) is None
