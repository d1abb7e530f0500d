"""Any course of events at a server of contacts, from a seed: what is there in the end has been read, as it is there."""

import random
from typing import Any

import pytest
from tests.servers.letters import card
from tests.servers.scripted_web import Asked, Reply, Scripted, gone, many, scripted
from tests.sources.servers.looks import adds_up, dav, look
from tests.sources.servers.test_dav_hostile import FAULTS, Book

from askwell.sources.servers import Patience

SCRIPTS, PER_TEST = 30, 15
STEPS = 5


class Shelf(Book):
    """A book with a history of its changes, as servers keep one, or without any."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__(tokens=dice.random() < 0.7)
        self.dice = dice
        self.states: dict[str, dict[str, str]] = {"": {}, "t0": {}}
        self.token, self.number = "t0", 0

    def change(self) -> None:
        """Somebody adds, changes or deletes a few cards elsewhere; now and then the server loses its history."""
        for _ in range(self.dice.randint(1, 4)):
            known = sorted(self.cards)
            if known and self.dice.random() < 0.5:
                href = self.dice.choice(known)
                if self.dice.random() < 0.5:
                    del self.cards[href]
                    continue
            else:
                self.number += 1
                href = f"/book/{self.number}.vcf"
            self.cards[href] = card(f"Ana {self.dice.randint(1, 10_000)}", uid=href)
        if self.dice.random() < 0.2:
            self.states = {"": {}}
        self.token = f"t{self.dice.randint(1, 10**9)}"
        self.states[self.token] = dict(self.cards)

    def __call__(self, asked: Asked) -> Reply | bytes:
        if "sync-collection" not in asked.body:
            return super().__call__(asked)
        since = asked.body.partition("<d:sync-token>")[2].partition("<")[0]
        if since not in self.states:
            return 403, {}, b"<error/>"
        before = self.states[since]
        changed = [self.tag(href) for href, text in self.cards.items() if before.get(href) != text]
        return many(*changed, *(gone(href) for href in before if href not in self.cards), token=self.token)


def breaking(server: Scripted, shelf: Shelf, dice: random.Random) -> None:
    """One of the next answers goes wrong, in any of the ways there are."""
    left, fault = dice.randint(1, 4), dice.choice(list(FAULTS.values()))

    def reply(asked: Asked) -> Reply | bytes:
        nonlocal left
        left -= 1
        return shelf(asked) if left else fault(asked)

    server.reply = reply


@pytest.mark.parametrize("first", range(0, SCRIPTS, PER_TEST))
def test_in_any_course_of_events_all_that_is_there_in_the_end_has_been_read_as_it_is(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        dice = random.Random(seed)
        shelf = Shelf(dice)
        read: dict[str, str] = {}
        place: dict[str, Any] = {}
        with scripted(shelf) as server:
            connection = dav(server.url + "book/", "alice")
            for step in range(STEPS + 1):
                shelf.change()
                server.reply = shelf
                breaks = step < STEPS and dice.random() < 0.5
                if breaks:
                    breaking(server, shelf, dice)
                hurried = Patience(idle=0.3, command=0.6, look=5) if breaks else None
                seen = look(connection, place, patience=hurried)
                assert adds_up(seen)
                read |= {one.key: one.name for reading in seen.readings for one in reading.cards}
                place = seen.place
            there = {href: text.partition("FN:")[2].partition("\r")[0] for href, text in shelf.cards.items()}
            assert seen.said == ""
            assert {key: read.get(key) for key in there} == there, seed
            assert look(connection, place).readings == [], seed
            assert server.verbs <= {"PROPFIND", "REPORT", "GET"}
