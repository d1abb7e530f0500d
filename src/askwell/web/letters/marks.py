"""Marks under a letter: the text in pieces for the page, and places as a browser counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.guide.review.mending import Thought


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, marked with the number of its thought; 0 is not marked. A missing thing marks a place."""

    text: str
    number: int = 0


def pieces(text: str, thoughts: Iterable[Thought]) -> tuple[Piece, ...]:
    """The whole text in order; where two marks would overlap, the graver stays."""
    kept: list[tuple[int, int, int]] = []
    for number, one in enumerate(thoughts, 1):
        if all(one.end <= start or end <= one.start for start, end, _ in kept):
            kept.append((one.start, one.end, number))
    found, at = [], 0
    for start, end, number in sorted(kept):
        found += [Piece(text[at:start]), Piece(text[start:end], number)]
        at = end
    found.append(Piece(text[at:]))
    return tuple(one for one in found if one.text or one.number)


def units(text: str, at: int) -> int:
    """A place in code points as a browser counts it, in UTF-16 units: an emoji is two."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
