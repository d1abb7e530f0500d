"""What stands beside a letter: ways to help, other questions, lines that only she can say, and where it goes."""

from dataclasses import dataclass

from askwell.domain.letters import Letter as Kept
from askwell.domain.plans import Way
from askwell.guide.brief import brief as brief_of
from askwell.guide.gaps import POINT, Place, place_of
from askwell.web.letters.sheet import Sheet
from askwell.web.letters.words import told_of

MOST_NEEDS, MOST_GAPS = 6, 1
WITH_FILES = frozenset({"email", "linkedin"})
LONGEST_LABEL = 24  # characters of what a talking point is called
WEB = ("https://", "http://")
HELP = {
    Place.KNOWN: "One true line. It goes in here, and is remembered.",
    Place.LAST: "One line, in your own words.",
}
AS_ADDED = "One true line, in your own words."


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that only she can say: its number among those the letter lacks, and where it goes."""

    number: int
    words: str
    place: Place

    @property
    def field(self) -> str:
        return f"line-{self.number}"

    @property
    def help(self) -> str:
        return HELP.get(self.place, AS_ADDED)


@dataclass(frozen=True, slots=True)
class Reach:
    """A number to call or a profile to open, as a link; `outside` leaves Askwell."""

    words: str
    href: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Beside one letter."""

    sheet: Sheet

    @property
    def role(self) -> str:
        contact = self.sheet.letter.contact
        return ", ".join(filter(None, (contact.title, contact.company)))

    @property
    def person(self) -> str:
        """The address of their page, "" for somebody who is only named."""
        contact = self.sheet.letter.contact
        return f"/people/{contact.id}" if contact.id else ""

    @property
    def way(self) -> Way | None:
        """The first way they can help, where help is asked for and nothing else says why."""
        letter = self.sheet.letter
        return next(iter(letter.ways), None) if letter.asks and not letter.reasons else None

    @property
    def more_ways(self) -> tuple[Way, ...]:
        return self.sheet.letter.ways[1:] if self.way else ()

    @property
    def gaps(self) -> list[Gap]:
        """Lines that have a place in the letter, the first few; a letter she has worked on may have them already."""
        return [] if self.sheet.kept else [gap for gap in gaps(self.sheet) if gap.place is not Place.NOTE][:MOST_GAPS]

    @property
    def notes(self) -> list[str]:
        """What is still to be done, and is no line of the letter."""
        return [gap.words for gap in gaps(self.sheet) if gap.place is Place.NOTE]

    @property
    def needs(self) -> list[tuple[int, str]]:
        """Other questions to ask instead, by number."""
        numbered = enumerate((need.question for need in self.sheet.letter.needs), 1)
        return [(number, question) for number, question in numbered if question != self.sheet.question][:MOST_NEEDS]

    @property
    def others(self) -> list[tuple[Kept, str]]:
        """Other words she began to the same person, each with what is said of it."""
        sheet = self.sheet
        clock = sheet.story.clock
        return [(one, told_of(one, question=sheet.question, clock=clock)) for one in sheet.others]

    @property
    def gifts(self) -> list[tuple[int, str]]:
        """Other things to give, by number."""
        numbered = enumerate((gift.idea for gift in self.sheet.letter.gifts), 1)
        return [(number, idea) for number, idea in numbered if number != (self.sheet.shown.gift or 1)]

    @property
    def reach(self) -> list[Reach]:
        """Numbers and profiles; a mail goes to the address that stands in its head."""
        if self.sheet.channel == "email":
            return []
        return [_reach(address) for address in self.sheet.letter.addresses]

    @property
    def points(self) -> list[tuple[str, str]]:
        """What to say on the phone, each with what it is: ("Your news", "The site closed …")."""
        lines = (line.removeprefix(POINT).strip() for line in self.sheet.text.splitlines())
        return [_point(line) for line in lines if line]

    @property
    def brief(self) -> str:
        """Her one page, where it could go along; "" where it can't. A link carries no file: it is hers to attach."""
        return brief_of(self.sheet.goals) if self.sheet.letter.brief and self.sheet.channel in WITH_FILES else ""

    @property
    def profile(self) -> Reach | None:
        return next((one for one in self.reach if one.outside and one.href), None)


def gaps(sheet: Sheet) -> list[Gap]:
    """All that the letter lacks, numbered."""
    return [Gap(number, line, place_of(line)) for number, line in enumerate(sheet.letter.missing, 1)]


def _point(line: str) -> tuple[str, str]:
    label, colon, words = line.partition(": ")
    return (label, words) if colon and len(label) <= LONGEST_LABEL else ("", line)


def _reach(address: str) -> Reach:
    if address.startswith(WEB):
        return Reach(address.partition("://")[2].removeprefix("www.").rstrip("/"), address, outside=True)
    digits = "".join(c for c in address if c.isdigit() or c == "+")
    return Reach(address, f"tel:{digits}" if digits else "")
