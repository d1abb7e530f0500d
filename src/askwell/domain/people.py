"""People: what one source says about somebody (a card), and the person it adds up to (a contact)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Tie(StrEnum):
    """Strength of a relationship; Granovetter's strong, moderate and weak, and none yet. Dormant stands apart."""

    CLOSE = "close"
    KNOWN = "known"
    BARELY = "barely"
    NEW = "new"


class Permission(StrEnum):
    """What the seeker allows Askwell to suggest about a person; never a tie."""

    OPEN = ""
    LEAVE_OUT = "leave-out"
    NEVER_CONTACT = "never-contact"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a thing was read: the file's own name, the row, card, message or event from 1, and a Message-ID if any.

    `path` tells two files of one name apart (inside a zip or a folder); it is never a path of the computer.
    """

    file: str
    index: int
    message_id: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a message as its header names it.

    `handle` is a lower-case e-mail address, or `in/<slug>` for a LinkedIn profile, or "" where only a name is known.
    """

    name: str
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What one source says about one person, as it was written there; nothing is normalized but the handles.

    `key` names the card within its source and stays the same over re-import (a profile slug, a UID, else name and
    first address). `emails` are lower case; `phones` are as written; `url` is a profile's address as written.
    """

    source: str
    origin: Origin
    key: str
    name: str
    given: str = ""
    family: str = ""
    nickname: str = ""
    maiden: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    url: str = ""
    company: str = ""
    title: str = ""
    place: str = ""
    note: str = ""
    referred_by: str = ""
    groups: tuple[str, ...] = ()
    connected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person in the seeker's network, merged from cards, with what the store has added up about the tie.

    `sent` and `received` count one-to-one exchanges; `last` is the last of either, UTC. `former` are companies of
    older cards, and those that own the domains of their mail. `met` is how they know each other, in the seeker's words.
    """

    id: str
    name: str
    addresses: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    place: str = ""
    former: tuple[str, ...] = ()
    note: str = ""
    met: str = ""
    url: str = ""
    tie: Tie = Tie.NEW
    dormant: bool = False
    sent: int = 0
    received: int = 0
    last: datetime | None = None
    connected_on: date | None = None
    permission: Permission = Permission.OPEN
    rest_until: date | None = None

    @property
    def given(self) -> str:
        """The word one would greet this person with."""
        return self.name.split(maxsplit=1)[0] if self.name else ""
