"""Looking people up: everybody by name, or whom a word or a filter finds; and anything at all, for one quick box."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from askwell.actions import memory
from askwell.actions.desk import Desk
from askwell.actions.labels import Label
from askwell.actions.people_index import Entry, Index, Mark, Query, count, fit, index, plain
from askwell.domain.people import Contact
from askwell.domain.plans import Ask, AskState, Help, Way
from askwell.identity import companies
from askwell.identity.fold import fold
from askwell.method.favors import Books

SIZE, MOST = 50, 200  # rows on a page, as a rule and at most
LONGEST = 200  # characters of what is looked for
MANY = 2000  # found, of whom it says nothing how near to a name a letter or two were
ELSEWHERE = 3  # `Query.distance` from which words were found elsewhere than in a name


class Only(StrEnum):
    """Whom to show."""

    ALL = "all"
    TARGET = "target"
    ROLE = "role"
    ALLIES = "allies"
    DORMANT = "dormant"
    NEVER_ASKED = "never-asked"
    RESTING = "resting"


_MARKS = {
    Only.TARGET: Mark.TARGET,
    Only.ROLE: Mark.ROLE,
    Only.ALLIES: Mark.ALLY,
    Only.DORMANT: Mark.DORMANT,
    Only.NEVER_ASKED: Mark.NEVER_ASKED,
    Only.RESTING: Mark.RESTING,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person as the list shows them: the best way they can help; whether they have (`help` is the last they did).

    `asked` is how her last ask to them stands, `through` who led her to them.
    """

    contact: Contact
    way: Way
    ally: bool = False
    rests: bool = False
    help: Help | None = None
    asked: AskState | None = None
    through: Contact | None = None

    @property
    def last(self) -> datetime | None:
        """The last exchange."""
        return self.contact.last


@dataclass(frozen=True, slots=True)
class Looked:
    """A page of those found, and how many each filter would show; `nearly` where nobody was, but these are like it."""

    rows: tuple[Row, ...]
    total: int
    counts: Mapping[Only, int]
    page: int = 1
    pages: int = 1
    only: Only = Only.ALL
    nearly: bool = False


def look_up(
    desk: Desk, query: str = "", *, only: str = "all", page: int = 1, size: int = SIZE,
    within: Label | None = None,
) -> Looked:  # fmt: skip
    """People by name, a form of it, company, title, address, or words of her notes; all of them without a query.

    Without query and filter they stand by name, else those first who fit best. A filter or page that is none is the
    first; of a query only the beginning counts. `within` is a label whose people alone are looked among.
    """
    everybody, words = _within(desk, within), Query(query[:LONGEST])
    shown = Only(only) if only in set(Only) else Only.ALL
    found = words.among(everybody.entries)
    if words.words and not found:
        return _nearly(desk, words, everybody, only=shown)
    counts = {Only.ALL: len(found), **_counts(found, everybody)}
    chosen = _chosen(desk, found, words, only=shown, narrowed=within is not None)
    length = min(max(size, 1), MOST)
    pages = max(-(-len(chosen) // length), 1)
    number = min(max(page, 1), pages)
    part = chosen[(number - 1) * length : number * length]
    return Looked(_rows(desk, part, everybody), len(chosen), counts, number, pages, shown)


def _within(desk: Desk, label: Label | None) -> Index:
    """The index of everybody, or of the people of a label alone."""
    if label is None:
        return index(desk)
    return memory.worked_out(desk, ("people", label.key), lambda desk, _: _narrowed(index(desk), label.people))


def _narrowed(everybody: Index, people: Collection[str]) -> Index:
    some = tuple(entry for entry in everybody.entries if entry.contact.id in people)
    return Index(some, tuple(entry.words.key[1] for entry in some), everybody.matcher, count(some))


def _chosen(desk: Desk, found: Sequence[Entry], words: Query, *, only: Only, narrowed: bool) -> Sequence[Entry]:
    """Those of the filter, in their order."""
    if not words.words and narrowed:
        return found if only is Only.ALL else _by_fit(desk, _marked(found, only), words)
    if not words.words:
        return found if only is Only.ALL else _marked(fit(desk).entries, only)
    return _by_fit(desk, _marked(found, only), words)


def _marked(found: Sequence[Entry], only: Only) -> Sequence[Entry]:
    if only is Only.ALL:
        return found
    mark = _MARKS[only]
    return [entry for entry in found if entry.marks & mark]


def _counts(found: Sequence[Entry], everybody: Index) -> dict[Only, int]:
    marks = everybody.counts if found is everybody.entries else count(found)
    return {only: marks[mark] for only, mark in _MARKS.items()}


def _by_fit(desk: Desk, found: Sequence[Entry], words: Query) -> list[Entry]:
    """Those whose name was found first, and of equals those who fit best; of very many, those who fit best."""
    everybody = fit(desk)
    if len(found) > MANY:
        wanted = set(map(id, found))
        return [entry for entry in everybody.entries if id(entry) in wanted]
    places = everybody.places
    return sorted(found, key=lambda entry: (*words.distance(entry), places[entry.contact.id]))


def _nearly(desk: Desk, words: Query, everybody: Index, *, only: Only) -> Looked:
    """Nobody is called so; those whose name is nearly that."""
    found = words.nearly(everybody)
    counts = dict.fromkeys(Only, 0)
    return Looked(_rows(desk, found, everybody), len(found), counts, only=only, nearly=bool(found))


@dataclass(frozen=True, slots=True)
class _Known:
    """What rows tell beyond the contact itself, by contact."""

    helps: Mapping[str, Help]
    asks: Mapping[str, Ask]
    through: Mapping[str, str]


def _known(_: Desk, kept: Books) -> _Known:
    return _Known(
        helps={one.by: one for one in kept.helps if one.confirmed},
        asks={ask.to: ask for ask in sorted(kept.asks, key=lambda ask: ask.at)},
        through={led.person: led.referrer for led in reversed(kept.referrals) if led.person and led.confirmed},
    )


def _rows(desk: Desk, part: Iterable[Entry], everybody: Index) -> tuple[Row, ...]:
    """The rows that are shown; reasons are put into words for them alone."""
    known, contacts = memory.worked_out(desk, "people known", _known), memory.contacts(desk)
    rows = []
    for entry in part:
        contact = entry.contact
        ask = known.asks.get(contact.id)
        rows.append(
            Row(
                contact=contact,
                way=everybody.matcher.ways(contact)[0],
                ally=bool(entry.marks & Mark.ALLY),
                rests=bool(entry.marks & Mark.RESTING),
                help=known.helps.get(contact.id),
                asked=ask.state if ask else None,
                through=contacts.get(known.through.get(contact.id, "")),
            )
        )
    return tuple(rows)


class FoundKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found: a person with what they do, or a company with how many are known there.

    `id` is the contact's, or the company's name as it is to be looked up.
    """

    kind: FoundKind
    id: str
    name: str
    said: str
    target: bool = False


def find_anything(desk: Desk, query: str, *, limit: int = 12) -> tuple[Found, ...]:
    """People and companies that a few letters may mean: those of that name, companies, whoever else has the words."""
    words = Query(query[:LONGEST])
    if not words.words:
        return ()
    houses = _houses_found(desk, words)[: max(limit // 3, 1)]
    people = _by_fit(desk, words.among(index(desk).entries), words)[:limit]
    near = [entry for entry in people if words.distance(entry)[0] < ELSEWHERE]
    named = [_person(entry.contact) for entry in near[: limit - len(houses)]]
    return tuple([*named, *houses, *(_person(entry.contact) for entry in people[len(near) :])][:limit])


def _person(contact: Contact) -> Found:
    said = ", ".join(filter(None, (contact.title, contact.company)))
    return Found(FoundKind.PERSON, contact.id, contact.name, said or next(iter(contact.addresses), ""))


def _houses_found(desk: Desk, words: Query) -> list[Found]:
    """Companies each of whose words begins as one of the words looked for."""
    known = memory.worked_out(desk, "companies", _houses)
    return [found for text, found in known if all(f" {word}" in text for word in words.words)]


def _houses(desk: Desk, kept: Books) -> list[tuple[str, Found]]:
    """All companies, those she named first, then those where she knows most people; each with its folded words."""
    search = kept.record.search
    written = Counter(contact.company for contact in search.contacts.values() if contact.company)
    named = (*search.goals.companies, *(one.company for one in search.applications))
    together: dict[str, Counter[str]] = {}
    for name in (*written, *named):
        together.setdefault(companies.normal(name) or fold(name), Counter())[name] = written[name]
    targets = index(desk).matcher.targets
    found = [_house(counted, target=any(map(targets.match, counted))) for counted in together.values()]
    found.sort(key=lambda one: (not one[1].target, -one[2], one[1].name))
    return [(text, house) for text, house, _ in found]


def _house(counted: Counter[str], *, target: bool) -> tuple[str, Found, int]:
    """One company by the spelling most use; it is looked up by the words that all spellings share."""
    name, people = counted.most_common(1)[0][0], counted.total()
    said = f"{people} {'person' if people == 1 else 'people'}" if people else "nobody there yet"
    text = " ".join(f" {plain(fold(name))}" for name in counted)
    return text, Found(FoundKind.COMPANY, name, name, said, target=target), people
