"""Referrals: a person or a team the sender points to without joining them to the message, or passed a CV on to."""

from dataclasses import dataclass, field
from typing import Final

from askwell.domain.cues import CueType
from askwell.guide.cues import wording
from askwell.guide.cues.frame import UNSAID, Frame
from askwell.guide.cues.ordinary import is_word
from askwell.guide.cues.people import (
    ADDRESS,
    Name,
    addresses,
    called,
    fits_address,
    is_firm_of,
    is_known,
    is_led_to,
    is_left_for,
    is_place,
    is_shunned,
    names,
    team,
    uncapitalized,
)
from askwell.guide.cues.plain import Sentence, tokens
from askwell.guide.cues.verdict import FAINT, Reading
from askwell.guide.cues.weighing import gathered, odds

LEAST: Final = 3.75
CLEAR: Final = -0.2  # from here on, lone first names are taken for people
_TO_PEOPLE: Final = frozenset({"with", "for", "to", "by"})
_TO_NAMED: Final = frozenset({"bei", "bij", "chez"})  # as a rule a firm's, else somebody's with both names
_ARTICLES: Final = frozenset(
    "the a an den die das der dem des ein eine einen im am zum zur le la les du el los il lo een het".split()
)
_WHEN: Final = frozenset({"since", "after", "until"})  # a firm closed, or a season ended
HINTED: Final = -0.6  # from such a score of the model on, the names of a sentence are looked at
_POINTS: Final = ("point", "point-question", "the-one", "use-my-name", "passed-on", "employee-referral")
_LATER: Final = ("use-my-name", "her-address", "point")
_ERRANDS: Final = wording.words("errands")
_WORK: Final = wording.words("work")
PRIVATE: Final = 1.2  # so much less is heard of a referral in a sentence that speaks of house, car or health
STORY: Final = 1.0  # so much less in a sentence that only tells of somebody, with no hint of what to do
LONE: Final = 0.5  # so much less of somebody told by first name alone, as one tells of friends and family
AROUND: Final = 1.2  # how much more, for what is heard of it in the sentences around a name
HINTING: Final = -0.7  # what is heard below adds nothing there
REACHED: Final = 0.4  # so much more where it is told how to reach them
PROMISED: Final = 0.45  # of what is heard of an offer beside the name: the sender will turn to them
BESIDE: Final = 0.75  # so much less of the sentence behind a name, which goes on about "her"
SHORT: Final = 3  # letters in which a short form of a name agrees with it
NEXT: Final = 4  # sentences, with the one that names somebody, in which it is told how to reach them
_SHE: Final = ("she ", "he ", "they ", "she's ", "he's ", "they're ")
_THAT_IS: Final = ("that is who ", "that is whom ", "that is the ", "that is your ", "there is your ", "that would be ")
BRIEF: Final = 8  # words; a name and who that is, behind a question
_KIN: Final = wording.words("kin")
_PRONOUNS: Final = frozenset("him her them".split())
_PRESENTING: Final = frozenset("it's there's is also and named called".split())  # "it's Ada Roe", "there's Ada Roe"
_AFTER_VERB: Final = wording.words("after-verb")


@dataclass(slots=True)
class _Pointed:
    name: str
    sentence: Sentence
    score: float
    words: frozenset[str] = field(default_factory=frozenset)
    kind: str = "name"
    said: float = UNSAID


def _has_address(sentence: Sentence) -> bool:
    return "@" in sentence.text and ADDRESS.search(sentence.text) is not None


def _here(sentence: Sentence, name: Name) -> float:
    """What the sentence with the name says of it."""
    tags = sentence.tags
    score = max(
        tags.get("point", 0.0),
        tags.get("point-question", 0.0),
        tags.get("the-one", 0.0),
        tags.get("passed-on", 0.0),
        tags.get("employee-referral", 0.0),
    )
    score += 0.5 * tags.get("use-my-name", 0.0) + (1.5 if "passed-on" in tags and name.before == "to" else 0.0)
    score += 0.75 if sentence.has("point") and sentence.has("the-one") else 0.0
    score += 0.75 if name.full else 0.0
    score += 1.0 if _led_to(name) else 0.5 if name.before in _PRESENTING else 0.0
    score += tags.get("listed", 0.0)
    score += 1.0 if _has_address(sentence) else 0.0
    return score - (2.0 if "not-a-pointer" in tags and not sentence.has("use-my-name", "passed-on") else 0.0)


def _after(frame: Frame, at: int) -> tuple[float, bool]:
    """What the next sentences add: how to reach them, whose name to use; the third only where it sends her to them."""
    score, uses = 0.0, False
    for place, sentence in enumerate(frame.sentences[at + 1 : at + NEXT]):
        if _takes_over(sentence):
            score -= 1.5
        elif _directs(sentence):
            score += 2.0
        elif sentence.has("use-my-name", "her-address"):
            score += 1.5
        elif place < NEXT - 2 and sentence.has("point", "the-one"):
            score += 0.75
        uses |= "use-my-name" in sentence.tags
    return min(score, 3.0), uses


def _directs(sentence: Sentence) -> bool:
    """Whether it sends the seeker to somebody named before: "ask her"."""
    return "point" in sentence.tags and not _PRONOUNS.isdisjoint(sentence.bag) and not _takes_over(sentence)


def _takes_over(sentence: Sentence) -> bool:
    """Whether the sender will ask them, or introduce them later: "let me ask him myself"."""
    hers = "introduce" in sentence.tags or not _PRONOUNS.isdisjoint(sentence.bag)
    return hers and sentence.has("offer") and not sentence.has("use-my-name", "her-address")


def _kind(sentence: Sentence, *, uses: bool) -> str:
    if "employee-referral" in sentence.tags:
        return "employee-referral"
    if "passed-on" in sentence.tags:
        return "forwarded"
    return "use-my-name" if uses or "use-my-name" in sentence.tags else "name"


def _candidates(sentence: Sentence, frame: Frame, *, clear: bool) -> list[Name]:
    """Names that may be of somebody to talk to; a lone first name only where a verb leads up to it.

    Where a referral is clear and nobody is named so, the first name is taken, be it alone or behind "with" and "for".
    """
    found = [name for name in names(sentence.text) if _may_be(name, sentence, frame)]
    named = [n for n in found if not is_place(n) and (n.full or _led_to(n) or _subject_of(sentence, n))]
    if named or not clear:
        return named
    likely = [name for name in found if name.before not in _WHEN and _may_stand(name)]
    if likely:
        return sorted(likely, key=lambda name: not name.full)[:1]
    return [name for name in uncapitalized(sentence.text) if not is_known(name, frame) and not is_shunned(name)][:1]


def _may_stand(name: Name) -> bool:
    """Whether somebody may stand so where a referral is clear: behind "with" too, behind "bei" by both names."""
    if is_left_for(name):
        return False
    return not is_place(name) or name.before in _TO_PEOPLE or (name.full and name.before in _TO_NAMED)


def _may_be(name: Name, sentence: Sentence, frame: Frame) -> bool:
    """Whether it is a name at all, and of somebody new."""
    if not name.words or is_known(name, frame) or is_shunned(name) or is_firm_of(name, sentence.text):
        return False
    if name.full:
        return True
    if name.start == 0 and sentence.text.endswith(","):
        return False  # "Blessings, and yes to the chairs," is how one signs off
    if name.text.isupper() or name.before in _ARTICLES or sentence.text[name.end : name.end + 1] == ":":
        return False
    return name.start > 0 or not is_word(name.text)


def _led_to(name: Name) -> bool:
    """Whether a verb leads up to the name: "call Ada", "talk to Ada", not "come to Turin"."""
    return is_led_to(name) or name.before in _AFTER_VERB


def _subject_of(sentence: Sentence, name: Name) -> bool:
    """Whether a lone name begins the sentence ("Priya runs the lab"), or is somebody's ("my cousin Ada")."""
    if name.before in _KIN or (name.aside and sentence.has("the-one", "point")):
        return True
    return name.start == 0 and "the-one" in sentence.tags


def _listed(sentence: Sentence) -> bool:
    return sentence.text[:1].isdigit() or sentence.text[:1] in "-*•"


def _people(frame: Frame) -> list[_Pointed]:
    """Whoever is named as a verb leads up to it; if nobody is, whoever stands where the model is clear."""
    return _named(frame, clear=False) or _named(frame, clear=True)


def _named(frame: Frame, *, clear: bool) -> list[_Pointed]:
    listing = any(s.has("listed", "use-my-name") for s in frame.everything)
    found: dict[frozenset[str], _Pointed] = {}
    has_addresses = "@" in frame.message.text
    listed = max((frame.said(CueType.REFERRAL, at) for at, s in enumerate(frame.sentences) if _listed(s)), default=0.0)
    for at, sentence in enumerate(frame.sentences):
        said = (listed if listing and _listed(sentence) else _said(frame, at)) - _beside_the_point(frame, at)
        if (clear and said <= CLEAR) or not _points(frame, at, said=said, listing=listing):
            continue
        for name in _candidates(sentence, frame, clear=clear):
            more, uses = _after(frame, at)
            score = _here(sentence, name) + more + (2.5 if listing and _listed(sentence) else 0.0)
            score += 1.0 if has_addresses and not _has_address(sentence) and called(frame, name.words) else 0.0
            heard = said + _use_of(frame, at, name)
            _keep(found, _Pointed(name.text, sentence, score, name.words, _kind(sentence, uses=uses), heard))
    return list(found.values())


def _use_of(frame: Frame, at: int, name: Name) -> float:
    """What a name itself tells: somebody to turn to has, as a rule, a surname or an address, and waits for no offer."""
    around = frame.sentences[at : at + NEXT - 1]
    reached = any("her-address" in one.tags or _has_address(one) for one in around)
    promised = max(frame.said(CueType.OFFER, place) for place in (at, at + 1))
    lone = 0.0 if name.full or (reached and called(frame, name.words)) else 0.5 if "ask" in name.lead else 1.0
    heard = frame.heard.get(CueType.REFERRAL, ())[max(0, at - 1) : at + NEXT]
    more = gathered(heard, heeded=HINTING) - max(heard) / 1000 if heard else 0.0
    reached = reached or ("passed-on" in frame.sentences[at].tags and name.before == "to")
    return AROUND * more + REACHED * reached - LONE * lone - PROMISED * max(0.0, promised)


def _said(frame: Frame, at: int) -> float:
    """What the model says where somebody is named, or just behind, where it is told who that is, how to reach them."""
    said = frame.said(CueType.REFERRAL, at)
    for step, one in enumerate(frame.sentences[at + 1 : at + 1 + NEXT], 1):
        if _goes_on(one, step):
            said = max(said, frame.said(CueType.REFERRAL, at + step))
        elif step == 1 and one.plain.startswith(_SHE):
            said = max(said, frame.said(CueType.REFERRAL, at + step) - BESIDE)
    if at and frame.sentences[at - 1].asks and len(frame.sentences[at].words) <= BRIEF:
        said = max(said, frame.said(CueType.REFERRAL, at - 1))  # "You know who does that? Roz Tillman."
    return said


def _goes_on(sentence: Sentence, step: int) -> bool:
    """Whether a sentence so many steps behind a name still tells of it: that one may be used, longer than the rest."""
    if step == 1 and sentence.plain.startswith(_THAT_IS):
        return True
    return "use-my-name" in sentence.tags or (step <= 2 and sentence.has(*_LATER))


def _beside_the_point(frame: Frame, at: int) -> float:
    """What takes away from a referral: other ends than a job, or somebody who is only told of."""
    sentence = frame.sentences[at]
    told = sentence.has("told-of", "not-a-pointer") and not _hinted(frame, at)
    return _private(frame, sentence) + (STORY if told else 0.0)


def _hinted(frame: Frame, at: int) -> bool:
    """Whether it is said, there or just behind, what the seeker may do with the name."""
    sentence, *following = frame.sentences[at : at + NEXT]
    if _directs(sentence) or sentence.has("use-my-name", "passed-on"):
        return True
    return any(_directs(one) or one.has("use-my-name", "her-address") for one in following)


def _private(frame: Frame, sentence: Sentence) -> float:
    """A plumber or a garage is recommended for other ends than a job, all the more where that is the subject."""
    if frame.work <= 1 and _at_home(frame.subject):
        return 2 * PRIVATE
    return PRIVATE if _at_home(sentence) else 0.0


def _at_home(sentence: Sentence) -> bool:
    return not _ERRANDS.isdisjoint(sentence.bag) and _WORK.isdisjoint(sentence.bag)


def _points(frame: Frame, at: int, *, said: float, listing: bool) -> bool:
    """Whether the names of a sentence are looked at."""
    sentence = frame.sentences[at]
    if sentence.asks and said < 0 and not sentence.has("use-my-name", "point-question"):
        return False
    if listing or said > HINTED or sentence.has(*_POINTS, "her-address", "listed"):
        return True
    return _has_address(sentence) or any(s.has(*_LATER) for s in frame.sentences[at + 1 : at + 3])


def _keep(found: dict[frozenset[str], _Pointed], new: _Pointed) -> None:
    """One entry a person: the longer name stays, the higher score too."""
    for words, old in list(found.items()):
        if words <= new.words or new.words <= words:
            longer = new if len(new.words) > len(words) else old
            old.name, old.score, old.words = longer.name, max(old.score, new.score), longer.words
            old.said = max(old.said, new.said)
            return
    found[new.words] = new


def _as_address(frame: Frame, pointed: _Pointed) -> str:
    """The address that belongs to a name, if the message has it."""
    known = {p.handle for p in frame.message.parties}
    written = [a for s in frame.sentences for a in addresses(s.text) if a.lower() not in known]
    for address in written:
        if fits_address(address, pointed.words):
            return address.lower()
    return pointed.name


def _teams(frame: Frame, introduced: frozenset[str]) -> list[_Pointed]:
    found = []
    for at, sentence in enumerate(frame.sentences):
        if introduced and (sentence.names(introduced) or sentence.plain.startswith(_SHE)):
            continue  # her team is part of the story of somebody introduced
        if not sentence.has("point", "passed-on", "point-question", "the-one") or (
            sentence.asks and "point-question" not in sentence.tags
        ):
            continue
        name = team(sentence.text)
        if name:
            more, uses = _after(frame, at)
            score = (
                max(sentence.tags.get(tag, 0.0) for tag in ("point", "passed-on", "point-question", "the-one")) + more
            )
            score += 0.75 if " at " in name or " of " in name or " in " in name else 0.0
            said = frame.said(CueType.REFERRAL, at) - _beside_the_point(frame, at)
            found.append(_Pointed(name, sentence, score, tokens(name), _kind(sentence, uses=uses), said))
    return found


def _on_cards(frame: Frame) -> list[_Pointed]:
    """People whose card is attached: a name given without a word."""
    known = {p.handle for p in frame.message.parties if p.handle}
    first = (frame.sentences or [frame.subject])[0]
    return [
        _Pointed(card.handle or card.name, first, LEAST + 1.0, tokens(card.name), said=0.0)
        for card in frame.message.cards
        if card.handle not in known and not tokens(card.name) <= (frame.mine | frame.senders)
    ]


def _only_addresses(frame: Frame) -> list[_Pointed]:
    """Addresses of nobody named: "write to jroe@acme.example"."""
    known = {p.handle for p in frame.message.parties}
    return [
        _Pointed(
            a.lower(),
            s,
            s.tags.get("point", 2.25) + 1.0,
            frozenset(),
            _kind(s, uses=False),
            frame.said(CueType.REFERRAL, at),
        )
        for at, s in enumerate(frame.sentences)
        if "point" in s.tags or frame.said(CueType.REFERRAL, at) > CLEAR
        for a in addresses(s.text)
        if a.lower() not in known
    ]


def _among(words: frozenset[str], introduced: frozenset[str]) -> bool:
    """Whether somebody introduced is meant, by a short form of the name too: "Des" for Desiree."""
    return words <= introduced or (
        bool(introduced) and all(any(one.startswith(word[:SHORT]) for one in introduced) for word in words)
    )


def _joined(pointed: _Pointed, introduced: frozenset[str]) -> float:
    """A name in the sentence that introduces somebody else is more likely to be part of that person's story."""
    return 1.0 if introduced and "introduce" in pointed.sentence.tags else 0.0


def referral(frame: Frame, *, introduced: frozenset[str] = frozenset()) -> Reading | None:
    """What tells of somebody, or of a team, to talk to, with everybody who is likely meant."""
    bias = (0.25 if frame.work else 0.0) - frame.distance
    found = [p for p in _people(frame) if not _among(p.words, introduced)]
    for one in found:
        one.score -= _joined(one, introduced)
    alone = () if introduced else _only_addresses(frame)  # beside an introduction, an address is that person's
    groups = (found, _on_cards(frame), (*_teams(frame, introduced), *alone))
    faint: Reading | None = None
    for group in groups:
        likely = [p for p in group if odds(frame, CueType.REFERRAL, p.score + bias - LEAST, p.said) >= 0]
        told = _told(frame, likely or list(group), bias)
        if likely or (faint is None and told):
            faint = told
        if likely:
            break
    return faint


def _told(frame: Frame, people: list[_Pointed], bias: float) -> Reading | None:
    if not people:
        return None
    best = max(people, key=lambda p: odds(frame, CueType.REFERRAL, p.score + bias - LEAST, p.said))
    kind = next((p.kind for p in people if p.kind != "name"), "name")
    found = tuple(dict.fromkeys(_as_address(frame, p) for p in people))
    return Reading(CueType.REFERRAL, best.sentence, max(FAINT, best.score + bias - LEAST), found, kind, best.said)
