"""Two people side by side, row by row the same facts: what agrees is marked, what does not is said."""

from collections.abc import Sequence

from askwell.domain.people import Contact
from askwell.guide.compared import Compared
from askwell.web.parts import Fact
from askwell.web.parts.words import counted


def sides(one: Contact, other: Contact, facts: Sequence[Compared]) -> list[dict[str, object]]:
    """Both, each with what the part `side` is made from."""
    return [_side(one, facts), _side(other, [fact.turned() for fact in facts])]


def _side(one: Contact, facts: Sequence[Compared]) -> dict[str, object]:
    told = [Fact(fact.what, fact.one, same=fact.same, differs=fact.differs) for fact in facts]
    told.append(Fact("Letters between you", (counted(one.sent + one.received, "letter").capitalize(),)))
    return {"contact": one, "facts": told}
