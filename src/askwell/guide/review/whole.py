"""All that is said of a letter as it stands: pure, and quick enough for each pause in her typing."""

from collections.abc import Collection
from dataclasses import dataclass

from askwell.domain.goals import Goals
from askwell.domain.people import Contact
from askwell.domain.plans import Finding
from askwell.guide import room
from askwell.guide.letters import KINDS, Purpose
from askwell.guide.review import check
from askwell.guide.review.goods import goods, in_common
from askwell.guide.review.mending import Thought, thoughts


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What can be said of a letter as it stands; `limit` is in characters, None where nothing has to be counted.

    `thoughts` are the gravest findings, at most three, the gravest first; `findings` are all.
    """

    thoughts: tuple[Thought, ...] = ()
    findings: tuple[Finding, ...] = ()
    goods: tuple[str, ...] = ()
    words: int = 0
    characters: int = 0
    limit: int | None = None


def reviewed(
    text: str, contact: Contact, goals: Goals, *, purpose: Purpose, channel: str, left: Collection[str] = ()
) -> Reviewed:
    """A letter to a contact by a channel as pages choose it; `left` are rules she leaves as they are."""
    by, _ = room.taken_apart(channel or "email")
    words, characters, limit = len(text.split()), len(text), room.limit(channel)
    if by == "phone":  # talking points are said, not read
        return Reviewed(words=words, characters=characters)
    kind, status = str(KINDS[purpose]), str(goals.status)
    found = check(text, kind=kind, tie=str(contact.tie), status=status, channel=by, goals=goals)
    if purpose is Purpose.GIVE:  # a gift need not thank, or offer more
        return Reviewed(*_of_gift(text, found, left), words=words, characters=characters, limit=limit)
    good = goods(text, {one.rule for one in found}, kind=kind, status=status, shared=in_common(contact, goals))
    return Reviewed(thoughts(text, found, left=left), found, good, words, characters, limit)


def _of_gift(
    text: str, found: tuple[Finding, ...], left: Collection[str]
) -> tuple[tuple[Thought, ...], tuple[Finding, ...]]:
    said = tuple(one for one in found if one.start < one.end)
    return thoughts(text, said, left=left), said
