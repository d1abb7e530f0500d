"""What is said of each finding: why, in one kind sentence, and words to use instead, from the seeker's goals."""

from collections.abc import Callable

from askwell.domain.goals import Goals, NeedKind
from askwell.identity import resume
from askwell.identity.roles import with_article
from askwell.method.openness import status_line

TIPS = {
    "vague-ask": 2,
    "no-goal": 2,
    "too-long": 2,
    "apologetic": 3,
    "insincere": 3,
    "no-reciprocity": 3,
    "coy": 4,
    "ashamed": 4,
    "asks-referral": 5,
    "no-targets": 5,
    "pushy": 6,
    "no-thanks": 7,
    "open-loop": 7,
}
WHY = {
    "asks-referral": "Tip 5: a referral given of their own accord is worth more, so the offer can be left to them.",
    "coy": "Tip 4: people can help once they know that you are out of work and looking; one plain sentence is enough.",
    "ashamed": "Tip 4: being out of work happens to good people, and the fact alone, told plainly, serves you better.",
    "apologetic": "Tip 3: most people like to help, so there is nothing here to be sorry for.",
    "insincere": "Tip 3: one true, particular thing about this person warms more than what could be sent to many.",
    "vague-ask": "Tip 2: one question they can answer in five minutes is easier to say yes to.",
    "no-goal": "Tip 2: with the role or field named, they can think of what would help.",
    "no-targets": "Tip 5: with two or three companies or kinds of people named, they can think of somebody.",
    "no-reciprocity": "Tip 3: an offer to do something in return, in your own words, keeps it even between you.",
    "pushy": "Tip 6: you may ask again and often, and leaving them free in when and how makes an answer likelier.",
    "no-thanks": "Tip 7: a word of thanks belongs to whoever lifts a finger, even beforehand.",
    "open-loop": "Tip 7: helpers are glad to hear what exactly helped, and what came of it.",
    "too-long": "Tip 2: a shorter message, with one question in it, is read to the end more often.",
}
LIMITS = {"email": 200, "linkedin": 120, "text": 60}
AFTER_HELP = frozenset({"thanks", "close-loop", "landed"})


def why(rule: str) -> str:
    """One kind sentence, with the number of the tip."""
    return WHY[rule]


def instead(rule: str, *, goals: Goals, kind: str, channel: str) -> str:
    """Words to use instead: from the goals where they tell something, and such as the kind of letter calls for."""
    if rule == "too-long":
        return f"Keep {KEPT.get(kind, ASKED)}, in at most {LIMITS[channel]} words."
    fitting = BY_KIND.get(rule, {}).get(kind)
    if fitting is not None:
        return fitting
    return PLAIN[rule] if rule in PLAIN else FROM_GOALS[rule](goals)


def work(goals: Goals) -> str:
    """The work wanted, as in "work as a planner in public health"."""
    role = f" as {with_article(goals.roles[0])}" if goals.roles else ""
    field = f" in {goals.fields[0]}" if goals.fields else ""
    return f"work{role}{field}" if role or field else "work as a … in …"


def listed(names: tuple[str, ...]) -> str:
    """At most three names, as one says them."""
    some = names[:3]
    return some[0] if len(some) == 1 else f"{', '.join(some[:-1])} and {some[-1]}"


def targets(goals: Goals) -> str:
    """Whom the seeker would love to meet."""
    if goals.companies:
        return f"people at {listed(goals.companies)}"
    if goals.kinds_of_people:
        return listed(goals.kinds_of_people)
    if goals.kinds_of_company:
        return f"people at {listed(goals.kinds_of_company)}"
    return "people at … and …"


def _question(goals: Goals) -> str:
    asked = next((n.question for n in goals.needs if n.question and n.kind is not NeedKind.FAVOR), "")
    if asked:
        return asked
    if goals.roles:
        return f"What would you look at first in the {resume.word(goals)} of {with_article(goals.roles[0])}?"
    if goals.fields:
        return f"Which one skill would you build first for work in {goals.fields[0]}?"
    return f"Which of the two would you put first on my {resume.word(goals)}, the … or the …, and why?"


def _status(goals: Goals) -> str:
    """The status, plainly; whoever is employed and looking has no more to tell than the goal."""
    return status_line(goals) or _goal(goals)


def _return(goals: Goals) -> str:
    """An offer of something she is good at, where she told of such a thing."""
    from askwell.guide.drafts.aims import is_help  # the letters read the review's rules, so it is asked for late

    useful = next((strength for strength in goals.strengths if is_help(strength)), "")
    if useful:
        return f"If you ever want a hand with {useful}, I would be glad to help."
    return "If there is anything I can do for you in return, I would be glad to."


def _meet(goals: Goals) -> str:
    return f"I would love to get to know {targets(goals)}."


def _goal(goals: Goals) -> str:
    return f"I am looking for {work(goals)}."


FROM_GOALS: dict[str, Callable[[Goals], str]] = {
    "asks-referral": _meet,
    "no-targets": _meet,
    "coy": _status,
    "ashamed": _status,
    "vague-ask": _question,
    "no-goal": _goal,
    "no-reciprocity": _return,
}
PLAIN = {
    "apologetic": "I have one question for you, and any time that suits you is fine.",
    "insincere": "Say how you know each other, or one thing of theirs that you noticed and liked, in your own words.",
    "pushy": "Whenever it suits you is fine, and a line is enough.",
    "no-thanks": "Thank you, I appreciate it.",
}
NEWS = "I wanted you to be among the first to know."
BY_KIND: dict[str, dict[str, str]] = {
    "apologetic": {
        "nudge": "I am still curious, and any time that suits you is fine.",
        **dict.fromkeys(AFTER_HELP, "Your help came at the right moment, and I am glad that I asked."),
    },
    "insincere": {
        "referred": "Say who sent you, and one thing of theirs that you noticed and liked, in your own words.",
        **dict.fromkeys(AFTER_HELP, "Say what exactly they did, and what you could do with it, in your own words."),
    },
    "pushy": {"thanks": "I am glad of what you have given me already.", "landed": NEWS},
    "asks-referral": {"landed": NEWS},
    "ashamed": {"landed": "I was out of work for a while, and I have a job again."},
    "no-thanks": dict.fromkeys(AFTER_HELP, "Thank you, your help has made a difference."),
    "open-loop": {
        "thanks": "Thank you for … : because of it I have …",
        "close-loop": "I did what you suggested: I … , and what came of it is …",
        "landed": "I start as … at … on … ; your … is part of how it came about.",
    },
}
ASKED = "who you are, where you stand, the one question and the thanks"
KEPT = {
    "nudge": "the question, where you stand, and a word of thanks",
    "thanks": "what they did, what you could do because of it, and the thanks",
    "close-loop": "what you did, what came of it, and the thanks",
    "landed": "what the job is, how their help played in, and the thanks",
}
