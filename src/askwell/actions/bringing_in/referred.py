"""Who referred whom by an address book's own column: put to her as a question, once; nothing is taken for granted."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.exchanges import Exchange
from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import IN_BOOK, Channel, Direction, Message
from askwell.domain.people import Card, Party
from askwell.domain.saying import counted
from askwell.identity.fold import fold

ASKED = 0.8  # below what counts by itself: she is asked
KEY = "referred:"


@dataclass
class Referred:
    """The exchanges that address books tell of, and how many of them name somebody who is not here."""

    exchanges: list[Exchange] = field(default_factory=list)
    unknown: int = 0

    def sentence(self) -> str:
        """What the receipt says of them."""
        told = []
        if self.exchanges:
            whom = counted(len(self.exchanges), "person", "people")
            told.append(f"Your address book says who referred you to {whom}: each waits for your yes or no.")
        if self.unknown:
            them = counted(self.unknown, "person is", "people are")
            told.append(f"Of {them} said who referred you, somebody who is not among your people by that full name.")
        return " ".join(told)


def referred(
    cards: Iterable[tuple[str, Card]], book: Addressbook, known: Mapping[str, str], *, now: datetime
) -> Referred:
    """What cards (each with the ref of its person) tell; `known` are the keys of what is stored."""
    found = Referred()
    seen: set[str] = set(known)
    for ref, card, key in _told(cards):
        if key in seen:
            continue
        seen.add(key)
        referrer = book.named(card.referred_by)
        person = book.stands_for(ref)
        if not referrer:
            found.unknown += 1
        elif book.stands_for(referrer) != person:
            found.exchanges.append(_exchange(card, referrer, person, key, now))
    return found


def _told(cards: Iterable[tuple[str, Card]]) -> Iterator[tuple[str, Card, str]]:
    for ref, card in cards:
        if card.referred_by:
            told = "\0".join((fold(card.name), *card.emails[:1], fold(card.referred_by)))
            yield ref, card, KEY + hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _exchange(card: Card, referrer: str, person: str, key: str, now: datetime) -> Exchange:
    """As if the referrer had named the person today: of an address book nobody knows when it was."""
    words = f"Referred By: {card.referred_by}"
    cue = Cue(CueType.REFERRAL, people=(card.name,), contacts=(person,), evidence=words, confidence=ASKED)
    message = Message(
        origin=card.origin,
        at=now,
        channel=Channel.EMAIL,
        sender=Party(card.referred_by),
        to=(Party(card.name),),
        subject=f"{card.name}{IN_BOOK}",
        text=words,
    )
    return Exchange(message, (referrer, person), Direction.IN, key, "", text=words, cues=(cue,), handles=("", ""))
