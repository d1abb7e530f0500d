"""No two letters of one day begin alike."""

import re
from collections.abc import Callable
from dataclasses import replace

from askwell.domain.plans import Draft
from askwell.guide.drafts.composer import Composer

TURNS = 6
LONGEST_GREETING = 60  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def unlike(composer: Composer, write: Callable[[Composer], Draft | None], said: set[str]) -> Draft | None:
    """A draft that begins like none of those `said` before, which it joins; or else is not the same as a whole.

    The same draft always comes out the same; only where two letters of one day would begin alike, the later one is
    put in other words. A line by text or in an invitation has few ways to begin.
    """
    first = write(composer)
    if first is None or first.channel == "phone":
        return first
    drafts = [first]
    for turn in range(1, TURNS):
        if opening(drafts[-1]) not in said:
            break
        drafts.append(write(replace(composer, turn=turn)) or first)
    fresh = [draft for draft in (drafts[-1], *drafts) if opening(draft) not in said or body(draft) not in said]
    chosen = fresh[0] if fresh else first
    said |= {opening(chosen), body(chosen)}
    return chosen


def body(draft: Draft) -> str:
    """All that stands after the greeting."""
    greeting, comma, rest = draft.text.partition(",")
    return (rest if comma and len(greeting) < LONGEST_GREETING else draft.text).strip()


def opening(draft: Draft) -> str:
    """The first sentence after the greeting."""
    return _SENTENCE_END.split(body(draft), 1)[0]
