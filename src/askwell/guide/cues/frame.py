"""What is known of a message before its words are weighed: who wrote to whom, and whether it is about the search."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from askwell.domain.cues import CueType
from askwell.domain.messages import Channel, Direction, Message, Writer
from askwell.domain.people import Party
from askwell.guide.cues import wording
from askwell.guide.cues.judging import Scores
from askwell.guide.cues.plain import Sentence, plain_words, sentences, tokens
from askwell.guide.cues.verdict import Leaning
from askwell.identity import mailboxes

_WORK: Final = wording.words("work")
_HOME: Final = wording.words("home")
_MAILBOXES: Final = wording.words("mailboxes")
_PIECES: Final = re.compile(r"[._+-]")
_LISTS: Final = wording.words("mass-names")
UNSAID: Final = -2.0
MOST_PEOPLE: Final = 5  # more humans than these on one message make it a group's, not an introduction
_ANSWERS: Final = re.compile(
    r"^\s*(?:\[[^\]]{1,30}\]\s*)?(?:re|aw|sv|vs|odp|antw|res|ref|rif|r|tr|rép|antwort|odpowiedź)\s*(?:\[\d+\])?:"
    r"|^\s*[\[(]#?\s?(?:[a-z]{1,8}[-# ]?)?\d{3,12}[\])]",  # or the number that a help desk gave it
    re.IGNORECASE,
)
_FORWARDS: Final = re.compile(r"^\s*(?:fwd?|wg|tr|vb|rv|enc|i|doorst|vs)\s*:", re.IGNORECASE)
_FAMILY: Final = frozenset("mom mum dad mama papa grandma nana".split())
_MONEY: Final = re.compile(r"[$€£]\s?\d")


def is_role(party: Party) -> bool:
    """Whether an address belongs to an office or a machine and not to a person."""
    return "@" in party.handle and _is_role(party.handle, party.name)


@lru_cache(maxsize=4096)
def _is_role(address: str, name: str) -> bool:
    pieces = _PIECES.split(address.partition("@")[0].lower())
    if not (name and tokens(name) & set(pieces)) and not _MAILBOXES.isdisjoint((pieces[0], pieces[-1])):
        return not mailboxes.said_name(address).full and not _own_domain(address, name)
    return mailboxes.is_role(address, name) or mailboxes.is_organization(name, address)


def _own_domain(address: str, name: str) -> bool:
    """hello@janeroe.example is Jane Roe's own."""
    domain = address.partition("@")[2].replace("-", "")
    words = name.lower().split()
    return 2 <= len(words) <= 3 and words[0] != "the" and words[-1] in domain


def _is_list(party: Party) -> bool:
    local, _, domain = party.handle.partition("@")
    parts = _PIECES.split(local)
    return bool(domain) and (parts[0] in _LISTS or parts[-1] in _LISTS or domain.startswith("lists."))


@dataclass
class Frame:
    """A message with its sentences, direction and people. What rests on tags is asked only once they are given.

    `mine` are the words of the seeker's names, `called` the first of each. `others` are the humans besides the seeker;
    `thirds` those of them who neither wrote it nor are the seeker. `work` and `home` count different words of either
    world. `tells` is how much the message tells at all, as the model hears it; `together` the scores of all its
    sentences and its subject, by kind, and of anything at all.
    """

    message: Message
    direction: Direction
    sentences: list[Sentence]
    subject: Sentence
    mine: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    senders: frozenset[str] = frozenset()
    others: tuple[Party, ...] = ()
    thirds: tuple[Party, ...] = ()
    to_list: bool = False
    addressed: bool = True
    answers: bool = False
    forwards: bool = False
    asked: bool = False
    earlier: Sequence[Message] = ()
    work: int = 0
    home: int = 0
    words: int = 0
    heard: Scores = field(default_factory=dict)
    tells: float = 0.0
    together: Sequence[float] = ()
    leanings: Mapping[CueType, Leaning] = field(default_factory=dict)

    @cached_property
    def everything(self) -> list[Sentence]:
        return [self.subject, *self.sentences]

    @cached_property
    def distance(self) -> float:
        """How far it is from the search, 0 to 2.5: words of home, family and errands beyond those of work."""
        about = self.work + (1 if self.asked else 0) + (2 if self.openly else 0)
        process = 1.5 if any("process" in s.tags for s in self.everything) and self.direction is Direction.IN else 0.0
        return min(2.5, process + max(0, self.home - about))

    @cached_property
    def unasked(self) -> bool:
        """Whether it came under a subject of its own, so that it answers nothing she wrote."""
        answers = self.answers or self.asked or self.message.channel is not Channel.EMAIL
        return self.direction is Direction.IN and bool(self.message.subject.strip()) and not answers

    @property
    def private(self) -> bool:
        """Whether it is rather about home, family or errands than about the search."""
        return self.distance >= 2.0

    @cached_property
    def openly(self) -> bool:
        """Whether it speaks of the search itself."""
        return any("openly" in s.tags for s in self.everything)

    def weight(self, tag: str) -> float:
        return max((s.tags.get(tag, 0.0) for s in self.sentences), default=0.0)

    def said(self, kind: CueType, at: int) -> float:
        """What the model says of a sentence, 1 for a clear yes; where it was not asked, a no."""
        scores = self.heard.get(kind, ())
        return scores[at] / 1000 if at < len(scores) else UNSAID

    def near(self, index: int, tag: str, *, before: int = 1, after: int = 1) -> bool:
        around = self.sentences[max(0, index - before) : index + after + 1]
        return any(tag in s.tags for s in around)


def _subject(text: str) -> Sentence:
    text = text[:300]
    return Sentence(text=text.strip(), start=-1, words=plain_words(text), asks=text.rstrip().endswith("?"))


def _relevance(message: Message, found: Sequence[Sentence], subject: Sentence) -> tuple[int, int, int]:
    words = set(subject.bag)
    count = 0
    for sentence in found:
        count += len(sentence.words)
        words |= sentence.bag
    home = len(words & _HOME) + (2 if "quoted" in words and _MONEY.search(message.text[:4000]) else 0)
    family = any(tokens(p.name) & _FAMILY for p in message.parties)
    return len(words & _WORK), home + (3 if family else 0), count


def _is_mine(party: Party, me: frozenset[str]) -> bool:
    return bool(party.handle) and party.handle.lower() in me


def frame(message: Message, me: frozenset[str], *, earlier: Sequence[Message] = ()) -> Frame:
    """Everything about a message that the rules look at."""
    out = _is_mine(message.sender, me)
    addressees = (*message.to, *message.copied)
    own = [p for p in addressees if _is_mine(p, me)]
    foreign = [p for p in message.parties if (p.handle or p.name) and not _is_mine(p, me)]
    names = [p.name for p in ([message.sender, *own] if out else own)]
    mine = frozenset().union(*map(tokens, names))
    others = tuple({(p.handle or p.name): p for p in foreign}.values())
    thirds = tuple(
        p for p in others if p.handle != message.sender.handle or (not p.handle and p.name != message.sender.name)
    )
    subject = _subject(message.subject)
    senders = tokens(message.sender.name)
    vocatives = mine if not out else frozenset().union(*(tokens(p.name) for p in addressees))
    found = sentences(message.text, greeted=vocatives)
    work, home, words = _relevance(message, found, subject)
    return Frame(
        message=message,
        direction=Direction.OUT if out else Direction.IN,
        sentences=found,
        subject=subject,
        mine=mine,
        called=frozenset().union(*(tokens(name.split()[0]) for name in names if name)),
        senders=senders,
        others=others,
        thirds=tuple(p for p in thirds if not is_role(p)),
        to_list=any(_is_list(p) for p in addressees),
        addressed=message.channel is not Channel.EMAIL or not addressees or bool(own),
        answers=bool(_ANSWERS.match(message.subject)) or bool(message.thread),
        forwards=bool(_FORWARDS.match(message.subject)) or bool(message.forwarded.strip()),
        asked=any(_is_mine(e.sender, me) for e in earlier),
        earlier=earlier,
        work=work,
        home=home,
        words=words,
    )


def from_person(frame: Frame) -> bool:
    """Whether a human wrote this to few people."""
    return frame.message.writer is Writer.PERSON and not is_role(frame.message.sender)
