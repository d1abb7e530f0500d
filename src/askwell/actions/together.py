"""The cards a person adds up from, each with where it was read, what it says, and why it is theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from askwell.actions.bringing_in import regions
from askwell.actions.desk import Desk
from askwell.actions.parting import along
from askwell.actions.people import BY_HER_WORD
from askwell.domain.people import Card
from askwell.domain.saying import sentence
from askwell.guide.compared import place
from askwell.identity.join import join
from askwell.identity.portrait import EDIT

if TYPE_CHECKING:
    from askwell.store.lookups import KnownCard

FIRST = "It came first."


@dataclass(frozen=True, slots=True)
class Joined:
    """One card of several: its id, where it stands, the name and facts on it, and why it was joined, in sentences.

    `source` is as its reader calls it; `place` is "" for what she typed; `with_it` is how many cards would go along.
    """

    id: str
    source: str
    place: str
    name: str
    facts: str
    why: str
    with_it: int = 0


def came_together(desk: Desk, known: Sequence["KnownCard"]) -> tuple[Joined, ...]:
    """The cards of one person, oldest first; nothing where there is but one to tell apart."""
    from askwell.store import lookups

    told = [one for one in known if one.card.source != EDIT]
    if len(told) < 2:
        return ()
    whys = reasons([one.card for one in told], region=regions.of_desk(desk), among=lookups.count_people())
    return tuple(_joined(one, why, told) for one, why in zip(told, whys, strict=True))


def reasons(cards: Sequence[Card], *, region: str, among: int = 0) -> list[str]:
    """Why each card is one person's with those before it, `among` so many; her own word where nothing else says so."""
    joined = join(cards, region=region, among=among)
    seen: set[str | int] = set()
    found = []
    for person, why in zip(joined.people, joined.why, strict=True):
        first = person not in seen
        found.append(sentence(why) if why else FIRST if not seen else sentence(BY_HER_WORD) if first else "")
        seen.add(person)
    return found


def _joined(one: "KnownCard", why: str, told: Sequence["KnownCard"]) -> Joined:
    card = one.card
    facts = ", ".join(filter(None, (card.title, card.company, *card.emails, *card.phones)))
    return Joined(one.id, card.source, place(card), card.name, facts, why, len(along(one, told)) - 1)
