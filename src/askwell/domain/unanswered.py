"""Which words of others wait for an answer of hers: a question at the end of a message, or a time proposed."""

import re

from askwell.domain.wording import Sentence, sentences

LOOKED_AT = 4000  # characters from the end of a message
FAREWELL = 4  # words: a last line as short as that and no question is a greeting or a name
LAST = 2  # sentences before it in which a question still waits
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|(?:this|next) (?:week|month)|noon|o'clock"
    r"|\d{1,2}:\d{2}|\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.))\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:(?:how|what) about|shall we|(?:could|can) (?:do|meet|talk|call)|am free|i'm free|i’m free|are you free"
    r"|would (?:suit|work)|works? for (?:me|you)|suits? (?:me|you)|let me know|available)\b",
    re.IGNORECASE,
)


def question_in(text: str, *, agreed: bool = False) -> str:
    """The sentence near the end that waits for her answer, "" if none does; `agreed` where the time is settled."""
    end = text[-LOOKED_AT:]
    found = list(sentences(end))
    while found and not found[-1].question and len(found[-1].words) <= FAREWELL:
        found.pop()
    for sentence in reversed(found[-LAST:]):
        said = _said(end, sentence)
        if sentence.question or (not agreed and _WHEN.search(said) and _PROPOSES.search(said)):
            return said
    return ""


def _said(text: str, sentence: Sentence) -> str:
    words = " ".join(text[sentence.start : sentence.end].split())
    return f"{words}{'?' if sentence.question else '.'}"
