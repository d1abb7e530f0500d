"""The words that stand around a letter on its page, for each purpose and channel."""

from dataclasses import dataclass

from askwell.actions.letters import Purpose
from askwell.domain.letters import Letter
from askwell.guide import room
from askwell.guide.review.whole import Reviewed
from askwell.web.parts.days import Clock
from askwell.web.parts.words import counted

SILENCE = "Some people will not answer. It is rarely about you."
NO_ANSWER = "It needs no answer. It is a gift."


@dataclass(frozen=True, slots=True)
class Around:
    """`heading` has the place {who}; `above` stands over it and `after` below the buttons; `this` is it in a story."""

    heading: str
    above: str
    this: str
    after: str = ""


AROUND = {
    Purpose.ASK: Around("A question for {who}", "One person, one question", "Your question to {who}", SILENCE),
    Purpose.ACT: Around("Write to {who}", "Somebody opened a door", "Your first letter to {who}", SILENCE),
    Purpose.THANK: Around("Thank {who}", "While it is fresh", "Your thanks", NO_ANSWER),
    Purpose.REPORT: Around("Tell {who} the news", "Who opened a door likes to hear what was behind it", "Your news"),
    Purpose.CLOSE: Around("Tell {who} what came of it", "Nobody who helped is left in the dark", "Your news"),
    Purpose.NUDGE: Around("Remind {who} kindly", "People mean to answer, and forget", "Your reminder", SILENCE),
    Purpose.LANDED: Around("Tell {who} the good news", "You have landed, and not alone", "Your good news"),
    Purpose.GIVE: Around("Something for {who}", "Nothing is asked today", "Your gift", NO_ANSWER),
}
CHANNELS = {
    "email": "Letter",
    room.NOTE: "LinkedIn note",
    "linkedin": "LinkedIn message",
    "text": "Text message",
    "phone": "By phone",
}
ABOUT = {  # what a finding is about, behind its buttons, for those who hear the page
    "insincere": "what sounds like a form letter",
    "asks-referral": "the request",
    "ashamed": "what sounds ashamed",
    "pushy": "what presses",
    "coy": "your situation",
    "vague-ask": "your question",
    "apologetic": "the apology",
    "open-loop": "what came of it",
    "no-goal": "your goal",
    "no-targets": "whom you would love to meet",
    "no-thanks": "a word of thanks",
    "no-reciprocity": "your offer in return",
    "too-long": "the length",
}


def heading_of(reviewed: Reviewed) -> str:
    """Two gentle thoughts."""
    return counted(len(reviewed.thoughts), "gentle thought").capitalize()


def told_of(other: Letter, *, question: str, clock: Clock) -> str:
    """What is said of other words she began to the same person: those to another question are no doubles."""
    when = clock.moment(other.kept) if other.kept else "today"
    when = f"{when[:1].upper()}{when[1:]}"
    return (
        f"{when}, in another window" if other.need == question else f"Your words to the other question are kept. {when}"
    )


def size_of(reviewed: Reviewed) -> str:
    """127 words; where a channel has little room, the room there is."""
    if reviewed.limit is None or reviewed.limit > 1000 >= reviewed.characters:
        return f"{reviewed.words:,} {'word' if reviewed.words == 1 else 'words'}"
    over = reviewed.characters - reviewed.limit
    return f"{over:,} characters too many" if over > 0 else f"{reviewed.characters:,} of {reviewed.limit:,} characters"
