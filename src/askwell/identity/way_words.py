"""Why somebody can help, in a sentence she would accept: it says only what is known, and reads well for odd data."""

import re
from collections.abc import Callable

from askwell.domain.people import Contact, Tie
from askwell.domain.plans import WayKind
from askwell.domain.signs import Sign
from askwell.identity import companies, titles
from askwell.identity.called import called
from askwell.identity.fold import fold
from askwell.identity.leaving import company_of

LONGEST = 60  # characters of a title or a company within a sentence
_PIECES = re.compile(r"\s*[|•·;\n\r\t]\s*|\s+(?:[-–—/@]+|at|bei|chez)\s+")
_EDGES = " .,;:-–—/&+|•·@\"'"
_BESIDE = re.compile(r"[(\[{].*$")


def reason(contact: Contact, sign: Sign) -> str:
    """The reason for a way in a sentence that says only what is known."""
    return _REASONS[sign.kind](contact, sign)


def said_title(title: str) -> str:
    """A title short enough for a sentence: its first part, without what stands in brackets; "" if it names no work."""
    read = titles.read(title)
    if read.seeks and not read.functions:
        return ""
    said = clipped(_first_part(title))
    return f"formerly {said}" if said and read.past and not titles.read(said).past else said


def clipped(text: str) -> str:
    """At most so many characters, cut behind a whole word."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    words = text[:LONGEST].rsplit(" ", 1)[0] if " " in text[:LONGEST] else text[: LONGEST - 1]
    return f"{words.rstrip(_EDGES)}…"


def _first_part(title: str) -> str:
    pieces = (_BESIDE.sub("", piece).strip(_EDGES) for piece in _PIECES.split(title))
    return next((piece for piece in pieces if any(letter.isalnum() for letter in piece)), "")


def label(title: str) -> str:
    """The line of work of a title, in words."""
    return next((found for name in titles.read(title).functions if (found := titles.label(name))), "")


def _who(contact: Contact) -> str:
    return called(contact.name) or "This person"


def _within(contact: Contact) -> str:
    """The name within a sentence."""
    return called(contact.name) or "this person"


def _company(contact: Contact) -> str:
    return clipped(companies.core(company_of(contact)).strip(_EDGES))


def _with_title(contact: Contact) -> str:
    """The name, with the title as it is written behind it."""
    title = said_title(contact.title) if contact.title else ""
    return f"{_who(contact)} ({title})" if title else _who(contact)


def _seated(contact: Contact) -> str:
    """The name, with title and company behind it as far as they are known."""
    title = said_title(contact.title) if contact.title else ""
    company = _company(contact)
    if not title:
        return f"{_who(contact)} of {company}" if company else _who(contact)
    return f"{_who(contact)} ({title} at {company})" if company else f"{_who(contact)} ({title})"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].casefold() in set('aeiou') else 'a'} {noun}"


def _insider(contact: Contact, sign: Sign) -> str:
    target = f"{sign.about}, one of your target companies"
    if sign.how == "note":
        return f"By your own note, {_within(contact)} works at {target}: ask what it is like inside."
    line = label(contact.title) if sign.near else ""
    tells = f"how the {line} side works there" if line else "what it is like inside and what the company is busy with"
    if sign.how == "group":
        return (
            f"{_with_title(contact)} works at {_company(contact)}, which belongs to {target}, and can tell you {tells}."
        )
    return f"{_with_title(contact)} works at {target}, and can tell you {tells}."


def _former_insider(contact: Contact, sign: Sign) -> str:
    who = f"By your own note, {_within(contact)}" if sign.how == "note" else _who(contact)
    return f"{who} has known {sign.about}, one of your target companies, from the inside, and can speak of it freely."


def _in_the_role(contact: Contact, sign: Sign) -> str:
    knows = "knows what it takes, and sees your experience with the right eyes"
    if sign.how == "past":
        return f"{_seated(contact)} did work close to the {sign.about} job you want, {knows}."
    very = fold(sign.about) == fold(contact.title)
    leads = titles.read(contact.title).level >= titles.DIRECTS
    work = f"{'leads' if leads else 'does'} work close to the {sign.about}"
    job = f"{'has the very' if very else work} job you want"
    return f"{_seated(contact)} {job}, {knows}."


def _hires(contact: Contact, sign: Sign) -> str:
    if sign.how == "staff":
        return f"{_with_title(contact)} sees who is hired at {sign.about}: ask what they look for first."
    line = f"for {sign.about}" if sign.near and sign.about else "for work like yours"
    return f"{_with_title(contact)} probably has a say in hiring {line}: ask what counts first."


def _connector(contact: Contact, sign: Sign) -> str:
    value = f"value {_a(sign.about) if sign.about else 'somebody like you'}"
    return f"{_with_title(contact)} {sign.how}, and can tell you which companies {value}."


def _same_field(contact: Contact, sign: Sign) -> str:
    if sign.how == "learns":
        line = sign.about or "the work you want"
        return f"{_with_title(contact)} is learning {line}: ask what is taught and asked for today."
    if sign.how in {"work", "past"}:
        line = f"{sign.about or 'a neighboring line'}, next door to the work you want"
        works = "has worked" if sign.how == "past" else "works"
        return f"{_with_title(contact)} {works} in {line}: ask what is changing there."
    return f"{_seated(contact)} works in {sign.about}, a field you named: ask what is changing there."


def _same_place(contact: Contact, sign: Sign) -> str:
    return f"{_who(contact)} is in {sign.about}, where you want to work: ask which employers are well spoken of there."


def _fellow(contact: Contact, sign: Sign) -> str:
    if not sign.about:
        return (
            f"By your own note, you and {_within(contact)} have worked together: ask which of your strengths stood out."
        )
    easy = "an easy beginning with somebody who knows where you come from"
    return f"You and {_within(contact)} have {sign.about} in common, which makes for {easy}."


def _knows_you(contact: Contact, sign: Sign) -> str:
    if contact.tie is Tie.CLOSE:
        return f"{_who(contact)} knows you well: ask for an honest word on your strengths, or for a practice interview."
    at = f" from {sign.about}" if sign.about else " from work"
    return f"{_who(contact)} knows you{at}: ask which of your strengths stood out."


def _outside_eyes(contact: Contact, sign: Sign) -> str:
    if sign.how == "outside" and (title := said_title(contact.title) if contact.title else ""):
        return (
            f"{_who(contact)} ({title}) looks at your trade from outside: ask whether your goal makes sense from there."
        )
    return f"{_who(contact)} can hear your goal in one sentence, and tell you whether it is clear."


_REASONS: dict[WayKind, Callable[[Contact, Sign], str]] = {
    WayKind.INSIDER: _insider,
    WayKind.FORMER_INSIDER: _former_insider,
    WayKind.IN_THE_ROLE: _in_the_role,
    WayKind.HIRES: _hires,
    WayKind.CONNECTOR: _connector,
    WayKind.SAME_FIELD: _same_field,
    WayKind.SAME_PLACE: _same_place,
    WayKind.FELLOW: _fellow,
    WayKind.KNOWS_YOU: _knows_you,
    WayKind.OUTSIDE_EYES: _outside_eyes,
}
