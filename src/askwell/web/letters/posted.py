"""A letter as the form of its page sends it."""

from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from askwell.domain.errors import Refused
from askwell.domain.letters import Letter
from askwell.guide.room import PAGE_CHANNELS
from askwell.web.letters.shown import count, rules
from askwell.web.letters.whom import Whom

LONGEST = 20_000  # characters; far more than anybody reads
LONGEST_LINE = 500
GUESSES = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Posted:
    """What stood in the fields.

    `need` is the question it carries, `left` are rules whose words she left as they are, `revision` is the state she
    wrote upon, `made` tells how the words were when the page had just made them.
    """

    text: str
    subject: str
    to: str
    channel: str
    need: str
    left: tuple[str, ...]
    revision: int
    made: str
    guess: bool | None

    @classmethod
    def of(cls, post: QueryDict) -> Self:
        channel = post.get("by", "")
        return cls(
            text=lines(post.get("text", "")),
            subject=line(post.get("subject", "")),
            to=line(post.get("to", "")),
            channel=channel if channel in PAGE_CHANNELS else "email",
            need=line(post.get("question", "")),
            left=rules(post.get("left", "")),
            revision=count(post.get("revision", "")),
            made=post.get("made", ""),
            guess=GUESSES.get(post.get("guess", "")),
        )

    @property
    def fault(self) -> str:
        """What is to be mended before it can be kept; "" for nothing. Not a word of it is cut off."""
        if len(self.text) <= LONGEST:
            return ""
        return (
            f"This letter has {len(self.text):,} characters, and there is room for {LONGEST:,}. All of it is"
            " still here; it is kept once it is shorter. Perhaps a part of it is a letter of its own."
        )

    def kept_or_refused(self) -> Self:
        """The same. Raises Refused where it can't be kept."""
        if self.fault:
            raise Refused(self.fault)
        return self

    def as_kept(self, whom: Whom, text: str) -> Letter:
        """The letter as it is kept, with this text."""
        return Letter(
            whom.person, whom.purpose, text, self.subject, channel=self.channel, need=self.need, event=whom.event
        )


def lines(text: str) -> str:
    """Lines end as in a text area, not as in a form, so that places are the same; NUL is in no letter."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def line(text: str) -> str:
    """One line of a field."""
    return " ".join(text.replace("\x00", "").split())[:LONGEST_LINE]
