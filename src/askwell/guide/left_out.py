"""What was left out of an import or could not be read, as a list to keep; and what one can do, in one line a reason."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from askwell.domain.reading import FileReceipt, Receipt

UNITS = {"vcard": "card", "mail": "message", "calendar": "event"}  # what is numbered in a file; else its rows
HEAD = ("file", "where", "number", "what became of it", "why", "what you can do")
FORMULAS = tuple("=+-@\t\r\n＝＋－＠")  # what a cell may begin with that a spreadsheet would compute
NOTHING = "Nothing to do."
ONCE_MORE = "Save or download the file once more and bring the new one in; nobody is doubled by that."
# The first that fits holds; it is sought in the reason.
TO_DO = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"no such file", "Look at its name and at where it lies, and give it once more."),
        (r"a web page, not", "Sign in there first, then download it once more and bring the new one in."),
        (r"an office document", "Open it, save the sheet as CSV, and bring that in."),
        (r"old Office document", "Save it as .csv or .eml and bring that in."),
        (r"a PDF|database of another program", "Export the contacts as vCard or CSV and bring that in."),
        (r"\(\.pst\)", "Export contacts as CSV, and mail through your mail program, and bring those in."),
        (r"a packed file|holds more than [\d,]+ files", "Unpack it and give the folder."),
        (r"whatever its name says", "Look whether it is the file you meant."),
        (r"hides the name", "LinkedIn hides them on purpose. If you know who it is, add them by hand."),
        (r"newsletter", "Nothing to do: nobody wrote it to you alone."),
        (r"an office or an organization|an organization|a group", "If a person stands behind it, add them by name."),
        (r"neither a name nor an address", "Write a name or an address into that row, then bring the file in again."),
        (r"your own card|about you", "Nothing to do: that is you."),
        (r"had forgotten for good", "Nothing to do. To have them back after all, add them by hand."),
        (r"nobody but you", "Nothing to do: you are alone in it."),
        (r"machine’s answer|answer to an invitation", "Nothing to do: no person wrote it."),
        (r"company you follow|job you saved", "Nothing to do: its company is noted as a possible target."),
        (r"own assistants|about others", "Nothing to do: it tells of nobody whom you could ask."),
        (r"without words", "Nothing to do: the person is here already, or comes with your connections."),
        (r"names no company", "Write the company into that row, then bring the file in again."),
        (r"no (?:date|start) that can be read", "Write the date as 2026-03-27, then bring the file in again."),
        (r"larger than|far more than|holds more than", "Split it, or export fewer years, and bring the parts in."),
        (r"not a kind of file|picture, sound or film", "Leave it out, or save it as .csv or .vcf."),
        (r"zip inside a zip", "Unpack the outer one, then give the inner one by itself."),
        (r"it is empty", ONCE_MORE),
        (
            r"whose columns are not known",
            "If there are people in it, give it by itself: you are asked which column is what.",
        ),
        (r"which of its columns|left this table out", "Say which column is what, and it comes in."),
        (r"several of your people have this name", "If you know who it was, note it on their page by hand."),
        (r"an Outlook message|damaged Outlook message", "Save it from Outlook as .eml and bring that in."),
        (r"password|encrypted|locked", "Save it without a password and bring that one in."),
        (r"no email address of yours|own address", "Say which address is yours, then bring it in again."),
    )
)


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that did not come in; `at` is its number in the file, 0 for the file as a whole."""

    file: str
    source: str
    at: int
    reason: str
    lost: bool = False

    @property
    def where(self) -> str:
        return UNITS.get(self.source, "row") if self.at else "the whole file"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in one file: how many things it kept out, the numbers of the first of them, and what one can do."""

    said: str
    count: int
    first: tuple[int, ...]
    lost: bool
    to_do: str


def reasons(file: FileReceipt, *, first: int) -> list[Reason]:
    """The reasons of one file, what could not be read before what was left out, the most frequent first."""
    found: dict[tuple[bool, str], list[int]] = {}
    for lost, notes in ((True, file.unreadable), (False, file.left_out)):
        for note in notes:
            found.setdefault((not lost, note.reason), []).append(note.at)
    order = sorted(found.items(), key=lambda one: (one[0][0], -len(one[1])))
    return [
        Reason(said, len(places), tuple(at for at in places if at)[:first], not kept, to_do(said, lost=not kept))
        for (kept, said), places in order
    ]


def of_receipt(receipt: Receipt) -> str:
    """Everything that did not come in, as CSV."""
    told = (
        (file, note, lost)
        for file in receipt.files
        for lost, notes in ((True, file.unreadable), (False, file.left_out))
        for note in notes
    )
    return as_table(Left(file.path or file.file, file.source, note.at, note.reason, lost) for file, note, lost in told)


def to_do(reason: str, *, lost: bool = False) -> str:
    """What one can do about it, in one line; `lost` is what could not be read."""
    return next((words for pattern, words in TO_DO if pattern.search(reason)), ONCE_MORE if lost else NOTHING)


def as_table(found: Iterable[Left]) -> str:
    """All of it as CSV, which a spreadsheet shows as it is and computes nothing of."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for one in found:
        outcome = "could not be read" if one.lost else "left out"
        row = (one.file, one.where, str(one.at or ""), outcome, one.reason, to_do(one.reason, lost=one.lost))
        writer.writerow([f"'{cell}" if cell.startswith(FORMULAS) else cell for cell in row])
    return out.getvalue()
