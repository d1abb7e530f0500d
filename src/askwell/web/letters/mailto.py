"""The link that opens a letter in her own mail program: one recipient, a subject, and the words where they fit."""

from dataclasses import dataclass
from urllib.parse import quote

from askwell.identity import handles

LONGEST = 2000  # characters of a link that every common mail program takes in whole (Windows cuts at 2,083)
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class MailLink:
    """`href` opens a new mail; where the text was too long for it (not `whole`), it is to be pasted in."""

    href: str
    whole: bool


def mail_link(*, to: str, subject: str, text: str) -> MailLink:
    """To nobody where `to` is not one address: her mail program will ask whom."""
    head = f"mailto:{_recipient(to)}?subject={_encoded(_one_line(subject))}"
    link = f"{head}&body={_encoded(_lines(text))}"
    return MailLink(link, whole=True) if len(link) <= LONGEST else MailLink(head, whole=False)


def _recipient(to: str) -> str:
    """Nothing in an address can begin another recipient or field: all but letters, digits and @ is escaped."""
    return quote(handles.address(to), safe="@")


def _one_line(subject: str) -> str:
    """A subject of one line; what would end it or hide in it is a blank."""
    plain = "".join(c if c.isprintable() else " " for c in subject[: 4 * LONGEST_SUBJECT])
    return " ".join(plain.split())[:LONGEST_SUBJECT]


def _lines(text: str) -> str:
    """Lines end as mail wants it (RFC 6068)."""
    return "\r\n".join(text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n"))


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
