"""Talking points: what to say on the phone or over a coffee, a short list, in an order that comes easily."""

from askwell.domain.gifts import Gift
from askwell.domain.goals import Need
from askwell.guide.drafts import after_help, aims, dates, gifts, occasion
from askwell.guide.drafts.after_help import Came, Helped
from askwell.guide.drafts.asking import Pointed, Reminded, placed
from askwell.guide.drafts.occasion import Occasion
from askwell.guide.drafts.phrases import sentence
from askwell.guide.drafts.questions import one_question
from askwell.guide.drafts.quotes import clean
from askwell.method.ways import Sign


def ask(at: Occasion, need: Need, sign: Sign, *, pointed: Pointed | None = None) -> str:
    """An ask by phone, in the order in which it is said; after a referral it begins with who pointed there."""
    opening = f"{pointed.by} suggested that we talk." if pointed else occasion.in_short(at, sign)
    full, _ = aims.goal_alone(at)
    return _points(
        f"To open: {opening} Ask whether now is a good moment." if opening else TO_OPEN,
        f"Your news: {aims.news(at)}",
        f"What you look for: {full}",
        _solves(at),
        f"Why you ask them: {why}" if (why := _why(at, sign)) else "",
        f"Your one question: {placed(at, sign, one_question(need.question))} Then listen.",
        f"In return: {_spoken(aims.in_return(at)[0])}",
        "At the end: Say thank you for the time; two lines tomorrow say it again.",
    )


TO_OPEN = "To open: Say hello, ask how they are and whether now is a good moment."


def _spoken(said: str) -> str:
    """As it is said by itself."""
    return sentence(said.removeprefix("And "))


def _solves(at: Occasion) -> str:
    """What she would say if there were time, in her own words; else the problem she would love to solve."""
    told = " ".join(at.goals.clarity.get("ten_minutes", "").split())
    if told:
        return f"If there is time: {sentence(told)}"
    return f"What you would love to solve: {sentence(at.goals.problems[0].rstrip(' ?!'))}" if at.goals.problems else ""


def _why(at: Occasion, sign: Sign) -> str:
    """What makes them the one to ask, where that is theirs in particular."""
    reason = occasion.reason(at, sign)
    return "" if reason in {"outside eyes", "knows you"} else at.fresh(f"brief why {reason}", about=sign.about)


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
        "To open: Say hello, and ask whether now is a good moment.",
        asked,
        f"Your news: {status}" if status else "",
        "Take a no easily, and say thank you in any case.",
    )


def thanks(at: Occasion, helps: tuple[Helped, ...]) -> str:
    said = [f"Thank you for {_for(at, one)}." for one in helps[:2]]
    return _points(*said, "Say that you will tell them what comes of it.", f"In return: {aims.in_return(at)[0]}")


def _for(at: Occasion, one: Helped) -> str:
    day = dates.when(one.on, at.today)
    if one.person:
        return f"{after_help.pointing(one.kind)} {one.person}"
    if one.talk:
        return f"{after_help.talk_of(one.what) or 'talking with me'} {day}"
    return f"{after_help.kind_of(one)} {day}"


def closing(at: Occasion, told: tuple[Came, ...]) -> str:
    pointed = told[0].link or told[0].person
    via = f"To open: Remind them that they pointed you to {pointed}." if pointed else TO_OPEN
    if not told[0].news:
        at.lacks("What came of it, in one sentence.")
    return _points(via, *(sentence(came.news) for came in told[:3]), "Say thank you: they had their part in it.")


def landed(at: Occasion, *, title: str, company: str, helped: Helped | None) -> str:
    if not title or not company:
        at.lacks("Which job it is: title, company, first day.")
    part = after_help.part(at, helped)
    return _points(
        after_help.job_of(title, company), part, "Thank you. If you ever need a hand, you know where to find me."
    )


def giving(at: Occasion, gift: Gift, *, helped: Helped | None) -> str:
    thanked = f"Thank you for {_for(at, helped)}." if helped else TO_OPEN
    return _points(thanked, gifts.line(at, gift), "Nothing is asked today; then listen.")


def _points(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines if line)
