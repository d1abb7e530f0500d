"""What the page about one's work is called where she looks for work: a résumé in the US and Canada, a CV elsewhere."""

import re

from askwell.domain.goals import Goals
from askwell.identity import regions

_WORD = re.compile(r"\br[eé]sum[eé]\b", re.IGNORECASE)
_RESUME = frozenset({"US", "CA"})


def word(goals: Goals) -> str:
    """The word for it, by her country, else by that of her time zone."""
    country = goals.country.upper() or regions.of_zone(goals.zone)
    return "résumé" if country in _RESUME else "CV"


def alike(question: str) -> str:
    """A question with one word for it, so that one which was kept under the other word is known again."""
    return _WORD.sub("CV", question)
