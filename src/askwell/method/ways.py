"""Tip 1: everybody has some way to help. Which ways a contact has for these goals, each with a reason in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Way, WayKind
from askwell.domain.signs import Sign
from askwell.identity import connectors, fields, groups, shared_past, titles, way_words
from askwell.identity.employers import Employers
from askwell.identity.fold import fold
from askwell.identity.titles import Likeness, Title

__all__ = ["Matcher", "Sign", "ways"]

ORDER = {kind: at for at, kind in enumerate(WayKind)}
_WORKS = re.compile(
    r"\b(?:works?|working|employed|joined|arbeitet|travaille|trabaja|trabalha|lavora|werkt)\b"
    r"|\b(?:is|now|currently|job|started)\b.{0,30}\b(?:at|with|bei|chez|for|in)\b|\bnow (?=[A-Z])",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:worked|retired|used to|formerly|former|was|were|ex|years|until|till|before|left|once|fr[uü]her|ancien)\b",
    re.IGNORECASE,
)
# What a note says of somebody else, of dealings from outside, or of what did not come to be, makes nobody an insider.
_NOT_INSIDE = re.compile(
    r"\b(?:his|her|their|whose)\s+(?:\w+\s)?(?:wife|husband|partner|sister|brother|son|daughter|mother|father|mom|dad"
    r"|cousin|friend|boss|neighbou?r|uncle|aunt|boyfriend|girlfriend|roommate|client|customer)\b"
    r"|\bwork(?:s|ed|ing)? (?:closely )?with (?!me\b|us\b)|\b(?:sells?|sold|deliver\w*|suppl(?:y|ies|ied)|consult\w*"
    r"|knows? (?:people|somebody|someone|folks)|clients?|customers?|vendor|never|not|wants?|hop(?:es|ed|ing)|applied"
    r"|interview\w*|would (?:like|love)|rejected|turned down|open day)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?\n]+(?:\s|$)")
_EX = re.compile(r"\b(?:ex|former(?:ly)?|previously|ehemals)[\s:-]+(?:at\s+|@\s?)?([\w&.'’ -]{2,40})", re.IGNORECASE)
_NOWHERE = frozenset({"remote", "anywhere", "worldwide", "home", "hybrid", "usa", "us", "europe"})
LONGEST_NOTE = 2000  # characters of a note that are looked at


@dataclass(frozen=True, slots=True)
class _Work:
    """What a title says by itself, looked up once for each title; `seen` is for far and near.

    `near` is how near the work is to the work wanted; `beside`, within one company, counts those who lead it too.
    """

    past: bool
    near: int
    beside: int
    staff: bool
    told: str
    leads_firm: bool
    role: tuple[Sign, ...]
    family: tuple[Sign, ...]
    hires: tuple[Sign, ...]
    seen: tuple[Sign, ...]
    former: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class _House:
    """What a company says by itself, looked up once for each company.

    `group` where it belongs to the target, `past` where the name says that it was left ("Ex-Google"), `next_door`
    where its field is next door to one of the goals.
    """

    target: str
    place: int
    field: str
    firm: tuple[Sign, ...]
    own: tuple[Sign, ...]
    past: bool = False
    group: bool = False
    next_door: bool = False


_ANY_HOUSE = _House("", 0, "", (), ())  # one value for all that say nothing, as most: what follows is weighed once
_LEFT_HOUSE = replace(_ANY_HOUSE, past=True)


class Matcher:
    """Ways to help with one set of goals. Build it once; what a title or a company means is looked up once each."""

    def __init__(self, goals: Goals) -> None:
        self.targets = Employers(goals.companies)
        self._own = Employers(position.company for position in goals.positions)
        self._known = Employers((*self.targets.names, *self._own.names))
        self._roles = {role: titles.read(role) for role in goals.roles}
        lines = (*(titles.read(name) for name in goals.fields), *self._roles.values())
        self._families = frozenset[str]().union(*(line.families for line in lines))
        self._fields: dict[str, str] = {}
        for goal in reversed(goals.fields):
            self._fields.update(dict.fromkeys(fields.told(goal), goal))
        self._doors = fields.next_door(self._fields)
        unknown = (goal for goal in goals.fields if not fields.told(goal))
        self._words = tuple((goal, words) for goal in unknown if (words := _content(goal)))
        self._places = tuple((place, name) for place in goals.places if (name := _place(place)))
        self._schools = tuple((school, fold(school)) for school in goals.schools if len(school) > 3)
        self._role = next(iter(goals.roles), "")
        self._in_field = {name: (Sign(WayKind.SAME_FIELD, name, how="field"),) for name in goals.fields}
        self._works: dict[str, _Work] = {}
        self._houses: dict[str, _House] = {}
        self._jobs: dict[tuple[int, int], tuple[Sign, ...]] = {}  # by the identity of what title and company say

    def ways(self, contact: Contact) -> tuple[Way, ...]:
        """All ways this contact can help, best first; never empty."""
        return tuple(Way(sign.kind, way_words.reason(contact, sign)) for sign in self.signs(contact))

    def signs(self, contact: Contact) -> tuple[Sign, ...]:
        """What the ways rest on, best first, one of a kind; never empty. Cheap: 30,000 contacts in a blink."""
        company = contact.company or self._known.of_mail(contact.addresses, but=contact.former)
        signs = self._of_job(contact.title, company)
        if contact.note or contact.met or contact.former or contact.place:
            return tuple(_best([*signs, *self._of_person(contact, signs)]))
        if contact.tie is Tie.CLOSE:
            return (*signs[:-1], _KNOWS_YOU, signs[-1])
        if contact.tie is Tie.KNOWN and len(signs) > 1 and signs[-2].kind is WayKind.FELLOW:
            return (*signs[:-1], Sign(WayKind.KNOWS_YOU, signs[-2].about), signs[-1])
        return signs

    def _of_job(self, title: str, company: str) -> tuple[Sign, ...]:
        work = self._works.get(title) or self._works.setdefault(title, self._work(title))
        house = self._houses.get(company) or self._houses.setdefault(company, self._house(company))
        job = (id(work), id(house))
        return self._jobs.get(job) or self._jobs.setdefault(job, self._of_both(work, house))

    def _of_both(self, work: _Work, house: _House) -> tuple[Sign, ...]:
        work = _left(work) if house.past else work
        field = "" if work.past else work.told or house.field
        close = bool(work.near or house.target or field)
        seen = work.seen or (house.firm if work.leads_firm else ())
        if house.target and work.staff:
            seen = ()  # who chooses people at a target is there for that one company
        signs = (
            *self._inside(work, house),
            *work.role,
            *(work.hires if close and not (house.target and work.staff) else ()),
            *seen[-1 if field or work.near or house.next_door else 0 :][:1],
            *(work.family or (self._in_field[field] if field else ())),
            *house.own,
            _INSIDE if close else _OUTSIDE,
        )
        return tuple(_best([*work.former, *signs])) if work.former else signs

    def _inside(self, work: _Work, house: _House) -> tuple[Sign, ...]:
        """An insider's sign; who chooses people there hires besides."""
        if not house.target:
            return ()
        if work.past or house.past:
            return (Sign(WayKind.FORMER_INSIDER, house.target, house.place, work.beside, how="past"),)
        decides = work.staff or bool(work.hires)
        how = "group" if house.group else "job"
        sign = Sign(WayKind.INSIDER, house.target, house.place, work.beside, decides=decides, how=how)
        hires = Sign(WayKind.HIRES, house.target, house.place, work.beside, decides=True, how="staff")
        return (sign, hires) if work.staff and not house.group else (sign,)

    def _work(self, title: str) -> _Work:
        read = titles.read(title)
        near, role = self._near(read)
        decides = any(titles.decides(read, role) for role in self._roles.values())
        label, how = way_words.label(title), _how(read)
        return _Work(
            past=read.past,
            near=near,
            beside=max(near, any(titles.leads_beside(read, role) for role in self._roles.values())),
            staff=bool({"hr", "recruiting"} & {*read.functions}) and not read.past,
            told=self._field(title),
            leads_firm=_leads(read),
            role=(Sign(WayKind.IN_THE_ROLE, role, near=near, how=how),) if near is Likeness.ROLE else (),
            family=(Sign(WayKind.SAME_FIELD, label, near=near, how=how),) if near is Likeness.FAMILY else (),
            hires=(Sign(WayKind.HIRES, label, near=near, decides=True),) if decides else (),
            seen=() if read.past else self._meets(connectors.by_work(title, read)),
            former=tuple(sign for former in _former(title) for sign in self._past(former)),
        )

    def _meets(self, how: str) -> tuple[Sign, ...]:
        return tuple(Sign(WayKind.CONNECTOR, self._role, near=near, how=how) for near in (0, 1)) if how else ()

    def _house(self, company: str) -> _House:
        target, own = self.targets.match(company), self._own.match(company)
        owner = "" if target else self.targets.owner(company)
        field, firm = self._field(company), connectors.by_firm(company)
        target, near = target or owner, not self._doors.isdisjoint(fields.told(company))
        if not (target or field or firm or own or near):
            return _LEFT_HOUSE if groups.is_past(company) else _ANY_HOUSE
        return _House(
            target,
            self.targets.rank(target) if target else 0,
            field,
            self._meets(firm),
            (Sign(WayKind.FELLOW, own),) if own else (),
            past=groups.is_past(company),
            group=bool(owner),
            next_door=near,
        )

    def _near(self, read: Title) -> tuple[Likeness, str]:
        """How near a title is to the work wanted, and the role it is nearest to."""
        likeness, role = Likeness.NONE, ""
        for wanted, title in self._roles.items():
            if (found := titles.likeness(read, title)) > likeness:
                likeness, role = found, wanted
        if likeness is Likeness.NONE and read.families & self._families:
            likeness = Likeness.FAMILY
        learns = read.level < titles.ASSISTS  # an intern has not yet done the work
        return (min(likeness, Likeness.FAMILY), role) if learns else (likeness, role)

    def _field(self, text: str) -> str:
        """The field of the goals that a title or a company tells of, as it stands among the goals."""
        told = fields.told(text)
        if told and self._fields:
            found = next((self._fields[name] for name in sorted(told) if name in self._fields), "")
            if found:
                return found
        return next((goal for goal, words in self._words if words <= _content(text)), "")

    def _past(self, company: str) -> Iterator[Sign]:
        target, own = self.targets.match(company), self._own.match(company)
        if target:
            yield Sign(WayKind.FORMER_INSIDER, target, self.targets.rank(target), how="past")
        if own:
            yield Sign(WayKind.FELLOW, own)

    def _of_person(self, contact: Contact, signs: tuple[Sign, ...]) -> Iterator[Sign]:
        """What is known of this person alone: earlier companies, notes, place, school, closeness."""
        past = [sign for former in contact.former for sign in self._past(former)]
        yield from past
        notes = f"{contact.met}. {contact.note}"[:LONGEST_NOTE] if contact.met or contact.note else ""
        fellow = next((s.about for s in (*signs, *past) if s.kind is WayKind.FELLOW), "")
        together = bool(fellow)
        if notes:
            yield from self._of_notes(notes)
            own = self._own.named(notes)
            fellow = fellow or (own[0] if own else "")
            together = bool(own or shared_past.TOGETHER.search(notes))
            if together:
                yield Sign(WayKind.FELLOW, own[0] if own else "")
        text = fold(f" {contact.place} {notes} {contact.company} ")
        for place, words in self._places:
            if words in f" {' '.join(_WORD.findall(fold(contact.place)))} ":
                yield Sign(WayKind.SAME_PLACE, place)
        for school, folded in self._schools:
            if folded in text and re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text):
                yield Sign(WayKind.FELLOW, school)
        if contact.tie is Tie.CLOSE or (contact.tie is Tie.KNOWN and together):
            yield Sign(WayKind.KNOWS_YOU, fellow)

    def _of_notes(self, notes: str) -> Iterator[Sign]:
        """Targets that her own notes name, where they say that somebody works or worked there."""
        for clause in _CLAUSE.split(notes):
            if _NOT_INSIDE.search(clause):
                continue
            for target in self.targets.named(clause):
                place = self.targets.rank(target)
                if _WORKED.search(clause):
                    yield Sign(WayKind.FORMER_INSIDER, target, place, how="note")
                elif _WORKS.search(clause):
                    yield Sign(WayKind.INSIDER, target, place, how="note")


_KNOWS_YOU = Sign(WayKind.KNOWS_YOU)
_INSIDE = Sign(WayKind.OUTSIDE_EYES)
_OUTSIDE = Sign(WayKind.OUTSIDE_EYES, how="outside")


def ways(contact: Contact, goals: Goals) -> tuple[Way, ...]:
    """All ways this contact can help, best first. For many contacts build one `Matcher`."""
    return Matcher(goals).ways(contact)


def _best(signs: Iterable[Sign]) -> list[Sign]:
    """One sign of a kind, the best of it, in the order of the kinds."""
    best: dict[WayKind, Sign] = {}
    for sign in signs:
        known = best.get(sign.kind)
        if known is None or (sign.place, -sign.near) < (known.place, -known.near):
            best[sign.kind] = sign
    return sorted(best.values(), key=lambda sign: ORDER[sign.kind])


def _how(read: Title) -> str:
    return "past" if read.past else "learns" if read.level < titles.ASSISTS else "work"


def _left(work: _Work) -> _Work:
    """The same work where the company's name says that it was left: all of it is of before."""
    role, family = (tuple(replace(sign, how="past") for sign in signs) for signs in (work.role, work.family))
    return replace(work, past=True, staff=False, leads_firm=False, role=role, family=family, hires=(), seen=())


def _leads(read: Title) -> bool:
    """Whether somebody speaks for a firm as a whole: what it does for many companies, they see."""
    return not read.past and (read.level > titles.MANAGES or bool({"general", "hr", "strategy"} & {*read.functions}))


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text)) if len(word) > 3)


def _place(place: str) -> str:
    """The first part of a place ("Milwaukee, Wisconsin" is Milwaukee) as folded words, "" for nowhere."""
    words = _WORD.findall(fold(place.partition(",")[0]))
    return "" if not words or set(words) <= _NOWHERE else f" {' '.join(words)} "


def _former(title: str) -> tuple[str, ...]:
    """What a title may mean by a former company, the shortest reading first: "Analyst, ex-Google"."""
    found = [words.split() for words in _EX.findall(title[: titles.LONGEST_TITLE])]
    return tuple(" ".join(words[:count]) for words in found for count in range(1, min(len(words), 4) + 1))
