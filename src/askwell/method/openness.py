"""Tip 4: be open about being out of work. The status line, whether a text says so, wording that hides or laments."""

from collections.abc import Iterable

from askwell.domain.goals import Goals, Status
from askwell.domain.phrases import Hit, read
from askwell.domain.wording import Sentence, sentences
from askwell.identity.roles import with_article

MONTHS = "January February March April May June July August September October November December".split()


WORDING = read("askwell.method", "openness.txt")
STATED = WORDING["stated"]
OF_OTHERS = WORDING["of others"]
LONG_AGO = WORDING["long ago"]
EUPHEMISMS = WORDING["euphemisms"]
SHAME = WORDING["shame"]
SORRY = WORDING["sorry"]
NOT_SORRY = WORDING["not sorry"]


def reading(text: str | Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a text, or those given."""
    return sentences(text) if isinstance(text, str) else tuple(text)


def states_status(text: str | Iterable[Sentence]) -> bool:
    """Whether a reader can tell from the text that its writer is out of work, or looking for work."""
    return any(stated(sentence) for sentence in reading(text))


def stated(sentence: Sentence) -> Hit | None:
    """Where the sentence says that its writer is out of work or looking; not of others, or of long ago."""
    if LONG_AGO.find(sentence) is not None:
        return None
    others = tuple(OF_OTHERS.all(sentence))
    hits = (
        h
        for h in STATED.all(sentence)
        if not any(o.first <= h.first < o.after or h.first <= o.first < h.after for o in others)
    )
    return min(hits, default=None)


def euphemism(sentence: Sentence) -> Hit | None:
    """Where the sentence circles around being out of work."""
    return EUPHEMISMS.find(sentence, negated=False)


def ashamed(sentence: Sentence) -> Hit | None:
    """Where the sentence tells of being out of work with embarrassment, self-pity or desperation."""
    return SHAME.find(sentence, negated=False)


def apologetic(sentence: Sentence) -> Hit | None:
    """Where the sentence apologizes for asking, or makes the ask small; not an apology for anything else."""
    if NOT_SORRY.find(sentence) is not None:
        return None
    return SORRY.find(sentence, negated=False)


def status_line(goals: Goals) -> str:
    """The one plain sentence about the status: the seeker's own, else made of what is known; "" where employed."""
    if goals.status is Status.EMPLOYED:
        return ""
    if goals.status_line:
        return goals.status_line
    wanted = "looking"
    if goals.roles:
        wanted = f"looking for work as {with_article(goals.roles[0])}"
    elif goals.fields:
        wanted = f"looking for work in {goals.fields[0]}"
    return f"{standing(goals)} {wanted}."


def standing(goals: Goals) -> str:
    """How a sentence on her status begins, before "looking": I left Meridian in March and am; I am out of work and."""
    ended = [p for p in goals.positions if p.until is not None and p.company]
    if not ended:
        return "I am out of work and"
    last = max(ended, key=lambda p: (p.until, p.since or p.until))
    assert last.until is not None
    return f"I left {last.company} in {MONTHS[last.until.month - 1]} and am"


def one_voice(headline: str, goals: Goals) -> str:
    """One kind sentence where the profile's headline and the status tell two stories, else ""."""
    if not headline.strip():
        return ""
    says = states_status(headline)
    if goals.status is Status.EMPLOYED:
        return "Your headline says that you are looking, while your status asks for discretion." if says else ""
    if says:
        return ""
    if any(euphemism(sentence) for sentence in sentences(headline)):
        return f"Your headline only hints at it; it could say the same as your status line: “{status_line(goals)}”"
    return f"Your headline does not say yet that you are looking; your status line does: “{status_line(goals)}”"
