"""Reads an outgoing draft against the seven tips: `check` tells what could be said better, why, and with what words."""

from askwell.domain.goals import Goals, Status
from askwell.domain.people import Tie
from askwell.domain.plans import DraftKind, Finding
from askwell.guide.review import repeats, say, tone
from askwell.guide.review.letter import take_apart
from askwell.guide.review.reader import Read, Span, holds, read

ASKING = frozenset({DraftKind.ASK, DraftKind.NUDGE, DraftKind.REFERRED})
GOAL_NEEDED = frozenset({DraftKind.ASK, DraftKind.REFERRED})
RETURN_NEEDED = frozenset({DraftKind.ASK, DraftKind.REFERRED, DraftKind.THANKS})
THANKS_NEEDED = frozenset({DraftKind.ASK, DraftKind.THANKS, DraftKind.CLOSE_LOOP, DraftKind.LANDED})
WARM = frozenset({DraftKind.THANKS, DraftKind.CLOSE_LOOP, DraftKind.LANDED})
SAID = ("asks-referral", "ashamed", "apologetic", "pushy")
TOLD = {
    DraftKind.THANKS: ("thanks-for", "outcome", "played"),
    DraftKind.CLOSE_LOOP: ("outcome", "played"),
    DraftKind.LANDED: ("job", "played"),
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
    letter, what, goals = read(take_apart(text)), DraftKind(kind), goals or Goals()
    limit = say.LIMITS.get(channel)
    if limit is None:
        raise ValueError(f"{channel!r} is no channel of a draft; it is one of {', '.join(say.LIMITS)}.")
    found = {
        **_said(letter, what, tie=Tie(tie)),
        **_missing(letter, what, out_of_work=Status(status) is Status.IN_TRANSITION),
    }
    words = text.split()
    if len(words) > limit:
        found["too-long"] = _beyond(text, limit)

    def said(rule: str, start: int, end: int) -> Finding:
        line = say.instead(rule, goals=goals, kind=kind, channel=channel)
        if rule not in say.FROM_GOALS:
            line = repeats.fresh(line, f"{text[:start]} . {text[end:]}") or line
        return Finding(rule, say.TIPS[rule], start, end, say.why(rule), line)

    return tuple(said(rule, *span) for rule, span in sorted(found.items(), key=lambda item: (item[1], item[0])))


def _said(letter: Read, kind: DraftKind, *, tie: Tie) -> dict[str, Span]:
    """What stands in the text and could be said better."""
    strongest = {rule: letter.strongest(rule) for rule in SAID}
    found = {rule: reading.span(rule) for rule, reading in strongest.items() if reading is not None}
    if (span := _insincere(letter, tie=tie, warm=kind in WARM)) is not None:
        found["insincere"] = span
    return found


def _insincere(letter: Read, *, tie: Tie, warm: bool) -> Span | None:
    """Whole letters are judged by rules, sentences by the model too; thanks, and words to a friend, may be warm."""
    if (span := tone.insincere(letter.letter, tie=tie)) is not None:
        return span
    reading = letter.strongest("insincere", opening=True, surely=warm or tie is Tie.CLOSE)
    return None if reading is None else reading.span("insincere")


def _missing(letter: Read, kind: DraftKind, *, out_of_work: bool) -> dict[str, Span]:
    """What a careful reader would look for in vain, with the place where it could go."""
    begin, end = letter.letter.after_greeting, letter.letter.before_closing
    found: dict[str, Span] = {}
    if kind in ASKING and out_of_work and not holds(letter.all, "status"):
        found["coy"] = _where(letter, "euphemism") or (begin, begin)
    if kind in ASKING and not holds(letter.body, "question"):
        found["vague-ask"] = _where(letter, "vague") or (end, end)
    if kind in GOAL_NEEDED and not holds(letter.body, "goal"):
        found["no-goal"] = (begin, begin)
    if kind is DraftKind.ASK and not holds(letter.body, "targets"):
        found["no-targets"] = (end, end)
    if kind in RETURN_NEEDED and not holds(letter.all, "return"):
        found["no-reciprocity"] = (end, end)
    if kind in THANKS_NEEDED and not holds(letter.all, "thanks"):
        found["no-thanks"] = (end, end)
    if kind in TOLD and not holds(letter.body, *TOLD[kind]):
        found["open-loop"] = (end, end)
    return found


def _where(letter: Read, label: str) -> Span | None:
    reading = letter.strongest(label)
    return None if reading is None else reading.span(label)


def _beyond(text: str, limit: int) -> Span:
    """The span of what goes beyond so many words."""
    rest = text.split(None, limit)[limit]
    start = len(text) - len(rest)
    return start, start + len(rest.rstrip())
