"""What people wrote that no cue explains: answers to her asks which may have helped, and questions put to her."""

from collections.abc import Iterator

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction, Interaction
from askwell.domain.plans import Ask
from askwell.domain.threads import Record
from askwell.domain.wording import sentences
from askwell.method.favors import Books

SAYS_IT = frozenset({CueType.HELP, CueType.INTRODUCTION, CueType.REFERRAL, CueType.DECLINE})
KNOWN = frozenset({CueType.OFFER, CueType.MEETING})
TELLING = 6  # words of a sentence that may tell something
LOOKED_AT = 4000  # characters of a message


def unexplained(kept: Books) -> Iterator[tuple[Interaction, str]]:
    """For each ask, the first answer in its thread of which nothing is known, and its longest sentence."""
    seen: set[str] = set()
    for ask in kept.asks:
        found = _of_ask(kept.record, ask)
        if found is not None and found[0].id not in seen:
            seen.add(found[0].id)
            yield found


def _of_ask(record: Record, ask: Ask) -> tuple[Interaction, str] | None:
    threads = {record.search.by_id[i].thread for i in ask.interactions} - {""}
    for reply in record.heard(ask.to, after=ask.at):
        if reply.direction is not Direction.IN or not (reply.thread in threads or reply.id == ask.answered_by):
            continue
        if record.types(reply) & SAYS_IT:
            return None
        told = "" if record.types(reply) & KNOWN else longest_sentence(reply.text)
        if told and CueType.HELP not in record.search.denied.get(reply.id, ()):
            return reply, told
    return None


def longest_sentence(text: str) -> str:
    """The longest sentence that is no question, as it was written; "" where there is none of some length."""
    found = [s for s in sentences(text[:LOOKED_AT]) if not s.question and len(s.words) >= TELLING]
    longest = max(found, key=lambda s: len(s.words), default=None)
    return f"{text[longest.start : longest.end]}." if longest else ""


def questions(kept: Books) -> Iterator[tuple[Interaction, str]]:
    """What somebody of the search asked her, and she has not answered yet; the oldest first."""
    asking = kept.record.questions
    people = kept.record.drawn_in | {ask.to for ask in kept.asks} | {one.by for one in kept.helps}
    found = [asking[person] for person in asking if person in people]
    yield from sorted(found, key=lambda one: one[0].at)
