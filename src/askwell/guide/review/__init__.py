"""Reads an outgoing draft against the seven tips: `check` tells what could be said better, why, and with what words."""

from collections.abc import Callable

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Tie
from askwell.domain.phrases import Hit
from askwell.domain.plans import DraftKind, Finding
from askwell.domain.wording import Sentence
from askwell.guide.review import aims, courtesy, outcome, questions, requests, say, tone
from askwell.guide.review.letter import Letter, take_apart
from askwell.method import openness

ASKING = frozenset({DraftKind.ASK, DraftKind.NUDGE, DraftKind.REFERRED})
GOAL_NEEDED = frozenset({DraftKind.ASK, DraftKind.REFERRED})
RETURN_NEEDED = frozenset({DraftKind.ASK, DraftKind.REFERRED, DraftKind.THANKS})
THANKS_NEEDED = frozenset({DraftKind.ASK, DraftKind.THANKS, DraftKind.CLOSE_LOOP, DraftKind.LANDED})
Span = tuple[int, int]
Seek = Callable[[Sentence], Hit | None]
SOUGHT: dict[str, Seek] = {
    "asks-referral": requests.asks_for_referral,
    "ashamed": openness.ashamed,
    "apologetic": openness.apologetic,
    "pushy": tone.pushy,
}
__all__ = ["check"]


def check(
    text: str,
    *,
    kind: str = "ask",
    tie: str = "known",
    status: str = "in-transition",
    channel: str = "email",
    goals: Goals | None = None,
) -> tuple[Finding, ...]:
    """What could be said better in a draft, in the order of the text; empty where nothing could.

    The words are kind, tie, status and channel of the contracts; another word raises ValueError. Spans are code
    points of `text`, half-open; a missing thing has start = end, where it could go.
    """
    letter, what, goals = take_apart(text), DraftKind(kind), goals or Goals()
    limit = say.LIMITS.get(channel)
    if limit is None:
        raise ValueError(f"{channel!r} is no channel of a draft; it is one of {', '.join(say.LIMITS)}.")
    found = {
        **_said(letter, tie=Tie(tie)),
        **_missing(letter, what, out_of_work=Status(status) is Status.IN_TRANSITION),
    }
    words = text.split()
    if len(words) > limit:
        found["too-long"] = _beyond(text, limit)
    return tuple(
        Finding(
            rule, say.TIPS[rule], start, end, say.why(rule), say.instead(rule, goals=goals, kind=kind, channel=channel)
        )
        for rule, (start, end) in sorted(found.items(), key=lambda item: (item[1], item[0]))
    )


def _said(letter: Letter, *, tie: Tie) -> dict[str, Span]:
    """What stands in the text and could be said better."""
    found: dict[str, Span] = {}
    for sentence in letter.body:
        for rule, seek in SOUGHT.items():
            if rule not in found and (hit := seek(sentence)) is not None:
                found[rule] = tone.span(sentence, hit)
    if (span := tone.insincere(letter, tie=tie)) is not None:
        found["insincere"] = span
    return found


def _missing(letter: Letter, kind: DraftKind, *, out_of_work: bool) -> dict[str, Span]:
    """What a careful reader would look for in vain, with the place where it could go."""
    begin, end = letter.after_greeting, letter.before_closing
    found: dict[str, Span] = {}
    if kind in ASKING and out_of_work and not openness.states_status(letter.all):
        found["coy"] = _where(letter, openness.euphemism) or (begin, begin)
    if kind in ASKING and not questions.asks_something(letter.body):
        found["vague-ask"] = _where(letter, questions.vague_request) or (end, end)
    if kind in GOAL_NEEDED and not aims.names_a_goal(letter.body):
        found["no-goal"] = (begin, begin)
    if kind is DraftKind.ASK and not aims.names_targets(letter.body):
        found["no-targets"] = (end, end)
    if kind in RETURN_NEEDED and not (courtesy.offers_something(letter.all) or courtesy.offers_at_the_end(letter.body)):
        found["no-reciprocity"] = (end, end)
    if kind in THANKS_NEEDED and not courtesy.thanks(letter.all):
        found["no-thanks"] = (end, end)
    if outcome.leaves_open(letter.body, kind):
        found["open-loop"] = (end, end)
    return found


def _where(letter: Letter, seek: Seek) -> Span | None:
    return next((tone.span(s, hit) for s in letter.body if (hit := seek(s)) is not None), None)


def _beyond(text: str, limit: int) -> Span:
    """The span of what goes beyond so many words."""
    rest = text.split(None, limit)[limit]
    start = len(text) - len(rest)
    return start, start + len(rest.rstrip())
