"""What the model "mails" is trained on: labeled mails, each with the features of its subject and all its sentences."""

import hashlib
from collections.abc import Iterable
from functools import cache

from training import mail_reading, marked
from training.texts import Line
from training.whole_mails import HERE, ME, Labeled, mails

Told = tuple[Line, list[str]]


@cache
def gathered() -> list[Told]:
    """All of them."""
    return told_by(mails())


def told_by(every: Iterable[Labeled]) -> list[Told]:
    """What each mail tells, as a line of its own."""
    return [_told(mail) for mail in every]


def _told(mail: Labeled) -> Told:
    side, row = mail_reading.read_whole(mail.message, ME)
    labels = mail_reading.with_anything(mail.kinds, side)
    untold = mail_reading.unsought(side, mail.sought)
    if mail.sought and not labels:
        untold |= {mail_reading.ANYTHING}
    return Line(f"{mail.message.subject}\n{mail.message.text}", labels, (side,), untold), row


def checksum() -> str:
    """Of the mails in training/whole, and of the features of each fortieth."""
    files = [*marked.files(), *sorted(HERE.glob("*.jsonl"))]
    told = [path.name + path.read_text(encoding="utf-8") for path in files]
    told += [" ".join(row) for _, row in gathered()[::40]]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
