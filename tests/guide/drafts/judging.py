"""What is held against a letter: the review, its length, its question, facts that nobody gave, sentences told twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from tests.guide.drafts.worlds import TODAY, Sent, World

import askwell.guide.drafts as package
from askwell.domain.goals import Goals
from askwell.domain.plans import Draft, DraftKind
from askwell.guide.drafts.said import sentences_of
from askwell.guide.drafts.voice import FILES
from askwell.guide.review import check
from askwell.identity.fold import fold

ROOM = {"email": 125, "linkedin": 120, "text": 60}  # words
NOTE = 300  # characters of an invitation
POINTS = 8
FEW = 4  # companies among her goals; with fewer, whom she would love to meet is a part of the goal
ASKS = {DraftKind.ASK, DraftKind.REFERRED, DraftKind.NUDGE}
_WORD = re.compile(r"[^\W_](?:[\w&+-]|[’'](?=\w))*")
_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday)\b")
KNOWN_TO_ALL = frozenset("i linkedin cv askwell hi dear hello excel".split())


def faults(sent: Sent, world: World) -> list[str]:
    """Whatever is wrong with one letter, beside what the review says of it (`unexcused`)."""
    draft = sent.draft
    found = [*_too_long(sent), *_questions(draft), *(f"invented: {one}" for one in invented(sent, world))]
    if draft.channel != "phone":
        found += [f"marks: {one}" for one in re.findall(r"[{}\[\]]|\s[,.;:]|\.\.|, ,|\?\?|  ", draft.text)]
    return found


def unexcused(sent: Sent, goals: Goals) -> list[str]:
    """Findings of the review; a gift need not thank, and what she is asked for is not held against the draft."""
    draft = sent.draft
    if draft.channel == "phone":  # said, and not read
        return []
    found = check(
        draft.text,
        kind=str(draft.kind),
        tie=str(sent.person.tie),
        status=str(goals.status),
        channel=draft.channel,
        goals=goals,
    )
    marked = (one for one in found if not sent.gift or one.start < one.end)
    return [one.rule for one in marked if not (one.rule == "open-loop" and draft.missing)]


def _too_long(sent: Sent) -> Iterator[str]:
    text, channel = sent.draft.text, sent.draft.channel
    if channel == "phone":
        if not 2 <= len(text.splitlines()) <= POINTS:
            yield "talking points are no short list"
    elif len(text.split()) > ROOM[channel]:
        yield f"{len(text.split())} words by {channel}"
    if channel == "linkedin" and sent.stranger and sent.draft.kind is DraftKind.ASK and len(text) > NOTE:
        yield f"{len(text)} characters in a note"


def _questions(draft: Draft) -> Iterator[str]:
    count = draft.text.count("?")
    if draft.kind in {DraftKind.ASK, DraftKind.REFERRED} and count != 1:
        yield f"{count} questions"
    if count > 1 or (count and draft.kind not in ASKS and draft.kind is not DraftKind.THANKS):
        yield f"{count} questions in {draft.kind}"


def invented(sent: Sent, world: World) -> list[str]:
    """Names, numbers and days in a letter that nobody gave.

    A word with a capital is somebody's, unless it begins a sentence and is one that Askwell says in small letters too.
    """
    known = (world.goals, sent.person, sent.known)
    text, days = sent.draft.text, _days(known)
    given = frozenset(fold(word) for one in _texts(known) for word in _WORD.findall(one.replace("'", "’"))) | days
    found = []
    for word in _WORD.finditer(text):
        plain = fold(word[0]).removesuffix("’s")
        begins = not text[: word.start()].strip(" ") or text[: word.start()].rstrip(" ")[-1] in ".!?:\n-“”,"
        own = plain in KNOWN_TO_ALL or (begins and plain in own_words())
        if (word[0][0].isupper() or word[0][0].isdigit()) and not (own or plain in given):
            found.append(word[0])
    return [*found, *(day for day in _DAY.findall(text) if fold(day) not in days)]


@cache
def own_words() -> frozenset[str]:
    """All that Askwell says by itself in small letters; no name and no month is among it."""
    here = Path(package.__file__).parent
    said = [(here / name).read_text(encoding="utf-8") for name in FILES]
    said += [path.read_text(encoding="utf-8") for path in sorted(here.glob("*.py"))]
    starts = re.findall(r"(?:^|[.\[|(] ?)([A-Z][a-z’]*)", "\n".join(said[: len(FILES)]), flags=re.MULTILINE)
    starts += re.findall(r"(?:To open|At the end): ([A-Z][a-z]+)", "\n".join(said))
    small = (word for one in said for word in re.findall(r"\b[a-z][\w’]*", one))
    return frozenset(map(fold, (*small, *starts))) - MONTHS


MONTHS = frozenset("january february march april june july august september october november december".split())


def _texts(things: object) -> Iterator[str]:
    """Every string within, however deep."""
    if isinstance(things, str):
        yield things
    elif is_dataclass(things) and not isinstance(things, type):
        for one in fields(things):
            yield from _texts(getattr(things, one.name))
    elif isinstance(things, (tuple, list, frozenset)):
        for one in things:
            yield from _texts(one)


def _dates(things: object) -> Iterator[date]:
    if isinstance(things, datetime):
        yield things.date()
    elif isinstance(things, date):
        yield things
    elif is_dataclass(things) and not isinstance(things, type):
        for one in fields(things):
            yield from _dates(getattr(things, one.name))
    elif isinstance(things, (tuple, list)):
        for one in things:
            yield from _dates(one)


def _days(things: object) -> frozenset[str]:
    """The words for each day that was given: its weekday within a week, its number, month and year; today is known."""
    found = {fold(word) for text in _texts(things) for word in re.findall(r"\w+day\b|yesterday|tomorrow", text)}
    for day in _dates(things):
        ago = (TODAY - day).days
        found |= {f"{day.day}{end}" for end in ("", "st", "nd", "rd", "th")} | {f"{day:%B}".casefold(), str(day.year)}
        found |= {f"{day:%A}".casefold()} if abs(ago) < timedelta(days=7).days else set()
        found |= {{0: "today", 1: "yesterday"}.get(ago, "")}
    return frozenset(found | {"today"})


def shared(letters: Iterable[Sent], goals: Goals) -> Counter[str]:
    """How many people of one search are told the same sentence, but for the status line, the goal and her name."""
    told: Counter[str] = Counter()
    for sent in letters:
        if sent.draft.channel != "phone":
            known = (sent.known, _asked_again(sent.draft))
            facts = {one for text in _texts(known) for one in sentences_of(text)}  # the same news is the same
            told.update(set(sentences_of(body(sent.draft, goals.name))) - facts)
    hers = her_own(goals)
    return Counter({said: count for said, count in told.items() if count > 1 and not is_hers(said, hers)})


def _asked_again(draft: Draft) -> tuple[str, ...]:
    """The question that others were asked, where the draft says so and asks her for one of her own."""
    if not any(line.startswith("Your own question to") for line in draft.missing):
        return ()
    return tuple(one for one in re.split(r"(?<=[.?!])\s+", draft.text) if one.endswith("?"))


def body(draft: Draft, name: str) -> str:
    """A letter without its greeting and what stands above and in the place of the name."""
    _, _, rest = draft.text.partition("\n")
    first = re.escape(name.split(maxsplit=1)[0]) if name else "$"
    return re.sub(rf"(?:[A-Z][\w ]*[,!][ \n])?{first}(?: [^.?!]*)?\Z", "", rest)


def her_own(goals: Goals) -> tuple[str, ...]:
    """The beginnings of the sentences that say her status and her goal, which stand in every first letter."""
    words = [*sentences_of(f"{goals.status_line}\n{goals.statement}")]
    whom: tuple[str, ...] = ("i would love to", "most of all i would", "above all i would", "i would especially love")
    whom = whom if len(goals.companies) < FEW else ()
    return (*words, *(f"as you may know, {word}" for word in words), *SAYS_STATUS, *whom)


SAYS_STATUS = (
    "i am out of work", "as you may know, i", "i am still out of work", "i am thinking about my next step",
    "between us: i am thinking", "i would like to find", "for my next step i have", "my goal", "ideally it would be",
    "i left halvorsen", "what i have in mind is", "i am joining", "i have a new job",
)  # fmt: skip


def is_hers(said: str, hers: tuple[str, ...]) -> bool:
    return said.startswith(hers)
