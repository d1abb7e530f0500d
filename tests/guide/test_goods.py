"""What is good about a letter is said, and only where it is so."""

from askwell.domain.goals import Goals
from askwell.guide.review import check
from askwell.guide.review.goods import MOST, goods

GOOD = """Dear Ana,

I still smile about the Christmas we untangled the label mix-up. The site closed in January, so I am out of work and \
looking for a job as a planner in wind energy at Tidewell. What was hardest to learn when you went from food to wind?

If I can do something for you in return, I would be glad to. Thank you!

Nora"""


def of(text: str, *, kind: str = "ask", status: str = "in-transition") -> tuple[str, ...]:
    found = check(text, kind=kind, status=status, goals=Goals(companies=("Tidewell",)))
    return goods(text, {one.rule for one in found}, kind=kind, status=status)


def test_a_good_ask_is_open_has_one_question_and_offers_help_back() -> None:
    assert of(GOOD) == ("Openly looking", "One question", "Offers help back")


def test_two_questions_are_not_called_one() -> None:
    assert "A clear question" in of(GOOD.replace("Thank you!", "What would you read first? Thank you!"))


def test_what_is_missing_is_not_praised() -> None:
    assert "Offers help back" not in of(
        GOOD.replace("If I can do something for you in return, I would be glad to.", "")
    )


def test_whoever_is_employed_is_not_praised_for_openness() -> None:
    assert "Openly looking" not in of(GOOD, status="employed")


def test_thanks_are_praised_for_thanking() -> None:
    assert "Says thank you" in of("Dear Ana,\n\nThank you for your time on Tuesday.\n\nNora", kind="thanks")


def test_an_empty_letter_is_not_praised() -> None:
    assert of("") == ()


def test_praise_is_short() -> None:
    assert len(of(GOOD)) <= MOST
