"""Talking points: what to say on the phone or over a coffee, a short list, in an order that comes easily."""

from askwell.domain.gifts import Gift
from askwell.domain.goals import Need
from askwell.guide.drafts import after_help, aims, dates, gifts, occasion
from askwell.guide.drafts.after_help import Came, Helped
from askwell.guide.drafts.asking import Pointed, Reminded
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import sentence
from askwell.guide.drafts.questions import one_question
from askwell.guide.drafts.quotes import clean
from askwell.method.ways import Sign


def ask(at: Occasion, need: Need, sign: Sign, *, pointed: Pointed | None = None) -> str:
    """An ask by phone; after a referral it begins with who pointed there."""
    opening = f"{pointed.by} suggested that we talk." if pointed else occasion.in_short(at, sign)
    full, _ = aims.goal_alone(at)
    return _points(
        f"To begin with: {opening}" if opening else "To begin with, ask how they are.",
        f"Your news: {aims.news(at)}",
        f"Your goal: {full}",
        f"Your one question: {one_question(need.question)} Then listen.",
        f"What you can offer: {aims.in_return(at)[0]}",
        aims.discretion(at),
        "At the end, say thank you; two lines tomorrow say it again.",
    )


def nudge(at: Occasion, about: Reminded) -> str:
    day = dates.when(about.on, at.today)
    if about.offer:
        words = clean(about.offer)
        said = f": “{words}.”" if words else "."
        still = "Does that still stand?" if about.taken else "When would it suit them?"
        asked = f"They offered their help {day}{said} {still}"
    else:
        asked = f"You wrote {day}. Your question: {one_question(about.question or about.instead)}"
    status = aims.status(at)
    return _points(
        asked, f"Your news: {status}" if status else "", "Ask whether now is a good moment, and take a no easily."
    )


def thanks(at: Occasion, helps: tuple[Helped, ...]) -> str:
    said = [f"Thank you for {_for(at, one)}." for one in helps[:2]]
    return _points(
        *said, "Say that you will tell them what comes of it.", f"What you can offer: {aims.in_return(at)[0]}"
    )


def _for(at: Occasion, one: Helped) -> str:
    day = dates.when(one.on, at.today)
    if one.person:
        return f"{after_help.pointing(one.kind)} {one.person}"
    if one.talk:
        return f"{after_help.talk_of(one.what) or 'talking with me'} {day}"
    return f"{after_help.kind_of(one)} {day}"


def closing(at: Occasion, told: tuple[Came, ...]) -> str:
    pointed = told[0].link or told[0].person
    via = f"Remind them that they pointed you to {pointed}." if pointed else ""
    if not told[0].news:
        at.lacks("What came of it, in one sentence.")
    return _points(via, *(sentence(came.news) for came in told[:3]), "Say thank you: they had their part in it.")


def landed(at: Occasion, *, title: str, company: str, helped: Helped | None) -> str:
    if not title or not company:
        at.lacks("Which job it is: title, company, first day.")
    part = after_help.part(at, helped)
    return _points(after_help.job_of(title, company), part, "Thank you. Now it is your turn to ask me for something.")


def giving(at: Occasion, gift: Gift, *, helped: Helped | None) -> str:
    thanked = f"Thank you for {_for(at, helped)}." if helped else "To begin with, ask how they are."
    return _points(thanked, gifts.line(at, gift), "Nothing is asked today; then listen.")


def _points(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines if line)
