"""What a finding says of a letter as it stands: the words it marks, and the words that would take their place."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from askwell.domain.plans import Finding
from askwell.domain.wording import Sentence
from askwell.guide.review import repeats
from askwell.guide.review.letter import Letter, take_apart
from askwell.guide.review.say import FROM_GOALS

GRAVEST_FIRST = (
    "insincere",
    "asks-referral",
    "ashamed",
    "pushy",
    "coy",
    "vague-ask",
    "apologetic",
    "open-loop",
    "no-goal",
    "no-targets",
    "no-thanks",
    "no-reciprocity",
    "too-long",
)
MOST = 3  # thoughts at a time; more would read like a corrected school paper
ADVICE = frozenset({"insincere", "too-long"})  # what is said of these is for the seeker, and not for the letter
BLANK = "…"
OUT = "Your letter has better words for this already, so this sentence can go."
_STOP = re.compile(r"[.!?…。！？]*[\"'”’)]*")
_BUT = re.compile(r",? but |; ")


@dataclass(frozen=True, slots=True)
class Thought:
    """A finding as the letter shows it; spans are code points, half-open.

    `start` to `end` is what is marked (nothing, where something is missing), and what `words` would replace. Without
    `words` it is for her to put it in her own way, or, where it is to go `out`, to take away what is marked; `line`
    says the same for reading.
    """

    rule: str
    tip: int
    start: int
    end: int
    why: str
    line: str
    words: str = ""
    out: bool = False


def thoughts(
    text: str, findings: Iterable[Finding], *, left: Collection[str] = (), most: int = MOST
) -> tuple[Thought, ...]:
    """The gravest findings, the first first, without those she `left` as they are and without two of the same words."""
    letter = take_apart(text)
    found: dict[str, Thought] = {}
    for one in sorted((one for one in findings if one.rule not in left), key=_gravity):
        thought = _thought(letter, text, one)
        if thought is not None:
            found.setdefault(f"{thought.start}" if thought.out else thought.line, thought)
    return tuple(found.values())[:most]


def use(text: str, thought: Thought) -> str:
    """The text with the words of a thought in it, or without what is to go out."""
    if not (thought.words or thought.out):
        return text
    return f"{text[: thought.start]}{thought.words}{text[thought.end :]}"


def _gravity(finding: Finding) -> int:
    return GRAVEST_FIRST.index(finding.rule)


def _thought(letter: Letter, text: str, finding: Finding) -> Thought | None:
    """A finding as it is shown; None where the words that are missed stand there, though they were not understood."""
    start, end, line = finding.start, finding.end, finding.instead
    sentence = _sentence(letter, start) if end > start and finding.rule not in ADVICE else None
    if sentence is not None:
        start, end = sentence.start, _with_stop(text, sentence.end)
        line = _without_apology(text[start:end]) if finding.rule == "apologetic" else line
        line = line or repeats.fresh(finding.instead, f"{text[:start]} . {text[end:]}") or finding.instead
    ready = finding.rule not in ADVICE and BLANK not in line
    if ready and _says_it_all(text[:start], text[end:], line, finding.rule):
        return _without(text, finding, start, end) if sentence is not None else None
    words = _placed(letter, text, start, line) if ready and start == end else line if ready else ""
    return Thought(finding.rule, finding.tip, start, end, _plainly(finding.why), line, words)


def _says_it_all(before: str, after: str, line: str, rule: str) -> bool:
    """Whether the letter has the words already; nearly the same are enough where they are the same for everybody."""
    if _says(before, line) or _says(after, line):
        return True
    return rule not in FROM_GOALS and not repeats.fresh(line, f"{before} . {after}")


def _says(text: str, line: str) -> bool:
    """Whether the words stand in the text, however its lines are broken."""
    return " ".join(line.split()).casefold() in " ".join(text.split()).casefold()


def _without(text: str, finding: Finding, start: int, end: int) -> Thought:
    """What is marked is to go, for the letter has the words already that would take its place."""
    begins_a_line = not text[:start].rstrip(" ") or text[:start].rstrip(" ").endswith("\n")
    if begins_a_line and text[end:].strip():
        end += len(text[end:]) - len(text[end:].lstrip())
    else:
        start = len(text[:start].rstrip())
    return Thought(finding.rule, finding.tip, start, end, _plainly(finding.why), OUT, out=True)


def _plainly(why: str) -> str:
    """Without the number of the tip before it, which is there for the command line."""
    _, _, said = why.partition(": ")
    return said[:1].upper() + said[1:]


def _sentence(letter: Letter, at: int) -> Sentence | None:
    return next((one for one in letter.all if one.start <= at < one.end), None)


def _with_stop(text: str, end: int) -> int:
    """The end of a sentence with its full stop."""
    found = _STOP.match(text, end)
    return found.end() if found else end


def _without_apology(sentence: str) -> str:
    """The rest of it, as in: Sorry to bother you, but could you … ? "" where the apology is all there is."""
    parts = _BUT.split(sentence, maxsplit=1)
    rest = parts[1].strip() if len(parts) == 2 else ""
    return rest[:1].upper() + rest[1:] if len(rest.split()) > 2 else ""


def _placed(letter: Letter, text: str, at: int, line: str) -> str:
    """A missing sentence with the space that it needs where it goes: its own paragraph at the end of a letter."""
    if not text.strip():
        return line
    if at <= letter.after_greeting:
        return f"{line} " if text[at:].strip() else f"{'' if text[:at].endswith((' ', chr(10))) else ' '}{line}"
    return f"\n\n{line}" if "\n\n" in text else f" {line}"
