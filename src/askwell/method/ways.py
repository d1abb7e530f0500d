"""Tip 1: everybody has some way to help. Which ways a contact has for these goals, each with a reason in words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from askwell.domain.goals import Goals
from askwell.domain.people import Contact, Tie
from askwell.domain.plans import Way, WayKind
from askwell.identity import employers, fields, titles
from askwell.identity.called import called
from askwell.identity.employers import Employers
from askwell.identity.fold import fold
from askwell.identity.titles import Likeness, Title

ORDER = {kind: at for at, kind in enumerate(WayKind)}
# Functions whose people see many companies, and what they are called in a reason.
CONNECTORS = {
    "recruiting": "recruits for many teams",
    "investing": "invests in companies",
    "sales": "deals with many customers",
    "journalism": "writes about many companies",
    "association": "knows the members of a whole trade",
    "alumni": "keeps in touch with many graduates",
    "consulting": "works with many companies",
    "clergy": "knows a whole congregation",
    "events": "brings many people together",
    "advertising": "works with many customers",
}
FIRMS = {"staffing and recruiting": "places people with many companies", "consulting": "works with many companies"}
_ADVISES = frozenset({"consultant", "advisor", "adviser", "coach", "freelance", "representative", "broker"})
_SERVES_ALL = re.compile(r"\b(?:alumni|career services|career center|chamber of commerce)\b", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(?:works?|working|employed|job|is|now|currently|joined|started|arbeitet|travaille|trabaja)\b", re.IGNORECASE
)
_WORKED = re.compile(
    r"\b(?:worked|retired|used to|formerly|former|was|were|ex|years|until|till|before|left|once|fr[uü]her|ancien)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:worked (?:for|with|under) me|(?:we|I) worked|my (?:team|boss|manager|colleague|deputy|mentor)|colleagues?"
    r"|co-?workers?|shared an? (?:cubicle|office|desk|lab)|Kolleg(?:e|in)|coll[eè]gue)\b",
    re.IGNORECASE,
)
_EX = re.compile(r"\b(?:ex|former(?:ly)?|previously|ehemals)[\s:-]+(?:at\s+|@\s?)?([\w&.'’ -]{2,40})", re.IGNORECASE)
_NOWHERE = frozenset({"remote", "anywhere", "worldwide", "home", "hybrid", "usa", "us", "europe"})
LONGEST_NOTE = 2000  # characters of a note that are looked at


@dataclass(frozen=True, slots=True)
class Sign:
    """What a way rests on. `about` is the company, role, field or place; `place` its rank among the goals, from 0.

    `near` is how near the person's own work is to the work wanted (2 the same, 1 next door); `decides` where the
    title is likely to have a say in hiring; `how` tells what the sign was seen in.
    """

    kind: WayKind
    about: str = ""
    place: int = 0
    near: int = 0
    decides: bool = False
    how: str = ""


@dataclass(frozen=True, slots=True)
class _Work:
    """What a title says by itself, looked up once for each title; `seen` is for far and near."""

    past: bool
    near: int
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
    """What a company says by itself, looked up once for each company."""

    target: str
    place: int
    field: str
    firm: tuple[Sign, ...]
    own: tuple[Sign, ...]


_ANY_HOUSE = _House("", 0, "", (), ())  # one value for all that say nothing, as most: what follows is weighed once


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
        return tuple(Way(sign.kind, self.reason(contact, sign)) for sign in self.signs(contact))

    def reason(self, contact: Contact, sign: Sign) -> str:
        """The reason for a way in a sentence that says only what is known."""
        return _REASONS[sign.kind](contact, sign)

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
        field = work.told or house.field
        close = bool(work.near or house.target or field)
        seen = work.seen or (house.firm if work.leads_firm else ())
        signs = (
            *self._inside(work, house),
            *work.role,
            *(work.hires if close and not (house.target and work.staff) else ()),
            *seen[-1 if field or work.near else 0 :][:1],
            *(work.family or (self._in_field[field] if field else ())),
            *house.own,
            _INSIDE if close else _OUTSIDE,
        )
        return tuple(_best([*work.former, *signs])) if work.former else signs

    def _inside(self, work: _Work, house: _House) -> tuple[Sign, ...]:
        """An insider's sign; who chooses people there hires besides."""
        if not house.target:
            return ()
        kind = WayKind.FORMER_INSIDER if work.past else WayKind.INSIDER
        decides = work.staff or bool(work.hires)
        sign = Sign(kind, house.target, house.place, work.near, decides=decides, how="job")
        hires = Sign(WayKind.HIRES, house.target, house.place, work.near, decides=True, how="staff")
        return (sign, hires) if work.staff else (sign,)

    def _work(self, title: str) -> _Work:
        read = titles.read(title)
        near, role = self._near(read)
        decides = any(titles.decides(read, role) for role in self._roles.values())
        seen = next((CONNECTORS[f] for f in (*read.functions, *read.also[:1]) if f in CONNECTORS), "")
        if not seen and (_SERVES_ALL.search(title) or read.words & _ADVISES):
            seen = CONNECTORS["association"] if _SERVES_ALL.search(title) else CONNECTORS["consulting"]
        return _Work(
            past=read.past,
            near=near,
            staff=bool({"hr", "recruiting"} & {*read.functions}),
            told=self._field(title),
            leads_firm=read.level > titles.MANAGES or bool({"general", "hr", "strategy"} & {*read.functions}),
            role=(Sign(WayKind.IN_THE_ROLE, role, near=near),) if near is Likeness.ROLE else (),
            family=(Sign(WayKind.SAME_FIELD, _label(title), near=near, how="work"),) if near is Likeness.FAMILY else (),
            hires=(Sign(WayKind.HIRES, _label(title), near=near, decides=True),) if decides else (),
            seen=self._meets(seen),
            former=tuple(sign for former in _former(title) for sign in self._past(former)),
        )

    def _meets(self, how: str) -> tuple[Sign, ...]:
        return tuple(Sign(WayKind.CONNECTOR, self._role, near=near, how=how) for near in (0, 1)) if how else ()

    def _house(self, company: str) -> _House:
        target, own = self.targets.match(company), self._own.match(company)
        field, firm = self._field(company), next((FIRMS[n] for n in sorted(fields.told(company)) if n in FIRMS), "")
        firm = CONNECTORS["association"] if _SERVES_ALL.search(company) else firm
        if not (target or field or firm or own):
            return _ANY_HOUSE
        place = self.targets.rank(target) if target else 0
        return _House(target, place, field, self._meets(firm), (Sign(WayKind.FELLOW, own),) if own else ())

    def _near(self, read: Title) -> tuple[Likeness, str]:
        """How near a title is to the work wanted, and the role it is nearest to."""
        likeness, role = Likeness.NONE, ""
        for wanted, title in self._roles.items():
            if (found := titles.likeness(read, title)) > likeness:
                likeness, role = found, wanted
        if likeness is Likeness.NONE and read.families & self._families:
            likeness = Likeness.FAMILY
        return likeness, role

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
            together = bool(own or _TOGETHER.search(notes))
            if together:
                yield Sign(WayKind.FELLOW, own[0] if own else "")
        text = fold(f" {contact.place} {notes} {contact.company} ")
        for place, words in self._places:
            if words in f" {' '.join(_WORD.findall(fold(contact.place)))} ":
                yield Sign(WayKind.SAME_PLACE, place)
        for school, folded in self._schools:
            if folded in text:
                yield Sign(WayKind.FELLOW, school)
        if contact.tie is Tie.CLOSE or (contact.tie is Tie.KNOWN and together):
            yield Sign(WayKind.KNOWS_YOU, fellow)

    def _of_notes(self, notes: str) -> Iterator[Sign]:
        """Targets that her own notes name, where they say that somebody works or worked there."""
        for target in self.targets.named(notes):
            if _WORKED.search(notes):
                yield Sign(WayKind.FORMER_INSIDER, target, self.targets.rank(target), how="note")
            elif _WORKS.search(notes):
                yield Sign(WayKind.INSIDER, target, self.targets.rank(target), how="note")


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


def _who(contact: Contact) -> str:
    return called(contact.name) or "This person"


def _with_title(contact: Contact) -> str:
    """The name, with the title as it is written behind it."""
    return f"{_who(contact)} ({contact.title})" if contact.title else _who(contact)


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].casefold() in set('aeiou') else 'a'} {noun}"


def _label(title: str) -> str:
    """The line of work of a title, in words."""
    return next((label for name in titles.read(title).functions if (label := titles.label(name))), "")


def _insider(contact: Contact, sign: Sign) -> str:
    target = f"{sign.about}, one of your target companies"
    if sign.how == "note":
        return f"By your own note, {_who(contact)} works at {target}: ask what it is like inside."
    tells = "what it is like inside and what the company is busy with"
    if sign.near and _label(contact.title):
        tells = f"how the {_label(contact.title)} side works there"
    return f"{_with_title(contact)} works at {target}, and can tell you {tells}."


def _former_insider(contact: Contact, sign: Sign) -> str:
    who = f"{'By your own note, ' if sign.how == 'note' else ''}{_who(contact)}"
    return f"{who} has known {sign.about}, one of your target companies, from the inside, and can speak of it freely."


def _in_the_role(contact: Contact, sign: Sign) -> str:
    at = f" at {contact.company}" if employers.is_company(contact.company) else ""
    very = fold(sign.about) == fold(contact.title)
    job = f"{'has the very' if very else f'does work close to the {sign.about}'} job you want"
    return f"{_who(contact)} ({contact.title}{at}) {job}, knows what it takes, and reads your CV with the right eyes."


def _hires(contact: Contact, sign: Sign) -> str:
    if sign.how == "staff":
        return f"{_with_title(contact)} sees who is hired at {sign.about}: ask what they look for first."
    line = f"for {sign.about}" if sign.near and sign.about else "for work like yours"
    return f"{_with_title(contact)} probably has a say in hiring {line}: ask what counts first."


def _connector(contact: Contact, sign: Sign) -> str:
    value = f"value {_a(sign.about) if sign.about else 'somebody like you'}"
    return f"{_with_title(contact)} {sign.how}, and can tell you which companies {value}."


def _same_field(contact: Contact, sign: Sign) -> str:
    if sign.how == "work":
        line = f"{sign.about or 'a neighboring line'}, next door to the work you want"
        return f"{_with_title(contact)} works in {line}: ask what is changing there."
    known = (contact.title, contact.company if employers.is_company(contact.company) else "")
    seat = " at ".join(part for part in known if part)
    who = f"{_who(contact)} ({seat})" if seat else _who(contact)
    return f"{who} works in {sign.about}, a field you named: ask what is changing there."


def _same_place(contact: Contact, sign: Sign) -> str:
    return f"{_who(contact)} is in {sign.about}, where you want to work: ask which employers are well spoken of there."


def _fellow(contact: Contact, sign: Sign) -> str:
    if not sign.about:
        return f"By your own note, you and {_who(contact)} have worked together: ask which of your strengths stood out."
    easy = "an easy beginning with somebody who knows where you come from"
    return f"You and {_who(contact)} have {sign.about} in common, which makes for {easy}."


def _knows_you(contact: Contact, sign: Sign) -> str:
    if contact.tie is Tie.CLOSE:
        return f"{_who(contact)} knows you well: ask for an honest word on your strengths, or for a practice interview."
    at = f" from {sign.about}" if sign.about else " from work"
    return f"{_who(contact)} knows you{at}: ask which of your strengths stood out."


def _outside_eyes(contact: Contact, sign: Sign) -> str:
    if sign.how == "outside" and contact.title:
        return f"{_with_title(contact)} looks at your trade from outside: ask whether your goal makes sense from there."
    return f"{_who(contact)} can hear your goal in one sentence, and tell you whether it is clear."


_REASONS: dict[WayKind, Callable[[Contact, Sign], str]] = {
    WayKind.INSIDER: _insider,
    WayKind.FORMER_INSIDER: _former_insider,
    WayKind.IN_THE_ROLE: _in_the_role,
    WayKind.HIRES: _hires,
    WayKind.CONNECTOR: _connector,
    WayKind.SAME_FIELD: _same_field,
    WayKind.SAME_PLACE: _same_place,
    WayKind.FELLOW: _fellow,
    WayKind.KNOWS_YOU: _knows_you,
    WayKind.OUTSIDE_EYES: _outside_eyes,
}
