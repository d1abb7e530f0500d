"""Names, addresses and teams in a text, as they stand there."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from askwell.guide.cues import wording
from askwell.guide.cues.frame import Frame
from askwell.guide.cues.ordinary import is_given_name
from askwell.guide.cues.plain import GREETINGS, tokens, unaccented

ADDRESS: Final = re.compile(r"(?<![\w.+/=?&-])[\w][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_TOKEN: Final = re.compile(r"\S+")
_PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das du la le el al bin ibn ben ter ten op zu zur st".split()
)
_TITLES: Final = wording.words("titles")
_BEFORE_PLACES: Final = frozenset(
    """at in from near via into inside outside the around over across on bei beim chez en da em bij nach aus alla alle
    presso nella nel""".split()
)
_BEFORE_EITHER: Final = frozenset("with for by to of".split())
_MOVED: Final = frozenset("moved went gone switched over off back left jumped come came".split())
_LEFT: Final = frozenset("left leaves leaving quit quits bound heading headed departed".split())
_SHUNNED: Final = frozenset("bother skip avoid forget ignore not never than".split())
_TO_THEM: Final = re.compile(r"-(?:l[aeo]s?|lui|leur|moi|toi|nous|vous|l?he|me|te|se)$")  # "écrivez-lui", "fala-lhe"
_SPEAKING: Final = wording.words("speaking")
_DAYS_AND_PLACES: Final = wording.words("days-and-places")
_VERBS: Final = wording.firsts("contact", "do-it", "do-for", "adv", "did", "gave") - frozenset(
    "mark bill will may grace rose pat rob jack drew hope".split()
)
_STARTERS: Final = _VERBS | wording.words("starters") | frozenset(map(unaccented, wording.words("foreign-starters")))
_NAMES_IN_LY: Final = wording.words("names-in-ly")
_ORG_ENDS: Final = wording.words("org-ends")
_BEHIND_A_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]*\.? \($")  # "Wes Lindholm (Arrow Cold)" is of a firm
_TEAM: Final = re.compile(
    r"\b(?:the|our|their|my old|my former|your)\s+((?:[\w&'’-]+\s){0,3}?"
    r"(?:team|department|desk|unit|office|group|chapter|squad|folks|people|centre|center|service|recruiters|planners"
    r"|engineers|society|club|association|network|guild|meetup))"
    r"((?:\s(?:at|of|in|over at)\s[A-ZÀ-Þ][\w&'’-]*(?:\s[A-ZÀ-Þ][\w&'’-]*){0,2})?)"
)
_OWNS: Final = re.compile(r"['’]s?$")
_SHORTENED: Final = re.compile(r"['’](?:ll|m|ve|d|re|t)$")
_ITS: Final = re.compile(
    r"['’]s? (?:\w+ )?(?:door|desk|office|group|team|people|crew|shop|lab|unit|side|number|phone)\b"
)
_OPENERS: Final = "([{<"
_CLOSERS: Final = ",.;:!?)]}\"”’»'…–—"


@dataclass(frozen=True)
class Name:
    """A name in a sentence, from where to where, with the word before it and two more before that."""

    text: str
    start: int
    end: int
    before: str
    lead: tuple[str, ...] = ()
    aside: bool = False  # between commas: "the man you want, Pieter, …"
    owns: bool = False  # "Ada Roe's desk" is where she is found

    @cached_property
    def words(self) -> frozenset[str]:
        return tokens(self.text) - _TITLES

    @property
    def titled(self) -> bool:
        return unaccented(self.text.split()[0]).lower().rstrip(".") in _TITLES

    @property
    def full(self) -> bool:
        """Whether it is more than a first name."""
        return len(self.words) > 1 or self.titled


def addresses(text: str) -> list[str]:
    return [found.group().rstrip(".'-") for found in ADDRESS.finditer(text[:4000])] if "@" in text else []


def _word(token: str) -> str:
    return token.strip("\"“”‘’'()[]{},.;:!?…–—*«»<>")


def _bare(word: str) -> str:
    return _OWNS.sub("", word) if "'" in word or "’" in word else word


def _fits(word: str) -> bool:
    if word[:3].lower() in {"al-", "el-", "as-"}:
        word = word[3:]
    first = word[:1]
    if not (first.isupper() and first.isalpha()) or any(c in "@/_=" for c in word) or any(c.isdigit() for c in word):
        return False
    return len(word) > 1 and not _SHORTENED.search(word) and not ("-" in word and _TO_THEM.search(word))


def _is_name_word(word: str, *, begins: bool) -> bool:
    low = unaccented(_bare(word)).lower()
    if not _fits(word) or low in _DAYS_AND_PLACES or (low in GREETINGS and low not in _TITLES):
        return False
    return not (
        begins and (low in _STARTERS or low.endswith("ing") or (low.endswith("ly") and low not in _NAMES_IN_LY))
    )


@lru_cache(maxsize=256)
def names(text: str) -> tuple[Name, ...]:
    """Rows of capitalized words that may be a person's name; what stands after "at" or "in" is a place and left out."""
    found: list[Name] = []
    if text.islower():
        return ()
    spans = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    at = 0
    while at < len(spans):
        until = at if spans[at][0].islower() else _row(spans, at)
        if until == at:
            at += 1
            continue
        name = _made(text, spans, at, until)
        if name is not None:
            found.append(name)
        at = until
    return tuple(found)


def uncapitalized(text: str) -> list[Name]:
    """Given names that are written without a capital, in text that somebody typed in haste."""
    spans = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    found = []
    for at, (raw, start) in enumerate(spans):
        word = _bare(_word(raw))
        if word.islower() and is_given_name(word):
            begin = text.index(word, start)
            found.append(Name(word, begin, begin + len(word), _word(spans[at - 1][0]).lower() if at else ""))
    return found


def _row(spans: list[tuple[str, int]], at: int) -> int:
    """Where the row of name words that begins at `at` ends; `at` if none begins."""
    until = at
    while until < len(spans) and until - at < 6:
        raw = spans[until][0]
        word = _word(raw)
        begins = until == 0 or spans[until - 1][0][-1:] in ".!?:" or raw[:1] in '"“('
        if until > at and word.lower() in _PARTICLES and _goes_on(spans, until + 1):
            until += 1
            continue
        if (until > at and raw[:1] in _OPENERS) or not _is_name_word(word, begins=begins and until == at):
            break
        until += 1
        initial = len(word) <= 2 and raw.endswith(".")
        if raw[-1] in _CLOSERS and not initial and unaccented(word).lower() not in _TITLES:
            break
    while until > at and _word(spans[until - 1][0]).lower() in _PARTICLES:
        until -= 1
    return until


def _goes_on(spans: list[tuple[str, int]], at: int) -> bool:
    """Whether a name goes on behind its particles: "Ruiz de la Vega"."""
    words = [_word(raw) for raw, _ in spans[at : at + 2]]
    if words and words[0].lower() in _PARTICLES:
        words = words[1:]
    return bool(words) and _fits(words[0])


def _made(text: str, spans: list[tuple[str, int]], at: int, until: int) -> Name | None:
    words = [_word(raw) for raw, _ in spans[at:until]]
    if len(words) == 1 and unaccented(words[0]).lower().rstrip(".") in _TITLES:
        return None
    start = text.index(words[0], spans[at][1])
    last, last_start = spans[until - 1]
    bare = _bare(words[-1])
    end = last_start + last.index(words[-1]) + len(bare)
    if unaccented(bare).lower() in _ORG_ENDS or words[0] == "The" or text[end : end + 2] == " &":
        return None
    before = _word(spans[at - 1][0]).lower() if at else ""
    lead = tuple(_word(raw).lower() for raw, _ in spans[max(0, at - 3) : max(0, at - 1)])
    aside = (
        at > 0
        and spans[at - 1][0][-1:] in {",", ":"}
        and not spans[at - 1][0][:1].isupper()
        and text[end : end + 1] in {",", ".", ""}
    )
    return Name(text[start:end], start, end, before, lead, aside, owns=_ITS.match(text, end) is not None)


def is_place(name: Name) -> bool:
    """Whether the word before it says that this is a company or a town."""
    if name.owns and len(name.words) > 1:
        return False
    if name.before == "to" and not _MOVED.isdisjoint(name.lead):
        return True
    if is_left_for(name):
        return True
    if name.before == "to" and (len(name.words) > 1 or name.titled):
        return False
    return name.before in _BEFORE_PLACES or (name.before in _BEFORE_EITHER and not is_led_to(name))


def is_left_for(name: Name) -> bool:
    """Whether it is the firm that somebody left for."""
    return name.before == "for" and not _LEFT.isdisjoint(name.lead)


def is_firm_of(name: Name, text: str) -> bool:
    """Whether it stands in brackets behind somebody's name: "Wes Lindholm (Arrow Cold)"."""
    return text[name.start - 1 : name.start] == "(" and _BEHIND_A_NAME.search(text[: name.start]) is not None


def is_shunned(name: Name) -> bool:
    """Whether she is told to leave somebody alone: "don't bother with Ada"."""
    return name.before in _SHUNNED or "bother" in name.lead


def is_led_to(name: Name) -> bool:
    """Whether a verb leads up to the name over a small word: "talk to Ada", "ask for Ada", not "come to Turin"."""
    return name.before in _BEFORE_EITHER and not _SPEAKING.isdisjoint(name.lead)


def is_known(name: Name, frame: Frame) -> bool:
    """Whether the name is the seeker's, the sender's or an addressee's."""
    words = name.words
    first = tokens(name.text.split()[0])
    hers = first & frame.mine and not (len(words) > 1 and is_led_to(name))  # "talk to Dana Pell" is another Dana
    if not words or words <= frame.senders or hers or words - GREETINGS <= frame.mine:
        return True
    if tokens(name.text.split()[-1]) & frame.called:
        return True  # "Ey Dana", "Right Dana", "Lucille's Dana"
    return any(2 * len(words & (tokens(p.name) or _local(p.handle))) >= len(words) for p in frame.thirds)


def _local(address: str) -> frozenset[str]:
    """The words before the @, for somebody whose name is not told."""
    return tokens(address.partition("@")[0])


def team(text: str) -> str:
    """A team that is named, without its article, else nothing."""
    found = _TEAM.search(text[:1000])
    named = (found.group(1) + found.group(2)).strip() if found else ""
    bare = " " not in named and found is not None and not found.group().startswith("my ")
    return "" if bare or named.startswith(("front ", "reception", "help ")) else named


def called(frame: Frame, words: frozenset[str]) -> list[str]:
    """Addresses in the text that fit a name."""
    return [a for a in addresses(frame.message.text[:16_000]) if fits_address(a, words)]


def fits_address(address: str, words: frozenset[str]) -> bool:
    local = unaccented(address.partition("@")[0]).lower()
    parts = {p for p in re.split(r"[._+\-\d]", local) if p}
    if parts & words:
        return True
    return any(len(w) > 3 and w in local for w in words)
