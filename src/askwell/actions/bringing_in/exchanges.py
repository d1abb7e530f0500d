"""Messages become interactions with people, with their direction, thread and cues; one message read twice is one."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from askwell.actions.bringing_in.addressbook import Addressbook
from askwell.actions.bringing_in.hearing import Heard
from askwell.actions.bringing_in.parties import Letter
from askwell.actions.bringing_in.threads import threads
from askwell.domain.cues import Cue, CueType
from askwell.domain.messages import Channel, Direction, Message, Writer
from askwell.domain.people import Party

Detect = Callable[
    [Sequence[Heard], frozenset[str]], Iterable[tuple[Cue, ...]]
]  # cues of each, in order; whose are hers
Before = Callable[
    [Sequence[tuple[Letter, str]], Collection[Letter], Collection[str]], Sequence[Letter]
]  # what is stored of the conversations of letters (each with its own), of which these are news and those read again
UNANSWERED = "a machine’s answer to a mail that is not here"
SEVERAL = "several of your people have this name, and nothing tells which of them it is"
FORGOTTEN = "somebody you had forgotten for good"
PASTED = "pasted:"  # begins the key of a message that was pasted, until the same one is read from a file
FAINT = 0.7  # below it, help from somebody outside of the search is taken for talk about other things
DRAWN_IN = frozenset({CueType.ASK, CueType.INTRODUCTION, CueType.REFERRAL, CueType.MEETING, CueType.THANKS})
EARLIER = 6  # messages of a thread that are shown to the reader of cues


@dataclass(slots=True)
class Exchange:
    """An interaction to store: a message, who it is with (refs, the other side first), its key, thread and cues.

    `text` is the message's where it is to be kept; `stored` is the id of an interaction to put this one over; `handles`
    tells of each of its people by which address or profile they took part (lines of several).
    """

    message: Message
    people: tuple[str, ...]
    direction: Direction
    key: str
    thread: str
    text: str = ""
    cues: tuple[Cue, ...] = ()
    stored: str = ""
    handles: tuple[str, ...] = ()

    @property
    def group(self) -> bool:
        """Whether more than one other person takes part."""
        return len(self.people) > 1 and self.message.writer is Writer.PERSON


@dataclass
class Reader:
    """What turns letters into exchanges: whose addresses are whose, who she is, and since when texts count."""

    book: Addressbook
    me: frozenset[str]
    since: datetime
    known: Mapping[str, str]  # keys of stored interactions, with their ids
    textless: Collection[str]  # ids of those since the search began whose text was not kept: it began later then
    detect: Detect
    involved: Callable[[], Collection[str]] = tuple  # ids of those already drawn into the search, looked up once needed
    progress: Callable[[int, int], None] | None = None
    before: Before = lambda *_: ()
    standing: Callable[[Sequence[Letter]], Mapping[str, str]] = lambda _: {}
    _conversations: dict[str, list[Message]] = field(default_factory=lambda: defaultdict(list))
    _people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _drawn_in: set[str] = field(default_factory=set)
    _to_hear: list[tuple[Exchange, Sequence[Message]]] = field(default_factory=list)
    _stored: Collection[str] | None = None

    def read(self, letters: Sequence[Letter]) -> list[Exchange]:
        """The exchanges of letters in time's order; each letter is counted in its tally as new, changed or same."""
        found: list[Exchange] = []
        seen: set[str] = set()
        meetings = {key.partition("#")[0]: (key, stored) for key, stored in self.known.items() if "#" in key}
        before, named = self._named(letters)
        newest = _newest(letters)
        for letter, thread in named:
            if letter in before:
                self._remember(letter, self._refs(letter.people), thread)
                continue
            key = key_of(letter.message)
            if key != newest.get(letter.message.origin.message_id, key):
                letter.tally.same += 1
                continue
            earlier = meetings.get(key.partition("#")[0]) if "#" in key else None
            people = self._refs(letter.people)
            pasted = self._pasted(letter, people)
            if pasted and key not in self.known:
                letter.tally.changed += 1
                again = self._made(letter, people, thread, key, stored=pasted)
                found.append(replace(again, text=letter.message.text, cues=()))
            elif self._lacks_text(letter.message, key):
                letter.tally.changed += 1
                found.append(self._made(letter, people, thread, key, stored=self.known[key]))
            elif key in self.known or key in seen:
                letter.tally.same += 1
            elif exchange := self._exchange(letter, people, thread, key, stored=earlier[1] if earlier else ""):
                letter.tally.changed += bool(earlier)
                letter.tally.new += not earlier
                found.append(exchange)
            else:
                machine = letter.message.writer is Writer.MACHINE
                nobody = SEVERAL if all(not party.handle for party in letter.people) else FORGOTTEN
                letter.tally.leave_out(letter.message.origin.index, UNANSWERED if machine else nobody)
            seen.add(key)
            self._remember(letter, people, thread)
        self._hear()
        return found

    def _named(self, letters: Sequence[Letter]) -> tuple[Collection[Letter], list[tuple[Letter, str]]]:
        """The letters with their conversations in time's order, among them what is stored of those that go on."""
        stored = self.standing(letters) if self.known else {}
        named = list(zip(letters, threads(letters, stored), strict=True))
        before = dict.fromkeys(self._stored_before(named)) if self.known else {}
        if before:
            every = [*before, *letters]
            named = list(zip(every, threads(every, stored), strict=True))
        return before, sorted(named, key=lambda one: one[0].message.at)

    def _stored_before(self, named: Sequence[tuple[Letter, str]]) -> Sequence[Letter]:
        """What is stored of the conversations that go on with letters which are new, or have their text now."""
        keys = {letter: key_of(letter.message) for letter, thread in named if thread}
        news = {one for one, key in keys.items() if key not in self.known or self._lacks_text(one.message, key)}
        return self.before(named, news, {self.known[key] for key in keys.values() if key in self.known})

    def _remember(self, letter: Letter, people: tuple[str, ...], thread: str) -> None:
        """For what comes later: its conversation, and whom it was for."""
        if letter.message.origin.message_id and people:
            self._people[letter.message.origin.message_id] = people
        self._conversations[thread].append(letter.message)

    def _hear(self) -> None:
        """What the messages tell, all at once, for it takes longest; then in time's order whom the search draws in."""
        heard = [(exchange.message, earlier) for exchange, earlier in self._to_hear]
        told = zip(self._to_hear, self.detect(heard, self.me) if heard else (), strict=True)
        for done, ((exchange, _), cues) in enumerate(told, 1):
            exchange.cues = self._counting(cues, exchange.people)
            if self.progress:
                self.progress(done, len(heard))
        self._to_hear.clear()

    def _refs(self, people: Sequence[Party]) -> tuple[str, ...]:
        if len(people) == 1:
            ref = self.book.find(people[0])
            return (ref,) if ref else ()
        refs = (self.book.find(party) for party in people)
        return tuple(dict.fromkeys(ref for ref in refs if ref))

    def _handles(self, parties: Sequence[Party], people: Sequence[str]) -> tuple[str, ...]:
        """By which address or profile each of the people took part."""
        if len(parties) == 1 and len(people) == 1:
            return (parties[0].handle,)
        own: dict[str, list[str]] = {ref: [] for ref in people}
        for party in parties:
            if party.handle and (ref := self.book.find(party)) in own:
                own[ref].append(party.handle)
        return tuple("\n".join(handles) for handles in own.values())

    def _pasted(self, letter: Letter, people: Sequence[str]) -> str:
        """The id of the same message as she pasted it before, whose cues stay with her answers; "" if there is none."""
        if not self._by_words or letter.from_me or not people:
            return ""
        return self._by_words.get((self.book.stands_for(people[0]), pasted_mark(letter.message.text)), "")

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], str]:
        """Pasted messages by their writer and a mark of their words."""
        told = (key.removeprefix(PASTED).partition(":") for key in self.known if key.startswith(PASTED))
        return {(who, mark): self.known[f"{PASTED}{who}:{mark}"] for who, _, mark in told}

    def _lacks_text(self, message: Message, key: str) -> bool:
        """Whether a message that is stored without its text is to have it now, with its cues."""
        return bool(message.text) and message.at >= self.since and self.known.get(key, "") in self.textless

    def _exchange(
        self, letter: Letter, people: tuple[str, ...], thread: str, key: str, *, stored: str
    ) -> Exchange | None:
        message = letter.message
        people = people or (self._answered(message) if message.writer is Writer.MACHINE else ())
        return self._made(letter, people, thread, key, stored=stored) if people else None

    def _made(self, letter: Letter, people: tuple[str, ...], thread: str, key: str, *, stored: str) -> Exchange:
        message = letter.message
        handles = self._handles(letter.people, people)
        found = Exchange(message, people, _direction(letter), key, thread, stored=stored, handles=handles)
        if message.at >= self.since:
            found.text = message.text
            if message.channel is not Channel.MEETING:
                self._to_hear.append((found, tuple(self._conversations[thread][-EARLIER:]) if thread else ()))
        return found

    def _answered(self, message: Message) -> tuple[str, ...]:
        """Whom the mail was for that a machine answers: by the ids it names, else by an address in its text."""
        for one in reversed(message.thread):
            if one in self._people:
                return self._people[one]
        words = (word.strip("<>().,;:\"'") for word in message.text[:4000].split() if "@" in word)
        return self._refs([Party("", word.lower()) for word in words])[:1]

    def _counting(self, found: Iterable[Cue], people: tuple[str, ...]) -> tuple[Cue, ...]:
        """The cues that count, in the light of those before, with the people they are about."""
        cues = tuple(replace(cue, contacts=self._contacts(cue, people)) for cue in found)
        cues = tuple(cue for cue in cues if not self._is_other_talk(cue, people))
        if any(cue.type in DRAWN_IN for cue in cues):
            self._drawn_in.update(people, *(cue.contacts for cue in cues))
        return cues

    def _is_other_talk(self, cue: Cue, people: tuple[str, ...]) -> bool:
        """A faint sign of help or of an offer, from somebody who was not asked, met or pointed to before."""
        if cue.type not in {CueType.HELP, CueType.OFFER} or cue.confidence >= FAINT:
            return False
        if self._drawn_in.intersection(people[:1]):
            return False
        if self._stored is None:
            self._stored = self.involved()
        return not set(people[:1]).intersection(self._stored)

    def _contacts(self, cue: Cue, people: tuple[str, ...]) -> tuple[str, ...]:
        """Who the people of a cue are: by address, by a name among those of the message, by the only full name."""
        return tuple(self._whose(person, people) for person in cue.people)

    def _whose(self, person: str, people: tuple[str, ...]) -> str:
        if "@" in person or person.startswith("in/"):
            return self.book.find(Party("", person))
        return self.book.fitting(person, people) or self.book.named(person)


def _newest(letters: Sequence[Letter]) -> dict[str, str]:
    """By the id of a meeting, the key of its version that was read last: files of two days may both have it."""
    meetings = (one.message for one in letters if one.message.channel is Channel.MEETING)
    return {one.origin.message_id: key_of(one) for one in meetings if one.origin.message_id}


def _direction(letter: Letter) -> Direction:
    if letter.message.channel is Channel.MEETING:
        return Direction.BOTH
    return Direction.OUT if letter.from_me else Direction.IN


def key_of(message: Message) -> str:
    """What tells a message when it is read again: its id, else its content; of a meeting also a mark of its version."""
    if message.channel is Channel.MEETING:
        name = message.origin.message_id or _hash(message.subject, message.at.isoformat())
        end = message.end.isoformat() if message.end else ""
        version = _hash(message.at.isoformat(), end, str(message.cancelled), message.subject, message.text)
        return f"meeting:{name.replace('#', '%')}#{version}"
    if message.origin.message_id:
        return message.origin.message_id
    told = (message.channel.value, message.at.isoformat(), message.sender.handle or message.sender.name)
    return _hash(*told, *message.thread[:1], message.subject, message.text)


def pasted_mark(text: str) -> str:
    """What tells the words of a message, however they are broken into lines."""
    return _hash("".join(filter(str.isalnum, text.casefold())))


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
