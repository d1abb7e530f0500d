"""A letter she has begun and not sent: kept as she types, with a number that tells one state of it from the next."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a letter to `person` (a contact id) for one purpose.

    Somebody who is only named has no id: then `person` is "", and `event` the promise to write to them. `need` is the
    question it carries, in words. `kept` is when it was last saved (UTC), `revision` the number of that state: it
    grows with every save, over all letters of the seeker.
    """

    person: str
    purpose: str
    text: str
    subject: str = ""
    channel: str = ""
    need: str = ""
    kept: datetime | None = None
    revision: int = 0
    event: str = ""

    def says_the_same(self, other: "Letter") -> bool:
        """Whether both have the same words, question and channel."""
        return (self.text, self.subject, self.channel, self.need) == (
            other.text,
            other.subject,
            other.channel,
            other.need,
        )


@dataclass(frozen=True, slots=True)
class Saved:
    """A letter as it is kept now; `others` are what other windows wrote of the same letter, newest first."""

    letter: Letter
    others: tuple[Letter, ...] = ()
