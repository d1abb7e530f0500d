"""Names, addresses and teams in a text, as they stand there."""

import re
from dataclasses import dataclass
from typing import Final

from askwell.guide.cues.frame import GREETINGS, Frame, tokens
from askwell.guide.cues.plain import unaccented

ADDRESS: Final = re.compile(r"(?<![\w.+-])[\w][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_TOKEN: Final = re.compile(r"\S+")
_PARTICLES: Final = frozenset("van von der den de del della di da dos das du la le el al bin ibn ben y ter ten op zu zur st".split())
_TITLES: Final = frozenset("mr mrs ms dr prof sir herr frau maj col capt sr".split())
_BEFORE_PLACES: Final = frozenset("at in from near of via into inside outside the around over across on bei chez en da em bij nach aus".split())
_BEFORE_EITHER: Final = frozenset("with for by to".split())
_SPEAKING: Final = frozenset(
    """talk speak write out chat reach introduce hello turn listen touch word coffee line email message call talking speaking writing lunch ask
    introduced connect meet sit look search go start begin check regards greetings known spoken contact asking looking names named""".split()
)
_DAYS_AND_PLACES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december christmas easter thanksgiving english german french spanish italian dutch american british indian swedish
    linkedin google microsoft excel teams zoom cv ceo cfo coo cto hr vp it erp mba usa uk eu nhs dm pm am ok best regards cheers thanks
    sincerely yours warmly hugs love north south east west european asian african divali diwali ramadan passover""".split()
)
_STARTERS: Final = frozenset(
    """a an the i you he she it we they this that these those there here my your his her their our its and but or so if when while
    once because as at in on for from to with without about after before by of off over under up down out not no yes yeah well ok
    okay also then now just only even still maybe perhaps please thanks thank hi hello dear hey good great nice sorry happy glad
    what who whom which where why how is are was were be been am do does did have has had will would can could should shall may
    might must let talk speak call write email ask try go see meet find contact reach ring drop say tell mention use look get give
    take send read best kind warm regards cheers sincerely yours love hope hoping congratulations congrats happy merry one two three
    first second third last next another every everyone everybody nobody someone somebody anyone people most many some any all both
    either neither each other more less much few start begin start cut put think don't do not never always usually again yesterday
    today tomorrow tonight yes absolutely definitely sure great perfect fantastic unfortunately however anyway anyhow besides
    short long quick big old new head director manager vp president founder consultant recruiter planner""".split()
)
_ORG_ENDS: Final = frozenset(
    """inc ltd llc gmbh corp co company group labs lab foods food medical farm farms cargo bank logistics freight university college
    school hospital institute association society club office street road avenue board council agency department ministry holdings
    partners systems solutions energy power pharma industries services network center centre plc ag bv sa""".split()
)
_TEAM: Final = re.compile(
    r"\b(?:the|our|their|my old|my former|your)\s+((?:[\w&'’-]+\s){0,3}?(?:team|department|desk|unit|office|group|chapter|squad|folks"
    r"|people|centre|center|service|recruiters|planners|engineers|society|club|association|network|guild|meetup))"
    r"((?:\s(?:at|of|in|over at)\s[A-ZÀ-Þ][\w&'’-]*(?:\s[A-ZÀ-Þ][\w&'’-]*){0,2})?)"
)
_CLOSERS: Final = ",.;:!?)]}\"”’»'…–—"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence, from where to where, with the word before it and the one before that."""

    text: str
    start: int
    end: int
    before: str
    lead: str = ""

    @property
    def words(self) -> frozenset[str]:
        return tokens(self.text) - _TITLES


def addresses(text: str) -> list[str]:
    return [found.group().rstrip(".'-") for found in ADDRESS.finditer(text[:4000])]


def _word(token: str) -> str:
    return token.strip("\"“”‘’'()[]{},.;:!?…–—*«»<>")


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _fits(word: str) -> bool:
    first = word[:1]
    if not (first.isupper() and first.isalpha()) or any(c in "@/_=" for c in word) or any(c.isdigit() for c in word):
        return False
    return len(word) > 1 and not re.search(r"['’](?:ll|m|ve|d|re|t)$", word)


def _is_name_word(word: str, *, begins: bool) -> bool:
    low = unaccented(_bare(word)).lower()
    if not _fits(word) or low in _DAYS_AND_PLACES or low in GREETINGS:
        return False
    return not (begins and (low in _STARTERS or low.endswith("ing")))


def names(text: str) -> list[Name]:
    """Rows of capitalized words that may be a person's name; what stands after "at" or "in" is a place and left out."""
    found: list[Name] = []
    spans = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    at = 0
    while at < len(spans):
        until = _row(spans, at)
        if until == at:
            at += 1
            continue
        name = _made(text, spans, at, until)
        if name is not None:
            found.append(name)
        at = until
    return found


def _row(spans: list[tuple[str, int]], at: int) -> int:
    """Where the row of name words that begins at `at` ends; `at` if none begins."""
    until = at
    while until < len(spans) and until - at < 6:
        raw = spans[until][0]
        word = _word(raw)
        begins = until == 0 or spans[until - 1][0][-1:] in ".!?:" or raw[:1] in "\"“("
        if until > at and word.lower() in _PARTICLES and until + 1 < len(spans) and _fits(_word(spans[until + 1][0])):
            until += 1
            continue
        if not _is_name_word(word, begins=begins and until == at):
            break
        until += 1
        initial = len(word) <= 2 and raw.endswith(".")
        if raw[-1] in _CLOSERS and not initial and unaccented(word).lower() not in _TITLES:
            break
    while until > at and _word(spans[until - 1][0]).lower() in _PARTICLES:
        until -= 1
    return until


def _made(text: str, spans: list[tuple[str, int]], at: int, until: int) -> Name | None:
    words = [_word(raw) for raw, _ in spans[at:until]]
    if len(words) == 1 and unaccented(words[0]).lower().rstrip(".") in _TITLES:
        return None
    start = text.index(words[0], spans[at][1])
    last, last_start = spans[until - 1]
    end = last_start + last.index(words[-1]) + len(_bare(words[-1]))
    if unaccented(_bare(words[-1])).lower() in _ORG_ENDS:
        return None
    before = _word(spans[at - 1][0]).lower() if at else ""
    lead = _word(spans[at - 2][0]).lower() if at > 1 else ""
    return Name(text[start:end], start, end, before, lead)


def is_place(name: Name) -> bool:
    """Whether the word before it says that this is a company or a town."""
    return name.before in _BEFORE_PLACES or (name.before in _BEFORE_EITHER and not is_led_to(name))


def is_led_to(name: Name) -> bool:
    """Whether a verb leads up to the name over a small word: "talk to Ada", "ask for Ada", not "come to Turin"."""
    return name.before in _BEFORE_EITHER and name.lead in _SPEAKING


def is_known(name: Name, frame: Frame) -> bool:
    """Whether the name is the seeker's, the sender's or an addressee's."""
    words = name.words
    if not words or words & frame.mine or words <= frame.senders:
        return True
    return any(words & tokens(p.name) for p in frame.thirds)


def team(text: str) -> str:
    """A team that is named, without its article, else nothing."""
    found = _TEAM.search(text[:1000])
    named = (found.group(1) + found.group(2)).strip() if found else ""
    return "" if named.startswith(("front ", "reception", "help ")) else named


def called(frame: Frame, words: frozenset[str]) -> list[str]:
    """Addresses in the text that fit a name."""
    return [a for a in addresses(frame.message.text[:16_000]) if fits_address(a, words)]


def fits_address(address: str, words: frozenset[str]) -> bool:
    local = unaccented(address.partition("@")[0]).lower()
    parts = {p for p in re.split(r"[._+\-\d]", local) if p}
    if parts & words:
        return True
    return any(len(w) > 3 and w in local for w in words)
