"""What is good about a letter already: said under it, for praise teaches as well as remarks."""

import re
from collections.abc import Collection

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Contact
from askwell.domain.plans import DraftKind
from askwell.guide.review import ASKING, GOAL_NEEDED, RETURN_NEEDED, THANKS_NEEDED
from askwell.guide.review.letter import take_apart
from askwell.identity.employers import Employers
from askwell.identity.fold import fold

MOST = 3
SHORTEST = 3  # letters of a school that can be told from any other word
_WORD = re.compile(r"\w+")
TOLD = frozenset({DraftKind.CLOSE_LOOP, DraftKind.LANDED})


def goods(
    text: str, rules: Collection[str], *, kind: str, status: str = "in-transition", shared: Collection[str] = ()
) -> tuple[str, ...]:
    """A few good things that a letter has; `rules` are those of all that was found in it.

    `shared` is what the two have in common, by name.
    """
    what, said = DraftKind(kind), []
    if not text.strip():
        return ()
    if what in ASKING and Status(status) is Status.IN_TRANSITION and not {"coy", "ashamed"} & set(rules):
        said.append("Openly looking")
    if what in ASKING and not {"vague-ask", "asks-referral"} & set(rules):
        said.append("One question" if _questions(text) == 1 else "A clear question")
    if what in ASKING and _names(text, shared):
        said.append("Names what you share")
    if what in GOAL_NEEDED and not {"no-goal", "no-targets"} & set(rules):
        said.append("Your goal in it")
    if what in TOLD and "open-loop" not in rules:
        said.append("What came of it")
    if what in RETURN_NEEDED and "no-reciprocity" not in rules:
        said.append("Offers help back")
    if what in THANKS_NEEDED and "no-thanks" not in rules:
        said.append("Says thank you")
    return tuple(said if len(said) <= MOST else [one for one in said if one != "Your goal in it"][:MOST])


def in_common(contact: Contact, goals: Goals) -> tuple[str, ...]:
    """Employers that both have had, and schools of hers that stand in what she noted of them."""
    own = Employers(position.company for position in goals.positions)
    firms = (own.match(company) for company in (contact.company, *contact.former) if company)
    noted = fold(f"{contact.met} {contact.note}")
    schools = (school for school in goals.schools if len(school) > SHORTEST and fold(school) in noted)
    return tuple(dict.fromkeys(name for name in (*firms, *schools) if name))


def _names(text: str, shared: Collection[str]) -> bool:
    body = f" {' '.join(_WORD.findall(fold(text)))} "
    return any(f" {words} " in body for name in shared if (words := " ".join(_WORD.findall(fold(name)))))


def _questions(text: str) -> int:
    return sum(sentence.question for sentence in take_apart(text).body)
