"""What is good about a letter already: said under it, for praise teaches as well as remarks."""

from collections.abc import Collection

from askwell.domain.goals import Status
from askwell.domain.plans import DraftKind
from askwell.guide.review import ASKING, GOAL_NEEDED, RETURN_NEEDED, THANKS_NEEDED
from askwell.guide.review.letter import take_apart

MOST = 3
TOLD = frozenset({DraftKind.CLOSE_LOOP, DraftKind.LANDED})


def goods(text: str, rules: Collection[str], *, kind: str, status: str = "in-transition") -> tuple[str, ...]:
    """A few good things that a letter has, in words of her own; `rules` are those of all that was found in it."""
    what, said = DraftKind(kind), []
    if not text.strip():
        return ()
    if what in ASKING and Status(status) is Status.IN_TRANSITION and not {"coy", "ashamed"} & set(rules):
        said.append("Openly looking")
    if what in ASKING and not {"vague-ask", "asks-referral"} & set(rules):
        said.append("One question" if _questions(text) == 1 else "A clear question")
    if what in GOAL_NEEDED and not {"no-goal", "no-targets"} & set(rules):
        said.append("Your goal in it")
    if what in TOLD and "open-loop" not in rules:
        said.append("What came of it")
    if what in RETURN_NEEDED and "no-reciprocity" not in rules:
        said.append("Offers help back")
    if what in THANKS_NEEDED and "no-thanks" not in rules:
        said.append("Says thank you")
    return tuple(said if len(said) <= MOST else [one for one in said if one != "Your goal in it"][:MOST])


def _questions(text: str) -> int:
    return sum(sentence.question for sentence in take_apart(text).body)
