"""The question put to her about each thing that was noticed, with her yes and two ways of no."""

from collections.abc import Callable
from dataclasses import dataclass

from askwell.actions.noticed import Noticed
from askwell.actions.replies import ASKED, REPLY
from askwell.domain.cues import CueType
from askwell.domain.people import Contact
from askwell.identity.called import called
from askwell.web.parts import Act

ANSWER = "/replies/answer"
REFERRED = frozenset({CueType.INTRODUCTION, CueType.REFERRAL})


@dataclass(frozen=True, slots=True)
class Question:
    """`{given}` is whose words they are, `{name}` whom they name; `yes` the words of the first button."""

    ask: str
    yes: str
    no: str = "Just a reply"


QUESTIONS: dict[str, Question] = {
    CueType.OFFER: Question("Is {given} offering you something?", "Yes, an offer"),
    CueType.HELP: Question("Did this help you?", "Yes, that helped"),
    CueType.DECLINE: Question("A “not now”. Shall we leave {given} in peace for a while?", "Yes, for a while"),
    CueType.MEETING: Question("Is this a talk for your search?", "Yes, a talk"),
    CueType.AUTO: Question("Did a machine write this?", "Yes, a machine"),
    CueType.ASK: Question("Did you ask {given} something here?", "Yes, I asked", "No, just a letter"),
    CueType.THANKS: Question("Did you thank {given} here?", "Yes, a thank-you", "No, just a letter"),
    CueType.CLOSED: Question("Did you tell {given} here what came of it?", "Yes, they know now", "No, just a letter"),
    CueType.GIVEN: Question("Did you do something for {given} here?", "Yes, I did", "No, just a letter"),
    REPLY: Question("Did this help you?", "Yes, that helped"),
}
POINTS = Question("Is {given} pointing you to {name}?", "Yes, add {first}")
JOINS = Question("Is {given} putting you in touch with {name}?", "Yes, add {first}")
POINTS_ON = Question("Is {given} pointing you to somebody?", "Yes, a referral")
WAITS = Question("{given} waits for an answer of yours. Is that settled?", "Yes, settled", "It needs no answer")


def question(one: Noticed, goes_by: Callable[[Contact], str]) -> Question:
    """What is asked about a notice, with its names filled in; `goes_by` tells what somebody goes by between the two."""
    given = goes_by(one.contact) if one.contact else ""
    said = {"given": given or "somebody", "name": " and ".join(one.names), "first": _first(one)}
    found = _kind(one)
    fill: Callable[[str], str] = lambda words: words.format(**said)  # noqa: E731 - one line, three times
    return Question(fill(found.ask).capitalize() if not given else fill(found.ask), fill(found.yes), found.no)


def _kind(one: Noticed) -> Question:
    if one.id.endswith(ASKED):
        return WAITS
    if one.waiting.type in REFERRED:
        if not one.names or "@" in one.names[0]:
            return POINTS_ON
        return JOINS if one.waiting.type == CueType.INTRODUCTION else POINTS
    return QUESTIONS[one.waiting.type]


def _first(one: Noticed) -> str:
    """Whom her yes adds: by the given name, or how many."""
    if len(one.names) > 1:
        return f"all {len(one.names)}" if len(one.names) > 2 else "both"
    return called(one.names[0]) or one.names[0] if one.names else ""


def acts(one: Noticed, asked: Question) -> list[Act]:
    """Her yes, and the ways of no; a "not now" may be for good, and what concerns a question has no other way."""
    about = one.contact.name if one.contact else ""
    found = [Act(asked.yes, post=ANSWER, name="yes", value=one.id, about=about)]
    if one.waiting.type == CueType.DECLINE and one.contact:
        found.append(Act("For good", post="/replies/for-good", name="id", value=one.id, about=about))
    found.append(Act(asked.no, post=ANSWER, name="no", value=one.id, about=about))
    if not one.id.endswith(ASKED):
        found.append(Act("Not about this", post="/replies/not-this", name="id", value=one.id, about=about))
    return found
