"""Messages as sources read them, and interactions: the same once the store knows whose they are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from askwell.domain.people import Origin, Party

IN_BOOK = ", in your address book"  # ends the subject of what an address book tells, as if it had been written


class Channel(StrEnum):
    EMAIL = "email"
    LINKEDIN = "linkedin"
    TEXT = "text"
    PHONE = "phone"
    MEETING = "meeting"


class Direction(StrEnum):
    """From the seeker's side; `both` for meetings and calls."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class Writer(StrEnum):
    """Who wrote a message: a person, a list or newsletter, or a machine answering an earlier mail (bounce, absence)."""

    PERSON = "person"
    BULK = "bulk"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, LinkedIn message, invitation with words, or calendar event, before anybody in it is resolved.

    `at` is UTC (the start of an event). `text` is only what this sender wrote: quotes, forwarded parts and signature
    stripped. `forwarded` is the text of a forwarded message below it, `signature` the one under it, where it is marked
    as such. `thread` holds the ids this message answers,
    oldest first (References, then In-Reply-To; the conversation's id on LinkedIn). `cards` are people whose vCard is
    attached. `end`, `cancelled` and `recurring` are for events. `conversation` is what a provider calls the whole
    conversation, "" where it does not say.
    """

    origin: Origin
    at: datetime
    channel: Channel
    sender: Party
    to: tuple[Party, ...] = ()
    copied: tuple[Party, ...] = ()
    subject: str = ""
    text: str = ""
    forwarded: str = ""
    signature: str = ""
    thread: tuple[str, ...] = ()
    writer: Writer = Writer.PERSON
    end: datetime | None = None
    cancelled: bool = False
    recurring: bool = False
    cards: tuple[Party, ...] = ()
    conversation: str = ""

    @property
    def parties(self) -> tuple[Party, ...]:
        return (self.sender, *self.to, *self.copied)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One dated exchange with people of the network.

    `people` are contact ids, the sender first where it came in. `group` is true where more than one other person
    took part. `thread` is shared by the interactions of one conversation. `text` is kept only since the search began.
    """

    id: str
    at: datetime
    channel: Channel
    direction: Direction
    people: tuple[str, ...]
    group: bool = False
    thread: str = ""
    subject: str = ""
    text: str = ""
    writer: Writer = Writer.PERSON
    origin: Origin | None = None
    end: datetime | None = None
    cancelled: bool = False
    recurring: bool = False

    @property
    def in_book(self) -> bool:
        """Whether it stands in an address book, and nobody wrote it."""
        return self.subject.endswith(IN_BOOK) and self.origin is not None and not self.origin.message_id

    @property
    def other(self) -> str | None:
        """The one it is with: the sender of what came in, the first addressee of what went out."""
        return self.people[0] if self.people else None
