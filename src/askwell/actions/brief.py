"""The one page about her goals, to show, to attach and to print: as text, as parts for a page, as a PDF."""

from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.domain.errors import Refused
from askwell.domain.goals import Goals
from askwell.domain.hints import Hint
from askwell.guide import brief as guide
from askwell.guide.brief import Brief
from askwell.identity import companies

if TYPE_CHECKING:
    from askwell.actions.printing import Paper

NO_GOALS = "Your one page is made from your goals, and there are none yet."


def brief(desk: Desk) -> Brief:
    """The page, and what was left out of it. Raises Refused where there is nothing to put on it."""
    goals = _goals(desk)
    return guide.page(goals, reach=_reach(desk))


def printed(desk: Desk) -> tuple[bytes, Brief]:
    """The page as a PDF on the paper of her country. Raises Refused, in words, where it can't be set."""
    from askwell.actions import printing  # a third of a second, for those who want a PDF

    goals = _goals(desk)
    return printing.print_page(goals, paper=paper(desk), reach=_reach(desk))


def paper(desk: Desk) -> "Paper":
    from askwell.actions.printing import Paper

    return Paper.of(desk.calendar.country)


def unset(desk: Desk) -> tuple[str, ...]:
    """The letters of her page that the PDF does not have: then her browser prints it."""
    from askwell.actions import printing

    return printing.unset(brief(desk))


def _goals(desk: Desk) -> Goals:
    goals = memory.facts(desk).goals
    if not goals.said:
        raise Refused(NO_GOALS, Hint("goals", "say what you look for"))
    return goals


def _reach(desk: Desk) -> str:
    """Her own address for mail that is nobody's but hers: an employer's may be read by others, or be gone."""
    own = [one for one in memory.facts(desk).me if "@" in one and not companies.from_domain(one.rpartition("@")[2])]
    return next(iter(own), "")
