"""Favors both ways, and what she could do for whom, as `progress` and `people` print them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from askwell.domain.plans import Balance
from askwell.method.pacing import times
from askwell.terminal import show

if TYPE_CHECKING:
    from askwell.actions.giving import ToReturn
    from askwell.domain.gifts import Gift
    from askwell.domain.plans import Help

SHOWN = 3  # people with an idea for each, in a terminal


def shape(balance: Balance, returned: Iterable["ToReturn"]) -> dict[str, Any]:
    """What `progress` holds of favors; `to_return` are people and ideas, the most particular first."""
    return {
        "received": balance.received,
        "given": balance.given,
        "pledged": balance.pledged,
        "offered": balance.offered,
        "to_return": [
            {
                "person": {"id": one.contact.id, "name": one.contact.name},
                "ideas": [{"kind": str(gift.kind), "idea": gift.idea} for gift in one.gifts],
            }
            for one in returned
        ],
    }


def helped(helps: Iterable["Help"]) -> str:
    """How often she was helped, counted as the ledger counts it: what only was noticed is told apart."""
    every = tuple(helps)
    sure = [one for one in every if one.confirmed]
    said = f"Help: {times(len(sure))}, {sum(bool(one.thanked) for one in sure)} of them thanked."
    unsure = len(every) - len(sure)
    if not unsure:
        return said
    return f"{said} {unsure} more {'waits' if unsure == 1 else 'wait'} for your yes: askwell replies"


def tell(balance: Balance, returned: Iterable["ToReturn"]) -> None:
    """The ledger in a line, and a few ways to give back; nothing of it is owed."""
    show.say(f"Favors: {balance.received} received, {balance.given} given, {balance.pledged} offered to you.")
    if balance.offered:
        show.say(f"You offered something {times(balance.offered)} in a letter that is still open.")
    ideas = [one.gift.idea for one in returned][:SHOWN]
    if ideas:
        show.say("Something to give back, whenever you like:")
        for idea in ideas:
            show.bullet(idea)


def tell_of(gifts: Iterable["Gift"]) -> None:
    """What she could do for one person."""
    show.say("Something you could do for them:")
    for gift in gifts:
        show.bullet(gift.idea)
