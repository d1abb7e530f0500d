"""Salted hashes of those who were forgotten: enough to keep them away, too little to tell who they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from askwell.domain.people import Card

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one seeker."""

    salt: str
    marks: frozenset[str]

    def blocks(self, card: Card, handles: Iterable[tuple[str, str]]) -> bool:
        """Whether a card is of somebody who was forgotten."""
        return bool(self.marks) and any(mark in self.marks for mark in self.of(card, handles))

    def of(self, card: Card, handles: Iterable[tuple[str, str]]) -> list[str]:
        """The marks a card would leave: of its handles, and of its key where it has none."""
        told = [f"{kind}\x1f{value}" for kind, value in handles] or [f"{card.source}\x1f{card.key}"]
        return [blake2b(text.encode(), key=self.salt.encode(), digest_size=16).hexdigest() for text in told]


def read(cursor: "CursorWrapper", seeker: int) -> Marks:
    cursor.execute("SELECT salt FROM askwell_seeker WHERE id = %s", [seeker])
    salt = str(cursor.fetchone()[0])
    cursor.execute("SELECT mark FROM askwell_forgotten WHERE seeker_id = %s", [seeker])
    return Marks(salt, frozenset(row[0] for row in cursor.fetchall()))
