"""Everybody made ready for looking up, once for each state of the store: words, marks, and the two orders."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from askwell.actions import memory
from askwell.actions.allies import allies_in
from askwell.actions.desk import Desk
from askwell.actions.finding import LONG_ENOUGH, NEAR, SLIPS
from askwell.domain.people import Contact, Permission
from askwell.domain.plans import WayKind
from askwell.identity.diminutives import relatives
from askwell.identity.fold import fold, loose
from askwell.method.favors import Books

if TYPE_CHECKING:  # what is looked up with is loaded when it is first needed: no start waits for it
    from askwell.method.ways import Matcher

LONGEST = 400  # characters of each text that are searched


class Mark(IntEnum):
    """What a filter asks for; marks are added up to one number."""

    TARGET = 1
    ROLE = 2
    ALLY = 4
    DORMANT = 8
    NEVER_ASKED = 16
    RESTING = 32


@dataclass(frozen=True, slots=True)
class Words:
    """What is searched of one contact, folded: `names` are the words of all their names, `text` is all there is.

    `key` is their place by name; `contact` and the `others` of their names are what these were made of.
    """

    contact: Contact
    others: frozenset[str]
    names: frozenset[str]
    text: str
    key: tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact with what is searched; `marks` is the sum of those it has."""

    contact: Contact
    words: Words
    marks: int


@dataclass(frozen=True, slots=True)
class Index:
    """All entries by name, their folded names, how many have each mark, and what a way needs."""

    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    matcher: "Matcher"
    counts: Mapping[Mark, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """All entries by fit, best first, and the place of each contact."""

    entries: tuple[Entry, ...]
    places: Mapping[str, int]


def index(desk: Desk) -> Index:
    """Everybody, by name."""
    return memory.worked_out(desk, "people", _index)


def fit(desk: Desk) -> Fit:
    """Everybody, by fit."""
    return memory.worked_out(desk, "people by fit", _fit)


def _index(desk: Desk, kept: Books) -> Index:
    from askwell.method.ways import Matcher

    search = kept.record.search
    matcher = Matcher(search.goals)
    marker = _Marker(matcher, allies_in(kept), frozenset(ask.to for ask in kept.asks), desk.calendar.day(desk.now))
    entries = tuple(
        Entry(words.contact, words, marker.marks(words.contact)) for words in _all_words(desk, search.contacts)
    )
    names = tuple(entry.words.key[1] for entry in entries)
    return Index(entries, names, matcher, count(entries))


def _fit(desk: Desk, kept: Books) -> Fit:
    from askwell.guide.ranking import in_order

    search, everybody = kept.record.search, index(desk)
    ordered = in_order(search.contacts.values(), search.goals, desk.now, asks=len(kept.asks), matcher=everybody.matcher)
    entries = {entry.contact.id: entry for entry in everybody.entries}
    places = {contact.id: place for place, contact in enumerate(ordered)}
    return Fit(tuple(entries[contact.id] for contact in ordered), places)


def _all_words(desk: Desk, contacts: Mapping[str, Contact]) -> list[Words]:
    """The words of all contacts by name; those of contacts that are as they were are known."""
    from askwell.store import lookups

    told = lookups.other_names().items()
    others = {ref: frozenset(name for names in cards for name in names if name) for ref, cards in told}
    known: dict[str, Words] = memory.drawer(desk, "words")
    in_order_of_before = (*(ref for ref in known if ref in contacts), *(ref for ref in contacts if ref not in known))
    found = [_again(known.get(ref), contacts[ref], others.get(ref, _NONE)) for ref in in_order_of_before]
    found.sort(key=attrgetter("key"))  # quick, for nearly all stand where they stood
    known.clear()
    known.update((words.contact.id, words) for words in found)
    return found


_NONE: frozenset[str] = frozenset()


def _again(known: Words | None, contact: Contact, others: frozenset[str]) -> Words:
    if known is not None and known.contact is contact and known.others == others:
        return known
    return _words(contact, others)


@dataclass(frozen=True, slots=True)
class _Marker:
    """Marks contacts, by what is known of all."""

    matcher: "Matcher"
    allies: frozenset[str]
    asked: frozenset[str]
    today: date

    def marks(self, contact: Contact) -> int:
        marks = _of_signs(tuple([sign.kind for sign in self.matcher.signs(contact)]))
        if contact.id not in self.asked:
            marks |= Mark.NEVER_ASKED
        if contact.id in self.allies:
            marks |= Mark.ALLY
        if contact.dormant:
            marks |= Mark.DORMANT
        return marks | Mark.RESTING if rests(contact, self.today) else marks


@lru_cache(maxsize=1024)
def _of_signs(kinds: tuple[WayKind, ...]) -> int:
    """What the ways somebody has tell: at a target now, in the role."""
    return Mark.TARGET * (WayKind.INSIDER in kinds) + Mark.ROLE * (WayKind.IN_THE_ROLE in kinds)


def rests(contact: Contact, today: date) -> bool:
    """Whether they are left in peace now."""
    resting = contact.rest_until is not None and contact.rest_until > today
    return resting or contact.permission is not Permission.OPEN


def _by_name(contact: Contact) -> tuple[bool, str, str]:
    """By the name as it is shown, whatever its case and accents; what begins with no letter comes last."""
    name = fold(contact.name).lstrip("\"'“”‘’(.-_ ")
    return not name[:1].isalpha(), name, contact.id


def _words(contact: Contact, others: frozenset[str]) -> Words:
    names = _one_mark(fold(" ".join((contact.name, *others)) if others else contact.name))
    told = (contact.company, contact.title, contact.place, *contact.former, *contact.addresses)
    text = [names, fold(" ".join(told))]
    if "ae" in names or "oe" in names or "ue" in names:
        text.append(loose(names))
    if "'" in names:
        text.append(names.replace("'", ""))
    if contact.note or contact.met:
        text += [fold(contact.note), fold(contact.met)]
    return Words(contact, others, frozenset(plain(names).split()), "\n".join(text), _by_name(contact))


def _one_mark(folded: str) -> str:
    """With one apostrophe instead of the many that are written for it."""
    return folded if folded.isascii() else folded.translate(_APOSTROPHES)


_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'"))
_BREAKS = str.maketrans(dict.fromkeys(",;:()[]{}<>\"/\\|-–—'’.", " "))


def plain(folded: str) -> str:
    """Folded words without what stands between them: o'brien is o brien, okafor, james has no comma."""
    return folded.translate(_BREAKS)


def count(entries: Iterable[Entry]) -> dict[Mark, int]:
    """How many entries have each mark."""
    together = Counter([entry.marks for entry in entries])
    return {mark: sum(n for marks, n in together.items() if marks & mark) for mark in Mark}


class Query:
    """What is looked for: each word must be found, in a name in any of its forms, or anywhere else as it is written."""

    def __init__(self, text: str) -> None:
        self.words = tuple(dict.fromkeys(_one_mark(fold(text)).replace(",", " ").split()))
        self._forms = {word: relatives(word) | {word} for word in self.words}

    def among(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """The entries that hold all words, in their order."""
        for word in self.words:
            entries = self._with(word, entries)
        return entries

    def _with(self, word: str, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those that hold one word. Most words have one form, for which there is one quick look."""
        forms, loosened = self._forms[word], loose(word)
        if loosened == word and len(forms) == 1:
            return [entry for entry in entries if word in entry.words.text]
        return [
            entry
            for entry in entries
            if word in entry.words.text or loosened in entry.words.text or not forms.isdisjoint(entry.words.names)
        ]

    def nearly(self, everybody: Index) -> list[Entry]:
        """A few whose name is nearly what is looked for: another form of it, or a slip of the pen."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        from askwell.identity.names import Likeness, compare, split

        said = " ".join(self.words)
        wanted, shared = split(said), frozenset(self.words)
        sharing = (entry for entry in everybody.entries if not shared.isdisjoint(entry.words.names))
        found = list(islice((e for e in sharing if compare(wanted, split(e.contact.name)) >= Likeness.FITS), NEAR))
        if len(said) >= LONG_ENOUGH:
            slips = process.extract(said, everybody.names, scorer=OSA.distance, score_cutoff=SLIPS, limit=NEAR)
            found += [everybody.entries[place] for *_, place in slips]
        return list(dict.fromkeys(found))[:NEAR]

    def distance(self, entry: Entry) -> tuple[int, int]:
        """How far from a name of theirs the words were found, the farthest first: 0 is the very name."""
        found = [self._of(word, entry) for word in self.words]
        return max(found, default=0), sum(found)

    def _of(self, word: str, entry: Entry) -> int:
        parts = plain(word).split() or [word]
        if all(part in entry.words.names for part in parts):
            return 0
        if not self._forms[word].isdisjoint(entry.words.names):
            return 1
        if any(name.startswith(word) or loose(name).startswith(loose(word)) for name in entry.words.names):
            return 2
        contact = entry.contact
        told = (contact.company, contact.title, " ".join((contact.name, *contact.addresses)))
        return next((place for place, text in enumerate(told, start=3) if word in fold(text)), 6)
