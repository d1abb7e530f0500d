"""What a draft lacks and only she can say: where her line goes in the letter, or that it is no line of it at all."""

import re
from enum import StrEnum

from askwell.domain.wording import Sentence
from askwell.guide.drafts.phrases import sentence
from askwell.guide.drafts.voice import ways_of_saying
from askwell.guide.review.letter import take_apart


class Place(StrEnum):
    """Where a line of hers goes. `KNOWN` is how the two know each other, which is worth keeping beyond the letter.

    What is a `NOTE` is to be done, or said elsewhere: it is no line of the letter.
    """

    KNOWN = "known"
    FIRST = "first"
    SECOND = "second"
    LAST = "last"
    NOTE = "note"


_PLACES = (
    (r"One line on how you know ", Place.KNOWN),
    (r"Who you both know", Place.FIRST),
    (r"What .+ said about ", Place.SECOND),
    (r"One thing from the talk ", Place.SECOND),
    (r"One line on what you did with it", Place.SECOND),
    (r"What .+ did for you ", Place.SECOND),
    (r"What came of it", Place.SECOND),
    (r"How it went", Place.SECOND),
    (r"How their help played in", Place.SECOND),
    (r"Which job it is", Place.SECOND),
    (r"One thing that you saw ", Place.SECOND),
    (r"When, or how, you will do ", Place.SECOND),
    (r"What it is that you send", Place.SECOND),
    (r"One thing you could do ", Place.LAST),
    (r"Your \S+, attached ", Place.NOTE),
    (r"Your own question", Place.NOTE),
    (r"Your name ", Place.NOTE),
    (r"Your own decision first", Place.NOTE),
    (r"Your goal ", Place.NOTE),
    (r"Two or three companies", Place.NOTE),
)
POINT = "- "  # how a line of talking points begins


def place_of(missing: str) -> Place:
    """Where what is asked of her belongs."""
    return next((place for words, place in _PLACES if re.match(words, missing)), Place.NOTE)


def put(text: str, line: str, place: Place) -> str:
    """The letter with her line in it, as a sentence; empty lines change nothing."""
    words = " ".join(line.split())
    if not words or place is Place.NOTE:
        return text
    said = sentence(words)
    if place is Place.LAST and (offer := _standard_offer(text)):
        return text.replace(offer, said, 1)
    if text.startswith(POINT):
        return f"{text}\n{POINT}{said}" if place is Place.LAST else f"{POINT}{said}\n{text}"
    letter = take_apart(text)
    if place is Place.SECOND and letter.body:
        at = _behind(text, letter.body[0])
        return f"{text[:at]} {said}{text[at:]}"
    if place is Place.LAST:
        at = letter.before_closing
        return f"{text[:at]}\n\n{said}{text[at:]}".lstrip()
    at = letter.after_greeting
    return f"{text[:at]}{said}{' ' if text[at:] else ''}{text[at:]}"


def _standard_offer(text: str) -> str:
    """The offer that a draft makes where it knows of none in particular; hers takes its place."""
    return next((said for name in ("offer", "offer short") for said in ways_of_saying(name) if said in text), "")


def _behind(text: str, first: Sentence) -> int:
    """Behind a sentence and its full stop."""
    at = first.end
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
