"""Introductions: a third human on the message, and words or names that put the seeker and that person in touch."""

import re
from functools import lru_cache
from typing import Final

from askwell.domain.cues import CueType
from askwell.domain.messages import Direction
from askwell.domain.people import Party
from askwell.guide.cues import wording
from askwell.guide.cues.fixed import Fixed
from askwell.guide.cues.frame import MOST_PEOPLE, Frame
from askwell.guide.cues.people import is_known, is_place, names
from askwell.guide.cues.plain import Sentence, tokens
from askwell.guide.cues.verdict import FAINT, Reading, reading
from askwell.identity import diminutives

LEAST: Final = 2.5
_HOME: Final = wording.words("home")
_PAIR: Final = re.compile(r"<-?>|/|\+|&|\bx\b|\bmeets?\b|\band\b|,|-|–|—|↔|\bwith\b", re.IGNORECASE)
_ALSO_WORDS: Final = frozenset("art bill dot drew gene jack josh mark may nick pat ray rich rob sue will".split())
_BOTH: Final = Fixed(
    "both",
    "you two",
    "two of you",
    "you guys",
    "each other",
    "one another",
    "ladies",
    "gents",
    "gentlemen",
    "you all",
    "pair",
    "the other one",
)


def _vocative(text: str, names_of: frozenset[str]) -> bool:
    """Whether a sentence speaks to somebody of these names: the name stands first, or last, with a comma or colon."""
    words = text.split(None, 4)
    head = [w for w in words[:4] if tokens(w) & names_of]
    return any(w[-1:] in ",:;.–—-" for w in head) or (
        bool(head) and len(words) <= 3 and text.rstrip(".! ").endswith(words[-1].rstrip(".!"))
    )


@lru_cache(maxsize=4096)
def _called(name: str) -> frozenset[str]:
    """The words of a name, with the short forms and spellings that may stand for them: Kate for Katherine."""
    words = tokens(name)
    return words.union(*(diminutives.relatives(word) - _ALSO_WORDS for word in words))


def _hers(party: Party) -> frozenset[str]:
    return _called(party.name) or tokens(party.handle.partition("@")[0])


def _named(frame: Frame, party: Party) -> list[Sentence]:
    """Sentences in which a third person's name, or the local part of an address without a name, stands."""
    return [s for s in frame.everything if s.names(_hers(party))]


def _names_score(frame: Frame, party: Party) -> float:
    """What the names alone tell: both spoken to, a subject of two names, each told about the other."""
    hers, ours = _hers(party), frame.mine
    subject = frame.subject.tokens
    score = (
        2.0
        if subject & hers and (subject & ours or subject & frame.senders) and _PAIR.search(frame.subject.text)
        else 0.0
    )
    if not any(sentence.names(hers) for sentence in frame.sentences):
        return score
    if any("meet" in sentence.bag and sentence.names(hers) and not sentence.asks for sentence in frame.sentences):
        score += 1.5  # "Alex, meet Priya"
    spoken_to_her = spoken_to_me = told_of_her = told_of_me = False
    for sentence in frame.sentences:
        if sentence.start < 5 and sentence.text[:6].lower().startswith(("hi ", "hello ", "dear ", "hey ")):
            continue
        head = tokens(" ".join(sentence.text.split(None, 2)[:2]))
        vocative = _vocative(sentence.text, hers | ours)
        spoken_to_her |= vocative and bool(head & hers)
        spoken_to_me |= vocative and bool(head & ours)
        told_of_her |= sentence.names(hers)
        told_of_me |= not (vocative and head & ours) and sentence.names(ours)
    score += 1.0 if told_of_her else 0.0
    score += 1.5 if spoken_to_her and (spoken_to_me or told_of_me) else 0.0
    return score + (1.0 if told_of_her and told_of_me else 0.0)


def _words_score(frame: Frame) -> tuple[float, Sentence | None]:
    best, evidence = 0.0, None
    for sentence in frame.sentences if frame.answers else frame.everything:  # an answer's subject is an older one's
        if "introduces-offer" in sentence.tags and sentence.asks:
            continue
        score = sentence.tags.get("introduce", 0.0) + 0.5 * sentence.tags.get("pair-talk", 0.0)
        score += 0.75 if _BOTH.within(sentence.text.lower()) else 0.0
        if score > best:
            best, evidence = score, sentence
    return min(best, 3.5), evidence


def _answers_one(frame: Frame) -> bool:
    """Whether this is the introduced person's, or anybody's, reply to an introduction made before."""
    if any("reply-to-introduction" in s.tags for s in frame.sentences):
        return True
    handles = {p.handle for p in frame.thirds if p.handle}
    return any({p.handle for p in e.parties} & handles for e in frame.earlier)


def _for_home(frame: Frame) -> bool:
    """Whether the words themselves that put in touch speak of home; a letter may speak of it beside them."""
    return any("introduce" in s.tags and not _HOME.isdisjoint(s.bag) for s in frame.sentences)


def _arranges(frame: Frame, party: Party) -> bool:
    """Whether somebody is on the message only to find a date or a room, or to keep it on file."""
    if not any(map(_is_errand, frame.sentences)):
        return False
    hers = _hers(party)
    told = [s for s in frame.sentences if s.names(hers)]
    return bool(told) and all(_is_errand(s) for s in told) and not any(_BOTH.within(s.text.lower()) for s in told)


def _is_errand(sentence: Sentence) -> bool:
    return "arranges" in sentence.tags and not sentence.has("the-one", "pair-talk")


def introduction(frame: Frame) -> Reading | None:
    """The cue of a message that puts the seeker and a third person in touch, for other ends than a cake sale."""
    thirds = tuple(party for party in frame.thirds if not _arranges(frame, party))
    if frame.private and not frame.work and _for_home(frame):
        return None
    if frame.direction is Direction.IN and thirds and len(thirds) < MOST_PEOPLE and not _answers_one(frame):
        made = _with_third(frame, thirds)
        if made.margin >= 0:
            return made
        return _with_you_copied(frame) or made
    return _with_you_copied(frame) if frame.direction is Direction.IN else None


def _with_third(frame: Frame, thirds: tuple[Party, ...]) -> Reading:
    words, evidence = _words_score(frame)
    scored = [(party, _names_score(frame, party)) for party in thirds]
    top = max(score for _, score in scored)
    score = words + top - frame.distance - (0.5 if frame.answers and words < 3 else 0.0)
    if top == 0 and words < 3:
        score = min(score, LEAST - 1.0)
    chosen = [party for party, names_score in scored if names_score > 0] or list(thirds)
    sentence = evidence or next((s for party in chosen for s in _named(frame, party)), frame.subject)
    about = "forwarded" if frame.forwards and frame.message.forwarded.strip() else "introduction"
    people = [p.handle or p.name for p in chosen]
    return Reading(CueType.INTRODUCTION, sentence, max(FAINT, score - LEAST), tuple(dict.fromkeys(people)), about)


def _with_you_copied(frame: Frame) -> Reading | None:
    """Somebody written to with the seeker in copy, who is not on this message; named there, before it or behind it."""
    for at, sentence in enumerate(frame.sentences):
        if "sent-with-you-copied" not in sentence.tags or sentence.asks:
            continue
        for one in (sentence, *frame.sentences[max(0, at - 1) : at], *frame.sentences[at + 1 : at + 2]):
            found = [n for n in names(one.text) if not is_known(n, frame) and not is_place(n)]
            if found:
                who = max(found, key=lambda name: name.full)
                return reading(
                    CueType.INTRODUCTION, sentence, score=4.0, least=LEAST, people=[who.text], about="introduction"
                )
    return None


def joins_others(frame: Frame) -> bool:
    """Whether the seeker's own message puts two of its addressees in touch."""
    if len(frame.thirds) < 2 or len(frame.thirds) > MOST_PEOPLE or _answers_one(frame):
        return False
    words, _ = _words_score(frame)
    return (words >= 3.0 or _meet(frame)) and not frame.private


def _meet(frame: Frame) -> bool:
    """Whether one addressee is told to meet another: "Vivek, meet Tom"."""
    named = [_hers(party) for party in frame.thirds]
    meets = (s for s in frame.sentences if "meet" in s.bag and not s.asks)
    return any(sum(s.names(hers) for hers in named) > 1 for s in meets)
