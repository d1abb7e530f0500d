"""People made one and told apart in random order, thousands of times over: nothing of theirs is lost or strays."""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.store.cast import NOW, card, contact, mail

from askwell import store
from askwell.domain.errors import Refused
from askwell.store import lookups, read, scope, write

SEQUENCES, LONGEST = 1_000, 10
A_STORE = 25  # sequences in one store, so that none waits for the rows of very many others
PEOPLE = tuple(range(1, 5))
KINDS = ("merge", "unmerge", "part", "mail", "mail", "edit")


class Sequence:
    """One seeker's people, and what is true of them whoever they are one with."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.sent = dict.fromkeys(PEOPLE, 0)
        self.count = len(PEOPLE)
        with write.batch("edit", "Begin", now=NOW) as batch:
            cards = [write.CardIn(card(f"Person {n}", n), (("address", address(n)),)) for n in PEOPLE]
            write.add_people(batch, [write.PersonIn(contact(one.card.name), (one,)) for one in cards])

    def step(self) -> None:
        """Anything that can be done with people, to any of them; what is refused changes nothing."""
        kind, one, other = self.dice.choice(KINDS), self.anybody(), self.anybody()
        try:
            with write.batch("edit", kind, now=NOW) as batch:
                match kind:
                    case "merge":
                        write.merge(batch, one, other)
                    case "unmerge":
                        write.unmerge(batch, one)
                    case "part":
                        self.part(batch, one)
                    case "mail":
                        self.mail(batch, self.dice.choice(PEOPLE))
                    case _:
                        write.change_contacts(batch, {one: {"note": f"{other} {kind}"}})
        except Refused:
            pass

    def anybody(self) -> str:
        """Somebody by any id there is, of those merged away too."""
        return f"p{self.dice.randint(1, self.count)}"

    def part(self, batch: write.Batch, one: str) -> None:
        survivor = lookups.merged().get(one, one)
        cards = lookups.cards_of([survivor]).get(survivor, [])
        if len(cards) > 1:
            chosen = self.dice.choice(cards)
            write.part(batch, survivor, [chosen.id], write.PersonIn(contact(chosen.card.name)))
            self.count += 1

    def mail(self, batch: write.Batch, whose: int) -> None:
        """A message to the address of one card, whoever has it by now."""
        (owner,) = lookups.owners("address", address(whose))
        write.add_exchanges(batch, [write.ExchangeIn(mail(owner), handles=(address(whose),))])
        self.sent[whose] += 1

    def faults(self) -> int:
        """Messages that are not with the card they came by, and cards that are not there once."""
        contacts = read.search(NOW).contacts.values()
        held = [one for person in contacts for one in person.addresses]
        strayed = sum(
            person.received != sum(self.sent[n] for n in PEOPLE if address(n) in person.addresses)
            for person in contacts
        )
        return strayed + (sorted(held) != sorted(map(address, PEOPLE)))


def address(number: int) -> str:
    return f"{number}@example.com"


def play(count: int, *, seed: int) -> tuple[int, int]:
    """So many sequences, each of another seeker; tells the steps taken and the faults found."""
    dice, steps, faults = Random(seed), 0, 0
    for begin in range(0, count, A_STORE):
        with TemporaryDirectory() as place:
            store.setup(Path(place))
            for number in range(begin, min(begin + A_STORE, count)):
                with scope.open(f"Seeker {number}"):
                    one = Sequence(dice)
                    for _ in range(dice.randint(3, LONGEST)):
                        one.step()
                        steps += 1
                    faults += one.faults()
            store.close()
    return steps, faults


def report(count: int = SEQUENCES) -> str:
    steps, faults = play(count, seed=5)
    return (
        f"### One person, told apart and made one again\n\n{count:,} random sequences ({steps:,} steps) of merging,"
        " separating, splitting off single cards, mail coming in and edits: messages that strayed from their card, and"
        f" cards lost or doubled: {faults}.\n"
    )


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else SEQUENCES))
