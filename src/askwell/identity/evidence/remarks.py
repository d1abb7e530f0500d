"""What notes tell: the note on one card names the work or the employer of another, "Editor. Tennis."."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property

import numpy as np

from askwell.identity.evidence.columns import BESIDES, Ints
from askwell.identity.evidence.decide import LIKELY
from askwell.identity.evidence.weigh import Weighed
from askwell.identity.facts import Facts
from askwell.identity.fold import fold

_WORD = re.compile(r"[^\W\d_]{4,40}")
LONGEST = 1000  # letters of a note that are looked at
USUAL = 8.0  # bits that a word tells where few notes are known
SHARE, OFF = 0.8, -0.5  # a note has many words, so that one of them fits by chance now and then
SLACK = 6.0  # bits that a word of a note may add, so below that it need not be looked for


class Remarks:
    """The words of everybody's notes, and those of their work."""

    def __init__(self, facts: Facts, owner: Ints, *, among: int = 0) -> None:
        self._notes: dict[int, set[str]] = defaultdict(set)
        self._work: dict[int, set[str]] = defaultdict(set)
        self.people = max(int(owner.max(initial=-1)) + 1, among)
        if not any(card.note for card in facts.cards):
            return
        for card, person in zip(facts.cards, owner.tolist(), strict=True):
            self._work[person].update(_words(f"{card.title} {card.company}"))
            if card.note:
                self._notes[person].update(_words(card.note[:LONGEST]))

    def added(self, weighed: Weighed) -> Weighed:
        """The same pairs with what the notes tell of them."""
        if not self._notes:
            return weighed
        parts, at = weighed.parts.copy(order="K"), weighed.kinds.index("note")
        for row in np.flatnonzero(weighed.bits >= LIKELY - SLACK).tolist():
            word = self.word(int(weighed.one[row]), int(weighed.other[row]))
            if word:
                parts[row, at] = max(self._rarity(word) * SHARE + OFF, 0)
        return replace(weighed, parts=parts)

    def word(self, one: int, other: int) -> str:
        """The rarest word that the note on one shares with the work of the other; "" where none does."""
        found = (self._notes[one] & self._work[other]) | (self._notes[other] & self._work[one])
        return max(found, key=lambda word: (self._rarity(word), word), default="")

    def _rarity(self, word: str) -> float:
        return float(np.log2((self.people + BESIDES) / (self._held[word] + BESIDES * 2**-USUAL)))

    @cached_property
    def _held(self) -> Counter[str]:
        everybody = self._notes.keys() | self._work.keys()
        return Counter(word for person in everybody for word in self._notes[person] | self._work[person])


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
