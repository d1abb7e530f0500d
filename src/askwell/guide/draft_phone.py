"""Talking points: what to say on the phone or over a coffee, a line each, in an order that comes easily."""

from askwell.domain.goals import Need
from askwell.guide import draft_aims, draft_lines
from askwell.guide.draft_after import Came, Helped, quotable, to_me
from askwell.guide.draft_first import Pointed, Reminded, one_question
from askwell.guide.draft_lines import Occasion
from askwell.guide.draft_parts import sentence


def ask(at: Occasion, need: Need, *, pointed: Pointed | None = None) -> str:
    """An ask by phone; after a referral it begins with who pointed there."""
    status = draft_aims.status(at)
    opening = f"{pointed.by} suggested that we talk. {status}" if pointed else draft_lines.news(at, status)
    goal, _ = draft_aims.goal(at)
    offer = draft_aims.in_return(at)[0]
    return _points(
        at,
        (opening.rstrip(" :"), goal, f"My one question: {one_question(need.question)}"),
        (offer, draft_aims.discretion(at), "Then listen, and write down what you hear."),
        "Say thank you at the end, and in two lines within a day.",
    )


def nudge(at: Occasion, about: Reminded) -> str:
    question = "" if about.offer else one_question(about.question or about.instead)
    asked = f"I wrote on {draft_lines.spoken(about.on)}. {question}".strip()
    if about.offer:
        asked = f"You offered on {draft_lines.spoken(about.on)}: “{quotable(about.offer)}”. Does that still stand?"
    return _points(at, (asked, draft_aims.status(at)), ("Ask whether now is a good moment, and take a no easily.",), "")


def thanks(at: Occasion, helps: tuple[Helped, ...]) -> str:
    said = [f"Thank you for {_for(one)}." for one in helps[:2]]
    offer = draft_aims.in_return(at)[0]
    return _points(at, (*said, "I will tell you what comes of it.", offer), (), "")


def _for(one: Helped) -> str:
    day = draft_lines.spoken(one.on)
    if one.person:
        return f"pointing me to {one.person}"
    if one.talk or not one.what:
        return f"your time on {day}"
    return f"what you told me on {day}: “{quotable(one.what)}”" if one.quoted else f"your help on {day}"


def closing(at: Occasion, came: Came) -> str:
    via = f"You pointed me to {came.link or came.person}. " if came.person else ""
    return _points(at, (f"{via}{to_me(came.news)}", "Thank you, you had your part in it."), (), "")


def landed(at: Occasion, *, job: str, part: str) -> str:
    return _points(at, (job, sentence(part), "Thank you. Your turn to ask me for something."), (), "")


def _points(at: Occasion, said: tuple[str, ...], done: tuple[str, ...], last: str) -> str:
    lines = [f"Call {at.who}." if at.who else "Make the call.", *said, *done, last]
    return "\n".join(f"- {line}" for line in lines if line)
