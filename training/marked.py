"""Whole mails in which what tells is marked: `training/whole/*.txt`, from which sentences and labeled mails are read.

A mail begins with `=== in` or `=== out`, has headers, an empty line and its text; `{referral: words}` marks what tells,
`People:` names whom a referral or an introduction is about. What is not marked tells nothing; where not all kinds were
looked for, `# sought:` before the first mail says which.
"""

import re
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from askwell.domain.messages import Message
from askwell.domain.people import Origin
from askwell.guide.cues.judging import FEWEST
from askwell.guide.cues.plain import Sentence, sentences
from askwell.sources.mail import read_message

HERE: Final = Path(__file__).parent / "whole"
SEEKER: Final = Address("Dana Whitfield", addr_spec="dana.whitfield@example.com")
_NAME: Final = re.compile(r",?\s*\bDana\b(?:['’]s)?(?: Whitfield\b)?")
_MARK: Final = re.compile(r"\{([a-z ]+): ([^{}]*)\}")
_BEGIN: Final = re.compile(r"(?m)^=== (?=in$|out$)")
_SOUGHT: Final = "# sought: "
_ANSWER: Final = re.compile(r"(?i)re:|aw:|antw|sv:|rv:|res:")


class Told(NamedTuple):
    """A sentence, or a few that tell something together, with what they tell."""

    text: str
    labels: frozenset[str]


class Marked:
    """One mail. `kinds` is all that it tells, `people` whom it points to, `sought` the kinds looked for, if not all."""

    def __init__(self, block: str, *, number: int, sought: frozenset[str] = frozenset()) -> None:
        side, _, rest = block.partition("\n")
        head, _, body = rest.partition("\n\n")
        self.side, self.number, self.sought = side.strip(), number, sought
        self.headers = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        self.people = [one.strip() for one in self.headers.pop("People", "").split(";") if one.strip()]
        self._body = body.rstrip("\n")

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(label for found in _MARK.finditer(self._body) for label in found[1].split())

    def message(self, batch: str) -> Message:
        """The mail as it is read from a mailbox."""
        return read_message(self.raw(), origin=Origin(batch, self.number))

    def raw(self) -> bytes:
        """The mail as it is sent."""
        mail = EmailMessage()
        mail["From"] = str(SEEKER)
        mail["To"] = str(SEEKER)
        for name, value in self.headers.items():
            del mail[name]
            mail[name] = value
        mail["Date"] = f"Tue, 03 Mar 2026 09:{self.number % 60:02}:00 +0000"
        mail["Message-ID"] = f"<{self.number}@example.org>"
        if _ANSWER.match(self.headers.get("Subject", "")):
            mail["In-Reply-To"] = f"<{self.number}@example.com>"
        mail.set_content(_MARK.sub(r"\2", self._body) + "\n", cte="8bit")
        return bytes(mail)

    def sentences(self, batch: str) -> Iterator[Told]:
        """What the mail is made of, in order: its sentences as they are heard, several where these tell only together.

        The seeker's name is left out, that nothing is learned of it.
        """
        text = self.message(batch).text
        marks = list(self.marks(text))
        every = sentences(text)
        parts = [{at for at, (begin, end, _) in enumerate(marks) if _overlaps(one, begin, end)} for one in every]
        at = 0
        while at < len(every):
            end = at + 1
            while end < len(every) and parts[end] & parts[end - 1]:
                end += 1
            labels = frozenset(label for part in parts[at:end] for one in part for label in marks[one][2])
            words = sum(len(one.words) for one in every[at:end])
            told = _NAME.sub("", text[every[at].start : every[end - 1].start + len(every[end - 1].text)])
            if words >= FEWEST and (clean := " ".join(told.split()).lstrip(", ")):
                yield Told(clean, labels)
            at = end

    def marks(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Where the marks lie in the text as it was read, without what is quoted and signed."""
        at = 0
        for found in _MARK.finditer(self._body):
            words = found[2].strip()
            begin = text.find(words, at)
            if begin >= 0:
                at = begin + len(words)
                yield begin, at, frozenset(found[1].split())


def _overlaps(one: Sentence, begin: int, end: int) -> bool:
    return one.start < end and begin < one.start + len(one.text)


def writer(batch: str) -> str:
    """Who wrote a batch of mails, or a file of sentences: the first part of its name."""
    return batch.partition("_")[0]


def files() -> list[Path]:
    return sorted(HERE.glob("*.txt"))


def mails(path: Path) -> Iterator[Marked]:
    """The mails of a file, in its order."""
    head, *blocks = _BEGIN.split(path.read_text(encoding="utf-8"))
    told = (line.removeprefix(_SOUGHT).split() for line in head.splitlines() if line.startswith(_SOUGHT))
    sought = frozenset(kind for kinds in told for kind in kinds)
    return (Marked(block, number=number, sought=sought) for number, block in enumerate(blocks, 1))
