"""Tip 4, the status in one voice: headline, signature, status line and letters begun, held against what she says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from askwell.domain.goals import Goals, Position, Status
from askwell.domain.wording import sentences
from askwell.guide.drafts.phrases import sentence
from askwell.identity import companies
from askwell.identity.fold import fold
from askwell.identity.wanted import wanted
from askwell.method import openness

LONGEST_HEADLINE = 220  # characters that LinkedIn takes
SIGNED_WITH = 6  # last lines of a letter among which a signature is looked for
LONGEST_LINE = 90  # characters of a line of a signature; a longer one is a sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """One place that says something else: where, what stands there, one kind sentence, and words to use instead."""

    place: str
    words: str
    say: str
    instead: str

    @property
    def quoted(self) -> str:
        """What stands there, where it is short enough to be seen at a glance; a letter is not."""
        words = " / ".join(self.words.splitlines())
        return "" if self.place.startswith("letter") or len(words) > LONGEST_HEADLINE else words

    @property
    def key(self) -> str:
        """By what it says: words that change are looked at anew."""
        return f"{self.place}-{crc32(fold(self.words).encode()):08x}"


def remarks(goals: Goals, *, signed: Iterable[str] = (), letters: Iterable[tuple[str, str]] = ()) -> tuple[Voice, ...]:
    """Where her status is said otherwise; what she set aside stays so.

    `signed` are letters she sent, newest first; `letters` first ones that she has begun, as (name, text).
    """
    found = (*_headline(goals), *_own_line(goals), *_signature(goals, signed), *_letters(goals, letters))
    return tuple(one for one in found if one.key not in goals.left)


def headline(goals: Goals) -> str:
    """A headline that says the same as her status: the work, and that she is looking; nothing of it where discreet."""
    look = wanted(goals)
    work = f"{look.role[:1].upper()}{look.role[1:]}" if look.role else ""
    if goals.status is Status.EMPLOYED:
        now = next((job for job in goals.positions if job.until is None and job.title), None)
        return f"{now.title} at {now.company}" if now else work or look.in_field.removeprefix(" in ").capitalize()
    where = f", {look.place}" if look.place else ""
    said = f"{work}{', ' if work else ''}looking for work{look.in_field}{where}"
    return f"{said[:1].upper()}{said[1:]}"[:LONGEST_HEADLINE]


def _headline(goals: Goals) -> Iterator[Voice]:
    words = goals.headline.strip()
    if not words:
        return
    says = openness.states_status(words)
    if goals.status is Status.EMPLOYED:
        if says:
            yield Voice(
                "headline",
                words,
                "Your headline says that you are looking, which you want kept quiet.",
                headline(goals),
            )
        return
    if says:
        return
    gone = _left_employer(goals, words)
    if gone:
        say = f"Your headline still names {gone.company}, where you no longer work."
    elif any(openness.euphemism(one) for one in sentences(words)):
        say = "Your headline only hints at it. Said plainly, it lets people help."
    else:
        say = "Your headline does not say yet that you are looking, and your letters do."
        both = f"{words.rstrip(' .|')}, looking for work"
        yield Voice("headline", words, say, both if len(both) <= LONGEST_HEADLINE else headline(goals))
        return
    yield Voice("headline", words, say, headline(goals))


def _own_line(goals: Goals) -> Iterator[Voice]:
    """Her status line, where it hints at it only."""
    words = goals.status_line.strip()
    if not words or goals.status is Status.EMPLOYED or openness.states_status(words):
        return
    if any(openness.euphemism(one) for one in sentences(words)):
        plain = f"{openness.standing(goals)} looking for work{wanted(goals).as_job.replace(' for a job as', ' as')}."
        yield Voice(
            "status line", words, "The line about your status goes round it. A plain one is easier to answer.", plain
        )


def _signature(goals: Goals, signed: Iterable[str]) -> Iterator[Voice]:
    """The newest signature: one that names an employer she has left, or, where she is discreet, one that tells."""
    newest = goals.signature or next((block for text in signed if (block := signature(text, name=goals.name))), "")
    if not newest:
        return
    if goals.status is Status.EMPLOYED:
        if openness.states_status(newest):
            yield Voice(
                "signature", newest, "Your signature says that you are looking, which you want kept quiet.", goals.name
            )
        return
    gone = _left_employer(goals, newest)
    if gone:
        yield Voice(
            "signature", newest, f"Your signature still names {gone.company}, where you no longer work.", _sign(goals)
        )


def _sign(goals: Goals) -> str:
    role = wanted(goals).role
    return "\n".join(filter(None, (goals.name, f"{role[:1].upper()}{role[1:]}" if role else "")))


def signature(text: str, *, name: str) -> str:
    """The lines under her name at the end of a letter, her name with them; "" where nothing stands under it."""
    lines = [line.strip() for line in text.strip().splitlines()][-SIGNED_WITH:]
    words = set(fold(name).split())
    at = next((n for n, line in enumerate(lines) if words and set(fold(line).split()) & words and len(line) < 40), None)
    below = [line for line in lines[at + 1 :] if line] if at is not None else []
    if at is None or not below or any(len(line) > LONGEST_LINE or line.endswith("?") for line in below):
        return ""
    return "\n".join((lines[at], *below))


def _left_employer(goals: Goals, words: str) -> Position | None:
    """An employer she has left that is named as if she were still there; "formerly" says that she is not."""
    if re.search(r"\b(?:ex|former|formerly|previously|until|last at|past)\b", fold(words)):
        return None
    now = [job.company for job in goals.positions if job.until is None]
    plain = " ".join(("", *re.findall(r"[\w&]+", fold(words)), ""))
    for job in goals.positions:
        named = companies.normal(job.company)
        left = job.until is not None and not any(companies.same(job.company, one) for one in now)
        if left and named and f" {named} " in plain:
            return job
    return None


def _letters(goals: Goals, letters: Iterable[tuple[str, str]]) -> Iterator[Voice]:
    """Letters begun: openly, a first one that does not say it; discreetly, one that does."""
    discreet = goals.status is Status.EMPLOYED
    for name, text in letters:
        if not text.strip() or openness.states_status(text) is not discreet:
            continue
        whom = f"to {name}" if name else "you began"
        if discreet:
            yield Voice(
                f"letter {name}", text, f"The letter {whom} says that you are looking, which you want kept quiet.", ""
            )
        else:
            line = sentence(openness.status_line(goals))
            yield Voice(f"letter {name}", text, f"The letter {whom} does not say yet that you are looking.", line)
