"""A letter's page: the words as she left them, what is thought of them, and what stands around."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from askwell.actions import drafting, letters, memory
from askwell.actions.allies import allies
from askwell.actions.desk import Desk
from askwell.actions.letters import Letter, Purpose
from askwell.domain.goals import Goals
from askwell.domain.letters import Letter as Kept
from askwell.guide.by_voice import Advice, by_voice
from askwell.guide.review.mending import Thought
from askwell.guide.review.whole import Reviewed, reviewed
from askwell.identity.called import called
from askwell.identity.greeted import greeted
from askwell.web.letters import words
from askwell.web.letters.mailto import MailLink, mail_link
from askwell.web.letters.shown import Shown
from askwell.web.letters.story import Story
from askwell.web.letters.whom import Whom
from askwell.web.parts import Moment, Option
from askwell.web.parts.days import Clock

FEWEST_ROWS, MOST_ROWS, ROW = 6, 40, 62  # lines of the text area without script, and the letters in one


@dataclass(frozen=True, slots=True)
class Spoken:
    """A thought as it is said beside the letter: words to use in quotation marks, advice without."""

    thought: Thought

    @property
    def line(self) -> str:
        return f"“{self.thought.line}”" if self.thought.words else self.thought.line

    @property
    def about(self) -> str:
        return words.ABOUT[self.thought.rule]


@dataclass(frozen=True)
class Sheet:
    """`letter` is as it was made, `kept` as she left it (None where she has not begun), `others` from other windows."""

    whom: Whom
    letter: Letter
    shown: Shown
    kept: Kept | None
    others: tuple[Kept, ...]
    goals: Goals
    story: Story
    ally: bool

    @classmethod
    def of(cls, desk: Desk, whom: Whom, shown: Shown) -> Self:
        """Raises NoSuchPerson, and Refused for somebody never to be contacted."""
        begun = kept_rows(desk, whom)
        letter = letters.write_letter(
            desk,
            whom.person,
            whom.purpose,
            need=shown.need or None,
            channel=shown.channel or (begun[0].channel if begun else None),
            event=whom.event,
            gift=shown.gift or 1,
        )
        fitting = [row for row in begun if row.channel == letter.channel]
        kept = next((row for row in fitting if not shown.need or row.need == question_of(letter)), None)
        text, books = kept.text if kept else letter.text, memory.books(desk)
        return cls(
            whom=whom,
            letter=letter,
            shown=shown,
            kept=kept,
            others=tuple(row for row in fitting if row is not kept and row.text != text),
            goals=books.record.search.goals,
            story=Story(letter.contact, books, Clock(desk.now, desk.calendar)),
            ally=letter.contact.id in allies(desk),
        )

    def review(self, text: str, left: Collection[str]) -> Reviewed:
        """What can be said of a text as this letter."""
        letter = self.letter
        return reviewed(text, letter.contact, self.goals, purpose=letter.purpose, channel=letter.channel, left=left)

    @cached_property
    def reviewed(self) -> Reviewed:
        """Of a letter she has not touched only what is in it: what it lacks, it lacks on purpose or asks her for."""
        said = self.review(self.text, self.shown.left)
        there = tuple(one for one in said.thoughts if self.kept or one.start < one.end)
        return replace(said, thoughts=there)

    @cached_property
    def who(self) -> str:
        """What this person goes by between the two, as the letter greets them."""
        contact = self.letter.contact
        return greeted(contact, self.story.kept.record) or contact.name or "them"

    @property
    def voice(self) -> Advice | None:
        """A word for speaking rather than writing, where something is asked of somebody close."""
        return by_voice(self.letter.contact, self.channel, self.who) if self.letter.asks else None

    @property
    def names(self) -> tuple[str, ...]:
        """Names that stand in sentences about the letter."""
        referrer = self.letter.referrer.name if self.letter.referrer else ""
        return self.letter.contact.name, self.who, referrer, called(referrer)

    @property
    def asking(self) -> bool:
        """Whether it asks somebody anew, so that somebody else could be asked instead."""
        return self.letter.purpose is Purpose.ASK

    @property
    def text(self) -> str:
        return self.kept.text if self.kept else self.letter.text

    @property
    def subject(self) -> str:
        return self.kept.subject if self.kept else self.letter.subject

    @property
    def question(self) -> str:
        return (self.kept.need if self.kept else "") or question_of(self.letter)

    @property
    def revision(self) -> int:
        return self.kept.revision if self.kept else 0

    @property
    def made(self) -> str:
        return made_of(self.letter.subject, self.letter.text)

    @property
    def around(self) -> words.Around:
        return words.AROUND[self.letter.purpose]

    @property
    def heading(self) -> str:
        return self.around.heading.format(who=self.who)

    @property
    def label(self) -> str:
        """What the text is, for those who hear the page."""
        return f"What to say to {self.who}" if self.by_phone else f"Your letter to {self.who}"

    @property
    def channel(self) -> str:
        return self.letter.channel

    @property
    def by_phone(self) -> bool:
        return self.channel == "phone"

    @property
    def channels(self) -> list[Option]:
        return [Option(words.CHANNELS[one], value=one) for one in self.letter.channels]

    @property
    def thoughts(self) -> list[Spoken]:
        return [Spoken(one) for one in self.reviewed.thoughts]

    @property
    def thoughts_heading(self) -> str:
        return words.heading_of(self.reviewed)

    @property
    def size(self) -> str:
        return words.size_of(self.reviewed)

    @property
    def rows(self) -> int:
        """Lines of the text area where no script makes it as high as its text."""
        lines = sum(1 + len(line) // ROW for line in self.text.split("\n"))
        return min(max(lines + 1, FEWEST_ROWS), MOST_ROWS)

    @property
    def to(self) -> str:
        """Where it goes: the one of the known addresses that she chose, else the likeliest."""
        known = self.letter.addresses
        return known[self.shown.to - 1] if 0 < self.shown.to <= len(known) else self.letter.address

    @property
    def mail(self) -> MailLink:
        return mail_link(to=self.to, subject=self.subject, text=self.text)

    @property
    def moments(self) -> list[Moment]:
        return self.story.moments(self.around.this.format(who=self.who))


def kept_rows(desk: Desk, whom: Whom) -> tuple[Kept, ...]:
    """Whatever she has begun of this letter, by every channel and in every window, newest first."""
    saved = drafting.kept(desk, whom.person, whom.purpose, event=whom.event)
    return (saved.letter, *saved.others) if saved else ()


def question_of(letter: Letter) -> str:
    return letter.need.question if letter.need else ""


def made_of(subject: str, text: str) -> str:
    """A short mark of some words, that tells them from any others."""
    return hashlib.blake2s(f"{subject}\n{text}".encode(errors="replace"), digest_size=8).hexdigest()
