"""Messages, cards and events for the servers of tests, all made up; and a mailbox to put messages into."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from imapclient import IMAPClient
from tests.servers.real import SECRET, MailServer

NOW = datetime(2026, 3, 27, 18, 0, tzinfo=UTC)
ME = "alice@example.com"


def letter(
    number: int, sender: str = "Ana Lindqvist <ana@example.org>", to: str = ME, *, text: str = "", more: str = "",
    days: float = 2.0,
) -> bytes:  # fmt: skip
    """A mail that tells itself by its number."""
    at = format_datetime(NOW - timedelta(days=days, minutes=number))
    return (
        f"From: {sender}\r\nTo: {to}\r\nSubject: Spare parts {number}\r\nDate: {at}\r\n"
        f"Message-ID: <m{number}@example.org>\r\n{more}\r\n{text or f'Good to hear from you, number {number}.'}\r\n"
    ).encode()


def card(name: str, *, uid: str = "", email: str = "") -> str:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        *([f"UID:{uid}"] if uid else []),
        f"FN:{name}",
        f"N:{name.rsplit(maxsplit=1)[-1]};;;;",
    ]
    return "\r\n".join([*lines, *([f"EMAIL:{email}"] if email else []), "END:VCARD", ""])


def event(uid: str, title: str, *, day: int = 20, host: str = ME, cancelled: bool = False) -> str:
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20260301T000000Z", f"DTSTART:202603{day:02}T150000Z", f"DTEND:202603{day:02}T153000Z",
        f"SUMMARY:{title}", f"ORGANIZER:mailto:{host}", "ATTENDEE;CN=Ana Lindqvist:mailto:ana@example.org",
        *(["STATUS:CANCELLED"] if cancelled else []), "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines)


@contextmanager
def mailbox(server: MailServer, user: str = ME) -> Iterator[IMAPClient]:
    """A user's mailbox, to be changed as another mail program of theirs would."""
    with IMAPClient("127.0.0.1", server.port, ssl=False, timeout=10) as client:
        client.login(user, SECRET)
        yield client


def deliver(client: IMAPClient, letters: Sequence[bytes], folder: str = "INBOX") -> None:
    for raw in letters:
        client.append(folder, raw)
