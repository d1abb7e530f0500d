"""The made-up search as the files real programs write: a LinkedIn export, vCards, an mbox, a calendar, a CSV."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from askwell.demo.cast import Person

PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
)


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to be written; `answers` are the Message-IDs before it in its thread."""

    message_id: str
    at: datetime
    sender: tuple[str, str]
    to: Sequence[tuple[str, str]]
    subject: str
    text: str
    cc: Sequence[tuple[str, str]] = ()
    answers: Sequence[str] = ()
    headers: Sequence[tuple[str, str]] = ()


def table(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def linkedin(members: dict[str, str]) -> bytes:
    """A zip with the given members; the same bytes for the same members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def vcards(people: Iterable[Person]) -> bytes:
    cards = []
    for person in people:
        given, family = person.name.split(" ", 1)
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{person.name}", f"EMAIL:{person.email}"]
        if person.phone:
            lines.append(f"TEL;TYPE=CELL:{person.phone}")
        cards.append("\r\n".join([*lines, "END:VCARD", ""]))
    return "".join(cards).encode()


def mbox(mails: Iterable[Mail]) -> bytes:
    """Oldest first, each with its From_ line."""
    parts = []
    for mail in sorted(mails, key=lambda m: m.at):
        message = EmailMessage()
        message["From"] = formataddr(mail.sender)
        message["To"] = ", ".join(map(formataddr, mail.to))
        if mail.cc:
            message["Cc"] = ", ".join(map(formataddr, mail.cc))
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(mail.at)
        message["Message-ID"] = mail.message_id
        if mail.answers:
            message["In-Reply-To"] = mail.answers[-1]
            message["References"] = " ".join(mail.answers)
        for name, value in mail.headers:
            message[name] = value
        message.set_content(mail.text + "\n")
        stamp = mail.at.strftime("%a %b %d %H:%M:%S %Y")
        body = message.as_bytes().replace(b"\nFrom ", b"\n>From ")
        parts.append(f"From {mail.sender[1]} {stamp}\n".encode() + body + b"\n")
    return b"".join(parts)


def calendar(events: Iterable[tuple[str, datetime, str, Person, str]]) -> bytes:
    """Events of (uid, start, summary, the other person, the seeker's address), each half an hour long."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Askwell//Demo//EN"]
    for uid, start, summary, person, me in events:
        end = start + timedelta(minutes=30)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"DTSTAMP:{start.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART:{start.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTEND:{end.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"SUMMARY:{summary}",
            f"ORGANIZER;CN=Alex Marlowe:mailto:{me}",
            f"ATTENDEE;CN=Alex Marlowe;PARTSTAT=ACCEPTED:mailto:{me}",
            f"ATTENDEE;CN={person.name};PARTSTAT=ACCEPTED:mailto:{person.email}",
            "STATUS:CONFIRMED",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
