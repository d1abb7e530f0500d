"""A draft on the terminal: to whom and how, then the words as they are, to be copied."""

from collections.abc import Iterable, Sequence

from askwell.domain.people import Contact
from askwell.domain.plans import Draft
from askwell.terminal import show
from askwell.terminal.words import quoted

SPOKEN = frozenset({"phone", "text"})


def spoken_to(pairs: Iterable[tuple[str, Draft | None]]) -> list[str]:
    """Of (contact id, draft) those who are called or texted, and whose number is to be looked up."""
    return [ref for ref, draft in pairs if ref and draft is not None and draft.channel in SPOKEN]


def to_line(contact: Contact, channel: str, *, phones: Sequence[str] = ()) -> str:
    """`To: Ana Example <ana@example.org>`; where no way is known, what to do about it."""
    name = contact.name or "somebody"
    if channel in SPOKEN:
        verb = "Call" if channel == "phone" else "Text to"
        return f"{verb}: {name}, {' or '.join(phones) or 'whose number is not in your files'}"
    if channel == "linkedin":
        return f"To: {name}, on LinkedIn{': ' + profile if (profile := _profile(contact)) else ''}"
    address = next((one for one in contact.addresses if "@" in one), "")
    if address:
        return f"To: {name} <{address}>"
    add = quoted(name)
    known = f"; once you know it: askwell add {add} --email ADDRESS" if add else ""
    return f"To: {name}, whose address is not in your files{known}"


def noting_an_ask(who: str, draft: Draft | None) -> str:
    """The command that notes an ask; a call brings its answer at once."""
    if draft is not None and draft.channel == "phone":
        return f'Called? askwell log {who} --help --text "WHAT YOU HEARD"'
    return f"Sent? askwell sent {who}"


def _profile(contact: Contact) -> str:
    if contact.url:
        return contact.url
    slug = next((one for one in contact.addresses if one.startswith("in/")), "")
    return f"https://www.linkedin.com/{slug}" if slug else ""


def show_draft(draft: Draft, contact: Contact | None, *, phones: Sequence[str] = ()) -> None:
    """The whole letter, ready to copy, with what only she can add."""
    if contact is not None:
        show.plain(to_line(contact, draft.channel, phones=phones))
    if draft.subject:
        show.plain(f"Subject: {draft.subject}")
    show.letter(draft.text)
    for line in draft.missing:
        show.hint(f"Only you can add: {line}")
