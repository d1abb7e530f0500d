"""Why somebody stands where they stand among those to ask, in a sentence or two without figures."""

from datetime import date

from askwell.domain.people import Contact, Tie
from askwell.domain.plans import WayKind
from askwell.guide.drafts.dates import month, when
from askwell.identity.called import called
from askwell.identity.companies import core
from askwell.identity.employers import is_company
from askwell.identity.groups import is_past
from askwell.identity.way_words import clipped
from askwell.method.ways import Sign

_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_LIKELY = ((0.6, "likely"), (0.45, "more likely than not"), (0.2, "possible"), (0.0, "not very likely"))
_OLD = "and old acquaintances bring news that you have not heard"
_FAR = {
    Tie.CLOSE: "and it is good to begin with those who are close",
    Tie.KNOWN: "and acquaintances reach people whom you do not know",
    Tie.BARELY: "and people you hardly know move among people you do not know",
    Tie.NEW: "unless you can name somebody you both know",
}


def why(contact: Contact, signs: tuple[Sign, ...], today: date) -> str:
    """Why them, then how the two stand."""
    who = called(contact.name) or "This person"
    return f"{_help(who, contact, signs[0])}. {_tie(contact, today)}."


def outlook(contact: Contact, chance: float) -> str:
    """What may come of asking, in words: how likely an answer is, and how far it reaches (method.md, tip 1)."""
    likely = next(word for least, word in _LIKELY if chance >= least)
    return f"An answer is {likely}, {_OLD if contact.dormant else _FAR[contact.tie]}."


def _help(who: str, contact: Contact, first: Sign) -> str:
    at = _at(contact.company)
    in_common = (
        f"You and {called(contact.name) or 'this person'} have {first.about} in common"
        if first.about
        else f"You have worked with {called(contact.name) or 'this person'}"
    )
    said = {
        WayKind.INSIDER: f"{who} works{_inside(at, first)}, {_place(first.place)} on your list",
        WayKind.FORMER_INSIDER: f"{who} used to be at {first.about}, {_place(first.place)} on your list",
        WayKind.IN_THE_ROLE: _in_the_role(who, at, first),
        WayKind.HIRES: f"{who} probably has a say in hiring for work like yours{at}",
        WayKind.CONNECTOR: f"{who} {first.how or 'meets many companies'}{at}",
        WayKind.SAME_FIELD: f"{who} {_field(first)}{at and f',{at}'}",
        WayKind.SAME_PLACE: f"{who} is in {first.about}, where you want to work",
        WayKind.FELLOW: in_common,
        WayKind.KNOWS_YOU: f"{who} knows what you are good at" if first.about else f"{who} knows you well",
        WayKind.OUTSIDE_EYES: f"{who} can tell you whether your goal is clear to an outsider",
    }[first.kind]
    if first.near == 2 and first.kind is WayKind.INSIDER:
        said += ", in the work you want"
    if first.decides and first.kind is not WayKind.HIRES:
        said += ", and probably has a say in hiring"
    return said


def _at(company: str) -> str:
    left = is_past(company) or not is_company(company)
    return "" if left else f" at {clipped(core(company))}"


def _inside(at: str, first: Sign) -> str:
    return f"{at}, which belongs to {first.about}" if first.how == "group" and at else f" at {first.about}"


def _in_the_role(who: str, at: str, first: Sign) -> str:
    if first.how == "past":
        return f"{who} did the work you want, or led it"
    return f"{who} does the work you want, or leads it{at and f',{at}'}"


def _field(first: Sign) -> str:
    if first.how == "learns":
        return "is learning the work you want"
    works = "has worked" if first.how == "past" else "works"
    where = f"in {first.about}, a field you named" if first.how == "field" else "next door to the work you want"
    return f"{works} {where}"


def _place(place: int) -> str:
    return _PLACES[place] if place < len(_PLACES) else f"number {place + 1}"


def _tie(contact: Contact, today: date) -> str:
    """How the two stand: when they were last in touch, else how well they know each other."""
    if contact.tie is Tie.CLOSE and not contact.dormant:
        return "You are close"
    if contact.last is not None and (contact.sent or contact.received or contact.dormant):
        return f"You were last in touch {when(contact.last.date(), today)}"
    if contact.tie is Tie.NEW:
        return "You do not know each other yet"
    if contact.connected_on is not None:
        return f"You have been connected since {month(contact.connected_on, today)}"
    return "You know each other" if contact.tie is Tie.KNOWN else "You know each other a little"
